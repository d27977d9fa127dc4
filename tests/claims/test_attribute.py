"""Who says what: source, cue, content and stance of single sentences."""
# ruff: noqa: E501
# One claim a line reads better than one claim broken over three.

from __future__ import annotations

import pytest

from facta.claims import voiced
from facta.records import Stance

# text | source | cue | content, pieces joined by " | "
SPEECH = """
"We will not leave," said Prime Minister Ana Brod, who was in Riga. "They can wait." # Prime Minister Ana Brod, who was in Riga # said # "We will not leave," | "They can wait."
“The road is closed,” Colonel Ibru told reporters. “It stays closed.” # Colonel Ibru # told # “The road is closed,” | “It stays closed.”
Ana Brod said: “The road is closed. Nobody passes.” # Ana Brod # said # “The road is closed. Nobody passes.”
"The road," Ana Brod said, "is closed." # Ana Brod # said # "The road," | "is closed."
«The road is closed,» said the mayor of Tavna. # the mayor of Tavna # said # «The road is closed,»
„The road is closed,“ the mayor said. # the mayor # said # „The road is closed,“
‘The road is closed,’ the mayor’s office said. # the mayor’s office # said # ‘The road is closed,’
''The road is closed,'' the mayor said. # the mayor # said # ''The road is closed,''
'The road is closed,' the mayor said. # the mayor # said # 'The road is closed,'
— The road is closed, — said the mayor. # the mayor # said # The road is closed
"Who fired first?" the judge asked. # the judge # asked # "Who fired first?"
The raid was "an act of war," Minister Oto Lan said. # Minister Oto Lan # said # The raid was "an act of war,"
The envoy said on Monday: "We are leaving" and boarded a plane. # The envoy # said # "We are leaving"
"They came at night," said Dol, adding: "They took my son." # Dol # adding # "They took my son."
Kral, the mayor said, was "a spy and a liar" who had "sold the town". # the mayor # said # Kral | was "a spy and a liar" who had "sold the town"
"Go," said Mira Dol (PS, Tavna), a deputy. # Mira Dol (PS, Tavna), a deputy # said # "Go,"
“Nobody died” — Mira Dol, mayor of Tavna # Mira Dol, mayor of Tavna # — # “Nobody died”
Norland's government said on Monday that its troops had left Tavna. # Norland's government # said # that its troops had left Tavna
Its troops had left Tavna, Norland's government said. # Norland's government # said # Its troops had left Tavna
The troops, officials said on Monday, will leave Tavna. # officials # said # The troops | will leave Tavna
The talks, sources told TASS, had failed. # sources # told # The talks | had failed
The minister told parliament that the treaty was dead. # The minister # told # that the treaty was dead
The minister said the treaty was dead. # The minister # said # the treaty was dead
The army could attack the port, the minister warned. # the minister # warned # The army could attack the port
General Ruda warned against a new attack. # General Ruda # warned against # a new attack
Sudria announced the closure of the border. # Sudria # announced # the closure of the border
The ministry said in a statement that two men had been arrested. # The ministry # said # that two men had been arrested
Asked about the raid, the minister said it had failed. # the minister # said # it had failed
He was quoted as saying that the talks had failed. # He # was quoted as saying # that the talks had failed
TASS reports that a drone hit the depot. # TASS # reports # that a drone hit the depot
According to the mayor, the depot burned for hours. # the mayor # According to # the depot burned for hours
The depot burned for hours, according to the mayor. # the mayor # according to # The depot burned for hours
The depot, according to the mayor, burned for hours. # the mayor # according to # The depot | burned for hours
The depot was, in the words of the mayor, a trap. # the mayor # in the words of # The depot was | a trap
In her view, the treaty is dead. # her # view # the treaty is dead
The troops, as the minister put it, "came to stay". # the minister # put # The troops | "came to stay".
The agency reported, citing officials, that the base was empty. # officials # citing # that the base was empty
Norland promised to withdraw its troops. # Norland # promised # to withdraw its troops
Norland threatened to cut the gas supply. # Norland # threatened # to cut the gas supply
The council urged Norland to withdraw its troops. # The council # urged # Norland to withdraw its troops
The council called on Norland to withdraw its troops. # The council # called on # Norland to withdraw its troops
The council called for an inquiry. # The council # called for # an inquiry
The envoy asked the rebels to free the crew. # The envoy # asked # the rebels to free the crew
The envoy demanded the release of the crew. # The envoy # demanded # the release of the crew
The president ordered the army to retreat. # The president # ordered # the army to retreat
The two ministers agreed to reopen the border. # The two ministers # agreed # to reopen the border
Norland has offered to host the talks. # Norland # has offered # to host the talks
Norland vowed revenge. # Norland # vowed # revenge
He left early, adding that the talks had failed. # He # adding # that the talks had failed
The minister said the border would close, adding that Norland had been warned. # The minister # adding # that Norland had been warned
Sudria denied that its pilots had strayed, but offered to open the archive. # Sudria # offered # to open the archive
The mayor said the bridge would reopen in May and urged drivers to wait. # The mayor # urged # drivers to wait
A letter urging the king to resign appeared in Tavna. # A letter # urging # the king to resign
The minister, who said that the road was closed, resigned. # who # said # that the road was closed
The leak was confirmed by the ministry. # the ministry # was confirmed # The leak
Australia and Japan said that they would send ships. # Australia and Japan # said # that they would send ships
Several traders mutter that the levy is illegal. # Several traders # mutter # that the levy is illegal
Minister: Talks with Norland have failed # Minister # : # Talks with Norland have failed
Norland has made it clear that the base will stay. # Norland # has made # that the base will stay
The union made the claim that police had opened fire. # The union # made the claim # that police had opened fire
Norland's claim that Sudria shelled the port was false. # Norland's # claim # that Sudria shelled the port
Allegations by Oslo that the vessel carried arms caused an outcry. # Oslo # Allegations # that the vessel carried arms
Norland's demand that Sudria leave the islands was rejected. # Norland's # demand # that Sudria leave the islands
The minister voiced fears that the truce would collapse. # The minister # voiced fears # that the truce would collapse
The opposition has called the vote a farce. # The opposition # has called # the vote a farce
She described the raid as an act of war. # She # described # the raid as an act of war
Norland said Sudria had accused it of spying. # Sudria # had accused # spying
"""

