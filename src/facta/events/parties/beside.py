"""Parties that an act takes from acts beside it: joined to it, judged, its occasion, its purpose, what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facta.events.drafts import Draft, participants
from facta.events.parties.given import actors_at, answerable, given
from facta.events.slots import Slots

#: Types of act that answer another party when they name none ("apologised", "refused", "promised it").
_ANSWERS = frozenset(("AGREE", "REJECT", "CONCEDE"))
#: Acts that judge what another party did.
_JUDGING = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
_THANKS = "thank"
#: Acts that are hardly ever done to nobody: with one other who acts in the sentence, they are done to that one.
_TOWARDS_OTHER = frozenset(("AGREE", "CONCEDE", "RETREAT", "REJECT", "ACCUSE", "SUPPORT"))
#: Acts of speech that go on to the same party.
_SPEAKING = frozenset(("THREATEN", "ACCUSE", "REQUEST"))
#: Acts of force: what one is for is done to the same people.
_FORCE = frozenset(("ASSAULT", "COERCE"))
#: An answer stands at most this many acts after what it answers.
_REACH = 6


def fill(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, with parties that the acts before and beside them give."""
    out: list[Draft] = []
    for draft in drafts:
        kept = _from_occasion(_from_conjunct(_thanked(draft, out), out))
        out.append(_crowd(_answering(kept, out), out))
    beside = by_sentence(out)
    return [_from_purpose(draft, beside[draft.number]) for draft in out]


def judged(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts; who condemns or welcomes an act condemns or welcomes those who did it."""
    beside = by_sentence(drafts)
    return [_from_act_judged(draft, beside[draft.number]) for draft in drafts]


def counterparts(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts; of two that act in one sentence, one gives way to the other, or complains of it.

    In "Unions called off the strike after the minister withdrew the plan" each yields to the other.
    """
    beside = by_sentence(drafts)
    return [_towards_other(draft, beside[draft.number]) for draft in drafts]


def _towards_other(draft: Draft, beside: Sequence[Draft]) -> Draft:
    if draft.recipients or not draft.actors or draft.code.type not in _TOWARDS_OTHER:
        return draft
    mine = {p.code for p in draft.actors}
    others = {
        tuple((p.code, p.sector) for p in other.actors): other for other in beside
        if other.actors and mine.isdisjoint(p.code for p in other.actors)
        and (not other.recipients or mine & {p.code for p in other.recipients})
    }
    if len(others) != 1:
        return draft
    [other] = others.values()
    return given(draft, "the other who acts beside", recipients=answerable(other.actors, draft))


def by_sentence(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """Return the drafts of each sentence."""
    out: dict[int, list[Draft]] = {}
    for draft in drafts:
        out.setdefault(draft.number, []).append(draft)
    return out


def _from_purpose(draft: Draft, beside: Sequence[Draft]) -> Draft:
    """In "fired in the air to disperse the miners", "called up men for war on Chad" these are whom it is meant for."""
    if draft.recipients or draft.code.type not in (*_FORCE, "MOBILIZE"):
        return draft
    purposes = {t.i for t in draft.sentence.dependents(draft.hit.i, "advcl", "xcomp") if t.tag == "VB"}
    purposes.update(draft.hit.slots.fill("for"))
    for other in beside:
        if other.hit.i in purposes and other.code.type in _FORCE:
            return given(draft, "of its purpose", recipients=other.recipients)
    return draft


def _from_act_judged(draft: Draft, beside: Sequence[Draft]) -> Draft:
    """Who condemns or welcomes an act condemns or welcomes the one who did it."""
    if draft.code.type not in _JUDGING:
        return draft
    slots = draft.hit.slots
    judged = {k for slot in ("obj", "for", "over", "at", "of") for k in slots.fill(slot)}
    for other in beside:
        # In "hailed the acquittal of a blogger" it is the court that is praised.
        if other.hit.i in judged and other.actors and set(draft.recipients) <= set(other.recipients):
            doers = answerable(other.actors, draft)
            return given(replace(draft, recipients=()), "who did what is judged", recipients=doers)
    return draft


def _thanked(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """In "thanked Chad for the loan" and "thanked Chad, which freed the crew" Chad did it for the one who thanks."""
    token = draft.hit.slots.token
    for other in reversed(earlier):
        if other.number != draft.number:
            break
        if other.sense != _THANKS:
            continue
        to = {k for slot in ("obj", "to") for k in other.hit.slots.fill(slot)}
        if token.i in other.hit.slots.fill("for") or (token.dep == "relcl" and token.head in to):
            draft = given(draft, "who is thanked", actors=other.recipients)
            return given(draft, "who thanks", recipients=other.actors)
    return draft


def _from_conjunct(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """In "summoned the envoy and threatened to close the bridge" the threat is against the envoy's state."""
    token = draft.hit.slots.token
    if draft.recipients or token.dep != "conj":
        return draft
    for other in reversed(earlier):
        if other.number != draft.number:
            break
        alike = {draft.code.type, other.code.type} <= _FORCE or draft.code.type in _SPEAKING
        if other.hit.i == token.head and other.actors == draft.actors and alike:
            return given(draft, "as in the act beside", recipients=other.recipients)
    return draft


def _from_occasion(draft: Draft) -> Draft:
    """In "Seoul protests as Tokyo's cutter rams a trawler" the protest is against the one who acts."""
    if draft.recipients or draft.code.type not in ("ACCUSE", "PROTEST") or draft.hit.slots.is_noun:
        return draft
    for clause in draft.sentence.dependents(draft.hit.i, "advcl"):
        marks = draft.sentence.dependents(clause.i, "mark", "advmod")
        if any(t.text.lower() in ("as", "after", "when") for t in marks):
            inner = Slots(draft.sentence, clause.i, draft.hit.slots.words)
            doers = participants(actors_at(draft, inner.subjects))
            return given(draft, "who gave occasion", recipients=answerable(doers, draft))
    return draft


def _crowd(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Tear gas and the like, with nobody named, is meant for those who protested just before."""
    if draft.recipients or draft.code.mode != "crowd-control":
        return draft
    for other in reversed(earlier[-_REACH:]):
        if other.code.type == "PROTEST" and other.actors:
            return given(draft, "the crowd before", recipients=other.actors)
    return draft


def _answering(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Who refuses or agrees answers the party that acted towards them just before."""
    if draft.recipients or not draft.actors or draft.code.type not in _ANSWERS:
        return draft
    mine = {p.code for p in draft.actors if p.code}
    for other in reversed(earlier[-_REACH:]):
        if mine & {p.code for p in other.recipients} and not mine & {p.code for p in other.actors}:
            return given(draft, "whom it answers", recipients=answerable(other.actors, draft))
    return draft
