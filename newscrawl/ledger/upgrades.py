"""From the ledger's tables of earlier versions to those of this one, step by step."""

UPGRADES: dict[int, str] = {
    # Conditional requests, revisits, patience, manners, coverage, near-duplicates. What waited is
    # due at once; what is kept falls due as it is found again.
    1: """
ALTER TABLE stories ADD COLUMN due INTEGER;
ALTER TABLE stories ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN etag TEXT;
ALTER TABLE stories ADD COLUMN last_modified TEXT;
ALTER TABLE stories ADD COLUMN gone_since TEXT;
UPDATE stories SET due = 0 WHERE state = 'pending';
DROP INDEX stories_to_fetch;
CREATE INDEX stories_to_fetch ON stories
    (run, state DESC, depth, published DESC, article_id DESC) WHERE outcome IS NULL;
CREATE INDEX stories_due ON stories (due) WHERE due IS NOT NULL;
CREATE INDEX stories_skipped ON stories (reason, depth, published) WHERE state = 'skipped';
CREATE TABLE open_walks (section TEXT PRIMARY KEY, url TEXT, page INTEGER NOT NULL,
    stuck INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE pages (url TEXT NOT NULL, is_local INTEGER NOT NULL, etag TEXT, last_modified TEXT,
    PRIMARY KEY (url, is_local)) WITHOUT ROWID;
CREATE TABLE robots (host TEXT NOT NULL, is_local INTEGER NOT NULL, fetched INTEGER NOT NULL,
    status INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (host, is_local)) WITHOUT ROWID;
CREATE TABLE holds (is_local INTEGER PRIMARY KEY, until INTEGER NOT NULL, reason TEXT NOT NULL,
    times INTEGER NOT NULL);
CREATE TABLE coverage (run INTEGER NOT NULL REFERENCES runs (number), kind TEXT NOT NULL,
    field TEXT NOT NULL, filled INTEGER NOT NULL, records INTEGER NOT NULL,
    PRIMARY KEY (kind, run, field)) WITHOUT ROWID;
CREATE TABLE signatures (id TEXT PRIMARY KEY, number INTEGER NOT NULL, words INTEGER NOT NULL,
    minhash BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE bands (band INTEGER NOT NULL, hash INTEGER NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (band, hash, id)) WITHOUT ROWID
""",
    # The archive, and backfills. What was read before has no archived page. A walk that came to its
    # listing's end had the first second of 1970 for what it reached. What
    # waits is taken up in order, a piece at a time.
    2: """
DROP INDEX stories_due;
CREATE INDEX stories_waiting ON stories
    (state, depth, published DESC, article_id DESC, due) WHERE due IS NOT NULL;
ALTER TABLE walks ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
UPDATE walks SET ended = 1, reached = NULL WHERE reached = 1;
CREATE TABLE captures (url TEXT NOT NULL, status INTEGER NOT NULL, digest BLOB NOT NULL,
    record BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (url, status)) WITHOUT ROWID;
CREATE INDEX captures_by_digest ON captures (digest) WHERE status <> 200;
CREATE TABLE days (scope TEXT NOT NULL, day TEXT NOT NULL, way TEXT, page INTEGER NOT NULL,
    url TEXT, listed INTEGER NOT NULL, begun INTEGER NOT NULL, empty INTEGER NOT NULL,
    done INTEGER NOT NULL, PRIMARY KEY (scope, day)) WITHOUT ROWID;
CREATE TABLE ways (scope TEXT NOT NULL, way TEXT NOT NULL, works INTEGER NOT NULL,
    misses INTEGER NOT NULL, tried INTEGER NOT NULL, PRIMARY KEY (scope, way)) WITHOUT ROWID
""",
    # No run has to go through all stories: neither for those of some days, nor for those that are
    # gone.
    3: """
CREATE INDEX stories_by_day ON stories (published, state, tries, reason) WHERE state <> 'skipped';
CREATE INDEX stories_gone ON stories (due) WHERE state = 'gone'
""",
}
"""For each earlier version the statements that make the next one's tables of its own."""
