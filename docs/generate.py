r"""Writes the parts of the documentation that follow from the code; with ``--check`` only names what has changed.

Whole pages: ``reference/cli.md`` from ``--help``, ``reference/codes.md`` from the ontology, ``reference/store.md`` from
the tables of a store. In any page, what stands
between ``<!-- run: COMMAND -->`` and ``<!-- end -->`` is what that command prints, ``| head -N`` cuts it, and
``{id:WORDS}`` is the id of the record with that trigger; between ``<!-- columns -->`` and ``<!-- end -->`` stand the
columns of ``facta code --tsv``.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pyarrow as pa
from click.testing import CliRunner

import facta.cli.code
import facta.cli.explain
from facta.cli import COMMANDS, group
from facta.cli.show.tables import COLUMNS
from facta.pipeline.coder import Coder
from facta.store.tables import SCHEMA_VERSION, TABLES

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
WIDTH = "100"
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
BLOCK = re.compile(r"(<!-- (run: (?P<command>.+?)|columns) -->\n).*?(<!-- end -->)", re.DOTALL)
UNSTEADY = ((re.compile(r"(\.tsv:)\d+"), r"\1…"), (re.compile(r"(resources )[0-9a-f]{16}"), r"\1…"))
"""What each new word in a list changes and no reader needs: line numbers and the digest of all resources."""
HEAD = re.compile(r"\s*\|\s*head -(\d+)$")


@cache
def the_coder() -> Coder:
    """Return the coder that all examples share."""
    return Coder(explain=True)


def run(arguments: list[str]) -> str:
    """Return what ``facta`` prints, standard error last."""
    facta.cli.code.coder = facta.cli.explain.coder = lambda *_, **__: the_coder  # type: ignore[assignment]
    environment = {"COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb"}
    result = CliRunner().invoke(group, arguments, prog_name="facta", env=environment, catch_exceptions=False)
    return "\n".join(line.rstrip() for line in (result.stdout + result.stderr).strip("\n").splitlines())


def example(command: str) -> str:
    """Return a command and what it prints, as a block."""
    cut = HEAD.search(command)
    words = shlex.split(HEAD.sub("", command))
    words = [re.sub(r"\{id:(.+?)\}", lambda m: record_id(words[2], m[1]), word) for word in words]
    printed = run(words[1:])
    for pattern, instead in UNSTEADY:
        printed = pattern.sub(instead, printed)
    lines = printed.split("\n")
    shown = " ".join(map(shlex.quote, words)) + (cut.group().replace("  ", " ") if cut else "")
    return "\n".join(["```console", f"$ {shown}", *(lines[: int(cut[1])] if cut else lines), "```"])


@cache
def record_id(page: str, trigger: str) -> str:
    """Return the first digits of the id of the record of ``page`` with this trigger."""
    rows = map(json.loads, run(["explain", "--json", page]).splitlines())
    return next(str(row["id"])[:8] for row in rows if row["trigger"]["text"] == trigger)


def columns() -> str:
    """Return the columns of the table."""
    rows = [f"| `{name}` | {what} |" for name, (what, _) in COLUMNS.items()]
    return "\n".join(["| column | holds |", "|---|---|", *rows])


def cli() -> str:
    """Return the page of the command line."""
    parts = ["# The command line", "", "Generated from `--help` by `docs/generate.py`.", ""]
    parts += ["```text", run(["--help"]), "```", ""]
    for words in every_command():
        parts += [f"## `facta {' '.join(words)}`", "", "```text", run([*words, "--help"]), "```", ""]
    parts += [
        "## Exit status", "", "| status | meaning |", "|---|---|", "| 0 | done |",
        "| 1 | some sources failed, each named on standard error with its [code](errors.md); the others are done |",
        "| 2 | wrong usage, or a resource file of your own is wrong: nothing was done; or a store cannot be used: what "
        "was committed stays |", "",
        "Output for programs (`--json`, `--tsv`) is UTF-8 whatever the terminal speaks; output for people follows its",
        "encoding, its width and `NO_COLOR`.", "",
    ]
    return "\n".join(parts)


def every_command() -> Iterator[list[str]]:
    """Yield the words of each command, and of each command of a group."""
    for name in COMMANDS:
        yield [name]
        command = group.get_command(None, name)  # type: ignore[arg-type]
        yield from ([name, part] for part in sorted(getattr(command, "commands", ())))


def codes() -> str:
    """Return the page of types, modes and contexts."""
    file = files("facta.resources") / "ontologies" / "plover" / "ontology.toml"
    ontology = tomllib.loads(file.read_text(encoding="utf-8"))
    parts = [
        "# Types, modes and contexts", "",
        "PLOVER 2.0's sixteen types with their modes. The codes are those of the Open Event Data Alliance; this page",
        "is generated from `resources/ontologies/plover` by `docs/generate.py`. Scores run from −10 (conflict) to +10",
        "(cooperation). The senses by which words lead to a type, each with a definition and an example, are lines of",
        "[codes.conflict.tsv](../../src/facta/resources/ontologies/plover/codes.conflict.tsv) and",
        "[codes.cooperation.tsv](../../src/facta/resources/ontologies/plover/codes.cooperation.tsv).", "",
        "| type | quad class | score | means | modes with their scores |", "|---|---|---|---|---|",
    ]
    for name, kind in ontology["types"].items():
        modes = ", ".join(f"`{mode}` {_score(value, kind):+g}" for mode, value in kind.get("modes", {}).items())
        parts.append(f"| {name} | {kind['quad']} | {kind['score']:+g} | {kind['definition']} | {modes or '–'} |")
    parts += ["", "Quad classes: " + ", ".join(f"{n} {name}" for n, name in QUADS.items()) + ".", ""]
    return "\n".join([*parts, "Contexts: " + ", ".join(f"`{name}`" for name in ontology["contexts"]) + ".", ""])


def _score(mode: object, kind: dict[str, float]) -> float:
    value = mode.get("score") if isinstance(mode, dict) else mode
    return float(value if isinstance(value, int | float) else kind["score"])


def codebook() -> str:
    """Return the page of the store's tables."""
    parts = [
        "# The store: tables and columns", "",
        "Generated from `facta.store.tables` by `docs/generate.py`. A store is a folder (or the URL of one in an",
        "object store) with [Delta Lake](../adr/0008-delta-lake.md) tables, which DuckDB, Polars, Spark and others",
        "read as they are. What the columns of a record mean is said at more length in [records.md](records.md).",
        "Offsets are half open and count characters of the article's text. Columns are added, never renamed, within a",
        "version of the tables.", "",
        f"Version of the tables: {SCHEMA_VERSION}.", "",
    ]
    for table in TABLES.values():
        parts += [f"## `{table.name}`", table.doc, "", "| column | type | holds |", "|---|---|---|"]
        parts += [
            f"| `{column.name}` | {_kind(column.type)}{'' if column.nullable else ', never null'} "
            f"| {column.metadata[b'comment'].decode()} |"
            for column in table.schema
        ]
        parts.append("")
    return "\n".join(parts)


