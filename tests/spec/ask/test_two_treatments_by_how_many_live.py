"""Two treatments set against each other are weighed, also by how many live; what is only looked at is not. `alone`
belongs to the treatment before it, and no illness begins with it."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("surgery versus radiotherapy prostate cancer mortality", Intent.THERAPY),
        ("warfarin vs apixaban incidence of stroke in AF", Intent.THERAPY),
        ("chemoradiotherapy vs radiotherapy alone oesophageal cancer survival", Intent.THERAPY),
        ("open vs laparoscopic hernia repair recurrence", Intent.THERAPY),
        ("mortality after hip fracture in diabetes vs no diabetes", Intent.PROGNOSIS),
        ("does early vs late surgery predict survival in cancer", Intent.PROGNOSIS),
        ("survival after radiotherapy for lung cancer", Intent.PROGNOSIS),
    ],
)
def test_setting_two_against_each_other_weighs_them(typed: str, intent: Intent) -> None:
    assert read(typed).intent is intent


@pytest.mark.parametrize(
    ("typed", "other", "people"),
    [
        (
            "chemoradiotherapy vs radiotherapy alone stage III lung cancer",
            "radiotherapy alone",
            "stage III lung cancer",
        ),
        (
            "metformin vs insulin only newly diagnosed type 2 diabetes",
            "insulin only",
            "newly diagnosed type 2 diabetes",
        ),
        ("metformin vs insulin newly diagnosed type 2 diabetes", "insulin", "newly diagnosed type 2 diabetes"),
    ],
)
def test_alone_belongs_to_the_treatment_before_it(typed: str, other: str, people: str) -> None:
    question = read(typed)
    assert question.comparator == other
    assert question.population.removeprefix("people with ") == people
    assert [c.semantic for c in question.having(Role.POPULATION)] == ["condition"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("antibiotics before a lap chole", "antibiotics before a laparoscopic cholecystectomy"),
        ("nausea after gynae surgery", "nausea after gynaecological surgery"),
        ("chemoradiation for lung cancer", "chemoradiotherapy for lung cancer"),
        ("chemo or radiation for breast cancer", "chemotherapy or radiation for breast cancer"),
        ("chole calciferol dose", "cholecalciferol dose"),
    ],
)
def test_clippings_of_the_wards_are_written_out(typed: str, told: str) -> None:
    assert read(typed).read.lower() == told
