"""Descriptions that point back: *the soldiers*, *the officers*, *the crew*, *survivors*, *her client*, *the six*."""

from __future__ import annotations

from collections.abc import Callable

from facta.actors.found import Found, Reading
from facta.actors.owners import after_head, hits_before
from facta.actors.phrases import OBJECTS, SUBJECTS, Phrase, key_of, lemma
from facta.actors.pronouns import earlier
from facta.actors.scene import Referent
from facta.records import Actor, MentionKind
from facta.resources.actorwords import Role

#: How many sentences back a person or craft, a body, and victims of an act may stand.
FAR_BACK, BODY_BACK, NEAR_BACK = 12, 3, 2
FORCES = frozenset({"COP", "MIL", "SPY"})
#: Sectors of officials, who have counterparts, and of those to whom something is done.
#: Words for two by themselves.
BOTH = ("both", "neither")
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP"})
HARMED = frozenset({"CVL", "REF", "AGR", "LAB", "EDU", "BUS", "JRN", "MED"})
#: *the same officers*, *these men*: surely somebody named before.
POINTERS = frozenset({"same", "these", "those", "said"})


def points_back(reader: Reading, span: Phrase, role: Role, *, definite: bool) -> tuple[Actor, ...]:
    """Return the actors that a description without a state of its own was said of before; empty when of none."""
    scene, i = reader.scene, span.head
    noun = lemma(reader.sentence.tokens[i], scene.words)
    lists = scene.words.lists
    if noun in lists["bereaved"]:
        return _first(reader, i, _harmed, NEAR_BACK, role.sector)
    if noun in lists["back_only"]:
        return _first(reader, i, lambda ref: any(a.sector == "LEG" for a in ref.actors), NEAR_BACK, role.sector)
    key = key_of(reader.sentence, span, scene.words)
    if noun in lists["aboard"] and key == noun:
        alike = _first(
            reader, i, lambda ref: ref.craft and any(a.sector == role.sector for a in ref.actors), FAR_BACK, None)
        found = alike or _first(reader, i, lambda ref: ref.craft and bool(ref.actors), FAR_BACK, None)
        if found:
            return found
    if noun in lists["uniformed"] and key == noun and role.sector != "ELI":
        found = _first(reader, i, _in_force, FAR_BACK if definite else NEAR_BACK, None)
        if found:
            return found
    if role.sector in FORCES and role.kind == "person" and _acts(reader, i) and not definite:
        return _first(reader, i, lambda ref: ref.sure and any(a.sector == role.sector for a in ref.actors), 3, None)
    return ()


def called_alike(reader: Reading, span: Phrase, role: Role, *, definite: bool) -> Referent | None:
    """Return what the same noun was said of before: *the ministry* after *Kenya's ministry*."""
    scene, i = reader.scene, span.head
    if not definite or (restricted(reader, i) and not _points(reader, span)):
        return None
    noun, key = lemma(reader.sentence.tokens[i], scene.words), key_of(reader.sentence, span, scene.words)
    envoys = scene.words.lists["envoys"]
    reach = BODY_BACK if role.kind == "body" else FAR_BACK
    for ref in reversed(scene.referents):
        back = reader.k - ref.sentence
        if back > FAR_BACK:
            break
        if (back == 0 and ref.token >= i) or not ref.key or not any(a.code for a in ref.actors):
            continue
        joint = len(ref.actors) > 1 and role.kind == "body"
        mission = noun in envoys and ref.key in envoys and back <= NEAR_BACK
        if (back <= reach or joint) and (ref.key == key or mission or (key == noun and ref.key.endswith(" " + noun))):
            return ref
    return None


def _first(
    reader: Reading, i: int, fits: Callable[[Referent], bool], reach: int, sector: str | None
) -> tuple[Actor, ...]:
    ref = earlier(reader.scene, reader.k, i, fits, reach)
    if ref is None:
        return ()
    return tuple(Actor(code=a.code, sector=sector or a.sector) for a in ref.actors)


def _harmed(ref: Referent) -> bool:
    return ref.sure and any(a.code and a.sector in HARMED for a in ref.actors)


def _in_force(ref: Referent) -> bool:
    return ref.sort != "thing" and any(a.sector in FORCES for a in ref.actors)


def _acts(reader: Reading, i: int) -> bool:
    """Say whether a bare plural does something: *soldiers shot at the boat*."""
    token = reader.sentence.tokens[i]
    bare = not reader.sentence.dependents(i, "det", "nummod", "amod", "poss")
    return token.tag == "NNS" and token.dep == "nsubj" and bare


def short_for(reader: Reading, span: Phrase) -> Found | None:
    """Return what *the launch* is short for, where a *naval launch* was spoken of: a noun that is no actor alone."""
    scene, i = reader.scene, span.head
    noun = lemma(reader.sentence.tokens[i], scene.words)
    first = reader.sentence.tokens[span.left].text.lower()
    if noun not in scene.words.roles or first not in scene.words.lists["determiner_definite"]:
        return None
    ref = earlier(scene, reader.k, i, lambda ref: ref.key.endswith(" " + noun) and bool(ref.actors), FAR_BACK)
    if ref is None:
        return None
    return Found(ref.actors, MentionKind.DESCRIPTION, "same", i, span.left, span.right, ref.sort, ref.plural)


def _points(reader: Reading, span: Phrase) -> bool:
    return any(t.text.lower() in POINTERS for t in reader.sentence.tokens[span.left : span.head])


