"""The time of an act: which expression of its sentence belongs to it, and the days that follow.

A date counts within its clause and for verbs joined to it, never for later sentences; headlines have none, and
neither has a noun that only points back to an act (ANNOTATION: dates, decisions on *when*).
"""

from __future__ import annotations

from collections.abc import Sequence

from facta.records import Interval, Sentence, Timex, TurnKind
from facta.resources.calendar import Calendar
from facta.times.attach import VERBAL, Mark, marks, tense, token_at
from facta.times.bounds import Bounds, bounded, moved_by
from facta.times.scope import (
    DEEPEST,
    DURATION,
    OBJECTS,
    Scope,
    carrier_of,
    comma,
    has_subject,
    offset_of,
    same_tense,
)

OPEN = frozenset({"since", "between", "from"})
"""Prepositions whose period frames whatever is joined, a comma or not."""
BASES = frozenset({"under", "despite", "given", "per", "with", "amid"})
COMPLEMENTS = frozenset({"xcomp", "ccomp"})


def when(
    timexes: Sequence[Timex], sentence: Sentence, trigger: int, published: Interval | None, calendar: Calendar,
    *, frame: Interval | None = None, kind: TurnKind = TurnKind.NARRATION,
) -> Interval | None:
    """Return the days of the act whose head is token ``trigger`` of the sentence, None when they cannot be known.

    ``timexes`` are those of the whole article, in order, as ``find`` returns them; ``frame`` is the date that the
    sentence before set for this one (``frames``).
    """
    if kind is TurnKind.HEADLINE or not 0 <= trigger < len(sentence.tokens):
        return None
    found = marks(timexes, sentence, calendar)
    bounds = Bounds.of(published) if published is not None else None
    scope = Scope(sentence, found, bounds, calendar)
    node = act(sentence, trigger)
    if any(m.timex.interval for m in found) or any(DURATION.match(m.timex.value) for m in found):
        result = of_verb(scope, node, 0) if scope.token(node).pos in VERBAL else of_noun(scope, node)
        if result is not None:
            return result.interval()
    dated = any(m.timex.interval is not None for m in found)
    return frame if frame is not None and not dated and tense(sentence, node, calendar) == -1 else None


def act(sentence: Sentence, trigger: int) -> int:
    """Return the token whose clause counts: of *protest* in *protest note* the note, of an adjective its verb *be*."""
    token = sentence.tokens[trigger]
    for _ in range(DEEPEST):
        head = sentence.tokens[token.head]
        inner = token.dep in ("compound", "amod", "nmod") and head.pos == "NOUN" and token.pos != "PROPN"
        predicate = token.dep == "acomp" and head.pos in VERBAL
        if not inner and not predicate and token.dep not in ("aux", "auxpass", "prt"):
            break
        token = head
    return token.i


def of_verb(scope: Scope, verb: int, depth: int) -> Bounds | None:
    """Return the days of a verb: its own date, an offset from another act, or the date of what it is joined to."""
    direction = tense(scope.sentence, verb, scope.calendar)
    mine = own(scope, verb)
    if mine:
        return choose(scope, mine, verb, direction)
    if depth > DEEPEST:
        return None
    return by_offset(scope, verb, depth) or joined(scope, verb, depth) or of_agent(scope, verb)


def of_agent(scope: Scope, verb: int) -> Bounds | None:
    """Return the date of the participle on a passive's agent (*were held by gunmen wearing masks on Friday*)."""
    for by in scope.sentence.dependents(verb, "agent"):
        for agent in scope.sentence.dependents(by.i, "pobj"):
            for participle in scope.sentence.dependents(agent.i, "acl"):
                mine = [m for m in own(scope, participle.i) if m.root > participle.i] if participle.tag == "VBG" else []
                if mine:
                    return choose(scope, mine, participle.i, tense(scope.sentence, verb, scope.calendar))
    return None


def own(scope: Scope, verb: int) -> list[Mark]:
    """Return the dates of the clause of ``verb``."""
    return [m for m in scope.marks if m.verb == verb and m.timex.interval is not None and belongs(scope, m, verb)]


