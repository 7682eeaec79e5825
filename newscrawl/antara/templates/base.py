"""What a template says of one era's article pages: where each thing stands."""

from typing import ClassVar

from lxml import etree

from newscrawl.antara.xpaths import Selector, xpath
from newscrawl.items import RelatedKind

NOWHERE = etree.XPath("/..")
"""Selects nothing: the era's pages do not have it."""


class Template:
    """One era's article page. A further era is one more subclass.

    ``story`` and ``related`` look at the whole page, all others at the story's element, ``caption``
    at one picture. They select elements, whose text counts, or strings.
    """

    name: ClassVar[str]
    """What a record's ``template`` says."""
    story: ClassVar[Selector]
    """The element with the whole story, headline to tags; where it selects nothing, the page is in
    another template."""
    headline: ClassVar[Selector]
    summary: ClassVar[Selector] = NOWHERE
    """Summaries and pull quotes that stand apart from the text; left out of the body too."""
    published: ClassVar[Selector] = NOWHERE
    """Exact times of publication (ISO 8601)."""
    modified: ClassVar[Selector] = NOWHERE
    printed_date: ClassVar[Selector]
    """Elements in which the time of publication is printed."""
    byline: ClassVar[Selector] = NOWHERE
    """Lines of credits outside the body."""
    pictures: ClassVar[Selector]
    """Elements that hold one picture and its caption each."""
    caption: ClassVar[Selector]
    lone_caption: ClassVar[Selector] = NOWHERE
    """The caption of the main picture, where the two may stand apart, or the picture be named in
    the page's head alone."""
    body: ClassVar[Selector]
    """The container of the text, with whatever else stands in it."""
    apart: ClassVar[Selector] = NOWHERE
    """Elements inside the container that are no part of the text, pull quotes aside."""
    credits: ClassVar[Selector] = NOWHERE
    """Elements outside the container with lines such as those at its end: credits, copyright."""
    is_rough: ClassVar[bool] = False
    """Whether what the container begins and ends with is not known exactly: what comes before a
    dateline is then no story, and the last paragraphs may stand there twice."""
    section: ClassVar[Selector] = NOWHERE
    """The section's name, where no breadcrumb gives it."""
    breadcrumbs: ClassVar[Selector] = NOWHERE
    tags: ClassVar[Selector] = NOWHERE
    """Tags, or lists of them joined by commas."""
    language: ClassVar[Selector] = xpath(
        ".//span[@itemprop='inLanguage'] | .//meta[@itemprop='inLanguage']/@content"
    )
    """What is said of the story's own language: ``<html lang>`` is the theme's, and an Indonesian
    page may have it in English."""
    related: ClassVar[tuple[tuple[RelatedKind, Selector], ...]] = ()
    """Links outside the body that are related to the story, in page order."""
