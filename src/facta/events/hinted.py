"""Acts of the lexicon and hints of the encoder → the acts that are taken, each with how far it is believed.

Candidates are the acts that the lexicon names, the other type that the encoder may see in such a word, and words of
which the lexicon knows nothing. Of each word the candidate for which most speaks is taken (``belief``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from facta.events.belief import features
from facta.events.match import Finder, Hit, holding
from facta.events.slots import Slots, SlotWords
from facta.records import Hints, Sentence
from facta.resources.language import Language, Pattern
from facta.resources.ontology import Ontology
from facta.resources.weights import total

#: A word may name an act of a type that the encoder gives at least so much.
POSSIBLE = 0.2
#: Evidence above which a candidate is an act, and more than which it takes to be a deed; set on ``corpus/dev``.
#: A wrong deed does more harm than a wrong plan or wish.
ENOUGH = -1.7
ENOUGH_FOR_A_DEED = 0.3
#: What an explanation names as the place of a pattern that no line of the lexicon holds.
RULE = "encoder"


def hinted(
    hits: Sequence[Hit], sentence: Sentence, hints: Hints | None, at: Finder, language: Language, ontology: Ontology,
    weights: Mapping[str, float] | None,
) -> list[Hit]:
    """Return the acts of a sentence in its order; without hints or weights those of the lexicon."""
    if hints is None or weights is None:
        return list(hits)
    best: dict[int, Hit] = {}
    strongest: dict[int, float] = {}
    for hit, names in candidates(hits, sentence, hints, at, language, ontology):
        belief = total(weights, names)
        if belief > strongest.get(hit.i, ENOUGH):
            strongest[hit.i], best[hit.i] = belief, replace(hit, belief=belief)
    return [best[i] for i in sorted(best)]


def is_believed(hit: Hit, *, happened: bool) -> bool:
    """Say whether enough speaks for an act to be written down as a deed, or as what was only said."""
    return hit.belief is None or hit.belief > (ENOUGH_FOR_A_DEED if happened else ENOUGH)


def candidates(
    hits: Sequence[Hit], sentence: Sentence, hints: Hints, at: Finder, language: Language, ontology: Ontology
) -> Iterator[tuple[Hit, list[str]]]:
    """Yield what may be an act, with the names of what speaks for it."""
    for hit in hits:
        own = ontology.code(hit.pattern.sense).type
        yield hit, features(hit, own, "lexicon", hints, at, language)
        other, sure = hints.best(hit.i)
        if other != own and sure >= POSSIBLE:
            again = _reading(hit, other, at, language, ontology)
            made = again or _made(sentence, hit.i, other, hints, language, ontology)
            yield made, features(made, other, "reading" if again else "instead", hints, at, language)
    taken = {hit.i for hit in hits}
    for run, type_ in _runs(hints):
        if taken.isdisjoint(run):
            made = _made(sentence, _head(sentence, run), type_, hints, language, ontology)
            yield made, features(made, type_, "encoder", hints, at, language, run)


def _reading(hit: Hit, type_: str, at: Finder, language: Language, ontology: Ontology) -> Hit | None:
    """Return another reading of the lexicon for a word, of a type."""
    for pattern in holding(hit, at, language):
        if pattern.sense in ontology.codes and ontology.code(pattern.sense).type == type_:
            return Hit(hit.i, pattern, hit.slots)
    return None


def _runs(hints: Hints) -> Iterator[tuple[range, str]]:
    """Yield every run of words in which the encoder may see one act, with its type."""
    types = [hints.best(i)[0] if peak >= POSSIBLE else "" for i, peak in enumerate(hints.peaks)]
    start = 0
    for type_, words in groupby(types):
        end = start + len(list(words))
        if type_:
            yield range(start, end), type_
        start = end


def _head(sentence: Sentence, run: range) -> int:
    """Return the word of a run that governs the others: a verb or noun whose own head lies outside."""
    inside = [sentence.tokens[k] for k in run]
    heads = [t for t in inside if t.head not in run or t.head == t.i]
    content = [t for t in heads if t.pos in ("VERB", "NOUN", "PROPN", "ADJ", "AUX")]
    return (content or heads or inside)[0].i


def _made(
    sentence: Sentence, i: int, type_: str, hints: Hints, language: Language, ontology: Ontology
) -> Hit:
    """Return an act that no line of the lexicon holds, with the usual sense and roles of its type and mode."""
    usual = ontology.usual.get((type_, hints.mode(i, type_) or "")) or ontology.usual[type_, ""]
    words = SlotWords(language.classes.get("quantity", frozenset()), language.classes.get("particle", frozenset()))
    token = sentence.tokens[i]
    pattern = Pattern(token.lemma, "n" if token.pos == "NOUN" else "v", (), usual.sense, usual.roles, 0.0, RULE)
    return Hit(i, pattern, Slots(sentence, i, words))
