"""Lone phrases: publishers, bylines, roles of interviewees."""

import pytest

from facta.actors import lookup, resolve_people
from facta.records import Article, Interval, Person
from facta.resources.actorwords import load_actor_words
from facta.resources.roster import load_roster


def one(text, day="2017-11-20"):
    """Return ``CODE SECTOR`` of the first actor of a phrase."""
    found = lookup(text, load_roster(), load_actor_words(), day)
    return f"{found[0].code or '-'} {found[0].sector or '-'}" if found else "nobody"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Deccan Review", "- JRN"),
        ("Lakeside Post", "- JRN"),
        ("TASS", "RUS JRN"),
        ("BBC", "GBR JRN"),
        ("The Guardian", "GBR JRN"),
        ("Kenyan foreign minister", "KEN GOV"),
        ("president of Ukraine", "UKR GOV"),
        ("spokesman for the Israeli army", "ISR MIL"),
        ("Belarusian opposition leader", "BLR OPP"),
        ("former defence minister of Peru", "PER ELI"),
        ("law lecturer at the University of Lagos", "NGA EDU"),
        ("Hamas spokesman", "PSE REB"),
        ("editor of a weekly in Minsk", "BLR JRN"),
        ("Angela Merkel", "DEU GOV"),
        ("EU official", "EUR -"),
        ("", "nobody"),
        ("green and blue", "nobody"),
    ],
)
def test_phrase_alone(text, expected):
    """A phrase without context gives what its own words say, and nothing more."""
    assert one(text) == expected


def test_people_take_code_and_sector_from_their_role():
    """The article's people are filled in from role text; what is there already stays."""
    day = Interval(start="2018-05-05", end="2018-05-05", basis="given")
    people = (
        Person(name="Grace Akello", role="Ugandan foreign minister", code=None, sector=None),
        Person(name="Petro Poroshenko", role="", code=None, sector=None),
        Person(name="Ann Lee", role="lecturer", code="NZL", sector=None),
    )
    article = Article(source="x", text="", published=day, people=people)
    filled = resolve_people(article, load_roster(), load_actor_words())
    assert [(p.code, p.sector) for p in filled] == [("UGA", "GOV"), ("UKR", "GOV"), ("NZL", "EDU")]
