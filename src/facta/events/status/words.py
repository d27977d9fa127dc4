"""The words that stand with an act itself: auxiliaries, negation, adverbs, determiners, conditions, scare quotes.

In goes a sentence and the position of an act's head word; out come the status that its own words give it (None when
they leave that to what governs it), whether they negate it, and the words. Governors are ``links``' business.
"""

from __future__ import annotations

from facta.events.status.clauses import (
    auxiliaries,
    base,
    carriers,
    conditional,
    is_conditional,
    is_past,
    is_question,
    subject,
)
from facta.events.status.lookup import lookup
from facta.events.status.negation import negations
from facta.events.status.nouns import Own, cue, in_scare_quotes, noun_words
from facta.records import Sentence, Status, Token
from facta.resources.status import StatusLexicon

_VERBS = frozenset(("VERB", "AUX"))
_OPENING = frozenset(("\"", "“", "„", "«", "``"))
_CLOSING = frozenset(("\"", "”", "“", "»", "''"))
_LEAD = frozenset((":", "“", "\"", "—", "–"))
_AHEAD = frozenset(("tomorrow", "next"))
_PRESENT = frozenset(("VBZ", "VBP"))


def own_words(
    sentence: Sentence, i: int, lexicon: StatusLexicon, *, headline: bool = False, insider: bool = False
) -> Own:
    """Return what the words around the act at ``i`` say of it; ``insider``: its source is the would-be actor."""
    token = sentence.tokens[i]
    if _is_slogan(sentence, token):
        return Own(Status.PROPOSED, cues=(cue(token, "imperative: proposed"),))
    if token.pos in _VERBS:
        own = _verb(sentence, token, lexicon, headline, insider)
    else:
        own = noun_words(sentence, token, lexicon)
    if own.status is None and in_scare_quotes(sentence, i):
        return own._replace(status=Status.ALLEGED, cues=(*own.cues, cue(token, "in quotation marks: alleged")))
    return own


