"""Learn the weights by which parties are settled: ``python -m training.parties corpus/train``.

The encoder knows the texts that it was fitted to too well, so it must not lend its hints for them: the corpus is cut in
two, an encoder is fitted to each half (``python -m training HALF --out FOLDER``), and each lends its hints for the
other half: ``python -m training.parties --half HALF FOLDER --half HALF FOLDER``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import click

import facta
from facta.evaluate import gold
from facta.evaluate.marks import GoldArticle
from facta.events import Settle
from facta.events.parties import chosen
from facta.events.parties.evidence import UNKNOWN, Evidence, Scene, candidates
from facta.hints import Encoder
from facta.pipeline.coder import Coder
from facta.resources.model import load_model
from facta.resources.roster import load_roster
from training.weights import Case, fit, write

#: Inverse strength of regularisation, set on corpus/dev.
PENALTY = 0.15


class Watched(Coder):
    """A coder that leaves the parties to the rules and keeps what is known of them."""

    @cached_property
    def _settle(self) -> Settle:
        return self._watch

    def _watch(self, found: chosen.Placed, scene: Scene, sources_of: chosen.SourcesOf) -> chosen.Placed:
        self.seen = (list(chosen.acts(found, sources_of)), scene)
        return found


def cases(article: GoldArticle, coder: Watched) -> Iterator[Case]:
    """Yield features and truth of every candidate of every act that has a gold twin."""
    coder.code(facta.from_text(
        article.text, published=article.published, title=article.title, publisher=article.publisher,
    ))
    acts, scene = coder.seen
    for act in acts:
        trigger, type_ = act.draft.trigger, act.draft.code.type
        twin = next((m for m in article.mentions if m.trigger.overlaps(trigger) and m.type == type_), None)
        if twin is None:
            continue
        evidence = Evidence(act, scene)
        for role, parties in (("a", twin.actors), ("r", twin.recipients)):
            right = {p.code or UNKNOWN for p in parties}
            for code in candidates(act, scene, role):
                yield evidence.features(role, code), code in right


@click.command()
@click.argument("corpus", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--half", "halves", nargs=2, multiple=True, type=click.Path(exists=True, path_type=Path),
              help="Gold texts, and the folder of an encoder that has not seen them.")
@click.option("--out", type=click.Path(path_type=Path), default="src/facta/resources/models/parties", show_default=True)
def main(*, corpus: tuple[Path, ...], halves: tuple[tuple[Path, Path], ...], out: Path) -> None:
    """Learn from gold texts and write the weights to a folder."""
    rows: list[Case] = []
    for path in corpus:
        coder = Watched()
        rows += [case for article in gold.load([path]) for case in cases(article, coder)]
    for path, folder in halves:
        coder = Watched(encoder=Encoder(load_roster(), load_model(folder)))
        rows += [case for article in gold.load([path]) for case in cases(article, coder)]
    weights = fit(rows, PENALTY)
    write(weights, out, "Evidence for a party of an act; made by python -m training.parties.")
    click.echo(f"{len(rows)} cases, {len(weights)} weights")


if __name__ == "__main__":
    main()
