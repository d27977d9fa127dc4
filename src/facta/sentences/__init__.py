"""Article → sentences: where each sentence is, and the dependency parse of those worth one."""

from facta.sentences.parse import Parser, not_prose, parse

__all__ = ["Parser", "not_prose", "parse"]
