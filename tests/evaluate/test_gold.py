import json

import pytest

from facta.errors import ResourceError
from facta.evaluate import gold
from facta.records import Status

TEXT = "Sudra detained a Norlan."


def row(**changes):
    mention = {
        "trigger": {"start": 6, "end": 14, "text": "detained"}, "type": "COERCE", "mode": "arrest", "status": "actual",
        "polarity": "+", "actors": [{"text": "Sudra", "code": "SUD", "sector": "COP"}], "recipients": [],
        "sources": [], "when": {"start": "2020-01-01", "end": "2020-01-31"}, "place": None,
    }
    return {"id": "a", "text": TEXT, "published": "2020-02-01", "mentions": [mention | changes]}


def test_reads_every_field():
    """A whole mention comes out with its span, status, parties and dates."""
    [mark] = gold.parse_article(row(), "a.json").mentions
    assert (mark.trigger, mark.status, mark.when) == ((6, 14), Status.ACTUAL, ("2020-01-01", "2020-01-31"))
    assert mark.actors[0].key == ("SUD", "COP")
    assert mark.happened


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"trigger": {"start": 5, "end": 14, "text": "detained"}}, "trigger"),
        ({"trigger": {"start": 6, "end": 99, "text": "detained"}}, "outside the text"),
        ({"trigger": {"start": "6", "end": 14, "text": "detained"}}, "wrong kind"),
        ({"type": "ARREST"}, 'type "ARREST"'),
        ({"status": "certain"}, "certain"),
        ({"polarity": "−"}, "polarity"),
        ({"actors": [{"text": "Sudra", "code": "Sud", "sector": None}]}, "three capitals"),
        ({"actors": ["Sudra"]}, "no object"),
        ({"actors": [{"text": "x", "code": "SUD", "sector": "police"}]}, "sector"),
        ({"when": {"start": "2020-02-30", "end": "2020-02-30"}}, "no date"),
        ({"when": {"start": "2020-02-02", "end": "2020-02-01"}}, "comes after"),
        ({"status": None}, '"status" is missing'),
    ],
)
def test_names_file_mention_and_fault(changes, words):
    """A wrong field is answered with the file, the mention and what is wrong."""
    with pytest.raises(ResourceError) as caught:
        gold.parse_article(row(**changes), "a.json")
    assert "a.json" in str(caught.value)
    assert "mention 0" in str(caught.value)
    assert words in str(caught.value)


def test_joint_speakers_share_a_link():
    """Sources in one inner list, or of one depth, are joint speakers; others are links of a chain."""
    one, two = {"text": "x", "code": "SUD"}, {"text": "y", "code": "NOR"}
    nested = gold.parse_article(row(sources=[one, [two, one]]), "a.json").mentions[0].sources
    deep = gold.parse_article(row(sources=[one | {"depth": 0}, two | {"depth": 1}, one | {"depth": 1}]), "a.json")
    chain = gold.parse_article(row(sources=[one, two]), "a.json").mentions[0].sources
    assert [len(link) for link in nested] == [1, 2]
    assert [len(link) for link in deep.mentions[0].sources] == [1, 2]
    assert [len(link) for link in chain] == [1, 1]


def test_reads_folders_and_lines(tmp_path):
    """A folder gives its .json and .jsonl files in order of name; a .jsonl file gives an article a line."""
    (tmp_path / "b.json").write_text(json.dumps(row()))
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row() | {"id": name}) for name in "xy") + "\n")
    (tmp_path / "notes.md").write_text("no gold")
    assert [a.id for a in gold.load([tmp_path])] == ["x", "y", "a"]


@pytest.mark.parametrize(("content", "code"), [("{", "R41"), ("[]", "R42"), ('{"id": "a"}', "R42")])
def test_bad_files_are_named(tmp_path, content, code):
    """A file that is no JSON or no article is answered with its name and a stable code."""
    path = tmp_path / "bad.json"
    path.write_text(content)
    with pytest.raises(ResourceError, match=r"bad\.json") as caught:
        gold.load([path])
    assert caught.value.code == code


def test_an_id_stands_once(tmp_path):
    """Two articles of one id are refused, for scores would mix them up."""
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text(json.dumps(row()))
    with pytest.raises(ResourceError, match="already stands in"):
        gold.load([tmp_path])


def test_digest_changes_with_the_data(tmp_path):
    """The digest depends on contents only."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(row()))
    before = gold.digest([path])
    moved = path.rename(tmp_path / "b.json")
    assert gold.digest([moved]) == before
    moved.write_text(json.dumps(row(mode=None)))
    assert gold.digest([moved]) != before
