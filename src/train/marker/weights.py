"""A learnt marker as the product reads it: `marker.onnx` in int8, whose word embeddings lie in `reader.onnx`, and its tables."""

from pathlib import Path

import onnx
import torch
from onnx import GraphProto, TensorProto

from export import export
from marker import COLUMNS, Marker, from_reader
from model import sha256
from story import BASES, RANKS

TABLE = "word_embeddings"


def check_words(marker: Marker, reader: Path) -> None:
    """Throws where a marker's word embeddings are not the reader's: they could not be shared."""
    theirs = from_reader(reader, layers=1)
    if not torch.allclose(_words(marker), _words(theirs), rtol=0, atol=1e-5):  # far less than a step of int8
        raise ValueError(f"the word embeddings of {reader} are not those that the base was learnt with")


def _words(marker: Marker) -> torch.Tensor:
    return marker.encoder.embeddings.word_embeddings.weight


def export_marker(marker: Marker, reader: Path, file: Path) -> None:
    """Writes `file`, which is to lie beside `reader`."""
    export(marker, marker.encoder.config, "marks", {0: "batch", 1: "pieces"}, file)
    file.with_suffix(".fp32.onnx").unlink()
    _share(file, reader)


def _share(file: Path, reader: Path) -> None:
    """Points the word embeddings of one model at the same bytes in another's file."""
    model = onnx.load(file)
    own, same = _table(model.graph), _table(onnx.load(reader).graph)
    if own.raw_data != same.raw_data or own.data_type != same.data_type:
        raise ValueError(f"{reader}: its word embeddings are in other steps than the marker's")
    where = {
        "location": reader.name,
        "offset": str(reader.read_bytes().index(same.raw_data)),
        "length": str(len(own.raw_data)),
    }
    own.ClearField("raw_data")
    own.data_location = TensorProto.EXTERNAL
    for key, value in where.items():
        own.external_data.add(key=key, value=value)
    file.write_bytes(model.SerializeToString())


def _table(graph: GraphProto) -> TensorProto:
    (table,) = [one for one in graph.initializer if TABLE in one.name and len(one.dims) == 2]
    return table


def tables_of(marker: Marker, file: Path, reader: Path) -> dict:
    """What the product adds to the rows, as `MarkerTables` in TypeScript; with the hashes of the files it goes with."""
    source, content = marker.head_roles
    return {
        "marker": sha256(file),
        "reader": sha256(reader),
        "columns": {name: [one.start, one.stop] for name, one in COLUMNS.items()},
        "roles": {"source": _numbers(source), "content": _numbers(content)},
        "far": _numbers(marker.head_far),
        "between": _numbers(marker.head_between),
        "ranks": list(RANKS),
        "signs": [_numbers(row) for row in marker.head_signs],
        "again": [_numbers(row) for row in marker.head_again],
        "ruled": {basis: _numbers(row) for basis, row in zip(BASES, marker.head_ruled, strict=True)},
    }


def _numbers(row: torch.Tensor) -> list[float]:
    return [round(one, 4) for one in row.tolist()]
