"""Kill an ingest with the real coder at random moments, and see that nothing is lost or doubled.

Run ``python -m benchmarks.kills [--kills 200] [--pages 100] [--seed 1] [--rules-only] [--json]``. Pages are made from
the golden articles, half of them in a WARC. Drivers and workers get ``kill -9``; every store that was filled must be
clean and hold the same records as one filled in peace. The quick version with a stand-in coder is a test
(``tests/pipeline/test_kills.py``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.kills.harness import kill_at_random, summary
from benchmarks.speed.pages import make_pages
from facta.store.check import check
from facta.store.query import View
from facta.store.tables import RECORDS

SECONDS = (0.5, 20.0)
"""Kills come within so many seconds of a start: loading takes some five, coding the pages some twenty."""


def main() -> int:
    """Kill, check and print; 1 if anything was lost or doubled."""
    options = argparse.ArgumentParser(prog="benchmarks.kills", description=__doc__)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--pages", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rules-only", action="store_true")
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = _sources(folder, given.pages)

        def command(store: Path) -> list[str]:
            more = ["--rules-only"] if given.rules_only else []
            return [sys.executable, "-m", "facta", "ingest", *sources, "--store", str(store), "--workers", "2",
                    "--shard-pages", "4", *more]

        subprocess.run(command(folder / "peace"), check=True, capture_output=True)
        wanted, begun = _everything(folder / "peace"), time.monotonic()
        tally = kill_at_random(command, folder, kills=given.kills, seconds=SECONDS, dice=random.Random(given.seed),  # noqa: S311
                               drivers=0.75)
        wrong = [str(store.name) for store in tally.stores if check(store)[1] or _everything(store) != wanted]
    rows = {name: len(rows) for name, rows in wanted.items()}
    result = {**json.loads(summary(tally)), "records": rows, "wrong_stores": wrong,
              "seconds": round(time.monotonic() - begun)}
    print(json.dumps(result) if given.json else "\n".join(f"{key:12} {value}" for key, value in result.items()))
    return 1 if wrong else 0


def _sources(folder: Path, pages: int) -> list[str]:
    """Write the pages, half as files and half as a WARC, and return what to ingest."""
    (folder / "pages").mkdir()
    made = make_pages(pages)
    with (folder / "rest.warc.gz").open("wb") as archive:
        for n, page in enumerate(made):
            if n % 2:
                archive.write(gzip.compress(_record(n, page.encode())))
            else:
                (folder / "pages" / f"{n:05}.html").write_text(page, encoding="utf-8")
    return [str(folder / "pages"), str(folder / "rest.warc.gz")]


def _record(n: int, page: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    return (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Date: 2024-06-13T00:00:00Z\r\n"
        b"WARC-Target-URI: http://example.org/%d\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (n, n, len(block), block)
    )


def _everything(store: Path) -> dict[str, list[str]]:
    view = View(store)
    return {name: sorted(map(repr, view.rows(f"select * from {name}"))) for name in RECORDS}  # noqa: S608 - our own names


if __name__ == "__main__":
    sys.exit(main())
