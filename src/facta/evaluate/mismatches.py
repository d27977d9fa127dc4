"""Every difference between gold and coder, with the sentence: what a developer reads to mend the coder.

>>> from facta.records import Polarity, Span, Status
>>> plus = {"status": Status.ACTUAL, "polarity": Polarity.POSITIVE}
>>> gold = [Mark(trigger=Span(4, 9), text="urged", type="REQUEST", **plus)]
>>> [(m.kinds, m.sentence) for m in mismatches("a", "She urged them. Nobody came.", gold, [])]
[(('missed',), 'She urged them.')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.evaluate.marks import Mark
from facta.evaluate.pairs import codes, pair
from facta.evaluate.scores import keys, same_date, same_source
from facta.records import Span

KINDS = ("missed", "false", "fact", "type", "status", "polarity", "actor", "recipient", "sector", "source", "when")
"""*false*: no gold mark there; *fact*: coded as a deed but no deed in gold; the others: the field that differs."""
BREAKS = ("\n", ". ", "? ", "! ", '." ', '.” ')


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One difference. ``span`` is the trigger's place in ``sentence``; ``gold`` or ``coded`` is None on one side."""

    article: str
    kinds: tuple[str, ...]
    sentence: str
    span: Span | None
    gold: Mark | None
    coded: Mark | None


def mismatches(article: str, text: str, gold: Sequence[Mark], coded: Sequence[Mark]) -> Iterator[Mismatch]:
    """Yield all differences in one article, in order of the text."""
    out: list[tuple[int, Mismatch]] = []

    def note(kinds: Sequence[str], g: Mark | None, c: Mark | None) -> None:
        trigger = (g or c).trigger  # type: ignore[union-attr]
        sentence, span = sentence_of(text, trigger)
        out.append((trigger.start, Mismatch(article, tuple(kinds), sentence, span, g, c)))

    for g, c in _twins(gold, coded):
        if g is None or c is None:
            kinds = ["missed"] if c is None else ["false", "fact"] if c.happened else ["false"]
        else:
            kinds = differences(g, c)
        if kinds:
            note(kinds, g, c)
    return (m for _, m in sorted(out, key=lambda pair: pair[0]))


def _twins(gold: Sequence[Mark], coded: Sequence[Mark]) -> Iterator[tuple[Mark | None, Mark | None]]:
    """Yield matched pairs, then pairs that only overlap, then what stands alone."""
    twins = pair(gold, coded, typed=True)
    left = [i for i in range(len(gold)) if i not in twins]
    free = [k for k in range(len(coded)) if k not in twins.values()]
    loose = pair([gold[i] for i in left], [coded[k] for k in free], typed=False)
    twins |= {left[i]: free[k] for i, k in loose.items()}
    yield from ((gold[i], coded[k]) for i, k in twins.items())
    yield from ((g, None) for i, g in enumerate(gold) if i not in twins)
    yield from ((None, c) for k, c in enumerate(coded) if k not in twins.values())


def differences(gold: Mark, coded: Mark) -> list[str]:
    """Name the scored fields in which two overlapping marks differ."""
    same_actors = codes(gold.actors) == codes(coded.actors)
    same_recipients = codes(gold.recipients) == codes(coded.recipients)
    same_sectors = keys(gold.actors) == keys(coded.actors) and keys(gold.recipients) == keys(coded.recipients)
    tests = {
        "fact": coded.happened and not gold.happened,
        "type": gold.type != coded.type,
        "status": gold.status is not coded.status,
        "polarity": gold.polarity is not coded.polarity,
        "actor": not same_actors,
        "recipient": not same_recipients,
        "sector": same_actors and same_recipients and not same_sectors,
        "source": not same_source(gold, coded),
        "when": not same_date(gold.when, coded.when),
    }
    return [name for name, differs in tests.items() if differs]


def sentence_of(text: str, trigger: Span) -> tuple[str, Span | None]:
    """Return the sentence (roughly: to a line break or to a full stop and a space) and the trigger's place in it."""
    if trigger.start < 0:
        return "(in words that the gold text does not have)", None
    starts = [k + len(mark) for mark in BREAKS if (k := text.rfind(mark, 0, trigger.start)) >= 0]
    ends = [k + len(mark.rstrip()) for mark in BREAKS if (k := text.find(mark, trigger.end)) >= 0]
    start, end = max(starts, default=0), min(ends, default=len(text))
    return text[start:end], Span(trigger.start - start, trigger.end - start)
