"""A logistic regression on named features, written as a table that people can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

#: A feature seen in fewer cases says nothing.
SEEN = 4
DIGITS = 3

Case = tuple[list[str], bool]


def fit(rows: Sequence[Case], penalty: float) -> Mapping[str, float]:
    """Return the weights of the features that are seen often enough; ``penalty`` is the inverse strength."""
    counts = Counter(name for features, _ in rows for name in features)
    names = sorted(name for name, n in counts.items() if n >= SEEN)
    number = {name: k for k, name in enumerate(names)}
    columns = [[number[f] for f in features if f in number] for features, _ in rows]
    ends = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(ends[-1]), [k for c in columns for k in c], ends), shape=(len(rows), len(names)))
    model = LogisticRegression(C=penalty, max_iter=2000, fit_intercept=False)
    model.fit(matrix, [truth for _, truth in rows])
    return {name: round(float(w), DIGITS) for name, w in zip(names, model.coef_[0], strict=True) if round(w, DIGITS)}


def write(weights: Mapping[str, float], folder: Path, note: str) -> None:
    """Write weights to ``weights.tsv`` of a folder, sorted by name."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"# {note}", "feature\tweight", *(f"{name}\t{weights[name]:g}" for name in sorted(weights))]
    (folder / "weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
