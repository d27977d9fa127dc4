"""Why: contexts from the words of the sentence, besides those that a sense always has."""

from __future__ import annotations

from facta.records import Sentence
from facta.resources.language import Language

#: More contexts than this on one record say nothing any more.
MAX_CONTEXTS = 4


def contexts(sentence: Sentence, given: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Return the contexts of an act: its sense's own first, then those whose words stand in the sentence."""
    out = dict.fromkeys(given)
    previous = ""
    for token in sentence.tokens:
        pair = f"{previous} {token.lemma}"
        found = language.contexts.get(pair) or language.contexts.get(token.lemma)
        if found:
            out.setdefault(found)
        previous = token.lemma
    return tuple(out)[:MAX_CONTEXTS]
