"""The templates of the site's eras, and which of them a page is in."""

from lxml import etree

from newscrawl.antara.templates.amp import Amp
from newscrawl.antara.templates.base import Template
from newscrawl.antara.templates.era_a import EraA
from newscrawl.antara.templates.era_b import EraB
from newscrawl.antara.templates.era_c import EraC
from newscrawl.antara.templates.era_d import EraD

TEMPLATES: tuple[type[Template], ...] = (Amp, EraD, EraC, EraB, EraA)
"""AMP, which has parts of the others, then the eras, the present one first."""


def template_of(root: etree._Element) -> tuple[type[Template], etree._Element] | None:
    """Return a page's template and the element that holds its story, or None.

    What the page is decides, not its date: the site serves old stories in new templates.
    """
    for template in TEMPLATES:
        stories = template.story(root)
        if stories:
            return template, stories[0]
    return None
