"""A worker process: loads the coder once, then codes the pages that it is sent, one at a time, until none comes."""

from __future__ import annotations

import gc
import os
import signal
import sys
from multiprocessing.connection import Connection

from facta.pipeline.runners.base import Limits
from facta.pipeline.work import Work

OUT_OF_MEMORY = 77
"""Exit status of a worker that was refused memory."""
_GRACE_SECONDS = 15
"""The worker's own alarm rings so long after the driver's limit: it matters only when the driver is gone."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def main(pipe: Connection, work: Work, limits: Limits) -> None:
    """Serve one driver: send what codes, then the rows of each page that comes; end with the driver."""
    for name in _THREADS:
        os.environ[name] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the driver decides what an interrupt means
    try:
        origin, code = work.load()
    except Exception as error:  # told to the driver, who raises it there
        _send(pipe, error)
        return
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
    _send(pipe, origin)
    while True:
        try:
            page = pipe.recv()
        except (EOFError, OSError):
            return
        if page is None:
            return
        _alarm(limits.seconds + _GRACE_SECONDS)
        try:
            rows = code(page)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        _alarm(0)
        _send(pipe, rows)


def _alarm(seconds: float) -> None:
    """Let the system end this process after so many seconds, even within a library that does not return."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _send(pipe: Connection, value: object) -> None:
    try:
        pipe.send(value)
    except (BrokenPipeError, OSError):
        os._exit(0)  # the driver is gone
