"""Sentences and mentions in, with functions that know who says so and when; events out.

For each word that reports an act: its sense and code, who fills its roles, what the text commits to, who says so, when
and where. A stage is a plain function: it reads no file, environment or clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from facta.events import political
from facta.events.confidence import confidence
from facta.events.contexts import contexts
from facta.events.drafts import Draft, drafts, is_unheard
from facta.events.hinted import is_believed
from facta.events.match import holding
from facta.events.parties import complete
from facta.events.parties.authority import main_country
from facta.events.parties.chosen import Placed, SourcesOf
from facta.events.parties.evidence import Scene
from facta.events.places import as_participant
from facta.events.plover import auxiliary
from facta.events.standing import is_accused, is_insider, is_outsider
from facta.events.status import judge
from facta.events.voices import granted, heard
from facta.records import (
    Article,
    Claim,
    Event,
    Hints,
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
#: Settles the parties of an article's acts, given with their places.
Settle = Callable[[Placed, Scene, SourcesOf], Placed]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The resources that coding needs; ``explain`` adds the reasons to each record, which takes longer.

    ``acts`` weighs lexicon and encoder against each other, ``settle`` has the last word on who the parties are; without
    them the rules have.
    """

    language: Language
    ontology: Ontology
    status: StatusLexicon
    origin: Origin
    acts: Mapping[str, float] | None = None
    settle: Settle | None = None
    explain: bool = False


def code(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], hints: Sequence[Hints | None],
    knowledge: Knowledge, voices: Voices, date_of: Dater,
) -> tuple[Event, ...]:
    """Return the events of an article in order of its text; ``hints`` follow the sentences, None where none are."""
    share = political.share(mentions, len(sentences))
    home = main_country(mentions) if share >= political.UNPOLITICAL_SHARE else None
    named = drafts(sentences, mentions, hints, knowledge.language, knowledge.ontology, knowledge.acts)
    found = complete(named, mentions, home, knowledge.ontology)
    found = [(draft, where) for draft, where in found if not is_unheard(draft)]
    if knowledge.settle is not None and any(hint is not None for hint in hints):
        scene = Scene(article.text, sentences, mentions, hints)
        found = knowledge.settle(found, scene, partial(_said_by, voices=voices))
    coded = ((draft, _event(article, draft, where, knowledge, voices, date_of)) for draft, where in found)
    return tuple(
        event for draft, event in coded
        if is_believed(draft.hit, happened=event.happened) and political.keeps(event, share, len(sentences))
    )


def _said_by(draft: Draft, voices: Voices) -> tuple[str, ...]:
    """Return the codes of those in whose words an act stands, the innermost only."""
    word = draft.sentence.tokens[draft.hit.i]
    said = voices(Span(word.start, word.end))
    return tuple(p.code for p in said[-1].who if p.code) if said else ()


def _event(
    article: Article, draft: Draft, where: Mention | None, knowledge: Knowledge, voices: Voices, date_of: Dater
) -> Event:
    trigger, evidence = draft.trigger, Span(draft.sentence.start, draft.sentence.end)
    word = draft.sentence.tokens[draft.hit.i]
    said = heard(draft, voices(Span(word.start, word.end)), knowledge.language)
    turn = article.turns[draft.sentence.turn] if article.turns else None
    verdict = judge(
        draft.sentence, draft.hit.i, knowledge.status, claims=said,
        headline=turn is not None and turn.kind is TurnKind.HEADLINE, outsider=is_outsider(draft, said),
        insider=is_insider(draft, said), accused=is_accused(draft, said),
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
