"""Broken archives, odd names, and texts of every sort: a record, a recorded failure, never a crash."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.article import from_text, read
from facta.article.dates import mentions
from facta.article.published import infer
from facta.article.sources import expand
from facta.errors import SourceError

WIRE = (Path(__file__).parent / "pages" / "wire.html").read_bytes()
PIECES = st.sampled_from([
    "Q:", "A:", "Q1.", "Ada Lind:", "LIND:", "BERG (Norland):", "SPOKESPERSON:", "–", "- ", "**", "?", "!", ".",
    "\n", "\n\n", " ", "Ada Lind", "the", "minister", "said", "17 November 2017", "Monday", "yesterday", "1.", "2)",
    "“", "”", "[", "(", ")", "who heads the", "of the", "Norland Post", "interview with", "spoke to", "I", "you",
    "is a former mediator", "\u200b", "al-Rashid", "Mr", "5 May", "in 2011", "Photo:", "SEE MORE:",
    "via Getty Images", "Reporting by", "\r\n", "İ", "ß", "ı",
])  # fmt: skip


@pytest.mark.parametrize("kept", [20, 60, 200, 0.5, 0.9])
def test_a_cut_archive_is_read_as_far_as_it_goes_or_refused(kept: float) -> None:
    """A gzipped page that breaks off is never an empty article."""
    packed = gzip.compress(WIRE)
    cut = packed[: int(kept * len(packed)) if kept < 1 else int(kept)]
    try:
        text = read(cut).text
    except SourceError as error:
        text = error.code
    assert text.strip()


def test_archives_in_a_row_are_one_page() -> None:
    """A file of several gzip members is unpacked whole; what follows the last and is none is left."""
    packed = gzip.compress(WIRE[:700]) + gzip.compress(WIRE[700:])
    assert read(packed).text == read(packed + b"\x00\x00").text == read(WIRE).text


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b", "y/" * 3_000])
def test_names_that_no_file_can_have_are_reported_by_read(name: str) -> None:
    """Listing the sources does not fail; reading one does, with a code."""
    (source,) = expand([name])
    with pytest.raises(SourceError, match="S01"):
        read(source.content, name=source.name)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=60), st.sampled_from(["", " "]))
def test_any_text_gives_turns_in_order(pieces: list[str], joint: str) -> None:
    """Labels, dashes, dates and names in any order neither crash nor overlap."""
    text = joint.join(pieces)
    if not text.strip():
        return
    article = from_text(text, publisher="Norland Post")
    spans = [(t.start, t.end) for t in article.turns]
    assert all(0 <= a < b <= len(article.text) for a, b in spans)
    assert spans == sorted(spans)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_characters_can_stand_around_a_date(text: str) -> None:
    """Dates are looked for in any characters."""
    assert all(0 <= m.start < m.end <= len(text) for m in mentions(text))
    infer(text, "2018-01-01")


def test_a_month_in_foreign_letters_is_read_as_the_pattern_takes_it() -> None:
    """Letters that match without regard to case have the same number."""
    assert [m.month for m in mentions("5 MAYIS 2017, 5 Mayıs 2017")] == [5, 5]
