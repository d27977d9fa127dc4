"""What governs an act: the word above it, how the two are joined, and what the lexicon says of that.

In goes a sentence and a position; out comes one ``Link``: a governor with a signature from the lexicon, or the kind of
clause or phrase that decides when the lexicon is silent.
"""

from __future__ import annotations

from facta.events.status.clauses import base, clause_frame, clause_mark, infinitive, subjunctive
from facta.events.status.joints import delayed, is_done, is_splice, is_the_deed, mistaken, twin, voices
from facta.events.status.kinds import Kind, Link
from facta.events.status.lookup import COPULAS, lookup, predicate
from facta.events.status.nouns import definite
from facta.events.status.prepositions import not_before, prepositional
from facta.records import Sentence, Token
from facta.resources.status import Signature, StatusLexicon

#: How far up a misplaced infinitive is looked for.
_MAX_CLIMB = 4
_QUOTES = frozenset("\"“”„«»")
_NOUN_DEPS = {
    "dobj": ("obj",), "nsubjpass": ("obj", "subj"), "dative": ("obj",), "nsubj": ("subj",), "attr": ("attr",),
    "oprd": ("attr", "as"), "acomp": ("attr",), "compound": ("of", "for", "to"), "nmod": ("of", "for", "to"),
    "npadvmod": ("of",), "csubj": ("subj",), "csubjpass": ("obj", "subj"),
}


