"""Datelines: *LIMA, Peru (AP) —* and *Kyiv, 20 November (UNIAN) –* say whence a report comes and open no sentence.

>>> [dateline(text) for text in ("LIMA, Peru (AP) — It sailed.", "Quito, Ecuador – It did.", "Peru — so they say.")]
[18, 17, 0]
"""

from __future__ import annotations

import re

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŻŽĆČĐĞİ"
_CAPITALS = rf"[{_UPPER}]{{2,}}[{_UPPER}.'’-]*(?: [{_UPPER}][{_UPPER}.'’-]+){{0,2}}"
_NAME = rf"[{_UPPER}][\w'’-]+(?: [{_UPPER}][\w'’-]+){{0,2}}"
_MORE = rf"(?:, {_NAME}\.?)?"
_DAY = rf"(?:,? (?:[{_UPPER}][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}}\.? [{_UPPER}][a-z]{{2,8}})(?:,? \d{{4}})?)"
_AGENCY = r"(?:,? ?[(/][^()/\n]{2,40}[)/])"
_DASH = r" ?(?:[—–―]|--|-(?= ))\s*(?=\S)"

#: A place in capitals, or one in small letters that a country, a day or an agency follows ("Peru — they say" is none).
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_MORE}{_DAY}?{_AGENCY}?|{_NAME}{_MORE}{_DAY}{_AGENCY}?|{_NAME}{_MORE}{_AGENCY}|{_NAME}, {_NAME})"
    + _DASH
)


def dateline(paragraph: str) -> int:
    """Return how many characters of a paragraph are its dateline, 0 when it has none."""
    match = _DATELINE.match(paragraph)
    return match.end() if match else 0
