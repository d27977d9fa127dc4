"""Names in raw text: what unparsed stretches, bylines and publishers speak of.

In goes any text, out come the names of the roster in it with their places, the longest at each.

>>> from facta.resources.actorwords import load_actor_words
>>> from facta.resources.roster import load_roster
>>> [(found.name, found.hit.entry.code) for found in survey("And Libya?", load_roster(), load_actor_words())]
[('Libya', 'LBY')]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from typing import NamedTuple

from facta.actors.names import PEOPLE_FORMS, Hit, choose, folded
from facta.resources.actorwords import ActorWords
from facta.resources.roster import SUPRANATIONAL, Roster

WORD = re.compile(r"\w+(?:[.'-]\w+)*\.?|[^\w\s]")
#: Longer stretches between parsed sentences are not read for names.
LONGEST = 2_000


class Spotted(NamedTuple):
    """A name of the roster at ``start`` to ``end`` of the text that was read."""

    start: int
    end: int
    hit: Hit

    @property
    def name(self) -> str:
        """The name as written."""
        return self.hit.name


def survey(
    text: str, roster: Roster, words: ActorWords, *, day: str | None = None, topical: Collection[str] = (),
    vocabulary: Set[str] = frozenset(), start: int = 0, end: int | None = None,
) -> list[Spotted]:
    """Return the names in ``text[start:end]`` in their order; ``text`` has straight apostrophes."""
    found: list[Spotted] = []
    stop = min(len(text) if end is None else end, start + LONGEST)
    free = start
    for k, match in enumerate(WORD.finditer(text, start, stop)):
        first = match.group()
        if match.start() < free or not (first[0].isupper() or first[0] == "'" or first[0].isdigit()):
            continue
        plain = text if first.isascii() else folded(text)
        found_at = roster.at(plain, match.start(), folded(first))
        for name, refs in (*roster.at(text, match.start(), first), *(found_at if plain is not text else ())):
            until = match.start() + len(name)
            if until > stop or text[until : until + 1].isalnum():
                continue
            hit = Hit(k, k + 1, name, refs, refs[0])
            if _is_half(text, match.start(), until, words):
                free = until
                break
            if choose(hit, topical, vocabulary, day=day, words=words, roster=roster):
                found.append(Spotted(match.start(), until, hit))
                free = until
                break
    return found


def _is_half(text: str, start: int, end: int, words: ActorWords) -> bool:
    """Say whether a name only qualifies a participle or a people: *Turkish-backed*, *ethnic Russians*."""
    if text[max(0, start - len("ethnic ")) : start].strip().lower() in words.lists["kin"]:
        return True
    if text[end : end + 1] != "-":
        return False
    after = WORD.match(text, end + 1)
    return after is not None and after.group().lower() in words.lists["excluding"]


def states_in(
    text: str, roster: Roster, words: ActorWords, day: str | None = None, topical: Collection[str] = (),
    vocabulary: Set[str] = frozenset(),
) -> list[str]:
    """Return the codes of the states that a text names, each once, in the order of the text."""
    spotted = survey(text, roster, words, day=day, topical=topical, vocabulary=vocabulary)
    return list(dict.fromkeys(
        s.hit.entry.code for s in spotted
        if s.hit.entry.code not in SUPRANATIONAL
        and (s.hit.form in PEOPLE_FORMS or s.hit.entry.kind in ("state", "seat", "region", "body"))
    ))
