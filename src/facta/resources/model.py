"""A trained model: its weights, its word pieces, and what its numbers mean.

A model is a folder of ``resources/models/``: ``model.toml`` (labels, and how it was made), ``vocab.txt`` (one word
piece a line) and ``model.onnx``. ``python -m training`` rebuilds it from the corpus.

>>> load_model().types[0], len(load_model().types)
('', 17)
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from facta.errors import ResourceError


@dataclass(frozen=True, slots=True)
class Model:
    """Labels in the order of the model's outputs (the first type is none at all), stand-ins for names, and weights.

    ``stand_in`` gives the word that every name of a form (``name``, ``adj``, ``person``, ``people``, ``capital``) is
    read as, so that no verdict depends on which state is named.
    """

    types: tuple[str, ...]
    modes: tuple[str, ...]
    sectors: tuple[str, ...]
    stand_in: Mapping[str, str]
    max_pieces: int
    pieces: tuple[str, ...]
    weights: bytes
    digest: str


@lru_cache(maxsize=2)
def load_model(folder: Path | None = None) -> Model:
    """Load the built-in model, or one from a folder.

    Raises:
        ResourceError: a file of the model is missing or cannot be understood.

    """
    root: Traversable | Path = folder or files("facta.resources") / "models" / "hints"
    try:
        card = tomllib.loads((root / "model.toml").read_text(encoding="utf-8"))
        weights = (root / "model.onnx").read_bytes()
        vocabulary = (root / "vocab.txt").read_text(encoding="utf-8")
        return Model(
            types=tuple(card["types"]), modes=tuple(card["modes"]),
            sectors=tuple(card["sectors"]),
            stand_in=card["stand_in"], max_pieces=int(card["max_pieces"]), pieces=tuple(vocabulary.splitlines()),
            weights=weights, digest=hashlib.sha256(weights + vocabulary.encode()).hexdigest()[:16],
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ResourceError(
            "R07", str(root), f"the model cannot be loaded ({error!r})", "Reinstall, or rebuild it: python -m training."
        ) from error
