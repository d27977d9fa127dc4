"""Slots undo passives, relatives, participles, coordination, control and raising."""

from __future__ import annotations

import pytest

from facta.events.slots import Slots


def words(parsed, text: str, trigger: str, slot: str) -> list[str]:
    sentence = parsed(text)[0]
    i = next(t.i for t in sentence.tokens if t.text == trigger)
    return [sentence.tokens[k].text for k in Slots(sentence, i).fill(slot)]


CASES = [
    ("Chad expelled the envoy.", "expelled", "subj", ["Chad"]),
    ("Chad expelled the envoy.", "expelled", "obj", ["envoy"]),
    ("The envoy was expelled by Chad.", "expelled", "subj", ["Chad"]),
    ("The envoy was expelled by Chad.", "expelled", "obj", ["envoy"]),
    ("Chad and Niger expelled the envoy.", "expelled", "subj", ["Chad", "Niger"]),
    ("Chad arrested and later deported the student.", "deported", "subj", ["Chad"]),
    ("The men whom the police had seized were freed.", "seized", "obj", ["men"]),
    ("The police, which seized the boats, left.", "seized", "subj", ["police"]),
    ("Boats seized by the navy were sold.", "seized", "obj", ["Boats"]),
    ("Boats seized by the navy were sold.", "seized", "subj", ["navy"]),
    ("Peru threatened to suspend imports.", "suspend", "subj", ["Peru"]),
    ("Peru urged Chile to release the sailors.", "release", "subj", ["Chile"]),
    ("Peru promised Chile to release the sailors.", "release", "subj", ["Peru"]),
    ("Peru accused Chile of jailing the sailors.", "jailing", "subj", ["Chile"]),
    ("Peru called on Chile to release the sailors.", "release", "subj", ["Chile"]),
    ("The army bombed the town, killing two farmers.", "killing", "subj", ["army"]),
    ("Oslo's promise to help Malta was kept.", "help", "subj", ["Oslo"]),
    ("Qatar gave the rebels money.", "gave", "iobj", ["rebels"]),
    ("Laos imposed sanctions on Fiji.", "imposed", "on", ["Fiji"]),
    ("Laos imposed sanctions on Fiji.", "sanctions", "gov", ["imposed"]),
    ("Laos imposed sanctions on Fiji.", "sanctions", "subj", ["Laos"]),
    ("Togo pulled out its soldiers.", "pulled", "prt", ["out"]),
    ("Togo agreed to meet the rebels.", "agreed", "inf", ["meet"]),
    ("Russian attacks on Kharkiv continued.", "attacks", "mod", ["Russian"]),
    ("Moscow's attacks on Kharkiv continued.", "attacks", "poss", ["Moscow"]),
    ("Talks between Oslo and Bern failed.", "Talks", "between", ["Oslo", "Bern"]),
]


@pytest.mark.parametrize(("text", "trigger", "slot", "expected"), CASES)
def test_slot(parsed, text, trigger, slot, expected):
    """The words that fill a slot are those that a reader would name."""
    assert words(parsed, text, trigger, slot) == expected
