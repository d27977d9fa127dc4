"""What a clause is: its auxiliaries and subject, its tense, whether it is a condition or a question.

These are the facts about the parse that ``words`` and ``links`` both rest on.
"""

from __future__ import annotations

from collections.abc import Iterator

from facta.records import Sentence, Token
from facta.resources.status import StatusLexicon

_VERBS = frozenset(("VERB", "AUX"))
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_HELPERS = ("aux", "auxpass")
_WH = frozenset(("WP", "WRB", "WDT", "WP$"))
#: Longest run of coordinated verbs that share an auxiliary; longer ones are lists, not clauses.
_MAX_CONJUNCTS = 12
_PARTICIPLES = frozenset(("VBN", "VBD"))
_BARE = frozenset(("VB", "VBP"))

#: Forms of the two verbs that some lemmatisers leave as they stand when they are auxiliaries.
_FORMS = {
    **dict.fromkeys(("am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m"), "be"),
    **dict.fromkeys(("has", "have", "had", "having", "'ve", "’ve"), "have"),
}


def base(token: Token) -> str:
    """Return the lemma of a word, also where the parser gives an auxiliary's form instead."""
    return _FORMS.get(token.lemma, token.lemma) if token.pos in _VERBS else token.lemma


def carriers(sentence: Sentence, i: int) -> list[int]:
    """Return ``i`` and the earlier conjuncts whose auxiliaries it shares ("will meet and sign")."""
    out = [i]
    while len(out) < _MAX_CONJUNCTS:
        token = sentence.tokens[out[-1]]
        head = sentence.tokens[token.head]
        if token.dep != "conj" or head.pos not in _VERBS or sentence.dependents(token.i, *_SUBJECTS, *_HELPERS):
            break
        same = token.tag == head.tag or {token.tag, head.tag} <= _PARTICIPLES or {token.tag, head.tag} <= _BARE
        if not same or (token.tag not in ("VB", "VBN", "VBG") and not sentence.dependents(head.i, *_HELPERS)):
            break
        if token.tag in ("VBD", "VBZ", "VBP") and head.tag == token.tag:
            break
        out.append(head.i)
    return out


def auxiliaries(sentence: Sentence, shared: list[int]) -> list[Token]:
    """Return the auxiliaries of a verb, else those of the conjunct before it."""
    for k in shared:
        found = sentence.dependents(k, *_HELPERS)
        if found:
            return found
    return []


def subject(sentence: Sentence, i: int) -> Token | None:
    """Return the subject of a verb, or the one that it shares with the verb before it."""
    for _ in range(_MAX_CONJUNCTS):
        found = sentence.dependents(i, *_SUBJECTS)
        if found:
            return found[0]
        token = sentence.tokens[i]
        if token.dep != "conj" or sentence.tokens[token.head].pos not in _VERBS:
            return None
        i = token.head
    return None


def is_past(sentence: Sentence, i: int) -> bool:
    """Say whether a verb is in the past or perfect."""
    token = sentence.tokens[i]
    helpers = auxiliaries(sentence, carriers(sentence, i))
    if not helpers:
        return token.tag in ("VBD", "VBN")
    if any(t.tag == "MD" or t.text.lower() == "to" for t in helpers):
        return False
    return helpers[0].tag in ("VBD", "VBN") or base(helpers[0]) == "have"


def infinitive(sentence: Sentence, i: int) -> bool:
    """Say whether a verb stands with *to*, its own or shared."""
    return any(t.text.lower() == "to" and t.tag == "TO" for t in auxiliaries(sentence, carriers(sentence, i)))


def subjunctive(sentence: Sentence, i: int, lexicon: StatusLexicon) -> bool:
    """Say whether a finite clause has a bare verb: *that the ban be lifted*, *that he resign*.

    After *suggested* a present tense is one too, whatever the number that the tagger saw.
    """
    token, head = sentence.tokens[i], sentence.tokens[sentence.tokens[i].head]
    if token.tag == "VBP" and head.tag == "VBD" and head.lemma in lexicon.words["mandative"]:
        return bool(sentence.dependents(i, "nsubj")) and not sentence.dependents(i, *_HELPERS)
    helpers = sentence.dependents(i, *_HELPERS)
    if not sentence.dependents(i, *_SUBJECTS) or not sentence.dependents(i, "mark"):
        return False
    return helpers[0].text.lower() == "be" if helpers else sentence.tokens[i].tag == "VB"


def clause_frame(sentence: Sentence, token: Token, mark: str) -> str:
    """Return the kind of clause, as frames of the lexicon name it: ``to``, ``ing``, ``that``, ``whether``, ``wh`` …."""
    if (mark in ("whether", "if") and token.dep in ("ccomp", "acl", "pcomp", "csubj")) or mark == "whether":
        return "whether"
    if infinitive(sentence, token.i):
        return "to"
    if token.tag == "VBG" and not any(base(t) == "be" for t in sentence.dependents(token.i, "aux")):
        return "ing"
    if token.dep == "acl" and token.tag == "VBN" and not sentence.dependents(token.i, "nsubj", "nsubjpass", "mark"):
        return "part"
    if mark != "that" and any(
        t.tag in ("WP", "WRB", "WP$", "WDT") and t.i < token.i and t.dep != "mark" and t.text.lower() != "that"
        for k in sentence.children[token.i]
        for t in (sentence.tokens[k], *sentence.dependents(k, "det", "poss", "amod"))
    ):
        return "wh"
    if token.tag == "VB" and not sentence.dependents(token.i, "aux", "mark"):
        return "bare"
    return "that"


