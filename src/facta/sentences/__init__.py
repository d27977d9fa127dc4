"""Article → sentences: where each sentence is, and the dependency parse of those worth one."""

from facta.sentences.mend import mended
from facta.sentences.parse import Parser, not_prose, parse

__all__ = ["Parser", "mended", "not_prose", "parse"]
