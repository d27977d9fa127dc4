"""Gzipped WARC → its members unpacked, and the stretches that are none. Five bad bytes cost one member only."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zlib import _Decompress as Inflater

_MAGIC = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]", re.DOTALL)
_WBITS = zlib.MAX_WBITS | 16
_PIECE = 1 << 18
_STEP = 64  # compressed bytes at a time on the way to damage
_LOOK = 4096  # compressed bytes that must show the begin of a record
_FIRST = b"WARC/"
HELD_BYTES = 64_000_000
"""A member that unpacks to more is written to a temporary file."""
MAX_RATIO = 200
"""A member that has unpacked to more than is held and to so many times its size is a bomb; real ones stay below 20."""


class Member(NamedTuple):
    """A stretch ``[start, end)`` of the file: what it unpacks to, and what is wrong with it if anything is.

    A damaged member gives what could be unpacked before the damage. ``content`` is valid until the next is asked for.
    """

    start: int
    end: int
    content: bytes | mmap
    why: str = ""


def members(data: mmap) -> Iterator[Member]:
    """Yield the members of a gzipped file, in order, nothing left out."""
    at = 0
    while at < len(data):
        if not _starts(data, at):
            until = _next(data, at + 1)
            yield Member(at, until, b"", "no gzip member")
            at = until
            continue
        with TemporaryFile() as spool:
            end, content, why = _unpack(data, at, spool)
            until = _next(data, at + 1) if why else end
            yield Member(at, until, content, why)
            if isinstance(content, mmap):
                content.close()
        at = until


def _unpack(data: mmap, at: int, spool: IO[bytes]) -> tuple[int, bytes | mmap, str]:
    """Return where the member ends, its content, and what is wrong with it."""
    inflater = zlib.decompressobj(_WBITS)
    pieces: list[bytes] = []
    size, position, spooled, why = 0, at, False, ""
    while not inflater.eof and not why:
        piece = inflater.unconsumed_tail
        if not piece:
            piece = data[position : position + _PIECE]
            position += len(piece)
        if not piece:
            why = "cut off"
            break
        before = inflater.copy()
        try:
            out = inflater.decompress(piece, _PIECE * 4)
        except zlib.error:
            why, out = "damaged gzip member", _to_the_damage(before, piece)
        size += len(out)
        if size > HELD_BYTES:
            if size > MAX_RATIO * (position - at):
                return position, b"", "a bomb: it unpacks to more than any archive"
            if not spooled:
                spool.writelines(pieces)
                pieces, spooled = [], True
            spool.write(out)
        else:
            pieces.append(out)
    end = position - len(inflater.unused_data)
    if spooled:
        spool.flush()
        return end, mmap(spool.fileno(), 0, access=ACCESS_READ), why
    return end, b"".join(pieces), why


def _to_the_damage(inflater: Inflater, piece: bytes) -> bytes:
    """Return what a piece unpacks to before the place where it is damaged."""
    out = []
    with suppress(zlib.error):
        for at in range(0, len(piece), _STEP):
            out.append(inflater.decompress(piece[at : at + _STEP]))
    return b"".join(out)


def _starts(data: mmap, at: int) -> bool:
    """Say whether a member with a record stands at ``at``."""
    if _MAGIC.match(data, at) is None:
        return False
    try:
        out = zlib.decompressobj(_WBITS).decompress(data[at : at + _LOOK], len(_FIRST))
    except zlib.error:
        return False
    return out == _FIRST


def _next(data: mmap, at: int) -> int:
    """Return where the next member with a record begins, or the end of the file."""
    for found in _MAGIC.finditer(data, at):
        if _starts(data, found.start()):
            return found.start()
    return len(data)
