"""Matrix products by another library."""

from __future__ import annotations

from pathlib import Path

import facta
from facta.sentences import parse
from facta.sentences.parsers import spacy as module

PAGE = Path(__file__).parents[1] / "golden" / "pages" / "lake-interview.html"


def test_parses_are_those_of_the_stock_products(parser, monkeypatch):
    """Another library multiplies, and every word keeps its tag, relation and head."""
    monkeypatch.setattr(module, "use_blas", lambda nlp: None)
    stock = module.SpacyParser()
    article = facta.read(PAGE)
    assert parse(article, parser) == parse(article, stock)