def link(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Link:
    """Return what governs the word at ``i``."""
    token = sentence.tokens[i]
    head = token.head
    dep = token.dep
    if head == i:
        return Link(Kind.ROOT, head)
    if dep in ("conj", "appos"):
        return Link(Kind.CONJUNCT, head)
    if dep == "relcl" and not infinitive(sentence, i) and not _is_content(sentence, token, lexicon):
        late = delayed(sentence, token, lexicon)
        return late if late is not None else Link(Kind.RELATIVE, head)
    if dep in ("pobj", "pcomp"):
        return prepositional(sentence, token, lexicon)._replace(turned=not_before(sentence, token.head))
    if dep in ("ccomp", "xcomp", "acl", "relcl", "advcl", "parataxis", "prep") and token.pos != "ADP":
        return _clausal(sentence, token, lexicon)
    if dep == "csubj" and any(t.text.lower() == "whether" for t in sentence.dependents(i, "mark")):
        return Link(Kind.QUESTION, head, "whether")
    if dep in _NOUN_DEPS:
        return _nominal(sentence, token, lexicon)
    if dep == "amod":
        verbal = mistaken(sentence, token, lexicon)
        if verbal is not None:
            return verbal
    if dep in ("amod", "poss", "case"):
        return Link(Kind.OWN, head)
    return Link(Kind.SAME if dep not in ("dep", "intj", "meta") else Kind.ASIDE, head)


def _nominal(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> Link:
    frames = _NOUN_DEPS[token.dep]
    head = sentence.tokens[token.head]
    if frames[0] == "subj" and base(head) in COPULAS:
        said = predicate(sentence, head.i, ("subj", "to", "that") if token.dep == "csubj" else ("subj",), lexicon)
        if said is not None:
            return Link(Kind.GOVERNED, *said)
    if token.dep in ("compound", "nmod") and any(t.text in _QUOTES for t in sentence.tokens[token.i : head.i]):
        # "called the seizure “highway robbery”"
        frames, head = ("obj",), sentence.tokens[head.head]
    elif token.dep in ("compound", "nmod") and (head.lemma, "n") not in lexicon.governors:
        return Link(Kind.SAME, head.i, "of")
    if frames[0] == "obj" and definite(sentence, token.i, lexicon):
        frames = ("given", *frames)
    known = lookup(sentence, head.i, frames, lexicon)
    if known is not None:
        return Link(Kind.GOVERNED, head.i, *known)
    if frames[0] == "attr" or token.dep == "csubj":
        return Link(Kind.SAME, head.i, frames[0])
    return Link(Kind.NOUN, head.i, _NOUN_DEPS[token.dep][0])


def _is_content(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> bool:
    """Say whether what the parser takes for a relative clause is content: *the rumour that guards robbed migrants*."""
    that = next((t for t in sentence.dependents(token.i) if t.text.lower() == "that" and t.i < token.i), None)
    if that is None or that.dep not in ("mark", "dobj") or not sentence.dependents(token.i, "nsubj", "nsubjpass"):
        return False
    objects = [t for t in sentence.dependents(token.i, "dobj") if t.i != that.i]
    made = lookup(sentence, token.i, ("obj",), lexicon) is not None
    full = that.dep == "mark" or bool(objects) or not made
    return full and lookup(sentence, token.head, ("that",), lexicon) is not None


def _apart(sentence: Sentence, token: Token, head: Token) -> bool:
    """Say whether a semicolon makes two sentences of what the parser takes for one."""
    low, high = sorted((token.i, head.i))
    return any(t.text == ";" for t in sentence.tokens[low:high])


def _clausal(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> Link:
    head = sentence.tokens[token.head]
    if token.dep == "prep" or (token.dep in ("ccomp", "parataxis") and _apart(sentence, token, head)):
        return Link(Kind.OWN, head.i)
    if is_splice(sentence, token, head, lexicon):
        return Link(Kind.OWN, head.i)
    if token.dep == "parataxis" and (token.i < head.i or lookup(sentence, head.i, ("that",), lexicon) is None):
        return Link(Kind.OWN, head.i)
    mark = clause_mark(sentence, token.i)
    low = mark.text.lower() if mark is not None else ""
    frame = clause_frame(sentence, token, low)
    if token.tag == "NN" and token.text.endswith("ing") and token.dep == "xcomp":
        frame = "ing"
    if token.dep == "advcl" or (token.dep == "acl" and frame == "ing" and head.pos == "VERB"):
        return _adverbial(sentence, token, frame, low, lexicon)
    if frame in ("whether", "wh"):
        return Link(Kind.QUESTION if frame == "whether" else Kind.OWN, head.i, frame)
    if token.dep == "acl" and frame in ("ing", "part"):
        # "should write to partners asking for help", "should stop boats carrying arms": nobody has asked or carries.
        vague = frame == "ing" and head.pos == "NOUN" and not definite(sentence, head.i, lexicon)
        return Link(Kind.SAME if vague else Kind.OWN, head.i, frame)
    frames: tuple[str, ...] = (frame,)
    if frame == "to" and any(base(t) == "have" for t in sentence.dependents(token.i, "aux")):
        frames = ("perf", "to")
    elif frame == "to" and (
        sentence.dependents(token.i, "nsubj") or any(t.i < token.i for t in sentence.dependents(head.i, "dobj"))
    ):
        frames = ("xto", "to")
    elif frame == "that" and not low and token.dep != "acl" and token.tag in ("VBN", "VBD") and not sentence.dependents(
        token.i, "aux", "auxpass"
    ):
        frames = ("part", "that")
    return _content(sentence, token, frames, lexicon) or _unknown(sentence, token, frame, lexicon)


def _content(sentence: Sentence, token: Token, frames: tuple[str, ...], lexicon: StatusLexicon) -> Link | None:
    """Return the governor of a content clause, if the lexicon knows it."""
    head = sentence.tokens[token.head]
    if "to" in frames or "that" in frames:
        aim = _aim(sentence, token, head, lexicon)
        if aim is not None:
            return aim
    for copula in (head, sentence.tokens[head.head]):
        if base(copula) in COPULAS and (copula.i == head.i or head.dep in ("acomp", "attr")):
            found = predicate(sentence, copula.i, frames, lexicon)
            if found is not None:
                return Link(Kind.GOVERNED, *found)
    known = lookup(sentence, head.i, frames, lexicon)
    neutral = known is None or known[1].effect in ("say", "think")
    if neutral and "that" in frames and subjunctive(sentence, token.i, lexicon):
        known = ("that", Signature("proposed", False, True))
    if known is not None:
        return Link(Kind.GOVERNED, head.i, *known)
    if "to" in frames:
        owner = _object_above(sentence, token, lexicon)
        if owner is not None:
            return owner
    if token.dep in ("acl", "relcl"):
        # "asked a judge from Kenya to mediate": the parser hangs the request on the judge, or on Kenya.
        for holder in sentence.ancestors(head.i)[:_MAX_CLIMB]:
            known = lookup(sentence, holder, frames, lexicon) if sentence.tokens[holder].pos == "VERB" else None
            if known is not None and known[1].speech:
                return Link(Kind.GOVERNED, holder, *known)
    return None


def _aim(sentence: Sentence, token: Token, head: Token, lexicon: StatusLexicon) -> Link | None:
    """Return the purpose that is the act itself, or the noun whose content *is to* tells: *the aim is to …*."""
    above = sentence.tokens[head.head]
    if head.dep == "dobj" and is_the_deed(sentence, token, above, lexicon):
        return Link(Kind.SAME, above.i, "to")
    if base(head) != "be":
        return None
    aim = next((t for t in sentence.dependents(head.i, "nsubj") if t.pos == "NOUN"), None)
    frames = ("to",) if infinitive(sentence, token.i) else ("that",)
    known = lookup(sentence, aim.i, frames, lexicon) if aim is not None else None
    return Link(Kind.GOVERNED, aim.i, *known) if aim is not None and known is not None else None


def _object_above(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> Link | None:
    """Return the object that owns an infinitive which the parser hangs on the verb: *rejected calls to free him*."""
    for t in sentence.dependents(token.head, "dobj", "nsubjpass"):
        known = lookup(sentence, t.i, ("to",), lexicon) if t.i < token.i else None
        if known is not None:
            return Link(Kind.GOVERNED, t.i, *known)
    return None


def _unknown(sentence: Sentence, token: Token, frame: str, lexicon: StatusLexicon) -> Link:
    """Return what a clause is to a governor that the lexicon does not know."""
    head = sentence.tokens[token.head]
    if frame == "to":
        same = (
            head.lemma in lexicon.words["communicate"] or base(head) in COPULAS
            or is_the_deed(sentence, token, head, lexicon) or is_done(sentence, token, head, lexicon)
        )
        return Link(Kind.SAME if same else Kind.PURPOSE, head.i, frame)
    if frame in ("ing", "bare", "part") or token.dep == "xcomp":
        return Link(Kind.SAME, head.i, frame)
    return Link(Kind.REPORT, head.i, frame)


def _adverbial(sentence: Sentence, token: Token, frame: str, mark: str, lexicon: StatusLexicon) -> Link:
    head = sentence.tokens[token.head]
    if frame == "to" and is_the_deed(sentence, token, head, lexicon):
        return Link(Kind.SAME, head.i, frame)
    if frame == "to" and base(head) in COPULAS:
        found = predicate(sentence, head.i, ("to",), lexicon)
        if found is not None:
            return Link(Kind.GOVERNED, *found)
    if frame == "to":
        frames = ("xto", "to") if sentence.dependents(token.i, "nsubj") else ("to",)
        known = lookup(sentence, head.i, frames, lexicon)
        asked = known is not None and (known[1].speech or known[1].effect == "proposed")
        if known is not None and (asked or not sentence.dependents(head.i, "dobj")):
            return Link(Kind.GOVERNED, head.i, *known)
        owner = _object_above(sentence, token, lexicon)
        if owner is not None:
            return owner
        same = head.lemma in lexicon.words["communicate"] or token.lemma in lexicon.words["result"]
        return Link(Kind.SAME if same else Kind.PURPOSE, head.i, frame)
    name = f"{sentence.tokens[token.i - 2].text.lower()} {mark}" if mark == "than" and token.i > 1 else mark
    signature = lexicon.governor(name, "p", ("ing", "obj")) if name and (frame == "ing" or name != mark) else None
    if signature is not None:
        return Link(Kind.GOVERNED, head.i, frame, signature)
    if frame == "ing":
        other = twin(sentence, token)
        return Link(Kind.PARTICIPLE, head.i, mark) if other is None else Link(Kind.CONJUNCT, other)
    if mark == "as" and voices(sentence, token, lexicon):
        return Link(Kind.OWN, head.i, mark)
    if mark in lexicon.words["time"]:
        first = sentence.tokens[min(head.i + 1, len(sentence.tokens) - 1)]
        if first.tag == "WRB" and first.head == token.i and lookup(sentence, head.i, ("that",), lexicon):
            return Link(Kind.OWN, head.i, "wh")
        return Link(Kind.TIME, head.i, mark)
    return Link(Kind.OWN, head.i, mark)
