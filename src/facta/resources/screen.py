"""Which sentences can hold a record: told from their written words alone, before anything is parsed.

A sentence passes when it holds a form of a word that reports an act by itself, or of one that does so only beside other
words ("take" beside "hostage"), together with one of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facta.resources.forms import forms

#: Endings that a form may add to its base form, with what they replace.
_ENDINGS = (
    ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y"),
)
#: Shorter words are taken as they stand.
_SHORTEST_BASE = 2


@dataclass(frozen=True, slots=True)
class Screen:
    """``alone`` are forms that pass by themselves; ``beside`` gives other forms the words one of which they need."""

    alone: frozenset[str]
    beside: Mapping[str, tuple[frozenset[str], ...]]
    irregular: Mapping[str, tuple[str, ...]]

    def passes(self, words: Sequence[str]) -> bool:
        """Say whether a sentence of these lower-case words can hold a record."""
        if not self.alone.isdisjoint(words):
            return True
        bases: set[str] | None = None
        for word in words:
            needed = self.beside.get(word)
            if needed:
                bases = self._bases(words) if bases is None else bases
                if any(not group.isdisjoint(bases) for group in needed):
                    return True
        return False

    def _bases(self, words: Sequence[str]) -> set[str]:
        """Return every base form that the words may have, too many rather than too few."""
        out = set(words)
        for word in words:
            out.update(self.irregular.get(word, ()))
            out |= bases(word)
        return out


def bases(word: str) -> set[str]:
    """Return the regular base forms that a word may have.

    >>> {"stop", "raid", "carry"} <= bases("stopped") | bases("raids") | bases("carried")
    True
    """
    out = set()
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE:
            stem = word.removesuffix(ending)
            out.add(stem + instead)
            if len(stem) > _SHORTEST_BASE and stem[-1] == stem[-2]:
                out.add(stem[:-1])
    return out


def screen(
    needs: Mapping[str, Iterable[frozenset[str] | None]], irregular: Mapping[str, Iterable[str]]
) -> Screen:
    """Return the screen for lemmas, each with the words that each of its patterns needs (None: none).

    ``irregular`` maps a lemma to its irregular forms.
    """
    alone: set[str] = set()
    beside: dict[str, tuple[frozenset[str], ...]] = {}
    for lemma, groups in needs.items():
        wanted = dict.fromkeys(groups)
        written = forms(lemma).union(irregular.get(lemma, ()))
        if None in wanted:
            alone |= written
        else:
            kept = tuple(group for group in wanted if group is not None)
            for form in written:
                beside[form] = beside.get(form, ()) + kept
    back: dict[str, tuple[str, ...]] = {}
    for lemma, written_forms in irregular.items():
        for form in written_forms:
            back[form] = (*back.get(form, ()), lemma)
    return Screen(frozenset(alone), beside, back)
