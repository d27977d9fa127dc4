"""Sentences, mentions and claims → events: what was done, to whom, and what the text commits to."""

from facta.events.code import Knowledge, code
from facta.events.relate import relate
from facta.events.status import judge

__all__ = ["Knowledge", "code", "judge", "relate"]
