"""Learn the weights by which acts are believed: ``python -m training.acts --half TEXTS FOLDER --half TEXTS FOLDER``.

As in ``training.parties``, hints must come from an encoder that has not seen the texts.
"""

from __future__ import annotations

from collections.abc import Iterator

import facta
from facta.evaluate.marks import GoldArticle
from facta.events.drafts import finder
from facta.events.hinted import candidates
from facta.events.match import match
from facta.pipeline.coder import Coder
from facta.records import Span
from facta.resources.language import load_language
from facta.resources.ontology import load_ontology
from training.weights import Case, command

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


main = command("acts", Coder, cases, PENALTY)

if __name__ == "__main__":
    main()
