"""Descriptions of states: *the country*, *its neighbour*, *the two countries*, *both sides*, and adjectives alone."""

from __future__ import annotations

from facta.actors.found import Found, Reading
from facta.actors.names import PEOPLE_FORMS, STATE_FORMS
from facta.actors.owners import hits_before
from facta.actors.phrases import Phrase, clause_of, is_plural, lemma
from facta.actors.same import two
from facta.records import Actor, MentionKind
from facta.resources.roster import SUPRANATIONAL

MODIFIER_FORMS = PEOPLE_FORMS | STATE_FORMS | {"leader", "context"}


def words_before(reader: Reading, span: Phrase) -> list[str]:
    """Return the words of the phrase before its head, in small letters."""
    return [t.text.lower() for t in reader.sentence.tokens[span.left : span.head]]


def state_word(reader: Reading, span: Phrase) -> Found | None:
    """Return the states behind *the country*, *its neighbour*, *the two countries*, *the aggressor country*."""
    scene, lists, i = reader.scene, reader.scene.words.lists, span.head
    lows = words_before(reader, span)
    noun = lemma(reader.sentence.tokens[i], scene.words)
    plural = is_plural(reader.sentence.tokens[i], reader.sentence)
    hits = hits_before(reader, span)
    if hits:
        return _states(span, tuple(dict.fromkeys(h.entry.code for h in hits)), "described", plural)
    beside = not plural and any(low in lists["beside"] for low in lows)
    relation = beside or noun in lists["relation"] or any(low in lists["relation"] for low in lows)
    if span.possessor is not None:
        owner = reader.head(span.possessor)
        codes = tuple(a.code for a in owner.actors if a.code) if owner else ()
        if not relation or not codes:
            return _states(span, codes, "described", plural)
        if plural:
            friends = () if scene.main in codes else scene.pair_here(reader.k, i, count=2 + len(codes))
            return _states(span, tuple(c for c in friends if c not in codes)[:2], "neighbour", plural)
        near = scene.state_here(reader.k, i, avoid=codes)
        return _states(span, (near,) if near else (), "neighbour", plural)
    abstract = any(t.text == "of" for t in reader.sentence.dependents(i, "prep"))  # a state of emergency
    definite = any(low in lists["determiner_definite"] for low in lows)
    if abstract or (any(low in lists["nationless"] for low in lows) and not (beside and definite)):
        return None
    if plural:
        count = 3 if "three" in lows else 2 if any(low in lists["pair"] for low in lows) else 0
        return _states(span, scene.pair_here(reader.k, i, count), "pair", True) if count else None
    if not relation and not definite:
        return None
    speaker = scene.speaker(reader.k)
    mine = [speaker.code] if relation and speaker and speaker.code else []
    clause = clause_of(reader.sentence, i)
    for ref in reversed(scene.referents):
        if ref.sentence != reader.k:
            break
        if ref.subject and ref.clause == clause and (relation or ref.sort == "state"):
            mine.extend(actor.code for actor in ref.actors if actor.code)
    if relation and not mine and scene.main:
        mine.append(scene.main)
    code = scene.state_here(reader.k, i, avoid=mine)
    return _states(span, (code,) if code else (), "context", False)


def befriended(reader: Reading, span: Phrase) -> bool:
    """Say whether the phrase is a relation of a state to another: *its allies*, *Norland's opponents*."""
    if span.possessor is None or hits_before(reader, span):
        return False
    if lemma(reader.sentence.tokens[span.head], reader.scene.words) not in reader.scene.words.lists["relation"]:
        return False
    owner = reader.head(span.possessor)
    return owner is not None and owner.sort == "state"


def sides(reader: Reading, span: Phrase) -> Found | None:
    """Return the two states behind *both sides*, or the one of *the Indian side*."""
    hits = hits_before(reader, span)
    if hits:
        return _states(span, tuple(dict.fromkeys(h.entry.code for h in hits)), "described", False)
    lows = words_before(reader, span)
    if "other" in lows and "each" not in lows:
        mine = [reader.scene.main] if reader.scene.main else []
        codes = tuple(c for c in reader.scene.pair_here(reader.k, span.head) if c not in mine)
        return _states(span, codes, "pair", False)
    plural = (reader.sentence.tokens[span.head].tag == "NNS" and lows == ["the"]) or "each" in lows
    if not plural and not any(low in reader.scene.words.lists["pair"] for low in lows):
        return None
    pair, i = two(reader, span.head), span.head
    return Found(pair, MentionKind.DESCRIPTION, "pair", i, span.left, span.right, "group", True) if pair else None


def _states(span: Phrase, codes: tuple[str, ...], rule: str, plural: bool) -> Found | None:
    if not codes:
        return None
    actors = tuple(Actor(code=c, sector=None if c in SUPRANATIONAL else "GOV") for c in codes)
    sort = "group" if plural else "state"
    return Found(actors, MentionKind.DESCRIPTION, rule, span.head, span.left, span.right, sort, plural)


def modifier(reader: Reading, span: Phrase) -> Found | None:
    """Return the state whose adjective or name stands before a noun that is no actor: *the Iranian test*."""
    hits = [h for h in hits_before(reader, span) if h.form in MODIFIER_FORMS]
    if not hits:
        return None
    rule = "place" if all(h.form in ("capital", "place") for h in hits) else "modifier"
    actors = tuple(
        Actor(code=h.entry.code, sector=h.entry.sector or None, name=None if h.form in PEOPLE_FORMS else h.entry.name)
        for h in hits
    )
    last = hits[-1]
    return Found(actors, MentionKind.NAME, rule, last.end - 1, hits[0].start, last.end, "thing", False)
