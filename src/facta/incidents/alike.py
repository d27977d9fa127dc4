"""How far two reports tell of one incident: reasons for and against, added up.

The weights are ours, set by hand, few and readable; ``benchmarks/incidents`` prints what they achieve. Reports of two
types, of days that do not meet, with other people as victims or with another author of a public act are never of one
incident, whatever else speaks for it; nor are they when an incident already holds such a report.
"""

from __future__ import annotations

from facta.incidents.report import NO_DAY, Report

JOIN = 3.0
"""Reports join an incident from this score on, on the average over its members."""
SLIP_DAYS = 1
"""Papers differ by a day on when something was; by more, they speak of different things."""
LATE_DAYS = 4
"""An act without a date was at most so many days before its article."""

_SAME_DAY, _NEAR_DAY, _IN_RANGE, _UNDATED = 2.0, -1.5, 1.0, 0.5
_SAME_SIDE, _SOME_SIDE, _OTHER_SIDE = 1.5, 0.5, -3.0
_SAME_SPOT, _OTHER_SPOT, _OTHER_COUNTRY = 2.0, -4.0, -3.0
_SAME_VICTIM, _OTHER_KIND = 2.5, -1.5
_SAME_MODE, _OTHER_MODE = 0.5, -1.0
_NAME, _MOST_NAMES, _OTHER_NAMES = 0.8, 3, -2.5
_LEAD, _USUAL_LEAD = 3.0, 0.3
_SAME_ARTICLE = 1.0
_WORDING = 5.0
_NUMBER, _OTHER_NUMBER = 0.5, -0.5
#: Types whose parties stand side by side: who is named first does not matter.
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
#: Types where papers may differ on who did it; whoever accuses, expels or pays does so in public.
_CONTESTED = frozenset({"ASSAULT"})


def alike(one: Report, other: Report) -> float | None:
    """Return the sum of reasons that two reports are of one incident; None when they cannot be."""
    if one.type != other.type:
        return None
    days = _days(one, other)
    if days is None or _differ(one.victims, other.victims):
        return None
    if one.type not in _CONTESTED | _MUTUAL and _differ(one.who, other.who):
        return None
    return (
        days + _parties(one, other) + _place(one, other) + _named(one, other) + _mode(one, other)
        + _WORDING * _jaccard(one.words, other.words) + _numbers(one, other)
        + (_SAME_ARTICLE if one.article_id == other.article_id else 0.0)
    )


def _days(one: Report, other: Report) -> float | None:
    a, b = one.when, other.when
    if a is None and b is None:
        if NO_DAY in (one.day, other.day):
            return 0.0 if one.day == other.day else None
        return _UNDATED if abs(one.day - other.day) <= LATE_DAYS else None
    if a is None or b is None:
        dated, day = (b, one.day) if b is not None else (a, other.day)
        assert dated is not None  # noqa: S101 - one of the two is
        return _UNDATED if dated[0] <= day <= dated[1] + LATE_DAYS else None
    gap = max(a[0], b[0]) - min(a[1], b[1])
    if gap > SLIP_DAYS:
        return None
    if gap > 0:
        return _NEAR_DAY
    return _SAME_DAY if a == b and a[0] == a[1] else _IN_RANGE


def _parties(one: Report, other: Report) -> float:
    if one.type in _MUTUAL:
        return 2 * _side(one.who | one.whom, other.who | other.whom)
    return _side(one.who, other.who) + _side(one.whom, other.whom)


def _differ(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and not a & b


def _side(a: frozenset[str], b: frozenset[str]) -> float:
    if not a or not b:
        return 0.0
    if a == b:
        return _SAME_SIDE
    return _SOME_SIDE if a & b else _OTHER_SIDE


def _place(one: Report, other: Report) -> float:
    if one.spot and other.spot:
        return _SAME_SPOT if one.spot & other.spot else _OTHER_SPOT
    if one.place_code and other.place_code and one.place_code != other.place_code:
        return _OTHER_COUNTRY
    if (one.spot or other.spot) and (one.spot & other.names or other.spot & one.names):
        return _SAME_SPOT
    return 0.0


def _named(one: Report, other: Report) -> float:
    score = 0.0
    if one.victims and other.victims:
        score = _SAME_VICTIM  # of others they are not both
    elif _differ(one.kinds, other.kinds):
        score = _OTHER_KIND
    if one.names and other.names:
        shared = len(one.names & other.names)
        score += _NAME * min(shared, _MOST_NAMES) if shared else _OTHER_NAMES
    if one.lead and other.lead:
        score += _LEAD * (_jaccard(one.lead, other.lead) - _USUAL_LEAD)
    return score


def _mode(one: Report, other: Report) -> float:
    if one.mode is None or other.mode is None:
        return 0.0
    return _SAME_MODE if one.mode == other.mode else _OTHER_MODE


def _numbers(one: Report, other: Report) -> float:
    a, b = dict(one.numbers), dict(other.numbers)
    return sum(_NUMBER if b[noun] == value else _OTHER_NUMBER for noun, value in a.items() if noun in b)


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0
