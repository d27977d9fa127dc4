"""The files of trained models."""

from __future__ import annotations

import pytest

from facta.errors import ResourceError
from facta.resources.model import load_model
from facta.resources.ontology import load_ontology
from facta.resources.roster import FORMS, SECTORS


def test_labels_are_those_of_the_ontology():
    """The model knows the types, modes and sectors of the ontology, and stand-ins for forms of names that there are."""
    model, ontology = load_model(), load_ontology()
    assert model.types == ("", *ontology.types)
    assert set(model.modes) == {f"{n}/{m}" for n, kind in ontology.types.items() for m in ("", *kind.modes)}
    assert set(model.sectors) == {"", *SECTORS}
    assert set(model.stand_in) <= FORMS


def test_every_type_and_mode_has_a_usual_sense():
    """An act that only the encoder knows gets a sense and roles, whatever its type and mode."""
    ontology = load_ontology()
    wanted = {(n, m) for n, kind in ontology.types.items() for m in ("", *kind.modes)}
    assert wanted - set(ontology.usual) == set()


def test_a_missing_model_is_said(tmp_path):
    """A folder without a model is named, with what to do."""
    with pytest.raises(ResourceError, match=r"R07.*python -m training"):
        load_model(tmp_path)
