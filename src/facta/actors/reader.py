"""One sentence: finds its phrases, resolves each once, and tells the scene what was said."""

from __future__ import annotations

from facta.actors.described import crowd, described
from facta.actors.found import Found
from facta.actors.named import named, nationals
from facta.actors.names import PEOPLE_FORMS, Hit
from facta.actors.phrases import (
    NOMINAL,
    OBJECTS,
    SUBJECTS,
    Phrase,
    clause_of,
    hyphened,
    key_of,
    lemma,
    phrase,
    role_of,
    undated,
)
from facta.actors.pull import WEIGHT_OTHER, WEIGHT_PLACE, WEIGHT_PRIVATE, WEIGHT_SUBJECT
from facta.actors.same import both, counted, short_for
from facta.actors.scene import Referent, Scene
from facta.actors.spoken import note_speaker, relative_head, spoken
from facta.actors.states import modifier
from facta.actors.unlisted import proper, reads_as_name
from facta.records import Actor, Mention, MentionKind, Token

PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
#: Phrases nested deeper than this name nobody.
DEEPEST = 40
#: Rules that take the country from the phrase itself.
SURE = frozenset({"described", "name", "people"})
#: Who these are tells which state is spoken of; a trader or a captain tells it less.
SPEAKS_FOR_STATE = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "COP", "PTY", "OPP"})
#: Numbers by which people are called later on: *the six*.
NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})
#: Words that stand for two, or for the second of them, without a noun.
ALONE = frozenset({"both", "neither", "other"})
#: Figures of fewer digits than this are numbers by which people may be called.
FEW = 4
#: A phrase inside another is no head of its own under these labels.
INNER = frozenset({"compound", "nmod", "amod", "det", "quantmod", "nummod", "case", "punct"})


