"""An ontology: what each sense is called in it, and what each of its types is worth.

>>> load_ontology().code("arrest").type
'COERCE'
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from facta.errors import ResourceError
from facta.resources.language import digest, tables
from facta.resources.table import load_table

_STATUSES = frozenset(("actual", "alleged", "planned", "proposed", "hypothetical", "*"))


@dataclass(frozen=True, slots=True)
class Code:
    """What an ontology calls a sense."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One type: quad class 1 to 4, its score, its share of all records, and the scores of its modes."""

    name: str
    quad: int
    score: float
    share: float
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Recoding:
    """How a type with a status is written by users of the ontology who have no status (PLOVER manual)."""

    type: str
    where: str


@dataclass(frozen=True, slots=True)
class Usual:
    """The sense and roles of an act that is known by type and mode only."""

    sense: str
    roles: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """Types, codes of senses, usual senses of types and modes, default agents, export rules, and a digest of all."""

    name: str
    types: Mapping[str, EventType]
    codes: Mapping[str, Code]
    authority: Mapping[str, str]
    exports: Mapping[tuple[str, str, str], Recoding]
    joint: Mapping[str, str]
    usual: Mapping[tuple[str, str], Usual]
    digest: str

    def code(self, sense: str) -> Code:
        """Return the code of a sense."""
        return self.codes[sense]

    def score(self, type_: str, mode: str | None) -> float:
        """Return the score of a mode, or of its type when the mode has none."""
        event_type = self.types[type_]
        return event_type.modes.get(mode or "", event_type.score)

    def exported(self, type_: str, status: str, polarity: str) -> str:
        """Return the type that users without statuses would write."""
        for key in ((type_, status, polarity), (type_, status, "*"), (type_, "*", polarity)):
            if key in self.exports:
                return self.exports[key].type
        return type_


@lru_cache(maxsize=4)
def load_ontology(name: str = "plover", folder: Path | None = None) -> Ontology:
    """Load an ontology by name, or from a user's own folder.

    Raises:
        ResourceError: there is no such ontology, or one of its lines is wrong.

    """
    root: Traversable | Path = folder or files("facta.resources") / "ontologies" / name
    if not (root / "ontology.toml").is_file():
        raise ResourceError("R05", str(root), "there is no such ontology", "Built in: plover.")
    types = _types(root)
    codes = _codes(root, types)
    authority = {}
    for path in tables(root, "authority"):
        for row in load_table(path, ("sense", "sector"), key=("sense",)):
            if row["sense"] not in codes:
                raise row.wrong(f'no sense is called "{row["sense"]}"', "Use one of codes.*.tsv.")
            authority[row["sense"]] = row["sector"]
    exports = {}
    for path in tables(root, "export"):
        columns = ("type", "status", "polarity", "export", "section")
        for row in load_table(path, columns, key=columns[:3]):
            if row["type"] not in types or row["export"] not in types or row["status"] not in _STATUSES:
                raise row.wrong("unknown type or status", "Use the types of ontology.toml.")
            exports[row["type"], row["status"], row["polarity"]] = Recoding(row["export"], row.where)
    joint = {}
    for path in tables(root, "joint"):
        for row in load_table(path, ("sense", "joint"), key=("sense",)):
            if row["sense"] not in codes or row["joint"] not in codes:
                raise row.wrong("unknown sense", "Use those of codes.*.tsv.")
            joint[row["sense"]] = row["joint"]
    return Ontology(name, types, codes, authority, exports, joint, _usual(root, codes), digest(root))


def _usual(root: Traversable | Path, codes: Mapping[str, Code]) -> dict[tuple[str, str], Usual]:
    out = {}
    for path in tables(root, "usual"):
        for row in load_table(path, ("type", "mode", "sense", "roles"), key=("type", "mode")):
            code = codes.get(row["sense"])
            if code is None or code.type != row["type"]:
                raise row.wrong(f'"{row["sense"]}" is no sense of {row["type"]}', "Use one of codes.*.tsv.")
            out[row["type"], row["mode"]] = Usual(row["sense"], tuple(row["roles"].split()), row.where)
    return out


def _types(root: Traversable | Path) -> dict[str, EventType]:
    try:
        data = tomllib.loads((root / "ontology.toml").read_text(encoding="utf-8"))
        return {
            name: EventType(
                name, entry["quad"], float(entry["score"]), float(entry["share"]),
                _mode_scores(entry.get("modes", {}), float(entry["score"])),
            )
            for name, entry in data["types"].items()
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ResourceError(
            "R06", "ontology.toml", f"cannot be understood ({error!r})", "Compare it with plover's."
        ) from error


def _mode_scores(modes: Mapping[str, object], otherwise: float) -> dict[str, float]:
    """Return the score of each mode; one without a score of its own takes that of its type."""
    scores = {}
    for mode, value in modes.items():
        score = value.get("score") if isinstance(value, Mapping) else value
        scores[mode] = float(score) if isinstance(score, int | float) else otherwise
    return scores


def _codes(root: Traversable | Path, types: Mapping[str, EventType]) -> dict[str, Code]:
    codes: dict[str, Code] = {}
    for path in tables(root, "codes"):
        for row in load_table(path, ("sense", "type", "mode", "contexts", "definition", "example"), key=("sense",)):
            if row["type"] not in types:
                raise row.wrong(f'no type is called "{row["type"]}"', f"Use one of {', '.join(sorted(types))}.")
            if row["sense"] in codes:
                raise row.wrong(f'"{row["sense"]}" already stands at {codes[row["sense"]].where}', "Keep one line.")
            codes[row["sense"]] = Code(row["type"], row["mode"] or None, tuple(row["contexts"].split()), row.where)
    return codes
