"""The network: the first layers of a small pretrained encoder, and a head for each question that is put to a word."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

#: Width of the vectors by which an act and the words of its parties find each other.
PAIR_WIDTH = 96
DROPOUT = 0.1
#: Questions that are put to pairs of words: act and actor, act and recipient, party and the name of its state.
PAIRS = 3


class Reader(nn.Module):
    """Reads word pieces; answers for each word what it may be, and for each pair of words who did it, to whom."""

    def __init__(self, encoder: BertModel, layers: int, types: int, modes: int, statuses: int, sectors: int) -> None:
        super().__init__()
        encoder.encoder.layer = encoder.encoder.layer[:layers]
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.types = nn.Linear(width, types)
        self.modes = nn.Linear(width, modes)
        self.statuses = nn.Linear(width, statuses)
        self.negative = nn.Linear(width, 1)
        self.sectors = nn.Linear(width, sectors)
        self.first = nn.Linear(width, PAIRS * PAIR_WIDTH)
        self.second = nn.Linear(width, PAIRS * PAIR_WIDTH)
        self.prior = nn.Linear(width, PAIRS)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return logits: types, modes, statuses (batch, word, label), negation (batch, word), sectors, pairs.

        Pairs are (batch, question, first word, second word).
        """
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        words = self.drop(hidden.gather(1, first.unsqueeze(-1).expand(-1, -1, hidden.size(-1))))
        shape = (*words.shape[:2], PAIRS, PAIR_WIDTH)
        pairs = torch.einsum("bird,bjrd->brij", self.first(words).view(shape), self.second(words).view(shape))
        pairs = pairs / PAIR_WIDTH**0.5 + self.prior(words).permute(0, 2, 1).unsqueeze(2)
        negative = self.negative(words).squeeze(-1)
        return self.types(words), self.modes(words), self.statuses(words), negative, self.sectors(words), pairs


class Answers(nn.Module):
    """The network for one sentence at a time, with probabilities: what is exported.

    It holds the weights of a ``Reader`` in the fewest products: the three of attention in one, the heads in one, and no
    mask, for nothing is filled up. Status and negation are asked in training, where they help the other answers; the
    rules answer them better.
    """

    def __init__(self, reader: Reader, longest: int) -> None:
        super().__init__()
        self.layers = reader.encoder.encoder.layer
        self.heads = reader.encoder.config.num_attention_heads
        given = reader.encoder.embeddings
        self.pieces, self.norm = given.word_embeddings, given.LayerNorm
        places = given.position_embeddings.weight[:longest] + given.token_type_embeddings.weight[0]
        self.register_buffer("places", places.detach())
        parts = [(layer.attention.self.query, layer.attention.self.key, layer.attention.self.value)
                 for layer in self.layers]
        self.attention = nn.ModuleList(_joined(part) for part in parts)
        asked = (reader.types, reader.modes, reader.sectors, reader.first, reader.second, reader.prior)
        self.answers, self.widths = _joined(asked), [head.out_features for head in asked]

    def forward(self, ids: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the answers as probabilities; ``ids`` and ``first`` are (1, pieces) and (1, words)."""
        hidden = self.norm(self.pieces(ids) + self.places[: ids.size(1)])
        for layer, attention in zip(self.layers, self.attention, strict=True):
            query, key, value = attention(hidden).view(1, -1, 3, self.heads, hidden.size(-1) // self.heads).permute(
                2, 0, 3, 1, 4
            )
            looked = (query @ key.transpose(-1, -2) * key.size(-1) ** -0.5).softmax(-1) @ value
            looked = layer.attention.output.dense(looked.transpose(1, 2).reshape(hidden.shape))
            hidden = layer.attention.output.LayerNorm(looked + hidden)
            thought = layer.output.dense(functional.gelu(layer.intermediate.dense(hidden)))
            hidden = layer.output.LayerNorm(thought + hidden)
        words = hidden.index_select(1, first.flatten())
        types, modes, sectors, one, two, prior = self.answers(words).split(self.widths, dim=-1)
        shape = (1, -1, PAIRS, PAIR_WIDTH)
        pairs = one.view(shape).permute(0, 2, 1, 3) @ two.view(shape).permute(0, 2, 3, 1) * PAIR_WIDTH**-0.5
        pairs = pairs + prior.transpose(1, 2).unsqueeze(2)
        return types.softmax(-1), modes.softmax(-1), sectors.softmax(-1), pairs.sigmoid()


def _joined(parts: Sequence[nn.Linear]) -> nn.Linear:
    """Return several products of the same input as one."""
    out = nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    out.weight.data = torch.cat([part.weight for part in parts]).detach()
    out.bias.data = torch.cat([part.bias for part in parts]).detach()
    return out


def keep_pieces(encoder: BertModel, kept: Sequence[int]) -> None:
    """Drop the word pieces that are not kept from an encoder; the rest is numbered in the order given."""
    old = encoder.embeddings.word_embeddings.weight.data
    table = nn.Embedding(len(kept), old.size(1), padding_idx=0)
    table.weight.data = old[torch.tensor(list(kept))].clone()
    encoder.embeddings.word_embeddings = table
    encoder.config.vocab_size = len(kept)
