import pytest

from facta.evaluate.marks import Mark, Party
from facta.evaluate.mismatches import KINDS, mismatches, sentence_of
from facta.records import Polarity, Span, Status

TEXT = "Title here\n\nSudra detained five. Norla may recall its envoy! It “protested.” Rain fell."
SUD, COP = Party("Sudra", "SUD", "GOV"), Party("police", "SUD", "COP")


def mark(words, kind, status="actual", polarity="+", **more):
    start = TEXT.index(words)
    return Mark(
        trigger=Span(start, start + len(words)), text=words, type=kind, status=Status(status),
        polarity=Polarity(polarity), **more,
    )


GOLD = mark("detained", "COERCE", actors=(SUD,))


@pytest.mark.parametrize(
    ("coded", "kinds"),
    [
        (GOLD, None),
        (mark("detained", "ASSAULT", actors=(SUD,)), ("type",)),
        (mark("detained", "COERCE", "alleged", actors=(SUD,)), ("status",)),
        (mark("detained", "COERCE", polarity="-", actors=(SUD,)), ("polarity",)),
        (mark("detained", "COERCE", actors=(COP,)), ("sector",)),
        (mark("detained", "COERCE"), ("actor",)),
        (mark("detained", "COERCE", actors=(SUD,), recipients=(SUD,)), ("recipient",)),
        (mark("detained", "COERCE", actors=(SUD,), sources=((SUD,),)), ("source",)),
        (mark("detained", "COERCE", actors=(SUD,), when=("2020-01-01", "2020-01-01")), ("when",)),
    ],
)
def test_each_field_has_its_kind(coded, kinds):
    """A difference in one field is named after that field, and only it."""
    got = [m.kinds for m in mismatches("a", TEXT, [GOLD], [coded])]
    assert got == ([kinds] if kinds else [])
    assert set(kinds or ()) <= set(KINDS)


def test_missed_false_and_fact():
    """What stands on one side only is missed or false; a coded deed that did not happen is a false fact."""
    plan = mark("recall", "SANCTION", "hypothetical")
    got = list(mismatches("a", TEXT, [GOLD, plan], [mark("recall", "SANCTION"), mark("Rain", "AID")]))
    assert [m.kinds for m in got] == [("missed",), ("fact", "status"), ("false", "fact")]
    assert [m.sentence for m in got] == ["Sudra detained five.", "Norla may recall its envoy!", "Rain fell."]


@pytest.mark.parametrize("words", ["Title", "detained", "recall", "protested", "Rain"])
def test_the_trigger_is_where_the_sentence_says(words):
    """The span within the sentence covers the trigger."""
    start = TEXT.index(words)
    sentence, span = sentence_of(TEXT, Span(start, start + len(words)))
    assert span is not None
    assert sentence[span.start : span.end] == words
    assert "\n" not in sentence


def test_a_trigger_outside_gold_has_no_sentence():
    """Words of page furniture are said to be so."""
    assert sentence_of(TEXT, Span(-1, -1))[1] is None
