"""When: the time expressions of a text, and the time of each act.

``find(text, published, calendar)`` finds and normalises expressions; ``tenses(sentences, calendar)`` lends it the
directions of parsed clauses; ``when(timexes, sentence, trigger, published, calendar)`` dates an act;
``frames(text, timexes, calendar)`` finds short sentences that date the next one.
"""

from facta.times.attach import tenses
from facta.times.find import find
from facta.times.frames import frames
from facta.times.when import when

__all__ = ["find", "frames", "tenses", "when"]
