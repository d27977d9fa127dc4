"""What the text commits to: status, polarity and factuality of an act, from the words that govern it."""

from facta.events.status.judge import judge

__all__ = ["judge"]
