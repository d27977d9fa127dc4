"""What is politics: records need a political party, or an article that speaks of politics (ANNOTATION, the mention)."""

from __future__ import annotations

from collections.abc import Sequence

from facta.records import Actor, Event, Mention, Participant

#: Sectors whose acts are political whoever the other party is.
POLITICAL = frozenset(
    ("GOV", "MIL", "SPY", "LEG", "JUD", "COP", "PTY", "OPP", "REB", "PRM", "UAF", "PRE", "ELI", "SOC", "LAB")
)
#: Codes of bodies that are political whatever their sector.
BODIES = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG"))
#: An article speaks of politics when this share of its sentences names a political party. The share is above .6 in
#: political news and below .25 in travel guides, reviews and advice (seen on some thirty pages).
POLITICAL_SHARE = 0.5
#: Below this one an article is about something else: only acts that a political party does itself are kept.
UNPOLITICAL_SHARE = 0.3
#: Fewer sentences than this tell nothing about what an article speaks of.
MIN_SENTENCES = 8


def share(mentions: Sequence[Mention], sentences: int) -> float:
    """Return the share of sentences in which a political party is named as such, not only as a place."""
    named = {m.sentence for m in mentions if m.rule != "place" and any(map(is_political, m.actors))}
    return len(named) / sentences if sentences else 0.0


def is_unpolitical(mentions: Sequence[Mention], sentences: int) -> bool:
    """Say whether an article is long enough to tell, and speaks of something else than politics."""
    return sentences >= MIN_SENTENCES and share(mentions, sentences) < UNPOLITICAL_SHARE


def is_political(party: Actor | Participant) -> bool:
    """Say whether someone is a political party by sector or by kind of body."""
    return party.code in BODIES or (party.sector or "").split(" ")[0] in POLITICAL


def keeps(event: Event, share_: float, sentences: int) -> bool:
    """Say whether a record belongs in the book: who takes part decides, else what the article speaks of."""
    parties = (*event.actors, *event.recipients)
    short = sentences < MIN_SENTENCES
    if any(map(is_political, event.actors)) or (event.type == "PROTEST" and parties):
        return True
    if any(map(is_political, event.recipients)):
        return short or share_ >= UNPOLITICAL_SHARE
    if event.happened and not any(p.code or p.sector for p in parties):
        return False
    return short or share_ >= POLITICAL_SHARE
