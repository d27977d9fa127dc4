"""The people of an article: country and sector from their roles, from the roster, from how the text introduces them."""

from __future__ import annotations

from dataclasses import replace

from facta.actors.home import OWN, home_of_us
from facta.actors.introduced import introduced
from facta.actors.lookup import lookup
from facta.records import Article, Person, TurnKind
from facta.resources.actorwords import ActorWords
from facta.resources.roster import Roster


def resolve_people(article: Article, roster: Roster, words: ActorWords) -> tuple[Person, ...]:
    """Return the people of the article, code and sector filled in as far as the text tells.

    A speaker who is named by a role alone (*SPOKESPERSON:*) is added as a person of that name.
    """
    day = article.published.start if article.published else None
    filled = [_filled(person, article, roster, words, day) for person in article.people]
    speakers = dict.fromkeys(t.speaker for t in article.turns if t.kind is TurnKind.ANSWER and t.speaker)
    if not speakers:
        return tuple(filled)
    at_home = home_of_us(article, roster, words) if speaks_of_us(article) else None
    for speaker in speakers:
        known = [k for k, person in enumerate(filled) if same_person(speaker, person.name)]
        if not known:
            role = next(iter(lookup(speaker, roster, words, day)), None)
            if at_home and (role is None or not role.sector):
                filled.append(Person(name=speaker, role="", code=at_home, sector=None))
            if role is not None and role.sector:
                filled.append(Person(name=speaker, role=speaker, code=role.code or at_home, sector=role.sector))
        elif filled[known[0]].code is None:
            filled[known[0]] = replace(filled[known[0]], code=at_home)
    return tuple(filled)


def same_person(speaker: str, name: str) -> bool:
    """Say whether the name on a turn (a surname, in capitals) means the person.

    >>> same_person("LIND", "Ada Lind")
    True
    """
    low, whole = speaker.lower().strip(), name.lower()
    return bool(low) and (low == whole or low.rsplit(" ", 1)[-1] == whole.rsplit(" ", 1)[-1])


def _filled(person: Person, article: Article, roster: Roster, words: ActorWords, day: str | None) -> Person:
    code, sector = person.code, person.sector
    for text in (person.role, person.name):
        if code and sector:
            break
        for actor in lookup(text, roster, words, day)[:1]:
            code, sector = code or actor.code, sector or actor.sector
    if code is None and " " not in person.name:
        codes = {ref.entry.code for ref in roster.surnames.get(person.name, ())}
        code = codes.pop() if len(codes) == 1 else None
    if not (code and sector):
        found = introduced(article.text, person.name, roster, words, day)
        code, sector = code or found[0], sector or found[1]
    return replace(person, code=code, sector=sector)


def speaks_of_us(article: Article) -> bool:
    """Say whether an interview's answers speak of *us* and *our*: then its topic is the speaker's own state."""
    return any(
        not OWN.isdisjoint(article.text[turn.start : turn.end].lower().split())
        for turn in article.turns if turn.kind is TurnKind.ANSWER
    )
