"""A language: its word classes and the patterns that lead from words to senses.

A language is a folder of ``resources/languages/``; ``docs/reference/lexicon.md`` explains every column and slot.

>>> condition("!obj:goal,@sport", "t.tsv:1", {"sport": frozenset({"match"})}).negated
True
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from facta.errors import ResourceError
from facta.resources.forms import forms
from facta.resources.screen import Screen, screen
from facta.resources.table import Row, load_table

#: Classes that the matcher answers from what is known about a phrase, not from a list of words.
BUILT_IN = frozenset(("ACTOR", "FORCE", "ORG", "PERSON", "PUBLIC", "STATE"))

#: The sense of a pattern that says: these words report no act.
NO_EVENT = "-"

_PARTS = frozenset("vna")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a frame: a slot that must (or must not) be filled, perhaps by one of some words."""

    slot: str
    words: frozenset[str]
    kinds: frozenset[str]
    negated: bool

    @property
    def weight(self) -> float:
        """How much this condition says: words more than a kind, a kind more than a filled slot."""
        if self.negated:
            return 0.5
        return 3.0 if self.words else 2.0 if self.kinds else 1.0


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the lexicon; ``needs`` are groups of words of each of which one must stand in the sentence."""

    lemma: str
    pos: str
    frame: tuple[Condition, ...]
    sense: str
    roles: tuple[str, ...]
    weight: float
    where: str
    needs: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of a language: patterns by (lemma, part of speech), word classes, contexts, and a digest.

    ``likewise`` gives the verb whose patterns a word without own patterns shares ("prolongation": prolong), by word and
    part of speech. ``screen`` tells from the written words alone whether a sentence can hold a record.
    """

    tag: str
    patterns: Mapping[tuple[str, str], tuple[Pattern, ...]]
    classes: Mapping[str, frozenset[str]]
    contexts: Mapping[str, str]
    likewise: Mapping[tuple[str, str], str]
    screen: Screen
    digest: str

    def is_in(self, word: str, name: str) -> bool:
        """Say whether a lemma belongs to a word class."""
        return word in self.classes.get(name, frozenset())


def condition(text: str, where: str, classes: Mapping[str, frozenset[str]]) -> Condition:
    """Return the condition that ``text`` writes.

    Raises:
        ResourceError: a word class is used that no ``classes.*.tsv`` defines.

    """
    negated = text.startswith("!")
    slot, _, listed = text.lstrip("!").partition(":")
    words: set[str] = set()
    kinds: set[str] = set()
    for item in filter(None, listed.split(",")):
        name = item.removeprefix("@")
        if name == item:
            words.add(item)
        elif name in BUILT_IN:
            kinds.add(name)
        elif name in classes:
            words |= classes[name]
        else:
            raise ResourceError("R04", where, f"no word class is called {name}", "Define it in a classes file.")
    return Condition(slot, frozenset(words), frozenset(kinds), negated)


@lru_cache(maxsize=4)
def load_language(tag: str = "en", folder: Path | None = None) -> Language:
    """Load a language by its tag, or from a user's own folder.

    Raises:
        ResourceError: there is no such language, or one of its lines is wrong.

    """
    root: Traversable | Path = folder or files("facta.resources") / "languages" / tag
    if not root.is_dir():
        raise ResourceError("R05", str(root), "there is no such language", "Built in: en.")
    classes = _classes(root)
    patterns = _patterns(root, classes)
    contexts = {
        row["word"]: row["context"]
        for path in tables(root, "contexts")
        for row in load_table(path, ("word", "context"))
    }
    irregular: dict[str, list[str]] = {}
    for path in tables(root, "irregular"):
        for row in load_table(path, ("form", "lemma"), key=("form", "lemma")):
            irregular.setdefault(row["lemma"], []).append(row["form"])
    likewise = _likewise(root, patterns)
    for (word, _), verb in likewise.items():
        irregular.setdefault(verb, []).extend(sorted(forms(word)))
    needs: dict[str, list[frozenset[str] | None]] = {}
    for (lemma, _), found in patterns.items():
        needs.setdefault(lemma, []).extend(_needed(p) for p in found if p.sense != NO_EVENT)
    common = classes.get("common", frozenset())
    coded = {lemma: groups if lemma in common else [None] for lemma, groups in needs.items() if groups}
    return Language(tag, patterns, classes, contexts, likewise, screen(coded, irregular), digest(root))


