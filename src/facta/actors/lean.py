"""What a clause tells of the state of a bare role in it: not that of the other party, rather that of the place.

*The foreign ministry summoned Myanmar's ambassador*: not Myanmar's ministry. *The minister told parliament in Tokyo
that Japan would not pay*: Japan's minister.
"""

from __future__ import annotations

from facta.actors.between import (
    OTHER_PARTY,
    add_envoys,
    add_helpers,
    add_hosts,
    add_soldiers,
    add_speaker,
    addressing,
    branch_of,
)
from facta.actors.found import Reading
from facta.actors.names import PEOPLE_FORMS, STATE_FORMS, Hit
from facta.actors.phrases import SUBJECTS, clause_of, lemma
from facta.actors.scene import Referent
from facta.records import Token
from facta.resources.roster import SUPRANATIONAL

#: A person of a nationality on the other side of the verb says less than its state, of private people little.
OTHER_PEOPLE, OTHER_PRIVATE = -2.0, -0.5
#: A place named in the same clause, a state whose will an official announces or to whose parliament one speaks,
#: whoever sends the forces named.
PLACE_HERE, OWN_WILL, OWN_HOUSE, OWN_FORCES = 1.5, 1.5, 2.0, 2.0
WILL = frozenset({"will", "would", "'ll"})
#: The same noun was said of a state before, in this paragraph or before it; somebody of this office was named.
LIKE_HERE, LIKE_BEFORE, HOLDER = 6.0, 5.0, 6.0
#: For so many sentences *the president* is the one of the state named last.
HOLDS = 8


def office_state(reader: Reading, i: int, alike: Referent | None = None, key: str = "") -> str | None:
    """Return the state of the bare office of head ``i``: by its clause, its like before, and what is spoken of."""
    scene = reader.scene
    leaning = lean(reader, i)
    if alike is not None and alike.actors[0].code:
        code = alike.actors[0].code
        here = scene.same_paragraph(alike.sentence, reader.k)
        leaning[code] = leaning.get(code, 0.0) + (LIKE_HERE if here else LIKE_BEFORE)
    holder = scene.holders.get(key)
    if holder is not None and (holder[0] == scene.main or reader.k - holder[1] <= HOLDS):
        leaning[holder[0]] = leaning.get(holder[0], 0.0) + HOLDER
    return scene.state_here(reader.k, i, lean=leaning, avoid=addressing(reader, i))


def lean(reader: Reading, i: int, *, private: bool = False) -> dict[str, float]:
    """Return by how much each state gains or loses for the role of head ``i``.

    ``private`` people are dealt with by their own state as often as by another one.
    """
    sentence = reader.sentence
    verb = clause_of(sentence, i)
    if sentence.tokens[verb].pos not in ("VERB", "AUX"):
        return {}
    mine = branch_of(sentence, i, verb)
    is_subject = mine is not None and mine.dep in SUBJECTS
    abroad = lemma(sentence.tokens[i], reader.scene.words) in reader.scene.words.lists["envoys"]
    found = _by_names(reader, i, verb, mine, private=private, abroad=abroad)
    if private:
        add_soldiers(reader, verb, mine, found)
        return found
    is_object = mine is not None and mine.dep in ("dobj", "dative")
    if is_object and sentence.tokens[verb].lemma not in reader.scene.words.lists["moves"]:
        _add_pronoun_subject(reader, verb, found)
    if is_subject:
        for verb_too in (verb, *_same_subject(reader, verb)):
            _add_pronoun_parties(reader, verb_too, found)
        for code in _announced(reader, verb):
            found[code] = found.get(code, 0.0) + OWN_WILL
    add_speaker(reader, verb, found)
    add_helpers(reader, i, found)
    if abroad:
        add_hosts(reader, i, found)
    add_envoys(reader, i, verb, found, abroad=abroad)
    return found


def _by_names(
    reader: Reading, i: int, verb: int, mine: Token | None, *, private: bool, abroad: bool
) -> dict[str, float]:
    """Return what the names of states in the clause of a verb say of the role of head ``i`` under ``mine``."""
    found: dict[str, float] = {}
    is_subject = mine is not None and mine.dep in SUBJECTS
    for hit in reader.hits:
        if hit.start <= i < hit.end or hit.entry.code in SUPRANATIONAL:
            continue
        branch = branch_of(reader.sentence, hit.end - 1, verb)
        if branch is None or branch == mine:
            continue
        weight = _weight(reader, hit, branch, is_subject=is_subject, verb=verb)
        if private and weight < 0:
            weight = OTHER_PRIVATE
        if abroad and weight >= 0 and (weight or branch.dep in SUBJECTS):
            weight = OTHER_PARTY
        nested = not is_subject and mine is not None and mine.i != i
        if weight > 0 or (weight and not nested):
            found[hit.entry.code] = found.get(hit.entry.code, 0.0) + weight
    return found


def _weight(reader: Reading, hit: Hit, branch: Token, *, is_subject: bool, verb: int) -> float:
    """Return what a name elsewhere in the clause says: a place for, another party against its state."""
    tokens, lists = reader.sentence.tokens, reader.scene.words.lists
    head = tokens[hit.end - 1]
    prep = tokens[head.head]
    if head.dep == "pobj" and prep.text.lower() in lists["locative"] and hit.form not in PEOPLE_FORMS:
        return PLACE_HERE
    if head.dep in ("amod", "compound") and prep.dep == "pobj" and prep.text.lower() in lists["thing"] and (
        tokens[prep.head].text.lower() in lists["locative"]
    ):
        return PLACE_HERE  # in the Togolese capital
    if branch.dep in SUBJECTS:
        if tokens[verb].lemma in lists["moves"] and head.i == branch.i:
            return OWN_FORCES
        return OTHER_PARTY if head.i == branch.i and hit.form in STATE_FORMS else 0.0
    if not is_subject and branch.dep not in ("dobj", "dative", "xcomp"):
        return 0.0
    people = hit.form in PEOPLE_FORMS
    house = reader.head(head.head) if is_subject and head.dep in ("poss", "amod", "compound") else None
    if house is not None and tokens[verb].lemma in lists["say"] and any(a.sector == "LEG" for a in house.actors):
        return OWN_HOUSE
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
