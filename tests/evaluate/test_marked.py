"""The corpus format is read as its guide says, and what breaks it is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import corpus

from facta.errors import ResourceError
from facta.evaluate import gold

HEAD = "== a1 | wire | Andes | 2019-05-16 | Andean Dispatch\n"
FOLDER = Path(__file__).parents[2] / "corpus"


def written(tmp_path: Path, text: str) -> list[gold.GoldArticle]:
    """Return the gold articles of a corpus file with this text."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    return gold.load([path])


def test_an_article(tmp_path: Path) -> None:
    """Title and paragraphs make one text, with triggers, parties, dates, places and joint sources in their places."""
    [article] = written(tmp_path, HEAD + (
        "# a comment\n"
        "title: Lima {expels} consul\n"
        "+ expels | SANCTION expel | Lima=PER/GOV > consul=ECU/GOV | actual +\n"
        "person: Rosa Quilca=PER/GOV | interior minister\n"
        "\n"
        "Peru {expelled} the consul in Tumbes, two ministers said.\n"
        "+ expelled | SANCTION expel | Peru=PER/GOV > the consul=ECU/GOV | actual + | "
        "two ministers=PER/GOV@0; ministers=ECU/GOV@0 | 2019-05-14..2019-05-15 | PER:Tumbes | a note\n"
    ))
    assert article.text == "Lima expels consul\n\nPeru expelled the consul in Tumbes, two ministers said."
    assert article.title == "Lima expels consul"
    assert article.people[0].role == "interior minister"
    first, second = article.mentions
    assert article.text[first.trigger.start : first.trigger.end] == first.text == "expels"
    assert article.text[second.trigger.start : second.trigger.end] == second.text == "expelled"
    assert second.when == ("2019-05-14", "2019-05-15")
    assert second.place is not None
    assert second.place.code == "PER"
    assert [len(link) for link in second.sources] == [2]
    assert second.note == "a note"


def test_loose_sentences(tmp_path: Path) -> None:
    """Each paragraph of a group of sentences is a text of its own, with records or without."""
    found = written(tmp_path, "== s1 | sentences | Andes | 2019-05-16\nRain fell.\nPeru {met} Chile.\n"
                              "+ met | CONSULT | Peru=PER/GOV; Chile=CHL/GOV > | actual +\n")
    assert [(a.id, len(a.mentions)) for a in found] == [("s1.1", 0), ("s1.2", 1)]
    assert [a.text for a in found] == ["Rain fell.", "Peru met Chile."]


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("Rain fell.", "a.txt:1", "before the first text"),
        ("== a1 | wire\n", "a.txt:1", "no head"),
        (HEAD + "Peru {met Chile.\n", "a.txt:2", "brace"),
        (HEAD + "Peru {met} Chile.\n", "a.txt:3", "no record"),
        (HEAD + "Peru met Chile.\n+ met | CONSULT | Peru=PER/GOV > | actual +\n", "a.txt:3", "no mark left"),
        (HEAD + "Peru {met} Chile.\n+ saw | CONSULT | Peru=PER/GOV > | actual +\n", "a.txt:3", "next mark"),
        (HEAD + "Peru {met} Chile.\n+ met | CONSULT | Peru=PER/GOV | actual +\n", "a.txt:3", 'no ">"'),
        (HEAD + "Peru {met} Chile.\n+ met | CONSULT | Peru PER GOV > | actual +\n", "a.txt:3", "no party"),
        (HEAD + "Peru {met} Chile.\n+ met | CONSULT | Peru=PER/GOV > | actual + | | | Lima\n", "a.txt:3", "no place"),
        (HEAD + "Peru {met} Chile.\n+ met | CONSULT | Peru=PER/GOV > | real +\n", "a.txt:1", "real"),
        (HEAD + "Peru {met} Chile.\n+ met | TALK | Peru=PER/GOV > | actual +\n", "a.txt:1", "TALK"),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, where: str, words: str) -> None:
    """The message holds the file, the line and what is wrong."""
    with pytest.raises(ResourceError) as caught:
        written(tmp_path, text)
    assert where in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize("part", ["train", "dev", "test"])
def test_the_corpus_has_no_faults(part: str) -> None:
    """Every party is in its text, every code and mode exists, every deed lies before the day of publication."""
    articles = gold.load([FOLDER / part])
    assert articles
    assert [f"{a.id}: {fault}" for a in articles for fault in corpus.faults(a)] == []


def test_the_parts_share_no_text() -> None:
    """No text stands in two parts of the corpus."""
    texts = [a.text for part in ("train", "dev", "test") for a in gold.load([FOLDER / part])]
    assert len(texts) == len(set(texts))


def test_faults_beyond_the_format(tmp_path: Path) -> None:
    """The check finds parties that are not in the text, unknown codes and modes, and deeds of the future."""
    [article] = written(tmp_path, HEAD + (
        "Peru {met} Chile.\n+ met | CONSULT dinner | Peru=PER/GOV; Lima=XXX/GVO > | actual + | | 2019-05-17 | PER:Ica\n"
    ))
    found = " ".join(corpus.faults(article))
    for words in ("no mode dinner", 'party "Lima"', "code XXX", "sector GVO", "place Ica", "after publication"):
        assert words in found
