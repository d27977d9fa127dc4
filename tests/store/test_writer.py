"""A shard is committed once or not at all, whatever happens in between."""

import json
import os
import shutil
import subprocess
from itertools import count

import pytest
from tests.store.made import batch

from facta.errors import StoreError
from facta.store import delta, pending
from facta.store.check import check, compact, vacuum
from facta.store.query import View
from facta.store.tables import RECORDS, SCHEMA_VERSION, TABLES
from facta.store.writer import Writer

MORE = "more or fewer than the shards say"


def everything(store):
    """Return all records of a store, sorted, as one compares them between runs."""
    view = View(store)
    return {name: sorted(map(repr, view.rows(f"select * from {name}"))) for name in RECORDS}  # noqa: S608


def test_what_goes_in_comes_out(tmp_path):
    """Each article, claim, event, link and failure is a row, and the counts say so."""
    with Writer(tmp_path / "s") as writer:
        counts = writer.commit(batch("one", "Peru recalled its envoy from Chad.", "!bad.html"), "run")
    assert (counts.articles, counts.events, counts.links, counts.failures, counts.skipped) == (1, 1, 4, 1, 0)
    rows, problems = check(tmp_path / "s")
    assert problems == []
    assert {name: rows[name] for name in RECORDS} == {
        "articles": 1, "claims": 1, "events": 1, "links": 4, "failures": 1,
    }
    row = next(View(tmp_path / "s").rows("select * from events"))
    assert (row["type"], row["confidence"], str(row["when_start"])) == ("SANCTION", 0.9124, "2019-05-15")
    assert row["actors"][0]["code"] == "PER"


def test_a_shard_is_committed_once(tmp_path):
    """The same shard again adds nothing, in the same process or another."""
    for _ in range(2):
        with Writer(tmp_path / "s") as writer:
            for _ in range(2):
                writer.commit(batch("one", "a", "b", "!c"), "run")
    assert check(tmp_path / "s")[0]["articles"] == 2
    assert check(tmp_path / "s")[0]["shards"] == 1


def test_what_is_there_from_elsewhere_is_skipped(tmp_path):
    """The same article or failure in another shard is counted as skipped; its records are not doubled."""
    with Writer(tmp_path / "s") as writer:
        writer.commit(batch("one", "a", "!c"), "run")
        counts = writer.commit(batch("two", "b", "a", "b", "!c"), "run")
    assert (counts.pages, counts.articles, counts.events, counts.skipped, counts.failures) == (4, 1, 1, 3, 0)
    assert check(tmp_path / "s")[1] == []


class Struck(BaseException):
    """What a process that is killed feels: nothing is tidied up."""


def struck(monkeypatch, module, name, at):
    """Let the ``at``-th call of a function strike the process before it does anything."""
    real, calls = getattr(module, name), count()

    def maybe(*arguments, **more):
        if next(calls) == at:
            raise Struck
        return real(*arguments, **more)

    monkeypatch.setattr(module, name, maybe)


@pytest.mark.parametrize(("module", "name", "at"), [
    (pending, "put", 0), *((delta, "write_deltalake", n) for n in range(6)), (pending, "done", 0),
])
def test_a_commit_that_was_cut_short_is_finished(tmp_path, monkeypatch, module, name, at):
    """Struck before any of its steps, a commit is finished by the next writer, or made again; nothing twice."""
    wanted, store = tmp_path / "wanted", tmp_path / "s"
    shards = [batch("one", "a", "!x"), batch("two", "b", "c", "a", "!y")]
    with Writer(wanted) as writer:
        for shard in shards:
            writer.commit(shard, "run")
    with Writer(store) as writer:
        writer.commit(shards[0], "run")
    with monkeypatch.context() as patch, Writer(store) as writer:
        struck(patch, module, name, at)
        with pytest.raises(Struck):
            writer.commit(shards[1], "run")
    with Writer(store) as writer:
        writer.commit(batch("three", "c"), "run")  # another input between: it must not take the place of what waits
        writer.commit(shards[1], "run")
    assert check(store)[1] == []
    assert everything(store) == everything(wanted)


