/* Threads of stories that link to each other: when each went on, and how its stories hang together. */

const moment = (member, zero) => zero + (member[0] ?? 0) + member[1] / 1440;

/** Threads with a story in the period, the biggest first. */
function threadsIn(range, zero) {
  if (!range) return [];
  return DATA.threads.list.filter((thread) => thread.members.some(([day]) => inPeriod(day, range, zero)));
}

const threadName = (thread) => thread.members[0]?.[3] || thread.tags[0] || "(no headline)";

/** A line of dots in the period, one for each story. */
function lane(thread, range, zero) {
  const [width, height] = [240, 20];
  const scale = width / (range.last - range.first + 1);
  const xs = thread.members.map((member) => (moment(member, zero) - range.first) * scale).filter((x) => x >= 0 && x <= width);
  const view = { class: "lane", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" };
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const ticks = xs.map((x) => `M${x.toFixed(1)} 4v12`).join("");
  return svg("svg", view, svg("path", { class: "floor", d: `M0 10h${width}` }), svg("path", { class: "lasting", d: `M${low} 10H${Math.max(high, low + 1)}` }), svg("path", { class: "dots", d: ticks, "vector-effect": "non-scaling-stroke" }));
}

function threadsFigure(section) {
  const build = () => {
    const range = within(extent(DATA.days), period);
    const zero = dayOf(DATA.days?.first);
    const rows = threadsIn(range, zero);
    const from = `From ${counted(DATA.threads.links, "link", "links")} between kept stories in the whole report, which make ${counted(DATA.threads.count, "thread", "threads")} of three stories or more (${stories(DATA.threads.stories)}); the ${number(DATA.threads.shown)} biggest are here, and ${number(rows.length)} of them ${rows.length === 1 ? "has" : "have"} a story in this period. ${DATA.threads.rule ?? ""}`;
    if (rows.length === 0) return { nodes: [nothing()], from };
    const { shown: first, button } = shortened("threads", rows, drawAll, 14);
    const body = first.map((thread) => el("tr", null, el("th", { scope: "row", lang: "id" }, el("span", { class: "clipped" }, threadName(thread))), el("td", { class: "count" }, number(thread.stories)), el("td", { class: "dates" }, span(zero + thread.first, zero + thread.last)), el("td", { class: "trend" }, lane(thread, range, zero))));
    const head = el("tr", null, el("th", { scope: "col" }, "Begins with"), el("th", { scope: "col", class: "count" }, "Stories"), el("th", { scope: "col", class: "dates" }, "From, to"), el("th", { scope: "col", class: "trend" }, span(range.first, range.last)));
    const table = el("table", { class: "ranking lanes" }, el("caption", { class: "unseen" }, "Threads over time"), el("thead", null, head), el("tbody", null, body));
    const numbers = { head: ["Begins with", "Stories", "First", "Last", "Tags"], lang: "id", rows: rows.map((thread) => [threadName(thread), thread.stories, isoDay(zero + thread.first), isoDay(zero + thread.last), thread.tags.join(", ")]) };
    return { nodes: [table, button], from, table: numbers };
  };
  const explain = "A thread is a set of stories that links hold together. Each stroke is a story.";
  figure(section, { name: "threads", title: "Threads over time", explain, build });
}

/** Stories along their time, and an arc for each link; arcs of long links are higher. */
function arcs(thread, width, zero, range) {
  const times = thread.members.map((member) => moment(member, zero));
  const [low, high] = [Math.min(...times), Math.max(...times)];
  const inside = width - 16;
  const x = (time) => 8 + (high > low ? ((time - low) / (high - low)) * inside : inside / 2);
  const reach = ([one, two]) => Math.max(4, Math.abs(x(times[one]) - x(times[two])) / 2);
  const floor = Math.min(92, Math.max(24, ...thread.edges.map(reach)) + 8);
  const height = floor + 26;
  const links = thread.edges.map(([one, two]) => {
    const [from, to] = [x(times[one]), x(times[two])].sort((a, b) => a - b);
    const half = Math.max(4, (to - from) / 2);
    return svg("path", { class: "arc", d: `M${from.toFixed(1)} ${floor}A${half.toFixed(1)} ${Math.min(half, floor - 8).toFixed(1)} 0 0 1 ${Math.max(to, from + 1).toFixed(1)} ${floor}` });
  });
  const dots = thread.members.map(([day, , , headline], at) => svg("circle", { class: inPeriod(day, range, zero) ? "dot" : "dot outside", cx: x(times[at]), cy: floor, r: 4.5, "data-tip": `${plainDay(Math.floor(times[at]))}\n${headline ?? ""}` }));
  const axis = [svg("text", { class: "axis", x: 0, y: height - 4 }, shortDay(Math.floor(low))), svg("text", { class: "axis", x: width, y: height - 4, "text-anchor": "end" }, plainDay(Math.floor(high)))];
  const label = `${stories(thread.members.length)} from ${span(Math.floor(low), Math.floor(high))}, ${counted(thread.edges.length, "link", "links")} between them; the list below has them all`;
  return svg("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label }, svg("line", { class: "base", x1: 0, x2: width, y1: floor, y2: floor }), links, dots, axis);
}

function card(thread, width, zero, range) {
  const items = thread.members.map(([day, , , headline, url]) => el("li", null, day !== null && el("time", { datetime: isoDay(zero + day) }, plainDay(zero + day)), story(headline, url)));
  const left = thread.stories - thread.members.length;
  const list = el("details", { class: "numbers" }, el("summary", null, "Its stories", el("span", { class: "unseen", lang: "id" }, `: ${threadName(thread)}`)), el("ul", { class: "headlines" }, items), left > 0 && el("p", { class: "from" }, `and ${number(left)} more`));
  const heading = el("h4", null, story(thread.members[0]?.[3], thread.members[0]?.[4]));
  const told = el("p", { class: "from" }, `${stories(thread.stories)}, ${counted(thread.edges.length, "link", "links")}`, thread.tags.length > 0 && [" · ", el("span", { lang: "id" }, thread.tags.join(", "))]);
  return el("article", { class: "card" }, heading, told, arcs(thread, width, zero, range), list);
}

function arcsFigure(section) {
  const build = (width) => {
    const range = within(extent(DATA.days), period);
    const zero = dayOf(DATA.days?.first);
    const rows = threadsIn(range, zero).filter((thread) => thread.members.length > 1);
    const from = `From ${counted(rows.length, "thread", "threads")} with a story in this period.`;
    if (rows.length === 0) return { nodes: [nothing()], from };
    const { shown: first, button } = shortened("arcs", rows, drawAll, 6);
    const columns = width > 620 ? 2 : 1;
    const one = Math.floor((width - 36 * (columns - 1)) / columns);
    return { nodes: [el("div", { class: "cards" }, first.map((thread) => card(thread, one, zero, range))), button], from };
  };
  const explain = "The biggest threads. Each dot is a story, at its time; each arc is a link, most of them from a story to an earlier one. Pale dots lie outside the period.";
  figure(section, { name: "arcs", title: "How a thread hangs together", explain, build });
}
