"""Which complement of a verb holds what is reported, and whether this sense of the verb reports at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from facta.claims.finite import FINITE, PLAIN, clause, has_to, of_noun, resumes, with_that
from facta.claims.page import extent
from facta.claims.subjects import is_passive
from facta.records import Sentence, Span, Token
from facta.resources.reporting import PREPOSITIONS, Reporting, ReportingLexicon


class Found(NamedTuple):
    """Content of a complement; ``cue_to`` is a later word of the cue, ``shape`` the complement's name."""

    shape: str
    content: tuple[Span, ...]
    cue_to: int | None = None


def allowed(sentence: Sentence, i: int, entry: Reporting) -> bool:
    """Check the limits of a lexicon line; a particle must be one that the line names."""
    particles = {t.text.lower() for t in sentence.dependents(i, "prt")}
    wanted = frozenset[str]().union(*(x.words for x in entry.limits if x.slot == "prt" and not x.negated))
    if particles != (particles & wanted) or (wanted and not particles):
        return False
    for limit in entry.limits:
        if limit.slot != "prt" and _holds(sentence, i, limit.slot, limit.words) == limit.negated:
            return False
    return True


def _holds(sentence: Sentence, i: int, slot: str, words: frozenset[str]) -> bool:
    if slot == "aux":
        heads = sentence.dependents(i, "aux")
    elif slot == "obj":
        heads = sentence.dependents(i, "nsubjpass" if is_passive(sentence, i) else "dobj")
    elif slot == "pred":
        heads = sentence.dependents(i, "oprd", "acomp", "ccomp", "xcomp")
    else:
        heads = [t for p in sentence.dependents(i, "prep", "agent") if p.text.lower() == slot
                 for t in sentence.dependents(p.i, "pobj")]
    return any(not words or t.lemma in words or "*" in words for t in heads)


def _that(sentence: Sentence, i: int, lexicon: ReportingLexicon) -> Found | None:
    token = clause(sentence, i)
    if token is not None and any(of_noun(sentence, t.i, lexicon) for t in sentence.dependents(token.i, "mark")):
        return None
    if token is not None and token.pos == "ADJ" and token.lemma in PLAIN:
        token = clause(sentence, token.i)
    if token is None:
        token = next((c for t in sentence.dependents(i, "acomp", "oprd") if (c := clause(sentence, t.i))), None)
    if token is None or token.i < i:  # a clause before its verb is clauses.around's
        return None
    barred = [
        k for k in sentence.children[token.i]
        if k > token.i and (resumes(sentence, k, lexicon.verbs) or _came_true(sentence, token, sentence.tokens[k]))
    ]
    mark = next((t.i for t in sentence.dependents(token.i, "mark") if t.text.lower() == "that" and t.i > i), 0)
    early = [k for k in sentence.children[token.i] if i < k < mark]
    second = [extent(sentence, t.i) for t in sentence.dependents(i, "conj") if with_that(sentence, t.i)]
    return Found("that", (extent(sentence, token.i, _without(sentence, token.i, barred) + early), *second))


def _came_true(sentence: Sentence, said: Token, later: Token) -> bool:
    """Say whether a clause tells what came of it: *warned that it would strike, and on Friday its men walked out*."""
    ahead = any(t.tag == "MD" for t in sentence.dependents(said.i, "aux"))
    apart = any(t.text == "," for t in sentence.tokens[said.i : later.i])
    own = sentence.dependents(later.i, "nsubj", "nsubjpass") != []
    return ahead and apart and own and later.dep == "conj" and later.tag == "VBD" and not with_that(sentence, later.i)


def _addressed(sentence: Sentence, i: int, entry: Reporting) -> Found | None:
    """Return a that-clause that the parser hangs on the one spoken to: *informs the public [that …]*."""
    hooks = sentence.dependents(i, "dobj", "nsubjpass") if entry.takes("addr") else []
    for prep in sentence.dependents(i, "prep"):
        if prep.text.lower() == "for":  # complained for months that
            hooks += [t for t in sentence.dependents(prep.i, "pobj") if min(sentence.subtree(t.i)) == t.i]
    for whom in hooks:
        for token in sentence.dependents(whom.i, "acl", "ccomp", "relcl"):
            that = whom.i + 1 < len(sentence.tokens) and sentence.tokens[whom.i + 1].text.lower() == "that"
            told = with_that(sentence, token.i) or (that and sentence.dependents(token.i, "nsubj", "nsubjpass") != [])
            if told and token.i > i:
                return Found("that", (extent(sentence, token.i),))
    return None


