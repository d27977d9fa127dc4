"""Learn the weights by which parties are settled: ``python -m training.parties corpus/train``.

The encoder knows the texts that it was fitted to too well, so it must not lend its hints for them: the corpus is cut in
two, an encoder is fitted to each half (``python -m training HALF --out FOLDER``), and each lends its hints for the
other half: ``python -m training.parties --half HALF FOLDER --half HALF FOLDER``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import facta
from facta.evaluate.marks import GoldArticle
from facta.events import Settle
from facta.events.parties import chosen
from facta.events.parties.evidence import UNKNOWN, Evidence, Scene, candidates
from facta.pipeline.coder import Coder
from training.weights import Case, command

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


main = command("parties", Watched, cases, PENALTY)

if __name__ == "__main__":
    main()
