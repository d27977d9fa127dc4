"""Near-duplicates: one text that several papers print, perhaps with another headline or cut short.

Texts are compared by MinHash signatures of their runs of three words (Broder 1997), which estimate Jaccard similarity;
candidates come from locality-sensitive hashing, so that no pair that is far apart is looked at. Groups are connected
components: they depend on the set of texts, not on its order.

>>> story = "Police in Gori held three reporters on Tuesday after a march against the new press law, a lawyer said."
>>> signs = [sign(t) for t in (story, "GORI - " + story, "The parliament of Chad will meet again after the summer.")]
>>> groups(signs)
[0, 0, 2]
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import cache
from typing import Any

_WORD = re.compile(r"\w+")
_RUN = 3
_PERMUTATIONS, _SEED = 64, 20
_BANDS = 16
"""Sixteen bands of four: a pair at the threshold becomes a candidate with probability .96 (Leskovec et al., ch. 3)."""
_LONGEST = 4_000
"""Characters of a text that are signed: more says nothing new about whether it was copied."""
COPY = 0.55
"""Share of equal signature slots from which two texts are one: a third may be cut off, a paragraph added."""


def sign(text: str) -> bytes:
    """Return the signature of a text: 256 bytes, the same on every machine."""
    words = [word.lower() for word in _WORD.findall(text[:_LONGEST])]
    runs = [" ".join(words[k : k + _RUN]) for k in range(max(1, len(words) - _RUN + 1))]
    made = _rensa().RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    made.update(runs)
    return array("I", made.digest()).tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """Return the estimated Jaccard similarity of two signed texts, 0 to 1; unsigned ones are alike to none."""
    if not one or not other:
        return 0.0
    a, b = memoryview(one).cast("I"), memoryview(other).cast("I")
    return sum(x == y for x, y in zip(a, b, strict=True)) / _PERMUTATIONS


def groups(signs: Sequence[bytes]) -> list[int]:
    """Return for each signature the position of the first one of its group; an unsigned text is alone."""
    parent = list(range(len(signs)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    buckets: dict[tuple[int, bytes], list[int]] = {}
    width = 4 * _PERMUTATIONS // _BANDS
    for k, own in enumerate(signs):
        for band in range(_BANDS) if own else ():
            bucket = buckets.setdefault((band, own[band * width : (band + 1) * width]), [])
            for other in bucket:
                a, b = root(k), root(other)
                if a != b and similarity(own, signs[other]) >= COPY:
                    parent[max(a, b)] = min(a, b)
            bucket.append(k)
    return [root(k) for k in range(len(signs))]


@cache
def _rensa() -> Any:  # noqa: ANN401 - an extension module without types
    import rensa

    return rensa