class Reader:
    """Reads sentence ``k`` of a scene; ``at`` gives the name that covers a token."""

    def __init__(self, scene: Scene, k: int) -> None:
        self.scene, self.k = scene, k
        self.sentence = scene.sentences[k]
        self.hits = scene.hits[k]
        self.at = {i: hit for hit in self.hits for i in range(hit.start, hit.end)}
        self.seen_subject, self.depth = False, 0
        self.memo: dict[int, Found | None] = {}

    def mentions(self) -> list[Mention]:
        """Return the mentions of the sentence, by place in the text."""
        out: list[Mention] = []
        covered: set[int] = set()
        for token in self.sentence.tokens:
            if not self._is_head(token):
                continue
            found = self.head(token.i)
            self._register(token, found)
            if found is None or not found.actors:
                continue
            out.append(self._mention(found))
            covered.update(range(found.left, found.right))
        for hit in self.hits:
            if hit.form not in PEOPLE_FORMS and not covered.intersection(range(hit.start, hit.end)):
                out.append(self._mention(named(self, hit, _alone(hit))))
        note_speaker(self)
        return sorted(out, key=lambda m: (m.start, m.end))

    def head(self, i: int) -> Found | None:
        """Return what the phrase of head ``i`` denotes, resolving it once."""
        if i in self.memo:
            return self.memo[i]
        self.memo[i] = None
        if self.depth > DEEPEST:
            return None
        self.depth += 1
        self.memo[i] = found = self._resolve(i)
        self.depth -= 1
        return found

    def _is_head(self, token: Token) -> bool:
        if token.tag in PRONOUN_TAGS:
            return True
        hit = self.at.get(token.i)
        if (token.pos == "PRON" and token.tag == "NN") or self._is_quantifier(token):
            return True
        if token.tag == "CD" and token.dep not in INNER:
            return True
        if token.pos == "ADJ" and hyphened(self.sentence.tokens, token.i) < token.i and token.dep not in INNER:
            return lemma(token, self.scene.words) in self.scene.words.roles  # a secretary-general
        if token.text.lower() in ALONE and both(self, token.i) is not None:
            return True
        if token.pos not in NOMINAL and not (hit and self._stands_alone(token)):
            relative = token.text.lower() == "that" and token.dep in ("nsubj", "dobj")
            return relative and relative_head(self, token.i) is not None
        if token.dep in INNER or self._is_hyphened(token.i) or self._names_house(token):
            return False
        if hit and token.head != token.i and hit.start <= token.head < hit.end:
            return False
        return token.text.lower() not in self.scene.words.lists["calendar"]

    def _is_hyphened(self, i: int) -> bool:
        """Say whether the word is the first part of a role of two: *vice* of *vice-minister*."""
        tokens = self.sentence.tokens
        return i + 2 < len(tokens) and hyphened(tokens, i + 2) < i + 2 and (
            lemma(tokens[i + 2], self.scene.words) in self.scene.words.roles
        )

    def _names_house(self, token: Token) -> bool:
        """Say whether the word is part of a body's name: *Representatives* of the *House of Representatives*."""
        if token.dep != "pobj" or not token.text[:1].isupper():
            return False
        prep = self.sentence.tokens[token.head]
        body = self.scene.words.roles.get(lemma(self.sentence.tokens[prep.head], self.scene.words), {})
        return prep.text == "of" and lemma(token, self.scene.words) in body

    def _is_quantifier(self, token: Token) -> bool:
        """Say whether the word counts people of a phrase after it: *some in Paris*, *both of them*."""
        low = token.text.lower()
        return low in self.scene.words.lists["quantifier"] and bool(self.sentence.dependents(token.i, "prep"))

    def _stands_alone(self, token: Token) -> bool:
        """Say whether an adjective heads a phrase (*the French said*), alone or joined to one that does."""
        tokens = self.sentence.tokens
        while token.dep == "conj" and token.head != token.i:
            token = tokens[token.head]
        return token.dep in (*SUBJECTS, *OBJECTS, "pobj", "poss", "ROOT")

    def _resolve(self, i: int) -> Found | None:
        token = self.sentence.tokens[i]
        if token.text.lower() in self.scene.words.lists["calendar"] and i not in self.at:
            return None
        pronoun = self.scene.words.pronouns.get(token.text.lower())
        if pronoun is not None and (token.tag in PRONOUN_TAGS or pronoun.cls == "relative"):
            return spoken(self, i, pronoun)
        hit = self.at.get(i)
        span = undated(self.sentence, phrase(self.sentence, i), self.scene.words)
        if hit is None and self._is_quantifier(token):
            return self._counted(span)
        if token.tag == "CD":
            return counted(self, i)
        if token.text.lower() in self.scene.words.lists["crowd"] and token.dep in SUBJECTS:
            return crowd(self, span)
        pair = both(self, i) if token.text.lower() in ALONE else None
        if pair is not None:
            return pair
        if hit is not None:
            span = Phrase(min(span.left, hit.start), max(span.right, hit.end), i, span.possessor, span.start)
            return nationals(self, hit, span) if hit.form in PEOPLE_FORMS else named(self, hit, span)
        role = role_of(self.sentence, span, self.scene.words, self.hits)
        if role is not None and not (token.pos == "PROPN" and reads_as_name(self, span, role)):
            return described(self, span, role)
        if token.pos == "PROPN":
            return proper(self, span)
        return modifier(self, span) or short_for(self, span)

    def _counted(self, span: Phrase) -> Found | None:
        for prep in self.sentence.dependents(span.head, "prep"):
            for target in self.sentence.dependents(prep.i, "pobj"):
                found = self.head(target.i)
                if found is not None and found.actors:
                    right, i = max(span.right, found.right), span.head
                    return Found(found.actors, MentionKind.DESCRIPTION, "counted", i, span.left, right, "group", True)
        return None

    # what the scene learns

    def _register(self, token: Token, found: Found | None) -> None:
        subject, is_object = token.dep in SUBJECTS, token.dep in OBJECTS
        if found is None or not found.actors or found.rule == "modifier":
            if token.tag not in PRONOUN_TAGS and not token.dep.startswith("npadv"):
                plural = token.tag in ("NNS", "NNPS", "CD")
                thing = Referent(self.k, token.i, (), plural, "thing", subject, is_object, token.head, False)
                self.scene.referents.append(thing)
        else:
            self._refer(token, found)
        self.seen_subject = self.seen_subject or subject
        placed = found is not None and (found.rule == "place" or (found.rule == "modifier" and self._located(token)))
        weight = WEIGHT_SUBJECT if subject else WEIGHT_PLACE if placed else WEIGHT_OTHER
        for actor in found.actors if found else ():
            private = actor.sector not in SPEAKS_FOR_STATE
            self.scene.trace(
                self.k, token.i, token.start, actor.code, min(weight, WEIGHT_PRIVATE) if private else weight)

    def _located(self, token: Token) -> bool:
        """Say whether a phrase stands after *in* or *at*."""
        prep = self.sentence.tokens[token.head]
        return token.dep == "pobj" and prep.text.lower() in self.scene.words.lists["locative"]

    def _refer(self, token: Token, found: Found) -> None:
        """Let the phrase be an antecedent of later ones."""
        words = self.scene.words
        numbers = [t.text.lower() for t in self.sentence.dependents(token.i, "nummod")] or [token.text.lower()]
        role = words.roles.get(lemma(token, words), {}) if token.pos in NOMINAL else {}
        span = phrase(self.sentence, token.i)
        if not role and token.pos == "PROPN":  # a ship with a name is *the ship* later on
            title = next((k for k in range(token.i - 1, span.left - 1, -1) if self._is_craft(k)), token.i)
            role = words.roles.get(lemma(self.sentence.tokens[title], words), {})
            span = Phrase(span.left, title + 1, title, None, span.left)
        key = key_of(self.sentence, span, words) if role and found.rule != "place" else ""
        ref = Referent(
            self.k, token.i, found.actors, found.plural, found.sort, token.dep in SUBJECTS, token.dep in OBJECTS,
            clause_of(self.sentence, token.i), found.rule == "place", not self.seen_subject, key=key,
            number=numbers[0] if numbers[0] in NUMBERS or (numbers[0].isdigit() and len(numbers[0]) < FEW) else "",
            craft=any(r.kind == "craft" for r in role.values()), sure=found.rule in SURE)
        self.scene.referents.append(ref)  # what is joined to it may point back to it
        joined = self._joined(token.i)
        if joined:
            ref.actors, ref.plural, ref.sort = (*found.actors, *joined), True, "group"

    def _is_craft(self, k: int) -> bool:
        role = self.scene.words.roles.get(lemma(self.sentence.tokens[k], self.scene.words), {})
        return any(r.kind == "craft" for r in role.values())

    def _joined(self, i: int) -> tuple[Actor, ...]:
        """Return the actors of what is joined to a phrase by *and*, for a later *they*."""
        out: list[Actor] = []
        for _ in range(len(self.sentence.tokens)):
            after = self.sentence.dependents(i, "conj")
            if not after:
                break
            i = after[0].i
            found = self.head(i)
            out.extend(found.actors if found else ())
        return tuple(out)

    def _mention(self, found: Found) -> Mention:
        tokens = self.sentence.tokens
        start, end = tokens[found.left].start, tokens[found.right - 1].end
        return Mention(
            sentence=self.k, head=found.head, start=start, end=end, text=self.scene.article.text[start:end],
            kind=found.kind, actors=found.actors, rule=found.rule,
        )


def _alone(hit: Hit) -> Phrase:
    """Return a phrase of nothing but the name."""
    return Phrase(hit.start, hit.end, hit.end - 1, None, hit.start)

