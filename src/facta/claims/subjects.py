"""Who does the reporting: the word that is the subject of a verb, also where the verb has none of its own."""

from __future__ import annotations

from facta.records import Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CONTROL = ("xcomp", "advcl", "conj", "pcomp", "acl", "relcl", "ccomp", "dep")
_MAX_STEPS = 6


def is_passive(sentence: Sentence, i: int) -> bool:
    """Say whether a verb stands in the passive (*was told*, *accused of*)."""
    deps = {t.dep for t in sentence.dependents(i)}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    token = sentence.tokens[i]
    return token.tag == "VBN" and token.dep in ("acl", "advcl", "amod") and "aux" not in deps


def agent(sentence: Sentence, i: int) -> Token | None:
    """Return the head of the *by* phrase of a passive."""
    for by in sentence.dependents(i, "agent"):
        for token in sentence.dependents(by.i, "pobj"):
            return token
    return None


def own_subject(sentence: Sentence, i: int) -> Token | None:
    """Return the subject that depends on the verb itself."""
    for token in sentence.dependents(i, *_SUBJECTS):
        return token
    return None


def subject(sentence: Sentence, i: int) -> Token | None:
    """Return the subject of an active verb, borrowed from its governor when it has none (*he left, adding that*)."""
    tokens = sentence.tokens
    for _ in range(_MAX_STEPS):
        found = own_subject(sentence, i)
        if found is not None:
            return None if found.dep == "expl" else found
        token, head = tokens[i], tokens[tokens[i].head]
        if token.head == i or token.dep not in _CONTROL:
            return None
        if token.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
            return _of_noun(sentence, token, head)
        if token.dep == "xcomp":
            objects = [t for t in sentence.dependents(head.i, "dobj", "dative") if t.i < i]
            if objects and head.lemma not in ("promise", "threaten", "use", "take"):
                return objects[-1]
            if is_passive(sentence, head.i):
                return own_subject(sentence, head.i) or _subject_above(sentence, head.i)
        elif is_passive(sentence, head.i) and token.dep == "advcl":
            return agent(sentence, head.i) or own_subject(sentence, head.i)
        i = head.i
        if tokens[i].dep == "prep" or tokens[i].pos == "ADP":
            i = tokens[i].head
            if is_passive(sentence, i):
                return own_subject(sentence, i)
    return None


def _subject_above(sentence: Sentence, i: int) -> Token | None:
    head = sentence.tokens[i].head
    return own_subject(sentence, head)


def _of_noun(sentence: Sentence, token: Token, head: Token) -> Token | None:
    """Return the noun itself (*a letter urging*) or its possessor (*the minister's decision to say*)."""
    if token.tag in ("VBG", "VBZ", "VBD", "VBP"):
        return head
    for owner in sentence.dependents(head.i, "poss"):
        return owner
    return None
