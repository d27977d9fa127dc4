"""What a phrase was found to denote, and what the readers of phrases need to know of their sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from facta.actors.names import Hit
from facta.actors.scene import Scene
from facta.records import Actor, MentionKind, Sentence


@dataclass(slots=True)
class Found:
    """Actors of a phrase at tokens ``left`` to ``right``; ``sort`` and ``plural`` are for agreement.

    ``sort`` is one of person, state, body, group, thing.
    """

    actors: tuple[Actor, ...]
    kind: MentionKind
    rule: str
    head: int
    left: int
    right: int
    sort: str
    plural: bool


class Reading(Protocol):
    """A sentence being read: number ``k`` of the scene, its names, and the means to resolve another phrase of it."""

    scene: Scene
    k: int
    sentence: Sentence
    hits: list[Hit]
    at: dict[int, Hit]

    def head(self, i: int) -> Found | None:
        """Return what the phrase of head ``i`` denotes."""
        ...
