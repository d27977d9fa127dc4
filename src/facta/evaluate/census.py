"""What a roster holds: how many of each kind, for how many states, and names that two entries share on one day.

In goes a loaded :class:`~facta.resources.roster.Roster`, out come counts with the numbers that a roster is asked to
reach. A state counts for an office or body if *ADJECTIVE phrase* (*Kenyan parliament*) gives its code and sector.

>>> from facta.resources.roster import load_roster
>>> [(c.what, c.enough) for c in kinds(load_roster())][:2]
[('international organisations', True), ('armed groups and movements', True)]
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations

from facta.actors import lookup
from facta.resources.actorwords import ActorWords
from facta.resources.roster import Entry, Ref, Roster
from facta.resources.table import load_table

STATES, ORGANISATIONS, GROUPS, MINISTERED = 195, 150, 200, 60
"""How much of each a roster is asked to hold."""
FIRST_YEAR = 1990
LEADERS_OF, MINISTERS_OF = 0.9, 0.5
"""The share of its years since then for which a state needs a leader, and a foreign minister, to count."""
MID_YEAR = "07-01"
MINISTERS = frozenset({"foreign minister", "foreign secretary", "secretary of state"})
HEADS = frozenset((
    "chancellor", "chief executive", "council president", "crown prince", "emir", "emperor", "general secretary",
    "junta leader", "king", "leader", "monarch", "premier", "president", "prime minister", "shah", "state counsellor",
    "sultan", "supreme leader", "chief adviser",
))
"""Offices of those who lead a state, in name or in fact."""
PEOPLE_NAMES = frozenset({"adj", "person", "people"})
ARMED = frozenset({"REB", "PRM", "CRM", "UAF"})
_OPEN, _NEVER = "0000", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are, how many are asked for (0: none), and what is missing."""

    what: str
    have: int
    target: int = 0
    missing: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Say whether the target is reached."""
        return self.have >= self.target


@dataclass(frozen=True, slots=True)
class Overlap:
    """A name that two entries bear, and the days on which both do; an empty day is open."""

    name: str
    first: Entry
    second: Entry
    since: str
    until: str
    forms: tuple[str, str]


def states(roster: Roster, words: ActorWords, day: str) -> list[Count]:
    """Count the states of a day by what can be named of each."""
    living = sorted(code for code, state in roster.states.items() if state.valid(day))
    named: dict[str, dict[str, list[str]]] = {code: {} for code in living}
    for name, refs in roster.names.items():
        for ref in refs:
            if ref.entry.kind == "state" and ref.entry.code in named and ref.form != "place":
                named[ref.entry.code].setdefault(ref.form, []).append(name)
    out = [
        Count("states", len(living), STATES),
        _having("with a capital", living, lambda code: "capital" in named[code]),
        _having("with adjective and words for their people", living, lambda code: named[code].keys() >= PEOPLE_NAMES),
    ]
    for group, phrases in _phrases().items():
        def described(code: str, phrases: Sequence[tuple[str, str]] = phrases) -> bool:
            adjectives = named[code].get("adj", [])
            return all(any(_denotes(f"{a} {p}", code, s, roster, words, day) for a in adjectives) for p, s in phrases)

        out.append(_having(f"with {group}", living, described))
    for what, wanted in (("parliaments", "LEG"), ("armies", "MIL"), ("services", "SPY"), ("courts", "JUD")):
        own = {e.code for e in roster.entries.values() if e.kind == "body" and wanted in e.sector.split()}
        out.append(Count(f"with {what} by their own names", len(own & set(living))))
    parties = {e.code for e in roster.entries.values() if e.kind == "party"}
    return [*out, Count("with parties by their own names", len(parties & set(living)))]


def kinds(roster: Roster) -> list[Count]:
    """Count the other kinds of actors."""
    entries = roster.entries.values()
    armed = [e for e in entries if ARMED & set(e.sector.split()) or e.code in ("IMG", "ISM")]
    plain = [
        Count(what, sum(e.kind == kind for e in entries))
        for what, kind in (("parties", "party"), ("bodies", "body"), ("non-governmental bodies", "ngo"),
                           ("media", "media"), ("firms", "firm"))
    ]
    return [
        Count("international organisations", sum(e.kind == "igo" for e in entries), ORGANISATIONS),
        Count("armed groups and movements", len(armed), GROUPS), *plain,
        Count("names", len(roster.names)), Count("terms of office", sum(1 for _ in terms(roster))),
    ]


def rulers(roster: Roster, last_year: int) -> list[Count]:
    """Count the states whose leaders and foreign ministers are known since 1990, with their terms."""
    led = _covered(roster, HEADS, LEADERS_OF, last_year)
    ministered = _covered(roster, MINISTERS, MINISTERS_OF, last_year)
    return [
        Count(f"states with leaders for {LEADERS_OF:.0%} of the years since {FIRST_YEAR}", len(led), MINISTERED),
        Count(
            f"states with foreign ministers for {MINISTERS_OF:.0%} of the years since {FIRST_YEAR}", len(ministered),
            MINISTERED,
        ),
        Count("states with both", len(led & ministered), MINISTERED),
    ]


def terms(roster: Roster) -> Iterator[Entry]:
    """Yield the terms of office in the roster, each once whatever the person's name is written like."""
    yield from dict.fromkeys(
        ref.entry._replace(name="") for refs in roster.surnames.values() for ref in refs if ref.form == "leader"
    )


