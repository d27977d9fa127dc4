"""Pages and bytes in, articles out; what is broken or hostile is refused with a reason."""

from __future__ import annotations

import contextlib
import gzip
import time
from pathlib import Path

import pytest

from facta.article import from_text, read
from facta.errors import SourceError, UsageError
from facta.records import TurnKind

PAGES = Path(__file__).parent / "pages"
LONG = 10.0  # seconds that no input may take


def page(body: str) -> bytes:
    return f"<html><body><article><h1>A plain headline</h1>{body}</article></body></html>".encode()


def test_only_the_article_is_in_the_text() -> None:
    """Captions, teasers, share bars, appeals, comments, the cookie bar and the clock stay outside the text."""
    article = read(PAGES / "wire.html")
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == "Sudport reopens after harbour talks"
    assert paragraphs[1] == "Both harbour boards call the deal a fresh start."
    assert len(paragraphs) == 5
    assert "timber exports" in paragraphs[-1]


def test_the_page_clock_is_never_the_day_of_publication() -> None:
    """The clock is kept apart, and the page's metadata date the article."""
    article = read(PAGES / "wire.html")
    assert article.page_clock == "2024-09-06"
    assert article.published is not None
    assert (article.published.start, article.published.end) == ("2024-03-14", "2024-03-14")
    assert article.published.basis == "meta"


def test_metadata_name_title_publisher_and_language() -> None:
    """The headline is the page's own, without the site's name."""
    article = read(PAGES / "wire.html")
    assert (article.title, article.publisher, article.language) == (
        "Sudport reopens after harbour talks", "Norland Courier", "en")


def test_standfirst_is_told_from_narration() -> None:
    """A paragraph that the page marks as its standfirst becomes a turn of that kind."""
    kinds = [turn.kind for turn in read(PAGES / "wire.html").turns]
    assert kinds == [TurnKind.HEADLINE, TurnKind.STANDFIRST, TurnKind.NARRATION]


def test_a_page_without_a_date_is_dated_by_its_text() -> None:
    """Only a clock and a day of last week are given: the week after that day, not the clock's day."""
    article = read(PAGES / "interview.html")
    assert article.page_clock == "2024-05-04"
    assert article.published is not None
    assert article.published.basis == "text"
    assert "2024-04-24" <= article.published.start <= article.published.end <= "2024-05-04"


def test_gzipped_pages_and_bytes_read_alike() -> None:
    """A page may be given as a path, as bytes, or gzipped; the text is the same."""
    data = (PAGES / "wire.html").read_bytes()
    assert read(gzip.compress(data)).text == read(data).text == read(str(PAGES / "wire.html")).text


def test_text_is_never_taken_for_a_path() -> None:
    """A text that names an existing file is still a text."""
    assert from_text(str(PAGES / "wire.html")).text == str(PAGES / "wire.html")


def test_plain_text_keeps_its_offsets() -> None:
    """Plain text is repaired one character for one."""
    text = "Luk\u0430shenka\u00a0 met\u200b Lind\r\n\r\nThe end \u0449\u0430 it."
    assert len(from_text(text).text) == len(text)
    assert from_text(text).text == "Lukashenka  met  Lind\r\n\r\nThe end of it."


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "S02"), (b" \n\t ", "S02"), (b"\x00" * 500, "S02"), (b"%PDF-1.7 ...", "S04"), (b"PK\x03\x04....", "S04"),
        (b"\x89PNG\r\n", "S04"), (bytes(range(256)) * 40, "S04"), (b"\x1f\x8b\x08broken", "S06"),
        (b"<html><body></body></html>", "S03"), (gzip.compress(b"a" * 40_000_000), "S05"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused_with_its_code(data: bytes, code: str) -> None:
    """Empty, binary, broken, bare and bloated input each have an error that says what and what to do."""
    with pytest.raises(SourceError) as caught:
        read(data, name="thing")
    assert caught.value.code == code
    assert caught.value.where == "thing"
    assert caught.value.todo


@pytest.mark.parametrize("source", ["no/such/file.html", str(PAGES), "a\0b"])
def test_paths_that_cannot_be_opened_are_named(source: str) -> None:
    """A missing file, a folder and an impossible name are S01."""
    with pytest.raises(SourceError, match=r"^\[S01\]"):
        read(source)


@pytest.mark.parametrize("published", ["yesterday", "2017-13-01", "2017-11-20/2017-11-01", ""])
def test_a_wrong_date_is_wrong_usage(published: str) -> None:
    """A given date that is none is refused before anything is read."""
    with pytest.raises(UsageError, match="U02"):
        read(PAGES / "wire.html", published=published)


@pytest.mark.parametrize(
    "data",
    [
        b"word " * 200_000,
        b"Word " * 100_000,
        b'"' * 500_000,
        "– a?\n".encode() * 50_000,
        b"1 2 3 " * 60_000,
        b"On November 17, he said. " * 10_000,
        page("<div>" * 20_000 + "<p>The ministers met on Monday, officials said.</p>"),
        page("<p " + " ".join(f'a{i}="x"' for i in range(200_000)) + ">The ministers met on Monday.</p>"),
        page("<p " + " ".join(f'a{i}=">"' for i in range(100_000)) + ">The ministers met on Monday.</p>"),
        page("<p>" + "no stop " * 125_000 + "</p>"),
        page("".join(f"<p>The ministers met {i} times.</p>" for i in range(300_000))),
    ],
    ids=list("wcqshtdaxun"),
)  # fmt: skip
def test_hostile_input_ends_soon(data: bytes) -> None:
    """Input made to be slow is read or refused in time."""
    start = time.process_time()
    with contextlib.suppress(SourceError):
        assert read(data).text
    assert time.process_time() - start < LONG


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("<p>The café was closed by the police on Monday, they said.</p>".encode("cp1252"), "café"),
        (b'<meta charset="utf-8"><p>The caf\xe9 was closed by the police on Monday, they said.</p>', "café"),
        ('<meta charset="windows-1251"><p>Посол вернулся в Минск в понедельник.</p>'.encode("cp1251"), "Посол"),
        ("The café was closed.".encode("utf-16"), "café"),
        ("\ufeffThe café was closed.".encode(), "café"),
        (b'<meta charset="x-unknown"><p>The caf\xe9 was closed by the police on Monday.</p>', "café"),
    ],
)
def test_encodings_are_found_out(data: bytes, word: str) -> None:
    """Declared, undeclared and wrongly declared encodings give the letters that were meant."""
    assert word in read(data).text


def test_reading_twice_gives_the_same_article() -> None:
    """The same page has one id and one reading."""
    assert read(PAGES / "interview.html") == read(PAGES / "interview.html")
