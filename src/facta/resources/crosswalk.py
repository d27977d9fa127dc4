"""Crosswalks: what the codes of another scheme are called in an ontology.

A table beside the ontology, ``crosswalk.<scheme>.tsv`` (``code type mode``), names beginnings of codes; the longest
that fits holds. An empty type says that the ontology has no event for such a code.

>>> cameo = load_crosswalk("cameo")
>>> cameo.of("1712").type, cameo.of("010").type, cameo.of("345")
('ASSAULT', None, None)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from facta.resources.ontology import Ontology, load_ontology
from facta.resources.table import Row, load_table

COLUMNS = ("code", "type", "mode")


class Crossing(NamedTuple):
    """What a code becomes: a type (None: no event of the ontology) and perhaps a mode, and the line that says so."""

    type: str | None
    mode: str | None
    where: str


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Beginnings of the codes of a scheme, and what each becomes."""

    scheme: str
    lines: Mapping[str, Crossing]

    def of(self, code: str) -> Crossing | None:
        """Return what a code becomes; None if it is no code of the scheme."""
        return next((self.lines[code[:n]] for n in range(len(code), 0, -1) if code[:n] in self.lines), None)


@lru_cache(maxsize=4)
def load_crosswalk(scheme: str, ontology: str = "plover") -> Crosswalk:
    """Load the crosswalk of a scheme to a built-in ontology.

    Raises:
        ResourceError: R03 there is none, R01 a line names an unknown type or mode or stands twice.

    """
    path = files("facta.resources") / "ontologies" / ontology / f"crosswalk.{scheme}.tsv"
    return read_crosswalk(Path(str(path)), scheme, load_ontology(ontology))


def read_crosswalk(path: Path, scheme: str, ontology: Ontology) -> Crosswalk:
    """Read a crosswalk to an ontology from a file.

    Raises:
        ResourceError: R03 it cannot be read, R01 a line is wrong.

    """
    return Crosswalk(scheme, {row["code"]: _crossing(row, ontology) for row in load_table(path, COLUMNS, ("code",))})


def _crossing(row: Row, ontology: Ontology) -> Crossing:
    if not row["type"]:
        return Crossing(None, None, row.where)
    if row["type"] not in ontology.types:
        raise row.wrong(f'no type is called "{row["type"]}"', f"Use one of {', '.join(sorted(ontology.types))}.")
    modes = ontology.types[row["type"]].modes
    if row["mode"] and row["mode"] not in modes:
        raise row.wrong(f'"{row["mode"]}" is no mode of {row["type"]}', f"Use one of {', '.join(sorted(modes))}.")
    return Crossing(row["type"], row["mode"] or None, row.where)
