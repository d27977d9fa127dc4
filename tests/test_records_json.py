import json

from tests.cli.shown import FAILURE, MAYBE, coding

from facta.records import Interval, Person, Turn, TurnKind
from facta.records_json import coding_json, event_json

EVENT = {
    "id", "type", "mode", "contexts", "type_plover", "auxiliary", "trigger", "evidence", "actors", "recipients",
    "status", "polarity", "happened", "voice", "cues", "sources", "when", "place", "score", "quad", "confidence",
}
ARTICLE = {
    "id", "source", "url", "title", "language", "publisher", "text", "published", "page_clock", "people", "turns",
}


def test_fields_of_the_contract():
    """Every field that the contract names is there, unknown ones null, and all of it is plain JSON."""
    made = coding(
        published=Interval(start="2020-01-01", end="2020-01-02", basis="text"), failures=(FAILURE,),
        people=(Person(name="Ina", role="minister", code="SUD", sector="GOV"),),
        turns=(Turn(kind=TurnKind.NARRATION, speaker=None, start=0, end=9),),
    )
    got = json.loads(json.dumps(coding_json(made)))
    assert set(got) == {"article", "events", "failures"}
    assert set(got["article"]) == ARTICLE
    assert got["article"]["url"] is None
    assert got["article"]["turns"] == [{"kind": "narration", "speaker": None, "start": 0, "end": 9}]
    assert all(set(event) == EVENT for event in got["events"])
    assert got["failures"][0]["stage"] == "events"


def test_one_event():
    """Spans carry their words, sources their cue, and derived fields are given."""
    made = coding()
    got = event_json(MAYBE, made.article)
    assert got["trigger"]["text"] == "recall"
    assert made.article.text[got["cues"][0]["start"] : got["cues"][0]["end"]] == "may"
    assert (got["status"], got["polarity"], got["happened"], got["voice"]) == ("hypothetical", "+", False, "other")
    assert got["sources"][0]["cue"] == "said"
    assert got["place"] == {"code": "NOR", "text": "Norla"}
    assert got["when"] is None
