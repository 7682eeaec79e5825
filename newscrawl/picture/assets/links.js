/* How stories point to each other: links over time, and the stories that most others point to. */

function linksFigure(section) {
  const build = (width) => {
    const range = within(extent(DATA.days), period);
    const zero = dayOf(DATA.days?.first);
    const sum = (series) => total(series, zero, range);
    const from = `From ${counted(sum(DATA.links.all), "link", "links")} in ${stories(sum(DATA.links.stories))} that have any; ${number(sum(DATA.links.kept))} lead to a story that is kept.${undatedToo(DATA.links.undated)}`;
    if (!range || sum(DATA.links.all) === 0) return { nodes: [nothing()], from };
    const parts = parted(range, (width - 40) / 7);
    const layers = [
      { name: "Baca juga", sums: summed(DATA.links.baca_juga, zero, parts), look: "about" },
      { name: "Related news", sums: summed(DATA.links.related_news, zero, parts), look: "filed" },
    ];
    const label = `Links a ${parts.unit.name}, ${span(range.first, range.last)}`;
    const key = el("p", { class: "key" }, entry("about", id("Baca juga"), ` (${number(sum(DATA.links.baca_juga))})`), entry("filed", `below the story (${number(sum(DATA.links.related_news))})`));
    const rows = layers[0].sums.map((_, at) => [partName(parts, at), ...layers.map((layer) => layer.sums[at])]);
    return { nodes: [key, bars({ label, parts, range, layers, width, height: 200 })], from, table: { head: [parts.unit.name, "Baca juga", "Related news"], rows } };
  };
  const explain = [id("Baca juga"), " (read also) leads from within a story to an earlier one; the block of related news stands below it."];
  figure(section, { name: "links", title: "Links between stories", explain, half: true, build });
}

function mostLinkedFigure(section) {
  const build = () => {
    const range = within(extent(DATA.days), period);
    const zero = dayOf(DATA.days?.first);
    const rows = DATA.links.most_linked.filter((row) => isOpen() || inPeriod(row[4], range, zero));
    const from = `From the ${number(DATA.links.most_linked.length)} most linked stories of the whole report${isOpen() ? "" : `; ${number(rows.length)} of them are of this period`}. Links from all of its stories count, whenever they were published.`;
    if (rows.length === 0) return { nodes: [nothing()], from };
    const { shown: first, button } = shortened("most-linked", rows, drawAll, 8);
    const items = first.map(([count, , headline, url, day]) => el("li", null, el("b", { class: "times" }, number(count)), el("span", null, story(headline, url), " ", day !== null && el("time", { datetime: isoDay(zero + day) }, plainDay(zero + day)))));
    const table = { head: ["Story", "Id", "Published", "Stories that lead to it"], lang: "id", rows: rows.map(([count, name, headline, , day]) => [headline ?? "", name, day === null ? "–" : isoDay(zero + day), count]) };
    return { nodes: [el("ol", { class: "headlines numbered" }, items), button], from, table };
  };
  figure(section, { name: "most-linked", title: "Most linked stories", explain: "How many kept stories lead to each of them.", half: true, build });
}
