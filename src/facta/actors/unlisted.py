"""Phrases headed by a name that no roster holds: people with a role, outlets, firms, people whom the article knows."""

from __future__ import annotations

from facta.actors.described import described
from facta.actors.found import Found, Reading
from facta.actors.introduced import said_after
from facta.actors.lean import office_state
from facta.actors.named import apposed, note_holder, title_role
from facta.actors.owners import owners_of
from facta.actors.phrases import OBJECTS, SUBJECTS, Phrase, lemma
from facta.actors.scene import add_person
from facta.records import Actor, MentionKind, Person
from facta.resources.actorwords import Role
from facta.resources.roster import SUPRANATIONAL

#: Whoever has one of these sectors serves some state.
PUBLIC_SECTORS = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY", "OPP", "LEG OPP", "ELI"})
PERSON_KINDS = frozenset({"person", "office", "title"})
#: Longest personal name, in words.
LONGEST_NAME = 6


def reads_as_name(reader: Reading, span: Phrase, role: Role) -> bool:
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
        and low not in words.roles.get(lemma(reader.sentence.tokens[span.head], words), {})
        and low not in words.lists["orgword"]
        and low not in words.lists["direction"]
    )


def proper(reader: Reading, span: Phrase) -> Found | None:
    """Return the actor of a name that is not in the roster: a person with a role, an outlet, a firm, or one unknown."""
    i, tokens, words = span.head, reader.sentence.tokens, reader.scene.words
    parts = [t.text for t in tokens[span.start : i + 1]]
    lows = [p.lower() for p in parts]
    start = _name_start(reader, span)
    named_party = start > span.start and tokens[start - 1].text.lower() == "opposition"
    thing = lows[-1] in words.lists["thing"] and not named_party
    if thing or "lake" in lows or not tokens[start].text[:1].isupper():
        return None
    name = reader.scene.article.text[tokens[start].start : tokens[i].end] if start <= i else parts[-1]
    role = title_role(reader, span.start, start)
    if role is not None and role.kind == "craft":
        return _ship(reader, span, role, name)
    known = reader.scene.person(name) if len(name.split()) <= LONGEST_NAME else None
    if known is not None:
        return _person(span, _completed(reader, span, known, role, start))
    if lows[-1] in words.lists["company"]:
        return _organisation(reader, span, name, "BUS")
    if lows[-1] in words.lists["media_form"] and len(lows) > 1 and role is None:
        return _organisation(reader, span, name, "JRN")
    leader = _leader_by_surname(reader, name, role)
    if leader is not None:
        return _person(span, leader)
    if named_party and role is not None:
        role = Role("PTY OPP", "body")
    code, sector = _placed(reader, span, role, None)
    if role is None and code is None and sector is None and _is_vague(reader, span, name):
        return None
    if code is not None:
        note_holder(reader, span, start, code)
    if role is not None or sector is not None:
        add_person(reader.scene, Person(name=name, role="", code=code, sector=sector))
    return _person(span, Person(name=name, role="", code=code, sector=sector))


def _completed(reader: Reading, span: Phrase, known: Person, role: Role | None, start: int) -> Person:
    """Return somebody known by name with the country and sector that this phrase adds."""
    if known.code is None:
        known = _leader_by_surname(reader, known.name, role) or known
    if known.code is None or known.sector is None:
        code, sector = _placed(reader, span, role, known.sector)
        known = Person(name=known.name, role=known.role, code=known.code or code, sector=known.sector or sector)
        add_person(reader.scene, known)
    if known.code is not None:
        note_holder(reader, span, start, known.code)
    return known


def _ship(reader: Reading, span: Phrase, role: Role, name: str) -> Found | None:
    """Return whose a ship with a name is, and remember the name."""
    found = described(reader, span, role)
    for actor in found.actors[:1] if found is not None else ():
        add_person(reader.scene, Person(name=name, role="", code=actor.code, sector=actor.sector))
    return found


