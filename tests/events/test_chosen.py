"""Parties settled by all the evidence."""

from __future__ import annotations

import pytest

import facta
from facta.events.parties import sectors
from facta.events.parties.evidence import Scene, codes, in_order
from facta.records import Participant
from facta.resources.weights import load_weights


def party(code: str | None, sector: str | None = "GOV") -> Participant:
    return Participant(text="x", start=0, end=1, code=code, sector=sector)


def test_codes_keep_the_order_of_the_text():
    """Orders follow the text, never the alphabet; nobody known is one code of its own."""
    assert in_order([party("TGO"), party(None), party("CHL"), party("TGO")]) == ("TGO", "", "CHL")
    assert codes([party("TGO"), party(None)]) == {"TGO", ""}


def parties(text: str, trigger: str) -> tuple[list[str | None], list[str | None]]:
    """Return the codes of the actors and recipients of the one act with that trigger."""
    coding = facta.code(facta.from_text(text, published="2019-05-16"))
    [event] = [e for e in coding.events if text[e.trigger.start : e.trigger.end].startswith(trigger)]
    return [p.code for p in event.actors], [p.code for p in event.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Chad's army shelled a village in Niger on Tuesday.", "shelled", "TCD", "NER"),
        ("Peru recalled its ambassador from Chile.", "recalled", "PER", "CHL"),
        ("The Kenyan president thanked Japan for the loan.", "thanked", "KEN", "JPN"),
    ],
)
def test_plain_parties_stay(text, trigger, actor, recipient):
    """What the grammar says plainly is not talked away by other evidence."""
    assert parties(text, trigger) == ([actor], [recipient])


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Two Dutch reporters detained at Sudan border", "detained", "SDN", "NLD"),
        ("Six Tunisian fishermen intercepted off Libya last week have gone home.", "intercepted", "LBY", "TUN"),
        ("Kenyan teacher arrested in Juba on Monday.", "arrested", "SSD", "KEN"),
    ],
)
def test_who_suffers_a_reduced_passive_is_no_doer(text, trigger, actor, recipient):
    """A participle that the parse takes for a past tense is turned; the authority of the place has done it."""
    assert parties(text, trigger) == ([actor], [recipient])


def test_parties_point_into_the_text():
    """A party has words of the text, at the place that it names, or none at all."""
    text = (
        "Coca growers in Guaviare shut the road on Friday. Colombia's police fired tear gas. They let four of them go, "
        "and the federation turned an offer down."
    )
    for event in facta.code(facta.from_text(text, published="2019-05-16")).events:
        for p in (*event.actors, *event.recipients):
            assert p.start is None or text[p.start : p.end] == p.text


def test_a_scene_knows_when_a_state_was_named(parsed):
    """Distances count sentences back; who is only named later was not named yet."""
    scene = Scene("", (), (), ())
    scene.named_at["TCD"] = [0, 4]
    assert [scene.since("TCD", n) for n in (0, 3, 4, 9)] == [0, 3, 0, 5]
    assert scene.since("PER", 3) is None


def test_first_sector():
    """Of two sectors the first counts; none is empty."""
    assert [sectors.first(s) for s in ("PTY OPP", "GOV", None)] == ["PTY", "GOV", ""]


@pytest.mark.parametrize("name", ["acts", "parties", "sectors"])
def test_weights_are_there(name):
    """Each table of weights is in the package, and none of its numbers is out of all proportion."""
    weights = load_weights(name)
    assert len(weights) > 500
    assert max(map(abs, weights.values())) < 10
