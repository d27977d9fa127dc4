"""Who is who: states, bodies, groups, media and office holders by name, each valid between two days.

A roster is a folder of tables (``actors.tsv``, ``names.tsv``, ``places.tsv``, ``leaders.tsv``); a user's own simple
table (``name code sector valid_from valid_to``, and perhaps ``form``) is read on top of it. In goes a folder, out comes
a :class:`Roster` that answers which entries a text may name at a given place.

>>> roster = load_roster()
>>> [ref.entry.code for ref in roster.named("Kyiv")]
['UKR']
>>> [ref.entry.sector for ref in roster.named("Taliban") if ref.entry.valid("2022-01-01")]
['GOV']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from facta.errors import ResourceError
from facta.resources.table import Row, load_table

ACTOR_COLUMNS = ("id", "name", "code", "sector", "kind", "valid_from", "valid_to", "source")
NAME_COLUMNS = ("name", "id", "form", "valid_from", "valid_to")
PLACE_COLUMNS = ("name", "code")
LEADER_COLUMNS = ("name", "surname", "id", "code", "office", "sector", "valid_from", "valid_to", "source")
USER_COLUMNS = ("name", "code", "sector", "valid_from", "valid_to")
#: A column that a user's table may have besides: how the name denotes its actor.
USER_FORM = ("form",)

#: How a name denotes its entry. ``context``: only where its state is spoken of anyway (MIT, Labour, the Diet).
FORMS = frozenset({"name", "adj", "person", "people", "capital", "context", "place", "leader"})
#: Forms of a user's line that name a state, be it one of the roster or one that a line of form ``state`` brings.
OF_STATE = frozenset({"adj", "person", "people", "capital", "place"})
USER_FORMS = OF_STATE | {"", "name", "state", "leader"}
SECTORS = frozenset((
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PRE",
    "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
))
CODE_LETTERS = 3
SUPRANATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
KINDS = frozenset((
    "state", "seat", "body", "region", "party", "group", "igo", "ngo", "media", "firm", "leader", "user",
))


class Entry(NamedTuple):
    """An actor and the days between which it is what it is (ISO dates; empty means open)."""

    id: str
    name: str
    code: str
    sector: str
    kind: str
    since: str
    until: str
    office: str = ""

    def valid(self, day: str | None) -> bool:
        """Say whether ``day`` lies within; without a day, whether the entry is still open."""
        if day is None:
            return not self.until
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)


class Ref(NamedTuple):
    """One reading of a name: its form and the entry that it denotes."""

    form: str
    entry: Entry
    surname: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """Names by their first word, the longest first, and leaders by surname."""

    entries: dict[str, Entry]
    names: dict[str, tuple[Ref, ...]]
    heads: dict[str, tuple[str, ...]]
    surnames: dict[str, tuple[Ref, ...]]
    states: dict[str, Entry] = field(default_factory=dict)

    def named(self, name: str) -> tuple[Ref, ...]:
        """Return all readings of an exact name."""
        return self.names.get(name, ())

    def at(self, text: str, start: int, word: str) -> Iterator[tuple[str, tuple[Ref, ...]]]:
        """Yield the names that stand in ``text`` at ``start``, whose first word is ``word``, the longest first."""
        for name in self.heads.get(first_piece(word), ()):
            if text.startswith(name, start):
                yield name, self.names[name]


def first_piece(word: str) -> str:
    """Return the leading run of letters and digits, the key under which names are filed.

    >>> first_piece("U.S."), first_piece("Kyiv")
    ('U', 'Kyiv')
    """
    if word.isalnum():
        return word
    for k, char in enumerate(word):
        if not char.isalnum():
            return word[:k] or word[:1]
    return word


def load_roster(folder: Traversable | Path | None = None, extra: Sequence[Path] = ()) -> Roster:
    """Read a roster folder (the built-in states by default) and a user's own tables, which win over it.

    Raises:
        ResourceError: a line is wrong: unknown sector, form, kind or code, a date, a missing entry.

    """
    if folder is None and not extra:
        return _built_in()
    return _load(folder or _states(), extra)


@lru_cache(maxsize=1)
def _built_in() -> Roster:
    return _load(_states(), ())


def _states() -> Traversable:
    return files("facta.resources").joinpath("rosters", "states")


def _load(folder: Traversable | Path, extra: Sequence[Path]) -> Roster:
    entries: dict[str, Entry] = {}
    actors = load_table(folder.joinpath("actors.tsv"), ACTOR_COLUMNS, key=("id",))
    for row in actors:
        entries[row["id"]] = _entry(row, row["id"], row["kind"])
    codes = frozenset(e.code for e in entries.values() if e.kind == "state") | SUPRANATIONAL
    for row in actors:
        if row["code"] not in codes:
            raise ResourceError("R10", row.where, f'"{row["code"]}" is no state of the roster', "Add it.")
    states = {e.code: e for e in entries.values() if e.kind == "state"}
    readings: dict[str, list[Ref]] = {}
    for name, ref in _built_refs(folder, entries, states, codes):
        readings.setdefault(name, []).append(ref)
    rows = [row for path in extra for row in load_table(path, USER_COLUMNS, optional=USER_FORM)]
    own = _own_refs(rows, states, codes)
    return Roster(entries | {e.id: e for e in states.values()}, *_index(readings | own), states)


def _own_refs(rows: Sequence[Row], states: dict[str, Entry], codes: frozenset[str]) -> dict[str, list[Ref]]:
    """Return the readings of a user's lines; states that they bring are added to ``states``."""
    for row in rows:
        if row["form"] not in USER_FORMS:
            forms = ", ".join(sorted(USER_FORMS - {""}))
            raise row.wrong(f'"{row["form"]}" is no form of a name', f"Choose one of {forms}, or leave it empty.")
        if row["form"] == "state" and row["code"] not in states:
            if not (len(row["code"]) == CODE_LETTERS and row["code"].isascii() and row["code"].isupper()):
                raise row.wrong(f'"{row["code"]}" is no code for a state', "Write three capital letters.")
            states[row["code"]] = _entry(row, row["code"], "state")._replace(sector=row["sector"] or "GOV")
    readings: dict[str, list[Ref]] = {}
    for row in rows:
        _known(row, codes | states.keys())
        readings.setdefault(row["name"], []).append(_own_ref(row, states))
    # Where no day decides, the line that still holds does.
    return {name: sorted(refs, key=lambda ref: bool(ref.entry.until)) for name, refs in readings.items()}


