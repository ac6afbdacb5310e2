"""The question-answering sets that teach the reader, each with its licence."""

import json
import lzma
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """A question about a text; answers are (start, end) in code points, none where it has none. `before`:
    what was asked before it in a conversation, which it leans on."""

    question: str
    context: str
    answers: tuple[tuple[int, int], ...]
    before: str = ""


@dataclass(frozen=True)
class Set:
    """Where a set lies below the data folder, its terms, and how often each row is drawn an epoch."""

    file: str
    licence: str
    free: bool
    times: float = 1.0
    stories: bool = False  # whole stories: windows are cut from them


# Free: terms that allow weights to be given away. SQuADShifts' terms are from memory: look them up before
# you rely on them. The four articles of SQuAD 2 that measure the reader are kept out (KEPT_OUT).
SETS: dict[str, Set] = {
    "squad1-train": Set("qa/squad1-train", "CC BY-SA 4.0", True),
    "squad2-a": Set("qa/squad2-a", "CC BY-SA 4.0", True, 2),
    "squad1-more": Set("qa-more/squad1-more", "CC BY-SA 4.0", True),
    "squad2-train-negatives": Set("qa-more/squad2-train-negatives", "CC BY-SA 4.0", True, 2),
    "qed-nq": Set("qa-more/qed-nq", "CC BY-SA 3.0", True, 1.5),
    "nq-open-gold": Set("qa-more/nq-open-gold", "CC BY-SA 3.0", True),
    "squadshifts-new-wiki": Set("qa-more/squadshifts-new-wiki", "CC BY 4.0", True),
    "squadshifts-reddit": Set("qa-more/squadshifts-reddit", "CC BY 4.0", True, 1.5),
    "qadiscourse": Set("qa-more/qadiscourse", "CC BY 4.0", True),
    "qamr": Set("qa-more/qamr", "MIT", True),
    "fairytaleqa": Set("qa-more/fairytaleqa", "Apache 2.0", True),
    "stories": Set("stories", "MIT: written for this project", True, 3, True),
    "stories-more": Set("stories", "MIT: written for this project", True, 3, True),
    "stories-talk": Set("stories", "MIT: written for this project", True, 3, True),
    "stories-deep": Set("stories", "MIT: written for this project", True, 3, True),
    "newsqa-mrqa-dev": Set("qa-more/newsqa-mrqa-dev", "research use", False, 3, True),
    "newsqa-train-sample": Set("qa-more/newsqa-train-sample", "research use", False, 3, True),
    "tweetqa": Set("qa-more/tweetqa", "not stated", False, 0.3),
    "quoref-contrast": Set("qa-more/quoref-contrast", "not stated", False),
}

# Stories written for this project; those that decide (calibration.jsonl) are never read here. More: what the
# first had too few answers to, how old somebody is, who somebody is, how much. Talk: with conversations too. Deep: longer
# stories, mostly asked in other words than theirs.
STORIES = {
    "stories": "train-*.jsonl",
    "stories-more": "more-*.jsonl",
    "stories-talk": "talk-*.jsonl",
    "stories-deep": "deep-*.jsonl",
}

KEPT_OUT = {
    "sq2a.Harvard-University",
    "sq2a.Scottish-Parliament",
    "sq2a.1973-oil-crisis",
    "sq2a.Warsaw",
}


def read_set(name: str, data: Path) -> list[Row]:
    """The rows of a set. A missing file is named in the error."""
    at = data / SETS[name].file
    if name in STORIES:
        files = sorted((Path(__file__).parent / "stories").glob(STORIES[name]))
        return [row for file in files for row in _story_rows(file)]
    if at.parent.name == "qa":  # texts apart from the questions
        return _questions_on_documents(at.with_name(at.name + ".docs.jsonl"), at.with_name(at.name + ".questions.jsonl"))
    return [_row(one) for one in _lines(at)]


def read_measured(data: Path) -> list[Row]:
    """The questions on the four articles of SQuAD 2 that are kept out of training."""
    at = data / "qa"
    docs, questions = at / "squad2-a.docs.jsonl", at / "squad2-a.questions.jsonl"
    return _questions_on_documents(docs, questions, kept_out=True)


def _questions_on_documents(docs: Path, questions: Path, kept_out: bool = False) -> list[Row]:
    paragraphs = {one["id"]: one["paragraphs"] for one in _lines(docs)}
    rows = []
    for one in _lines(questions):
        if (one["doc"] in KEPT_OUT) == kept_out:
            context = paragraphs[one["doc"]][one["p"]]
            rows.append(_row({**one, "context": context}))
    return rows


def _story_rows(file: Path):
    """Questions on stories of our own, and conversations: an answer is found by the stretch of text it stands in."""
    for story in _lines(file):
        text = story["text"]
        turns = [("", one) for one in story["questions"]]
        for chain in story.get("chains", ()):
            asked = [one["q"].strip() for one in chain]
            turns += [(" ".join(asked[:k]), one) for k, one in enumerate(chain)]
        for before, one in turns:
            spans = []
            for answer in one["a"]:
                near = text.find(one["in"]) if answer in one["in"] else -1
                start = near + one["in"].find(answer) if near >= 0 else text.find(answer)
                if start >= 0:
                    spans.append((start, start + len(answer)))
            if len(spans) == len(one["a"]):
                yield Row(one["q"].strip(), text, tuple(dict.fromkeys(spans)), before)


def _row(one: dict) -> Row:
    context = one["context"]
    spans = []
    for answer in one["answers"] or ():
        start = _code_point(context, answer["start"])
        spans.append((start, start + len(answer["text"])))
    wrong = [span for span in spans if span[1] > len(context)]
    return Row(one["question"].strip(), context, () if wrong else tuple(dict.fromkeys(spans)))


def _code_point(text: str, utf16: int) -> int:
    """Sets count in UTF-16 units, Python in code points."""
    if text.isascii():
        return utf16
    return len(text.encode("utf-16-le")[: 2 * utf16].decode("utf-16-le", "ignore"))


def _lines(file: Path):
    if file.suffix != ".jsonl":
        plain, packed = file.with_name(file.name + ".jsonl"), file.with_name(file.name + ".jsonl.xz")
        file = packed if packed.exists() and not plain.exists() else plain
    if not file.exists():
        raise FileNotFoundError(f"{file} is not there")
    opened = lzma.open(file, "rt", encoding="utf8") if file.suffix == ".xz" else open(file, encoding="utf8")
    with opened as lines:
        yield from (json.loads(line) for line in lines if line.strip())
