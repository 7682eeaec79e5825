"""Words and their stems: how other forms of a word are found.

The full-text index has the stories' texts as they are, and beside them the stems of their words by
Snowball's Indonesian stemmer. SQL cannot stem the words of a question, so every word of the stories
stands in the table ``stems`` with its own.
"""

import re
import sqlite3
from collections.abc import Iterator

from snowballstemmer import stemmer

from newscrawl.kept.stories import Record

TEXTS = ("headline", "description", "body")
_WORD = re.compile(r"[^\W_]+")
"""As SQLite's unicode61 parts words."""
_MOST = 200_000
"""Words that are remembered with their stems."""
_LONGEST = 40
"""Letters of a word; what is longer is no word, and stays as it is."""

_CREATE = """
CREATE VIEW articles_text AS
SELECT number, headline, description, body, NULL AS stems FROM articles;
CREATE VIRTUAL TABLE articles_fts USING fts5(
    headline, description, body, stems,
    content = 'articles_text', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('rank', 'bm25(10.0, 5.0, 1.0, 2.0)');
INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', 16777216);
"""
_INSERT = (
    "INSERT INTO articles_fts (rowid, headline, description, body, stems) VALUES (?, ?, ?, ?, ?)"
)

# What the Snowball algorithm takes off, and what me- and pe- make of the first letter of a root.
_PREFIXES = (
    ("", ""), ("di", ""), ("ke", ""), ("se", ""), ("ber", ""), ("be", ""), ("ter", ""), ("te", ""),
    ("per", ""), ("diper", ""), ("memper", ""), ("me", ""), ("mem", ""), ("mem", "p"), ("men", ""),
    ("men", "t"), ("meng", ""), ("meng", "k"), ("meny", "s"), ("pe", ""), ("pem", ""), ("pem", "p"),
    ("pen", ""), ("pen", "t"), ("peng", ""), ("peng", "k"), ("peny", "s"),
)  # fmt: skip
_SUFFIXES = (
    "", "i", "an", "kan", "nya", "inya", "annya", "kannya", "lah", "kah", "pun", "ku", "mu",
)  # fmt: skip


class Words:
    """Writes the full-text index and the table of stems."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Make the index in a database that has the tables."""
        self._database = database
        self._stem = stemmer("indonesian").stemWord
        self._stems: dict[str, str] = {}
        database.executescript(_CREATE)
        database.executemany("INSERT INTO affixes VALUES (?, ?, ?)", _affixes())

    def add(self, number: int, record: Record) -> None:
        """Write the words of one story."""
        texts = [record[name] for name in TEXTS]
        stems = " ".join(self.stem(word) for text in texts for word in words(text or ""))
        self._database.execute(_INSERT, (number, *texts, stems))

    def stem(self, word: str) -> str:
        """Return the stem of a word in small letters, which the table has from then on."""
        stem = self._stems.get(word)
        if stem is None:
            if len(self._stems) >= _MOST:
                self._stems.clear()
            stem = self._stem(word) if len(word) <= _LONGEST else word
            self._stems[word] = stem
            self._database.execute("INSERT OR IGNORE INTO stems VALUES (?, ?)", (word, stem))
        return stem

    def finish(self) -> None:
        """Make the index small and quick, when all stories are in it."""
        self._database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return _WORD.findall(text.lower())


def _affixes() -> Iterator[tuple[str, str, str]]:
    for prefix, becomes in _PREFIXES:
        for suffix in _SUFFIXES:
            yield prefix, becomes, suffix
