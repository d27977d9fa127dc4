"""Exact event sets: whether a text gives the very dyads of a set that is coded in CAMEO, and nothing else.

PETRARCH's unit records and those of its successor list, for each short text, dyads (source code, target code, CAMEO
code); some list none, and none is then the right answer. Both sides are written as :class:`Dyad` and compared:

* CAMEO becomes PLOVER by the crosswalk. A code for which PLOVER has no event asks for none; of the appeals among them
  a coded REQUEST of the same parties is neither right nor wrong.
* What is open in the answer is left open: a party without country code (``---``), and the type where the code is none
  of its scheme (the records test dictionaries with codes such as 345 and 904).
* The sets have no status: what is actual or planned counts, with polarity ``+``, by its own type. CAMEO writes a
  promise and what is promised once, so a plan does not count beside a deed of the same parties.
* A dyad has two sides that differ in country or sector, and each is named: a coder with dictionaries knows the
  countries of *Norlan crowds* and of *crowds in Norla*, not that of *crowds* or *its embassy*, which Facta takes from
  around. All pairs of actors and recipients are dyads.
* Meetings, and all acts of parties side by side, are mutual: CAMEO writes those from one side or from both. Where such
  parties stand before and behind the act (*A met B and C*), those on one side of it make no dyad.

>>> gold_dyads([{"source_code": "NORGOV", "target_code": "SUD", "cameo": "190"}], load_crosswalk("cameo")).wanted
[Dyad(actor=('NOR', 'GOV'), type='ASSAULT', recipient=('SUD', 'GOV'), mutual=False)]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

from facta.evaluate.scores import Value, f1, ratio
from facta.evaluate.sets import BROADER, Row, TextCoder
from facta.records import Event, Participant, Polarity, Status
from facta.resources.crosswalk import Crosswalk, load_crosswalk
from facta.resources.roster import SECTORS

COUNTRY = 3
"""Letters of a country code, and of each sector behind it: NORGOVMIL."""
OPEN_PARTY = ("", "")
OLD_SECTORS = {"CIV": "CVL", "HLH": "MED", "INS": "REB", "MED": "JRN", "MOP": "OPP", "SEP": "REB"}
"""Sectors of CAMEO that PLOVER calls otherwise."""
BODIES = {"NGM": "NGO"}
MUTUAL = frozenset({"CONSULT"})
APPEALS = "02"
"""The root of CAMEO's appeals."""
ROOT = 2
ROOTS = frozenset(f"{n:02}" for n in range(1, 23))
"""Root codes have two digits and end at 22 in WEIS, at 20 in CAMEO."""
MADE_UP = "999"

NAME_BEHIND = re.compile(r"\s+(?:in|of|from)\s+(?:the\s+)?[A-Z]")

Side = tuple[str, str]


