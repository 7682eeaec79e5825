"""Signals of this project, beside Scrapy's own.

``page_failed(found, url, failure)``: a request ended without a page that can be used; ``found`` is
None for a page of discovery. ``page_not_modified(found)``: the site says that a story is as it
was. ``page_unusable(response, found, reason)``: a page arrived, and is
nothing that can be read; ``found`` is None for a page of discovery.

``site_answered(url, mood)``: a request went out, and this is what it says of the site: ``fine``,
``refused``, or ``trouble`` (5xx, no answer, a broken one); each request tells it once, redirects do
not. ``site_wants_rest(seconds, status)``: by Retry-After, for longer than a run waits.
"""

from typing import Final

page_failed: Final = object()
page_not_modified: Final = object()
page_unusable: Final = object()
site_answered: Final = object()
site_wants_rest: Final = object()
