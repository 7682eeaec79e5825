"""The kept records in the forms that other programs open: ``scrapy export``.

``exporting`` is the way in; each format is a module that writes one file from a stream of stories.
``docs/exports.md`` has every column.
"""
