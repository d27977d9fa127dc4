"""Parties as the rules leave them → parties as all the evidence has them.

Every state or body that is spoken of near an act is weighed for each role (``evidence``); those for whom more speaks
than against are the parties. What the rules say is the strongest evidence, not the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from facta.events.drafts import Draft
from facta.events.parties.evidence import UNKNOWN, Act, Evidence, Scene, candidates, codes
from facta.events.parties.sectors import mend
from facta.records import Mention, Participant
from facta.resources.weights import total

#: Acts that the state of things before an act is told by: the one before, and the last of the same type, so near.
NEAR = 6
#: A party that the encoder is so sure of is named by its own words, not by those of the party that it replaces.
NAMED = 0.3
#: Evidence above which a candidate is a party; set on corpus/dev.
ENOUGH = 0.0
#: The same for one whom the rules have found, and for one who is not named in the sentence.
KEEP = -1.0
FETCH = 0.4
_LEARNED = "weighed"
#: Words before and after its head that a phrase is quoted with.
PHRASE = 6

#: The acts of an article, each with its place.
Placed = list[tuple[Draft, Mention | None]]
#: Gives the codes of those in whose words an act stands.
SourcesOf = Callable[[Draft], tuple[str, ...]]


def acts(found: Placed, sources_of: SourcesOf) -> Iterator[Act]:
    """Yield each act with what is known around it."""
    for k, (draft, place) in enumerate(found):
        near = [d for d, _ in found[max(0, k - NEAR) : k]]
        alike = next((d for d in reversed(near) if d.code.type == draft.code.type), None)
        where = next((a.code for a in place.actors if a.code), None) if place else None
        yield Act(draft, where, sources_of(draft), near[-1] if near else None, alike)


def choose(
    found: Placed, scene: Scene, sources_of: SourcesOf, *, weights: Mapping[str, float], sectors: Mapping[str, float]
) -> Placed:
    """Return the acts with the parties for whom most speaks, and their sectors."""
    chosen = [_settled(act, scene, weights) for act in acts(found, sources_of)]
    if sectors:
        chosen = [mend(draft, scene, sectors) for draft in chosen]
    return [(draft, place) for draft, (_, place) in zip(chosen, found, strict=True)]


def _settled(act: Act, scene: Scene, weights: Mapping[str, float]) -> Draft:
    evidence = Evidence(act, scene)
    draft = act.draft
    held = {"a": draft.actors, "r": draft.recipients}
    for role in ("a", "r"):
        wanted = [
            code for code in candidates(act, scene, role)
            if total(weights, evidence.features(role, code)) > _enough(code, held[role], evidence, role)
        ]
        if frozenset(wanted) != codes(held[role]):
            held[role] = _parties(held[role], wanted, role, evidence, scene)
    if (held["a"], held["r"]) == (draft.actors, draft.recipients):
        return draft
    return replace(draft, actors=held["a"], recipients=held["r"], rule=f"{draft.rule}; {_LEARNED}")


def _enough(code: str, held: Sequence[Participant], evidence: Evidence, role: str) -> float:
    """Return how much must speak for a candidate: least for whom the rules name, most for who stands elsewhere."""
    if code in codes(held):
        return KEEP
    return ENOUGH if code in evidence.likely[role] else FETCH


def _parties(
    old: Sequence[Participant], wanted: Sequence[str], role: str, evidence: Evidence, scene: Scene
) -> tuple[Participant, ...]:
    """Return the parties of the wanted codes: those of the rules, else as the text names them nearest to the act."""
    kept = [p for p in old if (p.code or UNKNOWN) in wanted]
    spare = [p for p in old if (p.code or UNKNOWN) not in wanted and p.start is not None]
    for code in [code for code in wanted if code not in codes(kept)]:
        named = None if evidence.likely[role].get(code, 0.0) < NAMED else evidence.how.get(code)
        if named is None and spare:
            kept.append(replace(spare.pop(0), code=code or None, name=None, id=None))
            continue
        word = evidence.word[role]
        if named is None and word is not None:
            kept.append(_described(word, code, evidence, scene))
            continue
        mention = named or _nearest(code, evidence.draft, scene)
        if mention is not None:
            kept += [
                Participant(
                    text=mention.text, start=mention.start, end=mention.end, code=a.code, sector=a.sector, name=a.name,
                    id=a.id,
                )
                for a in mention.actors if (a.code or UNKNOWN) == code
            ]
    return tuple(sorted(kept, key=lambda p: (p.start is None, p.start or 0)))


def _described(i: int, code: str, evidence: Evidence, scene: Scene) -> Participant:
    """Return the party that a phrase names in which the rules see nobody, with the sector that the encoder sees."""
    sentence, hints = evidence.draft.sentence, scene.hints[evidence.draft.number]
    words = [k for k in sentence.subtree(i) if abs(k - i) <= PHRASE]
    start, end = sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end
    sector = hints.sector(i)[0] if hints is not None else ""
    return Participant(text=scene.text[start:end], start=start, end=end, code=code or None, sector=sector or None)


def _nearest(code: str, draft: Draft, scene: Scene) -> Mention | None:
    """Return the last words before an act that name a state or body, best its government, else the first after it."""
    own = [m for m in scene.mentions if code in codes(m.actors)]
    rulers = [m for m in own if any(a.sector == "GOV" for a in m.actors)] or own
    before = [m for m in rulers if m.sentence <= draft.number]
    return before[-1] if before else rulers[0] if rulers else None
