/* What is drawn: the page carries it as two blocks of JSON. */

const read = (name) => JSON.parse(document.getElementById(name).textContent);

/** Undo newscrawl.picture.packing: [true, 3, 5, 1, 2] is the series [[3, 5], [4, 2]]. */
function unpacked(value) {
  if (Array.isArray(value)) {
    if (value[0] !== true) return value.map(unpacked);
    const series = [];
    for (let at = 1, day = 0; at < value.length; at += 2) series.push([(day += value[at]), value[at + 1]]);
    return series;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unpacked(part)]));
}

const DATA = unpacked(read("data"));
const WORLD = read("world");
