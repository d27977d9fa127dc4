"""Who did it, and to whom: from the slots around an act to the actors that fill its two roles.

The usual roles and the words that change them are those of ``docs/reference/lexicon.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facta.events.clauses import conjuncts, support
from facta.events.match import Finder, Hit
from facta.events.slots import Slots
from facta.records import Mention, Sentence
from facta.resources.language import Language

#: Slots in which a recipient is sought, in this order (docs/reference/lexicon.md, "Usual roles").
NOUN_RECIPIENT_SLOTS = (
    "against", "on", "upon", "to", "with", "at", "toward", "towards", "from", "of", "for", "over", "into",
)
RECIPIENT_SLOTS = ("iobj", "obj", *NOUN_RECIPIENT_SLOTS)
#: Whom one asks; what one asks for, and whose release one demands, is not whom one asks.
REQUEST_SLOTS = ("iobj", "obj", "on", "upon", "to", "with", "at", "from")
#: Where a protest names whom it is against, in this order; streets and squares are only where it is held.
TARGET_SLOTS = ("against", "outside", "front", "before", "cause", "on", "to", "at", "over", "obj", "of")
_PLACE = "place"
_MAX_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Roles:
    """The mentions that fill the two roles, each in order of the text, and how they were found.

    ``turned``: the grammatical subject suffered the act, though the parse has it active (*two reporters detained*).
    """

    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    rule: str
    turned: bool = False


def roles(hit: Hit, mention_at: Finder, language: Language, type_: str = "") -> Roles:
    """Return who fills the roles of an act of a type."""
    finder = _Finder(hit, mention_at, language, type_)
    spec = hit.pattern.roles
    if "both" in spec:
        return Roles(finder.everyone(), (), "reciprocal")
    if "third" in spec:
        actors = finder.actors(())
        parties = finder.first(("between", "with", "obj", "of", "among", "to"), every=True)
        return Roles(actors, _without(parties, actors), "third party")
    if "visit" in spec:
        actors = finder.actors(())
        host = finder.first(("obj", "to", "in", "with", "of", "for"), places=True)
        return Roles(actors, _without(host, actors), "visitor and host")
    given_actor = tuple(s for part in spec if part.startswith("a=") for s in part[2:].split(","))
    given = tuple(s for part in spec if part.startswith("r=") for s in part[2:].split(","))
    actors = finder.actors(given_actor)
    if "target" in spec:
        return Roles(actors, _without(finder.target(), actors), "whom a protest is against")
    if "none" in spec:
        return Roles(actors, (), "no recipient")
    if given:
        recipients = finder.first(given, indirect=True, places=True)
        if given_actor == () and "subj" in given:
            actors = _without(finder.agent_phrase(), recipients)
    else:
        recipients = finder.recipients(actors)
    return Roles(actors, _without(recipients, actors), "given by the pattern" if given or given_actor else "usual")


def _without(found: Iterable[Mention], taken: Iterable[Mention]) -> tuple[Mention, ...]:
    held = {(m.start, m.end) for m in taken}
    return tuple(m for m in found if (m.start, m.end) not in held)


class _Finder:
    """Looks for mentions in the slots of one act."""

    def __init__(self, hit: Hit, mention_at: Finder, language: Language, type_: str) -> None:
        self.type, self.asks = type_, type_ == "REQUEST"
        self.hit, self.slots, self.sentence = hit, hit.slots, hit.slots.sentence
        self.mention_at, self.language = mention_at, language

    def actors(self, given: tuple[str, ...]) -> tuple[Mention, ...]:
        """Return the initiators."""
        if given:
            return self.first(given, indirect=True)
        if not self.slots.is_noun:
            found = self.direct_or_owner(self.slots.subjects) or self.issuers()
            # "Norwegian troops were deployed": it is Norway's army that acts.
            moved = self.type == "MOBILIZE" and self.slots.passive and not found
            return self.direct_or_owner(self.slots.objects) if moved else found
        return self.noun_actors()

    def issuers(self) -> tuple[Mention, ...]:
        """Return who makes the thing that speaks: in "issued a statement urging Chad to wait", who issued it."""
        if self.slots.token.dep not in ("acl", "relcl") or self.slots.passive:
            return ()
        made = support(self.sentence, self.slots.token.head)
        return () if made is None else self.direct_or_owner(Slots(self.sentence, made, self.slots.words).subjects)

    def noun_actors(self) -> tuple[Mention, ...]:
        """Return who does what a noun names: possessor, *by*, nationality, or the subject of the support verb."""
        undergone = self.language.is_in(self.slots.token.lemma, "undergone")
        by = self.direct_or_owner(self.slots.preposition("by"))
        if by:
            return by
        if not undergone or self.slots.fill("of"):
            poss = self.direct_or_owner(self.slots.poss)
            if poss:
                return poss
        named = self.modifiers()
        if named and not undergone:
            return named
        for clause in self.sentence.dependents(self.hit.i, "relcl"):
            # "the inquiry that a court opened": the clause carries the act as a support verb does.
            if self.is_carrier(clause.i):
                return self.direct_or_owner(Slots(self.sentence, clause.i, self.slots.words).subjects)
        verb = support(self.sentence, self.hit.i, self.slots.words.quantities)
        if verb is not None and self.is_carrier(verb):
            return self.direct_or_owner(self.slots.subjects)
        return named

    def is_carrier(self, verb: int) -> bool:
        """Say whether a verb only carries the act of its object ("launch an attack", "promise an inquiry")."""
        return self.language.is_in(self.sentence.tokens[verb].lemma, "carrier")

    def agent_phrase(self) -> tuple[Mention, ...]:
        """Return who acts when the subject undergoes: the *by* or *from* phrase, or a nationality."""
        found = self.direct_or_owner((*self.slots.preposition("by"), *self.slots.preposition("from")))
        return found or (self.modifiers() if self.slots.is_noun else ())

    def target(self) -> tuple[Mention, ...]:
        """Return whom a protest is against: a named opponent, or whose house or deed it is held at or over."""
        for slot in TARGET_SLOTS:
            found = self.first((slot,), indirect=slot not in ("obj", "of"))
            if found:
                return found
        return ()

    def recipients(self, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return who it is done to."""
        if self.slots.is_noun:
            order: tuple[str, ...] = NOUN_RECIPIENT_SLOTS
            if self.language.is_in(self.slots.token.lemma, "undergone") and not self.slots.fill("of"):
                owned = _without(self.direct_or_owner(self.slots.poss), actors)
                if owned:
                    return owned
        else:
            order = REQUEST_SLOTS if self.asks else RECIPIENT_SLOTS
        for indirect in (False,) if self.asks and not self.slots.is_noun else (False, True):
            for slot in order:
                found = _without(self.first((slot,), indirect=indirect), actors)
                if found:
                    return found
        if self.slots.is_noun:
            verb = support(self.sentence, self.hit.i, self.slots.words.quantities)
            if verb is not None and self.is_carrier(verb):
                above = Slots(self.sentence, verb, self.slots.words)
                for slot in ("iobj", "against", "on", "to", "with", "at"):
                    found = _without(self.mentions(above.fill(slot)), actors)
                    if found:
                        return found
        return ()

    def everyone(self) -> tuple[Mention, ...]:
        """Return all parties of a reciprocal act."""
        found: list[Mention] = []
        if self.slots.is_noun:
            for slot in ("poss", "between", "among", "with", "by", "of"):
                found += self.direct_or_owner(self.slots.fill(slot))
            found += self.modifiers()
            verb = support(self.sentence, self.hit.i, self.slots.words.quantities)
            if verb is not None and (self.is_carrier(verb) or not found):
                found += self.direct_or_owner(self.slots.subjects)
        else:
            for slot in ("subj", "obj", "with", "between", "against"):
                found += self.direct_or_owner(self.slots.fill(slot))
            if len(found) == 1:
                found += self.mentions(self.slots.fill("to"))
        return tuple({(m.start, m.end): m for m in found}.values())

    def first(
        self, slots: tuple[str, ...], *, indirect: bool = False, places: bool = False, every: bool = False
    ) -> tuple[Mention, ...]:
        """Return the mentions of the first slot that holds any, or of all of them."""
        out: list[Mention] = []
        for slot in slots:
            found = self.mentions(self.slots.fill(slot), places=places)
            if slot == "on":
                # "swore on state radio", "said on television": that is where, not to whom.
                found = tuple(m for m in found if not all(a.sector == "JRN" for a in m.actors))
            if not found and indirect:
                found = tuple(m for k in self.slots.fill(slot) for m in self.owners(k))
            if found and not every:
                return found
            out += found
        return tuple({(m.start, m.end): m for m in out}.values())

    def mentions(self, found: Iterable[int], *, places: bool = False) -> tuple[Mention, ...]:
        """Return the mentions that stand at these words themselves."""
        out = {}
        for k in found:
            mention = self.mention_at(k)
            if mention is not None and k != self.hit.i and (places or mention.rule != _PLACE):
                out[mention.start, mention.end] = mention
        return tuple(out.values())

    def direct_or_owner(self, found: Iterable[int]) -> tuple[Mention, ...]:
        """Return the mentions at these words, or else those that own them ("Moscow's decision", "the army of Chad")."""
        out: dict[tuple[int, int], Mention] = {}
        for k in found:
            for mention in self.mentions((k,)) or self.owners(k):
                out[mention.start, mention.end] = mention
        return tuple(out.values())

    def modifiers(self) -> tuple[Mention, ...]:
        """Return the nationalities and names that modify a noun ("Russian aggression", "India-China talks")."""
        return self.mentions(modifiers(self.sentence, self.hit.i))

    def owners(self, k: int, depth: int = 0) -> tuple[Mention, ...]:
        """Return the actors that possess, modify or are named after *of* with a word that is no actor itself."""
        sentence = self.sentence
        if k == self.hit.i or depth > _MAX_DEPTH:
            return ()
        for found in (
            [t.i for t in sentence.dependents(k, "poss")],
            modifiers(sentence, k),
            [j for t in sentence.dependents(k, "prep") if t.text.lower() in ("of", "by", "against", "from")
             for o in sentence.dependents(t.i, "pobj") for j in conjuncts(sentence, o.i)],
            [j for t in sentence.dependents(k, "prep") if t.text.lower() in ("for", "with", "between", "to", "on")
             for o in sentence.dependents(t.i, "pobj") for j in conjuncts(sentence, o.i)],
        ):
            mentions = self.mentions(found)
            if mentions:
                return mentions
            for inner in found:
                deeper = self.owners(inner, depth + 1)
                if deeper:
                    return deeper
        return ()


def modifiers(sentence: Sentence, k: int) -> list[int]:
    """Return the words before a noun that may name an actor, those inside its own modifiers too."""
    out: list[int] = []
    for t in sentence.dependents(k, "amod", "compound", "nmod", "nummod"):
        out.append(t.i)
        out += [c.i for c in sentence.dependents(t.i, "conj", "amod", "compound")]
    return out
