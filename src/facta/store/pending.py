"""Shards on their way: what will be committed is written to one file first.

So a commit that was cut short is finished by the next writer without the input, whatever became of that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pyarrow as pa

from facta.store.place import PENDING, Place, guarded

_SUFFIX = ".shard"
Ready = Mapping[str, pa.Table]
"""What a shard adds to each table, ready to be committed as it is."""


def put(place: Place, shard: str, rows: Ready) -> None:
    """Write down what a shard will add, whole or not at all."""
    guarded(place.name, lambda: place.write(f"{PENDING}/{shard}{_SUFFIX}", _packed(rows)))


def done(place: Place, shard: str) -> None:
    """Forget a shard whose commit is complete."""
    guarded(place.name, lambda: place.remove(f"{PENDING}/{shard}{_SUFFIX}"))


def waiting(place: Place) -> Iterator[tuple[str, Ready]]:
    """Yield the shards whose commit was cut short, each with all that it adds."""
    for name in guarded(place.name, lambda: place.names(PENDING)):
        if name.endswith(_SUFFIX):
            data = guarded(place.name, lambda name=name: place.read(f"{PENDING}/{name}"))  # type: ignore[misc]
            if data is not None:
                yield name.removesuffix(_SUFFIX), _unpacked(data)


def _packed(rows: Ready) -> bytes:
    """Return tables as bytes: a line with their names and lengths, then each as an Arrow stream."""
    parts = []
    for name, table in rows.items():
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        parts.append((name, sink.getvalue().to_pybytes()))
    head = json.dumps([(name, len(data)) for name, data in parts]).encode()
    return b"\n".join((head, b"".join(data for _, data in parts)))


def _unpacked(data: bytes) -> Ready:
    head, _, rest = data.partition(b"\n")
    rows, at = {}, 0
    for name, length in json.loads(head):
        rows[name] = pa.ipc.open_stream(rest[at : at + length]).read_all()
        at += length
    return rows
