"""What is known of ANTARA's hosts: its editions, and which of them share story ids."""

from dataclasses import dataclass

SITE_DOMAIN = "antaranews.com"
"""Every host of the site is this domain or lies under it."""

REGIONAL_HOSTS = (
    "aceh",
    "ambon",
    "babel",
    "bali",
    "banten",
    "bengkulu",
    "gorontalo",
    "jabar",
    "jambi",
    "jateng",
    "jatim",
    "jogja",
    "kalbar",
    "kalsel",
    "kalteng",
    "kaltim",
    "kaltara",
    "kepri",
    "kl",
    "lampung",
    "makassar",
    "manado",
    "mataram",
    "megapolitan",
    "ntt",
    "papua",
    "papuabarat",
    "papuatengah",
    "riau",
    "sulteng",
    "sultra",
    "sumbar",
    "sumsel",
    "sumut",
)
"""First labels of the regional bureaus' hosts; each counts its stories from 1 by itself."""

TOPIC_HOSTS = ("bola", "otomotif", "pemilu", "ramadhan")
"""First labels of topic and event hosts: their stories carry national ids."""

PLAIN_LABELS = ("", "www", "m")
"""Labels in front of an edition's host that change how a page is served and not which it is."""

REGIONAL_WORLD_SECTION = "mancanegara"
"""What the regional hosts call their foreign news in the menu."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of ANTARA: a host with ids, a language and sections of its own."""

    name: str
    """Name in a record's ``edition`` and in the spider's argument."""
    host: str
    language: str
    """BCP 47 tag, ``id`` or ``en``."""
    world_section: str
    """The section that a crawl without a ``section`` argument reads."""

    @property
    def origin(self) -> str:
        """Scheme and host of every canonical address of the edition (RFC 6454)."""
        return f"https://{self.host}"

    @property
    def id_prefix(self) -> str:
        """What stands before the colon of a story's identity."""
        return "antara" if self.name == "id" else f"antara-{self.name}"

    def feed_url(self, section: str) -> str:
        """Return the address of a section's RSS feed; ``dunia/asean`` is ``dunia-asean.xml``."""
        return f"{self.origin}/rss/{section.strip('/').replace('/', '-')}.xml"

    def listing_url(self, section: str) -> str:
        """Return the address of the first page of a section's listing."""
        return f"{self.origin}/{section.strip('/')}"


NATIONAL = Edition("id", f"www.{SITE_DOMAIN}", "id", "dunia")
# No feed of the English world news is known; the one of everything in English is.
ENGLISH = Edition("en", f"en.{SITE_DOMAIN}", "en", "latest-news")

EDITIONS = ("id", "en", *REGIONAL_HOSTS)
"""Names that :func:`edition` takes, for messages."""


def edition(name: str) -> Edition:
    """Return the edition of a name: ``id``, ``en`` or a listed regional host.

    Raises:
        ValueError: no edition has that name; the message lists those there are.
    """
    if name not in EDITIONS:
        raise ValueError(f"no edition {name!r}; there are {', '.join(EDITIONS)}")
    return edition_of_label(name)


def edition_of_label(label: str) -> Edition:
    """Return the edition whose id space a host uses, from what stands before the site's domain.

    A host that nobody listed is taken to count its stories by itself: two stories that are taken
    for one would lose one of them, one that is taken for two is only kept twice.
    """
    if label in (*PLAIN_LABELS, *TOPIC_HOSTS, NATIONAL.name):
        return NATIONAL
    if label == ENGLISH.name:
        return ENGLISH
    name = label.replace(".", "-")
    return Edition(name, f"{label}.{SITE_DOMAIN}", "id", REGIONAL_WORLD_SECTION)
