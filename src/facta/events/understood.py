"""Parties that the words leave out and a reader understands, from the act above, beside or before.

Each rule only fills an empty role, and never with somebody who already stands in the other one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facta.events.clauses import support
from facta.events.drafts import Draft, participants
from facta.events.places import place
from facta.events.roles import modifiers
from facta.events.slots import Slots
from facta.records import Mention, Participant

#: Acts of speech whose content clause names the addressee: "demanded that Lima return the papers".
_ADDRESSING = frozenset(("REQUEST", "ACCUSE"))
#: Acts whose infinitive says whom they are meant for.
_MEANING = frozenset(("THREATEN", "AGREE", "REJECT"))
_INNER_SLOTS = ("iobj", "obj", "against", "to", "on", "at", "with", "from", "for")
#: Types of act that answer another party when they name none ("apologised", "refused", "promised it").
_ANSWERS = frozenset(("AGREE", "REJECT", "CONCEDE"))
#: Acts that infringe the state in which they are done, or help it.
_INFRINGING = frozenset(("ASSAULT", "COERCE", "THREATEN", "AID"))
#: Acts that judge what another party did.
_JUDGING = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
#: What is asked for is mostly done to, or for, the one who asks.
_FOR_THE_ASKER = frozenset(("AID", "RETREAT", "COOPERATE"))
_CLAUSES = ("ccomp", "xcomp")
_THANKS = "thank"
#: Acts of speech that go on to the same party.
_SPEAKING = frozenset(("THREATEN", "ACCUSE", "REQUEST"))
#: Acts of force: what one is for is done to the same people.
_FORCE = frozenset(("ASSAULT", "COERCE"))
#: What a protest says is no act beside it.
_DEMANDS = frozenset(("REQUEST", "ACCUSE"))
#: An answer stands at most this many acts after what it answers.
_REACH = 6


def fill(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with parties filled in that are understood."""
    out: list[Draft] = []
    for draft in drafts:
        above = _above(draft, out)
        kept = _from_clause(draft)
        kept = _from_infinitive(kept)
        kept = _from_act_above(kept, above)
        kept = _thanked(kept, out)
        kept = _from_conjunct(kept, out)
        kept = _from_occasion(kept)
        kept = _answering(kept, out)
        kept = _crowd(kept, out)
        out.append(kept)
        if above is not None:
            out[above[0]] = _threat(above[1], kept)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in out:
        by_sentence.setdefault(draft.number, []).append(draft)
    return _protests([_from_purpose(draft, by_sentence[draft.number]) for draft in out])


