"""The encoder: reads one sentence at a time and says what each word may be. The only module that runs a model.

Sentences go in one by one: what a sentence gives never depends on what it is read together with, or in which order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

import numpy as np
import onnxruntime

from facta.hints.pieces import Pieces
from facta.hints.words import named, plain
from facta.records import Hints, Sentence
from facta.resources.model import Model, load_model
from facta.resources.roster import Roster

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Rewritings of the model by the runtime that make it slower.
_SLOWER = ["SkipLayerNormFusion"]
#: What is asked of the model, in this order.
OUTPUTS = ("types", "modes", "sectors", "pairs")


class Rows(Sequence[Sequence[float]]):
    """A table of probabilities whose rows become lists when they are first asked for: few ever are."""

    __slots__ = ("_rows", "_table")

    def __init__(self, table: NDArray[np.float32]) -> None:
        self._table = table
        self._rows: dict[int, list[float]] = {}

    @overload
    def __getitem__(self, i: int) -> list[float]: ...
    @overload
    def __getitem__(self, i: slice) -> list[list[float]]: ...
    def __getitem__(self, i: int | slice) -> list[float] | list[list[float]]:
        if isinstance(i, slice):
            return [self[k] for k in range(len(self))[i]]
        row = self._rows.get(i)
        if row is None:
            row = self._rows[i] = self._table[i].tolist()
        return row

    def __len__(self) -> int:
        return len(self._table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and np.array_equal(self._table, other._table)

    __hash__ = None  # type: ignore[assignment]  # a table, no key


class Encoder:
    """Loads the model and reads with it, on one core; make it once and reuse it."""

    def __init__(self, roster: Roster, model: Model | None = None) -> None:
        self._roster, self._model = roster, model or load_model()
        self._pieces = Pieces(self._model.pieces, self._model.max_pieces)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            self._model.weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )

    @property
    def digest(self) -> str:
        """Digest of the weights in use, for ``Origin``."""
        return self._model.digest

    def read(self, text: str, sentence: Sentence) -> Hints:
        """Return the hints of a sentence of ``text``."""
        states = named(text, sentence, self._roster)
        ids, first = self._pieces.encode(plain(sentence, states, self._model.stand_in))
        inputs = {"ids": np.array([ids], dtype=np.int64), "first": np.array([first], dtype=np.int64)}
        types, modes, sectors, pairs = (rows[0] for rows in self._session.run(OUTPUTS, inputs))
        actors, recipients, owners = pairs
        end = bisect_left(first, self._model.max_pieces - 2)
        types[end:] = 0.0  # cut off: nothing was read there, so there is no act
        types[end:, 0] = 1.0
        return Hints(
            names=self._model.types, mode_names=self._model.modes, sector_names=self._model.sectors,
            states={k: s.code for s in states for k in range(s.first, s.last + 1)},
            types=Rows(types), peaks=types[:, 1:].max(axis=1).tolist(), modes=Rows(modes), actors=Rows(actors),
            recipients=Rows(recipients), sectors=Rows(sectors), owners=Rows(owners),
        )
