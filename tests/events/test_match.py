"""The most specific pattern wins, and veto patterns keep figures of speech out."""

from __future__ import annotations

import pytest

from facta.errors import ResourceError
from facta.resources.language import load_language


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Chad arrested the farmer.", ["arrest"]),
        ("The film arrested their attention.", []),
        ("Chad met Niger.", ["meet"]),
        ("Chad met the deadline.", []),
        ("Chad met its goal.", []),
        ("Chad called off the game.", ["cancel"]),
        ("Chad called the farmer.", []),
        ("Talks between Chad and Niger failed.", ["meet"]),
        ("The arrest of the farmer angered Niger.", ["arrest"]),
        ("Nobody said anything.", []),
    ],
)
def test_senses(hits, text, senses):
    """The words of a sentence give the senses of the lexicon's most specific lines."""
    assert [hit.pattern.sense for hit in hits(text)] == senses


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("senses.tsv", "lemma\tpos\tframe\tsense\troles\ngo\tq\t\tgo\t\n", "no part of speech"),
        ("senses.tsv", "lemma\tpos\tframe\tsense\troles\ngo\tv\tobj:@nope\tgo\t\n", "no word class is called nope"),
        ("senses.tsv", "lemma\tpos\tframe\tsense\troles\ngo\tv\t\tgo\t\ngo\tv\t\trun\t\n", "already stands on line 2"),
        ("senses.tsv", "lemma\tpos\tsense\n", "header is"),
    ],
)
def test_bad_lines_stop_the_start(tmp_path, name, text, words):
    """A wrong lexicon line is refused with its file, its line and what is wrong."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=words) as error:
        load_language("xx", tmp_path)
    assert name in str(error.value)
