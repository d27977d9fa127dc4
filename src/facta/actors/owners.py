"""Whose a phrase is: the names before a noun, its possessor, and the *of*, *from* and *in* phrases after it."""

from __future__ import annotations

from facta.actors.found import Found, Reading
from facta.actors.names import PEOPLE_FORMS, STATE_FORMS, Hit
from facta.actors.phrases import Phrase, lemma
from facta.records import Actor, Token
from facta.resources.actorwords import Role

#: Sectors that a person or body keeps for itself and does not hand on to what belongs to it.
#: Rules under which a body was found that people *in* it belong to.
HOUSES = frozenset({"described", "context", "same"})
PERSONAL = frozenset({"GOV", "CVL", "ELI", "JRN", "EDU"})


def hits_before(reader: Reading, span: Phrase) -> list[Hit]:
    """Return the names that modify the head, without those of the possessor."""
    return [hit for hit in reader.hits if span.start <= hit.start and hit.end <= span.head]


def owners_of(reader: Reading, span: Phrase, role: Role | None) -> list[Actor]:
    """Return the states or bodies that a phrase belongs to, one for each code; the sector is a body's own."""
    owners = [Actor(code=h.entry.code, sector=_own_sector(h)) for h in hits_before(reader, span)]
    if not owners and span.possessor is not None:
        found = reader.head(span.possessor)
        personal = found is not None and found.sort == "person" and role is not None and role.kind != "office"
        owners = [Actor(code=a.code, sector=None) if personal else _handed_on(a) for a in found.actors] if found else []
    if not owners:
        owners = after_head(reader, span.head, role) or close_to(reader, span.head) or _hired_by(reader, span.head)
    seen: dict[str, Actor] = {}
    for owner in owners:
        if owner.code is not None:
            seen.setdefault(owner.code, owner)
    return list(seen.values())


def _own_sector(hit: Hit) -> str | None:
    """Return the sector that a body's name gives to its people: MIL for *a Pentagon official*, none for a state."""
    if hit.form in PEOPLE_FORMS or (hit.form in STATE_FORMS and hit.entry.kind == "state"):
        return None
    if hit.entry.kind in ("seat", "state") and hit.entry.sector == "GOV":
        return None
    return hit.entry.sector or None


def _handed_on(actor: Actor) -> Actor:
    return Actor(code=actor.code, sector=None if actor.sector in PERSONAL else actor.sector)


def after_head(reader: Reading, i: int, role: Role | None) -> list[Actor]:
    """Return the states or bodies of the *of*, *from* or *in* phrase after a noun."""
    lists = reader.scene.words.lists
    dependents = reader.sentence.dependents
    owners: list[Actor] = []
    for prep in dependents(i, "prep") or _hung_higher(reader, i):
        low = prep.text.lower()
        if prep.i < i or (low not in lists["origin"] and low not in lists["locative"] and low != "on"):
            continue
        if low in lists["locative"] and lemma(reader.sentence.tokens[i], reader.scene.words) in lists["envoys"]:
            continue  # the consulate in a town is of another state
        for target in dependents(prep.i, "pobj"):
            for joined in _joined(reader, target.i):
                if joined == i:
                    continue
                k = _place_of(reader, joined) if low != "of" else joined
                found = reader.head(k)
                speaks = low == "for" and lemma(reader.sentence.tokens[i], reader.scene.words) in lists["speaks_for"]
                if low != "of" and k not in reader.at and not speaks and not _is_house(found):
                    continue
                personal = found is not None and found.sort == "person" and role is not None and role.sector == "CVL"
                if found is not None and (not personal or is_attached(reader, i)):
                    owners.extend(_handed_on(a) for a in found.actors)
        if owners:
            break
    return owners


def _joined(reader: Reading, i: int) -> list[int]:
    """Return a word and all that are joined to it, one behind the other: *of Norla, Sudra and Estia*."""
    out = [i]
    for k in out:
        out.extend(t.i for t in reader.sentence.dependents(k, "conj") if t.i not in out)
    return out


def _hung_higher(reader: Reading, i: int) -> list[Token]:
    """Return the *in* right behind an object that the parser hangs on the verb: *shelled a village in Niger*."""
    tokens = reader.sentence.tokens
    if tokens[i].dep != "dobj" or i + 1 == len(tokens):
        return []
    after = tokens[i + 1]
    return [after] if after.dep == "prep" and after.text == "in" and after.head == tokens[i].head else []


def is_attached(reader: Reading, i: int) -> bool:
    """Say whether people of this word share the state of whom they belong to: supporters, relatives, not lawyers."""
    return lemma(reader.sentence.tokens[i], reader.scene.words) in reader.scene.words.lists["attached"]


def _is_house(found: Found | None) -> bool:
    """Say whether people *in* or *from* such a phrase belong to it: *both countries*, *his ministry*."""
    return found is not None and (found.rule == "pair" or (found.rule in HOUSES and found.sort == "body"))


def _place_of(reader: Reading, k: int) -> int:
    """Return the name in *the island of Anjouan*, *the outskirts of Paris*."""
    if k in reader.at:
        return k
    for prep in reader.sentence.dependents(k, "prep"):
        if prep.text == "of":
            return next((t.i for t in reader.sentence.dependents(prep.i, "pobj") if t.i in reader.at), k)
    return k


def _hired_by(reader: Reading, i: int) -> list[Actor]:
    """Return who runs a ship or body: *a ship hired by Nicosia*."""
    for clause in reader.sentence.dependents(i, "acl"):
        if clause.tag == "VBN" and clause.lemma in reader.scene.words.lists["runs"]:
            for agent in reader.sentence.dependents(clause.i, "agent"):
                for target in reader.sentence.dependents(agent.i, "pobj"):
                    found = reader.head(target.i)
                    return [Actor(code=a.code, sector=None) for a in found.actors] if found else []
    return []


def close_to(reader: Reading, i: int) -> list[Actor]:
    """Return whom somebody is *close to*: *a person close to the royal court*."""
    for close in reader.sentence.dependents(i, "amod", "acl", "relcl"):
        if close.text.lower() in reader.scene.words.lists["close"]:
            for prep in reader.sentence.dependents(close.i, "prep"):
                for target in reader.sentence.dependents(prep.i, "pobj"):
                    found = reader.head(target.i)
                    return list(found.actors) if found else []
    return []


def origin_words(reader: Reading, i: int) -> list[str]:
    """Return the words before the noun in *from a third country*, *of another state* after a head."""
    dependents = reader.sentence.dependents
    return [
        reader.sentence.tokens[c].text.lower()
        for prep in dependents(i, "prep") if prep.text.lower() in reader.scene.words.lists["origin"]
        for target in dependents(prep.i, "pobj")
        for c in reader.sentence.children[target.i]
    ]
