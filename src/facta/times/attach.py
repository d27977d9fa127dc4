"""Where a time expression hangs in a parsed sentence: its preposition, the nouns above it, the verb of its clause.

Also the direction of a clause, from the parse: what ``find`` asks for through ``tenses``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from facta.records import Sentence, Timex, Token
from facta.resources.calendar import Calendar

TIGHT = frozenset({"poss", "compound", "nummod", "amod", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "mark", "csubj"})
PARTICIPLES = frozenset({"acl", "relcl", "amod", "advcl"})
VERBAL = frozenset({"VERB", "AUX"})
LONGEST_DATELINE = 14
"""Tokens of a dateline at most."""
DASHES = frozenset({"–", "—", "|", "--"})
DEEPEST = 40
"""Governors climbed before giving up; no sentence of news goes deeper."""


class Mark(NamedTuple):
    """A time expression in its sentence; ``nouns`` are those above it up to the verb, and if each holds it closely."""

    timex: Timex
    root: int
    preposition: str
    nouns: tuple[tuple[int, bool], ...]
    verb: int | None

    @property
    def tight(self) -> bool:
        """True when the expression is part of a name of something (*Friday's attack*, *the blockade of 2015*)."""
        return any(close for _, close in self.nouns)


def marks(timexes: Sequence[Timex], sentence: Sentence, calendar: Calendar) -> tuple[Mark, ...]:
    """Return the expressions of ``timexes`` (sorted by place) that stand in the sentence, with what they hang on."""
    first = bisect_right(timexes, dateline_end(sentence), key=lambda t: t.end)
    out = []
    for timex in timexes[first:]:
        if timex.start >= sentence.end:
            break
        root = root_of(sentence, timex.start, timex.end)
        if root is not None:
            out.append(climb(sentence, timex, root, calendar))
    return tuple(out)


def dateline_end(sentence: Sentence) -> int:
    """Return where the words after a dateline begin (*Monday, 08:15 — Dockers walked out*): its day dates no act."""
    for token in sentence.tokens[:LONGEST_DATELINE]:
        if token.text in DASHES and token.i:
            numbered = any(c.isdigit() for t in sentence.tokens[: token.i] for c in t.text)
            return token.end if numbered else sentence.start
        if token.pos in VERBAL or token.tag == "IN" or (token.pos == "DET" and token.i):
            break
    return sentence.start


def root_of(sentence: Sentence, start: int, end: int) -> int | None:
    """Return the highest token of a stretch: the first that is no article and whose head lies outside."""
    inside = []
    for token in sentence.tokens[token_at(sentence, start) :]:
        if token.start >= end:
            break
        if token.end > start:
            inside.append(token.i)
    within = set(inside)
    tops = [i for i in inside if sentence.tokens[i].head == i or sentence.tokens[i].head not in within]
    return min(tops, key=lambda i: (sentence.tokens[i].dep == "det", i), default=None)


def token_at(sentence: Sentence, offset: int) -> int:
    """Return the position of the token at or before an offset."""
    return max(0, bisect_right(sentence.tokens, offset, key=lambda t: t.start) - 1)


def climb(sentence: Sentence, timex: Timex, root: int, calendar: Calendar) -> Mark:
    """Follow the governors of ``root`` up to the verb of its clause."""
    tokens = sentence.tokens
    preposition = ""
    nouns: list[tuple[int, bool]] = []
    verb = None
    current = tokens[root]
    before = tokens[token_at(sentence, timex.start) - 1] if timex.start > sentence.start else current
    stolen = current.head > root and before.tag == "IN" and not sentence.dependents(before.i, "pobj", "pcomp")
    named = current.dep == "compound" and tokens[current.head].pos == "PROPN" and before.tag == "IN"
    if (named and current.head > root) or (stolen and current.dep in TIGHT):
        # The parser took "On Friday Norland shelled ..." for a name; the preposition knows the verb.
        current, preposition = before, before.text.lower()
    for _ in range(DEEPEST):
        head = tokens[current.head]
        if head.i == current.i:
            verb = current.i if current.pos in VERBAL else None
            break
        if head.pos in VERBAL:
            verb = head.i
            break
        if head.tag in ("IN", "TO") or head.dep == "prep":
            preposition = preposition or ("" if nouns else head.text.lower())
        elif head.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            nouns.append((head.i, current.dep in TIGHT or current.text.lower() == "of"))
        current = head
    if verb is not None:
        verb = clause_verb(sentence, root, verb, calendar)
    return Mark(timex, root, preposition, tuple(nouns), verb)


def clause_verb(sentence: Sentence, root: int, verb: int, calendar: Calendar) -> int:
    """Mend the parse where two verbs compete for a date.

    *said on Tuesday it would* dates the saying; *On Friday they met, officials said* dates the meeting. A date between
    *and* and the second verb is the second verb's.
    """
    tokens, reports = sentence.tokens, calendar.roles["report"]
    head = tokens[tokens[verb].head]
    if tokens[verb].dep == "ccomp" and head.lemma in reports and head.i < root:
        begins = [t.i for t in sentence.dependents(verb) if t.dep in SUBJECTS]
        if begins and root < min(begins):
            return head.i
    if tokens[verb].lemma in reports and root < verb:
        for child in sentence.dependents(verb, "ccomp"):
            if child.i < verb:
                return child.i
    for child in sentence.dependents(verb, "conj"):
        if child.pos in VERBAL and root < child.i and any(c.i < root for c in sentence.dependents(verb, "cc")):
            return child.i
    return verb


def tense(sentence: Sentence, i: int, calendar: Calendar) -> int | None:
    """Return -1, 0 or 1 for a past, present or future clause; an infinitive after *failed*, *had* takes their tense."""
    tokens = sentence.tokens
    for _ in range(DEEPEST):
        token = tokens[i]
        helpers = sentence.dependents(i, "aux", "auxpass")
        found = finite(token, helpers, calendar)
        if found is not None and not (found == 0 and condition(sentence, i)):
            return found
        head = tokens[token.head]
        if head.i == i:
            return None
        if found == 0:
            i = head.i
            continue
        infinitive = any(h.tag == "TO" for h in helpers)
        if infinitive and token.dep != "conj" and head.lemma not in calendar.roles["carrier"]:
            return 1
        if infinitive and head.lemma == "be":
            return 1
        i = head.i
    return None


def condition(sentence: Sentence, i: int) -> bool:
    """Say whether a present tense only waits for the main clause (*if it recalls its envoy on Friday*)."""
    return sentence.tokens[i].dep == "advcl" and bool(sentence.dependents(i, "mark", "advmod"))


def finite(token: Token, helpers: list[Token], calendar: Calendar) -> int | None:
    """Return the tense that a verb and its auxiliaries show by themselves."""
    words = {h.text.lower() for h in helpers}
    perfect = any(h.lemma == "have" for h in helpers)
    if words & calendar.roles["modal"]:
        return -1 if perfect else 1
    if token.tag == "VBN" and calendar.cues.get(token.text.lower()) == 1:
        return 1
    if token.tag == "VBN" and not helpers and token.dep in PARTICIPLES:
        return -1
    if perfect or token.tag == "VBD" or any(h.tag == "VBD" for h in helpers):
        return -1
    if token.tag == "MD":
        return 1
    if token.tag in ("VBZ", "VBP") or any(h.tag in ("VBZ", "VBP") for h in helpers):
        going = token.lemma == "go" and token.tag == "VBG"
        return 1 if going else 0
    return None


def tenses(sentences: Sequence[Sentence], calendar: Calendar) -> Callable[[int], int | None]:
    """Return the function that ``find`` takes as ``tense_of``: the direction of the clause at an offset of the text."""
    starts = [s.start for s in sentences]

    def tense_of(offset: int) -> int | None:
        k = bisect_right(starts, offset) - 1
        if k < 0 or offset >= sentences[k].end:
            return None
        sentence = sentences[k]
        i = token_at(sentence, offset)
        token = sentence.tokens[i]
        timex = Timex(start=token.start, end=token.end, text=token.text, type="DATE", value="", interval=None)
        mark = climb(sentence, timex, i, calendar)
        if mark.preposition == "for" and token.tag != "CD":
            return 1
        found = tense(sentence, mark.verb, calendar) if mark.verb is not None else None
        return None if found == 0 and mark.nouns else found

    return tense_of
