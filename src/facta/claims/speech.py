"""Direct speech: quotations, the verb that introduces or follows each, and quotations that continue another.

Works along the words outside quotation marks, so that it survives a parse that a quotation has confused.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from facta.claims.finite import clause
from facta.claims.frames import allowed
from facta.claims.lines import headed, signed
from facta.claims.page import Draft, Page, cue_of, source_span
from facta.claims.quotes import Quote
from facta.claims.rows import WINDOW, Scan, Verb, paragraph_end, paragraph_start
from facta.claims.subjects import agent, is_passive, subject
from facta.records import Sentence, Span, Token
from facta.resources.reporting import Reporting

_STOPS = frozenset(".!?;")
_COMMAS = frozenset((",", "—", "–", "-", "--"))
_SPEECH_END = ",?!…—–-"


def quote_drafts(page: Page) -> tuple[list[Draft], set[Verb]]:
    """Return the claims that quotations make, and the verbs (sentence, token) that carry them."""
    row = [(n, t) for n, s in enumerate(page.sentences) for t in s.tokens]
    lines = [match.start() for match in re.finditer("\n", page.text)]
    scan = Scan(page, row, [t.start for _, t in row], lines)
    last: Verb | None = None
    previous: Quote | None = None
    signatures: list[Draft] = []
    for quote in page.quotes:
        verb = _after(scan, quote) or _before(scan, quote, last)
        if verb is None and last is not None and previous is not None and _continues(scan, previous, quote, last):
            verb = last
        if verb is not None:
            scan.given.setdefault(verb, []).append(quote)
        elif (line := signed(scan, quote) or headed(scan, quote)) is not None:
            signatures.append(line)
        last, previous = verb, quote
    drafts = [draft for verb, quotes in scan.given.items() if (draft := _make(scan, verb, quotes)) is not None]
    return drafts + signatures, set(scan.given)


def _speaks(scan: Scan, number: int, token: Token) -> Reporting | None:
    """Return the lexicon line by which a word can introduce a quotation."""
    if token.pos not in ("VERB", "AUX") or token.dep in ("amod", "aux"):
        return None
    for entry in scan.page.lexicon.verbs.get(token.lemma, ()):
        if entry.takes("quote") and allowed(scan.page.sentences[number], token.i, entry):
            return entry
    return None


def _after(scan: Scan, quote: Quote) -> Verb | None:
    """Find the verb that follows: *"…," said X* or *"…," X said*."""
    page, text = scan.page, scan.page.text
    k = bisect_left(scan.starts, quote.end)
    inner = text[quote.start : quote.end].rstrip("\"'”’»“ ")
    comma = k < len(scan.row) and scan.row[k][1].text in _COMMAS
    if not comma and inner[-1:] not in tuple(_SPEECH_END):
        return None
    end = paragraph_end(scan, quote.end)
    seen: list[Token] = []
    for number, token in scan.row[k : k + WINDOW]:
        if token.start >= end or page.quote_at(token.start) is not None or token.text in _STOPS:
            return None
        entry = _speaks(scan, number, token)
        if entry is not None and _follows(page.sentences[number], token, seen, quote):
            scan.entry.setdefault((number, token.i), entry)
            return number, token.i
        if token.dep in ("mark", "cc") or (token.tag in ("VBD", "VBZ", "MD") and token.dep in ("ROOT", "conj", "aux")):
            return None
        seen.append(token)
    return None


def _follows(sentence: Sentence, token: Token, seen: list[Token], quote: Quote) -> bool:
    """Accept *said X*, *X said* and *added X*, but not a new statement like *"…" He left and said that*."""
    said = clause(sentence, token.i)
    if said is not None and said.start > token.start and sentence.dependents(said.i, "mark"):
        return False
    if all(t.pos in ("PUNCT", "ADV", "SPACE", "AUX", "PART") for t in seen):
        return token.tag != "VBN"
    found = subject(sentence, token.i)
    if found is not None:
        return found.start >= quote.end
    return all(t.pos not in ("VERB", "AUX", "SCONJ") for t in seen)


def _before(scan: Scan, quote: Quote, last: Verb | None) -> Verb | None:
    """Find the verb that introduces: *X said, "…"*, *X said: "…"*, also across a paragraph end after a colon."""
    page = scan.page
    k = bisect_left(scan.starts, quote.start) - 1
    while k >= 0 and scan.row[k][1].pos == "SPACE":
        k -= 1
    if k < 0:
        return None
    nearest = scan.row[k][1]
    if nearest.end <= paragraph_start(scan, quote.start) and nearest.text != ":":
        return None
    opening = page.text[quote.start + len(quote.mark) : quote.start + len(quote.mark) + 1]
    pause = nearest.text in _COMMAS or nearest.text == ":"
    for number, token in reversed(scan.row[max(0, k - WINDOW) : k + 1]):
        stop = token.text in _STOPS or (token.text == ":" and token is not nearest)
        if stop or page.quote_at(token.start) is not None:
            return None
        entry = _speaks(scan, number, token)
        if entry is None:
            if token.dep == "mark" or (token.tag in ("VBD", "VBZ") and token.dep != "relcl" and not pause):
                return None
            continue
        verb = (number, token.i)
        ready = nearest.text == ":" or (pause and (opening.isupper() or not opening.isalpha() or verb == last))
        close = token is nearest or (not pause and token.i == nearest.i - 1 and nearest.dep == "dobj")
        if not ready and not close:
            return None
        scan.entry.setdefault(verb, entry)
        return verb
    return None


def _continues(scan: Scan, previous: Quote, quote: Quote, last: Verb) -> bool:
    """Say whether nothing stands between two quotations but the sentence of the verb: *"A," he said. "B."*."""
    page = scan.page
    sentence = page.sentences[last[0]]
    done = max(previous.end, sentence.end if sentence.start < quote.start else previous.end)
    gap = page.text[min(done, quote.start) : quote.start]
    if gap.strip():
        return False
    if "\n" not in page.text[previous.end : quote.start]:
        return True
    before = page.text[paragraph_start(scan, quote.start) : quote.start]
    if page.text[quote.start : quote.end].rstrip("\"'”’»“ ")[-1:] not in tuple(".!?…,"):
        return False  # a heading in quotation marks
    return not before.strip() and not page.text[quote.end : paragraph_end(scan, quote.end)].strip()


def _make(scan: Scan, verb: Verb, quotes: list[Quote]) -> Draft | None:
    page = scan.page
    number, i = verb
    sentence = page.sentences[number]
    entry = scan.entry[verb]
    cue = cue_of(sentence, i)
    head = _speaker(scan, verb, quotes)
    source = None if head is None else source_span(page, page.sentences[head[0]], head[1], cue)
    low = cue.start if source is None else min(cue.start, source.start)
    content = _merged(sentence, [_widened(page, sentence, quote, low) for quote in quotes], cue)
    return Draft(cue=cue, content=content, source=source, head=head, stance=entry.stance, rule=f"{entry.kind}.quote")


def _merged(sentence: Sentence, spans: list[Span], cue: Span) -> list[Span]:
    """Join quotations of one clause: *said it "failed" and was an "error"* reports the words between them too."""
    out = spans[:1]
    for span in spans[1:]:
        last = out[-1]
        between = last.end <= cue.start < span.start
        if not between and sentence.start <= last.start and span.start < sentence.end:
            out[-1] = Span(last.start, span.end)
        else:
            out.append(span)
    return out


def _widened(page: Page, sentence: Sentence, quote: Quote, low: int) -> Span:
    """Take in the words before a quotation that begins within its clause: *The raid was "an error," he said*."""
    start = quote.start
    if sentence.start < start and quote.end <= low:
        before = page.text[sentence.start : start].rstrip()
        inside = page.quote_at(sentence.start)
        if before and before[-1] not in ".!?:,;—–\n" and inside is None:
            start = sentence.start
    return Span(start, quote.end)


def _speaker(scan: Scan, verb: Verb, quotes: list[Quote]) -> Verb | None:
    """Return the head of the speaker: the verb's subject outside the quotation, else the noun right beside the verb."""
    page = scan.page
    number, i = verb
    sentence = page.sentences[number]
    found = agent(sentence, i) if is_passive(sentence, i) else subject(sentence, i)
    cue = sentence.tokens[i].start
    if found is not None and not any(q.start <= found.start < q.end and not q.start <= cue < q.end for q in quotes):
        return number, found.i
    return _beside(page, sentence, number, i)


def _beside(page: Page, sentence: Sentence, number: int, i: int) -> Verb | None:
    frame = page.quote_at(sentence.tokens[i].start)
    for step in (1, -1):
        k, best = i + step, None
        while 0 <= k < len(sentence.tokens):
            token = sentence.tokens[k]
            if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM") or page.quote_at(token.start) != frame:
                break
            if token.pos in ("NOUN", "PROPN", "PRON") and (step == 1 or best is None):
                best = k
            k += step
        if best is not None and sentence.tokens[best].dep not in ("dobj", "pobj", "npadvmod", "dative"):
            return number, best
    return None
