import pytest
from tests.evaluate.made import coding, event, who

from facta.evaluate.intervals import intervals, total
from facta.evaluate.marks import GoldArticle, Mark, Party
from facta.evaluate.scores import code_all, count, marks, same_date, same_source, summary
from facta.records import Polarity, Span, Status

TEXT = "Sudra detained Norlans. Norla will recall its envoy. Norla threatened Sudra."


def mark(words, kind, *, status="actual", polarity="+", nth=0, **more):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Mark(
        trigger=Span(start, start + len(words)), text=words, type=kind, status=Status(status),
        polarity=Polarity(polarity), **more,
    )


SUD, NOR = Party("Sudra", "SUD", "GOV"), Party("Norla", "NOR", "GOV")
GOLD = [
    mark("detained", "COERCE", actors=(SUD,), recipients=(NOR,)),
    mark("recall", "SANCTION", status="planned", actors=(NOR,), sources=((NOR,),), when=("2020-01-01", "2020-01-07")),
    mark("threatened", "THREATEN", actors=(NOR,), recipients=(SUD,)),
]


def test_gold_against_itself_is_perfect():
    """Every score of a perfect coder is at its best value."""
    scores = summary(count(GOLD, GOLD))
    assert all(v == (0.0 if name.startswith("false") else 1.0) for name, v in scores.items()), scores


def test_a_silent_coder():
    """Nothing coded: recall is nought, precision unknown, no false fact."""
    scores = summary(count(GOLD, []))
    assert (scores["detection_f1"], scores["false_facts_per_100"], scores["tuple_f1"]) == (0.0, 0.0, 0.0)
    assert scores["detection_precision"] is None
    assert scores["status_macro_f1"] is None


def test_a_plan_coded_as_a_deed_is_a_false_fact():
    """A coded deed whose gold twin did not happen counts, as does one without a twin or of a wrong type."""
    plan = mark("recall", "SANCTION", actors=(NOR,))
    stray = mark("envoy", "CONSULT")
    wrong = mark("threatened", "ASSAULT")
    c = count(GOLD, [plan, stray, wrong, GOLD[0]])
    assert (c.false_facts, c.false_types, c.found, c.matched) == (3, 1, 3, 2)
    assert summary(c)["false_facts_per_100"] == 100


def test_the_same_deed_coded_twice_is_false_once():
    """Pairing is one to one: the second record of one deed has no twin."""
    assert count(GOLD, [GOLD[0], GOLD[0]]).false_facts == 1


def test_tuples_compare_sets_of_codes():
    """Order and number of parties of one code do not matter, sectors only in the sector score."""
    police = mark("detained", "COERCE", actors=(Party("its police", "SUD", "COP"), SUD), recipients=(NOR,))
    c = count(GOLD, [police])
    assert (c.tuples, c.sector_tuples, c.placed_tuples) == (1, 0, 1)
    assert count(GOLD, [mark("detained", "COERCE", actors=(NOR,), recipients=(SUD,))]).tuples == 0


def test_tuple_elsewhere_counts_in_the_bag_only():
    """The bag of tuples asks for no place; the score in place does."""
    moved = mark("envoy", "COERCE", actors=(SUD,), recipients=(NOR,))
    c = count(GOLD, [moved])
    assert (c.tuples, c.placed_tuples) == (1, 0)


@pytest.mark.parametrize(
    ("gold", "coded", "same"),
    [
        ((), (), True),
        (((NOR,),), (), False),
        ((), ((NOR,),), False),
        (((SUD,), (NOR,)), ((NOR,),), True),
        (((NOR,), (SUD,)), ((NOR,),), False),
        (((SUD, NOR),), ((NOR,),), True),
        (((Party("x", None, "JRN"),),), ((Party("y", None, "JRN"),),), True),
        (((Party("x", "NOR", "PTY OPP"),),), ((Party("x", "NOR", "PTY"),),), True),
        (((Party("x", "NOR", "PTY OPP"),),), ((Party("x", "NOR", "OPP"),),), False),
    ],
)
def test_innermost_source(gold, coded, same):
    """Code and first sector of the innermost source must agree, or both have none; any joint speaker counts."""
    assert same_source(mark("recall", "AID", sources=gold), mark("recall", "AID", sources=coded)) is same


@pytest.mark.parametrize(
    ("gold", "coded", "same"),
    [
        (None, None, True),
        (("2020-01-01", "2020-01-01"), None, False),
        (None, ("2020-01-01", "2020-01-01"), False),
        (("2020-01-01", "2020-01-10"), ("2020-01-06", "2020-01-10"), True),
        (("2020-01-01", "2020-01-10"), ("2020-01-07", "2020-01-10"), False),
        (("2020-01-01", "2020-01-02"), ("2020-01-03", "2020-01-04"), False),
    ],
)
def test_dates(gold, coded, same):
    """Equal, or sharing half of their union; null is a value."""
    assert same_date(gold, coded) is same


def test_status_macro_f1():
    """Macro F1 runs over the statuses in use among matched marks."""
    wrong = [GOLD[0], mark("recall", "SANCTION", status="hypothetical"), GOLD[2]]
    assert summary(count(GOLD, wrong))["status_macro_f1"] == pytest.approx(1 / 3)


def test_overlap_and_largest_pairing():
    """Two coded triggers that overlap two gold ones are paired so that both count."""
    gold = [mark("will recall", "AGREE"), mark("envoy", "AGREE")]
    coded = [mark("recall its envoy", "AGREE"), mark("will", "AGREE")]
    assert count(gold, coded).matched == 2


def test_coding_is_aligned_before_scoring():
    """Events in a text with furniture are compared in gold offsets; a deed coded in furniture is a false fact."""
    page = "Menu raid\n\n" + TEXT
    made = coding(
        page, event(page, "raid", "COERCE"),
        event(page, "detained", "COERCE", actors=[who("SUD")], recipients=[who("NOR")]),
    )
    article = GoldArticle(id="a", text=TEXT, mentions=tuple(GOLD))
    [(_, coded)] = code_all([article], lambda _: made)
    assert coded == marks(article, made)
    c = count(GOLD, coded)
    assert (c.matched, c.tuples, c.false_facts) == (1, 1, 1)


def test_counts_add_up():
    """The counts of two articles together score what both hold."""
    both = total([count(GOLD, GOLD), count(GOLD, [])])
    assert (both.articles, both.gold, both.matched) == (2, 6, 3)
    assert summary(both)["detection_f1"] == pytest.approx(2 / 3)


def test_intervals_are_repeatable_and_hold_the_score():
    """The same articles give the same interval, around the score; one article alone gives none."""
    counts = [count(GOLD, GOLD)] * 3 + [count(GOLD, [])] * 3
    got = intervals(counts, rounds=200)
    low, high = got["detection_f1"]
    assert got == intervals(counts, rounds=200)
    assert low < summary(total(counts))["detection_f1"] < high
    assert intervals(counts[:1])["detection_f1"] is None
