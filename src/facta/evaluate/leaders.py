"""How far the terms of a roster agree with Archigos, the data set of leaders of states.

In go a roster and rows of Archigos (``iso3_0 leader startdate enddate``, ISO dates), out comes how many leader-years
both know and on how many they agree. A leader-year is a person whom Archigos has in power on 1 July of a year since
1990; both know it if the roster has a leader of that state by that name at any time; they agree if it has him then.

Source of the data compared with: Goemans, Gleditsch and Chiozza, *Archigos*, version 4.1 (to 2015); academic use.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from facta.errors import ResourceError
from facta.evaluate.census import FIRST_YEAR, HEADS, MID_YEAR
from facta.evaluate.scores import Value, ratio
from facta.resources.roster import Ref, Roster

AGREEMENT = 0.99
"""The share that a roster is asked to reach."""
COLUMNS = ("iso3_0", "leader", "startdate", "enddate")
PARTICLES = frozenset((
    "abd", "abu", "al", "an", "as", "bin", "da", "de", "del", "dos", "el", "ibn", "ould", "van", "von",
))
"""Parts of names that many share."""
PATRONYMIC = frozenset({"bin", "ibn"})
PLAIN = str.maketrans("øØłŁđĐı", "oOlLdDi")
"""Letters that are no accented ones and yet are written with plain ones."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Leader-years that both know and that agree, and those that do not: (state, year, leader)."""

    shared: int
    agreed: int
    apart: tuple[tuple[str, int, str], ...]

    @property
    def share(self) -> Value:
        """The part that agrees."""
        return ratio(self.agreed, self.shared)


def read_archigos(path: Path) -> list[dict[str, str]]:
    """Read Archigos from Parquet or CSV.

    Raises:
        ResourceError: R03 it cannot be read, R02 a column is missing, R08 pyarrow, which reads Parquet, is not there.

    """
    try:
        rows = _parquet(path) if path.suffix == ".parquet" else _csv(path)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise ResourceError("R03", str(path), f"cannot be read ({error})", "Check the path.") from error
    missing = [c for c in COLUMNS if rows and c not in rows[0]]
    if missing or not rows:
        raise ResourceError("R02", str(path), f"the columns are not {', '.join(COLUMNS)}", "Give Archigos 4.1.")
    return rows


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _parquet(path: Path) -> list[dict[str, str]]:
    try:
        from pyarrow import parquet
    except ImportError:
        raise ResourceError(
            "R08", str(path), "pyarrow, which reads Parquet, is not installed",
            "Install it (pip install pyarrow), or give the table as CSV.",
        ) from None
    rows = parquet.read_table(path).to_pylist()
    return [{key: str(value) for key, value in row.items() if value is not None} for row in rows]


def agreement(roster: Roster, rows: Iterable[Mapping[str, str]]) -> Agreement:
    """Compare the leaders of a roster with rows of Archigos."""
    heads: dict[str, list[Ref]] = {}
    for refs in roster.surnames.values():
        for ref in refs:
            if ref.entry.office in HEADS:
                heads.setdefault(ref.entry.code, []).append(ref)
    agreed, apart = 0, []
    for row in rows:
        named = [r for r in heads.get(row.get("iso3_0", ""), ()) if _same(row["leader"], r)]
        for year in range(max(FIRST_YEAR, int(row["startdate"][:4])), int(row["enddate"][:4]) + 1):
            day = f"{year}-{MID_YEAR}"
            if not named or not row["startdate"] <= day <= row["enddate"]:
                continue
            if any(ref.entry.valid(day) for ref in named):
                agreed += 1
            else:
                apart.append((row["iso3_0"], year, row["leader"]))
    return Agreement(agreed + len(apart), agreed, tuple(apart))


def _same(leader: str, ref: Ref) -> bool:
    """Say whether a leader of Archigos, often a surname alone, is a leader of the roster."""
    theirs, surname = _words(leader), _words(ref.surname)
    if PATRONYMIC & {*surname}:  # Hamad, son of Khalifa, is no other than a Hamad
        return theirs[0] in takewhile(lambda word: word not in PATRONYMIC, _words(ref.entry.name))
    theirs = [word for word in theirs if word not in PARTICLES]
    return bool({*theirs} & {*surname}) or {*theirs} <= {*_words(ref.entry.name)}


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFD", name.translate(PLAIN)).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z]+", plain)
