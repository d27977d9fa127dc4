"""Every page is coded once, whatever breaks; the same records come out with any number of workers and any shards."""

import json

import pytest
from tests.pipeline.stand_in import StandIn

from facta.errors import StoreError
from facta.pipeline.ingest import Plan, ingest
from facta.pipeline.runners.base import Limits
from facta.pipeline.runners.local import LocalRunner
from facta.pipeline.shards import shards
from facta.records import Origin
from facta.store.check import check
from facta.store.query import View
from facta.store.tables import RECORDS

PAGES = 60


def everything(store):
    view = View(store)
    return {name: sorted(map(repr, view.rows(f"select * from {name}"))) for name in RECORDS}  # noqa: S608


def run(store, *sources, workers=1, shard_pages=8, limits=None, work=None, watch=None):
    runner = LocalRunner(work or StandIn(), workers=workers, limits=limits)
    return ingest(store, Plan(sources=list(map(str, sources)), shard_pages=shard_pages), runner, watch)


def lines(path, *texts):
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    return path


@pytest.fixture
def pages(tmp_path):
    """Return a JSONL file with some pages, of which one fails and two are the same."""
    texts = [f"Page {n} says something." for n in range(PAGES - 3)]
    return lines(tmp_path / "in.jsonl", *texts, "!fail", texts[0], texts[40])


def test_a_run_and_another(tmp_path, pages):
    """The summary counts articles, events, failures and what was skipped; a second run adds nothing."""
    store, steps = tmp_path / "s", []
    summary = run(store, pages, watch=steps.append)
    assert (summary.articles, summary.events, summary.failures, summary.skipped) == (PAGES - 3, PAGES - 3, 1, 2)
    assert summary.pages == PAGES
    assert [message for step in steps for message in step.failures] == [f"[S02] {pages}:58: it is empty."]
    assert steps[-1].bytes_done == pages.stat().st_size
    before = everything(store)
    again = run(store, pages)
    assert (again.articles, again.events, again.failures, again.skipped) == (0, 0, 0, PAGES)
    assert everything(store) == before
    assert check(store)[1] == []
    told = [(r["state"], r["articles"], r["workers"]) for r in View(store).rows("select * from runs order by moment")]
    assert told == [("started", None, 1), ("finished", PAGES - 3, 1), ("started", None, 1), ("finished", 0, 1)]


def test_the_same_records_from_any_number_of_workers_and_any_shards(tmp_path, pages):
    """Records are the same, byte for byte, from one worker or two, in shards of any size."""
    ways = {"one": (1, 8), "two": (2, 8), "large": (2, 1000), "small": (1, 1)}
    for name, (workers, shard_pages) in ways.items():
        run(tmp_path / name, pages, workers=workers, shard_pages=shard_pages)
    first = everything(tmp_path / "one")
    assert len(first["events"]) == PAGES - 3
    assert all(everything(tmp_path / name) == first for name in ways)


def test_the_same_records_in_any_order(tmp_path):
    """The order of the sources changes no record."""
    files = [lines(tmp_path / f"{n}.jsonl", f"Page {n}.", f"Another {n}.") for n in range(5)]
    run(tmp_path / "a", *files)
    run(tmp_path / "b", *reversed(files))
    assert everything(tmp_path / "a") == everything(tmp_path / "b")


def test_shards_do_not_depend_on_their_neighbours(tmp_path):
    """One more file in a folder changes one shard; another coder changes all; lines added change the last."""
    from facta.article.archives.columns import Columns
    from facta.article.archives.open import items

    def ids(origin=Origin(version="1", digest="a")):  # noqa: B008 - a frozen record
        return {s.id for s in shards(items([str(tmp_path / "f"), str(tmp_path / "in.jsonl")], Columns()), origin, 8)}

    (tmp_path / "f").mkdir()
    for n in range(100):
        (tmp_path / "f" / f"{n}.txt").write_text(f"Page {n}.")
    lines(tmp_path / "in.jsonl", *map(str, range(20)))
    before = ids()
    assert 8 <= len(before) <= 30
    assert ids() == before
    assert ids(Origin(version="2", digest="a")).isdisjoint(before)
    (tmp_path / "f" / "50a.txt").write_text("One more.")
    assert len(ids() - before) in (1, 2)
    before = ids()
    lines(tmp_path / "in.jsonl", *map(str, range(22)))
    assert len(ids() - before) == 1


