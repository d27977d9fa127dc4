"""Learned weights of named features: a table of two columns, ``feature`` and ``weight``.

>>> load_weights("no such model")
{}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import repeat

from facta.resources.table import load_table


def total(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """Return the sum of the weights of some features; one without weight counts nothing.

    >>> total({"a": 1.5, "b": -1.0}, ("a", "b", "c"))
    0.5
    """
    return sum(map(weights.get, names, repeat(0.0)))


@lru_cache(maxsize=4)
def load_weights(name: str) -> Mapping[str, float]:
    """Return the weights of a model of ``resources/models``; none when it has not been made.

    Raises:
        ResourceError: a line is wrong.

    """
    path = files("facta.resources") / "models" / name / "weights.tsv"
    if not path.is_file():
        return {}
    out = {}
    for row in load_table(path, ("feature", "weight"), key=("feature",)):
        try:
            out[row["feature"]] = float(row["weight"])
        except ValueError:
            raise row.wrong(f'"{row["weight"]}" is no number', f"Rebuild it: python -m training.{name}.") from None
    return out
