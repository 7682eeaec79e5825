"""What a file says of itself."""

from newscrawl.archive.warcinfo import COPIED, CRAWLED, About


def fields(about: About) -> dict[str, str]:
    """Return the fields of a block."""
    lines = about.block().decode().removesuffix("\r\n").split("\r\n")
    return dict(line.split(": ", 1) for line in lines)


def test_who_made_it_with_what_by_which_rules() -> None:
    """Software, standard, operator, robots policy and User-Agent are named."""
    about = About(
        description=CRAWLED,
        operator="https://example.org/contact",
        robots="RFC 9309",
        user_agent="newscrawl/0.1.0 (+https://example.org/contact)",
    )
    told = fields(about)
    assert list(told) == [
        "software",
        "format",
        "conformsTo",
        "operator",
        "robots",
        "http-header-user-agent",
        "isPartOf",
        "description",
    ]
    assert told["operator"] == "https://example.org/contact"
    assert "chunked framing is taken off" in told["description"]


def test_what_is_not_known_is_not_said() -> None:
    """A file of copies has no robots policy; one from this machine is not taken for the site's."""
    told = fields(About(description=COPIED))
    assert not {"operator", "robots", "http-header-user-agent"} & told.keys()
    assert "answered in the site's place" not in told["description"]
    local = fields(About(description=CRAWLED, is_local=True))
    assert "answered in the site's place" in local["description"]
