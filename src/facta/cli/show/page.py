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
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from facta.cli.show import looks
from facta.cli.show.spans import text_html
from facta.records import Article, Coding, Event

FILTERS = (("all", "everything"), ("done", "what was done"), ("said", "what was not done, or only said"))
LIGHTS = {
    "c": "inset 0 -0.2em var(--cue)", "s": "inset 0 -0.2em var(--says)", "r": "inset 0 -0.2em var(--whom)",
    "a": "inset 0 -0.2em var(--who)", "t": "0 0 0 3px var(--lit)",
}
"""How each role of a record lights up; what stands later wins where roles share words."""


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
        "<header><h1>Facta: what was done, and what was only said</h1>", _legend(), "</header>", _filters(kept),
        '<main id="main">', *(_article(coding, n) for n, coding in enumerate(kept, 1)),
        "</main>" if kept else '<p class="none">Nothing was coded.</p></main>',
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
    if not ids:
        return ""
    return "".join(
        ",\n".join(f"article:has(#r{i}:target) .{role}{i}" for i in ids) + f" {{ box-shadow: {light}; }}\n"
        for role, light in LIGHTS.items()
    )


def _legend() -> str:
    items = "".join(f'<li class="{x.name}">{escape(x.sign)} {x.label}</li>' for x in looks.ALL)
    return f'<ul class="legend" aria-label="Signs">{items}</ul>'


def _filters(codings: list[Coding]) -> str:
    """Return the filter; the inputs stand beside ``main`` so that style alone can hide records."""
    happened = [event.happened for coding in codings for event in coding.events]
    sizes = {"all": len(happened), "done": sum(happened), "said": len(happened) - sum(happened)}
    return "\n".join(
        f'<input class="show" type="radio" name="show" id="{name}"{" checked" if name == "all" else ""}>'
        f'<label for="{name}">{label} ({sizes[name]})</label>'
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
    parts = [_safe(looks.published(article))]
    if article.publisher:
        parts.insert(0, _safe(article.publisher))
    if article.url and article.url.lower().startswith(("http://", "https://")):
        parts.append(f'<a rel="noreferrer noopener" href="{_safe(article.url)}">{_safe(article.url)}</a>')
    return " · ".join(parts)


def _record(event: Event, article: Article, i: str) -> str:
    """Return one record as a list item; its number leads to its trigger in the text."""
    look = looks.look(event)
    group, number = "done" if event.happened else "said", i.split("-")[1]
    words = _safe(article.text[event.trigger.start : event.trigger.end])
    rows = "".join(
        f'<div><dt class="{role}">{name}</dt><dd>{_safe(value)}</dd></div>' for role, name, value in _rows(event)
    )
    return (
        f'<li id="r{i}" class="{group} {look.name}" data-n="{i}">'
        f'<p><a href="#m{i}" aria-label="record {number}, to its words">{number}</a> '
        f'<span class="tag">{escape(look.sign)} {looks.status(event)}</span> '
        f"<strong>{_safe(looks.kind(event))}</strong> “{words}”</p><dl>{rows}</dl>"
        f'<p class="more">confidence {event.confidence:.2f} · id {_safe(event.id)}</p></li>\n'
    )


def _rows(event: Event) -> Iterator[tuple[str, str, str]]:
    """Yield role, name and value of each line of a record; lines that say nothing are left out."""
    yield "a", "who", looks.parties(event.actors, "not named")
    if event.recipients:
        yield "r", "to whom", looks.parties(event.recipients, "")
    yield "s", "says", looks.voices(event, article="the article")
    if event.cues:
        yield "c", "because", ", ".join(f"“{cue.text}”" for cue in event.cues)
    if event.when:
        yield "w", "when", looks.days(event.when)
    if event.place:
        yield "p", "where", looks.parties([event.place], "")