def overlaps(roster: Roster) -> list[Overlap]:
    """Return the names that two entries of one kind of form share on some day, in alphabetical order.

    Where a name is an actor for one and only a place, or a name in context, for the other, the text around tells.
    """
    return [
        Overlap(name, a.entry, b.entry, since, until, (a.form, b.form))
        for name, refs in sorted(roster.names.items())
        for a, b in combinations(refs, 2)
        if _other(a, b)
        for since, until in _shared(a.entry, b.entry)
    ]


def _other(a: Ref, b: Ref) -> bool:
    return a.entry.id != b.entry.id and not {"context", "place"} & {a.form, b.form}


def _shared(a: Entry, b: Entry) -> list[tuple[str, str]]:
    """Return the days that two entries share, as a list of none or one."""
    since, until = max(a.since or _OPEN, b.since or _OPEN), min(a.until or _NEVER, b.until or _NEVER)
    return [("" if since == _OPEN else since, "" if until == _NEVER else until)] if since <= until else []


def _having(what: str, codes: Iterable[str], has: Callable[[str], bool]) -> Count:
    good = {code: has(code) for code in codes}
    return Count(what, sum(good.values()), STATES, tuple(code for code, yes in good.items() if not yes))


def _denotes(text: str, code: str, sector: str, roster: Roster, words: ActorWords, day: str) -> bool:
    return [(a.code, a.sector) for a in lookup(text, roster, words, day)] == [(code, sector)]


def _phrases() -> Mapping[str, list[tuple[str, str]]]:
    out: dict[str, list[tuple[str, str]]] = {}
    path = files("facta.resources") / "rosters" / "phrases.tsv"
    for row in load_table(path, ("group", "phrase", "sector"), key=("phrase",)):
        out.setdefault(row["group"], []).append((row["phrase"], row["sector"]))
    return out


def _covered(roster: Roster, offices: Collection[str], share: float, last_year: int) -> set[str]:
    """Return the states with somebody in one of the offices in the middle of so many of their years."""
    held: dict[str, list[Entry]] = {}
    for term in terms(roster):
        if term.office in offices:
            held.setdefault(term.code, []).append(term)
    out = set()
    for code, state in roster.states.items():
        days = [f"{y}-{MID_YEAR}" for y in range(FIRST_YEAR, last_year + 1) if state.valid(f"{y}-{MID_YEAR}")]
        known = sum(any(term.valid(day) for term in held.get(code, ())) for day in days)
        if days and known >= share * len(days):
            out.add(code)
    return out
