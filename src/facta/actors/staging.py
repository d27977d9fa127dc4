"""Setting the scene: all names of an article with their readings, its home state, and its people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from facta.actors.home import INTERVIEWEE_PULL, dateline, foremost, is_state, pulls, straight
from facta.actors.names import choose, spot
from facta.actors.people import same_person
from facta.actors.scene import Scene, add_person
from facta.actors.survey import LONGEST, Spotted, survey
from facta.records import Article, Person, Sentence, TurnKind
from facta.resources.actorwords import ActorWords
from facta.resources.roster import SUPRANATIONAL, Roster


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
    topical = Counter(h.entry.code for found in kept for h in found if h.entry.code not in SUPRANATIONAL)
    gaps = [_between(k, sentences, text, roster, words, day=day, topical=rough) for k in range(len(sentences))]
    topical.update(s.hit.entry.code for found in gaps for s in found if is_state(s))
    pull = topical + pulls(article, roster, words)
    speakers = {t.speaker for t in article.turns if t.kind is TurnKind.ANSWER and t.speaker}
    people = list(people)
    for person in people:
        if person.code and person.code not in SUPRANATIONAL and any(same_person(s, person.name) for s in speakers):
            pull[person.code] += INTERVIEWEE_PULL
    main = foremost(pull, dateline(article, roster, words))
    scene = Scene(article, sentences, roster, words, day, text, kept, topical, pull, main, gaps)
    for person in people:
        add_person(scene, person)
    return scene


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
