"""``python -m benchmarks.near_duplicates``: measure, and write docs/near-duplicates.md."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.near_duplicates.lookup import SIZES, costs
from benchmarks.near_duplicates.quality import copies, precisions, recalls
from benchmarks.near_duplicates.report import Results, report
from benchmarks.near_duplicates.shingles import sizes
from benchmarks.near_duplicates.stories import texts

_DOCUMENT = Path(__file__).parents[2] / "docs" / "near-duplicates.md"
_SEEDS, _DAYS = range(1, 13), 40
_SHINGLED = 800
"""Stories that are compared pair by pair, with every size of shingle."""


def main() -> None:
    """Measure everything; a million made-up stories need some minutes and a gigabyte of disk."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.near_duplicates")
    parser.add_argument("--output", type=Path, default=_DOCUMENT, help="the document to write")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="stories in the ledger")
    options = parser.parse_args()
    corpora = [texts(seed, _DAYS) for seed in _SEEDS]
    stories = corpora[0]
    counted = [copies(corpus) for corpus in corpora]
    results = Results(
        day=datetime.now(UTC).date(),
        stories=sum(len(corpus) for corpus in corpora),
        copies=(sum(count for count, _ in counted), sum(found for _, found in counted)),
        recalls=recalls(stories),
        precisions=list(precisions(corpora)),
        sizes=sizes(corpora[0][:_SHINGLED]),
        costs=list(costs([size for size in SIZES if size <= options.largest])),
    )
    document = report(results)
    options.output.write_text(document, encoding="utf-8")
    print(document)


if __name__ == "__main__":
    main()
