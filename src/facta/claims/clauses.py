"""Indirect speech: a reporting verb, its subject, and the clause or phrase that says what is reported.

Knows complements (*said that*, *vowed to*, *accused of*), clauses that stand before the verb (*…, officials said*) or
around it (*The ship, officials said, will sail*), and *as*-clauses (*as the students alleged*).
"""

from __future__ import annotations

from collections.abc import Iterator

from facta.claims.asides import CONDITIONS, around, negated
from facta.claims.finite import resumes
from facta.claims.frames import Found, allowed, complement, own_act
from facta.claims.nouns import reports
from facta.claims.page import Draft, Page, cue_of, extent, source_span
from facta.claims.subjects import agent, inverted, is_passive, own_subject, subject, verbal
from facta.claims.tails import inverted_draft, order_draft, tail_draft
from facta.records import Sentence, Span, Stance, Token
from facta.resources.reporting import Reporting

#: Rule suffix of a claim whose act of speech is only proposed, planned or possible.
UNREAL = ".unreal"

#: *You know*, *one thinks*: no one in particular, so no source.
_NOBODY = frozenset(("you", "one", "nobody"))
_MINDS = frozenset(("think", "know", "feel", "attitude"))
_DO = frozenset(("do", "does", "did"))
_OBLIGING = frozenset(("have", "need", "ought"))


def verb_drafts(page: Page, number: int, taken: frozenset[int] | set[int]) -> Iterator[Draft]:
    """Yield the claims that the verbs of a sentence make; ``taken`` verbs already carry a quotation."""
    sentence = page.sentences[number]
    for token in sentence.tokens:
        if token.i not in taken and token.lemma in page.lexicon.verbs and verbal(sentence, token):
            found = (finder(page, number, token) for finder in (inverted_draft, _draft, tail_draft))
            draft = next((draft for draft in found if draft is not None), None)
        else:
            draft = order_draft(page, number, token) if token.tag == "NNS" else None
        if draft is not None:
            yield draft


def _draft(page: Page, number: int, token: Token) -> Draft | None:
    sentence = page.sentences[number]
    if token.dep in ("amod", "aux", "auxpass", "compound"):
        return None
    if token.dep == "advcl" and token.text.lower() in page.lexicon.phrases:
        return None
    entries = [e for e in page.lexicon.verbs[token.lemma] if allowed(sentence, token.i, e)]
    for entry in entries:
        found = around(page, sentence, token, entry)
        if found is not None:
            return make(page, number, token, entry, found)
    for entry in entries:
        found = complement(sentence, token.i, entry, page.lexicon)
        if found is not None and found.shape == "obj" and (
            unreal(page, sentence, token) or _supports_noun(page, sentence, token)
        ):
            continue
        if found is not None and _says_nothing(page, sentence, token, entry, found):
            return None
        if found is not None:
            return make(page, number, token, entry, _with_condition(sentence, token, entry, found))
    return None


def _says_nothing(page: Page, sentence: Sentence, token: Token, entry: Reporting, found: Found) -> bool:
    """Say whether somebody refuses to say: *declined to say whether it would comply* gives no word of theirs."""
    if entry.kind != "refuse" or found.shape != "inf":
        return False
    below = [e for t in sentence.dependents(token.i, "xcomp") for e in page.lexicon.verbs.get(t.lemma, ())]
    return any(e.kind == "say" and e.takes("quote") for e in below)


_WILLED = frozenset(("request", "order", "promise", "threat", "agree"))


def _with_condition(sentence: Sentence, token: Token, entry: Reporting, found: Found) -> Found:
    """Add the condition that goes with what is wanted: *called for a strike unless the minister resigned*."""
    if entry.kind not in _WILLED:
        return found
    added = [
        extent(sentence, t.i) for t in sentence.dependents(token.i, "advcl")
        if t.i > token.i and any(m.text.lower() in CONDITIONS for m in sentence.dependents(t.i, "mark"))
    ]
    added = [span for span in added if not any(span.overlaps(own) for own in found.content)]
    return found._replace(content=(*found.content, *added))


