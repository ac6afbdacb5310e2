"""What trainings share: copies of a model that read a batch in parts, one a thread, and an fp32 master that learns."""

import json
from pathlib import Path

import torch
from torch import nn

Masters = dict[str, nn.Parameter]


def masters_of(model: nn.Module) -> Masters:
    """What is learnt of a model, by name: all but the word embeddings, which are kept as they are."""
    keep_words(model)
    return {name: one for name, one in model.named_parameters() if one.requires_grad}


def keep_words(model: nn.Module) -> None:
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)


def make_adam(masters: Masters, peak: float, rates: dict[str, float]) -> torch.optim.Optimizer:
    """What has a name that begins so learns so many times as fast as the encoder; see `set_rate`."""
    groups: dict[float, list[nn.Parameter]] = {}
    for name, master in masters.items():
        times = next((times for start, times in rates.items() if name.startswith(start)), 1)
        groups.setdefault(times, []).append(master)
    return torch.optim.AdamW(
        [{"params": some, "times": times} for times, some in groups.items()],
        lr=peak, betas=(0.9, 0.98), weight_decay=0.01, eps=1e-6, fused=True,
    )  # fmt: skip


def set_rate(adam: torch.optim.Optimizer, rate: float) -> None:
    for group in adam.param_groups:
        group["lr"] = rate * group["times"]


def gather(copies: list[nn.Module], masters: Masters) -> None:
    """Sums the copies' gradients, in their order, into the masters'."""
    for master in masters.values():
        master.grad = None
    for copy in copies:
        for name, param in copy.named_parameters():
            if param.grad is None:
                continue
            master, grad = masters[name], param.grad.float()
            master.grad = grad if master.grad is None else master.grad.add_(grad)
            param.grad = None


def follow(copy: nn.Module, masters: Masters) -> None:
    """Gives a copy what the masters have learnt."""
    with torch.no_grad():
        for name, param in copy.named_parameters():
            if name in masters:
                param.copy_(masters[name])


def save(file: Path, state: dict) -> None:
    """Whole or not at all; beside it, how far it is."""
    whole = file.with_suffix(".new")
    torch.save(state, whole)
    whole.replace(file)
    file.with_suffix(".json").write_text(json.dumps({"step": state["step"], "steps": state["steps"]}) + "\n")
