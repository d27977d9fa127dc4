"""Measure attribution on a PolNeAR-format file and on annotated articles.

Usage: python benchmarks/quality/claims.py DATA_FOLDER [--split dev]

DATA_FOLDER holds ``claims/polnear/dev.jsonl``, ``claims/score_attribution.py`` and ``examples/*.json``. Prints the
scores and the SHA-256 digest of the data they were measured on. The data are for evaluation only.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import time
from pathlib import Path

from facta.claims import attribute, chain
from facta.records import Article, Claim, Person, Span, Turn, TurnKind
from facta.resources.reporting import load_reporting
from facta.sentences import parse
from facta.sentences.parsers.spacy import SpacyParser


def load_scorer(path: Path):
    """Import the scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_attribution(claim: Claim) -> dict[str, list[list[int]]]:
    """Return a claim in the scorer's format."""
    return {
        "source": [list(claim.source)] if claim.source else [],
        "cue": [list(claim.cue)] if claim.cue else [],
        "content": [list(span) for span in claim.content],
    }


def measure_polnear(path: Path, scorer_path: Path, parser: SpacyParser) -> None:
    """Print exact, partial and linked scores, and the share of the time that attribution takes."""
    scorer, lexicon = load_scorer(scorer_path), load_reporting()
    gold, predicted, parsing, claiming = {}, {}, 0.0, 0.0
    for row in map(json.loads, path.open(encoding="utf-8")):
        article = Article(source=row["doc_id"], text=row["text"])
        begin = time.perf_counter()
        sentences = parse(article, parser)
        middle = time.perf_counter()
        claims = attribute(article, sentences, (), lexicon)
        parsing, claiming = parsing + middle - begin, claiming + time.perf_counter() - middle
        gold[row["doc_id"]] = row
        predicted[row["doc_id"]] = {"attributions": [as_attribution(c) for c in claims]}
    for name, value in scorer.score(gold, predicted).items():
        print(f"  {name:8s} {value}")
    print(f"  parse {parsing:.1f} s, attribute {claiming:.2f} s ({claiming / parsing:.1%})")


def measure_examples(folder: Path, parser: SpacyParser, *, show: bool) -> None:
    """Print how often the innermost voice over a gold trigger is the gold source."""
    right = total = 0
    lexicon = load_reporting()
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        people = tuple(
            Person(name=p["name"], role=p["role"], code=p["code"], sector=p["sector"]) for p in row["people"]
        )
        article = Article(source=row["id"], text=row["text"], people=people, turns=interview_turns(row))
        claims = attribute(article, parse(article, parser), (), lexicon)
        for mention in row["mentions"]:
            voices = chain(claims, Span(mention["trigger"]["start"], mention["trigger"]["end"]))
            said = [p.text for p in claims[voices[-1]].who] if voices else []
            wanted = [s["text"] for s in mention["sources"][-1:]]
            good = (not said and not wanted) or any(w.casefold() in s.casefold() for w in wanted for s in said)
            right, total = right + good, total + 1
            if show and not good:
                print("   ", row["id"], mention["trigger"]["text"], "gold", wanted, "found", said)
    print(f"  innermost source right: {right}/{total} = {right / max(total, 1):.3f}")


def interview_turns(row: dict) -> tuple[Turn, ...]:
    """Cut an annotated interview into turns by its speaker marks; other genres have none."""
    if row["genre"] != "interview":
        return ()
    turns, at = [], 0
    for number, line in enumerate(row["text"].split("\n")):
        mark, _, words = line.partition(": ")
        start, end = at + len(line) - len(words), at + len(line)
        if number == 0:
            turns.append(Turn(kind=TurnKind.HEADLINE, speaker=row["people"][0]["name"], start=at, end=end))
        elif words and mark.startswith("**"):
            turns.append(Turn(kind=TurnKind.QUESTION, speaker=row["publisher"], start=start, end=end))
        elif words and mark.isupper():
            turns.append(Turn(kind=TurnKind.ANSWER, speaker=mark, start=start, end=end))
        elif line:
            turns.append(Turn(kind=TurnKind.NARRATION, speaker=None, start=at, end=end))
        at += len(line) + 1
    return tuple(turns)


def main() -> None:
    """Parse the arguments and print both measurements."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("data", type=Path)
    options.add_argument("--split", default="dev")
    options.add_argument("--show", action="store_true", help="print the examples whose source is wrong")
    chosen = options.parse_args()
    parser = SpacyParser()
    path = chosen.data / "claims" / "polnear" / f"{chosen.split}.jsonl"
    print(f"polnear {chosen.split}  sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}")
    measure_polnear(path, chosen.data / "claims" / "score_attribution.py", parser)
    print("examples")
    measure_examples(chosen.data / "examples", parser, show=chosen.show)


if __name__ == "__main__":
    main()
