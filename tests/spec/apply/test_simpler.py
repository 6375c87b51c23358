"""A plain page in the words of a child: short sentences, no names of scales or bodies, no content of a list lost."""

from __future__ import annotations

import pytest

from probatum.apply.plainly.simpler import simply

TOLD = [
    (
        "Zerafine lowers the risk of fits: 3 of every 100 people with it and 9 with a dummy treatment (placebo). We "
        "are sure of this (high certainty). It rests on 1 randomised trial, 80 people.",
        "Zerafine lowers the risk of fits: 3 of every 100 people with it and 9 with a dummy treatment. We are sure of "
        "this. This comes from 1 study, 80 people.",
    ),
    ("It must not be used (US label): after a stroke.", "It must not be used: after a stroke."),
    ("The dose is 5 mg by mouth twice daily (10 mg/day).", "The dose is 5 mg by mouth twice a day (10 mg/day)."),
    ("Zerafine lowers the Zorb-Quill pain score.", "Zerafine lowers a pain score that doctors use."),
    ("It changes the ZQRS-R score.", "It changes a score that doctors use."),
    ("Given at a ZQ2-V score of 2 or more.", "Given at a ZQ2-V score of 2 or more."),
    ("In ZORB, death was more frequent.", "In that study, death was more frequent."),
    (
        "Not advised (ZBF, US, 2018): the ZBF advises against it (grade D).",
        "Not advised (experts, US, 2018): these experts advise against it.",
    ),
    (
        "Sertraline with drugs, such as fentanyl, lithium or tramadol, raises the risk of fits.",
        "Sertraline with drugs, such as tramadol, raises the risk of fits.",
    ),
    (
        "Drugs such as tramadol raised the risk of fits and falls in children, adolescents and young adults.",
        "Drugs such as tramadol raised the risk of fits and falls in children, adolescents and young adults.",
    ),
    (
        "Show what was found (US label): \u201cZerafine was noninferior (60 people); it helped.\u201d",
        "Show what was found: \u201cZerafine was noninferior (60 people); it helped.\u201d",
    ),
    (
        "Pain was lower (not quite what you asked: in gout, not arthritis).",
        "Pain was lower (not quite what you asked: in gout, not arthritis).",
    ),
]


@pytest.mark.parametrize(("plain", "simple"), TOLD)
def test_it_is_put_simply(plain: str, simple: str) -> None:
    assert simply(plain, ("sertraline", "tramadol")) == simple
