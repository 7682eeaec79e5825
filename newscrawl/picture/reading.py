"""The two readings of the day files from which all is counted.

The first looks at every line: which is the newest of its story, and what the fetch brought. The
second counts the stories, and compares the revisions of those that have several.
"""

import json
import sqlite3
from collections import Counter
from typing import Any

from newscrawl.kept.lines import Line
from newscrawl.kept.newest import Newest
from newscrawl.kept.selection import Selection
from newscrawl.kept.stories import Passed, Stories
from newscrawl.picture import corrections
from newscrawl.picture.clusters import Repeats
from newscrawl.picture.corrections import Revised
from newscrawl.picture.countries import Countries
from newscrawl.picture.days import PerDay
from newscrawl.picture.fetched import Health
from newscrawl.picture.groups import Groups
from newscrawl.picture.lengths import Delays, Lengths
from newscrawl.picture.links import LinkCounts
from newscrawl.picture.story import NoStory, Story, story_of
from newscrawl.picture.tallies import Tallies
from newscrawl.picture.ties import note_marks
from newscrawl.places import Places
from newscrawl.showing import Show

_NOTE = "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_EVERYTHING = Selection(all_revisions=True)


class Counts:
    """Everything that is counted; the notes have the rest."""

    def __init__(self, database: sqlite3.Connection, chosen: Selection) -> None:
        """Begin with nothing.

        Args:
            database: of the notes.
            chosen: which stories to count; its ``all_revisions`` is for others.
        """
        self._database, self._chosen = database, chosen
        self._number = 0
        self._changed = set[str]()
        self.tallies = Tallies(database)
        self.health = Health()
        self.lines = 0
        """Lines of the directory that hold a story."""
        self.stories = PerDay()
        self.versions = Counter[int]()
        self.groups, self.countries = Groups(self.tallies), Countries(self.tallies)
        self.links, self.repeats, self.revised = LinkCounts(database), Repeats(), Revised()
        self.delays, self.lengths = Delays(), Lengths()

    @property
    def kept(self) -> int:
        """Stories of the directory."""
        return self._number

    def see(self, line: Story) -> None:
        """Count a line."""
        self.lines += 1
        if line.record["revision"] > 1:
            self._changed.add(line.id)
        self.delays.watch(line)
        if self._chosen.takes(line.record):
            self.health.add(line)

    def has_changed(self, story_id: str) -> bool:
        """Tell whether a line that was seen is a later revision of a story."""
        return story_id in self._changed

    def compare(self, line: Story) -> None:
        """Note what a revision was of a story that has several."""
        corrections.note(self._database, line)

    def add(self, story: Story) -> None:
        """Count a story, and note it."""
        self._number += 1
        takes = self._chosen.takes(story.record)
        countries = self._count(story) if takes else []
        self._note(story, takes, countries)

    def _count(self, story: Story) -> list[str]:
        """Count a selected story, and return the countries that its headline and tags name."""
        self.stories.add(story.day)
        self.versions[story.record["extractor_version"]] += 1
        self.groups.add(story)
        self.repeats.add(story)
        self.revised.add(story)
        self.delays.add(story)
        self.lengths.add(story)
        self.links.add(self._number, story)
        countries = self.countries.add(story)
        note_marks(self.tallies, story.names("tags"), countries)
        return countries

    def _note(self, story: Story, takes: bool, countries: list[str]) -> None:
        record = story.record
        row = (
            self._number, story.id, takes, story.day, story.minute, record["headline"],
            record["url"], record["near_duplicate_of"], json.dumps(record["agencies"]),
            json.dumps(record["tags"]), json.dumps(countries),
        )  # fmt: skip
        self._database.execute(_NOTE, row)


def read(places: Places, counts: Counts, show: Show) -> Stories:
    """Count the records of a data directory, and return what was read, with what was passed over.

    Raises:
        OSError: a file cannot be read, or there is no room for what is noted.
    """
    lines = Stories(places.articles, _EVERYTHING, _as("looking", show))
    with Newest() as newest:
        for line, record in lines.places():
            story = _sound(line, record, lines.passed)
            if story is not None:
                newest.note(story.id, record["revision"], line.file, line.offset)
                counts.see(story)
        newest.index()
        again = Stories(places.articles, _EVERYTHING, _as("reading", show))
        _read_again(again, newest, counts)
    counts.tallies.write()
    return lines


def _read_again(stories: Stories, newest: Newest, counts: Counts) -> None:
    """Count the newest revisions, and compare all of those stories that have several."""
    file, current = "", set[int]()
    for line, record in stories.places():
        if line.file != file:
            file, current = line.file, newest.offsets(line.file)
        if counts.has_changed(record["id"]):
            story = _sound(line, record)
            if story is not None:
                counts.compare(story)
        if line.offset in current:
            counts.add(Story.of(record))


def _sound(line: Line, record: dict[str, Any], passed: Passed | None = None) -> Story | None:
    """Return the story of a line; of what is none None, and name it among what is passed over."""
    try:
        return story_of(record, line.data)
    except NoStory as error:
        if passed is not None:
            passed.add(f"{line.file}:{line.number}: {error}")
        return None


def _as(doing: str, show: Show) -> Show:
    """Return what tells how far a reading is, by another name."""
    return lambda _, behind, total: show(doing, behind, total)
