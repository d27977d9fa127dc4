"""Indirect speech: a reporting verb, its subject, and the clause or phrase that says what is reported.

Knows complements (*said that*, *vowed to*, *accused of*), clauses that stand before the verb (*…, officials said*) or
around it (*The ship, officials said, will sail*), and *as*-clauses (*as the students alleged*).
"""

from __future__ import annotations

from collections.abc import Iterator

from facta.claims.frames import Found, allowed, clause, complement, resumes
from facta.claims.nouns import reports
from facta.claims.page import Draft, Page, cue_of, extent, source_span, statement
from facta.claims.subjects import agent, inverted, is_passive, own_subject, subject, verbal
from facta.claims.tails import tail_draft, trailing
from facta.records import Sentence, Span, Stance, Token
from facta.resources.reporting import Reporting

#: Rule suffix of a claim whose act of speech is only proposed, planned or possible.
UNREAL = ".unreal"

#: *You know*, *one thinks*: no one in particular, so no source.
_NOBODY = frozenset(("you", "one"))
_MINDS = frozenset(("think", "know", "feel", "attitude"))
_DO = frozenset(("do", "does", "did"))
_OBLIGING = frozenset(("have", "need", "ought"))
_SAYING = frozenset(("say", "think", "know", "show", "feel", "accuse", "deny", "promise", "request", "threat", "ask"))


def verb_drafts(page: Page, number: int, taken: frozenset[int] | set[int]) -> Iterator[Draft]:
    """Yield the claims that the verbs of a sentence make; ``taken`` verbs already carry a quotation."""
    sentence = page.sentences[number]
    for token in sentence.tokens:
        if token.i not in taken and token.lemma in page.lexicon.verbs and verbal(sentence, token):
            draft = _draft(page, number, token) or tail_draft(page, number, token)
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
        if found is not None:
            return make(page, number, token, entry, _with_condition(sentence, token, entry, found))
    return None


_WILLED = frozenset(("request", "order", "promise", "threat", "agree"))


