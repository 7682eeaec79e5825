"""Which country a place name in Indonesian news copy is in: datelines, headlines, tags.

Pure functions over lists that are kept in this directory: ``exonyms.tsv`` and ``not_places.tsv`` by
hand, ``cities.tsv`` and ``countries.tsv`` made by :mod:`newscrawl.gazetteer.making`.
``docs/places.md`` tells how names are found, and what is not.

``cities.tsv`` and ``countries.tsv`` have data of GeoNames (https://www.geonames.org/), which is
under the Creative Commons Attribution 4.0 licence, chosen and cut down:
``ATTRIBUTION.md``.
"""

from newscrawl.gazetteer.dateline import of_dateline
from newscrawl.gazetteer.placing import Placed, of_headline, of_tag

__all__ = ["Placed", "of_dateline", "of_headline", "of_tag"]
