"""``facta evaluate GOLD…``: how well the coder does on hand-made records, and everything it gets wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import click

from facta.cli.common import FAILED, HELP, complain, say, write_json
from facta.cli.show import looks
from facta.errors import FactaError
from facta.evaluate import gold as gold_files
from facta.evaluate.intervals import Range, intervals, total
from facta.evaluate.marks import Coder, GoldArticle, Mark, Party
from facta.evaluate.mismatches import KINDS, Mismatch, mismatches
from facta.evaluate.scores import Counts, Value, code_all, count, summary
from facta.records import Coding

COLOURS = {"missed": "yellow", "false": "magenta", "fact": "red"}


@click.command(name="evaluate", context_settings=HELP, short_help="Score the coder on hand-made records.",
               epilog="Example: facta evaluate tests/golden --errors --kind status --kind fact")
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--by-genre", is_flag=True, help="A column for each genre too.")
@click.option("--errors", is_flag=True, help="List every mismatch with its sentence.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="With --errors: only these kinds.")
@click.option("--article", "only", multiple=True, metavar="ID", help="Only these articles.")
@click.option("--html", "pages", is_flag=True, help="Code the page instead of the text, where gold has one.")
def evaluate(
    *, gold: tuple[Path, ...], as_json: bool, by_genre: bool, errors: bool, kinds: tuple[str, ...],
    only: tuple[str, ...], pages: bool,
) -> None:
    """Score the coder on gold articles (files, or folders of .json and .jsonl).

    Tuple F1 counts deeds: (actor codes, type, recipient codes) of records that happened. Intervals are 95 % bootstrap
    intervals over articles. Scores are explained in the reference.
    """
    try:
        articles = [a for a in gold_files.load(gold) if not only or a.id in only]
        results = code_all(articles, coder(pages))
    except FactaError as error:
        complain(error)
        sys.exit(FAILED)
    if not articles:
        raise click.UsageError("There is no gold article. Check the path and --article.")
    counts = [(a.genre or "no genre", count(a.mentions, marks)) for a, marks in results]
    wrong = [m for m in every_mismatch(results) if not kinds or set(kinds) & set(m.kinds)] if errors or kinds else []
    head = {"coder": f"facta {version('facta')}", "data": f"sha256:{gold_files.digest(gold)}"}
    if as_json:
        write_json(as_object(head, counts, wrong, by_genre))
        return
    for mismatch in wrong:
        say(describe(mismatch), styled=True)
    say(table(head, counts, by_genre))


def coder(pages: bool) -> Coder:
    """Return the pipeline as a function of a gold article."""
    import facta

    def code(article: GoldArticle) -> Coding:
        if pages and article.html is not None:
            return facta.code(facta.read(article.html.encode()))
        read = facta.from_text(
            article.text, published=article.published, title=article.title, publisher=article.publisher,
        )
        return facta.code(read)

    return code


def every_mismatch(results: Iterable[tuple[GoldArticle, list[Mark]]]) -> list[Mismatch]:
    """Return the mismatches of all articles."""
    return [m for article, marks in results for m in mismatches(article.id, article.text, article.mentions, marks)]


def _groups(counts: Sequence[tuple[str, Counts]], by_genre: bool) -> dict[str, list[Counts]]:
    groups = {"all": [c for _, c in counts]}
    for genre, c in counts if by_genre else ():
        groups.setdefault(genre, []).append(c)
    return groups


def table(head: dict[str, str], counts: Sequence[tuple[str, Counts]], by_genre: bool) -> str:
    """Return the scores as lines: one a score, with the interval of the whole and a column for each genre."""
    groups = _groups(counts, by_genre)
    whole = total(groups["all"])
    scores = {name: summary(total(group)) for name, group in groups.items()}
    sure = intervals(groups["all"])
    genres = [name for name in groups if name != "all"]
    lines = [
        f"{head['coder']} · {whole.articles} articles · {whole.gold} gold records, {whole.gold_deeds} deeds · "
        f"{whole.coded} coded, {whole.coded_deeds} deeds",
        head["data"],
        f"{'score':40}{'all':>8}  {'95 %':13}" + "".join(f"{name[:12]:>14}" for name in genres),
    ]
    for name, value in scores["all"].items():
        digits = 1 if name.endswith("per_100") else 3
        cells = "".join(f"{_number(scores[genre][name], digits):>14}" for genre in genres)
        label, interval = name.replace("_", " "), _range(sure[name], digits)
        lines.append(f"{label:40}{_number(value, digits):>8}  {interval:13}{cells}".rstrip())
    return "\n".join(lines)


def _number(value: Value, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _range(value: Range | None, digits: int) -> str:
    return "–" if value is None else f"{_number(value[0], digits)}–{_number(value[1], digits)}"


def as_object(
    head: dict[str, str], counts: Sequence[tuple[str, Counts]], wrong: Sequence[Mismatch], by_genre: bool,
) -> dict[str, object]:
    """Return everything as one JSON object."""
    groups = _groups(counts, by_genre)
    whole = total(groups["all"])
    return {
        **head, "articles": whole.articles, "gold": whole.gold, "coded": whole.coded,
        "scores": {name: summary(total(group)) for name, group in groups.items()},
        "intervals": intervals(groups["all"]),
        "status": {f"{gold}>{coded}": n for (gold, coded), n in sorted(whole.status.items())},
        "errors": [
            {
                "article": m.article, "kinds": m.kinds, "sentence": m.sentence,
                "gold": _row(m.gold), "coded": _row(m.coded),
            }
            for m in wrong
        ],
    }


def _row(mark: Mark | None) -> dict[str, object] | None:
    if mark is None:
        return None
    return {
        "trigger": mark.text, "start": mark.trigger.start, "end": mark.trigger.end, "type": mark.type,
        "mode": mark.mode, "actors": _people(mark.actors), "recipients": _people(mark.recipients),
        "status": mark.status, "polarity": mark.polarity, "sources": [_people(link) for link in mark.sources],
        "when": mark.when, "note": mark.note,
    }


def describe(m: Mismatch) -> str:
    """Return one mismatch as lines: what is wrong, the sentence with its trigger marked, gold, coder."""
    colour = next((COLOURS[k] for k in m.kinds if k in COLOURS), "cyan")
    a, b = m.span or (0, 0)
    parts = [looks.clean(part) for part in (m.sentence[:a], m.sentence[a:b], m.sentence[b:])]
    sentence = "{}»{}«{}".format(*parts) if m.span else parts[-1]
    lines = [f"{click.style(' '.join(m.kinds).upper(), fg=colour, bold=True)}  {m.article}", f"    {sentence}"]
    lines += [f"    {name:5} {_line(mark)}" for name, mark in (("gold", m.gold), ("coder", m.coded)) if mark]
    return "\n".join(" ".join(line.splitlines()) for line in lines) + "\n"


def _line(m: Mark) -> str:
    chain = " > ".join(" & ".join(_people(link)) for link in m.sources) or "article"
    when = "–" if m.when is None else m.when[0] if m.when[0] == m.when[1] else "..".join(m.when)
    kind = f"{m.type}/{m.mode}" if m.mode else m.type
    parties = f"{', '.join(_people(m.actors)) or '–'} → {', '.join(_people(m.recipients)) or '–'}"
    note = f"  ({m.note})" if m.note else ""
    return f"{m.text}: {kind}  {parties}  {m.status}{m.polarity}  says {chain}  when {when}{note}"


def _people(parties: Iterable[Party]) -> list[str]:
    return [f"{p} {p.text}".strip() for p in parties]
