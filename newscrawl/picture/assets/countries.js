/* The figure of the map: its layers, the table of countries, and one country's stories. */

function layerChoice() {
  const options = Object.entries(LAYERS).map(([layer, name]) => {
    const act = () => {
      shown.layer = layer;
      drawAll();
      document.getElementById(`layer-${layer}`)?.focus();
    };
    return el("button", { type: "button", id: `layer-${layer}`, "aria-pressed": shown.layer === layer ? "true" : "false", on: { click: act } }, name);
  });
  return el("div", { class: "layers", role: "group", "aria-label": "What the map shows" }, options);
}

function choose(code) {
  const onMap = document.activeElement?.closest?.(".world");
  shown.country = code;
  drawAll();
  if (!onMap) document.querySelector(`[data-row="${code}"]`)?.focus();
  else document.querySelector(`.country[data-code="${code}"]`)?.focus();
}

function countryTable(rows) {
  const { shown: first, button } = shortened("countries", rows, drawAll, 14);
  const most = Math.max(...rows.map((row) => Math.max(row.about, row.filed)), 1);
  const meter = (value, look) => svg("svg", { class: `bar ${look}`, viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { width: value ? Math.max(1, (value / most) * 100) : 0, height: 8 }));
  const body = first.map((row) => {
    const name = el("button", { type: "button", class: "plain", "data-row": row.code, "aria-pressed": row.code === chosen(rows) ? "true" : "false", on: { click: () => choose(row.code) } }, row.name);
    return el("tr", { class: row.code === chosen(rows) ? "chosen" : null }, el("th", { scope: "row" }, name), el("td", { class: "count" }, number(row.about), meter(row.about, "about")), el("td", { class: "count" }, number(row.filed), meter(row.filed, "filed")));
  });
  const head = el("tr", null, ["Country", "About", "Filed from"].map((name, at) => el("th", { scope: "col", class: at ? "count" : null }, name)));
  return el("div", { class: "countries" }, el("table", { class: "ranking" }, el("caption", { class: "unseen" }, "Countries by stories"), el("thead", null, head), el("tbody", null, body)), button);
}

/** The newest stories of the country that is chosen. */
function countryPanel(rows) {
  const code = chosen(rows);
  const panel = el("div", { class: "panel", role: "status" });
  const row = rows.find((one) => one.code === code) ?? { name: nameOf(code), about: 0, filed: 0 };
  const zero = dayOf(DATA.days?.first);
  const range = within(extent(DATA.days), period);
  const all = DATA.places.latest[code] ?? [];
  const near = all.filter(([day]) => inPeriod(day, range, zero));
  const items = (near.length ? near : all).map(([day, headline, url]) => el("li", null, day !== null && el("time", { datetime: isoDay(zero + day) }, plainDay(zero + day)), story(headline, url)));
  const which = near.length || !all.length ? "The newest of both" : "None of the newest of both lies in this period; they are";
  panel.append(el("h4", null, row.name, el("span", { class: "hint" }, " Choose another on the map or in the table")), el("p", { class: "from" }, `${stories(row.about)} about it, ${number(row.filed)} filed from there. ${which}:`), el("ul", { class: "headlines" }, items));
  return panel;
}

function unplaced(layer, title) {
  const { unplaced: names, unplaced_names: count } = DATA.places[layer];
  if (!names.length) return null;
  const list = el("ul", { class: "chips" }, names.map(([name, times]) => el("li", { lang: "id" }, el("bdi", null, name), " ", el("b", null, number(times)))));
  const rest = count > names.length ? el("p", { class: "from" }, `and ${number(count - names.length)} more`) : null;
  return el("details", { class: "numbers" }, el("summary", null, `${title}: ${counted(count, "name", "names")} in the whole report`), list, rest);
}

function placesTold(range, zero) {
  const { named, dateline } = DATA.places;
  const sum = (series) => total(series, zero, range);
  return (
    `About: ${number(sum(named.placed))} of ${stories(sum(named.stories))} with a headline or tags name a country; ${number(sum(named.unplaced_stories))} name a place that could not be placed. ` +
    `Filed from: ${number(sum(dateline.placed))} of ${stories(sum(dateline.stories))} with a dateline could be placed; ${number(sum(dateline.unplaced_stories))} name a place that could not.${undatedToo(Math.max(named.undated, dateline.undated))}`
  );
}

function mapFigure(section) {
  const open = new Set();
  const build = (width) => {
    const zoom = WORLD.width / (width > 850 && !document.querySelector(".printed") ? width - 320 : width);
    const range = within(extent(DATA.days), period);
    const from = placesTold(range, dayOf(DATA.days?.first));
    const rows = countryRows();
    const left = [unplaced("dateline", "Datelines that could not be placed"), unplaced("named", "Names in headlines and tags that could not be placed")].filter(Boolean);
    left.forEach((node, at) => {
      node.open = open.has(at);
      node.addEventListener("toggle", () => (node.open ? open.add(at) : open.delete(at)));
    });
    if (rows.length === 0) return { nodes: [nothing("No country in this period."), left], from };
    const map = el("div", { class: "atlas" }, el("div", { class: "map" }, layerChoice(), worldMap(rows, choose, zoom), mapKey(rows, zoom), countryPanel(rows)), countryTable(rows));
    const table = { head: ["Country", "Code", "About", "Filed from"], rows: rows.map((row) => [row.name, row.code, row.about, row.filed]) };
    return { nodes: [map, left], from, table };
  };
  const explain = "Many world stories are filed from Jakarta, so two things are told apart: the country that a story is about, by the places that its headline and tags name, and the country it was filed from, by its dateline. A story may count for several countries, for each once.";
  figure(section, { name: "map", title: "Where the world's news is from, and about", explain, build });
}
