"""What speaks for a word being an act of a type: features, whose weights are learned from the corpus.

Weights: ``resources/models/acts/weights.tsv``, made by ``python -m training.acts``.
"""

from __future__ import annotations

from bisect import bisect_right
from math import exp

from facta.events.match import Finder, Hit, holding
from facta.events.political import is_political
from facta.records import Hints
from facta.resources.language import NO_EVENT, Language

#: Between these lie the grades of what the encoder thinks.
_GRADES = (0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97)
#: Between these lie the grades of how specific a pattern is.
_WEIGHTS = (0.4, 1.5, 2.5, 3.5, 6.5)


def features(
    hit: Hit, type_: str, origin: str, hints: Hints, at: Finder, language: Language, run: range | None = None
) -> list[str]:
    """Return the names of what speaks for an act, or against it.

    ``origin``: named by the lexicon, another of its readings, the encoder's instead of it, or the encoder's alone.
    """
    i, sentence = hit.i, hit.slots.sentence
    words = run or range(i, i + 1)
    token = hit.slots.token
    p = _grade(max(hints.of_type(k, type_) for k in words))
    none = _grade(min(hints.none(k) for k in words))
    other = _grade(max(p for name, p in zip(hints.names[1:], hints.types[i][1:], strict=True) if name != type_))
    named = [m for m in map(at, range(len(sentence.tokens))) if m is not None]
    who = (
        "state" if any(a.code for m in named for a in m.actors)
        else "body" if any(is_political(a) for m in named for a in m.actors) else "people" if named else "nobody"
    )
    acts = _grade(max(*hints.actors[i], *hints.recipients[i]))
    weight = bisect_right(_WEIGHTS, hit.pattern.weight)
    veto = _veto(hit, at, language) if origin == "encoder" else "0"
    return [
        origin, f"{origin} p={p}", f"{origin} none={none}", f"{origin} p={p} none={none}", f"{origin} other={other}",
        f"{type_} {origin}", f"{type_} p={p}", f"{type_} {origin} none={none}", f"{origin} who={who}",
        f"{type_} who={who}", f"p={p} who={who}", f"{origin} acts={acts}", f"p={p} acts={acts}",
        f"{origin} tag={token.tag}", f"{origin} dep={token.dep}", f"p={p} dep={token.dep}", f"p={p} tag={token.tag}",
        f"{origin} weight={weight}", f"weight={weight} p={p}", f"weight={weight} none={none}", f"{origin} veto={veto}",
        f"veto={veto} p={p}", f"sense={hit.pattern.sense} {origin}", f"sense={hit.pattern.sense} p={int(p > '3')}",
        f"words={min(len(words), 3)} p={p}",
    ]


def probability(belief: float) -> float:
    """Return how likely an act is right, from the evidence for it."""
    return 1 / (1 + exp(-belief))


def _grade(p: float) -> str:
    return str(bisect_right(_GRADES, p))


def _veto(hit: Hit, at: Finder, language: Language) -> str:
    """Return how strongly the lexicon speaks against a word: by the grade of the line that rules it out here."""
    first = next(iter(holding(hit, at, language)), None)
    if first is None:
        return "0"
    return f"-{bisect_right(_WEIGHTS, first.weight)}" if first.sense == NO_EVENT else "1"
