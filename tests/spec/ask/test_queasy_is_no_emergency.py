"""Sickness alone and tablets that are hard to swallow raise no alarm; with something graver beside them they do."""

import pytest

from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    "text",
    [
        "dad has Parkinson's and feels sick",
        "she's vomiting and not eating",
        "he can't swallow tablets",
        "she can't swallow her pills, can I crush them",
        "mum feels nauseous since the new patch",
    ],
)
def test_no_alarm(text: str) -> None:
    assert not read_danger(text).kind


@pytest.mark.parametrize(
    "text",
    [
        "he cannot swallow at all and is drooling",
        "she's vomiting blood",
        "my baby is vomiting and not drinking",
        "she is vomiting and very drowsy",
        "he took too many tablets and feels sick",
        "feels sick and sweaty with chest pain",
    ],
)
def test_an_alarm(text: str) -> None:
    assert read_danger(text).kind in ("emergency", "overdose")
