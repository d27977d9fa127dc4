"""What an article has spoken of so far: states and how much, people by surname, and possible antecedents.

A :class:`Scene` lives for one call of ``resolve``; it reads nothing but the article, its sentences and the resources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from facta.actors.names import Hit
from facta.actors.survey import Spotted
from facta.records import Actor, Article, Person, Sentence, TurnKind
from facta.resources.actorwords import ActorWords
from facta.resources.roster import SUPRANATIONAL, Roster

#: How strongly a mention of a state points to it as the state of a bare role, by where it stands.
WEIGHT_SUBJECT, WEIGHT_PLACE, WEIGHT_OTHER, WEIGHT_PRIVATE = 3.0, 2.6, 1.2, 0.6
#: The state named last before the role, in the same sentence.
WEIGHT_LAST = 0.6
WEIGHT_MAIN, WEIGHT_SHARE, WEIGHT_PAIR, FADE = 2.0, 1.5, 8.0, 0.88
#: A state in the same sentence, in the heading above, in another paragraph.
HERE, HEADING, OTHER_PARAGRAPH = 1.3, 1.4, 0.4
#: For pairs the article as a whole counts more than the last sentence.
NEAR_PAIR = 0.25
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
    traces: list[tuple[int, int, str, float]] = field(default_factory=list)
    last_speaker: Actor | None = None
    holders: dict[str, tuple[str, int]] = field(default_factory=dict)
    quotes: list[tuple[int, int]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The part of all mentions of states that the main one has."""
        total = sum(self.topical.values())
        return self.topical[self.main] / total if self.main and total else 0.0

    def trace(self, sentence: int, token: int, code: str | None, weight: float) -> None:
        """Remember that a state was mentioned here."""
        if code and code not in SUPRANATIONAL:
            self.traces.append((sentence, token, code, weight))

    def state_here(
        self, sentence: int, token: int, avoid: Iterable[str] = (), lean: Mapping[str, float] | None = None
    ) -> str | None:
        """Return the state that a bare role at this place most likely belongs to; ``lean`` is what its clause adds."""
        scores = self._scores(sentence, token)
        for code, more in (lean or {}).items():
            if more > 0 or code in scores:
                scores[code] = scores.get(code, 0.0) + more
        for code in avoid:
            scores.pop(code, None)
        return max(scores, key=lambda c: scores[c]) if scores else None

    def pair_here(self, sentence: int, token: int, count: int = 2) -> tuple[str, ...]:
        """Return the states that *both* or *the two countries* most likely are."""
        scores = self._scores(sentence, token, share=WEIGHT_PAIR, near=NEAR_PAIR)
        return tuple(sorted(scores, key=lambda c: -scores[c])[:count])

    def _scores(self, sentence: int, token: int, share: float = WEIGHT_SHARE, near: float = 1.0) -> dict[str, float]:
        total = sum(self.pull.values()) or 1
        scores = {code: share * n / total for code, n in self.pull.items()}
        if self.main:
            scores[self.main] = scores.get(self.main, 0.0) + WEIGHT_MAIN
        paragraph = self.paragraph_start(sentence)
        best: dict[str, float] = {}
        for k, i, code, weight in reversed(self.traces):
            if sentence - k > REACH:
                break
            if k == sentence and i >= token:
                continue
            value = weight * FADE ** (sentence - k) * (1.0 if k >= paragraph else OTHER_PARAGRAPH)
            if k == sentence:
                value = HERE * weight + (0.0 if best or weight < WEIGHT_OTHER else WEIGHT_LAST)
            elif k == paragraph and self.is_heading(k):
                value *= HEADING
            best[code] = max(best.get(code, 0.0), value)
        for code, value in best.items():
            scores[code] = scores.get(code, 0.0) + near * value
        return scores

    def paragraph_start(self, sentence: int) -> int:
        """Return the first sentence of the paragraph that this one stands in."""
        k = sentence
        while k > 0 and sentence - k < REACH:
            apart = "\n" in self.text[self.sentences[k - 1].end : self.sentences[k].start]
            if apart and not self.is_heading(k - 1):
                break
            k -= 1
            if apart:
                break
        return k

    def is_heading(self, k: int) -> bool:
        """Say whether a sentence is a line of its own without a full stop."""
        end = self.sentences[k].end
        return self.text[end - 1 : end].isalnum() and self.text[end : end + 1] in ("\n", "")

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
