"""No verdict depends on which states are involved: put other states in, and nothing else changes."""

from __future__ import annotations

import pytest

import facta

TEXT = (
    "PLACE — FIRST expelled two diplomats of SECOND on Monday, a day after the government of SECOND had condemned the "
    "arrest of a journalist. SECOND denied that its agents had bribed anybody and threatened to suspend imports from "
    "FIRST. "
    "FIRST should release the man, a lawyer said. If SECOND sent troops, FIRST would call on the United Nations."
)
PAIRS = [("Peru", "Chile"), ("Kenya", "Ghana"), ("Poland", "Denmark"), ("Belarus", "Ukraine"), ("Japan", "China")]
CODES = {
    "Peru": "PER", "Chile": "CHL", "Kenya": "KEN", "Ghana": "GHA", "Poland": "POL", "Denmark": "DNK", "Belarus": "BLR",
    "Ukraine": "UKR", "Japan": "JPN", "China": "CHN",
}


def records(first: str, second: str) -> list[tuple[object, ...]]:
    text = TEXT.replace("PLACE", "GENEVA").replace("FIRST", first).replace("SECOND", second)
    names = {CODES[first]: "FIRST", CODES[second]: "SECOND"}
    return [
        (
            e.type, e.mode, e.status, e.polarity, e.voice,
            *(
                [(names.get(p.code or "", p.code), p.sector) for p in people]
                for people in (e.actors, e.recipients, e.sources)
            ),
        )
        for e in facta.code(facta.from_text(text, published="2021-03-04")).events
    ]


@pytest.mark.parametrize(("first", "second"), [*PAIRS, *((b, a) for a, b in PAIRS)])
def test_other_states_same_verdicts(first, second):
    """Types, statuses, voices and roles are those of the same text about Peru and Chile."""
    expected = records("Peru", "Chile")
    assert len(expected) >= 6
    assert records(first, second) == expected
