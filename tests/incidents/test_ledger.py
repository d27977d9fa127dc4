"""Corrections by people: what each does, and that it can be undone."""

from hypothesis import given
from hypothesis import strategies as st

from facta.incidents.ledger import Entry, Verdict, in_force, overlay

FOUND = {"x": ["a", "b", "c"], "y": ["d"], "z": ["e", "f"]}


def test_an_undo_that_is_undone():
    """Undoing an undo brings the first entry back."""
    entries = [
        Entry(id="1", verdict=Verdict.MERGE, event_ids=("a", "d")), Entry(id="2", verdict=Verdict.UNDO, undoes="1"),
        Entry(id="3", verdict=Verdict.UNDO, undoes="2"),
    ]
    assert list(overlay(FOUND, entries[:2])) == sorted(FOUND.values())
    assert in_force(entries) == entries[:1]
    assert ["a", "b", "c", "d"] in list(overlay(FOUND, entries))


def test_corrections_hold_for_later_reports():
    """A report that joins one of two merged incidents joins both; one that joins the rest of a split stays there."""
    merge = Entry(id="1", verdict=Verdict.MERGE, event_ids=("a", "d"))
    split = Entry(id="2", verdict=Verdict.SPLIT, event_ids=("b",))
    later = FOUND | {"y": ["d", "new"], "x": ["a", "b", "c", "newer"]}
    assert ["a", "c", "d", "new", "newer"] in list(overlay(later, [merge, split]))
    assert ["b"] in list(overlay(later, [merge, split]))


_EVENTS = [e for events in FOUND.values() for e in events]
_some = st.lists(st.sampled_from(_EVENTS), min_size=1, max_size=3)
_entries = st.lists(st.tuples(st.sampled_from(list(Verdict)), _some, st.integers(0, 4)), max_size=5)


@given(_entries)
def test_nothing_is_lost_or_doubled(made):
    """Whatever the entries, each event is in one incident; with all of them undone, the first state is back."""
    entries = [
        Entry(id=str(n), verdict=v, event_ids=() if v is Verdict.UNDO else tuple(events),
              undoes=str(k) if v is Verdict.UNDO and k < n else None)
        for n, (v, events, k) in enumerate(made)
    ]
    assert sorted(e for events in overlay(FOUND, entries) for e in events) == sorted(_EVENTS)
    kept = in_force(entries)
    undone = [*kept, *(Entry(id=f"u{e.id}", verdict=Verdict.UNDO, undoes=e.id) for e in kept)]
    assert list(overlay(FOUND, undone)) == sorted(FOUND.values())
