/* Numbers and lists as a person writes them. */

const NUMBER = new Intl.NumberFormat("en-GB");
const SHORT = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });

const number = (value) => NUMBER.format(value);

/** "1 story", "1,204 stories". */
const counted = (value, one, many) => `${number(value)} ${value === 1 ? one : many}`;

/** One entry of a legend: how it looks, and what it stands for. */
const entry = (look, ...text) => el("span", { class: "entry" }, el("span", { class: `swatch ${look}` }), el("span", null, text));

const stories = (value) => counted(value, "story", "stories");

/** What a figure says of stories that belong to it, and to no day. */
const undatedToo = (value) => (value ? ` ${number(value)} more ${value === 1 ? "has" : "have"} no date of publication.` : "");

const percent = (part, whole) => {
  if (!whole) return "–";
  const share = (part / whole) * 100;
  if (part > 0 && share < 1) return "< 1 %";
  if (part < whole && share > 99) return "> 99 %";
  return `${Math.round(share)} %`;
};

function bytes(value) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${SHORT.format(value)} ${units[unit]}`;
}

/** Round steps for an axis that begins at nought: at most `most` of them, the last at `top` or above. */
function steps(top, most) {
  const least = Math.max(top, 1) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(1, [1, 2, 5, 10].find((times) => times * power >= least) * power);
  const found = [];
  for (let at = 0; at < top + step && found.length <= most + 1; at += step) found.push(at);
  return found;
}