def _kind(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"list of {_kind(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(f"{part.name} {_kind(part.type)}" for part in kind) + "}"
    return {"date32[day]": "day", "timestamp[us, tz=UTC]": "moment (UTC)", "int32": "int", "int64": "long"}.get(
        str(kind), str(kind)
    )


PAGES: dict[str, Callable[[], str]] = {
    "reference/cli.md": cli, "reference/codes.md": codes, "reference/store.md": codebook,
}


def current(path: Path) -> str:
    """Return a page as it ought to be."""
    whole = PAGES.get(path.relative_to(DOCS).as_posix()) if path.is_relative_to(DOCS) else None
    if whole:
        return whole()
    text = path.read_text(encoding="utf-8")
    return BLOCK.sub(lambda m: m[1] + (example(m["command"]) if m["command"] else columns()) + "\n" + m[4], text)


def pages() -> list[Path]:
    """Return every page of the documentation."""
    return sorted({ROOT / "README.md", *DOCS.rglob("*.md"), *(DOCS / name for name in PAGES)})


def main() -> int:
    """Write what has changed, or name it with ``--check``; 1 if something had."""
    os.chdir(ROOT)
    stale = 0
    for path in pages():
        text = current(path)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale = 1
            print(path.relative_to(ROOT))
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    return stale if "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
