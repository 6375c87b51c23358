"""What else there is, asked with the medicine that makes way named behind the question; and what is done to people."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Role

AS_OF = "2026-11-30"


def ask(library: Library, question: str) -> probatum.Answer:
    return probatum.answer(question, library=library, as_of=AS_OF)


def short(answer: probatum.Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "told", "not_given"),
    [
        ("What can be taken instead of nitrofurantoin in cystitis in pregnancy?", "cefalexin", "nitrofurantoin"),
        ("what can I use instead of ibuprofen for back pain", "codeine", "ibuprofen"),
        ("what are the alternatives to methotrexate in rheumatoid arthritis", "leflunomide", "methotrexate"),
        ("what other options besides metformin in type 2 diabetes", "SGLT2", "metformin"),
        ("any alternatives to sertraline", "Mirtazapine", "sertraline"),
    ],
)
def test_another_is_sought_and_what_makes_way_is_not_weighed(
    starter_library: Library, question: str, told: str, not_given: str
) -> None:
    answer = ask(starter_library, question)
    given = {c.label for c in answer.question.having(Role.INTERVENTION)}
    assert told in short(answer) and not_given not in given
    assert not given & {"used", "taken"}


def test_one_medicine_instead_of_another_is_a_comparison(starter_library: Library) -> None:
    answer = ask(starter_library, "amlodipine instead of ramipril for hypertension")
    assert "amlodipine" in {c.label for c in answer.question.having(Role.INTERVENTION)}


def test_a_medicine_after_an_operation_is_not_answered_by_its_other_trials(starter_library: Library) -> None:
    hip = short(ask(starter_library, "apixaban after hip replacement"))
    assert "hip or knee replacement" in hip and "systemic embolism" not in hip
    bypass = short(ask(starter_library, "aspirin after CABG"))
    assert "primary prevention" not in bypass
    stent = short(ask(starter_library, "How long should clopidogrel be given after a stent?"))
    assert "stroke" not in stent.partition("Boxed warning")[0]


def test_how_long_is_told_by_the_class_in_the_very_state(starter_library: Library) -> None:
    provoked = short(ask(starter_library, "How long should rivaroxaban be given after a provoked DVT?"))
    assert "first provoked" in provoked and "unprovoked" not in provoked


def test_attacks_that_come_again_are_no_attack(starter_library: Library) -> None:
    long_ill = short(ask(starter_library, "asthma, attacks every week on salbutamol, what next?"))
    assert "nebulised" not in long_ill and "magnesium" not in long_ill
    now = short(ask(starter_library, "acute severe asthma not responding to salbutamol"))
    assert "magnesium" in now
