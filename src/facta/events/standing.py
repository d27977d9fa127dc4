"""How a speaker stands to the act that he speaks of: with a say in it, without, or accused of it."""

from __future__ import annotations

from collections.abc import Sequence

from facta.events.drafts import Draft
from facta.records import Claim

#: Acts that a side denies; an arrest is made in the open.
_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "THREATEN"))
_OPEN = "arrest"
_ARMS = "aid-military"
#: Sectors that only watch what those in office do.
_ONLOOKERS = frozenset(("CVL", "EDU", "MED", "REL", "BUS", "SOC", "AGR"))
#: Sectors that answer for what their state's forces do.
_OFFICIAL = frozenset(("GOV", "MIL", "COP", "SPY", "ELI", "JUD", "LEG"))
_SELF = frozenset(("we", "i", "our", "us", "my"))


def is_outsider(draft: Draft, said: Sequence[Claim]) -> bool:
    """Say whether the innermost speaker has no say in the act: another state's *will* is a guess."""
    speakers = {who.code for who in said[-1].who if who.code} if said else set()
    actors = {p.code for p in draft.actors if p.code}
    if _is_onlooker(draft, said):
        return True
    return bool(speakers) and bool(actors) and speakers.isdisjoint(actors)


def _is_onlooker(draft: Draft, said: Sequence[Claim]) -> bool:
    """Say whether one without office tells what those in office will do: *Oman will surrender, the professor said*."""
    return bool(said) and bool(draft.actors) and all(
        p.sector in _OFFICIAL and p.text.lower() not in _SELF for p in draft.actors
    ) and all(who.sector in _ONLOOKERS for who in said[-1].who)


def is_insider(draft: Draft, said: Sequence[Claim]) -> bool:
    """Say whether the innermost speaker is the actor, or of its state: its *will … unless* is a plan."""
    speakers = {who.code for who in said[-1].who if who.code} if said else set()
    return not speakers.isdisjoint(p.code for p in draft.actors)


def is_accused(draft: Draft, said: Sequence[Claim]) -> bool:
    """Say whether a side speaks of its own use of force, so that *we did not* is a denial and no report."""
    force = draft.code.type in _FORCE or draft.sense == _ARMS
    if not force or draft.code.mode == _OPEN or not said:
        return False
    sectors = {p.sector for p in draft.actors}
    known = any(p.code for p in draft.actors)
    answers = any(who.sector in sectors or who.sector in _OFFICIAL for who in said[-1].who) or any(
        p.text.lower() in _SELF for p in draft.actors
    )
    return answers and (not known or is_insider(draft, said))
