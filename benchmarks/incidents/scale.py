"""Incidents at scale: ``python -m benchmarks.incidents.scale [--events 100000] [--a-day 1000] [--store] [--json]``.

Makes reports of invented incidents, as dense as ``--a-day`` says, and clusters them; prints seconds, reports a second,
B³ against what was made, and resident memory at each tenth of the way, which must be flat once the window of open
incidents is full: the number of days grows, not what is held of them. A fifth of the reports lack a date, a tenth a
party. With ``--store`` the way goes through a store's tables (events and articles), reading and settling included.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import psutil

from facta.evaluate.clusters import b_cubed
from facta.incidents.report import Report, Source, report
from facta.incidents.sweep import Sweep
from facta.incidents.wording import Wording
from facta.store.rows import Row

FIRST = date(2001, 1, 1)
STATES = [f"{a}{b}{c}" for a in "BCDF" for b in "AEIOU" for c in "KLMNPRST"]
TYPES = ("ASSAULT", "COERCE", "CONSULT", "ACCUSE", "SANCTION", "AID", "PROTEST", "RETREAT")
SYLLABLES = ("ba", "ko", "ri", "tu", "mel", "san", "dor", "vi", "lun", "gra", "pet", "zhe")
FLAT = 1.10
"""Memory at the end, as a share of that half-way, up to which it is called flat."""
_KEPT_TRUTH = 20_000
"""Reports whose truth is kept to score: the first of them."""


def name(dice: random.Random) -> str:
    """Return an invented name."""
    return "".join(dice.choices(SYLLABLES, k=3)).capitalize()


def telling(dice: random.Random, n: int, day: date) -> Iterator[tuple[str, Row, str, str]]:
    """Yield the reports of the n-th incident: its name, the row of the event, the article's text and publisher."""
    who = STATES[min(int(dice.expovariate(0.04)), len(STATES) - 1)]
    whom = STATES[min(int(dice.expovariate(0.04)), len(STATES) - 1)]
    kind, town, person, other = dice.choice(TYPES), name(dice), name(dice), name(dice)
    deed = [name(dice).lower() for _ in range(8)]
    wire = None
    for k in range(1 + min(int(dice.expovariate(0.6)), 20)):
        words = dice.sample(deed, 6) + [name(dice).lower() for _ in range(3)]
        own = f"It was in {town} that {person} {other} {' '.join(words)} there."
        copied = wire is not None and dice.random() < 0.4
        text = wire if copied and wire else own + " " + " ".join(name(dice).lower() for _ in range(60))
        wire = wire or text
        dated = dice.random() < 0.8
        late = min(int(dice.expovariate(1.0)), 3)
        yield f"i{n}", {
            "id": f"{n:012x}{k:04x}", "article_id": f"{n:012x}{k:04x}", "type": kind, "mode": None,
            "actors": [] if dice.random() < 0.05 else [_party(name(dice), who)],
            "recipients": [] if dice.random() < 0.05 else [_party(f"{person} {other}", whom)],
            "status": "actual", "polarity": "+", "voice": "article", "sources": [],
            "when_start": day if dated else None, "when_end": day if dated else None, "place_code": None,
            "place": town if dice.random() < 0.5 else None, "published_start": day + timedelta(days=late),
            "published_end": day + timedelta(days=late), "evidence": text.partition(".")[0] + "." if copied else own,
        }, text, f"paper {dice.randrange(400)}"


def _party(text: str, code: str) -> Row:
    return {"text": text, "start": None, "end": None, "code": code, "sector": "GOV", "name": None, "id": None}


def made(a_day: int, seed: int = 1) -> Iterator[list[tuple[str, Row, str, str]]]:
    """Yield, for day after day, what was told of the incidents of that day."""
    dice, n = random.Random(seed), 0  # noqa: S311
    for day in (FIRST + timedelta(days=k) for k in range(200_000)):
        told: list[tuple[str, Row, str, str]] = []
        while len(told) < a_day:
            told += telling(dice, n, day)
            n += 1
        yield told


