"""The role that a text writes beside a name: before it, after a comma, or in a clause with *who*.

>>> role_before("The Norlandish analyst, an expert of the fund House of Foreign Affairs Ada Lind said", 71)
'Norlandish analyst, an expert of the fund House of Foreign Affairs'
>>> role_after("Ada Lind, who heads the Norland Nurses' Union, said", 8)
"head of the Norland Nurses' Union"
>>> role_after("Ada Lind, 48, the deputy head of the port authority, said", 8)
'deputy head of the port authority'
"""

from __future__ import annotations

import re
from functools import cache

from facta.article.words import kinds, rows

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|[,;:()\"“”«»–—.!?\n]")
_BEFORE, _AFTER = 180, 200
_MAX_ROLE = 160
_LONGEST_ABBREVIATION = 5  # a longer word with a full stop ends its sentence
_SMALL = frozenset(["of", "the", "for", "at", "in", "from", "a", "an", "and", "on", "to", "with", "by", "'s’s"]) | {"&"}
_DETERMINERS = frozenset({"the", "a", "an"})
_APART = frozenset({"in", "on", "at", "to", "for", "with", "from", "by", "his", "her", "their", "its"})
_LINKS = frozenset({"to", "of", "for", "with", "by", "from"})
_END = re.compile(r"[,;:()\n]|(?<![\s.][A-Z])(?<!^[A-Z])\.(?=\s|$)|(?:\s|^)[–—-]+\s")
_AGE = re.compile(r"\d{1,3}(?:[- ]years?[- ]old)?,\s+")
_IS = re.compile(
    r"(?:, \d{2},)? (?:(?P<be>is|was) (?:(?:now|currently|also) )?"
    r"|has (?=led|headed|chaired)|(?=heads |leads |chairs ))"
)
_OF = re.compile(r" (?:of|from|at|with) (?:the )?(?=[^\W\d_a-z])")
_RANKS = frozenset({"vice", "deputy", "ex", "co", "sub", "under", "then", "pro"})
_BODY_WORDS = 10  # words of a body at most
_HEAD_WITHIN = 10  # words after a name among which the head of its role stands


def role_before(text: str, at: int, *, closed: bool = False) -> str:
    """Return the role written right before a name, as written; ``closed`` when a comma follows the name too.

    >>> role_before("He is the son of former Norlandish president Ole Berg", 45)
    'former Norlandish president'
    """
    low = max(0, at - _BEFORE)
    words = [(m.group(), m.start()) for m in _WORD.finditer(text, low, at)]
    if low and words:
        words = words[1:]  # may be cut in two
    start: int | None = None
    open_ = False  # a head noun has been met since the last comma
    for i in range(len(words) - 1, -1, -1):
        word, place = words[i]
        kind = _kind(word)
        apposed = (
            i == len(words) - 1 and i > 0 and (_kind(words[i - 1][0]) == "head" or (closed and _head_further(words, i)))
        )
        if kind == "stop" or (kind == "comma" and not (apposed or (start is not None and _joins(words, i)))):
            break
        if kind == "cap" and word.lower().strip(".") in kinds("people")["opener"]:
            break
        if kind == "head" or (kind == "title" and i == len(words) - 1):
            start, open_ = place, True
        elif open_ and kind in {"cap", "modifier", "org"}:
            start = place
        elif open_ and kind == "small" and word.lower() not in _DETERMINERS and not _head_further(words, i):
            break
    if start is None:
        return ""
    return _own_role(" ".join(text[start:at].strip(" ,").split()))[-_MAX_ROLE:]


def _own_role(role: str) -> str:
    """Return the last of two roles of which the first is another's: *aide to Vice President* Jon Berg.

    >>> _own_role("deputy head of the port board"), _own_role("son of former president")
    ('deputy head of the port board', 'former president')
    """
    words = role.split()
    while len(words) > 1 and words[-1].lower().strip(".") in kinds("people")["address"]:
        words = words[: -2 if words[-2].lower() in _DETERMINERS else -1]  # "the Minister, the Honourable Jon Berg"
        role = " ".join(words).rstrip(",")
        words = role.split()
    if not words or words[-1].endswith(("'s", "’s")) or words[-1] in kinds("people")["named-org"]:
        return ""  # "Lind's Norland Ferries", "editor of the weekly Norland Post": the name is a body's
    joint = max((i for i, w in enumerate(words[:-1]) if w.lower() == "and"), default=0)
    if joint and _kind(words[joint - 1]) == "head" and not any(_kind(w) in {"head", "title"} for w in words[joint:]):
        return ""  # "King and Australian …": two people
    if "," in role or _kind(words[-1]) != "head":
        return role
    k = max((i for i, w in enumerate(words[:-1]) if w.lower() in _LINKS), default=-1)
    rest = words[k + 1 :]
    if k < 0 or any(w.lower() == "and" for w in rest):
        return role
    while rest and rest[0].lower() in _DETERMINERS:
        rest = rest[1:]
    return " ".join(rest)


