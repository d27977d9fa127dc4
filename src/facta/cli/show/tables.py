r"""Codings as a table: one line an event, tab-separated, safe to open in a spreadsheet.

In cells that hold words of a page, a backslash, tab or line break is written ``\\``, ``\t``, ``\n``, and a cell that a
spreadsheet would take for a formula (it begins with ``=``, ``+``, ``-`` or ``@``) begins with an apostrophe. A cell
that holds a quotation mark is quoted as in CSV, so that readers with their usual settings give back its words.

>>> cell("=1+1\tx")
"'=1+1\\tx"
>>> print(cell('a "kite" fell'))
"a ""kite"" fell"
>>> next(tsv([])).split("\t")[:3]
['article', 'source', 'url']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from facta.cli.show import looks
from facta.records import Article, Coding, Event, Participant

FORMULA = tuple("=+-@＝＋－＠")
BEFORE_FORMULA = " \u00a0\u3000\"'"
ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})

View = Callable[[Article, Event], str]


def harmless(words: str) -> str:
    """Return words that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("1+1=2")
    ("'=1+1", '1+1=2')
    """
    return f"'{words}" if words.lstrip(BEFORE_FORMULA).startswith(FORMULA) else words


def cell(text: str | None) -> str:
    """Return words of a page as a harmless cell; nothing is an empty cell."""
    words = harmless(looks.clean((text or "").translate(ESCAPED)))
    return '"' + words.replace('"', '""') + '"' if '"' in words else words


def _codes(people: Iterable[Participant]) -> str:
    return cell("; ".join(f"{p.code or '?'}/{p.sector or '?'}" for p in people) if people else "")


def _texts(people: Iterable[Participant], link: str = "; ") -> str:
    return cell(link.join(p.text for p in people))


COLUMNS: dict[str, tuple[str, View]] = {
    "article": ("id of the article", lambda a, e: a.id),
    "source": ("file or address it was read from", lambda a, e: cell(a.source)),
    "url": ("address of the page", lambda a, e: cell(a.url)),
    "title": ("title", lambda a, e: cell(a.title)),
    "publisher": ("outlet", lambda a, e: cell(a.publisher)),
    "published": ("first day it can have been published", lambda a, e: a.published.start if a.published else ""),
    "published_end": ("last such day", lambda a, e: a.published.end if a.published else ""),
    "event": ("id of the record", lambda a, e: e.id),
    "type": ("type of the ontology", lambda a, e: cell(e.type)),
    "mode": ("mode", lambda a, e: cell(e.mode)),
    "type_plover": ("type by PLOVER's rule for plans", lambda a, e: cell(e.type_plover)),
    "status": ("actual, alleged, planned, proposed or hypothetical", lambda a, e: str(e.status)),
    "polarity": ("+ or -", lambda a, e: str(e.polarity)),
    "happened": ("1 for a deed, else 0", lambda a, e: str(int(e.happened))),
    "voice": ("article, self or other", lambda a, e: e.voice),
    "actor_codes": ("code/sector of each actor", lambda a, e: _codes(e.actors)),
    "actors": ("actors as written", lambda a, e: _texts(e.actors)),
    "recipient_codes": ("code/sector of each recipient", lambda a, e: _codes(e.recipients)),
    "recipients": ("recipients as written", lambda a, e: _texts(e.recipients)),
    "source_codes": ("code/sector of who says so, outermost first", lambda a, e: _codes(e.sources)),
    "sources": ("who says so, as written", lambda a, e: _texts(e.sources, " > ")),
    "when_start": ("first day", lambda a, e: e.when.start if e.when else ""),
    "when_end": ("last day", lambda a, e: e.when.end if e.when else ""),
    "when_basis": ("the words behind the date", lambda a, e: cell(e.when.basis if e.when else "")),
    "place_code": ("country of the place", lambda a, e: cell(e.place.code if e.place else "")),
    "place": ("place as written", lambda a, e: cell(e.place.text if e.place else "")),
    "trigger": ("words that name the act", lambda a, e: cell(a.text[e.trigger.start : e.trigger.end])),
    "start": ("where they begin", lambda a, e: str(e.trigger.start)),
    "end": ("where they end", lambda a, e: str(e.trigger.end)),
    "cues": ("words that decided status and polarity", lambda a, e: cell("; ".join(c.text for c in e.cues))),
    "evidence": ("the sentence", lambda a, e: cell(a.text[e.evidence.start : e.evidence.end])),
    "contexts": ("PLOVER contexts", lambda a, e: cell("; ".join(e.contexts))),
    "score": ("conflict (-10) to cooperation (+10)", lambda a, e: f"{e.score:g}"),
    "quad": ("1 to 4", lambda a, e: str(e.quad)),
    "confidence": ("0 to 1", lambda a, e: f"{e.confidence:.4g}"),
}
"""Every column: what it holds, and how it is taken from a record."""


def tsv(codings: Iterable[Coding]) -> Iterator[str]:
    """Yield a header and one line an event, without line ends."""
    yield "\t".join(COLUMNS)
    for coding in codings:
        for event in coding.events:
            yield "\t".join(view(coding.article, event) for _, view in COLUMNS.values())
