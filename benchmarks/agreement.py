"""How far two annotators of the same texts agree: ``python -m benchmarks.agreement FIRST SECOND``.

FIRST and SECOND are gold files or folders with the same texts, annotated twice without seeing each other. The second is
scored against the first with the scores of ``facta evaluate``; F1 is the same whichever comes first.
"""

from __future__ import annotations

import sys
from pathlib import Path

from facta.evaluate import gold
from facta.evaluate.intervals import total
from facta.evaluate.scores import count, summary


def main() -> None:
    """Print the scores over the texts that both have."""
    first, second = ({a.id: a for a in gold.load([Path(path)])} for path in sys.argv[1:3])
    shared = [name for name in first if name in second]
    for name in shared:
        if first[name].text != second[name].text:
            sys.exit(f"{name}: the two texts differ")
    counts = total([count(first[name].mentions, second[name].mentions) for name in shared])
    print(f"{len(shared)} texts · {counts.gold} and {counts.coded} records")
    for name, value in summary(counts).items():
        print(f"{name.replace('_', ' '):40}{value if value is None else round(value, 3)!s:>8}")


if __name__ == "__main__":
    main()
