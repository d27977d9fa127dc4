"""Reporting nouns and adjectives: *Norland's claim that*, *voiced fears that*, *are confident that*."""

from __future__ import annotations

from collections.abc import Iterator

from facta.claims.finite import clause, has_to, of_noun
from facta.claims.page import Draft, Page, cue_of, extent, source_span
from facta.claims.subjects import agent, is_passive, subject, verbal
from facta.records import Sentence, Span, Stance, Token
from facta.resources.reporting import PREPOSITIONS, Reporting

#: Words between a verb and the noun that it supports: *made the very serious claim*.
_SUPPORT_GAP = 5


#: *Rejected a call to resign*: the call is another's, and its content is not what is denied.
_WISHES = frozenset(("request", "order", "promise", "agree", "threat", "refuse", "attitude"))


def noun_drafts(page: Page, number: int) -> Iterator[Draft]:
    """Yield the claims that the nouns and adjectives of a sentence make."""
    sentence = page.sentences[number]
    for token in sentence.tokens:
        if token.pos == "NOUN" and token.lemma in page.lexicon.nouns and not verbal(sentence, token):
            draft = _noun(page, number, token)
        elif token.pos in ("ADJ", "VERB") and token.dep == "acomp" and token.text.lower() in page.lexicon.adjectives:
            draft = _adjective(page, number, token)
        else:
            continue
        if draft is not None:
            yield draft


def _noun(page: Page, number: int, token: Token) -> Draft | None:
    sentence = page.sentences[number]
    if token.dep == "pobj" and (draft := _aside(page, number, token)) is not None:
        return draft
    if token.dep == "dobj" and _spoken_to(page, sentence.tokens[token.head]):
        return None
    for entry in page.lexicon.nouns[token.lemma]:
        who, via = _source(page, sentence, token, entry)
        found = _content(page, sentence, token, entry, who)
        if found is None:
            continue
        shape, content, cue_to = found
        if who is None and shape == "that":
            who = _headless(sentence, token)
        if who is None and not (shape == "that" or entry.stance is Stance.DISTANT):
            continue
        if via is not None and entry.kind in _WISHES and _denies(page, sentence, via):
            continue
        if via is not None and token.i - via <= _SUPPORT_GAP:
            cue = cue_of(sentence, via, token.i if cue_to is None else cue_to)
        else:
            cue = Span(token.start, sentence.tokens[cue_to or token.i].end)
        settled = page.settle(cue, [content])
        source = None if who is None else source_span(page, sentence, who.i, cue)
        if settled and not (source and any(source.overlaps(span) for span in settled)):
            stance = Stance.DENIAL if via is not None and _denies(page, sentence, via) else entry.stance
            return Draft(
                cue=cue, content=settled, source=source, head=None if who is None else (number, who.i),
                stance=stance, rule=f"{entry.kind}.noun-{shape}",
            )
    return None


def _headless(sentence: Sentence, token: Token) -> Token | None:
    """Return who reports in a sentence whose verb was taken for a noun: *Residents of the port report that …*."""
    top = next((t for t in sentence.tokens if t.head == t.i), None)
    if top is None or top.tag not in ("NNS", "NNPS") or top.i >= token.i or token.tag != "NN":
        return None
    return top if top.i in sentence.ancestors(token.i) else None


def _spoken_to(page: Page, verb: Token) -> bool:
    return any(e.takes("addr") and e.takes("that") for e in page.lexicon.verbs.get(verb.lemma, ()))


def _aside(page: Page, number: int, token: Token) -> Draft | None:
    """*Said in a statement that …*: the clause belongs to the verb, though parsers hang it on the noun."""
    sentence = page.sentences[number]
    verb = sentence.tokens[sentence.tokens[token.head].head]
    entry = next((e for e in page.lexicon.verbs.get(verb.lemma, ()) if e.takes("that")), None)
    if entry is None or verb.i > token.i or clause(sentence, verb.i) is not None:
        return None
    found = next((f for e in page.lexicon.nouns[token.lemma] if (f := _content(page, sentence, token, e, None))), None)
    who = agent(sentence, verb.i) if is_passive(sentence, verb.i) else subject(sentence, verb.i)
    if found is None or found[0] != "that" or who is None:
        return None
    cue = cue_of(sentence, verb.i)
    content = page.settle(cue, [found[1]])
    if not content:
        return None
    return Draft(
        cue=cue, content=content, source=source_span(page, sentence, who.i, cue), head=(number, who.i),
        stance=entry.stance, rule=f"{entry.kind}.that",
    )


