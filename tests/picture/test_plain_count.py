"""Every figure is what anybody counts in the JSON Lines."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from newscrawl.coverage import FIELDS
from newscrawl.items import Article, Dateline, Discovered
from newscrawl.kept.selection import Selection
from newscrawl.picture.form import Picture
from newscrawl.picture.form_health import Series
from newscrawl.places import Places
from tests.making import article
from tests.picture.directory import keep, lines, link, newest, plain, told, total

_STORIES = 300
_OFFSETS = ("+07:00", "+08:00", "+09:00")
_SELECTIONS = {
    "everything": Selection(),
    "period": Selection(since=date(2026, 10, 7), until=date(2026, 10, 20)),
    "section": Selection(sections=frozenset({"dunia"})),
}

Record = dict[str, Any]


def _naming(names: Callable[[Record], list[str]], entry: str) -> Callable[[Record], bool]:
    return lambda record: entry in names(record)


def _filled(name: str) -> Callable[[Record], bool]:
    return lambda line: line["template"] != "feed" and bool(line[name])


def _read_by(template: str) -> Callable[[Record], bool]:
    return lambda line: bool(line["template"] == template)


def _some(draw: random.Random, names: list[str], most: int) -> list[str]:
    return draw.sample(names, draw.randint(0, most))


def _drawn(draw: random.Random, number: int) -> Article:
    """Return a story of which everything that is counted is drawn."""
    time = datetime(2026, 10, 1, tzinfo=UTC) + timedelta(minutes=draw.randrange(60 * 24 * 30))
    dated = time.replace(tzinfo=None).isoformat() + draw.choice(_OFFSETS)
    fetched = f"{time + timedelta(minutes=draw.randrange(9000)):%Y-%m-%dT%H:%M:%SZ}"
    from_feed = draw.random() < 0.1
    targets = draw.sample(range(1, 400), draw.randint(0, 4))
    return article(
        number,
        headline=draw.choice([None, "Pemilu di Jepang", "Gempa guncang Mesir", "Rapat dibuka"]),
        section=draw.choice([None, "Dunia", "Olahraga"]),
        tags=_some(draw, [f"tag{n}" for n in range(300)], 6),
        date_published=draw.choice([dated, dated, dated, None]),
        dateline=draw.choice([None, Dateline(text="(ANTARA)"), Dateline(place="Baku/Yerevan")]),
        translators=_some(draw, ["Ani", "Budi", "Citra"], 2),
        agencies=_some(draw, ["Reuters", "AFP", "Xinhua"], 3),
        related=[link(n, draw.choice(["baca_juga", "related_news"])) for n in targets],
        template="feed" if from_feed else draw.choice("ABCD"),
        body=None if from_feed else f"Isi {draw.randint(1, 9)} " * draw.randint(1, 50),
        fallbacks={"tags": "meta"} if draw.random() < 0.3 else {},
        discovered=draw.choice([None, Discovered(via="listing")]),
        fetched_at=fetched,
        first_seen=draw.choice([None, fetched]),
        near_duplicate_of=draw.choice([None, None, f"antara:{draw.randint(1, 50)}"]),
    )


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Return a directory of drawn stories, a third of them in two revisions."""
    draw, data = random.Random(6), tmp_path_factory.mktemp("drawn")
    for number in range(1, _STORIES + 1):
        revisions = [_drawn(draw, number)]
        if draw.random() < 0.3:
            revisions.append(_drawn(draw, number))
            revisions[1].revision = 2
        for story in revisions:
            keep(data, story, day=f"2026-10-{draw.randint(10, 30)}")
    return Places.under(data)


@dataclass(frozen=True)
class Counted:
    """The picture, and what it was made of."""

    data: Picture
    stories: list[Record]
    dated: list[Record]
    lines: list[Record]

    def count(self, takes: Callable[[Record], Any]) -> Series:
        """Count dated stories by day."""
        assert self.data["days"] is not None
        times = (record["date_published"] for record in self.dated if takes(record))
        return plain(times, self.data["days"]["first"])

    def fetched(self, takes: Callable[[Record], Any]) -> Series:
        """Count lines by the day of the fetch."""
        days = self.data["fetched"]["days"]
        assert days is not None
        return plain((line["fetched_at"] for line in self.lines if takes(line)), days["first"])


@pytest.fixture(scope="module", params=_SELECTIONS)
def counted(places: Places, request: pytest.FixtureRequest) -> Counted:
    """Return the picture of a selection, and its records."""
    chosen = _SELECTIONS[request.param]
    stories = [record for record in newest(places) if chosen.takes(record)]
    dated = [record for record in stories if record["date_published"]]
    taken = [line for line in lines(places) if chosen.takes(line)]
    return Counted(told(places, chosen), stories, dated, taken)


def test_stories(counted: Counted, places: Places) -> None:
    """Newest revisions alone; what has no date is in no day."""
    data = counted.data
    assert data["records"] == len(counted.stories)
    assert data["undated"] == len(counted.stories) - len(counted.dated)
    assert data["stories"] == counted.count(lambda _: True)
    assert data["kept"] == {"stories": _STORIES, "lines": len(list(lines(places)))}
    assert data["lines"] == len(counted.lines)


