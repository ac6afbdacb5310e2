"""The training loop: copies that read, one a thread, with an fp32 master; repeatable, with checkpoints."""

import math
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from copies import follow, gather, keep_words, make_adam, masters_of, save, set_rate
from model import Reader
from windows import Window

PIECES_A_BATCH = 2400
PEAK_RATE = 1.2e-4  # for twelve layers that never pointed; more unsettles them, and those that did want less
HEAD_RATE = 5  # times the encoder's
WARM_STEPS = 100
FALLING = 0.3  # the last share of the steps, in which the rate falls to nothing
SENTENCE_SHARE = 0.5  # the sentence's loss beside the span's
SAVE_SECONDS = 600


def batches_of(windows: list[Window], seed: int) -> list[list[int]]:
    """Windows of like length together, in an order that the seed decides."""
    dice = np.random.RandomState(seed)
    lengths = np.array([len(one.pieces) for one in windows])
    order = dice.permutation(len(windows))
    batches = []
    for start in range(0, len(order), 1500):
        chunk = order[start : start + 1500]
        chunk = chunk[np.argsort(lengths[chunk], kind="stable")]
        some, batch = [], []
        for one in chunk:
            if batch and (len(batch) + 1) * lengths[one] > PIECES_A_BATCH:
                some.append(batch)
                batch = []
            batch.append(int(one))
        if batch:
            some.append(batch)
        dice.shuffle(some)
        batches += some
    return batches


def rate_at(step: int, steps: int, peak: float = PEAK_RATE) -> float:
    """Warm, level, falling: a run can be taken further from where it was level."""
    level = steps * (1 - FALLING)
    falling = 1.0 if step < level else max(0.0, (steps - step) / (steps - level))
    return peak * min(1.0, (step + 1) / WARM_STEPS) * falling


def falls_at(steps: int) -> int:
    """The first step whose rate is below the level."""
    return math.ceil(steps * (1 - FALLING))


def collate(windows: list[Window]):
    longest = max(len(one.pieces) for one in windows)
    shape = (len(windows), longest)
    ids, types, mask = (np.zeros(shape, np.int64) for _ in range(3))
    sentences = np.full(shape, -1, np.int64)
    for row, one in enumerate(windows):
        length = len(one.pieces)
        ids[row, :length] = one.pieces
        types[row, one.passages : length] = 1
        mask[row, :length] = 1
        sentences[row, one.passages : length - 1] = one.sentences
        sentences[row, 0] = 0
    numbers = (
        np.array([one.first for one in windows]),
        np.array([one.last for one in windows]),
        np.array([one.answering for one in windows]),
    )
    return tuple(torch.from_numpy(np.asarray(one, np.int64)) for one in (ids, types, mask, sentences, *numbers))


def loss_of(logits: torch.Tensor, sentences, first, last, answering) -> torch.Tensor:
    """Cross entropy of first and last piece, and of the sentence by the mean over its pieces."""
    outside = sentences < 0
    begin, end, tells = logits.unbind(-1)
    span = (
        F.cross_entropy(begin.masked_fill(outside, -1e4), first)
        + F.cross_entropy(end.masked_fill(outside, -1e4), last)
    ) / 2
    count = int(sentences.max()) + 1
    member = F.one_hot(sentences.clamp(min=0), count).float() * (~outside).unsqueeze(-1)
    sizes = member.sum(1)
    means = torch.einsum("bl,bls->bs", tells, member) / sizes.clamp(min=1)
    return span + SENTENCE_SHARE * F.cross_entropy(means.masked_fill(sizes == 0, -1e4), answering)


def train(
    reader: Reader, windows: list[Window], schedule: tuple[int, float, int], seed: int, threads: int,
    work: Path, resume: bool, log, stopping: list,
) -> bool:
    """Trains in place. Checkpoints go to `work`; with `resume` one is taken up, and goes on as if it had
    never stopped. It stops after step `last`, or after the step in which something comes into `stopping`;
    False where that is too early. Each of the threads reads a part of every batch: twice as fast on two cores
    as one batch on both."""
    steps, peak, last = schedule
    torch.manual_seed(seed)
    masters = masters_of(reader)
    copies = [_quick(reader) for _ in range(threads)]
    adam = make_adam(masters, peak, {"head": HEAD_RATE})
    checkpoint, level = work / "checkpoint.pt", work / "level.pt"
    step = 0
    if resume and checkpoint.exists():
        saved = _load(checkpoint, level, steps)
        reader.load_state_dict(saved["reader"])
        adam.load_state_dict(saved["adam"])
        step = saved["step"]
        log(f"taken up at step {step}")
        for copy in copies:
            follow(copy, masters)
    epoch, batches, begun = -1, [], 0
    saved_at, pieces, losses, started = time.monotonic(), 0, [], time.monotonic()
    pool = ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,))
    while step < min(steps, last) and not stopping:
        while step >= begun + len(batches):
            begun += len(batches)
            epoch += 1
            batches = batches_of(windows, seed + epoch)
        batch = batches[step - begun]
        parts = [[windows[one] for one in batch[k::threads]] for k in range(threads)]
        losses.append(sum(pool.map(_learn, copies, parts, [len(part) / len(batch) for part in parts])))
        set_rate(adam, rate_at(step, steps, peak))
        gather(copies, masters)
        nn.utils.clip_grad_norm_(masters.values(), 1.0)
        adam.step()
        list(pool.map(follow, copies, [masters] * threads))
        step += 1
        pieces += sum(len(windows[one].pieces) for one in batch)
        if step % 50 == 0:
            pace = pieces / (time.monotonic() - started)
            log(f"step {step} of {steps}: loss {np.mean(losses[-200:]):.3f}, {pace:.0f} pieces a second")
        if step == falls_at(steps):
            _save(level, reader, adam, step, steps)
        if time.monotonic() - saved_at > SAVE_SECONDS:
            _save(checkpoint, reader, adam, step, steps)
            saved_at = time.monotonic()
    _save(checkpoint, reader, adam, step, steps)
    return step >= steps


def _quick(reader: Reader) -> Reader:
    """A copy that reads: in bf16 where the processor multiplies that in tiles (AMX); elsewhere bf16 is slower
    than fp32 (75 GFLOPS a core beside 124)."""
    quick = Reader(reader.encoder.config)
    quick.load_state_dict(reader.state_dict())
    if torch.cpu._is_amx_tile_supported():
        quick.encoder = quick.encoder.to(torch.bfloat16)
    keep_words(quick)
    return quick


def _learn(copy: Reader, part: list[Window], share: float) -> float:
    """Adds the gradients of a part of a batch; its loss, by its share of the batch."""
    if not part:
        return 0.0
    ids, types, mask, *gold = collate(part)
    loss = loss_of(copy(ids, types, mask), *gold) * share
    loss.backward()
    return loss.item()


def _load(checkpoint: Path, level: Path, steps: int) -> dict:
    """The newest checkpoint; where it is from the fall of a shorter run, the one from before that fall."""
    saved = torch.load(checkpoint, weights_only=True)
    before = saved.get("steps", steps)
    if before < steps and saved["step"] > falls_at(before) and level.exists():
        return torch.load(level, weights_only=True)
    return saved


def _save(file: Path, reader: Reader, adam, step: int, steps: int) -> None:
    save(file, {"reader": reader.state_dict(), "adam": adam.state_dict(), "step": step, "steps": steps})
