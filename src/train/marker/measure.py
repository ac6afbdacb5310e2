"""What a marker reaches on stories kept apart: who is meant, and the mean losses of a cue."""

from pathlib import Path

import onnxruntime
import torch

from marker import Marker, Run, losses_of, read, who_of
from story import Story


def measure(marker: Marker, stories: list[Story], run: Run, most: int) -> dict[str, float]:
    """`run` reads, `most` pieces at once; the marker's tables are added."""
    right = asked = cues = 0
    losses = torch.zeros(3)
    with torch.no_grad():
        for story in stories:
            (values,) = read(run, [story], most)
            cues += len(story.governing)
            losses += losses_of(marker, story, values)
            if len(story.anchors):
                right += int((who_of(marker, story, values).argmax(1) == story.who).sum())
                asked += len(story.who)
    cue, role, who = (losses / max(1, cues)).tolist()
    return {
        **{"stories": len(stories), "sources": asked, "whoRight": round(100 * right / max(1, asked), 1)},
        **{"cueLoss": round(cue, 3), "roleLoss": round(role, 3), "whoLoss": round(who, 3)},
    }


def session_of(file: Path) -> Run:
    """Reads with an exported marker."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    names = [one.name for one in session.get_inputs()]

    def run(*inputs: torch.Tensor) -> torch.Tensor:
        feed = {name: one.numpy() for name, one in zip(names, inputs, strict=True)}
        return torch.from_numpy(session.run(None, feed)[0])

    return run
