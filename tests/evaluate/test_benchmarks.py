import json

import pytest
from benchmarks.quality import __main__ as quality
from benchmarks.speed.pages import make_pages

from facta import read


@pytest.mark.parametrize(
    ("scores", "data", "status"),
    [
        ({"tuple_f1": 0.5, "false_facts_per_100": 3.0}, "sha256:a", 0),
        ({"tuple_f1": 0.49, "false_facts_per_100": 3.0}, "sha256:a", 1),
        ({"tuple_f1": 0.6, "false_facts_per_100": 3.1}, "sha256:a", 1),
        ({"tuple_f1": None, "false_facts_per_100": 3.0}, "sha256:a", 1),
        ({"tuple_f1": 0.6, "false_facts_per_100": 3.0}, "sha256:b", 1),
    ],
)
def test_floors(tmp_path, monkeypatch, scores, data, status):
    """A score below its floor, false facts above theirs, or other data fail the check; equal is enough."""
    floors = tmp_path / "floors.json"
    pinned = {"gsr": {"data": "sha256:a", "floors": {"tuple_f1": 0.5, "false_facts_per_100": 3.0}}}
    floors.write_text(json.dumps(pinned))
    monkeypatch.setattr(quality, "FLOORS", floors)
    assert quality.check({"gsr": {"data": data, "scores": scores}, "unpinned": {"data": "x", "scores": {}}}) == status


def test_pinned_floors_are_of_known_sets(tmp_path):
    """Each pinned set exists, and its floors are numbers."""
    pinned = json.loads(quality.FLOORS.read_text())
    assert set(pinned) <= set(quality.sets(tmp_path))
    assert all(isinstance(v, int | float) for row in pinned.values() for v in row["floors"].values())


def test_golden_floor_is_of_the_golden_data():
    """Whoever changes the golden articles measures and pins anew."""
    assert json.loads(quality.FLOORS.read_text())["golden"]["data"] == quality.digest(quality.GOLDEN)


def test_speed_pages_are_repeatable_and_readable():
    """The same pages come out each time, no two alike, and each reads as an article of some hundred words."""
    pages = make_pages(3)
    assert pages == make_pages(3)
    assert len(set(pages)) == 3
    article = read(pages[0].encode())
    assert article.title == "Border report 0"
    assert 300 < len(article.text.split()) < 900
    assert "wins round" not in article.text