def _without(sentence: Sentence, i: int, barred: list[int]) -> list[int]:
    """Return the branches of ``i`` that go with the barred ones: what follows them, and the *and* before them."""
    if not barred:
        return barred
    cut = min(min(sentence.subtree(k)) for k in barred)
    return barred + [t.i for t in sentence.dependents(i) if t.i >= cut - 2 * (t.dep in ("cc", "punct"))]


def own_act(sentence: Sentence, token: Token) -> bool:
    """Say whether a verb joined to an infinitive by a comma goes with *we invite*: *…, and urge the state to act*."""
    infinitive = sentence.tokens[token.head]
    above = sentence.tokens[infinitive.head]
    first = min(sentence.subtree(token.i))
    apart = first >= 2 and sentence.tokens[first - 1].dep == "cc" and sentence.tokens[first - 2].text == ","
    return token.dep == "conj" and infinitive.tag == "VB" and above.tag == "VBP" and apart


def _to_do(sentence: Sentence, i: int) -> Span:
    """Return the extent of an infinitive without a finite verb joined to it: *asked us to wait and [offered to pay]*.

    Parsers hang the second deed of the one who asks on what is asked for.
    """
    barred = [t.i for t in sentence.dependents(i, "conj") if t.tag in FINITE or own_act(sentence, t)]
    return extent(sentence, i, _without(sentence, i, barred))


def _infinitive(sentence: Sentence, i: int, after: int) -> Token | None:
    deps = ("xcomp", "ccomp", "advcl")
    for token in sentence.dependents(i, *deps):
        if token.i > after and has_to(sentence, token.i):
            return token
    # Parsers hang it on the person asked: *called on [Norland to withdraw]*, *told [the crew to leave]*.
    hooks = sentence.dependents(i, "prep", "dobj")
    hooks += [noun for prep in hooks if prep.dep == "prep" for noun in sentence.dependents(prep.i, "pobj")]
    for hook in hooks:
        for token in sentence.dependents(hook.i, *deps, "acl", "relcl"):
            if token.i > after and has_to(sentence, token.i):
                return token
    return None


def _inf(sentence: Sentence, i: int) -> Found | None:
    token = _infinitive(sentence, i, i)
    own = token is not None and sentence.dependents(token.i, "nsubj", "nsubjpass")
    if token is None or own or is_passive(sentence, i) or sentence.dependents(i, "dobj"):
        return None
    return Found("inf", (_to_do(sentence, token.i),))


def _oinf(sentence: Sentence, i: int) -> Found | None:
    token = _infinitive(sentence, i, i)
    if token is None:
        return None
    whom = [t for t in sentence.dependents(i, "dobj", "dative", "nsubjpass") if t.i < token.i]
    whom += [t for p in sentence.dependents(i, "prep") for t in sentence.dependents(p.i, "pobj") if i < t.i < token.i]
    whom += [t for t in sentence.dependents(token.i, "nsubj", "nsubjpass") if t.i > i]
    if not whom:
        return None
    span = _to_do(sentence, token.i)
    if is_passive(sentence, i):
        return Found("oinf", (extent(sentence, whom[0].i), span) if whom[0].dep == "nsubjpass" else (span,))
    cue_to = next((p.i for p in sentence.dependents(i, "prep") if p.i == i + 1), None)
    return Found("oinf", (Span(sentence.tokens[min(sentence.subtree(whom[0].i))].start, span.end),), cue_to)


def _raise(sentence: Sentence, i: int) -> Found | None:
    subjects = sentence.dependents(i, "nsubjpass", "nsubj")
    for token in sentence.dependents(i, "xcomp", "ccomp"):
        if is_passive(sentence, i) and subjects and token.i > i and has_to(sentence, token.i):
            return Found("raise", (extent(sentence, subjects[0].i), extent(sentence, token.i)))
    return None


def _ing(sentence: Sentence, i: int) -> Found | None:
    for token in sentence.dependents(i, "xcomp", "ccomp"):
        having = any(t.tag == "VBG" for t in sentence.dependents(token.i, "aux", "auxpass"))
        if (token.tag == "VBG" or having) and token.i > i:
            return Found("ing", (extent(sentence, token.i),))
    return None


