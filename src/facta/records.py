"""The nouns of Facta: frozen records that stages make, pass on, and never change.

All offsets are half open and count characters (code points) of the one ``Article.text``. A later stage points into
earlier records; nothing is rewritten.

>>> Span(0, 3).overlaps(Span(2, 5))
True
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of ``Article.text``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class TurnKind(StrEnum):
    """What a stretch of an article is; text outside every turn is page furniture and is never coded."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    QUESTION = "question"
    ANSWER = "answer"
    NARRATION = "narration"


class Status(StrEnum):
    """What the text commits to (ANNOTATION: status)."""

    ACTUAL = "actual"
    ALLEGED = "alleged"
    PLANNED = "planned"
    PROPOSED = "proposed"
    HYPOTHETICAL = "hypothetical"


class Polarity(StrEnum):
    """``-`` when the text says that it did not, will not or should not be so."""

    POSITIVE = "+"
    NEGATIVE = "-"

    def flipped(self) -> Polarity:
        """Return the other one."""
        return Polarity.NEGATIVE if self is Polarity.POSITIVE else Polarity.POSITIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days as ISO dates, both included; ``basis`` is the wording or place it comes from."""

    start: str
    end: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone the article names, with the role it gives them."""

    name: str
    role: str
    code: str | None
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A stretch of text in one voice; ``speaker`` is a name as written, or None for the article's own voice."""

    kind: TurnKind
    speaker: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The text behind a page and what is known about it. ``text`` never changes once made."""

    source: str
    text: str
    title: str | None = None
    url: str | None = None
    language: str | None = None
    publisher: str | None = None
    published: Interval | None = None
    page_clock: str | None = None
    people: tuple[Person, ...] = ()
    turns: tuple[Turn, ...] = ()

    @property
    def id(self) -> str:
        """Hash of the address and the text: the same page read twice has one id."""
        return content_id("article", self.url or "", self.text)


@dataclass(slots=True)
class Token:
    """A word of a parsed sentence. ``i`` and ``head`` are positions in ``Sentence.tokens``; a root is its own head.

    ``pos`` is the universal tag, ``tag`` the Penn tag, ``dep`` spaCy's English (ClearNLP) dependency label. Tokens are
    made and read by the million: slots are twice as fast as a tuple, and ``Final`` keeps them from being changed.
    """

    i: Final[int]
    start: Final[int]
    end: Final[int]
    text: Final[str]
    lemma: Final[str]
    pos: Final[str]
    tag: Final[str]
    dep: Final[str]
    head: Final[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A parsed sentence: its place, the turn it belongs to, its tokens, and each token's children."""

    start: int
    end: int
    turn: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def subtree(self, i: int) -> tuple[int, ...]:
        """Return the positions of ``i`` and all that depends on it, in order of the text."""
        out, todo = [], [i]
        while todo:
            k = todo.pop()
            out.append(k)
            todo.extend(self.children[k])
        return tuple(sorted(out))

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Return the governors of ``i``, the nearest first."""
        out: list[int] = []
        while self.tokens[i].head != i and len(out) <= len(self.tokens):
            i = self.tokens[i].head
            out.append(i)
        return tuple(out)

    def within(self, start: int, end: int) -> list[int]:
        """Return the positions of the tokens that lie inside ``[start, end)`` of the text."""
        return [t.i for t in self.tokens if start <= t.start and t.end <= end]

    def dependents(self, i: int, *deps: str) -> list[Token]:
        """Return the children of ``i``, only those with one of the labels if any are given."""
        children = self.children[i]
        if not children:
            return []
        tokens = self.tokens
        if not deps:
            return [tokens[k] for k in children]
        return [token for k in children if (token := tokens[k]).dep in deps]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the encoder makes of a sentence, as probabilities; rows follow ``Sentence.tokens``.

    ``types[i][n]``: word ``i`` names an act of type ``names[n]`` (the first name is empty: no act); ``peaks[i]`` is the
    highest of these but the first. If it names one: ``modes[i][n]`` its type and mode are ``mode_names[n]``,
    ``actors[i][k]`` and ``recipients[i][k]`` word ``k`` names who did it, or to whom. If word ``i`` names a party:
    ``sectors[i][n]`` its sector is ``sector_names[n]``, ``owners[i][k]`` word ``k`` names its state; ``states`` gives
    the code of each word that names one.
    """

    names: tuple[str, ...]
    mode_names: tuple[str, ...]
    sector_names: tuple[str, ...]
    states: Mapping[int, str]
    types: Sequence[Sequence[float]]
    peaks: Sequence[float]
    modes: Sequence[Sequence[float]]
    actors: Sequence[Sequence[float]]
    recipients: Sequence[Sequence[float]]
    sectors: Sequence[Sequence[float]]
    owners: Sequence[Sequence[float]]

    def none(self, i: int) -> float:
        """Return how likely word ``i`` names no act."""
        return self.types[i][0]

    def of_type(self, i: int, type_: str) -> float:
        """Return how likely word ``i`` names an act of a type."""
        return self.types[i][self.names.index(type_)]

    def best(self, i: int) -> tuple[str, float]:
        """Return the likeliest type of act that word ``i`` may name, and how likely it is."""
        row = self.types[i]
        n = max(range(1, len(row)), key=row.__getitem__)
        return self.names[n], row[n]

    def mode(self, i: int, type_: str) -> str | None:
        """Return the likeliest mode of an act of a type at word ``i``, or None when it has none."""
        own = [n for n, name in enumerate(self.mode_names) if name.partition("/")[0] == type_]
        return self.mode_names[max(own, key=self.modes[i].__getitem__)].partition("/")[2] or None if own else None

    def sector(self, i: int) -> tuple[str, float]:
        """Return the likeliest sector of the party that word ``i`` names, and how likely it is; empty for none."""
        row = self.sectors[i]
        n = max(range(len(row)), key=row.__getitem__)
        return self.sector_names[n], row[n]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who someone is: state or body (``code``), PLOVER sector, and a roster entry when there is one."""

    code: str | None
    sector: str | None
    name: str | None = None
    id: str | None = None


class MentionKind(StrEnum):
    """How the text refers to an actor."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A phrase that denotes one or more actors. ``head`` is the position of its head word in its sentence.

    ``actors`` has several entries for "the two armies", one for most, and an ``Actor`` without a code where the text
    names a role but no country. ``rule`` says how it was resolved.
    """

    sentence: int
    head: int
    start: int
    end: int
    text: str
    kind: MentionKind
    actors: tuple[Actor, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One actor in one role of an event, or one link of a chain of sources."""

    text: str
    start: int | None
    end: int | None
    code: str | None
    sector: str | None
    name: str | None = None
    id: str | None = None
    cue: str | None = None


