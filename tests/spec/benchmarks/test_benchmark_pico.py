"""The benchmark `pico`: what it reads, and how words are counted. The texts are invented."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from benchmarks import pico

CONLL = (
    "-DOCSTART- (900001)\n\nZinc NN O I-INT\nin NN O O\nchildren NN O I-PAR\n\n"
    "Colds NN O I-OUT\nended NN O O\n. NN O O\n\n"
    "-DOCSTART- (900002)\n\nRest NN O I-INT\n. NN O O\n"
)


def folder(tmp_path: Path, text: str = CONLL) -> Path:
    (tmp_path / "ebm-nlp").mkdir()
    (tmp_path / "ebm-nlp" / "eval.conll.gz").write_bytes(gzip.compress(text.encode()))
    return tmp_path


def test_a_folder_without_the_set_names_it(tmp_path: Path) -> None:
    done = pico.run(tmp_path)
    assert done.metrics == {} and done.missing == ["ebm-nlp/eval*.conll.gz"]


def test_documents_sentences_and_tags_are_read(tmp_path: Path) -> None:
    one, two = pico.read(folder(tmp_path) / "ebm-nlp" / "eval.conll.gz")
    assert one == ("900001", [["Zinc", "in", "children"], ["Colds", "ended", "."]], one.tags)
    assert one.tags == ["I-INT", "O", "I-PAR", "I-OUT", "O", "O"]
    assert two.lines == [["Rest", "."]]


def test_another_folder_is_labelled_by_the_shipped_model(tmp_path: Path) -> None:
    done = pico.run(folder(tmp_path))
    assert done.metrics["documents"] == 2 and done.metrics["tokens"] == 8
    for name in ("f1_population", "f1_intervention", "f1_outcome", "macro_f1"):
        assert done.metrics[f"{name}_low"] <= done.metrics[f"{name}_high"]
    assert any("nothing was fitted" in note for note in done.notes)


@pytest.mark.parametrize(
    ("truth", "found", "expected"),
    [([1, 1, 0, 0], [1, 0, 1, 0], 0.5), ([1, 1, 1], [1, 1, 1], 1.0), ([1], [2], 0.0), ([0, 0], [0, 0], 0.0)],
)
def test_f1_is_over_words(truth: list[int], found: list[int], expected: float) -> None:
    counts = np.array(pico.counts(np.array(truth), np.array(found)))
    assert pico.f1(counts)[0] == pytest.approx(expected)
