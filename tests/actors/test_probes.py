"""Who is meant, in sentences of our own from all regions of the world."""

import pytest
from tests.actors.conftest import actors_in, mentions_of

# date, text, phrase, its actors as "CODE SECTOR"
PROBES = [
    # names, capitals, buildings
    ("2017", "Minsk recalled its ambassador from Kyiv on Monday.", "Minsk", "BLR GOV"),
    ("2017", "Minsk recalled its ambassador from Kyiv on Monday.", "its ambassador from Kyiv", "BLR GOV"),
    ("2017", "The Kremlin denied the report.", "The Kremlin", "RUS GOV"),
    ("2017", "The White House welcomed the deal.", "The White House", "USA GOV"),
    ("2017", "Downing Street rejected the demand.", "Downing Street", "GBR GOV"),
    ("2017", "The Pentagon sent two destroyers.", "The Pentagon", "USA MIL"),
    ("2017", "The Knesset adopted the bill.", "The Knesset", "ISR LEG"),
    ("2017", "The KGB detained the reporter in Minsk.", "The KGB", "BLR SPY"),
    ("1985", "The KGB detained the reporter in Moscow.", "The KGB", "SUN SPY"),
    ("2019", "The Taliban attacked a convoy near Kabul.", "The Taliban", "AFG REB"),
    ("2023", "The Taliban banned women from work.", "The Taliban", "AFG GOV"),
    ("2017", "Hezbollah fired rockets at Israel.", "Hezbollah", "LBN REB"),
    ("2017", "Boko Haram abducted forty girls in Borno.", "Boko Haram", "NGA REB"),
    ("2017", "Al-Shabaab claimed the bombing in Mogadishu.", "Al-Shabaab", "SOM REB"),
    ("2017", "The European Union condemned the vote.", "The European Union", "EUR -"),
    ("2017", "The UN Security Council met on Tuesday.", "The UN Security Council", "UNO -"),
    ("2017", "The International Criminal Court indicted him.", "The International Criminal Court", "IGO JUD"),
    ("2017", "Amnesty International criticised Egypt.", "Amnesty International", "NGO SOC"),
    ("2017", "The FBI arrested two men in Miami.", "The FBI", "USA COP"),
    ("2017", "Xinhua reported the visit.", "Xinhua", "CHN JRN"),
    ("2017", "Turkey bombed the camp.", "Turkey", "TUR GOV"),
    ("2017", "Chad closed its border with Libya.", "Chad", "TCD GOV"),
    ("2017", "The Ivory Coast expelled the envoy.", "The Ivory Coast", "CIV GOV"),
    ("2017", "Côte d'Ivoire expelled the envoy.", "Côte d'Ivoire", "CIV GOV"),
    ("2017", "Papua New Guinea thanked Australia.", "Papua New Guinea", "PNG GOV"),
    ("2017", "South Sudan accused Sudan of an attack.", "South Sudan", "SSD GOV"),
    ("2017", "North Korea tested a missile.", "North Korea", "PRK GOV"),
    ("2017", "Kinshasa protested to Kigali.", "Kigali", "RWA GOV"),
    (
        "2017", "The ambassadors of Kenya, Uganda and Rwanda met him.", "The ambassadors of Kenya, Uganda and Rwanda",
        "KEN GOV, UGA GOV, RWA GOV",
    ),
    # names with two meanings
    ("2008", "Georgia accused Russia of shelling villages near Gori.", "Georgia", "GEO GOV"),
    ("2020", "Georgia sued Alabama and its governor in Atlanta.", "Georgia", "USA GOV"),
    ("2017", "Congress passed the law, and President Trump signed it in Washington.", "Congress", "USA LEG"),
    ("2017", "In Delhi, Congress accused Modi and the BJP of lying.", "Congress", "IND PTY"),
    ("2017", "Police in Tripoli arrested Libyan smugglers.", "Police", "LBY COP"),
    # office holders on their day
    ("2017", "Lukashenka's regime jailed them.", "Lukashenka's regime", "BLR GOV"),
    ("2017", "Chancellor Angela Merkel met Macron in Berlin.", "Chancellor Angela Merkel", "DEU GOV"),
    ("2017", "Chancellor Angela Merkel met Macron in Berlin.", "Macron", "FRA GOV"),
    ("2023", "Angela Merkel criticised the plan.", "Angela Merkel", "DEU ELI"),
    (
        "2020", "Former president Petro Poroshenko accused Zelensky of treason.",
        "Former president Petro Poroshenko", "UKR ELI",
    ),
    (
        "2020", "Ukraine's president Volodymyr Zelensky visited Warsaw.",
        "Ukraine's president Volodymyr Zelensky", "UKR GOV",
    ),
    ("2012", "Bashar al-Assad rejected the appeal.", "Bashar al-Assad", "SYR GOV"),
    ("2017", "Kim Jong-un ordered the launch.", "Kim Jong-un", "PRK GOV"),
    # titles with names that no roster holds
    (
        "2018", "Ugandan Foreign Minister Grace Akello expressed regret.",
        "Ugandan Foreign Minister Grace Akello", "UGA GOV",
    ),
    ("2018", "Ukrainian journalist Pavel Sharoiko was arrested.", "Ukrainian journalist Pavel Sharoiko", "UKR JRN"),
    (
        "2018", "Chinese foreign ministry spokeswoman Qiao Lian smiled. Qiao said that Manila had lied.",
        "Qiao", "CHN GOV",
    ),
    ("2018", "Kenyan opposition leader Amos Wetu was beaten.", "Kenyan opposition leader Amos Wetu", "KEN OPP"),
    ("2018", "Pavel Sharoiko, a Ukrainian journalist, was arrested.", "Pavel Sharoiko", "UKR JRN"),
    ("2018", "Michael Jordan praised the team.", "Michael Jordan", "- -"),
    # officials and bodies of a state
    ("2017", "The Ukrainian authorities protested.", "The Ukrainian authorities", "UKR GOV"),
    ("2017", "Nepal's parliament adopted a map.", "Nepal's parliament", "NPL LEG"),
    ("2017", "A Pentagon official confirmed the strike.", "A Pentagon official", "USA MIL"),
    ("2017", "Chinese coast guard ships rammed the boat.", "Chinese coast guard ships", "CHN COP"),
    ("2017", "Kenyan fishermen blocked the port.", "Kenyan fishermen", "KEN CVL"),
    ("2017", "The president of Ukraine flew to Paris.", "The president of Ukraine", "UKR GOV"),
    ("2017", "Troops from Chad entered Nigeria.", "Troops from Chad", "TCD MIL"),
    ("2017", "Israel's army shelled the camp.", "Israel's army", "ISR MIL"),
    ("2017", "Brazilian prosecutors charged the senator.", "Brazilian prosecutors", "BRA JUD"),
    ("2017", "Hungarian border guards turned back refugees.", "Hungarian border guards", "HUN COP"),
    ("2017", "Chilean students marched against the reform.", "Chilean students", "CHL EDU"),
    ("2017", "Sudanese doctors went on strike.", "Sudanese doctors", "SDN MED"),
    ("2017", "Pakistani lawyers boycotted the courts.", "Pakistani lawyers", "PAK CVL"),
    ("2017", "Peruvian miners blocked a road.", "Peruvian miners", "PER LAB"),
    ("2017", "The Colombian intelligence agency tapped his phone.", "The Colombian intelligence agency", "COL SPY"),
    ("2017", "Thailand's foreign ministry summoned the envoy.", "Thailand's foreign ministry", "THA GOV"),
    ("2017", "Japan's defence ministry announced an exercise.", "Japan's defence ministry", "JPN MIL"),
    ("2017", "Fijian police dispersed the crowd.", "Fijian police", "FJI COP"),
    ("2017", "Mexico's Supreme Court struck down the law.", "Mexico's Supreme Court", "MEX JUD"),
    ("2017", "A Hamas spokesman rejected the offer.", "A Hamas spokesman", "PSE REB"),
    ("2017", "UN peacekeepers patrolled the town.", "UN peacekeepers", "UNO MIL"),
    ("2017", "EU officials urged restraint.", "EU officials", "EUR -"),
    ("2017", "A union of Kenyan boat owners joined them.", "A union of Kenyan boat owners", "KEN BUS"),
    ("2017", "Polish and Lithuanian ministers met in Vilnius.", "Polish and Lithuanian ministers", "POL GOV, LTU GOV"),
    ("2017", "Turkish-backed rebels seized the village of Azaz in Syria.", "Turkish-backed rebels", "SYR REB"),
    ("2017", "Abkhazia held an election.", "Abkhazia", "GEO PRE"),
    ("2017", "Afghans fled the city.", "Afghans", "AFG CVL"),
    ("2017", "The French vetoed the text.", "The French", "FRA GOV"),
    ("2017", "The ruling party of Zambia split.", "The ruling party of Zambia", "ZMB PTY GOV"),
    ("2017", "A retired Argentine general was jailed.", "A retired Argentine general", "ARG ELI"),
    # bare roles take the state from around them
    ("2017", "Protesters gathered in Caracas. The police fired tear gas.", "The police", "VEN COP"),
    ("2017", "Zimbabwe held an election. The opposition rejected the result.", "The opposition", "ZWE OPP"),
    ("2017", "In Canberra, the foreign minister said that ships would sail.", "the foreign minister", "AUS GOV"),
    ("2017", "Bolivia devalued. The president blamed the central bank.", "The president", "BOL GOV"),
    # pronouns and descriptions
    ("2017", "Uganda freed the fishermen whom its marine police had seized.", "its marine police", "UGA COP"),
    ("2017", "Qatar sent troops. It pulled them out later.", "It", "QAT GOV"),
    ("2017", "Iraqi soldiers entered Mosul. They arrested ten men.", "They", "IRQ MIL"),
    ("2017", "Nairobi threatened its neighbour over rice. Uganda and Kenya quarrel often.", "its neighbour", "UGA GOV"),
    (
        "2017", "Ethiopia and Eritrea signed. The two countries opened embassies.",
        "The two countries", "ETH GOV, ERI GOV",
    ),
    ("2017", "India and Pakistan traded fire. Both sides reported losses.", "Both sides", "IND GOV, PAK GOV"),
    ("2017", "The Moroccan minister Omar Talib resigned. He had attacked the king.", "He", "MAR GOV"),
    ("2017", '"We will never leave," said the Iranian ambassador.', "We", "IRN GOV"),
    ("2017", 'The Vietnamese minister said: "Our soldiers did not fire."', "Our soldiers", "VNM MIL"),
    ("2017", "Soldiers who served in the Danish army protested.", "the Danish army", "DNK MIL"),
]


@pytest.mark.parametrize(("year", "text", "phrase", "expected"), PROBES, ids=[f"{p[0]} {p[2]}" for p in PROBES])
def test_phrase_denotes(year, text, phrase, expected):
    """Each phrase denotes the state and sector that a careful reader gives it."""
    assert actors_in(mentions_of(text, f"{year}-11-20"), phrase) == expected.split(", ")
