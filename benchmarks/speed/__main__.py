"""How fast the coder is on one core, beside the same parser run alone on the same text.

Run ``python -m benchmarks.speed [--pages 60] [--folder DIR] [--rounds 5] [--json]``. Pages are made from the golden
articles, in which nearly every sentence holds a record; ``--folder`` takes the first readable pages of a folder.
*Rules only* leaves the encoder out. Rounds of all runs are interleaved, seconds are those of the processor, and ratios
are medians over rounds, so that a busy machine slows all alike. *Parser alone* is the pinned pipeline with the
components that the coder uses, run by ``nlp.pipe`` over the article texts; *stock pipeline* is the same package with
all its components.
"""

# ruff: noqa: E402 (threads are limited before numerical libraries are loaded)

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS"):
    os.environ[_name] = "1"

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy

import facta
from benchmarks.speed.pages import make_pages
from facta.sentences.parsers import spacy as parser_module

STARTS = 3
"""Fresh processes per start-up measure."""
LOAD = """
import time; started = time.perf_counter()
import facta; facta.code(facta.from_text({text!r}))
print(time.perf_counter() - started)
"""
PEAK = """
import contextlib, os, sys
from facta.cli import main
page = os.path.join(sys.argv[1], "peak.page")
sys.argv = ["facta", "code", "--html", page, sys.argv[1]]
with contextlib.suppress(SystemExit):
    main()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""Prints the peak of a process of its own in KiB; what its parent held does not count."""
SENTENCE = "Kenya recalled its ambassador from Chad."


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    options.add_argument("--pages", type=int, default=60)
    options.add_argument("--folder", type=Path, help="pages of your own instead of made ones")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    one_core()
    made = [] if chosen.folder else make_pages(chosen.pages)
    pages = folder_pages(chosen.folder, chosen.pages) if chosen.folder else [page.encode() for page in made]
    figures = throughput(pages, chosen.rounds) | starts(pages)
    facts = {"coder": f"facta {facta.__version__}", "spacy": spacy.__version__, "python": platform.python_version()}
    if chosen.json:
        print(json.dumps(facts | figures, indent=1))
        return
    print(" · ".join(f"{name} {value}" for name, value in facts.items()))
    for name, value in figures.items():
        print(f"  {name.replace('_', ' '):46}{value:>12,.2f}")


def one_core() -> None:
    """Keep this process and those it starts on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def folder_pages(folder: Path, most: int) -> list[bytes]:
    """Return the first English pages of a folder, in order of their names."""
    found: list[bytes] = []
    for path in sorted(folder.iterdir()):
        raw = path.read_bytes()
        try:
            if facta.read(raw).language == "en":
                found.append(raw)
        except facta.FactaError:
            continue
        if len(found) == most:
            break
    return found


def throughput(raw: list[bytes], rounds: int) -> dict[str, float]:
    """Return words a second, from HTML to records and for the parser alone, and their ratio."""
    texts = [facta.read(page).text for page in raw]
    rules = facta.Coder(encoder=False)
    rules.code(facta.read(raw[0]))
    words = sum(len(text.split()) for text in texts)
    alone, stock = parser_module._load(parser_module.PIPELINES[0]), spacy.load(parser_module.PIPELINES[0])
    runs: dict[str, Callable[[], object]] = {
        "html to records": lambda: [facta.code(facta.read(page)) for page in raw],
        "rules only": lambda: [rules.code(facta.read(page)) for page in raw],
        "html to article": lambda: [facta.read(page) for page in raw],
        "parser alone": lambda: list(alone.pipe(texts)),
        "stock pipeline": lambda: list(stock.pipe(texts)),
    }
    events = sum(len(facta.code(facta.read(page)).events) for page in raw[: max(len(raw) // 4, 1)])
    list(alone.pipe(texts[:4]))
    list(stock.pipe(texts[:4]))
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            started = time.process_time()
            run()
            seconds[name].append(time.process_time() - started)
    middle = {name: statistics.median(taken) for name, taken in seconds.items()}
    rates = {f"words_per_second_{name.replace(' ', '_')}": words / taken for name, taken in middle.items()}
    return {
        "pages": len(raw), "words": words, "events_in_first_quarter": events, **rates,
        "ratio_to_parser_alone": _ratio(seconds, "parser alone"),
        "ratio_to_parser_alone_rules_only": _ratio(seconds, "parser alone", "rules only"),
        "ratio_to_stock_pipeline": _ratio(seconds, "stock pipeline"),
        "pages_per_second": len(raw) / middle["html to records"],
    }


def _ratio(seconds: dict[str, list[float]], other: str, ours: str = "html to records") -> float:
    """Return how many times as fast as another run ours is."""
    pairs = zip(seconds[other], seconds[ours], strict=True)
    return statistics.median(theirs / mine for theirs, mine in pairs)


def starts(pages: list[bytes]) -> dict[str, float]:
    """Return the seconds of a first sentence and of ``facta code`` on one page, and the memory of coding all pages.

    All are measured in fresh processes.
    """
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            (Path(folder) / f"{number:04}.html").write_bytes(page)
        run = "import sys; from facta.cli import main; sys.argv = ['facta', 'code', '--json', sys.argv[1]]; main()"
        first = str(Path(folder) / "0000.html")
        cold = [_timed([sys.executable, "-c", run, first]) for _ in range(STARTS)]
        memory = float(_run([sys.executable, "-c", PEAK, folder]).split()[-1]) / 1024
    load = [float(_run([sys.executable, "-c", LOAD.format(text=SENTENCE)])) for _ in range(STARTS)]
    return {
        "seconds_to_load_and_code_a_sentence": statistics.median(load),
        "seconds_cold_facta_code": statistics.median(cold),
        "peak_memory_mib": memory,
    }


def _run(command: list[str]) -> str:
    """Run a command as on a user's machine, where Python keeps what it has compiled, and return what it prints."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=env)
    if done.returncode:
        sys.exit(f"a fresh process failed:\n{done.stderr}")
    return done.stdout


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    _run(command)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
