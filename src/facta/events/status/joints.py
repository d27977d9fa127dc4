"""Where the parser's joint is not the text's: a clause hung on *months*, a comma splice.

Each function answers one question about how a clause is joined to the word that the parser hangs it on.
"""

from __future__ import annotations

from facta.events.status.clauses import base
from facta.events.status.kinds import Kind, Link
from facta.events.status.lookup import lookup
from facta.records import Sentence, Token
from facta.resources.status import StatusLexicon

#: How far up the twin of a participle is looked for.
_MAX_CLIMB = 4
_QUOTES = frozenset("\"“”„«»")


def delayed(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> Link | None:
    """Return the verb of *complained for months that boats fired*, where the parser hangs the clause on the months."""
    unit = sentence.tokens[token.head]
    if unit.lemma not in lexicon.words["unit"] or unit.dep not in ("pobj", "npadvmod"):
        return None
    if not sentence.dependents(token.i, "nsubj", "nsubjpass") or not any(
        t.text.lower() == "that" for t in sentence.tokens[unit.i + 1 : unit.i + 2]
    ):
        return None
    verb = sentence.tokens[unit.head].head if unit.dep == "pobj" else unit.head
    known = lookup(sentence, verb, ("that",), lexicon)
    return None if known is None else Link(Kind.GOVERNED, verb, *known)


def is_splice(sentence: Sentence, token: Token, head: Token, lexicon: StatusLexicon) -> bool:
    """Say whether two sentences are joined by a comma alone: *the cause is known, however reports do not tell it*."""
    if token.dep != "ccomp" or token.i > head.i or not sentence.dependents(head.i, "nsubj", "nsubjpass"):
        return False
    between = {t.text.lower() for t in sentence.tokens[token.i : head.i]}
    if not between & {",", ";", "–", "—"}:
        return False
    if any(t.text in _QUOTES for t in sentence.tokens[: head.i]):
        return False
    complete = bool(sentence.dependents(head.i, "dobj", "attr", "acomp", "neg")) and head.lemma != "tell"
    return complete or lookup(sentence, head.i, ("that",), lexicon) is None


def is_the_deed(sentence: Sentence, token: Token, head: Token, lexicon: StatusLexicon) -> bool:
    """Say whether a purpose is the act itself: *marched to demand a vote*, *held a rally to denounce the arrest*."""
    if token.lemma not in lexicon.words["outspoken"]:
        return False
    known = lexicon.words["demonstrate"]
    return head.lemma in known or any(t.lemma in known for t in sentence.dependents(head.i, "dobj"))


def is_done(sentence: Sentence, token: Token, head: Token, lexicon: StatusLexicon) -> bool:
    """Say whether an infinitive tells what was done: *the only states to have signed*, *the first to recognise it*."""
    if any(base(t) == "have" for t in sentence.dependents(token.i, "aux")):
        return True
    return head.pos in ("NOUN", "PROPN", "NUM", "ADJ") and any(
        t.text.lower() in lexicon.words["ordinal"] for t in (head, *sentence.dependents(head.i, "amod"))
    )


def voices(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> bool:
    """Say whether a clause with *as* tells who says so: *as some deputies demand*."""
    known = lookup(sentence, token.i, ("that", "to"), lexicon)
    return known is not None and known[1].speech


def twin(sentence: Sentence, token: Token) -> int | None:
    """Return what *burning* is joined to in *accused of bombing villages and burning crops*."""
    if token.i < 2 or sentence.tokens[token.i - 1].pos != "CCONJ":
        return None
    k = token.i - 2
    for _ in range(_MAX_CLIMB):
        if sentence.tokens[k].dep in ("pobj", "pcomp", "xcomp"):
            return k if sentence.tokens[k].head != k else None
        k = sentence.tokens[k].head
    return None


def mistaken(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> Link | None:
    """Return the governor of a verb taken for an adjective: *denied hacking firms*, *accused of massing troops*."""
    if token.i < 1 or sentence.tokens[token.head].i < token.i:
        return None
    before = sentence.tokens[token.i - 1]
    frames: tuple[str, ...]
    if before.text.lower() == "to":
        verb, frames = sentence.tokens[before.head], ("xto", "to")
    elif token.tag != "VBG":
        return None
    elif before.pos == "VERB":
        verb, frames = before, ("ing",)
    elif before.pos == "ADP":
        verb, frames = sentence.tokens[before.head], (before.text.lower(),)
        bare = verb.pos == "NOUN" and lookup(sentence, verb.i, frames, lexicon) is None
        if bare and verb.dep in ("dobj", "nsubjpass"):
            verb = sentence.tokens[verb.head]
    else:
        return None
    known = lookup(sentence, verb.i, frames, lexicon)
    return None if known is None else Link(Kind.GOVERNED, verb.i, *known)
