"""Learn the weights by which acts are believed: ``python -m training.acts --half TEXTS FOLDER --half TEXTS FOLDER``.

As in ``training.parties``, hints must come from an encoder that has not seen the texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

import facta
from facta.evaluate import gold
from facta.evaluate.marks import GoldArticle
from facta.events.drafts import finder
from facta.events.hinted import candidates
from facta.events.match import match
from facta.hints import Encoder
from facta.pipeline.coder import Coder
from facta.records import Span
from facta.resources.language import load_language
from facta.resources.model import load_model
from facta.resources.ontology import load_ontology
from facta.resources.roster import load_roster
from training.weights import Case, fit, write

#: Inverse strength of regularisation, set on corpus/dev.
PENALTY = 0.15


def cases(article: GoldArticle, coder: Coder) -> Iterator[Case]:
    """Yield features and truth of every word that may be an act: true when gold has an act of that type there."""
    language, ontology = load_language(), load_ontology()
    read = facta.from_text(
        article.text, published=article.published, title=article.title, publisher=article.publisher,
    )
    sentences, mentions, hints = coder.look(read)
    for number, (sentence, hint) in enumerate(zip(sentences, hints, strict=True)):
        if hint is None:
            continue
        at = finder(sentence, [m for m in mentions if m.sentence == number])
        for hit, names in candidates(match(sentence, at, language), sentence, hint, at, language, ontology):
            type_ = ontology.code(hit.pattern.sense).type
            word = Span(hit.slots.token.start, hit.slots.token.end)
            yield names, any(m.trigger.overlaps(word) and m.type == type_ for m in article.mentions)


@click.command()
@click.option("--half", "halves", nargs=2, multiple=True, required=True,
              type=click.Path(exists=True, path_type=Path), help="Gold texts, and an encoder that has not seen them.")
@click.option("--out", type=click.Path(path_type=Path), default="src/facta/resources/models/acts", show_default=True)
def main(*, halves: tuple[tuple[Path, Path], ...], out: Path) -> None:
    """Learn from gold texts and write the weights to a folder."""
    rows: list[Case] = []
    for path, folder in halves:
        coder = Coder(encoder=Encoder(load_roster(), load_model(folder)))
        rows += [case for article in gold.load([path]) for case in cases(article, coder)]
    weights = fit(rows, PENALTY)
    write(weights, out, "Evidence for an act; made by python -m training.acts.")
    click.echo(f"{len(rows)} cases, {sum(truth for _, truth in rows)} acts, {len(weights)} weights")


if __name__ == "__main__":
    main()
