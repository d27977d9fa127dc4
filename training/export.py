"""The fitted network → the files of ``resources/models/hints``: int8 weights, word pieces, and a card."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.data import Example
from training.fit import batch
from training.network import Answers, Reader

OUTPUTS = ["types", "modes", "sectors", "pairs"]
_WORDS = {name: {1: "w"} for name in OUTPUTS[:-1]} | {"pairs": {2: "w", 3: "w"}}


def export(
    reader: Reader, example: Example, folder: Path, *, pieces: Sequence[str], longest: int, card: dict[str, object]
) -> None:
    """Write the model, which reads sentences of ``longest`` pieces at most.

    Weights have seven bits (``reduce_range``): sums of products then fit on every processor, and so all give the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ids, _, first = batch([example])
    with tempfile.TemporaryDirectory() as scratch:
        plain, shaped = Path(scratch) / "plain.onnx", Path(scratch) / "shaped.onnx"
        torch.onnx.export(
            Answers(reader, longest).eval(), (ids, first), str(plain), input_names=["ids", "first"],
            output_names=OUTPUTS,
            dynamic_axes={"ids": {1: "l"}, "first": {1: "w"}, **_WORDS}, opset_version=17, dynamo=False,
        )
        quant_pre_process(str(plain), str(shaped), skip_symbolic_shape=True)
        quantize_dynamic(
            str(shaped), str(folder / "model.onnx"), weight_type=QuantType.QInt8, reduce_range=True, per_channel=True
        )
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    (folder / "model.toml").write_text(_toml(card), encoding="utf-8")


def _toml(card: dict[str, object]) -> str:
    """Return a card as TOML: JSON's strings, numbers and lists are TOML's too."""
    plain = {k: v for k, v in card.items() if not isinstance(v, dict)}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in plain.items()]
    for name, table in card.items():
        if isinstance(table, dict):
            lines += ["", f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"
