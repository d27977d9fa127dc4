"""What determiners, adjectives and quotation marks say of the act that a noun names.

Also here: ``Own``, the record of what an act's own words say, which ``words`` fills for verbs.
"""

from __future__ import annotations

from typing import NamedTuple

from facta.records import Cue, Sentence, Status, Token
from facta.resources.status import StatusLexicon, Word

_QUOTES = frozenset("\"“”„«»''‘’")
#: Longest stretch in quotation marks that is taken for irony and not for a quotation.
_MAX_SCARE_WORDS = 3


class Own(NamedTuple):
    """What an act's own words say. ``firm``: no governor changes the status; ``future``: by *will* or *would*."""

    status: Status | None = None
    negative: bool = False
    firm: bool = False
    future: str = ""
    cues: tuple[Cue, ...] = ()


def cue(token: Token, effect: str) -> Cue:
    """Return the cue of one word."""
    return Cue(start=token.start, end=token.end, text=token.text, effect=effect)


def noun_words(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> Own:
    """Return what determiners and adjectives of a noun, or adverbs of a participle, say."""
    own = _if_so(sentence, token)
    for t in (*sentence.dependents(token.i), *_shared(sentence, token)):
        low = t.text.lower()
        if t.dep in ("det", "neg") and low in lexicon.words["none"]:
            own = own._replace(negative=not own.negative, cues=(*own.cues, cue(t, "no: not")))
            continue
        if t.dep == "advmod":
            word = lexicon.word("adverb", low) or lexicon.word("not", low)
        elif t.dep in ("amod", "nmod", "compound"):
            word = lexicon.word("modifier", low) or _hyphenated(sentence, t, lexicon)
        else:
            continue
        if word is not None and own.status is None:
            effect = f"{low}: {word.status}" if word.status else "not"
            own = own._replace(
                status=word.status, negative=own.negative ^ word.negative, cues=(*own.cues, cue(t, effect))
            )
    return own


def _if_so(sentence: Sentence, token: Token) -> Own:
    """Return the condition set right behind a noun: *the attack, if confirmed, would be the worst*."""
    follow = sentence.tokens[token.i + 1 : token.i + 4]
    if len(follow) < 3 or follow[0].text != "," or follow[1].text.lower() != "if" or follow[2].tag not in ("VBN", "JJ"):
        return Own()
    return Own(Status.HYPOTHETICAL, cues=(cue(follow[1], "condition: hypothetical"),))


def _shared(sentence: Sentence, token: Token) -> list[Token]:
    """Return the adjectives before the first of joined nouns: *the alleged bombing and shelling of the port*."""
    first = sentence.tokens[token.head]
    if token.dep != "conj" or first.pos != "NOUN" or sentence.dependents(token.i, "det", "poss", "amod", "nummod"):
        return []
    return [t for t in sentence.dependents(first.i, "amod") if t.i < first.i]


def _hyphenated(sentence: Sentence, t: Token, lexicon: StatusLexicon) -> Word | None:
    """Look up *so-called*, *would-be*, which the parser cuts into three."""
    if t.i < 2 or sentence.tokens[t.i - 1].text != "-":
        return None
    return lexicon.word("modifier", f"{sentence.tokens[t.i - 2].text}-{t.text}".lower())


def in_scare_quotes(sentence: Sentence, i: int) -> bool:
    """Say whether a word stands in quotation marks with at most two others, none of them a name."""
    tokens = sentence.tokens
    reach = _MAX_SCARE_WORDS + 1
    first = next((t.i for t in reversed(tokens[max(0, i - reach) : i]) if t.text in _QUOTES), None)
    last = next((t.i for t in tokens[i + 1 : i + 1 + reach] if t.text in _QUOTES), None)
    if first is None or last is None or last - first - 1 > _MAX_SCARE_WORDS:
        return False
    opened = sum(t.text in _QUOTES for t in tokens[:i])
    others = [t for t in tokens[first + 1 : last] if t.i != i]
    named = tokens[i].pos == "PROPN" or any(t.pos in ("PROPN", "PUNCT") or t.dep in ("nsubj", "aux") for t in others)
    return opened % 2 == 1 and not named


def definite(sentence: Sentence, i: int, lexicon: StatusLexicon) -> bool:
    """Say whether a noun is presented as known: *the strike*, *their arrest*, *last month's raid*."""
    known = lexicon.words["definite"]
    return any(t.dep == "poss" or t.text.lower() in known for t in sentence.dependents(i, "det", "poss", "amod"))
