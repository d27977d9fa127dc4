"""Incidents in a store: updates in any order, corrections, and a whole table whatever happens."""

import random
from dataclasses import replace

import pyarrow as pa
import pytest
from benchmarks.incidents.goldset import codings_by_hand
from tests.store.made import ORIGIN

from facta.errors import FactaError
from facta.pipeline.incidents import merge, split, undo, update
from facta.store.check import check
from facta.store.query import View
from facta.store.rows import coding_rows
from facta.store.tables import TABLES
from facta.store.writer import Batch, Writer

EVERYTHING = "select * from incidents order by id"


@pytest.fixture(scope="module")
def pages():
    return [coding_rows(coding, ORIGIN) for coding in codings_by_hand()]


def fill(store, pages, name="all"):
    batch = Batch(shard=name, sources=["x"], pages=pages, coder_version="9", coder_digest="0")
    with Writer(store) as writer:
        writer.commit(batch, "run")


def rows(store, query=EVERYTHING):
    return list(View(store).rows(query))


@pytest.fixture
def whole(tmp_path, pages):
    """Return a store with all articles and their incidents."""
    fill(tmp_path / "whole", pages)
    update(tmp_path / "whole")
    return tmp_path / "whole"


def test_incidents_of_a_store(whole):
    """Every deed is in one incident; copies are counted once; a second update does nothing."""
    found = rows(whole)
    assert len(found) == 45
    assert check(whole)[1] == []
    peru = next(r for r in found if r["place"] == "tumbes")
    assert (peru["reports"], peru["independent_reports"], len(peru["publishers"])) == (4, 2, 4)
    assert update(whole).incidents == 0
    assert rows(whole) == found


@pytest.mark.parametrize("seed", range(3))
def test_in_any_order_and_in_any_pieces(tmp_path, pages, whole, seed):
    """Articles that come shuffled, in pieces, with updates between them give the same incidents as all at once."""
    mixed = list(pages)
    random.Random(seed).shuffle(mixed)  # noqa: S311
    for n in range(4):
        fill(tmp_path / "pieces", mixed[n * 31 : (n + 1) * 31], str(n))
        update(tmp_path / "pieces")
    assert rows(tmp_path / "pieces") == rows(whole)
    update(tmp_path / "pieces", whole=True)
    assert rows(tmp_path / "pieces") == rows(whole)


def test_what_is_new_is_worked_in_from_its_day_on(tmp_path, pages, whole):
    """Old incidents that nothing new can touch are not made again."""
    late = [p for p in pages if str(p["articles"][0]["published_start"]) >= "2031-12-01"]
    fill(tmp_path / "s", [p for p in pages if p not in late])
    update(tmp_path / "s")
    fill(tmp_path / "s", late, "late")
    done = update(tmp_path / "s")
    assert done.since == "2031-12-01"
    assert done.reports == sum(len(p["events"]) for p in late)
    assert rows(tmp_path / "s") == rows(whole)


def test_corrections(whole):
    """What is merged is one row, what is split two; undone, the table is what it was; the ledger keeps all."""
    before = rows(whole)
    one, other = (next(r["id"] for r in before if r["place"] == place) for place in ("tumbes", "machala"))
    first = merge(whole, [one, other], "one quarrel")
    merged = next(r for r in rows(whole) if len(r["event_ids"]) == 7)
    second = split(whole, merged["id"], merged["event_ids"][:2])
    assert len(rows(whole)) == 45
    assert check(whole)[1] == []
    whole_again = rows(whole)
    update(whole, whole=True)
    assert rows(whole) == whole_again
    undo(whole, second)
    assert len(rows(whole)) == 44
    undo(whole, first)
    assert rows(whole) == before
    ledger = rows(whole, "from judgements order by position")
    assert [r["verdict"] for r in ledger] == ["merge", "split", "undo", "undo"]


def test_corrections_outlive_new_reports(tmp_path, pages, whole):
    """Corrections made early give what the same corrections give when all reports are there."""
    early = [p for p in pages if str(p["articles"][0]["published_start"]) <= "2031-06-02"]
    fill(tmp_path / "s", early)
    update(tmp_path / "s")
    events = [next(e["id"] for p in early for e in p["events"] if e["place"] == town) for town in ("Sotk", "Tegh")]

    def holding(store, event):
        return next(r["id"] for r in rows(store) if event in r["event_ids"])

    for store in (tmp_path / "s", whole):
        merge(store, [holding(store, event) for event in events])
    fill(tmp_path / "s", [p for p in pages if p not in early], "late")
    update(tmp_path / "s")
    together = [r for r in rows(tmp_path / "s") if set(events) <= set(r["event_ids"])]
    assert together == [r for r in rows(whole) if set(events) <= set(r["event_ids"])]


@pytest.mark.parametrize(("work", "code"), [
    (lambda s: merge(s, ["zz"]), "U40"), (lambda s: split(s, "zz", ["a"]), "U40"), (lambda s: undo(s, "zz"), "U42"),
    (lambda s: split(s, rows(s)[0]["id"], ["zz"]), "U41"),
])
def test_wrong_corrections_are_refused(whole, work, code):
    """An id that names nothing changes nothing."""
    before = rows(whole)
    with pytest.raises(FactaError, match=rf"\[{code}\]"):
        work(whole)
    assert rows(whole) == before
    assert rows(whole, "from judgements") == []


def test_a_store_of_an_older_version(tmp_path, pages, whole, monkeypatch):
    """A store whose incidents have fewer columns with other comments, and no ledger, is read and then served."""
    from facta.store import delta, query, writer

    table = TABLES["incidents"]
    columns = [c.with_metadata({"comment": "of old"}) for c in table.schema if c.name not in ("texts", "last_day")]
    old = {name: t for name, t in TABLES.items() if name != "judgements"}
    old["incidents"] = replace(table, schema=pa.schema(columns), ranges=())
    with monkeypatch.context() as patch:
        for module in (delta, query, writer):
            patch.setattr(module, "TABLES", old)
        fill(tmp_path / "s", pages)
    assert rows(tmp_path / "s", "select texts from incidents") == []
    assert rows(tmp_path / "s", "from judgements") == []
    assert check(tmp_path / "s")[1] == []
    update(tmp_path / "s")
    assert rows(tmp_path / "s") == rows(whole)


def test_a_failing_update_leaves_the_incidents_as_they_were(tmp_path, pages, whole, monkeypatch):
    """What stops an update half-way changes nothing, and the next one does the work."""
    from facta.pipeline import incidents

    before = rows(whole)
    real, calls = incidents.settle, iter(range(1000))

    def failing(reports):
        if next(calls) > 20:
            raise MemoryError
        return real(reports)

    with monkeypatch.context() as patch:
        patch.setattr(incidents, "settle", failing)
        with pytest.raises(Exception):  # noqa: B017, PT011 - the table format wraps it
            update(whole, whole=True)
    assert rows(whole) == before
    assert update(whole, whole=True).incidents == len(before)
