"""Sentences and mentions in, with functions that know who says so and when; events out.

For each word that reports an act: its sense and code, who fills its roles, what the text commits to, who says so, when
and where. A stage is a plain function: it reads no file, environment or clock.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facta.events import political
from facta.events.confidence import confidence
from facta.events.contexts import contexts
from facta.events.drafts import Draft, drafts
from facta.events.match import holding
from facta.events.parties import complete
from facta.events.parties.authority import main_country
from facta.events.places import as_participant
from facta.events.plover import auxiliary
from facta.events.status import judge
from facta.events.voices import granted, heard
from facta.records import (
    Article,
    Claim,
    Event,
    Interval,
    Mention,
    Origin,
    Participant,
    Reason,
    Sentence,
    Span,
    TurnKind,
    Verdict,
)
from facta.resources.language import Language
from facta.resources.ontology import Ontology
from facta.resources.status import StatusLexicon

#: Other readings of a word that an explanation names.
MAX_ALTERNATIVES = 3

#: Works out when the act at a word of a sentence happened.
Dater = Callable[[Sentence, int], Interval | None]
#: Finds the claims in whose content a trigger stands, outermost first.
Voices = Callable[[Span], tuple[Claim, ...]]

#: Acts that a side denies; an arrest is made in the open.
_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "THREATEN"))
_OPEN = "arrest"
_ARMS = "aid-military"
#: Sectors that answer for what their state's forces do.
_ONLOOKERS = frozenset(("CVL", "EDU", "MED", "REL", "BUS", "SOC", "AGR"))
_SELF = frozenset(("we", "i", "our", "us", "my"))
_OFFICIAL = frozenset(("GOV", "MIL", "COP", "SPY", "ELI", "JUD", "LEG"))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The resources that coding needs; ``explain`` adds the reasons to each record, which takes longer."""

    language: Language
    ontology: Ontology
    status: StatusLexicon
    origin: Origin
    explain: bool = False


def code(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], knowledge: Knowledge,
    voices: Voices, date_of: Dater,
) -> tuple[Event, ...]:
    """Return the events of an article in order of its text."""
    share = political.share(mentions, len(sentences))
    home = main_country(mentions) if share >= political.UNPOLITICAL_SHARE else None
    named = drafts(sentences, mentions, knowledge.language, knowledge.ontology)
    found = complete(named, mentions, home, knowledge.ontology)
    coded = (_event(article, draft, where, knowledge, voices, date_of) for draft, where in found)
    return tuple(event for event in coded if political.keeps(event, share, len(sentences)))


def _event(
    article: Article, draft: Draft, where: Mention | None, knowledge: Knowledge, voices: Voices, date_of: Dater
) -> Event:
    trigger, evidence = draft.trigger, Span(draft.sentence.start, draft.sentence.end)
    word = draft.sentence.tokens[draft.hit.i]
    said = heard(draft, voices(Span(word.start, word.end)), knowledge.language)
    turn = article.turns[draft.sentence.turn] if article.turns else None
    verdict = judge(
        draft.sentence, draft.hit.i, knowledge.status, claims=said,
        headline=turn is not None and turn.kind is TurnKind.HEADLINE, outsider=_outsider(draft, said),
        insider=_insider(draft, said), accused=_accused(draft, said),
    )
    said = granted(said, verdict)
    when = date_of(draft.sentence, draft.hit.i)
    ontology, coded = knowledge.ontology, draft.code
    return Event(
        article_id=article.id, sense=draft.sense, type=coded.type, mode=coded.mode,
        contexts=contexts(draft.sentence, coded.contexts, knowledge.language), trigger=trigger, evidence=evidence,
        actors=draft.actors, recipients=draft.recipients, status=verdict.status, polarity=verdict.polarity,
        cues=verdict.cues, sources=sources(said), when=when, place=as_participant(where) if where else None,
        score=ontology.score(coded.type, coded.mode), quad=ontology.types[coded.type].quad,
        confidence=confidence(draft), type_plover=ontology.exported(coded.type, verdict.status, verdict.polarity),
        auxiliary=auxiliary(verdict.status, verdict.polarity, when, article.published), origin=knowledge.origin,
        reasons=_reasons(draft, verdict, said, when, knowledge) if knowledge.explain else (),
    )


