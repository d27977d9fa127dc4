"""From characters to tokens of time: each token becomes one letter, so that a grammar can be a set of small patterns.

Words that have nothing to do with time become ``_``; a blank line becomes ``|``. Everything is one pass.

>>> from importlib.resources import files
>>> from facta.resources.calendar import load_calendar
>>> calendar = load_calendar(files("facta.resources") / "languages" / "en")
>>> scan("They met on Friday, 17 November 2017.", calendar).letters
'__iW,dMY.'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from facta.resources.calendar import Calendar, Phrase, Word

# One letter a kind. Numbers have their own: d 1-31, Y 1000-2199, N any other, o 17th, I ISO day, J 17/11/2017,
# T 10:30, E the 1990s, y '98, Q Q3.
LETTERS = MappingProxyType({
    "weekday": "W", "weekdays": "w", "month": "M", "season": "S", "unit": "U", "units": "V", "number": "n",
    "vague": "q", "article": "a", "ordinal": "O", "part": "P", "deictic": "t", "last": "L", "next": "X", "this": "H",
    "that": "Z", "each": "e", "ago": "g", "later": "l", "earlier": "r", "early": "m", "edge": "b", "half": "x",
    "the": "D", "of": "F", "and": "c", "to": "k", "in": "p", "on": "i", "prep": "s", "clock": "C", "ampm": "A",
    "set": "z", "decade": "E", "ref": "R", "recent": "K", "fiscal": "f", "old": "!", "veto": "_", "holiday": "h",
})
TOKEN = re.compile(
    r"(?P<I>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9]))"
    r"|(?P<J>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/])|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9]))"
    r"|(?P<T>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))"
    r"|(?P<E>[0-9]{3}0['’]?s\b|['’][0-9]0s\b)"
    r"|(?P<y>['’][0-9]{2}(?![0-9s]))"
    r"|(?P<o>[0-9]{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<N>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9]))"
    r"|(?P<Q>Q[1-4]\b)"
    r"|(?P<w>[^\W\d_]+|['’]s\b)|(?P<p>[^\w\s])"
)
SIGNS = MappingProxyType({"–": "-", "—": "~", "-": "-", "‑": "-", "'s": "'", ",": ",", ".": ".", "(": "(", ")": ")",
                          ";": ";", "?": "?", "!": "?", "$": "$", "£": "$", "€": "$", "%": "%", "#": "$", "&": "c",
                          ":": ":"})
LONGEST_NUMBER = 9
"""Digits; what is longer counts something else than days."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: where each token stands, its text in lower case, its worth; and one letter a token."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    words: list[Word | None]
    letters: str

    def value(self, i: int) -> str:
        """Return the worth of a token of the calendar, or the token itself."""
        word = self.words[i]
        return word.value if word is not None else self.lower[i]

    def capital(self, i: int) -> bool:
        """Say whether token ``i`` begins with a capital."""
        return 0 <= i < len(self.starts) and self.text[self.starts[i]].isupper()


def scan(text: str, calendar: Calendar) -> Tokens:
    """Cut ``text`` into tokens and give each its letter."""
    raw = [(m.start(), m.end(), m.lastgroup or "p", m.group().lower().replace("’", "'")) for m in TOKEN.finditer(text)]
    out = Tokens(text, [], [], [], [], "")
    letters: list[str] = []
    words, phrases = calendar.words, calendar.phrases
    i, size, last_end = 0, len(raw), 0
    while i < size:
        start, end, group, low = raw[i]
        if start - last_end > 1 and text.count("\n", last_end, start) > 1:
            put(out, letters, (start, start, "", None), "|")
        step, word, letter = 1, None, "_"
        if group == "w":
            word = words.get(low)
            if low in phrases:
                step, word = longest(raw, i, phrases[low], word)
                end = raw[i + step - 1][1]
            letter = LETTERS[word.kind] if word is not None else SIGNS.get(low, "_")
            if word is not None and word.only and not text[start].isupper():
                word, letter = lower_case(word, letter)
        elif group == "N":
            letter = number_letter(low)
        elif group == "p":
            letter = SIGNS.get(low, "#")
        else:
            letter = group
        put(out, letters, (start, end, low, word), letter)
        last_end = end
        i += step
    return Tokens(text, out.starts, out.ends, out.lower, out.words, "".join(letters))


def put(out: Tokens, letters: list[str], token: tuple[int, int, str, Word | None], letter: str) -> None:
    """Append one token: start, end, lower-case text, worth; and its letter."""
    start, end, low, word = token
    out.starts.append(start)
    out.ends.append(end)
    out.lower.append(low)
    out.words.append(word)
    letters.append(letter)


def lower_case(word: Word, letter: str) -> tuple[Word | None, str]:
    """Return what remains of a word that asks for a capital and has none: a season, or nothing."""
    return (word, letter) if word.kind == "season" else (None, "_")


def longest(
    raw: list[tuple[int, int, str, str]], i: int, candidates: tuple[Phrase, ...], word: Word | None
) -> tuple[int, Word | None]:
    """Return how many tokens the longest phrase at ``i`` takes and what it is, or one token and ``word``."""
    for parts, phrase in candidates:
        if i + len(parts) <= len(raw) and all(raw[i + k][3] == part for k, part in enumerate(parts)):
            return len(parts), phrase
    return 1, word


def number_letter(low: str) -> str:
    """Return the letter of a run of digits: a day of a month, a year, or just a number."""
    if not low.isdecimal() or len(low) > LONGEST_NUMBER:
        return "N"
    value = int(low)
    if len(low) <= 2:
        return "d" if 1 <= value <= 31 else "N"
    return "Y" if len(low) == 4 and 1000 <= value <= 2199 else "N"
