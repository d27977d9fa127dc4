"""When an article was published, from what the page and the text say."""

from __future__ import annotations

import pytest

from facta.article import from_text
from facta.article.published import Hint, decide, infer
from facta.records import Interval


@pytest.mark.parametrize(
    ("text", "clock", "days"),
    [
        ("November 17, it became known that he was held.", "2018-10-20", ("2017-11-17", "2017-11-27")),
        ("Last week they met. November 17, it became known.", "2018-10-20", ("2017-11-20", "2017-11-26")),
        ("On May 2 they met. On May 9 they signed.", "2019-05-12", ("2019-05-09", "2019-05-12")),
        ("On Friday, November 17, they met.", "2020-01-01", ("2017-11-17", "2017-11-27")),
        ("They met in October 2017. On November 17 they signed.", None, ("2017-11-17", "2017-11-27")),
        ("They met in October 2017. On Friday, November 17 they signed.", None, ("2017-11-17", "2017-11-27")),
        ("Last Friday, 3 May 2019, they met. On May 1 it rained.", "2021-06-01", ("2019-05-04", "2019-05-13")),
        ("Last Friday, 3 May 2019, they met. Yesterday, on Tuesday, they signed.", None, ("2019-05-08", "2019-05-08")),
    ],
)  # fmt: skip
def test_the_text_bounds_the_day(text: str, clock: str | None, days: tuple[str, str]) -> None:
    """The latest past day gives the start; clock, weekday and dated events give the year."""
    assert infer(text, clock) == Interval(start=days[0], end=days[1], basis="text")


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("They met on Tuesday.", "2018-10-20"),
        ("On November 17 they will meet.", "2018-10-20"),
        ("On November 17 they met.", None),
        ("In 1944, on June 6, troops landed.", "2018-10-20"),
        ("", None),
    ],
)
def test_too_little_gives_nothing(text: str, clock: str | None) -> None:
    """Future days, days of other years and bare weekdays date nothing."""
    assert infer(text, clock) is None


def test_a_day_after_the_clock_is_not_believed() -> None:
    """Nothing is published after its page was seen."""
    assert decide([Hint("2019-01-05", "meta")], "They met.", "2018-10-20") is None


def test_a_hint_that_the_text_contradicts_gives_way() -> None:
    """A page dated before what it tells of is dated by its text."""
    found = decide([Hint("2017-11-10", "meta")], "On 17 November 2017 they met, officials said yesterday.", None)
    assert found == Interval(start="2017-11-17", end="2017-11-27", basis="text")


def test_the_clock_given_as_metadata_is_found_out() -> None:
    """Metadata that repeat the clock lose against last week's day in the text."""
    text = "Last week they met. November 17, it became known that he was held."
    found = decide([Hint("2018-10-20", "meta")], text, "2018-10-20")
    assert found is not None
    assert (found.start, found.basis) == ("2017-11-20", "text")


def test_agreeing_hints_are_kept() -> None:
    """A consistent page keeps the day it states."""
    found = decide([Hint("2017-11-20", "url")], "On November 17 they met.", None)
    assert found == Interval(start="2017-11-20", end="2017-11-20", basis="url")


def test_a_given_day_wins() -> None:
    """What the user says is not doubted; an interval may be given."""
    article = from_text("On November 17 they met.", published="2017-11-20/2017-11-22")
    assert article.published == Interval(start="2017-11-20", end="2017-11-22", basis="given")


def test_a_dateline_below_the_headline_dates_a_text() -> None:
    """A line with a byline and a day after the headline is the day of publication."""
    article = from_text("Norland expels two\n\nBy Jon Berg\n20 November 2017\n\nNorland expelled two diplomats.")
    assert article.published == Interval(start="2017-11-20", end="2017-11-20", basis="byline")
    assert article.page_clock is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Three days ago, on 3 November 2014, the quay was shut.", ("2014-11-06", "2014-11-06")),
        ("The quay was shut three days ago, on Monday, 3 November. The accord was signed in 2011.",
         ("2014-11-06", "2014-11-06")),
        ("Today, 6 November 2014, the quay opened.", ("2014-11-06", "2014-11-06")),
        ("The quay opens tomorrow, 7 November 2014.", ("2014-11-06", "2014-11-06")),
        ("The interview took place on 6 November 2014.", ("2014-11-06", "2014-11-06")),
        ("In 2011 they had signed an accord. On Monday, 3 November, they met again.", ("2014-11-03", "2014-11-13")),
        ("PORT LOUIS, May 3 (Echo) - The ministers parted. They had met in March 2016.", ("2016-05-03", "2016-05-04")),
    ],
)  # fmt: skip
def test_words_beside_a_day_fix_the_day_of_writing(text: str, days: tuple[str, str]) -> None:
    """Relative days, weekdays, years and datelines are put together."""
    assert infer(text) == Interval(start=days[0], end=days[1], basis="text")


@pytest.mark.parametrize(
    "text",
    [
        "Ministers part\n\nPort Louis, 3 May 2016\n\n1. The parties met in Port Louis.",
        "Ministers part\n\nPORT LOUIS, 3 May 2016 — The ministers parted on Tuesday.\n\nThey met.",
        "Strike: live\n\n3 May 2016, 16:10 — Talks begin\nThey met.\n\n2 May 2016, 09:10 — Pickets out\nThey left.",
        "Strike: live\n\n16:10, 3 May 2016: Talks begin\nThey met.\n\n09:10, 2 May 2016: Pickets out\nThey left.",
        "Transcript of the briefing, Port Louis, 3 May 2016\n\nThe minister spoke.\n\nShe left.",
    ],
)
def test_datelines_are_bylines(text: str) -> None:
    """The day below, before or in the headline of a document, and a live blog's latest entry, date it."""
    assert from_text(text).published == Interval(start="2016-05-03", end="2016-05-03", basis="byline")


def test_a_byline_that_yesterday_contradicts_gives_way() -> None:
    """A day read off the page loses against *yesterday, on …*; a day in the page's data does not."""
    text = "Yesterday, on 13 March 2019, the crews came home."
    assert decide([Hint("2022-08-27", "byline")], text, None) == Interval(
        start="2019-03-14", end="2019-03-14", basis="text")
    assert decide([Hint("2022-08-27", "meta")], text, None) == Interval(
        start="2022-08-27", end="2022-08-27", basis="meta")
