"""Parsers behind one door: each takes chunks of text and yields ``Sentence`` records."""
