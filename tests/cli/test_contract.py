"""The public contract of ``facta code --json``: fields, types, offsets, ids, sameness, and that the docs name them."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from facta.records import Polarity, Status, TurnKind

DOCS = Path(__file__).parents[2] / "docs" / "reference"
PAGE = (Path(__file__).parents[1] / "golden" / "pages" / "lake-interview.html").read_text(encoding="utf-8")

TEXT = (str,)
MAYBE = (str, type(None))
INTERVAL = {"start": TEXT, "end": TEXT, "basis": TEXT}
SPAN = {"start": (int,), "end": (int,), "text": TEXT}
PLACED = {"text": TEXT, "start": (int, type(None)), "end": (int, type(None)), "code": MAYBE, "sector": MAYBE}
PARTY = PLACED | {"name": MAYBE, "id": MAYBE}
ARTICLE = {
    "id": TEXT, "source": TEXT, "url": MAYBE, "title": MAYBE, "language": MAYBE, "publisher": MAYBE, "text": TEXT,
    "published": INTERVAL, "page_clock": MAYBE,
    "people": [{"name": TEXT, "role": TEXT, "code": MAYBE, "sector": MAYBE}],
    "turns": [{"kind": TEXT, "speaker": MAYBE, "start": (int,), "end": (int,)}],
}
EVENT = {
    "id": TEXT, "type": TEXT, "mode": MAYBE, "contexts": [TEXT], "type_plover": TEXT, "auxiliary": [TEXT],
    "trigger": SPAN, "evidence": SPAN, "actors": [PARTY], "recipients": [PARTY],
    "status": TEXT, "polarity": TEXT, "happened": (bool,), "voice": TEXT,
    "cues": [SPAN | {"effect": TEXT}],
    "sources": [PLACED | {"cue": MAYBE}],
    "when": INTERVAL, "place": {"code": MAYBE, "text": TEXT}, "score": (int, float), "quad": (int,),
    "confidence": (int, float),
}
NULL = {"published", "when", "place"}
"""Objects that are null when the text does not give them."""
WIDER = {"name", "id"}
"""What a link of the chain of sources has only where it is known."""


@pytest.fixture(scope="module")
def lines(shared):
    from facta.article import read
    from facta.records_json import coding_json

    return coding_json(shared.code(read(PAGE.encode(), name="page.html")))


@pytest.fixture(scope="module")
def coded(lines):
    return json.loads(json.dumps(lines))


def check(value, shape, where):
    """Compare a value with a shape: types, an object of fields, or a list of one shape."""
    if isinstance(shape, tuple):
        assert isinstance(value, shape), where
        assert bool in shape or not isinstance(value, bool), where
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for n, item in enumerate(value):
            check(item, shape[0], f"{where}[{n}]")
    elif value is not None or where.rpartition(".")[2] not in NULL:
        missing, more = set(shape) - set(value), set(value) - set(shape)
        assert not missing, where
        assert not more - WIDER, where
        for name, part in shape.items():
            check(value[name], part, f"{where}.{name}")


def test_fields_and_types(coded):
    """Every field of the contract is there with its type, and none that the contract does not know."""
    assert set(coded) == {"article", "events", "failures"}
    check(coded["article"], ARTICLE, "article")
    check(coded["events"], [EVENT], "events")


def test_the_page_fills_every_field(coded):
    """The page is rich enough for this test: people, turns, and each field of a record are filled somewhere."""
    article, events = coded["article"], coded["events"]
    assert article["published"]["start"] == "2015-03-12"
    assert article["page_clock"] == "2020-06-09"
    assert "Grace Phiri" in [person["name"] for person in article["people"]]
    assert {"headline", "question", "answer"} <= {turn["kind"] for turn in article["turns"]}
    for field in ("mode", "actors", "recipients", "cues", "sources", "when", "place"):
        assert any(event[field] for event in events), field
    assert {True, False} == {event["happened"] for event in events}


def test_closed_sets(coded):
    """Kinds, statuses, polarities, voices and quad classes are those of the contract, and derived fields follow."""
    assert {turn["kind"] for turn in coded["article"]["turns"]} <= set(TurnKind)
    for event in coded["events"]:
        assert event["status"] in set(Status)
        assert event["polarity"] in set(Polarity)
        assert event["voice"] in {"article", "self", "other"}
        assert (event["voice"] == "article") is (not event["sources"])
        assert event["happened"] is (event["status"] == "actual" and event["polarity"] == "+")
        assert event["quad"] in {1, 2, 3, 4}
        assert -10 <= event["score"] <= 10
        assert 0 <= event["confidence"] <= 1
        assert all(re.fullmatch(r"[A-Z]{3}", p["code"]) for p in event["actors"] + event["recipients"] if p["code"])


def test_offsets_give_back_the_words(coded):
    """Every span of a record cuts its own words out of the article's text, and the trigger lies in the evidence."""
    text = coded["article"]["text"]
    for event in coded["events"]:
        parties = [*event["actors"], *event["recipients"], *event["sources"]]
        for span in (event["trigger"], event["evidence"], *event["cues"], *parties):
            if span["start"] is not None:
                assert text[span["start"] : span["end"]] == span["text"]
        assert event["evidence"]["start"] <= event["trigger"]["start"] < event["trigger"]["end"]
        assert event["trigger"]["end"] <= event["evidence"]["end"]
    turns = coded["article"]["turns"]
    assert all(a["end"] <= b["start"] for a, b in pairwise(turns))


