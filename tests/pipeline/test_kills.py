"""``kill -9`` of driver or worker at random moments loses nothing and doubles nothing."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.kills.harness import kill_at_random

from facta.store.check import check
from facta.store.query import View
from facta.store.tables import RECORDS

ROOT = Path(__file__).parents[2]
KILLS = 25
PAGES = 160
SHARD_PAGES = 4


def everything(store):
    view = View(store)
    return {name: sorted(map(repr, view.rows(f"select * from {name}"))) for name in RECORDS}  # noqa: S608


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_nothing_is_lost_and_nothing_doubled(tmp_path, monkeypatch):
    """After 25 kills at random moments, every store holds each record once, the same as after a run in peace."""
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"text": f"Page {n} says something."}) + "\n" for n in range(PAGES)))
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("STAND_IN_SECONDS", "0.005")

    def command(store):
        return [sys.executable, "-m", "tests.pipeline.stand_in", str(store), "2", str(SHARD_PAGES), str(source)]

    subprocess.run(command(tmp_path / "peace"), check=True, capture_output=True)  # noqa: S603 - our own program
    wanted = everything(tmp_path / "peace")
    assert len(wanted["events"]) == PAGES
    tally = kill_at_random(command, tmp_path, kills=KILLS, seconds=(0.3, 2.4), dice=random.Random(11))  # noqa: S311
    assert (tally.driver, tally.worker) == (15, 10)
    for store in tally.stores:
        assert check(store)[1] == []
        assert everything(store) == wanted
    assert not list(tmp_path.glob("store*/_pending/*"))
