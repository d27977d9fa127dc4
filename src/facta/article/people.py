"""Who the article names, with the role it gives them: text in, ``Person`` records out.

>>> people("In Canberra, Foreign Minister Penny Wong said that ships would sail.")
(Person(name='Penny Wong', role='Foreign Minister', code=None, sector=None),)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facta.article.roles import body_after, dangling, leads_on, role_after, role_before, role_is
from facta.article.words import kinds, nations, places
from facta.records import Person

MAX_PEOPLE = 200
"""People listed for one article."""

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚА-ЯЁІЇЄҐ"
_CAP = rf"(?:(?:[{_UP}]\.)+|[{_UP}][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_LINK = r"(?:al|bin|bint|van|von|de|der|den|da|del|della|di|dos|do|du|el|la|le|ibn|ben|abu|ter|ten)"
NAME, SMALL_NAME = _CAP, _LINK
"""Patterns of one capitalised word or initial, and of the small words inside a name."""

_ARTICLE = r"(?:(?:al|el|as|ash|an|ar|az|ad|at|ul|ur|ud|d|l)[-’'])?"
CAP_SEQUENCE = rf"\b{_CAP}(?:[ \t]+(?:{_LINK}[ \t]+){{0,2}}{_ARTICLE}{_CAP}){{0,9}}(?:,? (?:Jr|Sr)\.)?"
"""Pattern of capitalised words in a row."""

_SEQUENCE = re.compile(CAP_SEQUENCE)
_AGED = re.compile(r", \d{2},? ")
_OF = frozenset({"of", "to", "for", "in", "at", "the"})
_MAX_PLACES = 20  # places of one name that are looked at for its role
_TEXT_CHARS = 1_000_000  # what no article reaches; more is not searched for names


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
    fuller = {name: _full(name, names) for name in names}
    roles: dict[str, str] = {}
    for n in found:
        name = fuller.get(n.name, n.name)
        if n.name == name and len(n.role) > len(roles.get(name, "")):
            roles[name] = n.role
    for n in found:  # a surname's role ("President Marcos") only where the full name has none: it may be a relative's
        roles.setdefault(fuller.get(n.name, n.name), n.role)
    for name in known:
        if not roles.get(name):
            roles[name] = _role_anywhere(text, name) or _role_of_surname(text, name)
    whole = [n for n in names if fuller[n] == n and (" " in n or roles.get(n))]
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
    best = ""
    for at in _places(text, name, len(text)):
        end = at + len(name)
        role = role_before(text, at - 2 if text[at - 2 : at] == " (" and text[end : end + 1] == ")" else at)
        role = role if role and not dangling(role) else role_after(text, end) or role_is(text, end)
        best = role if len(role) > len(best) else best
    return best


def _role_of_surname(text: str, name: str) -> str:
    """Return the role that the first third of a text gives a person by the surname alone: *Lind, a former mediator*."""
    surname = name.rsplit(None, 1)[-1] if name.strip() else ""
    for at in _places(text, surname, len(text) // 3 + 1):
        end = at + len(surname)
        before = text[max(0, at - 40) : at].split()
        alone = not (before and before[-1][0].isupper() and before[-1][-1].isalnum())
        if alone and (role := role_after(text, end) or role_is(text, end)):
            return role
    return ""


def _places(text: str, name: str, limit: int) -> Iterator[int]:
    """Yield the first places of a name as whole words."""
    at = text.find(name, 0, limit) if name else -1
    for _ in range(_MAX_PLACES):
        if at < 0:
            return
        around = text[at - 1 : at] + text[at + len(name) : at + len(name) + 1]
        if not any(c.isalnum() for c in around):
            yield at
        at = text.find(name, at + len(name), limit)


def find(text: str, body: int = 0) -> Iterable[Name]:
    """Yield names that a role stands beside."""
    roles = kinds("people")["head"] | kinds("people")["title"]
    told: dict[str, str] = {}  # full names by their surnames, roles or not
    for match in _SEQUENCE.finditer(text, body):
        whole = match.group().removesuffix("'s").removesuffix("’s")
        if whole.endswith((" Jr", " Sr")) and text.startswith(".", match.end()):
            whole += "."
        words, end = own_words(whole.split()), match.start() + len(whole)
        k = max((i + 1 for i, w in enumerate(words) if w.lower().strip(".") in roles), default=0)
        name = without_nation(words[k:])
        opened = text.startswith((", ", " (", " – ", " — "), end)
        if len(name) > 1 and name[-1] not in told and personal(name, alone=False):
            told[name[-1]] = " ".join(name)
        opened = opened or (len(name) > 1 and text.startswith((" of ", " from ", " at ", " with "), end))
        if not name or (not k and (len(name) == 1 or not (opened or _led(text, match.start())))):
            if opened and len(name) == 1 and name[0] in told and (role := role_after(text, end)):
                yield Name(told[name[0]], role, end - len(name[0]), end)
            continue
        found = _beside(text, name, end, alone=k > 0)
        if found is not None:
            yield found


def _beside(text: str, name: list[str], end: int, *, alone: bool) -> Name | None:
    """Return a name with the role beside it; of *envoy to Norland Ada Lind* the last two words are the name."""
    at = end - len(" ".join(name))
    if not text.endswith(" ".join(name), 0, end):
        return None
    if text[end : end + 1] in {"'", "’"} and not text.startswith(("'s", "’s"), end):
        return None  # "the Drivers' Union"
    role = role_before(text, at, closed=text.startswith((",", "."), end))
    if role.lower().strip(".") in kinds("people")["address"] and text[: at - len(role) - 1].endswith((", ", ", the ")):
        title = text.rfind(",", 0, at - len(role) - 1)  # "the Minister, Mr Jon Berg"
        role = role_before(text, title + 1, closed=True) or role
    if role and dangling(role):
        capitals = [i for i, w in enumerate(name) if w[0].isupper()]
        if len(capitals) > 2 and role.rsplit(None, 1)[-1].lower() in _OF:
            role, name = " ".join([role, *name[: capitals[-2]]]), name[capitals[-2] :]
        else:
            role = ""  # "governor of South Dakota": the name is what the role is of
    return _named(text, name, role, end, alone=alone)


def _named(text: str, name: list[str], role: str, end: int, *, alone: bool) -> Name | None:
    """Return a name with its role, if it can be a person's."""
    if not personal(name, alone=alone):
        return None
    after = role_after(text, end) if len(name) > 1 else ""
    role = after or role or (body_after(text, end) if len(name) > 1 else "")
    aged = not role and len(name) > 1 and _AGED.match(text, end)
    return Name(" ".join(name), role, end - len(" ".join(name)), end) if role or aged else None


