"""Finding time expressions: extent, value, days, and what must not be taken for one."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.errors import UsageError
from facta.records import Interval
from facta.times import find, tenses

DAY = Interval(start="2017-11-20", end="2017-11-20", basis="given")
PIECES = (
    "two", "a", "the", "year", "years", "ago", "later", "last", "next", "Friday", "May", "march", "17", "2017", "'98",
    "of", "end", "early", "-", ",", ".", "\n\n", "every", "hundred", "thousand", "99999", "century", "first", "p.m.",
    "12:30", "since", "and", "before", "quarter", "Q3", "1990s", "0000", "Easter", "weekend", "half", "in", "following",
    "that",
)


def test_case(found, calendar, on):
    """Each line of cases.tsv: the expression is found with this value and these days, or nothing is."""
    got = find(found["text"], on(found["published"]), calendar)
    if not found["span"]:
        assert got == ()
        return
    days = (found["start"], found["end"]) if found["start"] else None
    seen = [(t.text, t.value, (t.interval.start, t.interval.end) if t.interval else None) for t in got]
    assert (found["span"], found["value"], days) in seen


@pytest.mark.parametrize(
    ("text", "kind"),
    [("It fell on Friday.", "DATE"), ("It fell at 8 p.m. on Friday.", "TIME"), ("It lasted six months.", "DURATION"),
     ("It falls every week.", "SET"), ("It falls daily.", "SET"), ("It fell recently.", "DATE")],
)
def test_type(text, kind, calendar):
    """Each expression has its TIMEX3 type."""
    assert [t.type for t in find(text, DAY, calendar)] == [kind]


def test_direction_from_the_parse(calendar, parsed):
    """A tense that the parse gives decides where a weekday lies."""
    text = "The leaders, who met in May, fly home on Friday."
    got = find(text, DAY, calendar, tense_of=tenses(parsed(text), calendar))
    assert [t.value for t in got] == ["2017-05", "2017-11-24"]


def test_given_direction_wins(calendar):
    """``tense_of`` overrides the words nearby, and None leaves it to them."""
    text = "They met on Friday."
    assert find(text, DAY, calendar, tense_of=lambda _: 1)[0].value == "2017-11-24"
    assert find(text, DAY, calendar, tense_of=lambda _: None)[0].value == "2017-11-17"


def test_publication_of_several_days(calendar):
    """Where publication is only known within days, relative dates cover what both ends give."""
    span = Interval(start="2017-11-20", end="2017-11-22", basis="text")
    got = find("He fell yesterday; on Friday he was held; in 2015 he fled.", span, calendar)
    assert [(t.interval.start, t.interval.end) for t in got if t.interval] == [
        ("2017-11-19", "2017-11-21"), ("2017-11-17", "2017-11-17"), ("2015-01-01", "2015-12-31"),
    ]


def test_without_publication(calendar):
    """Without a date of publication absolute dates stand, relative ones have no days."""
    got = find("On 3 May 2016 he fled. On Friday he was held. It was in March.", None, calendar)
    assert [(t.value, t.interval is None) for t in got] == [
        ("2016-05-03", False), ("XXXX-WXX-5", True), ("XXXX-03", True),
    ]


def test_wrong_publication(calendar):
    """A publication that is no date is refused with what to write."""
    with pytest.raises(UsageError, match="2017-11-20"):
        find("He fell.", Interval(start="soon", end="soon", basis=""), calendar)


def test_no_joining_over_paragraphs(calendar):
    """An expression never runs over a blank line."""
    assert [t.text for t in find("He left on 5\n\nMay 2016 was cold.", DAY, calendar)] == ["May 2016"]


def check(text, timexes):
    """Assert what holds for any text."""
    last = 0
    for t in timexes:
        assert last <= t.start < t.end <= len(text)
        assert text[t.start : t.end] == t.text
        assert t.value
        assert t.type in {"DATE", "TIME", "DURATION", "SET"}
        last = t.end
        if t.interval is not None:
            assert date.fromisoformat(t.interval.start) <= date.fromisoformat(t.interval.end)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text(text, calendar):
    """Any text: spans in order inside it, days in order, nothing raised."""
    check(text, find(text, DAY, calendar))


@settings(max_examples=300, deadline=None)
@given(
    words=st.lists(st.sampled_from(PIECES), max_size=30),
    day=st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)),
    tense=st.sampled_from((-1, 0, 1, None)),
)
def test_any_words_of_time(words, day, tense, calendar):
    """Any run of words of time, on any day: the same, also at the ends of the calendar."""
    text = " ".join(words)
    published = Interval(start=day.isoformat(), end=day.isoformat(), basis="given")
    check(text, find(text, published, calendar, tense_of=lambda _: tense))


@pytest.mark.parametrize(
    "piece", ["a ", "the ", "twenty-", "1,", "and ", "'", "12:", "early ", "every ", "\n ", "two years later "]
)
def test_linear(piece, calendar):
    """Long hostile runs take time in proportion to their length."""
    short, long = (timed(piece * n, calendar) for n in (4_000, 32_000))
    assert long < 8 * 4 * max(short, 0.01)


def timed(text, calendar):
    """Return the seconds that ``find`` takes."""
    start = time.perf_counter()
    find(text, DAY, calendar)
    return time.perf_counter() - start


def test_a_live_blog_counts_from_its_own_entries(calendar, on):
    """Today and yesterday in an entry are counted from the day that the entry names, not from publication."""
    text = (
        "Monday, November 22, 08:15 — Dockers walked out this morning.\n\n"
        "Tuesday, November 23, 10:05 — Police came today.\n\n16:55 — They left again yesterday."
    )
    got = {t.text: t.interval.start for t in find(text, on("2021-11-24"), calendar) if t.interval}
    assert (got["this morning"], got["today"], got["yesterday"]) == ("2021-11-22", "2021-11-23", "2021-11-22")


def test_one_line_with_an_hour_is_no_live_blog(calendar, on):
    """A single line that begins with an hour moves nothing."""
    text = "Monday, November 22, 08:15 — Dockers walked out. Police came today."
    got = {t.text: t.interval.start for t in find(text, on("2021-11-24"), calendar) if t.interval}
    assert got["today"] == "2021-11-24"
