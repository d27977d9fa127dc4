"""Whom a source denotes: the actors of the mentions that it covers, or the people that the article names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from facta.records import Actor, Article, Mention, Participant, Person, Sentence, Span, Token, TurnKind

_RELATIVES = frozenset(("who", "which", "that", "whom"))
_SECTOR_OF_OUTLET = "JRN"


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
        heads = [i, *_joined(sentence, i)]
        out: list[Participant] = []
        for k in heads:
            out.extend(self._of_head(number, sentence.tokens[k], source, cue, alone=len(heads) == 1))
        return tuple(out)

    def _of_head(self, number: int, token: Token, source: Span, cue: str, *, alone: bool) -> list[Participant]:
        mention = self._mention(number, token)
        if mention is not None:
            actors = mention.actors or (Actor(code=None, sector=None),)
            return [_participant(mention.text, mention.start, mention.end, actor, cue) for actor in actors]
        inside = source.start <= token.start < source.end
        span = source if alone and inside else Span(token.start, token.end)
        text = self._text[span.start : span.end]
        person = self.person(text) or (self.person(token.text) if token.pos == "PROPN" else None)
        actor = Actor(code=None, sector=None) if person is None else _as_actor(person)
        return [_participant(text, span.start, span.end, actor, cue)]

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
        if person is not None:
            return (_participant(person.name, None, None, _as_actor(person), None),)
        sector = _SECTOR_OF_OUTLET if kind is TurnKind.QUESTION else None
        return (_participant(name, None, None, Actor(code=None, sector=sector), None),)


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


def _joined(sentence: Sentence, i: int) -> list[int]:
    out, todo = [], [i]
    while todo:
        found = [t.i for t in sentence.dependents(todo.pop(), "conj")]
        out.extend(found)
        todo.extend(found)
    return sorted(out)
