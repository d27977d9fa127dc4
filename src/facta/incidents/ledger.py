"""People's corrections: merge, split, undo, each an entry that is kept for good and never changed.

Entries name events, not incidents, so that they go on holding when new reports come in: what is merged stays merged,
with whatever joins either part later; what is split off stays apart.

>>> split = Entry(id="s", verdict=Verdict.SPLIT, event_ids=("b",))
>>> list(overlay({"x": ["a", "b", "c"], "y": ["d"]}, [split]))
[['a', 'c'], ['b'], ['d']]
>>> merge = Entry(id="m", verdict=Verdict.MERGE, event_ids=("a", "d"))
>>> list(overlay({"x": ["a", "b", "c"], "y": ["d"]}, [split, merge]))
[['a', 'c', 'd'], ['b']]
>>> list(overlay({"x": ["a", "b", "c"], "y": ["d"]}, [split, Entry(id="u", verdict=Verdict.UNDO, undoes="s")]))
[['a', 'b', 'c'], ['d']]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What an entry does."""

    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One correction: events of one incident (split) or of those to be joined (merge), or the entry that is undone."""

    id: str
    verdict: Verdict
    event_ids: tuple[str, ...] = ()
    undoes: str | None = None


def in_force(entries: Sequence[Entry]) -> list[Entry]:
    """Return merges and splits that were not undone, in their order; an undo that was undone counts for nothing."""
    undone: set[str] = set()
    for entry in reversed(entries):
        if entry.verdict is Verdict.UNDO and entry.id not in undone and entry.undoes is not None:
            undone.add(entry.undoes)
    return [e for e in entries if e.verdict is not Verdict.UNDO and e.id not in undone]


def touched(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the events that entries name."""
    return frozenset(event for entry in entries for event in entry.event_ids)


def overlay(found: Mapping[str, Sequence[str]], entries: Sequence[Entry]) -> Iterator[list[str]]:
    """Yield the events of each incident after corrections; ``found`` gives those that the program found, by name."""
    home = {event: ("found", name) for name, events in found.items() for event in events}
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(part: tuple[str, str]) -> tuple[str, str]:
        while part in parent:
            part = parent[part]
        return part

    for entry in in_force(entries):
        here = [event for event in entry.event_ids if event in home]
        if entry.verdict is Verdict.SPLIT:
            home.update((event, ("split", entry.id)) for event in here)
        else:
            for event in here[1:]:
                a, b = sorted((root(home[here[0]]), root(home[event])))
                if a != b:
                    parent[b] = a
    out: dict[tuple[str, str], list[str]] = {}
    for event, part in home.items():
        out.setdefault(root(part), []).append(event)
    yield from sorted(map(sorted, out.values()))
