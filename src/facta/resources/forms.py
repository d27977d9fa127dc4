"""Which written forms a base form can take, generously: used to skip sentences that cannot hold a word of the lexicon.

>>> sorted(forms("rob")) == sorted({"rob", "robs", "robes", "robed", "robd", "robing", "robbed", "robbing"})
True
"""

from __future__ import annotations

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
