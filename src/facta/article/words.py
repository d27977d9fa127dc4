"""The word lists of this room, loaded once: what comes in is a file name, what goes out are sets by kind.

>>> "minister" in kinds("people")["head"]
True
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from facta.resources.table import Row, load_table

_COLUMNS = {
    "people": ("word", "kind", "role"),
    "interview": ("kind", "words"),
    "furniture": ("kind", "words"),
    "calendar": ("kind", "word", "value"),
    "meta": ("order", "name"),
}


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of ``page_<name>.tsv`` of English.

    Raises:
        ResourceError: the file is missing or a line of it is wrong.

    """
    path = files("facta.resources") / "languages" / "en" / f"page_{name}.tsv"
    return tuple(load_table(path, _COLUMNS[name], key=_COLUMNS[name][:2]))


@cache
def kinds(name: str) -> dict[str, frozenset[str]]:
    """Return the words of a list by their kind."""
    column = "word" if "word" in _COLUMNS[name] else "words"
    out: dict[str, set[str]] = {}
    for row in rows(name):
        out.setdefault(row["kind"], set()).add(row[column])
    return {kind: frozenset(words) for kind, words in out.items()}


@cache
def nations() -> frozenset[str]:
    """Return the adjectives of states, as the roster writes them."""
    return frozenset(row["name"] for row in _roster("names") if row["form"] == "adj")


@cache
def places() -> frozenset[str]:
    """Return names of states, bodies and towns of several words, none of them a person's."""
    named = (row["name"] for row in _roster("names") if row["form"] in {"name", "adj", "people", "capital"})
    return frozenset(n for n in (*named, *(row["name"] for row in _roster("places"))) if " " in n)


def _roster(name: str) -> list[Row]:
    columns = {"names": ("name", "id", "form", "valid_from", "valid_to"), "places": ("name", "code")}
    return load_table(files("facta.resources") / "rosters" / "states" / f"{name}.tsv", columns[name])


@cache
def any_of(name: str, kind: str) -> re.Pattern[str]:
    """Return a pattern that finds any wording of a kind as whole words; the lists are short, so this stays quick."""
    words = sorted(kinds(name)[kind], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)
