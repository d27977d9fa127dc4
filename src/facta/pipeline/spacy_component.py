"""Facta as a spaCy component: ``nlp.add_pipe("facta")``, then ``doc._.events``.

The text of the ``Doc`` is coded as one plain article; records carry character offsets, so they do not depend on the
user's own tokenisation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from facta.records import Event


@Language.factory("facta", default_config={"published": None})
def make_component(nlp: Language, name: str, published: str | None) -> Callable[[Doc], Doc]:
    """Return the component; ``published`` is the ISO date that relative dates refer to.

    Raises:
        UsageError: ``published`` is no date.

    """
    from facta.article import from_text
    from facta.pipeline.coder import Coder

    from_text("A date is checked here.", published=published)
    coder = Coder()

    def component(doc: Doc) -> Doc:
        events: tuple[Event, ...] = ()
        if doc.text.strip():
            events = coder.code(from_text(doc.text, published=published)).events
        doc._.events = events
        return doc

    if not Doc.has_extension("events"):
        Doc.set_extension("events", default=())
    return component
