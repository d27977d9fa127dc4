"""SQL sees the tables and nothing else, and its answers come as plain values."""

import json
import socket

import pytest
from tests.store.made import batch

from facta.errors import UsageError
from facta.store.query import View, as_json
from facta.store.seen import Seen, np
from facta.store.tables import TABLES
from facta.store.writer import Writer


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    store = tmp_path_factory.mktemp("store") / "s"
    with Writer(store) as writer:
        writer.commit(batch("one", "a", "b"), "run")
        writer.record("run", "finished", articles=2)
    return View(store)


def test_rows_are_plain(view):
    """Days, moments, lists and objects of a row are JSON that means the same."""
    row = json.loads(as_json(next(view.rows("select * from events join runs on true limit 1"))))
    assert row["when_start"] == "2019-05-15"
    assert row["actor_codes"] == ["PER"]
    assert row["actors"][0]["sector"] == "GOV"
    assert row["moment"].startswith("20")


def test_many_rows(view):
    """A query may give more rows than are fetched at once."""
    assert sum(1 for _ in view.rows("select * from range(25000)")) == 25_000


def test_a_table_for_other_tools(view):
    """What a query gives is an Arrow table, too."""
    assert view.table("select id from articles").num_rows == 2


@pytest.mark.parametrize("query", [
    "selec", "", "select nothing from articles", "select * from nowhere", "select * from '/etc/passwd'",
    "select * from read_csv('/etc/passwd')", "copy articles to '/tmp/stolen.csv'", "attach '/tmp/other.db'",
    "install httpfs", "set enable_external_access = true", "select 1/0::varchar::int from articles where id = 'x'::int",
])
def test_wrong_queries(view, query):
    """A query that is wrong, or reaches outside, is refused in one line."""
    with pytest.raises(UsageError, match=r"^\[U31\] [^\n]+$"):
        list(view.rows(query))


def test_no_network(view, monkeypatch):
    """No query opens a connection."""
    monkeypatch.setattr(socket, "socket", lambda *_: pytest.fail("a connection was opened"))
    with pytest.raises(UsageError):
        list(view.rows("select * from read_parquet('http://127.0.0.1:9/x.parquet')"))


def test_every_column_is_explained():
    """Every table and column says what it holds, in the schema that other engines read, too."""
    for table in TABLES.values():
        assert table.doc.startswith(("One row", "Two rows"))
        assert table.key in table.schema.names
        for column in table.schema:
            assert len(column.metadata[b"comment"]) > 3


@pytest.mark.parametrize("name", TABLES)
def test_columns_need_no_quotes(view, name):
    """No column has a name that SQL wants quoted."""
    columns = ", ".join(f"{name}.{column}, {column}" for column in TABLES[name].schema.names)
    found = view.table(f"select {columns} from {name}")  # noqa: S608 - our own names
    assert found.num_columns == 2 * len(TABLES[name].schema)


def test_ids_that_were_seen(monkeypatch):
    """The set of ids knows exactly those that it was given, also when it is sorted anew."""
    monkeypatch.setattr("facta.store.seen._FRESH", 7)
    first = [f"{n * n:016x}" for n in range(50)]
    seen = Seen(np.array([int(i, 16) for i in first[:20]], dtype=np.uint64))
    assert [seen.add(i) for i in first] == [False] * 20 + [True] * 30
    assert [i in seen for i in first] == [True] * 50
    assert [f"{n:016x}" in seen for n in range(100)] == [n in {0, 1, 4, 9, 16, 25, 36, 49, 64, 81} for n in range(100)]
