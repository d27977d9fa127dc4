"""What the parser often hangs on the wrong verb, hung where it belongs.

In "Police fired in the air to disperse the crowd, arresting twelve" the arrests are no part of the purpose: a
participle after a comma that the parser puts under an infinitive of purpose goes with the main verb. In "Norway urged
Chad to free the crew, accusing it of piracy" the one who accuses is the one who urges: so do all participles of speech.
"""

from __future__ import annotations

from dataclasses import replace

from facta.records import Sentence, Token

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


def mended(sentence: Sentence, speech: frozenset[str] = frozenset()) -> Sentence:
    """Return the sentence with such participles under the main verb; ``speech`` lists the lemmas of verbs of saying."""
    moved = {t.i: above for t in sentence.tokens if t.dep == "advcl" and t.tag == "VBG"
             if (above := _main_verb(sentence, t, speech)) is not None}
    if not moved:
        return sentence
    tokens = tuple(t._replace(head=moved[t.i]) if t.i in moved else t for t in sentence.tokens)
    children: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            children[t.head].append(t.i)
    return replace(sentence, tokens=tokens, children=tuple(map(tuple, children)))


def _main_verb(sentence: Sentence, token: Token, speech: frozenset[str]) -> int | None:
    """Return the verb above the infinitive that a participle after a comma hangs on, when it belongs there."""
    infinitive = sentence.tokens[token.head]
    if token.i == 0 or sentence.tokens[token.i - 1].text != "," or sentence.dependents(token.i, "nsubj", "mark"):
        return None
    purpose = infinitive.dep == "advcl"
    if infinitive.dep not in _CLAUSES or not (purpose or token.lemma in speech) or infinitive.tag != "VB":
        return None
    above = sentence.tokens[infinitive.head]
    to = any(t.text.lower() == "to" for t in sentence.dependents(infinitive.i, "aux"))
    return above.i if to and above.pos in ("VERB", "AUX") and above.i < token.i else None
