"""Pages of the replica for tests that look at them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from lxml import html

from newscrawl.replica import Corpus, Story, page
from newscrawl.replica.amp import amp_form
from newscrawl.replica.ids import Edition
from newscrawl.replica.markup import Around
from newscrawl.replica.traits import Template

FIRST = date(2026, 9, 1)
YEAR = 2026
Page = tuple[Story, html.HtmlElement]


def stories(
    days: int, edition: Edition = "id", first: date = FIRST, seed: int = 2
) -> Iterator[Story]:
    """Yield some days of stories."""
    corpus = Corpus(seed)
    for day in (first + timedelta(days=n) for n in range(days)):
        yield from corpus.stories_of_day(day, edition)


def around(corpus: Corpus, story: Story) -> Around:
    """Return what stands beside a story, in short."""
    before = story.published.date() - timedelta(days=1)
    return Around(corpus.heads_of_day(before, story.edition)[:3], None)


def pages(
    days: int,
    wanted: Callable[[Story], bool],
    *,
    edition: Edition = "id",
    template: Template | None = None,
    first: date = FIRST,
) -> list[Page]:
    """Return pages of stories: in the site's mix of templates, in one of them, or in AMP."""
    corpus, found = Corpus(2), []
    for day in (first + timedelta(days=n) for n in range(days)):
        era = None if template == "AMP" else template
        for story in corpus.stories_of_day(day, edition, era):
            if wanted(story):
                beside = around(corpus, story)
                shown = amp_form(story, beside, YEAR) if template == "AMP" else story
                found.append((shown, html.document_fromstring(page(shown, beside))))
    return found


def texts(element: html.HtmlElement, xpath: str) -> list[str]:
    """Return the texts of what is selected, white space folded."""
    return [" ".join(node.text_content().split()) for node in element.xpath(xpath)]


def folded(element: html.HtmlElement) -> str:
    """Return an element's whole text, white space folded."""
    return " ".join(element.text_content().split())
