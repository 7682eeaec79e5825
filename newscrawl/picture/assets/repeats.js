/* Stories that repeat, that were corrected, and that are gone. */

const dated = (day, zero) => (day === null ? "without a date" : el("time", { datetime: isoDay(zero + day) }, plainDay(zero + day)));
const listed = (day, range, zero) => inPeriod(day, range, zero) || (day === null && isOpen());

function clustersFigure(section) {
  const build = () => {
    const range = within(extent(DATA.days), period);
    const zero = dayOf(DATA.days?.first);
    const rows = DATA.clusters.list.filter((cluster) => cluster.members.some(([day]) => listed(day, range, zero)));
    const from = `From ${counted(DATA.clusters.count, "cluster", "clusters")} of ${stories(DATA.clusters.stories)} in the whole report; ${number(total(DATA.clusters.series, zero, range))} of ${stories(total(DATA.clusters.of, zero, range))} with a text in this period repeat an earlier one.${undatedToo(DATA.clusters.undated)}`;
    if (rows.length === 0) return { nodes: [nothing("No repeated story in this period.")], from };
    const { shown: first, button } = shortened("clusters", rows, drawAll, 8);
    const items = first.map(({ size, members }) => {
      const each = members.map(([day, name, headline, url, agencies]) => el("li", null, dated(day, zero), el("span", null, story(headline, url), el("span", { class: "note" }, ` ${name}${agencies?.length ? ` · ${agencies.join(", ")}` : ""}`))));
      return el("li", null, el("b", { class: "times" }, `${number(size)}×`), el("details", null, el("summary", { lang: "id" }, members[0]?.[2] || "(no headline)"), el("ul", { class: "headlines" }, each)));
    });
    const table = { head: ["First story", "Stories"], lang: "id", rows: rows.map(({ size, members }) => [members[0]?.[2] ?? "", size]) };
    return { nodes: [el("ol", { class: "headlines numbered" }, items), button], from, table };
  };
  const explain = "Stories whose text an earlier one has word for word or nearly: reruns, and copies in regional editions.";
  figure(section, { name: "clusters", title: "Near-duplicates", explain, half: true, build });
}

function correctionsFigure(section) {
  const build = (width) => {
    const range = within(extent(DATA.days), period);
    const zero = dayOf(DATA.days?.first);
    const { list, series } = DATA.corrections;
    const count = total(series, zero, range);
    const rows = list.filter((one) => listed(one.day, range, zero));
    const from = `From ${number(count)} corrected ${count === 1 ? "story" : "stories"} of ${stories(total(DATA.corrections.of, zero, range))} that were read from their page; the list has the ${number(list.length)} corrected last.${undatedToo(DATA.corrections.undated)}`;
    if (rows.length === 0) return { nodes: [nothing(count ? "None of those corrected last is of this period." : "No correction in this period.")], from };
    const { shown: first, button } = shortened("corrections", rows, drawAll, 8);
    const items = first.map((one) => el("li", null, el("b", { class: "times" }, number(one.revisions), el("span", { class: "unseen" }, " revisions:")), el("span", null, story(one.headline, one.url), " ", dated(one.day, zero), el("span", { class: "note" }, ` · ${one.changed.join(", ")}`))));
    const table = { head: ["Story", "Id", "Revisions", "Changed", "Last correction"], lang: "id", rows: rows.map((one) => [one.headline ?? "", one.id, one.revisions, one.changed.join(", "), one.at ?? "–"]) };
    return { nodes: [el("ol", { class: "headlines numbered" }, items), button], from, table };
  };
  const explain = "Stories that a later visit found changed: how many revisions there are, and what changed.";
  figure(section, { name: "corrections", title: "Corrections", explain, half: true, build });
}

function changedFigure(section) {
  const build = () => {
    const rows = Object.entries(DATA.corrections.fields).sort((one, two) => two[1] - one[1]);
    const all = rows.reduce((sum, [, count]) => Math.max(sum, count), 0);
    const from = `From ${counted(DATA.corrections.corrections, "correction", "corrections")} of ${stories(DATA.corrections.stories)} in the whole report; one may change several fields.`;
    if (rows.length === 0) return { nodes: [nothing("No correction.")], from };
    return { nodes: [countBars(rows, all, "Field")], from };
  };
  figure(section, { name: "changed", title: "What corrections change", explain: "In how many corrections a field was changed.", half: true, build });
}

/** A short table of counts with a bar each. */
function countBars(rows, most, head, lang) {
  const bar = (count) => svg("svg", { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { width: Math.max(0.8, (count / most) * 100), height: 8 }));
  const body = rows.map(([name, count]) => el("tr", null, el("th", { scope: "row", lang }, name), el("td", { class: "measure" }, bar(count)), el("td", { class: "count" }, number(count))));
  const top = el("tr", null, el("th", { scope: "col" }, head), el("td", { class: "measure" }), el("th", { scope: "col", class: "count" }, "Count"));
  return el("table", { class: "ranking" }, el("thead", null, top), el("tbody", null, body));
}

function goneFigure(section) {
  const build = () => {
    const range = within(extent(DATA.days), period);
    const zero = dayOf(DATA.days?.first);
    const { list, count, series, undated } = DATA.gone;
    const rows = list.filter((one) => listed(one.day, range, zero));
    if (DATA.gone.ledger === "absent") return { nodes: [nothing("Not known: there is no ledger beside the records.")], from: "" };
    if (DATA.gone.ledger !== "read") return { nodes: [nothing("Not known: the ledger cannot be read.")], from: DATA.gone.ledger };
    const here = total(series, zero, range);
    const from = `From ${stories(count)} that the site has no more, in the whole report; ${number(here)} of this period.${undatedToo(undated)} The list has the ${number(list.length)} found gone last.`;
    if (rows.length === 0) return { nodes: [nothing(here ? "None of those found gone last is of this period." : "No story of this period is known to be gone.")], from };
    const { shown: first, button } = shortened("gone", rows, drawAll, 8);
    const items = first.map((one) => el("li", null, el("span", null, story(one.headline, one.url), " ", dated(one.day, zero), el("span", { class: "note" }, ` · gone since ${plainDay(jakartaDay(one.since))}`))));
    const table = { head: ["Story", "Id", "Gone since"], lang: "id", rows: rows.map((one) => [one.headline ?? "", one.id, one.since]) };
    return { nodes: [el("ul", { class: "headlines" }, items), button], from, table };
  };
  figure(section, { name: "gone", title: "Taken down", explain: "Stories that the site answered with 404 or 410 on a later visit.", half: true, build });
}
