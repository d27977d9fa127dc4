r"""Reading the tab-separated resource files: a header, one entry a line, sorted, no duplicates.

Lines that are empty or begin with ``#`` are skipped. A wrong line stops the start with its file and number.

>>> rows = read_table("# note\nword\tsector\nmayor\tGOV\n", "t.tsv", ("word", "sector"))
>>> rows[0]["word"], rows[0].line
('mayor', 3)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from itertools import zip_longest
from operator import itemgetter
from pathlib import Path

from facta.errors import ResourceError


class Row(Mapping[str, str]):
    """One line of a table: its cells by column name, and where it stands."""

    __slots__ = ("_cells", "file", "line")

    def __init__(self, cells: dict[str, str], file: str, line: int) -> None:
        self._cells, self.file, self.line = cells, file, line

    def __getitem__(self, column: str) -> str:
        return self._cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    @property
    def where(self) -> str:
        """``file:line``, as errors and explanations quote it."""
        return f"{self.file}:{self.line}"

    def wrong(self, what: str, todo: str) -> ResourceError:
        """Return (not raise) the error for this line."""
        return ResourceError("R01", self.where, what, todo)


def read_table(
    text: str, name: str, columns: Sequence[str], key: Sequence[str] = (), optional: Sequence[str] = ()
) -> list[Row]:
    """Return the rows of ``text``; ``columns`` is the exact header, ``key`` the columns that must be unique together.

    ``optional`` columns may follow those of the header, all or none; where they are not written their cells are empty.

    Raises:
        ResourceError: wrong header, wrong number of cells, or a key that already stands on another line.

    """
    rows: list[Row] = []
    seen: dict[str | tuple[str, ...], int] = {}
    key_of = itemgetter(*map(list(columns).index, key)) if key else None
    whole = [*columns, *optional]
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if header not in (list(columns), whole):
                raise ResourceError("R02", f"{name}:{number}", f"header is {header}", f"Write {whole}.")
            continue
        row = Row(dict(zip_longest(whole, cells[: len(header)], fillvalue="")), name, number)
        if len(cells) > len(header):
            raise row.wrong(f"{len(cells)} cells where {len(header)} are expected", "Separate cells by one tab.")
        if key_of is not None:
            value = key_of(list(row.values()))
            if value in seen:
                words = value if isinstance(value, str) else " ".join(value)
                raise row.wrong(f'"{words}" already stands on line {seen[value]}', "Keep one line.")
            seen[value] = number
        rows.append(row)
    if header is None:
        raise ResourceError("R02", name, "the file holds no header", f"Write {list(columns)}.")
    return rows


def load_table(
    path: Traversable | Path, columns: Sequence[str], key: Sequence[str] = (), optional: Sequence[str] = ()
) -> list[Row]:
    """Read a table from a file of the package or of a user.

    Raises:
        ResourceError: the file is missing or not UTF-8, or a line is wrong.

    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(
            "R03", str(path), f"cannot be read ({error})", "Check the path and the encoding."
        ) from error
    return read_table(text, path.name, columns, key, optional)
