"""Every error that Facta raises, and how it is worded.

The tree::

    FactaError
    ├── UsageError        the caller asked for something that cannot be (exit status 2)
    ├── SourceError       one source could not be read or coded; others go on (exit status 1)
    ├── ResourceError     a lexicon, ontology or roster file is wrong; nothing starts
    ├── ParserError       the language pipeline is missing or not the one that was pinned
    └── StoreError        a store cannot be opened, read or written; what it holds is unharmed

Each says where, what, and what to do, in one line: ``[S01] page.html: no such file. Check the path.``
"""

from __future__ import annotations

import traceback
from pathlib import Path


class FactaError(Exception):
    """Base of all: ``code`` is stable and documented, ``where`` names the place, ``todo`` says what to do."""

    def __init__(self, code: str, where: str, what: str, todo: str = "") -> None:
        self.code, self.where, self.what, self.todo = code, where, what, todo
        super().__init__(str(self))

    def __reduce__(self) -> tuple[type[FactaError], tuple[str, str, str, str]]:
        """Let an error travel from a worker to the one who must tell it."""
        return type(self), (self.code, self.where, self.what, self.todo)

    def __str__(self) -> str:
        """Return the one line that a user sees."""
        line = f"[{self.code}] {self.where}: {self.what}."
        return " ".join((f"{line} {self.todo}" if self.todo else line).split())


class UsageError(FactaError):
    """The request itself is wrong: a date that is no date, an unknown status, offsets outside the text."""


class SourceError(FactaError):
    """One source failed: missing, empty, binary, not found on the web, no article in it, too large."""


class ResourceError(FactaError):
    """A resource file is wrong; ``where`` is ``file:line``."""


class ParserError(FactaError):
    """The spaCy pipeline could not be loaded, or is not the pinned one."""


class StoreError(FactaError):
    """A store cannot be opened, read or written; what was committed stays, and the same command goes on from there."""


def stumbled(name: str, error: Exception) -> SourceError:
    """Return (not raise) the failure for a fault of our own, with the place that a report of it must name."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return SourceError("S23", name, f"Facta stumbled over it ({type(error).__name__} at {place})", "Please report it.")
