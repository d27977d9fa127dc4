"""What is said, threatened or promised, and whom it concerns: parties that an act of speech and its content share."""

from __future__ import annotations

from collections.abc import Sequence

from facta.events.clauses import support
from facta.events.drafts import Draft, participants
from facta.events.parties.given import actors_at, given, unheld
from facta.events.parties.place import in_place
from facta.events.places import place
from facta.events.slots import Slots

#: Acts of speech whose content clause names the addressee: "demanded that Lima return the papers".
_ADDRESSING = frozenset(("REQUEST", "ACCUSE"))
#: Acts whose infinitive says whom they are meant for.
_MEANING = frozenset(("THREATEN", "AGREE", "REJECT"))
_INNER_SLOTS = ("iobj", "obj", "against", "to", "on", "at", "with", "from", "for")
#: What is asked for is mostly done to, or for, the one who asks.
_FOR_THE_ASKER = frozenset(("AID", "RETREAT", "COOPERATE"))
_CLAUSES = ("ccomp", "xcomp")


def fill(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, with parties that an act of speech and what it says share."""
    out: list[Draft] = []
    for draft in drafts:
        above = _above(draft, out)
        out.append(_from_act_above(_from_infinitive(_from_clause(draft)), above))
        if above is not None:
            out[above[0]] = _threat(above[1], out[-1])
    return out


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


def _from_clause(draft: Draft) -> Draft:
    if draft.recipients or draft.code.type not in _ADDRESSING or draft.hit.slots.is_noun:
        return draft
    for clause in draft.sentence.dependents(draft.hit.i, "ccomp"):
        inner = Slots(draft.sentence, clause.i, draft.hit.slots.words)
        # In "demanded that the men be freed" the one who is to free them is not named.
        # A verb that the tagger takes for a noun ("that the president resign") keeps its subject.
        named = [t.i for t in draft.sentence.dependents(clause.i, "nsubj")]
        mentions = actors_at(draft, named if inner.is_noun else inner.subjects)
        if mentions:
            return given(draft, "named in its content", recipients=participants(mentions))
    for wanted in draft.hit.slots.fill("obj"):
        # "demanded reforms by the government": whoever is to do what is wanted is asked.
        doers = [k.i for t in draft.sentence.dependents(wanted, "prep") if t.text.lower() == "by"
                 for k in draft.sentence.dependents(t.i, "pobj")]
        if doers and draft.code.type == "REQUEST":
            return given(draft, "who is to do what is asked", recipients=participants(actors_at(draft, doers)))
    return draft


def _from_infinitive(draft: Draft) -> Draft:
    """In "threatened to cut exports to Chad", "refused to meet Chad", "promised to send food to Chad" Chad is meant."""
    if draft.recipients or draft.code.type not in _MEANING:
        return draft
    for clause in draft.hit.slots.fill("inf"):
        inner = Slots(draft.sentence, clause, draft.hit.slots.words)
        for slot in _INNER_SLOTS:
            found = unheld(participants(actors_at(draft, inner.fill(slot))), draft.actors)
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