def belongs(scope: Scope, mark: Mark, verb: int) -> bool:
    """Say whether a date in the clause of a verb is the verb's, not that of a noun (*condemned Friday's raid*)."""
    planned = scope.calendar.cues.get(scope.token(verb).text.lower()) == 1
    if offset_of(scope, mark.root) is not None or (mark.preposition == "for" and not planned):
        return False
    if not mark.nouns:
        return not after_own_noun(scope, mark, verb)
    noun = mark.nouns[-1][0]
    if mark.tight:
        return scope.token(noun).dep in OBJECTS and scope.is_a(verb, "support") and not scope.is_a(verb, "attitude")
    if scope.is_a(verb, "attitude") and scope.token(noun).dep in OBJECTS:
        return mark.preposition in ("on", "") or any(m.tight for m in scope.marks if (noun, True) in m.nouns)
    return True


def after_own_noun(scope: Scope, mark: Mark, verb: int) -> bool:
    """Say whether a bare date follows another's act named in a phrase (*leave under her announcement last month*)."""
    k = token_at(scope.sentence, mark.timex.start) - 1
    noun = scope.token(k) if k > verb else scope.token(verb)
    head = scope.token(noun.head)
    if mark.preposition or noun.dep != "pobj" or noun.pos != "NOUN" or head.text.lower() not in BASES:
        return False
    return any(c.dep == "poss" for c in scope.sentence.dependents(noun.i))


def choose(scope: Scope, found: list[Mark], node: int, direction: int | None) -> Bounds | None:
    """Return the days that the dates of one clause give together: a range, else the finest, else the nearest."""
    ranges = paired(scope, found)
    if ranges is not None:
        return bounded("", ranges, scope.published, direction, edge=False)
    pick = min(found, key=lambda m: (m.timex.type == "DURATION", length(m), abs(m.root - node)))
    bounds = Bounds.of(pick.timex.interval)
    edge = " of " in pick.timex.text
    return bounded(pick.preposition, bounds, scope.published, direction, edge=edge, clock=pick.timex.type == "TIME")


def length(mark: Mark) -> int:
    """Return 0 for a day, 1 for what is longer: a day says more than its month beside it."""
    interval = mark.timex.interval
    return 0 if interval is not None and interval.start == interval.end else 1


def paired(scope: Scope, found: list[Mark]) -> Bounds | None:
    """Return the days from one date to another (*from May 5 to May 9*, *between 2008 and 2010*)."""
    first = next((m for m in found if m.preposition in ("from", "between")), None)
    if first is None or first.timex.interval is None:
        return None
    for other in scope.marks:
        interval = other.timex.interval
        between = scope.sentence.tokens[first.root + 1 : other.root]
        if other.root <= first.root or interval is None or len(between) > DEEPEST or other.verb != first.verb:
            continue
        if other.preposition in ("to", "until", "till", "through") or any(t.text.lower() == "and" for t in between):
            low, high = Bounds.of(first.timex.interval), Bounds.of(interval)
            if low.start <= high.end:
                return Bounds(low.start, high.end, f"{low.basis} – {high.basis}")
    return None


def joined(scope: Scope, verb: int, depth: int) -> Bounds | None:
    """Return the date of the verb that this one is joined to, where it reaches here."""
    token, head = scope.token(verb), scope.token(scope.token(verb).head)
    children = scope.sentence.dependents(verb)
    if head.i != verb and head.pos in VERBAL:
        if token.dep == "conj":
            return from_joined(scope, verb, head.i, depth)
        participle = token.dep == "advcl" and token.tag == "VBG" and not any(c.dep == "mark" for c in children)
        if participle or (token.dep in COMPLEMENTS and scope.is_a(head.i, "carrier")):
            return of_verb(scope, head.i, depth + 1)
    for child in children:
        if child.dep == "conj" and child.pos in VERBAL and not has_subject(scope, child.i):
            late = [m for m in own(scope, child.i) if m.root > child.i and m.preposition not in OPEN]
            if late and not comma(scope, verb, child.i) and same_tense(scope, verb, child.i):
                return choose(scope, late, child.i, tense(scope.sentence, child.i, scope.calendar))
    return None


