"""Lines that say who made an article or its pictures, and labels of other articles: a line in, a verdict out.

>>> is_credit("Reporting by Ada Lind and Jon Berg; editing by Mia Holm"), is_credit("Reporting by Lind led to arrests")
(True, False)
>>> is_credit("Ada Lind, Norland Radio diplomatic correspondent"), is_credit("Jon Berg/AFP via Getty Images")
(True, True)
"""

from __future__ import annotations

import re
from functools import cache

from facta.article.words import kinds

_MAX_CHARS = 300
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_CAP = r"[^\W\d_a-z][\w'’.-]*"
_NAMED = re.compile(rf"(?:By\s+)?{_CAP}(?:\s+(?:{_CAP}|de|van|von|der|al|bin|el)){{1,4}}\s*,\s+")
_CAPTION = re.compile(
    r"(?:[\[(]\s*|(?<=[.!?”\"]) ?|^)(?:(?:photo|image|picture)\s+)?(?:credits?|courtesy|source)\s?:\s*"
    r"[^\n.]{2,60}[\])]?\.?$"
    r"|[\[(](?:file )?(?:photo|image|picture|AP Photo|AFP|Reuters|EPA|Getty)\b[^()\[\]\n]{0,70}[\])]\.?$",
    re.IGNORECASE,
)
_TEASER_END = re.compile(r"[.!…][\"”»’)]*$")
_STOP = re.compile(r"[.!?…:;][\"”»’)]*$")
_MAX_ROLE_WORDS, _MAX_BY_WORDS = 9, 12
_AROUND = frozenset({"in", "at", "for", "of", "the", "and", "&"})
_LINKS = _AROUND | {"via", "through", "courtesy", "de", "von", "van", "al"}


def is_credit(line: str) -> bool:
    """Say whether a line is a credit: of reporters and editors, of a picture, or a name with a reporter's role."""
    line = line.strip().strip("()[]*_ ")
    if len(line) > _MAX_CHARS or not line or "\n" in line:
        return False
    return _made_by(line) or _agency(line) or _byline(line)


def is_caption(line: str) -> bool:
    """Say whether a line ends with the credit of a picture: it is the caption.

    >>> is_caption("The quay of Sudport in May. (Photo: Ada Lind)"), is_caption("He took the photo.")
    (True, False)
    """
    return len(line) <= 2 * _MAX_CHARS and "\n" not in line and _CAPTION.search(line[-90:]) is not None


def is_teaser(line: str) -> bool:
    """Say whether a line is the label of other articles, alone or before a headline.

    >>> is_teaser("SEE MORE: Ships leave port"), is_teaser("[Related: Ships leave]"), is_teaser("Read: he can.")
    (True, True, False)
    """
    line = line.strip()
    boxed = line[:1] in "[(" and line[-1:] in "])"
    line = line.strip("[]()*_ ")
    low = line[:40].lower().replace("’", "'")
    if len(line) > _MAX_CHARS or low[:2] not in _openings():
        return False
    label = next((x for x in kinds("furniture")["label"] if low.startswith(x + ":")), None)
    if label is None or (_TEASER_END.search(line) and not boxed):
        return False
    return boxed or " " in label or line[: len(label)].isupper() or label in {"related", "recommended", "trending"}


@cache
def _openings() -> frozenset[str]:
    return frozenset(x[:2] for x in kinds("furniture")["label"])


def _made_by(line: str) -> bool:
    """Say whether all words but names are those of a credit, one of which says what was done."""
    words = _WORD.findall(line)
    strong, weak = kinds("furniture")["credit"], kinds("furniture")["credit-small"]
    opens = words[0].lower() if words else ""
    first = opens in strong | weak
    small = [w.lower().strip(".'’") for i, w in enumerate(words) if w[0].islower() or (first and not i)]
    names = len(words) - len(small)
    done = strong & set(small) or (opens == "by" and len(words) <= _MAX_BY_WORDS)
    return bool(done) and names > 0 and strong | weak >= set(small)


def _agency(line: str) -> bool:
    """Say whether a line is a picture's credit: a name and an agency, parted by a stroke, *via* or *for*."""
    tail = line.rstrip(". ").lower()
    if len(line) > _MAX_CHARS // 2 or not tail.endswith(tuple(kinds("furniture")["agency"])):
        return False
    small = [w for w in _WORD.findall(line) if w[0].islower()]
    if any(w not in _LINKS for w in small):
        return False
    return "/" in line or "via" in small or tail in kinds("furniture")["agency"]


def _byline(line: str) -> bool:
    """Say whether a line is a name, a comma and the role of one who writes the news."""
    match = _NAMED.match(line)
    if match is None or _STOP.search(line):
        return False
    words = line[match.end() :].replace(",", " ").split()
    roles, verbs = kinds("furniture")["byline"], kinds("people")["cut"]
    at = next((i for i, w in enumerate(words) if w.lower() in roles), None)
    if at is None or len(words) > _MAX_ROLE_WORDS or any(w.lower() in verbs for w in words):
        return False
    return all(w[0].isupper() or w in _AROUND for w in words[at + 1 :])
