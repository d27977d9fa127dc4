"""Words → word pieces: the numbers that the encoder reads, and where each word begins among them."""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

#: A longer word says no more by its further pieces.
MAX_PIECES_A_WORD = 6
BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


class Pieces:
    """Cuts words into pieces of a fixed vocabulary; each word is cut once and remembered."""

    #: Words remembered at most, so that memory does not grow with the archive.
    LIMIT = 50_000

    def __init__(self, vocabulary: Sequence[str], most: int) -> None:
        numbers = {piece: n for n, piece in enumerate(vocabulary)}
        self._most = most
        self._begin, self._end, self._unknown = (numbers[piece] for piece in (BEGIN, END, UNKNOWN))
        self._tokenizer = Tokenizer(WordPiece(numbers, unk_token=UNKNOWN))
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()
        self._known: dict[str, list[int]] = {}

    def encode(self, words: Sequence[str | None]) -> tuple[list[int], list[int]]:
        """Return the pieces of a sentence and the place of each word's first; None shares that of the word before."""
        ids = [self._begin]
        first: list[int] = []
        for word in words:
            if word is None and first:
                first.append(first[-1])
                continue
            first.append(len(ids))
            ids += self._cut(word or UNKNOWN)
        if len(ids) >= self._most:
            ids = ids[: self._most - 1]
            first = [min(k, self._most - 2) for k in first]
        return [*ids, self._end], first

    def _cut(self, word: str) -> list[int]:
        known = self._known.get(word)
        if known is None:
            known = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_A_WORD] or [self._unknown]
            if len(self._known) < self.LIMIT:
                self._known[word] = known
        return known
