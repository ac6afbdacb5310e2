"""The training loop: two copies that read, one a thread, with a master that learns; repeatable, with checkpoints."""

import itertools
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import nn

from copies import follow, gather, keep_words, make_adam, masters_of, save, set_rate
from marker import Marker, losses_of, read
from story import Story

THREADS = 2
PIECES_A_BATCH = 2700
PEAK_RATE = 1e-4
RATES = {"head.": 8, "head_": 200}  # times the encoder's: a number of a table has to come from 0 to 2 or 3 by itself
WARM_STEPS = 40
FALLING = 0.6  # the last share, in which the rate falls to nothing
SAVE_SECONDS = 300


class Schedule(NamedTuple):
    """How long, and how fast; with `minutes`, by the clock where that ends first. It halts after step `until`."""

    steps: int = 1000
    minutes: float | None = None
    peak: float = PEAK_RATE
    falling: float = FALLING
    dropout: float = 0.0
    until: int | None = None

    def passed(self, step: int, seconds: float) -> float:
        by_clock = 0.0 if self.minutes is None else seconds / 60 / self.minutes
        return max(step / self.steps if self.steps else 1.0, by_clock)

    def rate_at(self, step: int, passed: float) -> float:
        return self.peak * min(1.0, (step + 1) / WARM_STEPS) * min(1.0, (1 - passed) / self.falling)


Drawn = list[tuple[Story, float]]


def batches_of(stories: Drawn, seed: int) -> Iterator[list[Story]]:
    """Batches of about as many pieces, epoch after epoch, as the seed decides."""
    dice = np.random.RandomState(seed)
    while True:
        yield from reversed(_epoch(stories, dice))


def _epoch(stories: Drawn, dice) -> list[list[Story]]:
    """Each story as often as its times say, a part of a time by chance."""
    drawn = [one for one, times in stories for _ in range(int(times) + (dice.rand() < times % 1))]
    dice.shuffle(drawn)
    batches, batch, size = [], [], 0
    for one in drawn:
        batch.append(one)
        size += len(one.ids)
        if size >= PIECES_A_BATCH:
            batches.append(batch)
            batch, size = [], 0
    return [*batches, batch] if batch else batches


def _part(batch: list[Story]) -> list[list[Story]]:
    """A part for each thread, of about as many pieces."""
    parts, sizes = [[] for _ in range(THREADS)], [0] * THREADS
    for one in sorted(batch, key=lambda one: -len(one.ids)):
        at = sizes.index(min(sizes))
        parts[at].append(one)
        sizes[at] += len(one.ids)
    return parts


def train(
    marker: Marker, stories: Drawn, schedule: Schedule, seed: int, work: Path, resume: bool,
    log: Callable[[str], None], watch: Callable[[], None], stopping: list[int],
) -> int | None:  # fmt: skip
    """Trains in place; gives the steps made, or None where it stopped before the end: after step `until`, or after
    the step in which something came into `stopping`. Checkpoints go to `work`, and `watch` is called with each;
    with `resume` one is taken up, and goes on as if it had never stopped."""
    masters = masters_of(marker)
    copies = [_copy(marker, schedule.dropout) for _ in range(THREADS)]
    adam = make_adam(masters, schedule.peak, RATES)
    checkpoint = work / "checkpoint.pt"
    step, before = 0, 0.0
    if resume and checkpoint.exists():
        step, before = _take_up(checkpoint, marker, adam)
        log(f"taken up at step {step}")
        for copy in copies:
            follow(copy, masters)
    started = saved = time.monotonic()
    pieces, losses = 0, []

    def seconds() -> float:
        return before + time.monotonic() - started

    def keep() -> None:
        state = {"marker": marker.state_dict(), "adam": adam.state_dict()}
        save(checkpoint, {**state, "step": step, "steps": schedule.steps, "seconds": seconds()})

    batches = itertools.islice(batches_of(stories, seed), step, None)
    with ThreadPoolExecutor(THREADS, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        while (passed := schedule.passed(step, seconds())) < 1 and step != schedule.until and not stopping:
            batch = next(batches)
            share = 1 / max(1, sum(len(one.governing) for one in batch))
            losses.append(sum(pool.map(_learn, copies, _part(batch), [share] * THREADS)))
            set_rate(adam, schedule.rate_at(step, passed))
            gather(copies, masters)
            nn.utils.clip_grad_norm_(masters.values(), 1.0)
            adam.step()
            list(pool.map(follow, copies, [masters] * THREADS))
            step += 1
            pieces += sum(len(one.ids) for one in batch)
            if step % 25 == 0:
                pace = pieces / (time.monotonic() - started)
                cue, role, who = np.mean(losses[-50:], 0)
                log(f"step {step}, {passed:.0%}: loss of cues {cue:.3f}, roles {role:.3f}, who {who:.3f}; {pace:.0f} pieces a second")  # fmt: skip
            if time.monotonic() - saved > SAVE_SECONDS:
                keep()
                watch()
                saved = time.monotonic()
    keep()
    return step if passed >= 1 else None


def _copy(marker: Marker, dropout: float) -> Marker:
    copy = Marker(marker.encoder.config.num_hidden_layers, dropout=dropout)
    copy.load_state_dict(marker.state_dict())
    keep_words(copy)
    return copy


def _take_up(checkpoint: Path, marker: Marker, adam: torch.optim.Optimizer) -> tuple[int, float]:
    """The step and the seconds that a checkpoint was made at."""
    saved = torch.load(checkpoint, weights_only=True)
    try:
        marker.load_state_dict(saved["marker"])
    except RuntimeError as problem:
        raise SystemExit(f"--resume: {checkpoint} has other layers than the base") from problem
    adam.load_state_dict(saved["adam"])
    return saved["step"], saved["seconds"]


def _learn(copy: Marker, part: list[Story], share: float) -> np.ndarray:
    """Adds the gradients of a part of a batch; its losses, by cue."""
    if not part:
        return np.zeros(3)
    losses = sum(losses_of(copy, story, values) for story, values in zip(part, read(copy, part), strict=True))
    (losses.sum() * share).backward()
    return losses.detach().numpy() * share
