"""Trains the marker and writes its weights: see `src/train/marker.ts`, which calls this."""

import argparse
import json
import shutil
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a trace; during the training: see stopping.py
sys.path.append(str(Path(__file__).parent.parent / "reader"))  # what both trainings share

import torch

from marker import PIECES_AT_ONCE, Marker, from_checkpoint, from_product, from_reader
from measure import measure, session_of
from model import sha256
from stopping import signals_noted
from story import Story
from train import Drawn, Schedule, train
from weights import check_words, export_marker, tables_of


@dataclass(frozen=True)
class Set:
    """Examples by the name of their file; their terms, and how often each story is read an epoch."""

    licence: str
    times: float
    own: bool = True


# The corpus is of one country, topic and year, so ours are read more often. It marks no nested statements: its pieces
# have segment 0 and ours 1, by which the marker learns both; the product reads every story as one of ours.
# Each of ours is there four times, see RENAMED in marker.ts: once an epoch those told as plainly as news mostly is.
MIT = "MIT: written for this project"
OURS = Set(MIT, 0.1)
SETS = {
    "statements": OURS,
    "speakers": OURS,
    "stories": OURS,
    "news": Set(MIT, 0.25),
    "polnear": Set("not stated: research use", 0.05, own=False),
}
APART = "apart"  # of ours, never learnt from


def main() -> int:
    started = time.monotonic()
    asked = read_flags()

    def log(line: str) -> None:
        print(f"{time.monotonic() - started:.0f} s  {line}", file=sys.stderr, flush=True)

    torch.set_num_threads(1)  # each of the training's threads is one
    try:
        stories = {name: read_stories(asked.examples, name, one.own) for name, one in SETS.items()}
        apart = read_stories(asked.examples, APART, own=True)
        torch.manual_seed(asked.seed)  # before the heads are made
        marker = read_marker(asked)
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    asked.work.mkdir(parents=True, exist_ok=True)
    drawn: Drawn = [(story, SETS[name].times) for name, some in stories.items() for story in some]
    schedule = Schedule(asked.steps, asked.minutes, asked.rate, asked.fall, asked.dropout, asked.until)

    def watch() -> None:
        if apart:
            log(f"on stories kept apart: {measure(marker, apart, marker, PIECES_AT_ONCE)}")

    with signals_noted() as stopping:
        steps = train(marker, drawn, schedule, asked.seed, asked.work, asked.resume, log, watch, stopping)
    if steps is None:
        log("stopped; --resume goes on from here")
        return 128 + stopping[0] if stopping else 0
    watch()
    torch.save({"marker": marker.state_dict()}, asked.work / "marker.pt")
    file = asked.work / "marker.onnx"
    export_marker(marker, asked.reader, file)
    shutil.copyfile(asked.reader, file.with_name(asked.reader.name))  # its word embeddings
    figures = measure(marker, apart, session_of(file), most=0) if apart else None  # a window at a time, as the product
    log(f"the same, in int8: {figures}")
    counts = {name: len(some) for name, some in stories.items()}
    write(asked, file, origin_of(asked, counts, steps, file, figures), tables_of(marker, file, asked.reader))
    return 0


def read_flags() -> argparse.Namespace:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--examples", type=Path, required=True, help="a file of JSON lines for each set")
    parser.add_argument("--reader", type=Path, required=True, help="whose word embeddings are shared")
    parser.add_argument("--base", type=Path, required=True, help="a reader, a checkpoint (.pt), a marker, or 'tiny'")
    parser.add_argument("--learnt", type=Path, required=True, help="the tables of the marker that ships")
    parser.add_argument("--work", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the weights")
    parser.add_argument("--tables", type=Path, required=True, help="the folder for the tables")
    usual = Schedule()
    parser.add_argument("--steps", type=int, default=usual.steps)
    parser.add_argument("--minutes", type=float, help="ends by the clock, if that is earlier")
    parser.add_argument("--rate", type=float, default=usual.peak, help="the highest; the heads' is a multiple")
    parser.add_argument("--fall", type=float, default=usual.falling, help="the last share, in which the rate falls")
    parser.add_argument("--dropout", type=float, default=0.0, help="the share of the encoder's numbers left out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="goes on from the checkpoint in the work folder")
    parser.add_argument("--until", type=int, help="stops after this step, for --resume to go on: for trying")
    return parser.parse_args()


def read_stories(folder: Path, name: str, own: bool) -> list[Story]:
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Story(json.loads(line), own) for line in lines]


def read_marker(asked: argparse.Namespace) -> Marker:
    """The marker to begin with: of a reader, of a checkpoint, the one that ships, or for trying the reader's lowest layer."""
    base, reader = asked.base, asked.reader
    if is_tiny(base):
        return from_reader(reader, layers=1)
    try:
        tables = json.loads(asked.learnt.read_text(encoding="utf-8"))
        if base.suffix == ".pt":
            marker = from_checkpoint(base)
        else:
            marker = from_product(base, tables) if sha256(base) == tables["marker"] else from_reader(base)
    except Exception as problem:  # of any of four libraries
        raise ValueError(f"{base}: neither a reader nor a checkpoint of a marker") from problem
    check_words(marker, reader)
    return marker


def is_tiny(base: Path) -> bool:
    return str(base) == "tiny"


def origin_of(asked: argparse.Namespace, counts: dict[str, int], steps: int, file: Path, figures: dict | None) -> dict:
    """What the weights were learnt from, and how."""
    return {
        "base": asked.base.name,
        "baseSha256": None if is_tiny(asked.base) else sha256(asked.base),
        "readerSha256": sha256(asked.reader),
        "sets": {
            name: {"licence": one.licence, "stories": counts[name], "times": one.times} for name, one in SETS.items()
        },
        **{"steps": steps, "minutes": asked.minutes, "rate": asked.rate, "falling": asked.fall, "dropout": asked.dropout},
        "seed": asked.seed,
        "sha256": sha256(file),
        "keptApart": figures,
    }


def write(asked: argparse.Namespace, file: Path, origin: dict, tables: dict) -> None:
    for folder in (asked.out, asked.tables):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, asked.out / file.name)
    (asked.out / "marker.origin.json").write_text(json.dumps(origin, indent=2) + "\n")
    (asked.tables / "marker.weights.json").write_text(json.dumps(tables, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
