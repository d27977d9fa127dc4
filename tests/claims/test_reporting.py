"""The reporting lexicon: what a line means, and which lines are refused."""

from __future__ import annotations

from importlib.resources import files

import pytest

from facta.errors import ResourceError
from facta.resources.reporting import load_reporting, parse_reporting

HEADER = "lemma\tpos\tframe\tstance\tkind\n"


@pytest.mark.parametrize(
    "line",
    [
        "say\tx\tthat\tneutral\tsay", "say\tv\tthat\tsure\tsay", "say\tv\tthat\tneutral\tsing",
        "say\tv\tthus\tneutral\tsay",
        "say\tv\tsubj:x\tneutral\tsay", "say\tv\tthat\tneutral\tsay\nsay\tv\tthat\tneutral\tsay",
    ],
)
def test_wrong_lines_are_refused_with_their_place(line):
    """Unknown words in a column, and lines that stand twice, stop the start."""
    with pytest.raises(ResourceError, match=r"reporting:\d"):
        parse_reporting(HEADER + line + "\n")


def test_limits_keep_their_words_and_sign():
    """``!obj:a,b`` forbids, ``prt:out`` demands."""
    (entry,) = parse_reporting(HEADER + "point\tv\tthat prt:out !obj:gun,finger\tneutral\tsay\n").verbs["point"]
    assert [(x.slot, x.negated, sorted(x.words)) for x in entry.limits] == [
        ("prt", False, ["out"]), ("obj", True, ["finger", "gun"]),
    ]


def test_the_built_in_lexicon_is_large_and_sorted():
    """At least 400 lines, in order, so that a new word has one place."""
    lexicon = load_reporting("en")
    assert sum(map(len, lexicon.verbs.values())) + sum(map(len, lexicon.nouns.values())) >= 400
    assert {"official", "minister"} <= lexicon.speakers
    text = (files("facta.resources") / "languages" / "en" / "reporting.tsv").read_text(encoding="utf-8")
    lines = [tuple(line.split("\t")[:3]) for line in text.splitlines() if not line.startswith("#")][1:]
    assert lines == sorted(lines)


def test_a_missing_language_is_named():
    """An unknown tag is an error that says where it looked."""
    with pytest.raises(ResourceError, match="reporting"):
        load_reporting("xx")
