"""Sentences, mentions and claims → events: what was done, to whom, and what the text commits to."""

from facta.events.code import Knowledge, Settle, code
from facta.events.parties.chosen import choose
from facta.events.political import is_unpolitical
from facta.events.relate import relate
from facta.events.status import judge

__all__ = ["Knowledge", "Settle", "choose", "code", "is_unpolitical", "judge", "relate"]
