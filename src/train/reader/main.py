"""Trains the reader and writes its weights: see `src/train/reader.ts`, which calls this."""

import argparse
import json
import random
import signal
import sys
import time
from pathlib import Path

signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a trace; during the training: see there

import numpy as np
import onnxruntime
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer

from export import export
from measure import measure
from model import Reader, bert, read_base, sha256
from sets import SETS, read_measured, read_set
from stopping import signals_noted
from train import PEAK_RATE, train
from windows import CLS, SEP, Reading, StoryWindows, Windows


def main() -> int:
    started = time.monotonic()
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="jar, ONNX or safetensors of the encoder; or 'tiny'")
    parser.add_argument("--vocabulary", type=Path, required=True, help="the word pieces, one a line")
    parser.add_argument("--work", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the weights")
    free = ",".join(name for name, one in SETS.items() if one.free)
    parser.add_argument("--sets", default=free, help="names, each with :TIMES to draw its rows so often")
    parser.add_argument("--encoder", type=Path, help="the sentence encoder that chooses windows of stories")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--rate", type=float, default=PEAK_RATE, help="the highest; less for a base that points already")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rows", type=int, help="of each set, the first so many: for trying")
    parser.add_argument("--resume", action="store_true", help="goes on from the checkpoint in the work folder")
    parser.add_argument("--until", type=int, help="stops after this step, for --resume to go on: for trying")
    asked = parser.parse_args()

    def log(line: str) -> None:
        print(f"{time.monotonic() - started:.0f} s  {line}", file=sys.stderr, flush=True)

    wanted = [one.partition(":") for one in asked.sets.split(",") if one]
    names = [name for name, _, _ in wanted]
    unknown = [name for name in names if name not in SETS]
    if unknown:
        print(f"--sets: {unknown[0]} is none of {', '.join(SETS)}", file=sys.stderr)
        return 2
    try:
        times = {name: float(often or SETS[name].times) for name, _, often in wanted}
        rows = {name: read_set(name, asked.data)[: asked.rows] for name in names}
        held = read_measured(asked.data)[: asked.rows]
        tiny = str(asked.base) == "tiny"
        torch.manual_seed(asked.seed)  # before the heads are made
        reader = Reader(bert(layers=2, hidden=32) if tiny else bert())
        if not tiny:
            read_base(reader, asked.base)
        reading = Reading(read_tokenizer(asked.vocabulary))
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    torch.set_num_threads(asked.threads)
    asked.work.mkdir(parents=True, exist_ok=True)
    windows = []
    encode = None if asked.encoder is None else sentence_encoder(asked.encoder, reading)
    for at, (name, some) in enumerate(rows.items()):
        drawn = draw(some, name, times[name], reading, encode, asked.seed * 1000 + at)
        log(f"{name}: {len(some)} rows, {len(drawn)} windows, {sum(one.first == 0 for one in drawn)} without answer")
        windows += drawn
    reading.known.clear()
    if not windows:
        print(f"--sets: no questions in {asked.sets}", file=sys.stderr)
        return 2
    last = asked.until or asked.steps
    schedule = (asked.steps, asked.rate, last)
    with signals_noted() as stopping:
        done = train(reader, windows, schedule, asked.seed, asked.threads, asked.work, asked.resume, log, stopping)
    if not done:
        log("stopped; --resume goes on from here")
        return 128 + stopping[0] if stopping else 0
    file = asked.work / "reader.onnx"
    export(reader, reader.encoder.config, "logits", {0: "batch", 1: "pieces"}, file)
    save_file(
        {name: value.half().contiguous() for name, value in reader.state_dict().items()},
        file.with_suffix(".safetensors"),
    )
    figures = measure(file, held, reading)
    log(f"on articles kept out: {figures}")
    origin = {
        "base": asked.base.name,
        "baseSha256": None if tiny else sha256(asked.base),
        "sets": {
            name: {"licence": SETS[name].licence, "rows": len(rows[name]), "times": times[name]}
            for name in names
        },
        "encoderSha256": None if asked.encoder is None else sha256(asked.encoder),
        "windows": len(windows),
        "steps": asked.steps,
        "rate": asked.rate,
        "seed": asked.seed,
        "threads": asked.threads,
        "sha256": sha256(file),
        "keptOut": figures,
    }
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / file.name).write_bytes(file.read_bytes())
    (asked.out / "reader.origin.json").write_text(json.dumps(origin, indent=2) + "\n")
    return 0


def draw(rows, name: str, times: float, reading: Reading, encode, seed: int):
    """Every row so many times; a part of a time by chance."""
    whole = SETS[name].stories
    made = StoryWindows(reading, encode, seed) if whole and encode else Windows(rows, reading, whole, seed)
    dice, windows = random.Random(seed), []
    for row in rows:
        for _ in range(int(times) + (dice.random() < times % 1)):
            windows += made.draw(row)
    return windows


def sentence_encoder(file: Path, reading: Reading):
    """Makes vectors of texts with the encoder that the product uses: an ONNX file with one output."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    def encode(text: str) -> np.ndarray:
        pieces = reading.tokenizer.encode(text, add_special_tokens=False).ids[:126]
        ids = np.array([[CLS, *pieces, SEP]], np.int64)
        feed = {"input_ids": ids, "token_type_ids": np.zeros_like(ids), "attention_mask": np.ones_like(ids)}
        return session.run(None, feed)[0][0]

    return encode


def read_tokenizer(vocabulary: Path) -> Tokenizer:
    """BERT's uncased word pieces over the vocabulary that the product uses."""
    from tokenizers import BertWordPieceTokenizer

    made = BertWordPieceTokenizer(str(vocabulary), lowercase=True, strip_accents=True, clean_text=True)
    made.no_truncation()
    made.no_padding()
    return made._tokenizer


if __name__ == "__main__":
    sys.exit(main())
