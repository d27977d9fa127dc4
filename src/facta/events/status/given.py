"""Nouns that stand whatever governs them: *existing tariffs*, *a request* that is turned down.

In goes a sentence and the position of a noun; out comes the word that shows it to be taken for granted, or None.
"""

from __future__ import annotations

from facta.events.status.lookup import OBJECTS, lookup
from facta.events.status.nouns import definite
from facta.records import Sentence, Token
from facta.resources.status import StatusLexicon

#: What turns down or denies its object.
_DOWN = frozenset(("planned", "alleged", "proposed"))
_DATES = frozenset(("on", "in", "last", "since", "after", "during", "at"))


def standing(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Token | None:
    """Return what shows that a noun's act is under way or past: *current*, *(tariffs) imposed on 3 May*."""
    token = sentence.tokens[i]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    for t in sentence.dependents(i, "amod"):
        if t.text.lower() in lexicon.words["standing"] and not sentence.dependents(t.i, "neg"):
            return t
    for t in sentence.dependents(i, "acl"):
        if t.tag != "VBN" or t.i < i:
            continue
        known = lookup(sentence, t.i, ("obj",), lexicon)
        if known is not None and known[1].effect == "same" and not known[1].negative and (
            definite(sentence, i, lexicon) or _is_dated(sentence, t)
        ):
            return t
    return None


def _is_dated(sentence: Sentence, verb: Token) -> bool:
    """Say whether a participle bears a time: *imposed on 3 May*, *brought last year*."""
    for t in sentence.dependents(verb.i, "prep", "npadvmod"):
        words = (t, *sentence.dependents(t.i))
        if t.dep == "npadvmod" and any(w.text.lower() in ("last", "ago", "earlier", "yesterday") for w in words):
            return True
        if t.text.lower() in _DATES and any(
            w.dep == "pobj" and (w.text.isdigit() or any(k.text.isdigit() for k in sentence.dependents(w.i)))
            for w in words
        ):
            return True
    return False


def said(sentence: Sentence, i: int, lexicon: StatusLexicon) -> bool:
    """Say whether a noun is something said: a request, an accusation, a promise."""
    known = lexicon.governors.get((sentence.tokens[i].lemma, "n"), {})
    return any(signature.speech for signature in known.values())


def turned_down(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Token | None:
    """Return the verb that turns down or denies what was said: *rejected a request*, *denies the accusation*."""
    token = sentence.tokens[i]
    if token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "against" and said(sentence, i, lexicon):
        verb = sentence.tokens[sentence.tokens[token.head].head]
        return verb if verb.lemma == "vote" else None
    if token.dep not in OBJECTS or token.pos not in ("NOUN", "PROPN"):
        return None
    verb = sentence.tokens[token.head]
    if verb.pos == "ADJ" and sentence.tokens[verb.head].text.lower() == "as":
        # "dismissed as tired a charge that …"
        verb = sentence.tokens[sentence.tokens[verb.head].head]
    known = lookup(sentence, verb.i, ("obj",), lexicon)
    if known is None or known[1].effect not in _DOWN or not known[1].negative:
        return None
    if token.lemma in lexicon.words["accusing"]:
        return verb
    return verb if verb.lemma not in lexicon.words["denying"] and said(sentence, i, lexicon) else None


def possessed(sentence: Sentence, i: int, lexicon: StatusLexicon) -> bool:
    """Say whether a noun names what someone known has said: *Hanoi's demands*, *the offer*."""
    return definite(sentence, i, lexicon) and said(sentence, i, lexicon)


def decided(sentence: Sentence, i: int, lexicon: StatusLexicon) -> bool:
    """Say whether an infinitive is what was decided and is judged: *condemned the decision to close the gate*.

    A decision that is somebody's (*the ministry's, the … of the ministry*) and that is welcomed, blamed or has
    effects is carried out; one that is announced or taken is a plan.
    """
    token = sentence.tokens[i]
    if token.lemma not in lexicon.words["choice"]:
        return False
    owned = any(t.dep == "poss" for t in sentence.dependents(i, "poss")) or any(
        t.text.lower() in ("of", "by") for t in sentence.dependents(i, "prep")
    )
    if not owned:
        return False
    head = sentence.tokens[token.head]
    if token.dep in ("dobj", "pobj"):
        verb = head if head.pos == "VERB" else sentence.tokens[head.head]
        name = "obj" if token.dep == "dobj" else head.text.lower()
        known = lookup(sentence, verb.i, (name, "obj"), lexicon)
        blames = verb.lemma in lexicon.words["judging"]
        return blames or (known is not None and known[1].effect == "fact")
    return token.dep in ("nsubj", "nsubjpass") and head.tag in ("VBD", "VBN") and head.pos == "VERB"