def reports(page: Page, sentence: Sentence, token: Token) -> bool:
    """Say whether a noun names a report and comes with what is reported."""
    entries = page.lexicon.nouns.get(token.lemma, ())
    return any(_content(page, sentence, token, entry, None) is not None for entry in entries)


def _denies(page: Page, sentence: Sentence, verb: int) -> bool:
    entries = page.lexicon.verbs.get(sentence.tokens[verb].lemma, ())
    return any(e.kind in ("deny", "refuse") for e in entries)


def _source(page: Page, sentence: Sentence, token: Token, entry: Reporting) -> tuple[Token | None, int | None]:
    """Return the head of the noun's source, and the support verb when it comes by one."""
    for owner in sentence.dependents(token.i, "poss", "compound", "nmod"):
        if entry.takes("s=poss") and (owner.dep == "poss" or owner.pos == "PROPN"):
            return owner, None
    by = _named(sentence, token, entry, ("by", "from"))
    if by is not None:
        return by, None
    head = token.head
    if token.dep in ("dobj", "nsubjpass") and sentence.tokens[head].lemma in page.lexicon.support:
        passive = is_passive(sentence, head)
        who = agent(sentence, head) if passive else subject(sentence, head)
        if who is not None:
            return who, None if passive else head
    return _named(sentence, token, entry, ("of",)), None


def _named(sentence: Sentence, token: Token, entry: Reporting, names: tuple[str, ...]) -> Token | None:
    """Return who stands in a phrase that names the source: *allegations by*, *the opinion of*."""
    for prep in sentence.dependents(token.i, "prep", "agent"):
        if prep.text.lower() in names and entry.takes(f"s={prep.text.lower()}"):
            for held in sentence.dependents(prep.i, "pobj"):
                return held
    return None


def _content(
    page: Page, sentence: Sentence, token: Token, entry: Reporting, who: Token | None
) -> tuple[str, Span, int | None] | None:
    said = clause(sentence, token.head) if token.dep == "nsubj" and sentence.tokens[token.head].lemma == "be" else None
    if said is not None and entry.takes("that") and who is not None:  # their fear is that
        return "that", extent(sentence, said.i), None
    for child in sentence.dependents(token.i, "acl", "ccomp", "relcl", "advcl"):
        marks = {t.text.lower() for t in sentence.dependents(child.i, "mark")}
        if entry.takes("that") and "that" in marks:
            return "that", extent(sentence, child.i), None
        if entry.takes("inf") and child.dep in ("acl", "relcl") and has_to(sentence, child.i):
            return "inf", extent(sentence, child.i), None
    if entry.takes("that") and token.i + 1 < len(sentence.tokens) and of_noun(sentence, token.i + 1, page.lexicon):
        mark = sentence.tokens[token.i + 1]
        if mark.dep == "mark" and mark.text.lower() == "that":
            return "that", extent(sentence, mark.head), None
    for prep in sentence.dependents(token.i, "prep"):
        name = prep.text.lower()
        if name in PREPOSITIONS and entry.takes(name):
            for held in sentence.dependents(prep.i, "pobj", "pcomp"):
                if who is None or held.i != who.i:
                    return name, extent(sentence, held.i), prep.i if prep.i == token.i + 1 else None
    return None


def _adjective(page: Page, number: int, token: Token) -> Draft | None:
    sentence = page.sentences[number]
    verb = token.head
    who = subject(sentence, verb)
    if who is None:
        return None
    for entry in page.lexicon.adjectives[token.text.lower()]:
        found = _held(sentence, token, entry)
        if found is None:
            continue
        shape, content, cue_to = found
        cue = cue_of(sentence, verb, token.i if cue_to is None else cue_to)
        settled = page.settle(cue, [content])
        source = source_span(page, sentence, who.i, cue)
        if settled and not any(source.overlaps(span) for span in settled):
            return Draft(
                cue=cue, content=settled, source=source, head=(number, who.i), stance=entry.stance,
                rule=f"{entry.kind}.adjective-{shape}",
            )
    return None


def _held(sentence: Sentence, token: Token, entry: Reporting) -> tuple[str, Span, int | None] | None:
    for child in sentence.dependents(token.i, "ccomp", "xcomp", "advcl"):
        infinitive = has_to(sentence, child.i)
        if entry.takes("inf" if infinitive else "that"):
            return "inf" if infinitive else "that", extent(sentence, child.i), None
    for prep in sentence.dependents(token.i, "prep"):
        if entry.takes(prep.text.lower()):
            for held in sentence.dependents(prep.i, "pobj", "pcomp"):
                return prep.text.lower(), extent(sentence, held.i), prep.i
    return None