class Stance(StrEnum):
    """How a report of speech stands to what it reports."""

    NEUTRAL = "neutral"
    DISTANT = "distant"
    DENIAL = "denial"
    FACTIVE = "factive"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody says something: PARC's source, cue and content, as spans of the article.

    ``content`` may be in several pieces. ``source`` is None when nobody is named (*it is said that*). ``who`` are the
    actors that the source denotes. ``parent`` is the position, in the tuple of an article's claims, of the claim in
    whose content this one stands.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: Stance
    who: tuple[Participant, ...]
    parent: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression: TIMEX3 type and value, and the days it covers (None when they cannot be known)."""

    start: int
    end: int
    text: str
    type: str
    value: str
    interval: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that decided a status or polarity, and what they were taken to do."""

    start: int
    end: int
    text: str
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Status and polarity of one trigger, a factuality score from -3 to 3, the words that decided, nearest first."""

    status: Status
    polarity: Polarity
    score: float
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One step of an explanation: which step, what it found, and the rule or resource line behind it."""

    step: str
    what: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What made a record: coder version and digest of all resources used."""

    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, when, and how far the text commits to it. Its id is a hash of what it says and where."""

    article_id: str
    sense: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: Span
    evidence: Span
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    status: Status
    polarity: Polarity
    cues: tuple[Cue, ...]
    sources: tuple[Participant, ...]
    when: Interval | None
    place: Participant | None
    score: float
    quad: int
    confidence: float
    type_plover: str
    auxiliary: tuple[str, ...]
    origin: Origin
    reasons: tuple[Reason, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """Hash of article, place, type, participants, status and voice."""
        roles = (self.actors, self.recipients, self.sources)
        keys = (",".join(f"{p.code}/{p.sector}/{p.start}" for p in people) for people in roles)
        return content_id(
            "event", self.article_id, str(self.trigger.start), str(self.trigger.end), self.type, self.mode or "",
            self.status, self.polarity, *keys,
        )

    @property
    def happened(self) -> bool:
        """True for a deed: the text presents it as having happened or going on."""
        return self.status is Status.ACTUAL and self.polarity is Polarity.POSITIVE

    @property
    def voice(self) -> str:
        """``article``; ``self`` when the innermost source is, or speaks for, one of the actors; ``other``."""
        if not self.sources:
            return "article"
        said = self.sources[-1]
        same = any(
            (said.id is not None and said.id == a.id) or (said.code is not None and said.code == a.code)
            for a in self.actors
        )
        return "self" if same else "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that could not be done, kept as a row: which source, at which stage, which error and its words."""

    source: str
    stage: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """All that was made of one article."""

    article: Article
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    failures: tuple[Failure, ...] = ()


def content_id(kind: str, *parts: str) -> str:
    """Return a 16-digit hexadecimal id that depends on nothing but the given content."""
    data = "\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:16]
