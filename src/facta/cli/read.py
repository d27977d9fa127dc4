"""``facta read SOURCE…``: the article behind a page."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from facta.cli.common import FAILED, HELP, USAGE, check_date, complain, opened, say, write, write_json
from facta.cli.show import looks
from facta.errors import FactaError, SourceError, UsageError, stumbled
from facta.records import Article
from facta.records_json import article_json

EXAMPLES = """\b
Examples:
  facta read interview.html
  facta read --json pages/ | jq .published
  curl -s https://example.org/news/1 | facta read -"""

_LINE = 100  # characters of a turn that are shown


@click.command(name="read", context_settings=HELP, short_help="Show the article behind a page.", epilog=EXAMPLES)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line an article.")
@click.option(
    "--published", metavar="DATE", help="The day of publication (ISO), when you know it better than the page."
)
@click.option("--text", "as_text", is_flag=True, help="Print the text alone.")
def read(*, sources: tuple[str, ...], as_json: bool, published: str | None, as_text: bool) -> None:
    """Show the article behind SOURCE… : files, folders, URLs, or - for standard input.

    Prints title, day of publication (and how it is known), the page's clock, language, people and turns. Exit status
    0: done; 1: some sources failed, each named on standard error; 2: wrong usage.
    """
    if as_json and as_text:
        raise click.UsageError("--json and --text both write to standard output: choose one.")
    failed = False
    try:
        check_date(published)
        for article in articles(sources, published):
            if isinstance(article, SourceError):
                failed = True
                complain(article)
            elif as_json:
                write_json(article_json(article))
            elif as_text:
                write(article.text)
            else:
                say(describe(article))
    except UsageError as error:
        complain(error)
        sys.exit(USAGE)
    sys.exit(FAILED if failed else 0)


def articles(sources: tuple[str, ...], published: str | None) -> Iterator[Article | SourceError]:
    """Yield the article of each source, or the reason why there is none."""
    from facta.article import read as read_article

    for source in opened(sources):
        if isinstance(source, SourceError):
            yield source
            continue
        try:
            yield read_article(source.content, published=published, name=source.name, url=source.url)
        except SourceError as error:
            yield error
        except (FactaError, MemoryError):
            raise
        except Exception as error:  # as in facta.cli.code: a fault of ours must not lose the other sources
            yield stumbled(source.name, error)


def describe(article: Article) -> str:
    """Return an article for people to read."""
    p = article.published
    known = f"{looks.days(p)} (known from: {p.basis})" if p else "unknown"
    rows = [
        ("title", article.title), ("source", article.source), ("url", article.url), ("published", known),
        ("page clock", article.page_clock), ("language", article.language), ("publisher", article.publisher),
    ]  # fmt: skip
    lines = [f"{name:<11} {value}" for name, value in rows if value]
    lines += [f"{'person':<11} {q.name}{', ' + q.role if q.role else ''}" for q in article.people]
    width = max((len(t.speaker or "") for t in article.turns), default=0)
    for turn in article.turns:
        words = " ".join(article.text[turn.start : min(turn.end, turn.start + 2 * _LINE)].split())
        shown = words if turn.end - turn.start <= _LINE else words[:_LINE] + "…"
        lines.append(
            f"{turn.kind.value:<11} {turn.start:>6}–{turn.end:<6} {turn.speaker or '–':<{width}}  {shown[: _LINE + 1]}"
        )
    return "\n".join(lines) + "\n"
