"""Bare offices and bodies: whose they are by dateline, clause and paragraph, and never the other party's."""

import pytest
from tests.actors.conftest import actors_in, mentions_of

from facta.actors.home import dateline, home
from facta.actors.survey import states_in
from facta.records import Article
from facta.resources.actorwords import load_actor_words
from facta.resources.roster import load_roster

TRAWLER = (
    "TALLINN (BNS) - Estonia's navy seized a Finnish trawler off Hiiumaa on Sunday, and Helsinki protested.\n\n"
    "The skipper, Juha Salo, was fined and released. His crew accused the sailors of beating them. "
    "The foreign ministry denied it.\n\n"
    "Prime Minister Kaja Reinsalu said that Estonia would not return the nets. She thanked the coast guard. "
    "Students rallied in front of the Finnish embassy in Tallinn."
)
COURT = (
    "DAKAR - A Senegalese court on Friday acquitted Moussa Keita, a Malian trader accused of arms smuggling. "
    "The judge, Awa Ndiaye, ordered his release.\n\n"
    "Fatou Sarr, who defends Keita, said gendarmes had tortured her client after they arrested him. "
    "The interior minister denied this. A second Malian, Oumar Traore, was sentenced to five years."
)
EDITORIAL = (
    "Paraguay has behaved badly. On Monday it closed its market to Bolivian beef. On Wednesday it expelled the "
    "consul. President Horacio Ledezma threatened to seize three Bolivian barges.\n\n"
    "La Paz should not answer in kind. It could complain to Mercosur. It must not block the river, which both "
    "countries need.\n\n"
    "Mr Ledezma has one way out. He should free the bargemen."
)
HERDERS = (
    "MASERU — Lesotho on Tuesday recalled its envoy from Pretoria after South African police detained nine Basotho "
    "shepherds.\n\n"
    "Foreign Minister Tumelo Phiri summoned South Africa's consul and demanded the shepherds' release. Opposition "
    "lawmakers urged the government to close the crossing.\n\n"
    "Pretoria rejected the protest. Police Minister Anele Maseko said the nine had stolen cattle, and that South "
    "Africa would try them.\n\n"
    "Soldiers of both countries patrol the border. Gunmen and smugglers roam it."
)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (TRAWLER, "The skipper", ["FIN CVL"]),
        (TRAWLER, "Juha Salo", ["FIN CVL"]),
        (TRAWLER, "His crew", ["FIN CVL"]),
        (TRAWLER, "The foreign ministry", ["EST GOV"]),
        (TRAWLER, "Prime Minister Kaja Reinsalu", ["EST GOV"]),
        (TRAWLER, "She", ["EST GOV"]),
        (TRAWLER, "Students", ["EST EDU"]),
        (COURT, "The judge", ["SEN JUD"]),
        (COURT, "Awa Ndiaye", ["SEN JUD"]),
        (COURT, "gendarmes", ["SEN COP"]),
        (COURT, "Fatou Sarr", ["- CVL"]),
        (COURT, "her client", ["MLI BUS"]),
        (COURT, "him", ["MLI BUS"]),
        (COURT, "The interior minister", ["SEN GOV"]),
        (COURT, "Oumar Traore", ["MLI CVL"]),
        (EDITORIAL, "it", ["PRY GOV"]),
        (EDITORIAL, "the consul", ["BOL GOV"]),
        (EDITORIAL, "President Horacio Ledezma", ["PRY GOV"]),
        (EDITORIAL, "It", ["BOL GOV"]),
        (EDITORIAL, "both countries", ["BOL GOV", "PRY GOV"]),
        (EDITORIAL, "He", ["PRY GOV"]),
        (HERDERS, "Foreign Minister Tumelo Phiri", ["LSO GOV"]),
        (HERDERS, "Opposition lawmakers", ["LSO LEG OPP"]),
        (HERDERS, "the government", ["LSO GOV"]),
        (HERDERS, "Police Minister Anele Maseko", ["ZAF GOV"]),
        (HERDERS, "the nine", ["LSO AGR"]),
        (HERDERS, "them", ["LSO AGR"]),
        (HERDERS, "Soldiers of both countries", ["LSO MIL", "ZAF MIL"]),
        (HERDERS, "Gunmen", ["- UAF"]),
        (HERDERS, "smugglers", ["- CRM"]),
    ],
)
def test_whose_office_it_is(text, phrase, expected):
    """In an article between two states each office, body and person gets the right one."""
    assert sorted(actors_in(mentions_of(text), phrase)) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Kenya sued. The foreign ministry summoned Uganda's envoy.", "The foreign ministry", "KEN GOV"),
        ("Peru and Chile quarrel. Chile said it was sorry. The government rejected Chile's offer.", "The government",
         "PER GOV"),
        ("Oslo sulked. Foreign Minister Liv Dahl told parliament in Oslo that Norway would pay.",
         "Foreign Minister Liv Dahl", "NOR GOV"),
        ("Ghana protested to Togo. Togo sent soldiers.", "soldiers", "TGO MIL"),
        ("Laos spoke. Qatar had to send peacekeepers to Laos.", "peacekeepers", "QAT MIL"),
        ("Malta arrested two Tunisian agents.", "two Tunisian agents", "TUN SPY"),
        ("Greece held the crews of two Turkish patrol boats.", "the crews of two Turkish patrol boats", "TUR MIL"),
        ("The Gambian general said that his men would not fire.", "his men", "GMB MIL"),
        ("The Bolivian vice-minister, Ana Rios, met her Chilean colleague.", "her Chilean colleague", "CHL GOV"),
        ("The Bolivian vice-minister, Ana Rios, met her Chilean colleague.", "Ana Rios", "BOL GOV"),
        ("Peru's army fired. An ex-officer in Lima objected.", "An ex-officer", "PER ELI"),
        ("Iranian border police seized the sacks. The officers gave them back.", "The officers", "IRN COP"),
        ("A Danish frigate boarded the survey ship Nerine, hired by Dublin.", "the survey ship Nerine", "IRL GOV"),
        ("Rebels on the island of Anjouan fired.", "Rebels", "COM REB"),
        ("ASEAN's secretary-general offered to mediate.", "ASEAN's secretary-general", "IGO -"),
        ("Fiji's naval launch fired at a boat. Tonga condemned the launch.", "the launch", "FJI MIL"),
    ],
)
def test_clause_tells_whose(text, phrase, expected):
    """The other side of the verb, the place, the sender and the hirer decide within a clause."""
    assert actors_in(mentions_of(text, published="2021-05-04"), phrase) == [expected]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Chad met Niger. Neither capital must close the border.", "Neither capital"),
        ("Chad met Niger. No soldier of either side should fire.", "No soldier of either side"),
        ("Chad met Niger. Officials from both countries will talk.", "Officials from both countries"),
        ("Chad met Niger. France urged its allies to talk.", "its allies"),
        ("Chad and Niger held the session of their Joint Commission. The Commission asked Mali for help.",
         "The Commission"),
    ],
)
def test_both_states(text, phrase):
    """Phrases that stand for both sides get both states."""
    assert sorted(a.split()[0] for a in actors_in(mentions_of(text), phrase)) == ["NER", "TCD"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LUSAKA, Zambia — Police arrested two Malawian teachers.", "ZMB"),
        ("PORT MORESBY (Reuters) - Police said no.", "PNG"),
        ("A talk\n\nGaborone, 22 June 2017\n\nNamibia said yes.", "BWA"),
        ("Police arrested two teachers.", None),
    ],
)
def test_dateline(text, expected):
    """A dateline names the state that an article is told from."""
    article = Article(source="x", text=text)
    assert dateline(article, load_roster(), load_actor_words()) == expected


def test_dateline_of_a_correspondent_is_not_home():
    """A capital from which a story about others is filed is not its home."""
    text = "GENEVA — Syria rejected Israel's complaint. Syria and Israel traded fire. Damascus said that Syria won."
    assert home(Article(source="x", text=text), load_roster(), load_actor_words()) == "SYR"


def test_publisher_pulls():
    """A ministry's own page is at home in its state, and its name is read with the words of the page."""
    text = "Haiti signed. So did the Dominican Republic."
    article = Article(source="x", publisher="Dominican foreign ministry", text=text)
    assert home(article, load_roster(), load_actor_words()) == "DOM"


def test_states_in_keeps_the_order():
    """States are listed once, in the order of the text; international bodies are none."""
    text = "Peru, the UN, Chilean police and Peru"
    assert states_in(text, load_roster(), load_actor_words()) == ["PER", "CHL"]
