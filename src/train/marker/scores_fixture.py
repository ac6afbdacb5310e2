"""Writes what PyTorch makes of some examples, for the product to be compared with:

    python scores_fixture.py --marker marker.pt --examples examples.jsonl --out scores.json

For each: `read`, the learnt marker's numbers of its pieces; and from other `values`, drawn by chance, with `tables` drawn
by chance too, so that no term is small: `who`, the chances of each name and of nobody, for each source that has one
marked; and `roles`, for each cue the chances of each piece of its window.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "reader"))  # what both trainings share

import torch

from marker import PIECES_AT_ONCE, WIDTH, Marker, from_checkpoint, read, roles_of, who_of
from story import Story
from weights import tables_of


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("marker", "examples", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    asked = parser.parse_args()
    torch.manual_seed(1)
    marker = from_checkpoint(asked.marker)
    stories = [Story(json.loads(line), own=True) for line in asked.examples.read_text().splitlines()]
    with torch.no_grad():
        learnt = read(marker, stories, PIECES_AT_ONCE)
        for name, one in marker.named_parameters():
            if name.startswith("head_"):
                one.normal_()
        rows = [{"read": one.tolist(), **scores(marker, story)} for story, one in zip(stories, learnt, strict=True)]
    tables = tables_of(marker, asked.marker, asked.marker)
    asked.out.write_text(json.dumps({"tables": tables, "stories": rows}))


def scores(marker: Marker, story: Story) -> dict:
    values = torch.randn(len(story.ids), WIDTH)
    roles = [
        roles_of(marker, story, values, one.window, torch.tensor([[one.start, one.end]]))[0].softmax(-1)
        for one in story.governing
    ]
    return {
        "values": values.tolist(),
        "who": who_of(marker, story, values).exp().tolist(),
        "roles": [
            {"cue": [one.start, one.end], "window": story.windows[one.window], "chances": chances.tolist()}
            for one, chances in zip(story.governing, roles, strict=True)
        ],
    }


if __name__ == "__main__":
    main()
