/* What is drawn: the page carries it as two blocks of JSON. */

const read = (name) => JSON.parse(document.getElementById(name).textContent);
const DATA = read("data");
const WORLD = read("world");