STANCES = """
The minister announced that the treaty was dead. # announced # neutral
The rebels claimed responsibility for the blast. # claimed # distant
The opposition alleges that the vote was rigged. # alleges # distant
Ana Brod insisted that no one had been hurt. # insisted # distant
The opposition accused the government of rigging the vote. # accused # distant
The votes were bought, as the students alleged. # alleged # distant
The militia is suspected of burning the farm. # is suspected of # distant
Police reportedly arrested two men. # reportedly # distant
The alleged spy was detained. # alleged # distant
The so-called republic was recognised by no one. # called # distant
Rumours that the king had fled spread through Tavna. # Rumours # distant
The envoy denied that Sudria had shelled the port. # denied # denial
The ministry rejected claims that it had armed the rebels. # rejected claims # denial
The envoy dismissed the report as a lie. # dismissed # denial
The king refused to meet the envoy. # refused # denial
The senator does not believe that Norland tested a missile. # does not believe # denial
The minister did not deny that the army had fired. # did not deny # neutral
The minister admitted that the police had lied. # admitted # factive
The court found that the police had lied. # found # factive
Parliament condemned the attack on the bridge. # condemned # factive
The senator believes that the treaty is dead. # believes # opinion
Residents hope that the truce will hold. # hope # opinion
Ministers fear a new attack. # fear # opinion
The minister is confident that the truce will hold. # is confident # opinion
The mayor wondered whether the bridge would hold. # wondered # opinion
"""

NAMELESS = """
It was reported that troops had crossed the border. # was reported # that troops had crossed the border
It is alleged that the minister took bribes. # is alleged # that the minister took bribes
The general is believed to have fled. # is believed # The general | to have fled
The pilot is said to be alive. # is said # The pilot | to be alive
Three officers were accused of torturing prisoners. # were accused of # torturing prisoners
Reports that the king had died reached the palace. # Reports # that the king had died
"""

SILENT = """
The mayor told a joke about the bridge.
He added sugar to the tea.
They reported to a court in Tavna.
The general commanded three armies.
The ministry recalled its ambassador.
The blast claimed forty lives.
The king rejected calls to resign.
You know the road is closed.
The pipe is 5" wide and the boys' boats are small.
The envoy, citing the treaty, left the room.
The judge charged a high fee.
The orchestra struck a low note.
"""


PLACES = """
The union signed in June; the king says that he will veto it. # the king # says # that he will veto it
The camp burned on Monday; three tents were left, a nurse said. # a nurse # said # three tents were left
Gunmen overran a post and killed two guards, the governor of Tavna, Oto Lan, told reporters. # the governor of Tavna, Oto Lan, # told # Gunmen overran a post and killed two guards
Norland will send a ship, its admiral said, because Sudria has asked for one. # its admiral # said # Norland will send a ship | because Sudria has asked for one
Ships left at dawn, and trains stood still, both ministries confirmed. # both ministries # confirmed # Ships left at dawn, and trains stood still
If the ship had fired, the retired admiral said, Norland would have left. # the retired admiral # said # If the ship had fired | Norland would have left.
Why, asked an exiled poet, did Norland close the port? # an exiled poet # asked # Why | did Norland close the port?
The camp burned, according to a nurse, and the mill fell, according to a teacher. # a nurse # according to # The camp burned
The envoy told the paper that the army had fired, and that it would fire again. # The envoy # told # that the army had fired | that it would fire again
The union called for a strike unless the minister resigned. # The union # called for # a strike | unless the minister resigned
Mayor Mira Dol on Radio Tavna: "We will never leave the port." # Mayor Mira Dol # : # "We will never leave the port."
Norland asked Sudria to wait and offered to pay. # Norland # asked # Sudria to wait
Residents report that gunmen burned the mill. # Residents # report # that gunmen burned the mill
"""

