"""From an article to its records: the stages in their order, with the resources they need."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, cached_property, partial
from importlib.resources import files
from pathlib import Path

import facta
from facta.actors import owned, resolve, resolve_people
from facta.article import from_text
from facta.claims import attribute, chain
from facta.errors import SourceError, UsageError
from facta.events import Knowledge, Settle, choose, is_unpolitical, judge
from facta.events import code as code_events
from facta.events import relate as relate_types
from facta.hints import Encoder
from facta.records import (
    Article,
    Claim,
    Coding,
    Failure,
    Hints,
    Interval,
    Mention,
    Origin,
    Sentence,
    Span,
    Timex,
    Turn,
    TurnKind,
    Verdict,
)
from facta.resources.actorwords import load_actor_words
from facta.resources.calendar import load_calendar
from facta.resources.language import digest, load_language
from facta.resources.ontology import load_ontology
from facta.resources.reporting import load_reporting
from facta.resources.roster import load_roster
from facta.resources.status import load as load_status
from facta.resources.weights import load_weights
from facta.sentences import mended, not_prose, parse
from facta.sentences.parsers.spacy import SpacyParser
from facta.times import find, frames, tenses, when

#: The tables of weights that settle what lexicon, rules and encoder say.
WEIGHTS = ("acts", "parties", "sectors")
#: An article is coded up to here and the rest reported: at 7,000 words a second this is some four seconds of work.
MAX_CHARS = 150_000


class Coder:
    """Codes articles. Make one and reuse it: loading takes a second or two, coding a page a fraction of that.

    ``ontology`` is a name or a folder of your own, ``roster`` files of your own actors, ``pipeline`` another spaCy
    pipeline than the pinned one; ``encoder=False`` codes by rules alone, which is faster and misses more; ``explain``
    keeps the reasons of each record.
    """

    def __init__(
        self, *, language: str = "en", ontology: str = "plover", roster: Iterable[str | Path] = (),
        pipeline: str | None = None, encoder: bool | Encoder = True, explain: bool = False,
    ) -> None:
        self._tag = language
        self._explain = explain
        self._language = load_language(language)
        self._ontology = load_ontology() if ontology == "plover" else load_ontology(ontology, Path(ontology))
        own = [Path(path) for path in roster]
        self._roster = load_roster(extra=own)
        states = digest(files("facta.resources") / "rosters" / "states")
        self._roster_digest = " ".join((states, *(hashlib.sha256(path.read_bytes()).hexdigest() for path in own)))
        self._words = load_actor_words()
        self._reporting = load_reporting(language)
        self._speech = self._reporting.speech
        self._calendar = load_calendar(files("facta.resources") / "languages" / language)
        self._status = load_status(language)
        self._parser = SpacyParser(pipeline)
        self._encoder = Encoder(self._roster) if encoder is True else encoder or None

    @cached_property
    def origin(self) -> Origin:
        """Version of the coder and digest of all resources and weights in use."""
        models = files("facta.resources") / "models"
        tables = [models / name for name in WEIGHTS if (models / name).is_dir()]
        learned = [self._encoder.digest, *map(digest, tables)] if self._encoder else []
        parts = (self._language.digest, self._ontology.digest, self._roster_digest, self._parser.digest, *learned)
        return Origin(version=facta.__version__, digest=hashlib.sha256("".join(parts).encode()).hexdigest()[:16])

    @cached_property
    def _knowledge(self) -> Knowledge:
        acts = load_weights("acts") if self._encoder else None
        return Knowledge(
            self._language, self._ontology, self._status, self.origin, acts or None, self._settle, self._explain
        )

    @cached_property
    def _settle(self) -> Settle | None:
        weights = load_weights("parties") if self._encoder else None
        return partial(choose, weights=weights, sectors=load_weights("sectors")) if weights else None

    def code(self, article: Article) -> Coding:
        """Return events, claims and failures of an article; its people get their codes.

        Raises:
            SourceError: the article is in a language that is not coded.

        """
        if article.language not in (None, self._tag):
            raise SourceError(
                "S20", article.source, f"the text is in another language ({article.language})",
                f"Facta codes {self._tag}; `facta read` shows the article.",
            )
        article, failures = _limited(article)
        article = replace(article, people=resolve_people(article, self._roster, self._words))
        # What lies behind the limit is neither coded nor looked at.
        near = replace(article, text=article.text[:MAX_CHARS])
        sentences, mentions, hints = self.look(near)
        said = attribute(near, sentences, mentions, self._reporting)
        timexes = find(near.text, near.published, self._calendar, tense_of=tenses(sentences, self._calendar))
        framed = frames(near.text, timexes, self._calendar)

        @cache
        def voices(trigger: Span) -> tuple[Claim, ...]:
            return tuple(said[k] for k in chain(said, trigger))

        def date_of(sentence: Sentence, i: int) -> Interval | None:
            kind = article.turns[sentence.turn].kind if article.turns else TurnKind.NARRATION
            return when(
                timexes, sentence, i, article.published, self._calendar, frame=framed.get(sentence.start), kind=kind
            )

        events = code_events(article, sentences, mentions, hints, self._knowledge, voices, date_of)
        return Coding(article=article, events=events, claims=said, failures=failures)

    def relate(
        self, text: str, *, actor: tuple[int, int] | None, recipient: tuple[int, int] | None
    ) -> list[tuple[str, float]]:
        """Return all types with a probability each, most probable first; see ``facta.relate``."""
        first, second = (None if span is None else _inside(text, span) for span in (actor, recipient))
        article = _plain(text)
        sentences = self.sentences(article)
        mentions = resolve(article, sentences, self._roster, self._words)
        hints = tuple(self._encoder.read(text, s) if self._encoder else None for s in sentences)
        return relate_types(
            sentences, mentions, hints, first, second, self._language, self._ontology, self._status
        )

    def status(self, text: str, *, trigger: tuple[int, int]) -> Verdict:
        """Return status, polarity, score and cues of the act whose words are given; see ``facta.status``."""
        span = _inside(text, trigger)
        article = _plain(text)
        sentences = self.sentences(article)
        said = attribute(article, sentences, (), self._reporting)
        for sentence in sentences:
            own = {t.i for t in sentence.tokens if span.overlaps(Span(t.start, t.end))}
            if own:
                head = next(i for i in sorted(own) if sentence.tokens[i].head not in own - {i})
                return judge(sentence, head, self._status, claims=tuple(said[k] for k in chain(said, span)))
        raise UsageError("U03", f"trigger {tuple(span)}", "no word stands there", "Give the offsets of a word.")

    def claims(self, text: str) -> tuple[Claim, ...]:
        """Return who says what in a text; see ``facta.claims``."""
        article, sentences, mentions = self._read(text)
        return attribute(article, sentences, mentions, self._reporting)

    def times(self, text: str, *, published: str | None = None) -> tuple[Timex, ...]:
        """Return the time expressions of a text; see ``facta.times``."""
        article = from_text(text, published=published)
        return find(text, article.published if published else None, self._calendar)

    def _read(self, text: str) -> tuple[Article, tuple[Sentence, ...], tuple[Mention, ...]]:
        article = from_text(text)
        sentences = self.sentences(article)
        return article, sentences, resolve(article, sentences, self._roster, self._words)

    def sentences(
        self, article: Article, worth: Callable[[list[str]], bool] = lambda words: True
    ) -> tuple[Sentence, ...]:
        """Return the parsed sentences that are worth it, with participles hung where they belong."""
        return tuple(mended(sentence, self._speech) for sentence in parse(article, self._parser, worth))

    def look(
        self, article: Article
    ) -> tuple[tuple[Sentence, ...], tuple[Mention, ...], tuple[Hints | None, ...]]:
        """Return the sentences that are worth it, who is named in them, and the encoder's hints where anybody is.

        The encoder has read little but politics: an article about something else is left to the rules.
        """
        sentences = self.sentences(article, self._worth)
        mentions = resolve(article, sentences, self._roster, self._words)
        if self._encoder is None or is_unpolitical(mentions, len(sentences)):
            return sentences, mentions, (None,) * len(sentences)
        named = {m.sentence for m in mentions if m.actors}
        read = (self._encoder.read(article.text, s) if k in named else None for k, s in enumerate(sentences))
        hints = tuple(read)
        return sentences, owned(mentions, sentences, hints), hints

    def _worth(self, words: list[str]) -> bool:
        """Say whether a sentence can hold a record, from its words."""
        return self._language.screen.passes(words)


def _plain(text: str) -> Article:
    """Return a text as one stretch of narration, all of it content."""
    turn = Turn(kind=TurnKind.NARRATION, speaker=None, start=0, end=len(text))
    return Article(source="text", text=text, turns=(turn,))


def _inside(text: str, span: tuple[int, int]) -> Span:
    start, end = span
    if not 0 <= start < end <= len(text):
        raise UsageError("U01", f"span ({start}, {end})", f"it lies outside the text of {len(text)} characters",
                         "Give (start, end) with 0 <= start < end <= length.")
    return Span(start, end)


def _limited(article: Article) -> tuple[Article, tuple[Failure, ...]]:
    """Return the article with the turns that can be coded in reasonable time, and what was left out."""
    failures = [
        Failure(source=article.source, stage="sentences", code="S21", message=str(SourceError(
            "S21", article.source, f"{span.end - span.start} characters from {span.start} on hold no end of a sentence",
            "They were left out as no prose.")))
        for span in not_prose(article)
    ]
    if len(article.text) > MAX_CHARS:
        turns = tuple(
            replace(turn, end=min(turn.end, MAX_CHARS)) for turn in article.turns if turn.start < MAX_CHARS
        )
        article = replace(article, turns=turns)
        failures.append(Failure(source=article.source, stage="sentences", code="S22", message=str(SourceError(
            "S22", article.source, f"the text has {len(article.text)} characters; the first {MAX_CHARS} were coded",
            "Split it into articles."))))
    return article, tuple(failures[:1] + failures[-1:] if len(failures) > 2 else failures)
