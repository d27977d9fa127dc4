"""Acts that point back: "the arrests", "the vote" take the parties of the act that they repeat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facta.events.drafts import Draft

#: Sentences between an act and the noun that points back to it, at most.
REACH = 8
_POINTING = frozenset(("the", "this", "that", "these", "those", "such"))


def fill(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, with missing parties of definite nouns taken from the nearest earlier act of the same type."""
    out: list[Draft] = []
    last: dict[str, Draft] = {}
    for draft in drafts:
        kept = draft
        earlier = last.get(draft.code.type)
        near = earlier is not None and draft.number - earlier.number <= REACH
        if earlier is not None and near and pointing(draft) and not (draft.actors and draft.recipients):
            kept = _joined(draft, earlier)
        out.append(kept)
        if draft.actors or draft.recipients:
            last[draft.code.type] = kept
    return out


def pointing(draft: Draft) -> bool:
    """Say whether the act is a noun with a definite article or demonstrative."""
    slots = draft.hit.slots
    return slots.is_noun and any(slots.sentence.tokens[k].text.lower() in _POINTING for k in slots.fill("det"))


def _joined(draft: Draft, earlier: Draft) -> Draft:
    actors, recipients = draft.actors, draft.recipients
    held = {(p.code, p.sector) for p in (*actors, *recipients)}
    if not actors and not any((p.code, p.sector) in held for p in earlier.actors):
        actors = earlier.actors
    own = draft.hit.slots.fill("of") or draft.hit.slots.fill("against")
    if not recipients and not own and not any((p.code, p.sector) in held for p in earlier.recipients):
        recipients = earlier.recipients
    return replace(draft, actors=actors, recipients=recipients, rule=f"{draft.rule}; as in the act before")
