"""How an act hangs on what is above it: the kinds of joints, and the ``Link`` that names one."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from facta.records import Token
from facta.resources.status import Signature


class Kind(StrEnum):
    """How an act hangs on what is above it when no lexicon entry decides."""

    ROOT = "root"
    CONJUNCT = "conjunct"
    GOVERNED = "governed"
    REPORT = "report"
    QUESTION = "question"
    PURPOSE = "purpose"
    SAME = "same"
    ASIDE = "aside"
    TIME = "time"
    PARTICIPLE = "participle"
    RELATIVE = "relative"
    NOUN = "noun"
    EXAMPLE = "example"
    OWN = "own"


class Link(NamedTuple):
    """The governor ``head`` of an act, by ``frame``, with the lexicon's ``signature`` if it has one.

    ``turned`` is the *not* before a preposition.
    """

    kind: Kind
    head: int
    frame: str = ""
    signature: Signature | None = None
    turned: Token | None = None