def _with_condition(sentence: Sentence, token: Token, entry: Reporting, found: Found) -> Found:
    """Add the condition that goes with what is wanted: *called for a strike unless the minister resigned*."""
    if entry.kind not in _WILLED:
        return found
    added = [
        extent(sentence, t.i) for t in sentence.dependents(token.i, "advcl")
        if t.i > token.i and any(m.text.lower() in _CONDITIONS for m in sentence.dependents(t.i, "mark"))
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
    return Draft(
        cue=cue, content=content, source=source, head=None if who is None else (number, who.i),
        stance=stance_of(sentence, token.i, entry),
        rule=f"{entry.kind}.{_shape(page, entry, found, content)}" + (UNREAL if unreal(page, sentence, token) else ""),
    )


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
    if any(t.text.lower() in _DO for t in helpers):
        return False
    if any(t.tag == "TO" for t in helpers):
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
    if not _negated(sentence, i):
        return entry.stance
    if entry.stance is Stance.DENIAL:
        return Stance.NEUTRAL
    return Stance.DENIAL if entry.kind == "think" else entry.stance


def _negated(sentence: Sentence, i: int) -> bool:
    return any(t.dep in ("neg", "preconj") or t.text.lower() == "neither" for t in sentence.dependents(i))


def around(page: Page, sentence: Sentence, token: Token, entry: Reporting) -> Found | None:
    """Return content that stands before or around its verb, or that an *as*-clause comments on."""
    if not (entry.takes("that") or entry.takes("quote") or entry.takes("paren")) or entry.kind not in _SAYING:
        return None
    marks = {t.text.lower() for t in sentence.dependents(token.i, "mark", "advmod")}
    if "as" in marks and token.dep in ("advcl", "ccomp", "parataxis") and clause(sentence, token.i) is None:
        return _commented(page, sentence, token) if _elliptic(sentence, token, entry) else None
    if entry.takes("paren") or any(t.dep == "mark" for t in sentence.dependents(token.i)):
        return None
    said = clause(sentence, token.i)
    who = own_subject(sentence, token.i)
    if who is None and (entry.kind == "say" or sentence.tokens[-1].text == "?"):
        who = inverted(sentence, token)
    if said is not None and said.i < token.i and (who is None or said.i < who.i or who.i > token.i):
        if any(t.i > token.i for t in sentence.dependents(token.i, "dobj")) and not entry.takes("addr"):
            return None
        return _before(page, sentence, token, said)
    if who is None or said is not None or _negated(sentence, token.i):
        return None
    if who.dep != "dobj" and sentence.dependents(token.i, "dobj") and not entry.takes("addr"):
        return None
    bare = entry.kind == "say" and not sentence.dependents(token.i, "prep", "xcomp")
    if any(t.i < token.i and t.tag in ("VBN", "VBG") for t in sentence.dependents(token.i, "advcl")):
        return None  # Asked whether they would leave, the minister laughed
    free = token.dep in ("parataxis", "ccomp", "advcl", "dep", "conj") or (token.dep == "ROOT" and bare)
    if free and _set_off(sentence, token, who):
        return _outside(page, sentence, token, who)
    return None


#: Words before an *as*-clause of time: *just as ministers announced*.
_TIMING = frozenset(("just", "even", "exactly", "precisely"))


def _elliptic(sentence: Sentence, token: Token, entry: Reporting) -> bool:
    """Say whether an *as*-clause leaves out what is said (*, as students alleged*) and is none of time or cause.

    A request or a threat says nothing of the clause beside it (*as the opposition begged it to*), and one beside a
    condition or a question makes it no one's word.
    """
    first = min(k for k in sentence.subtree(token.i) if sentence.tokens[k].dep != "punct")
    before = sentence.tokens[first - 1] if first else None
    timed = sentence.tokens[first].text.lower() in _TIMING or (before and before.text.lower() in _TIMING)
    apart = before is None or before.pos == "PUNCT"
    host = sentence.tokens[token.head]
    beside = [host, *(t for t in sentence.dependents(host.i, "advcl") if t.i != token.i and t.i < token.i < host.i)]
    unsaid = any(t.text.lower() in _CONDITIONS for b in beside for t in sentence.dependents(b.i, "mark"))
    unsaid = unsaid or sentence.tokens[-1].text == "?" or any(
        t.text.lower() != "it" for t in sentence.dependents(token.i, "dobj")
    )
    return entry.kind not in ("request", "promise", "threat") and apart and not timed and not unsaid


_CONDITIONS = frozenset(("if", "unless"))


def _commented(page: Page, sentence: Sentence, token: Token) -> Found | None:
    """Return the clause that an *as*-clause hangs on: *The votes were bought, as students alleged*.

    Under a denial the clause is the denier's; the *as*-clause only says who asserts what is denied.
    """
    above = sentence.tokens[sentence.tokens[token.head].head]
    denied = any(entry.stance is Stance.DENIAL for entry in page.lexicon.verbs.get(above.lemma, ()))
    denied = denied and sentence.tokens[token.head].dep in ("ccomp", "xcomp")
    denied = denied or sentence.dependents(token.head, "neg") != []
    shape = "as-echo" if denied else "as-clause"
    branch = set(sentence.subtree(token.i))
    low, high = token.head, token.head
    for k in sentence.subtree(token.head):
        if k not in branch and sentence.tokens[k].dep != "mark":
            low, high = min(low, k), max(high, k)
    first, last = min(branch), max(branch)
    words = sentence.tokens
    if high < first or last < low:
        return Found(shape, (Span(words[low].start, words[high].end),))
    return Found(shape, (Span(words[low].start, words[first].start), Span(words[last].end, words[high].end)))


def _aside(sentence: Sentence, token: Token, who: Token) -> list[int]:
    """Return the words of *, officials in Riga said on Monday,* without a clause of what is said that hangs on it."""
    low = min(token.i, *sentence.subtree(who.i)) if who.i < token.i else token.i
    high = _pause(sentence, token, who)
    return [k for k in sentence.subtree(token.i) if low <= k < high and sentence.tokens[k].dep != "punct"]


def _set_off(sentence: Sentence, token: Token, who: Token) -> bool:
    """Say whether subject and verb stand between commas, or between a comma and the end."""
    group = _aside(sentence, token, who)
    first, last = min(group), max(group)
    if last - first > _LONGEST_ASIDE or first > min(who.i, token.i):
        return False
    before = first > 0 and sentence.tokens[first - 1].text in (",", "—", "–", "-", "(")
    after = last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].pos == "PUNCT"
    return before and after


