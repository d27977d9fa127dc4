r"""Repairs that keep every offset: each character is replaced by exactly one other.

>>> repair("violations \u0449\u0430 human rights")
'violations of human rights'
>>> repair("Luk\u0430shenka\u00a0said")
'Lukashenka said'
"""

from __future__ import annotations

import re
import unicodedata

from facta.article.words import kinds

# Letters of Cyrillic and Greek that cannot be told from Latin ones by eye (Unicode TR 39, the common part).
_CYRILLIC, _LATIN = "аеорсухіјѕԁһԛԝАВЕКМНОРСТХУІЈЅ", "aeopcyxijsdhqwABEKMHOPCTXYIJS"
_GREEK, _GREEK_LATIN = "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX"
_TO_LATIN = dict(zip(_CYRILLIC + _GREEK, _LATIN + _GREEK_LATIN, strict=True))
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True))
# The same keys on a Russian and an American keyboard: a word typed without switching back.
_KEYS = dict(zip("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.", strict=True))
_INVISIBLE = {chr(c): " " for c in [*range(9), 11, 12, *range(14, 32), *range(127, 160)]}
_INVISIBLE |= dict.fromkeys(
    "\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u202a"
    "\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u3000\ufeff\ufffc",
    " ",
)
_INVISIBLE |= dict.fromkeys("\x85\u2028\u2029", "\n")
_PLAIN = str.maketrans(_INVISIBLE)
_ODD = re.compile("[" + re.escape("".join(_INVISIBLE)) + "\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_FOREIGN = re.compile("[\u0370-\u052f]")
_FOREIGN_WORD = re.compile("[\u0370-\u052f]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_WINDOW = 40  # characters looked at on each side of a slip: the words around it must be Latin
_MOJIBAKE = re.compile("[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]{1,3}")


def repair(text: str) -> str:
    """Return ``text`` with debris replaced character by character, so that all offsets stay as they were."""
    if text.isascii() and text.isprintable():
        return text
    if _ODD.search(text):
        text = _SURROGATE.sub("\ufffd", text.translate(_PLAIN))
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    return text if text.isascii() or not _FOREIGN.search(text) else _unmix(text)


def _unmix(text: str) -> str:
    """Replace look-alike letters inside words, and lone words typed on the wrong keyboard."""
    pieces: list[str] = []
    last = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii() or not _FOREIGN.search(word):
            continue
        better = _one_script(word) if _LATIN_LETTER.search(word) else _typed(word, text, match.start(), match.end())
        if better is not None and len(better) == len(word):
            pieces += (text[last : match.start()], better)
            last = match.end()
    return "".join((*pieces, text[last:]))


def _one_script(word: str) -> str | None:
    """Return a word of two scripts in the script of most of its letters, or None if the others have no double there."""
    latin = len(_LATIN_LETTER.findall(word))
    table = _TO_LATIN if latin * 2 >= len(word) else _TO_CYRILLIC
    keep = _LATIN_LETTER if latin * 2 >= len(word) else _FOREIGN
    letters = [c if keep.match(c) else table.get(c) for c in word]
    return None if None in letters else "".join(c for c in letters if c is not None)


def _typed(word: str, text: str, start: int, end: int) -> str | None:
    """Return what the keys of a lone Cyrillic word give in Latin, if that is a function word among Latin words."""
    slips = kinds("furniture")["slip"] | {"a"}
    typed = "".join(_KEYS.get(c, " ") for c in word.lower())
    if typed not in slips and len(word) > 1:
        typed = "".join(_TO_LATIN.get(c, " ") for c in word).lower()
    around = text[max(0, start - _WINDOW) : start] + text[end : end + _WINDOW]
    if typed not in slips or _FOREIGN_WORD.search(around) or len(_LATIN_LETTER.findall(around)) < 4:
        return None
    return typed.capitalize() if word[0].isupper() and len(word) > 1 else typed


def undo_mojibake(text: str) -> str:
    """Return ``text`` with UTF-8 that was once read as Windows-1252 put right.

    Lengths change: this is for text that is not yet an article.

    >>> undo_mojibake("theyâ€™re")
    'they’re'
    """
    if "â€" not in text and "Ã" not in text:
        return text
    return _MOJIBAKE.sub(_redecode, text)


def _redecode(match: re.Match[str]) -> str:
    """Return the character whose bytes were misread, or the match itself."""
    raw = b"".join(c.encode("cp1252", "ignore") or bytes([ord(c) & 255]) for c in match.group())
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match.group()


def squeeze(text: str) -> str:
    """Return ``text`` on one line with single spaces, composed (NFC): for text not yet an article."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
