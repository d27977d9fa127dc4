r"""Plain WARC bytes → the stretches that hold a record each, and those between that hold none.

A record is trusted when its stated length leads to the blank line that ends it. Where it does not, the next record is
looked for from there on, so that a wrong length swallows no others.

>>> data = b"WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 2\r\n\r\nab\r\n\r\n"
>>> [(f.start, f.end, f.whole) for f in frames(data + b"\0\0" + data)]
[(0, 51, True), (51, 53, False), (53, 104, True)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from mmap import mmap
from typing import NamedTuple

_MAX_HEAD = 65_536
_NEAR = 1_000_000
_VERSION = b"WARC/"
_HEAD = re.compile(rb"WARC/\d\.\d+\r?\n(?:[!-~][ -9;-~]*:[^\n]*\n|[ \t][^\n]*\n)+\r?\n")
_LENGTH = re.compile(rb"\ncontent-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?\n", re.IGNORECASE)
_START = re.compile(rb"WARC/\d\.\d+\r?\n(?=WARC-|Content-)", re.IGNORECASE)
_END = re.compile(rb"(?:\r?\n){1,4}")
_ZEROS = re.compile(rb"\0+")


class Frame(NamedTuple):
    """A stretch ``[start, end)``: a whole record with the lines that end it, or damage, with the reason."""

    start: int
    end: int
    whole: bool
    why: str = ""


def frames(data: bytes | mmap) -> Iterator[Frame]:
    """Yield the stretches of plain WARC bytes, in order, nothing left out."""
    at, size = 0, len(data)
    while at < size:
        end, why = _record(data, at)
        if not why:
            yield Frame(at, end, True)
            at = end
            continue
        following = _START.search(data, max(end, at + 1))
        until = following.start() if following else size
        yield Frame(at, until, False, why)
        at = until


def begins_plain(data: bytes | mmap) -> bool:
    """Say whether a plain record stands near the begin, whatever the file is called."""
    return _START.search(data, 0, _NEAR) is not None


def _record(data: bytes | mmap, at: int) -> tuple[int, str]:
    """Return where the record at ``at`` ends, or from where to look for the next one and what is wrong with it."""
    head = _HEAD.match(data, at, at + _MAX_HEAD)
    if head is None:
        zeros = _ZEROS.match(data, at)
        return at, "zeros" if zeros else "no header of a record"
    inner = _START.search(data, at + len(_VERSION), head.end())
    if inner is not None:
        return inner.start(), "cut off in its header"
    length = _LENGTH.search(data, at, head.end())
    if length is None:
        return head.end(), "no length"
    body = head.end()
    stop = body + int(length[1])
    if stop > len(data):
        return body, "cut off, or a wrong length"
    end = _END.match(data, stop)
    if end is not None:
        return end.end(), ""
    return (stop, "") if stop == len(data) else (body, "a wrong length")
