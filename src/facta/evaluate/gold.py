r"""Reading gold articles: hand-made records in the format of ``tests/golden/*.json``.

In come files, each one JSON object or one object a line; out come :class:`GoldArticle` records. A wrong field is
answered with the file, the article, the mention and the field, so that annotators can mend it.

>>> mention = {"trigger": {"start": 6, "end": 9, "text": "met"}, "type": "CONSULT", "status": "actual", "polarity": "+"}
>>> parse_article({"id": "x", "text": "Norla met Sudra.", "mentions": [mention]}, "x.json").mentions[0].happened
True
>>> parse_article({"id": "x", "text": "They met Sudra.", "mentions": [mention]}, "x.json")
Traceback (most recent call last):
facta.errors.ResourceError: [R42] x.json: x, mention 0, trigger: the text has "et " where "met" is expected. ...
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from facta.errors import ResourceError
from facta.evaluate import marked
from facta.evaluate.marks import GoldArticle, Mark, Party
from facta.records import Person, Polarity, Span, Status

TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})
SUFFIXES = frozenset({".json", ".jsonl", ".txt"})
CODE = re.compile(r"[A-Z]{3}")
Kind = TypeVar("Kind")
SECTOR = re.compile(r"[A-Z]{3}( [A-Z]{3})*")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a gold file we are, for errors."""

    where: str
    path: tuple[str, ...] = ()

    def __truediv__(self, step: str) -> _Place:
        return _Place(self.where, (*self.path, step))

    def wrong(self, what: str, todo: str) -> ResourceError:
        return ResourceError("R42", self.where, f"{', '.join(self.path) or 'article'}: {what}", todo)

    def may(self, row: Mapping[str, object], key: str, kind: type[Kind]) -> Kind | None:
        """Return ``row[key]``, which must be of the given kind, or None when it is missing or null."""
        value = row.get(key)
        if value is None or isinstance(value, kind):
            return value
        raise self.wrong(f'"{key}" is of the wrong kind: {json.dumps(value)[:60]}', "See the format in tests/golden.")

    def need(self, row: Mapping[str, object], key: str, kind: type[Kind]) -> Kind:
        """Return ``row[key]``, which must be there."""
        value = self.may(row, key, kind)
        if value is None:
            raise self.wrong(f'"{key}" is missing', "Every gold record needs it.")
        return value

    def row(self, raw: object) -> Mapping[str, object]:
        """Return a JSON object, or say that it is none."""
        if not isinstance(raw, dict):
            raise self.wrong(f"is no object: {json.dumps(raw)[:60]}", "See the format in tests/golden.")
        return raw


def _span(row: Mapping[str, object], text: str, at: _Place) -> tuple[Span, str]:
    here = at / "trigger"
    raw = at.need(row, "trigger", dict)
    span = Span(here.need(raw, "start", int), here.need(raw, "end", int))
    words: str = here.need(raw, "text", str)
    if not 0 <= span.start < span.end <= len(text):
        raise here.wrong(f"{span.start}..{span.end} lies outside the text", "Offsets count characters, half open.")
    if text[span.start : span.end] != words:
        found = text[span.start : span.end]
        raise here.wrong(f'the text has "{found}" where "{words}" is expected', "Count characters, half open.")
    return span, words


def _party(raw: object, at: _Place) -> Party:
    row = at.row(raw)
    code, sector = at.may(row, "code", str), at.may(row, "sector", str)
    if code is not None and not CODE.fullmatch(code):
        raise at.wrong(f'code "{code}" has not three capitals', "Write an ISO 3166 alpha-3 code or null.")
    if sector is not None and not SECTOR.fullmatch(sector):
        raise at.wrong(f'sector "{sector}" is no PLOVER sector', "Write one or more codes of three capitals, or null.")
    return Party(at.may(row, "text", str) or "", code, sector)


def _parties(row: Mapping[str, object], key: str, at: _Place) -> tuple[Party, ...]:
    return tuple(_party(raw, at / f"{key} {i}") for i, raw in enumerate(at.may(row, key, list) or []))


def _chain(row: Mapping[str, object], at: _Place) -> tuple[tuple[Party, ...], ...]:
    """Read the sources. Joint speakers stand in one list inside the list, or bear the same ``depth``."""
    links: list[tuple[Party, ...]] = []
    last: int | None = None
    for i, raw in enumerate(at.may(row, "sources", list) or []):
        here = at / f"sources {i}"
        depth = raw.get("depth") if isinstance(raw, dict) else None
        joint = tuple(_party(r, here) for r in raw) if isinstance(raw, list) else (_party(raw, here),)
        if depth is not None and depth == last:
            links[-1] += joint
        else:
            links.append(joint)
        last = depth
    return tuple(links)


