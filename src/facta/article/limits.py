"""How much Facta reads before it says no: named bounds that keep the worst page under ten seconds.

>>> MAX_TEXT_CHARS <= MAX_SOURCE_BYTES
True
"""

from __future__ import annotations

MAX_SOURCE_BYTES = 32_000_000
"""A file, download or unpacked archive member beyond this is refused before it is read to the end."""

MAX_TEXT_CHARS = 20_000_000
"""Plain text beyond this is refused: no article is as long, and every later stage is linear in it."""

MAX_TAGS = 30_000
"""Opening and closing tags in one page. Each costs some 100 µs; the largest of 580 pages measured has 7,758."""

MAX_ATTRIBUTES = 1_000
"""Attributes on one tag; the parser is quadratic in them, so a longer list is dropped and the tag kept."""

LONG_TAG_CHARS = 16_000
"""Only tags longer than this can hold so many attributes that the parser slows down; shorter ones are not counted."""

MAX_PARAGRAPHS = 50_000
"""Paragraphs that are told apart; what follows in one text belongs to the last of them."""

FETCH_SECONDS = 20.0
"""Time for one connection or read of a download; ``FETCH_TOTAL_SECONDS`` bounds the whole."""

FETCH_TOTAL_SECONDS = 60.0
"""Time for a whole download: a server that drips bytes is left."""

LANGUAGE_CHARS = 1_200
"""Characters that decide the language: more changes nothing and costs time."""

META_CHARS = 200
"""Longest headline, site name or byline that is believed."""
