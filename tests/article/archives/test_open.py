"""Files, folders, patterns, JSONL and Parquet give their pages in a fixed order; what cannot be read is told."""

import gzip
import json
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from facta.article.archives.columns import Columns
from facta.article.archives.open import items, size
from facta.article.archives.page import Damage, Page
from facta.errors import UsageError

ROWS = [
    {"text": "Peru recalled its envoy.", "url": "http://a.b/1", "date": "2019-05-16T08:00:00Z", "title": "Envoy"},
    {"text": "Chad met Togo.", "published": {"start": "2019-05-16", "end": "2019-05-17"}, "publisher": "Herald"},
    {"html": "<p>Chad met Togo again.</p>", "date": "soon"},
]


def found(*sources, columns=()):
    out = list(items(map(str, sources), Columns.of(columns)))
    return [i for i in out if isinstance(i, Page)], [i for i in out if isinstance(i, Damage)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz"])
def test_jsonl(tmp_path, name):
    """Each line is a page with what the line says about it; the name tells the line."""
    data = "\n".join([json.dumps(ROWS[0]), "", *map(json.dumps, ROWS[1:])]).encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    pages, damage = found(path)
    assert damage == []
    assert [p.name for p in pages] == [f"{path}:1", f"{path}:3", f"{path}:4"]
    assert [p.text for p in pages] == [ROWS[0]["text"], ROWS[1]["text"], None]
    assert pages[2].data == ROWS[2]["html"].encode()
    assert [p.published for p in pages] == ["2019-05-16", "2019-05-16/2019-05-17", None]
    assert (pages[0].url, pages[0].title, pages[1].publisher) == ("http://a.b/1", "Envoy", "Herald")
    assert {p.holder for p in pages} == {str(path)}


@pytest.mark.parametrize(("value", "day"), [
    (date(2019, 5, 16), "2019-05-16"), (datetime(2019, 5, 16, 8), "2019-05-16"), ("2019-05-16", "2019-05-16"),
])
def test_parquet(tmp_path, value, day):
    """Each row is a page, whatever type its day has."""
    table = pa.table({"body": ["Chad met Togo."] * 130, "when": [value] * 130, "n": list(range(130))})
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=50)
    pages, damage = found(tmp_path / "a.parquet", columns=["published=when"])
    assert damage == []
    assert [p.name.rpartition(":")[2] for p in pages] == [str(n) for n in range(1, 131)]
    assert {(p.text, p.published) for p in pages} == {("Chad met Togo.", day)}


def test_bad_rows(tmp_path):
    """A line that is no object, or has no text, is told by its number; the others are read."""
    lines = [json.dumps(ROWS[0]), "{", "[1]", '{"title": "no text"}', '{"text": "  "}', "\xff", json.dumps(ROWS[1])]
    (tmp_path / "a.jsonl").write_bytes("\n".join(lines).encode("latin-1"))
    pages, damage = found(tmp_path / "a.jsonl")
    assert len(pages) == 2
    assert [d.name.rpartition(":")[2] for d in damage] == ["2", "3", "4", "5", "6"]


def test_a_table_of_something_else(tmp_path):
    """A table without text is told once, not once a row."""
    (tmp_path / "a.jsonl").write_text('{"n": 1}\n' * 50)
    pq.write_table(pa.table({"n": [1, 2, 3]}), tmp_path / "b.parquet")
    pages, damage = found(tmp_path)
    assert pages == []
    assert [d.code for d in damage] == ["S30", "S30"]
    assert all("--column text=NAME" in d.message for d in damage)


@pytest.mark.parametrize(("name", "data"), [
    ("a.parquet", b"PAR1 nothing"), ("a.parquet", b""), ("a.warc", b""), ("a.jsonl.gz", b"\x1f\x8b\x08 broken"),
])
def test_broken_files(tmp_path, name, data):
    """A file that cannot be read is told, and the next one is read."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text("Chad met Togo.")
    pages, damage = found(tmp_path)
    assert ([p.name for p in pages], len(damage)) == ([str(tmp_path / "b.txt")], 1)


def test_a_cut_gzip(tmp_path):
    """Of a JSONL archive that is cut the lines before the cut are read."""
    data = gzip.compress(b"".join(json.dumps({"text": f"{n} " * 99}).encode() + b"\n" for n in range(3000)))
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) // 2])
    pages, damage = found(tmp_path)
    assert len(pages) > 1000
    assert [d.code for d in damage] == ["S30"]


def test_folders_and_patterns(tmp_path):
    """A folder gives its files by name, a pattern those that fit; nothing found is told."""
    for name in ("b.html", "a.txt", "deep/c.html", ".hidden.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Chad met Togo.")
    names = [p.name.removeprefix(str(tmp_path)) for p in found(tmp_path)[0]]
    assert names == ["/a.txt", "/b.html", "/deep/c.html"]
    names = [p.name.removeprefix(str(tmp_path)) for p in found(tmp_path / "**" / "*.html")[0]]
    assert names == ["/b.html", "/deep/c.html"]
    assert size([str(tmp_path)]) == 3 * len("Chad met Togo.")
    pages, damage = found(tmp_path / "*.pdf", tmp_path / "nowhere.html", "https://example.org/1")
    assert pages == []
    assert [d.code for d in damage] == ["S30", "S30", "S33"]


def test_a_warc_by_its_content(tmp_path):
    """A WARC is known by its first bytes, too."""
    from tests.article.archives.damaged import record

    (tmp_path / "archive").write_bytes(gzip.compress(record(1)))
    assert found(tmp_path)[0][0].url == "http://example.org/1"


def test_keys_tell_pages_apart():
    """The key of a page changes with its name, its content and what is known of it, and with nothing else."""
    page = Page(name="a", holder="h", text="x")
    others = [Page(name="b", holder="h", text="x"), Page(name="a", text="y"), Page(name="a", text="x", url="u"),
              Page(name="a", text="x", published="2019-05-16"), Page(name="a", data=b"x", digest="1")]
    assert len({page.key, *(other.key for other in others)}) == 6
    assert page.key == Page(name="a", holder="other", text="x", bytes_on_disk=7).key


@pytest.mark.parametrize("pair", ["text", "text=", "words=body", "=x"])
def test_wrong_columns(pair):
    """A pair that names no column, or no part of a page, is refused."""
    with pytest.raises(UsageError, match=r"\[U30\]"):
        Columns.of([pair])
