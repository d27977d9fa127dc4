"""The factuality score of a verdict, from -3 (did not happen, or not yet) to 3 (did).

A sum of weights, one for each feature of the act's surroundings; ``status.scores.tsv`` holds them, fitted by
``benchmarks/quality/status.py --fit``.
"""

from __future__ import annotations

from facta.events.status_clauses import auxiliaries, base, carriers
from facta.records import Cue, Polarity, Sentence, Status
from facta.resources.status import StatusLexicon

#: Scores of a verdict alone, for a lexicon without weights.
PLAIN = {
    Status.ACTUAL: 3.0, Status.ALLEGED: 1.5, Status.PLANNED: -1.9, Status.PROPOSED: -1.9, Status.HYPOTHETICAL: -1.5,
}
LIMIT = 3.0
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
    return round(max(-LIMIT, min(LIMIT, value)), 2)


def features(
    sentence: Sentence, trigger: int, status: Status, polarity: Polarity, cues: tuple[Cue, ...]
) -> list[str]:
    """Return the names of what the score is a sum of."""
    token = sentence.tokens[trigger]
    head = sentence.tokens[token.head]
    verdict = f"{status}{polarity}"
    out = ["bias", f"is={verdict}", f"tag={token.tag}", f"dep={token.dep}", f"lemma={base(token)}"]
    out += [f"is={verdict} tag={token.tag}", f"is={verdict} dep={token.dep}", f"is={verdict} lemma={base(token)}"]
    for t in sentence.dependents(trigger):
        if t.dep in _HELPERS:
            out.append(f"{t.dep}={t.text.lower()}")
        elif t.dep in ("nsubj", "nsubjpass"):
            out.append(f"subj={t.text.lower()}" if t.pos == "PRON" else f"subj={t.pos}")
        else:
            out.append(f"has={t.dep}")
    out += [f"shared={t.text.lower()}" for t in auxiliaries(sentence, carriers(sentence, trigger)[1:])]
    out += [f"cue{k}={c.effect.rpartition(': ')[2]}" for k, c in enumerate(cues[:3])]
    out += [f"said={c.effect}" for c in cues[:2]]
    if head.i != trigger:
        out += [f"gov={base(head)} {token.dep}", f"govtag={head.tag} {token.dep}", f"govtag={head.tag} is={verdict}"]
        out += [f"gov {t.dep}={t.text.lower()}" for t in sentence.dependents(head.i, "aux", "neg", "mark")]
        out.append(f"above={head.dep}")
        over = sentence.tokens[head.head]
        out.append(f"over={base(over)} {head.dep}")
        out += [f"over {t.dep}={t.text.lower()}" for t in sentence.dependents(over.i, "aux", "neg", "mark")]
    last = sentence.tokens[-1]
    out.append(f"end={last.text}")
    out.append(f"end={last.text} is={verdict}")
    return list(dict.fromkeys(out))
