"""What a clause tells of the state of a bare role in it: not that of the other party, rather that of the place.

*The foreign ministry summoned Myanmar's ambassador*: not Myanmar's ministry. *The minister told parliament in Tokyo
that Japan would not pay*: Japan's minister.
"""

from __future__ import annotations

from facta.actors.found import Reading
from facta.actors.names import PEOPLE_FORMS, STATE_FORMS, Hit
from facta.actors.phrases import SUBJECTS, clause_of
from facta.records import Sentence, Token
from facta.resources.roster import SUPRANATIONAL

#: The state on the other side of the verb; a person of a nationality there says less.
OTHER_PARTY, OTHER_PEOPLE = -6.0, -1.2
#: A place named in the same clause, a state whose will an official announces, whoever sends the forces named.
PLACE_HERE, OWN_WILL, OWN_FORCES = 1.5, 1.5, 2.0
WILL = frozenset({"will", "would", "'ll"})
FAR = 12
#: Clauses whose subject is that of the verb above: *threatened to seize Norland's barges*.
SAME_SUBJECT = frozenset({"xcomp"})


def lean(reader: Reading, i: int) -> dict[str, float]:
    """Return by how much each state gains or loses for the role of head ``i``."""
    sentence = reader.sentence
    verb = clause_of(sentence, i)
    if sentence.tokens[verb].pos not in ("VERB", "AUX"):
        return {}
    found: dict[str, float] = {}
    mine = _branch(sentence, i, verb)
    is_subject = mine is not None and mine.dep in SUBJECTS
    for hit in reader.hits:
        if hit.start <= i < hit.end or hit.entry.code in SUPRANATIONAL:
            continue
        branch = _branch(sentence, hit.end - 1, verb)
        if branch is None or branch == mine:
            continue
        weight = _weight(reader, hit, branch, is_subject=is_subject, verb=verb)
        nested = not is_subject and mine is not None and mine.i != i
        if weight > 0 or (weight and not nested):
            found[hit.entry.code] = found.get(hit.entry.code, 0.0) + weight
    is_object = mine is not None and mine.dep in ("dobj", "dative")
    if is_object and sentence.tokens[verb].lemma not in reader.scene.words.lists["moves"]:
        _add_pronoun_subject(reader, verb, found)
    if is_subject:
        for verb_too in (verb, *_same_subject(reader, verb)):
            _add_pronoun_parties(reader, verb_too, found)
        for code in _announced(reader, verb):
            found[code] = found.get(code, 0.0) + OWN_WILL
    return found


def _branch(sentence: Sentence, i: int, verb: int) -> Token | None:
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


def _weight(reader: Reading, hit: Hit, branch: Token, *, is_subject: bool, verb: int) -> float:
    """Return what a name elsewhere in the clause says: a place for, another party against its state."""
    tokens, lists = reader.sentence.tokens, reader.scene.words.lists
    head = tokens[hit.end - 1]
    prep = tokens[head.head]
    if head.dep == "pobj" and prep.text.lower() in lists["locative"] and hit.form not in PEOPLE_FORMS:
        return PLACE_HERE
    if branch.dep in SUBJECTS:
        if tokens[verb].lemma in lists["moves"] and head.i == branch.i:
            return OWN_FORCES
        return OTHER_PARTY if head.i == branch.i and hit.form in STATE_FORMS else 0.0
    if not is_subject and branch.dep not in ("dobj", "dative", "xcomp"):
        return 0.0
    people = hit.form in PEOPLE_FORMS
    if not people or head.dep not in ("amod", "compound", "nmod"):
        return OTHER_PARTY
    owner = reader.head(head.head)
    public = owner is not None and any(a.sector not in (None, "CVL", "JRN", "CRM") for a in owner.actors)
    return OTHER_PARTY if public else OTHER_PEOPLE


def _same_subject(reader: Reading, verb: int) -> list[int]:
    """Return the verbs that go on about the same person: *did not shout; she offered Norland help*."""
    token, out = reader.sentence.tokens[verb], []
    around = [*reader.sentence.dependents(verb, "conj", "parataxis")]
    if token.dep in ("ccomp", "conj", "parataxis") and token.head != verb:
        around.append(reader.sentence.tokens[token.head])
    for other in around:
        subjects = reader.sentence.dependents(other.i, "nsubj")
        if not subjects or subjects[0].text.lower() in ("he", "she"):
            out.append(other.i)
    return out


def _add_pronoun_parties(reader: Reading, verb: int, found: dict[str, float]) -> None:
    """Let the objects of verbs with the same subject, and states behind *it* and *them*, count against their state."""
    for token in reader.sentence.dependents(verb, "dobj", "dative", "iobj"):
        hit = reader.at.get(token.i)
        if hit is not None and hit.form in STATE_FORMS:
            found[hit.entry.code] = min(found.get(hit.entry.code, 0.0), OTHER_PARTY)
        elif token.tag == "PRP" and token.text.lower() not in ("me", "us", "you"):
            known = reader.head(token.i)
            for actor in known.actors if known and known.sort == "state" else ():
                if actor.code and actor.code not in SUPRANATIONAL:
                    found[actor.code] = min(found.get(actor.code, 0.0), OTHER_PARTY)


def _add_pronoun_subject(reader: Reading, verb: int, found: dict[str, float]) -> None:
    """Let the state behind *it* count against the object of its act: *it expelled the consul*."""
    for token in reader.sentence.dependents(verb, "nsubj"):
        known = reader.head(token.i) if token.tag in ("PRP", "WDT", "WP") else None
        for actor in known.actors if known and known.sort == "state" else ():
            if actor.code and actor.code not in SUPRANATIONAL:
                found[actor.code] = min(found.get(actor.code, 0.0), OTHER_PARTY)


def _announced(reader: Reading, verb: int) -> list[str]:
    """Return the states whose will the clause after a verb of saying tells: *said that Norland would not pay*."""
    if reader.sentence.tokens[verb].lemma not in reader.scene.words.lists["say"]:
        return []
    out: list[str] = []
    contents = reader.sentence.dependents(verb, "ccomp")
    for clause in (*contents, *(t for c in contents for t in reader.sentence.dependents(c.i, "conj"))):
        if any(t.text.lower() in WILL for t in reader.sentence.dependents(clause.i, "aux")):
            named = (reader.at.get(t.i) for t in reader.sentence.dependents(clause.i, "nsubj"))
            out.extend(hit.entry.code for hit in named if hit and hit.form not in PEOPLE_FORMS)
    return out
