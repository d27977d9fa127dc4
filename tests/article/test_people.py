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
