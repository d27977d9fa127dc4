"""Agentless passives of acts that only public authority can do: the state where it happens did them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from facta.events.drafts import Draft
from facta.records import Mention, Participant
from facta.resources.ontology import Ontology

#: A state must have at least this share of all mentions of states to be where an article plays.
HOME_SHARE = 0.6
_SENDING = frozenset(("extradite", "deport"))
#: People and goods that cross borders; a state's own officials, parties and soldiers are mostly held at home.
_ABROAD = frozenset(("CVL", "BUS", "LAB", "AGR", "JRN", "REF"))
#: A court or police named among so many actors before may be meant.
REACH = 12


def main_country(mentions: Sequence[Mention]) -> str | None:
    """Return the state that most mentions of an article belong to, if one stands out."""
    counts = Counter(actor.code for m in mentions for actor in m.actors if actor.code and len(actor.code) == 3)
    if not counts:
        return None
    code, most = counts.most_common(1)[0]
    return code if most >= HOME_SHARE * counts.total() else None


def fill(
    drafts: Sequence[Draft], places: Sequence[Mention | None], home: str | None, states: tuple[str, str] | None,
    ontology: Ontology,
) -> list[Draft]:
    """Return the drafts with the state as actor where an act of public authority names nobody.

    It is the state of the place, else the court or police that acted just before, else the state where the article
    plays (``home``).
    """
    out: list[Draft] = []
    earlier: list[Participant] = []
    for draft, place in zip(drafts, places, strict=True):
        other = other_of(states, draft.recipients)
        near = [p for p in earlier[-REACH:] if other is None or p.code == other]
        out.append(_filled(draft, place, other or home, near, ontology))
        earlier += draft.actors
    return out


def _filled(
    draft: Draft, place: Mention | None, home: str | None, earlier: Sequence[Participant], ontology: Ontology
) -> Draft:
    sector = ontology.authority.get(draft.sense)
    if draft.actors or sector is None or not (draft.passive or draft.hit.slots.is_noun):
        return draft
    if draft.hit.slots.is_noun and not draft.recipients:
        return draft
    agent = _agent(sector, place, home, earlier)
    # Nobody is extradited or deported by the state that he is sent to.
    if agent is None or (draft.sense in _SENDING and agent.code in {p.code for p in draft.recipients}):
        return draft
    return replace(draft, actors=(agent,), rule=f"{draft.rule}; public authority where it happens")


def _agent(sector: str, place: Mention | None, home: str | None, earlier: Sequence[Participant]) -> Participant | None:
    code = next((a.code for a in place.actors if a.code), None) if place else None
    if place is not None and code:
        return Participant(text=place.text, start=place.start, end=place.end, code=code, sector=sector)
    for party in reversed(earlier):
        if party.sector == sector and party.code:
            return party
    return Participant(text="", start=None, end=None, code=home, sector=sector) if home else None


def other_of(states: tuple[str, str] | None, recipients: Sequence[Participant]) -> str | None:
    """Return the state of two that is not that of the travellers and crews whom an act is done to, all of one state."""
    theirs = {p.code for p in recipients if p.sector in _ABROAD}
    if len(theirs) != len({p.code for p in recipients}):
        return None
    if states is None or len(theirs) != 1 or not theirs <= set(states):
        return None
    return states[1] if states[0] in theirs else states[0]
