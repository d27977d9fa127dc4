"""Actors and recipients in active, passive, nominal, reciprocal and other wordings."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Chad arrested the farmer.", ["Chad"], ["farmer"]),
        ("The farmer was arrested by Chad.", ["Chad"], ["farmer"]),
        ("Chad and Niger arrested two farmers.", ["Chad", "Niger"], ["farmers"]),
        ("Farmers were arrested.", [], []),
        ("The arrest of the farmer by Chad came in May.", ["Chad"], ["farmer"]),
        ("Chad's arrest of the farmer came in May.", ["Chad"], ["farmer"]),
        ("The Chadian attack on Niger failed.", ["Chadian"], ["Niger"]),
        ("Chad launched an attack on Niger.", ["Chad"], ["Niger"]),
        ("Peru condemned the attack.", ["Peru"], []),
        ("Peru condemned Chad's plan.", ["Peru"], ["Chad"]),
        ("Peru condemned the plan of Chad, Niger and Fiji.", ["Peru"], ["Chad", "Niger", "Fiji"]),
        ("Peru condemned the deal between Chad and Niger.", ["Peru"], ["Chad", "Niger"]),
        ("Peru met Chile.", ["Peru", "Chile"], []),
        ("Peru and Chile met.", ["Peru", "Chile"], []),
        ("Peru met with Chile in May.", ["Peru", "Chile"], []),
        ("Peru held talks with Chile.", ["Chile", "Peru"], []),
        ("Peru visited Chile.", ["Peru"], ["Chile"]),
        ("Oslo mediated between Peru and Chile.", ["Oslo"], ["Peru", "Chile"]),
        ("Laos imposed sanctions on Fiji.", ["Laos"], ["Fiji"]),
        ("Niger suffered an attack by rebels.", ["rebels"], ["Niger"]),
        ("Niger received aid from Bern.", ["Bern"], ["Niger"]),
    ],
)
def test_roles(roles_of, text, actors, recipients):
    """Each role holds the phrases that a reader would name."""
    found = roles_of(text)
    pairs = [([m.text for m in r.actors], [m.text for m in r.recipients]) for r in found]
    assert (actors, recipients) in pairs, pairs
