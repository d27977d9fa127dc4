"""What fills the slots around a word: its subject, object, prepositions, particle, complements, support verb.

The slots are those of ``docs/reference/lexicon.md``. Passives, relative and participial clauses, coordination, control
and raising are undone here, once, so that patterns and roles need not know about them.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from facta.events.clauses import (
    MAX_STEPS,
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    conjuncts,
    passive,
    subject_of,
    support,
)
from facta.records import Sentence, Token

_PREPOSITIONS = ("prep", "dative", "agent")
_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))
_MODIFIERS = ("amod", "compound", "nmod")

_INSIDE = {
    "front": (frozenset(("front",)), frozenset(("of",))),
    "cause": (frozenset(("protest", "anger", "outrage", "opposition")), frozenset(("at", "against", "over", "to"))),
}


class SlotWords(NamedTuple):
    """Words of a language that the parser's labels do not tell: quantities (*thousands of*), and particles (*away*)."""

    quantities: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()


NO_WORDS = SlotWords()


class Slots:
    """The slots of one word of a sentence; each is worked out when first asked for."""

    def __init__(self, sentence: Sentence, i: int, words: SlotWords = NO_WORDS) -> None:
        self.sentence, self.i, self.words = sentence, i, words
        self._filled: dict[str, tuple[int, ...]] = {}
        self.token = sentence.tokens[i]
        self.is_noun = self.token.pos in ("NOUN", "PROPN") or (
            self.token.pos == "ADJ" and self.token.dep in ("dobj", "pobj", "nsubj", "nsubjpass")
        )

    def fill(self, slot: str) -> tuple[int, ...]:
        """Return the positions of the words that fill a slot; empty when nothing does."""
        if slot not in self._filled:
            self._filled[slot] = self._fill(slot)
        return self._filled[slot]

    def _fill(self, slot: str) -> tuple[int, ...]:
        if slot in ("obj", "subj", "iobj", "poss", "gov"):
            return tuple(getattr(self, {"obj": "objects", "subj": "subjects"}.get(slot, slot)))
        if slot == "prt":
            return tuple(t.i for t in self._particles)
        if slot == "inf":
            return tuple(t.i for t in self._clauses() if self._is_infinitive(t))
        if slot == "ing":
            return tuple(t.i for t in self._clauses() if t.tag == "VBG")
        if slot == "that":
            return tuple(t.i for t in self._kids("ccomp", "acl") if not self._is_infinitive(t) and t.tag != "VBG")
        if slot == "fact":
            stated = [k for k in self.fill("that") if all(t.tag != "MD" for t in self.sentence.dependents(k, "aux"))]
            return tuple(stated)
        if slot in _INSIDE:
            return self._inside(*_INSIDE[slot])
        if slot == "pred":
            return self._heads("acomp", "attr", "oprd")
        if slot == "mod":
            if self.is_noun:
                return self._heads(*_MODIFIERS)
            owned = (t.i for k in self.objects for t in self.sentence.dependents(k, *_MODIFIERS))
            return (*self._heads("advmod", "npadvmod"), *owned)
        if slot == "det":
            return self._heads("det", "nummod", "neg")
        return self.preposition(slot)

    # -- verbs -----------------------------------------------------------------------------------------------------

    @cached_property
    def passive(self) -> bool:
        """True for a passive verb or a past participle that modifies a noun."""
        return passive(self.sentence, self.token)

    @cached_property
    def objects(self) -> tuple[int, ...]:
        """Direct objects, the subject of a passive, or the noun that a participle or relative clause modifies."""
        if self.is_noun:
            return ()
        found = self._heads(*OBJECTS)
        if self.passive:
            found = (
                self._heads(*PASSIVE_SUBJECTS) or self._modified() or self._shared(objects=True) or found
                or self._hanging()
            )
        elif not found and self.token.dep == "relcl" and self._heads(*SUBJECTS):
            # "the boats (that) it impounded": the gap is the object, unless a preposition is stranded.
            stranded = any(not self.sentence.children[p.i] for p in self._kids("prep"))
            found = () if stranded else (self.token.head,)
        elif not found and self.token.dep == "conj" and not self._heads("prep", "xcomp", "ccomp", "advmod"):
            found = ()
        if not found and not self.passive:
            found = self._later_object() or self._let_object()
        return self._with_conjuncts(self._unrelative(found))

    def _later_object(self) -> tuple[int, ...]:
        """Return the object of a later conjunct for "seized and later sank the boat"."""
        for t in self._kids("conj"):
            between = range(self.i + 1, t.i)
            if t.pos == "VERB" and all(self.sentence.tokens[k].pos in ("CCONJ", "ADV", "PUNCT") for k in between):
                kids = self.sentence.dependents(t.i, *OBJECTS)
                return tuple(k.i for k in kids)
        return ()

    def _let_object(self) -> tuple[int, ...]:
        """Return who is let do something: the subject of a bare infinitive ("let the envoy leave")."""
        for clause in self._kids("ccomp"):
            marked = self.sentence.dependents(clause.i, "aux", "mark")
            if clause.tag == "VB" and not marked:
                return tuple(t.i for t in self.sentence.dependents(clause.i, *SUBJECTS))
        return ()

    @cached_property
    def subjects(self) -> tuple[int, ...]:
        """Subjects of the active verb, the *by*-phrase of a passive; shared and controlled subjects are followed."""
        if self.is_noun:
            return self._support_subjects()
        if self.passive:
            agents = [k.i for t in self._kids("agent") for k in self.sentence.dependents(t.i, "pobj")]
            if not agents:
                # "banned as a terrorist group by Norway": the parser hangs the agent on the group.
                agents = [
                    k.i for name in self.preposition("as") for t in self.sentence.dependents(name, "prep", "agent")
                    if t.text.lower() == "by" for k in self.sentence.dependents(t.i, "pobj")
                ]
            return self._with_conjuncts(tuple(agents)) or self._passive_agent_shared()
        return self._with_conjuncts(self._unrelative(subject_of(self.sentence, self.i)))

    def _passive_agent_shared(self) -> tuple[int, ...]:
        """Return the agent of a conjoined passive ("was arrested and beaten by police")."""
        out = []
        for t in (*self._kids("conj"), *([self.sentence.tokens[self.token.head]] if self.token.dep == "conj" else ())):
            if t.pos == "VERB" and passive(self.sentence, t):
                for agent in self.sentence.dependents(t.i, "agent"):
                    out += [k.i for k in self.sentence.dependents(agent.i, "pobj")]
        return tuple(out)

    @cached_property
    def iobj(self) -> tuple[int, ...]:
        """Indirect objects without preposition ("gave Kyiv loans")."""
        return self._with_conjuncts(tuple(t.i for t in self._kids("dative", "iobj") if t.pos != "ADP"))

    # -- nouns -----------------------------------------------------------------------------------------------------

    @cached_property
    def poss(self) -> tuple[int, ...]:
        """Possessors of a noun."""
        return self._with_conjuncts(self._heads("poss"))

    @cached_property
    def gov(self) -> tuple[int, ...]:
        """The verb above a noun: of which it is object, subject or prepositional object."""
        head = support(self.sentence, self.i, self.words.quantities, topics=True)
        return () if head is None else (head,)

    def _support_subjects(self) -> tuple[int, ...]:
        head = support(self.sentence, self.i, self.words.quantities)
        if head is None:
            return ()
        above = Slots(self.sentence, head, self.words)
        # "was put under investigation": what the verb is done to is the subject of the phrase.
        within = above.passive and self.sentence.tokens[self.token.head].pos == "ADP"
        return tuple(k for k in (above.objects if within else above.subjects) if k != self.i)

    # -- both ------------------------------------------------------------------------------------------------------

    @cached_property
    def _particles(self) -> list[Token]:
        """Particles, also those that the parser takes for adverbs or for prepositions without an object."""
        return [
            t for t in self._kids("prt", "advmod", "prep")
            if t.dep == "prt" or (t.text.lower() in self.words.particles and not self.sentence.dependents(t.i, "pobj"))
        ]

    def preposition(self, name: str) -> tuple[int, ...]:
        """Return the objects of a preposition of this word, of its object, or of the support verb of a noun."""
        owners = [self.i]
        if self.is_noun:
            # "The attack was condemned by Chile": the phrase is the verb's, and no part of the attack.
            owners += [k for k in self.gov if name != "by" or not passive(self.sentence, self.sentence.tokens[k])]
            if name != "of":
                # "the arrest of the farmer by Chad": the parser hangs the second phrase on the farmer.
                owners += [k.i for t in self._kids("prep") if t.lemma == "of"
                           for k in self.sentence.dependents(t.i, "pobj")]
        else:
            owners += [k for k in self.objects if self.sentence.tokens[k].dep in (*OBJECTS, *PASSIVE_SUBJECTS)]
            owners += [t.i for t in self._particles]
        found: list[int] = []
        for owner in owners:
            for t in self.sentence.dependents(owner, *_PREPOSITIONS, "advmod", "mark"):
                if t.lemma == name or t.text.lower() == name:
                    found += [k.i for k in self.sentence.dependents(t.i, "pobj", "pcomp")] or self._stranded(t)
        return self._with_conjuncts(tuple(dict.fromkeys(found)))

    def _stranded(self, prep: Token) -> list[int]:
        """Return the noun phrase right after a preposition that the parser left without an object."""
        tokens = self.sentence.tokens
        for k in range(prep.i + 1, min(prep.i + MAX_STEPS, len(tokens))):
            if tokens[k].pos in ("NOUN", "PROPN") and tokens[tokens[k].head].pos not in ("NOUN", "PROPN"):
                edge = k
                while any(child < edge for child in self.sentence.children[edge]):
                    edge = self.sentence.children[edge][0]
                return [k] if edge == prep.i + 1 else []
        return []

    def _inside(self, nouns: frozenset[str], prepositions: frozenset[str]) -> tuple[int, ...]:
        """Return what stands inside a phrase with *in*: "in front of the embassy", "in protest at the raid"."""
        return tuple(
            o.i for k in self.preposition("in") if self.sentence.tokens[k].lemma in nouns
            for t in self.sentence.dependents(k, "prep") if t.lemma in prepositions
            for o in self.sentence.dependents(t.i, "pobj")
        )

    def has_preposition(self, name: str) -> bool:
        """Say whether the preposition is there at all, stranded ("the firm it dealt with") or with an object."""
        return bool(self.preposition(name)) or any(t.text.lower() == name for t in self._kids("prep", "prt"))

    def _kids(self, *deps: str) -> list[Token]:
        return self.sentence.dependents(self.i, *deps)

    def _heads(self, *deps: str) -> tuple[int, ...]:
        return tuple(t.i for t in self._kids(*deps))

    def _clauses(self) -> list[Token]:
        return self._kids("xcomp", "ccomp", "acl", "advcl", "pcomp")

    def _is_infinitive(self, token: Token) -> bool:
        return token.tag == "VB" and any(k.text.lower() == "to" for k in self.sentence.dependents(token.i, "aux"))

    def _hanging(self) -> tuple[int, ...]:
        """Return who undergoes a participle that hangs on a clause: its subject ("Detained in May, she …")."""
        if self.token.dep != "advcl":
            return ()
        above = Slots(self.sentence, self.token.head, self.words)
        return above.objects if above.passive else above.subjects

    def _modified(self) -> tuple[int, ...]:
        """Return the noun that a passive participle modifies ("the boats seized", "impounded boats")."""
        return (self.token.head,) if self.token.dep in ("acl", "amod", "relcl") else ()

    def _shared(self, *, objects: bool) -> tuple[int, ...]:
        """Return what a conjoined passive shares with the verb before it."""
        if self.token.dep != "conj" or not objects:
            return ()
        head = self.sentence.tokens[self.token.head]
        if head.pos not in ("VERB", "AUX"):
            return ()
        first = Slots(self.sentence, head.i, self.words)
        return first.objects if first.passive else first.subjects

    def _unrelative(self, found: tuple[int, ...]) -> tuple[int, ...]:
        """Replace a relative pronoun by the noun that its clause modifies."""
        out = []
        for k in found:
            t = self.sentence.tokens[k]
            if t.text.lower() in _RELATIVE and t.tag in ("WDT", "WP", "WP$", "DT", "IN"):
                clause = next((a for a in (t.head, *self.sentence.ancestors(t.head))
                               if self.sentence.tokens[a].dep == "relcl"), None)
                if clause is not None:
                    out.append(self.sentence.tokens[clause].head)
                    continue
            out.append(k)
        return tuple(out)

    def _with_conjuncts(self, found: tuple[int, ...]) -> tuple[int, ...]:
        out: list[int] = []
        for k in found:
            for joined in conjuncts(self.sentence, k):
                out.append(joined)
                if self.sentence.tokens[joined].lemma in self.words.quantities:
                    out += [o.i for t in self.sentence.dependents(joined, "prep") if t.lemma == "of"
                            for o in self.sentence.dependents(t.i, "pobj")]
        return tuple(dict.fromkeys(out))
