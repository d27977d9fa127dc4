"""What one given phrase does to another: scores of all types for a pair of spans.

Every word that the lexicon knows for an act is a candidate. It counts more when the spans fill its roles, when it
stands near both in the parse, when its pattern is specific, and when no other act stands between. Every word is a
candidate of the encoder's too: it counts by how likely it names an act of a type, and the spans its parties. Both are
added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from facta.events.drafts import finder
from facta.events.match import Finder, Hit, readings
from facta.events.roles import roles
from facta.events.status import judge
from facta.records import Actor, Hints, Mention, MentionKind, Sentence, Span
from facta.resources.language import Language
from facta.resources.ontology import Ontology
from facta.resources.status import StatusLexicon

# Weights of the evidence; set on the project's own sentences, on no evaluation set.
ACTOR_FITS = 2.0
RECIPIENT_FITS = 2.0
REVERSED = -1.0
PER_STEP = -0.35
PER_WEIGHT = 0.15
SAME_SENTENCE = 1.0
GOVERNED = -0.8
SECOND_BEST = -1.2
SHARPNESS = 1.3
#: Evidence that every type has without a word for it.
FLOOR = -1.0
BASE_RATE = 0.3
_FAR = 12
#: How much the encoder's evidence counts beside that of the lexicon, and who the parties are beside what the act is.
ENCODER = 2.0
PARTY = 1.5
#: Nothing is less likely than this, for taking logarithms.
LEAST = 0.01


def relate(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], hints: Sequence[Hints | None], actor: Span | None,
    recipient: Span | None, language: Language, ontology: Ontology, lexicon: StatusLexicon,
) -> list[tuple[str, float]]:
    """Return all types with a probability each, most probable first; a party that the text does not name is None."""
    evidence = {name: FLOOR + BASE_RATE * log(kind.share) for name, kind in ontology.types.items()}
    spans = [span for span in (actor, recipient) if span is not None]
    for number, sentence in enumerate(sentences):
        given = _given(sentence, number, actor, recipient)
        at = finder(sentence, [*(m for m in mentions if m.sentence == number), *given])
        found = [
            (hit, rank) for hit, rank in readings(sentence, at, language)
            if not any(span.contains(_span(hit)) for span in spans)
        ]
        hits = [hit for hit, rank in found if rank == 0]
        for hit, rank in found:
            type_ = _type(hit, sentence, ontology, lexicon)
            fit = _fit(hit, sentence, given, actor, recipient, language, at)
            if not _leads(hit, hits):
                fit += GOVERNED
            fit += SECOND_BEST * rank
            evidence[type_] = max(evidence[type_], fit)
    seen = dict.fromkeys(evidence, log(LEAST) * (1 + 2 * PARTY))
    for sentence, hint in zip(sentences, hints, strict=True):
        if hint is not None:
            _see(seen, sentence, hint, actor, recipient, ontology, lexicon)
    evidence = {name: value + ENCODER * seen[name] for name, value in evidence.items()}
    total = sum(exp(SHARPNESS * value) for value in evidence.values())
    ranked = sorted(evidence.items(), key=lambda item: (-item[1], item[0]))
    return [(type_, exp(SHARPNESS * value) / total) for type_, value in ranked]


def _see(
    seen: dict[str, float], sentence: Sentence, hints: Hints, actor: Span | None, recipient: Span | None,
    ontology: Ontology, lexicon: StatusLexicon,
) -> None:
    """Raise the evidence of the types that the encoder sees in the words of a sentence, with the spans as parties."""
    first, second = _inside(sentence, actor), _inside(sentence, recipient)
    for token in sentence.tokens:
        i = token.i
        if hints.none(i) > 1 - LEAST or i in first or i in second:
            continue
        who = max((hints.actors[i][k] for k in first), default=LEAST)
        whom = max((max(hints.recipients[i][k], hints.actors[i][k]) for k in second), default=LEAST)
        parties = PARTY * (log(max(who, LEAST)) + log(max(whom, LEAST)))
        verdict = judge(sentence, i, lexicon)
        for name in ontology.types:
            likely = hints.of_type(i, name)
            if likely > LEAST:
                type_ = ontology.exported(name, verdict.status, verdict.polarity)
                seen[type_] = max(seen[type_], log(likely) + parties)


def _inside(sentence: Sentence, span: Span | None) -> frozenset[int]:
    return frozenset(sentence.within(*span)) if span else frozenset()


def _leads(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Say whether no other act governs this one: in "agreed to withdraw" the agreement is the act between the two."""
    above = set(hit.slots.sentence.ancestors(hit.i))
    return not any(other.i in above for other in hits)


def _span(hit: Hit) -> Span:
    return Span(hit.slots.token.start, hit.slots.token.end)


def _type(hit: Hit, sentence: Sentence, ontology: Ontology, lexicon: StatusLexicon) -> str:
    verdict = judge(sentence, hit.i, lexicon)
    return ontology.exported(ontology.code(hit.pattern.sense).type, verdict.status, verdict.polarity)


def _given(sentence: Sentence, number: int, actor: Span | None, recipient: Span | None) -> list[Mention]:
    """Return the two spans as mentions of this sentence, so that patterns and roles can see them."""
    out = []
    for name, span in (("actor", actor), ("recipient", recipient)):
        inside = _inside(sentence, span)
        if span and inside:
            head = next((i for i in sorted(inside) if sentence.tokens[i].head not in inside - {i}), max(inside))
            out.append(Mention(
                sentence=number, head=head, start=span.start, end=span.end, text=name, kind=MentionKind.NAME,
                actors=(Actor(code=None, sector="GOV"),), rule="given",
            ))
    return out


def _fit(
    hit: Hit, sentence: Sentence, given: Sequence[Mention], actor: Span | None, recipient: Span | None,
    language: Language, at: Finder,
) -> float:
    found = roles(hit, at, language)
    first = _in(actor, found.actors)
    second = _in(recipient, (*found.recipients, *found.actors))
    crossed = _in(recipient, found.actors) and not first
    value = SAME_SENTENCE * len(given) / 2 + PER_WEIGHT * hit.pattern.weight
    value += ACTOR_FITS * first + RECIPIENT_FITS * second + REVERSED * crossed
    steps = [_distance(sentence, hit.i, m.head) for m in given]
    return value + PER_STEP * (sum(steps) / len(steps) if steps else _FAR)


def _in(span: Span | None, mentions: Sequence[Mention]) -> bool:
    return span is not None and any(Span(m.start, m.end).overlaps(span) for m in mentions)


def _distance(sentence: Sentence, a: int, b: int) -> int:
    """Return the number of arcs between two words in the parse."""
    up = {node: steps for steps, node in enumerate((a, *sentence.ancestors(a)))}
    for steps, node in enumerate((b, *sentence.ancestors(b))):
        if node in up:
            return steps + up[node]
    return _FAR
