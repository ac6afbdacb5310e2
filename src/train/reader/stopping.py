"""Ctrl-C during a training: the step in hand is finished and saved."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def signals_noted() -> Iterator[list[int]]:
    """A list that the numbers of signals come into, instead of ending the program."""
    noted: list[int] = []
    for one in SIGNALS:
        signal.signal(one, lambda number, _: noted.append(number))
    try:
        yield noted
    finally:
        for one in SIGNALS:
            signal.signal(one, signal.SIG_DFL)
