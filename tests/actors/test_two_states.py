"""Bare offices in articles about two states: a set of our own, scored as a whole against a floor."""

import re
from pathlib import Path

import pytest
from tests.actors.conftest import mentions_of

ARTICLES = Path(__file__).with_name("two_states.txt").read_text("utf-8").split("\n== ")[1:]
MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")
#: Lower it for no change; raise it when the score has risen for good.
FLOOR_CODES, FLOOR_SECTORS = 0.85, 0.83


def unmarked(block):
    """Return the date, the plain text and the marked phrases ``(start, end, expected)`` of an article."""
    head, _, body = block.partition("\n")
    text, asked, at = "", [], 0
    for mark in MARK.finditer(body):
        text += body[at : mark.start()]
        asked.append((len(text), len(text) + len(mark[1]), sorted(mark[2].split("+"))))
        text += mark[1]
        at = mark.end()
    return head.partition(" | ")[2].strip(), text + body[at:], asked


def read(mentions, start, end):
    """Return ``CODE SECTOR`` of the actors of the mention that lies nearest to a phrase, a dash for none."""
    over = [m for m in mentions if m.start < end and start < m.end and (m.start >= start or m.end >= end)]
    best = min(over, key=lambda m: abs(m.start - start) + abs(m.end - end), default=None)
    return sorted(f"{a.code or '-'} {a.sector or '-'}" for a in best.actors) if best else ["-"]


def codes(actors):
    """Return the codes alone."""
    return [actor.split()[0] for actor in actors]


@pytest.fixture(scope="module")
def results():
    """Return what was expected and what was read, for each marked phrase of all articles."""
    found = []
    for block in ARTICLES:
        day, text, asked = unmarked(block)
        mentions = mentions_of(text, day)
        found.extend((expected, read(mentions, start, end)) for start, end, expected in asked)
    return found


def test_the_set_is_whole(results):
    """Ten articles with more than a hundred marked phrases are read."""
    assert (len(ARTICLES), len(results) > 100) == (10, True)


def test_states_of_bare_offices(results):
    """The state is right for most."""
    assert sum(codes(want) == codes(got) for want, got in results) / len(results) >= FLOOR_CODES


def test_states_and_sectors_of_bare_offices(results):
    """State and sector are right for most."""
    assert sum(want == got for want, got in results) / len(results) >= FLOOR_SECTORS
