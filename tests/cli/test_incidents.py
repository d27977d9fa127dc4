"""``facta incidents``: from a folder of articles to events told once, and back."""

import json
import shutil

import pytest
from benchmarks.incidents.goldset import codings_by_hand
from tests.store.made import ORIGIN

from facta.store.rows import coding_rows
from facta.store.writer import Batch, Writer


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a store with the gold articles of one region."""
    store = tmp_path_factory.mktemp("incidents") / "s"
    pages = [coding_rows(coding, ORIGIN) for coding in codings_by_hand()][:40]
    with Writer(store) as writer:
        writer.commit(Batch(shard="a", sources=["x"], pages=pages, coder_version="9", coder_digest="0"), "run")
    return store


@pytest.fixture
def store(made, tmp_path, run):
    """Return a store of one's own with its incidents."""
    shutil.copytree(made, tmp_path / "s")
    done = run("incidents", "update", "--store", tmp_path / "s", "--json")
    assert list(json.loads(done.stdout)) == ["since", "reports", "incidents", "seconds"]
    return tmp_path / "s"


def rows(run, store, *options):
    return [json.loads(line) for line in run("incidents", "--store", store, "--json", *options).stdout.splitlines()]


def test_a_second_update_has_nothing_to_do(run, store):
    """It says so."""
    assert run("incidents", "update", "--store", store).stdout == "nothing new\n"


@pytest.mark.parametrize("options", [
    ["--actor", "chl"], ["--recipient", "KEN"], ["--type", "assault"], ["--status", "denied"],
    ["--since", "2031-08-01"], ["--until", "2031-07-31"], ["--said-by", "KEN"],
])
def test_filters(run, store, options):
    """Each filter leaves some and drops some, and what is left has what was asked for."""
    found, everything = rows(run, store, *options), rows(run, store)
    assert 0 < len(found) < len(everything)
    column = {"--actor": "actor_codes", "--recipient": "recipient_codes", "--said-by": "said_by"}.get(options[0])
    if column:
        assert all(options[1].upper() in row[column] for row in found)


def test_a_quote_in_a_filter_is_text(run, store):
    """What is filtered by is never read as SQL."""
    assert rows(run, store, "--type", "x' or 'a' = 'a") == []


def test_forms(run, store, tmp_path):
    """Incidents are a table for people, JSON lines, CSV or a Parquet file, of which one is chosen."""
    assert "whom" in run("incidents", "--store", store).stdout
    assert run("incidents", "--store", store, "--csv").stdout.splitlines()[0].startswith("id,type,")
    assert run("incidents", "--store", store, "--parquet", tmp_path / "i.parquet").exit_code == 0
    assert (tmp_path / "i.parquet").read_bytes()[:4] == b"PAR1"
    assert run("incidents", "--store", store, "--parquet", tmp_path / "no" / "i.parquet").stderr.startswith("[U33]")
    for wrong in (["--csv", "--json", "--store", store], ["--csv"], ["--store", store, "--status", "maybe"]):
        assert run("incidents", *wrong).exit_code == 2


def test_corrections_by_command(run, store):
    """Merge, split and undo print the id of their entry; the ledger lists them; the table follows."""
    before = rows(run, store)
    ids = [row["id"] for row in before[:2]]
    entry = run("incidents", "merge", *ids, "--store", store, "--reason", "one raid").stdout.strip()
    assert len(rows(run, store)) == len(before) - 1
    one = max(rows(run, store), key=lambda row: len(row["event_ids"]))
    assert run("incidents", "split", one["id"], one["event_ids"][0], "--store", store).exit_code == 0
    assert len(rows(run, store)) == len(before)
    listed = run("incidents", "ledger", "--store", store, "--json").stdout.splitlines()
    assert [json.loads(line)["verdict"] for line in listed] == ["merge", "split"]
    assert json.loads(listed[0])["reason"] == "one raid"
    for line in reversed(listed):
        assert run("incidents", "undo", json.loads(line)["id"][:12], "--store", store).exit_code == 0
    assert json.loads(listed[0])["id"] == entry
    assert rows(run, store) == before
    assert run("store", "check", store).stdout.splitlines()[-1] == "clean"


def test_wrong_usage(run, store, tmp_path):
    """What names nothing ends with status 2 and one line."""
    for command in (["merge", "zz", "yy"], ["split", "zz", "a"], ["undo", "zz"]):
        done = run("incidents", *command, "--store", store)
        assert done.exit_code == 2
        assert done.stderr.startswith("[U4")
    assert run("incidents", "merge", "zz", "--store", store).exit_code == 2
    assert run("incidents", "update", "--store", tmp_path / "nowhere").stderr.startswith("[T01]")
