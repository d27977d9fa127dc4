"""The words by which a language speaks of actors: roles and their sectors, pronouns, names of two meanings.

In goes a language folder, out comes an :class:`ActorWords`.

>>> words = load_actor_words()
>>> words.role("guard", ("chinese", "coast"))
Role(sector='COP', kind='body')
>>> words.role("parasol", ()) is None
True
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from facta.resources.roster import SECTORS
from facta.resources.table import load_table

#: person, office (takes the sector of what it belongs to), body, group, craft, state, side, title
ROLE_KINDS = frozenset({"person", "office", "body", "group", "craft", "state", "side", "title"})
CLASSES = frozenset({"speaker", "speakers", "addressee", "person", "thing", "group", "relative"})
LISTS = frozenset((
    "locative", "origin", "excluding", "direction", "former", "nationless", "pair", "given", "orgword", "thing", "say",
    "pleonastic", "media_form", "company", "determiner_definite", "body_form", "calendar", "international", "relation",
    "prefix", "plural_only", "quantifier", "particle", "introduces", "introduces_past", "introduces_end",
    "owned_only", "back_only", "aboard", "bereaved", "counterpart", "moves", "uniformed", "joint", "client",
    "close", "sides", "followers", "worldly", "runs", "kin", "date_lead", "today", "attached", "envoys", "addresses",
    "organ", "speaks_for", "worldwide", "posts", "of_force", "patrolling", "crowd", "second", "beside", "civil_body",
))


class Role(NamedTuple):
    """What a noun says about its bearer: a sector (may be empty) and what kind of thing it is."""

    sector: str
    kind: str


class Pronoun(NamedTuple):
    """How a pronoun refers: class, number (sg, pl, any) and form (subj, obj, poss)."""

    cls: str
    number: str
    form: str


class Meaning(NamedTuple):
    """One meaning of an ambiguous name, and the words that speak for it."""

    code: str
    sector: str
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class ActorWords:
    """All word lists of one language for the actors room."""

    roles: Mapping[str, Mapping[str, Role]]
    pronouns: Mapping[str, Pronoun]
    meanings: Mapping[str, tuple[Meaning, ...]]
    lists: Mapping[str, frozenset[str]]

    def role(self, noun: str, modifiers: Sequence[str]) -> Role | None:
        """Return the role of a noun; of its modifiers the one nearest to it decides."""
        known = self.roles.get(noun)
        if known is None:
            return None
        for word in reversed(modifiers):
            if word in known:
                return known[word]
        return known.get("")


def load_actor_words(folder: Traversable | Path | None = None) -> ActorWords:
    """Read ``sectors.tsv``, ``pronouns.tsv``, ``ambiguous.tsv`` and ``wordlists.tsv`` (English by default).

    Raises:
        ResourceError: a line is wrong.

    """
    return _english() if folder is None else _load(folder)


@lru_cache(maxsize=1)
def _english() -> ActorWords:
    return _load(files("facta.resources").joinpath("languages", "en"))


def _load(folder: Traversable | Path) -> ActorWords:
    return ActorWords(_roles(folder), _pronouns(folder), _meanings(folder), _lists(folder))


def _roles(folder: Traversable | Path) -> dict[str, dict[str, Role]]:
    roles: dict[str, dict[str, Role]] = {}
    for row in load_table(folder.joinpath("sectors.tsv"), ("noun", "modifier", "sector", "kind"), ("noun", "modifier")):
        if row["kind"] not in ROLE_KINDS:
            raise row.wrong(f'"{row["kind"]}" is no kind', f"Choose one of {', '.join(sorted(ROLE_KINDS))}.")
        if any(s not in SECTORS for s in row["sector"].split()):
            raise row.wrong(f'"{row["sector"]}" is no sector', f"Choose of {', '.join(sorted(SECTORS))}.")
        roles.setdefault(row["noun"], {})[row["modifier"]] = Role(row["sector"], row["kind"])
    return roles


def _pronouns(folder: Traversable | Path) -> dict[str, Pronoun]:
    found: dict[str, Pronoun] = {}
    for row in load_table(folder.joinpath("pronouns.tsv"), ("word", "class", "number", "form"), ("word",)):
        if row["class"] not in CLASSES:
            raise row.wrong(f'"{row["class"]}" is no class', f"Choose one of {', '.join(sorted(CLASSES))}.")
        found[row["word"]] = Pronoun(row["class"], row["number"], row["form"])
    return found


def _meanings(folder: Traversable | Path) -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = {}
    columns = ("name", "code", "sector", "evidence")
    for row in load_table(folder.joinpath("ambiguous.tsv"), columns, ("name", "code")):
        found.setdefault(row["name"], []).append(
            Meaning(row["code"], row["sector"], frozenset(row["evidence"].split()))
        )
    return {name: tuple(meanings) for name, meanings in found.items()}


def _lists(folder: Traversable | Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {name: set() for name in LISTS}
    for row in load_table(folder.joinpath("wordlists.tsv"), ("list", "word"), ("list", "word")):
        if row["list"] not in LISTS:
            raise row.wrong(f'"{row["list"]}" is no list', f"Choose one of {', '.join(sorted(LISTS))}.")
        found[row["list"]].add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}
