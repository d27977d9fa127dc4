"""What of a sentence helps to recognise an incident: its content words, its names, its numbers.

>>> words = Wording.of("en")
>>> seen = words.read("On Tuesday police in Gori held three Georgian reporters, among them Nino Beridze.")
>>> sorted(seen.names)
['beridze', 'gori', 'nino']
>>> sorted(seen.numbers)
[('report', 3)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from facta.resources.calendar import load_calendar
from facta.resources.roster import load_roster

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:,\d{3})+|\d+")
_POSSESSIVE = re.compile(r"['’]s?$")
_STEM = 6
"""Letters by which two forms of a word are one: reporters and reported, Ukraine and Ukrainian."""
_SHORTEST = 4
"""Words with fewer letters are mostly grammar."""
_OF_STATES = frozenset({"adj", "person", "people"})
_CAPITALS = frozenset({"capital"})
"""A capital in a sentence stands for its government more often than for a town; as a place it is one."""
_TIMES = frozenset({"month", "weekday", "weekdays", "season", "part", "unit", "units"})
_YEARS = range(1900, 2100)
_NUMBERED = 2
"""Words behind a number among which its noun is looked for: 12 people, three Georgian reporters."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a sentence holds: stems of its content words, names in lower case, (stem of the noun, number)."""

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a language that are no names though capitalised, and its words for numbers."""

    common: frozenset[str]
    capitals: frozenset[str]
    counts: Mapping[str, int]

    @staticmethod
    @lru_cache(maxsize=4)
    def of(language: str) -> Wording:
        """Return the wording of a language, from its calendar and the roster of states."""
        calendar = load_calendar(files("facta.resources") / "languages" / language)
        states, capitals = set(), set()
        for name, refs in load_roster().names.items():
            own = [ref for ref in refs if ref.entry.kind == "state"]
            if any(ref.form == "name" for ref in own) or any(ref.form in _OF_STATES for ref in refs):
                states |= set(name.lower().split())
            elif any(ref.form in _CAPITALS for ref in own):
                capitals |= set(name.lower().split())
        times = {word for word, known in calendar.words.items() if known.kind in _TIMES}
        counts = {word: int(known.value) for word, known in calendar.words.items()
                  if known.kind == "number" and known.value.isdigit()}
        return Wording(frozenset(states | times | set(counts)), frozenset(capitals), counts)

    def read(self, sentence: str, *named: str) -> Seen:
        """Return what a sentence holds; ``named`` are words known to be names' (of parties and places)."""
        pieces = _WORD.findall(sentence)
        names = self.names(" ".join(pieces[1:])).union(*(self.names(words, sentence) for words in named))
        words = frozenset(p.lower()[:_STEM] for p in pieces if len(p) >= _SHORTEST and not p[0].isdigit()
                          and p.lower() not in self.common)
        return Seen(words, names, frozenset(self._numbers(pieces)))

    def names(self, words: str, sentence: str = "") -> frozenset[str]:
        """Return the capitalised words of a phrase that are no state's and no day's, in lower case.

        The first word of the sentence is left out: anything is capitalised there.
        """
        return frozenset(self._names(_WORD.findall(words), self.capitals)) - self._first(sentence)

    def place(self, words: str) -> frozenset[str]:
        """Return the capitalised words of the name of a place, in lower case; none where it is a whole state."""
        return frozenset(self._names(_WORD.findall(words), frozenset()))

    @staticmethod
    def _first(sentence: str) -> frozenset[str]:
        found = _WORD.search(sentence)
        return frozenset({_bare(found.group())} if found else ())

    def _names(self, pieces: Iterable[str], but: frozenset[str]) -> set[str]:
        out = set()
        for piece in pieces:
            if piece[0].isupper():
                bare = _bare(piece)
                if len(bare) > 1 and bare not in self.common and bare not in but:
                    out.add(bare)
        return out

    def _numbers(self, pieces: list[str]) -> Iterable[tuple[str, int]]:
        for k, piece in enumerate(pieces):
            bare = piece.replace(",", "").lower()
            value = int(bare) if bare.isdigit() and len(bare) < 10 else self.counts.get(bare)
            if value is None or value in _YEARS:
                continue
            for noun in pieces[k + 1 : k + 1 + _NUMBERED]:
                if noun[0].islower() and len(noun) >= _SHORTEST:
                    yield noun[:_STEM], value
                    break
                if noun.lower() not in self.common:
                    break


def _bare(piece: str) -> str:
    """Return a word in lower case without the mark of possession."""
    return _POSSESSIVE.sub("", piece).lower()
