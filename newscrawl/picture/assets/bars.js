/* Columns over time, true to the calendar: a day is as wide everywhere, so that gaps are seen. */

const DAY_STEPS = [
  { days: 1, is: () => true },
  { days: 2, is: (day) => day % 2 === 0 },
  { days: 7, is: (day) => monday(day) === day },
  { days: 14, is: (day) => monday(day) === day && (day + 3) % 14 === 0 },
];
const MONTH_STEPS = [1, 3, 6].map((months) => ({ days: months * 30.4, is: (day) => firstOf(months)(day) === day }));
const YEAR_STEPS = [1, 2, 5].map((years) => ({
  days: years * 365,
  is: (day) => firstOf(12)(day) === day && yearOf(day) % years === 0,
}));

/** Where the time axis has its marks, and what they say. */
function marks(range, width) {
  const length = range.last - range.first + 1;
  const most = Math.max(2, width / 76);
  const all = [...DAY_STEPS, ...MONTH_STEPS, ...YEAR_STEPS];
  const step = all.find((one) => length / one.days <= most) ?? all.at(-1);
  const days = [];
  for (let day = range.first; day <= range.last; day += 1) if (step.is(day)) days.push(day);
  if (days.length === 0) days.push(range.first);
  return days.map((day, at) => {
    const newYear = at === 0 || yearOf(day) !== yearOf(days[at - 1]);
    if (step.days >= 365) return { day, text: `${yearOf(day)}` };
    if (step.days >= 30) return { day, text: newYear ? `${shortMonth(day)} ${yearOf(day)}` : shortMonth(day) };
    return { day, text: at === 0 ? plainDay(day) : shortDay(day) };
  });
}

/** The time axis below a drawing. */
function timeAxis(range, width, left, y) {
  const scale = (width - left) / (range.last - range.first + 1);
  const made = [];
  let free = -Infinity;
  const inside = scale > 30 ? scale / 2 : 0; // a day that is wide has its mark in the middle
  for (const { day, text } of marks(range, width - left)) {
    const x = left + (day - range.first) * scale + inside;
    const room = text.length * 6.4;
    const start = Math.max(left, Math.min(inside ? x - room / 2 : x, width - room));
    if (start < free) continue;
    free = start + room + 10;
    made.push(svg("line", { class: "tick", x1: x, x2: x, y1: y, y2: y + 5 }));
    made.push(svg("text", { class: "axis", x: start, y: y + 17 }, text));
  }
  return made;
}

/** The value axis: lines from side to side with their numbers. */
function valueAxis(ticks, width, left, place, told) {
  return ticks.map((tick) => [
    svg("line", { class: tick === 0 ? "base" : "grid-line", x1: left, x2: width, y1: place(tick), y2: place(tick) }),
    svg("text", { class: "axis", x: left - 6, y: place(tick) + 4, "text-anchor": "end" }, told(tick)),
  ]);
}

/**
 * Draw columns.
 *
 * @param layers what is stacked, from below: { name, sums, look } with a class for its look
 * @param bands ranges of days to mark behind the columns, such as gaps
 */
function bars({ label, parts, range, layers, width, height = 190, bands = [], told = number }) {
  const sums = parts.edges.slice(1).map((_, at) => layers.reduce((sum, layer) => sum + layer.sums[at], 0));
  const ticks = steps(Math.max(...sums, 1), 4);
  const left = Math.max(...ticks.map((tick) => told(tick).length)) * 7 + 10;
  const [top, bottom] = [8, height - 24];
  const place = (value) => bottom - (value / ticks.at(-1)) * (bottom - top);
  const scale = (width - left) / (range.last - range.first + 1);
  const x = (day) => left + (day - range.first) * scale;
  const columns = sums.map((sum, at) => {
    const [from, to] = [x(parts.edges[at]), x(parts.edges[at + 1])];
    const gap = to - from > 5 ? 1.5 : to - from > 2.5 ? 0.6 : 0;
    const broad = Math.min(to - from - gap, 44);
    const begin = from + (to - from - broad) / 2;
    let below = 0;
    const said = layers.map((layer) => `${layer.name}: ${told(layer.sums[at])}`).join("\n");
    const made = layers.map((layer) => {
      const [low, high] = [place(below), place(below + layer.sums[at])];
      below += layer.sums[at];
      const look = `${layer.look}${isPart(parts, at) ? " part" : ""}`;
      return svg("rect", { class: look, x: begin, y: high, width: Math.max(broad, 0.6), height: Math.max(0, low - high) });
    });
    const over = svg("rect", { class: "over", x: from, y: top, width: to - from, height: bottom - top, "data-tip": `${partName(parts, at)}\n${said}` });
    return svg("g", null, made, over);
  });
  const gaps = bands.map((band) => {
    const broad = Math.max(1.5, x(band.last + 1) - x(band.first));
    const look = broad < 5 ? "gap narrow" : "gap"; // a pattern needs room to be seen
    return svg("rect", { class: look, x: x(band.first), y: top, width: broad, height: bottom - top });
  });
  const view = { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label };
  return svg("svg", view, valueAxis(ticks, width, left, place, told), gaps, columns, timeAxis(range, width, left, bottom));
}

/** A small drawing of how a series went, on a scale of its own. */
function spark(sums, width = 120, height = 22) {
  const most = Math.max(...sums, 1);
  const step = width / sums.length;
  const broad = step > 3 ? step - 1 : step;
  const path = sums
    .map((sum, at) => {
      if (!sum) return "";
      const high = Math.max(1.5, (sum / most) * (height - 2));
      return `M${(at * step).toFixed(1)} ${height - 1}v${(-high).toFixed(1)}h${broad.toFixed(1)}v${high.toFixed(1)}z`;
    })
    .join("");
  const view = { class: "spark", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", preserveAspectRatio: "none" };
  return svg("svg", view, svg("path", { class: "floor", d: `M0 ${height - 0.5}h${width}` }), svg("path", { d: path }));
}
