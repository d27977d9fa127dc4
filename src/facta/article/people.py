"""Who the article names, with the role it gives them: text in, ``Person`` records out.

>>> people("In Canberra, Foreign Minister Penny Wong said that ships would sail.")
(Person(name='Penny Wong', role='Foreign Minister', code=None, sector=None),)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from facta.article.words import kinds
from facta.records import Person

MAX_PEOPLE = 200
"""People listed for one article."""

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚА-ЯЁІЇЄҐ"
_CAP = rf"(?:[{_UP}]\.|[{_UP}][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_LINK = r"(?:al|bin|bint|van|von|de|der|den|da|del|della|di|dos|do|du|el|la|le|ibn|ben|abu|ter|ten)"
NAME = _CAP
"""Pattern of one capitalised word or initial."""

CAP_SEQUENCE = rf"\b{_CAP}(?:[ \t]+(?:{_LINK}[ \t]+){{0,2}}{_CAP}){{0,9}}(?:,? (?:Jr|Sr)\.)?"
"""Pattern of capitalised words in a row."""

_SEQUENCE = re.compile(CAP_SEQUENCE)
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|[,;:()\"“”«»–—.!?\n]")
_BEFORE, _AFTER = 180, 200
_MAX_ROLE = 160
_TEXT_CHARS = 1_000_000  # what no article reaches; more is not searched for names
_LONGEST_ABBREVIATION = 5  # a longer word with a full stop ends its sentence
_SMALL = frozenset(["of", "the", "for", "at", "in", "from", "a", "an", "and", "on", "to", "with", "'s’s"]) | {"&"}
_DETERMINERS = frozenset({"the", "a", "an"})
class Name(NamedTuple):
    """A personal name in the text, with a role written before or after it."""

    name: str
    role: str
    start: int
    end: int


def people(text: str, known: Iterable[str] = (), body: int = 0) -> tuple[Person, ...]:
    """Return the people of a text in order of appearance; ``known`` are names found elsewhere (in labels, a headline).

    ``body`` is where running text begins: capitals before it (a headline) are no names.
    """
    text = text[:_TEXT_CHARS]
    found = list(find(text, body))
    names = list(dict.fromkeys([*known, *(n.name for n in found)]))[:MAX_PEOPLE]
    roles: dict[str, str] = {}
    for n in found:
        name = _full(n.name, names)
        if n.name == name and len(n.role) > len(roles.get(name, "")):
            roles[name] = n.role
    for n in found:  # a surname's role ("President Marcos") only where the full name has none: it may be a relative's
        roles.setdefault(_full(n.name, names), n.role)
    for name in known:
        if not roles.get(name):
            roles[name] = _role_anywhere(text, name)
    whole = [n for n in names if _full(n, names) == n]
    order = sorted(whole, key=lambda n: p if (p := text.find(n)) >= 0 else len(text))
    return tuple(Person(name=n, role=_without_title(roles.get(n, "")), code=None, sector=None) for n in order)


def _without_title(role: str) -> str:
    """Return a role, or nothing where it is a form of address alone (*Mr*, *Dr.*)."""
    return "" if role.lower().strip(".") in kinds("people")["address"] else role


def _full(name: str, names: list[str]) -> str:
    """Return the longest known name that ends in a name: a surname stands for the whole."""
    ends = " " + name
    return max((n for n in names if n == name or n.endswith(ends)), key=len, default=name)


def _role_anywhere(text: str, name: str) -> str:
    """Return the longest role that stands beside a name anywhere."""
    best, at = "", text.find(name)
    for _ in range(20):
        if at < 0:
            break
        role = role_before(text, at) or role_after(text, at + len(name))
        best = role if len(role) > len(best) else best
        at = text.find(name, at + len(name))
    return best


def find(text: str, body: int = 0) -> Iterable[Name]:
    """Yield names that a role stands beside."""
    heads, titles = kinds("people")["head"], kinds("people")["title"]
    for match in _SEQUENCE.finditer(text, body):
        whole = match.group().removesuffix("'s").removesuffix("’s")
        if whole.endswith((" Jr", " Sr")) and text.startswith(".", match.end()):
            whole += "."
        words, end = own_words(whole.split()), match.start() + len(whole)
        k = max((i + 1 for i, w in enumerate(words) if w.lower().strip(".") in heads | titles), default=0)
        name = words[k:]
        if not k and (len(name) == 1 or not (text.startswith((", ", " ("), end) or _led(text, match.start()))):
            continue
        at = end - len(" ".join(name)) if " ".join(name) and text[:end].endswith(" ".join(name)) else -1
        if at < 0 or not name:
            continue
        if not k and len(name) > 2 and re.search(r"\bof (?:the )?$", text[max(0, at - 8) : at]):
            name = name[
                -2:
            ]  # "head of the Sudria Council Anna Berg" cannot be told from here: the last two are the name
            at = end - len(" ".join(name))
        if not personal(name, alone=k > 0):
            continue
        after = role_after(text, end) if len(name) > 1 else ""
        role = after or role_before(text, at, closed=text.startswith((",", "."), end))
        if role:
            yield Name(" ".join(name), role, at, end)


def own_words(words: list[str]) -> list[str]:
    """Return the words after a possessor: *Norland Radio's Jon Berg* is Jon Berg."""
    k = max((i + 1 for i, w in enumerate(words[:-1]) if w.endswith(("'s", "’s"))), default=0)
    return words[k:]


