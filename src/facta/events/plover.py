"""PLOVER's auxiliary modes, which the manual names and leaves open: historical, future, hypothetical, negation."""

from __future__ import annotations

from datetime import date

from facta.records import Interval, Polarity, Status

#: An act that ended longer before publication than this is historical (days).
HISTORICAL_DAYS = 365


def auxiliary(
    status: Status, polarity: Polarity, when: Interval | None, published: Interval | None
) -> tuple[str, ...]:
    """Return the auxiliary modes of an act, in the manual's order."""
    out = []
    if when and published:
        age = date.fromisoformat(published.start) - date.fromisoformat(when.end)
        if age.days > HISTORICAL_DAYS:
            out.append("historical")
    if status is Status.PLANNED:
        out.append("future")
    if status in (Status.HYPOTHETICAL, Status.PROPOSED):
        out.append("hypothetical")
    if polarity is Polarity.NEGATIVE:
        out.append("negation")
    return tuple(out)
