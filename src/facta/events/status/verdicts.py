"""Words that call something said untrue: *the claim is baseless*, *branded the report a hoax*, *a false story*.

In goes a sentence and the position of a noun of saying; out comes the word that gives it the lie, or None.
"""

from __future__ import annotations

from facta.events.status.clauses import base
from facta.events.status.lookup import COPULAS, OBJECTS, lookup
from facta.records import Sentence, Token
from facta.resources.status import StatusLexicon

#: Words this far behind a verb of calling are still its verdict.
_REACH = 30


def disbelieved(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Token | None:
    """Return the word that calls what the noun at ``i`` says untrue."""
    token = sentence.tokens[i]
    words = lexicon.words["disbelief"]
    for t in sentence.dependents(i, "amod", "compound"):
        if t.text.lower() in words and not sentence.dependents(t.i, "neg"):
            return t
    head = sentence.tokens[token.head]
    if token.dep in ("nsubj", "csubj") and base(head) in COPULAS:
        if any(t.dep == "neg" for t in sentence.dependents(head.i)):
            return None
        return next((
            t for t in sentence.dependents(head.i, "acomp", "attr", "oprd") if t.text.lower() in words
        ), None)
    branded = _branded(sentence, token, head, lexicon)
    if branded is not None:
        return branded
    if token.dep not in (*OBJECTS, "pobj"):
        return None
    if head.pos == "ADJ" and head.i < token.i:
        # "dismissed as tired a charge that …"
        above = sentence.tokens[head.head]
        head = sentence.tokens[above.head] if above.pos == "ADP" else above
    elif token.dep == "pobj":
        return None
    known = lookup(sentence, head.i, ("obj",), lexicon)
    if known is not None and known[1].negative and known[1].effect in ("alleged", "planned"):
        return head
    return None


def _branded(sentence: Sentence, token: Token, head: Token, lexicon: StatusLexicon) -> Token | None:
    """Return the verdict after a verb of calling: *labelled the story (that …) a lie*, *described as absurd*."""
    verb = head if head.pos == "VERB" else sentence.tokens[head.head]
    if verb.lemma not in lexicon.words["branding"] or any(t.dep == "neg" for t in sentence.dependents(verb.i)):
        return None
    for t in sentence.tokens[verb.i + 1 : verb.i + _REACH]:
        if t.text.lower() not in lexicon.words["disbelief"]:
            continue
        if t.dep != "amod" or t.head == token.i or sentence.tokens[t.head].text.lower() == "as":
            return t
    return None


def denies(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Token | None:
    """Return the word that makes an act out to be invented: *called the raid a hoax*, *dismissed any role*."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    word = _branded(sentence, token, head, lexicon) if token.dep in OBJECTS else None
    if word is not None and lexicon.words["disbelief"][word.text.lower()].status is not None:
        return word
    if token.lemma not in lexicon.words["involvement"] or token.dep not in OBJECTS:
        return None
    known = lookup(sentence, head.i, ("obj",), lexicon)
    return head if known is not None and known[1].negative and known[1].effect in ("planned", "alleged") else None
