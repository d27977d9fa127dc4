"""Claims inside claims, turns of an interview, and whom a source denotes."""

from __future__ import annotations

import pytest

from facta.claims import attribute, chain, chains
from facta.records import Actor, Article, Mention, MentionKind, Person, Span, Stance, Turn, TurnKind
from facta.resources.reporting import load_reporting
from facta.sentences import parse

DOL = Person(name="Mira Dol", role="mayor", code="NOR", sector="GOV")


def names(text, claims, word):
    """Return the sources over ``word``, outermost first."""
    at = text.index(word)
    return [tuple(p.text for p in claims[k].who) for k in chain(claims, Span(at, at + len(word)))]


@pytest.mark.parametrize(
    ("text", "word", "voices"),
    [
        ("The paper said the minister had told aides that they would go.", "go", ["The paper", "the minister"]),
        ("“He told me that the army shot first at the farm,” Mira Dol said.", "shot", ["Mira Dol", "He"]),
        ("Norland said Sudria had accused it of spying.", "spying", ["Norland", "Sudria"]),
        ("The agency reported, citing officials, that the base was empty.", "empty", ["The agency", "officials"]),
        ("Oslo denied that the votes had been bought, as the students alleged.", "bought", ["Oslo"]),
        ("The troops left on Monday.", "left", []),
    ],
)
def test_chain_of_voices(find, text, word, voices):
    """Sources stand outermost first."""
    assert names(text, find(text), word) == [(voice,) for voice in voices]


def test_chains_agree_with_chain(find):
    """Asking for many spans at once gives what asking for each gives."""
    text = "Norland said Sudria had accused it of spying. The king left."
    claims = find(text)
    spans = [Span(i, i + 1) for i in range(len(text))]
    assert chains(claims, spans) == [chain(claims, span) for span in spans]


def test_every_parent_is_larger_and_holds_the_cue(find):
    """A parent's content contains the cue of what is nested in it."""
    claims = find("The paper said the minister had told aides that Norland would ask Sudria to leave.")
    for claim in claims:
        if claim.parent is not None:
            assert any(piece.contains(claim.cue) for piece in claims[claim.parent].content)
    assert sum(claim.parent is not None for claim in claims) >= 2


INTERVIEW = "Is the bridge safe?\nI told you that it is. Norland says that it fell."


def interview_turns():
    return (
        Turn(kind=TurnKind.QUESTION, speaker="The Tavna Post", start=0, end=19),
        Turn(kind=TurnKind.ANSWER, speaker="DOL", start=20, end=len(INTERVIEW)),
    )


def test_each_turn_is_a_claim_of_its_speaker(find):
    """The question is the outlet's, the answer the person's, whole and without a cue."""
    question, answer = (c for c in find(INTERVIEW, turns=interview_turns(), people=(DOL,)) if c.rule == "turn")
    assert (question.who[0].text, question.who[0].sector, question.who[0].code) == ("The Tavna Post", "JRN", None)
    assert (answer.who[0].text, answer.who[0].sector, answer.who[0].code) == ("Mira Dol", "GOV", "NOR")
    assert answer.cue is None
    assert answer.content == (Span(20, len(INTERVIEW)),)
    assert answer.stance is Stance.NEUTRAL


def test_a_source_inside_an_answer_adds_a_link(find):
    """The chain over what Norland says in an answer is the speaker, then Norland."""
    claims = find(INTERVIEW, turns=interview_turns(), people=(DOL,))
    assert names(INTERVIEW, claims, "fell") == [("Mira Dol",), ("Norland",)]


def test_what_a_speaker_says_of_himself_adds_no_link(find):
    """*I told you* in an answer has the same voice as the answer."""
    claims = find(INTERVIEW, turns=interview_turns(), people=(DOL,))
    assert names(INTERVIEW, claims, "it is") == [("Mira Dol",)]


