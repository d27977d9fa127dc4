"""``facta ingest``, ``sql`` and ``store``: what users and programs see."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facta.store.writer import Writer

PAGES = Path(__file__).parents[1] / "golden" / "pages"


@pytest.fixture(scope="module")
def ingested(tmp_path_factory):
    """Return a store into which the golden pages and a bad file were ingested, and what the command printed."""
    folder = tmp_path_factory.mktemp("ingest")
    (folder / "bad.html").write_bytes(b"\x00\x01" * 500)
    facta, sources = [sys.executable, "-m", "facta", "ingest"], [str(PAGES), str(folder / "bad.html")]
    command = [*facta, *sources, "--store", str(folder / "s"), "--workers", "1", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return folder / "s", done


def test_the_summary_of_a_run(ingested):
    """It ends with one line of JSON with these fields; what failed is named; the exit status says so."""
    _, done = ingested
    summary = json.loads(done.stdout.splitlines()[-1])
    assert list(summary) == ["articles", "events", "failures", "skipped", "seconds"]
    assert summary["articles"] == sum(1 for _ in PAGES.iterdir())
    assert (summary["failures"], summary["skipped"]) == (1, 0)
    assert summary["events"] > 100
    assert done.stderr.startswith("[S04] ")
    assert done.stderr.count("\n") == 1
    assert done.returncode == 1


def test_the_records_are_those_of_code(run, ingested):
    """What is ingested is what `facta code` says of the same pages."""
    store, _ = ingested
    coded = [json.loads(line) for line in run("code", "--json", PAGES).stdout.splitlines()]
    answer = run("sql", "--json", "--store", store, "select * from events").stdout
    rows = [json.loads(line) for line in answer.splitlines()]
    events = {event["id"]: event for article in coded for event in article["events"]}
    assert set(events) == {row["id"] for row in rows}
    for row in rows:
        event = events[row["id"]]
        assert [a["code"] for a in row["actors"]] == [a["code"] for a in event["actors"]]
        assert (row["type"], row["status"], row["happened"], row["voice"], row["evidence"], row["confidence"]) == (
            event["type"], event["status"], event["happened"], event["voice"], event["evidence"]["text"],
            event["confidence"],
        )
        assert (row["when_start"] is None) == (event["when"] is None)
    articles = run("sql", "--json", "--store", store, "select count(*) n, count(distinct id) d from articles").stdout
    assert json.loads(articles) == {"n": len(coded), "d": len(coded)}


def test_forms_of_an_answer(run, ingested):
    """An answer is a table for people, JSON lines or CSV; of one without rows there is nothing to show."""
    store, _ = ingested
    query = "select status, actor_codes from events where type = 'COERCE' order by all limit 2"
    assert "status" in run("sql", query, "--store", store).stdout
    assert run("sql", query, "--store", store, "--csv").stdout.splitlines()[0] == "status,actor_codes"
    for form in ([], ["--csv"], ["--json"]):
        assert run("sql", "select * from incidents", "--store", store, *form).stdout == ""
    assert run("sql", query, "--store", store, "--csv", "--json").exit_code == 2


def test_csv_holds_no_formula(run, ingested):
    """Words that a spreadsheet would run begin with an apostrophe; numbers and a lone sign stay as they are."""
    query = "select '=1+1' a, ' @sum(1)' b, '-' c, -1.5 d, 'plain' e"
    done = run("sql", query, "--store", ingested[0], "--csv").stdout.splitlines()
    assert done == ["a,b,c,d,e", "'=1+1,' @sum(1),-,-1.5,plain"]


def test_a_wrong_query_is_wrong_usage(run, ingested):
    """A query that cannot be answered ends with status 2 and one line."""
    done = run("sql", "selec", "--store", ingested[0])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("[U31] ")


def test_upkeep(run, ingested):
    """A whole store is called clean; compaction and cleaning say what they did."""
    store, _ = ingested
    assert run("store", "check", store).stdout.splitlines()[-1] == "clean"
    assert json.loads(run("store", "check", store, "--json").stdout)["problems"] == []
    assert "files" in run("store", "compact", store).stdout
    assert "to remove" in run("store", "vacuum", store, "--dry-run").stdout
    assert run("store", "vacuum", store).exit_code == 0


def test_a_store_that_is_not_whole(run, tmp_path):
    """What is wrong is named, with status 1; what cannot be read at all has status 2."""
    import deltalake

    with Writer(tmp_path / "s") as writer:
        writer.record("run", "started")
    runs = deltalake.DeltaTable(tmp_path / "s" / "runs")
    deltalake.write_deltalake(runs, runs.to_pyarrow_table(), mode="append")
    done = run("store", "check", tmp_path / "s")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (1, "runs: 1 rows whose id stands there already")
    for command in (["store", "check"], ["store", "compact"], ["store", "vacuum"], ["sql", "select 1", "--store"]):
        done = run(*command, tmp_path / "nowhere")
        assert done.exit_code == 2
        assert done.stderr.startswith("[T01] ")


def test_two_at_once(run, tmp_path):
    """A second ingest into the same store is told so before it loads anything."""
    with Writer(tmp_path / "s"):
        done = run("ingest", PAGES, "--store", tmp_path / "s")
    assert done.exit_code == 2
    assert done.stderr.startswith("[T05] ")


@pytest.mark.parametrize("options", [
    ["--column", "text"], ["--published", "soon"], ["--workers", "0"], ["--runner", "abacus"], ["--ontology", "cameo"],
])
def test_wrong_usage(run, tmp_path, options):
    """A wrong option ends with status 2, and no store is made."""
    assert run("ingest", PAGES, "--store", tmp_path / "s", *options).exit_code == 2
    assert not (tmp_path / "s").exists()


def test_without_the_libraries(run, tmp_path, monkeypatch):
    """Where the extra is not installed, the command says how to install it."""
    monkeypatch.setattr("facta.cli.common.find_spec", lambda name: None)
    for command in (["ingest", PAGES], ["sql", "select 1"]):
        done = run(*command, "--store", tmp_path / "s")
        assert done.exit_code == 2
        assert 'pip install "facta[store]"' in done.stderr


def test_coding_needs_none_of_the_libraries():
    """`facta code` imports nothing of the store's libraries."""
    program = (
        "import sys, facta.cli as c\nsys.argv = ['facta', 'code', '--rules-only', sys.argv[1]]\n"
        "try: c.main()\nexcept SystemExit: pass\n"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & {"
        "'deltalake', 'duckdb', 'pyarrow', 'fastwarc'}), file=sys.stderr)"
    )
    page = PAGES / "trawler-rammed.html"
    done = subprocess.run([sys.executable, "-c", program, str(page)], capture_output=True, text=True,  # noqa: S603
                          check=True, env=os.environ | {"NO_COLOR": "1"})
    assert done.stderr.splitlines()[-1] == "[]"
