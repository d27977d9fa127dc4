"""The factuality score of a verdict, from -3 (did not happen, or not yet) to 3 (did).

A sum of weights, one for each feature of the act's surroundings; ``status.scores.tsv`` holds them, fitted by
``benchmarks/quality/status.py --fit``.
"""

from __future__ import annotations

from facta.events.status.clauses import auxiliaries, base, carriers
from facta.records import Cue, Polarity, Sentence, Status, Token
from facta.resources.status import StatusLexicon

#: Scores of a verdict alone, for a lexicon without weights.
PLAIN = {
    Status.ACTUAL: 3.0, Status.ALLEGED: 1.5, Status.PLANNED: -1.9, Status.PROPOSED: -1.9, Status.HYPOTHETICAL: -1.5,
}
LIMIT = 3.0
#: The score never contradicts the verdict: what did not happen stays below, what did does not fall under zero.
FLOOR_ACTUAL = 0.0
CEILING_NOT_DONE = -0.5
CEILING_NEGATIVE = -0.3
#: Words before the act, and governors above it, that are features of their own.
WINDOW = 5
_HELPERS = ("aux", "auxpass", "neg", "mark", "advmod", "det", "prt")


def score(
    sentence: Sentence, trigger: int, lexicon: StatusLexicon, *, status: Status, polarity: Polarity,
    cues: tuple[Cue, ...],
) -> float:
    """Return how far the text commits to the act."""
    weights = lexicon.weights
    if not weights:
        value = PLAIN[status]
        return -abs(value) if polarity is Polarity.NEGATIVE else value
    value = sum(weights.get(name, 0.0) for name in features(sentence, trigger, status, polarity, cues))
    if polarity is Polarity.NEGATIVE:
        value = min(value, CEILING_NOT_DONE if status is Status.ACTUAL else CEILING_NEGATIVE)
    elif status is Status.ACTUAL:
        value = max(value, FLOOR_ACTUAL)
    return round(max(-LIMIT, min(LIMIT, value)), 2)


def features(
    sentence: Sentence, trigger: int, status: Status, polarity: Polarity, cues: tuple[Cue, ...]
) -> list[str]:
    """Return the names of what the score is a sum of."""
    token = sentence.tokens[trigger]
    head = sentence.tokens[token.head]
    verdict = f"{status}{polarity}"
    out = ["bias", f"is={verdict}", f"tag={token.tag}", f"dep={token.dep}", f"lemma={_lemma(token)}"]
    out += [f"is={verdict} tag={token.tag}", f"is={verdict} dep={token.dep}", f"is={verdict} lemma={_lemma(token)}"]
    for t in sentence.dependents(trigger):
        if t.dep in _HELPERS:
            out.append(f"{t.dep}={_word(t)}")
        elif t.dep in ("nsubj", "nsubjpass"):
            out.append(f"subj={t.text.lower()}" if t.pos == "PRON" else f"subj={t.pos}")
        else:
            out.append(f"has={t.dep}")
    out += [f"shared={t.text.lower()}" for t in auxiliaries(sentence, carriers(sentence, trigger)[1:])]
    out += [f"cue{k}={c.effect.rpartition(': ')[2]}" for k, c in enumerate(cues[:3])]
    out += [f"said={c.effect}" for c in cues[:2] if c.text.islower()]
    if head.i != trigger:
        out += [f"gov={_lemma(head)} {token.dep}", f"govtag={head.tag} {token.dep}", f"govtag={head.tag} is={verdict}"]
        out += [f"gov {t.dep}={_word(t)}" for t in sentence.dependents(head.i, "aux", "neg", "mark")]
        out.append(f"above={head.dep}")
        over = sentence.tokens[head.head]
        out.append(f"over={_lemma(over)} {head.dep}")
        out += [f"over {t.dep}={_word(t)}" for t in sentence.dependents(over.i, "aux", "neg", "mark")]
    last = _word(sentence.tokens[-1])
    out += [f"end={last}", f"end={last} is={verdict}", *_around(sentence, trigger)]
    return list(dict.fromkeys(out))


def _around(sentence: Sentence, trigger: int) -> list[str]:
    """Return the features of the words beside the act and of the path above it."""
    tokens = sentence.tokens
    token, head = tokens[trigger], tokens[tokens[trigger].head]
    before = [_word(t) for t in tokens[max(0, trigger - WINDOW) : trigger]]
    after = _word(tokens[trigger + 1]) if trigger + 1 < len(tokens) else "$"
    above = [tokens[k] for k in sentence.ancestors(trigger)[:WINDOW]]
    return [
        f"first={_word(tokens[0])}", f"next={after}", f"prev={before[-1] if before else '^'}",
        f"prev2={before[-2] if len(before) > 1 else '^'}", *(f"near={word}" for word in before),
        f"path={token.tag} {token.dep} {head.tag} {head.dep}", f"form={_lemma(token)} {token.tag}",
        *(f"up={_lemma(t)}" for t in above[1:4]), *(f"updep={t.dep}" for t in above),
    ]


def _is_name(token: Token) -> bool:
    """Say whether a word may name a state or its people: such words must not bear on the score."""
    return token.pos == "PROPN" or (token.pos in ("ADJ", "NOUN") and not token.text.islower())


def _word(token: Token) -> str:
    return token.tag if _is_name(token) else token.text.lower()


def _lemma(token: Token) -> str:
    return token.tag if _is_name(token) else base(token)
