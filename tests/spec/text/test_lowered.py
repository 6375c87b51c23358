"""Lower case keeps every sign in its place, and the phrases that are looked for in it have no capitals."""

import re

import pytest

from probatum.appraise import cues
from probatum.appraise.cue import Cue
from probatum.text.expressions import lowered
from probatum.vocabulary.normal import word_key


@pytest.mark.parametrize(
    "text",
    ["Randomised TRIAL", "İstanbul: a CROSSOVER study", "Straße", "ΑΣ and Kelvin K", "ﬁve ǅ \u1e9e", ""],
)
def test_a_place_in_the_lower_case_is_a_place_of_the_text(text: str) -> None:
    low = lowered(text)
    assert len(low) == len(text)
    assert all(a == b or a.lower() == b for a, b in zip(text, low, strict=True) if a != "Σ")


def test_a_sign_that_has_no_single_small_letter_stays() -> None:
    assert lowered("İN VITRO") == "İn vitro"


@pytest.mark.parametrize("name", [name for name, value in vars(cues).items() if isinstance(value, Cue)])
def test_no_cue_asks_for_a_capital(name: str) -> None:
    source = vars(cues)[name].pattern.pattern
    assert not re.search(r"[A-Z]", re.sub(r"\\[A-Z]", "", source))


@pytest.mark.parametrize("sign", ["\ufdfa", "\u33c4", "½", "ﾞ"])
def test_the_key_of_a_word_has_no_blanks(sign: str) -> None:
    assert " " not in word_key(sign)
