"""What an article has spoken of so far: states and how much, people by surname, and possible antecedents.

A :class:`Scene` lives for one call of ``resolve``; it reads nothing but the article, its sentences and the resources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from facta.actors.names import Hit
from facta.actors.pull import Trace, scores, spot
from facta.actors.survey import Spotted
from facta.records import Actor, Article, Person, Sentence, TurnKind
from facta.resources.actorwords import ActorWords
from facta.resources.roster import SUPRANATIONAL, Roster

#: How many sentences back an antecedent may stand.
REACH = 4


@dataclass(slots=True)
class Referent:
    """Something said before that a pronoun may stand for; ``actors`` is empty for things."""

    sentence: int
    token: int
    actors: tuple[Actor, ...]
    plural: bool
    sort: str  # person, state, body, group, thing
    subject: bool
    object: bool
    clause: int
    place: bool
    first: bool = False
    key: str = ""
    number: str = ""
    craft: bool = False
    sure: bool = False


@dataclass(slots=True)
class Scene:
    """The article under resolution."""

    article: Article
    sentences: Sequence[Sentence]
    roster: Roster
    words: ActorWords
    day: str | None
    text: str
    hits: list[list[Hit]]
    topical: Counter[str]
    pull: Counter[str]
    main: str | None
    gaps: list[list[Spotted]]
    vocabulary: set[str] = field(default_factory=set)
    people: dict[str, Person] = field(default_factory=dict)
    known: dict[str, Actor] = field(default_factory=dict)
    referents: list[Referent] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    last_speaker: Actor | None = None
    holders: dict[str, tuple[str, int]] = field(default_factory=dict)
    quotes: list[tuple[int, int]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The part of all mentions of states that the main one has."""
        total = sum(self.topical.values())
        return self.topical[self.main] / total if self.main and total else 0.0

    def trace(self, sentence: int, token: int, offset: int, code: str | None, weight: float) -> None:
        """Remember that a state was mentioned here."""
        if code and code not in SUPRANATIONAL:
            self.traces.append(Trace(sentence, token, offset, code, weight))

    def state_here(
        self, sentence: int, token: int, avoid: Iterable[str] = (), lean: Mapping[str, float] | None = None
    ) -> str | None:
        """Return the state that a bare role at this place most likely belongs to; ``lean`` is what its clause adds."""
        found = self._scores(sentence, token)
        for code, more in (lean or {}).items():
            if more > 0 or code in found:
                found[code] = found.get(code, 0.0) + more
        for code in avoid:
            found.pop(code, None)
        return max(found, key=lambda c: found[c]) if found else None

    def pair_here(self, sentence: int, token: int, count: int = 2) -> tuple[str, ...]:
        """Return the states that *both* or *the two countries* most likely are."""
        found = self._scores(sentence, token, pair=True)
        return tuple(sorted(found, key=lambda c: -found[c])[:count])

    def _scores(self, sentence: int, token: int, *, pair: bool = False) -> dict[str, float]:
        at = spot(self.text, sentence, token, self.sentences[sentence].start)
        turns, number = self.article.turns, self.sentences[sentence].turn
        talk = 0 <= number < len(turns) and turns[number].kind in (TurnKind.QUESTION, TurnKind.ANSWER)
        return scores(self.traces, at, pull=self.pull, main=self.main, pair=pair, talk=talk)

    def same_paragraph(self, sentence: int, later: int) -> bool:
        """Say whether two sentences stand in one paragraph."""
        return "\n" not in self.text[self.sentences[max(sentence, 0)].start : self.sentences[later].start]

    def speaker(self, sentence: int) -> Person | None:
        """Return who speaks in the turn of this sentence, when the article names one."""
        turns = self.article.turns
        number = self.sentences[sentence].turn
        if not 0 <= number < len(turns) or turns[number].kind is not TurnKind.ANSWER:
            return None
        return self.person(turns[number].speaker or "")

    def addressee(self, sentence: int) -> Person | None:
        """Return the interviewee whom a question speaks to."""
        turns = self.article.turns
        number = self.sentences[sentence].turn
        if not 0 <= number < len(turns) or turns[number].kind is not TurnKind.QUESTION:
            return None
        answers = [t for t in turns[number:] + turns[:number] if t.kind is TurnKind.ANSWER and t.speaker]
        return self.person(answers[0].speaker or "") if answers else None

    def person(self, name: str) -> Person | None:
        """Return the person of that name or surname, in any case of letters."""
        low = name.strip().lower()
        return self.people.get(low) or self.people.get(low.rsplit(" ", 1)[-1]) if low else None


def add_person(scene: Scene, person: Person) -> None:
    """Let the person be found by full name and by surname."""
    low = person.name.lower().removesuffix(" jr.").removesuffix(" jr")
    for key in (person.name.lower(), low, low.rsplit(" ", 1)[-1], *family_name(scene.roster, low)):
        scene.people[key] = person
    scene.people.setdefault(low.partition(" ")[0], person)


def family_name(roster: Roster, low: str) -> tuple[str, ...]:
    """Return the first word too where it may be the family name (*Qiao Lian*): short two-word names."""
    parts = low.split()
    return (parts[0],) if len(parts) in (2, 3) and len(parts[0]) <= len("zhang") else ()
