"""The trained reader as an ONNX file: int8 per channel, with reduced range."""

import logging
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer

from model import Reader

INPUTS = ["input_ids", "token_type_ids", "attention_mask"]
OPSET = 17  # what onnxruntime-node 1.16 reads


def export(reader: Reader, file: Path) -> None:
    """Writes `file`; beside it, the same in fp32 as `.fp32.onnx`, to compare with."""
    reader.eval()
    ids = torch.randint(1000, 2000, (2, 48))
    axes = {0: "batch", 1: "pieces"}
    plain, fused = file.with_suffix(".plain.onnx"), file.with_suffix(".fp32.onnx")
    with torch.no_grad():
        torch.onnx.export(
            reader, (ids, torch.zeros_like(ids), torch.ones_like(ids)), str(plain),
            input_names=INPUTS, output_names=["logits"], opset_version=OPSET, dynamo=False,
            dynamic_axes={name: axes for name in [*INPUTS, "logits"]},
        )  # fmt: skip
    config = reader.encoder.config
    logging.disable(logging.WARNING)
    graph = optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size
    )
    graph.save_model_to_file(str(fused))
    plain.unlink()
    # Per tensor loses 11 points; reduced range keeps it right on processors without VNNI and loses nothing.
    quantize_dynamic(
        str(fused), str(file), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip
    logging.disable(logging.NOTSET)
    model = onnx.load(file)
    known = [one for one in model.opset_import if one.domain in ("", "com.microsoft")]
    del model.opset_import[:]
    model.opset_import.extend(known)
    model.ir_version = min(model.ir_version, 8)
    onnx.save(model, file)
