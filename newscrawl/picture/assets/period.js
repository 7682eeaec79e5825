/* The period that is looked at: in the address (#from=…&to=…), in two fields, and in the presets. */

const period = { from: null, to: null };
const whole = extent(DATA.days) ?? extent(DATA.fetched.days) ?? extent(DATA.runs.days);
const followers = [];

/** Tell whether no period is chosen: what has no date is shown then too. */
const isOpen = () => period.from === null && period.to === null;

function readAddress() {
  if (location.hash.length > 1 && !location.hash.includes("=")) return; // a place on the page
  const said = new URLSearchParams(location.hash.slice(1));
  period.from = dayOf(said.get("from"));
  period.to = dayOf(said.get("to"));
  if (period.from !== null && period.to !== null && period.from > period.to) {
    [period.from, period.to] = [period.to, period.from];
  }
}

function setPeriod(from, to) {
  const said = [];
  if (from !== null) said.push(`from=${isoDay(from)}`);
  if (to !== null) said.push(`to=${isoDay(to)}`);
  try {
    history.replaceState(null, "", `#${said.join("&")}`);
  } catch {
    /* a browser that forbids it for files: the period holds all the same */
  }
  [period.from, period.to] = [from, to];
  tellPeriod();
}

function tellPeriod() {
  for (const follow of followers) follow();
}

/** "1 Oct to 22 Nov 2026", of whatever there is in the period. */
function periodName() {
  const range = within(whole, period);
  if (range) return span(range.first, range.last);
  if (isOpen()) return "no day";
  if (period.from === null) return `until ${plainDay(period.to)}`;
  return period.to === null ? `from ${plainDay(period.from)}` : span(period.from, period.to);
}

function presets() {
  const { last } = whole.main;
  const ago = (days) => Math.max(last - days + 1, whole.main.first);
  const lasts = [7, 30, 90].map((days) => ({ name: `Last ${days} days`, from: ago(days), to: last }));
  return [{ name: "All", from: null, to: null }, ...lasts];
}

function yearChoice() {
  const years = [];
  for (let year = yearOf(whole.main.last); year >= yearOf(whole.main.first); year -= 1) years.push(year);
  const act = (event) => {
    const year = Number(event.target.value);
    if (year) setPeriod(dayOf(`${year}-01-01`), dayOf(`${year}-12-31`));
  };
  const options = years.map((year) => el("option", { value: year }, year));
  const choice = el("select", { id: "year", on: { change: act } }, el("option", { value: "" }, "Year"), options);
  followers.push(() => {
    const year = period.from === null ? null : yearOf(period.from);
    const is = year && isoDay(period.from) === `${year}-01-01` && period.to === dayOf(`${year}-12-31`);
    choice.value = is ? year : "";
  });
  return [el("label", { for: "year", class: "unseen" }, "Year"), choice];
}

function dayField(name, key) {
  const act = () => {
    const day = dayOf(field.value);
    const given = { ...period, [key]: day };
    const isHalf = day === null ? field.value !== "" || field.validity.badInput : yearOf(day) < 1000;
    if (isHalf) return; // it is being typed
    if (given.from !== null && given.to !== null && given.from > given.to) {
      given[key === "from" ? "to" : "from"] = day;
    }
    setPeriod(given.from, given.to);
  };
  const limits = { min: isoDay(whole.first), max: isoDay(whole.last) };
  const field = el("input", { type: "date", id: key, ...limits, on: { change: act } });
  followers.push(() => {
    const day = bounds(whole, period)[key === "from" ? "first" : "last"];
    if (field.value !== isoDay(day)) field.value = isoDay(day);
  });
  return [el("label", { for: key }, name), field];
}

/** The controls of the period; nothing where there is no day to choose. */
function periodBar(host) {
  if (!whole) return;
  const buttons = presets().map((preset) => {
    const act = () => setPeriod(preset.from, preset.to);
    const button = el("button", { type: "button", on: { click: act } }, preset.name);
    followers.push(() => {
      const is = preset.from === period.from && preset.to === period.to;
      button.setAttribute("aria-pressed", is);
    });
    return button;
  });
  const group = { role: "group", "aria-label": "Period" };
  host.append(el("div", group, dayField("From", "from"), dayField("to", "to"), buttons, yearChoice()));
}
