"""Scores on public sets whose gold has another form: the PLOVER gold records, PLV, and statements without event.

Each takes the rows of the set and the coder as a function, so that nothing here knows how coding is done.

>>> rows = [{"text": "Norla praised Sudra.", "sources": [], "targets": [], "event_type": "SUPPORT"}]
>>> from facta.records import Article, Coding
>>> def silent(text: str, published: str | None) -> Coding:
...     return Coding(article=Article(source="", text=text), events=(), claims=())
>>> gold_records(rows, silent)["tuple_recall"]
0.0
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from facta.evaluate.scores import Value, f1, ratio
from facta.records import Coding, Event, Participant, Polarity, Span, Status

TextCoder = Callable[[str, str | None], Coding]
"""Codes a text; the second argument is the day of publication, if any."""
Relate = Callable[[str, Span | None, Span | None], Sequence[tuple[str, float]]]
"""Gives the probability of each type for a pair of spans of a text; None where the text does not name that party."""
Row = Mapping[str, Any]

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""PLV's fifteen classes: two types are one there."""
MENDED = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Country codes of the gold records that are misspelt."""
BROADER = {"UNO": "IGO", "EUR": "IGO"}
"""The gold records know the UN and the EU as IGO only."""
OLD_SECTORS = {"CIV": "CVL", "MOS": "REL"}
ANY_SECTOR = "***"

Pair = tuple[str, str]
Tuple = tuple[frozenset[Pair], str, frozenset[Pair]]


def _gold_side(parties: Iterable[Row]) -> frozenset[Pair]:
    """Return (code, sector) of gold parties: codes mended, religious and ethnic suffixes cut, no sector is GOV."""
    out = set()
    for p in parties:
        sector = (p.get("sector") or "GOV")[:3]
        code = p.get("code") or ""
        out.add((MENDED.get(code, code), OLD_SECTORS.get(sector, sector)))
    return frozenset(out)


def _coded_side(parties: Iterable[Participant]) -> frozenset[Pair]:
    return frozenset((BROADER.get(p.code or "", p.code or ""), (p.sector or "GOV").split()[0]) for p in parties)


def _codes(side: Iterable[Pair]) -> frozenset[str]:
    return frozenset(code for code, _ in side if code)


def _same_sectors(gold: frozenset[Pair], coded: frozenset[Pair]) -> bool:
    """Compare two sides with sectors; the wildcard of a gold party fits every sector."""
    free = {code for code, sector in gold if sector == ANY_SECTOR}
    loose = [{(c, ANY_SECTOR if c in free else s) for c, s in side} for side in (gold, coded)]
    return loose[0] == loose[1]


def _deed_or_plan(event: Event) -> bool:
    return event.status in (Status.ACTUAL, Status.PLANNED)


def gold_records(rows: Iterable[Row], code: TextCoder, *, deeds_and_plans: bool = False) -> dict[str, Value]:
    """Score the PLOVER gold standard records end to end: tuples of (actor codes, type, recipient codes) per text.

    That set has no status, so every coded record with polarity ``+`` counts, by ``type_plover`` (a planned meeting is
    AGREE there); with ``deeds_and_plans`` only what is actual or planned.
    """
    texts: dict[str, list[Row]] = {}
    for row in rows:
        texts.setdefault(row["text"], []).append(row)
    seen: Counter[str] = Counter()
    for text, wanted in texts.items():
        gold = [(_gold_side(r["sources"]), r["event_type"], _gold_side(r["targets"])) for r in wanted]
        events = [
            e for e in code(text, None).events
            if e.polarity is Polarity.POSITIVE and (_deed_or_plan(e) or not deeds_and_plans)
        ]
        seen += _compare(gold, [(_coded_side(e.actors), e.type_plover, _coded_side(e.recipients)) for e in events])
    return {
        "tuple_f1": f1(seen["right"], seen["gold"], seen["coded"]),
        "tuple_sector_f1": f1(seen["right_sector"], seen["gold"], seen["coded"]),
        "tuple_precision": ratio(seen["right"], seen["coded"]), "tuple_recall": ratio(seen["right"], seen["gold"]),
        "type_recall": ratio(seen["typed"], seen["gold"]), "records": seen["gold"], "coded": seen["coded"],
    }


def _compare(gold: Sequence[Tuple], coded: Sequence[Tuple]) -> Counter[str]:
    """Count what two lists of tuples share; the same tuple coded twice in a text counts once."""
    coded = list(dict.fromkeys(coded))
    plain = [Counter((_codes(a), t, _codes(r)) for a, t, r in side) for side in (gold, coded)]
    types = [Counter(t for _, t, _ in side) for side in (gold, coded)]
    return Counter({
        "gold": len(gold), "coded": plain[1].total(),
        "right": (plain[0] & plain[1]).total(), "typed": (types[0] & types[1]).total(),
        "right_sector": sum(
            any(t == u and _same_sectors(a, b) and _same_sectors(r, s) for b, u, s in coded) for a, t, r in gold
        ),
    })


def _span(raw: Row) -> Span | None:
    """Return a given span; a party that the text does not name has no offsets."""
    return None if raw["start"] is None else Span(raw["start"], raw["end"])


def given_spans(rows: Iterable[Row], relate: Relate) -> dict[str, Value]:
    """Score PLV: the type between two given spans, fifteen classes; the probabilities of YIELD's two types add up."""
    confusion: Counter[Pair] = Counter()
    for row in rows:
        scores: Counter[str] = Counter()
        for kind, probability in relate(row["text"], _span(row["source_span"]), _span(row["target_span"])):
            scores[YIELD.get(kind, kind)] += probability  # type: ignore[assignment]
        best = max(sorted(scores), key=scores.__getitem__, default="")
        confusion[row["event_type"], best] += 1
    gold, coded = Counter[str](), Counter[str]()
    for (g, c), n in confusion.items():
        gold[g] += n
        coded[c] += n
    each = {kind: f1(confusion[kind, kind], gold[kind], coded[kind]) or 0.0 for kind in sorted(gold)}
    right, whole = sum(confusion[kind, kind] for kind in gold), gold.total()
    by_type = {f"f1_{kind}": value for kind, value in each.items()}
    return {
        "accuracy": ratio(right, whole), "macro_f1": ratio(sum(each.values()), len(each)), "rows": whole, **by_type,
    }


def statements(rows: Iterable[Row], code: TextCoder) -> dict[str, Value]:
    """Score sentences that hold no event by CAMEO's count: coded deeds per 100 sentences.

    CAMEO counts an appeal as a statement, PLOVER as REQUEST, so deeds are also given without REQUEST; and with both
    parties known, which is all that dyadic coders code.
    """
    deeds = [[e for e in code(row["text"], None).events if e.happened] for row in rows]
    proper = [[e for e in found if e.type != "REQUEST"] for found in deeds]
    both = [[e for e in found if _known(e.actors) and _known(e.recipients)] for found in proper]
    return {
        "false_facts_per_100": _per_100(deeds), "without_requests_per_100": _per_100(proper),
        "with_both_parties_per_100": _per_100(both),
        "sentences_with_one_per_100": ratio(100 * sum(map(bool, deeds)), len(deeds)), "sentences": len(deeds),
    }


def _known(parties: Iterable[Participant]) -> bool:
    return any(p.code for p in parties)


def _per_100(found: Sequence[Sequence[Event]]) -> Value:
    return ratio(100 * sum(map(len, found)), len(found))
