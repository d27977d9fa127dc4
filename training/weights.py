"""A logistic regression on named features, written as a table that people can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

import click
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from facta.evaluate import gold
from facta.evaluate.marks import GoldArticle
from facta.hints import Encoder
from facta.pipeline.coder import Coder
from facta.resources.model import load_model
from facta.resources.roster import load_roster

MODELS = "src/facta/resources/models"
#: A feature seen in fewer cases says nothing.
SEEN = 4
DIGITS = 3

Case = tuple[list[str], bool]
AnyCoder = TypeVar("AnyCoder", bound=Coder)


def command(
    name: str, make: type[AnyCoder], cases: Callable[[GoldArticle, AnyCoder], Iterator[Case]], penalty: float
) -> click.Command:
    """Return the command that learns a table of weights from gold texts, with hints for texts that are new to them."""

    @click.command(name=name)
    @click.option("--half", "halves", nargs=2, multiple=True, required=True,
                  type=click.Path(exists=True, path_type=Path), help="Gold texts, and an encoder new to them.")
    @click.option("--out", type=click.Path(path_type=Path), default=f"{MODELS}/{name}", show_default=True)
    def learn(*, halves: tuple[tuple[Path, Path], ...], out: Path) -> None:
        """Learn from gold texts and write the weights to a folder."""
        with ProcessPoolExecutor(len(halves)) as pool:
            rows = list(chain.from_iterable(pool.map(partial(_read, make, cases), halves)))
        weights = fit(rows, penalty)
        write(weights, out, f"Evidence learned from the corpus; made by python -m training.{name}.")
        click.echo(f"{len(rows)} cases, {len(weights)} weights")

    return learn


def _read(
    make: type[AnyCoder], cases: Callable[[GoldArticle, AnyCoder], Iterator[Case]], half: tuple[Path, Path]
) -> list[Case]:
    """Return the cases of gold texts, with the hints of an encoder that is new to them."""
    texts, folder = half
    coder = make(encoder=Encoder(load_roster(), load_model(folder)))
    return [case for article in gold.load([texts]) for case in cases(article, coder)]


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
