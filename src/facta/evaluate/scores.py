"""The scores of an evaluation: counts per article, which add up, and the numbers that follow from them.

Two marks match when their triggers overlap and their types agree. *Tuple* F1 compares, article by article, the bags of
(actor codes, type, recipient codes) of the marks that happened; *tuple in place* also wants the triggers to overlap.

>>> ratio(1, 0) is None, f1(3, 4, 2)
(True, 1.0)
>>> round(f1(2, 3, 5), 3)
0.5
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from facta.evaluate.align import aligner
from facta.evaluate.marks import Coder, GoldArticle, Mark, Party, from_event
from facta.evaluate.pairs import Pairs, codes, pair
from facta.records import Coding, Status

SAME_TIME = 0.5
"""Intervals that share at least this part of their union count as the same date (ANNOTATION: Scores, 6)."""

Value = float | None


@dataclass(slots=True)
class Counts:
    """What was counted in one article, or in several added up."""

    articles: int = 0
    gold: int = 0
    coded: int = 0
    found: int = 0
    matched: int = 0
    gold_deeds: int = 0
    coded_deeds: int = 0
    tuples: int = 0
    sector_tuples: int = 0
    placed_tuples: int = 0
    false_facts: int = 0
    false_types: int = 0
    polarity: int = 0
    sources: int = 0
    dates: int = 0
    quoted: int = 0
    quoted_right: int = 0
    dated: int = 0
    dated_right: int = 0
    status: Counter[tuple[Status, Status]] = field(default_factory=Counter)

    def __add__(self, other: Counts) -> Counts:
        names = [f.name for f in fields(self)]
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in names})


def ratio(part: float, whole: float) -> Value:
    """Return ``part / whole``, or None when there is nothing to divide by."""
    return part / whole if whole else None


def f1(right: int, gold: int, coded: int) -> Value:
    """Return the harmonic mean of precision and recall, or None when both sides are empty."""
    return ratio(2 * right, gold + coded)


def same_source(gold: Mark, coded: Mark) -> bool:
    """Say whether the innermost sources agree in code and first sector, or both have none; any joint speaker counts."""
    ours = {p.key for p in gold.sources[-1]} if gold.sources else set()
    theirs = {p.key for p in coded.sources[-1]} if coded.sources else set()
    return bool(ours & theirs) if ours and theirs else ours == theirs


def same_date(gold: tuple[str, str] | None, coded: tuple[str, str] | None) -> bool:
    """Say whether two intervals are equal, or share half of their union; null equals null only."""
    if gold is None or coded is None or gold == coded:
        return gold == coded
    (a, b), (c, d) = _days(gold), _days(coded)
    shared = min(b, d) - max(a, c) + 1
    return shared > 0 and shared / (max(b, d) - min(a, c) + 1) >= SAME_TIME


def _days(interval: tuple[str, str]) -> tuple[int, int]:
    start, end = interval
    return date.fromisoformat(start).toordinal(), date.fromisoformat(end).toordinal()


def keys(parties: Sequence[Party]) -> frozenset[tuple[str | None, str | None]]:
    """Return code and first sector of some parties."""
    return frozenset(p.key for p in parties)


def marks(article: GoldArticle, coding: Coding) -> list[Mark]:
    """Return the coder's records as marks in the offsets of the gold text."""
    to_gold = aligner(article.text, coding.article.text)
    return [from_event(e, coding.article.text, to_gold) for e in coding.events]


def count(gold: Sequence[Mark], coded: Sequence[Mark]) -> Counts:
    """Compare the gold marks of one article with those of the coder."""
    twins = pair(gold, coded, typed=True)
    deeds, told = [m for m in gold if m.happened], [m for m in coded if m.happened]
    out = Counts(
        articles=1, gold=len(gold), coded=len(coded), found=len(pair(gold, coded, typed=False)), matched=len(twins),
        gold_deeds=len(deeds), coded_deeds=len(told),
        tuples=(_bag(deeds, codes) & _bag(told, codes)).total(),
        sector_tuples=(_bag(deeds, keys) & _bag(told, keys)).total(),
    )
    _count_false(out, gold, coded, twins)
    for i, k in twins.items():
        _count_match(out, gold[i], coded[k])
    return out


