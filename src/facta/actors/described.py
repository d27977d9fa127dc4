"""Phrases headed by a common noun: officials, bodies, groups, *the country*, *both sides*, and things of a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facta.actors.found import Found
from facta.actors.names import PEOPLE_FORMS, STATE_FORMS, Hit
from facta.actors.phrases import Phrase, is_plural, lemma
from facta.actors.pronouns import earlier
from facta.actors.scene import Referent
from facta.records import Actor, MentionKind
from facta.resources.actorwords import Role
from facta.resources.roster import SUPRANATIONAL

if TYPE_CHECKING:
    from facta.actors.reader import Reader

#: Sectors that belong to some state even when the text names none.
PUBLIC = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG", "OPP", "PTY", "PTY OPP", "PTY GOV", "REB", "PRM", "ELI"})
#: Ordinary people take the article's state only if the article is about one.
CLEARLY_ABOUT = 0.5
SORTS = {"person": "person", "office": "person", "title": "person", "body": "body", "group": "body", "craft": "thing"}
#: Collectives of people, whom a paper calls *they* rather than *it*.
COLLECTIVES = frozenset({"CVL", "MIL", "REB", "UAF", "PRM", "REF", "LAB", "COP", "OPP"})
#: How many sentences back *the men* or *the group* may point.
FAR_BACK = 12
COUNT = {"three": 3, "four": 4, "five": 5}


def described(reader: Reader, i: int, span: Phrase, role: Role) -> Found | None:
    """Return the actors of a role noun."""
    if role.kind == "title":
        return other(reader, i, span)
    tokens = reader.sentence.tokens
    lows = [t.text.lower() for t in tokens[span.left : i]]
    plural = is_plural(tokens[i], reader.sentence)
    if role.kind == "state":
        return _state_word(reader, i, span, lows, plural)
    if role.kind == "side":
        return _sides(reader, i, span, lows)
    owners = codes_of(reader, i, span, role)
    sort = "group" if plural or (role.kind == "group" and role.sector in COLLECTIVES) else SORTS[role.kind]
    if owners:
        actors = tuple(_with(owner, role) for owner in owners)
        return _found(reader, i, span, actors, "described", sort, plural)
    return _bare(reader, i, span, role, lows, sort, plural)


def _with(owner: Actor, role: Role) -> Actor:
    """Return the owner's state with the role's sector, or the sector of the body that the role belongs to."""
    sector: str | None = role.sector or None
    if owner.sector and (role.kind in ("office", "craft") or not sector or owner.sector in ("PRE", "REB")):
        sector = owner.sector if sector in (None, "GOV", "MIL", "") or role.kind != "office" else sector
    if owner.code in SUPRANATIONAL and sector in ("GOV", "MIL") and owner.code not in ("UNO", "IGO", "EUR"):
        sector = owner.sector
    if owner.code in SUPRANATIONAL and sector == "GOV":
        sector = owner.sector
    return Actor(code=owner.code, sector=sector)


def _bare(reader: Reader, i: int, span: Phrase, role: Role, lows: list[str], sort: str, plural: bool) -> Found | None:
    """Resolve a role without a country by what was said before and what the article is about."""
    scene, words = reader.scene, reader.scene.words
    sector = role.sector or None
    definite = any(low in words.lists["determiner_definite"] for low in lows)
    if "each" in lows and "other" in lows:
        codes = scene.pair_here(reader.k, i)
        return _found(reader, i, span, tuple(Actor(code=c, sector=sector) for c in codes), "pair", sort, True)
    own = words.roles[lemma(reader.sentence.tokens[i], words)]
    if any(low in words.lists["nationless"] and low not in own for low in (*lows, *_origin_words(reader, i))):
        code = "IGO" if role.kind in ("body", "group") and any(low in words.lists["international"] for low in lows) else None
        return _found(reader, i, span, (Actor(code=code, sector=sector),), "stateless", sort, plural)
    pair = any(low in words.lists["pair"] for low in lows) or (
        definite and plural and role.kind == "person" and sector == "GOV" and len(scene.topical) > 1)
    if pair and (sector in PUBLIC or sector is None):
        codes = scene.pair_here(reader.k, i)
        if codes:
            return _found(reader, i, span, tuple(Actor(code=c, sector=sector) for c in codes), "pair", sort, True)
    if definite and (sector not in PUBLIC or sector is None):
        same = earlier(scene, reader.k, i, lambda ref: _like(ref, role, sector, plural), FAR_BACK)
        if same is not None:
            return _found(reader, i, span, same.actors, "same", sort, plural)
    if sector in PUBLIC:
        code = scene.state_here(reader.k, i)
        return _found(reader, i, span, (Actor(code=code, sector=sector),), "context", sort, plural)
    crowd = plural or role.kind in ("group", "body")
    code = scene.main if sector and crowd and scene.share >= CLEARLY_ABOUT else None
    if sector and crowd and code is None:
        code = scene.state_here(reader.k, i) if role.kind == "body" or sector in ("CVL", "LAB", "EDU", "MED") else None
    return _found(reader, i, span, (Actor(code=code, sector=sector),), "context" if code else "unknown", sort, plural)


def _origin_words(reader: Reader, i: int) -> list[str]:
    """Return the words of *from a third country* after a head."""
    tokens = reader.sentence.tokens
    return [
        tokens[c].text.lower()
        for prep in reader.sentence.dependents(i, "prep") if prep.text.lower() in reader.scene.words.lists["origin"]
        for target in reader.sentence.dependents(prep.i, "pobj")
        for c in reader.sentence.children[target.i]
    ]


def _like(ref: Referent, role: Role, sector: str | None, plural: bool) -> bool:
    """Say whether a definite description can point back to the referent."""
    if not ref.actors or ref.actors[0].code is None:
        return False
    if sector is None:
        return ref.sort == "body" if role.kind in ("body", "group") else ref.sort == "person" and not plural
    sectors = {actor.sector for actor in ref.actors}
    return sector in sectors and (ref.plural or ref.sort == "group" or not plural)


def _state_word(reader: Reader, i: int, span: Phrase, lows: list[str], plural: bool) -> Found | None:
    """Return the states behind *the country*, *its neighbour*, *the two countries*, *the aggressor country*."""
    scene, words = reader.scene, reader.scene.words
    noun = lemma(reader.sentence.tokens[i], words)
    hits = hits_before(reader, span)
    speaker = scene.speaker(reader.k)
    mine = [speaker.code] if speaker and speaker.code else []
    if hits:
        codes: tuple[str, ...] = tuple(dict.fromkeys(h.entry.code for h in hits))
        return _states(reader, i, span, codes, "described", plural)
    relation = words.role(noun, ()) is not None and _is_relation(noun, lows)
    owner = reader.head(span.possessor) if span.possessor is not None else None
    if owner is not None and owner.actors:
        codes = tuple(a.code for a in owner.actors if a.code)
        if not relation:
            return _states(reader, i, span, codes, "described", plural)
        other_code = scene.state_here(reader.k, i, avoid=codes)
        return _states(reader, i, span, (other_code,) if other_code else (), "neighbour", plural)
    if any(low in words.lists["nationless"] for low in lows):
        return None
    if plural:
        count = next((COUNT[low] for low in lows if low in COUNT), 2)
        if count > 2 or any(low in words.lists["pair"] for low in lows):
            return _states(reader, i, span, scene.pair_here(reader.k, i, count), "pair", True)
        return None
    if not any(low in words.lists["determiner_definite"] for low in lows):
        return None
    code = scene.state_here(reader.k, i, avoid=mine if relation else ())
    return _states(reader, i, span, (code,) if code else (), "context", False)


def _is_relation(noun: str, lows: list[str]) -> bool:
    """Say whether the word speaks of another state than the one that it is said of."""
    other_than = ("neighbour", "neighbor", "enemy", "adversary", "aggressor", "ally", "arch-enemy", "archenemy", "foe")
    return noun in other_than or any(low in other_than for low in lows)


def _sides(reader: Reader, i: int, span: Phrase, lows: list[str]) -> Found | None:
    lists = reader.scene.words.lists
    hits = hits_before(reader, span)
    if hits:
        return _states(reader, i, span, tuple(dict.fromkeys(h.entry.code for h in hits)), "described", False)
    if not any(low in lists["pair"] for low in lows):
        return None
    return _states(reader, i, span, reader.scene.pair_here(reader.k, i), "pair", True)


def _states(reader: Reader, i: int, span: Phrase, codes: tuple[str, ...], rule: str, plural: bool) -> Found | None:
    if not codes:
        return None
    actors = tuple(Actor(code=c, sector=None if c in SUPRANATIONAL else "GOV") for c in codes)
    return _found(reader, i, span, actors, rule, "group" if plural else "state", plural)


def other(reader: Reader, i: int, span: Phrase) -> Found | None:
    """Return the state whose adjective or name stands before a noun that is no actor: *the Iranian test*."""
    hits = [h for h in hits_before(reader, span) if h.form in PEOPLE_FORMS or h.form in (*STATE_FORMS, "leader", "context")]
    if not hits:
        return None
    rule = "place" if all(h.form in ("capital", "place") for h in hits) else "modifier"
    actors = tuple(
        Actor(code=h.entry.code, sector=h.entry.sector or None, name=h.entry.name if h.form not in PEOPLE_FORMS else None)
        for h in hits
    )
    last = hits[-1]
    return Found(actors, MentionKind.NAME, rule, last.end - 1, hits[0].start, last.end, "thing", False)


def hits_before(reader: Reader, span: Phrase) -> list[Hit]:
    """Return the names that modify the head, without those of *X-backed* or of the possessor."""
    tokens = reader.sentence.tokens
    excluding = reader.scene.words.lists["excluding"]
    found = []
    for hit in reader.hits:
        if span.start <= hit.start and hit.end <= span.head:
            after = tokens[hit.end] if hit.end < len(tokens) else None
            tail = tokens[hit.end + 1].text.lower() if hit.end + 1 < len(tokens) else ""
            dashed = after is not None and after.text in "-–‑" and tail in excluding
            joined = after is not None and "-" in after.text and after.text.rsplit("-", 1)[-1].lower() in excluding
            if not dashed and not joined:
                found.append(hit)
    return found


def codes_of(reader: Reader, i: int, span: Phrase, role: Role | None) -> list[Actor]:
    """Return the states or bodies that a phrase belongs to: adjectives, possessor, *of*, *from* and *in* phrases."""
    owners = [Actor(code=h.entry.code, sector=_own_sector(h)) for h in hits_before(reader, span)]
    if not owners and span.possessor is not None:
        found = reader.head(span.possessor)
        owners = [_belongs(a) for a in found.actors] if found else []
    if not owners:
        owners = _after_head(reader, i, role)
    seen: dict[str | None, Actor] = {}
    for owner in owners:
        if owner.code is not None:
            seen.setdefault(owner.code, owner)
    return list(seen.values())


def _own_sector(hit: Hit) -> str | None:
    if hit.form in PEOPLE_FORMS or hit.form in STATE_FORMS and hit.entry.kind == "state":
        return None
    return hit.entry.sector or None if hit.entry.kind not in ("seat", "state") or hit.entry.sector != "GOV" else None


def _belongs(actor: Actor) -> Actor:
    """Return what an owner gives to what it owns: its state, and its sector unless that is a government's."""
    return Actor(code=actor.code, sector=actor.sector if actor.sector not in ("GOV", "CVL", "ELI", "JRN", "EDU") else None)


def _after_head(reader: Reader, i: int, role: Role | None) -> list[Actor]:
    tokens = reader.sentence.tokens
    lists = reader.scene.words.lists
    owners: list[Actor] = []
    for prep in reader.sentence.dependents(i, "prep"):
        low = prep.text.lower()
        if prep.i < i or (low not in lists["origin"] and low not in lists["locative"]):
            continue
        for target in reader.sentence.dependents(prep.i, "pobj"):
            for k in (target.i, *(t.i for t in reader.sentence.dependents(target.i, "conj"))):
                hit = reader.at.get(k)
                if low != "of" and hit is None:
                    continue
                found = reader.head(k)
                if found is not None and not (role is not None and role.sector == "CVL" and found.sort == "person"):
                    owners.extend(_belongs(a) for a in found.actors if tokens[k].i != i)
        if owners:
            break
    return owners


def _found(
    reader: Reader, i: int, span: Phrase, actors: tuple[Actor, ...], rule: str, sort: str, plural: bool
) -> Found:
    return Found(actors, MentionKind.DESCRIPTION, rule, i, span.left, span.right, sort, plural)
