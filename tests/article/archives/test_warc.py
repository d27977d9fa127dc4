"""WARCs give their pages, and all of them but those that are damaged, which are told."""

import gzip
import random
import tracemalloc

import pytest
from tests.article.archives.damaged import KINDS, MIDDLE, RECORDS, record, url

from facta.article.archives import members, warc
from facta.article.archives.page import Damage, Page
from facta.article.limits import MAX_SOURCE_BYTES

ENOUGH = 0.9
"""Share of the undamaged records that must be read at least (issue: bad input)."""


def read(tmp_path, data, name="a.warc.gz"):
    path = tmp_path / name
    path.write_bytes(data)
    found = list(warc.read(path, name))
    return [i for i in found if isinstance(i, Page)], [i for i in found if isinstance(i, Damage)]


@pytest.mark.parametrize("packed", ["plain", "gzip", "one member"])
def test_a_whole_archive(tmp_path, packed):
    """Of an undamaged archive every page is read with its address, charset and content, and no damage is told."""
    records = [record(n, digest=n % 2 == 0) for n in range(RECORDS)]
    data = {"plain": b"".join(records), "gzip": b"".join(map(gzip.compress, records)),
            "one member": gzip.compress(b"".join(records))}[packed]
    pages, damage = read(tmp_path, data, "a.warc" if packed == "plain" else "a.warc.gz")
    assert damage == []
    assert [p.url for p in pages] == [url(n) for n in range(RECORDS)]
    assert all(p.data.startswith(f"<html><body><p>Page {n}. ".encode()) for n, p in enumerate(pages))
    assert {p.charset for p in pages} == {"utf-8"}
    assert len({p.name for p in pages}) == RECORDS
    assert sum(p.bytes_on_disk for p in pages) == len(data) or packed == "one member"


def test_there_are_kinds_enough():
    """Both packings are damaged in many ways."""
    assert len(KINDS) >= 50
    assert {name.partition(",")[0] for name in KINDS} == {"plain", "gzip"}


@pytest.mark.parametrize("kind", KINDS)
def test_damage_costs_only_what_it_touches(tmp_path, kind):
    """Whatever happens to a file, nine in ten of its other records are read, and the damage is told with its place."""
    data, touched = KINDS[kind]()
    pages, damage = read(tmp_path, data, "a.warc" if kind.startswith("plain") else "a.warc.gz")
    undamaged = {url(n) for n in range(RECORDS) if n not in touched}
    found = [p.url for p in pages if p.url]
    assert len(found) == len(set(found))
    assert len(undamaged.intersection(found)) >= ENOUGH * len(undamaged)
    assert damage or {url(n) for n in touched} <= set(found)
    assert all(d.code in ("S31", "S32") and d.name.startswith("a.warc") for d in damage)
    assert all(p.data.startswith(b"<html>") for p in pages if p.url in undamaged)


@pytest.mark.parametrize("packed", [False, True])
def test_noise_anywhere(tmp_path, packed):
    """Five bad bytes at a random place cost at most the two records that they can touch."""
    parts = [record(n) for n in range(RECORDS)]
    data = b"".join(map(gzip.compress, parts) if packed else parts)
    dice = random.Random(5)  # noqa: S311 - places, no secrets
    for _ in range(60):
        at = dice.randrange(len(data) - 5)
        pages, _ = read(tmp_path, data[:at] + dice.randbytes(5) + data[at + 5 :])
        assert len({p.url for p in pages} & {url(n) for n in range(RECORDS)}) >= RECORDS - 2


def http(body, *headers, status=b"200 OK", kind=b"response", target=b"http://example.org/"):
    block = b"HTTP/1.1 " + status + b"\r\n" + b"".join(h + b"\r\n" for h in headers) + b"\r\n" + body
    return (
        b"WARC/1.1\r\nWARC-Type: %b\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-06-13T00:00:00Z\r\n"
        b"WARC-Target-URI: %b\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
        b"%b\r\n\r\n" % (kind, target, len(block), block)
    )


HTML = b"Content-Type: text/html; charset=windows-1252"
BODY = b"<html><p>Caf\xe9</p></html>"


@pytest.mark.parametrize(("data", "content"), [
    (http(BODY, HTML), BODY),
    (http(BODY), BODY),
    (http(gzip.compress(BODY), HTML, b"Content-Encoding: gzip"), BODY),
    (http(BODY, HTML, b"Content-Encoding: gzip"), BODY),
    (http(b"5\r\nhello\r\n0\r\n\r\n", HTML, b"Transfer-Encoding: chunked"), b"hello"),
    (http(BODY, HTML, b"Transfer-Encoding: chunked"), BODY),
    (http(BODY, b"Content-Type: image/png"), None),
    (http(BODY, HTML, status=b"404 Not Found"), None),
    (http(BODY, HTML, kind=b"request"), None),
    (http(BODY, HTML, kind=b"revisit"), None),
    (http(BODY, HTML, target=b"metadata://crawler/log"), None),
    (http(b"", HTML), None),
])
def test_which_records_are_pages(tmp_path, data, content):
    """Pages that were found are read as they were sent, also where a header lies; the rest is passed over."""
    pages, damage = read(tmp_path, data, "a.warc")
    assert damage == []
    assert [p.data for p in pages] == ([] if content is None else [content])


@pytest.mark.parametrize("bomb", ["member", "page"])
def test_gzip_bombs(tmp_path, monkeypatch, bomb):
    """What unpacks to far more than it is, is stopped and told, takes little memory, and its neighbours are read."""
    monkeypatch.setattr(members, "HELD_BYTES", 2_000_000)
    zeros = gzip.compress(http(bytes(200_000_000), HTML) if bomb == "member" else http(
        gzip.compress(bytes(200_000_000)), HTML, b"Content-Encoding: gzip"))
    data = b"".join([gzip.compress(record(0)), zeros, gzip.compress(record(1))])
    tracemalloc.start()
    pages, damage = read(tmp_path, data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [p.url for p in pages] == [url(0), url(1)]
    assert len(damage) == 1
    assert peak < 3 * MAX_SOURCE_BYTES


def test_a_large_member_is_spooled(tmp_path, monkeypatch):
    """A file that is one large member is read through a temporary file."""
    monkeypatch.setattr(members, "HELD_BYTES", 10_000)
    pages, damage = read(tmp_path, gzip.compress(b"".join(record(n) for n in range(RECORDS))))
    assert (len(pages), damage) == (RECORDS, [])


@pytest.mark.parametrize("data", [b"", b"\0" * 1000, b"WARC/1.0\r\n", b"\x1f\x8b\x08\0", b"Dear reader,\n" * 50])
def test_what_is_no_warc(tmp_path, data):
    """A file that holds no record at all ends with a word, not with silence."""
    pages, damage = read(tmp_path, data)
    assert pages == []
    assert len(damage) == 1


def test_the_place_of_damage(tmp_path):
    """The message names the bytes of the file that were left out."""
    data, _ = KINDS["gzip, five bad bytes"]()
    _, damage = read(tmp_path, data)
    start = sum(len(gzip.compress(record(n))) for n in range(MIDDLE))
    assert f"@{start}: bytes {start} to {start + len(gzip.compress(record(MIDDLE)))} are damaged" in damage[0].message
