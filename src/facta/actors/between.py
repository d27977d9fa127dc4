"""Who deals with whom in a clause, and what that tells of their states: envoys, speakers, soldiers, backers.

*The ambassador told the minister*: two states. *Norland's minister said that the army would stay*: one.
"""

from __future__ import annotations

from facta.actors.found import Reading
from facta.actors.names import STATE_FORMS
from facta.actors.phrases import SUBJECTS, clause_of, lemma
from facta.records import MentionKind, Sentence, Token
from facta.resources.roster import SUPRANATIONAL

#: The state on the other side of the verb, that of soldiers who do something to people, that of who says a clause.
OTHER_PARTY, BY_SOLDIERS, SPEAKER = -6.0, -1.2, 1.5
#: So many steps up from a word its verb is looked for.
FAR = 12
#: Clauses whose subject is that of the verb above: *threatened to seize Norland's barges*.
SAME_SUBJECT = frozenset({"xcomp"})
STATE_SECTORS = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
#: Prepositions of whom an act is done to, with or by.
PARTY_PREPOSITIONS = frozenset({"to", "with", "by"})


def branch_of(sentence: Sentence, i: int, verb: int) -> Token | None:
    """Return the dependent of the verb under which ``i`` stands, None where another clause lies between."""
    tokens = sentence.tokens
    for _ in range(FAR):
        up = tokens[i].head
        if up == verb:
            return tokens[i] if tokens[i].pos not in ("VERB", "AUX") or tokens[i].dep in SAME_SUBJECT else None
        if up == i or (tokens[up].pos in ("VERB", "AUX") and tokens[up].dep not in SAME_SUBJECT):
            return None
        i = up
    return None


def add_speaker(reader: Reading, verb: int, found: dict[str, float]) -> None:
    """Let the state of whoever says a clause count for it: *Norland's minister said that the army would stay*."""
    tokens = reader.sentence.tokens
    above = tokens[verb].head
    if tokens[verb].dep != "ccomp" or above == verb or tokens[above].lemma not in reader.scene.words.lists["say"]:
        return
    for token in reader.sentence.dependents(above, "nsubj"):
        known = reader.head(token.i)
        for actor in known.actors if known is not None and known.kind is not MentionKind.PRONOUN else ():
            if actor.code in reader.scene.roster.states and actor.sector in STATE_SECTORS:
                found[actor.code] = found.get(actor.code, 0.0) + SPEAKER


def add_hosts(reader: Reading, i: int, found: dict[str, float]) -> None:
    """Let where envoys are count against being of that state: *the consulate in Almería*, *the envoy to Spain*."""
    for prep in reader.sentence.dependents(i, "prep"):
        for target in reader.sentence.dependents(prep.i, "pobj"):
            hit = reader.at.get(target.i)
            post = prep.text.lower() == "to" or prep.text.lower() in reader.scene.words.lists["locative"]
            if hit is not None and post:
                found[hit.entry.code] = OTHER_PARTY


def add_helpers(reader: Reading, i: int, found: dict[str, float]) -> None:
    """Let whoever backs or arms somebody count against being their state: *rebels backed by Norland*."""
    for clause in reader.sentence.dependents(i, "acl"):
        if clause.text.lower() in reader.scene.words.lists["excluding"]:
            for agent in reader.sentence.dependents(clause.i, "agent"):
                for target in reader.sentence.dependents(agent.i, "pobj"):
                    hit = reader.at.get(target.i)
                    if hit is not None:
                        found[hit.entry.code] = OTHER_PARTY


def add_soldiers(reader: Reading, verb: int, mine: Token | None, found: dict[str, float]) -> None:
    """Let soldiers who do something to people count against being of their state: *Norland's navy seized a boat*."""
    if mine is None or mine.dep in SUBJECTS:
        return
    for token in reader.sentence.dependents(verb, "nsubj"):
        known = reader.head(token.i)
        for actor in known.actors if known is not None else ():
            if actor.code and actor.sector == "MIL":
                found[actor.code] = found.get(actor.code, 0.0) + BY_SOLDIERS


def add_envoys(reader: Reading, i: int, verb: int, found: dict[str, float], *, abroad: bool) -> None:
    """Let envoys and those whom they meet be of two states: *the ambassador told the minister*."""
    words, dependents = reader.scene.words, reader.sentence.dependents
    if reader.sentence.tokens[verb].lemma in words.lists["posts"]:
        return
    around = [*dependents(verb, "nsubj", "dobj", "dative", "nsubjpass")]
    for prep in dependents(verb, "prep", "agent"):
        around += dependents(prep.i, "pobj") if prep.text in PARTY_PREPOSITIONS else ()
    for token in around:
        if token.i == i or token.pos not in ("NOUN", "PROPN"):
            continue
        envoy = lemma(token, words) in words.lists["envoys"]
        owned = any(t.tag == "PRP$" for t in dependents(token.i, "poss"))
        known = reader.head(token.i) if (envoy and not owned) or (abroad and not envoy) else None
        for actor in known.actors if known is not None and known.rule != "place" else ():
            if actor.code and actor.code not in SUPRANATIONAL and actor.sector in STATE_SECTORS:
                found[actor.code] = min(found.get(actor.code, 0.0), OTHER_PARTY)


def addressing(reader: Reading, i: int) -> list[str]:
    """Return the state that speaks to somebody, who is of another: *Norland tried to persuade President Ada Lind*."""
    sentence = reader.sentence
    verb = clause_of(sentence, i)
    mine = branch_of(sentence, i, verb)
    addressed = sentence.tokens[verb].lemma in reader.scene.words.lists["addresses"]
    if not addressed or mine is None or mine.dep in SUBJECTS or sentence.tokens[i].head not in (verb, mine.i):
        return []
    while not sentence.dependents(verb, *SUBJECTS) and sentence.tokens[verb].dep in ("xcomp", "conj"):
        verb = sentence.tokens[verb].head
    hits = (reader.at.get(token.i) for token in sentence.dependents(verb, "nsubj"))
    return [hit.entry.code for hit in hits if hit is not None and hit.form in STATE_FORMS]
