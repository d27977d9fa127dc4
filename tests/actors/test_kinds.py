"""Whose people, forces, followers, machines and counterparts are: one rule each, several sentences for each."""

import pytest
from tests.actors.conftest import actors_in, mentions_of

KINDS = [
    # people of another state's nation live where they live
    ("Ethnic Russians in Estonia marched on Sunday.", "Ethnic Russians", "EST CVL"),
    ("Estonia expelled two ethnic Russians in March.", "two ethnic Russians", "EST CVL"),
    ("Serbia urged the Serbs of northern Kosovo to vote.", "the Serbs of northern Kosovo", "KOS CVL"),
    ("Estonia's ethnic Russians rallied in Narva.", "Estonia's ethnic Russians", "EST CVL"),
    ("Romania's Hungarians asked for schools.", "Romania's Hungarians", "ROU CVL"),
    ("Kosovo Serbs blocked the bridge.", "Kosovo Serbs", "KOS CVL"),
    ("The police in Bishkek beat ethnic Uzbeks.", "ethnic Uzbeks", "KGZ CVL"),
    ("Ethnic Chinese fled the town.", "Ethnic Chinese", "- CVL"),
    # whoever leads a force has it; whoever backs, trains, arms it has not
    ("Belgian-led soldiers entered Goma in Congo.", "Belgian-led soldiers", "BEL MIL"),
    ("Chinese-led rescuers reached the town in Nepal.", "Chinese-led rescuers", "CHN SOC"),
    ("Kremlin-backed rebels shelled the town in Ukraine.", "Kremlin-backed rebels", "UKR REB"),
    ("Turkish-trained fighters attacked a post in Libya.", "Turkish-trained fighters", "LBY REB"),
    ("Iranian-armed rebels attacked a ship.", "Iranian-armed rebels", "- REB"),
    # a day before a name is no part of it
    ("On Monday Ana Rojas called Peru's minister.", "Ana Rojas", "- -"),
    ("In March Ugandan police beat a lawyer.", "Ugandan police", "UGA COP"),
    ("In 1978 Chilean soldiers laid mines.", "Chilean soldiers", "CHL MIL"),
    ("On 3 May Ana Rojas spoke.", "Ana Rojas", "- -"),
    # followers and relatives are people of that state
    ("Supporters of former president Alpha Diallo marched in Conakry, Guinea.",
     "Supporters of former president Alpha Diallo", "GIN CVL"),
    ("Loyalists of the ousted president of Honduras clashed with the police.",
     "Loyalists of the ousted president of Honduras", "HND CVL"),
    ("Keita supporters burned tyres in Bamako, Mali.", "Keita supporters", "MLI CVL"),
    ("Relatives of the jailed Bolivian senator protested.", "Relatives of the jailed Bolivian senator", "BOL CVL"),
    ("The president's wife visited a hospital in Ghana.", "The president's wife", "GHA CVL"),
    ("Opposition supporters clashed with police in Lomé, Togo.", "Opposition supporters", "TGO OPP"),
    # machines and crews are of whoever runs them
    ("Israeli bulldozers razed six houses near Hebron.", "Israeli bulldozers", "ISR GOV"),
    ("A Norwegian cutter stopped a Russian trawler.", "A Norwegian cutter", "NOR COP"),
    ("Kenyan jets bombed a camp in Somalia.", "Kenyan jets", "KEN MIL"),
    ("Police armoured cars in Harare, Zimbabwe, blocked the road.", "Police armoured cars", "ZWE COP"),
    ("Rwandan mortars shelled Goma.", "Rwandan mortars", "RWA MIL"),
    ("A Danish coast guard helicopter rescued nine men.", "A Danish coast guard helicopter", "DNK COP"),
    ("Kuwait's coast guard fired. Kuwaiti patrol boats left.", "Kuwaiti patrol boats", "KWT COP"),
    # counterparts and predecessors
    ("The Peruvian president met her Chilean counterpart in Lima.", "her Chilean counterpart", "CHL GOV"),
    ("Foreign Minister Ana Rios of Bolivia met her counterpart from Chile.", "her counterpart from Chile", "CHL GOV"),
    ("Ghana's president met Togo's prime minister. He accused his counterpart.", "his counterpart", "TGO GOV"),
    ("The Zambian president praised his predecessor.", "his predecessor", "ZMB ELI"),
    ("Mexico tried to persuade President Ana Rojas to sign.", "President Ana Rojas", "- GOV"),
    ("Chile urged President Ana Rojas to open talks.", "President Ana Rojas", "- GOV"),
    ("American airmen and their Japanese colleagues landed.", "their Japanese colleagues", "JPN MIL"),
    # bodies and their names
    ("Thirty Iraqi deputies urged their government to sign.", "their government", "IRQ GOV"),
    ("Sweden's migration agency granted asylum.", "Sweden's migration agency", "SWE GOV"),
    ("Chad's president resigned. A rights group said so.", "A rights group", "NGO SOC"),
    ("The House of Representatives of Belarus voted.", "The House of Representatives of Belarus", "BLR LEG"),
    ("The bill failed in Mongolia. Members of the opposition Green Alliance voted against it.",
     "the opposition Green Alliance", "MNG PTY OPP"),
    ("A spokesman for the rebels in Chad agreed.", "A spokesman for the rebels in Chad", "TCD REB"),
    ("Brussels asked Tbilisi to wait.", "Brussels", "EUR -"),
    ("Talks were held in Brussels.", "Brussels", "BEL GOV"),
    ("Peru and Chile quarrelled. Both have recalled envoys.", "Both", "CHL GOV, PER GOV"),
    ('"They asked us for a truce," said Nan Oo, a Burmese teacher.', "us", "MMR EDU"),
    ("Norway's navy left. A Swedish editor, Justice Minister Liv Dahl told Norway's parliament, was wrong.",
     "Justice Minister Liv Dahl", "NOR GOV"),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), KINDS, ids=[kind[1] for kind in KINDS])
def test_kind_of_phrase(text, phrase, expected):
    """Each phrase has the state and sector that a careful reader gives it."""
    mentions = mentions_of(text)
    near = [m.text for m in mentions if phrase in (m.text, m.text + phrase[len(m.text) :])]
    assert sorted(actors_in(mentions, max(near, key=len, default=phrase))) == sorted(expected.split(", "))
