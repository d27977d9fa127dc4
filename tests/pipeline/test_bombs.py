"""Pages that are made to hang or fill a machine are stopped by limits and recorded; their neighbours are coded."""

import gzip
import json
import subprocess
import sys

from facta.store.check import check
from facta.store.query import View

ARTICLE = "".join(
    f"<p>Peru recalled its ambassador from {name} on Friday, the ministry said in a statement.</p>"
    for name in ("Chad", "Togo", "Benin")
)


def page(inner):
    return f"<html><body><article>{inner}</article></body></html>"


BOMBS = {
    "attributes.html": page(f"<div {' '.join(f'a{n}=x' for n in range(200_000))}>{ARTICLE}</div>"),
    "nested.html": page("<div>" * 100_000 + ARTICLE + "</div>" * 100_000),
    "rows.html": page(ARTICLE + "<table>" + "<tr><td>Chad shelled Togo.</td></tr>" * 100_000 + "</table>"),
    "brackets.html": page("<" * 3_000_000 + ARTICLE),
}
READ = {"attributes.html"}
"""What can be read all the same."""


def test_bombs(tmp_path):
    """Each is coded or a failure with its reason, the rest goes on."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in BOMBS.items():
        (folder / name).write_text(text)
    (folder / "bomb.html.gz").write_bytes(gzip.compress(b"<html>" + bytes(300_000_000), 1))
    (folder / "a-good.html").write_text(page(ARTICLE.replace("Peru", "Kenya")))
    (folder / "z-good.html").write_text(page(ARTICLE.replace("Peru", "Ghana")))
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "facta", "ingest", str(folder), "--store", str(tmp_path / "s"), "--rules-only", "--json",
         "--workers", "2"], capture_output=True, text=True, check=False,
    )
    assert done.returncode == 1, done.stderr
    summary = json.loads(done.stdout)
    assert (summary["articles"], summary["failures"]) == (3, len(BOMBS))
    coded = {row["source"].rpartition("/")[2] for row in View(tmp_path / "s").rows("select source from articles")}
    assert coded == {"a-good.html", "z-good.html", *READ}
    failed = {r["source"].rpartition("/")[2]: r["code"] for r in View(tmp_path / "s").rows("select * from failures")}
    assert failed == {"bomb.html.gz": "S05", **{name: "S05" for name in BOMBS if name not in READ}}
    assert check(tmp_path / "s")[1] == []
