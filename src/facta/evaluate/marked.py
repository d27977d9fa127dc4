r"""The corpus format: plain text with the triggers in braces, and a line for each record beneath its paragraph.

In comes the text of a file as people write it (the guide is ``corpus/README.md``); out come the same gold objects that
the JSON files hold, each with the line it begins on. What is wrong is answered with the line.

>>> row = objects('''== b1 | wire | Andes | 2019-05-16 | Andean Dispatch
... Peru on Wednesday {expelled} Ecuador's consul.
... + expelled | SANCTION expel | Peru=PER/GOV > Ecuador's consul=ECU/GOV | actual + | | 2019-05-15
... ''', "b.txt")[0][1]
>>> row["text"], row["mentions"][0]["trigger"]
("Peru on Wednesday expelled Ecuador's consul.", {'start': 18, 'end': 26, 'text': 'expelled'})
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from facta.errors import ResourceError

MARK = re.compile(r"\{([^{}]+)\}")
PARTY = re.compile(r"(?P<text>.+)=(?P<code>[A-Z]{3}|-)/(?P<sector>[A-Z]{3}(?: [A-Z]{3})*|-)(?:@(?P<depth>\d))?")
SENTENCES = "sentences"
HEAD = ("id", "genre", "region", "published", "publisher")
RECORD = ("trigger", "type", "parties", "status", "sources", "when", "place", "note")
Row = dict[str, object]
_Record = tuple[int, str, Row]  # where the trigger begins in its paragraph, its words, the other fields


@dataclass(slots=True)
class _Text:
    """One text of a file while it is read: its head, and its paragraphs with their records."""

    where: str
    head: dict[str, str]
    title: str | None = None
    people: list[Row] = field(default_factory=list)
    paragraphs: list[tuple[str, list[_Record]]] = field(default_factory=list)
    open_marks: list[tuple[int, str]] = field(default_factory=list)


def objects(text: str, file: str) -> list[tuple[str, Row]]:
    """Return the gold objects of one corpus file, each with the place it begins at.

    Raises:
        ResourceError: a line breaks the format; the message names file and line.

    """
    return [(read.where, row) for read in _texts(text, file) for row in _rows(read)]


def _texts(text: str, file: str) -> Iterator[_Text]:
    read: _Text | None = None
    where = file
    for number, raw in enumerate(text.split("\n"), 1):
        where, line = f"{file}:{number}", raw.strip()
        if line.startswith("== "):
            if read is not None:
                yield _closed(read, where)
            read = _Text(where, _head(line, where))
        elif line and not line.startswith("# "):
            if read is None:
                raise _wrong(where, "stands before the first text", "Begin with a line == id | genre | region | date.")
            _line(read, line, where)
    if read is not None:
        yield _closed(read, where)


def _head(line: str, where: str) -> dict[str, str]:
    cells = _cells(line.removeprefix("== "))
    if not 4 <= len(cells) <= len(HEAD) or not all(cells[:2]):
        raise _wrong(where, f'is no head: "{line[:60]}"', f"Write == {' | '.join(HEAD)}.")
    return dict(zip(HEAD, cells, strict=False))


def _line(read: _Text, line: str, where: str) -> None:
    kind, _, rest = line.partition(": ")
    if line.startswith("+ "):
        _record(read, line.removeprefix("+ "), where)
    elif kind == "person":
        read.people.append(_person(rest, where))
    else:
        _all_coded(read, where)
        plain, read.open_marks = _unmarked(rest if kind == "title" else line, where)
        if kind == "title":
            read.title = plain
        read.paragraphs.append((plain, []))


def _unmarked(line: str, where: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a paragraph without its braces, and where each marked word begins in it."""
    plain, marks = "", []
    for i, piece in enumerate(MARK.split(line)):
        if i % 2:
            marks.append((len(plain), piece))
        plain += piece
    if "{" in plain or "}" in plain:
        raise _wrong(where, "has a brace that is not closed, empty or nested", "Write {trigger}.")
    return plain, marks


