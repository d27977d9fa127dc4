import csv

import pytest
from tests.cli.shown import DEED, TEXT, coding, event, who

from facta.cli.show.tables import COLUMNS, cell, tsv
from facta.records import Interval


def rows(*codings):
    header, *lines = tsv(codings)
    reader = csv.reader([header, *lines], delimiter="\t")
    names = next(reader)
    return [dict(zip(names, cells, strict=True)) for cells in reader]


def test_a_line_an_event():
    """Each event is a line with a cell for every column."""
    published = Interval(start="2020-01-01", end="2020-01-03", basis="text")
    got = rows(coding(title="T", published=published), coding(events=()))
    assert len(got) == 3
    assert got[0] | {
        "type": "COERCE", "mode": "arrest", "happened": "1", "actor_codes": "SUD/GOV", "recipient_codes": "?/JRN",
        "when_start": "2020-01-01", "when_basis": "on New Year's Day", "trigger": "detained", "score": "-7",
        "published_end": "2020-01-03", "voice": "article", "title": "T", "polarity": "+",
    } == got[0]
    assert got[1]["sources"] == "<Ina>"
    assert got[1]["cues"] == "may"
    assert got[2]["polarity"] == "-"
    assert got[2]["recipient_codes"] == ""


@pytest.mark.parametrize("evil", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "  =1", "\x00=1", "＝1"])
def test_no_cell_is_a_formula(evil):
    """Words of a page that a spreadsheet would run are made harmless."""
    assert cell(evil).startswith("'")
    text = TEXT.replace("detained", evil.strip("\x00"))
    made = coding(
        text=text, events=(event(evil.strip("\x00"), "COERCE", text=text, actors=(who(evil, "SUD"),)),), title=evil,
    )
    [row] = rows(made)
    assert {row[name][0] for name in ("title", "actors", "trigger")} == {"'"}


def test_cells_stay_on_their_line():
    """Tabs and line breaks are written out, so that the number of cells never changes."""
    assert cell("a\tb\nc\\d\re") == "a\\tb\\nc\\\\d\\re"
    [row] = rows(coding(title="a\tb\n\u2028c\x0bd\x85e", events=(DEED,)))
    assert row["title"] == "a\\tb\\ncde"
    assert len(row) == len(COLUMNS)


@pytest.mark.parametrize("words", ['"We did not," he said', 'a "kite" fell', '"', '""', 'x"\ty'])
def test_readers_give_back_quotation_marks(words):
    """A cell with quotation marks, paired or not, keeps its words and its neighbours in a CSV reader."""
    [row] = rows(coding(title=words, publisher="P", events=(DEED,)))
    assert row["title"] == words.replace("\t", "\\t")
    assert row["publisher"] == "P"