_NAMES: dict[str, Callable[[Record], list[str]]] = {
    "sections": lambda record: [record["section"]] if record["section"] else [],
    "tags": lambda record: record["tags"],
    "translators": lambda record: record["translators"],
    "agencies": lambda record: record["agencies"],
    "templates": lambda record: [record["template"]],
    "fallbacks": lambda record: [f"{k}: {v}" for k, v in record["fallbacks"].items()],
    "discovered": lambda record: [record["discovered"]["via"]] if record["discovered"] else [],
}


@pytest.mark.parametrize("name", _NAMES)
def test_groups(counted: Counted, name: str) -> None:
    """Each name on its days; what is not told by name is in the rest."""
    names, group = _NAMES[name], counted.data["groups"][name]
    mentions = Counter(entry for record in counted.dated for entry in names(record))
    ordered = sorted(mentions.items(), key=lambda entry: (-entry[1], entry[0]))
    assert group["stories"] == counted.count(names)
    assert group["undated"] == sum(map(bool, map(names, counted.stories))) - total(group["stories"])
    assert group["named"] == len(mentions)
    assert sum(map(total, [group["other"], *group["values"].values()])) == mentions.total()
    assert list(group["values"]) == [entry for entry, _ in ordered[:200]]
    for entry, series in group["values"].items():
        assert series == counted.count(_naming(names, entry))


def test_places(counted: Counted) -> None:
    """By dateline, and by name."""
    dateline, named = counted.data["places"]["dateline"], counted.data["places"]["named"]
    filed = counted.count(lambda record: record["dateline"] and record["dateline"]["place"])
    assert dateline["stories"] == dateline["placed"] == filed
    assert dateline["countries"] == {"AM": filed, "AZ": filed}
    japan = counted.count(lambda record: "Jepang" in (record["headline"] or ""))
    egypt = counted.count(lambda record: "Mesir" in (record["headline"] or ""))
    assert named["countries"] == {"EG": egypt, "JP": japan}
    assert named["stories"] == counted.count(lambda record: record["headline"] or record["tags"])


def test_links(counted: Counted) -> None:
    """By kind, by whether the other story is kept, and by the other story."""
    links = counted.data["links"]
    all_links = [(record, link) for record in counted.dated for link in record["related"]]
    assert total(links["all"]) == len(all_links)
    assert links["stories"] == counted.count(lambda record: record["related"])
    assert total(links["kept"]) == sum(link["article_id"] <= _STORIES for _, link in all_links)
    for kind in ("baca_juga", "related_news"):
        series = links[kind]
        assert total(series) == sum(link["kind"] == kind for _, link in all_links)
    linked = Counter(
        f"antara:{link['article_id']}"
        for record in counted.stories
        for link in record["related"]
        if link["article_id"] != record["article_id"]
    )
    ordered = sorted(linked.items(), key=lambda entry: (-entry[1], entry[0]))
    assert [(entry[1], entry[0]) for entry in links["most_linked"]] == ordered[:50]


def test_threads(counted: Counted) -> None:
    """What there was to tie."""
    ids = {record["article_id"] for record in counted.dated}
    links = [
        link
        for record in counted.dated
        for link in record["related"]
        if link["kind"] == "baca_juga" and link["article_id"] in ids - {record["article_id"]}
    ]
    assert counted.data["threads"]["links"] == len(links)


def test_lengths_and_delays(counted: Counted) -> None:
    """Each of the stories that can have one."""
    data = counted.data
    assert data["delay"]["stories"] == counted.count(lambda record: record["first_seen"])
    assert sum(map(total, data["delay"]["counts"])) == total(data["delay"]["stories"])
    assert data["words"]["stories"] == counted.count(lambda record: record["body"])
    words = sum(record["word_count"] or 0 for record in counted.dated)
    assert total(data["words"]["sum"]) == words


def test_repeats(counted: Counted) -> None:
    """Stories that name an earlier one, and the groups that they make."""
    clusters = counted.data["clusters"]
    heads = Counter(
        record["near_duplicate_of"]
        for record in counted.stories
        if record["near_duplicate_of"] not in (None, record["id"])
    )
    ids = {record["id"] for record in counted.stories}
    sizes = [number + (head in ids) for head, number in heads.items()]
    assert total(clusters["series"]) + clusters["undated"] == heads.total()
    assert clusters["count"] == sum(size > 1 for size in sizes)
    assert clusters["alone"] == sizes.count(1)
    assert clusters["of"] == counted.count(lambda record: record["body"])


def test_corrections(counted: Counted, places: Places) -> None:
    """Stories whose page was read twice; everything was drawn anew, so that each differs."""
    pages = Counter(line["id"] for line in lines(places) if line["template"] != "feed")
    twice = sum(pages[record["id"]] == 2 for record in counted.stories)
    corrections = counted.data["corrections"]
    assert corrections["stories"] == corrections["corrections"] == twice
    assert corrections["of"] == counted.count(lambda record: record["template"] != "feed")


def test_health(counted: Counted) -> None:
    """Of every line, by the day on which it was fetched."""
    health = counted.data["fetched"]
    assert health["lines"] == counted.fetched(lambda _: True)
    assert health["pages"] == counted.fetched(lambda line: line["template"] != "feed")
    assert set(health["fields"]) == set(FIELDS)
    for name, series in health["fields"].items():
        assert series == counted.fetched(_filled(name))
    for name, series in health["by_template"].items():
        assert series == counted.fetched(_read_by(name))
    assert health["fallbacks"] == {"tags: meta": counted.fetched(lambda line: line["fallbacks"])}