def _record(read: _Text, line: str, where: str) -> None:
    cells = dict(zip(RECORD, _cells(line) + [""] * len(RECORD), strict=False))
    if not read.paragraphs or not read.open_marks:
        raise _wrong(where, f'"{cells["trigger"]}" has no mark left above it', "Put {braces} around each trigger.")
    start, words = read.open_marks.pop(0)
    if words != cells["trigger"]:
        raise _wrong(where, f'"{words}" is the next mark, not "{cells["trigger"]}"', "Keep the order of the text.")
    kind, _, mode = cells["type"].partition(" ")
    actors, arrow, recipients = cells["parties"].partition(">")
    if not arrow:
        raise _wrong(where, f'"{cells["parties"]}" has no ">"', "Write actors > recipients; either may be empty.")
    status, _, polarity = cells["status"].partition(" ")
    row: Row = {
        "type": kind, "mode": mode or None,
        "actors": _parties(actors, where), "recipients": _parties(recipients, where), "status": status,
        "polarity": polarity.strip(), "sources": _parties(cells["sources"], where), "when": _when(cells["when"]),
        "place": _place(cells["place"], where), "note": cells["note"] or None,
    }
    read.paragraphs[-1][1].append((start, words, row))


def _closed(read: _Text, where: str) -> _Text:
    _all_coded(read, where)
    return read


def _all_coded(read: _Text, where: str) -> None:
    if read.open_marks:
        raise _wrong(where, f'"{read.open_marks[0][1]}" above has no record', "Write a + line for every mark.")


def _parties(cell: str, where: str) -> list[Row]:
    return [_party(piece, where) for piece in cell.split(";") if piece.strip()]


def _party(piece: str, where: str) -> Row:
    match = PARTY.fullmatch(piece.strip())
    if match is None:
        raise _wrong(where, f'"{piece.strip()}" is no party', "Write words=CODE/SECTOR, with - for none.")
    row: Row = {"text": match["text"].strip()}
    row |= {key: None if match[key] == "-" else match[key] for key in ("code", "sector")}
    return row | ({"depth": int(match["depth"])} if match["depth"] else {})


def _person(cell: str, where: str) -> Row:
    party, _, role = cell.partition("|")
    row = _party(party, where)
    return {"name": row["text"], "code": row["code"], "sector": row["sector"], "role": role.strip()}


def _when(cell: str) -> Row | None:
    start, _, end = cell.partition("..")
    return {"start": start, "end": end or start} if cell else None


def _place(cell: str, where: str) -> Row | None:
    if not cell:
        return None
    code, colon, words = cell.partition(":")
    if not colon:
        raise _wrong(where, f'"{cell}" is no place', "Write CODE:words, as PER:Tumbes.")
    return {"code": code.strip(), "text": words.strip()}


def _rows(read: _Text) -> Iterator[Row]:
    """Return the text as one gold object, or, for loose sentences, each sentence as an object of its own."""
    head: Row = {"genre": read.head["genre"], "published": read.head["published"] or None,
                 "publisher": read.head.get("publisher") or None, "people": read.people, "html": None}
    if read.head["genre"] == SENTENCES:
        for number, (plain, records) in enumerate(read.paragraphs, 1):
            yield {**head, "id": f"{read.head['id']}.{number}", "text": plain, "mentions": _mentions(records, 0)}
        return
    text, mentions = "", []
    for plain, records in read.paragraphs:
        text += "\n\n" if text else ""
        mentions += _mentions(records, len(text))
        text += plain
    yield {**head, "id": read.head["id"], "title": read.title, "text": text, "mentions": mentions}


def _mentions(records: list[_Record], offset: int) -> list[Row]:
    return [
        {"trigger": {"start": offset + start, "end": offset + start + len(words), "text": words}} | row
        for start, words, row in records
    ]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _wrong(where: str, what: str, todo: str) -> ResourceError:
    return ResourceError("R44", where, what, todo)
