"""Questions about a governor: what is joined to it, who speaks, what the text calls its content."""

from __future__ import annotations

from facta.events.status.clauses import is_past
from facta.records import Sentence, Token
from facta.resources.status import StatusLexicon


def joined(sentence: Sentence, i: int, head: int) -> int:
    """Return what ``i`` is really joined to: *denied that they were beaten but promised* joins the finite verbs."""
    tokens = sentence.tokens
    if any(t.text.lower() == "that" for t in sentence.dependents(i, "mark")):
        # "promised that nobody would be jailed, and that he would free him"
        return next((t.i for t in sentence.dependents(head, "ccomp", "acl") if t.i < i), head)
    past = tokens[i].tag == "VBD" or (tokens[i].tag == "VBN" and tokens[head].tag == "VB")
    if past and tokens[head].dep in ("ccomp", "xcomp") and tokens[head].tag in ("VBN", "VB"):
        above = tokens[tokens[head].head]
        if above.tag == "VBD" and not sentence.dependents(i, "nsubj", "nsubjpass", "aux", "auxpass"):
            return above.i
    return head


def finished(sentence: Sentence, i: int, lexicon: StatusLexicon) -> bool:
    """Say whether a clause is past: then it cannot be planned, and the parser hung it on the wrong verb.

    *Let* and its like show no tense.
    """
    token = sentence.tokens[i]
    if token.text.lower() in lexicon.words["invariant"] and not sentence.dependents(i, "aux", "auxpass"):
        return False
    return is_past(sentence, i) and token.tag != "VB"


def called_a_charge(sentence: Sentence, head: int, lexicon: StatusLexicon) -> Token | None:
    """Return *a charge* in *complained that boats fired, a charge that Oman denies*; a disputed *said* stays."""
    for t in sentence.dependents(head, "npadvmod", "appos", "dep", "dobj", "attr"):
        if t.i > head and t.lemma in lexicon.words["accusing"] and any(
            k.text == "," for k in sentence.tokens[max(head, t.i - 3) : t.i]
        ):
            return t
    return None


def is_outsider(sentence: Sentence, head: int, i: int, lexicon: StatusLexicon) -> bool:
    """Say whether a governor's subject (*analysts*), or the verb (*warn*), has no say in what *will* be."""
    known = lexicon.words["outsider"]
    if sentence.tokens[head].lemma in known:
        # "Minsk warned that it would attack" is a threat; "warned that Kyiv would attack" a prediction.
        return not any(t.pos == "PRON" for t in sentence.dependents(i, "nsubj"))
    return any(
        t.lemma in known or any(d.text.lower() in known for d in sentence.dependents(t.i, "det", "compound"))
        for t in sentence.dependents(head, "nsubj")
    )
