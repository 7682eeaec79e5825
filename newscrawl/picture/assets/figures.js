/* What all figures have: a title, what it shows, the drawing, from how many records, the numbers. */

const drawn = [];

/**
 * Add a figure to a section.
 *
 * `build(width)` returns { nodes, from, table } for the period that is looked at: what to show, from
 * how many records (text), and the numbers ({ head, rows }) where the drawing is no table itself.
 */
function figure(section, { name, title, explain, half, build }) {
  const drawing = el("div", { class: "drawing" });
  const from = el("p", { class: "from" });
  const summary = el("summary", null, "The numbers as a table", el("span", { class: "unseen" }, `: ${title}`));
  const numbers = el("details", { class: "numbers" }, summary);
  const heading = el("h3", null, title);
  const caption = el("figcaption", null, heading, el("p", { class: "explain" }, explain));
  const node = el("figure", { id: name, class: half ? "half" : null }, caption, drawing, from, numbers);
  section.append(node);
  let table = null;
  const fillNumbers = () => {
    numbers.lastElementChild.matches("summary") || numbers.lastElementChild.remove();
    if (numbers.open && table) numbers.append(numberTable(table, title));
  };
  numbers.addEventListener("toggle", fillNumbers);
  const again = (width) => {
    const made = build(Math.max(260, Math.floor(width)));
    drawing.replaceChildren(...made.nodes.flat(Infinity).filter(Boolean));
    from.textContent = made.from;
    table = made.table ?? null;
    numbers.hidden = !table || table.rows.length === 0;
    fillNumbers();
  };
  drawn.push({ again, width: () => drawing.clientWidth });
}

const nothing = (text) => el("p", { class: "nothing" }, text ?? "Nothing in this period.");

/** A table of numbers: the first column names the row. */
function numberTable({ head, rows, lang }, title) {
  const cells = (row) =>
    row.map((cell, at) => {
      if (at === 0) return el("th", { scope: "row", lang }, cell);
      return el("td", null, typeof cell === "number" ? number(cell) : cell);
    });
  const top = el("tr", null, head.map((name) => el("th", { scope: "col" }, name)));
  const body = rows.map((row) => el("tr", null, cells(row)));
  const table = el("table", null, el("caption", { class: "unseen" }, title), el("thead", null, top), el("tbody", null, body));
  return el("div", { class: "scrolled", tabindex: "0", role: "region", "aria-label": `Numbers: ${title}` }, table);
}

/** What a link within the page does: it goes there, and leaves the address to the period. */
const jump = (section, focused = section) => (event) => {
  event.preventDefault();
  section.scrollIntoView();
  focused.focus({ preventScroll: true });
};

/** Add a section with a heading, and a link to it in the list of contents. */
function chapter(name, title, lead) {
  const heading = el("h2", { id: `${name}-title`, tabindex: "-1" }, title());
  const section = el("section", { id: name, "aria-labelledby": `${name}-title` }, heading, lead && el("p", { class: "lead" }, lead));
  document.getElementById("chapters").append(section);
  const link = el("a", { href: `#${name}`, on: { click: jump(section, heading) } }, title());
  document.getElementById("contents").append(el("li", null, link));
  const grid = el("div", { class: "grid" });
  section.append(grid);
  return grid;
}

/** Draw all figures; their widths are asked for together, so that the page is laid out once. */
function drawAll() {
  const widths = drawn.map((one) => one.width());
  drawn.forEach((one, at) => one.again(widths[at]));
}
