"""The grammar of time expressions over the letters of ``scan``: patterns, and the functions that read what they match.

Rules are tried in order at each place where one of their first letters stands; the first that reads something wins.
No pattern can match more than a short run, so that the whole is linear in the length of the text.

>>> sorted(rule.reader.__name__ for rule in BY_LETTER["I"])
['read_iso']
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import NamedTuple

from facta.times import absolute, clock, counted, relative
from facta.times.scan import Tokens
from facta.times.scene import Reading, Scene

Reader = Callable[[Tokens, "re.Match[str]", Scene], Reading | None]


class Rule(NamedTuple):
    """First letters, pattern, reader."""

    first: str
    pattern: re.Pattern[str]
    reader: Reader


NUMBER = r"(?P<n>[dn]-?c-?a-?x-?|a?n(?:-?n|cn){0,4}|[dNY]n{0,2}|a?q|a)F?"
SECOND = NUMBER.replace("<n>", "<to>")
YEAR = r"(?:,?F?f?(?P<year>[Yy])(?![n%/]|-[UV]))"


def rule(first: str, pattern: str, reader: Reader) -> Rule:
    """Make a rule."""
    return Rule(first, re.compile(pattern), reader)


RULES = (
    rule("I", "I", absolute.read_iso),
    rule("J", "J", absolute.read_slashes),
    # Saturday, April 25, 2009; last Oct. 23; Nov. 5-7
    rule("WMLHX", rf"(?:W\.?,?)?(?P<rel>[LXH])?(?P<month>M)\.?(?P<day>[doO])(?![n%$'])(?:[-ck](?P<to>[do])(?![nUV_-]))?"
         rf"{YEAR}?", absolute.read_month_day),
    # 17 November 2017; the first of May; 5-7 May
    rule("WdoO", rf"(?:W\.?,?D?)?(?:(?P<day>[do])[-kc](?P<to>[do])|(?P<one>[do]|O(?=F)))F?(?P<month>M)\.?{YEAR}?",
         absolute.read_month_day),
    rule("M", rf"(?P<month>M)\.?{YEAR}", absolute.read_month_year),
    rule("M", r"(?P<month>M)\.?F?(?P<rel>[LXH])(?P<unit>U)", absolute.read_month_year),
    rule("Yy", r"(?P<year>Y)(?P<month>M)(?=[_.,])", absolute.read_month_year),
    # last Friday morning; this coming Sunday; last February; next summer; last Christmas
    rule("LXH", r"(?P<rel>[LXH])X?(?P<name>[WMSh])\.?(?P<part>P)?", relative.read_named),
    rule("W", r"(?P<name>W)(?P<rel>[LXH])(?P<unit>U)", relative.read_weekday_of_week),
    rule("tWHLDZ", r"(?:(?P<day>[tW])|D?(?P<rel>[HLZ]))(?P<part>P)", clock.read_part),
    rule("W", r"(?P<name>W)", relative.read_weekday),
    rule("M", r"(?P<month>M)", relative.read_month),
    rule("t", r"t", relative.read_deictic),
    rule("h", rf"h{YEAR}?", absolute.read_holiday),
    # the third quarter of 2019; the first half of last year; Q3; the 11th century
    rule("Q", rf"Q{YEAR}?", absolute.read_quarter),
    rule("oO", rf"(?P<nth>[oO])-?(?P<unit>[Ux])(?:{YEAR}|F?D?(?P<rel>[LXH])(?P<of>U))?(?!-[UV])", absolute.read_nth),
    rule("Y", r"(?P<year>Y)(?P<nth>[oO])-?(?P<unit>[Ux])", absolute.read_nth),
    rule("LXH", r"(?P<rel>[LXH])(?P<of>U)'(?P<nth>[oO])-?(?P<unit>[Ux])", absolute.read_nth),
    rule("O", rf"(?P<first>O){NUMBER}(?P<unit>V)", counted.read_duration),
    rule("E", "E", absolute.read_decade),
    rule("S", rf"S{YEAR}", absolute.read_season),
    rule("S", r"S", relative.read_season),
    rule("f", r"f(?P<year>[Yy])", absolute.read_year),
    rule("U", r"(?P<unit>U)(?P<year>Y)", absolute.read_year),
    # three days ago; years ago; a year-ago
    rule("ndNYqa", rf"{NUMBER}-?(?P<unit>[UV])(?:c_)?-?(?P<way>g)", counted.read_ago),
    rule("UV", r"(?P<unit>[UV])-?(?P<way>g)", counted.read_ago),
    rule("U", r"(?P<unit>U)-(?P<way>r)", counted.read_later),
    # two days later; the year before; the following day
    rule("ndNYqa", rf"{NUMBER}(?P<unit>[UV])-?(?P<way>[lr])", counted.read_later),
    rule("D", r"D(?P<unit>U)(?P<way>[lr])", counted.read_later),
    rule("V", r"(?P<unit>V)(?P<way>[lr])", counted.read_hours_later),
    rule("D", r"DF?(?P<way>[XL])(?P<unit>U)", counted.read_following),
    rule("ZD", r"D?ZZ?(?P<unit>U)", relative.read_same),
    # last week; the past three years; the next 12 to 18 months
    rule("LXH", rf"(?P<rel>[LXH])(?:_(?=U))?(?:{NUMBER}(?:[kc]{SECOND})?)?(?P<unit>[UV])",
         counted.read_relative),
    rule("L", r"(?<=D)L(?![nqUVdNYaKWMSO_])|(?<=pD)L(?=_)", relative.read_the_past),
    rule("K", r"K(?P<unit>V|U)?", relative.read_recent),
    rule("H", r"H", relative.read_current),
    rule("R", r"R", relative.read_reference),
    # every two weeks; each Thursday; Mondays; daily; once a year
    rule("e", rf"e(?:{NUMBER}|[OZ])?(?P<unit>[UV])", counted.read_set),
    rule("e", r"e(?P<name>[WMSP])", counted.read_set_of),
    rule("w", r"(?P<name>w)P?", counted.read_set_of),
    rule("z", r"z", counted.read_set_word),
    # 10:30 p.m.; 8 pm; 4 in the morning; noon
    rule("Td", r"(?P<hour>[Td])(?:(?P<half>A)|C|pD(?P<part>P))", clock.read_clock),
    rule("n", r"(?P<hour>n)(?:(?P<half>A)|C|pD(?P<part>P))", clock.read_clock),
    rule("T", r"(?P<hour>T)", clock.read_bare_clock),
    rule("P", r"P", clock.read_noon),
    rule("ndNYqa", rf"{NUMBER}(?:[kc-]{SECOND})?-?_?-?(?P<unit>[UV])(?!-?!)", counted.read_duration),
    rule("x", r"x(?P<n>)a-?(?P<unit>U)", counted.read_duration),
    rule("V", r"(?P<unit>V)(?!-?!)", counted.read_bare_units),
    rule("U", r"(?P<unit>U)(?:-|')(?P<edge>b)", relative.read_unit_end),
    rule("U", r"(?<=bFD)(?P<unit>U)", relative.read_unit),
    rule("U", r"(?P<unit>U)", relative.read_weekend),
    rule("Y", r"(?P<year>Y)", absolute.read_bare_year),
)

BY_LETTER = MappingProxyType({
    letter: tuple(r for r in RULES if letter in r.first) for letter in sorted({c for r in RULES for c in r.first})
})
