"""Phrases headed by a name: states, bodies, office holders, nationals, and people whom only this article knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facta.actors.found import Found
from facta.actors.names import STATE_FORMS, Hit
from facta.actors.phrases import Phrase, is_plural, lemma, refined
from facta.actors.scene import add_person
from facta.records import Actor, MentionKind, Person
from facta.resources.actorwords import Role
from facta.resources.roster import SUPRANATIONAL

if TYPE_CHECKING:
    from facta.actors.reader import Reader

PERSON_KINDS = frozenset({"person", "office", "title"})
#: Longest personal name, in words.
LONGEST_NAME = 6


def named(reader: Reader, i: int, hit: Hit, span: Phrase) -> Found:
    """Return the actor of a name of the roster."""
    entry = hit.entry
    rule, sort = "name", "body"
    sector: str | None = entry.sector or None
    plural = is_plural(reader.sentence.tokens[i], reader.sentence) and entry.kind != "state"
    if hit.form == "leader":
        sort = "person"
        sector = _office_sector(reader, hit, span)
        person = Person(name=entry.name, role=entry.office, code=entry.code, sector=sector)
        add_person(reader.scene, person)
    elif entry.kind in ("state", "seat", "region"):
        sort = "state"
        rule = "place" if _is_place(reader, i, hit, span) else "name"
    name = hit.name if hit.form == "place" else entry.name
    actor = Actor(code=entry.code, sector=sector, name=name, id=None if hit.form == "place" else entry.id)
    return Found((actor,), MentionKind.NAME, rule, i, span.left, span.right, sort, plural)


def _is_place(reader: Reader, i: int, hit: Hit, span: Phrase) -> bool:
    token = reader.sentence.tokens[i]
    lists = reader.scene.words.lists
    if any(t.text.lower() in lists["direction"] for t in reader.sentence.tokens[span.left : hit.start]):
        return True
    if hit.form not in STATE_FORMS:
        return False
    if hit.start == 0 and token.text.isupper() and not hit.name.isupper():
        return True
    up = reader.sentence.tokens[token.head]
    while token.dep == "conj" and up.i != token.i:
        token, up = up, reader.sentence.tokens[up.head]
    if token.dep == "pobj":
        return up.text.lower() in lists["locative"] or (hit.form == "place" and up.text.lower() in ("from", "to", "on"))
    return False


def _office_sector(reader: Reader, hit: Hit, span: Phrase) -> str | None:
    """Return the sector of an office holder: as the text says, as the roster says for the day, or ELI afterwards."""
    role = title_role(reader, span.start, hit.start)
    day = reader.scene.day
    terms = [r.entry for r in hit.refs if r.form == "leader" and r.entry.code == hit.entry.code]
    now = next((e for e in terms if e.valid(day)), None)
    if role is not None and role.sector == "ELI":
        return "ELI"
    if now is not None:
        return now.sector or None
    if day is None:
        return hit.entry.sector or None
    if any(e.until and e.until < day for e in terms):
        return "ELI" if terms[0].code not in SUPRANATIONAL else None
    return (role.sector or None) if role is not None else None


def title_role(reader: Reader, left: int, end: int) -> Role | None:
    """Return the role that the words from ``left`` to ``end`` give to the name after them."""
    tokens, words = reader.sentence.tokens, reader.scene.words
    for k in range(end - 1, left - 1, -1):
        noun = lemma(tokens[k], words)
        if noun not in words.roles:
            continue
        before = [x for t in tokens[left:k] for x in dict.fromkeys((t.text.lower(), lemma(t, words)))]
        role = words.role(noun, before)
        if role is not None and role.kind != "title":
            return Role(refined(noun, role, before, words), role.kind)
    return None


def nationals(reader: Reader, i: int, hit: Hit, span: Phrase) -> Found:
    """Return the people of a state (*Afghans*), or its government behind *the Chinese*."""
    tokens = reader.sentence.tokens
    definite = any(t.text.lower() == "the" for t in tokens[span.left : hit.start])
    plural = hit.form == "people" or tokens[i].tag in ("NNPS", "NNS")
    government = definite and span.start >= hit.start - 1 and (hit.form == "adj" or plural)
    sector = "GOV" if government else "CVL"
    actor = Actor(code=hit.entry.code, sector=sector)
    sort = "group" if plural or hit.form == "adj" else "person"
    return Found((actor,), MentionKind.NAME, "people", i, span.left, span.right, sort, sort == "group")


def reads_as_name(reader: Reader, span: Phrase, role: Role) -> bool:
    """Say whether a word that could be a role is a surname (*Rodney King*, *Gordon Bishop*)."""
    if role.kind not in PERSON_KINDS or span.head == span.start:
        return False
    before = reader.sentence.tokens[span.head - 1]
    low = before.text.lower()
    words = reader.scene.words
    return (
        before.pos == "PROPN"
        and before.text[:1].isupper()
        and reader.at.get(before.i) is None
        and low not in words.roles
        and not any(low in known for known in (words.roles[n] for n in words.roles if n == lemma(
            reader.sentence.tokens[span.head], words)))
        and low not in words.lists["orgword"]
        and low not in words.lists["direction"]
    )


def proper(reader: Reader, i: int, span: Phrase) -> Found | None:
    """Return the actor of a name that is not in the roster: a person with a role, an outlet, a firm, or one unknown."""
    tokens, words = reader.sentence.tokens, reader.scene.words
    parts = [t.text for t in tokens[span.start : i + 1]]
    lows = [p.lower() for p in parts]
    if any(low in words.lists["thing"] for low in lows[-1:]) or "lake" in lows or not parts[-1][:1].isupper():
        return None
    start = _name_start(reader, span)
    name = reader.scene.article.text[tokens[start].start : tokens[i].end] if start <= i else parts[-1]
    role = title_role(reader, span.start, start)
    known = reader.scene.person(name) if len(name.split()) <= LONGEST_NAME else None
    if known is not None:
        if known.code is None or known.sector is None:
            code, sector = reader_codes(reader, i, span, role)
            known = Person(name=known.name, role=known.role, code=known.code or code, sector=known.sector or sector)
            add_person(reader.scene, known)
        return _person(reader, i, span, known.name, known.code, known.sector)
    if lows[-1] in words.lists["company"]:
        return _organisation(reader, i, span, name, "BUS")
    if lows[-1] in words.lists["media_form"] and len(lows) > 1 and role is None:
        return _organisation(reader, i, span, name, "JRN")
    leader = _leader_by_surname(reader, name)
    if leader is not None:
        return _person(reader, i, span, leader[0], leader[1], role.sector if role and role.sector else leader[2])
    code, sector = reader_codes(reader, i, span, role)
    if role is None and code is None:
        code, sector = _apposed(reader, i)
    if role is not None or sector is not None:
        if code is None and role is not None and role.sector in ("GOV", "LEG", "MIL", "COP", "JUD", "SPY", "OPP"):
            code = reader.scene.state_here(reader.k, i)
        add_person(reader.scene, Person(name=name, role="", code=code, sector=sector))
    return _person(reader, i, span, name, code, sector)


def _name_start(reader: Reader, span: Phrase) -> int:
    """Return the token where the name proper begins, after nationality, titles and roles."""
    tokens, words = reader.sentence.tokens, reader.scene.words
    start = span.head
    for k in range(span.head - 1, span.start - 1, -1):
        low = tokens[k].text.lower()
        if k in reader.at or tokens[k].pos != "PROPN" or lemma(tokens[k], words) in words.roles or low in words.lists["former"]:
            break
        start = k
    return start


def reader_codes(reader: Reader, i: int, span: Phrase, role: Role | None) -> tuple[str | None, str | None]:
    """Return country and sector from what stands before a personal name."""
    from facta.actors.described import codes_of  # noqa: PLC0415

    sector = role.sector or None if role is not None else None
    found = codes_of(reader, i, span, role)
    if not found:
        return None, sector
    code = found[0].code
    if role is not None and role.kind == "office" and found[0].sector:
        sector = found[0].sector
    if role is None and sector is None and code not in SUPRANATIONAL:
        sector = found[0].sector
    if code in SUPRANATIONAL and sector == "GOV":
        sector = None
    return code, sector


def _apposed(reader: Reader, i: int) -> tuple[str | None, str | None]:
    """Return country and sector from an apposition: *Sharoiko, a Ukrainian journalist*."""
    token = reader.sentence.tokens[i]
    around = [t.i for t in reader.sentence.dependents(i, "appos")]
    if token.dep == "appos":
        around.append(token.head)
    for k in around:
        found = reader.head(k)
        if found and found.actors and found.sort == "person":
            return found.actors[0].code, found.actors[0].sector
    return None, None


def _leader_by_surname(reader: Reader, name: str) -> tuple[str, str, str | None] | None:
    """Return an office holder called by surname alone, when in office or when the state is spoken of."""
    scene = reader.scene
    refs = scene.roster.surnames.get(name, ())
    now = [r.entry for r in refs if r.entry.valid(scene.day)]
    spoken = [r.entry for r in refs if r.entry.code in scene.topical]
    both = [e for e in now if e in spoken]
    best = next(iter(both or spoken or now), None)
    if best is None:
        return None
    sector: str | None = best.sector or None
    if best not in now and scene.day is not None:
        sector = "ELI" if best.until and best.until < scene.day else None
    return best.name, best.code, sector


def _person(reader: Reader, i: int, span: Phrase, name: str, code: str | None, sector: str | None) -> Found:
    actor = Actor(code=code, sector=sector, name=name)
    return Found((actor,), MentionKind.NAME, "person", i, span.left, span.right, "person", False)


def _organisation(reader: Reader, i: int, span: Phrase, name: str, sector: str) -> Found:
    code, _ = reader_codes(reader, i, span, None)
    return Found((Actor(code=code, sector=sector, name=name),), MentionKind.NAME, "form", i, span.left, span.right, "body", False)