def without_nation(words: list[str]) -> list[str]:
    """Return a name without the nationality before it: *Australian Timothy Weeks*.

    >>> without_nation(["Norwegian", "Ada", "Lind"]), without_nation(["Christian", "Berg"])
    (['Ada', 'Lind'], ['Christian', 'Berg'])
    """
    while len(words) > 2 and words[0] in nations():
        words = words[1:]
    return words


def own_words(words: list[str]) -> list[str]:
    """Return the words after a possessor: *Norland Radio's Jon Berg* is Jon Berg."""
    k = max((i + 1 for i, w in enumerate(words[:-1]) if w.endswith(("'s", "’s"))), default=0)
    return words[k:]


def _led(text: str, at: int) -> bool:
    """Say whether the word right before a place can end a role: the cheap look before the long one."""
    before = text[max(0, at - 40) : at].rsplit(None, 1)
    return bool(before) and leads_on(before[-1].strip(",") or ",")


def personal(name: list[str], *, alone: bool) -> bool:
    """Say whether capitalised words can be a person's name; ``alone`` allows a single one."""
    low = [w.lower().strip(".") for w in name]
    listed = kinds("people")
    if any(w in listed["org"] or w in listed["modifier"] for w in low) or low[0] in listed["opener"]:
        return False
    if low[0] in listed["place-first"] or " ".join(name) in places():
        return False
    calendar = kinds("calendar")
    if any((w in calendar["month"] and w != "may") or w in calendar["weekday"] for w in low):
        return False
    return (
        (len(name) >= 2 or (alone and len(name[0]) > 2))
        and len(name) <= 5
        and not all(w.isupper() and len(w) > 2 for w in name)
    )


