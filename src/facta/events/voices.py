"""Whose word an act is: of the claims over its trigger, those that the article really puts in somebody's mouth.

The content of *ordered the army to reopen a road that growers have been forbidden to use* is the whole phrase, but that
growers have been forbidden to is no part of the order: the article says so. The same holds for what a verdict is passed
on (*called the arrests a disgrace*) and for what an answer is given to (*turned down a request*). What somebody *says*
is all theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from facta.events.clauses import support
from facta.events.drafts import Draft
from facta.records import Claim, Sentence, Span, Token, Verdict
from facta.resources.language import Language

#: Kinds of claims whose content is what somebody wants or means to do: what is told beside it is the article's.
_WILLED = frozenset(("order", "request", "promise", "threat", "refuse", "agree"))
#: Types of acts that are speech themselves; who turns one down does not report it.
_SPOKEN = frozenset(("REQUEST", "ACCUSE", "THREATEN"))
#: Complements that are things: *spoke about the port that guards had closed*.
_THINGS = frozenset(("obj", "about", "of", "on", "for"))
#: *We think that …* outside anybody's words is what the article thinks.
_MINDS = frozenset(("think", "feel", "know"))
_AUTHOR = frozenset(("i", "we"))
_PAST = frozenset(("VBD", "VBZ", "VBP"))
_TIMES = frozenset(("after", "since", "when", "while", "as", "because", "although", "though"))
_THAT = frozenset(("that",))
_OCCASIONS = frozenset(("over", "after", "following", "since", "because"))
_KNOWN = frozenset(("the", "this", "that", "these", "those"))
_DEALINGS = frozenset(("with", "into", "about"))
_OBJECTS = frozenset(("dobj", "nsubjpass"))
_GRANTED = "taken for granted"


def heard(draft: Draft, claims: Sequence[Claim], language: Language) -> tuple[Claim, ...]:
    """Return the claims that give the act their voice, outermost first."""
    return tuple(claim for claim in claims if not _is_the_act(draft, claim, language) and not _told(draft, claim))


def granted(claims: Sequence[Claim], verdict: Verdict) -> tuple[Claim, ...]:
    """Return the claims without those whose content holds a word that takes the act for granted.

    *Asked them to suspend the strike*, *recalled the shooting*: that there is a strike nobody is made to say.
    """
    taken = [cue for cue in verdict.cues if cue.effect.endswith(_GRANTED)]
    return tuple(claim for claim in claims if not any(_takes(claim, Span(cue.start, cue.end)) for cue in taken))


def _takes(claim: Claim, cue: Span) -> bool:
    kind, _, shape = claim.rule.partition(".")
    if claim.cue is not None and shape == "obj" and claim.cue.overlaps(cue):
        return True
    return kind in _WILLED and any(span.contains(cue) for span in claim.content)


def _is_the_act(draft: Draft, claim: Claim, language: Language) -> bool:
    """Say whether a claim is the act itself: who *expressed regret* or *appealed* for help reports nothing by it."""
    if claim.cue is None:
        return False
    token = draft.sentence.tokens[draft.hit.i]
    if claim.cue.overlaps(Span(token.start, token.end)):
        return True
    verb = support(draft.sentence, draft.hit.i) if draft.hit.slots.is_noun else None
    if verb is None:
        return False
    token = draft.sentence.tokens[verb]
    return language.is_in(token.lemma, "voicing") and claim.cue.overlaps(Span(token.start, token.end))


def _told(draft: Draft, claim: Claim) -> bool:
    """Say whether the article tells the act beside what the claim is about."""
    kind, _, shape = claim.rule.partition(".")
    if kind in _MINDS and claim.parent is None and {p.text.lower() for p in claim.who} & _AUTHOR:
        return True
    sentence, i = draft.sentence, draft.hit.i
    cue = None if claim.cue is None else _word(sentence, claim.cue)
    if cue is None:
        return False
    if kind in _WILLED and shape != "quote" and _beside(sentence, i, cue):
        return True
    if (kind in ("accuse", "deny") or shape in _THINGS) and _beside(sentence, i, cue, whole=False):
        return True
    if (shape in ("pred", "as") or kind == "judge") and _judged(sentence, i, cue):
        return True
    turned_down = kind in ("refuse", "deny") and shape == "obj" and sentence.tokens[i].dep in _OBJECTS
    return turned_down and draft.code.type in _SPOKEN


def _word(sentence: Sentence, cue: Span) -> int | None:
    """Return the verb of a cue, or its last word; None when it stands in another sentence."""
    inside = [t for t in sentence.tokens if cue.contains(Span(t.start, t.end))]
    verbs = [t.i for t in inside if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")]
    return verbs[0] if verbs else inside[-1].i if inside else None


def _beside(sentence: Sentence, i: int, cue: int, *, whole: bool = True) -> bool:
    """Say whether something between the act and the cue tells a fact: a relative clause, a participle, an occasion.

    Not ``whole``: only relative clauses do.
    """
    if whole and sentence.tokens[i].dep == "amod" and sentence.tokens[i].tag == "VBN":
        return True
    for k in (i, *sentence.ancestors(i)):
        token = sentence.tokens[k]
        if k == cue:
            return False
        if token.dep == "relcl" and _happens(sentence, token) and not _complete(sentence, k):
            return True
        if not whole:
            continue
        if token.dep == "acl" and token.tag == "VBN" and not sentence.dependents(k, "aux"):
            return True
        if token.dep == "advcl" and _happens(sentence, token) and _marked(sentence, k, _TIMES):
            return True
        if token.dep == "pobj" and token.pos == "NOUN" and _taken_up(sentence, token):
            return True
    return False


def _taken_up(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun is an occasion (*over the shooting*) or known already (*cooperate with the inquiry*)."""
    prep = sentence.tokens[token.head]
    if prep.lemma in _OCCASIONS:
        return True
    known = any(t.text.lower() in _KNOWN for t in sentence.dependents(token.i, "det"))
    return known and prep.lemma in _DEALINGS and sentence.tokens[prep.head].pos == "VERB"


def _happens(sentence: Sentence, token: Token) -> bool:
    """Say whether a clause tells what is or was: finite, and without *would* or *may*."""
    helpers = sentence.dependents(token.i, "aux", "auxpass")
    if any(t.tag == "MD" for t in helpers):
        return False
    return token.tag in _PAST or any(t.tag in _PAST for t in helpers)


def _complete(sentence: Sentence, i: int) -> bool:
    """Say whether a seeming relative clause lacks nothing, and so says what a noun reports: *the charge that …*."""
    deps = {t.dep for t in sentence.dependents(i)}
    return "nsubj" in deps and "dobj" in deps and _marked(sentence, i, _THAT)


def _marked(sentence: Sentence, i: int, words: frozenset[str]) -> bool:
    return any(t.text.lower() in words for t in sentence.dependents(i, "mark", "advmod"))


def _judged(sentence: Sentence, i: int, cue: int) -> bool:
    """Say whether an act is what a verdict is passed on: the object of *called* or *described*."""
    for k in (i, *sentence.ancestors(i)):
        token = sentence.tokens[k]
        if token.dep in (*_OBJECTS, "nsubj") and (token.head == cue or sentence.tokens[token.head].head == cue):
            return True
        if k == cue:
            return False
    return False
