"""What the exported reader reaches on articles kept out of training: SQuAD's EM and F1, AUROC of silence."""

import re
from collections import Counter
from pathlib import Path

import numpy as np
import onnxruntime

from sets import Row
from windows import CLS, SEP, Reading

LONGEST = 30


def measure(file: Path, rows: list[Row], reading: Reading) -> dict[str, float]:
    """EM and F1 where there is an answer, made to answer; AUROC of best span less null for telling both apart."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    exact, f1, there, lacking = [], [], [], []
    for row in rows:
        margin, (start, end) = point(session, row, reading)
        if not row.answers:
            lacking.append(margin)
            continue
        there.append(margin)
        given = _plain(row.context[start:end])
        right = [_plain(row.context[a:b]) for a, b in row.answers]
        exact.append(max(given == one for one in right))
        f1.append(max(_f1(given, one) for one in right))
    return {
        "exact": round(100 * float(np.mean(exact or [0])), 1),
        "f1": round(100 * float(np.mean(f1 or [0])), 1),
        "auroc": round(100 * auroc(there, lacking), 1),
    }


def point(session, row: Row, reading: Reading):
    asked, passage = reading.question(row.question), reading.passage(row.context)
    room = 384 - len(asked) - 3
    pieces = passage.pieces[:room]
    ids = np.concatenate([[CLS], asked, [SEP], pieces, [SEP]]).astype(np.int64)[None]
    types = np.zeros_like(ids)
    types[0, len(asked) + 2 :] = 1
    feed = {"input_ids": ids, "token_type_ids": types, "attention_mask": np.ones_like(ids)}
    logits = session.run(None, feed)[0][0].astype(np.float64)
    begin, end = (logits[len(asked) + 2 : len(asked) + 2 + len(pieces), k] for k in (0, 1))
    both = begin[:, None] + end[None, :]
    far = np.subtract.outer(np.arange(len(pieces)), np.arange(len(pieces)))
    both[(far > 0) | (far <= -LONGEST)] = -1e9
    first, last = np.unravel_index(both.argmax(), both.shape)
    span = (int(passage.offsets[first, 0]), int(passage.offsets[last, 1]))
    return float(both.max() - logits[0, 0] - logits[0, 1]), span


def auroc(there: list[float], lacking: list[float]) -> float:
    """How often one with an answer scores above one without; ties count half."""
    high, low = np.array(there), np.sort(lacking)
    below = np.searchsorted(low, high, "left") + np.searchsorted(low, high, "right")
    return float(below.mean() / 2 / len(low)) if len(low) and len(high) else 0.0


def _plain(text: str) -> str:
    """As SQuAD compares: lower case, no marks, no articles."""
    text = re.sub(r"[^\w\s]|_", "", text.lower())
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def _f1(given: str, right: str) -> float:
    a, b = given.split(), right.split()
    same = sum((Counter(a) & Counter(b)).values())
    return 2 * same / (len(a) + len(b)) if same else float(given == right)
