"""The clock of a page, and other days that are not its article's."""

from __future__ import annotations

import pytest

from facta.article import read
from facta.records import Article

TALK = (
    "<p>Ines Moura was a harbour pilot in Sudport until last year. {when}</p><p><b>Will the port close?</b></p>"
    "<p>No, I do not think so. We need it, and my colleagues need it as well; nobody wants to lose a hundred jobs.</p>"
    "<p><b>Who profits?</b></p><p>The rail companies, I fear. They wrote to the ministry, and the ministry answered me"
    " with one line.</p>"
)
WHEN = "On 4 May 2011 the ministry shut the quay, and last week the pilots went on strike."
CLOCK = '<div class="head"><small>Tuesday, 7 June 2016</small></div>'


def made(
    top: str = "", foot: str = "", within: str = "", under: str = "", when: str = WHEN, head: str = "h1"
) -> Article:
    """Return the article of a page around the same talk, with things above, below and inside it."""
    body = f'<div id="c">{within}<{head}>The pilot speaks</{head}>{under}{TALK.format(when=when)}</div>'
    return read(f"<html><head><title>The pilot speaks</title></head><body>{top}{body}{foot}</body></html>".encode())


def days(article: Article) -> tuple[str, str, str] | None:
    """Return the days of publication and their basis."""
    p = article.published
    return (p.start, p.end, p.basis) if p else None


@pytest.mark.parametrize(
    "page",
    [
        {"top": CLOCK},
        {"top": '<div id="hdr"><span class="date">Tue 7 June 2016 10:22</span></div>'},
        {"top": '<header><time datetime="2016-06-07">Tuesday 7 June 2016</time></header>'},
        {"top": "<p>Today is 7 June 2016</p>"},
        {"top": "<table><tr><td>Today is Tuesday, June 7, 2016</td><td>Search</td></tr></table>"},
        {"top": '<div class="topline">Sudport Echo | Tuesday, 7 June 2016, 10:22 | <a href="/l">Log in</a></div>'},
        {"top": '<ul class="menu"><li><a href="/">Home</a></li><li>Tuesday, 7 June 2016</li></ul>'},
        {"top": '<div class="top"><span>Updated Tuesday, 7 June 2016, 10:22</span></div>'},
        {"top": '<div class="bar"><i>Tuesday, 7 June 2016</i></div>', "head": "h2"},
        {"foot": "<footer><p>Tuesday, 7 June 2016, 10:22 CET</p></footer>"},
        {"foot": '<div class="bottom">© Echo 2016 <span>07.06.2016 10:22</span></div>'},
    ],
)
def test_a_clock_is_no_day_of_publication(page: dict[str, str]) -> None:
    """However a clock is marked, it only bounds the day, and the text gives it."""
    article = made(**page)
    assert article.page_clock == "2016-06-07"
    assert days(article) == ("2011-05-04", "2011-05-14", "text")
    assert "2016" not in article.text


@pytest.mark.parametrize(
    "page",
    [
        {"top": '<div class="col"><h4>Latest</h4><div class="it"><a href="/1">Minister opens a new school</a>'
                ' <em>06.06.2016</em></div><div class="it"><a href="/2">Fishermen find a sunken barge</a>'
                " <em>05.06.2016</em></div></div>"},
        {"foot": '<ul><li><a href="/1">Minister opens a new school</a> <em>06.06.2016</em></li>'
                 '<li>05.06.2016 <a href="/2">Fishermen find a sunken barge</a></li></ul>'},
        {"foot": '<div class="z"><h3>Readers write</h3><p><b>Ole</b> 12 March 2015, 10:10</p><p>Good.</p></div>'},
        {"foot": '<div class="m"><a href="/archive/2014/03/12">12 March 2014</a></div>'},
        {"foot": "<div>© 2 January 2016 Sudport Echo</div>"},
    ],
)  # fmt: skip
def test_days_of_other_things_are_no_byline(page: dict[str, str]) -> None:
    """Days beside other headlines, in comments, in links to an archive and beside a copyright sign date nothing."""
    assert days(made(**page)) == ("2011-05-04", "2011-05-14", "text")


@pytest.mark.parametrize(
    "page",
    [
        {"under": '<p class="by">By Ole Strand, 9 May 2011</p>'},
        {"under": "<div><span>9 May 2011</span> | <span>Ole Strand</span></div>"},
        {"under": '<div class="info"><span>Monday, 9 May 2011, 10:20</span></div>'},
        {"within": '<p class="date">Monday, 9 May 2011</p>'},
        {"within": "<span>Monday, 9 May 2011</span>"},
    ],
)
def test_a_byline_stays_a_byline_beside_a_clock(page: dict[str, str]) -> None:
    """A day beside the headline is the article's own, with a weekday or without."""
    article = made(top=CLOCK, **page)
    assert (days(article), article.page_clock) == (("2011-05-09", "2011-05-09", "byline"), "2016-06-07")
    assert article.turns[1].kind.value == "narration"


def test_a_relative_day_gives_the_day_itself() -> None:
    """*Three days ago, on 4 May* below a clock of the next month."""
    article = made(top='<i id="now">Tuesday, 7 June 2011</i>', when="Three days ago the quay was shut, on 4 May.")
    assert days(article) == ("2011-05-07", "2011-05-07", "text")
