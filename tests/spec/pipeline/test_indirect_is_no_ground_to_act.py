"""What was found in others, or for another aim, is flagged and grounds no step to do as was done there; nor does a
risk."""

from __future__ import annotations

import pytest
from reports import report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

RECORDS = (
    report(
        1,
        "Almotriptan in the treatment of menstrual migraine",
        methods="In this randomised trial, 300 women with menstrual migraine were given almotriptan or placebo.",
        results="At 2 hours after dosing, 61% of women with almotriptan and 40% with placebo had pain relief "
        "(p = 0.003).",
        conclusions="Almotriptan is effective in the treatment of menstrual migraine.",
    ),
    report(
        2,
        "Lactobacillus for the prevention of rhinitis in adults: a meta-analysis",
        kind="Systematic Review",
        methods="Twelve randomised trials of lactobacillus in 1900 adults were included.",
        results="Lactobacillus reduced rhinitis in adults (risk ratio 0.70, 95% CI 0.60 to 0.82).",
        conclusions="Lactobacillus prevented rhinitis in adults.",
    ),
    report(
        3,
        "Frovatriptan for the prevention of menstrual migraine: a randomised trial",
        methods="In this randomised trial, 200 women with menstrual migraine took frovatriptan or placebo for 6 days "
        "in each cycle.",
        results="Menstrual migraine was less frequent with frovatriptan than with placebo (41% versus 67%; p < 0.001).",
        conclusions="Frovatriptan reduced the frequency of menstrual migraine.",
    ),
    report(
        4,
        "Citalopram in pregnancy and epilepsy of the child: a cohort study",
        kind="Observational Study",
        methods="This cohort study followed 5000 children of mothers with and without citalopram in pregnancy.",
        results="Citalopram in pregnancy was associated with a higher risk of epilepsy (odds ratio 1.40, 95% CI 1.20 "
        "to 1.70).",
        conclusions="Citalopram in pregnancy was associated with an increased risk of epilepsy in the child.",
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("indirect") / "library", create=True)
    made.add(RECORDS)
    return made


def _told(typed: str, library: Library) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-26")


def _said(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


def test_that_an_attack_was_treated_is_flagged_where_one_is_to_be_prevented(library: Library) -> None:
    answer = _told("Does almotriptan taken every day before the period prevent menstrual migraine?", library)
    assert "to treat an attack, not to prevent one" in _said(answer, "bottom_line")
    assert "do as was done there" not in _said(answer, "algorithm")


def test_what_prevented_it_is_not(library: Library) -> None:
    answer = _told("Does frovatriptan prevent menstrual migraine?", library)
    assert "to treat an attack" not in _said(answer, "bottom_line")


def test_nor_is_a_treatment_where_a_treatment_is_asked(library: Library) -> None:
    answer = _told("Does almotriptan relieve menstrual migraine?", library)
    assert "not to prevent one" not in _said(answer, "bottom_line")


def test_others_are_no_ground_to_do_the_same(library: Library) -> None:
    path = _said(_told("Does lactobacillus prevent rhinitis in infants?", library), "algorithm")
    assert "do as was done there" not in path
    own = _said(_told("Does lactobacillus prevent rhinitis in adults?", library), "algorithm")
    assert "Known only indirectly" not in own


def test_a_risk_is_no_ground_to_give_it(library: Library) -> None:
    path = _said(_told("Does citalopram in pregnancy raise the risk of epilepsy in the child?", library), "algorithm")
    assert "do as was done there" not in path
