"""Sources without a verb: *according to X*, *in X's words*, *citing X*, *allegedly*, *the alleged*, headlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facta.claims.finite import clause
from facta.claims.page import Draft, Page, extent, source_span, statement
from facta.records import Sentence, Span, Stance, Token

#: Words in which somebody speaks of himself or to others.
_OWN_WORDS = frozenset(("i", "we", "you", "my", "our", "your", "us", "me", "let"))
_QUOTES = frozenset(("“", "‘", '"', "'", "«", "„"))
#: Words before the colon of a headline that can name who speaks.
_HEADLINE_SOURCE = 6


def phrase_drafts(page: Page, number: int) -> Iterator[Draft]:
    """Yield the claims that phrases, adverbs and adjectives of a sentence make."""
    sentence, lexicon = page.sentences[number], page.lexicon
    for token in sentence.tokens:
        word = token.text.lower()
        if token.i >= 2 and sentence.tokens[token.i - 1].text == "-":
            word = f"{sentence.tokens[token.i - 2].text.lower()}-{word}"
        found: Draft | None = None
        if word in lexicon.phrases or token.lemma in lexicon.phrases:
            found = _phrase(page, number, token)
        elif word in lexicon.adverbs and token.dep == "advmod":
            found = _adverb(page, sentence, token)
        elif word in lexicon.modifiers and token.dep in ("amod", "compound"):
            span = Span(token.end, max(extent(sentence, token.head).end, token.end))
            found = _unnamed(page, token, [span], lexicon.modifiers[word][0].stance)
        if found is not None:
            yield found


def _unnamed(page: Page, token: Token, spans: list[Span], stance: Stance) -> Draft | None:
    content = page.settle(Span(token.start, token.end), spans)
    if not content:
        return None
    return Draft(cue=Span(token.start, token.end), content=content, stance=stance, rule="say.modifier")


def _adverb(page: Page, sentence: Sentence, token: Token) -> Draft | None:
    span = extent(sentence, token.head)
    pieces = [Span(span.start, token.start), Span(token.end, span.end)]
    return _unnamed(page, token, pieces, page.lexicon.adverbs[token.text.lower()][0].stance)


def _phrase(page: Page, number: int, token: Token) -> Draft | None:
    sentence = page.sentences[number]
    entry = (page.lexicon.phrases.get(token.text.lower()) or page.lexicon.phrases[token.lemma])[0]
    if entry.takes("to"):
        cue, who = _according(sentence, token)
    elif entry.takes("obj"):
        cue, who = Span(token.start, token.end), _cited(page, sentence, token)
    else:
        cue, who = _in_words(sentence, token)
    if who is None or cue is None:
        return None
    source = source_span(page, sentence, who.i, cue)
    if entry.takes("in"):
        source = extent(sentence, who.i, [t.i for t in sentence.dependents(who.i, "appos")])
    said = _cited_words(sentence, token) if entry.takes("obj") else None
    rest: list[Span | None] = (
        [extent(sentence, said.i, [token.i])] if said is not None
        else _rest(page, sentence, Span(min(cue.start, source.start), max(cue.end, source.end)))
    )
    verb = sentence.tokens[sentence.tokens[token.head].head]
    if entry.takes("in") and verb.dep in ("relcl", "advcl", "acl"):
        rest = [extent(sentence, verb.i, [token.head])]
    quoted = page.quote_at(max(cue.end, source.end) + 2) if entry.takes("in") else None
    if quoted is not None and quoted.start > source.start:
        rest = [quoted.span]  # …, in the words of a diplomat, "there is a ballot box"
    content = page.settle(cue, rest)
    if not content:
        return None
    return Draft(
        cue=cue, content=content, source=source, head=(number, who.i), stance=entry.stance,
        rule=f"{entry.kind}.{'cited' if said is not None else 'according'}",
    )


def _according(sentence: Sentence, token: Token) -> tuple[Span | None, Token | None]:
    for to in sentence.dependents(token.i, "prep"):
        for who in sentence.dependents(to.i, "pobj", "pcomp"):
            return Span(token.start, to.end), who
    return None, None


def _cited(page: Page, sentence: Sentence, token: Token) -> Token | None:
    """*citing officials*: only people and bodies are cited so, not reasons."""
    if token.dep != "advcl" or token.tag != "VBG":
        return None
    for who in sentence.dependents(token.i, "dobj"):
        if who.pos == "PROPN" or who.lemma in page.lexicon.speakers:
            return who
    return None


def _cited_words(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb of what is reported with *citing*: *said, citing officials, that …*, wherever it hangs."""
    head = sentence.tokens[token.head]
    said = head if head.dep == "ccomp" else clause(sentence, head.i)
    return said if said is not None and said.i > token.i else None


