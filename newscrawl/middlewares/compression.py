"""Compressed answers: whole, of bounded size, and in the coding that they are said to be in.

Scrapy's own middleware delivers the beginning of a truncated gzip body as if it were the page, and
fails for good on a false Content-Encoding; here both are asked for again.
"""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import Response

from newscrawl.middlewares.decoding import CODINGS, MOST_CODINGS, TooLarge, decode
from newscrawl.middlewares.errors import BadEncoding, Truncated
from newscrawl.middlewares.pace import pace_of
from newscrawl.middlewares.retry import again, tell


class CompressionMiddleware(HttpCompressionMiddleware):
    """Scrapy's, with readers of our own."""

    def __init__(self, crawler: Crawler) -> None:
        """Take over Scrapy's settings."""
        super().__init__(crawler=crawler)
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "CompressionMiddleware":
        """Return the middleware of a crawler."""
        return cls(crawler)

    def process_response(  # type: ignore[override]  # Scrapy's `spider` argument is deprecated
        self, request: Request, response: Response
    ) -> Request | Response:
        """Unpack an answer.

        Raises:
            Truncated: it has no end, and has been asked for often enough.
            BadEncoding: it is in another coding than it says, the second time too.
            DownloadCancelledError: it unpacks to more than ``DOWNLOAD_MAXSIZE``.
        """
        if not response.body:  # such as a 304, which may name the coding of what it stands for
            return response
        try:
            return super().process_response(request, response)
        except TooLarge as error:
            raise DownloadCancelledError(f"{response.url} unpacks to {error}") from error
        except Truncated as error:
            return self._again(request, error, None)
        except BadEncoding as error:
            return self._again(request, error, 1)

    def _again(self, request: Request, error: Truncated | BadEncoding, most: int | None) -> Request:
        """Ask again, as after any answer that broke off; the errors of a middleware pass no other.

        Raises:
            Truncated, BadEncoding: it has been asked for often enough.
        """
        pace_of(self._crawler).trouble(request)
        tell(self._crawler, request, "trouble")
        request_again = again(self._crawler, request, type(error).__name__, most)
        if request_again is None:
            raise error
        return request_again

    @staticmethod
    def _decode(body: bytes, content_encoding: bytes, max_size: int) -> bytes:
        """Unpack one coding; Scrapy takes them off one by one, the last first."""
        return decode(body, content_encoding.decode("latin-1"), max_size)

    @staticmethod
    def _split_encodings(content_encoding: list[bytes]) -> tuple[list[bytes], list[bytes]]:
        """Return the codings to take off, the last first; those before one that is unknown stay.

        Raises:
            BadEncoding: there are more of them than anybody means.
        """
        named = [part.strip().lower() for value in content_encoding for part in value.split(b",")]
        kept = [name for name in named if name not in (b"", b"identity")]
        taken: list[bytes] = []
        while kept and kept[-1].decode("latin-1") in CODINGS:
            taken.append(kept.pop())
        if len(taken) > MOST_CODINGS:
            raise BadEncoding(f"{len(taken)} codings over one another")
        return taken, kept
