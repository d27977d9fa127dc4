"""Which reports are put together, and that neither order nor updates change it."""

import random

import pytest
from benchmarks.incidents.__main__ import BAR_APART, BAR_F1, scores
from benchmarks.incidents.goldset import UNREAD, by_coder, by_hand, near_misses
from tests.incidents.made import party, told

from facta.incidents.sweep import Sweep, sweep
from facta.pipeline.coder import Coder


def clusters(reports):
    return sorted(sorted(r.id for r in c) for c in sweep(sorted(reports, key=lambda r: r.order)))


@pytest.fixture(scope="module")
def hand():
    return by_hand()


def test_the_gold_set_is_what_it_should_be(hand):
    """It tells at least 30 incidents in 120 articles, and each near-miss names two of them."""
    labels = set(hand.truth.values())
    assert len({r.article_id for r in hand.reports}) >= 120
    assert len(labels) >= 30
    pairs = near_misses()
    assert {label for a, b, _ in pairs for label in (a, b)} <= labels
    assert len({kind for *_, kind in pairs}) >= 5


def test_scores_on_hand_made_records(hand):
    """With perfect coding all but a few are put together as they belong."""
    found = scores(hand)
    assert found["b3 f1"] >= 0.97
    assert found["kept apart"] == 1.0


def test_scores_on_the_unread_set():
    """Nothing was set on these articles; with perfect coding they are put together all the same."""
    found = scores(by_hand(UNREAD), UNREAD)
    assert found["b3 f1"] >= BAR_F1
    assert found["kept apart"] >= BAR_APART


def test_scores_on_what_the_coder_makes():
    """With the coder's records the bars of the benchmark hold."""
    found = scores(by_coder(Coder()))
    assert found["b3 f1 with missed alone"] >= BAR_F1
    assert found["kept apart"] >= BAR_APART


def test_order_does_not_matter(hand):
    """Reports give the same incidents however they are shuffled."""
    wanted = clusters(hand.reports)
    for seed in range(3):
        mixed = list(hand.reports)
        random.Random(seed).shuffle(mixed)  # noqa: S311
        assert clusters(mixed) == wanted


def test_an_update_gives_what_a_full_run_gives(hand):
    """What was found before a day, carried on from that day, is what one run over all finds."""
    reports = sorted(hand.reports, key=lambda r: r.order)
    for cut in {r.day for r in reports[10::25]}:
        before = list(sweep(r for r in reports if r.day < cut))
        running = Sweep(before)
        found = [c for r in reports if r.day >= cut for c in running.put(r)]
        found += running.rest()
        assert sorted(sorted(r.id for r in c) for c in found) == clusters(reports)


@pytest.mark.parametrize(("other", "together"), [
    ({}, True),
    ({"when": None, "after": 2}, True),
    ({"when": None, "after": 9}, False),
    ({"when": 1}, True),
    ({"when": 7}, False),
    ({"place": "Batumi", "text": "Police in Batumi held a reporter on Tuesday.",
      "recipients": [party("a reporter", "GEO", "JRN")]}, False),
    ({"recipients": [party("Maka Dolidze", "GEO", "JRN")]}, False),
    ({"actors": [party("Police", "ARM", "COP")]}, False),
    ({"type": "SANCTION"}, False),
    ({"text": "The journalist Beridze was led away in Gori.", "actors": []}, True),
])
def test_what_is_one_incident(other, together):
    """Reports with these differences from another are, or are not, of one incident with it."""
    assert (clusters([told("a"), told("b", **other)]) == [["a", "b"]]) is together


def test_incidents_are_given_out_when_they_are_over():
    """Nothing is held longer than reports may still come, so that memory stays flat."""
    running = Sweep()
    held = 0
    for n in range(400):
        for _ in running.put(told(f"{n:03}", when=n)):
            pass
        held = max(held, len(running))
    assert held < 50
