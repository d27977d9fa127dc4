import pytest
from tests.evaluate.made import coding, event, who

from facta.evaluate.sets import given_spans, gold_records, statements

TEXT = "Sudra detained a Norlan reporter."


def gold_row(code="SUD", sector="GOV", target="NOR", kind="COERCE"):
    return {
        "text": TEXT, "event_type": kind, "sources": [{"text": "Sudra", "code": code, "sector": sector}],
        "targets": [{"text": "Norlan", "code": target, "sector": None}] if target else [],
    }


def coder(*events):
    return lambda text, published: coding(text, *events)


def deed(code, sector="GOV", **more):
    return event(TEXT, "detained", "COERCE", actors=[who(code, sector)], recipients=[who("NOR")], **more)


HIT = deed("SUD")


@pytest.mark.parametrize(
    ("row", "made", "right", "right_sector"),
    [
        (gold_row(), HIT, 1.0, 1.0),
        (gold_row(sector=None), HIT, 1.0, 1.0),
        (gold_row(sector="***"), deed("SUD", "SPY"), 1.0, 1.0),
        (gold_row(sector="COPxyz"), deed("SUD", "COP"), 1.0, 1.0),
        (gold_row(sector="COP"), HIT, 1.0, 0.0),
        (gold_row(code="JAP"), deed("JPN"), 1.0, 1.0),
        (gold_row(code="IGO"), deed("UNO"), 1.0, 1.0),
        (gold_row(kind="ASSAULT"), HIT, 0.0, 0.0),
        (gold_row(target=None), HIT, 0.0, 0.0),
        (gold_row(), deed("SUD", polarity="-"), 0.0, 0.0),
    ],
)
def test_gold_records(row, made, right, right_sector):
    """Tuples compare mended codes and types; sectors know the wildcard, suffixes, and that no sector means GOV."""
    scores = gold_records([row], coder(made))
    assert scores["tuple_recall"] == right
    assert scores["tuple_sector_f1"] == pytest.approx(right_sector) or right_sector == 0.0
    assert (scores["tuple_sector_f1"] > 0) is (right_sector > 0)


def test_status_filter_of_gold_records():
    """Without the filter any status counts, with it only deeds and plans."""
    maybe = deed("SUD", status="hypothetical")
    assert gold_records([gold_row()], coder(maybe))["tuple_f1"] == 1.0
    assert gold_records([gold_row()], coder(maybe), deeds_and_plans=True)["tuple_f1"] == 0.0


def test_rows_of_one_text_are_scored_together():
    """Two gold records of a text are coded once and both can be found."""
    calls = []

    def code(text, published):
        calls.append(text)
        return coding(text, HIT, HIT)

    scores = gold_records([gold_row(), gold_row(kind="ASSAULT")], code)
    assert calls == [TEXT]
    assert (scores["records"], scores["coded"], scores["tuple_f1"]) == (2, 1, pytest.approx(2 / 3))


def test_given_spans_adds_up_yield():
    """CONCEDE and RETREAT are one class in PLV, and their probabilities add up."""
    span = {"start": 0, "end": 5}
    rows = [{"text": TEXT, "source_span": span, "target_span": span, "event_type": t} for t in ("YIELD", "AID")]
    scores = given_spans(rows, lambda *_: [("AID", 0.4), ("CONCEDE", 0.3), ("RETREAT", 0.3)])
    assert (scores["accuracy"], scores["f1_AID"]) == (0.5, 0.0)
    assert scores["f1_YIELD"] == pytest.approx(2 / 3)


def test_statements():
    """Only deeds count as false facts, per 100 sentences."""
    plan = event(TEXT, "detained", "COERCE", status="planned")
    scores = statements([{"text": TEXT}] * 4, coder(HIT, HIT, plan))
    assert (scores["false_facts_per_100"], scores["sentences_with_one_per_100"]) == (200.0, 100.0)
    assert (scores["without_requests_per_100"], scores["with_both_parties_per_100"]) == (200.0, 200.0)


def test_statements_with_requests_and_half_known_parties():
    """An appeal is a deed only in the first count, a deed without a known recipient not in the last."""
    asked = event(TEXT, "detained", "REQUEST", actors=[who("SUD")], recipients=[who("NOR")])
    half = event(TEXT, "detained", "COERCE", actors=[who("SUD")], recipients=[who(None, "JRN")])
    scores = statements([{"text": TEXT}] * 4, coder(asked, half))
    names = ("false_facts_per_100", "without_requests_per_100", "with_both_parties_per_100")
    assert [scores[name] for name in names] == [200.0, 100.0, 0.0]
