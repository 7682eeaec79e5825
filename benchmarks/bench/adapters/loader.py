"""A loader with seventeen fields over a selector, as a spider's callback has them."""

from itemadapter import ItemAdapter
from parsel import Selector

from benchmarks.bench.loader import FIELDS, load
from benchmarks.evaluation.protocol import Answer, Request, serve


def _read(request: Request) -> Answer:
    return ItemAdapter(load(Selector(text=request.text))).asdict()


if __name__ == "__main__":
    serve("itemloaders", list(FIELDS), _read)
