"""What governs an act behind a preposition: *accused of shelling*, *by arresting*, *abuses such as torture*."""

from __future__ import annotations

from facta.events.status.clauses import infinitive
from facta.events.status.kinds import Kind, Link
from facta.events.status.lookup import holders, lookup
from facta.records import Sentence, Token
from facta.resources.status import Signature, StatusLexicon


def not_before(sentence: Sentence, i: int) -> Token | None:
    """Return the *not* of *not by force*, *but not for helping rebels*."""
    before = sentence.tokens[max(0, i - 1)]
    return before if before.text.lower() == "not" and before.head == i and before.i < i else None


def prepositional(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> Link:
    """Return what governs the object of a preposition."""
    prep = sentence.tokens[token.head]
    if prep.dep == "conj" and sentence.tokens[prep.head].pos == "ADP":
        prep = sentence.tokens[prep.head]
    name = prep.text.lower()
    own = "ing" if token.dep == "pcomp" else "obj"
    above = sentence.tokens[prep.head]
    if name in lexicon.words["example"]:
        list_of = _example(sentence, prep, above, own)
        if list_of is not None:
            return Link(Kind.EXAMPLE, list_of, own)
    compound = _compound(sentence, prep, above, own, lexicon)
    if compound is not None:
        return compound
    if name == "about" and own == "ing" and infinitive(sentence, token.i):
        signature = lexicon.governor(name, "a", ("to",))
        return Link(Kind.GOVERNED, prep.i, "to", signature)
    frames = (name, "ing") if own == "ing" and name == "to" else (name,)
    for governor in holders(sentence, prep, above):
        known = lookup(sentence, governor, frames, lexicon)
        if known is not None and _is_meant(sentence, governor, *known, lexicon):
            return Link(Kind.GOVERNED, governor, *known)
    signature = lexicon.governor(name, "p", (own, "obj"))
    if signature is not None:
        return Link(Kind.GOVERNED, prep.i, own, signature)
    if above.i == prep.i:
        return Link(Kind.ROOT, prep.i)
    holder = above.i if above.pos != "ADP" else above.head
    if own == "ing" and sentence.tokens[holder].pos in ("NUM", "SYM", "ADP"):
        # "put 40 million dollars toward arming": hung on the number.
        holder = next((t.i for t in reversed(sentence.tokens[: prep.i]) if t.pos == "VERB"), holder)
    if own == "ing":
        return Link(Kind.PARTICIPLE, holder, name)
    return Link(Kind.NOUN, holder, name)


def _compound(sentence: Sentence, prep: Token, above: Token, own: str, lexicon: StatusLexicon) -> Link | None:
    """Return the link by a preposition of two words: *instead of*, *ahead of*."""
    name = prep.text.lower()
    if above.pos in ("ADP", "SCONJ", "ADV", "ADJ") and above.i != prep.i:
        signature = lexicon.governor(f"{above.text.lower()} {name}", "p", (own, "obj"))
        if signature is not None:
            return Link(Kind.GOVERNED, above.i, own, signature)
    before = [t for t in sentence.tokens[max(0, prep.i - 1) : prep.i] if t.dep == "advmod"]
    for t in (*before, *sentence.dependents(prep.i, "advmod", "npadvmod")):
        signature = lexicon.governor(f"{t.text.lower()} {name}", "p", (own, "obj"))
        if signature is not None:
            return Link(Kind.GOVERNED, prep.i, own, signature)
    return None


def _is_meant(sentence: Sentence, governor: int, frame: str, signature: Signature, lexicon: StatusLexicon) -> bool:
    """Say whether *to* before a noun is the word's own: *agreed to talks*, but not *a call to strikers*."""
    if frame != "to" or signature.effect in ("fact", "same"):
        return True
    return sentence.tokens[governor].lemma in lexicon.words["toward"]


def _example(sentence: Sentence, prep: Token, above: Token, own: str) -> int | None:
    """Return the noun that *including …*, *such as …*, *like shelling …* gives an example of."""
    name = prep.text.lower()
    such = prep.i > 0 and sentence.tokens[prep.i - 1].text.lower() == "such"
    if name == "as" and not such:
        return None
    if above.pos in ("NOUN", "PROPN") and above.i < prep.i:
        return above.i
    if above.pos != "VERB" or above.i >= prep.i or (name == "like" and own != "ing"):
        return None
    if name == "including" and sentence.dependents(above.i, "nsubjpass"):
        # "Measures were proposed, including a ban."
        return sentence.dependents(above.i, "nsubjpass")[0].i
    k = prep.i - 1 - such
    if k > 0 and sentence.tokens[k].text == ",":
        k -= 1
    return k if k >= 0 and sentence.tokens[k].tag == "NNS" else None
