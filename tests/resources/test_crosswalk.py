"""Crosswalks: the longest beginning of a code holds, and a table is checked against the ontology."""

import pytest

from facta.errors import ResourceError
from facta.resources.crosswalk import load_crosswalk, read_crosswalk
from facta.resources.ontology import load_ontology

CAMEO = load_crosswalk("cameo")


@pytest.mark.parametrize(
    ("code", "type_", "mode"),
    [
        ("03", "AGREE", None), ("0333", "AGREE", None), ("042", "CONSULT", "visit"), ("081", "CONCEDE", None),
        ("0814", "RETREAT", None), ("0871", "RETREAT", "ceasefire"), ("092", "ACCUSE", "investigate"),
        ("163", "COERCE", "restrict"), ("166", "SANCTION", "expel"), ("1712", "ASSAULT", "destroy"),
        ("173", "COERCE", "arrest"), ("175", "ASSAULT", None), ("190", "ASSAULT", None), ("192", "COERCE", "seize"),
        ("204", "ASSAULT", "unconventional"), ("012", None, None), ("023", None, None),
    ],
)
def test_cameo_becomes_plover(code, type_, mode):
    """A CAMEO code has the type and mode of the table; statements and appeals have none."""
    assert CAMEO.of(code)[:2] == (type_, mode)


@pytest.mark.parametrize("code", ["21", "345", "904", "", "XYZ"])
def test_what_is_no_code(code):
    """What begins like no root of the scheme is none of its codes."""
    assert CAMEO.of(code) is None


def test_every_root_is_there():
    """All twenty roots of CAMEO have a line."""
    assert all(f"{root:02}" in CAMEO.lines for root in range(1, 21))


@pytest.mark.parametrize(
    ("line", "message"),
    [("05\tPRAISE\t", "no type"), ("05\tSUPPORT\tvisit", "no mode"), ("04\tCONSULT\t\n04\tAID\t", "already stands")],
)
def test_a_wrong_line_is_named(tmp_path, line, message):
    """An unknown type or mode, or a second line for a code, is named with file and line."""
    path = tmp_path / "crosswalk.own.tsv"
    path.write_text(f"code\ttype\tmode\n{line}\n")
    with pytest.raises(ResourceError, match=message) as caught:
        read_crosswalk(path, "own", load_ontology())
    assert "crosswalk.own.tsv:" in str(caught.value)


def test_there_is_no_such_crosswalk():
    """A scheme without a table is an error that names the file."""
    with pytest.raises(ResourceError, match=r"crosswalk\.none\.tsv"):
        load_crosswalk("none")
