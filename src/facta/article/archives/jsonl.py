"""JSONL → pages: one object a line, plain or gzipped. A line that is none is told, the others are read."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from facta.article.archives import damage
from facta.article.archives.columns import Columns
from facta.article.archives.page import Damage, Page
from facta.article.limits import MAX_SOURCE_BYTES


def read(path: Path, name: str, columns: Columns) -> Iterator[Page | Damage]:
    """Yield the pages of a file; ``name`` is what to call it. Lines count from 1.

    Raises:
        OSError: it cannot be opened.

    """
    with path.open("rb") as raw, (gzip.open(raw) if path.suffix == ".gz" else raw) as file:
        known, told_to = False, 0
        for number, line in _lines(file):
            where = f"{name}:{number}"
            if isinstance(line, str):
                yield damage.of_file(name, f"it cannot be read after line {number} ({line})", "Fetch it again.")
                return
            row = _object(line)
            page = None if row is None else columns.page(where, name, row, raw.tell() - told_to)
            if page is not None:
                known, told_to = True, raw.tell()
                yield page
            elif row is not None and not known:
                yield damage.of_file(name, "its first object has neither text nor HTML",
                                     "Name the column with --column text=NAME.")
                return
            else:
                what = "the line is no JSON object" if row is None else "it has neither text nor HTML"
                yield damage.of_row(where, name, what)


def _lines(file: IO[bytes] | gzip.GzipFile) -> Iterator[tuple[int, bytes | str]]:
    """Yield the lines that hold something with their numbers; at last, if reading fails, the words of the failure.

    A line longer than any article comes without its end.
    """
    number = 0
    while True:
        try:
            line = file.readline(MAX_SOURCE_BYTES + 1)
            rest = line
            while len(rest) > MAX_SOURCE_BYTES and not rest.endswith(b"\n"):
                rest = file.readline(MAX_SOURCE_BYTES + 1)
        except (EOFError, OSError, zlib.error) as error:
            yield number, str(error)
            return
        if not line:
            return
        number += 1
        if line.strip():
            yield number, line


def _object(line: bytes) -> dict[str, object] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
