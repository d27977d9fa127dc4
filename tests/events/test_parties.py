"""Who acts and who undergoes, where the words leave it to the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

import facta
from facta.records import Participant

TABLE = Path(__file__).parent / "parties.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").split("\n")[2:] if line]


def codes(parties: tuple[Participant, ...]) -> str:
    """Return the codes of some parties as the table writes them."""
    return ",".join(sorted({p.code or "?" for p in parties})) or "-"


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), ROWS, ids=[f"{r[1]}: {r[0][:40]}" for r in ROWS])
def test_parties(rules: facta.Coder, text: str, trigger: str, actors: str, recipients: str) -> None:
    """Each act has the parties that a reader understands."""
    coding = rules.code(facta.from_text(text, published="2019-05-16"))
    start = coding.article.text.index(trigger)
    found = [e for e in coding.events if e.trigger.start <= start < e.trigger.end]
    assert [(codes(e.actors), codes(e.recipients)) for e in found] == [(actors, recipients)]


def test_demands_inside_a_protest_are_no_acts(rules: facta.Coder) -> None:
    """A march that demands something is one record (ANNOTATION: demands inside a protest)."""
    coding = rules.code(facta.from_text("Nurses marched in Lima, demanding that Chile apologise."))
    assert [e.type for e in coding.events if e.happened] == ["PROTEST"]


def test_a_compound_with_a_hyphen_reports_nothing(rules: facta.Coder) -> None:
    """In "Chadian-backed rebels" nobody is reported to back."""
    coding = rules.code(facta.from_text("Chadian-backed rebels shelled a town in Niger."))
    assert [e.type for e in coding.events] == ["ASSAULT"]
