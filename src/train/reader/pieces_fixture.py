"""Writes `test/reader/word-pieces.json`: texts as the trainer's tokenizer reads them, offsets in UTF-16.

    python pieces_fixture.py --vocabulary vocabulary.txt --texts texts.json --out word-pieces.json

Texts are strings, or rows of an earlier fixture: to add one, add it there and write the file again.
"""

import argparse
import json
from pathlib import Path

from tokenizers import Tokenizer

from main import read_tokenizer


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    tokenizer = read_tokenizer(asked.vocabulary)
    texts = [one["text"] if isinstance(one, dict) else one for one in json.loads(asked.texts.read_text())]
    rows = [json.dumps(read(text, tokenizer)) for text in texts]
    asked.out.write_text("[\n" + ",\n".join(rows) + "\n]\n")


def read(text: str, tokenizer: Tokenizer) -> dict[str, object]:
    """A text's pieces; code points beyond the first 65,536 are two units."""
    pieces, units = tokenizer.encode(text, add_special_tokens=False), [0]
    for character in text:
        units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
    starts, ends = ([units[one[side]] for one in pieces.offsets] for side in (0, 1))
    return {"text": text, "ids": pieces.ids, "starts": starts, "ends": ends}


if __name__ == "__main__":
    main()
