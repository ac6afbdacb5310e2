"""The marker: the reader's lower layers with one linear head, whose columns mark cues, what a cue governs, and whom a source means."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn
from transformers import BertModel

from model import Reader, bert, read_base, read_int8
from story import BASES, NAME_SIGNS, NAMED, RANKS, SOURCE_SIGNS, STEPS, Story, step_of

LAYERS = 8
ROLE = 48  # numbers in which a cue asks, and a piece answers
WHO = 96  # the same for who speaks and for the places of names
SIZES = {
    "cue": 3,  # no cue, its first piece, a later one
    **{"sourceAsks": ROLE, "sourceAnswers": ROLE, "contentAsks": ROLE, "contentAnswers": ROLE},
    **{"whoAsks": WHO, "whoAnswers": WHO, "nobody": 1, "named": 1},
}
WIDTH = sum(SIZES.values())
CLS, SEP = 101, 102
PIECES_AT_ONCE = 1600
ROLE_SHARE = 0.25  # a cue has a window of pieces, each with a role
NEVER = -1e4


def _columns() -> dict[str, slice]:
    columns, at = {}, 0
    for name, size in SIZES.items():
        columns[name], at = slice(at, at + size), at + size
    return columns


COLUMNS = _columns()


class Marker(nn.Module):
    """Numbers [batch, pieces, WIDTH] of each piece; see `COLUMNS`. The tables are added by whoever reads them."""

    def __init__(self, layers: int = LAYERS, hidden: int = 384, dropout: float = 0.0):
        super().__init__()
        config = bert(layers, hidden)
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = dropout
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.head = nn.Linear(hidden, WIDTH)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        self.head_roles = nn.Parameter(torch.zeros(2, 2 * STEPS))  # source, content; by distance from the cue
        self.head_far = nn.Parameter(torch.zeros(2 * STEPS + 1))  # of a name's place; the last: inside the source
        self.head_between = nn.Parameter(torch.zeros(2 * (len(RANKS) + 1)))
        self.head_signs = nn.Parameter(torch.zeros(SOURCE_SIGNS, NAME_SIGNS))
        self.head_again = nn.Parameter(torch.zeros(SOURCE_SIGNS, SOURCE_SIGNS))  # of a source before, which is not named
        self.head_ruled = nn.Parameter(torch.zeros(len(BASES), 2))  # for whom the rules name; for nobody, if nobody

    def forward(self, input_ids, token_type_ids, attention_mask):
        hidden = self.encoder(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask
        ).last_hidden_state
        return self.head(hidden.float())


def from_reader(file: Path, layers: int = LAYERS) -> Marker:
    """A marker whose layers are the lower ones of a reader."""
    reader, marker = Reader(bert()), Marker(layers)
    read_base(reader, file)
    learnt = reader.encoder.state_dict()
    marker.encoder.load_state_dict({name: learnt[name] for name in marker.encoder.state_dict()})
    return marker


def from_checkpoint(file: Path) -> Marker:
    """A marker that a training has saved, finished or not."""
    learnt = torch.load(file, weights_only=True)["marker"]
    layers = {name.split(".")[3] for name in learnt if name.startswith("encoder.encoder.layer.")}
    marker = Marker(len(layers))
    marker.load_state_dict(learnt)
    return marker


def from_product(file: Path, tables: dict) -> Marker:
    """The marker that ships, in its steps of int8; `tables`: those that go with it, see `tables_of`."""
    marker = Marker()
    rows = {
        "head_roles": [tables["roles"]["source"], tables["roles"]["content"]],
        **{"head_far": tables["far"], "head_between": tables["between"], "head_signs": tables["signs"]},
        **{"head_again": tables["again"], "head_ruled": [tables["ruled"][basis] for basis in BASES]},
    }
    marker.load_state_dict({**read_int8(file), **{name: torch.tensor(row) for name, row in rows.items()}})
    return marker


Run = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]


def read(run: Run, stories: list[Story], most: int = PIECES_AT_ONCE) -> list[torch.Tensor]:
    """The numbers of each story's pieces, [pieces, WIDTH]; `run` is a marker, or a session with one."""
    made = {}
    for batch in _batches(stories, most):
        numbers = run(*_collate(stories, batch))
        for row, (k, at, length) in enumerate(batch):
            made[k, at] = numbers[row, 1 : length + 1]
    return [torch.cat([made[k, at] for at in range(len(one.windows))]) for k, one in enumerate(stories)]


