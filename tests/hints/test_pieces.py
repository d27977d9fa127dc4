"""Words cut into pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facta.hints.pieces import Pieces
from facta.resources.model import load_model

PIECES = Pieces(load_model().pieces, load_model().max_pieces)


def test_words_begin_at_their_first_piece():
    """Each word points at its first piece, behind the mark of the beginning."""
    ids, first = PIECES.encode(["troops", "unfroze", "aid"])
    assert first[0] == 1
    assert first == sorted(first)
    assert len(ids) > first[-1] + 1


def test_covered_words_share_the_piece_before():
    """A word that a stand-in covers has no pieces of its own."""
    ids, first = PIECES.encode(["france", None, "met"])
    assert first[0] == first[1] < first[2]
    assert len(ids) == 4


@given(st.lists(st.text(max_size=12), min_size=1, max_size=400))
def test_any_words_fit(words):
    """Whatever stands in a text, the pieces stay within the model and every word points at one of them."""
    ids, first = PIECES.encode(words)
    assert len(ids) <= load_model().max_pieces
    assert len(first) == len(words)
    assert all(0 < k < len(ids) for k in first)


def test_memory_of_words_is_bounded():
    """An archive of random words does not fill the memory."""
    pieces = Pieces(load_model().pieces, 64)
    for n in range(pieces.LIMIT + 500):
        pieces.encode([f"w{n}"])
    assert len(pieces._known) == pieces.LIMIT
