"""What a cluster of reports comes to: who, whom, when, told how often, by whom, and where the reports disagree.

Copies of one text count once. A report stands on the word of its witness: the source it names last, or the article
itself. Ten papers that quote one minister are ten reports and one witness.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from facta.incidents import copies
from facta.incidents.report import Report
from facta.records import content_id

Value = TypeVar("Value", bound=Hashable)
NEVER = -1
_ENOUGH = 2
"""Independent witnesses whose word about others makes a deed actual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One of several things that the reports say: about date, number, blame or status; how many texts say so."""

    about: str
    value: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One event of the world, as far as articles tell of it.

    ``status`` is what independent sources assert: *actual* (an article in its own voice, an actor about itself, or two
    witnesses), *alleged* (one witness, or only with distance), *disputed* (some assert it, others deny it), *denied*
    (nobody asserts it, or every text that speaks last in its own voice takes it back). ``texts`` are the articles,
    copies of one text together. Days are numbers (``date.toordinal()``), or None.
    """

    event_ids: tuple[str, ...]
    type: str
    mode: str | None
    actor_codes: tuple[str, ...]
    recipient_codes: tuple[str, ...]
    when: tuple[int, int] | None
    place_code: str | None
    place: str | None
    status: str
    texts: tuple[tuple[str, ...], ...]
    asserted_by: int
    denied_by: int
    publishers: tuple[str, ...]
    said_by: tuple[str, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def id(self) -> str:
        """Hash of its events."""
        return content_id("incident", *sorted(self.event_ids))

    @property
    def reports(self) -> int:
        """Articles that tell of it."""
        return sum(map(len, self.texts))

    @property
    def independent_reports(self) -> int:
        """The same, copies of one text counted once."""
        return len(self.texts)


def settle(reports: Sequence[Report]) -> Incident:
    """Return the incident that reports tell of; their order does not matter."""
    reports = sorted(reports, key=lambda r: r.order)
    text_of = _texts(reports)
    texts: defaultdict[int, set[str]] = defaultdict(set)
    for report in reports:
        texts[text_of[report.article_id]].add(report.article_id)
    told = _Told(reports, text_of)
    asserting = [r for r in reports if not r.denies] or reports
    status, yes, no = _status(reports, text_of)
    return Incident(
        event_ids=tuple(r.id for r in reports), type=reports[0].type, mode=told.most(lambda r: r.mode, asserting),
        actor_codes=tuple(sorted(told.most(lambda r: r.who or None, asserting) or ())),
        recipient_codes=tuple(sorted(told.most(lambda r: r.whom or None, asserting) or ())),
        when=told.most(_exact, asserting) or told.most(lambda r: r.when, asserting),
        place_code=told.most(lambda r: r.place_code, asserting),
        place=" ".join(sorted(told.most(lambda r: r.spot or None, asserting) or ())) or None,
        status=status, asserted_by=yes, denied_by=no,
        texts=tuple(sorted(tuple(sorted(group)) for group in texts.values())),
        publishers=tuple(sorted({r.publisher for r in reports if r.publisher})),
        said_by=tuple(sorted({code for r in reports for code in r.said_by})),
        conflicts=tuple(told.conflicts(asserting)),
    )


def _texts(reports: Iterable[Report]) -> dict[str, int]:
    """Return the text of each article as a number: copies have the same."""
    signs = {r.article_id: r.text_sign for r in reports}
    articles = sorted(signs)
    return dict(zip(articles, copies.groups([signs[a] for a in articles]), strict=True))


class _Told:
    """What the reports say, counted by independent texts."""

    def __init__(self, reports: Sequence[Report], text_of: dict[str, int]) -> None:
        self._reports, self._text_of = reports, text_of

    def counts(self, of: Callable[[Report], Value | None], reports: Iterable[Report]) -> Counter[Value]:
        """Return how many independent texts give each value."""
        pairs = {(value, self._text_of[r.article_id]) for r in reports if (value := of(r)) is not None}
        return Counter(value for value, _ in pairs)

    def most(self, of: Callable[[Report], Value | None], reports: Iterable[Report]) -> Value | None:
        """Return what most independent texts say; of equals the first in the order of their names."""
        found = self.counts(of, reports)
        return min(found, key=lambda value: (-found[value], _name(value))) if found else None

    def conflicts(self, asserting: Sequence[Report]) -> Iterable[Conflict]:
        """Yield what differs between the reports."""
        for about, of, among in (
            ("date", _exact, asserting), ("blame", lambda r: r.who or None, asserting),
            ("status", _says, self._reports),
        ):
            found: Counter[Hashable] = self.counts(of, among)
            if len(found) > 1:
                yield from (Conflict(about=about, value=_name(value), reports=n) for value, n in _ranked(found))
        nouns = sorted({noun for r in asserting for noun, _ in r.numbers})
        for noun in nouns:
            given = self.counts(lambda r, noun=noun: dict(r.numbers).get(noun), asserting)  # type: ignore[misc]
            if len(given) > 1:
                yield from (Conflict(about="number", value=f"{value} {noun}", reports=n) for value, n in _ranked(given))


def _ranked(found: Counter[Value]) -> list[tuple[Value, int]]:
    return sorted(found.items(), key=lambda item: (-item[1], _name(item[0])))


def _name(value: Hashable) -> str:
    """Return a value as it is shown: days as ISO, codes joined by spaces."""
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    if isinstance(value, tuple):
        first, last = (date.fromordinal(day).isoformat() for day in value)
        return first if first == last else f"{first}/{last}"
    return str(value)


def _exact(report: Report) -> tuple[int, int] | None:
    return report.when if report.when is not None and report.when[0] == report.when[1] else None


def _says(report: Report) -> str:
    return "denied" if report.denies else "alleged" if report.alleged else "actual"


def _status(reports: Sequence[Report], text_of: dict[str, int]) -> tuple[str, int, int]:
    """Return the status, and how many independent witnesses assert and deny it."""
    yes: set[str] = set()
    no: set[str] = set()
    sure: set[str] = set()
    admitted, said, taken_back = False, NEVER, NEVER
    for r in reports:
        witness = r.witness or str(text_of[r.article_id])
        (no if r.denies else yes).add(witness)
        own_word = r.voice == "article" and not r.alleged
        spoken = r.published if r.published is not None else r.day
        if r.denies:
            taken_back = max(taken_back, spoken) if own_word else taken_back
        elif not r.alleged:
            sure.add(witness)
            admitted |= r.voice == "self"
            said = max(said, spoken) if own_word else said
    if no and (not yes or taken_back > said):
        status = "denied"
    elif no:
        status = "disputed"
    else:
        status = "actual" if admitted or said > NEVER or len(sure) >= _ENOUGH else "alleged"
    return status, len(yes), len(no)