def _likewise(
    root: Traversable | Path, patterns: Mapping[tuple[str, str], tuple[Pattern, ...]]
) -> dict[tuple[str, str], str]:
    """Return the verb that a word stands for, by word and part of speech."""
    out = {}
    for path in tables(root, "likewise"):
        for row in load_table(path, ("word", "pos", "verb"), key=("word", "pos")):
            if (row["verb"], "v") not in patterns:
                raise row.wrong(f'no pattern is headed by "{row["verb"]}"', "Write one, or take the line out.")
            if (row["word"], row["pos"]) in patterns:
                raise row.wrong(f'"{row["word"]}" has patterns of its own', "Take the line out.")
            out[row["word"], row["pos"]] = row["verb"]
    return out


def _needed(pattern: Pattern) -> frozenset[str] | None:
    """Return words one of which must stand beside the head of a pattern, or None when it needs none."""
    return min(pattern.needs, key=len) if pattern.needs and "-" not in pattern.lemma else None


class _Frame(NamedTuple):
    """What a pattern's frame says: made once for all lines that write the same."""

    conditions: tuple[Condition, ...]
    weight: float
    needs: tuple[frozenset[str], ...]


def _frame(row: Row, made: dict[str, Condition], classes: Mapping[str, frozenset[str]]) -> _Frame:
    """Return the frame of a line; ``made`` are the conditions that other lines wrote."""
    for text in row["frame"].split():
        if text not in made:
            made[text] = condition(text, row.where, classes)
    parts = tuple(made[text] for text in row["frame"].split())
    needs = tuple(part.words for part in parts if part.words and not part.kinds and not part.negated)
    return _Frame(parts, sum(part.weight for part in parts), needs)


def tables(root: Traversable | Path, stem: str) -> list[Traversable | Path]:
    """Return the files ``stem.tsv`` and ``stem.*.tsv`` of a folder, sorted by name."""
    found = [path for path in root.iterdir() if path.name.startswith(f"{stem}.") and path.name.endswith(".tsv")]
    return sorted(found, key=lambda path: path.name)


def digest(root: Traversable | Path) -> str:
    """Return a digest of the names and contents of all files in a resource folder, stable across platforms."""
    total = hashlib.sha256()
    for path in sorted((p for p in root.iterdir() if p.is_file()), key=lambda p: p.name):
        total.update(path.name.encode())
        total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()[:16]


def _classes(root: Traversable | Path) -> dict[str, frozenset[str]]:
    grown: dict[str, set[str]] = {}
    for path in tables(root, "classes"):
        for row in load_table(path, ("class", "word"), key=("class", "word")):
            grown.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in grown.items()}


def _patterns(
    root: Traversable | Path, classes: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], tuple[Pattern, ...]]:
    grown: dict[tuple[str, str], list[Pattern]] = {}
    made: dict[str, Condition] = {}
    frames: dict[str, _Frame] = {}
    for path in tables(root, "senses"):
        for row in load_table(path, ("lemma", "pos", "frame", "sense", "roles"), key=("lemma", "pos", "frame")):
            if row["pos"] not in _PARTS:
                raise row.wrong(f'"{row["pos"]}" is no part of speech', "Write v, n or a.")
            frame = frames.get(row["frame"]) or frames.setdefault(row["frame"], _frame(row, made, classes))
            pattern = Pattern(
                row["lemma"], row["pos"], frame.conditions, row["sense"], tuple(row["roles"].split()), frame.weight,
                row.where, frame.needs,
            )
            grown.setdefault((row["lemma"], row["pos"]), []).append(pattern)
    # Heaviest first; on a tie a veto, then the later line (the sort is stable).
    for found in grown.values():
        found.reverse()
        found.sort(key=lambda p: (-p.weight, p.sense != NO_EVENT))
    return {key: tuple(found) for key, found in grown.items()}
