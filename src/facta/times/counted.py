"""Readers of counted units: *three days ago*, *nine years later*, *the past three years*, *every week*.

>>> count_words(["twenty", "one"], [20, 1])
21
"""

from __future__ import annotations

import re
from datetime import date

from facta.times.days import FINENESS, shift
from facta.times.scan import Tokens
from facta.times.scene import Reading, Scene, dated, day_before, stretch

Match = re.Match[str]
SCALES = frozenset({100, 1000, 12, 1_000_000})
ROMAN = {"Q": (3, "M"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "FN": (2, "W"), "WE": (1, "W")}
HALVES = {"D": "PT12H", "W": "P0.5W", "M": "P0.5M", "Y": "P6M", "E": "P5Y", "C": "P50Y", "TH": "PT30M"}
SATURDAY = 6
CLOCK_UNITS = frozenset({"TH", "TM", "TS"})
ENDS_OF_CLAUSE = frozenset(".,;:)?|'#~")


def count_words(words: list[str], worth: list[int]) -> int:
    """Return the number that number words make: units add, scales multiply."""
    total = 0
    for value in worth:
        total = max(total, 1) * value if value in SCALES and total else total + value
    return total


def count(tokens: Tokens, m: Match, group: str = "n") -> int | None:
    """Return the number in a group, None when it is vague (*several*)."""
    words, worth = [], []
    for i in range(m.start(group), m.end(group)):
        letter = tokens.letters[i]
        if letter == "q":
            return None
        if letter in "ndYN" or (letter == "a" and m.end(group) - m.start(group) == 1):
            text = tokens.value(i).replace(",", "")
            words.append(text)
            worth.append(int(text) if text.isdecimal() else 0)
    return count_words(words, worth)


def unit_in(tokens: Tokens, m: Match) -> str:
    """Return the unit of the match."""
    return tokens.value(m.start("unit"))


def duration(number: int | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration: ``P3D``, ``PXY``, ``PT8H``.

    >>> duration(2, "E"), duration(None, "D"), duration(3, "TH")
    ('P20Y', 'PXD', 'PT3H')
    """
    if unit in CLOCK_UNITS:
        return f"PT{'X' if number is None else number}{unit[1]}"
    if number is None:
        return f"PX{unit if unit in ('E', 'C') else ROMAN.get(unit, (1, unit))[1]}"
    factor, unit = ROMAN.get(unit, (1, unit))
    return f"P{number * factor}{unit}"


def read_duration(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read six months, 27-year, the first nine months; *in two weeks* is a date when the tense is future."""
    unit = unit_in(tokens, m)
    if "x" in m.group() and unit in HALVES:
        return Reading("DURATION", half_of(count(tokens, m) if m["n"] else 0, unit), None, unit)
    start = m.start()
    before = tokens.letters[start - 1 : start]
    number = count(tokens, m)
    fraction = unit == "Q" and ("-" in m.group() or tokens.letters.startswith("F", m.end()))
    if fraction or before in ("$", "%") or number == 0 or not agrees(tokens, m, scene, number):
        return None
    if tokens.letters[start] == "a" and before == "_" and tokens.lower[start - 1] in ("times", "once", "twice"):
        return Reading("SET", duration(1, unit), None, unit)
    inside = before == "p" and tokens.lower[start - 1] in ("in", "within")
    if inside and scene.direction == 1 and number is not None and scene.ref is not None:
        if tokens.lower[start - 1] == "in" and unit not in CLOCK_UNITS:
            return moved(scene.ref, unit, number)
        last = shift(scene.ref, *(("D", number // 24) if unit in CLOCK_UNITS else (unit, number)))
        return Reading("DURATION", duration(number, unit), stretch(scene.ref, last), unit)
    return Reading("DURATION", duration(number, unit), None, unit)


def half_of(number: int | None, unit: str) -> str:
    """Return the value of so many units and a half.

    >>> half_of(4, "Y"), half_of(0, "C")
    ('P4.5Y', 'P50Y')
    """
    return f"P{number}.5{unit}" if number and unit in "DWMY" else HALVES[unit]


def agrees(tokens: Tokens, m: Match, scene: Scene, number: int | None) -> bool:
    """Say whether number and unit belong together: *six months*, *a six-month*, but not *1996 month*."""
    text = tokens.letters[m.start() : m.end()]
    words = {tokens.lower[i] for i in range(m.start(), m.end()) if tokens.letters[i] == "_"}
    if words - scene.roles.get("filler", frozenset()):
        return False
    return m["unit"] == "V" or "-" in text or number == 1 or text[0] in "nd"


def read_bare_units(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read for years, in days."""
    before = tokens.letters[m.start() - 1 : m.start()]
    unit = unit_in(tokens, m)
    return Reading("DURATION", duration(None, unit), None, unit) if before and before in "psc" else None


def moved(ref: date, unit: str, number: int) -> Reading | None:
    """Return the unit that lies ``number`` units away: a day, or a whole calendar week, month, year.

    Ten years are a year's distance, a hundred a decade's: *two decades ago* names a year.
    """
    whole = {"FN": "W", "E": "Y", "C": "E", "L": "C"}.get(unit, unit)
    return dated(whole, shift(ref, unit, number))


def read_ago(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read three days ago; a year ago (that calendar year); years ago."""
    unit = unit_in(tokens, m)
    number = count(tokens, m) if "n" in m.re.groupindex else 1 if m["unit"] == "U" else None
    if tokens.lower[m.start("way")] == "back" and "n" not in m.re.groupindex:
        return None
    if number is None or scene.ref is None:
        return Reading("DATE", "PAST_REF", None, unit)
    if unit in CLOCK_UNITS:
        hours = number if unit == "TH" else 0
        return dated("D", shift(scene.ref, "D", -(hours // 24))) if hours >= 24 else dated("D", scene.ref)
    if unit == "Y" and number == 1 and (quarter := quarter_named(scene)) is not None:
        return moved(quarter, "Q", -4)
    return moved(scene.ref, unit, -number)


def quarter_named(scene: Scene) -> date | None:
    """Return the quarter last named, when it is the last date named: *a year ago* then means that quarter."""
    anchor = scene.anchor("L")
    return anchor.days[0] if anchor is not None and anchor.days is not None and anchor.unit == "Q" else None


def read_later(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read two days later, the year before: counted from the last date named; *two days after X* is a duration."""
    unit, way = unit_in(tokens, m), m.start("way")
    number = count(tokens, m) if "n" in m.re.groupindex else 1
    if tokens.lower[way] in ("after", "before") and not ends_here(tokens, way + 1):
        return None
    sign = int(tokens.value(way))
    if unit in CLOCK_UNITS:
        return hours_later(scene, sign * (number or 0) if unit == "TH" else 0)
    if number is None:
        return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", None, unit)
    anchor = scene.anchor(unit)
    if anchor is not None and anchor.days is not None:
        return moved(anchor.days[0], "Q" if anchor.unit == "Q" and unit == "Y" else unit,
                     sign * number * (4 if anchor.unit == "Q" and unit == "Y" else 1))
    if sign < 0 and scene.ref is not None:
        return moved(scene.ref, unit, -number)
    return Reading("DURATION", duration(number, unit), None, unit)


def read_hours_later(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read hours later, minutes earlier: the day last named."""
    way = m.start("way")
    if unit_in(tokens, m) not in CLOCK_UNITS:
        return None
    if tokens.lower[way] in ("after", "before") and not ends_here(tokens, way + 1):
        return None
    return hours_later(scene, 0)


def hours_later(scene: Scene, hours: int) -> Reading | None:
    """Return the day that lies some hours from the day last named, None when no day was."""
    anchor = scene.anchor("D")
    if anchor is None or anchor.days is None:
        return None
    return dated("D", shift(anchor.days[0], "D", abs(hours) // 24 * (1 if hours > 0 else -1)))


def ends_here(tokens: Tokens, i: int) -> bool:
    """Say whether the phrase ends before token ``i``: at the end of a clause, not before a noun phrase."""
    return i >= len(tokens.letters) or tokens.letters[i] in ENDS_OF_CLAUSE or tokens.letters[i] == "c"


def read_following(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read the following day, the next day, the previous year: counted from the last date named, if there is one."""
    unit, worth = unit_in(tokens, m), tokens.value(m.start("way"))
    anchor = scene.anchor(unit)
    if unit in CLOCK_UNITS or worth in ("last", "past", "coming") or anchor is None or anchor.days is None:
        return None
    if worth == "next" and unit != "D":
        return None
    return moved(anchor.days[0], unit, -1 if m["way"] == "L" else 1)


def read_relative(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read last week, this year, next month; the past three years, the coming days."""
    unit, rel = unit_in(tokens, m), m["rel"]
    worth, plural = tokens.value(m.start("rel")), m["unit"] == "V"
    number = count(tokens, m) if m["n"] else None if plural else 1
    if unit in CLOCK_UNITS or m["to"]:
        return Reading("DURATION", duration(number if not m["to"] else None, unit), None, unit)
    if plural and not m["n"]:
        return None if rel == "H" else Reading("DATE", "PAST_REF" if rel == "L" else "FUTURE_REF", None, unit)
    if m["n"]:
        return around(scene, rel, number, unit)
    told = tokens.letters[m.start() - 1 : m.start()] == "D" and unit == "D" and scene.direction != 1
    if worth == "following" or (worth == "next" and told):
        return Reading("DATE", "FUTURE_REF", None, unit)
    if scene.ref is None:
        return Reading("DATE", {"L": "PAST_REF", "H": "PRESENT_REF"}.get(rel, "FUTURE_REF"), None, unit)
    if worth == "past" and FINENESS.get(unit, 0) >= FINENESS["M"]:
        reading = dated(unit, shift(scene.ref, unit, -1))
        first = shift(scene.ref, unit, -1)
        return reading._replace(days=stretch(first, scene.ref)) if reading is not None else None
    if unit == "WE":
        begun = rel == "H" and scene.direction == -1 and scene.ref.isoweekday() < SATURDAY
        return weekend(scene.ref, "L" if begun else rel)
    return dated("W" if unit == "FN" else unit, shift(scene.ref, unit, {"L": -1, "X": 1}.get(rel, 0)))


def around(scene: Scene, rel: str, number: int | None, unit: str) -> Reading:
    """Return the duration that ends or begins with publication (*the past three years*)."""
    days = None
    if number is not None and scene.ref is not None and rel != "H":
        other = shift(scene.ref, unit, -number if rel == "L" else number)
        days = stretch(other, scene.ref)
    return Reading("DURATION", duration(number, unit), days, unit)


def weekend(ref: date, rel: str) -> Reading | None:
    """Return last, this or next weekend; on a weekend, *last* is the one before."""
    base = day_before(ref) if ref.isoweekday() == 7 else ref
    return dated("WE", shift(base, "W", {"L": -1, "X": 1}.get(rel, 0)))


def read_set(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read every day, every two weeks, each year."""
    number = count(tokens, m) if m["n"] else 1
    return Reading("SET", duration(number, unit_in(tokens, m)), None)


def read_set_of(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read every Friday, each morning, Mondays."""
    value = tokens.value(m.start("name"))
    if m["name"] in "Ww":
        return Reading("SET", f"XXXX-WXX-{value}")
    if m["name"] == "M":
        return Reading("SET", f"XXXX-{int(value):02d}")
    return Reading("SET", f"XXXX-{value}" if m["name"] == "S" else "P1D")


def read_set_word(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read daily, weekly, annually."""
    return Reading("SET", tokens.value(m.start()))