def _obj(sentence: Sentence, i: int) -> Found | None:
    objects = sentence.dependents(i, "nsubjpass") if is_passive(sentence, i) else sentence.dependents(i, "dobj")
    if not objects and sentence.tokens[i].dep == "acl" and sentence.dependents(i, "agent"):
        head = sentence.tokens[i].head  # the bill, opposed by the left
        return Found("obj", (Span(extent(sentence, head, [i]).start, sentence.tokens[i - 1].end),))
    for token in objects:
        if token.tag not in ("WDT", "WP", "PRP") or token.dep == "dobj":
            return Found("obj", (extent(sentence, token.i),))
    return None


def _as(sentence: Sentence, i: int) -> Found | None:
    whom = sentence.dependents(i, "dobj", "nsubjpass")
    preps = sentence.dependents(i, "prep") + [p for t in whom for p in sentence.dependents(t.i, "prep")]
    for prep in preps:
        if prep.text.lower() == "as" and prep.i > i and sentence.children[prep.i]:
            span = extent(sentence, prep.i)
            if whom and whom[0].i > i:
                return Found("as", (Span(extent(sentence, whom[0].i).start, span.end),))
            return Found("as", (*(extent(sentence, t.i) for t in whom[:1]), span))
    return None


def _pred(sentence: Sentence, i: int) -> Found | None:
    for token in sentence.dependents(i, "oprd", "ccomp", "xcomp"):
        if token.i > i and (token.dep == "oprd" or token.pos in ("NOUN", "PROPN", "ADJ")):
            whom = sentence.dependents(i, "dobj", "nsubjpass") + sentence.dependents(token.i, "nsubj")
            spans = [extent(sentence, t.i) for t in whom[:1]] + [extent(sentence, token.i)]
            if all(span.start > sentence.tokens[i].start for span in spans):
                return Found("pred", (Span(min(s.start for s in spans), max(s.end for s in spans)),))
            return Found("pred", tuple(dict.fromkeys(spans)))
    return None


def _phrase(sentence: Sentence, i: int, name: str, entry: Reporting) -> Found | None:
    preps = sentence.dependents(i, "prep", "dative")
    if entry.takes("addr") or entry.kind == "accuse":
        # Parsers hang the phrase on the person spoken to: *warned [Norland of the danger]*.
        preps += [p for t in sentence.dependents(i, "dobj") for p in sentence.dependents(t.i, "prep")]
    for prep in preps:
        if prep.text.lower() == name and prep.i > i:
            held = sentence.dependents(prep.i, "pobj", "pcomp")
            if held:
                more = [p for p in sentence.dependents(prep.i, "conj") if p.text.lower() == name]
                also = [extent(sentence, t.i) for p in more for t in sentence.dependents(p.i, "pobj", "pcomp")]
                beside = prep.i == i + 1 or (prep.i == i + 2 and sentence.tokens[i + 1].dep == "prt")
                near = prep.i if beside and prep.head == i else None
                return Found(name, (extent(sentence, held[0].i), *also), near)
    return None


_FINDERS: tuple[tuple[str, Callable[[Sentence, int], Found | None]], ...] = (
    ("oinf", _oinf), ("inf", _inf), ("raise", _raise), ("ing", _ing), ("as", _as), ("pred", _pred),
)
_ORDERED_PREPOSITIONS = tuple(sorted(PREPOSITIONS))


def complement(sentence: Sentence, i: int, entry: Reporting, lexicon: ReportingLexicon) -> Found | None:
    """Return the complement of verb ``i`` that the lexicon line takes, clauses before phrases before objects."""
    found = None
    if entry.takes("that"):
        found = _that(sentence, i, lexicon) or _addressed(sentence, i, entry)
    if found is not None:
        return found
    for shape, finder in _FINDERS:
        if entry.takes(shape):
            found = finder(sentence, i)
            if found is not None:
                return found
    if entry.takes("obj") and not entry.takes("addr") and not is_passive(sentence, i):
        found = _obj(sentence, i)
        if found is not None:
            return found
    for name in _ORDERED_PREPOSITIONS:
        if name in entry.shapes:
            found = _phrase(sentence, i, name, entry)
            if found is not None:
                return found
    return _obj(sentence, i) if entry.takes("obj") else None
