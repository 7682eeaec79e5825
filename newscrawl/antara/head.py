"""What a page's head says: its ``meta`` elements, and the addresses it gives for itself."""

import re

from lxml import etree, html

from newscrawl.antara.text import fold
from newscrawl.antara.urls import StoryUrl, story_url

_METAS = etree.XPath("//meta[@content]")
_OWN_ADDRESSES = etree.XPath(
    "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
    " | //*[@itemprop='url'][not(ancestor::*[@itemprop='publisher'])]/@href"
    " | //meta[@itemprop='url']/@content"
    " | //*[local-name()='comments' or name()='fb:comments']/@href"
)
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

    def __init__(self, root: html.HtmlElement) -> None:
        """Read the page's ``meta`` elements; of several with one name the first counts."""
        self._root = root
        self._said: dict[str, str] = {}
        for meta in _METAS(root):
            for attribute in ("property", "name", "itemprop"):
                name = (meta.get(attribute) or "").strip().lower()
                if name and meta.get("content").strip():
                    self._said.setdefault(name, meta.get("content"))

    def fields(self, headline: str | None) -> dict[str, list[str]]:
        """Return what it says of a record's fields.

        Args:
            headline: the story's, which the site's sub-portals print among the keywords.
        """
        title = _SITE_NAME.sub("", fold(self._get("og:title", "twitter:title")))
        section = self._get("article:section")
        return {
            "headline": [title or _SITE_NAME.sub("", fold(self._root.findtext(".//title") or ""))],
            "description": [self._get("description", "og:description", "twitter:description")],
            "section": [] if section.strip().lower() in _NO_SECTION else [section],
            "tags": self._tags(headline or title),
            "date_published": self.published(),
            "date_modified": [
                self._get("article:modified_time", "datemodified", "og:updated_time")
            ],
        }

    def published(self) -> list[str]:
        """Return the statements of the time of publication, ISO 8601 as a rule."""
        return [self._get(name) for name in ("article:published_time", "datepublished")]

    def image_addresses(self) -> list[str]:
        """Return the addresses of the picture for previews."""
        said = (self._get("og:image"), self._get("twitter:image"))
        return [address for address in said if address]

    def own_story(self) -> StoryUrl | None:
        """Return which story the page says that it is, or None when it does not say."""
        stories = (story_url(address) for address in _OWN_ADDRESSES(self._root))
        return next((story for story in stories if story is not None), None)

    def _tags(self, headline: str) -> list[str]:
        # A headline may itself have commas, so it goes first.
        words = fold(self._get("keywords"))
        if headline and words.casefold().startswith(headline.casefold()):
            words = words[len(headline) :]
        tags = (fold(word) for word in words.split(","))
        return [tag for tag in tags if tag and tag.casefold() not in _BOILERPLATE]

    def _get(self, *names: str) -> str:
        return next((self._said[name] for name in names if name in self._said), "")
