"""The command ``facta read``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from facta.article.sources import expand
from facta.cli.read import read

PAGES = Path(__file__).parent / "pages"


def test_it_shows_the_article() -> None:
    """Title, day with its basis, clock, people and turns are printed."""
    done = CliRunner().invoke(read, [str(PAGES / "wire.html")])
    assert done.exit_code == 0
    for words in ("Sudport reopens", "2024-03-14 (known from: meta)", "2024-09-06", "Ole Strand", "standfirst"):
        assert words in done.stdout


def test_json_is_one_object_a_line_with_the_public_fields() -> None:
    """A folder gives its files in order, one object each."""
    done = CliRunner().invoke(read, ["--json", str(PAGES)])
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(o["source"]).name for o in objects] == ["interview.html", "wire.html"]
    assert set(objects[0]) == {"id", "source", "url", "title", "language", "publisher", "text", "published",
                               "page_clock", "people", "turns"}  # fmt: skip
    turn = objects[0]["turns"][0]
    assert objects[0]["text"][turn["start"] : turn["end"]] == "The ports will stay open"


def test_a_failed_source_is_named_and_the_others_are_read() -> None:
    """Exit status 1, the reason on standard error, the rest on standard output."""
    done = CliRunner().invoke(read, ["nowhere.html", str(PAGES / "wire.html")])
    assert done.exit_code == 1
    assert "[S01] nowhere.html" in done.stderr
    assert "Sudport reopens" in done.stdout


def test_standard_input_is_a_source() -> None:
    """A dash reads standard input, as HTML or as text."""
    done = CliRunner().invoke(read, ["--text", "-"], input="Norland recalled its envoy on Monday.")
    assert done.stdout.strip() == "Norland recalled its envoy on Monday."


@pytest.mark.parametrize("arguments", [[], ["--json", "--text", "x"], ["--published", "soon", "x"]])
def test_wrong_usage_is_status_two(arguments: list[str]) -> None:
    """No source, two outputs, or no date."""
    assert CliRunner().invoke(read, arguments).exit_code == 2


def test_sources_expand_in_order() -> None:
    """A folder stands for its files, an address for itself, a missing file for itself."""
    names = [s.name for s in expand([str(PAGES), "https://example.org/a", "missing.txt"])]
    assert names == [str(PAGES / "interview.html"), str(PAGES / "wire.html"), "https://example.org/a", "missing.txt"]