@pytest.mark.parametrize(("text", "limits", "words"), [
    ("!die now", Limits(), "signal 9"),
    ("!memory", Limits(), "refused memory"),
    ("!hang", Limits(seconds=0.5), "longer than 0.5 seconds"),
    ("!eat", Limits(memory_mb=400), "more than 400 MB"),
])
def test_a_page_that_ends_its_worker_is_set_aside(tmp_path, text, limits, words):
    """On the second strike the page is a failure with the reason; all others are coded, in the same run."""
    source = lines(tmp_path / "in.jsonl", *(f"Page {n}." for n in range(20)), text, *(f"More {n}." for n in range(20)))
    summary = run(tmp_path / "s", source, workers=2, limits=limits)
    assert (summary.articles, summary.failures) == (40, 1)
    failure = next(View(tmp_path / "s").rows("select * from failures"))
    assert (failure["code"], failure["stage"], failure["source"]) == ("S24", "limits", f"{source}:21")
    assert words in failure["message"]
    assert "after 2 tries" in failure["message"]
    assert check(tmp_path / "s")[1] == []


def test_one_strike_is_forgiven(tmp_path):
    """A page whose worker was killed once, by whatever, is coded."""
    source = lines(tmp_path / "in.jsonl", "Page.", f"!die-once {tmp_path / 'mark'}", "More.")
    summary = run(tmp_path / "s", source)
    assert (summary.articles, summary.failures) == (3, 0)


def test_workers_are_replaced(tmp_path, monkeypatch, pages):
    """A worker is replaced after some pages, without a loss."""
    monkeypatch.setattr("facta.pipeline.runners.local.PAGES_PER_WORKER", 15)
    summary = run(tmp_path / "s", pages, workers=2)
    assert (summary.articles, summary.failures) == (PAGES - 3, 1)


@pytest.mark.parametrize(("broken", "words"), [("raise", "cannot be loaded"), ("die", r"\[P10\].*status 3")])
def test_a_coder_that_does_not_load(tmp_path, broken, words, pages):
    """What keeps the coder from loading is told, and no run is begun."""
    from facta.errors import FactaError

    with pytest.raises(FactaError, match=words):
        run(tmp_path / "s", pages, work=StandIn(broken=broken))
    assert check(tmp_path / "s")[0]["runs"] == 0


def test_no_worker_is_left(tmp_path, pages):
    """When a run ends in any way, so do its workers, and the reason stands in its record."""
    import psutil

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "s", pages, workers=2, watch=stop)
    assert [p for p in psutil.Process().children() if "spawn_main" in " ".join(p.cmdline())] == []
    assert [r["reason"] for r in View(tmp_path / "s").rows("select * from runs where state = 'stopped'")] == [
        "KeyboardInterrupt",
    ]
    assert run(tmp_path / "s", pages).articles > 0
    assert check(tmp_path / "s")[1] == []


def test_a_store_that_goes_in_the_midst(tmp_path, pages):
    """When the disk with the store goes, the run ends with a word; when it is back, the run goes on."""
    store, away = tmp_path / "s", tmp_path / "away"

    def go(_):
        if store.exists():
            store.rename(away)

    with pytest.raises(StoreError, match=r"\[T04\]"):
        run(store, pages, watch=go)
    assert not store.exists()
    away.rename(store)
    summary = run(store, pages)
    assert 0 < summary.articles < PAGES
    rows, problems = check(store)
    assert (rows["articles"], problems) == (PAGES - 3, [])


def test_damage_is_a_failure(tmp_path):
    """Damage in an archive is kept as a failure, once, however often it is met."""
    from tests.article.archives.damaged import KINDS

    data, _ = KINDS["gzip, five bad bytes"]()
    (tmp_path / "a.warc.gz").write_bytes(data)
    work = StandIn()
    for _ in range(2):
        runner = LocalRunner(work)
        summary = ingest(tmp_path / "s", Plan(sources=[str(tmp_path / "a.warc.gz")]), runner)
    rows = list(View(tmp_path / "s").rows("select code, stage from failures"))
    assert summary.failures == 0
    assert {"code": "S31", "stage": "archive"} in rows


def test_nothing_to_do(tmp_path):
    """An empty folder is a failure that is told; the store is there all the same."""
    (tmp_path / "empty").mkdir()
    summary = run(tmp_path / "s", tmp_path / "empty")
    assert (summary.articles, summary.failures) == (0, 1)
    assert check(tmp_path / "s")[1] == []