def _speaks_for_itself(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> bool:
    """Say whether a speaker tells what he will do himself: *said it would close the port unless talks resume*."""
    who = subject(sentence, token.i)
    if who is None or who.tag != "PRP":
        return False
    head = sentence.tokens[token.head]
    if token.dep != "ccomp" or who.text.lower() in ("you", "i"):
        return False
    known = lookup(sentence, head.i, ("that",), lexicon)
    speaker = next(iter(sentence.dependents(head.i, "nsubj")), None)
    if known is None or not known[1].speech or speaker is None:
        return False
    same = speaker.tag != "PRP" or speaker.text.lower() == who.text.lower()
    return same and speaker.lemma not in lexicon.words["outsider"]


def _is_perfect(sentence: Sentence, shared: list[int]) -> bool:
    """Say whether a verb has *would have*."""
    return any(base(t) == "have" and t.tag == "VB" for t in auxiliaries(sentence, shared))


def _is_slogan(sentence: Sentence, token: Token) -> bool:
    """Say whether a quotation begins with an imperative, whatever the parser makes of it: chanted “Open the border”."""
    if token.i < 1 or sentence.tokens[token.i - 1].text not in _OPENING or token.dep in ("ROOT", "nsubj", "amod"):
        return False
    bare = token.tag in ("VB", "VBP") or (token.text.lower() == token.lemma.lower() and token.tag in ("JJ", "NN", "RB"))
    follow = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    opened = sum(t.text in _OPENING for t in sentence.tokens[: token.i])
    if follow is None or (sentence.tokens[token.i - 1].text == '"' and opened % 2 == 0) or not bare:
        return False
    if any(t.i < token.i for t in sentence.dependents(token.i, "nsubj", "nsubjpass", "aux")):
        return False
    return follow.tag in ("DT", "PRP$", "PRP") if token.tag in ("JJ", "NN", "RB") else follow.text not in _CLOSING


def _verb(sentence: Sentence, token: Token, lexicon: StatusLexicon, headline: bool, insider: bool) -> Own:
    shared = carriers(sentence, token.i)
    denials = list(negations(sentence, token, shared, lexicon))
    negative = len(denials) % 2 == 1
    cues = tuple(cue(t, "not") for t in denials)
    mark = is_conditional(sentence, token.i, lexicon)
    if mark is not None:
        return Own(Status.HYPOTHETICAL, negative, True, cues=(cue(mark, "condition: hypothetical"), *cues))
    if is_question(sentence, token.i):
        if _polite(sentence, token, lexicon):
            return Own(Status.PROPOSED, negative, cues=(cue(token, "request: proposed"), *cues))
        if negative and len(denials) == 1 and denials[0].dep == "neg":
            return _modal(sentence, token, shared, lexicon, headline)._replace(negative=False)
        return Own(Status.HYPOTHETICAL, negative, True, cues=(cue(token, "question: hypothetical"), *cues))
    own = _modal(sentence, token, shared, lexicon, headline)
    own = own._replace(negative=negative, cues=(*own.cues, *cues))
    if own.status in (None, Status.PLANNED) or own.future:
        condition = _apodosis(sentence, shared, own, lexicon)
        if condition is not None:
            meant = insider or _speaks_for_itself(sentence, token, lexicon)
            if own.future and meant and not _is_perfect(sentence, shared):
                effect = cue(condition, "under its own condition: planned")
                return own._replace(status=Status.PLANNED, firm=True, future="", cues=(*own.cues, effect))
            effect = cue(condition, "depends on a condition: hypothetical")
            return own._replace(status=Status.HYPOTHETICAL, firm=True, future="", cues=(*own.cues, effect))
    return own if own.status else _adverbs(sentence, token, own, lexicon)


def _polite(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> bool:
    """Say whether a question is a request: *Could you confirm …?*."""
    who = subject(sentence, token.i)
    helpers = auxiliaries(sentence, [token.i])
    asked = who is not None and who.text.lower() == "you" and token.tag == "VB"
    return asked and bool(helpers) and helpers[0].tag == "MD" and helpers[0].text.lower() != "will"


def _modal(sentence: Sentence, token: Token, shared: list[int], lexicon: StatusLexicon, headline: bool) -> Own:
    """Return what auxiliaries and the mood of the verb say."""
    helpers = auxiliaries(sentence, shared)
    perfect = any(base(t) == "have" and t.tag == "VB" for t in helpers)
    for t in helpers:
        low = t.text.lower()
        word = lexicon.word("modal", low)
        if word is not None and word.status is not None and (t.tag == "MD" or low == "need"):
            return _of_modal(sentence, token, t, lexicon, perfect=perfect)
        follow = sentence.tokens[t.i + 1].text.lower() if t.i + 1 < len(sentence.tokens) else ""
        if low in ("had", "'d") and follow in ("better", "best"):
            return Own(Status.PROPOSED, cues=(cue(t, "had better: proposed"),))
        if low == "to" and token.dep in ("ROOT", "conj") and (headline or token.dep == "ROOT"):
            return Own(Status.PLANNED, cues=(cue(t, "to: planned"),))
    if _imperative(sentence, token, helpers, lexicon):
        return Own(Status.PROPOSED, cues=(cue(token, "imperative: proposed"),))
    who = subject(sentence, token.i)
    if who is not None and who.tag == "WP" and who.text.lower() in lexicon.words["generic"] and token.tag != "VBD":
        return Own(Status.HYPOTHETICAL, cues=(cue(who, "whoever: hypothetical"),))
    return Own() if headline else _scheduled(sentence, token, helpers, lexicon)


def _of_modal(sentence: Sentence, token: Token, modal: Token, lexicon: StatusLexicon, *, perfect: bool) -> Own:
    low = modal.text.lower()
    status = lexicon.words["modal"][low].status or Status.HYPOTHETICAL
    who = subject(sentence, token.i)
    name = "" if who is None else who.text.lower()
    if low in ("would", "'d"):
        if name == "i" and not perfect and token.dep in ("ROOT", "conj"):
            return Own(Status.PROPOSED, cues=(cue(modal, "I would: proposed"),))
        return Own(Status.HYPOTHETICAL, future="" if perfect else "would", cues=(cue(modal, f"{low}: hypothetical"),))
    if status is Status.PLANNED:
        return Own(status, future="will", cues=(cue(modal, f"{low}: planned"),))
    if perfect:
        status = Status.HYPOTHETICAL
    elif low in ("can", "could") and (
        name == "one" or (name in ("we", "you") and low == "could") or (name == "you" and low == "can")
        or (low == "could" and token.lemma in lexicon.words["advisable"] and token.tag == "VB" and who is not None)
    ):
        status = Status.PROPOSED
    return Own(status, cues=(cue(modal, f"{low}: {status}"),))


def _imperative(sentence: Sentence, token: Token, helpers: list[Token], lexicon: StatusLexicon) -> bool:
    """Say whether a verb is bare and without subject: *Send observers*, *Do not sign*, *but let them go*."""
    if token.tag != "VB" or any(t.text.lower() not in ("do", "don't") for t in helpers):
        return False
    if helpers and helpers[0].i > 0 and sentence.tokens[helpers[0].i - 1].text in _LEAD:
        # "Advice to Oman: do not expel them."
        return True
    if token.dep == "conj" and token.head != token.i and len(carriers(sentence, token.i)) == 1:
        head = sentence.tokens[token.head]
        if head.tag in ("VBD", "VBN") and token.lemma in lexicon.words["invariant"]:
            return False
        return head.tag != "VB" or _imperative(sentence, head, sentence.dependents(head.i, "aux"), lexicon)
    leads = token.dep == "ROOT" or (token.dep == "ccomp" and token.i < token.head)
    # "Two: invite inspectors" has no subject, whatever the parser says.
    return leads and (subject(sentence, token.i) is None or sentence.tokens[token.i - 1].text == ":")


def _scheduled(sentence: Sentence, token: Token, helpers: list[Token], lexicon: StatusLexicon) -> Own:
    """Return the plan in a present tense with a future time: *meets tomorrow*, *is leaving next week*."""
    present = token.tag in _PRESENT or (token.tag == "VBG" and any(t.tag in _PRESENT for t in helpers))
    if present:
        for t in sentence.dependents(token.i, "npadvmod", "advmod"):
            for k in (t, *sentence.dependents(t.i, "amod")):
                if k.text.lower() in lexicon.words["future"] and (k.i > token.i or k.text.lower() in _AHEAD):
                    return Own(Status.PLANNED, cues=(cue(k, "still to come: planned"),))
        days = [t for t in sentence.dependents(token.i, "prep") if _is_close(sentence, token, t)]
        for t in days if token.lemma in lexicon.words["calendar"] else ():
            for k in sentence.dependents(t.i, "pobj"):
                if k.text.lower() in lexicon.words["weekday"]:
                    return Own(Status.PLANNED, cues=(cue(k, "still to come: planned"),))
    return Own()


def _is_close(sentence: Sentence, token: Token, t: Token) -> bool:
    """Say whether *on* follows its verb without a comma: *visits us on Friday*."""
    return t.text.lower() == "on" and t.i > token.i and not any(
        k.text == "," for k in sentence.tokens[token.i : t.i]
    )


def _apodosis(sentence: Sentence, shared: list[int], own: Own, lexicon: StatusLexicon) -> Token | None:
    """Return the *if* on which a verb in the future or present depends."""
    bare = sentence.tokens[shared[0]].tag == "VB"
    if not own.future and own.status is None and (bare or is_past(sentence, shared[0])):
        return None
    if sentence.tokens[shared[0]].tag not in ("VB", "VBP", "VBZ", "VBN", "VBG") or (
        own.status is Status.PLANNED and not own.future
    ) or any(t.text.lower() == "to" for t in sentence.dependents(shared[0], "aux")):
        return None
    return next((mark for k in shared for mark in conditional(sentence, k, lexicon)), None)


def _adverbs(sentence: Sentence, token: Token, own: Own, lexicon: StatusLexicon) -> Own:
    """Apply *allegedly*, *perhaps*, *according to the propaganda*."""
    for t in sentence.dependents(token.i, "advmod", "prep"):
        word = lexicon.word("adverb", t.text.lower())
        if word is not None and word.status is not None:
            return own._replace(
                status=word.status, negative=own.negative ^ word.negative,
                cues=(*own.cues, cue(t, f"{t.text.lower()}: {word.status}")),
            )
        if t.text.lower() == "according" or (t.text.lower() == "contrary" and own.negative):
            for to in sentence.dependents(t.i, "prep"):
                for what in sentence.dependents(to.i, "pobj"):
                    if what.lemma in lexicon.words["distant"]:
                        return own._replace(
                            status=Status.ALLEGED, cues=(*own.cues, cue(what, "at a distance: alleged"))
                        )
    return own