def judged(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts; who condemns or welcomes an act condemns or welcomes those who did it."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.number, []).append(draft)
    return [_from_act_judged(draft, by_sentence[draft.number]) for draft in drafts]


def _from_purpose(draft: Draft, beside: Sequence[Draft]) -> Draft:
    """In "fired in the air to disperse the miners" the shots are meant for the miners."""
    if draft.recipients or draft.code.type not in _FORCE:
        return draft
    purposes = {t.i for t in draft.sentence.dependents(draft.hit.i, "advcl", "xcomp") if t.tag == "VB"}
    for other in beside:
        if other.hit.i in purposes and other.code.type in _FORCE:
            return given(draft, "of its purpose", recipients=other.recipients)
    return draft


def _protests(found: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without the demands that protests are held for; whom these address, the protest addresses.

    "Marched to demand that Chad free the crew" is one act against Chad (ANNOTATION: demands inside a protest).
    """
    out: dict[int, Draft] = dict(enumerate(found))
    for k, demand in enumerate(found):
        if demand.code.type not in _DEMANDS:
            continue
        for n in range(max(0, k - _REACH), min(len(found), k + _REACH)):
            protest = found[n]
            if protest.number == demand.number and protest.code.type == "PROTEST" and _held_for(protest, demand):
                out[n] = given(out[n], "whom its demand addresses", recipients=demand.recipients)
                out.pop(k, None)
    return list(out.values())


def _held_for(protest: Draft, demand: Draft) -> bool:
    """Say whether a demand or complaint is said by the protest itself: by its infinitive, participle or occasion."""
    sentence, top = protest.sentence, protest.hit.i
    if protest.hit.slots.is_noun:
        top = support(sentence, top) or top
    i = demand.hit.i
    for _ in range(_REACH):
        token = sentence.tokens[i]
        if token.head == i or (token.dep in ("conj", "ccomp", "relcl") and token.pos in ("VERB", "AUX")):
            return False
        i = token.head
        if i in (top, protest.hit.i):
            return True
    return False


def given(
    draft: Draft, why: str, *, actors: Sequence[Participant] = (), recipients: Sequence[Participant] = ()
) -> Draft:
    """Return the draft with an empty role filled; those who already hold the other role are left out."""
    if actors and not draft.actors:
        draft = replace(draft, actors=_others(actors, draft.recipients), rule=f"{draft.rule}; actor {why}")
    if recipients and not draft.recipients and not draft.rule.startswith(("reciprocal", "no recipient")):
        draft = replace(draft, recipients=_others(recipients, draft.actors), rule=f"{draft.rule}; recipient {why}")
    return draft


def _others(found: Sequence[Participant], held: Sequence[Participant]) -> tuple[Participant, ...]:
    taken = {(p.code, p.sector) for p in held}
    return tuple(p for p in found if (p.code, p.sector) not in taken)


def _above(draft: Draft, earlier: Sequence[Draft]) -> tuple[int, Draft] | None:
    """Return the act of speech whose content this act is."""
    heads = {}
    for k in range(len(earlier) - 1, -1, -1):
        if earlier[k].number != draft.number:
            break
        heads[earlier[k].hit.i] = (k, earlier[k])
    if not heads:
        return None
    sentence, i = draft.sentence, draft.hit.i
    for _ in range(4):
        token = sentence.tokens[i]
        head = support(sentence, i) if draft.hit.i == i and draft.hit.slots.is_noun else None
        if head is None and token.dep not in (*_CLAUSES, "acl", "conj", "pcomp", "prep", "pobj"):
            return None
        i = token.head if head is None else head
        if i in heads:
            return heads[i] if token.dep != "conj" else None
    return None


def _actors(draft: Draft, found: Sequence[int]) -> list[Mention]:
    """Return the actors at these words, or those whose nationality modifies them ("Iranian test")."""
    out = []
    for k in found:
        for i in (k, *modifiers(draft.sentence, k)):
            mention = draft.mention_at(i)
            if mention is not None and mention.rule != "place":
                out.append(mention)
                break
    return out


def _from_clause(draft: Draft) -> Draft:
    if draft.recipients or draft.code.type not in _ADDRESSING or draft.hit.slots.is_noun:
        return draft
    for clause in draft.sentence.dependents(draft.hit.i, "ccomp"):
        inner = Slots(draft.sentence, clause.i, draft.hit.slots.words)
        # In "demanded that the men be freed" the one who is to free them is not named.
        mentions = _actors(draft, inner.subjects)
        if mentions:
            return given(draft, "named in its content", recipients=participants(mentions))
    return draft


def _from_infinitive(draft: Draft) -> Draft:
    """In "threatened to cut exports to Chad", "refused to meet Chad", "promised to send food to Chad" Chad is meant."""
    if draft.recipients or draft.code.type not in _MEANING:
        return draft
    for clause in draft.hit.slots.fill("inf"):
        inner = Slots(draft.sentence, clause, draft.hit.slots.words)
        for slot in _INNER_SLOTS:
            found = _others(participants(_actors(draft, inner.fill(slot))), draft.actors)
            if found:
                return given(draft, "meant in its content", recipients=found)
        draft = in_place(draft, place(draft.sentence, clause, draft.mention_at))
    return draft


def _from_act_above(draft: Draft, above: tuple[int, Draft] | None) -> Draft:
    if above is None:
        return draft
    speech = above[1]
    if speech.code.type == "REQUEST":
        draft = given(draft, "asked to act", actors=speech.recipients)
        if draft.code.type in _FOR_THE_ASKER:
            draft = given(draft, "who asks", recipients=speech.actors)
    elif speech.code.type in ("THREATEN", "AGREE"):
        draft = given(draft, "as in the act above", actors=speech.actors, recipients=speech.recipients)
    return draft


def _threat(speech: Draft, content: Draft) -> Draft:
    """Return a threat with the recipients of what is threatened: it is a threat against them."""
    if speech.code.type == "THREATEN":
        return given(speech, "of what is threatened", recipients=content.recipients)
    return speech


def _from_act_judged(draft: Draft, beside: Sequence[Draft]) -> Draft:
    """Who condemns or welcomes an act condemns or welcomes the one who did it."""
    if draft.code.type not in _JUDGING:
        return draft
    slots = draft.hit.slots
    judged = {k for slot in ("obj", "for", "over", "at", "of") for k in slots.fill(slot)}
    for other in beside:
        # In "hailed the acquittal of a blogger" it is the court that is praised.
        if other.hit.i in judged and other.actors and set(draft.recipients) <= set(other.recipients):
            return given(replace(draft, recipients=()), "who did what is judged", recipients=other.actors)
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
            return given(draft, "who gave occasion", recipients=participants(_actors(draft, inner.subjects)))
    return draft


def _crowd(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Tear gas and the like, with nobody named, is meant for those who protested just before."""
    if draft.recipients or draft.code.mode != "crowd-control":
        return draft
    for other in reversed(earlier[-_REACH:]):
        if other.code.type == "PROTEST" and other.actors:
            return given(draft, "the crowd before", recipients=other.actors)
    return draft


def in_place(draft: Draft, where: Mention | None) -> Draft:
    """Return the draft with the state in which it is done as recipient ("retook a village in Chad")."""
    if draft.recipients or not draft.actors or where is None or draft.code.type not in _INFRINGING:
        return draft
    own = {p.code for p in draft.actors}
    found = tuple(replace(p, sector="GOV") for p in participants((where,)) if p.code and p.code not in own)
    return given(draft, "where it is done", recipients=found) if None not in own else draft


def _answering(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Who refuses or agrees answers the party that acted towards them just before."""
    if draft.recipients or not draft.actors or draft.code.type not in _ANSWERS:
        return draft
    mine = {p.code for p in draft.actors if p.code}
    for other in reversed(earlier[-_REACH:]):
        if mine & {p.code for p in other.recipients} and not mine & {p.code for p in other.actors}:
            return given(draft, "whom it answers", recipients=other.actors)
    return draft
