"""The measures of the search benchmarks, worked by hand, and what a folder without their data gives."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import bioasq_passages, scifact
from benchmarks.measures import average_precision, ndcg, recall, reciprocal_rank

FOUND = ["a", "b", "c", "d"]
CASES = [
    # relevant, recall@2, reciprocal rank, average precision, nDCG@2
    ({"a"}, 1.0, 1.0, 1.0, 1.0),
    ({"b"}, 1.0, 1 / 2, 1 / 2, 0.63093),
    ({"d"}, 0.0, 1 / 4, 1 / 4, 0.0),
    ({"x"}, 0.0, 0.0, 0.0, 0.0),
    ({"a", "c"}, 1 / 2, 1.0, (1 + 2 / 3) / 2, 0.61315),
    ({"b", "x"}, 1 / 2, 1 / 2, 1 / 4, 0.38685),
]


@pytest.mark.parametrize(("relevant", "found", "reciprocal", "precision", "gain"), CASES)
def test_measures_of_a_ranking(
    relevant: set[str], found: float, reciprocal: float, precision: float, gain: float
) -> None:
    assert recall(FOUND, relevant, 2) == found
    assert reciprocal_rank(FOUND, relevant) == reciprocal
    assert average_precision(FOUND, relevant) == pytest.approx(precision)
    assert ndcg(FOUND, relevant, 2) == pytest.approx(gain, abs=1e-5)


def test_what_a_folder_lacks_is_named(tmp_path: Path) -> None:
    assert bioasq_passages.run(tmp_path).missing == ["bioasq/eval*.jsonl.gz"]
    assert scifact.run(tmp_path).missing == ["scifact/claims.jsonl", "scifact/qrels.txt"]


def test_passages_of_one_text_are_one_and_every_own_passage_counts(tmp_path: Path) -> None:
    pytest.importorskip("bm25s")
    own = [
        {
            "question": "Does zolvit ease cramps?",
            "snippets": [{"text": "Zolvit eased cramps."}, {"text": "No cramps."}],
        },
        {
            "question": "What is a tremor?",
            "snippets": [{"text": "Zolvit eased cramps. "}, {"text": "A tremor shakes."}],
        },
    ]
    (tmp_path / "bioasq").mkdir()
    with gzip.open(tmp_path / "bioasq" / "eval.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps(question) + "\n" for question in own))
    metrics = bioasq_passages.run(tmp_path).metrics
    assert (metrics["passages"], metrics["questions"]) == (3, 2)
    assert metrics["recall@10"] == pytest.approx(0.75)  # the shared passage has no word of the second question
