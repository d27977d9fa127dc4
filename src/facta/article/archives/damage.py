"""The words for what cannot be read of an archive."""

from __future__ import annotations

from facta.article.archives.page import Damage
from facta.errors import SourceError


def of_bytes(path: str, start: int, end: int, why: str) -> Damage:
    """Return the damage that a stretch of bytes is; reading goes on behind it."""
    return _damage(f"{path}@{start}", path, "S31", f"bytes {start} to {end} are damaged and left out ({why})",
                   "Fetch the archive again if they matter.")


def of_row(name: str, path: str, why: str) -> Damage:
    """Return the damage that one line or row is."""
    return _damage(name, path, "S32", why, "Mend or leave it; the other rows are read.")


def of_file(path: str, why: str, todo: str) -> Damage:
    """Return the damage that ends the reading of a file."""
    return _damage(path, path, "S30", why, todo)


def _damage(name: str, holder: str, code: str, what: str, todo: str) -> Damage:
    return Damage(name=name, holder=holder, code=code, message=str(SourceError(code, name, what, todo)))
