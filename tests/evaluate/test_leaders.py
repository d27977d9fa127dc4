"""Terms of office compared with Archigos: who is the same person, which years both know, where they differ."""

import sys

import pytest

from facta.errors import ResourceError
from facta.evaluate.leaders import agreement, read_archigos
from facta.resources.roster import load_roster

ROSTER = load_roster()


def spell(code, leader, start, end):
    """Return a row of Archigos."""
    return {"iso3_0": code, "leader": leader, "startdate": start, "enddate": end}


@pytest.mark.parametrize(
    ("row", "shared", "agreed"),
    [
        (spell("DEU", "Merkel", "2005-11-22", "2015-12-31"), 10, 10),
        (spell("DEU", "Merkel", "2004-11-22", "2015-12-31"), 11, 10),
        (spell("DEU", "Kohl", "1982-10-01", "1998-10-26"), 9, 9),
        (spell("DEU", "Nobody", "1991-01-01", "1995-12-31"), 0, 0),
        (spell("XXX", "Merkel", "2005-11-22", "2015-12-31"), 0, 0),
        (spell("QAT", "Hamad ibn Khalifah Al Thani", "1995-06-27", "2013-06-25"), 18, 18),
    ],
)
def test_leader_years(row, shared, agreed):
    """A year counts if the roster knows the leader of that state, and agrees if it has him on its first of July."""
    found = agreement(ROSTER, [row])
    assert (found.shared, found.agreed) == (shared, agreed)


def test_what_differs_is_named():
    """Each year that does not agree is listed."""
    found = agreement(ROSTER, [spell("DEU", "Merkel", "2004-01-01", "2006-12-31")])
    assert found.apart == (("DEU", 2004, "Merkel"), ("DEU", 2005, "Merkel"))
    assert found.share == pytest.approx(1 / 3)
    assert agreement(ROSTER, []).share is None


def test_csv(tmp_path):
    """A table is read from CSV with the standard library."""
    path = tmp_path / "a.csv"
    path.write_text("iso3_0,leader,startdate,enddate\nDEU,Merkel,2005-11-22,2015-12-31\n")
    assert read_archigos(path) == [spell("DEU", "Merkel", "2005-11-22", "2015-12-31")]


@pytest.mark.parametrize(("text", "code"), [("a,b\n1,2\n", "R02"), ("", "R02"), (None, "R03")])
def test_wrong_table(tmp_path, text, code):
    """A missing file or column is named."""
    path = tmp_path / "a.csv"
    if text is not None:
        path.write_text(text)
    with pytest.raises(ResourceError) as caught:
        read_archigos(path)
    assert caught.value.code == code


def test_parquet_without_pyarrow(tmp_path, monkeypatch):
    """Without pyarrow the message says what to install, and that CSV will do."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ResourceError, match=r"R08.*pip install pyarrow.*CSV"):
        read_archigos(tmp_path / "a.parquet")


def test_parquet(tmp_path):
    """With pyarrow Parquet is read to the same rows."""
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    rows = [spell("DEU", "Merkel", "2005-11-22", "2015-12-31")]
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    assert read_archigos(path) == rows
