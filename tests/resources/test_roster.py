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


def own_roster(tmp_path, *lines):
    """Return the roster with a user's own lines, which say how a name denotes its actor."""
    own = tmp_path / "mine.tsv"
    own.write_text("\n".join(("name\tcode\tsector\tvalid_from\tvalid_to\tform", *lines)) + "\n")
    return load_roster(extra=[own])


def test_users_bring_states_of_their_own(tmp_path):
    """A line of form ``state`` brings a state; others give it adjectives, a capital, places and people."""
    roster = own_roster(
        tmp_path, "Norla\tNOX\t\t\t\tstate", "Norlan\tNOX\t\t\t\tadj", "Tolma\tNOX\t\t\t\tcapital",
        "Norla Front\tNOX\tREB\t\t\t", "Ada Venn\tNOX\tGOV\t1990\t1995\tleader",
    )
    assert roster.states["NOX"].sector == "GOV"
    forms = {name: roster.named(name)[0].form for name in ("Norla", "Norlan", "Tolma", "Norla Front", "Ada Venn")}
    assert list(forms.values()) == ["name", "adj", "capital", "name", "leader"]
    assert roster.surnames["Venn"][0].entry.until == "1995-12-31"
    assert "NOX" not in load_roster().states


def test_users_rename_states_of_the_roster(tmp_path):
    """A state may have other names, in other years; the line that still holds comes first."""
    roster = own_roster(tmp_path, "Zaire\tXZR\t\t\t1997-05\tstate", "Zaire\tCOD\t\t1997-06\t\tstate")
    assert [(r.entry.code, r.entry.kind) for r in roster.named("Zaire")] == [("COD", "state"), ("XZR", "state")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Norla\tNorla\t\t\t\tstate", "no code for a state"),
        ("Norla\tTCD\t\t\t\tcountry", "no form"),
        ("Norlan\tNOX\t\t\t\tadj", "no code"),
        ("Norlan\tIGO\t\t\t\tadj", "is no state"),
    ],
)
def test_wrong_form_is_named(tmp_path, line, message):
    """A form that does not exist, or of a state that nobody brings, stops the start."""
    with pytest.raises(ResourceError, match=message):
        own_roster(tmp_path, line)


def test_actor_of_an_unknown_state_is_named_by_its_line(tmp_path):
    """A built-in actor whose state is missing is named with file and line."""
    for table, header in (("names", "name\tid\tform\tvalid_from\tvalid_to"), ("places", "name\tcode")):
        (tmp_path / f"{table}.tsv").write_text(header + "\n")
    head = "id\tname\tcode\tsector\tkind\tvalid_from\tvalid_to\tsource"
    (tmp_path / "actors.tsv").write_text(f"{head}\nx\tX\tXXX\tREB\tgroup\t\t\town\n")
    with pytest.raises(ResourceError, match=r"actors\.tsv:2"):
        load_roster(tmp_path)


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
