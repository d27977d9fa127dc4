"""What a roster holds: counts by kind, states by what can be named of them, and names that two actors share."""

from functools import cache

from facta.evaluate import census
from facta.resources.actorwords import load_actor_words
from facta.resources.roster import load_roster

HEADER = "name\tcode\tsector\tvalid_from\tvalid_to\tform"


def roster(tmp_path, *lines):
    """Return the roster with lines of a user."""
    own = tmp_path / "mine.tsv"
    own.write_text("\n".join((HEADER, *lines)) + "\n")
    return load_roster(extra=[own])


@cache
def counted():
    """Return the counts of the built-in roster by what is counted."""
    built_in = load_roster()
    parts = (census.states(built_in, load_actor_words(), "2026-06-01"), census.kinds(built_in),
             census.rulers(built_in, 2025))
    return {count.what: count for part in parts for count in part}


def test_the_built_in_roster_reaches_its_targets():
    """Nothing that a roster is asked to hold falls short."""
    assert [c.what for c in counted().values() if not c.enough] == []
    assert counted()["states"].have >= census.STATES


def test_what_is_missing_is_named():
    """A state without a capital in the roster is named by its code."""
    assert "VAT" in counted()["with a capital"].missing


def test_a_state_without_adjective_counts_for_no_office(tmp_path):
    """Offices of a new state are named only once it has an adjective."""
    bare = census.states(roster(tmp_path, "Norla\tNOX\t\t\t\tstate"), load_actor_words(), "2026-06-01")
    named = census.states(
        roster(tmp_path, "Norla\tNOX\t\t\t\tstate", "Norlan\tNOX\t\t\t\tadj"), load_actor_words(), "2026-06-01"
    )
    lacking = [next(c.missing for c in part if c.what == "with parliament") for part in (bare, named)]
    assert ["NOX" in codes for codes in lacking] == [True, False]


def test_ended_states_do_not_count():
    """The Soviet Union is no state of today."""
    then = census.states(load_roster(), load_actor_words(), "1990-06-01")[0]
    assert then.have != counted()["states"].have


def test_overlaps_of_years(tmp_path):
    """Two actors of one name overlap on the days that both bear it, and not if the one follows the other."""
    both = roster(tmp_path, "Venn Front\tTCD\tREB\t2001\t2005\t", "Venn Front\tTCD\tPTY\t2006\t\t")
    assert [o for o in census.overlaps(both) if o.name == "Venn Front"] == []
    twice = roster(
        tmp_path, "Ada Venn\tTCD\tGOV\t2001\t2005\tleader", "Venn Front\tTCD\tREB\t\t\t", "Kyiv Post\tUKR\tJRN\t\t\t",
    )
    assert [o.name for o in census.overlaps(twice)] == [o.name for o in census.overlaps(load_roster())]


def test_overlap_names_both_actors_and_the_days():
    """An overlap tells whose name it is, in which forms, on which days."""
    found = next(o for o in census.overlaps(load_roster()) if o.name == "Koreans")
    assert {found.first.code, found.second.code} == {"KOR", "PRK"}
    assert (found.forms, found.since, found.until) == (("people", "people"), "", "")


def test_a_term_counts_once_however_the_name_is_written():
    """Spellings of one person are one term."""
    terms = list(census.terms(load_roster()))
    assert sum(t.id == "angela-merkel" and t.office == "chancellor" for t in terms) == 1
