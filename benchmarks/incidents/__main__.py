"""How well incidents are put together: ``python -m benchmarks.incidents [--coder] [--unread] [--json]``.

On the gold set (``tests/incidents/gold``): B³ over reports, and near-miss pairs kept apart. Without ``--coder`` the
records are those made by hand; with it those that the coder makes of the articles, where an act that it did not find
is left out once, and once counts as a report that stands alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter

from benchmarks.incidents.goldset import GOLD, UNREAD, Told, by_coder, by_hand, near_misses
from facta.evaluate.clusters import b_cubed, merged
from facta.incidents.settle import settle
from facta.incidents.sweep import sweep

BAR_F1, BAR_APART = 0.85, 0.95


def scores(told: Told, which: str = GOLD) -> dict[str, object]:
    """Return the scores of clustering reports whose truth is known."""
    clusters = [settle(c) for c in sweep(sorted(told.reports, key=lambda r: r.order))]
    found = {event: n for n, incident in enumerate(clusters) for event in incident.event_ids}
    pairs = near_misses(which)
    wrong = merged([(a, b) for a, b, _ in pairs], told.truth, found)
    only, all_ = b_cubed(told.truth, found), b_cubed(told.truth | told.missed, found)
    whole = Counter(told.truth[e] for c in clusters for e in c.event_ids[:1] if e in told.truth)
    return {
        "reports": len(told.reports), "of gold acts": len(told.truth), "gold acts missed": len(told.missed),
        "true incidents": len(set((told.truth | told.missed).values())),
        "found incidents": len({found[e] for e in told.truth}),
        "b3 precision": round(only.precision, 3), "b3 recall": round(only.recall, 3), "b3 f1": round(only.f1, 3),
        "b3 f1 with missed alone": round(all_.f1, 3),
        "near-miss pairs": len(pairs), "kept apart": round(1 - len(wrong) / len(pairs), 3), "merged": wrong,
        "in pieces": sorted(label for label, n in whole.items() if n > 1),
        "status": dict(Counter(c.status for c in clusters)),
    }


def main() -> int:
    """Print the scores; 1 if they are below the bars."""
    options = argparse.ArgumentParser(prog="benchmarks.incidents", description=__doc__)
    options.add_argument("--coder", action="store_true")
    options.add_argument("--rules-only", action="store_true")
    options.add_argument("--unread", action="store_true", help="the set that never served for setting weights")
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    which = UNREAD if given.unread else GOLD
    if given.coder:
        from facta.pipeline.coder import Coder

        result = scores(by_coder(Coder(encoder=not given.rules_only), which), which)
    else:
        result = scores(by_hand(which), which)
    print(json.dumps(result) if given.json else "\n".join(f"{key:24} {value}" for key, value in result.items()))
    return int(float(str(result["b3 f1"])) < BAR_F1 or float(str(result["kept apart"])) < BAR_APART)


if __name__ == "__main__":
    sys.exit(main())
