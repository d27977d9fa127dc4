"""The words of time of a language: what each is, what it is worth, and which verbs carry a date.

Three tables of a language folder: ``calendar.tsv`` (words and phrases), ``calendar.cues.tsv`` (words that tell the
direction of a clause), ``calendar.roles.tsv`` (words that play a
part around a date). The head of each explains its columns.

>>> from importlib.resources import files
>>> calendar = load_calendar(files("facta.resources") / "languages" / "en")
>>> calendar.words["friday"].kind, calendar.words["friday"].value
('weekday', '5')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from facta.resources.table import Row, load_table

KINDS = frozenset({
    "ago", "ampm", "and", "article", "clock", "decade", "deictic", "each", "earlier", "early", "edge", "fiscal", "half",
    "holiday", "in", "last", "later", "month", "next", "number", "of", "old", "on", "ordinal", "part", "prep", "recent",
    "ref", "season", "set", "that", "the", "this", "to", "unit", "units", "vague", "veto", "weekday", "weekdays",
})
CONDITIONS = frozenset({"", "capital", "abbr", "context", "name"})
DIRECTIONS = MappingProxyType({"past": -1, "present": 0, "future": 1})
ROLES = frozenset({
    "attitude", "carrier", "counted", "definite", "determiner", "filler", "happening", "modal", "past-to", "remember",
    "report", "support",
})

PIECE = re.compile(r"[^\W\d_]+|[0-9]+|['’]s\b|[^\w\s]")


class Word(NamedTuple):
    """What a word or phrase of time is: its kind, its worth, and when it may be taken for one."""

    kind: str
    value: str
    only: str


Phrase = tuple[tuple[str, ...], Word]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The words of time of one language.

    ``phrases`` are found by their first word, the longest first. ``cues`` give -1, 0 or 1 for past, present, future.
    ``roles`` are the words of each role.
    """

    words: Mapping[str, Word]
    phrases: Mapping[str, tuple[Phrase, ...]]
    cues: Mapping[str, int]
    roles: Mapping[str, frozenset[str]]


def pieces(text: str) -> tuple[str, ...]:
    """Cut a phrase as the scanner cuts a text.

    >>> pieces("new year's eve")
    ('new', 'year', "'s", 'eve')
    """
    return tuple(PIECE.findall(text.replace("’", "'")))


def load_calendar(folder: Traversable | Path) -> Calendar:
    """Read the three tables of a language folder.

    Raises:
        ResourceError: a table is missing, or a line holds an unknown kind, condition, direction or role.

    """
    words: dict[str, Word] = {}
    phrases: dict[str, list[Phrase]] = {}
    for row in load_table(folder / "calendar.tsv", ("word", "kind", "value", "only"), ("word",)):
        known(row, "kind", KINDS)
        known(row, "only", CONDITIONS)
        parts = pieces(row["word"])
        word = Word(row["kind"], row["value"], row["only"])
        if len(parts) == 1:
            words[parts[0]] = word
        elif parts:
            phrases.setdefault(parts[0], []).append((parts, word))
    cues: dict[str, int] = {}
    for row in load_table(folder / "calendar.cues.tsv", ("word", "effect"), ("word",)):
        known(row, "effect", frozenset(DIRECTIONS))
        cues[row["word"]] = DIRECTIONS[row["effect"]]
    roles: dict[str, set[str]] = {role: set() for role in sorted(ROLES)}
    for row in load_table(folder / "calendar.roles.tsv", ("word", "role"), ("word", "role")):
        known(row, "role", ROLES)
        roles[row["role"]].add(row["word"])
    return Calendar(
        words=MappingProxyType(words),
        phrases=MappingProxyType({k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in phrases.items()}),
        cues=MappingProxyType(cues),
        roles=MappingProxyType({role: frozenset(words) for role, words in roles.items()}),
    )


def known(row: Row, column: str, allowed: frozenset[str]) -> None:
    """Refuse a cell that is none of ``allowed``.

    Raises:
        ResourceError: naming the line and the right values.

    """
    if row[column] not in allowed:
        raise row.wrong(f'unknown {column} "{row[column]}"', f"Use one of: {', '.join(sorted(allowed))}.")