def in_order(a_day: int) -> Iterator[tuple[str, Report]]:
    """Yield incidents' names and reports in the order in which they are clustered."""
    wording, waiting = Wording.of("en"), list[tuple[str, Report]]()
    for k, told in enumerate(made(a_day)):
        waiting += [
            (label, report(row, source=Source.of(text, paper, wording), wording=wording))
            for label, row, text, paper in told
        ]
        waiting.sort(key=lambda pair: pair[1].order)
        today = (FIRST + timedelta(days=k)).toordinal()
        yield from (pair for pair in waiting if pair[1].day <= today)
        waiting = [pair for pair in waiting if pair[1].day > today]


def memory_mb() -> float:
    """Return the resident memory of this process."""
    return float(psutil.Process().memory_info().rss) / 2**20


def straight(events: int, a_day: int) -> dict[str, object]:
    """Cluster reports as they are made."""
    from facta.incidents.settle import settle

    sweep, truth, found, incidents = Sweep(), dict[str, str](), dict[str, int](), 0
    memory, working, cpu = [], 0.0, 0.0
    coming = in_order(a_day)
    for tenth in range(10):
        # made beforehand, so that what is timed is the clustering alone
        some = list(islice(coming, events // 10))
        if tenth == 0:
            truth = {one.id: label for label, one in some[:_KEPT_TRUTH]}
        begun, worked = time.monotonic(), time.process_time()
        for _, one in some:
            for cluster in sweep.put(one):
                incidents += 1
                found |= {event: incidents for event in settle(cluster).event_ids if event in truth}
        working += time.monotonic() - begun
        cpu += time.process_time() - worked
        del some
        memory.append(round(memory_mb()))
    for cluster in sweep.rest():
        incidents += 1
        found |= {r.id: incidents for r in cluster if r.id in truth}
    score = b_cubed(truth, found)
    return {"reports": events, "incidents": incidents, "seconds": round(working, 1), "cpu seconds": round(cpu, 1),
            "reports a second": round(events / working), "b3 f1": round(score.f1, 3), "memory mb": memory}


def through_store(events: int, a_day: int) -> dict[str, object]:
    """Put the reports into a store and update its incidents."""
    import pyarrow as pa

    from facta.pipeline.incidents import update
    from facta.store.delta import Tables
    from facta.store.place import Place
    from facta.store.tables import TABLES
    from facta.store.writer import Writer

    with tempfile.TemporaryDirectory() as folder:
        with Writer(Path(folder) / "s"):
            pass
        tables, left = Tables(Place(Path(folder) / "s")), events
        for day in made(a_day):
            told = day[:left]
            left -= len(told)
            rows = [_filled(row) for _, row, _, _ in told]
            tables.add("events", pa.Table.from_pylist(rows, schema=TABLES["events"].schema))
            texts = [
                {"id": row["article_id"], "source": "made", "text": text, "publisher": paper}
                for _, row, text, paper in told
            ]
            tables.add("articles", pa.Table.from_pylist(texts, schema=TABLES["articles"].schema))
            if not left:
                break
        before, worked = memory_mb(), time.process_time()
        done = update(Path(folder) / "s")
        cpu = time.process_time() - worked
        again = update(Path(folder) / "s")
        return {
            "reports": done.reports, "incidents": done.incidents, "seconds": done.seconds,
            "cpu seconds": round(cpu, 1),
            "reports a second": round(done.reports / done.seconds), "seconds with nothing new": again.seconds,
            "memory mb": [round(before), round(memory_mb())],
        }


def _filled(row: Row) -> Row:
    return row | {"type_plover": row["type"], "trigger_start": 0, "trigger_end": 1, "trigger": "x", "evidence_start": 0,
                  "evidence_end": 1, "happened": True, "score": 0.0, "quad": 1, "confidence": 1.0}


def main() -> int:
    """Make, cluster, print; 1 if memory grew."""
    options = argparse.ArgumentParser(prog="benchmarks.incidents.scale", description=__doc__)
    options.add_argument("--events", type=int, default=100_000)
    options.add_argument("--a-day", type=int, default=1000)
    options.add_argument("--store", action="store_true")
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    result = (through_store if given.store else straight)(given.events, given.a_day)
    print(json.dumps(result) if given.json else "\n".join(f"{key:24} {value}" for key, value in result.items()))
    memory = result["memory mb"]
    assert isinstance(memory, list)
    return int(not given.store and memory[-1] > FLAT * memory[len(memory) // 2])


if __name__ == "__main__":
    sys.exit(main())
