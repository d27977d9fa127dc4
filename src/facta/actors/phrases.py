"""Noun phrases: where one begins and ends, which words stand before its head, and what role they give it."""

from __future__ import annotations

from dataclasses import dataclass

from facta.actors.names import PEOPLE_FORMS, Hit
from facta.records import Sentence, Token
from facta.resources.actorwords import ActorWords, Role

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det", "quantmod", "predet", "punct", "npadvmod"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
DASHES, BRACKETS = frozenset("-–—"), frozenset("()[]")
HYPHENS = frozenset("-‑")
YEAR_DIGITS = 4
FORCES = frozenset({"COP", "MIL", "SPY"})
OBJECTS = frozenset({"dobj", "iobj", "dative", "attr", "oprd"})


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens ``left`` to ``right`` (exclusive), its head, and its possessor's head if any."""

    left: int
    right: int
    head: int
    possessor: int | None
    start: int  # first token after the possessor


def phrase(sentence: Sentence, head: int) -> Phrase:
    """Return the phrase around a head: its modifiers, itself, and an *of* or *from* phrase that follows at once."""
    tokens, children = sentence.tokens, sentence.children
    left, possessor, start = hyphened(tokens, head), None, head
    for k in (k for i in range(left, head + 1) for k in children[i]):
        if k < head and tokens[k].dep in MODIFIERS and not (tokens[k].dep == "punct" and tokens[k].text not in "-–"):
            edge = _left_edge(sentence, k)
            left = min(left, edge)
            if tokens[k].dep == "poss":
                possessor = k
    start = left if possessor is None else _after(sentence, possessor, head)
    cut = _cut(tokens, left, head)
    left, start = max(left, cut), max(start, cut)
    right = head + 1
    for k in children[head]:
        if k == right and tokens[k].dep == "prep" and tokens[k].text.lower() in ("of", "from") and (
            k + 1 < len(tokens) and tokens[k + 1].tag != "VBG"
        ):
            right = max(right, _right_edge(sentence, k))
    return Phrase(left, right, head, possessor if possessor is None or possessor >= left else None, start)


def hyphened(tokens: tuple[Token, ...], head: int) -> int:
    """Return where a word of hyphened parts begins, which a parser may have torn: *vice-minister*, *ex-officer*."""
    while head > 1 and tokens[head - 1].text in HYPHENS and tokens[head - 2].end == tokens[head - 1].start and (
        tokens[head - 1].end == tokens[head].start
    ):
        head -= 2
    return head


def _cut(tokens: tuple[Token, ...], left: int, head: int) -> int:
    """Return where the phrase really begins when the parser ran over a dateline or took a headline's verb for a noun.

    *KYIV (Reuters) - Ukraine*, *Kyiv expels Belarusian diplomat*.
    """
    for k in range(head - 1, left, -1):
        token = tokens[k]
        apart = token.start > tokens[k - 1].end
        if (token.text in DASHES and apart) or token.text in BRACKETS:
            return k + 1
        verb = token.dep in ("compound", "nmod") and token.tag in ("NNS", "VBZ") and token.text[-1:] == "s"
        if verb and token.text.islower() and apart and k + 1 <= head and tokens[k + 1].text[:1].isupper():
            return k + 1
    return left


def undated(sentence: Sentence, span: Phrase, words: ActorWords) -> Phrase:
    """Return the phrase without the day that a parser drew into it: *On Monday Ana Rojas*, *Yesterday police*."""
    tokens, lists = sentence.tokens, words.lists
    for k in range(span.head - 1, span.left - 1, -1):
        low = tokens[k].text.lower()
        before = tokens[k - 1] if k else None
        led = before is not None and before.text.lower() in lists["date_lead"]
        dated = (low in lists["calendar"] and before is not None and (led or before.tag == "CD")) or (
            led and len(low) == YEAR_DIGITS and low.isdigit()
        )
        if dated or low in lists["today"]:
            possessor = span.possessor if span.possessor is not None and span.possessor > k else None
            return Phrase(k + 1, span.right, span.head, possessor, max(span.start, k + 1))
    return span


def _left_edge(sentence: Sentence, i: int) -> int:
    """Return the first token of what hangs on ``i`` to its left."""
    todo, edge = [i], i
    while todo:
        k = todo.pop()
        edge = min(edge, k)
        todo.extend(c for c in sentence.children[k] if c < i or c < k)
    return edge


def _right_edge(sentence: Sentence, prep: int) -> int:
    """Return the end of a prepositional phrase, its object's own clauses left out."""
    edge, todo = prep + 1, [prep]
    while todo:
        k = todo.pop()
        edge = max(edge, k + 1)
        todo.extend(
            c for c in sentence.children[k]
            if sentence.tokens[c].dep in MODIFIERS or sentence.tokens[c].dep in ("pobj", "conj", "cc", "case")
            or (sentence.tokens[c].dep == "prep" and sentence.tokens[c].text == "of")
        )
    return edge


def _after(sentence: Sentence, possessor: int, head: int) -> int:
    """Return the first token after a possessor and its *'s*."""
    k = possessor + 1
    while k < head and sentence.tokens[k].tag == "POS":
        k += 1
    return min(k, head)


