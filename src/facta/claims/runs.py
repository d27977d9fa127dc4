"""Sentences that go on in a speaker's voice without saying so again.

*The minister said that the road would stay closed. Troops would guard it until May.* A main clause with *would* right
after reported speech, in the same paragraph and under no condition, is still the minister's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facta.claims.page import Draft, Page
from facta.records import Sentence, Span, Stance

#: Shapes of reports whose content is a clause, so that a further clause can follow.
_CLAUSES = frozenset(("that", "before", "aside", "quote"))
_CONDITIONS = frozenset(("if", "unless", "were", "had"))


def run_drafts(page: Page, drafts: Sequence[Draft], spoken: frozenset[int] = frozenset()) -> Iterator[Draft]:
    """Yield a claim for each sentence that carries on the report of the sentence before it.

    ``spoken`` are the turns that have a speaker: there *would* is the speaker's own.
    """
    last: dict[int, Draft] = {}
    cued: set[int] = set()
    for draft in drafts:
        if draft.cue is not None and draft.head is not None:
            number = next((n for n in (draft.head[0], draft.head[0] + 1) if _holds(page, n, draft.cue)), draft.head[0])
            cued.add(number)
            kind, _, shape = draft.rule.partition(".")
            if kind == "say" and shape in _CLAUSES and draft.stance in (Stance.NEUTRAL, Stance.DISTANT):
                last[number] = draft
    for number, sentence in enumerate(page.sentences[1:], start=1):
        before = last.get(number - 1)
        if before is None or number in cued or sentence.turn in spoken:
            continue
        if not _goes_on(page, page.sentences[number - 1], sentence):
            continue
        content = page.trimmed(sentence.start, sentence.end)
        if content is not None:
            found = Draft(
                cue=None, content=[content], source=before.source, head=before.head, stance=before.stance,
                rule="say.run",
            )
            last[number] = found
            yield found


def _holds(page: Page, number: int, cue: Span) -> bool:
    if number >= len(page.sentences):
        return False
    sentence = page.sentences[number]
    return sentence.start <= cue.start < sentence.end


def _goes_on(page: Page, before: Sentence, sentence: Sentence) -> bool:
    if "\n" in page.text[before.end : sentence.start] or before.turn != sentence.turn:
        return False
    if page.quote_at(sentence.start) is not None or page.holds_quote(Span(sentence.start, sentence.end)):
        return False
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or sentence.tokens[0].text.lower() in _CONDITIONS:
        return False
    helpers = {t.text.lower() for t in sentence.dependents(root.i, "aux")}
    unreal = any(t.text.lower() in _CONDITIONS and t.dep == "mark" for t in sentence.tokens)
    return "would" in helpers and "have" not in helpers and not unreal
