"""Which ids a store holds already: eight bytes each, so that a hundred million articles fit in memory.

>>> seen = Seen(np.array([0xAB], dtype=np.uint64))
>>> [seen.add(id_) for id_ in ("00000000000000ab", "00000000000000cd", "00000000000000cd")]
[False, True, False]
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_FRESH = 50_000  # ids kept in a set before they are sorted in


class Seen:
    """A set of 16-digit hexadecimal ids that only grows."""

    def __init__(self, ids: npt.NDArray[np.uint64]) -> None:
        self._old = np.sort(ids)
        self._fresh: set[int] = set()

    def __contains__(self, id_: object) -> bool:
        """Say whether an id is there."""
        value = int(str(id_), 16)
        if value in self._fresh:
            return True
        at = int(np.searchsorted(self._old, np.uint64(value)))
        return at < len(self._old) and int(self._old[at]) == value

    def add(self, id_: str) -> bool:
        """Put an id in; False if it was there."""
        if id_ in self:
            return False
        self._fresh.add(int(id_, 16))
        if len(self._fresh) >= _FRESH:
            fresh = np.fromiter(self._fresh, dtype=np.uint64, count=len(self._fresh))
            self._old = np.sort(np.concatenate((self._old, fresh)))
            self._fresh.clear()
        return True
