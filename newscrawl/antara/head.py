"""What a page says of itself for machines: ``meta`` elements, microdata, its own addresses."""

import html as entities
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from newscrawl.antara.credits import Role
from newscrawl.antara.images import image_address
from newscrawl.antara.lines import byline
from newscrawl.antara.looks import all_of
from newscrawl.antara.markup import content
from newscrawl.antara.people import split_names
from newscrawl.antara.text import fold, word_set
from newscrawl.antara.urls import StoryUrl, story_url
from newscrawl.antara.xpaths import Having, xpath

_NESTED = "../ancestor::*[@itemprop][@itemscope]"
"""Inside a thing of its own, such as the publisher, a property is not the story's."""
_PROPERTIES = Having(f"//*/@itemprop[not(parent::meta)][not({_NESTED})]")
_READ = word_set(
    "headline description articlesection datepublished datemodified keywords editor author"
)
"""Properties that are read where an element has them."""
_LONGEST = 20_000
"""Characters of one statement; a longer one is none."""
_LONGEST_LINE = 200
_MOST_PROPERTIES = 200
"""How many are looked at; the site's pages have some twenty."""
_OWN_ADDRESSES = xpath(
    "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
    " | //*/@itemprop[. = 'url']/parent::*[not(ancestor::*[@itemprop='publisher'])]/@href"
    " | //meta[@itemprop='url']/@content"
    " | //*/@href[not(parent::a or parent::link)]"
    "[parent::*[local-name()='comments' or name()='fb:comments']]"
)
_SHARE_LINKS = xpath("//*/@id[. = 'sharebox']/..//a[contains(@href, 'sharer')]/@href")
_SHARED = re.compile(r"[?&]u=([^&]+)")
"""The page's own address in a link that shares it: pages of era A give no other."""
_SITE_NAME = re.compile(r"\s*[-|–]\s*ANTARA(?:\s*News)?(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_NO_SECTION = frozenset({"", "news", "berita", "indonesia"})
_BOILERPLATE = frozenset(
    {
        "antara",
        "antara news",
        "antaranews",
        "antaranews.com",
        "berita bisnis",
        "berita ekonomi",
        "berita harian",
        "berita harian online",
        "berita indonesia",
        "berita olahraga",
        "berita online",
        "berita politik",
        "berita terbaru",
        "berita terkini",
        "indonesia news",
        "portal berita",
        "portal indonesia",
    }
)
"""Words that the site adds to every page's keywords."""


class Head:
    """The metadata of one page."""

    def __init__(self, root: etree._Element) -> None:
        """Read ``meta`` elements, then microdata; of several with one name the first counts."""
        self._root = root
        self._said: dict[str, str] = {}
        for name, text in _statements(root):
            self._said.setdefault(name, text)
        for element in _PROPERTIES(root)[:_MOST_PROPERTIES]:
            self._read_property(element)

    def _read_property(self, element: etree._Element) -> None:
        for name in _READ & set((element.get("itemprop") or "").lower().split()):
            key = "byline" if name == "author" else name
            if key not in self._said:
                text = _value(element, name)
                if text.strip() and len(text) <= _LONGEST:
                    self._said[key] = text

    def fields(self, headline: str | None) -> dict[str, list[str]]:
        """Return what it says of a record's fields.

        Args:
            headline: the story's, which the site's sub-portals print among the keywords.
        """
        title = _SITE_NAME.sub("", fold(self._get("headline", "og:title", "twitter:title")))
        section = self._get("article:section", "articlesection")
        return {
            "headline": [title or _SITE_NAME.sub("", fold(self._root.findtext(".//title") or ""))],
            "description": [self._get("description", "og:description", "twitter:description")],
            "section": [] if section.strip().lower() in _NO_SECTION else [section],
            "tags": self._tags(headline or title),
            "date_published": self.published(),
            "date_modified": [
                self._get("article:modified_time", "datemodified", "og:updated_time")
            ],
            "reporters": self._reporters(),
            "editors": split_names(self._get("editor")),
        }

    def published(self) -> list[str]:
        """Return the statements of the time of publication, ISO 8601 as a rule."""
        return [self._get(name) for name in ("article:published_time", "datepublished")]

    def image_addresses(self) -> list[str]:
        """Return the addresses of the picture for previews."""
        said = (self._get("og:image"), self._get("twitter:image"))
        return list(filter(image_address, said))

    def own_story(self) -> StoryUrl | None:
        """Return which story the page says that it is, or None when it does not say."""
        shared = (_SHARED.search(link) for link in _SHARE_LINKS(self._root))
        named = [*_OWN_ADDRESSES(self._root), *(unquote(match[1]) for match in shared if match)]
        stories = map(story_url, named)
        return next((story for story in stories if story is not None), None)

    def _tags(self, headline: str) -> list[str]:
        # A headline may itself have commas, so it goes first.
        words = fold(self._get("keywords"))
        if headline and words.casefold().startswith(headline.casefold()):
            words = words[len(headline) :]
        tags = (fold(word) for word in words.split(","))
        return [tag for tag in tags if tag and tag.casefold() not in _BOILERPLATE]

    def _reporters(self) -> list[str]:
        parts = byline(fold(self._get("byline"))[:_LONGEST_LINE])
        return [name for part in parts if part.role is Role.REPORTERS for name in part.names]

    def _get(self, *names: str) -> str:
        return next((self._said[name] for name in names if name in self._said), "")


def _statements(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield name and content of the ``meta`` elements, entities in the content resolved."""
    for meta in all_of(root, "meta"):
        text = meta.get("content") or ""
        if not text or text.isspace() or len(text) > _LONGEST:
            continue
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name:
                yield name, entities.unescape(text)


def _value(element: etree._Element, name: str) -> str:
    """Return what an element says for its property.

    An author's name alone does not say whether it is the reporter's: the line around it does.
    """
    if name == "author":
        parent = element.getparent()
        return "" if parent is None else content(parent)
    return element.get("content") or element.get("datetime") or content(element)
