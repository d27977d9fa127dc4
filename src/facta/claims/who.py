"""Whom a source denotes: the actors of the mentions that it covers, or the people that the article names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from facta.records import (
    Actor,
    Article,
    Mention,
    Participant,
    Person,
    Sentence,
    Span,
    Token,
    TurnKind,
)

_RELATIVES = frozenset(("who", "which", "that", "whom"))
_SECTOR_OF_OUTLET = "JRN"
#: Rules of mentions whose state is only that of the article.
_GUESSED = frozenset(("context",))
_OWNED = ("for", "of")


#: Ends of words for those who speak in another's name.
_SPEAKING_FOR = ("spokesman", "spokeswoman", "spokesperson", "office", "spokesmen", "spokespeople")


class Directory:
    """Looks up mentions by sentence and people by name."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], mentions: Iterable[Mention]) -> None:
        self._text = article.text
        self._sentences = sentences
        self._people = [(frozenset(_words(p.name)), p) for p in article.people]
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)

    def of_source(self, source: Span, head: tuple[int, int], cue: str) -> tuple[Participant, ...]:
        """Return the participants of a source: one for each of its joined heads (*Australia and Japan*)."""
        number, i = head
        sentence = self._sentences[number]
        i = _antecedent(sentence, i)
        heads = [i, *_joined(sentence, i), *_seconded(sentence, i)]
        out: list[Participant] = []
        for k in heads:
            out.extend(self._of_head(number, sentence.tokens[k], source, cue, alone=len(heads) == 1))
        return tuple(out)

    def _of_head(self, number: int, token: Token, source: Span, cue: str, *, alone: bool) -> list[Participant]:
        mention = self._mention(number, token)
        if mention is not None:
            actors = self._spoken_for(number, token, mention) or mention.actors or (Actor(code=None, sector=None),)
            return [_participant(mention.text, mention.start, mention.end, actor, cue) for actor in actors]
        inside = source.start <= token.start < source.end
        span = source if alone and inside else Span(token.start, token.end)
        text = self._text[span.start : span.end]
        person = self.person(text) or (self.person(token.text) if token.pos == "PROPN" else None)
        actor = Actor(code=None, sector=None) if person is None else _as_actor(person)
        spoken = self._spoken_for(number, token, None) or (actor,)
        return [_participant(text, span.start, span.end, actor, cue) for actor in spoken]

    def _spoken_for(self, number: int, token: Token, mention: Mention | None) -> tuple[Actor, ...]:
        """Return those whom a spokesman or an office speaks for: *a spokesman for the rebels*, *her office*."""
        sentence = self._sentences[number]
        known = mention is not None and any(a.code and a.id for a in mention.actors)
        if known or not token.lemma.lower().endswith(_SPEAKING_FOR):
            return ()
        owners = sentence.dependents(token.i, "poss")
        for prep in sentence.dependents(token.i, "prep"):
            if prep.text.lower() in _OWNED:
                owners += sentence.dependents(prep.i, "pobj")
        for owner in owners:
            found = next((m for m in self._by_sentence.get(number, ()) if m.head == owner.i), None)
            if found is not None and any(a.code or a.sector for a in found.actors):
                return found.actors
        return ()

    def _mention(self, number: int, token: Token) -> Mention | None:
        """Prefer the mention with this very head, then the shortest that covers it."""
        found = self._by_sentence.get(number, ())
        for mention in found:
            if mention.head == token.i:
                return mention
        covering = [m for m in found if m.start <= token.start < m.end]
        return min(covering, key=lambda m: m.end - m.start, default=None)

    def person(self, name: str) -> Person | None:
        """Return the one person of the article that ``name`` (in any case, in part, or as initials) means."""
        words = _words(name)
        if not words:
            return None
        exact = [p for names, p in self._people if names == frozenset(words)]
        part = exact or [p for names, p in self._people if set(words) <= names or (names and names <= set(words))]
        if not part:
            initials = name.replace(".", "").replace(" ", "")
            part = [p for _, p in self._people if initials.isupper() and initials == _initials(p.name)]
        return part[0] if len(part) == 1 else None

    def of_speaker(self, name: str, kind: TurnKind) -> tuple[Participant, ...]:
        """Return the participant for a turn's speaker; an unknown asker is an outlet."""
        person = self.person(name)
        sector = _SECTOR_OF_OUTLET if kind is TurnKind.QUESTION and person is None else None
        actor = Actor(code=None, sector=sector) if person is None else _as_actor(person)
        if actor.code is None or actor.sector is None:
            told = self._told(name if person is None else person.name)
            actor = replace(actor, code=actor.code or told.code, sector=actor.sector or told.sector)
        return (_participant(name if person is None else person.name, None, None, actor, None),)

    def _told(self, name: str) -> Actor:
        """Return what a mention says of a name beside the name itself: *the Belgrade portal Sedma Strana*."""
        words = _words(name)
        for mention in (m for row in self._by_sentence.values() for m in row if m.rule not in _GUESSED):
            said = _words(mention.text.lower().removeprefix("the "))
            if len(said) > len(words) and said[-len(words) :] == words and len(mention.actors) == 1:
                return mention.actors[0]
        return Actor(code=None, sector=None)


def _as_actor(person: Person) -> Actor:
    return Actor(code=person.code, sector=person.sector, name=person.name)


def _participant(text: str, start: int | None, end: int | None, actor: Actor, cue: str | None) -> Participant:
    return Participant(
        text=text, start=start, end=end, code=actor.code, sector=actor.sector, name=actor.name, id=actor.id, cue=cue
    )


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain.casefold()).split()


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper()


def _antecedent(sentence: Sentence, i: int) -> int:
    """Return the noun that a relative pronoun stands for: *the minister, who said*."""
    token = sentence.tokens[i]
    if token.text.lower() not in _RELATIVES:
        return i
    for k in sentence.ancestors(i):
        if sentence.tokens[k].dep == "relcl":
            return sentence.tokens[k].head
    return i


#: *The mayor, echoed by two senators, said*: all of them say so.
_SECONDING = frozenset(("echo", "join", "second"))


def _seconded(sentence: Sentence, i: int) -> list[int]:
    by = [t for verb in sentence.dependents(i, "acl") if verb.lemma in _SECONDING
          for t in sentence.dependents(verb.i, "agent", "prep") if t.text.lower() == "by"]
    return [t.i for prep in by for t in sentence.dependents(prep.i, "pobj")]


def _joined(sentence: Sentence, i: int) -> list[int]:
    out, todo = [], [i]
    while todo:
        found = [t.i for t in sentence.dependents(todo.pop(), "conj")]
        out.extend(found)
        todo.extend(found)
    return sorted(out)
