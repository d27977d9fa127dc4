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
        return _predicate(sentence, head.i, lexicon)
    if token.dep in ("nsubj", "nsubjpass"):
        # "turned out to be false", "was found to be baseless"
        for t in sentence.dependents(head.i, "xcomp"):
            word = _predicate(sentence, t.i, lexicon) if base(t) in COPULAS else None
            if word is not None and not any(k.dep == "neg" for k in sentence.dependents(head.i)):
                return word
    return _branded(sentence, token, head, lexicon) or _denied(sentence, token, head, lexicon)


def _predicate(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Token | None:
    words = lexicon.words["disbelief"]
    return next((t for t in sentence.dependents(i, "acomp", "attr", "oprd") if t.text.lower() in words), None)


def _denied(sentence: Sentence, token: Token, head: Token, lexicon: StatusLexicon) -> Token | None:
    """Return the verb that denies or turns down what the noun says: *denied reports*, *poured scorn on the notion*."""
    if token.dep == "pobj" and head.pos == "ADP" and head.head != head.i:
        above = sentence.tokens[head.head]
        for holder in (above, *sentence.dependents(above.i, "dobj")):
            known = lookup(sentence, holder.i, (head.text.lower(),), lexicon)
            if known is not None and known[1].negative and known[1].effect == "alleged":
                return above
        return None
    if token.dep not in (*OBJECTS, "pobj"):
        return None
    if head.pos == "ADJ" and head.i < token.i:
        # "dismissed as tired a charge that …"
        above = sentence.tokens[head.head]
        head = sentence.tokens[above.head] if above.pos == "ADP" else above
    elif token.dep == "pobj":
        return None
    known = lookup(sentence, head.i, ("obj",), lexicon)
    return head if known is not None and known[1].negative and known[1].effect in ("alleged", "planned") else None


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
    if token.lemma in lexicon.words["accusing"]:
        return None
    word = _branded(sentence, token, head, lexicon) if token.dep in OBJECTS else None
    if word is not None and lexicon.words["disbelief"][word.text.lower()].status is not None:
        return word
    if token.lemma not in lexicon.words["involvement"] or token.dep not in OBJECTS:
        return None
    known = lookup(sentence, head.i, ("obj",), lexicon)
    return head if known is not None and known[1].negative and known[1].effect in ("planned", "alleged") else None


def so_called(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Token | None:
    """Return the verb of *what it called a massacre*, *what officials describe as a raid*."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "pobj" and head.text.lower() == "as":
        head = sentence.tokens[head.head]
    elif token.dep not in ("oprd", "dobj", "attr", "ccomp"):
        return None
    if head.lemma not in lexicon.words["branding"]:
        return None
    return head if any(t.text.lower() == "what" and t.i < head.i for t in sentence.dependents(head.i)) else None
