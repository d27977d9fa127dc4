"""People, with their roles as written."""

from __future__ import annotations

import pytest

from facta.article.people import people


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("In Norburg, Transport Minister Ada Lind said so.", "Ada Lind", "Transport Minister"),
        ("Norland port authority spokeswoman Ada Lind said so.", "Ada Lind", "Norland port authority spokeswoman"),
        ("We met Ada Lind, who teaches law at Norland University.", "Ada Lind", "teacher of law at Norland University"),
        ("Ada Lind, the deputy head of the port board, left.", "Ada Lind", "deputy head of the port board"),
        ("Norland's transport minister, Ada Lind, left.", "Ada Lind", "Norland's transport minister"),
        ("The Sudrian political scientist, the expert of the fund House of Foreign Affairs Ole Strand spoke.",
         "Ole Strand", "Sudrian political scientist, the expert of the fund House of Foreign Affairs"),
        ("Former Sudrian president Ole van der Berg left.", "Ole van der Berg", "Former Sudrian president"),
    ],
)  # fmt: skip
def test_roles_are_kept_as_written(text: str, name: str, role: str) -> None:
    """A role before or after a name is kept whole, with the words that name a state."""
    known = [name] if name == "Ole Strand" else []
    assert [(p.name, p.role) for p in people(text, known)] == [(name, role)]


@pytest.mark.parametrize(
    "text",
    ["The official Minsk kept silent.", "Norland University opened on Monday.", "Second Thomas Shoal lies there.",
     "In March the Foreign Ministry said so.", "The Norland Post reported it."],
)  # fmt: skip
def test_places_and_bodies_are_no_people(text: str) -> None:
    """Capitals alone make nobody a person."""
    assert people(text) == ()


def test_a_surname_takes_no_role_from_a_relative() -> None:
    """A titled surname does not change the role that the full name has."""
    found = people("Author Kari Berg wrote it. She knew President Berg well.")
    assert [(p.name, p.role) for p in found] == [("Kari Berg", "Author")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy to Norland Ada Lind left.", {"Ada Lind": "envoy to Norland"}),
        ("He is spokesman for Inherent Resolve. The governor of South Dakota said so.", {}),
        ("Mia Holm, Advocacy Director for the Middle East and North Africa at Harbour Watch, said so.",
         {"Mia Holm": "Advocacy Director for the Middle East and North Africa at Harbour Watch"}),
        ("Mia Holm, the economist Jon Berg and others met.", {"Jon Berg": "economist"}),
        ("Mia Holm, a doctor at the port where the patients were treated, left.", {"Mia Holm": "doctor at the port"}),
        ("American Kevin King and Australian Timothy Weeks were freed.", {}),
        ("Mia Holm, who heads the Norburg Pilots' Union, said so.", {"Mia Holm": "head of the Norburg Pilots' Union"}),
        ("Mia Holm, who serves as port minister, said so.", {"Mia Holm": "port minister"}),
        ("Mia Holm, who left the country, said so.", {}),
        ("The son of former president Jon Berg spoke.", {"Jon Berg": "former president"}),
        ("The interior minister, Faisal al-Rumaihi, denied it.", {"Faisal al-Rumaihi": "interior minister"}),
        ("The Minister, Mr Jon Berg, left.", {"Jon Berg": "Minister"}),
        ("We met coach P.J. Holm there.", {"P.J. Holm": "coach"}),
        ("The editor of the weekly Norburg Letters left.", {}),
        ("On Monday Undersecretary Holm left.", {"Holm": "Undersecretary"}),
        ("Jon Berg and Mia Holm met. Holm, a former mediator, spoke.", {"Mia Holm": "former mediator"}),
        ("So says Mia Holm of the Norburg Institute in Sudport.", {"Mia Holm": "Norburg Institute in Sudport"}),
        ("Mia Holm, 51, was treated.", {"Mia Holm": ""}),
        ("The Sudrian vice-minister, Mia Holm, left.", {"Mia Holm": "Sudrian vice-minister"}),
    ],
)  # fmt: skip
def test_roles_are_whole_and_only_roles(text: str, expected: dict[str, str]) -> None:
    """No role ends in a preposition, holds a clause or belongs to another, and no place is a person."""
    assert {p.name: p.role for p in people(text)} == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Holm, a former mediator, met us in May. She spoke of much else for long hours.", "former mediator"),
        ("Mia Holm is president of the Pilots' Union, whose members strike.", "president of the Pilots' Union"),
        ("Mia Holm was Norland's envoy to Sudria until 2017 and now grows plums.", "former Norland's envoy to Sudria"),
        ("Mia Holm, 51, has led the Press Guild since 2015.", "leader of the Press Guild"),
        ("SPOKESPERSON (Mia Holm): Good morning.", "SPOKESPERSON"),
    ],
)
def test_the_person_interviewed_gets_the_role_of_the_introduction(text: str, role: str) -> None:
    """A known name takes its role from anywhere in the introduction, by its surname too."""
    assert [(p.name, p.role) for p in people(text, ["Mia Holm"])] == [("Mia Holm", role)]
