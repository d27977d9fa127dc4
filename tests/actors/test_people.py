"""People whom the text introduces, speakers of interviews, and what their pronouns mean."""

import pytest
from tests.actors.conftest import actors_in, mentions_of

from facta.actors import resolve_people
from facta.actors.introduced import introduced
from facta.actors.people import same_person
from facta.records import Article, Person, Turn, TurnKind
from facta.resources.actorwords import load_actor_words
from facta.resources.roster import load_roster


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Boris Lakatos was Hungary's envoy to Vienna until 2011 and now teaches.", "Boris Lakatos", ("HUN", "ELI")),
        ("Boris Lakatos, who was Hungary's deputy trade minister, spoke.", "Boris Lakatos", ("HUN", "ELI")),
        ("Ana Rios, a Lima lawyer, spoke to us.", "Ana Rios", ("PER", "CVL")),
        ("Ana Rios, who teaches law at a university, spoke.", "Ana Rios", (None, "EDU")),
        ("Ana Rios once commanded Peru's river brigade.", "Ana Rios", ("PER", "ELI")),
        ("Grace Banda is president of the Malawi Drivers' Union, whose men strike.", "Grace Banda", ("MWI", "LAB")),
        ("SPOKESPERSON (Ana Rios): Good morning.", "Ana Rios", (None, "GOV")),
        ("Ana Rios went home.", "Ana Rios", (None, None)),
        ("Nobody came.", "Ana Rios", (None, None)),
        ("Ana Rios", "", (None, None)),
    ],
)
def test_introduced(text, name, expected):
    """A sentence that says who somebody is gives country and sector."""
    assert introduced(text, name, load_roster(), load_actor_words(), "2021-01-01") == expected


QUESTION, ANSWER = "Egypt accuses you of theft.", (
    "They have accused us for years. We invited Cairo in May, and it walked out. Now they threaten us. "
    "Our government has invited them twice. Our engineers are tired."
)


def interview(role: str = "", intro: str = "Tigist Alemu was Ethiopia's water minister until 2012.") -> Article:
    """Return the article of a short interview."""
    text, turns = "", []
    for kind, who, part in ((TurnKind.NARRATION, None, intro), (TurnKind.QUESTION, "Paper", QUESTION),
                            (TurnKind.ANSWER, "ALEMU", ANSWER)):
        turns.append(Turn(kind=kind, speaker=who, start=len(text), end=len(text) + len(part)))
        text += part + "\n"
    person = Person(name="Tigist Alemu", role=role, code=None, sector=None)
    return Article(source="x", text=text, turns=tuple(turns), people=(person,))


def test_interviewee_from_the_introduction():
    """The interviewee's state and sector come from the sentence before the questions."""
    assert resolve_people(interview(), load_roster(), load_actor_words())[0] == Person(
        name="Tigist Alemu", role="", code="ETH", sector="ELI")


def test_interviewee_who_says_we_is_at_home():
    """Where nothing says whence the interviewee is, *our* points to the state that the page is about."""
    article = interview(role="economist", intro="Addis Ababa is angry. Ethiopia wants Ethiopian water.")
    person = resolve_people(article, load_roster(), load_actor_words())[0]
    assert (person.code, person.sector) == ("ETH", "EDU")


def test_speaker_named_by_a_role_alone():
    """*SPOKESPERSON:* becomes a person of that name, of the state whose ministry publishes."""
    text = "Our ministry thanks Fiji."
    turn = Turn(kind=TurnKind.ANSWER, speaker="Spokesperson", start=0, end=len(text))
    article = Article(source="x", text=text, turns=(turn,), publisher="Foreign Ministry of Tonga")
    person = resolve_people(article, load_roster(), load_actor_words())[0]
    assert (person.name, person.code, person.sector) == ("Spokesperson", "TON", "GOV")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("you", "ETH GOV"), ("us", "ETH GOV"), ("We", "ETH GOV"), ("it", "EGY GOV"), ("they", "EGY GOV"),
     ("Our engineers", "ETH CVL"), ("Our government", "ETH GOV"), ("them", "EGY GOV")],
)
def test_pronouns_of_an_interview(phrase, expected):
    """*We* is the speaker's state, *you* the interviewee's, *they* never the speaker's."""
    article = interview()
    found = mentions_of(article.text, turns=article.turns, people=article.people)
    assert actors_in(found, phrase) == [expected]


@pytest.mark.parametrize(
    ("speaker", "name", "same"),
    [("LIND", "Ada Lind", True), ("Ada Lind", "Ada Lind", True), ("BERG", "Ada Lind", False), ("", "Ada Lind", False)],
)
def test_same_person(speaker, name, same):
    """A surname in capitals on a turn means the person of that surname."""
    assert same_person(speaker, name) is same


@pytest.mark.parametrize(
    ("published", "text", "phrase", "expected"),
    [
        (None, "President Bush praised the deal.", "President Bush", "USA GOV"),
        (None, "President Suharto met Robert Mugabe in Jakarta.", "President Suharto", "IDN GOV"),
        (None, "Margaret Thatcher visited Zagreb.", "Margaret Thatcher", "GBR GOV"),
        ("2017-11-20", "Margaret Thatcher was wrong, Zagreb said.", "Margaret Thatcher", "GBR ELI"),
    ],
)
def test_leaders_of_any_time(published, text, phrase, expected):
    """A text without a date may speak of leaders of any time; a dated one calls them former."""
    assert actors_in(mentions_of(text, published=published), phrase) == [expected]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Kenya released six Ugandan traders. Uganda thanked it. Kampala had said that the six were tired.", "the six",
         "UGA BUS"),
        ("A Peruvian patrol boat shot at two Chilean trawlers, survivors say.", "survivors", "CHL CVL"),
        ("Egypt sent soldiers to separate them.", "soldiers", "EGY MIL"),
        ("A person close to the Danish government said that Norway would pay.", "A person", "DNK GOV"),
        ("Oman's navy held the crew. Yemen's police beat the men who fled.", "the men", "YEM CVL"),
    ],
)
def test_descriptions_that_point_back(text, phrase, expected):
    """Numbers, survivors and confidants take the state of those whom they belong to."""
    assert actors_in(mentions_of(text), phrase) == [expected]
