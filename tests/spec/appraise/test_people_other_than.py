"""An illness that is named only as the one that these people do not have makes a study of them indirect."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import directness, study
from probatum.model import Concept, Fit, Question, Role

GOUT = Concept(text="gout", label="gout", role=Role.POPULATION, semantic="condition")
DRUG = Concept(text="quinine", label="quinine", role=Role.INTERVENTION, semantic="drug")


@pytest.mark.parametrize(
    ("aim", "fit"),
    [
        ("The review asked whether quinine is safe in people with psoriasis, a condition other than gout.", Fit.OTHER),
        ("We studied quinine in psoriasis, excluding gout.", Fit.OTHER),
        ("We studied quinine in arthritis of the knee not due to gout (G).", Fit.OTHER),
        ("We studied quinine in people with gout who also had psoriasis.", Fit.DIRECT),
        ("We studied quinine and drugs other than placebo in gout.", Fit.DIRECT),
    ],
)
def test_what_people_do_not_have_is_not_what_was_studied(aim: str, fit: Fit) -> None:
    asked = Question(typed="", read="quinine in gout", concepts=(DRUG, GOUT), population="people with gout")
    title = "Quinine in psoriasis: a systematic review." if fit is Fit.OTHER else "Quinine: a systematic review."
    record = make(f"OBJECTIVE: {aim}", title=title)
    assert directness.judge(asked, record, study.read(record)).population.fit is fit