def _in_words(sentence: Sentence, token: Token) -> tuple[Span | None, Token | None]:
    """*in the words of X*, *in her view*."""
    head = sentence.tokens[token.head]
    if token.dep != "pobj" or head.text.lower() != "in":
        return None, None
    for owner in sentence.dependents(token.i, "poss"):
        return Span(token.start, token.end), owner
    for of in sentence.dependents(token.i, "prep"):
        if of.text.lower() == "of":
            for who in sentence.dependents(of.i, "pobj"):
                return Span(head.start, of.end), who
    return None, None


def _rest(page: Page, sentence: Sentence, group: Span) -> list[Span | None]:
    """Return the sentence without the phrase, up to the *and* or *but* of the next clause if the phrase stands last."""
    start = next((t.start for t in sentence.tokens if t.start <= group.start and t.text.lower() == "in"
                  and t.end + 1 >= group.start), group.start)
    last = sentence.tokens[-1]
    end = last.start if last.text in (".", "!", "?") else sentence.end
    at = next(t.i for t in sentence.tokens if t.end > group.start)
    low, high = statement(sentence, at)
    others = [_named_group(sentence, t) for t in sentence.tokens if t.text.lower() == "according"]
    low = max([low, *(other.end for other in others if other.end <= group.start)])
    verb = sentence.tokens[sentence.tokens[at].head]
    whose = sentence.dependents(verb.i, "nsubj", "nsubjpass") if verb.dep == "conj" and verb.start > group.end else []
    low = max([low, *(extent(sentence, t.i).start for t in whose)])  # …, and the guard, according to X, fired
    if any(other.start >= group.end for other in others):
        high = group.end  # …, according to a nurse, and rebels burned the mill, according to a teacher
    return [page.trimmed(low, max(low, start)), page.trimmed(group.end, max(group.end, min(end, high)))]


def _named_group(sentence: Sentence, token: Token) -> Span:
    return Span(token.start, extent(sentence, token.i).end)


def _spoken(words: Sequence[Token]) -> bool:
    """Say whether words after a name and a colon can be that person's own: *Ada Lind: Sweden drops case* are not."""
    return any(t.tag == "MD" or t.text in _QUOTES or t.lemma.lower() in _OWN_WORDS for t in words)


def headline_draft(page: Page, number: int) -> Draft | None:
    """Read *Minister: Talks have failed* in a headline: who stands before the colon says what follows."""
    sentence = page.sentences[number]
    colon = next((t.i for t in sentence.tokens[1 : _HEADLINE_SOURCE + 1] if t.text == ":"), None)
    if colon is None or colon + 2 >= len(sentence.tokens):
        return None
    left, right = sentence.tokens[:colon], sentence.tokens[colon + 1 :]
    named = left[-1].pos == "PROPN" or left[-1].lemma.lower() in page.lexicon.speakers
    if not named or any(t.pos in ("VERB", "AUX", "ADP", "NUM", "PUNCT") for t in left):
        return None
    if not any(t.pos in ("VERB", "AUX") for t in right):
        return None
    if left[-1].lemma.lower() not in page.lexicon.speakers and not _spoken(right):
        return None
    content = page.trimmed(right[0].start, right[-1].end)
    if content is None:
        return None
    return Draft(
        cue=Span(sentence.tokens[colon].start, sentence.tokens[colon].end), content=[content],
        source=Span(left[0].start, left[-1].end), head=(number, left[-1].i), stance=Stance.NEUTRAL, rule="say.colon",
    )
