"""What comes out of an archive: a page that can be read later and elsewhere, or a stretch that cannot be read.

>>> Page(name="a.jsonl:1", holder="a.jsonl", text="Peru recalled its envoy.").size
24
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from facta.article.limits import MAX_SOURCE_BYTES

_DIGITS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page before it is read: one of ``path``, ``data`` and ``text``, and what its archive says about it.

    ``holder`` is the archive that it stands in, empty for a file of its own; ``digest`` is that of a file's content.
    """

    name: str
    holder: str = ""
    path: str | None = None
    data: bytes | None = None
    text: str | None = None
    url: str | None = None
    charset: str | None = None
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    digest: str = ""
    bytes_on_disk: int = 0

    @property
    def size(self) -> int:
        """Bytes (of a text: characters) that are held in memory."""
        return len(self.data or b"") + len(self.text or "")

    @property
    def key(self) -> str:
        """Hash of name, content and what is known beforehand: the same page in the same place has the same key."""
        given = (self.name, self.url, self.charset, self.published, self.title, self.publisher, self.digest)
        hashed = hashlib.sha256("\x1f".join(part or "" for part in given).encode("utf-8", "surrogatepass"))
        hashed.update(self.data or b"")
        hashed.update((self.text or "").encode("utf-8", "surrogatepass"))
        return hashed.hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A stretch of an archive, or a whole file, that cannot be read; the message is complete."""

    name: str
    holder: str
    code: str
    message: str

    @property
    def key(self) -> str:
        """Hash of the whole."""
        parts = "\x1f".join((self.name, self.code, self.message))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def file_digest(path: Path) -> str:
    """Return the digest of a file's content, up to the size beyond which it is refused anyway."""
    hashed, left = hashlib.sha256(), MAX_SOURCE_BYTES + 1
    with path.open("rb") as file:
        while left > 0 and (piece := file.read(min(left, 1 << 20))):
            hashed.update(piece)
            left -= len(piece)
    return hashed.hexdigest()[:_DIGITS]
