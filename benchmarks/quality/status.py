"""Measure ``facta.events.status`` on outside data; with ``--fit``, refit the weights of its factuality score.

Run: ``python benchmarks/quality/status.py DATA_FOLDER [--fit TABLE]``. It reads ``claims/modality/uds_ih2_*.jsonl``,
``claims/modality/timeml_dev.jsonl``, ``claims/modality/commitmentbank_dev.jsonl``, ``events/factuality_meantime.jsonl``
and ``examples/*.json`` below the folder, and prints one line a set with the digest of what it read. Only the training
part of UDS is fitted on; the others are never trained on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from facta.events.status import judge
from facta.events.status.score import features
from facta.records import Sentence, Status, Verdict
from facta.resources.status import load
from facta.sentences.parsers.spacy import SpacyParser

#: Features seen less often in the training data get no weight; the ridge penalty shrinks the others.
MIN_COUNT = 15
RIDGE = 25.0
#: A ridge fit is too timid for absolute error: predictions are stretched about their mean by this factor (UDS train).
STRETCH = 1.2
#: Weights smaller than this are left out of the table.
MIN_WEIGHT = 0.03

Item = tuple[Sentence, int]


def main() -> None:
    """Parse the arguments, fit if asked to, and print the scores."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--fit", type=Path, help="write the weights of the score to this table first")
    chosen = options.parse_args()
    parser = SpacyParser()
    modality = chosen.data / "claims" / "modality"
    if chosen.fit:
        fit(parser, modality / "uds_ih2_train.jsonl", chosen.fit)
        load.cache_clear()
    for name in ("uds_ih2_dev", "commitmentbank_dev"):
        factuality(parser, modality / f"{name}.jsonl")
    meantime(parser, chosen.data / "events" / "factuality_meantime.jsonl")
    timeml(parser, modality / "timeml_dev.jsonl")
    examples(parser, sorted((chosen.data / "examples").glob("*.json")))


def factuality(parser: SpacyParser, path: Path) -> None:
    """Print Pearson's r and mean absolute error of the score."""
    rows = read(path)
    gold = [row["score"] for row in rows]
    told = [verdict.score for verdict in verdicts(parser, [(row["text"], *row["trigger_span"]) for row in rows])]
    error = statistics.fmean(abs(a - b) for a, b in zip(gold, told, strict=True))
    r = statistics.correlation(gold, told)
    print(f"{path.stem}: r {r:.3f}, MAE {error:.3f} ({len(rows)} items, {digest([path])})")


def meantime(parser: SpacyParser, path: Path) -> None:
    """Print how well *happened* is told from the rest in Wikinews."""
    rows = read(path)
    spans = [(row["text"], row["trigger"]["start"], row["trigger"]["end"]) for row in rows]
    told = [v.status is not Status.ACTUAL or v.polarity == "-" for v in verdicts(parser, spans)]
    gold = [row["modality"] != "happened" for row in rows]
    print(f"{path.stem}: not happened {f1(told, gold)} ({len(rows)} items, {digest([path])})")


def timeml(parser: SpacyParser, path: Path) -> None:
    """Print how well what TimeBank does not assert is found, with and without what is only reported."""
    rows = read(path)
    told = list(verdicts(parser, [(row["text"], *row["trigger_span"]) for row in rows]))
    irrealis = [v.status is not Status.ACTUAL for v in told]
    reported = [v.status is not Status.ACTUAL or any(c.effect.endswith("reported") for c in v.cues) for v in told]
    gold = [row["label"] != "ASSERTED" for row in rows]
    unreal = [row["label"] not in ("ASSERTED", "REPORTED") for row in rows]
    print(f"{path.stem}: not asserted {f1(reported, gold)}; not asserted nor reported {f1(irrealis, unreal)} "
          f"({len(rows)} items, {digest([path])})")


