"""Grammar that spans clauses: who the subject of a verb is, what is passive, which verb supports a noun.

Positions are those of ``Sentence.tokens``; labels are spaCy's English (ClearNLP) dependencies.
"""

from __future__ import annotations

from facta.records import Sentence, Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
OBJECTS = ("dobj", "obj")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET")
#: Steps followed up a chain of clauses or along a coordination; no reader follows further.
MAX_STEPS = 12


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """Return ``i`` and the nouns coordinated with it."""
    out = [i]
    for k in out:
        if len(out) > MAX_STEPS * 4:
            break
        out += [t.i for t in sentence.dependents(k, "conj") if t.pos in NOMINAL and t.i not in out]
    return out


def passive(sentence: Sentence, token: Token) -> bool:
    """Say whether a verb is passive, by its auxiliary or as a participle that modifies a noun."""
    if any(k.dep in ("auxpass", "nsubjpass", "agent") for k in sentence.dependents(token.i)):
        return True
    if token.tag not in ("VBN", "VBD"):
        return False
    if token.dep in ("acl", "amod") and token.tag == "VBN":
        return True
    if token.dep == "advcl" and not sentence.dependents(token.i, *SUBJECTS, *OBJECTS, "aux"):
        # "If convicted, the minister could go to prison"; "Detained in May, she …".
        return token.tag == "VBN" or any(k.dep in ("mark", "advmod") and k.i == token.i - 1
                                         for k in sentence.dependents(token.i))
    if token.dep == "conj" and (token.tag == "VBN" or _shares_auxiliary(sentence, token)):
        head = sentence.tokens[token.head]
        own = any(k.dep in ("nsubj", "aux") for k in sentence.dependents(token.i))
        return not own and head.i != token.i and passive(sentence, head)
    return False


def _shares_auxiliary(sentence: Sentence, token: Token) -> bool:
    """Say whether a form in *-ed* right after a passive may be one itself: "were detained and deported"."""
    return token.tag == "VBD" and token.text.endswith("ed") and not sentence.dependents(token.i, *OBJECTS, "nsubj")


def subject_of(sentence: Sentence, i: int, steps: int = 0) -> tuple[int, ...]:
    """Return the subject of an active verb, following coordination, control, raising, and participial clauses."""
    token = sentence.tokens[i]
    own = sentence.dependents(i, *SUBJECTS)
    if own:
        return tuple(t.i for t in own)
    if steps > MAX_STEPS or token.head == i:
        return ()
    head = sentence.tokens[token.head]
    if token.dep == "conj" and head.pos in ("VERB", "AUX"):
        shared = subject_of(sentence, head.i, steps + 1)
        return shared if not passive(sentence, head) else tuple(
            t.i for t in sentence.dependents(head.i, *PASSIVE_SUBJECTS)) or shared
    if token.dep in ("xcomp", "ccomp", "advcl", "prep", "pcomp", "acomp"):
        return _controller(sentence, token, steps)
    if token.dep == "acl":
        return _acl_subject(sentence, token, steps)
    if token.dep == "relcl" and not sentence.dependents(i, *SUBJECTS):
        return (token.head,)
    return ()


def _controller(sentence: Sentence, token: Token, steps: int) -> tuple[int, ...]:
    """Return the understood subject of an infinitive or participle: the governor's object, else its subject."""
    head = sentence.tokens[token.head]
    if head.pos == "ADP" and token.dep in ("pcomp", "prep"):
        above = sentence.tokens[head.head]
        if above.pos in ("NOUN", "PROPN"):
            return _noun_agent(sentence, above.i, steps)
        # "accused Minsk of jailing", "barred him from entering": the object acts; "after jailing": the subject does.
        if head.text.lower() in ("of", "from", "into", "for") and token.dep == "pcomp":
            objects = _objects_of(sentence, above)
            if objects:
                return objects
        return _subject_or_passive(sentence, above, steps)
    if token.dep in ("xcomp", "ccomp"):
        objects = _objects_of(sentence, head)
        if objects and head.lemma not in _SUBJECT_CONTROL:
            return objects
    return _subject_or_passive(sentence, head, steps)