#: Words in an aside like *a senior official in Riga said on Tuesday*.
_LONGEST_ASIDE = 25


def _before(page: Page, sentence: Sentence, token: Token, said: Token) -> Found:
    """Content before the verb: from where the sentence (or the verb's own clause) starts to the cue's group."""
    span = extent(sentence, said.i)
    who = own_subject(sentence, token.i)
    group = token.start if who is None else min(token.start, extent(sentence, who.i).start)
    if who is not None and group > said.start and span.end > group:
        later = _after_group(page, sentence, token, who)
        span = Span(span.start, group)
        if later is not None:
            return Found("before", (Span(_clause_start(page, sentence, token, span), group), later))
    first = Span(_clause_start(page, sentence, token, span), min(group, max(span.end, said.end)))
    after = trailing(page, sentence, _pause(sentence, token, who))
    return Found("before", (first,) if after is None else (first, after))


def _pause(sentence: Sentence, token: Token, who: Token | None) -> int:
    """Return the place of the comma (or the end) after a verb and its speaker."""
    at = token.i if who is None else max(token.i, *sentence.subtree(who.i)) if who.i > token.i else token.i
    return next((t.i for t in sentence.tokens[at + 1 :] if t.text in (",", ";")), len(sentence.tokens))


def _clause_start(page: Page, sentence: Sentence, token: Token, span: Span) -> int:
    low, _ = statement(sentence, token.i)
    if token.head == token.i or _closes(page, sentence, token):
        return low
    return max(low, min(span.start, extent(sentence, token.i).start))


def _closes(page: Page, sentence: Sentence, token: Token) -> bool:
    """Say whether a verb that ends its sentence reports all of it: *A left, and B stayed, both ministries said*.

    Parsers hang it on the first clause. Not so when that clause reports too.
    """
    above = sentence.tokens[token.head]
    later = [t for t in sentence.tokens[token.i + 1 :] if t.pos in ("VERB", "AUX") and t.text != ";"]
    return token.dep == "conj" and above.dep == "ROOT" and not later and above.lemma not in page.lexicon.verbs


def _after_group(page: Page, sentence: Sentence, token: Token, who: Token) -> Span | None:
    """Return what follows an aside up to the end of the sentence."""
    at = max(token.i, who.i)
    for follower in sentence.tokens[at + 1 :]:
        if follower.text == ",":
            return page.trimmed(follower.end, sentence.end)
    return None


def _outside(page: Page, sentence: Sentence, token: Token, who: Token) -> Found:
    """Content around an aside: the rest of the clause that the aside interrupts, between semicolons."""
    group = _aside(sentence, token, who)
    span = Span(sentence.tokens[min(group)].start, sentence.tokens[max(group)].end)
    whole = extent(sentence, token.head)
    if token.head == sentence.tokens[token.head].head:
        whole = Span(sentence.start, max(whole.end, span.end))
    low, high = statement(sentence, token.i)
    whole = Span(max(whole.start, low), min(whole.end, high))
    pieces = (page.trimmed(whole.start, span.start), page.trimmed(span.end, whole.end))
    return Found("aside", tuple(piece for piece in pieces if piece is not None))