APART = """
The army left, as the students claim and the king denies. # the king # denies
Sudria seized boats as Norland protested. # Norland # protested
The king must not leave, as the general begged him to. # the general # begged
Just as the union announced the deal, guards left. # the union # announced the deal
"""


def lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" # ")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "source", "cue", "content"), lines(SPEECH))
def test_source_cue_and_content(rows, text, source, cue, content):
    """A named source is found whole, with its cue and all of what it says."""
    assert (source, cue, content) in rows(text)


@pytest.mark.parametrize(("text", "source", "cue", "content"), lines(PLACES))
def test_content_before_around_and_behind_its_cue(rows, text, source, cue, content):
    """A statement ends at a semicolon; what follows an attribution belongs to it when it goes on."""
    found = [(who, words, [part.strip(" ,.;") for part in said.split(" | ")]) for who, words, said in rows(text)]
    said = [part.strip(" ,.;") for part in content.split(" | ")]
    assert (source.strip(" ,"), cue, said) in [(who and who.strip(" ,"), words, parts) for who, words, parts in found]


@pytest.mark.parametrize(("text", "source", "cue"), lines(APART))
def test_an_as_clause_of_time_or_request_reports_nothing(find, text, source, cue):
    """Only a comma, a verb of saying and an open place for what is said make an *as*-clause a report."""
    assert not [c for c in find(text) if c.rule.endswith("as-clause") and text[c.source.start : c.source.end] == source]


def test_would_carries_a_report_on(find):
    """A sentence with *would* right after a report is still the speaker's; a new paragraph or a condition ends that."""
    report = "The party said that it would leave."
    assert [c.rule for c in find(report + " Its members would march on Tavna.")] == ["say.that", "say.run"]
    assert [c.rule for c in find(report + "\n\nIts members would march on Tavna.")] == ["say.that"]
    assert [c.rule for c in find(report + " If they came, its members would march.")] == ["say.that"]


@pytest.mark.parametrize(("text", "cue", "stance"), lines(STANCES))
def test_stance(find, text, cue, stance):
    """The cue decides how far the report vouches for what it reports."""
    found = {text[c.cue.start : c.cue.end]: c.stance for c in find(text) if c.cue}
    assert found.get(cue) is Stance(stance)


@pytest.mark.parametrize(("text", "cue", "content"), lines(NAMELESS))
def test_reports_without_a_source(rows, text, cue, content):
    """Hearsay is a claim of nobody named."""
    assert (None, cue, content) in rows(text)


@pytest.mark.parametrize("text", [cells[0] for cells in lines(SILENT)])
def test_words_in_another_sense_report_nothing(rows, text):
    """Jokes told, sugar added, envoys recalled and inch marks are no reports."""
    assert rows(text) == []


@pytest.mark.xfail(strict=True, reason="the tagger takes the cue for a participle or a noun")
@pytest.mark.parametrize(("text", "source", "cue", "content"), lines("""
Norland denied that its mint had printed too much but promised reforms. # Norland # promised # reforms
Many at court murmur that the queen is ill. # Many at court # murmur # that the queen is ill
"""))
def test_known_gaps(rows, text, source, cue, content):
    """What the parser hides from the rules; a fix must move the line to the table above."""
    assert (source, cue, content) in rows(text)


def test_a_new_statement_after_a_quotation_is_not_attributed(rows):
    """Once a quotation is over, only a cue attributes what follows."""
    text = '"The army fired," said Mira Dol. The army left at noon. The bridge fell.'
    assert rows(text) == [("Mira Dol", "said", '"The army fired,"')]


@pytest.mark.parametrize(
    ("text", "is_voiced"),
    [
        ("Norland asked the council to meet.", True),
        ("Norland may ask the council to meet.", False),
        ("Norland must not threaten to leave.", False),
        ("Parliament condemned the attack.", False),
        ('Parliament condemned the "bargain".', True),
        ("Norland plans to expel two envoys.", False),
        ("Norland vowed to expel two envoys.", True),
    ],
)
def test_only_acts_of_speech_that_took_place_give_a_voice(find, text, is_voiced):
    """Verdicts, wishes and merely possible requests give their content no source."""
    assert [voiced(claim) for claim in find(text)] == [is_voiced]


def test_a_topic_before_a_colon_says_nothing(rows):
    """A name before the colon of a headline that reports about it is no source."""
    assert rows("Ada Lind: Norland drops fraud inquiry") == []
