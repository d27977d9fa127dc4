"""Facta reads the news and writes down what was done, and apart from it what was only said.

>>> import facta
>>> "code" in facta.__all__
True
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"

#: The public names and where each lives; they are loaded on first use, so that importing ``facta`` costs nothing.
_HOMES = {
    "Article": "facta.records",
    "Claim": "facta.records",
    "Coder": "facta.pipeline.coder",
    "Coding": "facta.records",
    "Event": "facta.records",
    "FactaError": "facta.errors",
    "Span": "facta.records",
    "claims": "facta.pipeline.api",
    "code": "facta.pipeline.api",
    "from_text": "facta.article",
    "read": "facta.article",
    "relate": "facta.pipeline.api",
    "status": "facta.pipeline.api",
    "times": "facta.pipeline.api",
}

if TYPE_CHECKING:
    from facta.article import from_text, read
    from facta.errors import FactaError
    from facta.pipeline.api import claims, code, relate, status, times
    from facta.pipeline.coder import Coder
    from facta.records import Article, Claim, Coding, Event, Span

__all__ = [
    "Article",
    "Claim",
    "Coder",
    "Coding",
    "Event",
    "FactaError",
    "Span",
    "__version__",
    "claims",
    "code",
    "from_text",
    "read",
    "relate",
    "status",
    "times",
]


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'facta' has no attribute {name!r}; it has {', '.join(__all__)}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)


class _Face(ModuleType):
    """The package as users see it: ``facta.claims`` is the function, also once the room of that name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
