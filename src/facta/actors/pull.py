"""How strongly a place in the text points to each state, as the state of a bare *the ministry* or *the police*.

The article as a whole counts (what it is mostly about, where it is at home), and what was named lately: in the same
sentence most, in the same paragraph more than before it, as a subject or a place more than in passing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

#: How strongly a mention of a state points to it as the state of a bare role, by where it stands.
WEIGHT_SUBJECT, WEIGHT_PLACE, WEIGHT_OTHER, WEIGHT_PRIVATE = 3.0, 2.6, 1.2, 0.6
#: The state named last before the role, in the same sentence.
WEIGHT_LAST = 0.6
WEIGHT_MAIN, WEIGHT_SHARE, WEIGHT_PAIR, FADE = 1.2, 1.5, 8.0, 0.88
#: A state in the same sentence, in another paragraph (the heading above counts with its own).
HERE, OTHER_PARAGRAPH = 1.3, 0.5
#: What is left of the weight of the whole article in a paragraph that has turned to other states.
AWAY = 0.5
#: For pairs the article as a whole counts more than the last sentence.
NEAR_PAIR = 0.25
#: How many sentences back a mention still counts.
REACH = 4


class Trace(NamedTuple):
    """A mention of a state: its sentence and token, where it stands in the text, and how much it says."""

    sentence: int
    token: int
    offset: int
    code: str
    weight: float


class Spot(NamedTuple):
    """The place of a role: its sentence and token, and where its paragraph begins with the heading over it."""

    sentence: int
    token: int
    heading: int


def spot(text: str, sentence: int, token: int, start: int) -> Spot:
    r"""Return the place of a role whose sentence begins at ``start``.

    >>> spot("A heading\nIt fell. It rose.", 1, 0, 18)
    Spot(sentence=1, token=0, heading=0)
    """
    paragraph = text.rfind("\n", 0, start) + 1
    end = paragraph
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if end and text[end - 1].isalnum():
        return Spot(sentence, token, text.rfind("\n", 0, end) + 1)
    return Spot(sentence, token, paragraph)


def near(traces: Sequence[Trace], at: Spot) -> tuple[dict[str, float], set[str]]:
    """Return what the mentions before the spot say, and the states that its own paragraph is about so far."""
    best: dict[str, float] = {}
    topics: set[str] = set()
    for trace in reversed(traces):
        back = at.sentence - trace.sentence
        if back > REACH:
            break
        if back == 0 and trace.token >= at.token:
            continue
        value = trace.weight * FADE**back
        if trace.offset >= at.heading and trace.weight >= WEIGHT_PLACE:
            topics.add(trace.code)
        if back == 0:
            value = HERE * trace.weight + (0.0 if best or trace.weight < WEIGHT_OTHER else WEIGHT_LAST)
        elif trace.offset < at.heading:
            value *= OTHER_PARAGRAPH
        best[trace.code] = max(best.get(trace.code, 0.0), value)
    return best, topics


def scores(
    traces: Sequence[Trace], at: Spot, *, pull: Mapping[str, int], main: str | None, pair: bool = False,
    talk: bool = False,
) -> dict[str, float]:
    """Return how strongly the text and what stands before the spot point to each state.

    ``pair`` is for *both states*; in ``talk`` a paragraph is what somebody says, and turns to nothing else.
    """
    total = sum(pull.values()) or 1
    share = WEIGHT_PAIR if pair else WEIGHT_SHARE
    found = {code: share * n / total for code, n in pull.items()}
    lately, topics = near(traces, at)
    elsewhere = bool(topics) and main not in topics and not pair and not talk
    if main:
        found[main] = found.get(main, 0.0) + WEIGHT_MAIN
    if elsewhere:
        found = {code: value * AWAY for code, value in found.items()}
    for code, value in lately.items():
        found[code] = found.get(code, 0.0) + (NEAR_PAIR if pair else 1.0) * value
    return found
