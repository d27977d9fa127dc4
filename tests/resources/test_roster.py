"""The roster: what a table must look like, which entry a name denotes on which day, and a user's own lines."""

import pytest

from facta.errors import ResourceError
from facta.resources.actorwords import load_actor_words
from facta.resources.roster import first_piece, load_roster

ROSTER = load_roster()


def on(name, day):
    """Return code and sector of the readings of a name that are valid on a day."""
    return {(r.entry.code, r.entry.sector) for r in ROSTER.named(name) if r.entry.valid(day)}


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Kyiv", "2020-01-01", ("UKR", "GOV")),
        ("Kiev", "2020-01-01", ("UKR", "GOV")),
        ("KGB", "1985-01-01", ("SUN", "SPY")),
        ("KGB", "2017-11-20", ("BLR", "SPY")),
        ("Taliban", "2021-08-14", ("AFG", "REB")),
        ("Taliban", "2021-08-15", ("AFG", "GOV")),
        ("Briton", "2020-01-01", ("GBR", "GOV")),
        ("Angela Merkel", "2010-01-01", ("DEU", "GOV")),
        ("Bundestag", "2010-01-01", ("DEU", "LEG")),
        ("Western Sahara", "2010-01-01", ("MAR", "PRE")),
    ],
)
def test_name_denotes_entry_on_a_day(name, day, expected):
    """A name denotes the entry that is valid on the day."""
    assert expected in on(name, day)


def test_no_leader_outside_the_term():
    """After the last term nobody holds the office."""
    assert on("Angela Merkel", "2023-01-01") == set()


def test_every_state_has_a_capital_or_city_and_words_for_its_people():
    """At least 195 states have an adjective, and all but a few a capital of their own."""
    forms = {}
    for refs in ROSTER.names.values():
        for ref in refs:
            if ref.entry.kind == "state":
                forms.setdefault(ref.entry.code, set()).add(ref.form)
    assert len([code for code, kinds in forms.items() if {"name", "adj"} <= kinds]) >= 195
    assert len([code for code, kinds in forms.items() if "capital" in kinds]) >= 190


def test_breadth():
    """The numbers that the roster promises: bodies of many kinds, leaders of many states."""
    kinds = [e.kind for e in ROSTER.entries.values()]
    rebels = {e.id for e in ROSTER.entries.values() if "REB" in e.sector.split()}
    leaders = {r.entry.code for refs in ROSTER.surnames.values() for r in refs}
    assert kinds.count("igo") >= 150
    assert len(rebels) >= 200
    assert len(leaders) >= 100


def test_longest_name_first():
    """Names at one place come longest first, so that South Sudan is not Sudan."""
    text = "South Sudanese troops"
    assert next(iter(ROSTER.at(text, 0, "South")))[0] == "South Sudanese"


def test_users_lines_win(tmp_path):
    """A user's own table adds names and overrides built-in ones."""
    own = tmp_path / "mine.tsv"
    own.write_text("name\tcode\tsector\tvalid_from\tvalid_to\nNorthwind Front\tTCD\tREB\t2020\t\nKyiv\tPOL\tJRN\t\t\n")
    roster = load_roster(extra=[own])
    assert [r.entry.code for r in roster.named("Kyiv")] == ["POL"]
    (ref,) = roster.named("Northwind Front")
    assert ref.entry.since == "2020-01-01"
    assert (ref.entry.valid("2021-05-05"), ref.entry.valid("2019-05-05")) == (True, False)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Front\tXXX\tREB\t\t", "no code"),
        ("Front\tTCD\tBAD\t\t", "no sector"),
        ("Front\tTCD\tREB\t2020-13-1\t", "no date"),
        ("Front\tTCD\tREB\tlately\t", "no date"),
        ("Front\tTCD\tREB\t2021\t2020", "after valid_to"),
        ("\tTCD\tREB\t\t", "empty"),
    ],
)
def test_wrong_line_is_named_by_file_and_line(tmp_path, line, message):
    """A wrong line stops the start and says where it stands."""
    own = tmp_path / "mine.tsv"
    own.write_text(f"name\tcode\tsector\tvalid_from\tvalid_to\n{line}\n")
    with pytest.raises(ResourceError, match=message) as caught:
        load_roster(extra=[own])
    assert "mine.tsv:2" in str(caught.value)


@pytest.mark.parametrize(("word", "piece"), [("Kyiv", "Kyiv"), ("U.S.", "U"), ("al-Qaeda", "al"), ("'Ndrangheta", "'")])
def test_names_are_filed_under_their_first_piece(word, piece):
    """The key of a name is its leading run of letters and digits."""
    assert first_piece(word) == piece


@pytest.mark.parametrize(
    ("noun", "modifiers", "sector"),
    [
        ("guard", ("coast",), "COP"),
        ("minister", ("foreign",), "GOV"),
        ("minister", ("defence",), "MIL"),
        ("service", ("security",), "SPY"),
        ("worker", (), "LAB"),
        ("worker", ("aid",), "SOC"),
        ("party", ("ruling",), "PTY GOV"),
    ],
)
def test_modifiers_decide_the_sector_of_a_noun(noun, modifiers, sector):
    """The nearest known modifier gives the sector, else the bare noun's."""
    assert load_actor_words().role(noun, modifiers).sector == sector
