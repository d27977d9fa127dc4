r"""What all commands share: naming sources, printing for people and for programs, telling what went wrong.

>>> [s.name for s in opened(["https://example.org/news/1"]) if not isinstance(s, SourceError)]
['https://example.org/news/1']
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from facta.cli.show import looks
from facta.errors import FactaError, SourceError, UsageError

if TYPE_CHECKING:
    from facta.article.sources import Source

USAGE, FAILED = 2, 1
"""Exit statuses of DESIGN 3: the request or a resource is wrong; some sources failed."""

#: Both ways of asking for help, also where a command is called without its group.
HELP = {"help_option_names": ["-h", "--help"]}



def opened(sources: Iterable[str]) -> Iterator[Source | SourceError]:
    """Yield the files and addresses behind what the user named, or the reason why there are none."""
    from facta.article.sources import expand

    for named in sources:
        found = False
        try:
            for source in expand([named]):
                found = True
                yield source
        except (OSError, ValueError) as error:
            what = getattr(error, "strerror", None) or str(error)
            yield SourceError("S01", named[:200], f"it cannot be opened ({what})", "Check the path.")
            continue
        if not found:
            yield SourceError("S01", named[:200], "the folder holds no file", "Check the path.")


def check_date(published: str | None) -> None:
    """Refuse what is no date before anything else is loaded.

    Raises:
        UsageError: U02 it is no date.

    """
    if published is not None:
        from facta.article.published import given

        given(published)


#: Libraries of the extra ``store``; ``facta code`` needs none of them.
STORE_NEEDS = ("deltalake", "duckdb", "fastwarc", "filelock", "psutil", "pyarrow", "rensa")


def need_store() -> None:
    """Refuse a command that works on a store where the libraries for it are not installed.

    Raises:
        UsageError: U32 they are not.

    """
    missing = [name for name in STORE_NEEDS if find_spec(name) is None]
    if missing:
        raise UsageError("U32", "store", f"it needs more packages ({', '.join(missing)})",
                         'Run: pip install "facta[store]"')


def say(text: str, *, err: bool = False, styled: bool = False) -> None:
    """Print lines for people; a stream that cannot show a glyph gets a near one.

    ``styled`` text has its own escape sequences and holds nothing of a page that was not made clean.
    """
    stream = sys.stderr if err else sys.stdout
    lines = text.split("\n") if styled else map(looks.clean, text.split("\n"))
    click.echo("\n".join(looks.plain(line, stream.encoding or "ascii") for line in lines), err=err)


def complain(error: FactaError | str) -> None:
    """Name what went wrong on standard error, in one line."""
    say(looks.line(str(error)), err=True)


def write(line: str) -> None:
    """Print a line for programs: always UTF-8, whatever the terminal speaks."""
    click.echo(line.encode("utf-8", "replace") + b"\n", nl=False)


def write_json(value: object) -> None:
    """Print a value as JSON on one line."""
    write(json.dumps(value, ensure_ascii=False))


def status_of(error: FactaError) -> int:
    """Return the exit status for an error that ends a command."""
    return FAILED if isinstance(error, SourceError) else USAGE


def no_such_record(wanted: str, what: str) -> UsageError:
    """Return (not raise) the error for an id that does not name one record."""
    return UsageError("U10", wanted[:40], what, "Run `facta explain SOURCE` for the list.")
