"""Setting the scene: all names of an article with their readings, its home state, and its people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from facta.actors.home import INTERVIEWEE_PULL, dateline, foremost, is_state, pulls, straight
from facta.actors.names import Hit, choose, spot
from facta.actors.people import same_person, speaks_of_us
from facta.actors.scene import Scene, add_person
from facta.actors.survey import LONGEST, Spotted, survey
from facta.records import Article, Person, Sentence, TurnKind
from facta.resources.actorwords import ActorWords
from facta.resources.roster import SUPRANATIONAL, Ref, Roster

#: A place with its state after it, closed by a comma, a stop, a dash or a bracket.
_PLACED = re.compile(
    r"(?:^|\n|\b(?:in|at|near|from|of|to|outside|around) )([A-ZÀ-Þ][\w'-]{2,24}), ([A-ZÀ-Þ][\w ]{3,24}?)"
    r"(?=[,.;:)\n]| [—–(-])"
)


def make_scene(
    article: Article, sentences: Sequence[Sentence], roster: Roster, words: ActorWords, people: Iterable[Person]
) -> Scene:
    """Spot all names, choose their readings by what the article is about, and find its main state."""
    text = straight(article.text)
    day = article.published.start if article.published else None
    hits = [spot(sentence, text, roster, words) for sentence in sentences]
    rough: Counter[str] = Counter()
    for found in hits:
        for hit in found:
            codes = {r.entry.code for r in hit.refs if r.form not in ("context", "leader")}
            if len(codes) == 1:
                rough.update(codes)
    needed = any(hit.name in words.meanings for found in hits for hit in found)
    vocabulary: set[str] = {t.text.lower() for s in sentences for t in s.tokens} if needed else set()
    kept = [[h for h in found if choose(h, rough, vocabulary, day=day, words=words, roster=roster)] for found in hits]
    towns = towns_of(text, roster, words, day)
    for found, sentence in zip(kept, sentences, strict=True):
        _add_towns(found, sentence, towns, roster)
    topical = Counter(h.entry.code for found in kept for h in found if h.entry.code not in SUPRANATIONAL)
    gaps = [_between(k, sentences, text, roster, words, day=day, topical=rough) for k in range(len(sentences))]
    topical.update(s.hit.entry.code for found in gaps for s in found if is_state(s))
    pull = topical + pulls(article, roster, words)
    speakers = {t.speaker for t in article.turns if t.kind is TurnKind.ANSWER and t.speaker}
    people = list(people)
    for person in people:
        if person.code and person.code not in SUPRANATIONAL and any(same_person(s, person.name) for s in speakers):
            pull[person.code] += INTERVIEWEE_PULL
    main = _guest_state(article, people) or foremost(pull, dateline(article, roster, words))
    scene = Scene(article, sentences, roster, words, day, text, kept, topical, pull, main, gaps)
    for person in people:
        add_person(scene, person)
    return scene


def _guest_state(article: Article, people: Sequence[Person]) -> str | None:
    """Return the state of the only one who answers in an interview, and speaks of *us* there."""
    answers = [t for t in article.turns if t.kind is TurnKind.ANSWER and t.speaker]
    codes = {p.code for p in people for s in {t.speaker for t in answers} if s and same_person(s, p.name)}
    if len(codes) != 1 or not speaks_of_us(article):
        return None
    code = codes.pop()
    return code if code not in SUPRANATIONAL else None


def towns_of(text: str, roster: Roster, words: ActorWords, day: str | None) -> dict[str, str]:
    """Return the places that a text itself files under a state: *at Toamasina, Madagascar*, *PISIGA, Bolivia —*.

    >>> from facta.resources.actorwords import load_actor_words
    >>> from facta.resources.roster import load_roster
    >>> towns_of("They met at Tolma, Norway, and left.", load_roster(), load_actor_words(), None)
    {'Tolma': 'NOR'}
    """
    found: dict[str, str] = {}
    for place in _PLACED.finditer(text):
        name, state = place.group(1), place.group(2)
        refs = [r for r in roster.named(state) if r.entry.kind == "state" and r.form == "name"]
        if refs and not roster.named(name) and name.lower() not in words.lists["calendar"]:
            found[name.title() if name.isupper() else name] = refs[0].entry.code
    return found


def _add_towns(found: list[Hit], sentence: Sentence, towns: dict[str, str], roster: Roster) -> None:
    """Add the names of such places to those spotted in a sentence."""
    taken = {i for hit in found for i in range(hit.start, hit.end)}
    for token in sentence.tokens if towns else ():
        code = towns.get(token.text)
        if code is not None and token.i not in taken:
            ref = Ref("place", roster.states[code])
            found.append(Hit(token.i, token.i + 1, token.text, (ref,), ref))
    found.sort(key=lambda hit: hit.start)


def _between(
    k: int, sentences: Sequence[Sentence], text: str, roster: Roster, words: ActorWords, *, day: str | None,
    topical: Counter[str],
) -> list[Spotted]:
    """Return the names in the unparsed text between a sentence and the one before it."""
    start, end = gap(k, sentences)
    if end - start <= 2 or not any(char.isalpha() for char in text[start:end]):
        return []
    return survey(text, roster, words, day=day, topical=topical, start=start, end=end)


def gap(k: int, sentences: Sequence[Sentence]) -> tuple[int, int]:
    """Return where the text before a sentence, that no sentence holds, begins and ends."""
    end = sentences[k].start
    return max(sentences[k - 1].end if k else 0, end - LONGEST), end
