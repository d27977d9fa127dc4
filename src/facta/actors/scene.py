"""What an article has spoken of so far: states and how much, people by surname, and possible antecedents.

A :class:`Scene` lives for one call of ``resolve``; it reads nothing but the article, its sentences and the resources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from facta.actors.names import Hit, choose, spot
from facta.records import Actor, Article, Person, Sentence, TurnKind
from facta.resources.actorwords import ActorWords
from facta.resources.roster import SUPRANATIONAL, Roster

#: How strongly a mention of a state points to it as the state of a bare role, by where it stands.
WEIGHT_SUBJECT, WEIGHT_PLACE, WEIGHT_OTHER = 3.0, 2.6, 1.2
#: The state named last before the role, in the same sentence.
WEIGHT_LAST = 0.6
WEIGHT_MAIN, WEIGHT_SHARE, WEIGHT_PAIR, FADE = 1.0, 2.5, 8.0, 0.45
DATELINE_BONUS, TITLE_BONUS = 3, 2
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
    main: str | None
    people: dict[str, Person] = field(default_factory=dict)
    known: dict[str, Actor] = field(default_factory=dict)
    referents: list[Referent] = field(default_factory=list)
    traces: list[tuple[int, int, str, float]] = field(default_factory=list)
    last_speaker: Actor | None = None
    holders: dict[str, str] = field(default_factory=dict)
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

    def state_here(self, sentence: int, token: int, avoid: Iterable[str] = ()) -> str | None:
        """Return the state that a bare role at this place most likely belongs to."""
        scores = self._scores(sentence, token)
        for code in avoid:
            scores.pop(code, None)
        return max(scores, key=lambda c: scores[c]) if scores else None

    def pair_here(self, sentence: int, token: int, count: int = 2) -> tuple[str, ...]:
        """Return the states that *both* or *the two countries* most likely are."""
        scores = self._scores(sentence, token, share=WEIGHT_PAIR, near=NEAR_PAIR)
        return tuple(sorted(scores, key=lambda c: -scores[c])[:count])

    def _scores(self, sentence: int, token: int, share: float = WEIGHT_SHARE, near: float = 1.0) -> dict[str, float]:
        total = sum(self.topical.values()) or 1
        scores = {code: share * n / total for code, n in self.topical.items() if code not in SUPRANATIONAL}
        if self.main:
            scores[self.main] = scores.get(self.main, 0.0) + WEIGHT_MAIN
        paragraph = self.paragraph_start(sentence)
        best: dict[str, float] = {}
        for k, i, code, weight in reversed(self.traces):
            if sentence - k > REACH:
                break
            if k == sentence and i >= token:
                continue
            value = weight * FADE ** (sentence - k) * (1.0 if k >= paragraph else 0.5)
            if k == sentence and not best:
                value += WEIGHT_LAST
            best[code] = max(best.get(code, 0.0), value)
        for code, value in best.items():
            scores[code] = scores.get(code, 0.0) + near * value
        return scores

    def paragraph_start(self, sentence: int) -> int:
        """Return the first sentence of the paragraph that this one stands in."""
        k = sentence
        while k > 0 and sentence - k < REACH:
            if "\n" in self.text[self.sentences[k - 1].end : self.sentences[k].start]:
                break
            k -= 1
        return k

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


def make_scene(
    article: Article, sentences: Sequence[Sentence], roster: Roster, words: ActorWords, people: Iterable[Person]
) -> Scene:
    """Spot all names, choose their readings by what the article is about, and find its main state."""
    text = article.text.replace("’", "'").replace("‘", "'")
    day = article.published.start if article.published else None
    hits = [spot(sentence, text, roster, words) for sentence in sentences]
    rough: Counter[str] = Counter()
    for found in hits:
        for hit in found:
            codes = {r.entry.code for r in hit.refs if r.form not in ("context", "leader")}
            if len(codes) == 1:
                rough.update(codes)
    needed = any(hit.name in words.meanings for found in hits for hit in found)
    vocabulary: set[str] = {t.text.lower() for s in sentences for t in s.tokens} if needed else set()
    kept = [[h for h in found if choose(h, rough, vocabulary, day=day, words=words, roster=roster)] for found in hits]
    topical: Counter[str] = Counter()
    for k, found in enumerate(kept):
        for hit in found:
            if hit.entry.code not in SUPRANATIONAL:
                topical[hit.entry.code] += TITLE_BONUS if _is_title(article, sentences[k]) else 1
    dateline = _dateline(sentences, kept)
    if dateline:
        topical[dateline] += DATELINE_BONUS
    scene = Scene(article, sentences, roster, words, day, text, kept, topical, None)
    scene.main = topical.most_common(1)[0][0] if topical else None
    speakers = {(t.speaker or "").lower() for t in article.turns if t.kind is TurnKind.ANSWER}
    for person in people:
        speaks = speakers & {person.name.lower(), person.name.lower().rsplit(" ", 1)[-1]}
        at_home = person.code is None and speaks and _speaks_of_us(article, sentences)
        code = scene.main if at_home else person.code
        add_person(scene, Person(name=person.name, role=person.role, code=code, sector=person.sector))
    return scene


def _speaks_of_us(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Say whether an interview's answers speak of *us* and *our*: then its topic is the speaker's own state."""
    return any(
        t.text.lower() in ("our", "us", "we")
        for s in sentences if 0 <= s.turn < len(article.turns) and article.turns[s.turn].kind is TurnKind.ANSWER
        for t in s.tokens
    )


def add_person(scene: Scene, person: Person) -> None:
    """Let the person be found by full name and by surname."""
    low = person.name.lower().removesuffix(" jr.").removesuffix(" jr")
    for key in (person.name.lower(), low, low.rsplit(" ", 1)[-1], *family_name(scene.roster, low)):
        scene.people[key] = person


def family_name(roster: Roster, low: str) -> tuple[str, ...]:
    """Return the first word too where it may be the family name (*Qiao Lian*): short two-word names."""
    parts = low.split()
    return (parts[0],) if len(parts) in (2, 3) and len(parts[0]) <= len("zhang") else ()


def _is_title(article: Article, sentence: Sentence) -> bool:
    turns = article.turns
    if 0 <= sentence.turn < len(turns):
        return turns[sentence.turn].kind is TurnKind.HEADLINE
    return bool(article.title) and sentence.start < len(article.title or "")


def _dateline(sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]]) -> str | None:
    """Return the state of a dateline: a place in capitals, then a dash or bracket, at the start of a sentence."""
    for sentence, found in list(zip(sentences, hits, strict=True))[:6]:
        if found and found[0].start == 0 and sentence.tokens[0].text.isupper():
            after = sentence.tokens[found[0].end : found[0].end + 4]
            if any(t.text in ("—", "–", "-", "--", "(") for t in after):
                return found[0].entry.code
    return None
