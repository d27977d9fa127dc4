"""Codings as one self-contained HTML page: the text, and beside it the records that light up its words.

Nothing is loaded from outside, and nothing of a page's content is trusted: all of it is escaped, and the page's own
policy allows only the style and the script that stand in it, by their hashes. Without scripts the links between marks
and records and the filter still work.

>>> html([]).startswith("<!DOCTYPE html>")
True
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from importlib.resources import files

from facta.cli.show import looks
from facta.cli.show.spans import ROLES, text_html
from facta.records import Article, Coding, Event

FILTERS = (("all", "everything"), ("done", "only what was done"), ("said", "only what was said"))


def html(codings: Iterable[Coding]) -> str:
    """Return the page for some codings, as text to be written in UTF-8."""
    kept = list(codings)
    style = _file("page.css") + _lights(kept)
    script = _file("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )
    language = kept[0].article.language if kept else None
    return "\n".join([
        "<!DOCTYPE html>", f'<html lang="{_safe(language or "en")}">', '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">', f"<title>{_title(kept)}</title>",
        f"<style>{style}</style></head>", "<body>", '<a class="skip" href="#main">To the articles</a>',
        "<header><h1>Facta: what was done, and what was only said</h1>", _legend(), "</header>", _filters(),
        '<main id="main">', *(_article(coding, n) for n, coding in enumerate(kept, 1)), "</main>",
        f"<script>{script}</script>", "</body></html>", "",
    ])


def _file(name: str) -> str:
    return files("facta.cli.show").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _safe(text: str) -> str:
    return escape(looks.line(text))


def _title(codings: list[Coding]) -> str:
    first = _safe(codings[0].article.title or codings[0].article.source) if codings else "Nothing coded"
    return first if len(codings) < 2 else f"{first} and {len(codings) - 1} more"


def _lights(codings: list[Coding]) -> str:
    """Return the rules that light up the words of the record that an address points to, without a script."""
    ids = [f"{n}-{k}" for n, coding in enumerate(codings, 1) for k in range(1, len(coding.events) + 1)]
    chosen = ",\n".join(f"article:has(#r{i}:target) :is({','.join(f'.{role}{i}' for role in ROLES)})" for i in ids)
    return f"{chosen} {{ box-shadow: 0 0 0 2px var(--lit); }}\n" if ids else ""


def _legend() -> str:
    items = "".join(f'<li class="{x.name}">{escape(x.sign)} {x.label}</li>' for x in looks.ALL)
    return f'<ul class="legend" aria-label="Signs">{items}</ul>'


def _filters() -> str:
    """Return the filter; the inputs stand beside ``main`` so that style alone can hide records."""
    return "\n".join(
        f'<input class="show" type="radio" name="show" id="{name}"{" checked" if name == "all" else ""}>'
        f'<label for="{name}"> {label}</label>'
        for name, label in FILTERS
    )


def _article(coding: Coding, n: int) -> str:
    article = coding.article
    records = "".join(_record(event, article, f"{n}-{k}") for k, event in enumerate(coding.events, 1))
    failures = "".join(f'<p class="none">{_safe(failure.message)}</p>' for failure in coding.failures)
    return "\n".join([
        f'<article id="a{n}" aria-labelledby="h{n}">',
        f'<h2 id="h{n}">{_safe(article.title or article.source)}</h2>', f'<p class="facts">{_facts(article)}</p>',
        f'<div class="text">{text_html(coding, n)}</div>',
        f'<section aria-label="Records"><ol class="records">{records}</ol>',
        "" if records else '<p class="none">No events.</p>', f"{failures}</section>", "</article>",
    ])


def _facts(article: Article) -> str:
    when = looks.days(article.published, "on an unknown day")
    basis = f" (by {article.published.basis})" if article.published else ""
    parts = [_safe(f"published {when}{basis}")]
    if article.publisher:
        parts.insert(0, _safe(article.publisher))
    if article.url and article.url.lower().startswith(("http://", "https://")):
        parts.append(f'<a rel="noreferrer noopener" href="{_safe(article.url)}">{_safe(article.url)}</a>')
    return " · ".join(parts)


def _record(event: Event, article: Article, i: str) -> str:
    """Return one record as a list item; its number leads to its trigger in the text."""
    look = looks.look(event)
    group = "done" if event.happened else "said"
    more = [f"says: {looks.voices(event)}", f"when: {looks.days(event.when)}"]
    if event.place:
        more.append(f"where: {looks.parties([event.place], '')}")
    cues = ", ".join(f"“{cue.text}”" for cue in event.cues)
    if cues:
        more.append(f"because of {cues}")
    more.append(f"confidence {event.confidence:.2f}")
    return (
        f'<li id="r{i}" class="{group} {look.name}" data-n="{i}" tabindex="0">'
        f'<p><a href="#m{i}">{i.split("-")[1]}</a> {escape(look.sign)} <strong>{looks.status(event)}</strong> · '
        f"{_safe(looks.kind(event))} · “{_safe(article.text[event.trigger.start : event.trigger.end])}”</p>"
        f"<p>{_safe(_who(event))}</p>"
        f'<p class="more">{" · ".join(map(_safe, more))}</p></li>\n'
    )


def _who(event: Event) -> str:
    who = looks.parties(event.actors, "somebody")
    return f"{who} → {looks.parties(event.recipients, '')}" if event.recipients else who
