"""Repairs that keep offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.article.clean import repair, undo_mojibake


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("vote on the violations ща human rights", "vote on the violations of human rights"),
        ("the Вelarusian envoy", "the Belarusian envoy"),
        ("Мinsk", "Minsk"),
        ("a\u00a0b\u200bc\x07d", "a b c d"),
        ("Минск и Киев", "Минск и Киев"),
        ("he shouted ура at the crowd there", "he shouted ура at the crowd there"),
        ("lone \ud800 half", "lone \ufffd half"),
    ],
)
def test_debris_is_replaced(broken: str, mended: str) -> None:
    """Look-alike letters, keyboard slips and invisible signs are put right; real foreign words stay."""
    assert repair(broken) == mended


@given(st.text(max_size=200))
def test_no_offset_moves(text: str) -> None:
    """Whatever the text, its repair has the same length, and repairing it again changes nothing."""
    assert len(repair(text)) == len(text)
    assert repair(repair(text)) == repair(text)


def test_misread_utf8_is_undone() -> None:
    """Sequences of UTF-8 read as Windows-1252 become the signs they were."""
    assert undo_mojibake("theyâ€™re") == "they’re"
    assert undo_mojibake("São Paulo, Café") == "São Paulo, Café"
