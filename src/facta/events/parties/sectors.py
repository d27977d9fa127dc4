"""Which sector a party belongs to: what the roster and the word lists say, weighed against what the encoder sees.

Weights: ``resources/models/sectors/weights.tsv``, made by ``python -m training.sectors``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from facta.events.drafts import Draft
from facta.events.parties.evidence import Scene
from facta.records import Hints, Mention, Participant
from facta.resources.weights import total

#: Between these lie the grades of what the encoder thinks.
_GRADES = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
#: Sectors that the encoder must give at least so much to be weighed at all.
POSSIBLE = 0.1


def mend(draft: Draft, scene: Scene, weights: Mapping[str, float]) -> Draft:
    """Return the draft with the sector of each party for which most speaks."""
    sides = {}
    for role, parties in (("a", draft.actors), ("r", draft.recipients)):
        sides[role] = tuple(_mended(p, role, draft, scene, weights) for p in parties)
    if (sides["a"], sides["r"]) == (draft.actors, draft.recipients):
        return draft
    return replace(draft, actors=sides["a"], recipients=sides["r"])


def _mended(party: Participant, role: str, draft: Draft, scene: Scene, weights: Mapping[str, float]) -> Participant:
    if party.sector and _is_known(party, draft.number, scene):
        return party
    best, most = first(party.sector), None
    for sector, names in candidates(party, role, draft, scene):
        value = total(weights, names)
        if most is None or value > most:
            best, most = sector, value
    return party if best == first(party.sector) else replace(party, sector=best or None)


def _is_known(party: Participant, number: int, scene: Scene) -> bool:
    """Say whether a party is a person whose office the article tells once, for all its mentions."""
    return any(m.rule == "person" and (m.start, m.end) == (party.start, party.end) for m in scene.by_sentence[number])


def first(sector: str | None) -> str:
    """Return the first of the sectors of a party; empty for none."""
    return (sector or "").partition(" ")[0]


def candidates(party: Participant, role: str, draft: Draft, scene: Scene) -> Iterator[tuple[str, list[str]]]:
    """Yield the sectors that a party may have, each with the names of what speaks for it."""
    hints = scene.hints[draft.number]
    word = None if hints is None else _word(party, role, draft, hints)
    if hints is None or word is None:
        return
    mention = next(
        (m for m in scene.by_sentence[draft.number] if m.start == party.start and m.end == party.end), None
    )
    row = dict(zip(hints.sector_names, hints.sectors[word], strict=True))
    old = first(party.sector)
    top = max(row, key=row.__getitem__)
    for sector in dict.fromkeys((old, *(name for name, p in row.items() if p >= POSSIBLE))):
        yield sector, _features(sector, old, top, row[sector], role, draft, mention, party)


def _features(
    sector: str, old: str, top: str, p: float, role: str, draft: Draft, mention: Mention | None, party: Participant
) -> list[str]:
    same, grade, type_ = int(sector == old), bisect_right(_GRADES, p), draft.code.type
    rule, kind = (mention.rule, mention.kind) if mention else ("-", "-")
    body = "none" if party.code is None else "state" if party.id == party.code else "other"
    s, o = sector or "-", old or "-"
    return [
        f"same={same}", f"{same} p={grade}", f"p={grade}", f"sector={s}", f"{s} {same}", f"{s} p={grade}",
        f"{o}>{s}", f"{o}>{s} p={grade}", f"{same} {rule}", f"{rule} p={grade}", f"{same} {kind} {body}",
        f"{s} {kind} {body}", f"{role} {type_} {s}", f"{same} top={int(top == sector)}", f"{same} {rule} p={grade}",
        f"{body} {o}>{s}",
    ]


def _word(party: Participant, role: str, draft: Draft, hints: Hints) -> int | None:
    """Return the word of a party in the act's sentence that is likeliest to name it."""
    if party.start is None or party.end is None:
        return None
    row = hints.actors[draft.hit.i] if role == "a" else hints.recipients[draft.hit.i]
    inside = draft.sentence.within(party.start, party.end)
    return max(inside, key=row.__getitem__, default=None)