def dangling(role: str) -> bool:
    """Say whether a role ends in a word that wants another after it: the name is what it is a role of.

    >>> dangling("spokesman for the"), dangling("spokesman for Norland")
    (True, False)
    """
    return role.rsplit(None, 1)[-1:] != [] and role.rsplit(None, 1)[-1].lower() in _SMALL


def _kind(word: str) -> str:
    """Return what a word can be in a phrase that names a role."""
    low, listed = word.lower(), kinds("people")
    if not word[0].isalnum() or (word.endswith(".") and len(word) > _LONGEST_ABBREVIATION):
        return "comma" if word == "," else "stop"
    if low in listed["head"] or (low.partition("-")[0] in _RANKS and low.partition("-")[2] in listed["head"]):
        return "head"
    if low in kinds("calendar")["weekday"]:
        return "stop"
    if low in _SMALL:
        return "small"
    if low in listed["modifier"]:
        return "modifier"
    if low in listed["org"]:
        return "org"
    if low.strip(".") in listed["title"]:
        return "title"
    return "cap" if word[0].isupper() or ("-" in word[1:-1] and low.split("-")[0] in listed["modifier"]) else "stop"


def leads_on(word: str) -> bool:
    """Say whether a word can end a role before a name."""
    return _kind(word) in {"head", "cap", "org", "modifier", "small"}


def _joins(words: list[tuple[str, int]], i: int) -> bool:
    """Say whether a comma joins two roles: *a jurist, the head of …*."""
    return (
        _head_further(words, i)
        and i + 1 < len(words)
        and (words[i + 1][0].lower() in {"the", "a", "an", "and"} or _kind(words[i + 1][0]) in {"head", "modifier"})
    )


def _head_further(words: list[tuple[str, int]], i: int) -> bool:
    """Say whether the words before a place lead to one more head noun without a stop."""
    if words[i][0].lower() == "and" and i and _kind(words[i - 1][0]) in {"cap", "stop", "comma"}:
        return False
    for word, _ in reversed(words[:i]):
        kind = _kind(word)
        if kind == "head":
            return True
        if kind in {"stop", "comma"} or (kind == "small" and word.lower() in {"and", "in", "on", "to", "with", "at"}):
            return False
    return False


def role_after(text: str, end: int) -> str:
    """Return the role written after a name, between commas, in brackets or after *who*.

    >>> role_after("Ada Lind, the economist Jon Berg and Mia Holm met", 8)
    ''
    """
    opened = next((x for x in (", ", " (", " – ", " — ") if text.startswith(x, end)), None)
    if opened is None:
        return ""
    at = end + len(opened)
    age = _AGE.match(text, at)
    at = age.end() if age else at
    piece = _END.split(text[at : at + _AFTER], maxsplit=1)[0].strip()
    words = piece.split()
    if not words:
        return ""
    if words[0] == "who":
        return _office(words[1:])
    words = words[1:] if words[0].lower() in _DETERMINERS else words
    return _apposed(words)


def role_is(text: str, end: int) -> str:
    """Return the role that a sentence gives a name: *Lind is the head of the port board*.

    >>> role_is("Lind is a former mediator who left in May.", 4), role_is("Lind is in Norburg.", 4)
    ('former mediator', '')
    """
    match = _IS.match(text, end)
    if match is None:
        return ""
    words = _END.split(text[match.end() : match.end() + _AFTER], maxsplit=1)[0].split()
    if match.group("be") is None:
        return _office(words)
    role = _apposed(words[1:] if words[:1] and words[0].lower() in _DETERMINERS else words)
    return f"former {role}" if role and match.group("be") == "was" and "until" in words else role