def examples(parser: SpacyParser, paths: list[Path]) -> None:
    """Print status macro-F1 and accuracy, and polarity accuracy, on annotated articles with gold triggers."""
    gold, told = [], []
    for path in paths:
        article = json.loads(path.read_text(encoding="utf-8"))
        spans = [(article["text"], m["trigger"]["start"], m["trigger"]["end"]) for m in article["mentions"]]
        told += verdicts(parser, spans)
        gold += article["mentions"]
    right = [v.status == m["status"] for v, m in zip(told, gold, strict=True)]
    signs = [v.polarity == m["polarity"] for v, m in zip(told, gold, strict=True)]
    names = sorted({m["status"] for m in gold})
    macro = statistics.fmean(
        _f1([v.status == name for v in told], [m["status"] == name for m in gold])[2] for name in names
    )
    print(f"examples: status macro-F1 {macro:.3f}, accuracy {statistics.fmean(right):.3f}; "
          f"polarity {statistics.fmean(signs):.3f} ({len(gold)} mentions, {digest(paths)})")


def fit(parser: SpacyParser, path: Path, table: Path) -> None:
    """Write ridge weights of the score's features."""
    rows = read(path)
    lexicon = load()
    texts = [(row["text"], *row["trigger_span"]) for row in rows]
    seen = []
    for sentence, trigger in locate(parser, texts):
        verdict = judge(sentence, trigger, lexicon)
        seen.append(features(sentence, trigger, verdict.status, verdict.polarity, verdict.cues))
    counts = Counter(name for names in seen for name in names)
    known = {name: k for k, name in enumerate(sorted(n for n, count in counts.items() if count >= MIN_COUNT))}
    table_of = np.zeros((len(seen), len(known)), dtype=np.float32)
    for k, names in enumerate(seen):
        table_of[k, [known[name] for name in names if name in known]] = 1
    gold = np.array([row["score"] for row in rows], dtype=np.float32)
    penalty = np.eye(len(known)) * RIDGE
    penalty[known["bias"], known["bias"]] = 0.001
    weights = np.linalg.solve((table_of.T @ table_of).astype(float) + penalty, (table_of.T @ gold).astype(float))
    weights *= STRETCH
    weights[known["bias"]] -= (STRETCH - 1) * float(gold.mean())
    kept = {name: weights[k] for name, k in known.items() if name == "bias" or abs(weights[k]) >= MIN_WEIGHT}
    head = f"# Weights of the factuality score, fitted by benchmarks/quality/status.py on {path.stem} {digest([path])}."
    body = [head, "feature\tweight", *(f"{name}\t{weight:.2f}" for name, weight in kept.items())]
    table.write_text("\n".join(body) + "\n", encoding="utf-8")


def verdicts(parser: SpacyParser, texts: list[tuple[str, int, int]]) -> Iterator[Verdict]:
    """Yield the verdict of each ``(text, start, end)``."""
    lexicon = load()
    for sentence, trigger in locate(parser, texts):
        yield judge(sentence, trigger, lexicon)


def locate(parser: SpacyParser, texts: list[tuple[str, int, int]]) -> Iterator[Item]:
    """Yield the sentence and head position of each span; each text is parsed once."""
    by_text: dict[str, list[Sentence]] = defaultdict(list)
    unique = list(dict.fromkeys(text for text, _, _ in texts))
    chunks = ((text[a:b], a, k) for k, text in enumerate(unique) for a, b in lines(text))
    for sentence in parser.parse(chunks, lambda words: True):
        by_text[unique[sentence.turn]].append(sentence)
    for text, start, end in texts:
        sentence = next(s for s in by_text[text] if s.start < end and start < s.end)
        inside = [t for t in sentence.tokens if t.start < end and start < t.end]
        first = inside[0]
        yield sentence, next((t.i for t in inside if t.head == t.i or sentence.tokens[t.head] not in inside), first.i)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines that hold words."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)


def _f1(told: Iterable[bool], gold: Iterable[bool]) -> tuple[float, float, float]:
    pairs = Counter(zip(told, gold, strict=True))
    hit, extra, missed = pairs[True, True], pairs[True, False], pairs[False, True]
    return hit / max(1, hit + extra), hit / max(1, hit + missed), 2 * hit / max(1, 2 * hit + extra + missed)


def f1(told: Iterable[bool], gold: Iterable[bool]) -> str:
    """Return precision, recall and F1 in words."""
    precision, recall, score = _f1(told, gold)
    return f"P {precision:.3f} R {recall:.3f} F1 {score:.3f}"


def read(path: Path) -> list[dict]:
    """Return the rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def digest(paths: list[Path]) -> str:
    """Return a short digest of the files read, so that scores say on what they were measured."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]


if __name__ == "__main__":
    main()
