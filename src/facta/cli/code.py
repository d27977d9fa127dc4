"""``facta code SOURCE…``: the main job. Prints what was done and, apart from it, what was only said."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facta.errors import FactaError, SourceError
from facta.records import Coding, Failure, Status

if TYPE_CHECKING:
    from facta.pipeline.coder import Coder

EXAMPLES = """\b
Examples:
  facta code interview.html
  facta code --json pages/ | jq '.events[] | select(.happened)'
  facta code --html report.html https://example.org/news/1
  curl -s https://example.org/news/1 | facta code --published 2024-06-13 -"""


@click.command(name="code", epilog=EXAMPLES)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line an article.")
@click.option("--tsv", "as_tsv", is_flag=True, help="One line an event, with a header.")
@click.option("--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write one self-contained page.")
@click.option("--published", metavar="DATE", help="The day of publication (ISO), when you know it better than the page.")
@click.option("--status", "statuses", multiple=True, type=click.Choice([*map(str, Status), "happened"]),
              help="Only records of this status; repeat for several. \"happened\": deeds only.")
@click.option("--ontology", default="plover", show_default=True, help="An ontology's name, or the folder of your own.")
@click.option("--roster", multiple=True, type=click.Path(path_type=Path), help="A roster file of your own; repeatable.")
def code(
    *, sources: tuple[str, ...], as_json: bool, as_tsv: bool, page: Path | None, published: str | None,
    statuses: tuple[str, ...], ontology: str, roster: tuple[Path, ...],
) -> None:
    """Code SOURCE… : files, folders, URLs, or - for standard input.

    Prints the text with deeds and words marked, then a table. Exit status 0: done; 1: some sources failed, each named
    on standard error; 2: wrong usage.
    """
    if as_json and as_tsv:
        raise click.UsageError("--json and --tsv both write to standard output: choose one.")
    from facta.pipeline.coder import Coder

    failures: list[Failure] = []
    kept: list[Coding] = []
    try:
        coder = Coder(ontology=ontology, roster=roster)
        coded = codings(coder, sources, published, failures)
        show = _shower(as_json=as_json, as_tsv=as_tsv, quiet=page is not None)
        for coding in coded:
            chosen = only(coding, statuses)
            failures += coding.failures
            for failure in coding.failures:
                click.echo(failure.message, err=True)
            show(chosen)
            if page is not None:
                kept.append(chosen)
    except FactaError as error:
        raise SystemExit(_wrong_usage(error)) from error
    if page is not None:
        _write_page(page, kept)
    sys.exit(1 if failures else 0)


def codings(
    coder: Coder, sources: Sequence[str], published: str | None, failures: list[Failure]
) -> Iterator[Coding]:
    """Yield a coding for each source; those that fail are named on standard error and kept in ``failures``."""
    from facta.article import read
    from facta.article.sources import expand

    for source in expand(sources):
        try:
            article = read(source.content, published=published, name=source.name, url=source.url)
            yield coder.code(article)
        except SourceError as error:
            failures.append(Failure(source=source.name, stage="read", code=error.code, message=str(error)))
            click.echo(str(error), err=True)


def only(coding: Coding, statuses: Sequence[str]) -> Coding:
    """Return the coding with the events of the given statuses; with all of them when none is given."""
    if not statuses:
        return coding
    events = tuple(e for e in coding.events if e.status in statuses or ("happened" in statuses and e.happened))
    return replace(coding, events=events)


def _wrong_usage(error: FactaError) -> int:
    click.echo(str(error), err=True)
    return 2
