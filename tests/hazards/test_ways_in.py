"""What leads a crawler to places that are none of its business.

The forbidden place is a server on another loopback address, which must see no connection.
"""

import contextlib
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scrapy.utils.project import get_project_settings

from newscrawl import settings
from tests.e2e.pages import FEED, LISTING, ROBOTS, WWW, path, site, story, url
from tests.e2e.serving import Answer
from tests.hazards.conftest import Crawl
from tests.hazards.raw import RawServer
from tests.hazards.test_redirects import moved

STORY = (WWW, path(100))
ELSEWHERE = "127.0.0.8"
FAST = {"DOWNLOAD_DELAY": 0, "RETRY_TIMES": 0}


@pytest.fixture
def forbidden() -> Iterator[RawServer]:
    """Listen at an address that nothing may be asked of."""
    with RawServer({("*", "/"): Answer(b"secret")}, (ELSEWHERE, 0)) as server:
        yield server
        assert server.connections == 0


@pytest.mark.parametrize("status", [302, 308])
@pytest.mark.parametrize("place", [STORY, FEED, LISTING, ROBOTS], ids=lambda place: place[1])
def test_redirect_off_the_site(
    crawl: Crawl, forbidden: RawServer, status: int, place: tuple[str, str]
) -> None:
    """No redirect leads off the site or to a bare address, of whatever request; each is counted.

    Plain Scrapy follows it where the request is one of the first, and otherwise tells nobody.
    """
    with RawServer(site(100, 99) | {place: moved(f"{forbidden.origin}/x", status)}) as server:
        done = crawl(server.origin, FAST)
    assert done.exit_code == 3
    if place == STORY:
        assert done.outcomes == {"new": {"": 1}, "failed": {"off_site": 1}}


@pytest.mark.parametrize("place", [STORY, FEED, LISTING], ids=lambda place: place[1])
def test_meta_refresh_off_the_site(
    crawl: Crawl, forbidden: RawServer, place: tuple[str, str]
) -> None:
    """No page sends the crawler anywhere by its markup.

    Plain Scrapy follows it from the first requests on.
    """
    page = f'<html><meta http-equiv="refresh" content="0;url={forbidden.origin}/x"></html>'
    with RawServer(site(100, 99) | {place: Answer(page.encode())}) as server:
        done = crawl(server.origin, FAST)
    assert 99 in [record["article_id"] for record in done.records]


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/hostname",
        "file://www.antaranews.com/etc/hostname",
        "data:text/html,<h1>x</h1>",
        "ftp://127.0.0.8/x",
        "ftp://www.antaranews.com/x",
        "javascript:alert(1)",
        "gopher://127.0.0.8/x",
        "https://user:pw@www.antaranews.com/berita/50/x",
        "https://www.antaranews.com:8443/berita/50/x",
        "https://www.antaranews.com/" + "x" * 3_000,
        "https://[::1/",
        "http://[::1]/",
        "http://2130706440/",
        "https://www.antaranews.com@127.0.0.8/",
        "//127.0.0.8/",
        "https://www.\u0430ntaranews.com/x",
    ],
)
def test_redirect_to_another_scheme_or_shape(
    crawl: Crawl, forbidden: RawServer, target: str
) -> None:
    """A redirect to a file, to data, to another protocol or to a malformed address is a failure.

    Plain Scrapy reads local files for whoever can name one in a request.
    """
    location = target.replace("127.0.0.8", forbidden.origin.removeprefix("http://"))
    with RawServer(
        site(100, 99) | {STORY: Answer(b"", status=302, headers={"Location": location})}
    ) as server:
        done = crawl(server.origin, FAST)
        assert server.stories() in ([100, 99], [99, 100])
    assert done.exit_code == 3
    assert [record["article_id"] for record in done.records] == [99]
    assert sum(done.outcomes["failed"].values()) == 1
    assert not [line for line in done.log if "rror" in line]


def test_only_http_handlers() -> None:
    """No handler for files, data, FTP or S3 is there, and nothing listens for commands.

    Plain Scrapy has them all, and runs what is sent to its remote control and telnet ports.
    """
    project = get_project_settings()
    handlers = project.getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler} == {"http", "https"}
    assert not project.getbool("TELNETCONSOLE_ENABLED")
    assert not project.getbool("REMOTE_CONTROL_ENABLED")
    assert not any("cookies" in name for name in project.getwithbase("DOWNLOADER_MIDDLEWARES"))
    assert project.getbool("DOWNLOAD_VERIFY_CERTIFICATES")


