"""A marked story as tensors: what `marker-examples.ts` writes, made ready for the marker."""

from typing import NamedTuple

import torch

STEPS = 12  # of distance, each twice as far as the one before
RANKS = (0, 1, 2, 3, 4, 6, 9)  # places of names between a place and a source: up to each, and more
SOURCE_SIGNS, NAME_SIGNS = 11, 6  # as `signs.ts` numbers them
BASES = ("named", "pronoun", "description", "label", "carried", "none")  # how the rules come to whom they name
NOTHING, SOURCE, CONTENT = 0, 1, 2
NAMED = -1  # a place that a name stands at, and no other source


class Governing(NamedTuple):
    """A cue in its window, and what each piece of the window is to it."""

    window: int
    start: int
    end: int
    roles: torch.Tensor


class Story:
    """What is marked in a story; made once. `own`: one of ours, whose nested statements are marked too."""

    def __init__(self, row: dict, own: bool):
        self.own = own
        self.id = row["id"]
        self.ids = torch.tensor(row["ids"])
        self.windows = row["windows"]
        self.cues = torch.zeros(len(self.ids), dtype=torch.long)  # no cue, its first piece, a later one
        self.governing: list[Governing] = []
        for one in row["attributions"]:
            if one["cue"]:
                self._mark_cue(one)
        self.name_signs = torch.tensor([name["sign"] for name in row["names"]], dtype=torch.long)
        self._place_sources(row["attributions"], row["names"])

    def _mark_cue(self, marked: dict) -> None:
        start, end = min(a for a, _ in marked["cue"]), max(b for _, b in marked["cue"])
        self.cues[start:end] = 2
        self.cues[start] = 1
        at = next((k for k, (a, b) in enumerate(self.windows) if a <= start < b), None)
        if at is None:
            return
        a, b = self.windows[at]
        roles = torch.full((b - a,), NOTHING)
        for role, name in ((CONTENT, "content"), (SOURCE, "source")):
            for x, y in marked[name]:
                roles[max(0, x - a) : max(0, min(b, y) - a)] = role
        roles[start - a : min(b, end) - a] = NOTHING
        self.governing.append(Governing(at, start, min(b, end), roles))

    def _place_sources(self, attributions: list[dict], names: list[dict]) -> None:
        """What stands for a speaker, where it is marked who that is: `who`, the last for nobody named. And the places that
        tell of them: of names, and of speakers told before."""
        nobody = len(names)
        known = [one for one in attributions if one["anchor"] is not None and one["speaker"] != "unknown"]
        self.anchors = ranges_of(one["anchor"] for one in known)
        speakers = [nobody if one["speaker"] is None else one["speaker"] for one in known]
        self.who = torch.tensor(speakers, dtype=torch.long)
        self.signs = torch.tensor([one["sign"] for one in known], dtype=torch.long)
        ruled = [(k, one["ruled"]) for k, one in enumerate(known) if one["ruled"] is not None]
        rows = [(k, BASES.index(one["basis"]), nobody if one["named"] is None else one["named"]) for k, one in ruled]
        self.ruled = torch.tensor(rows, dtype=torch.long).reshape(-1, 3)  # source, basis, name or nobody
        mentions = [[tuple(one) for one in name["mentions"]] for name in names] + [[]]
        places = [(a, b, NAMED, k) for k, some in enumerate(mentions) for a, b in some]
        for k, (one, who) in enumerate(zip(known, speakers, strict=True)):
            a, b = one["anchor"]
            if not any(x < b and a < y for x, y in mentions[who]):
                places.append((a, b, k, who))
        places.sort()
        self.places = ranges_of((a, b) for a, b, *_ in places)
        self.owners = torch.tensor([who for *_, who in places], dtype=torch.long)
        self.tellers = torch.tensor([k for *_, k, _ in places], dtype=torch.long)
        self.seen = self._seen([one["content"] for one in known])
        if len(self.places) and len(self.anchors):
            self.far, self.between = distances(self.anchors, self.places, self.seen)

    def _seen(self, contents: list[list]) -> torch.Tensor:
        """Which places tell which source of its speaker, [sources, places]: every name; of other sources those before it
        that are not told inside it, as the product has them by then."""
        start, end = self.places[:, 0], self.places[:, 1]
        before = start < self.anchors[:, :1]
        for k, content in enumerate(contents):
            for a, b in content:
                before[k] &= ~((a <= start) & (end <= b))
        return (self.tellers == NAMED) | before


def ranges_of(pairs) -> torch.Tensor:
    return torch.tensor(list(pairs), dtype=torch.long).reshape(-1, 2)


def step_of(distance: torch.Tensor) -> torch.Tensor:
    """1 → 0, 2-3 → 1, 4-7 → 2, …; at most STEPS - 1."""
    return torch.log2(distance.clamp(min=1).float()).floor().long().clamp(max=STEPS - 1)


def rank_of(between: torch.Tensor) -> torch.Tensor:
    return torch.bucketize(between, torch.tensor(RANKS))


def distances(anchors: torch.Tensor, places: torch.Tensor, seen: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """For each source and each place: the rows of the tables `far` and `between`. Places are in order."""
    start, end = anchors[:, :1], anchors[:, 1:]
    first, last = places[:, 0].unsqueeze(0), places[:, 1].unsqueeze(0)
    before = first < start
    far = torch.where(before, step_of(start - first), STEPS + step_of(first - start))
    far = torch.where((first < end) & (start < last), torch.full_like(far, 2 * STEPS), far)
    rank = seen.long().cumsum(1) - seen.long()  # how many that are seen lie before the place
    own = (before & seen).sum(1, keepdim=True)  # … and before the source
    between = torch.where(before, own - 1 - rank, rank - own)
    return far, rank_of(between) + torch.where(before, 0, len(RANKS) + 1)
