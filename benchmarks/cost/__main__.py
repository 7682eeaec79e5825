"""``make cost``: fails where reading a page has become much dearer than parsing it."""

import argparse
import sys

from benchmarks.cost.counting import CannotCountError, cost
from benchmarks.cost.pages import mix
from benchmarks.cost.ratio import MOST


def main() -> int:
    """Count, print, and return 1 when a page costs more than it may."""
    parser = argparse.ArgumentParser(prog="make cost")
    parser.add_argument("--most", type=float, default=MOST, help=f"the bound; {MOST}")
    most = parser.parse_args().most
    try:
        warming, pages = mix(2)
        counted = cost(warming, pages)
    except CannotCountError as error:
        print(f"make cost: {error}", file=sys.stderr)
        return 1
    print(counted.told(most))
    if counted.is_fine(most):
        return 0
    print(
        "Reading a page has become dearer: `python -m cProfile` of extract() on pages of"
        " benchmarks/cost/pages.py shows where. benchmarks/cost/ratio.py says when the bound moves."
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