def restricted(reader: Reading, i: int) -> bool:
    """Say whether a clause right after the noun tells which ones are meant: *the men who went with him*."""
    tokens = reader.sentence.tokens
    return i + 1 < len(tokens) and tokens[i + 1].tag in ("WP", "WDT") and bool(reader.sentence.dependents(i, "relcl"))


def uniformed(reader: Reading, span: Phrase, role: Role) -> Role:
    """Return the role of *officers*: of the force that was spoken of last, the police if none was."""
    scene, i = reader.scene, span.head
    noun = lemma(reader.sentence.tokens[i], scene.words)
    if noun not in scene.words.lists["uniformed"] or key_of(reader.sentence, span, scene.words) != noun:
        return role
    ref = earlier(scene, reader.k, i, _in_force, FAR_BACK)
    sector = next((a.sector for a in ref.actors if a.sector in FORCES), None) if ref else None
    return role._replace(sector=sector) if sector and role.sector != "ELI" else role


def client(reader: Reading, span: Phrase) -> tuple[Actor, ...]:
    """Return whom a lawyer speaks for: the last person named who is not the lawyer."""
    lawyer = reader.head(span.possessor) if span.possessor is not None else None
    mine = set(lawyer.actors) if lawyer is not None else set()
    ref = earlier(
        reader.scene, reader.k, span.head,
        lambda ref: ref.sort == "person" and not ref.plural and bool(ref.actors) and not mine.intersection(ref.actors),
        FAR_BACK,
    )
    return ref.actors if ref is not None else ()


def of_force(reader: Reading, role: Role, noun: str, owners: list[Actor]) -> Role:
    """Return the role of *a Kuwaiti patrol boat*: of the force of its state that was named before, if one was."""
    if role.sector not in FORCES or noun not in reader.scene.words.lists["patrolling"]:
        return role
    codes = {owner.code for owner in owners if owner.code}
    def is_force(ref: Referent) -> bool:
        return ref.sure and not ref.craft and any(a.code in codes and a.sector in FORCES for a in ref.actors)

    ref = earlier(reader.scene, reader.k, len(reader.sentence.tokens), is_force, FAR_BACK)
    sector = next((a.sector for a in ref.actors if a.sector in FORCES), None) if ref else None
    return role._replace(sector=sector) if sector else role


def two(reader: Reading, i: int) -> tuple[Actor, ...]:
    """Return the two behind *both*, *neither*, *each side*: named together before, else the two states spoken of."""
    ref = earlier(reader.scene, reader.k, i, lambda ref: len(set(ref.actors)) == len(BOTH), NEAR_BACK)
    if ref is not None:
        return ref.actors
    return tuple(Actor(code=code, sector="GOV") for code in reader.scene.pair_here(reader.k, i))


def both(reader: Reading, i: int) -> Found | None:
    """Return the two behind a bare *both* or *neither*, and behind *the other* those who are not the subject."""
    token = reader.sentence.tokens[i]
    if token.dep not in (*SUBJECTS, *OBJECTS, "pobj") or reader.sentence.dependents(i, "prep"):
        return None
    low = token.text.lower()
    if low not in BOTH and (low != "other" or [t.text.lower() for t in reader.sentence.dependents(i)] != ["the"]):
        return None
    pair = two(reader, i)
    mine = {a for ref in reader.scene.referents if ref.sentence == reader.k and ref.subject for a in ref.actors}
    actors = tuple(a for a in pair if low in BOTH or a not in mine) or pair
    if len(pair) < len(BOTH):
        return None
    return Found(actors, MentionKind.DESCRIPTION, "pair", i, i - (low == "other"), i + 1, "group", len(actors) > 1)


def across(reader: Reading, span: Phrase, owners: list[Actor]) -> list[Actor]:
    """Return the state of *her counterpart*: the one named with the word, else that of another official spoken of."""
    if span.possessor is None or hits_before(reader, span):
        return owners
    named = after_head(reader, span.head, None)
    if named:
        return named
    found = reader.head(span.possessor)
    mine = {a.code for a in found.actors} if found is not None else set()
    ref = earlier(
        reader.scene, reader.k, span.head,
        lambda ref: ref.sort == "person" and not ref.plural and any(a.code and a.sector in OFFICIAL for a in ref.actors)
        and mine.isdisjoint(a.code for a in ref.actors),
        NEAR_BACK,
    )
    if ref is not None:
        return [Actor(code=a.code, sector=None) for a in ref.actors]
    pair = reader.scene.pair_here(reader.k, span.head)
    return [Actor(code=code, sector=None) for code in pair if code not in mine][:1]


def counted(reader: Reading, i: int) -> Found | None:
    """Return the people behind a bare number: *the six*, of whom there were six before."""
    token = reader.sentence.tokens[i]
    low = token.text.lower()
    if token.tag != "CD" or token.dep not in (*SUBJECTS, *OBJECTS, "pobj", "conj"):
        return None
    definite = any(t.text.lower() in ("the", "these", "those", "all") for t in reader.sentence.dependents(i))
    if not definite:
        return None
    ref = earlier(reader.scene, reader.k, i, lambda ref: ref.number == low and bool(ref.actors), FAR_BACK)
    if ref is None:
        return None
    left = min((t.i for t in reader.sentence.dependents(i, "det")), default=i)
    return Found(ref.actors, MentionKind.DESCRIPTION, "same", i, min(left, i), i + 1, "group", True)