def test_a_headline_with_a_speaker_is_a_claim(find):
    """A quotation as headline belongs to whoever the article says."""
    text = "The bridge is safe"
    turns = (Turn(kind=TurnKind.HEADLINE, speaker="Mira Dol", start=0, end=len(text)),)
    assert [(c.who[0].code, c.content) for c in find(text, turns=turns, people=(DOL,))] == [("NOR", (Span(0, 18),))]


@pytest.mark.parametrize("name", ["Mira Dol", "DOL", "Dol", "MD", "Mayor Mira Dol"])
def test_a_speaker_is_found_by_part_of_the_name_or_initials(find, name):
    """Speaker marks are often capitals, surnames or initials."""
    turns = (Turn(kind=TurnKind.ANSWER, speaker=name, start=0, end=6),)
    assert find("It is.", turns=turns, people=(DOL,))[0].who[0].code == "NOR"


def test_an_ambiguous_name_stays_unknown(find):
    """Two people of one surname: nobody is guessed."""
    other = Person(name="Oto Dol", role="clerk", code="SWE", sector="GOV")
    turns = (Turn(kind=TurnKind.ANSWER, speaker="Dol", start=0, end=6),)
    participant = find("It is.", turns=turns, people=(DOL, other))[0].who[0]
    assert (participant.text, participant.code) == ("Dol", None)


def with_mentions(parser, text, *found):
    """Code ``text`` with mentions given as (words, code, sector); the last word is the head."""
    article = Article(source="test", text=text)
    sentences = parse(article, parser)
    mentions = []
    for words, code, sector in found:
        start = text.index(words)
        end = start + len(words)
        head = next(t.i for t in sentences[0].tokens if t.end == end)
        mentions.append(Mention(
            sentence=0, head=head, start=start, end=end, text=words, kind=MentionKind.NAME,
            actors=(Actor(code=code, sector=sector, id=f"{code}-1"),), rule="test",
        ))
    return attribute(article, sentences, tuple(mentions), load_reporting())


def test_the_actor_of_the_source_comes_from_its_mention(parser):
    """Code, sector and id are copied from the mention at the head of the source."""
    claims = with_mentions(
        parser, "Norland's spokesman Oto Lan said that Sudria had fired.",
        ("Oto Lan", "NOR", "GOV"), ("Sudria", "SUD", "GOV"),
    )
    (who,) = claims[0].who
    assert (who.text, who.code, who.sector, who.id, who.cue) == ("Oto Lan", "NOR", "GOV", "NOR-1", "said")


def test_joint_speakers_are_separate_sources(parser):
    """*Australia and Japan said*: two participants at one depth."""
    claims = with_mentions(
        parser, "Australia and Japan said that they would send ships.",
        ("Australia", "AUS", "GOV"), ("Japan", "JPN", "GOV"),
    )
    assert [who.code for who in claims[0].who] == ["AUS", "JPN"]


def test_seconders_are_speakers_too(parser):
    """*X, echoed by Y, said*: both say so."""
    claims = with_mentions(
        parser, "Australia, echoed by Japan, said that ships had left.",
        ("Australia", "AUS", "GOV"), ("Japan", "JPN", "GOV"),
    )
    assert ["AUS", "JPN"] in [[who.code for who in claim.who] for claim in claims]


def test_a_spokesman_is_coded_as_those_he_speaks_for(parser):
    """*A spokesman for the rebels* is no official when nothing else is known of him."""
    claims = with_mentions(parser, "A spokesman for the rebels said that ships had left.", ("rebels", "NOR", "REB"))
    assert [(who.code, who.sector) for who in claims[0].who] == [("NOR", "REB")]


def test_a_relative_pronoun_means_its_antecedent(parser):
    """*The minister, who said*: the minister speaks."""
    text = "The minister, who said that the road was closed, resigned."
    claims = with_mentions(parser, text, ("minister", "NOR", "GOV"))
    assert claims[0].who[0].code == "NOR"


def test_an_unknown_source_keeps_its_words(find):
    """Without a mention the source is still named, with no code."""
    (claim,) = find("A passer-by said that the bridge fell.")
    assert [(who.text, who.code) for who in claim.who] == [("A passer-by", None)]
