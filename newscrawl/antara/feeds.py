"""ANTARA's RSS feeds, in every shape they have had since 2015."""

import html as entities
import json
from collections.abc import Iterator
from dataclasses import asdict, astuple, dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice

from lxml import etree

from newscrawl.antara.captions import split_caption
from newscrawl.antara.completion import complete
from newscrawl.antara.dates import local_iso
from newscrawl.antara.decoding import decode
from newscrawl.antara.feed_xml import FeedError, root
from newscrawl.antara.images import image_address
from newscrawl.antara.markup import MarkupError, content, tree
from newscrawl.antara.text import fold, fold_or_none
from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.items import Article, Image

__all__ = [
    "Feed",
    "FeedError",
    "FeedItem",
    "dump_item",
    "feed_article",
    "load_item",
    "read_feed",
]

MOST_ITEMS = 500
"""Items of a feed that are read, the first ones; the site's have 20, and have had 100."""

_MEDIA = "{http://search.yahoo.com/mrss/}"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """What a feed says of one story."""

    story: StoryUrl
    title: str
    description: str | None
    """The teaser as printed, cut by the site with `` ...``, without markup."""
    published: datetime | None
    """With the offset that the feed gives."""
    image: Image | None


@dataclass(frozen=True, slots=True)
class Feed:
    """One RSS feed: its title and the stories it names, in its order, each once."""

    title: str | None
    items: tuple[FeedItem, ...]


def read_feed(body: bytes, base_url: str) -> Feed:
    """Read a feed; of a damaged one whatever items are whole.

    Items that lead to no story of the site are left out. Nothing outside the bytes is read and no
    entity is expanded: a feed with a document type of its own is refused.

    Args:
        body: the feed as it came, also with white space before its XML declaration.
        base_url: its address, for relative links.

    Raises:
        FeedError: it is no RSS.
    """
    feed = root(decode(body))
    items: dict[str, FeedItem] = {}
    for element in islice(feed.iter("item"), MOST_ITEMS):
        item = _item(element, base_url)
        if item is not None:
            items.setdefault(item.story.id, item)
    return Feed(fold_or_none(feed.findtext("channel/title")), tuple(items.values()))


def dump_item(item: FeedItem) -> str:
    """Return an item as JSON, for :func:`load_item`."""
    return json.dumps(
        {
            "url": item.story.url,
            "title": item.title,
            "description": item.description,
            "published": item.published.isoformat() if item.published else None,
            "image": asdict(item.image) if item.image else None,
        },
        ensure_ascii=False,
    )


def load_item(text: str) -> FeedItem:
    """Return the item that :func:`dump_item` wrote.

    Raises:
        ValueError: the text is nothing that it writes.
    """
    try:
        parts = json.loads(text)
        story = story_url(str(parts["url"]))
        published = datetime.fromisoformat(parts["published"]) if parts["published"] else None
        image = Image(**parts["image"]) if parts["image"] else None
        title, description = parts["title"], parts["description"]
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"no feed item: {error!r}") from error
    for value in (title, description, *(astuple(image) if image else ())):
        _check_text(value)
    if story is None:
        raise ValueError(f"no story at {parts['url']!r}")
    return FeedItem(story, title, description, published, image)


def _check_text(value: object) -> None:
    """Raise a ValueError for what is neither None nor a text that can be written."""
    if not isinstance(value, str | None):
        raise ValueError(f"no feed item: no text: {value!r}")  # noqa: TRY004 - as load_item says
    (value or "").encode()  # half of a surrogate pair is a ValueError too


def feed_article(item: FeedItem, fetched_at: datetime) -> Article:
    """Return the record of what a feed alone says of a story: no body, template ``feed``.

    It has no section: the names of ANTARA's feeds do not always fit what is in them.
    """
    article = Article(
        headline=item.title or None,
        description=item.description,
        date_published=local_iso(item.published) if item.published else None,
        images=[item.image] if item.image else [],
        template="feed",
    )
    return complete(article, item.story, fetched_at, {})


def _item(element: etree._Element, base_url: str) -> FeedItem | None:
    links = (element.findtext(name) for name in ("link", "guid"))
    stories = (story_url(fold(entities.unescape(link)), base_url) for link in links if link)
    story = next((story for story in stories if story), None)
    if story is None:
        return None
    teaser, picture = _teaser(element.findtext("description") or "")
    return FeedItem(
        story=story,
        title=fold(entities.unescape(element.findtext("title") or "")),
        description=teaser,
        published=_published(element.findtext("pubDate")),
        image=_image(element, picture),
    )


def _teaser(markup: str) -> tuple[str | None, str | None]:
    """Return the text of an item's description and the address of the picture in it."""
    try:
        teaser = tree(f"<div>{markup}</div>")
    except MarkupError:
        return None, None
    picture = teaser.find(".//img")
    return fold_or_none(content(teaser)), picture.get("src") if picture is not None else None


def _published(text: str | None) -> datetime | None:
    """Return an RFC 5322 date; one that says ``-0000`` is in UTC."""
    try:
        moment = parsedate_to_datetime(fold(text or ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _image(element: etree._Element, in_teaser: str | None) -> Image | None:
    media = element.find(f"{_MEDIA}content")
    text = element.findtext(f"{_MEDIA}content/{_MEDIA}description")
    for address in (*_addresses(element, media), in_teaser):
        url = image_address(address)
        if url:
            caption, credit = split_caption(entities.unescape(text or ""))
            return Image(url=url, caption=caption, credit=credit)
    return None


def _addresses(element: etree._Element, media: etree._Element | None) -> Iterator[str | None]:
    if media is not None and (media.get("medium") or "image") == "image":
        yield media.get("url")
    for enclosure in element.findall("enclosure"):
        if (enclosure.get("type") or "").startswith("image/"):
            yield enclosure.get("url")