def day(value: str, at: _Place) -> str:
    """Return an ISO date unchanged, or say that it is none."""
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise at.wrong(f'"{value}" is no date', "Write YYYY-MM-DD.") from error
    return value


def _when(row: Mapping[str, object], at: _Place) -> tuple[str, str] | None:
    raw = at.may(row, "when", dict)
    if raw is None:
        return None
    here = at / "when"
    start, end = day(here.need(raw, "start", str), here), day(here.need(raw, "end", str), here)
    if start > end:
        raise here.wrong(f"{start} comes after {end}", "Put the earlier day first.")
    return start, end


def _mark(raw: object, text: str, at: _Place) -> Mark:
    row = at.row(raw)
    span, words = _span(row, text, at)
    kind: str = at.need(row, "type", str)
    if kind not in TYPES:
        raise at.wrong(f'type "{kind}" is no PLOVER type', f"One of {', '.join(sorted(TYPES))}.")
    try:
        status, polarity = Status(at.need(row, "status", str)), Polarity(at.need(row, "polarity", str))
    except ValueError as error:
        raise at.wrong(str(error), f"Status is one of {', '.join(Status)}; polarity + or -.") from error
    place = at.may(row, "place", dict)
    return Mark(
        trigger=span, text=words, type=kind, mode=at.may(row, "mode", str),
        actors=_parties(row, "actors", at), recipients=_parties(row, "recipients", at),
        status=status, polarity=polarity, sources=_chain(row, at), when=_when(row, at),
        place=None if place is None else _party(place, at / "place"), note=at.may(row, "note", str) or "",
    )


def parse_article(raw: object, where: str) -> GoldArticle:
    """Check one object of a gold file and return it as a record.

    Raises:
        ResourceError: a field is missing or wrong; the message names file, mention and field.

    """
    at = _Place(where)
    row = at.row(raw)
    name: str = at.need(row, "id", str)
    at = at / name
    text: str = at.need(row, "text", str)
    published = at.may(row, "published", str)
    marks = (_mark(m, text, at / f"mention {i}") for i, m in enumerate(at.need(row, "mentions", list)))
    return GoldArticle(
        id=name, text=text, mentions=tuple(marks), genre=at.may(row, "genre", str) or "",
        title=at.may(row, "title", str), published=None if published is None else day(published, at / "published"),
        publisher=at.may(row, "publisher", str), html=at.may(row, "html", str),
        people=tuple(_person(p, at / f"people {i}") for i, p in enumerate(at.may(row, "people", list) or [])),
    )


def _person(raw: object, at: _Place) -> Person:
    row = at.row(raw)
    code, sector = at.may(row, "code", str), at.may(row, "sector", str)
    return Person(name=at.need(row, "name", str), role=at.may(row, "role", str) or "", code=code, sector=sector)


def files(paths: Iterable[Path]) -> list[Path]:
    """Return the gold files behind files and folders (``*.json``, ``*.jsonl``, ``*.txt``), folders in order of name."""
    out: list[Path] = []
    for path in paths:
        inside = sorted(p for p in path.iterdir() if p.suffix in SUFFIXES) if path.is_dir() else [path]
        out.extend(inside)
    return out


def load(paths: Iterable[Path]) -> list[GoldArticle]:
    """Read all gold articles of files and folders.

    Raises:
        ResourceError: a file cannot be read, is not JSON, or breaks the format; or an id stands twice.

    """
    articles: list[GoldArticle] = []
    seen: dict[str, str] = {}
    for path in files(paths):
        for where, row in _objects(path):
            article = parse_article(row, where)
            if article.id in seen:
                what = f'id "{article.id}" already stands in {seen[article.id]}'
                raise ResourceError("R43", where, what, "Rename one.")
            seen[article.id] = where
            articles.append(article)
    return articles


def _objects(path: Path) -> list[tuple[str, object]]:
    """Return the gold objects of a file with their places: one JSON object, one a line, or texts with inline marks."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError("R40", str(path), f"cannot be read ({error})", "Check the path.") from error
    if path.suffix == ".txt":
        return list(marked.objects(text, path.name))
    pieces = [(path.name, text)]
    if path.suffix == ".jsonl":
        pieces = [(f"{path.name}:{n}", line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    out: list[tuple[str, object]] = []
    for where, piece in pieces:
        try:
            out.append((where, json.loads(piece)))
        except ValueError as error:
            raise ResourceError("R41", where, f"is not JSON ({error})", "Write one object.") from error
    return out


def digest(paths: Sequence[Path]) -> str:
    """Return the SHA-256 over the contents of the files, in the given order: what a score was measured on."""
    whole = hashlib.sha256()
    for path in files(paths):
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
