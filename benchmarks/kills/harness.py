"""Kills an ingest at random moments, again and again, and says what became of the records.

Shared by the test in ``tests`` (a stand-in coder, some 25 kills) and by ``benchmarks.kills`` (the real one, 200).
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

_ORPHANS_SECONDS = 0.05
"""The workers of a killed driver have so long to notice; they cannot write, so it is only for a tidy machine."""


@dataclass
class Tally:
    """What happened: kills by victim, runs, and the stores that were filled."""

    driver: int = 0
    worker: int = 0
    runs: int = 0
    stores: list[Path] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """All kills."""
        return self.driver + self.worker


def kill_at_random(
    command: Callable[[Path], Sequence[str]], folder: Path, *, kills: int, seconds: tuple[float, float],
    dice: random.Random, drivers: float = 0.6,
) -> Tally:
    """Run ``command`` (of a store) over and over, with so many ``kill -9`` in all at moments within ``seconds``.

    The share ``drivers`` of them hits the driver, the others a worker, in an order that is drawn.

    A run that ends before its kill has filled its store; the next one begins another. The last run is left in peace.
    """
    tally, to_drivers = Tally(), round(kills * drivers)
    victims = ["driver"] * to_drivers + ["worker"] * (kills - to_drivers)
    dice.shuffle(victims)
    store = folder / "store0"
    while True:
        process = subprocess.Popen(
            command(store), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        tally.runs += 1
        while tally.kills < kills:
            with suppress(subprocess.TimeoutExpired):
                process.wait(dice.uniform(*seconds))
                break
            if victims[tally.kills] == "driver":
                process.kill()
                tally.driver += 1
                break
            tally.worker += _kill_a_worker(process.pid, dice)
        out, err = process.communicate()
        if process.returncode == 0:
            tally.stores.append(store)
            if tally.kills >= kills:
                return tally
            store = folder / f"store{len(tally.stores)}"
        elif process.returncode != -signal.SIGKILL:
            raise AssertionError(f"the run ended with status {process.returncode}: {out} {err}")
        time.sleep(_ORPHANS_SECONDS)


def _kill_a_worker(driver: int, dice: random.Random) -> int:
    """Kill one worker of a driver; 0 if there is none yet."""
    workers = [p for p in psutil.Process(driver).children() if "spawn_main" in " ".join(_words(p))]
    if not workers:
        time.sleep(0.05)
        return 0
    with suppress(psutil.Error):
        os.kill(dice.choice(sorted(workers, key=lambda p: p.pid)).pid, signal.SIGKILL)
    return 1


def _words(process: psutil.Process) -> list[str]:
    with suppress(psutil.Error):
        return process.cmdline()
    return []


def summary(tally: Tally) -> str:
    """Return the tally as JSON."""
    return json.dumps({"kills": tally.kills, "of_drivers": tally.driver, "of_workers": tally.worker, "runs": tally.runs,
                       "stores": len(tally.stores)})
