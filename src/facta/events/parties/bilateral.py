"""Articles about two states: an act that is always done to somebody, by one of them, is done to the other.

"The ministry condemned the raid and demanded an apology" leaves the other state to the reader. In the project's own
articles such acts name nobody at all in fewer than one case of ten, and mean the other state in three of four.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facta.events.drafts import Draft
from facta.events.parties.given import given
from facta.records import Mention, Participant
from facta.resources.roster import SUPRANATIONAL

#: Types of act that hardly ever lack a recipient.
TOWARDS = frozenset(("ACCUSE", "SANCTION", "THREATEN", "REQUEST", "REJECT"))
#: The two states must have this share of all mentions of states.
PAIR_SHARE = 0.75
#: And the second of them this share at least, or the article is about one state.
SECOND_SHARE = 0.15
_STATE_LENGTH = 3
#: Sectors whose demands and complaints, with nobody named, go to their own government.
_CITIZENS = frozenset(("CVL", "OPP", "LAB", "EDU", "SOC", "REL", "MED", "AGR", "REF"))
#: Sectors in which one acts for, or against, a state.
_ACTING = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))


def pair(mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Return the two states that an article is about, the most named first, or None."""
    counts = Counter(
        actor.code for m in mentions for actor in m.actors
        if actor.code and len(actor.code) == _STATE_LENGTH and actor.code not in SUPRANATIONAL
    )
    top = counts.most_common(2)
    if len(top) < len("AB") or sum(n for _, n in top) < PAIR_SHARE * counts.total():
        return None
    return (top[0][0], top[1][0]) if top[1][1] >= SECOND_SHARE * counts.total() else None


def fill(drafts: Sequence[Draft], states: tuple[str, str] | None, mentions: Sequence[Mention]) -> list[Draft]:
    """Return the drafts, with the other state of the pair as recipient where an act towards somebody names nobody.

    A third party that mediates, or asks for calm, turns to both.
    """
    between = {(d.number, d.hit.i) for d in drafts if d.code.mode == "third-party"}
    return [_filled(_to_both(draft, states, mentions, between), states, mentions) for draft in drafts]


def _to_both(
    draft: Draft, states: tuple[str, str] | None, mentions: Sequence[Mention], between: set[tuple[int, int]]
) -> Draft:
    acting = {p.code for p in draft.actors}
    if draft.recipients or states is None or not acting or acting & {None, *states}:
        return draft
    offers = any((draft.number, k) in between for slot in ("inf", "obj") for k in draft.hit.slots.fill(slot))
    if draft.code.mode == "third-party" or draft.code.type == "REQUEST" or (draft.code.type == "AGREE" and offers):
        parties = tuple(p for code in states for p in _nearest(code, draft, mentions))
        return given(draft, "the two states", recipients=parties)
    return draft


def _filled(draft: Draft, states: tuple[str, str] | None, mentions: Sequence[Mention]) -> Draft:
    if draft.recipients or draft.code.type not in TOWARDS:
        return draft
    citizens = {p.code for p in draft.actors if p.code and p.code not in SUPRANATIONAL and p.sector in _CITIZENS}
    if len(citizens) == 1 and len(citizens) == len({p.code for p in draft.actors}):
        return given(draft, "their own government", recipients=_nearest(citizens.pop(), draft, mentions))
    if states is None:
        return draft
    acting = {p.code for p in draft.actors if p.sector in _ACTING}
    others = [code for code in states if code not in acting]
    if len(acting) != 1 or len(others) != 1:
        return draft
    return given(draft, "the other of the two states", recipients=_nearest(others[0], draft, mentions))


def _nearest(code: str, draft: Draft, mentions: Sequence[Mention]) -> tuple[Participant, ...]:
    """Return the state's government, by the words that last named it before the act, or named it first."""
    at = draft.sentence.end
    named = [m for m in mentions if any(a.code == code and a.sector == "GOV" for a in m.actors)]
    before = [m for m in named if m.end <= at]
    words = (before[-1:] or named[:1])[0] if named else None
    return (
        Participant(
            text=words.text if words else "", start=words.start if words else None, end=words.end if words else None,
            code=code, sector="GOV",
        ),
    )
