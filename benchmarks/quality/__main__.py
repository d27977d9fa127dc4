"""Every score of the coder, with the digest of what it was measured on.

Run ``python -m benchmarks.quality [--data ../shared/data] [--only SET] [--check] [--pin] [--parts] [--rules-only]``.
The golden articles of this repository are always scored; sets that are not in the data folder are named and left out.
``--check`` compares with ``floors.json`` and fails below a floor, ``--pin`` writes new floors, ``--parts`` also runs
the measures of single stages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import facta
from facta.evaluate import gold as gold_files
from facta.evaluate.dyads import exact_sets
from facta.evaluate.intervals import total
from facta.evaluate.marks import GoldArticle
from facta.evaluate.scores import Value, code_all, count, summary
from facta.evaluate.sets import given_spans, gold_records, statements
from facta.records import Coding, Span

HERE = Path(__file__).parent
GOLDEN = HERE.parents[1] / "tests" / "golden"
HELD_OUT = HERE.parents[1] / "tests" / "heldout"
CORPUS = HERE.parents[1] / "corpus"
FLOORS = HERE / "floors.json"
FICTIONAL = HERE / "petrarch.roster.tsv"
"""The actors of PETRARCH's unit records, as a user of the coder would give them."""
PARTS = {"pages": "pages", "claims": "", "status": "", "times": "", "actors": ""}
"""Measures of single stages, each a module beside this one, and the folder below the data that it is given."""

RULES_ONLY: list[bool] = []
"""Holds True when the encoder is left out."""

Scores = dict[str, Value]
PINNED = (
    "type_f1", "tuple_f1", "tuple_sector_f1", "false_facts_per_100", "without_requests_per_100", "status_macro_f1",
    "polarity_accuracy", "source_accuracy", "date_accuracy", "published_accuracy", "accuracy", "macro_f1",
    "exact_sets", "exact_sets_with_sectors", "exact_sets_all_parties",
)
"""What the floors hold, where a set has it."""
MARGIN, RISE = 0.01, 0.5
"""How far a score may fall, and false facts per 100 may rise, before a check fails: less than one record of any set."""