def body_after(text: str, end: int) -> str:
    """Return the body that somebody who says something is of: *said Ada Lind of the Norland Institute*.

    >>> body_after("said Ada Lind of the Norland Institute in Norburg.", 13)
    'Norland Institute in Norburg'
    >>> body_after("Ada Lind of the Norland Institute said so.", 8)
    'Norland Institute'
    >>> body_after("Lake Lind of the Norland Union froze.", 9)
    ''
    """
    match = _OF.match(text, end)
    if match is None:
        return ""
    listed = kinds("people")
    words = _END.split(text[match.end() : match.end() + _AFTER], maxsplit=1)[0].split()
    stop = next((i for i, w in enumerate(words) if w.lower() in listed["said"] | listed["finite"]), len(words))
    names = [i for i, w in enumerate(words[:stop]) if w[0].isupper() or _kind(w) == "org"]
    if stop > _BODY_WORDS or not any(_kind(words[i]) == "org" or words[i].lower() in listed["modifier"] for i in names):
        return ""
    before = text[max(0, end - 80) : end].split()[-5:]
    said = stop < len(words) or any(w.lower().strip(",") in listed["said"] for w in before if w.islower())
    return " ".join(words[: names[-1] + 1]) if said else ""


def _office(words: list[str]) -> str:
    """Return the role behind a clause with *who*: *heads the union* is *head of the union*."""
    while words and words[0].lower() in kinds("people")["adverb"]:
        words = words[1:]
    offices = _offices()
    noun = offices.get(words[0].lower()) if words else None
    if noun is None or len(words) < 2:
        return ""
    rest = words[1:]
    if noun == "as":  # "who serves as"
        if rest[0] != "as" or len(rest) < 2:
            return ""
        return " ".join(_clipped(rest[2:] if rest[1].lower() in _DETERMINERS else rest[1:], 0))[:_MAX_ROLE]
    rest = _clipped(rest, 0)
    if noun == "former member of" and not any(_kind(w) == "org" for w in rest):
        return ""  # "who left the capital"
    if rest and rest[0].lower() in _SMALL - _DETERMINERS:
        noun = noun.rsplit(" ", 1)[0]
    return f"{noun} {' '.join(rest)}"[:_MAX_ROLE] if rest else ""


@cache
def _offices() -> dict[str, str]:
    """Return the role that each verb after *who* stands for."""
    return {row["word"]: row["role"] for row in rows("people") if row["kind"] == "verb" and row["role"]}


def _apposed(words: list[str]) -> str:
    """Return the role that the words of an apposition name, if they do: no list of people, no clause."""
    listed = kinds("people")
    for i, word in enumerate(words[:_HEAD_WITHIN]):
        low = word.lower().strip(".")
        follows = words[i + 1] if i + 1 < len(words) else ""
        if low in listed["head"] and not (low in listed["modifier"] and follows.islower() and _kind(follows) == "stop"):
            if follows and follows[0].isupper() and _kind(follows) == "cap":
                return ""  # "Ada Lind, economist Jon Berg and …": the role is the next one's
            return " ".join(_clipped(words, i + 1))[:_MAX_ROLE]
        joins = low == "and" and 0 < i < len(words) - 1 and leads_on(words[i - 1]) and leads_on(words[i + 1])
        if (low in listed["cut"] and not joins) or low in listed["finite"]:
            break
        if i and (low in _APART or (low in _DETERMINERS and words[i - 1].lower() not in _SMALL)):
            break
    return ""


def _clipped(words: list[str], after: int) -> list[str]:
    """Return the words of a role up to the first that begins a clause, without a preposition or *and* at the end."""
    listed = kinds("people")
    clause = listed["finite"] | listed["clause"]
    end = next((i for i in range(after, len(words)) if words[i].lower() in clause or _ends(words, i)), len(words))
    while end > after and words[end - 1].lower() in _SMALL | {"also"}:
        end -= 1
    return words[:end]


def _ends(words: list[str], i: int) -> bool:
    """Say whether a second verb or a year begins: *owner of a firm and headed out*, *in 2011*."""
    verb = i and words[i].islower() and words[i].endswith("ed") and words[i - 1].lower() == "and"
    return bool(verb) or (words[i].lower() in _APART and words[i + 1 : i + 2] != [] and words[i + 1][:4].isdigit())
