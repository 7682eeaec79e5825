"""Which addresses names may lead to; every connection is counted by a reactor that makes none."""

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from scrapy import Spider
from scrapy.crawler import AsyncCrawlerRunner
from twisted.internet.endpoints import HostnameEndpoint
from twisted.internet.error import DNSLookupError
from twisted.internet.protocol import Factory, Protocol
from twisted.internet.testing import MemoryReactorClock
from twisted.python.failure import Failure

from newscrawl import resolver
from newscrawl.middlewares.site import ForbiddenAddress
from newscrawl.resolver import GuardedResolver, is_public

SITE = "www.antaranews.com"
PUBLIC = "203.1.113.5"
PUBLIC_6 = "2606:4700::1111"


class Reactor(MemoryReactorClock):
    """Writes down what is to be connected to; threads wait until the test lets them run."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.threads: list[Callable[[], None]] = []
        self.nameResolver: Any = None

    def installNameResolver(self, name_resolver: Any) -> Any:  # noqa: N802 - Twisted's name
        """Take the place of the system's resolver."""
        self.nameResolver = name_resolver
        return name_resolver

    def getThreadPool(self) -> "Reactor":  # noqa: N802 - Twisted's name
        """Be the pool as well."""
        return self

    def callInThreadWithCallback(  # noqa: N802 - Twisted's name
        self, done: Callable[[bool, Any], None], function: Callable[..., Any], *args: Any
    ) -> None:
        """Put a function off."""

        def run() -> None:
            try:
                done(True, function(*args))
            except Exception:  # noqa: BLE001 - as a pool of threads does
                done(False, Failure())  # type: ignore[no-untyped-call]

        self.threads.append(run)

    def callFromThread(self, function: Callable[..., Any], *args: Any) -> None:  # noqa: N802
        """Call at once: there are no threads."""
        function(*args)

    @property
    def connections(self) -> list[str]:
        """The addresses that were to be connected to."""
        return [client[0] for client in self.tcpClients]


def answers(*addresses: str) -> Callable[[str, int], list[tuple[Any, ...]]]:
    """Return a look-up that finds these addresses."""

    def look_up(name: str, port: int) -> list[tuple[Any, ...]]:
        del name
        return [
            (socket.AF_INET6, address, port, 0, 0)
            if ":" in address
            else (socket.AF_INET, address, port)
            for address in addresses
        ]

    return look_up


def connect(reactor: Reactor, name: str = SITE, *trusted: str, wait: float = 0) -> Any:
    """Try to connect to a name; return the error, or None while it is being tried."""
    GuardedResolver(reactor, 15, lambda: iter(trusted)).install_on_reactor()
    factory: Any = Factory.forProtocol(Protocol)
    connecting = HostnameEndpoint(reactor, name, 443).connect(factory)
    errors: list[Failure] = []
    connecting.addErrback(errors.append)
    if wait:
        reactor.advance(wait)
    while reactor.threads:
        reactor.threads.pop()()
    reactor.advance(1)  # the second address is tried 0.3 s after the first
    return errors[0].value if errors else None


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no test ask a name server."""
    monkeypatch.setattr(resolver, "getaddrinfo", answers())
    return iter(())


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",  # noqa: S104 - an address that nothing may be asked of
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:203.1.113.5",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "fc00::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "4000::1",
    ],
)
def test_an_address_that_is_not_public(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Nothing is connected to an address of a special range, and the error names it."""
    assert not is_public(address)
    monkeypatch.setattr(resolver, "getaddrinfo", answers(address))
    reactor = Reactor()
    error = connect(reactor)
    assert isinstance(error, ForbiddenAddress)
    assert str(error) == f"{SITE} leads to {address}, which is no public address"
    assert reactor.connections == []