def _outsider(draft: Draft, said: Sequence[Claim]) -> bool:
    """Say whether the innermost speaker has no say in the act: another state's *will* is a guess."""
    speakers = {who.code for who in said[-1].who if who.code} if said else set()
    actors = {p.code for p in draft.actors if p.code}
    if _is_onlooker(draft, said):
        return True
    return bool(speakers) and bool(actors) and speakers.isdisjoint(actors)


def _is_onlooker(draft: Draft, said: Sequence[Claim]) -> bool:
    """Say whether one without office tells what those in office will do: *Oman will surrender, the professor said*."""
    return bool(said) and bool(draft.actors) and all(
        p.sector in _OFFICIAL and p.text.lower() not in _SELF for p in draft.actors
    ) and all(who.sector in _ONLOOKERS for who in said[-1].who)


def _insider(draft: Draft, said: Sequence[Claim]) -> bool:
    """Say whether the innermost speaker is the actor, or of its state: its *will … unless* is a plan."""
    speakers = {who.code for who in said[-1].who if who.code} if said else set()
    return not speakers.isdisjoint(p.code for p in draft.actors)


def _accused(draft: Draft, said: Sequence[Claim]) -> bool:
    """Say whether a side speaks of its own use of force, so that *we did not* is a denial and no report."""
    force = draft.code.type in _FORCE or draft.sense == _ARMS
    if not force or draft.code.mode == _OPEN or not said:
        return False
    sectors = {p.sector for p in draft.actors}
    known = any(p.code for p in draft.actors)
    answers = any(who.sector in sectors or who.sector in _OFFICIAL for who in said[-1].who) or any(
        p.text.lower() in _SELF for p in draft.actors
    )
    return answers and (not known or _insider(draft, said))


def sources(said: Sequence[Claim]) -> tuple[Participant, ...]:
    """Return the speakers of a chain of claims; one who speaks twice in a row counts once."""
    out: list[Participant] = []
    for claim in said:
        for who in claim.who:
            if not out or (who.text, who.start) != (out[-1].text, out[-1].start):
                out.append(who)
    return tuple(out)


def _reasons(
    draft: Draft, verdict: Verdict, said: Sequence[Claim], when: Interval | None, knowledge: Knowledge
) -> tuple[Reason, ...]:
    pattern, coded = draft.hit.pattern, draft.code
    others = [p for p in holding(draft.hit, draft.mention_at, knowledge.language) if p.sense != pattern.sense]
    who = ((m, ", ".join(f"{a.code or '?'} {a.sector or '?'}" for a in m.actors)) for m in draft.mentions)
    verdict_words = f"{verdict.status} {verdict.polarity} (score {verdict.score:+.1f})"
    return (
        Reason(step="sense", what=f"“{draft.hit.slots.token.text}” is {pattern.sense}", rule=pattern.where),
        Reason(step="type", what=" ".join(filter(None, (coded.type, coded.mode))), rule=coded.where),
        *(
            Reason(step="alternative", what=f"{p.sense} (weight {p.weight:g} < {pattern.weight:g})", rule=p.where)
            for p in others[:MAX_ALTERNATIVES]
        ),
        Reason(step="roles", what=draft.rule, rule="docs/reference/lexicon.md"),
        *(Reason(step="actor", what=f"“{mention.text}” is {names}", rule=mention.rule) for mention, names in who),
        *(Reason(step="status", what=f"“{cue.text}”", rule=cue.effect) for cue in verdict.cues),
        Reason(step="status", what=verdict_words, rule="nearest governor first"),
        *(
            Reason(step="source", what=claim.who[0].text if claim.who else "nobody named", rule=claim.rule)
            for claim in said
        ),
        *((Reason(step="when", what=f"{when.start} to {when.end}", rule=when.basis),) if when else ()),
    )
