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


LONG = ("No, I think not.\n\nThe board knows the depth of the water.\n\nI am not the only one who worries.",
        "They are wrong. My charts show it.\n\nNobody else has any.", "Open the quay.\n\nPay the crews.")  # fmt: skip
PROMPT = ("Will the ports close?", "The owners call you a liar.", "What should the town do?")


def page(body: str) -> bytes:
    """Return the same interview as a page."""
    top = "<h1>Ports will stay</h1><p>Norland Radio spoke to Ada Lind, who has been the mayor of Sudport since May.</p>"
    head = "<head><title>Ports will stay</title></head>"
    return f"<html>{head}<body><article>{top}{body}</article></body></html>".encode()


def told(question: str, answer: str, between: str = "\n\n") -> str:
    """Return questions and answers of several paragraphs, each in a frame."""
    return between.join(
        question.format(n=n, q=q) + between + answer.format(n=n, a=a)
        for n, (q, a) in enumerate(zip(PROMPT, LONG, strict=True), start=1)
    )


@pytest.mark.parametrize(
    "source",
    [
        INTRO + told("– {q}", "{a}"), INTRO + told("— {q}", "— {a}"), INTRO + told("{q}", "– {a}"),
        INTRO + told("Q. {q}", "A. {a}"), INTRO + told("Q{n}: {q}", "A{n}: {a}"), INTRO + told("Q: {q}", "{a}"),
        INTRO + told("Question: {q}", "Answer: {a}"), INTRO + told("Interviewer: {q}", "Lind: {a}"),
        INTRO + told("QUESTION: {q}", "MAYOR: {a}"), INTRO + told("NR: {q}", "AL: {a}"),
        INTRO + told("{n}. {q}", "{a}"), INTRO + told("**{q}**", "{a}"),
        page(told("<p><i>{q}</i></p>", "<p>{a}</p>", "").replace("\n\n", "</p><p>")),
        page(told("<p><b>{q}</b></p>", "<p>{a}</p>", "").replace("\n\n", "</p><p>")),
        page(told("<h3>{q}</h3>", "<p>{a}</p>", "").replace("\n\n", "</p><p>")),
        page(told("<p><em>— {q}</em></p>", "<p>{a}</p>", "").replace("\n\n", "</p><p>")),
    ],
)  # fmt: skip
def test_prompts_without_a_question_mark_and_long_answers(source: str | bytes) -> None:
    """By every mark, a statement can be a question and an answer has as many paragraphs as it takes."""
    article = from_text(source) if isinstance(source, str) else read(source)
    assert shown(article)[2:] == [
        turn
        for q, a in zip(PROMPT, LONG, strict=True)
        for turn in (("question", "Norland Radio", q), ("answer", "Ada Lind", a))
    ]


def test_lists_of_terms_and_inline_questions() -> None:
    """A question as a term with its answer below, or in bold at the head of its answer."""
    ask, answer = ("Will it close?", "Who says so?"), ("No, I think not, and I said so.", "The board, as I have said.")
    terms = "".join(f"<dt>{q}</dt><dd>{a}</dd>" for q, a in zip(ask, answer, strict=True))
    inline = "".join(f"<p><b>{q}</b> {a}</p>" for q, a in zip(ask, answer, strict=True))
    for body in (f"<dl>{terms}</dl>", inline):
        assert [(k, w) for k, _, w in shown(read(page(body)))[2:]] == [
            ("question", ask[0]), ("answer", answer[0]), ("question", ask[1]), ("answer", answer[1])]


@pytest.mark.parametrize("marks", ["«{}»", "« {} »", "»{}«", "„{}“", "“{}”", '"{}"'])
def test_quoted_answers_lose_their_marks(marks: str) -> None:
    """Guillemets either way, low quotes and English ones, with blanks inside or without."""
    text = INTRO + f"Will they close?\n\n{marks.format('No, I think not.')}\n\nWhy?\n\n{marks.format('We need them.')}"
    assert [w for k, _, w in shown(from_text(text)) if k == "answer"] == ["No, I think not.", "We need them."]


def test_a_spokesperson_named_in_parentheses_keeps_the_name() -> None:
    """The first label names the person, before any question; a ministry that prints the transcript does not ask."""
    text = ("Briefing of the Norland foreign ministry\n\nSPOKESPERSON (Ada Lind): Good morning. We recalled our envoy."
            "\n\nQUESTION: Why?\n\nSPOKESPERSON: We had to.\n\nQUESTION: For long?\n\nSPOKESPERSON: No.")  # fmt: skip
    article = from_text(text, publisher="Norland foreign ministry")
    assert [(k, s) for k, s, _ in shown(article)][1:] == [
        ("answer", "Ada Lind"), ("question", None), ("answer", "Ada Lind"), ("question", None), ("answer", "Ada Lind")]
    asked = from_text(text, publisher="The Norland Post")
    assert {s for k, s, _ in shown(asked) if k == "question"} == {"The Norland Post"}


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
        "A quay\n\n**What is it about?**\n\nThe quay. We explain it.\n\n**Who is right?**\n\nOur maps show two.",
        "Rules\n\n1. Who needs a pass?\n\nAll do.\n\n2. What does it cost?\n\nForty crowns.",
        "Strike: live\n\n**16:10 Who is there?**\n\nThe mayors.\n\n**15:00 Will it last?**\n\nOur man says so.",
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


def test_one_voice_under_two_labels() -> None:
    """A briefing in which only the host's labels recur, by full name and by surname, is read without an error."""
    text = (
        "Transcript of the briefing\n\nAna Rojas, spokesperson: Good afternoon. The consul has left.\n\n"
        "HARBOUR RADIO: Has he sailed?\n\nROJAS: He has.\n\nLAKE MAIL: And the crew?\n\nROJAS: Ask the port."
    )
    article = from_text(text, title="Transcript of the briefing")
    host = "Ana Rojas"
    assert [t.speaker for t in article.turns[1:]] == [host, "Harbour Radio", host, "Lake Mail", host]
