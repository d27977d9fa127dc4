"""The tables of a store and every column of them: name, type, meaning. The codebook page is made from here.

>>> [table.name for table in TABLES.values() if "article_id" in table.schema.names]
['claims', 'events', 'links', 'failures']
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

SCHEMA_VERSION = 1
"""Counts up with every change of a table that an older Facta could not read; a newer store is refused."""

_TEXT, _DAY, _MOMENT = pa.string(), pa.date32(), pa.timestamp("us", tz="UTC")
_INT, _LONG, _REAL, _BOOL = pa.int32(), pa.int64(), pa.float64(), pa.bool_()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row of it is, and its typed columns. ``key`` names the column that is unique.

    ``ranges`` are the columns whose least and greatest value is kept for each file, so that queries may leave files
    out. They are few, since every commit carries them.
    """

    name: str
    doc: str
    key: str
    schema: pa.Schema
    ranges: tuple[str, ...]


def _column(name: str, kind: pa.DataType, doc: str, *, always: bool = False) -> pa.Field:
    """Return a column; ``always``: it is never null. The meaning travels as the comment that other engines show."""
    return pa.field(name, kind, nullable=not always, metadata={"comment": doc})


def _rows_of(**parts: pa.DataType) -> pa.DataType:
    return pa.list_(pa.struct([pa.field(name, kind) for name, kind in parts.items()]))


_PARTY = {
    "text": _TEXT, "start": _INT, "end": _INT, "code": _TEXT, "sector": _TEXT, "name": _TEXT, "id": _TEXT,
}
_RANGES = ("type", "published_start", "when_start", "last_day", "run_id")
_ORIGIN = (
    _column("coder_version", _TEXT, "version of Facta that made the record"),
    _column("coder_digest", _TEXT, "digest of the lexicon, rosters, models and settings that made it"),
)


def _table(name: str, doc: str, *columns: pa.Field, key: str = "id") -> Table:
    ranges = tuple(column.name for column in columns if column.name in _RANGES)
    return Table(name, doc, key, pa.schema(list(columns)), ranges)


