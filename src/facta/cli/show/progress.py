"""The bar of a long run, on standard error: pages, rate, time left, failures; failures are named above it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from facta.article.archives.open import size
from facta.cli.show import looks
from facta.pipeline.ingest import Progress as Step

_PER_SECOND = 4


class Bar:
    """A progress bar where standard error is a terminal; elsewhere only the failures are named."""

    def __init__(self, sources: Sequence[str], complain: Callable[[str], None]) -> None:
        self._complain = complain
        self._console = Console(stderr=True)
        self._bar = Progress(
            BarColumn(), TextColumn("{task.fields[pages]:,} pages"), TextColumn("{task.fields[rate]:.1f}/s"),
            TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn(),
            TextColumn("{task.fields[failures]:,} failures"),
            console=self._console, refresh_per_second=_PER_SECOND, disable=not sys.stderr.isatty(), transient=True,
        )
        total = size(sources) if self._console.is_terminal else None
        self._task = self._bar.add_task("", total=total or None, pages=0, rate=0.0, failures=0)

    def __enter__(self) -> Bar:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take it away."""
        self._bar.stop()

    def update(self, step: Step) -> None:
        """Show where a run stands, and name what failed."""
        summary = step.summary
        for message in step.failures:
            if self._bar.disable:
                self._complain(message)
            else:
                self._console.print(looks.line(message), markup=False, highlight=False)
        self._bar.update(
            self._task, completed=step.bytes_done, pages=summary.pages,
            rate=summary.pages / summary.seconds if summary.seconds else 0.0, failures=summary.failures,
        )
