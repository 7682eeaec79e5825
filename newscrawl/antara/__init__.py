"""ANTARA's pages: bytes in, data out.

The only place that knows how the site is laid out and how its copy is written. Nothing here does
input or output or asks what time it is; what a caller has to know of the site stands in
``docs/site.md``.
"""
