"""The words that negate a verb: *not*, *never*, *nobody*, *at no time*, *neither … nor*, *still less*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facta.events.status.clauses import is_past, subject
from facta.records import Sentence, Token
from facta.resources.status import StatusLexicon, Word

_NO_PERSON = frozenset(("nobody", "no-one", "noone"))
_NO = frozenset(("no", "never"))


def negations(sentence: Sentence, token: Token, shared: list[int], lexicon: StatusLexicon) -> Iterator[Token]:
    """Yield the words that negate a verb: adverbs, *no* with its subject or object, *under no circumstances*."""
    nots, nobody = lexicon.words["not"], lexicon.words["nobody"]
    for k in shared:
        for t in sentence.dependents(k, "neg", "advmod", "preconj"):
            low = t.text.lower()
            if low in ("longer", "before", "again"):
                # "no longer", "never before", "never again"
                yield from (d for d in sentence.dependents(t.i, "neg", "det", "advmod") if d.text.lower() in _NO)
            if low in lexicon.words["less"] and _inverted(sentence, token, t):
                yield t
            if _is_aside(sentence, token, t):
                continue
            if low in nots and not _is_focus(sentence, t, lexicon) and not _until(sentence, token, t, lexicon):
                yield t
    if token.dep == "conj" and len(shared) == 1:
        yield from (t for t in sentence.dependents(token.head, "cc") if t.text.lower() == "nor" and t.i < token.i)
    who = subject(sentence, token.i)
    for t in ([who] if who else []) + sentence.dependents(token.i, "dobj", "attr", "dative"):
        yield from _negative_phrase(sentence, t, nobody)
    for prep in sentence.dependents(token.i, "prep"):
        for t in sentence.dependents(prep.i, "pobj"):
            if t.lemma in lexicon.words["manner"] or t.lemma == "one":
                yield from (d for d in sentence.dependents(t.i, "det") if d.text.lower() == "no")
            elif t.text.lower() in _NO_PERSON:
                yield t


def _is_aside(sentence: Sentence, token: Token, t: Token) -> bool:
    """Say whether a *not* behind the verb denies what follows it: *talk to them, not because they are right*."""
    follow = sentence.tokens[t.i + 1] if t.i + 1 < len(sentence.tokens) else None
    before = sentence.tokens[t.i - 1].text if t.i else ""
    behind = t.i > token.i and t.text.lower() == "not" and follow is not None
    return behind and follow is not None and (follow.pos == "SCONJ" or (follow.pos == "ADP" and before == ","))


def _inverted(sentence: Sentence, token: Token, t: Token) -> bool:
    """Say whether *less* stands before a verb turned round: *still less should he threaten*."""
    helpers = sentence.dependents(token.i, "aux", "auxpass")
    who = subject(sentence, token.i)
    return bool(helpers) and who is not None and t.i < helpers[0].i < who.i


def _negative_phrase(sentence: Sentence, t: Token, nobody: Mapping[str, Word]) -> Iterator[Token]:
    if t.text.lower() in nobody:
        yield t
        return
    for d in sentence.dependents(t.i, "det", "cc", "preconj", "neg"):
        low = d.text.lower()
        if low in ("no", "neither") or (low == "not" and d.i < t.i and _is_none(sentence, t, d)):
            yield d
            return


def _is_none(sentence: Sentence, t: Token, d: Token) -> bool:
    """Say whether *not* before a subject denies it all: *not a shot*, *not the army nor its allies*."""
    if sentence.tokens[d.i + 1].text.lower() in ("a", "an", "one", "single"):
        return True
    return any(k.text.lower() == "nor" for k in sentence.dependents(t.i, "cc"))


def _is_focus(sentence: Sentence, t: Token, lexicon: StatusLexicon) -> bool:
    """Say whether a negation is *not only* or *nor just*, which negate no act."""
    follow = sentence.tokens[t.i + 1] if t.i + 1 < len(sentence.tokens) else None
    return follow is not None and follow.text.lower() in lexicon.words["focus"]


def _until(sentence: Sentence, token: Token, t: Token, lexicon: StatusLexicon) -> bool:
    """Say whether it did happen in the end: *did not free him until Tuesday*."""
    if t.dep != "neg" or not is_past(sentence, token.i):
        return False
    return any(
        k.text.lower() in ("until", "till") for c in sentence.children[token.i] if c > token.i
        for k in (sentence.tokens[c], *sentence.dependents(c, "mark"))
        if sentence.tokens[c].dep in ("prep", "advcl")
    )
