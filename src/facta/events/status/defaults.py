"""What an act is when the lexicon is silent: by the kind of clause or phrase alone, or by a parenthesis.

In go a sentence, the act and the view of what is above it; out comes the act's own view.
"""

from __future__ import annotations

from facta.events.status.clauses import base, is_past
from facta.events.status.kinds import Kind, Link
from facta.events.status.lookup import lookup
from facta.events.status.nouns import cue, definite
from facta.events.status.views import View
from facta.records import Cue, Sentence, Status
from facta.resources.status import StatusLexicon

_LIGHT = frozenset(("be", "have"))


def default(sentence: Sentence, i: int, found: Link, above: View, lexicon: StatusLexicon) -> View:
    """Return what follows from the kind of clause or phrase alone."""
    if found.kind is Kind.SAME:
        return above._replace(firm=False)
    if found.kind is Kind.ASIDE:
        return View(above.status if above.status is not Status.ACTUAL else Status.ACTUAL, cues=above.cues)
    if found.kind is Kind.PURPOSE:
        if above.status is Status.ACTUAL:
            return View(Status.PLANNED, above.negative, cues=_cue(sentence, i, "purpose: planned"))
        return above._replace(firm=False)
    if found.kind is Kind.TIME:
        if found.frame == "once" and above.status is Status.PLANNED:
            return View(Status.HYPOTHETICAL, cues=_cue(sentence, i, "once: hypothetical"))
        later = not is_past(sentence, i) or found.frame in ("until", "till")
        return above._replace(negative=False) if later and above.status is not Status.ACTUAL else View()
    if found.kind is Kind.PARTICIPLE:
        return above._replace(negative=False, firm=False) if above.status is not Status.ACTUAL else View()
    return as_noun(sentence, i, found, above, lexicon)


def as_noun(sentence: Sentence, i: int, found: Link, above: View, lexicon: StatusLexicon) -> View:
    """Take *the strike* for granted, and *a strike* to be as its governor is."""
    if definite(sentence, i, lexicon):
        return View()
    light = found.frame in ("obj", "of") or base(sentence.tokens[found.head]) in _LIGHT
    return above._replace(negative=above.negative and light, firm=False)


def parenthesis(sentence: Sentence, i: int, view: View, lexicon: StatusLexicon) -> View:
    """Apply *rebels claim* in *the army, rebels claim, shelled the port*, and *as rebels claim*."""
    if view.status is not Status.ACTUAL:
        return view
    for t in sentence.dependents(i, "parataxis", "advcl"):
        marks = [m.text.lower() for m in sentence.dependents(t.i, "mark")]
        if t.dep == "advcl" and (marks != ["as"] or sentence.dependents(t.i, "dobj", "ccomp")):
            continue
        known = lookup(sentence, t.i, ("that",), lexicon)
        if known is not None and known[1].effect == Status.ALLEGED:
            cues = (*view.cues, *_cue(sentence, t.i, "alleged"))
            return view._replace(status=Status.ALLEGED, negative=view.negative ^ known[1].negative, cues=cues)
    return view


def _cue(sentence: Sentence, i: int, effect: str) -> tuple[Cue, ...]:
    token = sentence.tokens[i]
    return (cue(token, f"{token.text.lower()}: {effect}"),)
