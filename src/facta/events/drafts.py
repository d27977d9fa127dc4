"""Acts with their roles, before status, voice and date are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facta.events.clauses import support
from facta.events.hinted import RULE, hinted
from facta.events.likely import mended
from facta.events.match import Finder, Hit, match
from facta.events.roles import roles
from facta.records import Hints, Mention, MentionKind, Participant, Sentence, Span
from facta.resources.language import Language
from facta.resources.ontology import Code, Ontology

#: A support verb stands at most this many words before its noun to belong to the trigger.
CARRIER_REACH = 4
#: So many different words of other fields in one sentence, and it reports no act of politics.
OFF_TOPIC_WORDS = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """An act: the words, the code, who fills its roles, and by which rules; ``passive`` by the parse or the encoder."""

    number: int
    sentence: Sentence
    hit: Hit
    sense: str
    code: Code
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    rule: str
    mentions: tuple[Mention, ...]
    mention_at: Finder
    carrier: int | None = None
    passive: bool = False

    @property
    def trigger(self) -> Span:
        """The smallest span that names the act: the word, its support verb, particle, or preposition asked for."""
        token = self.sentence.tokens[self.hit.i]
        if self.carrier is not None:
            return Span(self.sentence.tokens[self.carrier].start, token.end)
        end = token.end
        asked = {part.slot for part in self.hit.pattern.frame}
        for follower in self.sentence.tokens[token.i + 1 : token.i + 3]:
            joined = follower.dep == "prt" or (follower.dep == "prep" and follower.text.lower() in asked)
            if follower.head != token.i or not joined or self.hit.slots.is_noun:
                break
            end = follower.end
        return Span(token.start, end)


def drafts(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], hints: Sequence[Hints | None], language: Language,
    ontology: Ontology, weights: Mapping[str, float] | None = None,
) -> list[Draft]:
    """Return the acts of all sentences with their roles; ``hints`` follow the sentences.

    ``weights`` are what speaks for words being acts (``belief``); without them the lexicon decides.
    """
    grouped: list[list[Mention]] = [[] for _ in sentences]
    for mention in mentions:
        grouped[mention.sentence].append(mention)
    out: list[Draft] = []
    for number, sentence in enumerate(sentences):
        if _off_topic(sentence, language):
            continue
        at = finder(sentence, grouped[number])
        known = [hit for hit in match(sentence, at, language) if not _inside_name(hit, at)]
        hits = hinted(known, sentence, hints[number], at, language, ontology, weights)
        for hit in _without_echoes(hits, ontology):
            if _denied(hit, at, ontology, language):
                continue
            found = roles(hit, at, language, ontology.code(hit.pattern.sense).type)
            found = mended(found, hit, grouped[number], hints[number])
            actors = participants(found.actors)
            sense = hit.pattern.sense
            if len({p.code for p in actors if p.code}) > 1:
                sense = ontology.joint.get(sense, sense)
            out.append(Draft(
                number=number, sentence=sentence, hit=hit, sense=sense, code=ontology.code(sense),
                actors=actors, recipients=participants(others(found.recipients, actors)), rule=found.rule,
                mentions=(*found.actors, *found.recipients), mention_at=at,
                carrier=_carrier(hit, {other.i for other in hits}, language),
                passive=hit.slots.passive or found.turned,
            ))
    return out


def is_unheard(draft: Draft) -> bool:
    """Say whether only the encoder sees an act, and nobody who did it or to whom: more often none than one."""
    return draft.hit.pattern.where == RULE and not draft.actors and not draft.recipients


def _carrier(hit: Hit, acts: set[int], language: Language) -> int | None:
    """Return the verb right before a noun that only carries its act ("slapped a duty"), if it is no act itself."""
    verb = support(hit.slots.sentence, hit.i) if hit.slots.is_noun else None
    if verb is None or verb in acts or not 0 < hit.i - verb <= CARRIER_REACH:
        return None
    return verb if language.is_in(hit.slots.sentence.tokens[verb].lemma, "carrier") else None


def finder(sentence: Sentence, mentions: Sequence[Mention]) -> Finder:
    """Return the function that finds the mention at a word: the one it heads, else the smallest that covers it."""
    table: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        for token in sentence.tokens:
            inside = mention.start <= token.start and token.end <= mention.end
            if inside and token.pos in ("PROPN", "NOUN", "ADJ", "PRON"):
                table[token.i] = mention
    for mention in mentions:
        table[mention.head] = mention
    return table.get


def participants(mentions: Sequence[Mention]) -> tuple[Participant, ...]:
    """Return one participant for each actor of each mention; who stands inside another phrase is named by that."""
    spans = [Span(m.start, m.end) for m in mentions]
    inner = {span for span in spans for other in spans if other != span and other.contains(span)}
    return tuple(
        Participant(
            text=m.text, start=m.start, end=m.end, code=actor.code, sector=actor.sector, name=actor.name, id=actor.id
        )
        for m in mentions
        if Span(m.start, m.end) not in inner
        for actor in m.actors
    )


def _off_topic(sentence: Sentence, language: Language) -> bool:
    """Say whether several words of a sentence speak of sport, markets and the like."""
    return len({token.lemma for token in sentence.tokens if language.is_in(token.lemma, "offtopic")}) >= OFF_TOPIC_WORDS


def others(found: Sequence[Mention], held: Sequence[Participant]) -> tuple[Mention, ...]:
    """Return those who are not just the name of a state whose government holds the other role ("pulled Russia out of").

    Other words for a government of that state may mean another part of it: "the governor sued the government".
    """
    taken = {p.code for p in held if p.code and p.sector == "GOV"}
    return tuple(
        m for m in found
        if m.kind is MentionKind.DESCRIPTION or not all(a.code in taken and a.sector == "GOV" for a in m.actors)
    )


def _denied(hit: Hit, at: Finder, ontology: Ontology, language: Language) -> bool:
    """Say whether a noun names accusations that somebody rejects, with no accuser: a denial, no act of its own."""
    slots = hit.slots
    if not slots.is_noun or ontology.code(hit.pattern.sense).type != "ACCUSE":
        return False
    owned = any(slots.fill(slot) for slot in ("poss", "by", "from")) or any(at(k) for k in slots.fill("mod"))
    verbs = (slots.sentence.tokens[k].lemma for k in slots.fill("gov"))
    return not owned and any(language.is_in(verb, "denying") for verb in verbs)


def _inside_name(hit: Hit, at: Finder) -> bool:
    """Say whether a word is part of a proper name ("Human Rights Watch", "the Strike Party")."""
    token = hit.slots.token
    mention = at(hit.i)
    return token.pos == "PROPN" and mention is not None and mention.kind is MentionKind.NAME


def _without_echoes(hits: Sequence[Hit], ontology: Ontology) -> list[Hit]:
    """Drop a noun whose verb already says the same ("signed an accord" is one act, not two)."""
    verbs = {hit.i: ontology.code(hit.pattern.sense).type for hit in hits if not hit.slots.is_noun}
    out = []
    for hit in hits:
        above = support(hit.slots.sentence, hit.i) if hit.slots.is_noun else None
        if above is None or verbs.get(above) != ontology.code(hit.pattern.sense).type:
            out.append(hit)
    return out
