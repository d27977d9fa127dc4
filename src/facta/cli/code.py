"""``facta code SOURCE…``: the main job. Prints what was done and, apart from it, what was only said."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
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

HAPPENED = "happened"


@click.command(name="code", epilog=EXAMPLES)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "form", flag_value="json", help="One JSON object a line, one line an article.")
@click.option("--tsv", "form", flag_value="tsv", help="One line an event, with a header.")
@click.option("--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write one self-contained page.")
@click.option("--published", metavar="DATE", help="The day of publication (ISO), when you know it better than the page.")
@click.option("--status", "statuses", multiple=True, type=click.Choice([*map(str, Status), HAPPENED]),
              help='Only records of this status; repeatable. "happened": deeds only.')
@click.option("--ontology", default="plover", show_default=True, help="An ontology's name, or the folder of your own.")
@click.option("--roster", multiple=True, type=click.Path(path_type=Path), help="A roster file of your own; repeatable.")
def code(
    *, sources: tuple[str, ...], form: str | None, page: Path | None, published: str | None,
    statuses: tuple[str, ...], ontology: str, roster: tuple[Path, ...],
) -> None:
    """Code SOURCE… : files, folders, URLs, or - for standard input.

    Prints the text with deeds and words marked, then a table. Exit status 0: done; 1: some sources failed, each named
    on standard error; 2: wrong usage.
    """
    from facta.pipeline.coder import Coder

    failures: list[Failure] = []
    try:
        coded = codings(Coder(ontology=ontology, roster=roster), sources, published, failures)
        chosen: Iterable[Coding] = (only(coding, statuses) for coding in coded)
        if page is not None:
            chosen = list(chosen)
            _write_page(page, chosen)
        if page is None or form is not None:
            _print(chosen, form)
    except FactaError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    sys.exit(1 if failures else 0)


def codings(
    coder: Coder, sources: Sequence[str], published: str | None, failures: list[Failure]
) -> Iterator[Coding]:
    """Yield a coding for each source; what fails is named on standard error and kept in ``failures``."""
    from facta.article import read
    from facta.article.sources import expand

    for source in expand(sources):
        try:
            coding = coder.code(read(source.content, published=published, name=source.name, url=source.url))
        except SourceError as error:
            found: tuple[Failure, ...] = (
                Failure(source=source.name, stage="read", code=error.code, message=str(error)),
            )
        else:
            yield coding
            found = coding.failures
        for failure in found:
            click.echo(failure.message, err=True)
        failures += found


def only(coding: Coding, statuses: Sequence[str]) -> Coding:
    """Return the coding with the events of the given statuses; with all of them when none is given."""
    if not statuses:
        return coding
    events = tuple(e for e in coding.events if e.status in statuses or (HAPPENED in statuses and e.happened))
    return replace(coding, events=events)


def _print(codings: Iterable[Coding], form: str | None) -> None:
    if form == "json":
        from facta.records_json import coding_json

        for coding in codings:
            click.echo(json.dumps(coding_json(coding), ensure_ascii=False))
    elif form == "tsv":
        from facta.cli.show.tables import tsv

        for line in tsv(codings):
            click.echo(line)
    else:
        from rich.console import Console

        from facta.cli.show.terminal import render

        render(codings, Console())


def _write_page(path: Path, codings: Iterable[Coding]) -> None:
    from facta.cli.show.page import html

    try:
        path.write_text(html(codings), encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be written ({error.strerror}). Choose another place.") from error
    click.echo(f"Wrote {path}", err=True)
