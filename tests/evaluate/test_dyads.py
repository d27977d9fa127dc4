"""Exact event sets: what a CAMEO answer asks for, which dyads a text gives, and when the two are the same."""

import pytest
from tests.evaluate.made import coding, event, who

from facta.evaluate.dyads import answers, coded_dyads, compare, exact_sets, gold_dyads
from facta.resources.crosswalk import load_crosswalk

CAMEO = load_crosswalk("cameo")
TEXT = "Sudra detained Norlan reporters after crowds met its envoy."
NORLAN = "Norlan reporters"


def row(*events, text=TEXT, **more):
    """Return a row whose answer is the given events, written as source, CAMEO code, target."""
    listed = [{"source_code": a, "cameo": c, "target_code": r} for a, c, r in events]
    return {"text": text, "date": "19950104", "events": listed, **more}


def deed(actor, recipient, kind="COERCE", *, side_by_side=False, **more):
    """Return a coded act of parties that the text names."""
    first, second = who(*actor.split("."), text="Sudra"), who(*recipient.split("."), text=NORLAN)
    if side_by_side:
        return event(TEXT, "detained", kind, actors=[first, second], **more)
    return event(TEXT, "detained", kind, actors=[first], recipients=[second], **more)


def exact(wanted, *made, sectors=False):
    """Say whether the acts of a text are exactly what a row asks for."""
    seen = compare(gold_dyads(answers(wanted), CAMEO), coded_dyads(made, TEXT))
    return bool(seen["strict" if sectors else "exact"])


@pytest.mark.parametrize(
    ("wanted", "made", "same"),
    [
        (row(("SUD", "173", "NOR")), [deed("SUD.COP", "NOR.JRN")], True),
        (row(("SUD", "173", "NOR")), [deed("SUD.COP", "NOR.JRN", "ASSAULT")], False),
        (row(("SUD", "173", "NOR")), [deed("NOR.COP", "SUD.JRN")], False),
        (row(("SUD", "173", "NOR")), [], False),
        (row(), [], True),
        (row(), [deed("SUD.COP", "NOR.JRN")], False),
        (row(("SUD", "010", "NOR")), [], True),
        (row(("SUD", "023", "NOR")), [deed("SUD.GOV", "NOR.GOV", "REQUEST")], True),
        (row(("SUD", "345", "NOR")), [deed("SUD.GOV", "NOR.GOV", "AID")], True),
        (row(("SUD", "173", "---")), [deed("SUD.GOV", "NOR.GOV")], True),
        (row(("SUD", "173", "NOR")), [deed("SUD.GOV", "NOR.GOV"), deed("SUD.GOV", "NOR.GOV", "AID")], False),
        (row(("IGOUNO", "173", "NOR")), [deed("UNO.GOV", "NOR.GOV")], True),
    ],
)
def test_exact_sets(wanted, made, same):
    """A set is exact when each dyad asked for is there and no other; dropped, made-up and open cells ask for less."""
    assert exact(wanted, *made) is same


@pytest.mark.parametrize(
    ("code", "sector", "same"),
    [("SUDCOP", "COP", True), ("SUDGOVMED", "GOV", True), ("SUDMED", "JRN", True), ("SUD", "GOV", True),
     ("SUDCOP", "GOV", False)],
)
def test_sectors_of_cameo_codes(code, sector, same):
    """The first known sector behind the country counts; CAMEO's media are JRN, and no sector means GOV."""
    assert exact(row((code, "173", "NOR")), deed(f"SUD.{sector}", "NOR.GOV"), sectors=True) is same


def test_acts_side_by_side_fit_either_direction():
    """Meetings and mutual acts have no direction: CAMEO writes them from one side or from both."""
    met = deed("SUD.GOV", "NOR.GOV", "CONSULT", side_by_side=True)
    signed = deed("SUD.GOV", "NOR.GOV", "SUPPORT", side_by_side=True)
    visit = deed("NOR.GOV", "SUD.GOV", "CONSULT")
    both = row(("SUD", "040", "NOR"), ("NOR", "040", "SUD"))
    assert [exact(both, made) for made in (met, visit)] == [True, True]
    assert exact(row(("NOR", "057", "SUD")), signed)
    assert not exact(row(("NOR", "057", "SUD"), ("SUD", "057", "NOR")), deed("SUD.GOV", "NOR.GOV", "SUPPORT"))


def test_parties_on_one_side_of_a_mutual_act_make_no_dyad():
    """Where A met B and C, B did not meet C."""
    where = TEXT.index("reporters")
    after = [who(code, "GOV", text=NORLAN, start=where, end=where + 9) for code in ("NOR", "EST")]
    met = event(TEXT, "detained", "CONSULT", actors=[who("SUD", text="Sudra", start=0, end=5), *after])
    assert exact(row(("SUD", "040", "NOR"), ("SUD", "040", "EST")), met)


@pytest.mark.parametrize(("status", "polarity"), [("proposed", "+"), ("hypothetical", "+"), ("actual", "-")])
def test_what_is_no_deed_or_plan_does_not_count(status, polarity):
    """These sets have no status, so only deeds and plans are events."""
    assert exact(row(), deed("SUD.COP", "NOR.JRN", status=status, polarity=polarity))


def test_a_plan_beside_a_deed_of_the_same_parties_is_its_content():
    """CAMEO writes a promise and what is promised once."""
    promised, aid = deed("SUD.GOV", "NOR.GOV", "AGREE"), deed("SUD.GOV", "NOR.GOV", "AID", status="planned")
    assert exact(row(("SUD", "033", "NOR")), promised, aid)
    assert exact(row(("SUD", "070", "NOR")), aid)


def test_parties_without_a_name_make_no_dyad():
    """A coder with dictionaries knows no country of bare crowds; Facta's guess counts in one score of its own."""
    guess = event(
        TEXT, "met", "CONSULT", actors=[who("EST", "CVL", text="crowds")], recipients=[who("SUD", text="its envoy")]
    )
    scores = exact_sets([row()], lambda text, day: coding(text, guess))
    assert (scores["exact_sets"], scores["exact_sets_all_parties"]) == (1.0, 0.0)


def test_recoded_answers_count_and_made_up_codes_stay_open():
    """The CAMEO code given later replaces one of an older scheme, but not one that is of no scheme."""
    later = [{"source_code": "X", "target_code": "Y", "cameo": "050"}]
    assert answers(row(("SUD", "064", "NOR"), events_cameo_UP_recoded=later))[0]["cameo"] == "050"
    assert CAMEO.of(answers(row(("SUD", "904", "NOR"), events_cameo_UP_recoded=later))[0]["cameo"]) is None


def test_scores_over_rows():
    """Rows without events count, rows without text do not; the day is handed to the coder."""
    days = []

    def code(text, day):
        days.append(day)
        return coding(text, deed("SUD.COP", "NOR.JRN"))

    scores = exact_sets([row(("SUDCOP", "173", "NOR")), row(), row(text="")], code)
    assert (scores["rows"], scores["exact_sets"], scores["exact_sets_with_sectors"]) == (2, 0.5, 0.0)
    assert (scores["exact_sets_where_an_event"], scores["exact_sets_where_none"]) == (1.0, 0.0)
    assert (scores["dyads"], scores["coded"], scores["dyad_precision"]) == (1, 2, 0.5)
    assert days == ["1995-01-04"] * 2
