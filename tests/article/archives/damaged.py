"""WARCs that are damaged in every way that happens to files: each kind says which of its records it has touched."""

import gzip
import random
import re
from base64 import b32encode
from collections.abc import Callable
from hashlib import sha1

RECORDS = 40
MIDDLE = 17
"""The record that most kinds damage."""

Parts = list[bytes]
Damaged = tuple[bytes, set[int]]
"""A file, and the numbers of the records that were touched."""


def record(n: int, *, digest: bool = False, http: bytes = b"Content-Type: text/html; charset=utf-8\r\n") -> bytes:
    """Return the record of a page with a few hundred letters that hardly compress."""
    letters = "".join(random.Random(n).choices("abcdefgh ijklmnop", k=900))  # noqa: S311 - a text, no secret
    body = f"<html><body><p>Page {n}. {letters}</p></body></html>".encode()
    block = b"HTTP/1.1 200 OK\r\n" + http + b"\r\n" + body
    more = b"WARC-Block-Digest: sha1:" + b32encode(sha1(block).digest()) + b"\r\n" if digest else b""  # noqa: S324
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Date: 2024-06-13T00:00:00Z\r\n"
        b"WARC-Target-URI: %b\r\nContent-Type: application/http; msgtype=response\r\n%bContent-Length: %d\r\n\r\n"
        b"%b\r\n\r\n" % (n, url(n).encode(), more, len(block), block)
    )


def url(n: int) -> str:
    """Return the address of a page."""
    return f"http://example.org/{n}"


def _in_plain(change: Callable[[bytes], bytes]) -> Callable[[], Damaged]:
    """Return a kind that changes the middle record of a plain file."""

    def make() -> Damaged:
        parts = [record(n) for n in range(RECORDS)]
        parts[MIDDLE] = change(parts[MIDDLE])
        return b"".join(parts), {MIDDLE}

    return make


def _in_gzip(change: Callable[[bytes], bytes], at: int = MIDDLE) -> Callable[[], Damaged]:
    """Return a kind that changes one member of a gzipped file."""

    def make() -> Damaged:
        parts = [gzip.compress(record(n)) for n in range(RECORDS)]
        parts[at] = change(parts[at])
        return b"".join(parts), {at % RECORDS}

    return make


def _length(change: Callable[[int], object]) -> Callable[[bytes], bytes]:
    """Return a change of the stated length."""
    return lambda data: re.sub(
        rb"Content-Length: (\d+)", lambda m: b"Content-Length: " + str(change(int(m[1]))).encode(), data
    )


def _over(data: bytes, start: int, new: bytes) -> bytes:
    """Return bytes with some written over."""
    return data[:start] + new + data[start + len(new) :]


def _noise(n: int) -> bytes:
    return random.Random(n).randbytes(n)  # noqa: S311 - noise, no secret


def _whole(change: Callable[[Parts], Damaged], *, packed: bool = False) -> Callable[[], Damaged]:
    """Return a kind that changes a file as a whole."""
    return lambda: change([gzip.compress(record(n)) if packed else record(n) for n in range(RECORDS)])


