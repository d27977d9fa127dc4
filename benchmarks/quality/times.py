"""How well time expressions are found and acts dated. Run: ``python benchmarks/quality/times.py DATA``.

``DATA`` is the folder with ``claims/time/tbaq_dev.jsonl`` (TempEval-3 TimeBank and AQUAINT: expressions, evaluation
only) and ``examples/*.json`` (annotated articles: days of acts). Prints one JSON object: for each set its SHA-256 and
scores. Expressions are scored as TempEval-3 does: strict and relaxed extents, value over relaxed matches, and the share
of gold days, weeks, months and years found. Acts: the share whose days equal the gold or overlap it with an
intersection over union of at least one half; no date counts as a value.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from collections import Counter
from datetime import date
from importlib.resources import files
from pathlib import Path

from facta.records import Article, Interval, Turn, TurnKind
from facta.resources.calendar import Calendar, load_calendar
from facta.sentences.parse import parse
from facta.sentences.parsers.spacy import SpacyParser
from facta.times import find, frames, tenses, when

KINDS = (("day", r"\d{4}-\d\d-\d\d"), ("week", r"\d{4}-W\d\d$"), ("month", r"\d{4}-\d\d$"), ("year", r"\d{4}$"))
HALF = 0.5


def main(folder: str) -> None:
    """Print the scores on all sets of a data folder."""
    data = Path(folder)
    calendar = load_calendar(files("facta.resources") / "languages" / "en")
    parser = SpacyParser()
    out = {}
    for name in ("tbaq_dev", "tbaq_train"):
        path = data / "claims" / "time" / f"{name}.jsonl"
        if path.exists():
            documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            out[name] = {
                "sha256": digest(path), "words nearby": expressions(documents, calendar, None),
                "parse": expressions(documents, calendar, parser),
            }
    examples = sorted((data / "examples").glob("*.json"))
    out["examples"] = {"sha256": digest(*examples)} | acts(examples, calendar, parser)
    print(json.dumps(out, indent=1))


def digest(*paths: Path) -> str:
    """Return the SHA-256 of some files in order."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()


def expressions(documents: list[dict], calendar: Calendar, parser: SpacyParser | None) -> dict[str, object]:
    """Score ``find`` against gold expressions, with the tenses of a parse or of the words nearby."""
    n: Counter[str] = Counter()
    seconds = 0.0
    for document in documents:
        text, day = document["text"], document["dct"][:10]
        tense_of = None
        if parser is not None:
            tense_of = tenses(parse(Article(source="", text=text), parser), calendar)
        start = time.perf_counter()
        found = find(text, Interval(start=day, end=day, basis="given"), calendar, tense_of=tense_of)
        seconds += time.perf_counter() - start
        n["characters"] += len(text)
        n["found"] += len(found)
        compare(document["timex"], found, n)
    both = n["gold"] + n["found"]
    return {
        "gold": n["gold"], "found": n["found"], "strict F1": ratio(2 * n["strict"], both),
        "relaxed F1": ratio(2 * n["relaxed"], both), "value F1": ratio(2 * n["value"], both),
        **{kind: f"{n[kind + ' ok']}/{n[kind]}" for kind, _ in KINDS},
        "thousand characters a second": round(n["characters"] / max(seconds, 1e-9) / 1000),
    }


def compare(gold: list[dict], found: tuple, n: Counter[str]) -> None:
    """Match gold and found expressions one to one in order and count."""
    used: set[int] = set()
    for item in gold:
        start, end = item["span"]
        fit = [i for i, t in enumerate(found) if i not in used and t.start < end and start < t.end]
        best = next((i for i in fit if (found[i].start, found[i].end) == (start, end)), fit[0] if fit else None)
        want, got = item["value"] or "", ""
        n["gold"] += 1
        if best is not None:
            used.add(best)
            got = found[best].value
            n["relaxed"] += 1
            n["strict"] += (found[best].start, found[best].end) == (start, end)
            n["value"] += got == want
        for kind, shape in KINDS:
            if shown := re.match(shape, want):
                n[kind] += 1
                n[kind + " ok"] += got[: shown.end()] == shown.group()
                break


def ratio(part: int, whole: int) -> float:
    """Return a share, rounded."""
    return round(part / whole, 3) if whole else 0.0


def acts(paths: list[Path], calendar: Calendar, parser: SpacyParser) -> dict[str, object]:
    """Score ``when`` on the gold triggers of annotated articles."""
    n: Counter[str] = Counter()
    for path in paths:
        document = json.loads(path.read_text(encoding="utf-8"))
        text, title = document["text"], document["title"]
        head = len(title) if text.startswith(title) else 0
        turns = [Turn(kind=TurnKind.NARRATION, speaker=None, start=head, end=len(text))]
        if head:
            turns.insert(0, Turn(kind=TurnKind.HEADLINE, speaker=None, start=0, end=head))
        sentences = parse(Article(source="", text=text, turns=tuple(turns)), parser)
        published = Interval(start=document["published"], end=document["published"], basis="given")
        timexes = find(text, published, calendar, tense_of=tenses(sentences, calendar))
        framed = frames(text, timexes, calendar)
        for mention in document["mentions"]:
            start, end = mention["trigger"]["start"], mention["trigger"]["end"]
            sentence = next(s for s in sentences if s.start <= start < s.end)
            inside = [t for t in sentence.tokens if t.start < end and t.end > start]
            top = next(t for t in inside if t.head == t.i or t.head not in {u.i for u in inside})
            got = when(timexes, sentence, top.i, published, calendar,
                       frame=framed.get(sentence.start), kind=turns[sentence.turn].kind)
            right = agree(mention["when"], got)
            n["all"] += 1
            n["all right"] += right
            n["dated"] += mention["when"] is not None
            n["dated right"] += right and mention["when"] is not None
    return dict(n)


def agree(gold: dict[str, str] | None, got: Interval | None) -> bool:
    """Say whether two answers agree: both none, or overlapping by half of what they cover together."""
    if gold is None or got is None:
        return gold is None and got is None
    a, b = (date.fromisoformat(gold[k]).toordinal() for k in ("start", "end"))
    c, d = date.fromisoformat(got.start).toordinal(), date.fromisoformat(got.end).toordinal()
    return (min(b, d) - max(a, c) + 1) / (max(b, d) - min(a, c) + 1) >= HALF


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