def from_joined(scope: Scope, verb: int, first: int, depth: int) -> Bounds | None:
    """Return the date of the first of two joined verbs, if it frames both.

    A date before the first verb does. One behind it does for a verb with the same subject; where a comma cuts that off,
    only a day of the first verb itself. *Since* and *between* always do.
    """
    mine = own(scope, first)
    if not same_tense(scope, verb, first):
        return None
    if not mine:
        return of_verb(scope, first, depth + 1)
    closed = has_subject(scope, verb)
    reach = [
        m for m in mine
        if m.root < first or m.preposition in OPEN
        or not (closed or (comma(scope, m.root, verb) and not spans(scope, m, verb)))
    ]
    return choose(scope, reach, first, tense(scope.sentence, first, scope.calendar)) if reach else None


def spans(scope: Scope, mark: Mark, verb: int) -> bool:
    """Say whether the day of one past act reaches over a comma to the next (*freed him on Friday, and shot two*)."""
    day = mark.preposition == "on" or (not mark.preposition and mark.timex.text[:1].isupper())
    helped = scope.sentence.dependents(verb, "aux", "auxpass")
    return day and not mark.nouns and not helped and scope.token(verb).tag == "VBD"


def of_noun(scope: Scope, noun: int) -> Bounds | None:
    """Return the days of a noun: its own date, or that of the verb that carries it out."""
    inside = [m for m in scope.marks if m.timex.interval is not None and noun in [n for n, _ in m.nouns]]
    tight = [m for m in inside if (noun, True) in m.nouns]
    loose = [m for m in inside if m.preposition not in OPEN and (m.verb is None or noun_owns(scope, m, noun))]
    head = scope.token(noun).head
    meant = [m for m in scope.marks if m.preposition == "for" and m.verb == head and m.timex.interval is not None]
    mine = tight or loose or (meant if scope.token(noun).dep in OBJECTS else [])
    if mine:
        return choose(scope, mine, noun, None)
    shifted = by_offset(scope, noun, 0)
    if shifted is not None:
        return shifted
    verb = carrier_of(scope, noun)
    return of_verb(scope, verb, 0) if verb is not None else None


def noun_owns(scope: Scope, mark: Mark, noun: int) -> bool:
    """Say whether a date hanging loosely on a noun is the noun's: a weekday behind an attitude dates the attitude."""
    if mark.verb is not None and scope.is_a(mark.verb, "attitude") and scope.token(noun).dep in OBJECTS:
        return not belongs(scope, mark, mark.verb)
    return True


def by_offset(scope: Scope, node: int, depth: int) -> Bounds | None:
    """Return the days of an act that another act's date is counted from, or that is counted from another's."""
    found = offset_of(scope, node)
    if found is not None:
        base, sign, mark = found
        days = of_verb(scope, base, depth + 1) if scope.token(base).pos in VERBAL and own(scope, base) else None
        return counted(days, -sign, mark)
    for k in scope.sentence.subtree(node):
        found = offset_of(scope, k) if k != node else None
        if found is None or found[0] != node:
            continue
        direct = next((m for m in scope.marks if m.root == k and m.timex.interval is not None), None)
        days = Bounds.of(direct.timex.interval) if direct is not None else None
        if days is None and scope.token(k).pos in VERBAL:
            days = choose(scope, own(scope, k), k, -1) if own(scope, k) else None
        elif days is None:
            named = [m for m in scope.marks if m.timex.interval is not None and (k, True) in m.nouns]
            days = choose(scope, named, k, -1) if named else None
        if days is not None:
            return counted(days, found[1], found[2])
    return None


def counted(days: Bounds | None, sign: int, mark: Mark) -> Bounds | None:
    """Return ``days`` moved by the duration of a mark."""
    found = DURATION.match(mark.timex.value)
    if days is None or found is None:
        return None
    if found[1] is None:
        return days
    return moved_by(days, found[2], sign * int(found[1]), mark.timex.text)


