"""A question in another language or of no words is refused with a reason, and never corrected into another question."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.ask.following import follow
from probatum.errors import ProbatumError
from probatum.model import Question


def read(text: str) -> Question:
    return ask.read(text, vocabulary=vocabulary.load())


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("Wie wirkt Ibuprofen bei Gicht?", "P417", "German"),
        ("Kann ich Ibuprofen mit Warfarin nehmen", "P417", "German"),
        ("Quelle est la dose de paracétamol chez un enfant", "P417", "French"),
        ("¿Puedo tomar ibuprofeno con la warfarina?", "P417", "Spanish"),
        ("El ibuprofeno es seguro para las mujeres embarazadas?", "P417", "Spanish"),
        ("布洛芬安全吗", "P417", "another language"),
        ("Posso prendere il paracetamolo con il warfarin?", "P417", "Italian"),
        ("Помогает ли колхицин при подагре?", "P417", "another language"),
        ("asdf qwer zxcv", "P422", "No word of"),
        ("asdfgh", "P422", "No word of"),
    ],
)
def test_what_is_not_english_is_refused_with_its_reason(text: str, code: str, said: str) -> None:
    with pytest.raises(ProbatumError) as refused:
        read(text)
    assert refused.value.code == code and said in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "Does mexilitine help crmps in ALS?",
        "colchisine goute",
        "ibuprfen hedache",
        "ramipril",
        "metformin + alcohol",
        "el nino allergy treatment for asthma",
        "amoxicilin otitis",
        "β-blocker in HFrEF",
        "zorbinol gravel",
        "Dabi vs warf AF",
        "colc gout",
    ],
)
def test_misspelt_english_and_bare_names_are_read(text: str) -> None:
    assert read(text).read


def test_a_follow_up_of_one_word_said_twice_is_not_put_behind_the_question() -> None:
    with pytest.raises(ProbatumError) as refused:
        follow("blah blah", read("Does colchicine help gout flares?"), read, year=2026)
    assert refused.value.code in ("P411", "P422")


@pytest.mark.parametrize("typed", ["asdkjh qwe zzxx kjhqwe", "xxxxxx", "fhgjdk", "ÃƒÂ©Ã‚Â"])
def test_rows_of_letters_that_nobody_could_say_are_refused(typed: str) -> None:
    with pytest.raises(ProbatumError, match="P422"):
        ask.read(typed)


@pytest.mark.parametrize("typed", ["strangvirol", "CRRT", "TSHR", "xyzal"])
def test_a_lone_name_or_short_form_is_read(typed: str) -> None:
    assert ask.read(typed).typed == typed
