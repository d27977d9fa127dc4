"""Lone phrases: the code and sector behind a role, a byline, a publisher.

>>> from facta.resources.actorwords import load_actor_words
>>> from facta.resources.roster import load_roster
>>> lookup("Kenyan foreign minister", load_roster(), load_actor_words())
(Actor(code='KEN', sector='GOV', name=None, id=None),)
>>> lookup("The Deccan Review", load_roster(), load_actor_words())
(Actor(code=None, sector='JRN', name='The Deccan Review', id=None),)
"""

from __future__ import annotations

from facta.actors.names import PEOPLE_FORMS, Hit
from facta.actors.phrases import refined
from facta.actors.survey import WORD, survey
from facta.records import Actor
from facta.resources.actorwords import ActorWords, Role
from facta.resources.roster import SUPRANATIONAL, Roster

#: A phrase longer than this names nobody; cut, so that hostile input costs nothing.
LONGEST = 300


def lookup(text: str, roster: Roster, words: ActorWords, day: str | None = None) -> tuple[Actor, ...]:
    """Return the actors that a phrase denotes by itself, without a text around it; empty when it says nothing."""
    text = " ".join(text.replace("’", "'").split())[:LONGEST]
    if not text:
        return ()
    text = _without_post(text, words)
    whole = _entry(text, roster, words, day) or _entry(text.removeprefix("The "), roster, words, day)
    if whole is not None:
        return (whole,)
    hits = [spotted.hit for spotted in survey(text, roster, words, day=day)]
    lows = [m.group().lower() for m in WORD.finditer(text)]
    role = _role(lows, words)
    by_form = lows and lows[-1] in words.lists["media_form"] and text[:1].isupper()
    named = [h for h in hits if h.form not in PEOPLE_FORMS]
    if by_form and (role is None or role.sector != "GOV"):
        return (Actor(code=None, sector="JRN", name=text),)
    if role is None:
        return tuple(_actor(h, h.entry.name) for h in named[:1])
    codes: list[str | None] = [*dict.fromkeys(h.entry.code for h in hits)] or [None]
    sector: str | None = role.sector or None
    if role.kind == "office" and named and named[0].entry.sector and named[0].entry.kind != "state":
        sector = named[0].entry.sector
    elif role.kind in ("office", "person") and sector == "GOV":
        sector = _body(lows, words) or sector
    return tuple(Actor(code=c, sector=None if c in SUPRANATIONAL and sector == "GOV" else sector) for c in codes)


def _without_post(text: str, words: ActorWords) -> str:
    """Return a phrase without the state that an envoy is sent to, which is not the own one.

    >>> from facta.resources.actorwords import load_actor_words
    >>> _without_post("Norway's ambassador to Chad", load_actor_words())
    "Norway's ambassador"
    """
    before, to, _ = text.partition(" to ")
    return before if to and not words.lists["envoys"].isdisjoint(before.lower().split()) else text


def _entry(name: str, roster: Roster, words: ActorWords, day: str | None) -> Actor | None:
    refs = [r for r in roster.named(name) if r.entry.valid(day)]
    if not refs:
        return None
    best = refs[0]
    entry = best.entry
    sector = "CVL" if best.form in PEOPLE_FORMS else entry.sector or None
    return Actor(code=entry.code, sector=sector, name=None if best.form in PEOPLE_FORMS else entry.name, id=entry.id)


def _role(lows: list[str], words: ActorWords) -> Role | None:
    """Return the role of the first phrase: its last known noun before *of*, *in*, *at*, *for* or a comma."""
    stop = next((k for k, w in enumerate(lows) if k and (w in words.lists["origin"] or w in (",", "at", "with"))), None)
    after = lows[stop + 1 :] if stop is not None else []
    for k in range((stop if stop is not None else len(lows)) - 1, -1, -1):
        noun = next((n for n in _singular(lows[k]) if n in words.roles), None)
        if noun is None:
            continue
        before = [x for w in [*after, *lows[:k]] for x in dict.fromkeys((w, next(iter(_singular(w)))))]
        role = words.role(noun, before)
        if role is not None:
            return Role(refined(noun, role, before, words), role.kind)
    return None


def _body(lows: list[str], words: ActorWords) -> str | None:
    """Return the sector of the body that somebody directs: *head of the Lake Foundation*, *director of a centre*."""
    if "of" not in lows:
        return None
    after = lows[lows.index("of") + 1 :]
    for k, word in enumerate(after):
        noun = next((n for n in _singular(word) if n in words.roles), None)
        role = words.role(noun, after[:k] + after[k + 1 :]) if noun else None
        if role is not None and role.kind in ("body", "group") and role.sector:
            return role.sector
        if word in words.lists["civil_body"]:
            return "SOC"
        if word in words.lists["origin"]:
            return None
    return None


def _singular(word: str) -> tuple[str, ...]:
    forms = [word]
    for ending, instead in (("ies", "y"), ("men", "man"), ("es", "e"), ("s", "")):
        if word.endswith(ending):
            forms.append(word[: -len(ending)] + instead)
    return tuple(forms)


def _actor(hit: Hit, name: str | None) -> Actor:
    return Actor(code=hit.entry.code, sector=hit.entry.sector or None, name=name, id=hit.entry.id)
