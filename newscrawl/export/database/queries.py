"""The canned queries: questions that Datasette answers with the exported file alone."""

from dataclasses import dataclass

_SEARCH = """
WITH RECURSIVE
-- The question with a blank for all that is no letter or digit; of other scripts letters stay.
letters (rest, text) AS (
  SELECT substr(lower(:words), 1, 200), ''
  UNION ALL
  SELECT substr(rest, 2), text || CASE
      WHEN rest GLOB '[0-9a-z]*' THEN substr(rest, 1, 1)
      WHEN unicode(rest) > 191 AND unicode(rest) NOT BETWEEN 8192 AND 12351
        AND unicode(rest) NOT IN (215, 247) AND unicode(rest) NOT BETWEEN 65281 AND 65295
        AND unicode(rest) NOT BETWEEN 126976 AND 131071 THEN substr(rest, 1, 1)
      ELSE ' ' END
  FROM letters WHERE rest <> ''
),
asked (word) AS (
  SELECT DISTINCT value FROM letters, json_each('["' || replace(text, ' ', '","') || '"]')
  WHERE rest = '' AND value <> ''
),
-- A word that the stories have is stemmed by the table; of another all that may be affixes is taken
-- off, as far as what remains is a stem of theirs.
stemmed (word, stem) AS (
  SELECT asked.word, stems.stem FROM asked JOIN stems ON stems.word = asked.word
  UNION
  SELECT word, becomes || substr(
      word, length(prefix) + 1, length(word) - length(prefix) - length(suffix))
  FROM asked, affixes
  WHERE word NOT IN (SELECT word FROM stems)
    AND length(word) >= length(prefix) + length(suffix) + 3
    AND substr(word, 1, length(prefix)) = prefix
    AND (suffix = '' OR substr(word, -length(suffix)) = suffix)
),
known (word, alternatives) AS (
  SELECT word, group_concat('"' || stem || '"', ' OR ') FROM stemmed
  WHERE stem IN (SELECT stem FROM stems) GROUP BY word
),
question (text) AS (
  SELECT group_concat('("' || asked.word || '"'
      || coalesce(' OR stems : (' || alternatives || ')', '') || ')', ' AND ')
  FROM asked LEFT JOIN known ON known.word = asked.word
)
SELECT articles.date_published, articles.headline, articles.description, articles.section,
  articles.url, articles.id
FROM articles_fts JOIN articles ON articles.number = articles_fts.rowid
WHERE articles_fts MATCH (SELECT coalesce(text, '""') FROM question)
ORDER BY articles_fts.rank LIMIT 500
"""

_DAY = """
SELECT date_published, headline, section, dateline_place, url, id,
  (SELECT group_concat(name, ', ') FROM article_agencies JOIN agencies ON agencies.id = agency
   WHERE article = articles.id) AS agencies
FROM articles WHERE day = trim(:day) ORDER BY published_at
"""

_AGENCIES = """
SELECT agencies.name AS agency, month, agency_months.stories
FROM agency_months JOIN agencies ON agencies.id = agency_months.agency
ORDER BY month DESC, agency_months.stories DESC
"""

_PERSON = """
SELECT articles.date_published, people.name, group_concat(DISTINCT article_people.role) AS roles,
  articles.headline, articles.url, articles.id
FROM people
JOIN article_people ON article_people.person = people.id
JOIN articles ON articles.id = article_people.article
WHERE trim(:name) <> '' AND instr(lower(people.name), lower(trim(:name)))
GROUP BY people.id, articles.id ORDER BY articles.published_at DESC
"""

_CORRECTIONS = """
SELECT revisions.fetched_at, revisions.revision, revisions.changed, revisions.headline,
  before.headline AS headline_before, articles.url, articles.id
FROM revisions
JOIN articles ON articles.id = revisions.article
LEFT JOIN revisions AS before
  ON before.article = revisions.article AND before.revision = revisions.revision - 1
-- The + keeps SQLite from walking all revisions by time for the few behind the first.
WHERE revisions.revision > 1 ORDER BY +revisions.fetched_at DESC
"""

_GONE = """
SELECT gone_since, date_published, headline, url, id FROM articles
WHERE gone_since IS NOT NULL ORDER BY gone_since DESC
"""

_LINKED = """
SELECT linked_from, linked.id, articles.date_published,
  coalesce(articles.headline, linked.title) AS headline, linked.url,
  story IS NOT NULL AS in_this_file
FROM linked LEFT JOIN articles ON articles.id = linked.story
ORDER BY linked_from DESC, linked.id LIMIT 200
"""


@dataclass(frozen=True, slots=True)
class Query:
    """One canned query."""

    title: str
    meaning: str
    sql: str
    params: tuple[str, ...] = ()


QUERIES = {
    "search": Query(
        "Search stories",
        "Finds stories that have all the words, in this form or another: serangan finds menyerang"
        " and diserang too. The best match comes first; a word in the headline counts most.",
        _SEARCH,
        ("words",),
    ),
    "stories_of_a_day": Query(
        "Stories of a day",
        "By day of publication in Jakarta, written as 2026-11-20.",
        _DAY,
        ("day",),
    ),
    "coverage_by_agency": Query(
        "Coverage by agency",
        "How many stories each wire or source is credited with, by month.",
        _AGENCIES,
    ),
    "stories_of_a_person": Query(
        "A person's stories",
        "What people with this in their name reported, translated or edited.",
        _PERSON,
        ("name",),
    ),
    "corrections": Query(
        "Corrections",
        "Revisions behind the first, newest first, with the fields that changed.",
        _CORRECTIONS,
    ),
    "gone": Query("Gone stories", "Stories that the site has no more, and since when.", _GONE),
    "most_linked": Query(
        "Most linked",
        "Stories that most others point to, kept in this file or not.",
        _LINKED,
    ),
}