_ALL = (
    _table(
        "articles", "One row an article, whether or not it holds events.",
        _column("id", _TEXT, "hash of address and text", always=True),
        _column("source", _TEXT, "what was read: a path, or an archive and the place in it", always=True),
        _column("url", _TEXT, "the page's address"),
        _column("title", _TEXT, "headline"),
        _column("language", _TEXT, "ISO 639-1"),
        _column("publisher", _TEXT, "outlet"),
        _column("text", _TEXT, "the text that all offsets point into, counted in characters", always=True),
        _column("published_start", _DAY, "first day on which it may have been published"),
        _column("published_end", _DAY, "last such day"),
        _column("published_basis", _TEXT, "how that is known: given, meta, url, byline, text"),
        _column("page_clock", _DAY, "the day that the page's own clock shows, which says nothing about the article"),
        _column("people", _rows_of(name=_TEXT, role=_TEXT, code=_TEXT, sector=_TEXT), "whom the article introduces"),
        _column("turns", _rows_of(kind=_TEXT, speaker=_TEXT, start=_INT, end=_INT), "its stretches in one voice"),
        *_ORIGIN,
    ),
    _table(
        "claims", "One row a claim: somebody says something.",
        _column("id", _TEXT, "hash of article and place", always=True),
        _column("article_id", _TEXT, "the article that reports it", always=True),
        _column("position", _INT, "its place among the article's claims, from 0", always=True),
        _column("source_start", _INT, "where the words for the speaker begin; null when nobody is named"),
        _column("source_end", _INT, "where they end"),
        _column("source", _TEXT, "those words"),
        _column("cue_start", _INT, "where the word of saying begins"),
        _column("cue_end", _INT, "where it ends"),
        _column("cue", _TEXT, "that word"),
        _column("content", _rows_of(start=_INT, end=_INT), "what is said, in one or several pieces"),
        _column("stance", _TEXT, "neutral, distant, denial, factive or opinion", always=True),
        _column("who", _rows_of(**_PARTY, cue=_TEXT), "the actors that the source denotes"),
        _column("parent", _INT, "position of the claim in whose content this one stands"),
        _column("rule", _TEXT, "the rule that found it"),
    ),
    _table(
        "events", "One row an event record: who did what to whom, when, and how far the text commits to it.",
        _column("id", _TEXT, "hash of what the record says and where it stands", always=True),
        _column("article_id", _TEXT, "the article that holds it", always=True),
        _column("type", _TEXT, "PLOVER type", always=True),
        _column("mode", _TEXT, "PLOVER mode"),
        _column("contexts", pa.list_(_TEXT), "PLOVER contexts"),
        _column("sense", _TEXT, "the sense of the word that led to the type"),
        _column("type_plover", _TEXT, "the type that users without a status would write"),
        _column("auxiliary", pa.list_(_TEXT), "historical, future, hypothetical, negation"),
        _column("trigger_start", _INT, "where the words that name the act begin", always=True),
        _column("trigger_end", _INT, "where they end", always=True),
        _column("trigger", _TEXT, "those words", always=True),
        _column("evidence_start", _INT, "where the sentence begins", always=True),
        _column("evidence_end", _INT, "where it ends", always=True),
        _column("evidence", _TEXT, "the sentence", always=True),
        _column("actors", _rows_of(**_PARTY), "who acts"),
        _column("recipients", _rows_of(**_PARTY), "on whom"),
        _column("actor_codes", pa.list_(_TEXT), "codes of the actors, each once, sorted, without nulls"),
        _column("recipient_codes", pa.list_(_TEXT), "codes of the recipients, each once, sorted, without nulls"),
        _column("status", _TEXT, "actual, alleged, planned, proposed or hypothetical", always=True),
        _column("polarity", _TEXT, "+, or - when it did not, will not or should not be so", always=True),
        _column("happened", _BOOL, "status is actual and polarity is +", always=True),
        _column("voice", _TEXT, "article, self (the source speaks for an actor) or other", always=True),
        _column("cues", _rows_of(start=_INT, end=_INT, text=_TEXT, effect=_TEXT), "the words that decided the status"),
        _column("sources", _rows_of(**_PARTY, cue=_TEXT), "who says so, outermost first"),
        _column("when_start", _DAY, "first day on which it may have been"),
        _column("when_end", _DAY, "last such day"),
        _column("when_basis", _TEXT, "the wording that says so"),
        _column("place_code", _TEXT, "country of the place"),
        _column("place", _TEXT, "the place as written"),
        _column("score", _REAL, "PLOVER score, -10 (conflict) to 10 (cooperation)", always=True),
        _column("quad", _INT, "1, 2: verbal, material cooperation; 3, 4: verbal, material conflict", always=True),
        _column("confidence", _REAL, "probability that the record is right", always=True),
        _column("published_start", _DAY, "first day on which its article may have been published"),
        _column("published_end", _DAY, "last such day"),
        *_ORIGIN,
    ),
    _table(
        "links", "One row for each actor, recipient, source and place of an event: who that is.",
        _column("id", _TEXT, "hash of event, role and position", always=True),
        _column("event_id", _TEXT, "the event", always=True),
        _column("article_id", _TEXT, "its article", always=True),
        _column("role", _TEXT, "actor, recipient, source or place", always=True),
        _column("position", _INT, "place in the event's list, from 0", always=True),
        _column("text_start", _INT, "where the words begin"),
        _column("text_end", _INT, "where they end"),
        _column("text", _TEXT, "the words"),
        _column("code", _TEXT, "ISO 3166 alpha-3, or IGO UNO EUR NGO ISM IMG MNC"),
        _column("sector", _TEXT, "PLOVER sector"),
        _column("name", _TEXT, "the roster's name for it"),
        _column("actor_id", _TEXT, "the roster's entry"),
        _column("cue", _TEXT, "of a source: the word of saying"),
    ),
    _table(
        "incidents", "One row an incident, told by one or several events; made by `facta incidents update`.",
        _column("id", _TEXT, "hash of its events", always=True),
        _column("type", _TEXT, "PLOVER type", always=True),
        _column("actor_codes", pa.list_(_TEXT), "who acts"),
        _column("recipient_codes", pa.list_(_TEXT), "on whom"),
        _column("when_start", _DAY, "first day on which it may have been"),
        _column("when_end", _DAY, "last such day"),
        _column("place_code", _TEXT, "country of the place"),
        _column("status", _TEXT, "what independent sources assert: actual, alleged, disputed or denied"),
        _column("event_ids", pa.list_(_TEXT), "the events that tell of it"),
        _column("reports", _INT, "articles that tell of it"),
        _column("independent_reports", _INT, "the same, syndicated texts counted once"),
        _column("publishers", pa.list_(_TEXT), "outlets that tell of it"),
        _column("mode", _TEXT, "PLOVER mode"),
        _column("place", _TEXT, "name of the place, in lower case"),
        _column("asserted_by", _INT, "independent witnesses who assert it: texts in their own voice, or sources"),
        _column("denied_by", _INT, "independent witnesses who deny it"),
        _column("said_by", pa.list_(_TEXT), "codes of the sources who speak of it"),
        _column("texts", pa.list_(pa.list_(_TEXT)), "the articles, copies of one text together"),
        _column("conflicts", _rows_of(about=_TEXT, value=_TEXT, reports=_INT),
                "what the reports differ on (date, number, blame, status), and how many texts say which"),
        _column("found_as", pa.list_(_TEXT), "for each event: the first event of the incident before corrections"),
        _column("first_day", _DAY, "first day of what must be made anew together with it"),
        _column("last_day", _DAY, "last such day"),
    ),
    _table(
        "judgements", "One row a correction of incidents by people: the ledger. Rows are added, never changed.",
        _column("id", _TEXT, "hash of position and content", always=True),
        _column("position", _INT, "its place in the ledger, from 0", always=True),
        _column("verdict", _TEXT, "merge, split or undo", always=True),
        _column("event_ids", pa.list_(_TEXT), "the events that are put together, or split off"),
        _column("undoes", _TEXT, "of an undo: the correction that no longer holds"),
        _column("reason", _TEXT, "why, in words"),
        _column("moment", _MOMENT, "when", always=True),
    ),
    _table(
        "failures", "One row for whatever could not be read or coded.",
        _column("id", _TEXT, "hash of the row", always=True),
        _column("source", _TEXT, "which page, or which stretch of an archive", always=True),
        _column("stage", _TEXT, "read, code, limits or archive", always=True),
        _column("code", _TEXT, "code of the message", always=True),
        _column("message", _TEXT, "what happened, and what to do", always=True),
        _column("article_id", _TEXT, "the article, where one was made all the same"),
    ),
    _table(
        "shards", "One row a shard, written after all its records: what stands here is in the store, whole, once.",
        _column("id", _TEXT, "hash of names, places and content of its pages, and of the coder", always=True),
        _column("run_id", _TEXT, "the run that committed it", always=True),
        _column("first_source", _TEXT, "its first page"),
        _column("last_source", _TEXT, "its last page"),
        _column("pages", _LONG, "pages given", always=True),
        _column("skipped", _LONG, "of them in the store already, from another place", always=True),
        _column("articles", _LONG, "rows added to articles", always=True),
        _column("claims", _LONG, "rows added to claims", always=True),
        _column("events", _LONG, "rows added to events", always=True),
        _column("links", _LONG, "rows added to links", always=True),
        _column("failures", _LONG, "rows added to failures", always=True),
        *_ORIGIN,
    ),
    _table(
        "runs", "Two rows a run: when it started, and how it ended. A run that was killed has only the first.",
        _column("id", _TEXT, "hash of run and state", always=True),
        _column("run_id", _TEXT, "the run", always=True),
        _column("state", _TEXT, "started, finished, or stopped (with the reason)", always=True),
        _column("moment", _MOMENT, "when", always=True),
        _column("sources", pa.list_(_TEXT), "what was named"),
        _column("runner", _TEXT, "which engine"),
        _column("workers", _INT, "worker processes"),
        _column("articles", _LONG, "articles added"),
        _column("events", _LONG, "events added"),
        _column("failures", _LONG, "failures added"),
        _column("skipped", _LONG, "pages that were in the store already"),
        _column("seconds", _REAL, "duration"),
        _column("reason", _TEXT, "why it stopped"),
        *_ORIGIN,
    ),
)

TABLES = {table.name: table for table in _ALL}
"""All tables by name."""

RECORDS = ("claims", "events", "links", "failures", "articles")
"""Tables that a shard adds to, in the order of its commits: what points to an article comes before it."""
