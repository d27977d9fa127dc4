"""What a page puts into its article that is none of it: teasers, credits, captions; and standfirsts put back."""

from __future__ import annotations

import pytest

from facta.article import from_text, read
from facta.article.credits import is_caption, is_credit, is_teaser
from facta.records import TurnKind

BODY = (
    "<p>The harbour board of Norburg met on Monday and agreed to open the northern quay for timber again.</p>"
    "<p>Its chair said that the ferries of Sudria would be let in before the winter, and that tolls would stay.</p>"
)
MORE = "<p>Fishermen had blocked the quay for a week, and the board had asked the police not to clear it by force.</p>"


def text_of(middle: str, top: str = "") -> str:
    """Return the article's text where something stands in the middle of it, or above it."""
    html = f"<html><body><article><h1>Quay opens again</h1>{top}{BODY}{middle}{MORE}</article></body></html>"
    return read(html.encode()).text


@pytest.mark.parametrize(
    "teaser",
    [
        "<p>SEE MORE: <a href='/2'>Ships under siege in the south</a></p>",
        "<p><strong>DON'T MISS</strong></p><p><a href='/2'>Ships under siege</a> [INSIGHT]</p>",
        "<p>Ships furious at tolls <a href='/x'></a></p><p><a href='/2'>Ships threatened with force</a> [REACTION]</p>",
        "<p>[Related: <a href='/2'>Ships under siege in the south</a>]</p>",
        "<p><a href='/2'>Ships under siege in the far south</a></p>",
        "<p><em>Read more:</em></p><ul><li><a href='/2'>Ships under siege</a></li></ul>",
        "<p>Loading...</p>",
        "<p>Ada Lind, Norland Radio diplomatic correspondent</p><p>Siege of ships: <a href='/2'>read on here</a></p>",
    ],
)
def test_lines_that_lead_to_other_articles_are_cut(teaser: str) -> None:
    """A line that is little but link text, with a label, a tag or neither, is no part of the article."""
    text = text_of(teaser)
    for words in ("siege in", "under siege", "threatened with force", "Loading", "correspondent", "Related", "MISS"):
        assert words not in text
    assert "tolls would stay" in text
    assert "blocked the quay" in text


@pytest.mark.parametrize(
    "prose",
    [
        "<p>The <a href='/2'>board of the harbour</a> will read more papers before it votes again on the tolls.</p>",
        "<p><a href='/2'>The board of the harbour said that it would vote again.</a></p>",
        "<p>The fund is <a href='/1'>large and well kept by all</a>, not <a href='/2'>small at all</a>.</p>",
    ],
)
def test_sentences_with_links_stay(prose: str) -> None:
    """Links inside a sentence, or around one, do not make it a teaser."""
    assert " ".join(text_of(prose).split()).count("quay") == 2
    assert "again" in text_of(prose).split("tolls would stay.")[1] or "small at all" in text_of(prose)


def test_a_box_that_opens_over_a_name_is_cut() -> None:
    """A list of other articles inside a sentence goes, the name that it hangs on stays."""
    box = "<span class='box'><a href='/2'>Envoy leaves the talks</a> <a href='/3'>Talks begin anew here</a></span>"
    text = text_of(f"<p>The envoy <span><a href='/lind'>Ada Lind</a>{box}</span> of the harbour board welcomed it.</p>")
    assert "Ada Lind of the harbour board welcomed it" in text
    assert "Talks begin" not in text


@pytest.mark.parametrize(
    "tag", ["<div class='article__summary'>{}</div>", "<p class='lead'>{}</p>", "<h2 class='dek'>{}</h2>"]
)
def test_a_standfirst_that_the_page_names_is_kept(tag: str) -> None:
    """The lead stands after the headline, whatever element holds it, and once."""
    lead = "The harbour of Norburg takes timber again after a week in which fishermen blocked its northern quay."
    article = read(
        f"<html><body><article><h1>Quay opens again</h1>{tag.format(lead)}{BODY}{MORE}</article></body></html>".encode()
    )
    assert article.text.count(lead) == 1
    assert [t.kind for t in article.turns][:2] == [TurnKind.HEADLINE, TurnKind.STANDFIRST]


@pytest.mark.parametrize("line", ["By Ada Lind", "Sign up for our daily letter on sailing boats today."])
def test_other_lines_named_so_are_not_put_back(line: str) -> None:
    """A byline, keywords and appeals in an element of such a name are no standfirst."""
    assert line not in text_of("", f"<div class='summary'>{line}</div>")


def test_a_table_that_lays_out_the_page_yields_its_paragraphs() -> None:
    """Cells with paragraphs are a layout; each paragraph stays one, and the repeated headline goes."""
    html = f"<html><body><table><tr><td><h1>Quay opens again</h1>{BODY}{MORE}</td></tr></table></body></html>"
    assert len(read(html.encode()).text.split("\n\n")) == 4


def test_a_headline_in_front_of_a_paragraph_is_taken_off() -> None:
    """A paragraph that begins with the headline begins with its own words."""
    html = (
        "<html><head><title>Quay in Norburg opens again</title></head><body><h1>Quay in Norburg opens again</h1>"
        f"<article><p>Quay in Norburg opens again The board met on Monday to vote on timber and on tolls.</p>"
        f"{BODY}{MORE}</article></body></html>"
    )
    assert read(html.encode()).text.count("opens again") == 1


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("(Reporting by Ada Lind in Norburg; Editing by Jon Berg)", True),
        ("Jon Berg contributed to this report.", True),
        ("Additional reporting by Mia Holm", True),
        ("By Ada Lind and Jon Berg", True),
        ("Mia Holm, editor in Norburg", True),
        ("Jon Berg/AFP via Getty Images", True),
        ("Reporting by the board led to three arrests in Norburg.", False),
        ("By Monday the Norburg board had voted", False),
        ("Mia Holm, who was editor in Norburg", False),
        ("Ships of Norland by Jon Berg", False),
        ("Mia Holm, the editor, said that she would go.", False),
    ],
)
def test_credits_are_told_from_prose(line: str, verdict: bool) -> None:
    """A credit holds names and the words of a credit, and nothing else."""
    assert is_credit(line) is verdict


def test_captions_and_labels_in_plain_text_are_furniture() -> None:
    """Lines with a picture's credit and lines after a label stay outside the turns of a plain text."""
    assert [is_caption(x) for x in ("The quay in May. (AP Photo/Jon Berg)", "He kept the photo.")] == [True, False]
    assert [is_teaser(x) for x in ("READ MORE: Ships leave", "Read: the law of the sea.")] == [True, False]
    article = from_text("Quay opens\n\nThe board met on Monday.\n\nSEE MORE: Ships leave port\n\nIt voted for tolls.")
    assert "Ships leave" not in "".join(article.text[t.start : t.end] for t in article.turns)