def _bag(deeds: Iterable[Mark], view: Callable[[Sequence[Party]], Hashable]) -> Counter[Hashable]:
    return Counter((view(m.actors), m.type, view(m.recipients)) for m in deeds)


def _count_false(out: Counts, gold: Sequence[Mark], coded: Sequence[Mark], twins: Pairs) -> None:
    """Count false facts: coded deeds without a gold twin, or whose twin did not; and those wrong in type only."""
    owner = {k: i for i, k in twins.items()}
    for k, mark in enumerate(coded):
        if not mark.happened or (k in owner and gold[owner[k]].happened):
            continue
        out.false_facts += 1
        out.false_types += any(g.happened and g.trigger.overlaps(mark.trigger) for g in gold)


def _count_match(out: Counts, gold: Mark, coded: Mark) -> None:
    same = codes(gold.actors) == codes(coded.actors) and codes(gold.recipients) == codes(coded.recipients)
    out.placed_tuples += same and gold.happened and coded.happened
    out.status[gold.status, coded.status] += 1
    out.polarity += gold.polarity is coded.polarity
    source, when = same_source(gold, coded), same_date(gold.when, coded.when)
    out.sources += source
    out.dates += when
    out.quoted += bool(gold.sources)
    out.quoted_right += bool(gold.sources) and source
    out.dated += gold.when is not None
    out.dated_right += gold.when is not None and when


def status_f1(confusion: Counter[tuple[Status, Status]]) -> Value:
    """Return the mean F1 over the statuses that gold or the coder uses among matched marks."""
    rows, columns = Counter[Status](), Counter[Status]()
    for (gold, coded), n in confusion.items():
        rows[gold] += n
        columns[coded] += n
    each = [2 * confusion[s, s] / (rows[s] + columns[s]) for s in Status if rows[s] + columns[s]]
    return ratio(sum(each), len(each))


def summary(c: Counts) -> dict[str, Value]:
    """Return the scores, the headline ones first; None where there was nothing to score."""
    return {
        "detection_f1": f1(c.found, c.gold, c.coded),
        "type_f1": f1(c.matched, c.gold, c.coded),
        "tuple_f1": f1(c.tuples, c.gold_deeds, c.coded_deeds),
        "tuple_sector_f1": f1(c.sector_tuples, c.gold_deeds, c.coded_deeds),
        "false_facts_per_100": ratio(100 * c.false_facts, c.gold),
        "status_macro_f1": status_f1(c.status),
        "polarity_accuracy": ratio(c.polarity, c.matched),
        "source_accuracy": ratio(c.sources, c.matched),
        "date_accuracy": ratio(c.dates, c.matched),
        "detection_precision": ratio(c.found, c.coded),
        "detection_recall": ratio(c.found, c.gold),
        "tuple_in_place_f1": f1(c.placed_tuples, c.gold_deeds, c.coded_deeds),
        "tuple_precision": ratio(c.tuples, c.coded_deeds),
        "tuple_recall": ratio(c.tuples, c.gold_deeds),
        "false_facts_wrong_in_type_only_per_100": ratio(100 * c.false_types, c.gold),
        "source_accuracy_where_gold_has_one": ratio(c.quoted_right, c.quoted),
        "date_accuracy_where_gold_has_one": ratio(c.dated_right, c.dated),
    }


def code_all(gold: Iterable[GoldArticle], code: Coder) -> list[tuple[GoldArticle, list[Mark]]]:
    """Code every gold article and return it with the coder's marks, in gold offsets."""
    return [(article, marks(article, code(article))) for article in gold]
