"""Text broken at a fixed column."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.article import from_text
from facta.article.wrap import unwrap

STORY = (
    "Quay opens again\n\nThe harbour boards of both towns met on Monday and agreed that the quay would be opened again "
    "for timber, coal and grain before the winter, but not for passengers, whose ferry lies in dock.\n\nA spokesman "
    "said that the pilots had been told. Their union said that nobody had told it anything, and that it would wait "
    "for a letter.\n\nQ: Will they strike?\n\nA: They have not said so, but their patience is short and so is mine, "
    "to be honest with you about it."
)


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_column_is_undone(width: int, end: str) -> None:
    """Breaks that fill a column become spaces; paragraphs and offsets stay."""
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in STORY.split("\n\n")).replace("\n", end)
    text = from_text(wrapped).text
    assert len(text) == len(wrapped)
    assert " ".join(text.split()) == " ".join(STORY.split())
    assert [" ".join(p.split()) for p in text.split(end * 2)] == STORY.split("\n\n")
    assert not any("\n" in p for p in text.split(end * 2))


@pytest.mark.parametrize(
    "text",
    [
        "Shall I go down to the harbour wall\nAnd watch the cranes at play\nOr shall I stay here after all",
        "The board decided:\n- to open the quay\n- to pay the crews\n- to wait for spring\n",
        "Q: Will the port close?\nA: No, I think not.\nQ: And the strike?\nA: I know nothing of it.",
        "Quay opens again\nThe quay was opened on Monday, and the pilots who had been on strike since May came back.\n"
        "Nobody was hurt.\nThe board will meet on Friday in Sudport to hear what the union has to say.",
        "",
    ],
)
def test_other_breaks_stay(text: str) -> None:
    """Verse, lists, labels and a paragraph a line are not touched."""
    assert unwrap(text) == text


@given(st.text(alphabet="ab .\n\r", max_size=300))
def test_no_offset_moves(text: str) -> None:
    """Whatever the text, only breaks change, and each to one blank."""
    found = unwrap(text)
    assert len(found) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, found, strict=True))
