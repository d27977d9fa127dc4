"""A coder that costs next to nothing, and misbehaves when a page tells it to; and an ingest with it as a program.

``python -m tests.pipeline.stand_in STORE WORKERS SHARD_PAGES SOURCE…`` prints what was done.
"""

import json
import os
import signal
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from facta.article.archives.page import Page
from facta.errors import SourceError
from facta.pipeline.ingest import Plan, ingest
from facta.pipeline.runners.base import Limits
from facta.pipeline.runners.local import LocalRunner
from facta.pipeline.work import CodePage, failed
from facta.records import Article, Coding, Event, Origin, Participant, Polarity, Span, Status
from facta.store.rows import Rows, coding_rows

ORIGIN = Origin(version="0", digest="stand-in")


@dataclass(frozen=True)
class StandIn:
    """``seconds`` is what a page costs; ``broken`` makes loading fail."""

    seconds: float = 0.0
    broken: str = ""

    def load(self) -> tuple[Origin, CodePage]:
        """Return what codes, and the function that does, or fail as was asked for."""
        if self.broken == "raise":
            raise SourceError("S99", "stand-in", "it cannot be loaded")
        if self.broken == "die":
            os._exit(3)
        return ORIGIN, self.code

    def code(self, page: Page) -> Rows:
        """Return the rows of an article with one event, or do what the page says."""
        text = page.text or (page.data or Path(page.path or "").read_bytes()).decode()
        time.sleep(self.seconds)
        misbehave(text)
        if text.startswith("!fail"):
            return failed(page.name, "read", SourceError("S02", page.name, "it is empty"))
        article = Article(source=page.name, text=text, url=page.url)
        event = Event(
            article_id=article.id, sense="x", type="SUPPORT", mode=None, contexts=(), trigger=Span(0, 1),
            evidence=Span(0, len(text)), actors=(Participant(text=text[:5], start=0, end=5, code="PER", sector=None),),
            recipients=(), status=Status.ACTUAL, polarity=Polarity.POSITIVE, cues=(), sources=(), when=None, place=None,
            score=1.0, quad=1, confidence=0.5, type_plover="SUPPORT", auxiliary=(), origin=ORIGIN,
        )
        return coding_rows(Coding(article=article, events=(event,), claims=()), ORIGIN)


def misbehave(text: str) -> None:
    """Do what a page asks for: ``!die``, ``!die-once FILE``, ``!hang``, ``!eat``, ``!memory``."""
    word, _, rest = text.partition(" ")
    if word == "!die":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "!die-once" and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "!hang":
        while True:
            pass
    if word == "!eat":
        held = [bytearray(10_000_000) for _ in range(100)]
        time.sleep(10)
        del held
    if word == "!memory":
        raise MemoryError


def main() -> None:
    """Ingest with the stand-in."""
    store, workers, shard_pages, *sources = sys.argv[1:]
    runner = LocalRunner(StandIn(float(os.environ.get("STAND_IN_SECONDS", "0"))), workers=int(workers), limits=Limits())
    print(json.dumps(asdict(ingest(store, Plan(sources=sources, shard_pages=int(shard_pages)), runner))))


if __name__ == "__main__":
    main()
