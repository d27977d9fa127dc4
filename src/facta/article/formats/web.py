"""Fetching a page: an address in, bytes and the server's charset out. HTTP and HTTPS only, bounded in size and time."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from importlib.metadata import PackageNotFoundError, version
from typing import IO, Any, NamedTuple

from facta.article.formats.raw import too_large
from facta.article.limits import FETCH_SECONDS, FETCH_TOTAL_SECONDS, MAX_SOURCE_BYTES
from facta.errors import SourceError

_CHUNK = 65_536
_SCHEMES = ("http://", "https://")


class Fetched(NamedTuple):
    """A page as the server sent it: its bytes, its charset if it names one, and its final address."""

    data: bytes
    charset: str | None
    url: str


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirects to web addresses only."""

    def redirect_request(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: str) -> Any:  # noqa: ANN401
        """Refuse a redirect to a file or any other scheme."""
        if not newurl.lower().startswith(_SCHEMES):
            raise urllib.error.URLError(f"it redirects to {newurl[:80]}, which is no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_url(source: str) -> bool:
    """Say whether a source is a web address.

    >>> is_url("https://example.org/"), is_url("pages/a.html")
    (True, False)
    """
    return source.lower().startswith(_SCHEMES)


def fetch(url: str) -> Fetched:
    """Return the page at an address.

    Raises:
        SourceError: S07 the server answers with an error, S08 it cannot be reached, S05 the page is too large.

    """
    try:
        name = version("facta")
    except PackageNotFoundError:  # run from a source tree that is not installed
        name = "0"
    headers = {"User-Agent": f"Facta/{name} (news event coder)", "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1"}
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        _WebOnly(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    try:
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the scheme is checked by is_url and _WebOnly
        with opener.open(request, timeout=FETCH_SECONDS) as answer:
            data = _bounded(answer, url)
            return Fetched(data, answer.headers.get_content_charset(), answer.geturl())
    except urllib.error.HTTPError as error:
        error.close()
        raise SourceError(
            "S07", url, f"the server answers {error.code} {error.reason}", "Check the address."
        ) from error
    except (urllib.error.URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, (TimeoutError, socket.timeout)):
            raise SourceError(
                "S08", url, f"no answer within {FETCH_SECONDS:.0f} seconds", "Try again later."
            ) from error
        raise SourceError(
            "S08", url, f"it cannot be reached ({reason})", "Check the address and the network."
        ) from error


def _bounded(answer: IO[bytes], url: str) -> bytes:
    """Read an answer up to the limits of size and time."""
    pieces, size, end = [], 0, time.monotonic() + FETCH_TOTAL_SECONDS
    while piece := answer.read(_CHUNK):
        size += len(piece)
        pieces.append(piece)
        if size > MAX_SOURCE_BYTES:
            raise too_large(url)
        if time.monotonic() > end:
            raise SourceError(
                "S08", url, f"not read to its end within {FETCH_TOTAL_SECONDS:.0f} seconds", "Try again later."
            )
    return b"".join(pieces)
