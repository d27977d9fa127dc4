"""Fitting the network to the corpus."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.data import Act, Example, Named
from training.network import Reader

BATCH = 16
LABEL_SMOOTHING = 0.05
#: How much each question counts, set on the development texts.
TYPE_WEIGHT, MODE_WEIGHT, STATUS_WEIGHT, ROLE_WEIGHT, SECTOR_WEIGHT, STATE_WEIGHT = 4.0, 0.3, 0.5, 2.0, 0.3, 0.3
#: Words that name a party are rare among all words of a sentence; more would make the encoder too sure of itself.
PARTY_WEIGHT = 1.5
ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.01
WARM_UP, LOWEST = 0.06, 0.02
IGNORED = -100


class Labels:
    """Numbers of the labels."""

    def __init__(
        self, types: Sequence[str], modes: Sequence[str], statuses: Sequence[str], sectors: Sequence[str]
    ) -> None:
        self.types = {name: n for n, name in enumerate(types)}
        self.modes = {name: n for n, name in enumerate(modes)}
        self.statuses = {name: n for n, name in enumerate(statuses)}
        self.sectors = {name: n for n, name in enumerate(sectors)}


def batch(rows: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Return piece numbers, mask and places of first pieces of some sentences, filled up to the longest."""
    pieces, words = max(len(r.ids) for r in rows), max(len(r.first) for r in rows)
    ids, mask = torch.zeros(len(rows), pieces, dtype=torch.long), torch.zeros(len(rows), pieces, dtype=torch.long)
    first = torch.zeros(len(rows), words, dtype=torch.long)
    for n, row in enumerate(rows):
        ids[n, : len(row.ids)] = torch.tensor(row.ids)
        mask[n, : len(row.ids)] = 1
        first[n, : len(row.first)] = torch.tensor(row.first)
    return ids, mask, first


def fit(reader: Reader, rows: Sequence[Example], labels: Labels, *, epochs: int, seed: int) -> None:
    """Train in place, printing the mean loss of each epoch."""
    chance = random.Random(seed)  # noqa: S311 - order of training, no secret
    own = {id(p) for p in reader.encoder.parameters()}
    heads = [p for p in reader.parameters() if id(p) not in own]
    optimiser = torch.optim.AdamW(
        [{"params": list(reader.encoder.parameters()), "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}],
        weight_decay=DECAY,
    )
    steps = epochs * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(LOWEST, 1 - step / steps)
    )
    reader.train()
    for epoch in range(epochs):
        order = sorted(rows, key=lambda r: len(r.ids) + 12 * chance.random())
        groups = [order[k : k + BATCH] for k in range(0, len(order), BATCH)]
        chance.shuffle(groups)
        total = 0.0
        for group in groups:
            with torch.autocast("cpu", torch.bfloat16):  # several times as fast where the processor knows it
                value = loss(reader, group, labels)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += value.item()
        print(f"epoch {epoch + 1} of {epochs}: loss {total / len(groups):.3f}", flush=True)
    reader.eval()


def loss(reader: Reader, rows: Sequence[Example], labels: Labels) -> Tensor:
    """Return the loss of some sentences."""
    types, modes, statuses, negative, sectors, pairs = reader(*batch(rows))
    wanted = torch.full(types.shape[:2], IGNORED)
    parts: list[Tensor] = []
    for n, row in enumerate(rows):
        wanted[n, : len(row.first)] = 0
        for act in row.acts:
            wanted[n, list(act.words)] = labels.types[act.type]
            at, many = list(act.words), len(act.words)
            known = labels.modes.get(f"{act.type}/{act.mode}")
            value = STATUS_WEIGHT * (
                F.cross_entropy(statuses[n, at], torch.tensor([labels.statuses[act.status]] * many))
                + F.binary_cross_entropy_with_logits(negative[n, at], torch.full((many,), float(act.negative)))
            ) + ROLE_WEIGHT * _roles(pairs[n, :2, at, : len(row.first)], act)
            if known is not None:
                value = value + MODE_WEIGHT * F.cross_entropy(modes[n, at], torch.tensor([known] * many))
            for party in act.parties:
                value = value + _party(sectors[n], pairs[n, 2], party, labels) / len(act.parties)
            parts.append(value)
    first = F.cross_entropy(
        types.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, label_smoothing=LABEL_SMOOTHING
    )
    return TYPE_WEIGHT * first + (torch.stack(parts).mean() if parts else 0.0)


def _party(sectors: Tensor, states: Tensor, party: Named, labels: Labels) -> Tensor:
    """Return the loss of what is asked of a party: its sector, and which names of states are that of its own."""
    at = list(party.words)
    value = SECTOR_WEIGHT * F.cross_entropy(sectors[at], torch.tensor([labels.sectors[party.sector]] * len(at)))
    shown = [*party.state, *party.other]
    if shown:
        wanted = torch.tensor([1.0] * len(party.state) + [0.0] * len(party.other)).expand(len(at), -1)
        value = value + STATE_WEIGHT * F.binary_cross_entropy_with_logits(states[at][:, shown], wanted)
    return value


def _roles(logits: Tensor, act: Act) -> Tensor:
    """Return the loss of the roles of an act; ``logits`` are (role, word of the act, word of the sentence)."""
    wanted = torch.zeros_like(logits)
    wanted[0, :, list(act.actors)] = 1
    wanted[1, :, list(act.recipients)] = 1
    return 2 * F.binary_cross_entropy_with_logits(logits, wanted, pos_weight=torch.tensor(PARTY_WEIGHT))
