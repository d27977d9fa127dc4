"""Corpus texts → sentences as the encoder reads them, with what each word is in gold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import facta
from facta.evaluate import gold
from facta.evaluate.marks import GoldArticle, Mark, Party
from facta.hints.pieces import Pieces
from facta.hints.words import named, plain
from facta.records import Sentence
from facta.resources.roster import load_roster


@dataclass(frozen=True, slots=True)
class Named:
    """A gold party inside one sentence: its words, its sector, and the words that name its state or another one."""

    words: tuple[int, ...]
    sector: str
    state: tuple[int, ...]
    other: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A gold record inside one sentence: positions of its words, and of those that name its parties here."""

    words: tuple[int, ...]
    type: str
    mode: str
    status: str
    negative: bool
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    parties: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: its word pieces, the place of each word's first piece, and its acts."""

    text: str
    ids: list[int]
    first: list[int]
    acts: tuple[Act, ...]


def examples(
    paths: Sequence[Path], pieces: Pieces, stand_in: dict[str, str], coder: facta.Coder
) -> Iterator[Example]:
    """Yield every sentence of the gold texts under some paths."""
    roster = load_roster()
    for article in gold.load(list(paths)):
        read = facta.from_text(
            article.text, published=article.published, title=article.title, publisher=article.publisher
        )
        if read.text != article.text:
            raise ValueError(f"{article.id}: the text is changed by reading; write it plainly")
        for sentence in coder.sentences(read):
            states = named(read.text, sentence, roster)
            ids, first = pieces.encode(plain(sentence, states, stand_in))
            where = {k: state.code for state in states for k in range(state.first, state.last + 1)}
            text = read.text[sentence.start : sentence.end]
            yield Example(text, ids, first, tuple(_acts(article, sentence, where)))


def _acts(article: GoldArticle, sentence: Sentence, where: Mapping[int, str]) -> Iterator[Act]:
    for mark in article.mentions:
        if sentence.start <= mark.trigger.start < sentence.end:
            words = _words(sentence, mark.trigger.start, mark.trigger.end)
            if words:
                yield Act(
                    words, mark.type, mark.mode or "", str(mark.status), str(mark.polarity) == "-",
                    _named(article, sentence, mark, mark.actors), _named(article, sentence, mark, mark.recipients),
                    tuple(_parties(article, sentence, mark, where)),
                )


def _parties(
    article: GoldArticle, sentence: Sentence, mark: Mark, where: Mapping[int, str]
) -> Iterator[Named]:
    for party in (*mark.actors, *mark.recipients):
        words = _named(article, sentence, mark, [party])
        if words:
            yield Named(
                words, (party.sector or "").split(" ")[0],
                tuple(k for k, code in where.items() if code == party.code),
                tuple(k for k, code in where.items() if code != party.code),
            )


def _words(sentence: Sentence, start: int, end: int) -> tuple[int, ...]:
    return tuple(t.i for t in sentence.tokens if t.start < end and start < t.end)


def _named(article: GoldArticle, sentence: Sentence, mark: Mark, parties: Sequence[Party]) -> tuple[int, ...]:
    """Return the words of a sentence that name some parties: of each the occurrence nearest to the trigger."""
    found: set[int] = set()
    for party in parties:
        if not party.text.strip():
            continue
        at = mark.trigger.start
        spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(party.text)}(?!\w)", article.text)]
        inside = [(a, b) for a, b in spans if sentence.start <= a and b <= sentence.end]
        if inside:
            found.update(_words(sentence, *min(inside, key=lambda span: abs(span[0] - at))))
    return tuple(sorted(found))