def _many_in_a_member() -> Damaged:
    groups = [b"".join(record(n) for n in range(k, k + 4)) for k in range(0, RECORDS, 4)]
    parts = [gzip.compress(group) for group in groups]
    parts[4] = _over(parts[4], len(parts[4]) // 2, b"\0\0\0\0\0")
    return b"".join(parts), {16, 17, 18, 19}


def _one_member() -> Damaged:
    data = gzip.compress(b"".join(record(n) for n in range(RECORDS)))
    return _over(data, len(data) * 3 // 4, b"\0\0\0\0\0"), set(range(RECORDS * 3 // 4 - 1, RECORDS))


def _every_fifth(at: int) -> Callable[[Parts], Damaged]:
    """Return a change of every fifth record, ``at`` bytes from its begin."""
    hit = range(2, RECORDS, 5)
    return lambda parts: (
        b"".join(_over(p, at, b"#####") if n in hit else p for n, p in enumerate(parts)), set(hit)
    )


def _bad_digest() -> Damaged:
    parts = [record(n, digest=True) for n in range(RECORDS)]
    parts[MIDDLE] = _over(parts[MIDDLE], len(parts[MIDDLE]) - 80, b"#####")
    return b"".join(parts), {MIDDLE}


KINDS: dict[str, Callable[[], Damaged]] = {
    "plain, header zeroed": _in_plain(lambda d: _over(d, 0, bytes(150))),
    "plain, version broken": _in_plain(lambda d: _over(d, 0, b"WRAC")),
    "plain, header with noise": _in_plain(lambda d: _over(d, 60, _noise(5))),
    "plain, header lost": _in_plain(lambda d: d[200:]),
    "plain, no length": _in_plain(lambda d: re.sub(rb"Content-Length: \d+\r\n", b"", d)),
    "plain, length beyond the file": _in_plain(_length(lambda n: n + 10_000_000)),
    "plain, length into the next record": _in_plain(_length(lambda n: n + 300)),
    "plain, length of three records": _in_plain(_length(lambda n: n * 3)),
    "plain, length too small": _in_plain(_length(lambda n: n - 200)),
    "plain, length zero": _in_plain(_length(lambda _: 0)),
    "plain, length negative": _in_plain(_length(lambda n: -n)),
    "plain, length no number": _in_plain(_length(lambda _: "many")),
    "plain, length of a thousand digits": _in_plain(_length(lambda _: "9" * 1000)),
    "plain, no end": _in_plain(lambda d: d[:-4]),
    "plain, bytes lost": _in_plain(lambda d: d[:600] + d[620:]),
    "plain, bytes too many": _in_plain(lambda d: d[:600] + _noise(20) + d[600:]),
    "plain, record lost but for its end": _in_plain(lambda d: d[-30:]),
    "plain, record lost but for its begin": _in_plain(lambda d: d[:30]),
    "plain, digest does not agree": _bad_digest,
    "plain, three records zeroed": _whole(lambda p: (
        b"".join(bytes(len(d)) if 10 <= n < 13 else d for n, d in enumerate(p)), {10, 11, 12})),
    "plain, noise over two records": _whole(lambda p: (
        _over(b"".join(p), sum(map(len, p[:10])) + 400, _noise(1500)), {10, 11})),
    "plain, noise between": _whole(lambda p: (b"".join([*p[:9], _noise(3000), *p[9:]]), set())),
    "plain, zeros between": _whole(lambda p: (b"".join([*p[:9], bytes(3000), *p[9:]]), set())),
    "plain, begin lost": _whole(lambda p: (b"".join(p)[700:], {0})),
    "plain, begin zeroed": _whole(lambda p: (_over(b"".join(p), 0, bytes(700)), {0})),
    "plain, cut in a text": _whole(lambda p: (b"".join(p)[:-300], {RECORDS - 1})),
    "plain, cut in a header": _whole(lambda p: (b"".join(p)[: -len(p[-1]) + 90], {RECORDS - 1})),
    "plain, end zeroed": _whole(lambda p: (b"".join(p)[:-500] + bytes(500), {RECORDS - 1})),
    "plain, zeros behind": _whole(lambda p: (b"".join(p) + bytes(5000), set())),
    "plain, every fifth header": _whole(_every_fifth(4)),
    "gzip, five bad bytes": _in_gzip(lambda d: _over(d, 300, b"\0\xff\0\xff\0")),
    "gzip, one bit": _in_gzip(lambda d: _over(d, 300, bytes([d[300] ^ 1]))),
    "gzip, magic broken": _in_gzip(lambda d: _over(d, 0, b"\0\0")),
    "gzip, method broken": _in_gzip(lambda d: _over(d, 2, b"\7")),
    "gzip, flags broken": _in_gzip(lambda d: _over(d, 3, b"\x1f")),
    "gzip, checksum broken": _in_gzip(lambda d: _over(d, len(d) - 8, b"\0\1\2\3")),
    "gzip, size broken": _in_gzip(lambda d: _over(d, len(d) - 4, b"\xff\xff\xff\xff")),
    "gzip, bytes lost": _in_gzip(lambda d: d[:300] + d[305:]),
    "gzip, bytes too many": _in_gzip(lambda d: d[:300] + _noise(7) + d[300:]),
    "gzip, member zeroed": _in_gzip(lambda d: bytes(len(d))),
    "gzip, member of noise": _in_gzip(lambda d: _noise(len(d))),
    "gzip, member cut": _in_gzip(lambda d: d[:400]),
    "gzip, first member": _in_gzip(lambda d: _over(d, 20, b"#####"), at=0),
    "gzip, last member": _in_gzip(lambda d: _over(d, 200, b"#####"), at=-1),
    "gzip, cut": _in_gzip(lambda d: d[:250], at=-1),
    "gzip, record cut before it was packed": _in_gzip(lambda d: gzip.compress(gzip.decompress(d)[:500])),
    "gzip, zeros between": _whole(lambda p: (b"".join([*p[:9], bytes(3000), *p[9:]]), set()), packed=True),
    "gzip, zeros behind": _whole(lambda p: (b"".join(p) + bytes(5000), set()), packed=True),
    "gzip, noise over three members": _whole(lambda p: (
        _over(b"".join(p), sum(map(len, p[:10])) + 50, _noise(1600)), {10, 11, 12}), packed=True),
    "gzip, every fifth member": _whole(_every_fifth(100), packed=True),
    "gzip, many records in a member": _many_in_a_member,
    "gzip, the file one member": _one_member,
}
"""Name → what makes the file. A name begins with how it is packed."""