@pytest.mark.parametrize("made", range(len(TABLES)))
def test_a_store_that_was_cut_short_in_the_making(tmp_path, monkeypatch, made):
    """Killed while it makes its tables, a store is made to its end by the next writer; readers find it empty."""
    with monkeypatch.context() as patch:
        struck(patch, delta.DeltaTable, "create", made)
        with pytest.raises(Struck):
            Writer(tmp_path / "s")
    assert list(View(tmp_path / "s").rows("select * from articles")) == []
    with Writer(tmp_path / "s") as writer:
        writer.commit(batch("one", "a"), "run")
    assert check(tmp_path / "s")[1] == []


def test_two_writers(tmp_path):
    """The second writer is told so and harms nothing; when the first has gone it may write."""
    with Writer(tmp_path / "s") as writer:
        with pytest.raises(StoreError, match=r"\[T05\].*another process"):
            Writer(tmp_path / "s")
        writer.commit(batch("one", "a"), "run")
    with Writer(tmp_path / "s") as writer:
        assert writer.has("one")


def test_readers_do_not_wait(tmp_path):
    """A reader sees the store as it was when it was opened, while a writer goes on."""
    with Writer(tmp_path / "s") as writer:
        writer.commit(batch("one", "a"), "run")
        view = View(tmp_path / "s")
        writer.commit(batch("two", "b"), "run")
        assert [row["n"] for row in view.rows("select count(*) n from articles")] == [1]
    assert [row["n"] for row in View(tmp_path / "s").rows("select count(*) n from articles")] == [2]


def test_a_newer_store_is_refused(tmp_path):
    """A store of a newer version is neither read nor written, with a clear word."""
    Writer(tmp_path / "s").__exit__(None, None, None)
    marker = tmp_path / "s" / "facta.json"
    newer = {"schema": SCHEMA_VERSION + 1, "made_by": "facta 99"}
    marker.write_text(json.dumps({**json.loads(marker.read_text()), **newer}))
    for door in (Writer, View, check, compact, vacuum):
        with pytest.raises(StoreError, match=r"\[T03\].*newer version \(facta 99"):
            door(tmp_path / "s")


def test_no_store(tmp_path):
    """Nothing there, something else there, or a marker that is none: each is told, and nothing is touched."""
    with pytest.raises(StoreError, match=r"\[T01\]"):
        View(tmp_path / "nowhere")
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(StoreError, match=r"\[T02\].*not empty"):
        Writer(tmp_path)
    (tmp_path / "facta.json").write_text("[]")
    with pytest.raises(StoreError, match=r"\[T02\].*marker"):
        Writer(tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"letter.txt", "facta.json"}


def test_a_store_that_is_gone(tmp_path):
    """When the disk goes in the midst of work, the next commit says so and makes no store of its own there."""
    store, away = tmp_path / "s", tmp_path / "away"
    with Writer(store) as writer:
        writer.commit(batch("one", "a"), "run")
        store.rename(away)
        store.mkdir()
        with pytest.raises(StoreError, match=r"\[T04\].*gone"):
            writer.commit(batch("two", "b"), "run")
        assert list(store.iterdir()) == []
    store.rmdir()
    away.rename(store)
    with Writer(store) as writer:
        writer.commit(batch("two", "b"), "run")
    assert check(store)[0]["articles"] == 2
    assert check(store)[1] == []


def mounted(place, *options):
    """Mount a small disk in memory, or skip where that is not allowed."""
    place.mkdir(exist_ok=True)
    if os.name != "posix" or shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("no right to mount a disk")
    command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(place)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own test disk
    if done.returncode:
        pytest.skip("no right to mount a disk")


@pytest.fixture
def disk(tmp_path):
    """Yield the place for a disk, which is taken away at the end."""
    place = tmp_path / "disk"
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)  # noqa: S603, S607


