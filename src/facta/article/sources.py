"""What a user names on the command line, one by one: files, folders, addresses, ``-`` for standard input.

>>> [s.name for s in expand(["https://example.org/news/1"])]
['https://example.org/news/1']
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from facta.article.formats.web import is_url
from facta.article.limits import MAX_SOURCE_BYTES

STANDARD_INPUT = "-"


class Source(NamedTuple):
    """One source: what ``read`` takes, what to call it, and its address if it has one."""

    content: str | Path | bytes
    name: str
    url: str | None = None


def expand(sources: Iterable[str]) -> Iterator[Source]:
    """Yield the sources behind what was named: a folder gives all files in it and below, in the order of their names.

    Nothing is opened but standard input, so that a missing file is reported by ``read`` in its turn.
    """
    for source in sources:
        if source == STANDARD_INPUT:
            yield Source(sys.stdin.buffer.read(MAX_SOURCE_BYTES + 1), "standard input")
        elif is_url(source):
            yield Source(source, source, source)
        elif _is_folder(source):
            files = (p for p in Path(source).rglob("*") if p.is_file() and not _hidden(p, Path(source)))
            yield from (Source(p, str(p)) for p in sorted(files))
        else:
            yield Source(Path(source), source)


def _is_folder(source: str) -> bool:
    """Say whether a name is that of a folder; one that the system cannot even ask for is none (``read`` reports it)."""
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False


def _hidden(path: Path, root: Path) -> bool:
    """Say whether a file, or a folder that holds it below ``root``, begins with a dot."""
    return any(part.startswith(".") for part in path.relative_to(root).parts)
