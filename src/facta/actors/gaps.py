"""What unparsed stretches between sentences speak of: headings and statements that hold no event.

*Norland has had a foolish week. On Monday it expelled …*: the first sentence is not parsed, yet *it* is Norland.
"""

from __future__ import annotations

from itertools import pairwise

from facta.actors.home import is_state
from facta.actors.pull import WEIGHT_OTHER, WEIGHT_SUBJECT
from facta.actors.scene import Referent, Scene
from facta.actors.staging import gap
from facta.actors.survey import WORD, Spotted
from facta.records import Actor

#: Where in its sentence such a referent is taken to stand: behind all that was parsed before it.
BEHIND = 100_000
_ENDS = frozenset(".?!\n")


def hear(scene: Scene, k: int) -> None:
    """Let the scene learn what the text between sentence ``k`` and the one before it names."""
    start, end = gap(k, scene.sentences)
    if end - start <= 2:
        return
    found = scene.gaps[k]
    for spotted in found:
        _hear_name(scene, k, spotted)
    _hear_people(scene, k, start, end, found)
    _hear_pair(scene, k, start, end)


def _hear_name(scene: Scene, k: int, spotted: Spotted) -> None:
    entry, hit = spotted.hit.entry, spotted.hit
    if not is_state(spotted) or hit.form in ("adj", "person", "people"):
        return
    opens = _opens(scene.text, spotted.start)
    owns = scene.text.startswith("'", spotted.end)
    sort = "person" if hit.form == "leader" else "state" if entry.kind in ("state", "seat", "region") else "body"
    actor = Actor(code=entry.code, sector=entry.sector or None, name=entry.name, id=entry.id)
    if not owns:
        scene.referents.append(Referent(
            k - 1, BEHIND + spotted.start, (actor,), False, sort, opens, False, -1, not opens, opens))
    scene.trace(
        k - 1, BEHIND + spotted.start, spotted.start, entry.code, WEIGHT_SUBJECT if opens else WEIGHT_OTHER)


def _opens(text: str, at: int) -> bool:
    """Say whether a name begins its sentence, so that it is most likely its subject."""
    before = text[max(0, at - 5) : at].rstrip(" ")
    for word in ("The", "And", "But"):
        before = before.removesuffix(word).rstrip(" ")
    return not before or before[-1] in _ENDS


def _hear_people(scene: Scene, k: int, start: int, end: int, found: list[Spotted]) -> None:
    """Let people whom the article knows be *he* or *she* of the next sentence."""
    taken = {s.start for s in found}
    for match in WORD.finditer(scene.text, start, end):
        word = match.group().rstrip(".")
        if match.start() in taken or not word[:1].isupper() or word.isupper():
            continue
        word = word.removesuffix("'s")
        person = scene.people.get(word.lower())
        if person is None or scene.text.startswith(":", match.end()) or person.name.rsplit(" ", 1)[-1] != word:
            continue
        actor = Actor(code=person.code, sector=person.sector, name=person.name)
        subject = not match.group().endswith("'s")
        scene.referents.append(Referent(
            k - 1, BEHIND + match.start(), (actor,), False, "person", subject, False, -1, False, subject))
        scene.trace(
            k - 1, BEHIND + match.start(), match.start(), person.code, WEIGHT_SUBJECT if subject else WEIGHT_OTHER)


def _hear_pair(scene: Scene, k: int, start: int, end: int) -> None:
    """Let *the two capitals* of such a stretch be the *they* of the next sentence."""
    words = [(m.group().lower(), m.start()) for m in WORD.finditer(scene.text, start, end)]
    for (low, at), (noun, _) in pairwise(words):
        if low in scene.words.lists["pair"] and noun in scene.words.lists["sides"]:
            codes = scene.pair_here(k, 0)
            actors = tuple(Actor(code=code, sector="GOV") for code in codes)
            if len(actors) > 1:
                scene.referents.append(
                    Referent(k - 1, BEHIND + at, actors, True, "group", True, False, -1, False, True))
