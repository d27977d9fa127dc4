"""Acts with the parties that their words name → acts with those that a reader understands, and with their places.

Each step fills only roles that are still empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from facta.events.drafts import Draft
from facta.events.parties import anaphora, authority, beside, bilateral, content, domestic, protests
from facta.events.parties.place import in_place
from facta.events.places import place
from facta.records import Mention
from facta.resources.ontology import Ontology

__all__ = ["complete"]


def complete(
    drafts: Sequence[Draft], mentions: Sequence[Mention], home: str | None, ontology: Ontology
) -> list[tuple[Draft, Mention | None]]:
    """Return the acts of an article with all their parties, and the place of each; ``home`` is where it plays."""
    kept = protests.fold(beside.fill(content.fill(anaphora.fill(drafts))))
    places = [place(draft.sentence, draft.hit.i, draft.mention_at) for draft in kept]
    states = bilateral.pair(mentions)
    kept = beside.judged(authority.fill(kept, places, home, states, ontology))
    kept = bilateral.fill(beside.counterparts(kept), states, mentions)
    kept = [in_place(draft, where) for draft, where in zip(kept, places, strict=True)]
    return list(zip(domestic.fill(kept), places, strict=True))
