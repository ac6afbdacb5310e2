"""Rows into windows of word pieces, shaped as the product shows them to the reader."""

import math
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from sets import Row

QUESTION_PIECES = 40  # a longer question is cut, here and in the product
WINDOW = 256  # pieces in all, in the product: CLS question SEP passages SEP
SHORTER = (144, 192, 256)  # a window's room is one of these: more examples for the same time
LONGEST_ANSWER = 60
CLS, SEP = 101, 102


@dataclass(frozen=True)
class Window:
    """One example: pieces, where the passages begin, the answer's first and last piece (0: none here),
    the sentence of each piece of the passages (from 1), and the sentence that answers (0: none)."""

    pieces: np.ndarray
    passages: int
    first: int
    last: int
    sentences: np.ndarray
    answering: int


@dataclass(frozen=True)
class Passage:
    """A text in pieces with their code point offsets, and the sentence each belongs to."""

    text: str
    pieces: np.ndarray
    offsets: np.ndarray
    sentences: np.ndarray


class Reading:
    """Texts as pieces, each read once."""

    def __init__(self, tokenizer: Tokenizer):
        self.tokenizer = tokenizer
        self.known: dict[str, Passage] = {}

    def question(self, text: str, before: str = "") -> np.ndarray:
        """A question, behind what it leans on: of that, the end."""
        pieces = self.tokenizer.encode(text, add_special_tokens=False).ids[:QUESTION_PIECES]
        room = QUESTION_PIECES - len(pieces)
        if before and room:
            pieces = self.tokenizer.encode(before, add_special_tokens=False).ids[-room:] + pieces
        return np.array(pieces, np.int32)

    def passage(self, text: str) -> Passage:
        if text not in self.known:
            read = self.tokenizer.encode(text, add_special_tokens=False)
            offsets = np.array(read.offsets, np.int32).reshape(-1, 2)
            ends = np.array([end for _, end in split_sentences(text)], np.int32)
            sentences = np.searchsorted(ends, offsets[:, 0], side="right")
            self.known[text] = Passage(text, np.array(read.ids, np.int32), offsets, sentences)
        return self.known[text]


