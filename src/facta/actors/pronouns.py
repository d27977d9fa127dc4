"""Antecedents: whom a pronoun or a definite description stands for.

Agreement first (person, state or body, plural), then recency, subjects before objects, and names of places last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from facta.actors.scene import REACH, Referent, Scene

SUBJECT, OBJECT, PLACE, BACK, FAR = 1.0, 0.3, -0.8, -1.0, -0.02
#: An object goes on about an object rather than about a subject.
OBJECT_SUBJECT, OBJECT_OBJECT = 0.6, 0.7
#: The first subject of an earlier sentence is what it was about.
FIRST = 0.3
#: *ordered Thailand to withdraw its troops*: the object acts.
CONTROL = 1.4
#: A state can be *they*, though it seldom is.
STATE_AS_PLURAL, BODY_AS_PLURAL, GROUP_AS_THING = -2.0, -1.6, -0.7
MARKS = {"“": "”", '"': '"'}


def antecedent(
    scene: Scene, sentence: int, token: int, cls: str, *, clause: int, form: str, control: int = -1,
    barred: str | None = None, others: frozenset[str] = frozenset(),
) -> Referent | None:
    """Return the best referent before a pronoun of class ``person``, ``thing`` or ``group``."""
    fits = _FITS[cls]
    best, top = None, float("-inf")
    for ref in reversed(scene.referents):
        back = sentence - ref.sentence
        if back >= REACH:
            break
        if back == 0 and (ref.token >= token or (form == "obj" and ref.clause == clause and ref.subject)):
            continue
        if back == 0 and form == "obj" and ref.object and ref.clause == control:
            continue  # *asked Norland to help it*, *sent soldiers to separate them*: whoever acts is another
        if ref.key and ref.key.rsplit(" ", 1)[-1] in others:
            continue
        fit = fits(ref)
        if fit is None or (barred and all(a.code == barred and a.sector != "CVL" for a in ref.actors)):
            continue  # nor are things meant by *they* of an answer
        as_subject, as_object = (SUBJECT, OBJECT) if form != "obj" else (OBJECT_SUBJECT, OBJECT_OBJECT)
        score = fit + BACK * back + as_subject * ref.subject + as_object * ref.object + PLACE * ref.place
        if back and ref.subject and ref.first:
            score += FIRST
        if back == 0 and ref.object and ref.clause == control:
            score += CONTROL
        if back == 0:
            score += FAR * (token - ref.token)
        if score > top:
            best, top = ref, score
    return best


def _person(ref: Referent) -> float | None:
    return 0.0 if ref.sort == "person" and not ref.plural else None


def _thing(ref: Referent) -> float | None:
    if ref.plural or ref.sort == "person" or len(ref.actors) > 1:
        return None
    if ref.sort == "group":
        return GROUP_AS_THING
    return 0.0 if ref.actors else -0.6


def _group(ref: Referent) -> float | None:
    if ref.plural or len(ref.actors) > 1 or ref.sort == "group":
        return 0.0 if ref.actors else -0.6
    if ref.sort == "body":
        return BODY_AS_PLURAL
    return STATE_AS_PLURAL if ref.sort == "state" else None


_FITS: dict[str, Callable[[Referent], float | None]] = {"person": _person, "thing": _thing, "group": _group}


def earlier(scene: Scene, sentence: int, token: int, fits: Callable[[Referent], bool], reach: int) -> Referent | None:
    """Return the nearest referent before that fits, for descriptions such as *the men* or *the group*."""
    for ref in reversed(scene.referents):
        if sentence - ref.sentence > reach:
            return None
        if (ref.sentence, ref.token) < (sentence, token) and fits(ref):
            return ref
    return None


def quoted(text: str) -> list[tuple[int, int]]:
    """Return the stretches inside quotation marks; a mark left open ends with its paragraph.

    >>> quoted('He said: "We won." Then he left.')
    [(9, 18)]
    """
    spans: list[tuple[int, int]] = []
    opened, close = -1, ""
    for k, char in enumerate(text):
        if opened >= 0 and char in (close, "\n"):
            spans.append((opened, k + 1))
            opened = -1
        elif opened < 0 and char in MARKS:
            opened, close = k, MARKS[char]
    return spans


def inside(spans: Sequence[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Return the stretch that holds the offset."""
    k = bisect_right(spans, (offset, len(spans) + offset + 1)) - 1
    if k >= 0 and spans[k][0] <= offset < spans[k][1]:
        return spans[k]
    return None
