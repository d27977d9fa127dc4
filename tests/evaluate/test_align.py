import pytest

from facta.evaluate.align import aligner
from facta.records import Span

GOLD = "Envoy recalled\n\nSudra said it had “recalled” its envoy. Norla did not."


@pytest.mark.parametrize(
    ("theirs", "words"),
    [
        (GOLD, "recalled”"),
        ("Home | World\n" + GOLD + "\nRead also: Norla wins the cup", "had"),
        (GOLD.replace("\n\n", "\n").replace("“", '"').replace("”", '"'), "its envoy"),
        (GOLD.replace("Envoy recalled\n\n", ""), "did not"),
    ],
)
def test_words_are_found_again(theirs, words):
    """A span of the coder's text comes back as the same words of the gold text."""
    start = theirs.index(words)
    span = aligner(GOLD, theirs)(Span(start, start + len(words)))
    assert span is not None
    assert GOLD[span.start : span.end] == words


def test_furniture_has_no_twin():
    """Words that gold does not have map to nothing."""
    theirs = GOLD + "\nSubscribe today"
    assert aligner(GOLD, theirs)(Span(len(GOLD) + 1, len(theirs))) is None


def test_part_of_a_word():
    """A span that covers part of a word keeps its part."""
    theirs = "X " + GOLD
    start = theirs.index("call")
    span = aligner(GOLD, theirs)(Span(start, start + 4))
    assert span is not None
    assert GOLD[span.start : span.end] == "call"
