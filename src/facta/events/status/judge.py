"""Status and polarity of an act, from the words that govern it (ANNOTATION: status).

In go a parsed sentence and the position of an act's head word; out comes a ``Verdict``. The act's own words speak
first (*will*, *not*, *if*), then the governors one by one, the nearest first.

>>> from facta.records import Token
>>> from facta.resources.status import load
>>> words = (("They", "they", "PRON", "PRP", "nsubj", 1), ("refused", "refuse", "VERB", "VBD", "ROOT", 1),
...          ("to", "to", "PART", "TO", "aux", 3), ("sign", "sign", "VERB", "VB", "xcomp", 1))
>>> tokens = tuple(Token(i, 8 * i, 8 * i + len(w[0]), *w) for i, w in enumerate(words))
>>> sentence = Sentence(start=0, end=28, turn=0, tokens=tokens, children=((), (0, 3), (), (2,)))
>>> verdict = judge(sentence, 3, load())
>>> verdict.status.value, verdict.polarity.value, verdict.cues[0].effect
('planned', '-', 'refused: planned, not')
"""

from __future__ import annotations

from facta.events.status.reading import Reading
from facta.events.status.score import score
from facta.events.status.views import View
from facta.records import Claim, Cue, Polarity, Sentence, Span, Stance, Status, Verdict
from facta.resources.status import StatusLexicon


def judge(
    sentence: Sentence, trigger: int, lexicon: StatusLexicon, *, headline: bool = False, outsider: bool = False,
    insider: bool = False, accused: bool = False, claims: tuple[Claim, ...] = (),
) -> Verdict:
    """Return status, polarity, factuality score and deciding words of the act whose head word is at ``trigger``.

    ``headline`` reads *X to visit Y* as a plan in coordinated clauses too. ``outsider`` tells that the source is known
    to have no say in the act (another state's official, an analyst), so that *will* is a prediction. ``insider``:
    the source is the would-be actor, so that *will … unless* is a plan. ``accused``: the source speaks for the actor of
    a hostile act, so that *did not* is a denial. ``claims`` are the article's: a distant or denying source outside the
    sentence's own grammar still counts.
    """
    reading = Reading(sentence, lexicon, headline=headline)
    view = _through_claims(reading.act(trigger, outsider=outsider, insider=insider), sentence, trigger, claims)
    if accused:
        view = _denied(view, sentence, trigger, lexicon)
    polarity = Polarity.NEGATIVE if view.negative else Polarity.POSITIVE
    cues = tuple(dict.fromkeys(view.cues))
    return Verdict(
        status=view.status, polarity=polarity, cues=cues,
        score=score(sentence, trigger, lexicon, status=view.status, polarity=polarity, cues=cues),
    )


def _denied(view: View, sentence: Sentence, trigger: int, lexicon: StatusLexicon) -> View:
    """Read *we did not ram anyone* as the denial that it is; *not yet* and *failed to* tell what was not done."""
    plain = bool(view.cues) and view.cues[0].effect in ("not", "no: not")
    if view.status is not Status.ACTUAL or not view.negative or not plain:
        return view
    if any(sentence.tokens[k].dep in ("relcl", "acl", "advcl") for k in (trigger, *sentence.ancestors(trigger))):
        return view
    if any(t.text.lower() in lexicon.words["yet"] for t in sentence.dependents(trigger, "advmod")):
        return view
    here = sentence.tokens[trigger]
    words = Cue(start=here.start, end=here.end, text="", effect="denied by its own side: alleged")
    return view._replace(status=Status.ALLEGED, cues=(*view.cues, words))


def _through_claims(view: View, sentence: Sentence, trigger: int, claims: tuple[Claim, ...]) -> View:
    """Apply the stance of sources whose cue does not govern the act in its own sentence."""
    here = Span(sentence.tokens[trigger].start, sentence.tokens[trigger].end)
    governors = [sentence.tokens[k] for k in sentence.ancestors(trigger)]
    for claim in claims:
        if claim.stance not in (Stance.DISTANT, Stance.DENIAL) or view.status is not Status.ACTUAL:
            continue
        if not any(span.contains(here) for span in claim.content):
            continue
        if claim.cue is not None and any(claim.cue.overlaps(Span(t.start, t.end)) for t in governors):
            continue
        denied = claim.stance is Stance.DENIAL
        at = claim.cue or here
        effect = "denied: alleged" if denied else "at a distance: alleged"
        words = Cue(start=at.start, end=at.end, text="", effect=effect)
        view = view._replace(status=Status.ALLEGED, negative=view.negative ^ denied, cues=(*view.cues, words))
    return view
