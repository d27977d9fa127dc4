"""What speaks for a state or body as a party of an act: features, whose weights are learned from the corpus.

A feature is a short text such as ``r t=ACCUSE e=6``: the role (a, r), the type of the act, how sure the encoder is.
Weights: ``resources/models/parties/weights.tsv``, made by ``python -m training.parties``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from facta.events.drafts import Draft
from facta.records import Actor, Hints, Mention, Participant, Sentence
from facta.resources.roster import SUPRANATIONAL

#: Nobody whose state is known: the code of a party without one.
UNKNOWN = ""
#: Between these lie the grades of what the encoder thinks.
_GRADES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9)
#: A word that is a party at least so likely may tell, by its state, who the party is.
LIKELY = 0.3
#: Grades of a distance in sentences.
_NEAR = (1, 2, 3, 6)
#: States after this many of an article's most named ones count as named by the way.
_RANKS = 3
#: States that are candidates wherever in the article an act stands.
MAIN = 4
#: Sentences before an act whose states are candidates.
REACH = 2


@dataclass(slots=True)
class Scene:
    """What the article says of states and bodies, before roles are settled."""

    text: str
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    hints: Sequence[Hints | None]
    by_sentence: list[list[Mention]] = field(init=False)
    ranks: dict[str, int] = field(init=False)
    named_at: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_sentence = [[] for _ in self.sentences]
        counts: Counter[str] = Counter()
        self.named_at = {}
        for mention in self.mentions:
            self.by_sentence[mention.sentence].append(mention)
            for code in in_order(mention.actors):
                counts[code] += 1
                self.named_at.setdefault(code, []).append(mention.sentence)
        counts.pop(UNKNOWN, None)
        self.ranks = {code: rank for rank, (code, _) in enumerate(counts.most_common())}

    def since(self, code: str, number: int) -> int | None:
        """Return how many sentences ago a state was last named (0: in this one), or None when only later or never."""
        at = self.named_at.get(code, ())
        k = bisect_right(at, number)
        return number - at[k - 1] if k else None


@dataclass(frozen=True, slots=True)
class Act:
    """An act whose parties are to be settled: as the rules left it, and what is known around it."""

    draft: Draft
    place: str | None
    sources: tuple[str, ...]
    before: Draft | None
    alike: Draft | None


def in_order(parties: Sequence[Participant] | Sequence[Actor]) -> tuple[str, ...]:
    """Return the codes of some parties in their order, each once; one without state is UNKNOWN."""
    if len(parties) == 1:
        return (parties[0].code or UNKNOWN,)
    return tuple(dict.fromkeys(p.code or UNKNOWN for p in parties))


def codes(parties: Sequence[Participant] | Sequence[Actor]) -> frozenset[str]:
    """Return the codes of some parties."""
    return frozenset(in_order(parties))


def candidates(act: Act, scene: Scene, role: str) -> list[str]:
    """Return the codes that may fill a role of an act, those of the rules and of its own sentence first.

    Who is not named beside the act is one only where the rules find nobody.

    Their order is that of the text, never of the alphabet: no verdict may depend on what a state is called.
    """
    draft = act.draft
    out = dict.fromkeys(in_order((*draft.actors, *draft.recipients)))
    reach = 0 if (draft.actors if role == "a" else draft.recipients) else REACH
    for number in range(draft.number, max(-1, draft.number - reach - 1), -1):
        for mention in scene.by_sentence[number]:
            out.update(dict.fromkeys(in_order(mention.actors)))
    if not reach:
        return list(out)
    out.update(dict.fromkeys(code for code, rank in scene.ranks.items() if rank < MAIN))
    out.update(dict.fromkeys(act.sources))
    return list(out)


class Evidence:
    """The features of all candidates of one act."""

    def __init__(self, act: Act, scene: Scene) -> None:
        self.act, self.scene, self.draft = act, scene, act.draft
        self.held = {"a": codes(self.draft.actors), "r": codes(self.draft.recipients)}
        hints, own = scene.hints[self.draft.number], scene.by_sentence[self.draft.number]
        rows: dict[str, Sequence[float]] = {"a": (), "r": ()} if hints is None else {
            "a": hints.actors[self.draft.hit.i], "r": hints.recipients[self.draft.hit.i],
        }
        self.likely: dict[str, dict[str, float]] = {"a": {}, "r": {}}
        self.how: dict[str, Mention] = {}
        self.open = {"a": 0.0, "r": 0.0}
        covered: set[int] = set()
        for mention in own:
            inside = self.draft.sentence.within(mention.start, mention.end)
            covered.update(inside)
            for role, row in rows.items():
                best = max((row[k] for k in inside), default=0.0) if row else 0.0
                for code in in_order(mention.actors):
                    if best >= self.likely[role].get(code, -1.0):
                        self.likely[role][code] = best
                        if role == "r" or code not in self.how:
                            self.how[code] = mention
        self.word: dict[str, int | None] = {"a": None, "r": None}
        self.owner: dict[str, dict[str, float]] = {"a": {}, "r": {}}
        for role, row in rows.items():
            self.open[role] = max((p for k, p in enumerate(row) if k not in covered), default=0.0)
            best = max(range(len(row)), key=row.__getitem__, default=0)
            if hints is not None and row[best] >= LIKELY:
                self.word[role] = best
                for k, code in hints.states.items():
                    self.owner[role][code] = max(self.owner[role].get(code, 0.0), hints.owners[best][k])

    def features(self, role: str, code: str) -> list[str]:
        """Return the names of what speaks for, or against, a code in a role."""
        draft, act, r, t = self.draft, self.act, role, self.draft.code.type
        other = "r" if role == "a" else "a"
        mine, theirs = self.held[role], self.held[other]
        rule = int(code in mine)
        side = f"{rule}{int(code in theirs)}{int(not mine)}"
        own = self.likely[role].get(code)
        e, across = _grade(own), _grade(self.likely[other].get(code))
        rest = max((p for c, p in self.likely[role].items() if c != code), default=None)
        best, free = _grade(rest), _grade(self.open[role])
        top = int(own is not None and own >= (rest or 0.0))
        since = self.scene.since(code, draft.number)
        last = "-" if since is None else str(bisect_right(_NEAR, since))
        rank = min(self.scene.ranks.get(code, _RANKS), _RANKS)
        mention = self.how.get(code)
        seen = mention.rule if mention else "-"
        sector = next((a.sector or "-" for a in mention.actors if (a.code or "") == code), "-") if mention else "-"
        shape = f"{int(draft.hit.slots.is_noun)}{int(draft.hit.slots.passive)}"
        kind = "none" if code == UNKNOWN else "body" if code in SUPRANATIONAL else "state"
        how = self._how(role) if rule else "-"
        o = _grade(self.owner[role].get(code))
        ob = _grade(max((p for c, p in self.owner[role].items() if c != code), default=None))
        source, place = int(code in act.sources), int(code == act.place)
        before, alike = _relation(code, theirs, act.before), _relation(code, theirs, act.alike)
        out = [
            r, f"{r} {kind}", f"{r} {side}", f"{r} {side} {kind}", f"{r} t={t} {side}", f"{r} t={t} {kind} {rule}",
            f"{r} {rule} e={e}", f"{r} {side} e={e}", f"{r} {rule} e={e} b={best}", f"{r} e={e} x={across}",
            f"{r} {side} e={e} top={top}", f"{r} t={t} e={e}", f"{r} t={t} {rule} top={top}", f"{r} {rule} free={free}",
            f"{r} {side} b={best} free={free}", f"{r} how={how}", f"{r} how={how} t={t}", f"{r} how={how} e={e}",
            f"{r} seen={seen} {rule}", f"{r} seen={seen} e={e}", f"{r} seen={seen} {side} {kind}",
            f"{r} {side} last={last}", f"{r} t={t} {side} last={last}", f"{r} {side} rank={rank}",
            f"{r} t={t} {side} rank={rank}", f"{r} {side} last={last} rank={rank}", f"{r} {side} src={source}",
            f"{r} t={t} {rule} src={source}", f"{r} {side} place={place}", f"{r} t={t} {side} place={place}",
            f"{r} {side} shape={shape}", f"{r} shape={shape} e={e}", f"{r} t={t} sec={sector} {rule}",
            f"{r} {rule} o={o}", f"{r} {rule} o={o} ob={ob}", f"{r} e={e} o={o}", f"{r} {side} o={o} free={free}",
            f"{r} how={how} o={o}", f"{r} seen={seen} o={o} {rule}", f"{r} sec={sector} e={e}",
            f"{r} {side} before={before}", f"{r} t={t} {side} before={before}",
            f"{r} {side} alike={alike}", f"{r} t={t} {side} alike={alike}", f"{r} sense={draft.sense} {side}",
        ]
        if act.before is not None:
            out.append(f"{r} {t}<{act.before.code.type} {side} before={before}")
        return out

    def _how(self, role: str) -> str:
        """Return how the rules came by those who fill a role: by grammar, or by one of the later steps."""
        steps = self.draft.rule.split("; ")
        word = "actor " if role == "a" else "recipient "
        later = [s for s in steps[1:] if s.startswith(word) or not s.startswith(("actor ", "recipient "))]
        return later[-1] if later else steps[0]


def _grade(p: float | None) -> str:
    return "-" if p is None else str(bisect_right(_GRADES, p))


def _relation(code: str, others: frozenset[str], act: Draft | None) -> str:
    """Return what a code, and those in the other role, did in another act: was actor (a), recipient (r), or neither."""
    if act is None:
        return "-"
    doers, done_to = codes(act.actors), codes(act.recipients)
    mine = f"{'a' if code in doers else ''}{'r' if code in done_to else ''}" or "0"
    theirs = f"{'a' if others & doers else ''}{'r' if others & done_to else ''}" or "0"
    return f"{mine}/{theirs}"
