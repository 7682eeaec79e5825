/* Names by how often they occur in the period, each with how that went over time. */

const ROWS = 12;
const wide = new Set();

/** Sum up each name's series in a range: [{ name, count, sums, series }], the most frequent first. */
function ranked(values, zero, range, parts) {
  if (!range) return [];
  return Object.entries(values)
    .map(([name, series]) => ({ name, count: total(series, zero, range), sums: summed(series, zero, parts) }))
    .filter((row) => row.count > 0)
    .sort((one, two) => two.count - one.count || (one.name < two.name ? -1 : 1));
}

/** Return the first rows of a list, and a button for the rest; the choice holds for the page's life. */
function shortened(key, rows, again, first = ROWS) {
  if (rows.length <= first + 2) return { shown: rows, button: null };
  const act = () => {
    wide.has(key) ? wide.delete(key) : wide.add(key);
    again();
    document.querySelector(`[data-more="${key}"]`)?.focus();
  };
  const is = wide.has(key);
  const button = more(is ? `Show the first ${first}` : `Show all ${number(rows.length)}`, act);
  button.setAttribute("data-more", key);
  return { shown: is ? rows : rows.slice(0, first), button };
}

function rankRow(row, most, whole, lang) {
  const bar = svg("svg", { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
  if (!row.rest) bar.append(svg("rect", { width: Math.max(0.8, (row.count / most) * 100), height: 8 }));
  return el(
    "tr",
    row.rest ? { class: "rest" } : null,
    el("th", { scope: "row", lang: row.rest ? null : lang }, row.name),
    el("td", { class: "measure" }, bar),
    el("td", { class: "count" }, number(row.count)),
    el("td", { class: "share" }, row.rest ? "–" : percent(row.count, whole)),
    el("td", { class: "trend" }, spark(row.sums)),
  );
}

/**
 * Draw a ranking as a table.
 *
 * @param whole what a share is a share of
 * @param rest { name, sums, count } of the names that have no row of their own; a story may name several
 *   of them, so that their mentions are no share of the stories, and have no bar beside those of stories
 */
function ranking({ key, head, rows, rest, whole: all, lang, again, first, title }) {
  const { shown, button } = shortened(key, rows, again, first);
  const most = Math.max(...rows.map((row) => row.count), 1);
  const names = [head, "", "Count", "Share", "Over time"];
  const looks = [null, "measure", "count", "share", "trend"];
  const top = names.map((name, at) => (name ? el("th", { scope: "col", class: looks[at] }, name) : el("td", { class: looks[at] })));
  const body = [...shown, ...(rest && rest.count ? [rest] : [])];
  const table = el(
    "table",
    { class: "ranking" },
    el("caption", { class: "unseen" }, title ?? head),
    el("thead", null, el("tr", null, top)),
    el("tbody", null, body.map((row) => rankRow(row, most, all, lang))),
  );
  return [table, button];
}

/** The numbers of a ranking: a column for each of a few parts of the period. */
function rankNumbers(head, rows, rest, parts, coarse) {
  const all = [...rows, ...(rest && rest.count ? [rest] : [])];
  const columns = coarse.edges.slice(1).map((_, at) => partName(coarse, at));
  return { head: [head, "All", ...columns], rows: all.map((row) => [row.name, row.count, ...row.coarse]) };
}

/** A figure that ranks the names of one group of values. */
function rankFigure(section, { name, title, explain, values, other, days, head, lang, of, whole: share, named, order }) {
  const build = () => {
    const range = within(extent(days), period);
    const zero = dayOf(days?.first);
    if (!range) return { nodes: [nothing()], from: of(range, zero) };
    const [parts, coarse] = [parted(range, 62), parted(range, 12)];
    const rows = ranked(values, zero, range, parts);
    for (const row of rows) row.coarse = summed(values[row.name], zero, coarse);
    if (order) rows.sort((one, two) => order.indexOf(one.name) - order.indexOf(two.name));
    const hidden = named === undefined ? 0 : Math.max(0, named - Object.keys(values).length);
    const rest = other && {
      rest: true,
      name: `${counted(hidden, "name", "names")} rarer in the whole report (mentions)`,
      count: total(other, zero, range),
      sums: summed(other, zero, parts),
      coarse: summed(other, zero, coarse),
    };
    if (rows.length === 0 && !rest?.count) return { nodes: [nothing()], from: of(range, zero) };
    const all = share(range, zero);
    const nodes = ranking({ key: name, head, rows, rest, whole: all, lang, again: drawAll, title, first: order ? 99 : ROWS });
    return { nodes, from: of(range, zero), table: rankNumbers(head, rows, rest, parts, coarse) };
  };
  figure(section, { name, title, explain, half: true, build });
}
