"""Parquet → pages: one row a page. Columns that hold nothing of a page are not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from facta.article.archives import damage
from facta.article.archives.columns import Columns
from facta.article.archives.page import Damage, Page

_ROWS = 64  # rows held at a time


def read(path: Path, name: str, columns: Columns) -> Iterator[Page | Damage]:
    """Yield the pages of a file; ``name`` is what to call it. Rows count from 1.

    Raises:
        OSError: it cannot be opened.

    """
    number = 0
    try:
        with pq.ParquetFile(path) as file:
            wanted = columns.wanted(file.schema_arrow.names)
            if not columns.hold_pages(wanted):
                yield damage.of_file(name, "it has no column for text or HTML",
                                     "Name the column with --column text=NAME.")
                return
            each = path.stat().st_size // max(1, file.metadata.num_rows)
            for batch in file.iter_batches(batch_size=_ROWS, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    where = f"{name}:{number}"
                    page = columns.page(where, name, row, each)
                    yield page or damage.of_row(where, name, "it has neither text nor HTML")
    except (pa.ArrowException, UnicodeDecodeError, OverflowError) as error:
        what = str(error).splitlines()[0][:200]
        yield damage.of_file(name, f"it cannot be read after row {number} ({what})", "Make or fetch it again.")
