"""Who speaks in which paragraph."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from facta.article import from_text, read
from facta.records import Article

PAGES = Path(__file__).parent / "pages"
ASKED = [("question", "Norland Radio", "Will the ports close?"), ("answer", "Ada Lind", "No, I think not."),
         ("question", "Norland Radio", "And the strike?"), ("answer", "Ada Lind", "I know nothing of it.")]  # fmt: skip
INTRO = "Ports will stay\n\nNorland Radio spoke to Ada Lind, the mayor of Sudport.\n\n"


def shown(article: Article) -> list[tuple[str, str | None, str]]:
    return [(t.kind.value, t.speaker, article.text[t.start : t.end]) for t in article.turns]


@pytest.mark.parametrize(
    "body",
    [
        "– Will the ports close?\n\n– No, I think not.\n\n– And the strike?\n\n– I know nothing of it.",
        "— Will the ports close?\n— No, I think not.\n— And the strike?\n— I know nothing of it.",
        "– Will the ports close?\n\nNo, I think not.\n\n– And the strike?\n\nI know nothing of it.",
        "**Will the ports close?**\n\nNo, I think not.\n\n**And the strike?**\n\nI know nothing of it.",
        "Q: Will the ports close?\n\nA: No, I think not.\n\nQ: And the strike?\n\nA: I know nothing of it.",
        "Q: Will the ports close?\nA: No, I think not.\nQ: And the strike?\nA: I know nothing of it.",
        "NORLAND RADIO: Will the ports close?\n\nLIND: No, I think not.\n\n"
        "NORLAND RADIO: And the strike?\n\nLIND: I know nothing of it.",
        "**NORLAND RADIO: Will the ports close?**\n\nLind: No, I think not.\n\n"
        "**NORLAND RADIO: And the strike?**\n\nLind: I know nothing of it.",
        "Will the ports close?\n\n«No, I think not.»\n\nAnd the strike?\n\n«I know nothing of it.»",
        "Will the ports close?\n\n„No, I think not.“\n\nAnd the strike?\n\n“I know nothing of it.”",
        "Will the ports close?\n\nNo, I think not.\n\nAnd the strike?\n\nI know nothing of it.",
    ],
    ids=[f"scheme{n}" for n in range(11)],
)  # fmt: skip
def test_every_way_of_marking_gives_the_same_voices(body: str) -> None:
    """However an interview marks its voices, questions are the outlet's and answers the guest's, marks left outside."""
    said = [(k, s, w.rstrip(".?") ) for k, s, w in shown(from_text(INTRO + body))]
    assert said[2:] == [(k, s, w.rstrip(".?")) for k, s, w in ASKED]
    assert said[1][:2] == ("narration", None)


def test_answers_of_several_paragraphs_stay_one_turn() -> None:
    """A paragraph without a dash goes on in the voice of the one before."""
    text = INTRO + "– Will they close?\n\n– No.\n\nI have said so.\n\n– Why?\n\n– We need them."
    assert ("answer", "Ada Lind", "No.\n\nI have said so.") in shown(from_text(text))


def test_headline_and_standfirst_of_an_interview_are_the_guests() -> None:
    """*Name: words* and the sentence that "X said this" hands over are the guest's words, without the name."""
    said = shown(read(PAGES / "interview.html"))
    assert said[0] == ("headline", "Ada Lind", "The ports will stay open")
    assert said[1] == ("standfirst", "Ada Lind", "The government should build two more cranes before the winter.")
    assert said[2][:2] == ("narration", None)
    assert [s for _, s, _ in said[3:]] == ["The Norland Post", "Ada Lind"] * 3
    assert said[5][2] == "The unions say that you lied to them."


def test_a_wholly_quoted_headline_is_the_guests() -> None:
    """The quotation marks of a headline lie outside its turn."""
    text = '"We will wait"\n\n' + INTRO.split("\n\n", 1)[1] + "– Why?\n\n– We must.\n\n– Until when?\n\n– May."
    assert shown(from_text(text))[0] == ("headline", "Ada Lind", "We will wait")


def test_a_panel_has_several_guests() -> None:
    """Labels give each guest their own turns under their full name."""
    text = ("Panel\n\nWe asked Ada Lind and Ole Strand.\n\nMODERATOR: Will they close?\n\nLIND: No, never.\n\n"
            "STRAND: They must.\n\nMODERATOR: When?\n\nSTRAND: Soon.\n\nLIND: Never.")  # fmt: skip
    assert [s for _, s, _ in shown(from_text(text))[2:]] == [
        None, "Ada Lind", "Ole Strand", None, "Ole Strand", "Ada Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "The points:\n\n– Norland recalled its envoy.\n\n– Sudria closed the border.",
        "A rock\n\nDoes anyone remember? The armies met.\n\nWhat then? They left.\n\nWas it wise?",
        "How cranes work\n\n**What is a crane?**\n\nA machine.\n\n**What does it lift?**\n\nCargo.",
        "Ports\n\nNote: the port is closed.\n\nUpdate: it opened.",
    ],
)
def test_lists_and_essays_are_no_interviews(text: str) -> None:
    """Bullets, rhetorical questions, explainers and notes stay the article's own voice."""
    assert {t.speaker for t in from_text(text).turns} == {None}
    assert not {"question", "answer"} & {t.kind.value for t in from_text(text).turns}


def test_furniture_lies_outside_every_turn() -> None:
    """The clock, an appeal and a share line of a plain text are kept in the text and left out of the turns."""
    top = "4 May 2024, Saturday, 8:16\nWe need your help\n\n"
    text = top + "Norland recalls envoy\n\nNorland recalled its envoy.\n\nShare"
    article = from_text(text)
    assert article.text == text
    assert article.page_clock == "2024-05-04"
    assert [w for _, _, w in shown(article)] == ["Norland recalls envoy", "Norland recalled its envoy."]


def test_turns_are_in_order_and_apart() -> None:
    """Turns follow each other in the text and never overlap."""
    for name in ("interview.html", "wire.html"):
        turns = read(PAGES / name).turns
        assert all(a.end <= b.start for a, b in pairwise(turns))
        assert all(t.start < t.end for t in turns)
