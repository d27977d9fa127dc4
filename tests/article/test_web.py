"""Fetching pages from a server of our own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from facta.article import read
from facta.errors import SourceError

PAGE = b"<html><body><article><h1>Norland recalls envoy</h1><p>Norland recalled its envoy on Monday, they said.</p>"


class Handler(BaseHTTPRequestHandler):
    """A site with one page, one bad redirect, and nothing else."""

    def do_GET(self) -> None:
        """Answer by path."""
        if self.path == "/page":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE + self.headers["User-Agent"].encode() + b"</article></body></html>")
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        else:
            self.send_response(404)
            self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_fetched_and_its_address_kept(site: str) -> None:
    """An address gives an article with that address; the user agent names Facta."""
    article = read(f"{site}/page")
    assert article.url == f"{site}/page"
    assert "Norland recalled its envoy" in article.text


@pytest.mark.parametrize(("path", "code"), [("/gone", "S07"), ("/file", "S07|S08")])
def test_errors_of_the_server_are_told(site: str, path: str, code: str) -> None:
    """404 is S07; a redirect to a file is never followed."""
    with pytest.raises(SourceError, match=rf"\[(?:{code})\]"):
        read(site + path)


def test_nobody_there_is_told() -> None:
    """A host that does not answer is S08."""
    with pytest.raises(SourceError, match=r"\[S08\]"):
        read("http://127.0.0.1:9/page")
