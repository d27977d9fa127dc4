"""Sentences → mentions: who is spoken of, phrase by phrase, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from facta.actors.gaps import hear
from facta.actors.people import resolve_people
from facta.actors.pronouns import quoted
from facta.actors.reader import Reader
from facta.actors.staging import make_scene
from facta.records import Article, Mention, Sentence
from facta.resources.actorwords import ActorWords
from facta.resources.roster import Roster


def resolve(article: Article, sentences: Sequence[Sentence], roster: Roster, words: ActorWords) -> tuple[Mention, ...]:
    """Return a mention for every phrase of the sentences that denotes a political actor, person, group or body.

    ``Mention.sentence`` counts in ``sentences``. The rule ``place`` marks a name that only says where, ``modifier`` an
    adjective or name before a noun that is no actor (*Iranian test*), ``context`` a country taken from the
    article, ``craft`` ships and planes whose flag is not named.
    """
    scene = make_scene(article, sentences, roster, words, resolve_people(article, roster, words))
    scene.quotes = quoted(scene.text)
    out: list[Mention] = []
    for k in range(len(sentences)):
        hear(scene, k)
        out.extend(Reader(scene, k).mentions())
    return tuple(out)
