"""Pronouns: the speaker behind *we*, the interviewee behind *you*, and whom *it*, *they* and *who* stand for."""

from __future__ import annotations

from facta.actors import pronouns
from facta.actors.found import Found, Reading
from facta.actors.phrases import OBJECTS, clause_of, controller, lemma
from facta.records import Actor, MentionKind, Token
from facta.resources.actorwords import Pronoun

#: Speakers of these sectors say *we* of their own group, not of their state; in a quotation, if not in an interview,
#: those of some more.
APART = frozenset({"REB", "SOC", "CRM", "PTY", "PTY OPP", "OPP", "LEG OPP", "LAB", "UAF"})
OF_THEIR_OWN = frozenset({"CVL", "AGR", "MED", "EDU", "REF", "BUS", "JRN", "REL", "MIL", "COP", "SPY"})


def spoken(reader: Reading, i: int, pronoun: Pronoun) -> Found | None:
    """Return whom a pronoun stands for."""
    cls = pronoun.cls
    if cls == "relative":
        head = relative_head(reader, i)
        found = reader.head(head) if head is not None else None
        return _same(i, found.actors, sort=found.sort, plural=found.plural, rule="relative") if found else None
    if cls in ("speaker", "speakers"):
        return _speaker(reader, i, cls)
    if cls == "addressee":
        person = reader.scene.addressee(reader.k)
        if person is None:
            return None
        sector = person.sector if person.sector in APART else "GOV"
        return _same(i, (Actor(code=person.code, sector=sector),), sort="state", plural=False, rule="addressee")
    return _pointing(reader, i, pronoun)


def _pointing(reader: Reading, i: int, pronoun: Pronoun) -> Found | None:
    """Return the antecedent of *he*, *it*, *they*, in any case."""
    cls, token = pronoun.cls, reader.sentence.tokens[i]
    if token.text.lower() == "it" and _is_empty_it(reader, token):
        return None
    form = "poss" if token.tag == "PRP$" else "obj" if token.dep in OBJECTS or token.dep == "pobj" else "subj"
    clause = clause_of(reader.sentence, i)
    if form == "subj" and pronoun.form == "obj":
        form, clause = "obj", reader.sentence.tokens[clause].head
    control = controller(reader.sentence, clause)
    barred = _own_state(reader, token) if cls == "group" else None
    ref = pronouns.antecedent(
        reader.scene, reader.k, i, cls, clause=clause, form=form, control=control, barred=barred,
        others=_others(reader, clause) if form == "subj" else frozenset(),
    )
    if ref is None and barred:
        code = reader.scene.state_here(reader.k, i, avoid=[barred])
        return _same(i, (Actor(code=code, sector="GOV"),), sort="state", plural=True, rule="other") if code else None
    if ref is None:
        return None
    return _same(i, ref.actors, sort=ref.sort, plural=ref.plural, rule="antecedent")


def _others(reader: Reading, verb: int) -> frozenset[str]:
    """Return the nouns on the other side of a verb: whoever *they* are, they were not beaten by themselves."""
    tokens = reader.sentence.tokens
    below = reader.sentence.dependents
    heads = [*below(verb, "dobj", "dative"), *(t for by in below(verb, "agent") for t in below(by.i, "pobj"))]
    return frozenset(lemma(tokens[t.i], reader.scene.words) for t in heads)


def _own_state(reader: Reading, token: Token) -> str | None:
    """Return the state of whoever says *they* in an answer or a quotation: it is not meant by the word."""
    person = reader.scene.speaker(reader.k)
    quote = pronouns.inside(reader.scene.quotes, token.start)
    said = _said_by(reader, quote) if quote else None
    code = said.code if said is not None else person.code if person is not None else None
    return code if code in reader.scene.roster.states else None


def _speaker(reader: Reading, i: int, cls: str) -> Found | None:
    token = reader.sentence.tokens[i]
    quote = pronouns.inside(reader.scene.quotes, token.start)
    actor = _said_by(reader, quote) if quote else None
    person = reader.scene.speaker(reader.k)
    if actor is None and person is not None:
        actor = Actor(code=person.code, sector=person.sector, name=person.name)
    if actor is None and cls == "speakers" and token.text.lower() in ("our", "us") and reader.scene.main:
        actor = Actor(code=reader.scene.main, sector="GOV")
    if actor is None:
        return None
    if cls == "speakers":
        apart = APART | OF_THEIR_OWN if quote else APART
        of_state = actor.code in reader.scene.roster.states and actor.sector not in apart
        actor = Actor(code=actor.code, sector="GOV" if of_state else actor.sector)
    return _same(
        i, (actor,), sort="person" if cls == "speaker" else "group", plural=cls != "speaker", rule="speaker")


def _said_by(reader: Reading, quote: tuple[int, int]) -> Actor | None:
    say = reader.scene.words.lists["say"]
    for token in reader.sentence.tokens:
        if token.lemma in say and token.pos == "VERB" and not quote[0] <= token.start < quote[1]:
            for subject in reader.sentence.dependents(token.i, "nsubj"):
                found = reader.head(subject.i)
                if found and found.actors:
                    return found.actors[0]
    return reader.scene.last_speaker


def note_speaker(reader: Reading) -> None:
    """Let the scene remember who spoke last, for a quotation without a verb of saying."""
    say = reader.scene.words.lists["say"]
    for token in reader.sentence.tokens:
        if token.pos == "VERB" and token.lemma in say:
            for subject in reader.sentence.dependents(token.i, "nsubj"):
                found = reader.head(subject.i)
                if found and found.actors:
                    reader.scene.last_speaker = found.actors[0]


def _is_empty_it(reader: Reading, token: Token) -> bool:
    verb = reader.sentence.tokens[token.head]
    if token.dep == "expl":
        return True
    clauses = ("ccomp", "xcomp", "csubj", "advcl", "acl", "relcl")
    below = [reader.sentence.tokens[c] for c in reader.sentence.children[verb.i]]
    inner = [g for c in below if c.dep in ("acomp", "attr") for g in reader.sentence.children[c.i]]
    deep = [reader.sentence.tokens[g] for g in inner]
    if verb.lemma == "be" and any(c.dep == "attr" for c in below):
        return True
    return verb.lemma in reader.scene.words.lists["pleonastic"] and any(c.dep in clauses for c in (*below, *deep))


def relative_head(reader: Reading, i: int) -> int | None:
    """Return the noun that a relative pronoun stands for."""
    tokens = reader.sentence.tokens
    for k in (i, *reader.sentence.ancestors(i)):
        if tokens[k].dep == "relcl":
            return tokens[k].head if tokens[k].head < i else None
    return None


def _same(i: int, actors: tuple[Actor, ...], *, sort: str, plural: bool, rule: str) -> Found:
    return Found(actors, MentionKind.PRONOUN, rule, i, i, i + 1, sort, plural)
