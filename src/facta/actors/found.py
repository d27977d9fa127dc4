"""What a phrase was found to denote, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from facta.records import Actor, MentionKind


@dataclass(slots=True)
class Found:
    """Actors of a phrase at tokens ``left`` to ``right``; ``sort`` and ``plural`` are for agreement."""

    actors: tuple[Actor, ...]
    kind: MentionKind
    rule: str
    head: int
    left: int
    right: int
    sort: str
    plural: bool