@contextlib.contextmanager
def https_at(address: str) -> Iterator[RawServer | None]:
    """Listen where https is asked for, if this user may."""
    try:
        server = RawServer({}, (address, 443))
    except PermissionError:
        yield None
        return
    with server:
        yield server


@pytest.mark.parametrize("answers", [[ELSEWHERE], ["203.1.113.5", ELSEWHERE]])
def test_name_that_leads_to_a_private_address(crawl: Crawl, answers: list[str]) -> None:
    """A host of the site that leads to this machine, or among others there, is not connected to.

    Plain Scrapy connects to whatever address a name server gives.
    """
    with https_at(ELSEWHERE) as server:
        done = crawl(None, FAST, names={WWW: answers})
        assert server is None or server.connections == 0
    assert done.exit_code == 3
    assert f"{WWW} leads to {ELSEWHERE}, which is no public address" in done.report["unreachable"]
    assert done.stats.get("downloader/response_count", 0) == 0


def test_an_origin_by_its_name(crawl: Crawl) -> None:
    """The host that ``origin`` names may be this machine: the user said so."""
    with RawServer(site(100)) as server:
        origin = server.origin.replace("127.0.0.1", "localhost")
        done = crawl(origin, names={"localhost": ["127.0.0.1"]})
    assert done.outcomes == {"new": {"": 1}}


@pytest.mark.parametrize("name", ["proxy.example", "127.0.0.1"])
def test_a_proxy_of_the_user_s(crawl: Crawl, name: str) -> None:
    """A proxy that the environment names may be anywhere; the site's names are then its business."""
    there = f"{WWW}:443"
    with RawServer({}) as proxy:
        address = proxy.origin.replace("127.0.0.1", name)
        done = crawl(
            None,
            FAST,
            names={"proxy.example": ["127.0.0.1"], WWW: [ELSEWHERE]},
            environment={"https_proxy": address},
        )
        assert set(proxy.asked) == {(there, there)}
        assert proxy.heads[0].startswith(f"CONNECT {there} ")
    assert done.exit_code == 3


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    """Return a server's side of TLS with a certificate that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, WWW)])
    hosts = [x509.DNSName(WWW), x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(hosts), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    both = tmp_path / "certificate.pem"
    both.write_bytes(private + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_unauthenticated_tls(crawl: Crawl, self_signed: ssl.SSLContext, host: str) -> None:
    """A server whose certificate nobody vouches for is not asked for anything.

    Plain Scrapy verifies no certificate.
    """
    with RawServer(site(100), tls=self_signed) as server:
        origin = server.origin.replace("127.0.0.1", host)
        done = crawl(origin, FAST, names={"localhost": ["127.0.0.1"]})
        assert server.connections > 0
        assert not server.asked
    assert done.exit_code == 3
    assert "certificate verify failed" in done.report["unreachable"]


def test_ftp_and_user_info(crawl: Crawl, forbidden: RawServer) -> None:
    """Links with another protocol or with credentials are no stories of the site."""
    host = forbidden.origin.removeprefix("http://")
    links = [f"ftp://{host}/berita/5/x", f"https://user:pw@{WWW}/berita/6/x"]
    with RawServer(site(100) | {STORY: story(100, links)}) as server:
        done = crawl(server.origin)
        assert server.stories() == [100]
    assert done.outcomes == {"new": {"": 1}}


def test_a_user_s_list_is_guarded_too(crawl: Crawl, tmp_path: Path, forbidden: RawServer) -> None:
    """What a user names himself has to be the site's as well."""
    given = tmp_path / "urls.txt"
    given.write_text(f"{forbidden.origin}/berita/5/x\n{url(100)}\n")
    with (
        RawServer(site(100)) as server,
        pytest.raises(AssertionError, match="of a story of the site"),
    ):
        crawl(server.origin, urls=given)


def test_limits_are_set() -> None:
    """Time, size, redirects and look-ups have limits far below Scrapy's own."""
    assert settings.DOWNLOAD_TIMEOUT <= 30
    assert settings.DOWNLOAD_MAXSIZE <= 10 * 1024 * 1024
    assert settings.REDIRECT_MAX_TIMES <= 5
    assert settings.DNS_TIMEOUT <= 15
    assert not any("metarefresh" in name for name in settings.DOWNLOADER_MIDDLEWARES_BASE)
