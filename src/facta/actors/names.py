"""Finding names of the roster in a sentence: the longest match over tokens, one reading chosen for each.

In go a parsed sentence and its text, out come :class:`Hit` spans. A name is no hit where it is part of somebody
else's name (*Michael Jordan*), and of a name with two meanings (*Georgia*) the words of the article choose one.
"""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import normalize

from facta.records import Sentence, Token
from facta.resources.actorwords import ActorWords, Meaning
from facta.resources.roster import Entry, Ref, Roster

STATE_FORMS = frozenset({"name", "capital", "place"})
PEOPLE_FORMS = frozenset({"adj", "person", "people"})
#: Names in capitals (datelines, headlines) are read from this length on, so that IS and US stay words.
SHORTEST_CAPITALS = 4
HYPHENS = frozenset("-–‑")
#: Letters that are no accented ones and yet are written with plain ones.
PLAIN = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ð": "d"}


@dataclass(slots=True)
class Hit:
    """A name of the roster at tokens ``start`` to ``end`` (exclusive), its readings and the chosen one."""

    start: int
    end: int
    name: str
    refs: tuple[Ref, ...]
    ref: Ref

    @property
    def entry(self) -> Entry:
        """The entry of the chosen reading."""
        return self.ref.entry

    @property
    def form(self) -> str:
        """The form of the chosen reading."""
        return self.ref.form


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """Return the text with plain letters for accented ones, each in its place: *Reykjavík* is Reykjavik.

    >>> folded("Reykjavík, Tromsø")
    'Reykjavik, Tromso'
    """
    return text if text.isascii() else "".join(char if char.isascii() else _plain(char) for char in text)


def _plain(char: str) -> str:
    base = normalize("NFD", char)[0]
    return base if base.isascii() else PLAIN.get(char, char)


def spot(sentence: Sentence, text: str, roster: Roster, words: ActorWords) -> list[Hit]:
    """Return the longest names in the order of the text; ``text`` has straight apostrophes."""
    tokens = sentence.tokens
    ends = {token.end: token.i for token in tokens}
    hits: list[Hit] = []
    plain = ""
    shouting = sum(t.text.isupper() for t in tokens) * 2 > len(tokens)
    i = 0
    while i < len(tokens):
        hit = _at(tokens[i], text, ends, roster, shouting)
        if hit is None and not tokens[i].text.isascii():
            plain = plain or folded(text)
            hit = _at(replace(tokens[i], text=folded(tokens[i].text)), plain, ends, roster, shouting)
        if hit is None or _is_other_name(hit, tokens, words) or _is_half_word(hit, tokens, words):
            i += 1
            continue
        hits.append(hit)
        i = hit.end
    return hits


def _at(token: Token, text: str, ends: dict[int, int], roster: Roster, shouting: bool) -> Hit | None:
    word = token.text
    if not word or word.isspace():
        return None
    for name, refs in roster.at(text, token.start, word):
        end = token.start + len(name)
        last = ends.get(end)
        if last is None and text[end : end + 1] == ".":
            last = ends.get(end + 1)
        if last is not None and not (shouting and len(name) < SHORTEST_CAPITALS):
            return Hit(token.i, last + 1, name, refs, refs[0])
    if len(word) >= SHORTEST_CAPITALS and word.isupper():
        for name in roster.heads.get(word.capitalize(), ()):
            end = token.start + len(name)
            last = ends.get(end)
            if last is not None and name.upper() == text[token.start : end]:
                refs = roster.names[name]
                return Hit(token.i, last + 1, name, refs, refs[0])
    return None


def _is_other_name(hit: Hit, tokens: tuple[Token, ...], words: ActorWords) -> bool:
    """Say whether the name belongs to a person or firm called alike: *Michael Jordan*, *Jordan Henderson*."""
    if hit.end - hit.start > 1 or all(ref.form in PEOPLE_FORMS for ref in hit.refs):
        return False
    token = tokens[hit.start]
    if hit.start > 0:
        before = tokens[hit.start - 1]
        if before.pos == "PROPN" and before.dep == "compound" and before.head == token.i and _is_name(before, words):
            return True
    if hit.end < len(tokens) and hit.name in words.lists["given"]:
        after = tokens[hit.end]
        joined = token.dep == "compound" and after.pos == "PROPN" and after.start == token.end + 1
        return joined and _is_name(after, words) and after.text.lower() not in words.lists["orgword"]
    return False


def _is_half_word(hit: Hit, tokens: tuple[Token, ...], words: ActorWords) -> bool:
    """Say whether the name only qualifies a participle or a people: *Turkish-backed*, *pro-Russian*, *ethnic Serb*."""
    if is_kin(hit, tokens, words) and tokens[hit.end - 1].dep in ("amod", "compound", "nmod"):
        return True
    if hit.start > 1 and tokens[hit.start - 1].text in HYPHENS:
        return tokens[hit.start - 2].text.lower() in words.lists["prefix"]
    if hit.end + 1 >= len(tokens):
        return False
    return tokens[hit.end].text in HYPHENS and tokens[hit.end + 1].text.lower() in words.lists["excluding"]


def is_kin(hit: Hit, tokens: tuple[Token, ...], words: ActorWords) -> bool:
    """Say whether the name is that of a people rather than of citizens: *ethnic Russians*."""
    return hit.start > 0 and tokens[hit.start - 1].text.lower() in words.lists["kin"] and hit.form in PEOPLE_FORMS


def _is_name(token: Token, words: ActorWords) -> bool:
    low = token.text.lower()
    return (
        token.text[:1].isupper()
        and not token.text.isupper()
        and low not in words.roles
        and low not in words.lists["direction"]
        and low not in words.lists["former"]
        and low not in words.lists["calendar"]
        and low not in words.lists["orgword"]
    )


def choose(
    hit: Hit, topical: Collection[str], vocabulary: Set[str], *, day: str | None, words: ActorWords, roster: Roster
) -> bool:
    """Set the reading that fits the article; False when none does (a name that needs a context it does not have)."""
    meanings = words.meanings.get(hit.name)
    if meanings is not None:
        return _weigh(hit, meanings, topical, vocabulary, roster)
    valid = [r for r in hit.refs if r.entry.valid(day)] or [r for r in hit.refs if r.form == "leader"]
    near = [r for r in valid if r.entry.code in topical]
    sure = [r for r in valid if r.form != "context"]
    pick = [r for r in near if r.form == "context"] if len(valid) > 1 and near else []
    found = pick or [r for r in sure if r in near] or sure or near
    if not found:
        found = [r for r in hit.refs if r.form != "context"] if day is None else []
    if not found:
        return False
    hit.ref = min(found, key=lambda r: (r.form in PEOPLE_FORMS, r.form == "capital"))
    return True


def _weigh(
    hit: Hit, meanings: tuple[Meaning, ...], topical: Collection[str], vocabulary: Set[str], roster: Roster
) -> bool:
    """Choose the meaning for which most words of the article speak; the first line of the table wins a tie."""
    scores = [len(m.evidence & vocabulary) + (m.code in topical) for m in meanings]
    top = max(scores)
    if top == 0 and all(ref.form == "context" for ref in hit.refs):
        return False
    best = meanings[scores.index(top)]
    form = hit.refs[0].form
    hit.ref = Ref("place" if form == "context" and best.sector == "GOV" else form,
                  roster.states[best.code]._replace(sector=best.sector))
    if best.sector != "GOV":
        hit.ref = Ref(form, hit.entry._replace(name=hit.name, kind="body"))
    return True
