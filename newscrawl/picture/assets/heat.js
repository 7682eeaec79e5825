/* How complete the records are: a row for each field, a column for each day or longer. */

const share = (part, whole) => (whole ? part / whole : null);

/** Six looks by how many records have the field: none, less than half … all. */
function heatClass(value) {
  if (value === null) return "void";
  if (value === 0) return "h0";
  if (value === 1) return "h5";
  return `h${1 + [0.5, 0.8, 0.95].filter((bound) => value >= bound).length}`;
}

const HEAT_KEY = [["h0", "none"], ["h1", "under 50 %"], ["h2", "under 80 %"], ["h3", "under 95 %"], ["h4", "95 % and more"], ["h5", "all"]];

function heatMap({ fields, lines, parts, range, width, label }) {
  const [row, left, right] = [19, Math.min(150, Math.max(104, width * 0.16)), 48];
  const inside = width - left - right;
  const scale = inside / (range.last - range.first + 1);
  const x = (day) => left + (day - range.first) * scale;
  const made = fields.map(({ name, sums, all }, at) => {
    const y = at * row;
    const cells = sums.map((sum, part) => {
      const value = share(sum, lines[part]);
      const whole = x(parts.edges[part + 1]) - x(parts.edges[part]);
      const broad = Math.min(44, whole);
      const from = x(parts.edges[part]) + (whole - broad) / 2;
      const tip = value === null ? "no record" : `${percent(sum, lines[part])}: ${number(sum)} of ${number(lines[part])}`;
      return svg("rect", { class: `cell ${heatClass(value)}`, x: from, y: y + 1, width: Math.max(0.8, broad - (broad > 4 ? 1 : 0)), height: row - 3, "data-tip": `${name}\n${partName(parts, part)}\n${tip}` });
    });
    return [svg("text", { class: "axis", x: left - 8, y: y + 13, "text-anchor": "end" }, name), cells, svg("text", { class: "axis", x: width, y: y + 13, "text-anchor": "end" }, all)];
  });
  const bottom = fields.length * row + 2;
  const axis = svg("g", null, timeAxis(range, width - right, left, bottom));
  return svg("svg", { class: "chart heat", viewBox: `0 0 ${width} ${bottom + 24}`, role: "img", "aria-label": label }, made, axis);
}

function coverageFigure(section) {
  const build = (width) => {
    const days = DATA.fetched.days;
    const range = within(extent(days), period);
    const zero = dayOf(days?.first);
    const count = total(DATA.fetched.pages, zero, range);
    const from = `From ${counted(count, "line", "lines")} that were read from a page, in all revisions, by the day of the fetch in Jakarta.`;
    if (!range || count === 0) return { nodes: [nothing()], from };
    const parts = parted(range, Math.max(12, (width - 200) / 9));
    const lines = summed(DATA.fetched.pages, zero, parts);
    const fields = Object.entries(DATA.fetched.fields).map(([name, series]) => {
      const filled = total(series, zero, range);
      return { name, sums: summed(series, zero, parts), filled, all: percent(filled, count) };
    });
    const label = `How many records have each field, by ${parts.unit.name}; the table has the numbers`;
    const key = el("p", { class: "key" }, HEAT_KEY.map(([look, text]) => entry(look, text)));
    const rows = fields.map((field) => [field.name, field.filled, field.all, ...field.sums.map((sum, at) => percent(sum, lines[at]))]);
    const head = ["Field", "Filled", "Share", ...lines.map((_, at) => partName(parts, at))];
    return { nodes: [key, heatMap({ fields, lines, parts, range, width, label })], from, table: { head, rows } };
  };
  const explain = "In how many records each field has a value. Many fields are rightly empty in some stories; what matters is a change from one day to the next.";
  figure(section, { name: "coverage", title: "Which fields were found", explain, build });
}
