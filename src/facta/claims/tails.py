"""Attributions that a comma sets off, read along the words where the parse has lost them.

In *Rebels overran a post, the governor, Ada Lind, told reporters* parsers often take the governor for an apposition of
the post. The words show what it is: a comma, a noun phrase, a verb of saying, and nothing that could be its content.
"""

from __future__ import annotations

from facta.claims.finite import has_to
from facta.claims.page import Draft, Page, cue_of, source_span, statement
from facta.records import Sentence, Span, Token
from facta.resources.reporting import Reporting

#: Words between the comma and the verb: *a leader of the nurses' union in the port of Riga said*.
_LONGEST = 16
#: Words between the verb and the end of the attribution: *said in answer to a question from a deputy*.
_REACH = 14
_MINDS = frozenset(("say", "think"))
_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADP", "CCONJ", "ADV"))
_OPENING = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"))
_JOINING = frozenset((
    "after", "because", "for", "since", "as", "although", "though", "before", "until", "when", "if", "despite",
))
_SPOKEN = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_OBJECTS = frozenset(("dobj", "det", "amod", "poss", "compound", "nummod", "nsubj", "attr", "oprd"))
_CONDITIONAL = frozenset(("if", "unless", "had", "should", "were"))
_QUOTES = frozenset(("“", '"', "‘", "``"))
_CLAUSE_MARKS = frozenset(("that", "whether", ":"))


def tail_draft(page: Page, number: int, token: Token) -> Draft | None:
    """Return the claim of a verb of saying that closes or interrupts its sentence after a comma and a noun phrase."""
    sentence = page.sentences[number]
    entry = next((e for e in page.lexicon.verbs.get(token.lemma, ()) if _says(e)), None)
    if entry is None or token.tag not in _SPOKEN or page.quote_at(token.start) is not None:
        return None
    opening = _opening(sentence, token)
    end = _group_end(sentence, token, entry)
    if opening is None or end is None or token.dep == "relcl" or sentence.tokens[opening].tag in ("WDT", "WP"):
        return None
    low, _ = statement(sentence, token.i)
    if not any(t.pos in ("VERB", "AUX") for t in sentence.tokens[:opening] if t.start >= low):
        return None
    head = _head(sentence, opening, token.i)
    if head is None or (token.tag == "VBN" and head.lemma not in page.lexicon.speakers):
        return None
    cue = cue_of(sentence, token.i)
    pieces = [Span(low, sentence.tokens[opening].start), trailing(page, sentence, end)]
    content = page.settle(cue, pieces)
    if not content:
        return None
    source = source_span(page, sentence, head.i, cue)
    if source.start < sentence.tokens[opening].start or source.end > token.start:
        source = page.trimmed(sentence.tokens[opening].start, token.start) or source
    return Draft(
        cue=cue, content=content, source=source, head=(number, head.i), stance=entry.stance,
        rule=f"{entry.kind}.before",
    )


def inverted_draft(page: Page, number: int, token: Token) -> Draft | None:
    """Return the claim of *Had they come, argues Mira Dol, who teaches law, the port would be open*."""
    sentence = page.sentences[number]
    words, at = sentence.tokens, token.i
    entry = next((e for e in page.lexicon.verbs.get(token.lemma, ()) if e.takes("that") and e.kind in _MINDS), None)
    if entry is None or token.tag not in ("VBD", "VBZ") or at < 2 or at + 2 >= len(words) or words[at - 1].text != ",":
        return None
    low, _ = statement(sentence, at)
    first = next(t for t in words if t.start >= low)
    head = _head(sentence, at + 1, min(at + _LONGEST, len(words)))
    if first.text.lower() not in _CONDITIONAL or words[at + 1].pos not in _OPENING or head is None:
        return None
    end = next((t.i for t in words[head.i :] if t.text == ","), None)
    if end is not None and words[min(end + 1, len(words) - 1)].tag in ("WP", "WDT"):
        end = next((t.i for t in words[end + 1 :] if t.text == ","), None)
    if end is None:
        return None
    cue = Span(token.start, token.end)
    content = page.settle(cue, [Span(low, words[at - 1].start), Span(words[end].end, statement(sentence, end).end)])
    source = page.trimmed(words[at + 1].start, words[end].start)
    if not content or source is None:
        return None
    return Draft(
        cue=cue, content=content, source=source, head=(number, head.i), stance=entry.stance, rule=f"{entry.kind}.aside",
    )


