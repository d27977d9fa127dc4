"""Pages → shards: the pieces of work that are committed once or not at all.

A shard's id is a hash of its pages (their names, places and content) and of the coder, so that the same input gives the
same shards whenever it is given.
Where an archive's shards end is counted; between files of their own the hash of a name decides, so that a new file in a
folder changes one shard and not all that follow.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facta.article.archives.page import Damage, Page
from facta.records import Origin

PAGES = 64
"""Pages in a shard: some ten seconds of work, so that little is lost with a run and little time goes into commits."""
_MOST = 4  # times so many at most, where names decide
HELD_BYTES = 16_000_000
"""Content that a shard holds in memory at most, unless one page is larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Pages and damage in the order in which they came; ``id`` is a hash of all of it and of the coder."""

    id: str
    items: tuple[Page | Damage, ...]
    bytes_on_disk: int


def shards(items: Iterable[Page | Damage], origin: Origin, pages: int = PAGES) -> Iterator[Shard]:
    """Yield the shards of a stream of pages."""
    held: list[Page | Damage] = []
    size = 0
    for item in items:
        more = item.size if isinstance(item, Page) else 0
        if held and (item.holder != held[-1].holder or size + more > HELD_BYTES):
            yield _shard(held, origin)
            held, size = [], 0
        held.append(item)
        size += more
        if len(held) >= (pages if item.holder else pages * _MOST) or (not item.holder and _ends(item.name, pages)):
            yield _shard(held, origin)
            held, size = [], 0
    if held:
        yield _shard(held, origin)


def _ends(name: str, pages: int) -> bool:
    """Say whether a shard ends with the file of this name: one in ``pages`` does."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") % pages == 0


def _shard(items: list[Page | Damage], origin: Origin) -> Shard:
    keys = "\x1f".join((origin.version, origin.digest, *(item.key for item in items)))
    return Shard(
        id=hashlib.sha256(keys.encode()).hexdigest()[:32], items=tuple(items),
        bytes_on_disk=sum(item.bytes_on_disk for item in items if isinstance(item, Page)),
    )
