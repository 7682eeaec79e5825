"""What a template says of one era's article pages: where each thing stands."""

from typing import ClassVar

from lxml import etree

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
    story: ClassVar[etree.XPath]
    """The element with the whole story, headline to tags; where it selects nothing, the page is in
    another template."""
    headline: ClassVar[etree.XPath]
    summary: ClassVar[etree.XPath] = NOWHERE
    """Summaries and pull quotes that stand apart from the text; left out of the body too."""
    published: ClassVar[etree.XPath] = NOWHERE
    """Exact times of publication (ISO 8601)."""
    modified: ClassVar[etree.XPath] = NOWHERE
    printed_date: ClassVar[etree.XPath]
    """Elements in which the time of publication is printed."""
    byline: ClassVar[etree.XPath] = NOWHERE
    """Lines of credits outside the body."""
    pictures: ClassVar[etree.XPath]
    """Elements that hold one picture and its caption each."""
    caption: ClassVar[etree.XPath]
    body: ClassVar[etree.XPath]
    """The container of the text, with whatever else stands in it."""
    section: ClassVar[etree.XPath] = NOWHERE
    """The section's name, where no breadcrumb gives it."""
    breadcrumbs: ClassVar[etree.XPath] = NOWHERE
    tags: ClassVar[etree.XPath] = NOWHERE
    """Tags, or lists of them joined by commas."""
    language: ClassVar[etree.XPath] = etree.XPath("/html/@lang")
    related: ClassVar[tuple[tuple[RelatedKind, etree.XPath], ...]] = ()
    """Links outside the body that are related to the story, in page order."""
