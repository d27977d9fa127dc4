"""Status and polarity of acts: our own probe sentences, changes that must change the verdict, and hostile parses."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.errors import ResourceError
from facta.events.status import judge
from facta.records import Claim, Sentence, Span, Stance, Status, Token, Verdict
from facta.resources.status import StatusLexicon, load
from facta.resources.table import load_table
from facta.sentences.parsers.spacy import SpacyParser

CASES = [
    (row["sentence"], row["trigger"], row["status"], row["polarity"])
    for row in load_table(
        Path(__file__).with_name("status_cases.tsv"),
        ("sentence", "trigger", "status", "polarity"),
        ("sentence", "trigger"),
    )
]


@lru_cache(maxsize=1)
def parsed() -> dict[str, tuple[Sentence, ...]]:
    """All probe sentences, parsed in one go."""
    texts = list(dict.fromkeys(text for text, *_ in CASES))
    out: dict[str, tuple[Sentence, ...]] = dict.fromkeys(texts, ())
    for sentence in parser().parse([(text, 0, k) for k, text in enumerate(texts)], lambda words: True):
        out[texts[sentence.turn]] += (sentence,)
    return out


@lru_cache(maxsize=1)
def parser() -> SpacyParser:
    return SpacyParser()


def verdict(text: str, trigger: str, claims: tuple[Claim, ...] = ()) -> Verdict:
    sentences = parsed().get(text) or tuple(parser().parse([(text, 0, 0)], lambda words: True))
    start = text.index(trigger)
    end = start + len(trigger)
    sentence = next(s for s in sentences if s.start <= start < s.end)
    head = next(t.i for t in sentence.tokens if t.start < end and start < t.end)
    return judge(sentence, head, load(), claims=claims)


@pytest.mark.parametrize(("text", "trigger", "status", "polarity"), CASES)
def test_probe_sentences(text: str, trigger: str, status: str, polarity: str) -> None:
    """Each probe sentence gets its status and polarity."""
    found = verdict(text, trigger)
    assert (found.status, found.polarity) == (status, polarity), found.cues


def test_enough_probes() -> None:
    """There are at least fifty probe sentences for each status."""
    for status in Status:
        assert sum(case[2] == status for case in CASES) >= 50


def test_cues_lie_in_the_sentence() -> None:
    """Every cue quotes the text that it points at."""
    for text, trigger, *_ in CASES:
        for cue in verdict(text, trigger).cues:
            assert text[cue.start : cue.end] == cue.text
            assert cue.effect


def test_only_actual_positive_needs_no_cue() -> None:
    """A verdict other than a plain fact always names the words that decided."""
    for text, trigger, status, polarity in CASES:
        if (status, polarity) != ("actual", "+"):
            assert verdict(text, trigger).cues, text


ACTS = (
    ("The army", "shelled", "shell", "the port"),
    ("The minister", "met", "meet", "the rebels"),
    ("Parliament", "ratified", "ratify", "the treaty"),
    ("Police", "arrested", "arrest", "two reporters"),
    ("The king", "pardoned", "pardon", "the editor"),
    ("The rebels", "freed", "free", "the hostages"),
)

CHANGES = (
    ("{subject} {past} {rest}.", "past", "actual", "+"),
    ("{subject} did not {base} {rest}.", "base", "actual", "-"),
    ("{subject} never {past} {rest}.", "past", "actual", "-"),
    ("{subject} may {base} {rest}.", "base", "hypothetical", "+"),
    ("{subject} may not {base} {rest}.", "base", "hypothetical", "-"),
    ("{subject} will {base} {rest}.", "base", "planned", "+"),
    ("{subject} will not {base} {rest}.", "base", "planned", "-"),
    ("{subject} should {base} {rest}.", "base", "proposed", "+"),
    ("{subject} must not {base} {rest}.", "base", "proposed", "-"),
    ("If {lower} {past} {rest}, the talks would end.", "past", "hypothetical", "+"),
    ("The envoy said that {lower} {past} {rest}.", "past", "actual", "+"),
    ("The envoy denied that {lower} {past} {rest}.", "past", "alleged", "-"),
    ("The envoy claimed that {lower} {past} {rest}.", "past", "alleged", "+"),
    ("The envoy fears that {lower} will {base} {rest}.", "base", "hypothetical", "+"),
    ("The envoy urged {lower} to {base} {rest}.", "base", "proposed", "+"),
    ("The envoy urged {lower} not to {base} {rest}.", "base", "proposed", "-"),
    ("The envoy ordered {lower} to {base} {rest}.", "base", "planned", "+"),
    ("{subject} promised to {base} {rest}.", "base", "planned", "+"),
    ("{subject} refused to {base} {rest}.", "base", "planned", "-"),
    ("{subject} failed to {base} {rest}.", "base", "actual", "-"),
    ("{subject} managed to {base} {rest}.", "base", "actual", "+"),
    ("{subject} did not manage to {base} {rest}.", "base", "actual", "-"),
    ("{subject} allegedly {past} {rest}.", "past", "alleged", "+"),
    ("{subject} would have {past} {rest}.", "past", "hypothetical", "+"),
    ("Why did {lower} {base} {rest}?", "base", "actual", "+"),
    ("Did {lower} {base} {rest}?", "base", "hypothetical", "+"),
)


@pytest.mark.parametrize(("frame", "form", "status", "polarity"), CHANGES, ids=[c[0] for c in CHANGES])
def test_metamorphic(frame: str, form: str, status: str, polarity: str) -> None:
    """Putting a governor around an act changes its verdict in the way of that governor."""
    wrong = []
    for subject, past, base, rest in ACTS:
        lower = subject[0].lower() + subject[1:]
        text = frame.format(subject=subject, lower=lower, past=past, base=base, rest=rest)
        start = text.index(f" {past if form == 'past' else base} ") + 1
        sentence = next(iter(parser().parse([(text, 0, 0)], lambda words: True)))
        head = next(t.i for t in sentence.tokens if t.start == start)
        found = judge(sentence, head, load())
        if (found.status, found.polarity) != (status, polarity):
            wrong.append((text, found))
    assert not wrong


@pytest.mark.parametrize("state", ["Norway", "Belarus", "China", "Israel", "Russia", "Kenya"])
def test_no_state_is_special(state: str) -> None:
    """The same words give the same verdict and score, whichever state they are about."""
    found = verdict(f"{state} threatened to recall its envoy.", "recall")
    other = verdict("France threatened to recall its envoy.", "recall")
    assert (found.status, found.polarity, found.score) == (other.status, other.polarity, other.score)


def test_score_never_contradicts_the_verdict() -> None:
    """What happened scores at least 0; what is denied, refused or undone scores below."""
    for text, trigger, *_ in CASES:
        found = verdict(text, trigger)
        if found.polarity == "-":
            assert found.score < 0
        elif found.status is Status.ACTUAL:
            assert found.score >= 0


def test_will_of_an_outsider() -> None:
    """What a source with no say in it says *will* be is a prediction."""
    sentence = next(iter(parser().parse([("Kyiv said that Minsk will attack.", 0, 0)], lambda words: True)))
    assert judge(sentence, 5, load()).status is Status.PLANNED
    assert judge(sentence, 5, load(), outsider=True).status is Status.HYPOTHETICAL


def test_score_orders_the_verdicts() -> None:
    """What happened scores higher than what may happen, and that higher than what did not."""
    did = verdict("The army shelled the port on Monday.", "shelled").score
    may = verdict("Minsk may recall its envoy.", "recall").score
    assert -3 <= may < did <= 3
    assert verdict("They failed to free the hostages.", "free").score < did


@pytest.mark.parametrize(
    ("stance", "status", "polarity"),
    [(Stance.NEUTRAL, "actual", "+"), (Stance.DISTANT, "alleged", "+"), (Stance.DENIAL, "alleged", "-")],
)
def test_claims_from_outside_the_sentence(stance: Stance, status: str, polarity: str) -> None:
    """A source named in another sentence lends its distance to what it is quoted with."""
    text = "The army shelled the port."
    claim = Claim(source=None, cue=None, content=(Span(0, len(text)),), stance=stance, who=())
    found = verdict(text, "shelled", (claim,))
    assert (found.status, found.polarity) == (status, polarity)


TAGS = ("VB", "VBD", "VBN", "VBG", "VBZ", "NN", "NNP", "IN", "MD", "RB", "WRB", "TO")
DEPS = ("ROOT", "conj", "ccomp", "xcomp", "advcl", "acl", "relcl", "pobj", "pcomp", "dobj", "nsubj", "aux", "neg",
        "mark", "prep", "amod",
        "attr", "acomp", "appos", "parataxis", "csubj", "nsubjpass")
WORDS = ("if", "not", "will", "said", "to", "that", "threatened", "no", "?", '"', "refuse", "plan", "without",
         "when", ",")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(*(st.sampled_from(x) for x in (WORDS, TAGS, DEPS, ("VERB", "NOUN", "AUX", "ADP", "ADJ"))),
                          st.integers(0, 400)), min_size=1, max_size=60))
def test_any_parse_has_a_verdict(words: list[tuple[str, str, str, str, int]]) -> None:
    """Whatever tree a parser returns, each word of it gets a verdict."""
    tokens, children = [], [[] for _ in words]
    for i, (text, tag, dep, pos, k) in enumerate(words):
        head = k % (i + 1)
        tokens.append(Token(i, 12 * i, 12 * i + len(text), text, text, pos, tag, dep, head))
        if head != i:
            children[head].append(i)
    sentence = Sentence(
        start=0, end=12 * len(words), turn=0, tokens=tuple(tokens), children=tuple(map(tuple, children))
    )
    for i in range(len(words)):
        assert -3 <= judge(sentence, i, load()).score <= 3


@pytest.mark.parametrize("dep", ["conj", "ccomp", "xcomp", "advcl", "relcl", "pobj"])
def test_endless_nesting_ends(dep: str) -> None:
    """A thousand nested governors cost no more than the nearest few."""
    n = 1_000
    tokens = tuple(Token(i, 5 * i, 5 * i + 4, "said", "say", "VERB", "VBD", dep if i else "ROOT", max(0, i - 1))
                   for i in range(n))
    children = tuple((i + 1,) if i + 1 < n else () for i in range(n))
    sentence = Sentence(start=0, end=5 * n, turn=0, tokens=tokens, children=children)
    assert judge(sentence, n - 1, load()).status in Status


def test_plain_score_without_weights() -> None:
    """A lexicon without weights still scores, by status and polarity alone."""
    bare = replace(load(), weights={})
    sentence = next(iter(parser().parse([("They never met.", 0, 0)], lambda words: True)))
    assert judge(sentence, 2, bare).score == -3.0


def test_lexicon_is_large_and_reached() -> None:
    """The table holds at least five hundred lines, for verbs, nouns, adjectives and prepositions."""
    lexicon: StatusLexicon = load()
    assert sum(len(set(frames.values())) for frames in lexicon.governors.values()) >= 500
    assert {pos for _, pos in lexicon.governors} == {"v", "n", "a", "p"}


@pytest.mark.parametrize(
    "line",
    ["urge\tv\tto\tprposed\t+\tact", "urge\tx\tto\tproposed\t+\tact", "urge\tv\tto\tproposed\t?\tact",
     "urge\tv\tto,to\tproposed\t+\tact", "urge\tv\tto\tproposed\t+\tyes"],
)
def test_wrong_lines_stop_the_start(tmp_path: Path, line: str) -> None:
    """A misspelt effect, part of speech or polarity, or a frame given twice, names its file and line."""
    (tmp_path / "status.tsv").write_text(f"lemma\tpos\tframes\teffect\tpolarity\tspeech\n{line}\n", encoding="utf-8")
    (tmp_path / "status.words.tsv").write_text("class\tword\tstatus\tpolarity\n", encoding="utf-8")
    (tmp_path / "status.scores.tsv").write_text("feature\tweight\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"status\.tsv:2"):
        load(folder=tmp_path)
