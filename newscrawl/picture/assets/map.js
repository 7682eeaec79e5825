/* The world: filled by how many stories are about a country, circled by how many were filed there. */

const LAYERS = { both: "Both", named: "About", dateline: "Filed from" };
const shown = { layer: "both", country: null };

/** The country that is looked at: the one chosen, or else the first. */
const chosen = (rows) => shown.country ?? rows[0]?.code;

const nameOf = (code) => DATA.places.names[code] ?? code;

/** Each country's numbers in the period, the one most written about first. */
function countryRows() {
  const range = within(extent(DATA.days), period);
  const zero = dayOf(DATA.days?.first);
  const { named, dateline } = DATA.places;
  const ranked = (row, rank) => ({ ...row, rank });
  const codes = new Set([...Object.keys(named.countries), ...Object.keys(dateline.countries)]);
  return [...codes]
    .map((code) => ({ code, name: nameOf(code), about: total(named.countries[code], zero, range), filed: total(dateline.countries[code], zero, range) }))
    .filter((row) => row.about + row.filed > 0)
    .sort((one, two) => two.about - one.about || two.filed - one.filed || (one.name < two.name ? -1 : 1))
    .map(ranked);
}

/** From which number on each of at most five classes begins: round ones, further and further apart. */
function classes(most) {
  const round = [];
  for (let power = 1; power <= most; power *= 10) round.push(...[1, 2, 5].map((times) => times * power));
  const fit = round.filter((value) => value <= most);
  if (fit.length <= 5) return fit;
  return [0, 1, 2, 3, 4].map((at) => fit[Math.round((at * (fit.length - 1)) / 4)]);
}

const classOf = (value, bounds) => bounds.filter((bound) => value >= bound).length;

const countryTold = (row) => `${row.name}\nabout: ${stories(row.about)}\nfiled from: ${stories(row.filed)}`;

/** The radius of a circle whose area shows a number, in units of the map; a small map's are larger. */
function radius(value, most, zoom) {
  return value ? Math.sqrt(zoom) * Math.max(1.6, Math.sqrt(value / Math.max(most, 1)) * 17) : 0;
}

function shape(code, row, bounds, is, zoom) {
  const level = row && shown.layer !== "dateline" ? classOf(row.about, bounds) : 0;
  const look = `land q${level}${is ? " chosen" : ""}`;
  const made = [];
  if (WORLD.shapes[code]) made.push(svg("path", { class: look, d: WORLD.shapes[code] }));
  if (WORLD.dots.includes(code) && WORLD.seats[code] && row) {
    const [x, y] = WORLD.seats[code];
    made.push(svg("circle", { class: `${look} dot`, cx: x, cy: y, r: 2.3 * Math.sqrt(zoom) }));
    made.push(svg("circle", { class: "reach", cx: x, cy: y, r: 5 * Math.sqrt(zoom) }));
  }
  return made;
}

function circle(row, most, zoom) {
  const seat = WORLD.seats[row.code];
  if (!seat || !row.filed || shown.layer === "named") return null;
  return svg("circle", { class: `filed-from`, cx: seat[0], cy: seat[1], r: radius(row.filed, most, zoom) });
}

/** A country on the map that can be chosen: with the pointer, or with Enter after the arrow keys. */
function place(row, { bounds, most, choose, zoom }, is, reached) {
  const label = `${row.name}: about ${stories(row.about)}, filed from ${stories(row.filed)}`;
  const attributes = {
    class: "country",
    role: "button",
    tabindex: reached ? "0" : "-1",
    "aria-label": label,
    "aria-pressed": is ? "true" : "false",
    "data-tip": countryTold(row),
    "data-code": row.code,
    "data-rank": row.rank,
    on: { click: () => choose(row.code) },
  };
  return { under: svg("g", attributes, shape(row.code, row, bounds, is, zoom)), over: circle(row, most, zoom) };
}

/** One stop for the tab key; the arrows go from country to country in the table's order. */
function mapKeys(event) {
  const all = [...event.currentTarget.querySelectorAll(".country")];
  all.sort((one, two) => one.dataset.rank - two.dataset.rank);
  const at = all.indexOf(document.activeElement.closest?.(".country"));
  if (at < 0) return;
  const go = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    all[at].dispatchEvent(new MouseEvent("click", { bubbles: true }));
  } else if (go !== undefined && all[go]) {
    event.preventDefault();
    all[at].setAttribute("tabindex", "-1");
    all[go].setAttribute("tabindex", "0");
    all[go].focus();
  }
}

function worldMap(rows, choose, zoom) {
  const bounds = classes(Math.max(...rows.map((row) => row.about), 1));
  const most = Math.max(...rows.map((row) => row.filed), 1);
  const told = new Set(rows.map((row) => row.code));
  const silent = Object.keys(WORLD.shapes).filter((code) => !told.has(code));
  const land = [...silent.map((code) => WORLD.shapes[code]), ...WORLD.rest];
  const is = chosen(rows);
  const stop = told.has(is) ? is : rows[0].code;
  // Small countries are drawn above those that surround them.
  const small = (row) => Number(WORLD.dots.includes(row.code));
  const order = [...rows].sort((one, two) => small(one) - small(two));
  const places = order.map((row) => place(row, { bounds, most, choose, zoom }, row.code === is, row.code === stop));
  const circles = places.map((one) => one.over).filter(Boolean).sort((one, two) => two.getAttribute("r") - one.getAttribute("r"));
  const view = { class: "world", viewBox: `0 0 ${WORLD.width} ${WORLD.height}`, role: "group", "aria-label": "Map of the world: arrow keys go from country to country, Enter shows one" };
  return svg("svg", { ...view, on: { keydown: mapKeys } }, svg("path", { class: "land q0", d: land.join(""), "aria-hidden": "true" }), places.map((one) => one.under), svg("g", { class: "circles", "aria-hidden": "true" }, circles));
}

function mapKey(rows, zoom) {
  const bounds = classes(Math.max(...rows.map((row) => row.about), 1));
  const most = Math.max(...rows.map((row) => row.filed), 0);
  const levels = bounds.map((bound, at) => {
    const next = bounds[at + 1];
    const text = next === undefined ? `${number(bound)}+` : next - 1 === bound ? number(bound) : `${number(bound)}–${number(next - 1)}`;
    return entry(`q${at + 1}`, text);
  });
  const sizes = most ? classes(most).filter((_, at, all) => at === all.length - 1 || at === Math.floor(all.length / 2)) : [];
  const circles = sizes.map((size) => {
    const r = radius(size, most, zoom) / zoom;
    return el("span", { class: "entry" }, svg("svg", { class: "circle-key", width: 2 * r + 2, height: 2 * r + 2, "aria-hidden": "true" }, svg("circle", { class: "filed-from", cx: r + 1, cy: r + 1, r })), number(size));
  });
  return el("div", { class: "map-key" }, shown.layer !== "dateline" && el("p", { class: "key" }, el("b", null, "Fill: stories about"), levels), shown.layer !== "named" && circles.length > 0 && el("p", { class: "key" }, el("b", null, "Circle: stories filed from"), circles));
}
