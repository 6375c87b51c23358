"""The short answer put more simply: few sentences, no figures, the same proof."""

from __future__ import annotations

import pytest

from probatum.apply.simpler import _simply
from probatum.model import Kind

TOLD = [
    (
        Kind.FINDING,
        "Zerafine lowers the risk of fits: 3 of every 100 people with it and 9 with a dummy treatment (placebo). We "
        "are sure of this (high certainty). It rests on 1 randomised trial.",
        "Zerafine lowers the risk of fits. We are sure of this.",
    ),
    (
        Kind.QUOTED,
        "Zerafine eased pain. But it made people tired. One study concluded this (60 people).",
        "Zerafine eased pain.",
    ),
    (
        Kind.DIRECTIVE,
        "It must not be used (US label): after a stroke. Needs care in old age.",
        "It must not be used: after a stroke.",
    ),
]


@pytest.mark.parametrize(("kind", "plain", "simple"), TOLD)
def test_it_is_put_simply(kind: Kind, plain: str, simple: str) -> None:
    assert _simply(plain, kind) == simple
