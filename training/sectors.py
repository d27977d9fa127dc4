"""Learn the weights by which sectors are settled: ``python -m training.sectors --half TEXTS FOLDER --half …``.

As in ``training.parties``, hints must come from an encoder that has not seen the texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import facta
from facta.evaluate.marks import GoldArticle
from facta.events import Settle
from facta.events.parties.chosen import Placed, SourcesOf, choose
from facta.events.parties.evidence import Scene
from facta.events.parties.sectors import candidates, first
from facta.pipeline.coder import Coder
from facta.resources.weights import load_weights
from training.weights import Case, command

#: Inverse strength of regularisation, set on corpus/dev.
PENALTY = 0.15


class Watched(Coder):
    """A coder that settles who the parties are, leaves their sectors to the rules, and keeps what it has settled."""

    @cached_property
    def _settle(self) -> Settle:
        weights = load_weights("parties")
        if not weights:
            raise ValueError("make the weights of parties first: python -m training.parties")

        def watch(found: Placed, scene: Scene, sources_of: SourcesOf) -> Placed:
            settled = choose(found, scene, sources_of, weights=weights, sectors={})
            self.seen = (settled, scene)
            return settled

        return watch


def cases(article: GoldArticle, coder: Watched) -> Iterator[Case]:
    """Yield features and truth of every sector that a party with the right code may have."""
    coder.code(facta.from_text(
        article.text, published=article.published, title=article.title, publisher=article.publisher,
    ))
    settled, scene = coder.seen
    for draft, _ in settled:
        twin = next(
            (m for m in article.mentions if m.trigger.overlaps(draft.trigger) and m.type == draft.code.type), None
        )
        if twin is None:
            continue
        for role, ours, theirs in (("a", draft.actors, twin.actors), ("r", draft.recipients, twin.recipients)):
            for party in ours:
                right = {first(p.sector) for p in theirs if p.code == party.code}
                for sector, names in candidates(party, role, draft, scene) if right else ():
                    yield names, sector in right


main = command("sectors", Watched, cases, PENALTY)

if __name__ == "__main__":
    main()