class StoryWindows:
    """Windows of whole stories, chosen as the product chooses them: by likeness to the question."""

    SEARCH = 0.3  # what words in common add to the cosine, at most
    LEAD = 0.1  # what the first sentence of a story gains; a third of it is left after five

    def __init__(self, reading: Reading, encode, seed: int):
        self.reading, self.encode = reading, encode
        self.random = random.Random(seed)
        self.vectors: dict[str, np.ndarray] = {}

    def draw(self, row: Row) -> list[Window]:
        passage = self.reading.passage(row.context)
        order = self._order(row)
        drawn = []
        if not row.answers:
            return [self._window(row, passage, order, None)]
        span = _pieces_of(passage, row.answers[0] if self.random.random() < 0.7 else self.random.choice(row.answers))
        if span is None:
            return []
        home = int(passage.sentences[span[0]])
        drawn.append(self._window(row, passage, [home, *(k for k in order if k != home)], span))
        if self.random.random() < 0.35:  # the same story without what answers: no sentence with the words
            answers = [row.context[a:b] for a, b in row.answers]
            spans = split_sentences(row.context)
            left = [k for k in order if not any(_holds(row.context[slice(*spans[k])], one) for one in answers)]
            left = [k for k in left if not any(a < spans[k][1] and spans[k][0] < b for a, b in row.answers)]
            if left:
                drawn.append(self._window(row, passage, left, None))
        return [one for one in drawn if one is not None]

    def _order(self, row: Row) -> list[int]:
        spans = split_sentences(row.context)
        if row.context not in self.vectors:
            self.vectors[row.context] = np.stack([self.encode(row.context[a:b]) for a, b in spans])
        whole = f"{row.before} {row.question}".strip()
        wanted = set(_words(whole))
        shared = np.array([sum(map(len, wanted & set(_words(row.context[a:b])))) for a, b in spans], float)
        cosines = self.vectors[row.context] @ self.encode(whole)
        lead = np.exp(-np.arange(len(spans)) / 5)
        scores = cosines + self.SEARCH * shared / (shared.max() + 4) + self.LEAD * lead
        return [int(k) for k in np.argsort(-scores, kind="stable")]

    def _window(self, row: Row, passage: Passage, order: list[int], span) -> Window | None:
        question = row.question.rstrip("? ") if self.random.random() < 0.15 else row.question
        asked = self.reading.question(question, row.before)
        room = self.random.choice((192, 256, 320, 320)) - len(asked) - 3
        sizes = np.bincount(passage.sentences, minlength=max(order) + 2)
        chosen: set[int] = set()
        used = 0
        for rank, k in enumerate(order):
            for near in (k, k - 1, k + 1) if rank == 0 else (k,):
                if 0 <= near < len(sizes) and near in order and near not in chosen and used + sizes[near] <= room:
                    chosen.add(near)
                    used += int(sizes[near])
        at = np.flatnonzero(np.isin(passage.sentences, list(chosen)))
        if len(at) == 0:
            return None
        first = last = answering = 0
        numbers = 1 + np.unique(passage.sentences[at], return_inverse=True)[1]
        if span is not None:
            hits = np.flatnonzero((at >= span[0]) & (at <= span[1]))
            if len(hits) != span[1] - span[0] + 1:
                return None
            first, last = len(asked) + 2 + hits[0], len(asked) + 2 + hits[-1]
            answering = int(numbers[hits[0]])
        pieces = np.concatenate([[CLS], asked, [SEP], passage.pieces[at], [SEP]]).astype(np.int32)
        return Window(pieces, len(asked) + 2, int(first), int(last), numbers.astype(np.int16), answering)


ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Sgt|Lt|Col|Gen|Gov|Sen|Rep|Jr|Sr|[A-Z])|\b[a-z]\.[a-z])\.$")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Rough sentences, as spans that cover the text: training needs no better."""
    spans, start = [], 0
    for end in re.finditer(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+", text):
        if not ABBREVIATED.search(text[start : end.start() + 1]):
            spans.append((start, end.end()))
            start = end.end()
    if start < len(text) or not spans:
        spans.append((start, len(text)))
    return spans


class Neighbours:
    """For a question, the other passages of its set that share its rarest words: they look like answers."""

    def __init__(self, texts: list[str]):
        self.texts = texts
        self.where: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            for word in set(_words(text)):
                self.where[word].append(at)

    def near(self, question: str, lacking: list[str], own: str, count: int) -> list[str]:
        common = len(self.texts) / 8
        words = sorted((len(self.where[w]), w) for w in set(_words(question)) if w in self.where)
        score: Counter[int] = Counter()
        for often, word in words[:6]:
            if often <= max(2, common):
                for at in self.where[word]:
                    score[at] += math.log(len(self.texts) / often)
        near = []
        for at, _ in sorted(score.items(), key=lambda one: (-one[1], one[0]))[:24]:
            text = self.texts[at]
            if text != own and not any(_holds(text, answer) for answer in lacking):
                near.append(text)
            if len(near) == count:
                break
        return near


class Windows:
    """Draws windows for the rows of one set: alone, among look-alikes, cut, or of look-alikes only."""

    def __init__(self, rows: list[Row], reading: Reading, stories: bool, seed: int):
        self.reading = reading
        self.stories = stories
        self.random = random.Random(seed)
        self.neighbours = Neighbours(list(dict.fromkeys(row.context for row in rows)))

    def draw(self, row: Row) -> list[Window]:
        """One or two windows: with the answer, and at times one that lacks it."""
        if not row.answers:
            return [self._without(row, whole=True)]
        drawn = []
        dice = self.random.random()
        if dice < 0.06 and (turned := self._yes_no(row)):
            drawn.append(turned)
        elif not self.stories and dice < 0.5:
            drawn.append(self._alone(row))
        else:
            drawn.append(self._among(row))
        if self.random.random() < (0.7 if self.stories else 0.3):
            drawn.append(self._without(row, whole=False))
        return [window for window in drawn if window is not None]

    def _alone(self, row: Row, answer=None, question=None):
        passage = self.reading.passage(row.context)
        answer = answer or self.random.choice(row.answers)
        span = _pieces_of(passage, answer)
        return self._fit(question or row.question, [(passage, np.arange(len(passage.pieces)), span)])

    def _among(self, row: Row):
        """The answering sentence with some of its neighbours, and blocks that look like it: as the
        product packs a window from all over a story."""
        passage = self.reading.passage(row.context)
        span = _pieces_of(passage, self.random.choice(row.answers))
        if span is None:
            return None
        home = passage.sentences[span[0]]
        around = self.random.choice((1, 1, 2, 3))
        near = [k for k in range(home - around, home + around + 1)]
        near += self._likely(passage, row.question, 3 if self.stories else 1)
        blocks = [(passage, np.flatnonzero(np.isin(passage.sentences, near)), span)]
        if not self.stories:
            blocks += self._look_alikes(row)
            self.random.shuffle(blocks)
        return self._fit(row.question, blocks)

    def _without(self, row: Row, whole: bool):
        """A window that does not answer: the text itself where the question has no answer in it, else
        look-alikes, with or without the rest of the text."""
        passage = self.reading.passage(row.context)
        if whole:
            blocks = [(passage, np.arange(len(passage.pieces)), None)]
            if self.random.random() < 0.3:
                blocks += self._look_alikes(row)
            return self._fit(row.question, blocks)
        answers = [row.context[a:b] for a, b in row.answers]
        keep = [
            k
            for k, (start, end) in enumerate(split_sentences(row.context))
            if not any(_holds(row.context[start:end], one) for one in answers)
            and not any(a < end and start < b for a, b in row.answers)
        ]
        blocks = []
        if self.stories or self.random.random() < 0.6:
            likely = [k for k in self._likely(passage, row.question, 12) if k in keep]
            near = {k + step for k in likely[:3] for step in (-1, 0, 1)} | set(likely)
            chosen = [k for k in keep if k in near] if self.stories else keep
            blocks.append((passage, np.flatnonzero(np.isin(passage.sentences, chosen)), None))
        if not self.stories:
            blocks += self._look_alikes(row)
        self.random.shuffle(blocks)
        blocks = [block for block in blocks if len(block[1]) > 0]
        return self._fit(row.question, blocks) if blocks else None

    def _yes_no(self, row: Row):
        """`When was it built?` becomes `Was it built in 1911?`, or in another year of the text: the
        passage that decides is the same."""
        answer = self.random.choice(row.answers)
        said = row.context[answer[0] : answer[1]]
        if self.random.random() < 0.5 and re.fullmatch(r"\d{4}", said):
            said = str(int(said) + self.random.choice((-7, -3, -1, 2, 5)))
        question = turn_to_yes_no(row.question, said)
        return None if question is None else self._alone(row, answer, question)

    def _look_alikes(self, row: Row):
        lacking = [row.context[a:b] for a, b in row.answers]
        texts = self.neighbours.near(row.question, lacking, row.context, 3)
        blocks = []
        for text in texts:
            passage = self.reading.passage(text)
            likely = self._likely(passage, row.question, 1)
            near = [k + step for k in likely for step in (-1, 0, 1)]
            blocks.append((passage, np.flatnonzero(np.isin(passage.sentences, near)), None))
        return blocks

    def _likely(self, passage: Passage, question: str, count: int) -> list[int]:
        wanted = set(_words(question))  # fsum: a set has another order in each process
        scores = [
            (-math.fsum(math.log(1 + len(word)) for word in wanted & set(_words(passage.text[a:b]))), k)
            for k, (a, b) in enumerate(split_sentences(passage.text))
        ]
        return [k for _, k in sorted(scores)[:count]]

    def _fit(self, question: str, blocks) -> Window | None:
        """Puts blocks in a window; what is too long is cut around the answer, or anywhere."""
        asked = self.reading.question(question.rstrip("? ") if self.random.random() < 0.15 else question)
        room = self.random.choice(SHORTER) - len(asked) - 3
        own = next((k for k, (_, _, span) in enumerate(blocks) if span is not None), 0)
        kept, left = {}, room
        for k in [own, *(k for k in range(len(blocks)) if k != own)]:
            passage, at, span = blocks[k]
            if len(at) > left:
                if left < 24:
                    continue
                at = self._crop(at, span, left)
                if at is None:
                    return None
            kept[k], left = at, left - len(at)
        pieces, sentences, first, last, answering, offset = [], [], 0, 0, 0, 0
        for k in sorted(kept):
            (passage, _, span), at = blocks[k], kept[k]
            labels = passage.sentences[at]
            numbers = offset + 1 + np.unique(labels, return_inverse=True)[1]
            if span is not None:
                hits = np.flatnonzero((at >= span[0]) & (at <= span[1]))
                if len(hits) != span[1] - span[0] + 1:
                    return None
                start = len(asked) + 2 + sum(map(len, pieces))
                first, last = start + hits[0], start + hits[-1]
                answering = int(numbers[hits[0]])
            pieces.append(passage.pieces[at])
            sentences.append(numbers)
            offset = int(numbers[-1])
        if not pieces:
            return None
        joined = np.concatenate([[CLS], asked, [SEP], *pieces, [SEP]]).astype(np.int32)
        return Window(joined, len(asked) + 2, first, last, np.concatenate(sentences).astype(np.int16), answering)

    def _crop(self, at: np.ndarray, span, room: int):
        if span is None:
            start = self.random.randint(0, len(at) - room)
        else:
            inside = np.flatnonzero((at >= span[0]) & (at <= span[1]))
            if len(inside) == 0 or inside[-1] - inside[0] + 1 > room:
                return None
            lowest = max(0, inside[-1] - room + 1)
            start = self.random.randint(lowest, max(lowest, min(inside[0], len(at) - room)))
        return at[start : start + room]


AUXILIARY = "is|was|are|were|did|does|do|has|have|had|will|would|can|could"
TURNS = (
    (re.compile(rf"^(?:when|in (?:what|which) year) ({AUXILIARY}) (.+?)\?*$", re.I), "{0} {1} in {answer}?"),
    (re.compile(rf"^where ({AUXILIARY}) (.+?)\?*$", re.I), "{0} {1} in {answer}?"),
    (re.compile(r"^(?:who|what) (is|was|are|were) (the .+?)\?*$", re.I), "{0} {answer} {1}?"),
    (re.compile(rf"^how (?:many|much) (\S+) ({AUXILIARY}) (.+?)\?*$", re.I), "{1} {2} {answer} {0}?"),
)


def turn_to_yes_no(question: str, answer: str) -> str | None:
    """A question with its answer put in, to be decided; None where no rule fits."""
    if len(answer) > 40:
        return None
    for form, turned in TURNS:
        if found := form.match(question):
            bare = re.sub(r"^(?:in|on|at|by) ", "", answer, flags=re.I)
            return turned.format(*found.groups(), answer=bare)
    return None


def _pieces_of(passage: Passage, span: tuple[int, int]):
    first = int(np.searchsorted(passage.offsets[:, 1], span[0], side="right"))
    last = int(np.searchsorted(passage.offsets[:, 0], span[1], side="left")) - 1
    return (first, last) if first <= last < first + LONGEST_ANSWER else None


def _words(text: str) -> list[str]:
    return [word[:6] for word in re.findall(r"[a-z0-9]+", text.lower()) if len(word) > 2]


def _holds(text: str, answer: str) -> bool:
    plain = lambda words: " ".join(re.findall(r"\w+", words.lower()))
    return f" {plain(answer)} " in f" {plain(text)} "
