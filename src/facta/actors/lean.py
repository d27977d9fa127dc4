"""What a clause tells of the state of a bare role in it: not that of the other party, rather that of the place.

*The foreign ministry summoned Myanmar's ambassador*: not Myanmar's ministry. *The minister told parliament in Tokyo
that Japan would not pay*: Japan's minister.
"""

from __future__ import annotations

from facta.actors.found import Reading
from facta.actors.names import PEOPLE_FORMS
from facta.actors.phrases import OBJECTS, SUBJECTS, clause_of, phrase
from facta.records import Token
from facta.resources.roster import SUPRANATIONAL

#: The state on the other side of the verb; a person of a nationality there says less.
OTHER_PARTY, OTHER_PEOPLE = -3.0, -1.2
#: A place named in the same clause, and a state whose will an official announces.
PLACE_HERE, OWN_WILL = 1.5, 1.5
#: Somebody of another state is hardly a party to the acts of one who is named with none.
ARGUMENT_PREPS = frozenset({"to", "with", "against", "from", "at", "on", "of", "by", "for", "over"})
WILL = frozenset({"will", "would", "'ll"})


def lean(reader: Reading, i: int) -> dict[str, float]:
    """Return by how much each state gains or loses for the role of head ``i``."""
    verb = clause_of(reader.sentence, i)
    token, found = reader.sentence.tokens[i], {}
    if reader.sentence.tokens[verb].pos not in ("VERB", "AUX"):
        return {}
    is_subject = token.dep in SUBJECTS and token.head == verb
    for other in _arguments(reader, verb):
        if other.i != i and i not in reader.sentence.subtree(other.i):
            for code, weight in _parties(reader, other, is_subject).items():
                found[code] = min(found.get(code, 0.0), weight)
    for code in _places(reader, verb):
        found[code] = found.get(code, 0.0) + PLACE_HERE
    if is_subject:
        for code in _announced(reader, verb):
            found[code] = found.get(code, 0.0) + OWN_WILL
    return found


def _arguments(reader: Reading, verb: int) -> list[Token]:
    """Return the heads of subject, objects and prepositional parties of a verb."""
    out: list[Token] = []
    for token in reader.sentence.dependents(verb):
        if token.dep in SUBJECTS or token.dep in OBJECTS:
            out.append(token)
        if token.dep in ("prep", "dative", "agent") and token.text.lower() in ARGUMENT_PREPS:
            out.extend(reader.sentence.dependents(token.i, "pobj"))
    return out


def _parties(reader: Reading, other: Token, from_subject: bool) -> dict[str, float]:
    """Return the states of another party of the verb, with what they lose."""
    span = phrase(reader.sentence, other.i)
    hits = [hit for hit in reader.hits if span.left <= hit.start and hit.end <= span.right]
    if not hits and from_subject:
        return {}
    out: dict[str, float] = {}
    for hit in hits:
        people = hit.form in PEOPLE_FORMS
        found = reader.head(other.i) if people else None
        public = found is not None and any(a.sector not in (None, "CVL", "JRN", "CRM") for a in found.actors)
        out[hit.entry.code] = OTHER_PEOPLE if people and not public else OTHER_PARTY
    if not hits and other.tag in ("PRP", "WP", "WDT"):
        known = reader.head(other.i)
        out = {a.code: OTHER_PARTY for a in known.actors if a.code} if known and known.sort == "state" else {}
    return {code: weight for code, weight in out.items() if code not in SUPRANATIONAL}


def _places(reader: Reading, verb: int) -> list[str]:
    """Return the states of the places where the clause says that it happens."""
    locative = reader.scene.words.lists["locative"]
    out: list[str] = []
    for token in reader.sentence.dependents(verb, "prep", "dobj", "dative"):
        preps = [token] if token.dep == "prep" else reader.sentence.dependents(token.i, "prep")
        for prep in preps:
            if prep.text.lower() in locative:
                places = (reader.at.get(place.i) for place in reader.sentence.dependents(prep.i, "pobj"))
                out.extend(hit.entry.code for hit in places if hit and hit.form not in PEOPLE_FORMS)
    return [code for code in out if code not in SUPRANATIONAL]


def _announced(reader: Reading, verb: int) -> list[str]:
    """Return the states whose will the clause after a verb of saying tells: *said that Norland would not pay*."""
    if reader.sentence.tokens[verb].lemma not in reader.scene.words.lists["say"]:
        return []
    out: list[str] = []
    for clause in reader.sentence.dependents(verb, "ccomp"):
        if any(t.text.lower() in WILL for t in reader.sentence.dependents(clause.i, "aux")):
            named = (reader.at.get(t.i) for t in reader.sentence.dependents(clause.i, "nsubj"))
            out.extend(hit.entry.code for hit in named if hit and hit.form not in PEOPLE_FORMS)
    return out
