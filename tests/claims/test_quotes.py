"""Quotations on the text: marks of many kinds, paragraphs, and hostile input."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.claims import attribute
from facta.claims.quotes import MAX_PARAGRAPHS, find_quotes
from facta.records import Article
from facta.resources.reporting import load_reporting
from facta.sentences import parse


def quoted(text):
    return [text[q.start : q.end] for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "go" and "stop".', ['"go"', '"stop"']),
        ("He said “go ‘now’ or never”.", ["“go ‘now’ or never”"]),
        ("“He said “go” to me,” she said.", ["“He said “go” to me,”"]),
        ("«Non», dit-il. „Ja“, sagte er.", ["«Non»", "„Ja“"]),
        ("The workers' party said 'we won' and the boys' club didn't.", ["'we won'"]),
        ("''We won,'' she said. It's over ''at last.''", ["''We won,''", "''at last.''"]),
        ("‘I’m here,’ he said; ’twas late.", ["‘I’m here,’"]),
        ("A 5\" pipe, 6'2\" tall.", []),
        ('"A 5" pipe," he said.', ['"A 5"']),
        ("It's Norland's, isn't it?", []),
        ('("Go," he said)', ['"Go,"']),
    ],
)
def test_marks(text, found):
    """Pairs of marks are found; apostrophes and inch marks are none."""
    assert quoted(text) == found


def test_a_quotation_runs_over_paragraphs_that_open_again():
    """Each paragraph of a long quotation opens with a mark, only the last one closes."""
    text = "“One.\n\n“Two.\n\n“Three,” he said."
    assert quoted(text) == ["“One.\n\n“Two.\n\n“Three,”"]


def test_a_quotation_that_never_closes_ends_with_its_paragraph():
    """Ordinary text after an unclosed quotation is not swallowed."""
    (quote,) = find_quotes('"One is open.\n\nTwo is not.')
    assert (quote.end, quote.closed) == (13, False)


def test_a_quotation_has_a_longest_length():
    """After too many opening paragraphs the quotation is cut."""
    text = "\n".join("“More." for _ in range(MAX_PARAGRAPHS + 3))
    assert text[slice(*find_quotes(text)[0].span)].count("\n") == MAX_PARAGRAPHS - 1


def test_a_speech_of_several_paragraphs_is_one_claim(rows):
    """Source and cue in the last paragraph cover all of them."""
    text = "“We heard shots.\n\n“Nobody came,” said Mira Dol. “Nobody.”"
    assert rows(text) == [("Mira Dol", "said", "“We heard shots.\n\n“Nobody came,” | “Nobody.”")]


def test_a_colon_introduces_the_next_paragraph(rows):
    """A cue before a line end introduces the quotation after it."""
    assert rows("Mira Dol said:\n\n“We heard shots.”") == [("Mira Dol", "said", "“We heard shots.”")]


def test_a_quotation_is_seen_whole_when_only_one_sentence_is_parsed(parser):
    """Quotations are found on the text, so unparsed sentences inside them are still attributed."""
    text = "“The army fired. The farm burned. We fled,” said Mira Dol."
    article = Article(source="test", text=text)
    sentences = tuple(s for s in parse(article, parser) if text[s.start : s.end].endswith("Dol."))
    (claim,) = attribute(article, sentences, (), load_reporting())
    assert [text[s.start : s.end] for s in claim.content] == ["“The army fired. The farm burned. We fled,”"]


@given(st.text(alphabet="ab 1'\"“”‘’«»„`.,\n—sS", max_size=200))
def test_quotations_lie_in_the_text_and_do_not_overlap(text):
    """Any string of marks gives ordered, disjoint stretches."""
    found = find_quotes(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("unit", ['"', "'a ", "“a\n\n", "“", '"a ', "‘a ", "a' ", "''", "„«"])
def test_a_long_hostile_text_takes_linear_time(unit):
    """A megabyte of marks is read in seconds."""
    text = unit * (1_000_000 // len(unit))
    begin = time.perf_counter()
    find_quotes(text)
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize("unit", ['he said "', '"a," he said ', "said ", "according to ", "that he said ", "“x” — "])
def test_claims_of_hostile_text_stay_inside_it(parser, unit):
    """Repeated cues and marks neither crash nor hang, and every span lies in the text."""
    article = Article(source="test", text=unit * 150)
    for claim in attribute(article, parse(article, parser), (), load_reporting()):
        spans = [*claim.content, *filter(None, (claim.source, claim.cue))]
        assert all(0 <= span.start < span.end <= len(article.text) for span in spans)


def test_no_sentences_no_claims():
    """An empty article has none."""
    assert attribute(Article(source="test", text=""), (), (), load_reporting()) == ()