def _own_ref(row: Row, states: dict[str, Entry]) -> Ref:
    form = row["form"]
    if form == "leader":
        return Ref(form, _entry(row, _slug(row["name"]), "leader"), row["name"].rsplit(" ", 1)[-1])
    if form not in OF_STATE and form != "state":
        return Ref("name", _entry(row, _slug(row["name"]), "user"))
    if row["code"] not in states:
        raise row.wrong(f'"{row["code"]}" is no state', "Give the code of a state, or leave the form empty.")
    said, old = _entry(row, row["code"], "state"), states[row["code"]]
    state = old._replace(since=said.since, until=said.until, sector=said.sector or old.sector)
    return Ref("name" if form == "state" else form, state)


def _built_refs(
    folder: Traversable | Path, entries: dict[str, Entry], states: dict[str, Entry], codes: frozenset[str]
) -> Iterator[tuple[str, Ref]]:
    for row in load_table(folder.joinpath("names.tsv"), NAME_COLUMNS, key=NAME_COLUMNS):
        if row["form"] not in FORMS:
            raise row.wrong(f'"{row["form"]}" is no form of a name', f"Choose one of {', '.join(sorted(FORMS))}.")
        if row["id"] not in entries:
            raise row.wrong(f'"{row["id"]}" is no actor', "Add it to actors.tsv.")
        old = entries[row["id"]]
        since, until = _day(row, "valid_from") or old.since, _day(row, "valid_to") or old.until
        yield row["name"], Ref(row["form"], old._replace(since=since, until=until))
    for row in load_table(folder.joinpath("leaders.tsv"), LEADER_COLUMNS):
        _known(row, codes)
        person = _entry(row, row["id"], "leader")._replace(office=row["office"])
        yield row["name"], Ref("leader", person, row["surname"])
    for row in load_table(folder.joinpath("places.tsv"), PLACE_COLUMNS, key=("name",)):
        if row["code"] not in states:
            raise row.wrong(f"{row['code']} is no state of the roster", "Use the code of a state in actors.tsv.")
        yield row["name"], Ref("place", states[row["code"]])


def _index(
    readings: dict[str, list[Ref]],
) -> tuple[dict[str, tuple[Ref, ...]], dict[str, tuple[str, ...]], dict[str, tuple[Ref, ...]]]:
    heads: dict[str, list[str]] = {}
    surnames: dict[str, list[Ref]] = {}
    for name, refs in readings.items():
        heads.setdefault(first_piece(name), []).append(name)
        for ref in refs:
            if ref.form == "leader" and ref not in surnames.setdefault(ref.surname, []):
                surnames[ref.surname].append(ref)
    return (
        {name: tuple(refs) for name, refs in readings.items()},
        {head: tuple(sorted(names, key=len, reverse=True)) for head, names in heads.items()},
        {name: tuple(refs) for name, refs in surnames.items()},
    )


def _entry(row: Row, key: str, kind: str) -> Entry:
    if kind not in KINDS:
        raise row.wrong(f'"{kind}" is no kind of actor', f"Choose one of {', '.join(sorted(KINDS))}.")
    if not row["name"] or not key:
        raise row.wrong("the name or id is empty", "Fill it in.")
    for sector in row["sector"].split():
        if sector not in SECTORS:
            raise row.wrong(f'"{sector}" is no sector', f"Choose one of {', '.join(sorted(SECTORS))}.")
    since, until = _day(row, "valid_from"), _day(row, "valid_to")
    if since and until and since > until:
        raise row.wrong(f"valid_from {since} is after valid_to {until}", "Swap them or correct one.")
    return Entry(key, row["name"], row["code"], row["sector"], kind, since, until)


def _known(row: Row, codes: frozenset[str]) -> None:
    if row["code"] not in codes:
        raise row.wrong(f'"{row["code"]}" is no code', "Use the ISO 3166 alpha-3 code of a state, or IGO, NGO, IMG ….")


def _day(row: Row, column: str) -> str:
    """Return a full ISO date: a bare year or month stands for its first or last day."""
    value = row[column]
    parts = value.split("-")
    if not value:
        return ""
    if len(parts) > 3 or not all(p.isdigit() for p in parts) or [len(p) for p in parts] != [4, 2, 2][: len(parts)]:
        raise row.wrong(f'{column} "{value}" is no date', "Write YYYY, YYYY-MM or YYYY-MM-DD.")
    fill = ["-01", "-01"] if column == "valid_from" else ["-12", "-31"]
    return value + "".join(fill[len(parts) - 1 :])


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
