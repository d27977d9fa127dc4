"""The arithmetic of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.errors import ResourceError
from facta.resources.calendar import load_calendar
from facta.times.days import easter, edge, holiday, narrow, shift, span, value_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [("2017-11-17", "2017-11-17", "2017-11-17"), ("2017-W46", "2017-11-13", "2017-11-19"),
     ("2017-W46-WE", "2017-11-18", "2017-11-19"), ("2016-02", "2016-02-01", "2016-02-29"),
     ("2019-Q3", "2019-07-01", "2019-09-30"), ("2019-H2", "2019-07-01", "2019-12-31"),
     ("2017", "2017-01-01", "2017-12-31"),
     ("199", "1990-01-01", "1999-12-31"), ("18", "1800-01-01", "1899-12-31"), ("2018-SU", "2018-06-01", "2018-08-31"),
     ("2018-WI", "2017-12-01", "2018-02-28"), ("2020-W53", "2020-12-28", "2021-01-03")],
)
def test_span(value, first, last):
    """Each kind of value covers its days."""
    assert span(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["PAST_REF", "P3D", "2017-02-30", "2017-13", "XXXX-WXX-5", "", "0000", "2017-W60", "00"]
)
def test_no_span(value):
    """Values that name no days have none."""
    assert span(value) is None


@pytest.mark.parametrize(
    ("year", "day"), [(2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2017, "04-16"), (2038, "04-25")]
)
def test_easter(year, day):
    """Easter as the tables have it."""
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("rule", "day"), [("11/4/4", "2023-11-23"), ("05/1/-1", "2023-05-29"), ("easter-2", "2023-04-07")]
)
def test_holiday(rule, day):
    """Movable holidays."""
    found = holiday(rule, 2023)
    assert found is not None
    assert found.isoformat() == day


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [("2024-03", "START", "2024-03-01", "2024-03-10"), ("2024-03", "MID", "2024-03-11", "2024-03-20"),
     ("2024-03", "END", "2024-03-21", "2024-03-31"), ("2024", "START", "2024-01-01", "2024-04-30"),
     ("197", "END", "1977-01-01", "1979-12-31"), ("2024-03-05", "END", "2024-03-05", "2024-03-05")],
)
def test_narrow(value, mod, first, last):
    """Early, mid and late are thirds; of a month days 1-10, 11-20, 21 to its end."""
    days = span(value)
    assert days is not None
    assert narrow(days, mod) == (date.fromisoformat(first), date.fromisoformat(last))


def test_edge():
    """The end of a year is its last month."""
    assert edge((date(2013, 1, 1), date(2013, 12, 31)), "END") == (date(2013, 12, 1), date(2013, 12, 31))


@given(day=st.dates(), unit=st.sampled_from("DWMQYECL"), count=st.integers(-(10**9), 10**9))
def test_shift_never_fails(day, unit, count):
    """Any distance gives a day or None, and every day's value holds the day."""
    moved = shift(day, unit, count)
    if moved is not None and unit in "DWMQYEC" and 2 <= moved.year <= 9900:
        days = span(value_of(unit, moved))
        assert days is None or days[0] <= moved <= days[1]


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [("calendar.tsv", "foo\tbar\t1\t", "unknown kind"), ("calendar.tsv", "foo\tunit\tD\tnever", "unknown only"),
     ("calendar.cues.tsv", "foo\tsideways", "unknown effect"), ("calendar.roles.tsv", "foo\thero", "unknown role")],
)
def test_wrong_table(file, line, message, tmp_path):
    """A wrong line of a calendar table is named with its file and number."""
    heads = {
        "calendar.tsv": "word\tkind\tvalue\tonly", "calendar.cues.tsv": "word\teffect",
        "calendar.roles.tsv": "word\trole",
    }
    for name, head in heads.items():
        (tmp_path / name).write_text(head + "\n" + (line + "\n" if name == file else ""), encoding="utf-8")
    with pytest.raises(ResourceError, match=message) as caught:
        load_calendar(tmp_path)
    assert f"{file}:2" in str(caught.value)
