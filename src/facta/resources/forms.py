"""Which written forms a base form can take, generously: used to skip sentences that cannot hold a word of the lexicon.

>>> sorted(forms("rob")) == sorted({"rob", "robs", "robes", "robed", "robd", "robing", "robbed", "robbing"})
True
"""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiou")


def forms(lemma: str) -> set[str]:
    """Return the regular forms of a verb or noun; too many rather than too few."""
    out = {lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "d", lemma + "ing"}
    if lemma.endswith("e"):
        out.add(lemma[:-1] + "ing")
    if lemma.endswith("y"):
        out |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if len(lemma) > 2 and lemma[-1] not in _VOWELS and lemma[-2] in _VOWELS:
        out |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return out


@lru_cache(maxsize=4096)
def stems(word: str) -> tuple[str, ...]:
    """Return the base forms of which a written word is a regular form by the rules of spelling, where a parser fails.

    >>> stems("cordoned"), stems("sited"), stems("banned")
    (('cordon', 'cordone'), ('site',), ('ban', 'bann', 'banne'))
    """
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem == word or not _VOWELS.intersection(stem):
            continue
        doubled = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
        return (*doubled, *(() if _doubles(stem) else (stem,)), stem + "e")
    return (word[:-1],) if word.endswith("s") else ()


def _doubles(stem: str) -> bool:
    """Say whether a base form doubles its last letter before an ending: one short vowel before one consonant."""
    short = stem[-1] not in _VOWELS | set("wxy") and stem[-2:-1] in _VOWELS and stem[-3:-2] not in _VOWELS
    return short and sum(letter in _VOWELS for letter in stem) == 1
