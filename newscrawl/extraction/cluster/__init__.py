"""Pages read on many machines, by the workers of a Dask scheduler; results as of one machine.

What is to be read is cut into units: parts of large archives, and files that go together. A worker
finds the pages of a unit, reads them in a process beside it, and returns what came of each. The
command itself puts all into order, joins stories of several pages, and keeps or prints the records.

Only :mod:`newscrawl.extraction.cluster.connection` knows of Dask.
"""
