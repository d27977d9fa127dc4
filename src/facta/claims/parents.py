"""Which claim stands inside which, and the chain of voices over a stretch of text.

>>> from facta.records import Stance
>>> outer = Claim(source=None, cue=None, content=(Span(0, 40),), stance=Stance.NEUTRAL, who=(), rule="turn")
>>> inner = Claim(source=None, cue=Span(4, 8), content=(Span(9, 30),), stance=Stance.NEUTRAL, who=(), rule="say.that")
>>> parents([outer, inner])
[None, 0]
"""

from __future__ import annotations

from collections.abc import Sequence

from facta.records import Claim, Span

#: Kinds whose content is no one's word but the author's: *condemned the strike*, *wants to leave*.
_UNVOICED = frozenset(("judge", "attitude"))


def parents(claims: Sequence[Claim]) -> list[int | None]:
    """Return for each claim the innermost larger claim whose content holds its cue (or, for a turn, its content)."""
    points = [claim.cue if claim.cue and not _cited(claim) else claim.content[0] for claim in claims]
    return _innermost(claims, frozenset(range(len(claims))), points, list(enumerate(map(_size, claims))))


def _size(claim: Claim) -> int:
    """Return how much a claim covers; who is cited stands inside what the one who cites says of the same words."""
    return sum(span.end - span.start for span in claim.content) - _cited(claim)


def _cited(claim: Claim) -> bool:
    return claim.rule.endswith(".cited")


def _innermost(
    claims: Sequence[Claim], among: frozenset[int], points: Sequence[Span], own: Sequence[tuple[int, int]]
) -> list[int | None]:
    """Return for each point the smallest claim over it that is none of its ``own`` and larger than its own size.

    One sweep over the text, so that a long article costs no more per claim than a short one.
    """
    sizes = list(map(_size, claims))
    pieces = sorted((span, k) for k in among for span in claims[k].content)
    out: list[int | None] = [None] * len(points)
    active: list[tuple[Span, int]] = []
    following = 0
    for point, k in sorted((point, k) for k, point in enumerate(points)):
        while following < len(pieces) and pieces[following][0].start <= point.start:
            active.append(pieces[following])
            following += 1
        active = [piece for piece in active if piece[0].end > point.start]
        holding = [j for span, j in active if j != own[k][0] and sizes[j] > own[k][1] and span.contains(point)]
        out[k] = min(holding, key=lambda j: (sizes[j], j), default=None)
    return out


def voiced(claim: Claim) -> bool:
    """Say whether a claim's content counts as its source's word (ANNOTATION: not after *condemned*, not after *wants*).

    A verdict or wish with a quotation in it is somebody's word after all; an act of speech that is only proposed or
    possible (*could ask them to leave*) gives its content no source.
    """
    kind, _, shape = claim.rule.partition(".")
    return not shape.endswith(("unreal", "as-echo")) and (kind not in _UNVOICED or shape == "quote")


def chains(claims: Sequence[Claim], spans: Sequence[Span]) -> list[tuple[int, ...]]:
    """Return for each span the positions of the voiced claims over it, outermost first."""
    heard = frozenset(k for k, claim in enumerate(claims) if voiced(claim))
    return [_upwards(claims, k) for k in _innermost(claims, heard, spans, [(-1, 0)] * len(spans))]


def chain(claims: Sequence[Claim], span: Span) -> tuple[int, ...]:
    """Return the positions of the voiced claims over one span, outermost first."""
    over = (k for k, claim in enumerate(claims) if any(piece.contains(span) for piece in claim.content))
    sized = ((_size(claims[k]), k) for k in over if voiced(claims[k]))
    return _upwards(claims, min((found for found in sized if found[0] > 0), default=(0, None))[1])


def _upwards(claims: Sequence[Claim], at: int | None) -> tuple[int, ...]:
    """Return a claim and those in whose content it stands, the voiced ones, outermost first."""
    voices: list[int] = []
    while at is not None:
        if voiced(claims[at]):
            voices.append(at)
        at = claims[at].parent
    return tuple(reversed(voices))
