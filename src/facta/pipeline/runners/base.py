"""What an engine must do, so that the same records come out of each: code shards, give them back in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from facta.pipeline.shards import Shard
from facta.records import Origin
from facta.store.rows import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one page may cost. A page that costs more, or ends its worker, is tried once more and then set aside."""

    seconds: float = 60.0
    memory_mb: int = 3_000
    strikes: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A shard with the rows of each of its items, in their order."""

    shard: Shard
    rows: tuple[Rows, ...]


class Runner(Protocol):
    """An engine. It codes and commits nothing; only the driver writes to the store."""

    name: str
    workers: int

    def start(self) -> Origin:
        """Start, and return what codes."""
        ...

    def run(self, shards: Iterable[Shard]) -> Iterator[Coded]:
        """Yield the shards coded, in the order given; they are taken one by one, as workers become free."""
        ...

    def close(self) -> None:
        """End all workers, whatever they are doing."""
        ...
