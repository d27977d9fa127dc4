r"""From bytes to text: what kind of file it is, and in which encoding. Binary files are refused by name.

>>> decode(b"caf\xe9", None)
'café'
>>> is_html("<!doctype html><p>x")
True
"""

from __future__ import annotations

import codecs
import re
import zlib

from facta.article.limits import MAX_SOURCE_BYTES
from facta.errors import SourceError

_MAGIC = (
    (b"%PDF", "a PDF file"), (b"PK\x03\x04", "a ZIP archive or office document"), (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"), (b"\xff\xd8\xff", "a JPEG image"), (b"RIFF", "a media file"), (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!", "a RAR archive"), (b"PAR1", "a Parquet file"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"OggS", "a media file"), (b"ID3", "a media file"), (b"wOF", "a font"), (b"SQLite format", "a database"),
    (b"{\\rtf", "an RTF document"),
)  # fmt: skip
_GZIP = b"\x1f\x8b"
_MAX_MEMBERS = 1_000  # archives one after the other in one file
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD_BYTES = 4096
_MAX_CONTROL = 0.02  # share of control bytes among the first 64 kB beyond which a file is binary
_MAX_BROKEN = 0.002  # share of undecodable characters that a page declared as UTF-8 may hold
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\f\r\x1b")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title|table|span|script|section)\b[^<]*>",
    re.IGNORECASE,
)
_HTML_LOOK = 5_000


def unpack(data: bytes, where: str) -> bytes:
    """Return gzipped bytes unpacked, up to the size limit, and others as they are; a cut archive as far as it goes.

    Raises:
        SourceError: S06 the archive is broken, or cut before its first word; S05 it unpacks to more than the limit.

    """
    if not data.startswith(_GZIP):
        return data
    pieces: list[bytes] = []
    size = 0
    for _ in range(_MAX_MEMBERS):
        inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            pieces.append(inflater.decompress(data, MAX_SOURCE_BYTES + 1 - size))
        except zlib.error as error:
            if pieces:
                break  # what follows an archive and is none: padding, or the begin of a lost member
            raise SourceError("S06", where, f"the gzip archive is broken ({error})", "Fetch the page again.") from error
        size += len(pieces[-1])
        if size > MAX_SOURCE_BYTES:
            raise too_large(where)
        data = inflater.unused_data
        if not inflater.eof or not data.startswith(_GZIP):
            break
    out = b"".join(pieces)
    if not inflater.eof and not out.strip():
        raise SourceError("S06", where, "the gzip archive is cut off before its content", "Fetch the page again.")
    return out


def too_large(where: str) -> SourceError:
    """Return (not raise) the error for a source beyond the size limit."""
    limit = f"{MAX_SOURCE_BYTES // 1_000_000} MB"
    return SourceError("S05", where, f"it is larger than {limit}", "Give one article at a time.")


def check_text(data: bytes, where: str) -> None:
    """Refuse what is not text.

    Raises:
        SourceError: S02 the source is empty, S04 it is binary.

    """
    if not data.strip(b" \t\r\n\x00"):
        raise SourceError("S02", where, "it is empty", "Give a page or a text.")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise SourceError("S04", where, f"it is {kind}, not a page or a text", "Give HTML or plain text.")
    head = data[:65_536]
    if any(data.startswith(bom) for bom, _ in _BOMS[1:]):
        return
    if (len(head) - len(head.translate(None, _CONTROL))) > _MAX_CONTROL * len(head):
        raise SourceError("S04", where, "it is binary, not a page or a text", "Give HTML or plain text.")


def decode(data: bytes, declared: str | None) -> str:
    """Return the text: by its byte order mark, as UTF-8, as the page or server declares, else as Windows-1252."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and not data[: error.start].isascii():
            return data[: error.start].decode("utf-8")  # only the last character is cut off
    in_page = _CHARSET.search(data[:_HEAD_BYTES])
    names = [in_page.group(1).decode("ascii") if in_page else None, declared]
    for charset in names:
        named = _decoded(data, charset) if charset else None
        if named is not None:
            return named
    if len(data) > _HEAD_BYTES or any(n and n.lower().startswith("utf") for n in names):
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") <= _MAX_BROKEN * len(text):
            return text
    return data.decode("cp1252", "replace")


def _decoded(data: bytes, name: str) -> str | None:
    """Return the text in a named encoding, or None if the name or the bytes do not allow it."""
    name = {
        "iso-8859-1": "cp1252",
        "latin-1": "cp1252",
        "latin1": "cp1252",
        "ascii": "cp1252",
        "us-ascii": "cp1252",
    }.get(name.lower(), name)
    try:
        if codecs.lookup(name).name.startswith("utf") or not codecs.lookup(name)._is_text_encoding:
            return None
        text = data.decode(name, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= _MAX_BROKEN * len(text) else None


def is_html(text: str) -> bool:
    """Say whether a text is a page with tags."""
    return _HTML.search(text, 0, _HTML_LOOK) is not None
