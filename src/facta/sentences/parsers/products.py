"""Matrix products by NumPy's BLAS in place of the one that thinc ships, which has no kernels for newer processors.

The parser spends half of its time in products; ``benchmarks/speed`` shows what that is worth beside the parser as it
comes. What it says of the words stays the same (``tests/sentences/test_products.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

    Matrix = NDArray[np.float32]


class BlasOps(NumpyOps):  # type: ignore[misc]  # thinc has no types here
    """thinc's operations on the processor, with products by ``numpy.dot``."""

    def gemm(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """Return the product of two matrices, each transposed first if asked for."""
        left, right = (x.T if trans1 else x), (y.T if trans2 else y)
        return np.dot(left, right) if out is None else np.dot(left, right, out=out)


def use_blas(nlp: Language) -> None:
    """Let every layer of a pipeline multiply by NumPy."""
    ops = BlasOps()
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") and pipe.model is not None else ():
            node.ops = ops
