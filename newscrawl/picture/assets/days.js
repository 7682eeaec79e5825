/* Days are whole numbers, counted from 1970 as UTC has it: a series knows only days in Jakarta. */

const DAY = 86400000;
const format = (options) => {
  const made = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  return (day) => made.format(day * DAY);
};
const longDay = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const plainDay = format({ day: "numeric", month: "short", year: "numeric" });
const shortDay = format({ day: "numeric", month: "short" });
const monthYear = format({ month: "long", year: "numeric" });
const shortMonth = format({ month: "short" });
const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const yearOf = (day) => new Date(day * DAY).getUTCFullYear();

/** Return the number of a day written as 2026-11-20; null where it is none. */
function dayOf(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text ?? "")) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY;
  return Number.isInteger(day) && isoDay(day) === text ? day : null;
}

/** The day in Jakarta of a moment such as 2026-11-20T22:00:00Z. */
const jakartaDay = (moment) => Math.floor((Date.parse(moment) + 7 * 3600000) / DAY);

/** "3 to 20 Nov 2026"; one day alone where both are the same. */
function span(first, last) {
  if (first === last) return plainDay(first);
  const near = yearOf(first) === yearOf(last);
  return `${near ? shortDay(first) : plainDay(first)} to ${plainDay(last)}`;
}

/**
 * The days that a group of series is about; null where there are none. `main` is what is shown as
 * long as nobody asks for more: all but a few strays, whose dates lie years from all others.
 */
function extent(days) {
  if (!days || days.count === 0) return null;
  const zero = dayOf(days.first);
  const [first, last] = days.main ?? [0, days.count - 1];
  return { first: zero, last: zero + days.count - 1, main: { first: zero + first, last: zero + last } };
}

/** First and last day of a period; an end that is not chosen is that of the main part, or of the strays beyond it. */
function bounds(whole, { from, to }) {
  const early = to !== null && to < whole.main.first ? Math.min(whole.first, to) : whole.main.first;
  const late = from !== null && from > whole.main.last ? Math.max(whole.last, from) : whole.main.last;
  return { first: from ?? early, last: to ?? late };
}

/** The part of an extent that lies in the period that is looked at; null where there is none. */
function within(whole, period) {
  if (!whole) return null;
  const asked = bounds(whole, period);
  const first = Math.max(whole.first, asked.first);
  const last = Math.min(whole.last, asked.last);
  return first <= last ? { first, last } : null;
}

/** What a series sums up to between two days; `zero` is the day that its index 0 stands for. */
function total(series, zero, range) {
  let sum = 0;
  if (!range) return sum;
  for (const [index, count] of series ?? []) {
    const day = zero + index;
    if (day > range.last) break;
    if (day >= range.first) sum += count;
  }
  return sum;
}

const monday = (day) => day - ((((day + 3) % 7) + 7) % 7);
const firstOf = (months) => (day) => {
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (date.getUTCMonth() % months), 1) / DAY;
};
const UNITS = [
  { name: "day", days: 1, start: (day) => day, told: longDay },
  { name: "week", days: 7, start: monday, told: (day) => `Week of ${plainDay(day)}` },
  { name: "month", days: 30.4, start: firstOf(1), told: monthYear },
  { name: "quarter", days: 91, start: firstOf(3), told: (day) => `Quarter from ${monthYear(day)}` },
  { name: "year", days: 365, start: firstOf(12), told: (day) => `${yearOf(day)}` },
];

/** Part a range into at most about `most` days, weeks, months …: { unit, edges }, edges[0] = first. */
function parted(range, most) {
  const name = `${range.first} ${range.last} ${Math.floor(most)}`;
  if (!known.has(name)) known.set(name, partedAnew(range, most));
  return known.get(name);
}

const known = new Map();

function partedAnew(range, most) {
  const length = range.last - range.first + 1;
  const unit = UNITS.find((one) => length / one.days <= most) ?? UNITS.at(-1);
  const edges = [range.first];
  for (let day = range.first + 1; day <= range.last; day += 1) {
    if (unit.start(day) === day) edges.push(day);
  }
  edges.push(range.last + 1);
  return { unit, edges };
}

/** Say which part it is, and whether it is a whole one. */
function partName(parts, index) {
  const [from, to] = [parts.edges[index], parts.edges[index + 1]];
  const start = parts.unit.start(from);
  const whole = start === from && (to === parts.unit.start(to) || parts.unit.name === "day");
  return whole ? parts.unit.told(from) : `${span(from, to - 1)} (part of a ${parts.unit.name})`;
}

const isPart = (parts, index) => partName(parts, index).endsWith(")");

/** What a series sums up to in each part. */
function summed(series, zero, parts) {
  const sums = new Array(parts.edges.length - 1).fill(0);
  let at = 0;
  for (const [index, count] of series ?? []) {
    const day = zero + index;
    if (day < parts.edges[0]) continue;
    while (at < sums.length && day >= parts.edges[at + 1]) at += 1;
    if (at === sums.length) break;
    sums[at] += count;
  }
  return sums;
}