def test_a_full_disk(disk):
    """When the disk is full the writer says so; with room made, everything is there once."""
    mounted(disk, "size=600k")
    store, texts = disk / "s", [os.urandom(20_000).hex() for _ in range(12)]
    with Writer(store) as writer, pytest.raises(StoreError, match=r"\[T06\].*(?i:space)"):
        [writer.commit(batch(f"shard{n}", text), "run") for n, text in enumerate(texts)]
    assert len(list(View(store).rows("select id from articles"))) < len(texts)
    subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)  # noqa: S603, S607
    with Writer(store) as writer:
        for n, text in enumerate(texts):
            writer.commit(batch(f"shard{n}", text), "run")
    assert check(store)[0]["articles"] == len(texts)
    assert check(store)[1] == []


def test_a_disk_that_may_only_be_read(disk):
    """A store on a read-only disk is read; writing is refused with the reason."""
    mounted(disk, "size=5m")
    with Writer(disk / "s") as writer:
        writer.commit(batch("one", "a"), "run")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S603, S607
    assert check(disk / "s")[1] == []
    for place in (disk / "s", disk / "new"):
        with pytest.raises(StoreError, match=r"\[T06\].*(?i:read-only)"):
            Writer(place)


def test_a_system_that_refuses(tmp_path, monkeypatch):
    """A refusal in the midst of a commit is told as such, also where no disk can be mounted; then it goes on."""
    def refuse(*_, **__):
        raise OSError(28, "No space left on device")

    with Writer(tmp_path / "s") as writer, monkeypatch.context() as patch:
        patch.setattr(delta, "write_deltalake", refuse)
        with pytest.raises(StoreError, match=r"\[T06\].*No space left"):
            writer.commit(batch("one", "a"), "run")
    assert [p.what for p in check(tmp_path / "s")[1]] == [
        "shards whose commit was cut short; the next ingest finishes them",
    ]
    with pytest.raises(StoreError, match=r"\[T09\]"):
        vacuum(tmp_path / "s")
    with Writer(tmp_path / "s") as writer:
        assert writer.finished == ("one",)
    assert check(tmp_path / "s") == ({**dict.fromkeys(TABLES, 0), "articles": 1, "claims": 1, "events": 1, "links": 4,
                                      "shards": 1}, [])


def test_upkeep_changes_no_record(tmp_path):
    """Compaction and cleaning leave fewer files and the same records; a reader from before goes on."""
    store = tmp_path / "s"
    with Writer(store) as writer:
        for n in range(5):
            writer.commit(batch(f"shard{n}", f"text {n}"), "run")
    before, view = everything(store), View(store)
    assert compact(store)["articles"] == (5, 1)
    assert len(list(view.rows("select * from articles"))) == 5
    assert vacuum(store, hours=0, really=False)["articles"] == 5
    assert vacuum(store, hours=0)["articles"] == 5
    assert len(list((store / "articles").glob("*.parquet"))) == 1
    assert everything(store) == before
    assert check(store)[1] == []


@pytest.mark.parametrize(("query", "what"), [
    ("insert into events select * from events", "add a row twice"), ("delete from links", "take rows away"),
])
def test_check_finds_what_is_wrong(tmp_path, query, what):
    """A row doubled or lost behind Facta's back is found."""
    import deltalake

    with Writer(tmp_path / "s") as writer:
        writer.commit(batch("one", "a", "b"), "run")
    if query.startswith("insert"):
        table = deltalake.DeltaTable(tmp_path / "s" / "events")
        deltalake.write_deltalake(table, table.to_pyarrow_table(), mode="append")
        wrong = {("events", 2, f"rows {words}") for words in ("whose id stands there already", MORE)}
    else:
        deltalake.DeltaTable(tmp_path / "s" / "links").delete("role = 'place'")
        wrong = {("links", 2, f"rows {MORE}")}
    assert {(p.table, p.rows, p.what) for p in check(tmp_path / "s")[1]} == wrong, what
