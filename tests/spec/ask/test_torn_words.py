"""A prefix typed apart from its word is put to it where only the whole names what is meant, and that is said."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tranexamic acid for post partum haemorrhage", "postpartum haemorrhage"),
        ("aspirin to prevent pre eclampsia", "preeclampsia"),
        ("is anti coagulant therapy needed in flutter", "anticoagulant"),
        ("nimodipine after sub arachnoid haemorrhage", "subarachnoid haemorrhage"),
        ("oestrogen in post menopausal women", "postmenopausal women"),
        ("levothyroxine in sub clinical hypothyroidism?", "subclinical hypothyroidism"),
        ("pregabalin for post herpetic neuralgia", "postherpetic neuralgia"),
        ("salbutamol in pre school children with wheeze", "preschool children"),
        ("hyper tension in the elderly, amlodipine?", "hypertension"),
    ],
)
def test_the_whole_word_is_read_and_said(typed: str, meant: str) -> None:
    question = read(typed)
    assert meant in question.read.lower()
    assert any(made.why == "one word that was torn apart" for made in question.assumptions)


@pytest.mark.parametrize(
    "typed",
    ["SSRIs for post stroke depression", "statins post MI", "fatigue post covid"],
)
def test_what_stands_by_itself_stays(typed: str) -> None:
    question = read(typed)
    assert not any(made.why == "one word that was torn apart" for made in question.assumptions)


def test_an_age_in_notes_is_written_out_once() -> None:
    assert read("which inhaler for a 45 y old with asthma").read.count("old") == 1
