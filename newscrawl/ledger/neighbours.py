"""Which story repeats which: near-duplicates among the lines of the ledger and those on their way.

The table ``signatures`` has a row for every story with a body; its ``number`` is that of the
record that began the story's cluster, so the earliest story of a cluster is found in one step.
``bands`` leads from parts of a signature to the stories that share them.
"""

import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.items import Article
from newscrawl.signatures import Signature, signature

_MOST_PER_BAND, _MOST_CANDIDATES = 500, 200
"""How many stories a look-up takes from each band, and how many of them it compares: a phrase that
thousands of stories have costs no more time than that."""
_OF_BAND = "SELECT * FROM (SELECT id FROM bands WHERE band = ? AND hash = ? LIMIT ?)"
"""The stories of one band; all bands are asked for at once, which takes half the time."""


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Stories that repeat each other."""

    number: int
    """When it began: number of its first record."""
    id: str
    """The story that began it."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A record on its way to a file."""

    body_sha256: str | None
    signature: Signature
    original: str
    """The story that began its cluster; its own id where it does that itself."""


class Neighbours:
    """Finds the earliest story that a record repeats; holds no more than what is on its way."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Look into the ledger's tables when asked."""
        self._database = database
        self._claims: dict[str, _Claim] = {}

    def original(self, article: Article) -> str | None:
        """Return the id of the earliest story of which a record is a copy or a near-duplicate.

        What was said of a story's first body holds for all its later revisions.
        """
        cluster = self._cluster(article)
        return cluster.id if cluster is not None and cluster.id != article.id else None

    def claim(self, article: Article) -> None:
        """Let records that come next find one that is on its way, and already marked."""
        if article.body:
            original = article.near_duplicate_of or article.id
            self._claims[article.id] = _Claim(
                article.body_sha256, signature(article.body), original
            )

    def release(self, article: Article) -> None:
        """Forget the claim: the record is acknowledged, or was not kept."""
        self._claims.pop(article.id, None)

    def add_within(self, article: Article) -> None:
        """Keep the signature of an acknowledged record, in the caller's transaction."""
        newest = self._database.execute(
            "SELECT number, revision FROM records WHERE id = ? ORDER BY revision DESC LIMIT 1",
            (article.id,),
        ).fetchone()
        if not article.body or newest is None or newest[1] != article.revision:
            return
        number = self._number_of(article.id) or self._number_of(article.near_duplicate_of)
        self._forget_within(article.id)
        found = signature(article.body)
        self._database.execute(
            "INSERT INTO signatures (id, number, words, minhash) VALUES (?, ?, ?, ?)",
            (article.id, number or newest[0], found.words, found.minhash),
        )
        self._database.executemany(
            "INSERT OR IGNORE INTO bands (band, hash, id) VALUES (?, ?, ?)",
            ((band, content, article.id) for band, content in found.bands),
        )

    def are_joined(self, story_id: str, original: str) -> bool:
        """Tell whether two stories are in one cluster; one without a body is in none."""
        own = self._number_of(story_id)
        return own is None or own == self._number_of(original)

    def join_within(self, story_id: str, original: str) -> None:
        """Put a story into the cluster of another, in the caller's transaction."""
        number = self._number_of(original)
        if number is not None:
            self._database.execute(
                "UPDATE signatures SET number = ? WHERE id = ?", (number, story_id)
            )

    def _forget_within(self, story_id: str) -> None:
        """Take out what is kept of an earlier revision's body."""
        row = self._database.execute(
            "SELECT words, minhash FROM signatures WHERE id = ?", (story_id,)
        ).fetchone()
        if row is None:
            return
        self._database.executemany(
            "DELETE FROM bands WHERE band = ? AND hash = ? AND id = ?",
            ((band, content, story_id) for band, content in Signature(*row).bands),
        )
        self._database.execute("DELETE FROM signatures WHERE id = ?", (story_id,))

    def _number_of(self, story_id: str | None) -> int | None:
        row = self._database.execute(
            "SELECT number FROM signatures WHERE id = ?", (story_id,)
        ).fetchone()
        return row[0] if row else None

    def _cluster(self, article: Article) -> _Cluster | None:
        """Return the cluster that a record belongs to; none where it begins one."""
        if not article.body:
            return None
        own = self._database.execute(
            "SELECT first.number, first.id FROM signatures JOIN records AS first USING (number)"
            " WHERE signatures.id = ?",
            (article.id,),
        ).fetchone()
        if own is not None:
            return _Cluster(*own)
        found = signature(article.body)
        clusters = [
            *self._with_body(article),
            *self._like(found),
            *self._on_their_way(article, found),
        ]
        # Of clusters that have no number yet the first one was claimed first.
        return min(clusters, key=lambda cluster: cluster.number, default=None)

    def _with_body(self, article: Article) -> Iterator[_Cluster]:
        """Yield the cluster of the first record with the same body."""
        for row in self._database.execute(
            "SELECT first.number, first.id FROM records AS same"
            " JOIN signatures ON signatures.id = same.id"
            " JOIN records AS first ON first.number = signatures.number"
            " WHERE same.body_sha256 = ? AND same.id != ? ORDER BY same.number LIMIT 1",
            (article.body_sha256, article.id),
        ):
            yield _Cluster(*row)

    def _like(self, found: Signature) -> Iterator[_Cluster]:
        """Yield the clusters of the stories whose bodies are like that of a signature."""
        for story_id in self._candidates(found):
            number, first, words, minhash = self._database.execute(
                "SELECT first.number, first.id, signatures.words, signatures.minhash"
                " FROM signatures JOIN records AS first USING (number) WHERE signatures.id = ?",
                (story_id,),
            ).fetchone()
            if found.is_like(Signature(words, minhash)):
                yield _Cluster(number, first)

    def _candidates(self, found: Signature) -> list[str]:
        """Return the stories that share most with a signature, the likeliest first."""
        bands = list(found.bands)
        if not bands:
            return []
        places = [part for band, content in bands for part in (band, content, _MOST_PER_BAND)]
        rows = self._database.execute(" UNION ALL ".join([_OF_BAND] * len(bands)), places)
        shared = Counter(story_id for (story_id,) in rows)
        return [story_id for story_id, _ in shared.most_common(_MOST_CANDIDATES)]

    def _on_their_way(self, article: Article, found: Signature) -> Iterator[_Cluster]:
        for claim in self._claims.values():
            same = claim.body_sha256 is not None and claim.body_sha256 == article.body_sha256
            if same or found.is_like(claim.signature):
                yield _Cluster(self._number_of(claim.original) or sys.maxsize, claim.original)
