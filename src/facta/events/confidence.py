"""How sure a record is, from what it was made of."""

from __future__ import annotations

from facta.events.belief import probability
from facta.events.drafts import Draft

#: Share of records found right on the project's own articles, by what is known of them (benchmarks/quality).
BASE = 0.62
SPECIFIC_PATTERN = 0.10
BOTH_ROLES = 0.10
KNOWN_ACTORS = 0.08
VERB = 0.05
_SPECIFIC_WEIGHT = 2.5


def confidence(draft: Draft) -> float:
    """Return a value between 0 and 1: how likely a record of this type stands there in a careful reader's list.

    Without the encoder, specific patterns, verbs, and known parties on both sides make it higher.
    """
    if draft.hit.belief is not None:
        return round(probability(draft.hit.belief), 2)
    value = BASE
    value += SPECIFIC_PATTERN * (draft.hit.pattern.weight >= _SPECIFIC_WEIGHT)
    value += BOTH_ROLES * bool(draft.actors and (draft.recipients or draft.rule.startswith("reciprocal")))
    value += KNOWN_ACTORS * all(p.code for p in (*draft.actors, *draft.recipients))
    value += VERB * (not draft.hit.slots.is_noun)
    return round(value, 2)
