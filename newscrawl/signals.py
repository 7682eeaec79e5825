"""Signals of this project, beside Scrapy's own.

``page_failed(found, url, failure)``: a request ended without a page that can be used; ``found`` is
None for a page of discovery. ``page_unusable(response, found, reason)``: a page arrived, and is
nothing that can be read; ``found`` is None for a page of discovery.
"""

from typing import Final

page_failed: Final = object()
page_unusable: Final = object()