def clause_mark(sentence: Sentence, i: int) -> Token | None:
    """Return the word that joins a clause to what governs it: *if*, *because*, *when*."""
    found = sentence.dependents(i, "mark")
    if found:
        return found[0]
    return next((t for t in sentence.dependents(i, "advmod") if t.tag == "WRB" and t.i < i), None)


def is_conditional(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Token | None:
    """Return the *if* (or the inverted *had*, *should*) that makes the clause of ``i`` a condition."""
    token = sentence.tokens[i]
    if token.dep == "conj":
        first = carriers(sentence, i)[-1]
        return None if sentence.tokens[first].dep == "conj" else is_conditional(sentence, first, lexicon)
    if token.dep not in ("advcl", "ccomp", "prep", "ROOT", "pcomp"):
        return None
    for t in sentence.dependents(i, "mark", "advmod"):
        if t.i < i and t.dep == "mark" and t.text.lower() in lexicon.words["mark"]:
            return None if t.text.lower() == "so" else t
    if token.dep == "advcl" or (token.dep == "ccomp" and i < token.head and not _asks(sentence, i)):
        who = next(iter(sentence.dependents(i, *_SUBJECTS)), None)
        for t in sentence.dependents(i, *_HELPERS)[:1]:
            if who is not None and t.i < who.i and t.text.lower() in lexicon.words["inversion"]:
                return t
    return _late_condition(sentence, token, lexicon)


def _late_condition(sentence: Sentence, token: Token, lexicon: StatusLexicon) -> Token | None:
    """Return what makes a condition of a clause behind its governor: *should he return*, *provided that*."""
    head = sentence.tokens[token.head]
    if token.dep != "ccomp" or token.i < head.i:
        return None
    if head.dep in ("prep", "advcl") and head.tag in ("VBN", "VBG") and head.text.lower() in lexicon.words["mark"]:
        return head
    first = next(iter(sentence.dependents(token.i, *_HELPERS)), None)
    who = next(iter(sentence.dependents(token.i, *_SUBJECTS)), None)
    if first is None or who is None or first.i > who.i or first.text.lower() not in lexicon.words["inversion"]:
        return None
    before = sentence.tokens[first.i - 1]
    return None if _asks(sentence, token.i) or before.text in (",", ":") or before.i == head.i else first


def conditional(sentence: Sentence, i: int, lexicon: StatusLexicon) -> Iterator[Token]:
    """Yield the marks of the conditions that depend on ``i``."""
    for t in sentence.dependents(i, "advcl", "ccomp"):
        if t.dep == "ccomp" and t.i > i:
            continue
        mark = is_conditional(sentence, t.i, lexicon)
        if mark is not None and mark.text.lower() != "whether":
            yield mark
    for t in sentence.dependents(i, "prep"):
        if t.text.lower() == "in":
            # "in the event of an attack", "in case of war"
            for k in sentence.dependents(t.i, "pobj"):
                of = any(p.text.lower() == "of" for p in sentence.dependents(k.i, "prep"))
                yield from (k,) if of and k.lemma in ("event", "case") else ()


def is_question(sentence: Sentence, i: int) -> bool:
    """Say whether the clause of ``i`` asks if something is so; who, why and how take it for granted."""
    token = sentence.tokens[i]
    if token.dep not in ("ROOT", "ccomp", "conj", "parataxis") or not _asks(sentence, i):
        return False
    if token.dep == "conj":
        return is_question(sentence, token.head) if sentence.tokens[token.head].dep == "ROOT" else False
    who = next(iter(sentence.dependents(i, *_SUBJECTS)), None)
    helpers = sentence.dependents(i, *_HELPERS)
    first = helpers[0].i if helpers else i
    if any(t.tag in _WH for t in sentence.tokens[:first]) or any(
        t.tag in _WH for t in sentence.dependents(i, *_SUBJECTS, "dobj", "attr", "advmod")
    ):
        return "what if" in " ".join(t.text.lower() for t in sentence.tokens[: first + 1])
    if who is not None and first < who.i:
        return True
    return token.dep == "ROOT" and who is not None and not _tagged(sentence)


def _asks(sentence: Sentence, i: int) -> bool:
    ends = [t.i for t in sentence.tokens[i:] if t.text in ("?", "!", ".") or t.text.endswith("?")]
    return bool(ends) and sentence.tokens[ends[0]].text.endswith("?")


def _tagged(sentence: Sentence) -> bool:
    """Say whether a question is only a tag: *They left, did they not?*."""
    end = next((t.i for t in sentence.tokens if t.text == "?"), len(sentence.tokens))
    tail = sentence.tokens[max(0, end - 4) : end]
    return any(t.text == "," for t in tail) and any(t.tag in ("PRP", "EX") for t in tail[-2:])