#: Verbs of two objects whose infinitive is done by the subject ("promised Kyiv to send").
_SUBJECT_CONTROL = frozenset(("promise", "vow", "threaten", "use"))


def _objects_of(sentence: Sentence, head: Token) -> tuple[int, ...]:
    if passive(sentence, head):
        return tuple(t.i for t in sentence.dependents(head.i, *PASSIVE_SUBJECTS))
    objects = [t.i for t in sentence.dependents(head.i, *OBJECTS, "dative", "iobj") if t.pos in NOMINAL]
    if not objects:
        for prep in sentence.dependents(head.i, "prep"):
            if prep.text.lower() in ("on", "upon", "to") and head.lemma in _CALL_ON:
                objects += [t.i for t in sentence.dependents(prep.i, "pobj")]
    return tuple(objects)


#: Verbs whose addressee stands in a prepositional phrase ("called on Minsk to free", "appealed to Kyiv to wait").
_CALL_ON = frozenset(("call", "appeal", "prevail", "rely", "count", "lean"))


def _subject_or_passive(sentence: Sentence, head: Token, steps: int) -> tuple[int, ...]:
    if passive(sentence, head):
        found = tuple(t.i for t in sentence.dependents(head.i, *PASSIVE_SUBJECTS))
        if found or head.dep != "conj":
            return found
    if head.pos in ("NOUN", "PROPN"):
        return _noun_agent(sentence, head.i, steps)
    return subject_of(sentence, head.i, steps + 1)


def _acl_subject(sentence: Sentence, token: Token, steps: int) -> tuple[int, ...]:
    """Return who acts in a clause that modifies a noun: the noun itself, or its agent ("a promise to help")."""
    infinitive = any(k.text.lower() == "to" for k in sentence.dependents(token.i, "aux"))
    if not infinitive:
        return (token.head,)
    return _noun_agent(sentence, token.head, steps) or (token.head,)


def _noun_agent(sentence: Sentence, i: int, steps: int) -> tuple[int, ...]:
    """Return who does what a noun names: possessor, *by*-phrase, or the subject of its support verb."""
    if steps > MAX_STEPS:
        return ()
    poss = sentence.dependents(i, "poss")
    if poss:
        return tuple(t.i for t in poss)
    by = [k.i for t in sentence.dependents(i, "prep", "agent") if t.text.lower() in ("by", "from")
          for k in sentence.dependents(t.i, "pobj")]
    if by:
        return tuple(by)
    head = support(sentence, i)
    if head is None:
        return ()
    return tuple(k for k in _subject_or_passive(sentence, sentence.tokens[head], steps + 1) if k != i)


#: Prepositions whose noun is what a verb is about, or when or why, never what it carries ("asked about the talks").
_TOPICS = frozenset(("about", "regarding", "concerning", "despite", "during", "since", "amid", "without", "until",
                      "after", "before", "following", "because"))


def support(
    sentence: Sentence, i: int, quantities: frozenset[str] = frozenset(), *, topics: bool = False
) -> int | None:
    """Return the verb above a noun, through coordination, prepositions and quantities ("days of talks"), or None.

    With ``topics`` also the verb that is about it, or before or after it ("signed him after talks").
    """
    token = sentence.tokens[i]
    for _ in range(MAX_STEPS):
        head = sentence.tokens[token.head]
        if head.i == token.i:
            return None
        if token.dep in (*OBJECTS, *SUBJECTS, *PASSIVE_SUBJECTS, "attr", "dative", "oprd"):
            return head.i if head.pos in ("VERB", "AUX") else None
        if token.dep in ("conj", "appos") and head.pos in ("NOUN", "PROPN"):
            token = head
        elif token.dep in ("pobj", "pcomp") and head.pos == "ADP":
            above = sentence.tokens[head.head]
            if above.pos in ("VERB", "AUX"):
                return above.i if topics or head.lemma not in _TOPICS else None
            if head.lemma != "of" or above.lemma not in quantities:
                return None
            token = above
        else:
            return None
    return None
