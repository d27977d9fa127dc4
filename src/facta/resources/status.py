r"""The words that decide whether an act is done, alleged, planned, proposed or hypothetical.

Three tables of a language: ``status.tsv`` (what a governing word does to its content), ``status.words.tsv`` (single
words that stand with the act itself) and ``status.scores.tsv`` (weights of the factuality score).

A line of ``status.tsv`` reads: word ``lemma`` of ``pos`` (v, n, a; p for prepositions), joined to its content by one of
``frames``, has ``effect`` (see ``EFFECTS``) with ``polarity`` (``-`` turns it, ``*`` makes it ``+`` whatever the
governor's own), and is a ``speech`` act or not. Frames: ``to`` infinitive, ``xto`` infinitive with its own subject,
``perf`` perfect infinitive, ``ing`` gerund, ``that`` clause, ``bare`` infinitive, ``part`` participle, ``obj``,
``given`` (a definite object, *the strike*; before ``obj``), ``subj``, ``attr``, or a preposition. A particle stands
before (``off+obj``), a condition on the governor behind (``to@past``; also ``passive``, ``neg``, ``prog``, ``yet``,
``too``, ``alone`` without object, ``bare`` of a noun without determiner, ``clause`` with a clause as subject, ``in``
behind that preposition).

>>> lexicon = load()
>>> lexicon.governor("refuse", "v", ("to",))
Signature(effect='planned', negative=True, speech=True, fixed=False)
>>> "allegedly" in lexicon.words["adverb"]
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from facta.records import Status
from facta.resources.table import Row, load_table

#: Effects of a governing word besides the five statuses.
#: ``same``: the content is as the governor is (managed to); ``try``: an attempt; ``fact``: it is taken for granted
#: (condemned); ``say``: a neutral report; ``think``: a belief, whose negation is its content's (do not think that).
_STATUSES = frozenset(status.value for status in Status)
EFFECTS = frozenset(("same", "try", "fact", "say", "think")) | _STATUSES

#: Word classes that ``status.words.tsv`` may use. Those that the name does not explain: ``standing`` adjectives of what
#: is under way (*existing*), ``disbelief`` (with a status: of deeds too) and ``branding`` verbs (*labelled it a hoax*),
#: ``accusing`` words for charges, ``denying`` verbs that leave other things said undone, ``judging`` verbs and the
#: ``choice`` that they take for made, ``demonstrate`` verbs whose ``outspoken`` purpose is the act, ``cause`` verbs
#: whose *will* foretells, ``toward`` words whose *to* before a noun is their own, ``unit`` of time.
CLASSES = frozenset((
    "modal", "inversion", "not", "focus", "none", "nobody", "manner", "adverb", "modifier", "mark", "time", "future",
    "outsider", "advisable", "presupposing", "distant", "definite", "communicate", "generic", "result", "standing",
    "disbelief", "branding", "denying", "accusing", "involvement", "judging", "choice", "cause", "demonstrate",
    "outspoken", "example", "weekday", "invariant", "mandative", "unit", "less", "yet", "toward",
    "ordinal", "calendar",
))

#: ``*`` is ``+`` whatever the polarity of the governor.
_POLARITIES = frozenset("+-*")


class Signature(NamedTuple):
    """What a governing word does to its content.

    ``speech`` marks acts that pass on their own status when not actual; ``fixed`` a polarity that the governor's own
    negation does not turn (*cannot guarantee that*).
    """

    effect: str
    negative: bool
    speech: bool = False
    fixed: bool = False


class Word(NamedTuple):
    """What a single word does: a status or none, and whether it negates."""

    status: Status | None
    negative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLexicon:
    """Governors by (lemma, part of speech) and frame, word classes, and weights of the score."""

    governors: Mapping[tuple[str, str], Mapping[str, Signature]]
    words: Mapping[str, Mapping[str, Word]]
    weights: Mapping[str, float]

    def governor(self, lemma: str, pos: str, frames: Iterable[str]) -> Signature | None:
        """Return the signature of the first of ``frames`` that the word has."""
        known = self.governors.get((lemma, pos))
        if known is None:
            return None
        return next((known[frame] for frame in frames if frame in known), None)

    def word(self, group: str, text: str) -> Word | None:
        """Return the entry of a lower-case word in a class."""
        return self.words[group].get(text)


@lru_cache(maxsize=4)
def load(language: str = "en", folder: Path | None = None) -> StatusLexicon:
    """Read the tables of a language, from the package or from a user's ``folder``.

    Raises:
        ResourceError: a file is missing or a line is wrong.

    """
    root: Traversable | Path = folder or files("facta.resources").joinpath("languages", language)
    return StatusLexicon(
        governors=_governors(root.joinpath("status.tsv")),
        words=_words(root.joinpath("status.words.tsv")),
        weights=_weights(root.joinpath("status.scores.tsv")),
    )


def _governors(path: Traversable | Path) -> dict[tuple[str, str], dict[str, Signature]]:
    out: dict[tuple[str, str], dict[str, Signature]] = {}
    for row in load_table(path, ("lemma", "pos", "frames", "effect", "polarity", "speech")):
        if row["pos"] not in ("v", "n", "a", "p") or row["speech"] not in ("", "act"):
            raise row.wrong(f"{row['pos']}, {row['speech']}: wrong kind of word", "Write v, n, a or p; act or nothing.")
        signature = Signature(_effect(row), _negative(row), row["speech"] == "act", row["polarity"] == "*")
        known = out.setdefault((row["lemma"], row["pos"]), {})
        for frame in row["frames"].split(","):
            if frame in known:
                raise row.wrong(f"{row['lemma']} {row['pos']} {frame} already stands on another line", "Keep one.")
            known[frame] = signature
    return out


def _words(path: Traversable | Path) -> dict[str, dict[str, Word]]:
    out: dict[str, dict[str, Word]] = {name: {} for name in CLASSES}
    for row in load_table(path, ("class", "word", "status", "polarity"), ("class", "word")):
        if row["class"] not in CLASSES:
            raise row.wrong(f"{row['class']} is no class", f"Write one of {', '.join(sorted(CLASSES))}.")
        if row["status"] and row["status"] not in _STATUSES:
            raise row.wrong(f"{row['status']} is no status", f"Write one of {', '.join(sorted(_STATUSES))}.")
        status = Status(row["status"]) if row["status"] else None
        out[row["class"]][row["word"]] = Word(status, _negative(row))
    return out


def _weights(path: Traversable | Path) -> dict[str, float]:
    out = {}
    for row in load_table(path, ("feature", "weight"), ("feature",)):
        try:
            out[row["feature"]] = float(row["weight"])
        except ValueError as error:
            raise row.wrong(f"{row['weight']} is no number", "Write a decimal number.") from error
    return out


def _effect(row: Row) -> str:
    if row["effect"] not in EFFECTS:
        raise row.wrong(f"{row['effect']} is no effect", f"Write one of {', '.join(sorted(EFFECTS))}.")
    return row["effect"]


def _negative(row: Row) -> bool:
    if row["polarity"] not in _POLARITIES:
        raise row.wrong(f"{row['polarity']} is no polarity", "Write +, - or *.")
    return row["polarity"] == "-"
