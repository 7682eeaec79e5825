/* The first look: the headline numbers, and stories a day with their gaps. */

const groupTotal = (name, range, zero) => total(DATA.groups[name]?.stories, zero, range);

/** How many names of a group occur in the period: "at least" where only the frequent ones are known. */
function distinct(name, range, zero) {
  const group = DATA.groups[name];
  if (!group) return "0";
  if (isOpen() && !DATA.days?.strays) return number(group.named);
  const seen = Object.values(group.values).filter((series) => total(series, zero, range) > 0).length;
  return `${total(group.other, zero, range) > 0 ? "≥ " : ""}${number(seen)}`;
}

const countries = (layer, range, zero) =>
  Object.values(DATA.places[layer].countries).filter((series) => total(series, zero, range) > 0).length;

/** Days of a range on which nothing was published, as runs: [{ first, last }]. */
function gapsIn(range, zero) {
  const has = new Set(DATA.stories.filter(([, count]) => count > 0).map(([index]) => zero + index));
  const gaps = [];
  for (let day = range.first; day <= range.last; day += 1) {
    if (has.has(day)) continue;
    if (gaps.at(-1)?.last === day - 1) gaps.at(-1).last = day;
    else gaps.push({ first: day, last: day });
  }
  return gaps;
}

const inPeriod = (index, range, zero) =>
  index !== null && range !== null && zero + index >= range.first && zero + index <= range.last;

function facts() {
  const range = within(extent(DATA.days), period);
  const zero = dayOf(DATA.days?.first);
  const count = total(DATA.stories, zero, range);
  const length = range ? range.last - range.first + 1 : 0;
  const sum = (series) => total(series, zero, range);
  const average = length ? SHORT.format(count / length) : "–";
  const bodies = sum(DATA.words.stories);
  const corrected = sum(DATA.corrections.series);
  const gone = DATA.gone.ledger === "read" ? `${number(sum(DATA.gone.series))} taken down` : "not known how many are taken down";
  return [
    ["stories", number(count), count === 1 ? "story" : "stories", `${average} a day, over ${counted(length, "day", "days")}`],
    ["about", number(countries("named", range, zero)), "countries written about", "named in headline or tags"],
    ["filed", number(countries("dateline", range, zero)), "countries filed from", "by the dateline"],
    ["agencies", distinct("agencies", range, zero), "wires and sources", `credited in ${percent(groupTotal("agencies", range, zero), count)} of the stories`],
    ["translators", distinct("translators", range, zero), ["translators (", id("Penerjemah"), ")"], `named in ${percent(groupTotal("translators", range, zero), count)} of the stories`],
    ["editors", distinct("editors", range, zero), ["editors (", id("Editor"), ")"], `named in ${percent(groupTotal("editors", range, zero), count)} of the stories`],
    ["links", number(sum(DATA.links.all)), "links between stories", `${percent(sum(DATA.links.kept), sum(DATA.links.all))} lead to a story that is kept`],
    ["repeats", number(sum(DATA.clusters.series)), "repeat an earlier story", `${percent(sum(DATA.clusters.series), count)} of the stories`],
    ["corrections", number(corrected), "corrected later", gone],
    ["words", bodies ? number(Math.round(sum(DATA.words.sum) / bodies)) : "–", "words in a story, on average", `from ${stories(bodies)} with a text`],
  ];
}

function factsAgain() {
  const made = facts().map(([name, value, what, more]) =>
    el("div", { class: "fact", id: `fact-${name}` }, el("dt", null, what), el("dd", { class: "value" }, value), el("dd", { class: "more-said" }, more)),
  );
  document.getElementById("facts").replaceChildren(...made);
  const range = within(extent(DATA.days), period);
  const zero = dayOf(DATA.days?.first);
  const count = total(DATA.stories, zero, range);
  const undated = DATA.undated ? ` ${stories(DATA.undated)} without a date of publication ${DATA.undated === 1 ? "is" : "are"} in no figure that goes by day.` : "";
  const asked = whole && bounds(whole, period);
  const strays = DATA.days?.strays && asked.first >= whole.main.first && asked.last <= whole.main.last ? ` ${stories(DATA.days.strays)} dated far from all others ${DATA.days.strays === 1 ? "is" : "are"} left out unless the dates above reach there (${DATA.days.examples.slice(0, 3).map((one) => plainDay(zero + one.day)).join(", ")}).` : "";
  document.getElementById("shown").textContent = `${stories(count)}, ${periodName()}.${undated}${strays}`;
}

function gapsTold(gaps) {
  const days = gaps.reduce((sum, gap) => sum + gap.last - gap.first + 1, 0);
  if (days === 0) return "No day without a story.";
  const longest = gaps.reduce((one, two) => (two.last - two.first > one.last - one.first ? two : one));
  const length = longest.last - longest.first + 1;
  return `${counted(days, "day", "days")} without a story, in ${counted(gaps.length, "gap", "gaps")}; the longest: ${span(longest.first, longest.last)}${length > 1 ? ` (${number(length)} days)` : ""}.`;
}

function storiesFigure(section) {
  const build = (width) => {
    const range = within(extent(DATA.days), period);
    const zero = dayOf(DATA.days?.first);
    const from = `From ${stories(total(DATA.stories, zero, range))} with a date of publication.`;
    if (!range) return { nodes: [nothing()], from };
    const parts = parted(range, (width - 40) / 5);
    const sums = summed(DATA.stories, zero, parts);
    const bands = gapsIn(range, zero);
    const label = `Stories a ${parts.unit.name}, ${span(range.first, range.last)}. ${gapsTold(bands)}`;
    const layers = [{ name: "Stories", sums, look: "about" }];
    const chart = bars({ label, parts, range, layers, width, height: 250, bands });
    const key = el("p", { class: "key" }, entry("about", `stories a ${parts.unit.name}`), bands.length > 0 && entry("hatched", "no story"), el("span", { class: "aside" }, gapsTold(bands)));
    const rows = sums.map((sum, at) => [partName(parts, at), sum]);
    const gapRows = bands.map((gap) => [`Gap: ${span(gap.first, gap.last)}`, 0]);
    return { nodes: [key, chart], from, table: { head: [parts.unit.name, "Stories"], rows: [...rows, ...(parts.unit.name === "day" ? [] : gapRows)] } };
  };
  const explain = "By day of publication in Jakarta. Long periods are grouped by week, month or year; hatched days have none.";
  figure(section, { name: "stories-a-day", title: "Stories over time", explain, build });
}