def main() -> int:
    """Print scores; return 1 when a floor is not reached."""
    options = argparse.ArgumentParser(prog="benchmarks.quality", description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--only", action="append", metavar="SET", help="only this set; repeatable")
    options.add_argument("--check", action="store_true", help="fail below the floors")
    options.add_argument("--pin", action="store_true", help="write these scores, less a margin, as floors")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    options.add_argument("--parts", action="store_true", help="run the measures of single stages too")
    options.add_argument("--rules-only", action="store_true", help="leave the encoder out")
    chosen = options.parse_args()
    if chosen.rules_only:
        coder.cache_clear()
        RULES_ONLY.append(True)
    out: dict[str, dict[str, object]] = {}
    for name, (path, score) in sets(chosen.data).items():
        if chosen.only and name not in chosen.only:
            continue
        if not path.exists():
            print(f"{name}: not there, left out", file=sys.stderr)
            continue
        started = time.perf_counter()
        scores = score(path)
        out[name] = {"data": digest(path), "seconds": round(time.perf_counter() - started, 1), "scores": scores}
        if not chosen.json:
            show(name, out[name], scores)
    if chosen.json:
        print(json.dumps({"coder": f"facta {facta.__version__}", "sets": out}, indent=1))
    if chosen.parts:
        run_parts(chosen.data)
    if chosen.pin:
        pin(out)
    return check(out) if chosen.check else 0


def sets(data: Path) -> dict[str, tuple[Path, Callable[[Path], Scores]]]:
    """Return the sets: where each lies and how it is scored."""
    events = data / "events"
    return {
        "golden": (GOLDEN, articles), "golden pages": (GOLDEN, partial(articles, pages=True)),
        "held out": (HELD_OUT, articles),
        "corpus train": (CORPUS / "train", articles), "corpus dev": (CORPUS / "dev", articles),
        "corpus test": (CORPUS / "test", articles), "examples": (data / "examples", articles),
        "gsr": (events / "gsr_dev.jsonl", lambda path: gold_records(lines(path), code)),
        "gsr deeds and plans": (
            events / "gsr_dev.jsonl", lambda path: gold_records(lines(path), code, deeds_and_plans=True),
        ),
        "plv dev": (events / "plv_dev.jsonl", lambda path: given_spans(lines(path), relate)),
        "plv train": (events / "plv_train.jsonl", lambda path: given_spans(lines(path), relate)),
        "petrarch unit": (
            events / "petrarch_unit.jsonl", lambda path: exact_sets(lines(path), partial(code, roster=FICTIONAL)),
        ),
        "petrarch successor": (events / "up_english.jsonl", lambda path: exact_sets(lines(path), code)),
        "statements": (events / "statements_dev.jsonl", lambda path: statements(lines(path), code)),
    }


@cache
def coder(roster: Path | None = None) -> facta.Coder:
    """Return the coder that is measured, with actors of one's own if a set has such."""
    return facta.Coder(encoder=not RULES_ONLY, roster=[roster] if roster else [])


def articles(path: Path, pages: bool = False) -> Scores:
    """Score gold articles; with ``pages`` those that have a page, from the page."""
    gold = [a for a in gold_files.load([path]) if a.html or not pages]
    counts = [count(a.mentions, marks) for a, marks in code_all(gold, partial(code_gold, pages=pages))]
    scores = summary(total(counts))
    if pages:
        scores["published_accuracy"] = sum(published(a) == a.published for a in gold) / len(gold)
    return scores


def code_gold(article: GoldArticle, pages: bool) -> Coding:
    """Code a gold article from its page or its text."""
    if pages and article.html:
        return coder().code(facta.read(article.html.encode()))
    read = facta.from_text(
        article.text, published=article.published, title=article.title, publisher=article.publisher,
    )
    return coder().code(read)


def published(article: GoldArticle) -> str | None:
    """Return the day that is read from an article's page."""
    when = facta.read((article.html or "").encode()).published
    return when.start if when and when.start == when.end else None


def code(text: str, day: str | None, roster: Path | None = None) -> Coding:
    """Code a text."""
    return coder(roster).code(facta.from_text(text, published=day))


def relate(text: str, actor: Span | None, recipient: Span | None) -> list[tuple[str, float]]:
    """Return the types between two given spans."""
    return coder().relate(text, actor=actor, recipient=recipient)


def lines(path: Path) -> list[dict[str, object]]:
    """Return the rows of a JSONL file."""
    return [json.loads(row) for row in path.read_text(encoding="utf-8").split("\n") if row]


def digest(path: Path) -> str:
    """Return the digest of a file, or of the gold files of a folder."""
    whole = gold_files.digest([path]) if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
    return f"sha256:{whole}"


def show(name: str, facts: dict[str, object], scores: Scores) -> None:
    """Print a set's scores."""
    print(f"{name} · facta {facta.__version__} · {facts['data']} · {facts['seconds']} s")
    for key, value in scores.items():
        shown = "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
        print(f"  {key.replace('_', ' '):42}{shown:>8}")
    print(flush=True)


def check(out: dict[str, dict[str, object]]) -> int:
    """Compare with the floors: scores must not be lower, false facts not higher; other data are named."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    failed = 0
    for name, facts in out.items():
        pinned = floors.get(name)
        if pinned is None:
            continue
        if pinned["data"] != facts["data"]:
            print(f"{name}: the data have changed; measure again and pin new floors", file=sys.stderr)
            failed = 1
        for key, floor in pinned["floors"].items():
            value = facts["scores"][key]
            worse = value is None or (value > floor if key.endswith("per_100") else value < floor)
            if worse:
                print(f"{name}: {key} is {value}, the floor is {floor}", file=sys.stderr)
                failed = 1
    return failed


def pin(out: dict[str, dict[str, object]]) -> None:
    """Write new floors for the sets that were measured; the others keep theirs."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for name, facts in out.items():
        scores = {key: facts["scores"][key] for key in PINNED if facts["scores"].get(key) is not None}
        floors[name] = {
            "data": facts["data"],
            "floors": {
                key: round(value + RISE if key.endswith("per_100") else value - MARGIN, 3)
                for key, value in scores.items()
            },
        }
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


def run_parts(data: Path) -> None:
    """Run the measures of single stages that there are, one after the other."""
    for name, folder in PARTS.items():
        if (HERE / f"{name}.py").exists():
            print(f"== {name}", flush=True)
            subprocess.run([sys.executable, "-m", f"benchmarks.quality.{name}", str(data / folder)], check=False)


if __name__ == "__main__":
    sys.exit(main())
