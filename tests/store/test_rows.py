"""Records become rows that every table takes, and come back as they were."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.made import ORIGIN, batch, rows, twins

from facta.records import Article, Coding, Interval
from facta.store.rows import coding_rows
from facta.store.tables import RECORDS, TABLES


@pytest.mark.parametrize("name", RECORDS)
def test_rows_have_the_columns_of_their_table(name):
    """A row names every column of its table and no other, so that none is silently null or dropped."""
    made = {**rows(), "failures": batch("s", "!a").pages[0]["failures"]}
    assert made[name]
    for row in made[name]:
        assert set(row) == set(TABLES[name].schema.names)


def test_links_name_every_party():
    """Each actor, recipient, source and place of an event is a link."""
    assert [(r["role"], r["code"]) for r in rows()["links"]] == [
        ("actor", "PER"), ("recipient", "TCD"), ("source", "PER"), ("place", "TCD"),
    ]


def test_twins_are_one_row():
    """Two events of one article that say the same in the same place have one id, and are one row."""
    assert len(coding_rows(twins(), ORIGIN)["events"]) == 1


@given(st.text(st.characters(exclude_categories=()), min_size=1), st.text())
def test_any_text_survives(text, title):
    """Whatever characters a page has, its text comes back with as many of them, and no wrong day stops it."""
    when = Interval(start="2019-02-31", end="soon", basis="meta")
    made = coding_rows(
        Coding(article=Article(source="a", text=text, title=title, published=when), events=(), claims=()), ORIGIN
    )
    back = pa.Table.from_pylist(made["articles"], schema=TABLES["articles"].schema).to_pylist()[0]
    assert len(back["text"]) == len(text)
    assert back["published_start"] is None
    assert back["text"] == text or any("\ud800" <= c <= "\udfff" for c in text)
