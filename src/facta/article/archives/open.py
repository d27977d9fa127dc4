"""What a user names → pages and damage, one by one, in a fixed order: by kind of file, by name in a folder.

>>> [item.code for item in items(["https://example.org/news/1"], Columns())]
['S33']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from facta.article.archives import damage, jsonl, parquet, warc
from facta.article.archives.columns import Columns
from facta.article.archives.page import Damage, Page, file_digest
from facta.article.formats.web import is_url
from facta.article.sources import STANDARD_INPUT, Source, expand

LINES, TABLES, ARCHIVES = (".jsonl", ".ndjson"), (".parquet",), (".warc",)
_HEAD_BYTES = 1024
Item = Page | Damage


def items(sources: Iterable[str], columns: Columns) -> Iterator[Item]:
    """Yield the pages behind what was named, and what cannot be read. A file is opened when its turn comes."""
    for named in sources:
        found = False
        try:
            for source in _sources(named):
                found = True
                yield from _opened(source, columns)
        except (OSError, ValueError) as error:
            yield _refused(named, error)
            continue
        if not found:
            yield damage.of_file(named, "the folder holds no file, or no file has such a name", "Check the path.")


def size(sources: Iterable[str]) -> int:
    """Return the bytes of all files behind what was named, as far as they can be known beforehand."""
    total = 0
    for named in sources:
        if named == STANDARD_INPUT or is_url(named):
            continue
        try:
            total += sum(Path(str(source.content)).stat().st_size for source in _sources(named))
        except (OSError, ValueError):
            continue
    return total


def _sources(named: str) -> Iterator[Source]:
    if has_magic(named) and not Path(named).exists() and not is_url(named):
        yield from expand(sorted(glob(named, recursive=True)))
    else:
        yield from expand([named])


def _opened(source: Source, columns: Columns) -> Iterator[Item]:
    if source.url is not None:
        yield Damage(name=source.name, holder="", code="S33", message=(
            f"[S33] {source.name}: addresses are not ingested yet. Fetch the page and give the file."))
        return
    if isinstance(source.content, bytes):
        yield Page(name=source.name, data=source.content)
        return
    path = Path(source.content)
    kind = "".join(s for s in path.suffixes[-2:] if s != ".gz").lower()
    try:
        if kind.endswith(ARCHIVES) or warc.is_warc(_head(path)):
            yield from warc.read(path, source.name)
        elif kind.endswith(LINES):
            yield from jsonl.read(path, source.name, columns)
        elif kind.endswith(TABLES):
            yield from parquet.read(path, source.name, columns)
        else:
            yield Page(name=source.name, path=str(path.absolute()), digest=file_digest(path),
                       bytes_on_disk=path.stat().st_size)
    except (OSError, ValueError) as error:
        yield _refused(source.name, error)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)


def _refused(name: str, error: Exception) -> Damage:
    what = getattr(error, "strerror", None) or str(error)
    return damage.of_file(name, f"it cannot be opened ({what})", "Check the path and its permissions.")
