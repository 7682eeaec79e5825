"""Names to addresses, none of which leads back into the network that the crawler runs in.

Whoever controls the answers of a name server could otherwise have the crawler ask for something on
this machine or behind its firewall. What is checked here is what the connection is then made to:
between the two there is no second look-up that could answer differently (DNS rebinding).
"""

import socket
from collections.abc import Callable, Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.crawler import CrawlerRunnerBase
from twisted.internet import address as twisted_address
from twisted.internet.defer import Deferred
from twisted.internet.defer import TimeoutError as LookUpTimeoutError
from twisted.internet.threads import deferToThreadPool

from newscrawl.middlewares.site import ForbiddenAddress

_GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is given out to anyone (RFC 4291, section 2.4)."""
_NAT64 = IPv6Network("64:ff9b::/96")
"""Where networks without IPv4 reach it: the address is in the last 32 bits (RFC 6052)."""
_TYPES: dict[int, Callable[..., Any]] = {
    socket.AF_INET: twisted_address.IPv4Address,
    socket.AF_INET6: twisted_address.IPv6Address,
}


def is_public(address: str) -> bool:
    """Tell whether an address is one host's that anybody on the internet can reach."""
    return _is_public(ip_address(address))


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            return _is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
        if address not in _GLOBAL_UNICAST:
            return False
        if address.sixtofour is not None and not _is_public(address.sixtofour):
            return False
    return address.is_global and not address.is_multicast


class _Resolution(NamedTuple):
    """What Twisted wants to be told at the beginning of a look-up."""

    name: str

    def cancel(self) -> None:
        raise NotImplementedError  # as in Twisted's own: a look-up in a thread cannot be stopped


class _Refusal(twisted_address.IPv4Address):
    """Stands for a forbidden address among the answers; whoever would connect to it raises.

    A resolver can tell Twisted of addresses or that there are none, but not of an error.
    """

    def __init__(self, error: ForbiddenAddress) -> None:
        self._error = error

    @property
    def host(self) -> str:  # type: ignore[override] # an attribute that cannot be had
        raise self._error


class GuardedResolver:
    """Scrapy's resolver of host names, IPv4 and IPv6; for its setting ``TWISTED_DNS_RESOLVER``."""

    def __init__(
        self, reactor: Any, timeout: float, trusted: Callable[[], Iterator[str]] = lambda: iter(())
    ) -> None:
        """Look names up in the reactor's threads.

        Args:
            reactor: Twisted's.
            timeout: seconds after which a look-up has failed.
            trusted: returns the names that may lead anywhere, at the time of a look-up.
        """
        self._reactor = reactor
        self._timeout = timeout
        self._trusted = trusted

    @classmethod
    def from_crawler(cls, crawler: CrawlerRunnerBase, reactor: Any) -> Self:
        """Return the resolver of a process.

        What Scrapy passes as the crawler is the process, whose crawlers are yet to be made.
        """
        return cls(reactor, crawler.settings.getfloat("DNS_TIMEOUT"), lambda: _named_by(crawler))

    def install_on_reactor(self) -> None:
        """Become the only resolver that connections ask."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802 - Twisted's name, as all of these
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> "_Resolution":
        """Tell the receiver of a name's addresses: all of them, or none when one is forbidden.

        The arguments are those of ``IHostnameResolver`` in :mod:`twisted.internet.interfaces`.
        """
        del transportSemantics  # nothing here speaks UDP
        resolution = _Resolution(hostName)
        resolutionReceiver.resolutionBegan(resolution)
        answer = self._answer(resolutionReceiver, hostName, portNumber, addressTypes)
        Deferred.fromCoroutine(answer)
        return resolution

    async def _answer(
        self, receiver: Any, name: str, port: int, types: Sequence[type] | None
    ) -> None:
        try:
            found = list(await self._look_up(name, port))
        except ForbiddenAddress as error:
            # Who asks for one type of address takes the first at once, and would never be done.
            found = [] if types else [_Refusal(error)]
        for address in found:
            if types is None or isinstance(address, tuple(types)):
                receiver.addressResolved(address)
        receiver.resolutionComplete()

    async def _look_up(self, name: str, port: int) -> Iterator[Any]:
        """Return a name's addresses; none when it has none or nobody answers in time.

        Raises:
            ForbiddenAddress: one of them is not public, and nobody has named the host.
        """
        lookup = deferToThreadPool(
            self._reactor,
            self._reactor.getThreadPool(),
            getaddrinfo,
            name,
            port,
        ).addTimeout(self._timeout, self._reactor)
        try:
            answers = await lookup
        except (OSError, UnicodeError, LookUpTimeoutError):
            return iter(())
        if name.lower() not in self._trusted():
            for _, host, *_ in answers:
                if not is_public(host):
                    raise ForbiddenAddress(f"{name} leads to {host}, which is no public address")
        return (_TYPES[family]("TCP", *rest) for family, *rest in answers)


def getaddrinfo(name: str, port: int) -> list[tuple[Any, ...]]:
    """Return family, address, port and whatever else belongs to it, for each answer.

    Raises:
        OSError: the name has no address, or nobody knows.
        UnicodeError: it is no name.
    """
    answers = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return [(family, *place) for family, _, _, _, place in answers if family in _TYPES]


def _named_by(process: CrawlerRunnerBase) -> Iterator[str]:
    """Yield the hosts that the user named: his proxies and the ``origin`` of his crawls."""
    origins = (crawler.settings.get("NEWSCRAWL_ORIGIN") for crawler in process.crawlers)
    proxies = (url for scheme, url in getproxies().items() if scheme in ("http", "https"))
    for url in (*origins, *proxies):
        host = urlsplit(url if "://" in url else f"//{url}").hostname if url else None
        if host is not None:
            yield host
