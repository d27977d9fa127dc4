"""The lexicon's word on a governor: which of its frames fits, under which conditions.

In go a sentence, the position of a governor and the frames that join it to its content; out comes the signature of the
first that ``status.tsv`` has.
"""

from __future__ import annotations

from facta.events.status.clauses import auxiliaries, base, carriers, is_past
from facta.records import Sentence, Token
from facta.resources.status import Signature, StatusLexicon

#: Verbs that join a subject to what is said of it.
COPULAS = frozenset(("be", "seem", "remain", "become", "prove", "look", "appear", "sound", "get", "feel"))
#: Dependency labels of objects.
OBJECTS = ("dobj", "nsubjpass", "dative", "oprd")
#: Conditions of a frame, the more special first.
QUALITIES = ("yet", "too", "clause", "in", "alone", "neg", "passive", "past", "prog", "bare")
_NEGATIVE = frozenset(("no", "never", "hardly", "little", "neither", "nobody"))
_PARTS = {
    "VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "PRON": "n", "ADJ": "a", "ADV": "a", "ADP": "p", "SCONJ": "p",
}


def lookup(
    sentence: Sentence, head: int, frames: tuple[str, ...], lexicon: StatusLexicon
) -> tuple[str, Signature] | None:
    """Return the first of ``frames`` that the lexicon knows of the word at ``head``, with what it does."""
    token = sentence.tokens[head]
    part = _PARTS.get(token.pos, "n")
    particle = next((t.text.lower() for t in sentence.dependents(head, "prt")), None) or _adverb(sentence, head)
    for key in _keys(sentence, token, part):
        known = lexicon.governors.get(key)
        if known is None:
            continue
        moved = [f"{particle}+{plain}" for plain in frames if f"{particle}+{plain}" in known]
        for frame in (*moved, *frames):
            for quality in QUALITIES:
                if f"{frame}@{quality}" in known and has_quality(sentence, token, quality):
                    return frame, known[f"{frame}@{quality}"]
            if frame in known:
                return frame, known[frame]
        if key[1] == part:
            return None
    return None


def _keys(sentence: Sentence, token: Token, part: str) -> tuple[tuple[str, str], ...]:
    """Return the entries to try; a noun with words of its own before it is no verb that was tagged wrongly."""
    keys = ((base(token), part), (token.text.lower(), "a"), (token.lemma, "v"))
    words = sentence.dependents(token.i, "det", "poss", "amod", "nummod")
    own = part == "n" and token.dep != "ROOT" and any(t.i < token.i for t in words)
    return keys[:2] if own else keys


def _adverb(sentence: Sentence, head: int) -> str | None:
    """Return the adverb right behind a verb, which some parsers do not call its particle (*shied away*)."""
    if head + 1 >= len(sentence.tokens):
        return None
    follow = sentence.tokens[head + 1]
    return follow.text.lower() if follow.head == head and follow.dep in ("advmod", "acomp", "oprd") else None


def has_quality(sentence: Sentence, token: Token, quality: str) -> bool:
    """Say whether a governor is as a frame's condition asks."""
    kids = sentence.dependents(token.i)
    if quality == "past":
        verb = sentence.tokens[token.head] if token.dep in ("acomp", "attr") else token
        return is_past(sentence, verb.i) or verb.tag == "VBD"
    if quality == "passive":
        return _is_passive(sentence, token, kids)
    if quality in ("too", "yet"):
        return any(t.text.lower() == quality for t in kids)
    if quality == "alone":
        return not any(t.dep in ("dobj", "auxpass") for t in kids)
    if quality == "prog":
        return token.tag == "VBG"
    if quality == "in":
        return token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "in"
    if quality == "clause":
        return any(t.dep == "csubj" for t in kids)
    if quality == "bare":
        return not any(t.dep in ("det", "poss") for t in kids)
    copula = sentence.dependents(token.head, "neg", "aux") if token.dep in ("attr", "acomp") else []
    return any(t.dep == "neg" or t.text.lower() in _NEGATIVE for t in (*kids, *copula))


def _is_passive(sentence: Sentence, token: Token, kids: list[Token]) -> bool:
    if any(t.dep == "auxpass" for t in auxiliaries(sentence, carriers(sentence, token.i))):
        return True
    if token.dep == "parataxis" and not any(t.dep.startswith("nsubj") for t in kids):
        return token.tag in ("VBN", "VBD")
    return token.tag == "VBN" and (token.dep in ("acl", "amod", "advcl") or not any(base(t) == "have" for t in kids))


def predicate(
    sentence: Sentence, head: int, frames: tuple[str, ...], lexicon: StatusLexicon
) -> tuple[int, str, Signature] | None:
    """Return the adjective or noun after a copula, if it is what governs (*it is unwise to …*)."""
    for t in sentence.dependents(head, "acomp", "attr", "oprd", "advmod"):
        known = lookup(sentence, t.i, frames, lexicon)
        if known is not None:
            return (t.i, *known)
        if "to" in frames and has_quality(sentence, t, "too"):
            return t.i, "to", Signature("hypothetical", True)
    return None


def holders(sentence: Sentence, prep: Token, above: Token) -> list[int]:
    """Return the words that may own a preposition: the one above, and the verb of which that is the object."""
    out = [above.i]
    if base(above) in COPULAS:
        out += [t.i for t in sentence.dependents(above.i, "acomp", "attr")]
    if above.pos in ("NOUN", "PROPN", "PRON") and above.dep in (*OBJECTS, "pobj"):
        out.append(above.head)
        if above.dep == "pobj" and sentence.tokens[above.head].pos == "ADP":
            out[-1] = sentence.tokens[above.head].head
    return out