def order_draft(page: Page, number: int, token: Token) -> Draft | None:
    """Read a headline whose verb was taken for a noun: *Regional court orders Norland to free editor*."""
    sentence = page.sentences[number]
    whom = sentence.tokens[token.head]
    deed = sentence.tokens[whom.head]
    entry = next((e for e in page.lexicon.verbs.get(token.lemma, ()) if e.takes("oinf")), None)
    if entry is None or token.tag != "NNS" or token.dep != "compound" or whom.dep != "nsubj" or deed.tag != "VB":
        return None
    if not has_to(sentence, deed.i) or token.i == 0 or sentence.tokens[token.i - 1].pos not in ("NOUN", "PROPN"):
        return None
    cue, head = Span(token.start, token.end), sentence.tokens[token.i - 1]
    content = page.settle(cue, [Span(sentence.tokens[token.i + 1].start, sentence.end)])
    source = page.trimmed(sentence.start, token.start)
    if not content or source is None:
        return None
    return Draft(
        cue=cue, content=content, source=source, head=(number, head.i), stance=entry.stance, rule=f"{entry.kind}.oinf",
    )


def _says(entry: Reporting) -> bool:
    particle = any(limit.slot == "prt" for limit in entry.limits)
    return entry.kind == "say" and entry.takes("that") and entry.takes("quote") and not particle


def _opening(sentence: Sentence, token: Token) -> int | None:
    """Return where the noun phrase before the verb starts: after a comma, and with its apposition if it has one."""
    words = sentence.tokens
    appositions = words[token.i - 1].text == "," if token.i else False
    k = token.i - 2 if appositions else token.i - 1
    start = k
    while k > 0 and token.i - k < _LONGEST:
        word = words[k]
        if word.text == ",":
            if not appositions:
                return k + 1 if k + 1 < token.i and words[k + 1].pos in _OPENING and k < start else None
            appositions = False
        elif word.pos not in _NOMINAL and word.text != "-" and not (word.tag == "VBN" and word.dep == "amod"):
            return None
        k -= 1
    return None


def _group_end(sentence: Sentence, token: Token, entry: Reporting) -> int | None:
    """Return where the attribution ends; None when the verb has content or an object of its own behind it."""
    following = next((t for t in sentence.tokens[token.i + 1 :] if t.pos != "ADV"), None)
    if following is not None and not entry.takes("addr") and following.pos in _OPENING and following.dep in _OBJECTS:
        return None
    for word in sentence.tokens[token.i + 1 : token.i + _REACH]:
        if word.text in (",", ";", ".", "!", "?") or word.pos == "SPACE":
            return word.i
        if word.pos in ("VERB", "AUX") or word.text.lower() in _CLAUSE_MARKS or word.text in _QUOTES:
            return None
    return len(sentence.tokens) if len(sentence.tokens) <= token.i + _REACH else None


def _head(sentence: Sentence, opening: int, verb: int) -> Token | None:
    """Return the head of the noun phrase: the last noun before a preposition, a comma, or the verb."""
    found = None
    for token in sentence.tokens[opening:verb]:
        if token.pos == "ADP" or token.text == "," or token.tag in ("WP", "WDT"):
            break
        if token.pos in ("NOUN", "PROPN", "PRON"):
            found = token
        elif token.tag == "POS":
            found = None
    return found


def trailing(page: Page, sentence: Sentence, end: int) -> Span | None:
    """Return what goes on after an attribution: *…, they said, after police had left* or *, and promised to come*."""
    words = sentence.tokens
    if end >= len(words) - 1 or words[end].text != ",":
        return None
    rest = words[end + 1 :]
    joined = any(t.text.lower() in _JOINING for t in rest[:4]) and rest[0].tag != "VBG"
    second = rest[0].dep == "cc" and len(rest) > 1 and (
        rest[1].pos in ("VERB", "AUX") or (rest[0].text.lower() == "but" and rest[1].pos == "PRON")
    )
    if not (joined or second):
        return None
    _, high = statement(sentence, rest[0].i)
    stop = words[-1].start if words[-1].text in (".", "!", "?") else sentence.end
    return page.trimmed(rest[0].start, min(high, stop))
