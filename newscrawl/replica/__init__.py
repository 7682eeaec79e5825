"""A miniature of the agency's site, served on loopback, with invented stories.

The demo, the tests and the benchmarks run on it. Markup, addresses and habits are those of the
real site; every headline, sentence, name and picture is made up, drawn from a seed.
"""

from newscrawl.replica.corpus import Corpus
from newscrawl.replica.offers import Offers
from newscrawl.replica.pages import Switch, page
from newscrawl.replica.replica import Fault, Replica
from newscrawl.replica.site import Response
from newscrawl.replica.story import Story

__all__ = ["Corpus", "Fault", "Offers", "Replica", "Response", "Story", "Switch", "page"]
