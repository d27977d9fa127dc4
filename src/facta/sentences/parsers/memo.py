"""Part of speech and lemma of a word, worked out once per form, tag and relation instead of once per token.

spaCy's attribute ruler and rule lemmatiser take a third of the pipeline's time. What they say of a word follows from
its form, its tag, its relation, and, for a few contractions and *there is*, from its neighbours. So a sentence is only
sent through them when it holds a word in a guise not met before, or one of the words that look at their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: Entries kept; a text of random words must not fill the memory.
MAX_ENTRIES = 200_000

Key = tuple[int, int, int, bool]
#: Form, lemma, universal part of speech, tag and relation of a word.
Word = tuple[str, str, str, str, str]


class WordMemo:
    """Answers for whole sentences; ``exact`` is False for a pipeline whose rules it cannot follow: they always run."""

    def __init__(self, nlp: Language) -> None:
        ruler: Any = nlp.get_pipe("attribute_ruler")
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._verbs: frozenset[str] = frozenset(lemmatizer.lookups.get_table("lemma_index").get("verb", ()))
        for name in ("attribute_ruler", "lemmatizer"):
            nlp.disable_pipe(name)
        words, self.exact = _neighbourly(ruler.patterns)
        strings = nlp.vocab.strings
        spelt = (form for word in words for form in (word, word.capitalize(), word.upper()))
        self._neighbours = frozenset(map(strings.add, spelt))
        self._expletive = strings.add("expl")
        self._known: dict[Key, Word] = {}

    def words(self, doc: Doc, rows: list[list[int]]) -> list[Word]:
        """Return what is known of each token; a row a token begins with the codes of form, tag and relation."""
        keys = self._keys(rows)
        known = self._known
        alone = self.exact and self._neighbours.isdisjoint([key[0] for key in keys])
        if alone:
            met = [known.get(key) for key in keys]
            if None not in met:
                return cast(list[Word], met)
        name = doc.vocab.strings
        found = [
            (name[orth], self._lemma(token), intern(token.pos_), intern(name[tag]), intern(name[dep]))
            for (orth, tag, dep, _), token in zip(keys, self._ruler(doc), strict=True)
        ]
        if len(known) > MAX_ENTRIES:
            known.clear()
        if alone:
            known.update(zip(keys, found, strict=True))
        return found

    def _keys(self, rows: list[list[int]]) -> list[Key]:
        after = False
        keys = []
        for orth, tag, dep, *_ in rows:
            keys.append((orth, tag, dep, after))
            after = dep == self._expletive
        return keys

    def _lemma(self, token: Token) -> str:
        lemma: str = (token.lemma_ or self._lemmatizer.lemmatize(token)[0]).lower()
        return mended(token.lower_, lemma, self._verbs) if token.pos_ == "VERB" else lemma


def mended(form: str, lemma: str, verbs: frozenset[str]) -> str:
    """Return the base form that a verb form can come from, where the lemmatiser picked a shorter verb that it cannot.

    >>> mended("staged", "stag", frozenset({"stag", "stage"})), mended("hopes", "hop", frozenset({"hop", "hope"}))
    ('stage', 'hope')
    >>> mended("stopped", "stop", frozenset({"stop"})), mended("pushes", "push", frozenset({"push", "pushe"}))
    ('stop', 'push')
    """
    if lemma + "e" not in verbs or len(lemma) < _SHORTEST:
        return lemma
    # A short vowel doubles the consonant ("stopped"), so an undoubled one belongs to a verb in -e.
    undoubled = form in (lemma + "ed", lemma + "ing") and lemma[-1] not in _NEVER_DOUBLED and lemma[-2] in _VOWELS
    plain = form == lemma + "es" and not lemma.endswith(_WITH_ES)
    return lemma + "e" if (undoubled and lemma[-3] not in _VOWELS) or plain else lemma


_SHORTEST = 3
_VOWELS = frozenset("aeiou")
_NEVER_DOUBLED = frozenset("wxyaeiou")
_WITH_ES = ("s", "x", "z", "ch", "sh", "o")


def _neighbourly(patterns: Iterable[dict[str, Any]]) -> tuple[frozenset[str], bool]:
    """Return the words of rules that look at several tokens, and whether all such rules are understood."""
    words: set[str] = set()
    for rule in patterns:
        for pattern in rule["patterns"]:
            if len(pattern) == 1:
                continue
            if pattern[0] == {"DEP": "expl"}:
                continue
            first = pattern[0].get("LOWER")
            if isinstance(first, str):
                words.add(first)
            elif isinstance(first, dict) and first.get("REGEX") == "^y'?$":
                words |= {"y", "y'"}
            else:
                return frozenset(), False
    return frozenset(words), True