def _name_start(reader: Reading, span: Phrase) -> int:
    """Return the token where the name proper begins, after nationality, titles and roles."""
    tokens, words = reader.sentence.tokens, reader.scene.words
    start = span.head
    for k in range(span.head - 1, span.start - 1, -1):
        low = tokens[k].text.lower()
        known = k in reader.at or lemma(tokens[k], words) in words.roles or low in words.lists["former"]
        joined = tokens[k].end == tokens[k + 1].start or low in words.lists["particle"]
        if known or (tokens[k].pos != "PROPN" and not joined):
            break
        start = k
    return start


def _placed(
    reader: Reading, span: Phrase, role: Role | None, known: str | None
) -> tuple[str | None, str | None]:
    """Return country and sector of somebody named: from before the name, beside it, or from what is spoken of."""
    scene = reader.scene
    code, sector = _before_name(reader, span, role)
    beside, trade = apposed(reader, span.head) if code is None or sector is None else (None, None)
    if role is not None and sector and trade and trade != sector:
        beside = None  # *an exiled editor, Minister Ada Lind said*: two people
    code, sector = code or beside, known or sector or trade or _trade(reader, span.head)
    if code is None:
        end = reader.sentence.tokens[span.head].end
        told = said_after(reader.scene.text[end : reader.sentence.end], scene.roster, scene.words, scene.day)
        code, sector = told[0], told[1] if told[1] == "ELI" else sector or told[1]
    if code is None and sector in PUBLIC_SECTORS:
        code = office_state(reader, span.head)
    return code, sector


def _trade(reader: Reading, i: int) -> str | None:
    """Return the sector of somebody by what the clause after the name says: *who teaches law*, *who defends him*."""
    roles = reader.scene.words.roles
    for clause in reader.sentence.dependents(i, "relcl"):
        role = roles.get(clause.text.lower(), {}).get("")
        if role is not None and role.sector:
            return role.sector
    return None


def _before_name(reader: Reading, span: Phrase, role: Role | None) -> tuple[str | None, str | None]:
    """Return country and sector from what stands before a personal name."""
    sector = role.sector or None if role is not None else None
    found = owners_of(reader, span, role)
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


def _is_vague(reader: Reading, span: Phrase, name: str) -> bool:
    """Say whether a single capitalised word is too little to be somebody: *the Line*, *Control*."""
    token = reader.sentence.tokens[span.head]
    alone = " " not in name
    definite = reader.sentence.tokens[span.left].text.lower() in ("the", "a", "an")
    return alone and (definite or token.dep not in (*SUBJECTS, *OBJECTS, "poss"))


def _leader_by_surname(reader: Reading, name: str, role: Role | None) -> Person | None:
    """Return an office holder called by surname alone, when in office or when the state is spoken of."""
    scene = reader.scene
    refs = scene.roster.surnames.get(name, ())
    now = [r.entry for r in refs if r.entry.valid(scene.day)]
    past = role is not None or scene.day is None  # out of office, a surname alone is not enough
    spoken = [r.entry for r in refs if r.entry.code in scene.topical and (past or r.entry in now)]
    titled = [r.entry for r in refs] if role is not None and len({r.entry.code for r in refs}) == 1 else []
    best = next(iter([e for e in now if e in spoken] or spoken or now or titled), None)
    if best is None:
        return None
    sector: str | None = best.sector or None
    if best not in now and scene.day is not None:
        sector = "ELI" if best.until and best.until < scene.day else None
    if role is not None and role.sector:
        sector = role.sector
    return Person(name=best.name, role=best.office, code=best.code, sector=sector)


def _person(span: Phrase, person: Person) -> Found:
    world = person.code in SUPRANATIONAL and person.sector == "GOV"
    i, actor = span.head, Actor(code=person.code, sector=None if world else person.sector, name=person.name)
    return Found((actor,), MentionKind.NAME, "person", i, span.left, span.right, "person", False)


def _organisation(reader: Reading, span: Phrase, name: str, sector: str) -> Found:
    code, _ = _before_name(reader, span, None)
    actor = Actor(code=code, sector=sector, name=name)
    return Found((actor,), MentionKind.NAME, "form", span.head, span.left, span.right, "body", False)
