"""Who does the reporting: the word that is the subject of a verb, also where the verb has none of its own."""

from __future__ import annotations

from facta.records import Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CONTROL = ("xcomp", "advcl", "conj", "pcomp", "acl", "relcl", "ccomp", "dep")
_MAX_STEPS = 6


_MAIN = frozenset(("ROOT", "conj", "ccomp", "parataxis", "relcl", "advcl", "acl", "dep"))
_MANY = frozenset(("they", "we", "you", "i", "both", "many", "some"))
#: What stands before a noun and never before a verb.
_NOMINAL = frozenset(("det", "poss", "amod", "nummod", "compound", "case"))


def verbal(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is a verb, also where the tagger sees a noun: *Lawyers in Manama claim that …*.

    A noun has no subject; one with a subject in front that agrees with it as a verb would is a verb.
    """
    if token.pos in ("VERB", "AUX"):
        return True
    if token.pos not in ("NOUN", "PROPN") or token.dep not in _MAIN or sentence.dependents(token.i, *_NOMINAL):
        return False
    who = next((t for t in sentence.dependents(token.i, "nsubj") if t.i < token.i), None)
    if who is None:
        return False
    many = who.tag in ("NNS", "NNPS") or who.text.lower() in _MANY or sentence.dependents(who.i, "conj") != []
    return (token.tag in ("NN", "NNP") and many) or (token.tag in ("NNS", "NNPS") and not many)


def is_passive(sentence: Sentence, i: int) -> bool:
    """Say whether a verb stands in the passive (*was told*, *accused of*)."""
    deps = {t.dep for t in sentence.dependents(i)}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    token = sentence.tokens[i]
    if token.dep == "acl" and _stranded(sentence, token):
        return False
    return token.tag == "VBN" and token.dep in ("acl", "advcl", "amod") and "aux" not in deps


def _named(sentence: Sentence, noun: Token) -> Token:
    """Return the noun that an apposition stands beside."""
    return sentence.tokens[noun.head] if noun.dep == "appos" else noun


def _stranded(sentence: Sentence, token: Token) -> bool:
    """Say whether a seeming participle is the verb of a noun that has none: *Ha, a deputy, called on us to wait*."""
    noun = _named(sentence, sentence.tokens[token.head])
    apart = token.i > 0 and sentence.tokens[token.i - 1].text == "," and noun.i < token.i
    return apart and (noun.dep == "dep" or noun.head == noun.i) and not sentence.dependents(token.i, "agent")


def agent(sentence: Sentence, i: int) -> Token | None:
    """Return the head of the *by* phrase of a passive."""
    for by in sentence.dependents(i, "agent"):
        for token in sentence.dependents(by.i, "pobj"):
            return token
    return None


def own_subject(sentence: Sentence, i: int) -> Token | None:
    """Return the subject that depends on the verb itself."""
    found = sentence.dependents(i, *_SUBJECTS)
    if not found:
        return None
    before = [t for t in found if t.i < i]  # of two, the first is a dateline: LIMA — A general said
    return _past_dateline(sentence, before[-1] if before else found[0])


def _apart(sentence: Sentence, i: int) -> bool:
    """Say whether a comma and *and* stand before a verb: *The mayor fled, officials said, and asked for asylum*."""
    return i > 1 and sentence.tokens[i - 1].dep == "cc" and sentence.tokens[i - 2].text == ","


def inverted(sentence: Sentence, token: Token) -> Token | None:
    """Return the speaker behind the verb of an aside, taken for its object: *Why, asked an envoy, did they leave?*."""
    before = token.i > 0 and sentence.tokens[token.i - 1].pos == "PUNCT"
    if not before or token.tag not in ("VBD", "VBZ") or token.dep not in ("parataxis", "ccomp", "advcl", "dep"):
        return None
    found = sentence.dependents(token.i, "dobj")
    return found[0] if len(found) == 1 and min(sentence.subtree(found[0].i)) == token.i + 1 else None


_DASHES = frozenset(("—", "–", "--"))


def _past_dateline(sentence: Sentence, token: Token) -> Token:
    """Return who speaks when the parser takes the dateline for the subject: *LIMA — A general said*."""
    if token.i > _LONGEST_DATELINE or token.pos != "PROPN":
        return token
    first = sentence.tokens[0]
    dash = next((t for t in sentence.tokens[token.i + 1 : token.i + _LONGEST_DATELINE] if t.text in _DASHES), None)
    if dash is None or not (first.text.isupper() or sentence.tokens[dash.i - 1].text == ")"):
        return token
    beside = [t for t in sentence.dependents(token.i, "appos", "conj", "nmod") if t.i > dash.i]
    return beside[0] if beside else token


_LONGEST_DATELINE = 10


def _joined_subject(sentence: Sentence, i: int) -> Token | None:
    """Return the noun between *and* and a verb joined to another: *…, and the envoy, Ada Lind, has warned that*.

    A parser that loses it gives the verb the subject of the first one.
    """
    k, found = i - 1, None
    while k > 0 and sentence.tokens[k].dep != "cc":
        token = sentence.tokens[k]
        if token.pos in ("VERB", "ADP", "SCONJ") or (token.pos == "AUX" and token.head != i) or token.text == ";":
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and token.dep not in ("npadvmod", "poss", "advmod"):
            ends = sentence.tokens[k + 1].pos not in ("NOUN", "PROPN", "PART") and sentence.tokens[k + 1].text != "-"
            found = token if ends else found
        k -= 1
    opens = sentence.tokens[k + 1].pos in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") and k + 1 < i
    return found if opens and sentence.tokens[k].dep == "cc" else None


def _beside(sentence: Sentence, token: Token, head: Token) -> Token | None:
    """Return a subject that the parser has lost: after *and*, or the noun that the verb seems to modify."""
    if token.dep == "conj":
        return _joined_subject(sentence, token.i)
    return _named(sentence, head) if token.dep == "acl" and _stranded(sentence, token) else None


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
        if token.dep == "conj" and head.dep == "parataxis" and _apart(sentence, i):
            i = head.head
            continue
        if (beside := _beside(sentence, token, head)) is not None:
            return beside
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
