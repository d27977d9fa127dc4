"""WARC, plain or gzipped → the news pages in it. Records of other kinds (requests, images, errors) are passed over.

Framing and resynchronisation stand in ``frames`` and ``members``; the records themselves are fastwarc's to read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Literal

from fastwarc.warc import WarcRecord, WarcRecordType

from facta.article.archives import damage
from facta.article.archives.frames import begins_plain, frames
from facta.article.archives.members import members
from facta.article.archives.page import Damage, Page
from facta.article.limits import MAX_SOURCE_BYTES

_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_DECODINGS: tuple[Literal["all", "content", "none"], ...] = ("all", "content", "none")
"""Ways to undo the encodings of a page, the stated ones first: many archives keep the header and not the encoding."""
_SCHEMES = ("http://", "https://", "file:")
_FOUND = 200
_GZIP, _FIRST = b"\x1f\x8b", b"WARC/"


def is_warc(head: bytes) -> bool:
    """Say whether a file that begins so is a WARC, whatever its name."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_FIRST))
        except zlib.error:
            return False
    return head.startswith(_FIRST)


def read(path: Path, name: str) -> Iterator[Page | Damage]:
    """Yield the pages of a file and its damaged stretches; ``name`` is what to call it. Offsets are in the file.

    Raises:
        OSError: it cannot be opened.

    """
    with path.open("rb") as file:
        if not file.read(1):
            yield damage.of_file(name, "it is empty", "Fetch it again.")
            return
        with mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            if data[:2] == _GZIP or (path.suffix == ".gz" and not begins_plain(data)):
                yield from _gzipped(data, name)
            else:
                yield from _plain(data, name)


def _gzipped(data: mmap, name: str) -> Iterator[Page | Damage]:
    """Yield what stands in the members; the last record before the damage in one is not to be trusted."""
    told_to = 0
    for member in members(data):
        told = bool(member.why)
        for frame in frames(member.content):
            trusted = frame.whole and not (member.why and frame.end == len(member.content))
            if trusted:
                inner = f"+{frame.start}" if frame.start else ""
                record = bytes(member.content[frame.start : frame.end])
                page = _page(record, f"{name}@{member.start}{inner}", name, member.end - told_to)
                if page is not None:
                    told_to = member.end
                    yield page
            elif not told:
                told = True
                yield damage.of_bytes(name, member.start, member.end, f"within: {frame.why}")
        if member.why:
            yield damage.of_bytes(name, member.start, member.end, member.why)


def _plain(data: mmap, name: str) -> Iterator[Page | Damage]:
    told_to = 0
    for frame in frames(data):
        if not frame.whole:
            yield damage.of_bytes(name, frame.start, frame.end, frame.why)
            continue
        page = _page(bytes(data[frame.start : frame.end]), f"{name}@{frame.start}", name, frame.end - told_to)
        if page is not None:
            told_to = frame.end
            yield page


def _page(data: bytes, where: str, holder: str, on_disk: int) -> Page | Damage | None:
    """Return the page in one record, the reason why it cannot be read, or None when it holds no page."""
    try:
        record = WarcRecord.from_bytes(data)
        if record.record_type & _KINDS == 0:
            return None
        digest = record.headers.get("WARC-Block-Digest")
        if digest and not record.verify_block_digest(consume=False):
            return damage.of_row(where, holder, "the record's digest does not agree with its content")
        if not _is_page(data):
            return None
        url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
        if url is not None and not url.lower().startswith(_SCHEMES):
            return None  # what a crawler tells about itself
        content, charset = _content(data)
    except (OSError, ValueError) as error:
        return damage.of_row(where, holder, f"the record cannot be read ({error})")
    if len(content) > MAX_SOURCE_BYTES:
        return damage.of_row(where, holder, "the page is larger than any article")
    if not content.strip():
        return None
    return Page(name=where, holder=holder, data=content, url=url, charset=charset, bytes_on_disk=on_disk)


def _is_page(data: bytes) -> bool:
    """Say whether a record holds a page that was found, in a type that can be read."""
    record = WarcRecord.from_bytes(data)
    if record.is_http:
        record.parse_http()
        if record.http_headers.status_code != _FOUND:
            return False
        kind = record.http_content_type
    else:
        kind = (record.headers.get("Content-Type") or "").partition(";")[0].strip()
    return not kind or kind.lower() in _TYPES


def _content(data: bytes) -> tuple[bytes, str | None]:
    """Return the page's bytes, up to one more than the limit, with its encodings undone; and its charset."""
    failed: OSError | None = None
    for way in _DECODINGS:
        record = WarcRecord.from_bytes(data)
        try:
            if record.is_http:
                record.parse_http(auto_decode=way)
            return bytes(record.reader.read(MAX_SOURCE_BYTES + 1)), record.http_charset
        except OSError as error:
            failed = error
    raise failed or OSError("no content")
