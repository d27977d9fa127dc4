"""What is said stands before its verb, around it, or beside an *as*-clause.

*The road is closed, officials said*; *The ship, officials said, will sail*; *The king fled, as students alleged*.
"""

from __future__ import annotations

from facta.claims.finite import clause
from facta.claims.frames import Found
from facta.claims.page import Page, extent, statement
from facta.claims.subjects import inverted, own_subject
from facta.claims.tails import trailing
from facta.records import Sentence, Span, Stance, Token
from facta.resources.reporting import Reporting

_SAYING = frozenset(("say", "think", "know", "show", "feel", "accuse", "deny", "promise", "request", "threat", "ask"))


def negated(sentence: Sentence, i: int) -> bool:
    """Say whether a verb is negated."""
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
    if who is None or said is not None or negated(sentence, token.i):
        return None
    if who.dep != "dobj" and sentence.dependents(token.i, "dobj") and not entry.takes("addr"):
        return None
    bare = entry.kind == "say" and not sentence.dependents(token.i, "prep", "xcomp")
    loose = [t for t in sentence.dependents(token.i, "advcl") if t.i < token.i and t.tag in ("VBN", "VBG")]
    if any(own_subject(sentence, t.i) is None for t in loose):
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
    unsaid = any(t.text.lower() in CONDITIONS for b in beside for t in sentence.dependents(b.i, "mark"))
    unsaid = unsaid or sentence.tokens[-1].text == "?" or any(
        t.text.lower() != "it" for t in sentence.dependents(token.i, "dobj")
    )
    return entry.kind not in ("request", "promise", "threat") and apart and not timed and not unsaid


CONDITIONS = frozenset(("if", "unless"))


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
    above = sentence.tokens[token.head]
    if above.dep in ("aux", "auxpass"):
        above = sentence.tokens[above.head]
    whole = extent(sentence, above.i)
    if above.head == above.i:
        whole = Span(sentence.start, max(whole.end, span.end))
    low, high = statement(sentence, token.i)
    whole = Span(max(whole.start, low), min(whole.end, high))
    pieces = (page.trimmed(whole.start, span.start), page.trimmed(span.end, whole.end))
    return Found("aside", tuple(piece for piece in pieces if piece is not None))