def test_days_are_iso(coded):
    """Days are ISO dates, the first not after the last."""
    for when in [coded["article"]["published"], *(event["when"] for event in coded["events"])]:
        if when is not None:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", when["start"])
            assert when["start"] <= when["end"]


def test_ids_are_stable_and_distinct(coded, run, tmp_path):
    """An id is 16 digits, names one record, and does not depend on where the page lies or what stands beside it."""
    ids = [event["id"] for event in coded["events"]]
    assert all(re.fullmatch(r"[0-9a-f]{16}", i) for i in [*ids, coded["article"]["id"]])
    assert len(set(ids)) == len(ids)
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(PAGE)
    for line in run("code", "--json", tmp_path).stdout.splitlines():
        assert [event["id"] for event in json.loads(line)["events"]] == ids


@pytest.mark.parametrize("form", ["--json", "--tsv", None])
def test_twice_gives_the_same_bytes(run, tmp_path, form):
    """Coding is a function of the page: nothing in it depends on the clock, on chance or on what came before."""
    (tmp_path / "a.html").write_text(PAGE)
    first, other, second = (
        run("code", *filter(None, [form]), *day, tmp_path / "a.html").stdout_bytes
        for day in ([], ["--published", "2001-01-01"], [])
    )
    assert first == second
    assert first != other


def test_a_page_twice_gives_the_same_bytes(run, tmp_path):
    """The page for the browser is the same each time."""
    (tmp_path / "a.html").write_text(PAGE)
    for name in ("1.html", "2.html"):
        assert run("code", "--html", tmp_path / name, tmp_path / "a.html").exit_code == 0
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def keys(value):
    """Yield every key of a JSON value."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from keys(item)


def test_the_docs_name_every_field(coded):
    """Every key of the output stands in the reference, in code letters."""
    page = (DOCS / "records.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", page))))
    found = set(keys(coded)) | {"stage", "message"}
    assert found <= named, found - named


def test_the_docs_name_every_column():
    """Every column of the table stands in the reference with what it holds."""
    from facta.cli.show.tables import COLUMNS

    page = (DOCS / "records.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | {what} |" for name, (what, _) in COLUMNS.items()]
    assert [row for row in rows if row not in page] == []


def test_happened_only(run, tmp_path):
    """The filter on statuses leaves whole articles with fewer records."""
    (tmp_path / "a.html").write_text(PAGE)
    deeds = json.loads(run("code", "--json", "--status", "happened", tmp_path / "a.html").stdout)
    assert deeds["events"]
    assert all(event["happened"] for event in deeds["events"])
    hints = json.loads(run("code", "--json", "--status", "planned", "--status", "proposed", tmp_path / "a.html").stdout)
    assert {event["status"] for event in hints["events"]} <= {"planned", "proposed"}
    assert deeds["article"] == hints["article"]


def test_an_explanation_names_its_words(run, tmp_path):
    """Every record can be explained, by the first digits of its id, in words and as JSON."""
    (tmp_path / "a.html").write_text(PAGE)
    rows = [json.loads(line) for line in run("explain", "--json", tmp_path / "a.html").stdout.splitlines()]
    assert len(run("explain", tmp_path / "a.html").stdout.splitlines()) == len(rows)
    for row in rows[:3]:
        shown = run("explain", tmp_path / "a.html", row["id"][:10]).stdout
        assert f"[[{row['trigger']['text']}]]" in shown
        for field in ("what", "who", "status", "says", "when"):
            assert re.search(rf"^{field}\b", shown, re.MULTILINE)
        assert {"sense", "type", "status"} <= {reason["step"] for reason in row["reasons"]}
        assert row["coder"]["version"] in shown