def lemma(token: Token, words: ActorWords) -> str:
    """Return the form under which a noun stands in the tables of roles."""
    low = token.text.lower()
    if low in words.roles:
        return low
    base = token.lemma.lower()
    if base in words.roles:
        return base
    for ending, instead in (("ies", "y"), ("men", "man"), ("es", "e"), ("es", ""), ("s", "")):
        if low.endswith(ending) and low[: -len(ending)] + instead in words.roles:
            return low[: -len(ending)] + instead
    return base


def key_of(sentence: Sentence, span: Phrase, words: ActorWords) -> str:
    """Return the noun of a phrase with the word before it that tells its sort: *prime minister*, *soldier*."""
    noun = lemma(sentence.tokens[span.head], words)
    own = words.roles.get(noun, {})
    for k in range(span.head - 1, span.start - 1, -1):
        low = sentence.tokens[k].text.lower()
        if low in own:
            return f"{low} {noun}"
    return noun


def modifiers(sentence: Sentence, span: Phrase, words: ActorWords, hits: list[Hit]) -> list[str]:
    """Return the words before the head that are no names of the roster, and the nouns of its *of* phrase."""
    inside = {
        k for hit in hits for k in range(hit.start, hit.end) if hit.form in PEOPLE_FORMS or hit.end - hit.start > 1
    }
    tokens = sentence.tokens
    found: list[str] = []
    if span.possessor is not None and span.possessor not in inside and tokens[span.possessor].pos == "NOUN":
        found.append(lemma(tokens[span.possessor], words))
    for k in range(span.start, span.head):
        if k not in inside:
            found.extend(dict.fromkeys((tokens[k].text.lower(), lemma(tokens[k], words))))
    for k in sentence.children[span.head]:
        if k > span.head and tokens[k].dep == "prep" and tokens[k].text == "of":
            found[:0] = [lemma(tokens[c], words) for c in sentence.children[k] if tokens[c].dep == "pobj"]
    return found


def role_of(sentence: Sentence, span: Phrase, words: ActorWords, hits: list[Hit]) -> Role | None:
    """Return the role that the head noun and the words before it name, None for a noun that is no actor."""
    noun = lemma(sentence.tokens[span.head], words)
    if noun not in words.roles or _adverbial(sentence, span):
        return None
    before = modifiers(sentence, span, words, hits)
    role = words.role(noun, before)
    singular = sentence.tokens[span.head].tag not in PLURAL_TAGS
    bare = not any(word in words.roles[noun] for word in before)
    paired = any(t.text.lower() in words.lists["pair"] for t in sentence.tokens[span.left : span.head])
    named = any(span.start <= hit.start and hit.end <= span.head for hit in hits)
    owned = paired or named or span.possessor is not None
    if role is None or (singular and bare and not owned and noun in words.lists["plural_only"]):
        return None
    if bare and not owned and noun in words.lists["owned_only"]:
        return None
    return Role(refined(noun, role, before, words), role.kind)


def _adverbial(sentence: Sentence, span: Phrase) -> bool:
    """Say whether a bare noun is part of a preposition: *in front of the embassy*."""
    token = sentence.tokens[span.head]
    return (
        span.left == span.head and token.tag == "NN" and token.dep == "pobj" and token.text.islower()
        and sentence.tokens[token.head].text.lower() == "in"
        and any(t.text == "of" for t in sentence.dependents(span.head, "prep"))
    )


def refined(noun: str, role: Role, before: list[str], words: ActorWords) -> str:
    """Return the sector of a role: that of the body it belongs to, of the opposition, or that of a former official."""
    sector = role.sector
    own = words.roles[noun]
    mixed = role.kind == "craft" or noun in words.lists["aboard"] or noun in words.lists["of_force"]
    if mixed or (role.kind == "office" and not any(w and w in own for w in before)):
        for at in range(len(before) - 1, -1, -1):
            part = words.role(before[at], before[:at])
            if part is not None and part.sector and part.kind != "title" and (
                not mixed or (part.sector in FORCES and part.kind == "body") or not any(w in own for w in before)
            ):
                sector = part.sector
                break
    if "opposition" in before and "OPP" not in sector:
        sector = f"{sector} OPP" if sector in ("PTY", "LEG") else "OPP"
    former = words.lists["former"]
    if role.kind in ("person", "office") and sector in ("GOV", "LEG", "MIL", "JUD", "SPY", "PTY", "COP") and any(
        w in former for w in before
    ):
        sector = "ELI"
    return sector


def clause_of(sentence: Sentence, i: int) -> int:
    """Return the verb (or root) that governs the phrase of ``i``."""
    tokens = sentence.tokens
    for _ in range(len(tokens)):
        up = tokens[i].head
        if up == i or tokens[up].pos in ("VERB", "AUX"):
            return up
        i = up
    return i


def is_plural(token: Token, sentence: Sentence) -> bool:
    """Say whether a phrase is plural by its tag, or by what it is joined with."""
    return token.tag in PLURAL_TAGS or any(sentence.tokens[k].dep == "conj" for k in sentence.children[token.i])


def controller(sentence: Sentence, verb: int) -> int:
    """Return the verb whose object does the act of an infinitive (*ordered Thailand to withdraw*), -1 if none."""
    token = sentence.tokens[verb]
    if token.dep not in ("xcomp", "ccomp", "advcl") or not any(t.tag == "TO" for t in sentence.dependents(verb, "aux")):
        return -1
    return token.head
