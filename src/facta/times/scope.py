"""A parsed sentence with its dates, and what its grammar says: who shares a subject, who carries out which noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from facta.records import Sentence, Token
from facta.resources.calendar import Calendar
from facta.times.attach import SUBJECTS, VERBAL, Mark, tense
from facta.times.bounds import Bounds

DURATION = re.compile(r"P(?:T(?:X|[0-9]{1,4})[HMS]|([0-9]{1,4})([DWMY]))$")
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
LASTING = frozenset({"for", "over", "during", "throughout"})
DEEPEST = 6
"""Joined words followed from one to the next."""


class Scope(NamedTuple):
    """A sentence with its dates: what the rules below look at."""

    sentence: Sentence
    marks: tuple[Mark, ...]
    published: Bounds | None
    calendar: Calendar

    def token(self, i: int) -> Token:
        """Return a token of the sentence."""
        return self.sentence.tokens[i]

    def is_a(self, i: int, role: str) -> bool:
        """Say whether the lemma of a token plays a role of ``calendar.roles.tsv``."""
        return self.token(i).lemma in self.calendar.roles[role]


def has_subject(scope: Scope, verb: int) -> bool:
    """Say whether a verb has a subject of its own."""
    return bool(scope.sentence.dependents(verb, *SUBJECTS))


def comma(scope: Scope, start: int, end: int) -> bool:
    """Say whether a comma stands between two tokens."""
    return any(t.text in (",", ";", "–", "—") for t in scope.sentence.tokens[start:end])


def same_tense(scope: Scope, verb: int, other: int) -> bool:
    """Say whether two verbs do not lie in different directions."""
    a, b = (tense(scope.sentence, i, scope.calendar) for i in (verb, other))
    return a is None or b is None or a == b


def carrier_of(scope: Scope, noun: int) -> int | None:
    """Return the verb that does what the noun names (*launched an attack*, *talks began*), if there is one."""
    token = scope.token(noun)
    for _ in range(DEEPEST):
        if token.dep != "conj" or scope.token(token.head).pos not in ("NOUN", "PROPN"):
            break
        token = scope.token(token.head)
    head = scope.token(token.head)
    definite = is_definite(scope, token.i)
    if token.dep == "pobj" and head.dep == "prep":
        verb = scope.token(head.head)
        fit = not definite and head.text.lower() in ("for", "in", "into", "on", "at") and scope.is_a(verb.i, "support")
        return verb.i if fit and verb.pos in VERBAL and not scope.is_a(verb.i, "attitude") else None
    if head.pos not in VERBAL:
        return None
    if token.dep == "nsubj":
        return head.i if scope.is_a(head.i, "happening") or not (definite or scope.is_a(head.i, "attitude")) else None
    if token.dep in OBJECTS:
        return head.i if scope.is_a(head.i, "support") or not (definite or scope.is_a(head.i, "attitude")) else None
    return None


def is_definite(scope: Scope, noun: int) -> bool:
    """Say whether a noun may only point back: *the arrests*, *their vote*."""
    words = scope.calendar.roles["definite"]
    return any(c.dep == "poss" or c.text.lower() in words for c in scope.sentence.dependents(noun, "det", "poss"))


def offset_of(scope: Scope, i: int) -> tuple[int, int, Mark] | None:
    """Return the act that a token dates by offset: its clause, the sign, the duration (*two days after X*)."""
    token = scope.token(i)
    markers = [t for t in scope.sentence.dependents(i, "mark", "prep") if t.text.lower() in ("after", "before")]
    if token.dep in ("pobj", "pcomp"):
        markers = [scope.token(token.head)] if scope.token(token.head).text.lower() in ("after", "before") else []
    for marker in markers:
        if marker.i > i:
            continue
        base = scope.token(marker.head).i if token.dep in ("pobj", "pcomp") else token.head
        for mark in scope.marks:
            if mark.preposition in LASTING:
                continue  # "for two years after X": how long, not when
            if DURATION.match(mark.timex.value) and mark.timex.end <= marker.start <= mark.timex.end + 1 and base != i:
                return base, 1 if marker.text.lower() == "after" else -1, mark
    return None
