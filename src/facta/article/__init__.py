r"""From a page to its article: text, title, dates, people and turns.

>>> article = from_text("Minsk recalls its envoy\n\nBelarus recalled its ambassador, officials said.")
>>> [turn.kind.value for turn in article.turns]
['headline', 'narration']
"""

from facta.article.reader import from_text, read

__all__ = ["from_text", "read"]
