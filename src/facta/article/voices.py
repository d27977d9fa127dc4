"""Whose words an interview holds: headline and introduction in; the person interviewed and the outlet that asks, out.

>>> told("Ada Lind: The fleet will stay", "Lind said this in an interview with The Norland Post.", None)
Voices(announced=True, interviewee='Ada Lind', outlet='The Norland Post')
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from facta.article.people import CAP_SEQUENCE, NAME, find, own_words, personal
from facta.article.roles import role_before
from facta.article.words import any_of, kinds

_COLON_NAME = re.compile(rf"^[\"“«'‘]?(?P<name>{NAME}(?:[ \t]+{NAME}){{0,3}})\s*:\s+(?=\S)")
_OUTLET = rf"(?:[Tt]he )?(?:[A-Za-z0-9-]+(?:\.[A-Za-z]{{2,6}})+(?!\w)|{CAP_SEQUENCE})"
_OUTLET_AT = re.compile(rf"({_OUTLET})")
_OUTLET_BEFORE = re.compile(rf"({_OUTLET})$")
_WITH = re.compile(r"\b(?:interview(?:s|ed)?|conversation|talk)\s+(?:with|to|for|given to|by)\s+", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|tells)\s+(?!us\b|him\b|her\b|them\b|reporters\b|journalists\b)", re.IGNORECASE)
_SPOKE = re.compile(
    r"\b(?:spoke|speaks|talked|talks|sat down|sits down|met|caught up|speaking)\s+(?:to|with)\s+"
    r"|\binterview(?:ed|s)\s+",
    re.IGNORECASE,
)
_OF_OUTLET = re.compile(r",? (?:of|from|for) (?:the )?[A-Z]")
_ADVERB_GAP = re.compile(r"(?:(?:exclusively|recently|again|about|our|the|former|with|an?)\s+)*", re.IGNORECASE)
_MAX_INTRO = 4_000


@dataclass(frozen=True, slots=True)
class Voices:
    """Whether an interview is announced, who is interviewed, and who asks; names as written, None where not told."""

    announced: bool = False
    interviewee: str | None = None
    outlet: str | None = None


def official(outlet: str) -> bool:
    """Say whether a publisher is a public body, which prints what others asked.

    >>> official("Norland foreign ministry"), official("The Norland Post")
    (True, False)
    """
    return any(w in kinds("interview")["body"] for w in re.findall(r"[a-z]+", outlet.lower()))


def headline_name(headline: str) -> tuple[str, int] | None:
    """Return the name before the colon of a headline, and where the words begin.

    >>> headline_name("Ada Lind: We have time"), headline_name("Exclusive: fleet leaves")
    (('Ada Lind', 10), None)
    """
    match = _COLON_NAME.match(headline)
    if match is None:
        return None
    name = match.group("name")
    words = name.split()
    if name.lower() in kinds("interview")["section"] or any(w.lower() in kinds("interview")["section"] for w in words):
        return None
    return (name, match.end()) if personal(words, alone=True) else None


def told(headline: str, intro: str, publisher: str | None) -> Voices:
    """Return what headline and introduction say of an interview."""
    intro = intro[:_MAX_INTRO]
    announced = any_of("interview", "strong-announce").search(f"{headline}\n{intro}") is not None
    named = headline_name(headline)
    named_name = named[0] if named and (" " in named[0]) else None
    guest, outlet = _from_intro(intro, named_name)
    interviewee = named_name or guest or _most_named(headline, intro, outlet, publisher)
    if named and interviewee is None:
        interviewee = _fuller(named[0], intro)
    return Voices(announced, interviewee, outlet)


def _from_intro(intro: str, known: str | None) -> tuple[str | None, str | None]:
    """Return guest and outlet by the verbs of the introduction: X spoke to Y, Y told X, Y in an interview with X."""
    guest: str | None = None
    outlet: str | None = None
    for match in _SPOKE.finditer(intro):
        after, before = _name_at(intro, match.end()), _name_before(intro, match.start())
        if after and _is_person(after) and after != before:
            end = intro.find(after, match.end()) + len(after)
            if (
                before
                and _is_person(before)
                and (_OF_OUTLET.match(intro, end) or _has_role(intro, before, match.start()))
            ):
                return known or before, after  # the economist X spoke to Y of the Post
            return known or after, before or outlet
        if before and _is_person(before) and after:
            guest, outlet = guest or before, outlet or after
    for match in _TOLD.finditer(intro):
        before, after = _name_before(intro, match.start()), _name_at(intro, match.end())
        if after and (before is None or _is_person(before)):
            guest, outlet = guest or before, outlet or after
    for match in _WITH.finditer(intro):
        after = _name_at(intro, match.end())
        subject = known or guest or _subject(intro, match.start())
        if after and subject and after != subject and not subject.endswith(after):
            guest, outlet = guest or subject, outlet or after
        elif after and _is_person(after):
            guest = guest or after
        elif after and (later := _speaker_after(intro, match.end())):
            guest, outlet = guest or later, outlet or after
    return guest, outlet


def _has_role(intro: str, name: str, before: int) -> bool:
    """Say whether a role stands before a name that ends shortly before a place."""
    at = intro.rfind(name, 0, before)
    return at >= 0 and bool(role_before(intro, at))


def _subject(intro: str, end: int) -> str | None:
    """Return the last personal name in the sentence before a place, if a verb of speech stands between."""
    start = max((m.end() for m in re.finditer(r"[.!?…]\s+(?=[A-Z])|\n", intro[:end])), default=0)
    names = [m for m in re.finditer(CAP_SEQUENCE, intro[start:end]) if _is_person(_bare(m.group()))]
    for m in reversed(names):
        rest = intro[start + m.end() : end].lower()
        if any(w in kinds("interview")["speech"] for w in re.findall(r"[a-z]+", rest)):
            return _bare(m.group())
    return None


def _speaker_after(intro: str, at: int) -> str | None:
    """Return the name after the outlet in the same sentence: *in an interview with X, minister Y said*."""
    end = re.search(r"[.!?…]\s+(?=[A-Z])|\n|$", intro[at:])
    piece = intro[at : at + end.start()] if end else intro[at:]
    near = next((n for n in find(piece) if " " in n.name), None)
    if near:
        return near.name
    return next((n for m in re.finditer(CAP_SEQUENCE, piece) if _is_person(n := _bare(m.group()))), None)


def _bare(name: str) -> str:
    """Return a capitalised phrase without a possessive ending and without the roles before a name."""
    words = own_words(name.removesuffix("'s").removesuffix("’s").split())
    listed = kinds("people")
    k = max((i + 1 for i, w in enumerate(words) if w.lower().strip(".") in listed["head"] | listed["title"]), default=0)
    return " ".join(words[k:] if 0 < k < len(words) else words)


def _is_person(name: str) -> bool:
    """Say whether a phrase can be a full personal name."""
    words = name.split()
    return (
        len(words) >= 2
        and not name.lower().startswith("the ")
        and "." not in name.rstrip(".")[3:]
        and personal(words, alone=False)
    )


def _name_at(text: str, at: int) -> str | None:
    """Return the name or outlet that begins at a place, past small words and roles."""
    here = _ADVERB_GAP.match(text, at)
    start = here.end() if here else at
    if text[max(at, start - 4) : start].lower() == "the ":
        start -= 4
    match = _OUTLET_AT.match(text, start)
    if match is None:  # "spoke to the analyst and writer Ada Lind": the first name within reach that a role leads to
        near = next((n for n in find(text[at : at + 160]) if " " in n.name), None)
        return near.name if near else None
    return _bare(match.group(1).rstrip(".,"))


def _name_before(text: str, at: int) -> str | None:
    """Return the name or outlet that ends right before a place."""
    piece = text[max(0, at - 80) : at].rstrip()
    piece = re.sub(r"(?:,| (?:has|have|who|recently|exclusively|also|then))+$", "", piece)
    match = _OUTLET_BEFORE.search(piece)
    return _bare(match.group(1)) if match else None


def _most_named(headline: str, intro: str, outlet: str | None, publisher: str | None) -> str | None:
    """Return the full personal name that headline and introduction use most, or the first."""
    names: Counter[str] = Counter()
    whole = f"{headline}\n{intro}"
    for match in re.finditer(CAP_SEQUENCE, whole):
        name = _bare(match.group())
        if _is_person(name) and name not in {outlet, publisher}:
            names[name] += 1 + 2 * whole.count(name.split()[-1])
    for n in find(whole):
        if " " in n.name:
            names[n.name] += 4
    return max(names, key=lambda n: (names[n], -whole.find(n))) if names else None


def _fuller(name: str, intro: str) -> str:
    """Return the full name in the introduction that ends in a surname, or the surname."""
    match = re.search(rf"({NAME}[ \t]+(?:{NAME}[ \t]+)?){re.escape(name)}\b", intro)
    return _bare(match.group()) if match else name
