"""What the parser often hangs on the wrong word, hung where it belongs.

In "Police fired in the air to disperse the crowd, arresting twelve" the arrests are no part of the purpose: a
participle after a comma that the parser puts under an infinitive of purpose goes with the main verb. In "Norway urged
Chad to free the crew, accusing it of piracy" the one who accuses is the one who urges: so do all participles of speech.
Without a comma a participle goes with the nearest verb: in "has a right to write to Chad asking for help" nobody asks.

In "Lawmakers in Chad and Togo met" a name is joined to the name before it, not to the people there.
"""

from __future__ import annotations

from dataclasses import replace

from facta.records import Sentence, Token

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


def mended(sentence: Sentence, speech: frozenset[str] = frozenset()) -> Sentence:
    """Return the sentence with such participles under the right verb; ``speech`` are the lemmas of verbs of saying."""
    moved = {}
    for token in sentence.tokens:
        loose = token.tag == "VBG" and token.dep in ("advcl", "acl")
        if loose and not sentence.dependents(token.i, "nsubj", "mark"):
            comma = _after_comma(sentence, token)
            above = _main_verb(sentence, token, speech) if comma else _nearest(sentence, token)
            if above is not None:
                moved[token.i] = above
        elif token.dep == "conj":
            name = _name_before(sentence, token)
            if name is not None:
                moved[token.i] = name
    if not moved:
        return sentence
    tokens = tuple(replace(t, head=moved[t.i]) if t.i in moved else t for t in sentence.tokens)
    children: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            children[t.head].append(t.i)
    return replace(sentence, tokens=tokens, children=tuple(map(tuple, children)))


def _name_before(sentence: Sentence, token: Token) -> int | None:
    """Return the name right before a bare name that the parser joins to the people whom a phrase with it describes."""
    people = sentence.tokens[token.head]
    if token.pos != "PROPN" or people.tag != "NNS" or sentence.dependents(token.i, "det", "amod", "poss"):
        return None
    first = min((token.i, *sentence.children[token.i]))
    for prep in sentence.dependents(people.i, "prep"):
        for name in sentence.dependents(prep.i, "pobj"):
            between = sentence.tokens[name.i + 1 : first]
            if people.i < name.i < first and name.pos == "PROPN" and between and all(
                t.dep in ("cc", "punct") and t.text != ";" for t in between
            ):
                return name.i
    return None


def _after_comma(sentence: Sentence, token: Token) -> bool:
    return token.i > 0 and sentence.tokens[token.i - 1].text == ","


def _nearest(sentence: Sentence, token: Token) -> int | None:
    """Return the last infinitive between a participle and the verb it hangs on, when no comma parts them."""
    between = sentence.tokens[token.head + 1 : token.i]
    if any(t.text in ",;:" for t in between) or not between or token.head > token.i:
        return None
    to = [t.i for t in between if t.tag == "VB" and t.dep in _CLAUSES and _has_to(sentence, t)]
    return to[-1] if to and token.head in sentence.ancestors(to[-1]) else None


def _has_to(sentence: Sentence, token: Token) -> bool:
    return any(t.text.lower() == "to" for t in sentence.dependents(token.i, "aux"))


def _main_verb(sentence: Sentence, token: Token, speech: frozenset[str]) -> int | None:
    """Return the verb above the infinitive that a participle after a comma hangs on, when it belongs there."""
    infinitive = sentence.tokens[token.head]
    if token.dep != "advcl":
        return None
    purpose = infinitive.dep == "advcl"
    if infinitive.dep not in _CLAUSES or not (purpose or token.lemma in speech) or infinitive.tag != "VB":
        return None
    above = sentence.tokens[infinitive.head]
    return above.i if _has_to(sentence, infinitive) and above.pos in ("VERB", "AUX") and above.i < token.i else None
