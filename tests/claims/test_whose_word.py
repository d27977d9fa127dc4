"""Whose word an act is: what an order or a verdict is about is the article's, what somebody says is all theirs."""

from __future__ import annotations

import pytest

import facta

WORDS = """
The foreign minister of Jordan appealed to both sides to keep the truce and offered to mediate. # appealed #
The foreign minister of Jordan appealed to both sides to keep the truce and offered to mediate. # offered #
Peru's court ordered the army to reopen a road that farmers have been forbidden to use. # reopen # Peru's court
Peru's court ordered the army to reopen a road that farmers have been forbidden to use. # forbidden #
Chile vowed to punish the officers who had beaten two students. # beaten #
Chile called on Peru to cut ties with Bolivia over the shooting of two envoys. # cut # Chile
Chile called on Peru to cut ties with Bolivia over the shooting of two envoys. # shooting #
Norway demanded that Sweden free the sailors arrested in May. # free # Norway
Peru's foreign minister called the expulsion an insult. # expulsion #
Peru turned down a Chilean request for aid. # request #
Ghana asked Togo to return the boats seized in 2016. # seized #
Ghana thanked Togo, which extradited two bankers last month. # extradited #
The attack was condemned by Chile. # condemned #
Chile said that Peru had expelled an envoy who had met rebels. # met # Chile
The navy of Peru seized four boats; the government of Chile protested. # seized #
Rebels in Mali seized Gao; a spokesman for the army claimed that soldiers had retaken it. # retaken # a spokesman
As the minister of Peru announced the sanctions, students blocked the bridge. # blocked #
Will Chile recall its envoy, as the general has threatened? # recall #
Peru detained two envoys, as Chile had claimed. # detained # Chile
Lawyers in Lima claim that policemen detained two editors. # detained # Lawyers
Norway has offered Sweden talks. # talks # Norway
Chile accused Peru of arming rebels who had attacked a barracks. # arming # Chile
Chile accused Peru of arming rebels who had attacked a barracks. # attacked #
Peru's spokesman declined to say whether it would recall its envoy. # recall #
The union in Peru warned that it would strike, and on Friday its members blocked the port. # blocked #
Had Peru recalled its envoy, argues Mira Dol, who teaches law, Chile would have closed the border. # recalled # Mira Dol
Norway would like the presidents of Chile and Peru to meet. # meet # Norway
Supreme court orders Peru to free two editors # free # Supreme court
Chile's navy said that Peru would send ships, and that Bolivia had shelled a port. # shelled # Chile's navy
"""


@pytest.mark.parametrize(
    ("text", "trigger", "source"), [[cell.strip() for cell in line.split(" #")] for line in WORDS.strip().splitlines()]
)
def test_the_innermost_source_of_an_act(rules, text, trigger, source):
    """The article tells what is beside an order, a verdict or a refusal; the speaker what is asked, meant or said."""
    coding = rules.code(facta.from_text(text, published="2019-05-16"))
    found = [e for e in coding.events if trigger in coding.article.text[e.trigger.start : e.trigger.end]]
    assert found, [coding.article.text[e.trigger.start : e.trigger.end] for e in coding.events]
    assert (found[0].sources[-1].text if found[0].sources else "") == source
