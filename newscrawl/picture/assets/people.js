/* Who is behind the stories, and what they are filed under. */

const GROUPS = {
  agencies: { title: "Wires and sources", head: "Source", who: "credit a wire or source", explain: "Agencies that a story is credited to, by its last lines or its dateline. A story may name several." },
  translators: { title: "Translators", head: "Translator", who: "name a translator", explain: [id("Penerjemah"), ": who put the story into Indonesian."] },
  editors: { title: "Editors", head: "Editor", who: "name an editor", explain: [id("Editor"), ": who checked it and let it go out."] },
  reporters: { title: "Reporters", head: "Reporter", who: "name a reporter", explain: [id("Pewarta"), " or ", id("Oleh"), ": who wrote it; world stories that were translated often name none."] },
  sections: { title: "Sections", head: "Section", who: "name their section", explain: "As the page names it. Stories of other sections come in by links." },
  kinds: { title: "Kinds", head: "Kind", who: "are of a kind", explain: "Articles, and what else ANTARA publishes.", lang: "en" },
  languages: { title: "Languages", head: "Language", who: "say their language", explain: "id is Indonesian, en English.", lang: "en" },
  editions: { title: "Editions", head: "Edition", who: "belong to an edition", explain: "id is the national one, en the English one; the others are regional hosts.", lang: "en" },
  tags: { title: "Tags", head: "Tag", who: "have tags", explain: "What ANTARA files its stories under; the 200 most frequent, and the twelve of each month, have a row." },
  discovered: { title: "How stories were found", head: "Found by", who: "say how they were found", explain: "The feed, a listing, a day's archive, a link of another story, or an address given by hand.", lang: "en" },
};

/** The rankings of groups of values, by day of publication. */
function groupFigure(section, group) {
  const { values, other, stories: having, undated, named } = DATA.groups[group];
  const { title, head, who, explain, lang = "id" } = GROUPS[group];
  const share = (range, zero) => total(having, zero, range);
  const of = (range, zero) => `From ${number(share(range, zero))} of ${stories(total(DATA.stories, zero, range))}: those that ${who}.${undatedToo(undated)}`;
  rankFigure(section, { name: group, title, explain, values, other, days: DATA.days, head, lang, of, whole: share, named });
}
