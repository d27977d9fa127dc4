"""Near-duplicates: what counts as one text."""

import random

from facta.incidents import copies

WORDS = [f"word{n}" for n in range(400)]


def text(seed, n=120):
    return " ".join(random.Random(seed).choices(WORDS, k=n))  # noqa: S311


def test_a_text_with_small_changes_is_a_copy():
    """Another headline, a cut tail and a changed word do not make another text."""
    story = text(1)
    words = story.split()
    variants = [story, "A headline. " + story, " ".join(words[:95]), story.replace(words[50], "other", 1)]
    assert copies.groups([copies.sign(t) for t in variants]) == [0, 0, 0, 0]


def test_different_texts_are_different():
    """Texts about the same in other words are told apart; so are unsigned ones."""
    signs = [copies.sign(text(seed)) for seed in range(50)]
    assert copies.groups([*signs, b"", b""]) == list(range(52))


def test_groups_do_not_depend_on_order():
    """The groups of a set of texts are the same in any order."""
    named = {f"{seed}{k}": copies.sign(text(seed) + " more" * k) for seed in range(8) for k in range(4)}

    def groups(names):
        found = copies.groups([named[n] for n in names])
        return {frozenset(n for n, g in zip(names, found, strict=True) if g == k) for k in found}

    names = list(named)
    assert groups(names) == groups(names[::-1])
    assert len(groups(names)) == 8


def test_a_signature_is_the_same_everywhere():
    """What is stored today can be compared tomorrow: a change of the library's algorithm is noticed here."""
    assert copies.sign("Police in Gori held three reporters on Tuesday.")[:8].hex() == "24afb014c2d0b1c2"
