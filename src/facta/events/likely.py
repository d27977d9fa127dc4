"""Who fills the roles of an act: those that the grammar names, mended by the encoder where it is silent or astray.

Every number was set on ``corpus/dev``.
"""

from __future__ import annotations

from collections.abc import Sequence

from facta.events.match import Hit
from facta.events.roles import Roles
from facta.records import Hints, Mention, Sentence

#: An empty role takes those whom the encoder is so sure of.
TAKE = 0.5
#: Those whom the grammar names give way when none of them is likelier than this …
DOUBTED = 0.1
#: … and somebody else is at least so likely.
INSTEAD = 0.6
#: Who is so surely in the other role, and so many times less likely in this one, is not in this one.
SWAPPED, SWAP = 0.8, 0.6
_SHARED = ("reciprocal",)


def mended(found: Roles, hit: Hit, mentions: Sequence[Mention], hints: Hints | None) -> Roles:
    """Return the roles of an act with the encoder's help."""
    if hints is None:
        return found
    sentence = hit.slots.sentence
    own = [m for m in mentions if m.actors and not (m.start <= hit.slots.token.start < m.end)]
    likely = [_likelihood(sentence, m, hints.actors[hit.i], hints.recipients[hit.i]) for m in own]
    actors = _role(found.actors, own, [a for a, _ in likely], [r for _, r in likely])
    if found.rule in _SHARED:
        return found if actors == found.actors else Roles(actors, (), f"{found.rule}; encoder")
    recipients = _role(found.recipients, own, [r for _, r in likely], [a for a, _ in likely])
    recipients = tuple(m for m in recipients if m not in actors)
    if (actors, recipients) == (found.actors, found.recipients):
        return found
    turned = any(m in recipients for m in found.actors)
    return Roles(actors, recipients, f"{found.rule}; encoder{': passive' if turned else ''}", turned)


def _role(
    named: tuple[Mention, ...], mentions: Sequence[Mention], here: Sequence[float], there: Sequence[float]
) -> tuple[Mention, ...]:
    """Return who fills one role: those named, or those likelier in this role than in the other."""
    named = tuple(
        m for m in named
        if not any(o is m and q >= SWAPPED and p < SWAP * q for o, p, q in zip(mentions, here, there, strict=True))
    )
    sure = TAKE if not named else INSTEAD
    if named and any(p > DOUBTED for m, p in zip(mentions, here, strict=True) if m in named):
        return named
    better = [m for m, p, q in zip(mentions, here, there, strict=True) if p >= sure and p > q]
    return _outermost(better) or named


def _outermost(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions that stand inside no other of them."""
    return tuple(
        m for m in mentions
        if not any(o is not m and o.start <= m.start and m.end <= o.end and (o.end - o.start) > (m.end - m.start)
                   for o in mentions)
    )


def _likelihood(
    sentence: Sentence, mention: Mention, actors: Sequence[float], recipients: Sequence[float]
) -> tuple[float, float]:
    """Return how likely a mention is actor and recipient: what its likeliest word is."""
    inside = sentence.within(mention.start, mention.end)
    return max(actors[k] for k in inside), max(recipients[k] for k in inside)