class Dyad(NamedTuple):
    """Who did what to whom: (country, sector) of either side, and a type; an empty cell is open.

    The sides of a ``mutual`` dyad stand in alphabetical order.
    """

    actor: Side
    type: str
    recipient: Side
    mutual: bool = False

    def fits(self, coded: Dyad, *, sectors: bool) -> bool:
        """Say whether a coded dyad is this one; without ``sectors`` countries alone are compared."""
        if (self.type and self.type != coded.type) or self.mutual > coded.mutual:
            return False
        there = [(coded.actor, coded.recipient), (coded.recipient, coded.actor)]
        return any(
            _same(self.actor, a, sectors) and _same(self.recipient, r, sectors) for a, r in there[: 1 + coded.mutual]
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """The dyads that a row asks for, and those that it neither asks for nor forbids."""

    wanted: list[Dyad]
    allowed: list[Dyad]


def _same(gold: Side, coded: Side, sectors: bool) -> bool:
    return gold == OPEN_PARTY or (gold[0] == coded[0] and (not sectors or gold[1] == coded[1]))


def gold_dyads(events: Iterable[Row], cameo: Crosswalk) -> Answer:
    """Return what a row asks for, each dyad once."""
    wanted, allowed = [], []
    for raw in events:
        actor, recipient = _gold_side(raw["source_code"]), _gold_side(raw["target_code"])
        crossing = cameo.of(raw["cameo"])
        if crossing is None:
            wanted.append(Dyad(actor, "", recipient))
        elif crossing.type is not None:
            wanted.append(Dyad(actor, crossing.type, recipient))
        elif raw["cameo"].startswith(APPEALS):
            allowed.append(Dyad(actor, "REQUEST", recipient))
    return Answer(_merged(wanted), allowed)


def _merged(dyads: Iterable[Dyad]) -> list[Dyad]:
    """Return each dyad once; of two that look at each other, and of meetings, a mutual one."""
    seen = dict.fromkeys(dyads)
    out: dict[Dyad, None] = {}
    for d in seen:
        if d.mutual or d.type in MUTUAL or (d.actor != d.recipient and _turned(d) in seen):
            first, second = sorted((d.actor, d.recipient))
            out[Dyad(first, d.type, second, mutual=True)] = None
        else:
            out[d] = None
    return list(out)


def _turned(dyad: Dyad) -> Dyad:
    return dyad._replace(actor=dyad.recipient, recipient=dyad.actor)


def _gold_side(code: str) -> Side:
    """Return country and sector of a code such as NORGOVMIL; of several codes (NOR/SUD) the first."""
    first = code.split("/", maxsplit=1)[0]
    country = first[:COUNTRY]
    if not country.isalpha() or not first.isupper():
        return OPEN_PARTY
    rest = [first[k : k + COUNTRY] for k in range(COUNTRY, len(first), COUNTRY)]
    sector = next((s for s in (OLD_SECTORS.get(r, r) for r in rest) if s in SECTORS), "GOV")
    return BODIES.get(country, country), sector


def coded_dyads(events: Iterable[Event], text: str | None = None) -> list[Dyad]:
    """Return the dyads of a text, each once; with ``text`` only those of parties that it names."""
    deeds = [e for e in events if e.polarity is Polarity.POSITIVE]
    done = _merged(d for e in deeds if e.status is Status.ACTUAL for d in _dyads(e, text))
    pairs = {frozenset((d.actor[0], d.recipient[0])) for d in done}
    plans = _merged(d for e in deeds if e.status is Status.PLANNED for d in _dyads(e, text))
    return [*done, *(d for d in plans if frozenset((d.actor[0], d.recipient[0])) not in pairs)]


def _dyads(event: Event, text: str | None) -> Iterator[Dyad]:
    actors, recipients = _sides(event.actors, text), _sides(event.recipients, text)
    if event.recipients:
        pairs: Iterable[tuple[Side, Side]] = product(actors, recipients)
    else:
        before = _sides((p for p in event.actors if (p.start or 0) < event.trigger.start), text)
        behind = _sides((p for p in event.actors if (p.start or 0) >= event.trigger.start), text)
        pairs = product(before, behind) if before and behind else combinations(actors, 2)
    for actor, recipient in pairs:
        if actor != recipient:
            yield Dyad(actor, event.type, recipient, mutual=not event.recipients)


def _sides(parties: Iterable[Participant], text: str | None) -> list[Side]:
    return [
        (BROADER.get(p.code, p.code), (p.sector or "GOV").split()[0])
        for p in parties if p.code and (text is None or _is_named(p, text))
    ]


def _is_named(party: Participant, text: str) -> bool:
    """Say whether a phrase holds a name, or has one hung on it: *Norlan crowds*, *crowds in Norla*."""
    return any(c.isupper() for c in party.text) or (party.end is not None and bool(NAME_BEHIND.match(text, party.end)))


def _matched(gold: Sequence[Dyad], coded: Sequence[Dyad], *, sectors: bool) -> tuple[int, list[Dyad]]:
    """Return how many gold dyads are found, the closed ones first, and the coded dyads that none of them is."""
    left = list(coded)
    found = 0
    for want in sorted(gold, key=lambda d: (OPEN_PARTY in (d.actor, d.recipient), not d.type)):
        twin = next((d for d in left if want.fits(d, sectors=sectors)), None)
        if twin is not None:
            left.remove(twin)
            found += 1
    return found, left


def _countries(dyads: Iterable[Dyad]) -> list[Dyad]:
    """Return dyads without sectors, each once."""
    return _merged(d._replace(actor=_country(d.actor), recipient=_country(d.recipient)) for d in dyads)


def _country(side: Side) -> Side:
    return side if side == OPEN_PARTY else (side[0], "GOV")


def answers(row: Row) -> list[Row]:
    """Return the events of a row with the CAMEO codes that they were given instead of those of an older scheme.

    A made-up code stays as it is. Where a row was recoded into another number of events, they have one code in common.
    """
    own, recoded = row["events"], row.get("events_cameo_UP_recoded") or row["events"]
    codes = [e["cameo"] for e in recoded] if len(own) == len(recoded) else [recoded[0]["cameo"]] * len(own)
    return [
        {**event, "cameo": code if event["cameo"][:ROOT] in ROOTS else MADE_UP}
        for event, code in zip(own, codes, strict=True)
    ]


def exact_sets(rows: Iterable[Row], code: TextCoder) -> dict[str, Value]:
    """Score texts by whether their dyads are exactly those of the answer, by country and with sectors.

    A row has ``text``, ``date`` (YYYYMMDD) and ``events``, and perhaps ``events_cameo_UP_recoded``; one without text is
    left out. The score ``..._all_parties`` also counts dyads of parties that the text does not name.
    """
    cameo = load_crosswalk("cameo")
    seen: Counter[str] = Counter()
    for row in rows:
        if not row["text"]:
            continue
        answer = gold_dyads(answers(row), cameo)
        events = code(row["text"], _day(row["date"])).events
        seen += compare(answer, coded_dyads(events, row["text"]))
        seen["any"] += compare(answer, coded_dyads(events))["exact"]
    return {
        "exact_sets": ratio(seen["exact"], seen["rows"]),
        "exact_sets_with_sectors": ratio(seen["strict"], seen["rows"]),
        "exact_sets_all_parties": ratio(seen["any"], seen["rows"]),
        "exact_sets_where_an_event": ratio(seen["exact_some"], seen["rows_some"]),
        "exact_sets_where_none": ratio(seen["exact_none"], seen["rows"] - seen["rows_some"]),
        "dyad_f1": f1(seen["found"], seen["gold"], seen["coded"]),
        "dyad_precision": ratio(seen["found"], seen["coded"]), "dyad_recall": ratio(seen["found"], seen["gold"]),
        "rows": seen["rows"], "dyads": seen["gold"], "coded": seen["coded"],
    }


def compare(answer: Answer, coded: Sequence[Dyad]) -> Counter[str]:
    """Count what an answer and the dyads of its text share."""
    seen: Counter[str] = Counter(rows=1)
    for sectors in (False, True):
        gold = answer.wanted if sectors else _countries(answer.wanted)
        made = list(coded) if sectors else _countries(coded)
        found, left = _matched(gold, made, sectors=sectors)
        left = [d for d in left if not any(a.fits(d, sectors=False) for a in answer.allowed)]
        exact = found == len(gold) and not left
        if sectors:
            seen["strict"] = exact
        else:
            seen.update(exact=exact, found=found, gold=len(gold), coded=found + len(left))
            seen.update({"rows_some": bool(gold), "exact_some": exact and bool(gold), "exact_none": exact and not gold})
    return seen


def _day(date: str | None) -> str | None:
    """Return an ISO date for YYYYMMDD."""
    whole = date is not None and len(date) == len("YYYYMMDD") and date.isdigit()
    return f"{date[:4]}-{date[4:6]}-{date[6:]}" if date is not None and whole else None
