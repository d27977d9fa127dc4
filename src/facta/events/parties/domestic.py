"""At home: whom the police, a court or the government deal with belongs to their state unless the text says otherwise.

"El Salvador pardoned two women", "Ukrainian riot police clubbed students": the women and the students have no state of
their own in the text, and the act is one that authorities do to their own people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facta.events.drafts import Draft
from facta.records import Participant

#: Who acts on the people of its own state; soldiers also act abroad.
_AUTHORITY = frozenset(("GOV", "COP", "JUD", "LEG", "SPY"))
#: People who have a state even where none is named; armed men and criminals may come from anywhere.
_PEOPLE = frozenset(("CVL", "JRN", "LAB", "EDU", "MED", "REL", "AGR", "OPP", "PTY", "SOC", "BUS", "ELI", "LEG"))


def fill(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, with the state of the authority that acts given to recipients who are people of none."""
    return [replace(draft, recipients=_at_home(draft)) for draft in drafts]


def _at_home(draft: Draft) -> tuple[Participant, ...]:
    states = {p.code for p in draft.actors if p.code and (p.sector or "").split(" ")[0] in _AUTHORITY}
    if len(states) != 1 or len({p.code for p in draft.actors}) != 1:
        return draft.recipients
    code = states.pop()
    return tuple(
        replace(p, code=code) if p.code is None and (p.sector or "").split(" ")[0] in _PEOPLE else p
        for p in draft.recipients
    )
