"""Which language a text is in: text in, ISO 639-1 code or None out. The model is loaded on first use.

>>> identify("The ministers of both countries met in Entebbe on Sunday to settle the affair, officials said.")
'en'
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, cast

from facta.article.limits import LANGUAGE_CHARS

MIN_PROBABILITY = 0.5
"""Below this normalised probability the language stays unknown."""

MIN_PROBABILITY_SHORT = 0.9
"""The same for texts under ``SHORT_CHARS``: names alone can look like any language."""

SHORT_CHARS = 200


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    """Load the model once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))


def identify(text: str, declared: str | None = None) -> str | None:
    """Return the language of ``text``; ``declared`` (a page's own word) decides when the text is too short to tell."""
    sample = text[:LANGUAGE_CHARS]
    hint = declared.strip().lower()[:2] if declared and declared[:2].isalpha() else None
    if not any(c.isalpha() for c in sample):
        return hint
    code, probability = _identifier().classify(sample)
    bar = MIN_PROBABILITY_SHORT if len(sample) < SHORT_CHARS else MIN_PROBABILITY
    return str(code) if probability >= bar else hint
