"""Writes `src/reader/characters.json`: how BERT's tokenizer sees each character. Its tables of kinds are
of an older Unicode than Node's, so the product can't ask Node; it asks these ranges.

    python characters.py --vocabulary vocabulary.txt --out characters.json
"""

import argparse
import json
from pathlib import Path

from tokenizers.normalizers import NFD, BertNormalizer

from main import read_tokenizer

EVERY = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
NOTHING = {"clean_text": False, "handle_chinese_chars": False, "strip_accents": False, "lowercase": False}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    clean, strip, space = (
        BertNormalizer(**NOTHING | {name: True}).normalize_str
        for name in ("clean_text", "strip_accents", "handle_chinese_chars")
    )
    split = read_tokenizer(asked.vocabulary).pre_tokenizer.pre_tokenize_str
    decompose = NFD().normalize_str
    kinds = {
        "removed": [one for one in EVERY if clean(one) == ""],
        "marks": [one for one in EVERY if strip(one) == ""],
        "punctuation": [one for one in EVERY if [part for part, _ in split(f"a{one}b")] == ["a", one, "b"]],
        "ideographs": [one for one in EVERY if space(one) != one],
        "decomposed": [one for one in EVERY if decompose(one) != one],
    }
    asked.out.write_text(json.dumps({name: ranges(some) for name, some in kinds.items()}, indent=2) + "\n")


def ranges(characters: list[str]) -> str:
    """`0-8 b e-1f`: first and last of each run, in hexadecimal."""
    runs: list[list[int]] = []
    for code in map(ord, characters):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in runs)


if __name__ == "__main__":
    main()
