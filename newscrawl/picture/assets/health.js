/* How the crawl went: by the reports of its runs, and by the delay of what it brought. */

const CODES = { 0: "healthy", 1: "could not start", 2: "bad argument", 3: "incomplete", 4: "refused by the site", 5: "the site has changed", 6: "storage failed", 75: "another run held the lock" };
const codeName = (code) => `${code}: ${CODES[code] ?? "unknown"}`;

/** A ranking of what the fetched lines or the runs say, by their own days. */
function healthRanking(section, { name, title, explain, head, values, days, of, order, whole: all, lang = "en" }) {
  const share = all ?? ((range, zero) => Object.values(values).reduce((sum, series) => sum + total(series, zero, range), 0));
  rankFigure(section, { name, title, explain, values, days, head, lang, of, whole: share, order });
}

function templatesFigure(section) {
  const { days, by_template: values, lines, fallbacks } = DATA.fetched;
  const of = (range, zero) => `From ${counted(total(lines, zero, range), "line", "lines")} in the files, by the day of the fetch.`;
  const all = (range, zero) => total(lines, zero, range);
  healthRanking(section, { name: "templates", title: "Templates", head: "Template", explain: "The generation of the site's page that a record was read from; “generic” where none knew it, “feed” for a feed's own data.", values, days, of, whole: all });
  healthRanking(section, { name: "fallbacks", title: "Fallbacks", head: "Field: source", explain: "Fields that the template did not give, and where they came from instead.", values: fallbacks, days, of, whole: all });
}

function runsFigures(section) {
  const { days, exit_codes: codes, runs, outcomes, requests } = DATA.runs;
  const unread = DATA.runs.unread ? ` ${counted(DATA.runs.unread, "report", "reports")} could not be read.` : "";
  const of = (range, zero) => `From the reports of ${counted(total(runs, zero, range), "run", "runs")} that are kept.${unread}`;
  const verdicts = Object.fromEntries(Object.entries(codes).map(([code, series]) => [codeName(code), series]));
  healthRanking(section, { name: "verdicts", title: "Verdicts of the runs", head: "Exit code", explain: "What each run ended with.", values: verdicts, days, of, order: Object.keys(codes).sort((one, two) => one - two).map(codeName) });
  const reasons = {};
  for (const outcome of ["failed", "refused", "dropped", "gone"]) {
    for (const [reason, series] of Object.entries(outcomes[outcome] ?? {})) reasons[`${outcome}: ${reason}`] = series;
  }
  healthRanking(section, { name: "failures", title: "What went wrong, by reason", head: "Outcome: reason", explain: "Addresses that failed (and were tried again), were refused, could not be used, or are gone.", values: reasons, days, of });
  healthRanking(section, { name: "statuses", title: "Answers", head: "Status", explain: "What the site answered with.", values: DATA.runs.statuses, days, of, whole: (range, zero) => total(requests, zero, range) });
}

function trafficFigure(section, { name, title, explain, layers, told = number }) {
  const build = (width) => {
    const range = within(extent(DATA.runs.days), period);
    const zero = dayOf(DATA.runs.days?.first);
    const sums = layers.map((layer) => total(layer.series, zero, range));
    const from = `${layers.map((layer, at) => `${layer.name}: ${told(sums[at])}`).join("; ")}. From the reports of ${counted(total(DATA.runs.runs, zero, range), "run", "runs")}.`;
    if (!range || sums.every((sum) => sum === 0)) return { nodes: [nothing()], from };
    const parts = parted(range, (width - 60) / 7);
    const stacked = layers.map((layer) => ({ ...layer, sums: summed(layer.series, zero, parts) }));
    const label = `${title}, by ${parts.unit.name}, ${span(range.first, range.last)}`;
    const rows = stacked[0].sums.map((_, at) => [partName(parts, at), ...stacked.map((layer) => layer.sums[at])]);
    const key = layers.length > 1 && el("p", { class: "key" }, layers.map((layer) => entry(layer.look, layer.name)));
    return { nodes: [key, bars({ label, parts, range, layers: stacked, width, height: 170, told })], from, table: { head: [parts.unit.name, ...layers.map((layer) => layer.name)], rows } };
  };
  figure(section, { name, title, explain, half: true, build });
}

/** What was asked for, with the part that was answered by "not modified". */
function trafficFigures(section) {
  const not = new Map(DATA.runs.not_modified);
  const others = DATA.runs.requests.map(([day, count]) => [day, count - (not.get(day) ?? 0)]);
  const layers = [
    { name: "other answers", series: others, look: "about" },
    { name: "not modified (304)", series: DATA.runs.not_modified, look: "filed" },
  ];
  trafficFigure(section, { name: "requests", title: "Requests", explain: "How often the site was asked, and how often it could say that nothing had changed.", layers });
  const size = [{ name: "received", series: DATA.runs.bytes, look: "about" }];
  trafficFigure(section, { name: "bytes", title: "Bytes", explain: "What came over the network.", layers: size, told: bytes });
}

/** Stories from before the first fetch could not be seen sooner. */
function watched(range) {
  const index = DATA.delay.watched_from ?? null;
  const zero = dayOf(DATA.days?.first);
  if (index === null || !range || zero + index <= range.first) return "";
  return ` Watched since ${plainDay(zero + index)}; stories of the days before could not be seen sooner.`;
}

function delayFigure(section) {
  const { buckets, counts, stories: all } = DATA.delay;
  const values = Object.fromEntries(buckets.map((bucket, at) => [bucket, counts[at]]));
  const of = (range, zero) => `From ${number(total(all, zero, range))} of ${stories(total(DATA.stories, zero, range))}: those of which is known when they were first seen.${watched(range)}`;
  rankFigure(section, { name: "delay", title: "Delay from publication", head: "First seen after", explain: "From the printed time of publication to the moment a run first kept the story. Stories of years back are late by their nature.", values, days: DATA.days, lang: "en", of, whole: (range, zero) => total(all, zero, range), order: buckets });
}
