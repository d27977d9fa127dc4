r"""The entries of a live blog: each begins with its day and hour, and *today* in it is that day.

>>> [m["head"] for m in heads("Monday, 4 May, 08:15 — Dockers walked out.\n\n09:40 — They returned.")]
['Monday, 4 May, 08:15', '09:40']
"""

from __future__ import annotations

import re

ENTRY = re.compile(
    r"(?m)^[ \t*_#]{0,4}(?=[^\n–—|]{0,50}?\b\d{1,2}[:.]\d{2})(?P<head>[^\n–—|]{4,60}?)[ \t*_]{0,4}(?:[–—|]|-[ \t])"
)
FEWEST = 2
"""Lines with an hour that make a text a live blog."""


def heads(text: str) -> list[re.Match[str]]:
    """Return the heads of the entries of a live blog, none in any other text."""
    found = list(ENTRY.finditer(text))
    return found if len(found) >= FEWEST else []