def _batches(stories: list[Story], most: int) -> Iterator[list[tuple[int, int, int]]]:
    """Windows of like length together, at least one: (story, window, its length)."""
    windows = [(k, at, b - a) for k, one in enumerate(stories) for at, (a, b) in enumerate(one.windows)]
    batch: list[tuple[int, int, int]] = []
    for one in sorted(windows, key=lambda one: one[2]):
        if batch and (len(batch) + 1) * (one[2] + 2) > most:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def _collate(stories: list[Story], batch: list[tuple[int, int, int]]):
    """Ids, types and mask. The corpus marks no nested statements: its pieces are of type 0, ours of type 1."""
    longest = max(length for *_, length in batch) + 2
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, (k, at, length) in enumerate(batch):
        a, b = stories[k].windows[at]
        ids[row, 0], ids[row, length + 1] = CLS, SEP
        ids[row, 1 : length + 1] = stories[k].ids[a:b]
        mask[row, : length + 2] = 1
        types[row, : length + 2] = int(stories[k].own)
    return ids, types, mask


def mean_of(values: torch.Tensor, ranges: torch.Tensor) -> torch.Tensor:
    """The mean of the rows in each range."""
    sums = F.pad(values.cumsum(0), (0, 0, 1, 0))
    return (sums[ranges[:, 1]] - sums[ranges[:, 0]]) / (ranges[:, 1] - ranges[:, 0]).unsqueeze(1)


def roles_of(marker: Marker, story: Story, values: torch.Tensor, at: int, cues: torch.Tensor) -> torch.Tensor:
    """Logits [cues, pieces of the window, 3] for nothing, source, content."""
    a, b = story.windows[at]
    place = torch.arange(a, b).unsqueeze(0)
    before = place < cues[:, :1]
    step = torch.where(before, step_of(cues[:, :1] - place), STEPS + step_of(place - cues[:, 1:] + 1))
    logits = [torch.zeros(step.shape)]
    for row, role in enumerate(("source", "content")):
        asks = mean_of(values[:, COLUMNS[f"{role}Asks"]], cues)
        answers = values[a:b, COLUMNS[f"{role}Answers"]]
        logits.append(asks @ answers.T / math.sqrt(ROLE) + marker.head_roles[row][step])
    return torch.stack(logits, -1)


def who_of(marker: Marker, story: Story, values: torch.Tensor) -> torch.Tensor:
    """Log chances [sources, names + 1]; the last: nobody whom the story names."""
    nobody = mean_of(values[:, COLUMNS["nobody"]], story.anchors)
    if not len(story.places):
        return F.pad(torch.full((len(nobody), len(story.name_signs)), NEVER), (0, 1))
    asks = mean_of(values[:, COLUMNS["whoAsks"]], story.anchors)
    answers = mean_of(values[:, COLUMNS["whoAnswers"]], story.places)
    named = mean_of(values[:, COLUMNS["named"]], story.places).squeeze(1)
    scores = asks @ answers.T / math.sqrt(WHO) + named + marker.head_far[story.far]
    scores = scores + marker.head_between[story.between]
    scores = scores + _signs(marker, story)
    scores = torch.where(story.seen, scores, torch.tensor(NEVER))
    highest = scores.amax(1, keepdim=True).detach()
    sums = torch.zeros(len(scores), len(story.name_signs) + 1)
    sums = sums.index_add(1, story.owners, (scores - highest).exp())
    own = (nobody - highest).clamp(max=60).exp()  # what speaks for nobody, whoever spoke before
    sums = torch.cat([sums[:, :-1], sums[:, -1:] + own], 1)
    scores = torch.where(sums > 0, sums.clamp(min=1e-30).log() + highest, torch.tensor(NEVER))
    source, basis, named = story.ruled.unbind(1)
    more = marker.head_ruled[basis, (named == len(story.name_signs)).long()]
    return F.log_softmax(scores.index_put((source, named), more, accumulate=True), 1)


def _signs(marker: Marker, story: Story) -> torch.Tensor:
    """What is added by what the source is in itself, and what is named, or what the source before it is: [sources, places]."""
    if not len(story.name_signs):
        return marker.head_again[story.signs][:, story.signs[story.tellers]]
    names = torch.cat([story.name_signs, story.name_signs[:1]])  # nobody has none, and no place of a name
    by_name = marker.head_signs[story.signs][:, names[story.owners]]
    by_source = marker.head_again[story.signs][:, story.signs[story.tellers.clamp(min=0)]]
    return torch.where(story.tellers == NAMED, by_name, by_source)


def losses_of(marker: Marker, story: Story, values: torch.Tensor) -> torch.Tensor:
    """Of a story, as sums: of cues, of roles, of who."""
    cue = F.cross_entropy(values[:, COLUMNS["cue"]], story.cues, reduction="sum")
    role, who = torch.zeros(()), torch.zeros(())
    for at in range(len(story.windows)):
        rows = [one for one in story.governing if one.window == at]
        if rows:
            logits = roles_of(marker, story, values, at, torch.tensor([(one.start, one.end) for one in rows]))
            gold = torch.stack([one.roles for one in rows])
            role = role + F.cross_entropy(logits.flatten(0, 1), gold.flatten(), reduction="sum") * ROLE_SHARE
    if len(story.anchors):
        who = F.nll_loss(who_of(marker, story, values), story.who, reduction="sum")
    return torch.stack([cue, role, who])
