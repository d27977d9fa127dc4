"""Finite clauses that a verb or a noun takes: which clause it is, and whose it is when the parser is wrong."""

from __future__ import annotations

from collections.abc import Container

from facta.records import Sentence, Token
from facta.resources.reporting import ReportingLexicon


def has_to(sentence: Sentence, i: int) -> bool:
    """Say whether a verb is an infinitive with *to*."""
    return any(t.tag == "TO" or t.text.lower() == "to" for t in sentence.dependents(i, "aux", "mark"))


def clause(sentence: Sentence, i: int) -> Token | None:
    """Return the verb of a finite clause that is the complement of ``i``.

    What stands before a semicolon is a statement of its own; of two clauses, the one with *that* is the complement.
    """
    found = [
        t for t in sentence.dependents(i, "ccomp")
        if not has_to(sentence, t.i) and not (t.tag == "VBG" and not _finite(sentence, t.i))
        and not parted(sentence, t.i, i)
    ]
    if found:
        return next((t for t in found if t.i > i and with_that(sentence, t.i)), found[0])
    for token in sentence.dependents(i, "advcl"):
        marks = {t.text.lower() for t in sentence.dependents(token.i, "mark")}
        if token.i > i and marks & {"that", "whether"}:
            return token
    return None


def parted(sentence: Sentence, before: int, after: int) -> bool:
    """Say whether a semicolon stands between two words."""
    return any(t.text == ";" for t in sentence.tokens[before:after])


def with_that(sentence: Sentence, i: int) -> bool:
    """Say whether a clause begins with *that*."""
    return any(t.text.lower() == "that" for t in sentence.dependents(i, "mark"))


#: *Made it clear that*: the clause hangs on the adjective.
PLAIN = frozenset(("clear", "plain", "known"))

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _finite(sentence: Sentence, i: int) -> bool:
    return any(t.tag in FINITE for t in sentence.dependents(i, "aux", "auxpass"))


def resumes(sentence: Sentence, i: int, verbs: Container[str]) -> bool:
    """Say whether a reporting verb inside a reported clause really goes on from the verb that reports it.

    Parsers attach too low: *denied that it had printed money but promised reforms*, *said it would close, adding that*,
    *as students alleged*.
    """
    token = sentence.tokens[i]
    within = sentence.tokens[token.head]
    if token.lemma not in verbs or within.dep != "ccomp" or sentence.dependents(i, "nsubj", "nsubjpass") != []:
        return token.lemma in verbs and token.dep == "advcl" and _aswith_that(sentence, i)
    above = sentence.tokens[within.head]
    if token.dep == "advcl":
        return token.tag == "VBG" and i > 0 and sentence.tokens[i - 1].text == ","
    return token.dep == "conj" and token.tag == above.tag != within.tag


def _aswith_that(sentence: Sentence, i: int) -> bool:
    return any(t.text.lower() == "as" for t in sentence.dependents(i, "mark", "advmod"))


def of_noun(sentence: Sentence, mark: int, lexicon: ReportingLexicon) -> bool:
    """Say whether the *that* at ``mark`` belongs to the noun before it: *asked about a paper's report that …*."""
    noun = sentence.tokens[mark - 1]
    if mark == 0 or not any(e.takes("that") for e in lexicon.nouns.get(noun.lemma, ())):
        return False
    about = noun.dep == "pobj" and sentence.tokens[noun.head].text.lower() in _TOPICS
    return noun.pos == "NOUN" and (about or sentence.dependents(noun.i, "poss") != [])


_TOPICS = frozenset(("about", "of", "over", "against"))