@pytest.mark.parametrize("address", [PUBLIC, PUBLIC_6, "64:ff9b::cb01:7105", "2002:cb01:7105::1"])
def test_a_public_address(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """The connection goes to the very address that was checked, IPv6 and NAT64 included."""
    monkeypatch.setattr(resolver, "getaddrinfo", answers(address))
    reactor = Reactor()
    assert connect(reactor) is None
    assert reactor.connections == [address]


def test_all_addresses_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first of a name's addresses does not answer, the others are there."""
    monkeypatch.setattr(resolver, "getaddrinfo", answers(PUBLIC_6, PUBLIC))
    reactor = Reactor()
    assert connect(reactor) is None
    assert reactor.connections == [PUBLIC_6, PUBLIC]


@pytest.mark.parametrize("places", [(PUBLIC, "10.0.0.1"), ("10.0.0.1", PUBLIC), (PUBLIC, "::1")])
def test_one_private_address_forbids_the_name(
    monkeypatch: pytest.MonkeyPatch, places: tuple[str, str]
) -> None:
    """A name with a public and a private address is not trusted with either."""
    monkeypatch.setattr(resolver, "getaddrinfo", answers(*places))
    reactor = Reactor()
    assert isinstance(connect(reactor), ForbiddenAddress)
    assert reactor.connections == []


def test_one_look_up_for_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers differently the second time is not asked a second time."""
    asked: list[str] = []

    def rebinding(name: str, port: int) -> list[tuple[Any, ...]]:
        asked.append(name)
        return answers(PUBLIC if len(asked) == 1 else "127.0.0.7")(name, port)

    monkeypatch.setattr(resolver, "getaddrinfo", rebinding)
    reactor = Reactor()
    assert connect(reactor) is None
    assert (asked, reactor.connections) == ([SITE], [PUBLIC])
    assert isinstance(connect(reactor), ForbiddenAddress)
    assert reactor.connections == [PUBLIC]


def test_a_host_that_the_user_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The host of ``origin`` and the user's proxies may be anywhere; no other host may."""
    monkeypatch.setattr(resolver, "getaddrinfo", answers("127.0.0.7"))
    monkeypatch.setattr(
        resolver,
        "getproxies",
        lambda: {"http": "proxy.example:3128", "https": "http://u:p@Other.example", "no": "x.y"},
    )
    process = AsyncCrawlerRunner({"DNS_TIMEOUT": 3, "TWISTED_REACTOR_ENABLED": False})
    reactor = Reactor()
    guard = GuardedResolver.from_crawler(process, reactor)
    for origin in (None, "http://localhost:8000"):
        crawler = AsyncCrawlerRunner.create_crawler(process, Spider)
        crawler.settings.set("NEWSCRAWL_ORIGIN", origin)
        process._crawlers.add(crawler)
    named = set(guard._trusted())
    assert named == {"localhost", "proxy.example", "other.example"}
    assert connect(reactor, "LocalHost", *named) is None
    assert reactor.connections == ["127.0.0.7"]
    assert isinstance(connect(reactor, "localhost.antaranews.com", *named), ForbiddenAddress)


@pytest.mark.parametrize("error", [socket.gaierror(), UnicodeError()])
def test_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """A name that is not found is Twisted's error for it, which Scrapy knows."""

    def fail(*_: object) -> list[tuple[Any, ...]]:
        raise error

    monkeypatch.setattr(resolver, "getaddrinfo", fail)
    reactor = Reactor()
    assert isinstance(connect(reactor), DNSLookupError)


def test_a_name_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """After ``DNS_TIMEOUT`` a look-up has failed, and an answer that comes later changes nothing."""
    monkeypatch.setattr(resolver, "getaddrinfo", answers(PUBLIC))
    reactor = Reactor()
    assert isinstance(connect(reactor, wait=16), DNSLookupError)
    assert reactor.connections == []


def test_the_old_way_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks Twisted for one IPv4 address gets it, and none where it is forbidden."""

    class Receiver:
        def __init__(self) -> None:
            self.heard: list[Any] = []

        def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802 - Twisted's name
            self.heard.append(resolution.name)
            with pytest.raises(NotImplementedError):
                resolution.cancel()

        def addressResolved(self, address: Any) -> None:  # noqa: N802 - Twisted's name
            self.heard.append(address.host)

        def resolutionComplete(self) -> None:  # noqa: N802 - Twisted's name
            self.heard.append("complete")

    for places, heard in (
        ((PUBLIC_6, PUBLIC), [SITE, PUBLIC, "complete"]),
        (("127.0.0.1",), [SITE, "complete"]),
    ):
        monkeypatch.setattr(resolver, "getaddrinfo", answers(*places))
        reactor, receiver = Reactor(), Receiver()
        guard = GuardedResolver(reactor, 15)
        four = type(resolver._TYPES[socket.AF_INET]("TCP", PUBLIC, 1))
        guard.resolveHostName(receiver, SITE, 0, [four])
        reactor.threads[0]()
        assert receiver.heard == heard


def test_the_system_s_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The operating system's answers for this machine are understood, each family as its own."""
    monkeypatch.undo()
    found = resolver.getaddrinfo("localhost", 80)
    assert {address for _, address, *_ in found} <= {"127.0.0.1", "::1"}
    assert found
