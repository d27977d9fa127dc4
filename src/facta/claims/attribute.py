"""From sentences and mentions to claims: who says what, as source, cue and content (PARC), nested in one another.

Quotations are found on the text itself, so they are seen whole even when only some sentences were parsed. Without
mentions the spans are the same and the participants carry only their text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain as joined

from facta.claims.clauses import verb_drafts
from facta.claims.nouns import noun_drafts
from facta.claims.page import Draft, Page
from facta.claims.parents import parents, voiced
from facta.claims.phrases import headline_draft, phrase_drafts
from facta.claims.quotes import find_quotes
from facta.claims.runs import run_drafts
from facta.claims.speech import quote_drafts
from facta.claims.who import Directory
from facta.records import Article, Claim, Mention, Participant, Sentence, Span, Stance, TurnKind
from facta.resources.reporting import ReportingLexicon

#: A quotation shorter than this is a mixed or scare quotation; the words in it are the sentence's.
_SHORT_QUOTE = 60

#: Kinds that give no voice to their content (``parents.voiced``).
_UNVOICED = frozenset(("attitude", "judge"))

#: Of these kinds, what speakers say of themselves adds no voice to their own words.
_OF_ONESELF = frozenset(("think", "know", "feel", "show", "say"))

_THIRD_PERSON = frozenset(("he", "she"))
_FIRST_PERSON = frozenset(("i", "me", "myself", "my"))


def attribute(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], reporting: ReportingLexicon
) -> tuple[Claim, ...]:
    """Return the claims of an article in order of its text; ``parent`` points into the returned tuple."""
    page = Page(article.text, sentences, find_quotes(article.text), reporting)
    directory = Directory(article, sentences, mentions)
    drafts = list(_drafts(article, page))
    spoken = frozenset(k for k, turn in enumerate(article.turns) if turn.speaker)
    drafts += list(run_drafts(page, drafts, spoken))
    claims = [*_turn_claims(article, directory), *(_claim(page, directory, draft) for draft in drafts)]
    claims.sort(key=_order)
    return _nested(article.text, _remembered(article.text, claims))


def _turn_claims(article: Article, directory: Directory) -> Iterator[Claim]:
    """Yield one claim for each turn that has a speaker: the whole turn is the content."""
    for turn in article.turns:
        if turn.speaker and turn.start < turn.end:
            yield Claim(
                source=None, cue=None, content=(Span(turn.start, turn.end),), stance=Stance.NEUTRAL,
                who=directory.of_speaker(turn.speaker, turn.kind), rule="turn",
            )


def _drafts(article: Article, page: Page) -> Iterator[Draft]:
    quoted, verbs = quote_drafts(page)
    yield from quoted
    taken: dict[int, set[int]] = {}
    for number, i in verbs:
        taken.setdefault(number, set()).add(i)
    for number, sentence in enumerate(page.sentences):
        turn = article.turns[sentence.turn] if sentence.turn < len(article.turns) else None
        found = joined(
            verb_drafts(page, number, taken.get(number, frozenset())), noun_drafts(page, number),
            phrase_drafts(page, number),
        )
        spoken = turn is not None and bool(turn.speaker)
        yield from (draft for draft in found if not _adds_nothing(page, draft, spoken=spoken))
        if number == 0 or (turn is not None and turn.kind is TurnKind.HEADLINE):
            heading = headline_draft(page, number)
            if heading is not None:
                yield heading


def _adds_nothing(page: Page, draft: Draft, *, spoken: bool) -> bool:
    """Say whether a draft inside somebody's words names no further voice: *"I think that …," he said*."""
    if draft.cue is None:
        return False
    quote = page.quote_at(draft.cue.start)
    if not spoken and (quote is None or quote.end - quote.start < _SHORT_QUOTE):
        return False
    kind = draft.rule.partition(".")[0]
    own = draft.source is not None and page.text[draft.source.start : draft.source.end].lower() in _FIRST_PERSON
    return kind in _UNVOICED or (own and kind in _OF_ONESELF)


def _claim(page: Page, directory: Directory, draft: Draft) -> Claim:
    cue = "" if draft.cue is None else page.text[draft.cue.start : draft.cue.end]
    who: tuple[Participant, ...] = ()
    if draft.source is not None and draft.head is not None:
        who = directory.of_source(draft.source, draft.head, cue)
    return Claim(
        source=draft.source, cue=draft.cue, content=tuple(sorted(set(draft.content))), stance=draft.stance, who=who,
        rule=draft.rule,
    )


def _remembered(text: str, claims: list[Claim]) -> list[Claim]:
    """Let *he* or *she* of whom nothing is known be the last one who spoke."""
    spoke: Participant | None = None
    out: dict[int, Claim] = {}
    for k, claim in sorted(enumerate(claims), key=_cue_place):
        if len(claim.who) != 1 or claim.source is None:
            continue
        who = claim.who[0]
        if text[claim.source.start : claim.source.end].lower() in _THIRD_PERSON:
            if spoke is not None and who.code is None and who.sector is None and who.start != spoke.start:
                known = replace(who, code=spoke.code, sector=spoke.sector, name=spoke.name, id=spoke.id)
                out[k] = replace(claim, who=(known,))
        elif voiced(claim):
            spoke = who
    return [out.get(k, claim) for k, claim in enumerate(claims)]


def _cue_place(pair: tuple[int, Claim]) -> int:
    claim = pair[1]
    return (claim.cue or claim.content[0]).start


def _order(claim: Claim) -> tuple[int, int, int, str]:
    first = claim.content[0]
    return (first.start, -claim.content[-1].end, -1 if claim.cue is None else claim.cue.start, claim.rule)


def _nested(text: str, claims: list[Claim]) -> tuple[Claim, ...]:
    """Set parents, and let *I* inside a claim mean whoever makes that claim when nothing better is known."""
    out: list[Claim] = list(claims)
    for k, parent in sorted(enumerate(parents(claims)), key=lambda pair: -_size(claims[pair[0]])):
        claim, who = claims[k], claims[k].who
        if parent is not None and claim.source is not None and len(who) == 1 and who[0].code is None:
            said = text[claim.source.start : claim.source.end].lower()
            if said in _FIRST_PERSON:
                span, cue = claim.source, who[0].cue
                who = tuple(replace(p, start=span.start, end=span.end, cue=cue) for p in out[parent].who) or who
        out[k] = replace(claim, who=who, parent=parent)
    return tuple(out)


def _size(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)
