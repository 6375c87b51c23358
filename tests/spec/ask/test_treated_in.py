"""Of an illness that is treated in people who have another, the first is asked about and the other is told of them."""

from __future__ import annotations

import pytest

from probatum.ask.reading import read
from probatum.model import Role

TREATED = [
    ("gout in a diabetic man", "gout", "diabetes mellitus"),
    ("hypertension treatment in a diabetic", "hypertension", "diabetes mellitus"),
    ("headache in a hypertensive woman", "headache", "hypertension"),
    ("cough in an asthmatic child", "cough", "asthma"),
    ("depression in an epileptic patient, which antidepressant?", "depression", "epilepsy"),
    ("osteoporosis management in a woman with CKD 4", "osteoporosis", "chronic kidney disease"),
    ("insomnia treatment in an elderly man with dementia", "insomnia", "dementia"),
    ("migraine treatment in a man with previous heart attack", "migraine disorders", "myocardial infarction"),
    ("depression treatment in people with cancer", "depression", "cancer"),
    ("best treatment for gout in a diabetic patient", "gout", "diabetes mellitus"),
    ("amlodipine for hypertension in diabetic patients", "hypertension", "diabetes mellitus"),
    ("diabetic macular oedema treatment", "macular edema", "diabetes mellitus"),
]
AS_IT_WAS = [
    ("statins in diabetic patients", "diabetes mellitus"),
    ("semaglutide for obesity in non-diabetic adults", "obesity"),
    ("treatment of migraine in a patient with asthma", "migraine disorders"),
]
"""No other illness is treated, or it is a kind of the same one."""


@pytest.mark.parametrize(("question", "treated", "had"), TREATED)
def test_what_is_treated_is_whom_it_is_about(question: str, treated: str, had: str) -> None:
    asked = read(question)
    assert [c.label for c in asked.having(Role.POPULATION)] == [treated]
    assert had in asked.patient.conditions


@pytest.mark.parametrize(("question", "ill"), AS_IT_WAS)
def test_nothing_else_is_treated(question: str, ill: str) -> None:
    assert [c.label for c in read(question).having(Role.POPULATION)] == [ill]
