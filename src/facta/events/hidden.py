"""Slots that the parser's labels hide: second objects, misread particles, and those of nouns made of verbs."""

from __future__ import annotations

from functools import cached_property

from facta.events.slots import Slots, SlotWords
from facta.records import Sentence, Token
from facta.resources.language import Language

#: Particles that far oftener head a phrase of place ("met in Oslo").
_PLACING = frozenset(("in", "along", "aboard"))


def verb_or_noun(sentence: Sentence, token: Token, words: SlotWords, language: Language) -> Slots:
    """Return the slots of a word as its part of speech asks."""
    if token.pos not in ("VERB", "AUX"):
        return Slots(sentence, token.i, words)
    return VerbSlots(sentence, token.i, words, language.classes.get("giving", frozenset()))


class VerbSlots(Slots):
    """The slots of a verb, with what the parser's labels hide.

    In "the envoys were given two days" the envoys are given to; in "gave the envoys two days" so they are, though the
    parser takes the days for a time; in "the rebels who hid" nobody hides the rebels; in "fenced off the beach" the
    beach is the object.
    """

    def __init__(self, sentence: Sentence, i: int, words: SlotWords, giving: frozenset[str]) -> None:
        super().__init__(sentence, i, words)
        self.giving = giving

    def _fill(self, slot: str) -> tuple[int, ...]:
        found = super()._fill(slot)
        if slot == "obj":
            if self.passive:
                return (*self._heads("dobj"), *found)
            if self.token.dep == "relcl":
                found = tuple(k for k in found if k not in self.subjects)
            return found + (self._second() if found else self._heads_of(self._adjacent))
        if slot == "iobj" and not found and (self.passive or self._second()):
            return tuple(self.objects) if self._heads("dobj") else ()
        if slot == "prt":
            return (*found, *(t.i for t in self._adjacent))
        return found

    @cached_property
    def _adjacent(self) -> list[Token]:
        """A particle that the parser takes for a preposition: right after the verb, and the verb has no object."""
        if self.passive or self._heads("dobj"):
            return []
        particles = self.words.particles - _PLACING
        return [t for t in self._kids("prep") if t.i == self.i + 1 and t.text.lower() in particles]

    def _second(self) -> tuple[int, ...]:
        first = self._heads("dobj")
        if self.token.lemma not in self.giving or not first:
            return ()
        return tuple(k for k in self._heads("npadvmod") if k > first[0])

    def _heads_of(self, prepositions: list[Token]) -> tuple[int, ...]:
        return tuple(k.i for t in prepositions for k in self.sentence.dependents(t.i, "pobj"))


class NominalSlots(Slots):
    """The slots of a noun that shares a verb's patterns: after *of* stands the object, after *by* the subject."""

    def _fill(self, slot: str) -> tuple[int, ...]:
        if slot == "obj":
            return self.preposition("of") or self.poss
        if slot == "subj":
            return self.preposition("by") or (self.poss if self.preposition("of") else ())
        return super()._fill(slot)
