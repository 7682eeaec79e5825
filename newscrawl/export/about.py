"""What an exported file says of itself."""

from newscrawl import __version__, clock
from newscrawl.items import SCHEMA_VERSION
from newscrawl.kept.selection import Selection

SOURCE = "ANTARA, www.antaranews.com"
RIGHTS = (
    "The stories belong to ANTARA or the agencies that it credits. Ask ANTARA before you publish"
    " them, pass them on, or train on them; rights_notice has what each page says."
)


def about(chosen: Selection) -> dict[str, str]:
    """Return name and value of what is worth knowing of a file apart from its records."""
    return {
        "source": SOURCE,
        "rights": RIGHTS,
        "schema_version": str(SCHEMA_VERSION),
        "selection": str(chosen),
        "made_by": f"newscrawl {__version__}",
        "made_at": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
    }