def make(page: Page, number: int, token: Token, entry: Reporting, found: Found) -> Draft | None:
    """Build the draft of a verb and its complement; None when it has no content or, if active, no subject."""
    sentence = page.sentences[number]
    cue = cue_of(sentence, token.i, found.cue_to)
    above = sentence.tokens[token.head]
    if token.dep == "pcomp" and above.text.lower() == "as" and is_passive(sentence, above.head):
        cue = Span(cue_of(sentence, above.head).start, cue.end)  # was quoted as saying
    passive = is_passive(sentence, token.i)
    who = agent(sentence, token.i) if passive else speaker(page, sentence, token.i)
    if who is None and found.shape == "aside":
        who = inverted(sentence, token)
    if who is None and (not passive or (found.shape == "obj" and entry.stance in (Stance.FACTIVE, Stance.OPINION))):
        return None
    content = page.settle(cue, found.content)
    source = None if who is None else source_span(page, sentence, who.i, cue)
    content = [span for span in content if source is None or not source.contains(span)]
    if not content or (who is not None and who.text.lower() in _NOBODY and entry.kind in _MINDS):
        return None
    possible = UNREAL if unreal(page, sentence, token) and not _wish(entry) else ""
    return Draft(
        cue=cue, content=content, source=source, head=None if who is None else (number, who.i),
        stance=stance_of(sentence, token.i, entry),
        rule=f"{entry.kind}.{_shape(page, entry, found, content)}{possible}",
    )


def _wish(entry: Reporting) -> bool:
    """Say whether a line of the lexicon is about *would like*, which is said and not only possible."""
    return any(limit.slot == "aux" for limit in entry.limits)


def _supports_noun(page: Page, sentence: Sentence, token: Token) -> bool:
    """Leave *voiced fears that* and *rejected claims that* to the noun."""
    if token.lemma not in page.lexicon.support:
        return False
    return any(reports(page, sentence, t) for t in sentence.dependents(token.i, "dobj"))


def _shape(page: Page, entry: Reporting, found: Found, content: list[Span]) -> str:
    """Return the complement's name; words in quotation marks are the judge's own (*denounced the "bargain"*)."""
    if entry.kind in ("judge", "attitude") and any(page.holds_quote(span) for span in content):
        return "quote"
    return found.shape


def unreal(page: Page, sentence: Sentence, token: Token) -> bool:
    """Say whether the act of speech itself is not presented as done: *could ask*, *must not threaten*."""
    if token.tag != "VB":
        return False
    helpers = sentence.dependents(token.i, "aux")
    if any(t.text.lower() in _DO for t in helpers) or own_act(sentence, token):
        return False
    if any(t.tag == "TO" for t in helpers):
        while token.dep == "conj" and sentence.tokens[token.head].tag == "VB":
            token = sentence.tokens[token.head]
        above = sentence.tokens[token.head]
        return token.dep == "xcomp" and (above.lemma in page.lexicon.verbs or above.lemma in _OBLIGING)
    return True


def speaker(page: Page, sentence: Sentence, i: int) -> Token | None:
    """Return the subject of a reporting verb, looking past a clause that it only seems to be part of."""
    if own_subject(sentence, i) is None and resumes(sentence, i, page.lexicon.verbs):
        i = sentence.tokens[sentence.tokens[i].head].head
    return subject(sentence, i)


def stance_of(sentence: Sentence, i: int, entry: Reporting) -> Stance:
    """Return the stance, turned by a negation: *did not deny* is no denial, *does not believe* is one."""
    if not negated(sentence, i):
        return entry.stance
    if entry.stance is Stance.DENIAL:
        return Stance.NEUTRAL
    return Stance.DENIAL if entry.kind == "think" else entry.stance
