"""Status and polarity over the kinds of fault that whole pages showed, and the lexicon's words of refusal."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest

from facta.events.status import judge
from facta.records import Status, Verdict
from facta.resources import languages
from facta.resources.status import load
from facta.resources.table import load_table
from facta.sentences.parsers.spacy import SpacyParser

COLUMNS = ("kind", "sentence", "trigger", "status", "polarity")
CASES = [
    tuple(row[column] for column in COLUMNS)
    for row in load_table(Path(__file__).with_name("status_kinds.tsv"), COLUMNS, ("sentence", "trigger"))
]
KINDS = sorted({case[0] for case in CASES})

#: Share of the sentences that must be right, in all and in each kind.
FLOOR = 0.97
KIND_FLOOR = 0.85

#: Senses of verbs that keep what they govern from being done, or take it back.
REFUSALS = ("refuse", "refuse-aid", "refuse-change", "refuse-meet", "refuse-yield", "hold-back", "renege", "stonewall",
            "back-down")
#: Verbs that have such a sense by a fixed object only (*beat a retreat*, *make a U-turn*, *say no*).
IDIOMS = frozenset(("beat", "do", "drag", "eat", "execute", "make", "perform", "say", "sound"))


@lru_cache(maxsize=1)
def verdicts() -> tuple[Verdict, ...]:
    """Return the verdict on each case, from one run of the parser."""
    texts = [case[1] for case in CASES]
    parsed = defaultdict(list)
    for sentence in SpacyParser().parse([(text, 0, k) for k, text in enumerate(texts)], lambda words: True):
        parsed[sentence.turn].append(sentence)
    out = []
    for k, (_, text, trigger, *_) in enumerate(CASES):
        start = text.index(trigger)
        sentence = next(s for s in parsed[k] if s.start <= start < s.end)
        head = next(t.i for t in sentence.tokens if t.start <= start < t.end)
        out.append(judge(sentence, head, load()))
    return tuple(out)


def wrong(kind: str | None = None) -> list[tuple[str, str]]:
    """Return the sentences and triggers judged wrongly."""
    return [
        (case[1], case[2]) for case, found in zip(CASES, verdicts(), strict=True)
        if kind in (None, case[0]) and (found.status, found.polarity) != (case[3], case[4])
    ]


def test_enough_sentences() -> None:
    """There are at least 120 sentences, and ten of each kind."""
    assert len(CASES) >= 120
    assert all(sum(case[0] == kind for case in CASES) >= 8 for kind in KINDS)


def test_floor() -> None:
    """Nearly all sentences get their status and polarity."""
    assert len(wrong()) <= (1 - FLOOR) * len(CASES), wrong()


@pytest.mark.parametrize("kind", KINDS)
def test_floor_of_each_kind(kind: str) -> None:
    """No kind is left behind."""
    size = sum(case[0] == kind for case in CASES)
    assert len(wrong(kind)) <= (1 - KIND_FLOOR) * size, wrong(kind)


def test_false_facts() -> None:
    """Next to nothing that did not happen is called a deed."""
    false = [
        case[1] for case, found in zip(CASES, verdicts(), strict=True)
        if (case[3], case[4]) != ("actual", "+") and found.status is Status.ACTUAL and found.polarity == "+"
    ]
    assert len(false) <= 1, false


def refusals() -> set[tuple[str, str]]:
    """Return the verbs (with their particle) that have a sense of refusal."""
    out = set()
    folder = Path(languages.__file__).parent / "en" if languages.__file__ else Path(languages.__path__[0]) / "en"
    for path in folder.glob("senses.*.tsv"):
        for row in load_table(path, ("lemma", "pos", "frame", "sense", "roles")):
            if row["pos"] == "v" and row["sense"] in REFUSALS and row["lemma"] not in IDIOMS:
                slots = row["frame"].split()
                out.add((row["lemma"], next((x[4:] for x in slots if x.startswith("prt:")), "")))
    return out


def test_every_word_of_refusal_has_a_status() -> None:
    """A verb whose sense is a refusal says what becomes of the act that it governs."""
    found = refusals()
    assert len(found) > 60
    missing = []
    for lemma, particle in sorted(found):
        frames = load().governors.get((lemma, "v"), {})
        if not any(frame.startswith(f"{particle}+") if particle else True for frame in frames):
            missing.append((lemma, particle))
    assert not missing
