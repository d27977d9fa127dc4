r"""The reporting lexicon: which words report speech and thought, what they take, and how far they vouch for it.

A line of ``reporting*.tsv`` names a word, its part of speech (``PARTS``), the complements that may hold what is
reported (``SHAPES``, with limits such as ``prt:out`` or ``!obj:joke`` that keep other senses out), its stance, and the
kind of act (``KINDS``).

>>> lexicon = parse_reporting("lemma\tpos\tframe\tstance\tkind\ntell\tv\tthat addr !obj:joke\tneutral\tsay\n")
>>> lexicon.verbs["tell"][0].takes("that"), lexicon.verbs["tell"][0].limits[0].words
(True, frozenset({'joke'}))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from facta.errors import ResourceError
from facta.records import Stance
from facta.resources.table import Row, load_table, read_table

COLUMNS = ("lemma", "pos", "frame", "stance", "kind")

#: v verb, n noun, j adjective of a state of mind, a attributive adjective, r adverb, p phrase, s verb that supports a
#: noun (*made the claim*), w noun for those who speak to the press.
PARTS = frozenset("vnjarpsw")

#: Prepositions whose phrase may hold the content.
PREPOSITIONS = frozenset(("of", "for", "about", "on", "upon", "over", "against", "to", "at", "in", "with", "from"))

#: What a word may take; ``addr`` says that the object is who is spoken to, ``s=`` where a noun names its source.
SHAPES = PREPOSITIONS | frozenset((
    "that", "quote", "obj", "inf", "oinf", "raise", "ing", "as", "pred", "paren", "addr",
    "s=by", "s=of", "s=poss", "s=from",
))

#: Kinds of act. Of ``judge`` and ``attitude`` the content is the author's own, not the judge's word (ANNOTATION).
KINDS = frozenset((
    "say", "think", "know", "show", "feel", "request", "order", "promise", "threat", "agree", "refuse", "deny",
    "accuse", "ask", "judge", "attitude", "support", "speaker",
))


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition on a slot (``prt``, ``obj``, ``pred``, ``aux``, a preposition) that keeps another sense out."""

    slot: str
    words: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Reporting:
    """One line of the lexicon."""

    lemma: str
    pos: str
    shapes: frozenset[str]
    limits: tuple[Limit, ...]
    stance: Stance
    kind: str
    where: str

    def takes(self, shape: str) -> bool:
        """Say whether such a complement may hold the content."""
        return shape in self.shapes


@dataclass(frozen=True, slots=True)
class ReportingLexicon:
    """All reporting words of a language by part of speech and lemma."""

    verbs: Mapping[str, tuple[Reporting, ...]]
    nouns: Mapping[str, tuple[Reporting, ...]]
    adjectives: Mapping[str, tuple[Reporting, ...]]
    modifiers: Mapping[str, tuple[Reporting, ...]]
    adverbs: Mapping[str, tuple[Reporting, ...]]
    phrases: Mapping[str, tuple[Reporting, ...]]
    support: frozenset[str]
    speakers: frozenset[str]

    @property
    def speech(self) -> frozenset[str]:
        """Lemmas of verbs that report what is said rather than thought or felt."""
        return frozenset(lemma for lemma, rows in self.verbs.items() if any(row.kind in _SPOKEN for row in rows))


#: Kinds of reporting words that name an act of speech.
_SPOKEN = frozenset(("say", "accuse", "judge", "deny", "threat"))


def parse_reporting(*texts: str) -> ReportingLexicon:
    """Build a lexicon from the text of one or more tables.

    Raises:
        ResourceError: a line has an unknown part of speech, complement, stance or kind, or stands twice.

    """
    return _build([row for text in texts for row in read_table(text, "reporting", COLUMNS, key=COLUMNS[:3])])


@lru_cache(maxsize=4)
def load_reporting(tag: str = "en", folder: Path | None = None) -> ReportingLexicon:
    """Load ``reporting*.tsv`` of a language by its tag, or from a user's own folder.

    Raises:
        ResourceError: there is no such file, or one of its lines is wrong.

    """
    root: Traversable | Path = folder or files("facta.resources") / "languages" / tag
    listed = list(root.iterdir()) if root.is_dir() else []
    found = [p for p in listed if p.name.startswith("reporting") and p.name.endswith(".tsv")]
    if not found:
        raise ResourceError("R06", str(root), "there is no reporting.tsv", "Check the language tag.")
    rows = [row for path in sorted(found, key=lambda p: p.name) for row in load_table(path, COLUMNS, key=COLUMNS[:3])]
    return _build(rows)


def _build(rows: list[Row]) -> ReportingLexicon:
    grown: dict[str, dict[str, list[Reporting]]] = {part: {} for part in PARTS}
    for row in rows:
        entry = _entry(row)
        grown[entry.pos].setdefault(entry.lemma, []).append(entry)
    done = {part: {lemma: tuple(found) for lemma, found in words.items()} for part, words in grown.items()}
    return ReportingLexicon(
        done["v"], done["n"], done["j"], done["a"], done["r"], done["p"], frozenset(done["s"]), frozenset(done["w"])
    )


def _entry(row: Row) -> Reporting:
    if row["pos"] not in PARTS:
        raise row.wrong(f'"{row["pos"]}" is no part of speech', f"Write one of {', '.join(sorted(PARTS))}.")
    if row["kind"] not in KINDS:
        raise row.wrong(f'"{row["kind"]}" is no kind of report', f"Write one of {', '.join(sorted(KINDS))}.")
    if row["stance"] not in frozenset(Stance):
        raise row.wrong(f'"{row["stance"]}" is no stance', f"Write one of {', '.join(Stance)}.")
    shapes, limits = set(), []
    for part in row["frame"].split():
        slot, colon, words = part.removeprefix("!").partition(":")
        if part in SHAPES:
            shapes.add(part)
        elif (colon or part.startswith("!")) and slot in PREPOSITIONS | {"prt", "obj", "pred", "aux"}:
            limits.append(Limit(slot, frozenset(filter(None, words.split(","))), part.startswith("!")))
        else:
            raise row.wrong(f'"{part}" is no complement', f"Write one of {', '.join(sorted(SHAPES))}, or a limit.")
    return Reporting(
        row["lemma"], row["pos"], frozenset(shapes), tuple(limits), Stance(row["stance"]), row["kind"], row.where
    )
