"""Phrases headed by a name: states, bodies, office holders, nationals."""

from __future__ import annotations

from datetime import date

from facta.actors.found import Found, Reading
from facta.actors.names import PEOPLE_FORMS, STATE_FORMS, Hit, is_kin
from facta.actors.phrases import Phrase, is_plural, key_of, lemma, refined
from facta.actors.scene import add_person
from facta.records import Actor, MentionKind, Person
from facta.resources.actorwords import Role
from facta.resources.roster import SUPRANATIONAL, Entry

#: An office is still named in the reports on its end.
DAYS_OF_GRACE = 10


#: The modifier under which the table of roles files what a word means right before a name: *Father Leo*.
BEFORE_NAME = "&name"
#: A single national: *a Peruvian*, *another Chilean*.
ONE = frozenset({"a", "an", "one", "another"})


def named(reader: Reading, hit: Hit, span: Phrase) -> Found:
    """Return the actor of a name of the roster."""
    seat = next((r for r in hit.refs if r.form == "capital"), None)
    if seat is not None and hit.entry.code in SUPRANATIONAL and _is_place(reader, hit, span):
        hit.ref = seat  # in Brussels, where others live than those who decide there
    entry = hit.entry
    rule, sort = "name", "body"
    i = span.head
    sector: str | None = entry.sector or None
    plural = is_plural(reader.sentence.tokens[i], reader.sentence) and entry.kind != "state"
    if hit.form == "leader":
        sort = "person"
        sector = _office_sector(reader, hit, span)
        code, beside = apposed(reader, i) if sector in (None, "ELI") else (None, None)
        if code and beside and beside not in ("GOV", "ELI"):
            entry, sector = entry._replace(code=code), beside
        person = Person(name=entry.name, role=entry.office, code=entry.code, sector=sector)
        add_person(reader.scene, person)
        note_holder(reader, span, hit.end, entry.code)
    elif entry.kind in ("state", "seat", "region"):
        sort = "state"
        rule = "place" if _is_place(reader, hit, span) else "name"
    name = hit.name if hit.form == "place" else entry.name
    actor = Actor(code=entry.code, sector=sector, name=name, id=None if hit.form == "place" else entry.id)
    return Found((actor,), MentionKind.NAME, rule, i, span.left, span.right, sort, plural)


def _is_place(reader: Reading, hit: Hit, span: Phrase) -> bool:
    token = reader.sentence.tokens[span.head]
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


def _office_sector(reader: Reading, hit: Hit, span: Phrase) -> str | None:
    """Return the sector of an office holder: as the text says, as the roster says for the day, or ELI afterwards."""
    role = title_role(reader, span.start, hit.start)
    day = reader.scene.day
    terms = [r.entry for r in hit.refs if r.form == "leader" and r.entry.code == hit.entry.code]
    now = next((e for e in terms if e.valid(day) or _just_left(e, day)), None)
    if role is not None and role.sector == "ELI":
        return "ELI"
    if now is not None:
        return now.sector or None
    if day is None:
        return hit.entry.sector or None
    if any(e.until and e.until < day for e in terms):
        return "ELI" if terms[0].code not in SUPRANATIONAL else None
    return (role.sector or None) if role is not None else None


def _just_left(entry: Entry, day: str | None) -> bool:
    """Say whether somebody left office so lately that the report of it still names the office."""
    if day is None or not entry.until or entry.until > day:
        return False
    try:
        return (date.fromisoformat(day) - date.fromisoformat(entry.until)).days <= DAYS_OF_GRACE
    except ValueError:
        return False


def title_role(reader: Reading, left: int, end: int) -> Role | None:
    """Return the role that the words from ``left`` to ``end`` give to the name after them."""
    tokens, words = reader.sentence.tokens, reader.scene.words
    for k in range(end - 1, left - 1, -1):
        noun = lemma(tokens[k], words)
        if noun not in words.roles:
            continue
        before = [x for t in tokens[left:k] for x in dict.fromkeys((t.text.lower(), lemma(t, words)))]
        role = words.role(noun, [*before, BEFORE_NAME] if k == end - 1 else before)
        if role is not None and role.kind != "title":
            return Role(refined(noun, role, before, words), role.kind)
    return None


def note_holder(reader: Reading, span: Phrase, end: int, code: str) -> None:
    """Remember whose *president* or *prince* was named, for *the president* later on."""
    tokens, words = reader.sentence.tokens, reader.scene.words
    for k in range(end - 1, span.start - 1, -1):
        noun = lemma(tokens[k], words)
        if noun in words.roles:
            upto = Phrase(span.left, end, k, None, span.start)
            holder = (code, reader.k)
            reader.scene.holders[noun] = reader.scene.holders[key_of(reader.sentence, upto, words)] = holder
            return


def nationals(reader: Reading, hit: Hit, span: Phrase) -> Found:
    """Return the people of a state (*Afghans*), or its government behind *the Chinese*."""
    tokens = reader.sentence.tokens
    i = span.head
    definite = any(t.text.lower() == "the" for t in tokens[span.left : hit.start])
    plural = hit.form == "people" or tokens[i].tag in ("NNPS", "NNS")
    government = definite and span.start >= hit.start - 1 and (hit.form == "adj" or plural)
    minority, home = kin_at_home(reader, hit, span)
    sector = "GOV" if government and not minority else "CVL"
    actor = Actor(code=home if minority else hit.entry.code, sector=sector)
    one = any(t.text.lower() in ONE or t.tag == "JJ" for t in tokens[span.left : hit.start]) and not definite
    sort = "group" if plural or (hit.form == "adj" and not one) else "person"
    return Found((actor,), MentionKind.NAME, "people", i, span.left, span.right, sort, sort == "group")


def kin_at_home(reader: Reading, hit: Hit, span: Phrase) -> tuple[bool, str | None]:
    """Say whether people are a minority of another state, and of which: *Estonia's Russians*, *ethnic Serbs*."""
    tokens, lists, own = reader.sentence.tokens, reader.scene.words.lists, hit.entry.code
    ethnic = is_kin(hit, tokens, reader.scene.words)
    around: list[int] = []
    if span.possessor is not None:
        around.append(span.possessor)
    before = hit.start - 1 - ethnic
    if before in reader.at and before >= span.start and reader.at[before].form not in PEOPLE_FORMS:
        around.append(before)
    for prep in reader.sentence.dependents(span.head, "prep"):
        if prep.text == "of" or (ethnic and prep.text.lower() in lists["locative"]):
            around.extend(t.i for t in reader.sentence.dependents(prep.i, "pobj"))
    for k in around:
        found = reader.head(k)
        if found is not None and found.sort == "state" and found.actors[0].code != own:
            return True, found.actors[0].code
    return ethnic, reader.scene.state_here(reader.k, span.head, avoid=[own]) if ethnic else None


def apposed(reader: Reading, i: int) -> tuple[str | None, str | None]:
    """Return country and sector from an apposition: *Sharoiko, a Ukrainian journalist*."""
    tokens = reader.sentence.tokens
    token = tokens[i]
    around = [t.i for t in reader.sentence.dependents(i, "appos")]
    if token.dep == "appos":
        around.append(token.head)
    for k in around:
        found = reader.head(k)
        one = tokens[k].text.lower() == "one"
        if found and found.actors and (found.sort in ("person", "body") or one) and found.rule != "modifier":
            return found.actors[0].code, found.actors[0].sector
    return None, None