def _led(text: str, at: int) -> bool:
    """Say whether the word right before a place can end a role: the cheap look before the long one."""
    before = text[max(0, at - 40) : at].rsplit(None, 1)
    return bool(before) and _kind(before[-1].strip(",") or ",") in {"head", "cap", "org", "modifier", "small"}


def personal(name: list[str], *, alone: bool) -> bool:
    """Say whether capitalised words can be a person's name; ``alone`` allows a single one."""
    low = [w.lower().strip(".") for w in name]
    listed = kinds("people")
    if any(w in listed["org"] or w in listed["modifier"] for w in low) or low[0] in kinds("people")["opener"]:
        return False
    calendar = kinds("calendar")
    if any((w in calendar["month"] and w != "may") or w in calendar["weekday"] for w in low):
        return False
    return (
        (len(name) >= 2 or (alone and len(name[0]) > 2))
        and len(name) <= 5
        and not all(w.isupper() and len(w) > 2 for w in name)
    )


def role_before(text: str, at: int, *, closed: bool = False) -> str:
    """Return the role written right before a name, as written; ``closed`` when a comma follows the name too.

    >>> role_before("The Norlandish analyst, an expert of the fund House of Foreign Affairs Ada Lind said", 71)
    'Norlandish analyst, an expert of the fund House of Foreign Affairs'
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
        opens = i == 0 or words[i - 1][0] in ".!?\n:"
        if kind == "cap" and opens and word.lower() in kinds("people")["opener"]:
            break
        if kind == "head" or (kind == "title" and i == len(words) - 1):
            start, open_ = place, True
        elif open_ and kind in {"cap", "modifier", "org"}:
            start = place
        elif open_ and kind == "small" and word.lower() not in _DETERMINERS and not _head_further(words, i):
            break
    return "" if start is None else " ".join(text[start:at].strip(" ,").split())[-_MAX_ROLE:]


def _kind(word: str) -> str:
    """Return what a word can be in a phrase that names a role."""
    low, listed = word.lower(), kinds("people")
    if not word[0].isalnum() or (word.endswith(".") and len(word) > _LONGEST_ABBREVIATION):
        return "comma" if word == "," else "stop"
    if low in listed["head"]:
        return "head"
    if low in _SMALL:
        return "small"
    if low in listed["modifier"]:
        return "modifier"
    if low in listed["org"]:
        return "org"
    if low.strip(".") in listed["title"]:
        return "title"
    return "cap" if word[0].isupper() or ("-" in word[1:-1] and low.split("-")[0] in listed["modifier"]) else "stop"


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
    """Return the role written after a name, between commas or after *who*.

    >>> role_after("Ada Lind, who teaches law at Norland University.", 8)
    'teaches law at Norland University'
    >>> role_after("Ada Lind, the deputy head of the port authority, said", 8)
    'deputy head of the port authority'
    """
    if not text.startswith((", ", " ("), end):
        return ""
    piece = re.split(r"[,;:()\n]|\.(?=\s|$)| [–—-] ", text[end + 2 : end + 2 + _AFTER], maxsplit=1)[0].strip()
    words = piece.split()
    if not words:
        return ""
    listed = kinds("people")
    if words[0] == "who":
        verb = words[1].lower() if len(words) > 1 else ""
        return " ".join(words[1:]) if verb in listed["verb"] else ""
    words = words[1:] if words[0].lower() in {"the", "a", "an"} else words
    for i, word in enumerate(words[:8]):
        if word.lower().strip(".") in listed["head"]:
            return " ".join(words)[:_MAX_ROLE]
        if word.lower() in listed["cut"] or (i and word.lower() in {"in", "on", "at", "to"}):
            break
    return ""
