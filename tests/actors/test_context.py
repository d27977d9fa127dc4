"""What runs through a whole article: interviews, antecedents over sentences, places, and hostile input."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.actors.conftest import actors_in, mentions_of

from facta.records import MentionKind, Person, Turn, TurnKind

INTERVIEW = (
    "A talk with Ilse Kask\n"
    "Has your country asked Moscow for talks?\n"
    "We asked them twice. Our soldiers hold the line, and our citizens are tired. The aggressor country only laughs."
)


def interview():
    """Return the mentions of a short interview with an Estonian officer."""
    lines, turns, at = INTERVIEW.split("\n"), [], 0
    for line, kind, who in zip(lines, ("headline", "question", "answer"), (None, "Paper", "KASK"), strict=True):
        turns.append(Turn(kind=TurnKind(kind), speaker=who, start=at, end=at + len(line)))
        at += len(line) + 1
    person = Person(name="Ilse Kask", role="Estonian colonel", code=None, sector=None)
    return mentions_of(INTERVIEW, turns=tuple(turns), people=(person,), title=lines[0])


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("your country", "EST GOV"),
        ("We", "EST GOV"),
        ("Our soldiers", "EST MIL"),
        ("our citizens", "EST CVL"),
        ("The aggressor country", "RUS GOV"),
    ],
)
def test_interview_speaks_for_its_state(phrase, expected):
    """We, our and your take the interviewee's state; the aggressor is the other one."""
    assert actors_in(interview(), phrase) == [expected]


@pytest.mark.parametrize(
    ("text", "phrase", "rule"),
    [
        ("They met in Nairobi.", "Nairobi", "place"),
        ("Nairobi protested.", "Nairobi", "name"),
        ("The army shelled villages near Kharkiv.", "Kharkiv", "place"),
        ("Washington condemned the Iranian test.", "Iranian", "modifier"),
    ],
)
def test_rule_tells_place_from_actor(text, phrase, rule):
    """A name that only says where carries the rule place, an adjective before a thing the rule modifier."""
    assert [m.rule for m in mentions_of(text) if m.text == phrase] == [rule]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("NAIROBI — Rebels freed ten men. The government thanked them.", "The government", "KEN GOV"),
        ("Uganda seized 14 Kenyan fishermen. The men were beaten.", "The men", "KEN CVL"),
        ("Chinese ambassador Li Bo spoke. India was angry. The ambassador left.", "The ambassador", "CHN GOV"),
        ("The UN court ordered Thailand to withdraw its soldiers from Cambodia.", "its soldiers", "THA MIL"),
        ("Kyiv expels Belarusian diplomat over spying", "Kyiv", "UKR GOV"),
        ("Some in Paris want troops.", "Some in Paris", "FRA GOV"),
        ("Pro-Russian separatists fired at Ukrainian troops in Donetsk.", "Pro-Russian separatists", "UKR REB"),
        ("Peru and Chile met. Foreign troops stayed away.", "Foreign troops", "- MIL"),
        ("Egypt and Sudan quarrelled. They recalled each other's envoys.", "They", "EGY GOV, SDN GOV"),
    ],
)
def test_context_over_sentences(text, phrase, expected):
    """Bare roles, descriptions and pronouns look back in the article."""
    assert actors_in(mentions_of(text), phrase) == expected.split(", ")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Peru declared a state of emergency in Lima.", "a state of emergency"),
        ("Peru will not use force in Lima.", "force"),
        ("The house in Lima burned down.", "The house"),
        ("It is clear that Peru agreed.", "It"),
    ],
)
def test_words_that_denote_nobody(text, phrase):
    """Abstract nouns, things and an empty *it* are no mentions."""
    assert phrase not in [m.text for m in mentions_of(text)]


def test_spans_and_kinds_are_sound():
    """Every mention covers its own text, and its head stands inside."""
    text = "Uganda's marine police seized 14 Kenyan fishermen whom they beat. Nairobi protested, and it closed a road."
    found = mentions_of(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert MentionKind.PRONOUN in {m.kind for m in found}
    assert MentionKind.DESCRIPTION in {m.kind for m in found}


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    """No text crashes the room, and spans stay inside the text."""
    assert all(0 <= m.start < m.end <= len(text) for m in mentions_of(text))


def test_long_repetitions_stay_linear():
    """Four times the text takes nowhere near sixteen times as long."""
    unit = "The president of the union of the army of the party of Kenya met Uganda's minister's aide's friend. "

    def cost(times):
        start = time.process_time()
        mentions_of(unit * times)
        return time.process_time() - start

    cost(1)
    small, large = cost(20), cost(80)
    assert large < small * 9 + 0.5
