"""``facta code SOURCE…``: the main job. Prints what was done and, apart from it, what was only said."""

# Help is printed, and mistakes are told, without loading what only coding needs.

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facta.cli.common import FAILED, HELP, check_date, complain, opened, status_of, write, write_json
from facta.errors import FactaError, SourceError, UsageError, stumbled
from facta.records import Article, Coding, Failure, Status

if TYPE_CHECKING:
    from facta.article.sources import Source
    from facta.pipeline.coder import Coder

EXAMPLES = """\b
Examples:
  facta code interview.html
  facta code --json pages/ | jq '.events[] | select(.happened)'
  facta code --html report.html https://example.org/news/1
  curl -s https://example.org/news/1 | facta code --published 2024-06-13 -"""

HAPPENED = "happened"

GetCoder = Callable[[], "Coder"]


@click.command(
    name="code", context_settings=HELP, short_help="Print what was done and what was only said.", epilog=EXAMPLES
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "form", flag_value="json", help="One JSON object a line, one line an article.")
@click.option("--tsv", "form", flag_value="tsv", help="One line an event, with a header.")
@click.option("--html", "page", metavar="FILE", type=click.Path(path_type=Path),
              help="Write one self-contained page.")
@click.option("--published", metavar="DATE",
              help="The day of publication (ISO), when you know it better than the page.")
@click.option("--status", "statuses", multiple=True, type=click.Choice([*map(str, Status), HAPPENED]),
              help='Only records of this status; repeatable. "happened": deeds only.')
@click.option("--ontology", default="plover", show_default=True, metavar="NAME",
              help="An ontology's name, or the folder of your own.")
@click.option("--roster", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
              help="A roster file of your own; repeatable.")
@click.option("--rules-only", is_flag=True,
              help="Code by lexicon and rules, without the encoder: faster, and misses more.")
def code(
    *, sources: tuple[str, ...], form: str | None, page: Path | None, published: str | None,
    statuses: tuple[str, ...], ontology: str, roster: tuple[Path, ...], rules_only: bool,
) -> None:
    """Code SOURCE… : files, folders, URLs, or - for standard input.

    Prints the text with deeds and words marked, then a table. Exit status 0: done; 1: some sources failed, each named
    on standard error; 2: wrong usage.
    """
    failures: list[Failure] = []
    try:
        check_date(published)
        check_resources(ontology, roster)
        _check_place(page)
        coded = codings(coder(ontology, roster, encoder=not rules_only), sources, published, failures)
        chosen: Iterable[Coding] = (only(coding, statuses) for coding in coded)
        if page is not None:
            chosen = list(chosen)
            _write_page(page, chosen)
        if page is None or form is not None:
            _print(chosen, form)
    except FactaError as error:
        complain(error)
        sys.exit(status_of(error))
    sys.exit(FAILED if failures else 0)


def coder(ontology: str, roster: Iterable[Path], *, encoder: bool = True, explain: bool = False) -> GetCoder:
    """Return what makes the coder, once, when the first article is there: loading it takes a second or two."""

    @cache
    def get() -> Coder:
        from facta.pipeline.coder import Coder

        return Coder(ontology=ontology, roster=roster, encoder=encoder, explain=explain)

    return get


def check_resources(ontology: str, roster: Iterable[Path]) -> None:
    """Read the user's own resources, so that a mistake in them is told before the coder is loaded.

    Raises:
        ResourceError: an ontology or a roster is missing or wrong.

    """
    if ontology != "plover":
        from facta.resources.ontology import load_ontology

        load_ontology(ontology, Path(ontology))
    if extra := list(roster):
        from facta.resources.roster import load_roster

        load_roster(extra=extra)


def codings(
    get_coder: GetCoder, sources: Sequence[str], published: str | None, failures: list[Failure]
) -> Iterator[Coding]:
    """Yield a coding for each source; what fails is named on standard error and kept in ``failures``."""
    for source in opened(sources):
        found = _coding(get_coder, source, published)
        if isinstance(found, Coding):
            yield found
            failed = found.failures
        else:
            failed = (found,)
        for failure in failed:
            complain(failure.message)
        failures += failed


def _coding(get_coder: GetCoder, source: Source | SourceError, published: str | None) -> Coding | Failure:
    """Return the coding of one source, or why there is none."""
    from facta.article import read

    if isinstance(source, SourceError):
        return _failure(source.where, "read", source)
    stage = "read"
    try:
        article: Article = read(source.content, published=published, name=source.name, url=source.url)
        stage, ready = "code", get_coder()
        return ready.code(article)
    except SourceError as error:
        return _failure(source.name, stage, error)
    except (FactaError, MemoryError):
        raise
    except Exception as error:  # a fault of ours on one page must not lose the rest of an archive
        return _failure(source.name, stage, stumbled(source.name, error))


def _failure(source: str, stage: str, error: SourceError) -> Failure:
    return Failure(source=source, stage=stage, code=error.code, message=str(error))


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
            write_json(coding_json(coding))
    elif form == "tsv":
        from facta.cli.show.tables import tsv

        for line in tsv(codings):
            write(line)
    else:
        from rich.console import Console

        from facta.cli.show.terminal import render

        render(codings, Console())


def _check_place(page: Path | None) -> None:
    """Refuse a place where no page can be written, before the work rather than after it."""
    if page is None:
        return
    folder = page.parent
    if page.is_dir():
        what = "it is a folder"
    elif not folder.is_dir():
        what = "its folder does not exist"
    elif not os.access(page if page.exists() else folder, os.W_OK):
        what = "it cannot be written"
    else:
        return
    raise UsageError("U11", str(page), what, "Choose another place.")


def _write_page(path: Path, codings: Iterable[Coding]) -> None:
    from facta.cli.show.page import html

    try:
        path.write_text(html(codings), encoding="utf-8")
    except OSError as error:
        what = f"it cannot be written ({error.strerror})"
        raise UsageError("U11", str(path), what, "Choose another place.") from error
    complain(f"Wrote {path}")
