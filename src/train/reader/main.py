"""Trains the reader and writes its weights: see `src/train/reader.ts`, which calls this."""

import argparse
import hashlib
import json
import random
import sys
import time
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer

from export import export
from measure import measure
from model import Reader, read_base
from sets import SETS, read_measured, read_set
from train import train
from windows import Reading, Windows


def main() -> int:
    started = time.monotonic()
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="jar, ONNX or safetensors of the encoder")
    parser.add_argument("--vocabulary", type=Path, required=True, help="the word pieces, one a line")
    parser.add_argument("--work", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the weights")
    parser.add_argument("--sets", default=",".join(name for name, one in SETS.items() if one.free))
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rows", type=int, help="of each set, the first so many: for trying")
    parser.add_argument("--resume", action="store_true")
    asked = parser.parse_args()

    def log(line: str) -> None:
        print(f"{time.monotonic() - started:.0f} s  {line}", file=sys.stderr, flush=True)

    names = [name for name in asked.sets.split(",") if name]
    unknown = [name for name in names if name not in SETS]
    if unknown:
        print(f"--sets: {unknown[0]} is none of {', '.join(SETS)}", file=sys.stderr)
        return 2
    try:
        rows = {name: read_set(name, asked.data)[: asked.rows] for name in names}
        held = read_measured(asked.data)[: asked.rows]
        reader = Reader()
        torch.manual_seed(asked.seed)
        read_base(reader, asked.base)
    except (FileNotFoundError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    torch.set_num_threads(asked.threads)
    asked.work.mkdir(parents=True, exist_ok=True)
    asked.out.mkdir(parents=True, exist_ok=True)
    reading = Reading(read_tokenizer(asked.vocabulary))
    windows = []
    for at, (name, some) in enumerate(rows.items()):
        drawn = draw(some, name, reading, asked.seed * 1000 + at)
        log(f"{name}: {len(some)} rows, {len(drawn)} windows, {sum(one.first == 0 for one in drawn)} without answer")
        windows += drawn
    reading.known.clear()
    train(reader, windows, asked.steps, asked.seed, asked.work, asked.resume, log)
    file = asked.out / "reader.onnx"
    export(reader, asked.work / file.name)
    file.write_bytes((asked.work / file.name).read_bytes())
    save_file(
        {name: value.half().contiguous() for name, value in reader.state_dict().items()},
        asked.work / "reader.safetensors",
    )
    figures = measure(file, held, reading)
    log(f"on articles kept out: {figures}")
    origin = {
        "base": asked.base.name,
        "baseSha256": sha256(asked.base),
        "sets": {name: {"licence": SETS[name].licence, "rows": len(rows[name])} for name in names},
        "windows": len(windows),
        "steps": asked.steps,
        "seed": asked.seed,
        "threads": asked.threads,
        "sha256": sha256(file),
        "keptOut": figures,
    }
    (asked.out / "reader.origin.json").write_text(json.dumps(origin, indent=2) + "\n")
    return 0


def draw(rows, name: str, reading: Reading, seed: int):
    """Every row as often as its set says; a part of a time by chance."""
    made, dice, times = Windows(rows, reading, SETS[name].stories, seed), random.Random(seed), SETS[name].times
    windows = []
    for row in rows:
        for _ in range(int(times) + (dice.random() < times % 1)):
            windows += made.draw(row)
    return windows


def read_tokenizer(vocabulary: Path) -> Tokenizer:
    """BERT's uncased word pieces over the vocabulary that the product uses."""
    from tokenizers import BertWordPieceTokenizer

    made = BertWordPieceTokenizer(str(vocabulary), lowercase=True, strip_accents=True, clean_text=True)
    made.no_truncation()
    made.no_padding()
    return made._tokenizer


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
