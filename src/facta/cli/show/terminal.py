"""Codings for people at a terminal: the text with deeds and words marked, then a table. Signs say what colours say.

>>> from io import StringIO
>>> console = Console(file=StringIO(), width=60)
>>> render([], console)
>>> console.file.getvalue()
''
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from facta.cli.show import looks
from facta.records import Article, Coding, Event

NARROW = 120
"""Below this width the table becomes a list."""
WIDEST = 24
"""A type and mode longer than this is folded."""
RAISED = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹˒")


class _Pen:
    """What the terminal can show: wide glyphs, or ASCII only."""

    def __init__(self, console: Console) -> None:
        self.encoding = console.encoding
        self.plain = not self.encoding.lower().startswith("utf")

    def text(self, words: str, style: str = "") -> Text:
        """Return literal text; nothing in it is taken for markup."""
        return Text(looks.plain(words, self.encoding), style=style)

    def sign(self, look: looks.Look) -> str:
        return look.plain if self.plain else look.sign

    def numbers(self, records: Iterable[int]) -> str:
        joined = ",".join(str(n + 1) for n in records)
        return f"#{joined}" if self.plain else joined.translate(RAISED)

    def mark(self, words: str, looks_: Sequence[looks.Look], records: Sequence[int]) -> Text:
        """Return marked words: square brackets for deeds, angled ones for words, the signs, the record numbers."""
        deed = looks.DEED in looks_
        first = looks.DEED if deed else looks_[0]
        signs = "".join(dict.fromkeys(self.sign(look) for look in looks_))
        opening, closing = "[]" if deed else "‹›"
        return self.text(f"{opening}{signs}{words}{closing}{self.numbers(records)}", first.style)


def render(codings: Iterable[Coding], console: Console) -> None:
    """Print codings. Colours follow the console (``NO_COLOR``, pipes), glyphs its encoding, layout its width."""
    pen = _Pen(console)
    for coding in codings:
        console.print(_head(coding.article, pen), soft_wrap=True, highlight=False)
        console.print()
        console.print(_body(coding, pen), highlight=False)
        console.print()
        if coding.events:
            console.print(pen.text(looks.tally(coding.events), "bold"), highlight=False)
            console.print(_legend(coding.events, pen), highlight=False)
            console.print()
            console.print((_list if console.width < NARROW else _table)(coding, pen), highlight=False)
        else:
            console.print(pen.text("No events."))
        for failure in coding.failures:
            console.print(pen.text(looks.line(failure.message), "red"), soft_wrap=True, highlight=False)
        console.print()


def _head(article: Article, pen: _Pen) -> Text:
    facts = (article.publisher, looks.published(article))
    title = pen.text(looks.line(article.title or article.source), "bold")
    return title.append("\n").append(pen.text(looks.line(" · ".join(f for f in facts if f)), "dim"))


def _body(coding: Coding, pen: _Pen) -> Text:
    """Return the whole text, the triggers marked."""
    out, at, text = Text(), 0, coding.article.text
    for span, records in looks.marked(coding.events, len(text)):
        out.append(pen.text(looks.clean(text[at : span.start])))
        kinds = [looks.look(coding.events[n]) for n in records]
        out.append(pen.mark(looks.line(text[span.start : span.end]), kinds, records))
        at = span.end
    return out.append(pen.text(looks.clean(text[at:])))


def _legend(events: Sequence[Event], pen: _Pen) -> Text:
    used = {looks.look(event) for event in events}
    out = Text()
    for look in (look for look in looks.ALL if look in used):
        opening, closing = "[]" if look is looks.DEED else "‹›"
        out.append(pen.text(f"{opening}{pen.sign(look)}{look.label}{closing}", look.style)).append("  ")
    return out


def _table(coding: Coding, pen: _Pen) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column("no.", justify="right", no_wrap=True)
    kinds = [looks.kind(event) for event in coding.events]
    for name, cells in (
        ("status", [f"{pen.sign(looks.look(e))} {looks.status(e)}" for e in coding.events]), ("type", kinds),
    ):
        table.add_column(name, width=min(max(map(len, [name, *cells])), WIDEST), overflow="fold")
    table.add_column("when", width=12, overflow="fold")
    for name, share in ((pen.text("actor → recipient").plain, 5), ("who says", 3), ("words", 3)):
        table.add_column(name, ratio=share, overflow="fold")
    for n, (event, kind) in enumerate(zip(coding.events, kinds, strict=True), 1):
        look = looks.look(event)
        table.add_row(
            str(n), pen.text(f"{pen.sign(look)} {looks.status(event)}", look.style), pen.text(kind),
            pen.text(looks.days(event.when)), pen.text(_who(event)), pen.text(looks.voices(event)),
            pen.text(looks.words(event, coding.article.text)),
        )
    return table


def _list(coding: Coding, pen: _Pen) -> Text:
    """Return the records one below the other, for narrow terminals."""
    out = Text()
    for n, event in enumerate(coding.events, 1):
        look = looks.look(event)
        out.append(pen.text(f"{n} {pen.sign(look)} {looks.status(event)} ", look.style))
        rows = [
            f"{looks.kind(event)}: {_who(event)}", f"words: {looks.words(event, coding.article.text)}",
            f"says: {looks.voices(event)} · when: {looks.days(event.when)}",
        ]
        out.append(pen.text("\n  ".join(rows) + "\n"))
    return out


def _who(event: Event) -> str:
    who = looks.parties(event.actors, "?")
    return f"{who} → {looks.parties(event.recipients, '?')}" if event.recipients else who
