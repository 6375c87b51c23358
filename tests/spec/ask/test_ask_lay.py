"""Lay words over all systems of the body are read as medical names; ordinary and professional words stay."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.vocabulary import load

V = load()

LAY = [
    ("What helps leg pain when walking?", "intermittent claudication"),
    ("What helps a blocked neck artery?", "carotid stenosis"),
    ("Does rest help fluid around the lungs?", "pleural effusion"),
    ("Is vitamin A good for night blindness?", "night blindness"),
    ("What helps drooping eyelids?", "blepharoptosis"),
    ("Are grommets useful?", "middle ear ventilation"),
    ("Does feeding help baby jaundice?", "neonatal jaundice"),
    ("What helps severe morning sickness?", "hyperemesis gravidarum"),
    ("Does walking help thick heart muscle?", "hypertrophic cardiomyopathy"),
    ("What helps trigger finger?", "trigger finger disorder"),
    ("Are hiatus hernia operations safe?", "hiatal hernia"),
    ("Does a diet help kidney cysts?", "polycystic kidney diseases"),
    ("Is there a cure for swimmers ear?", "otitis externa"),
    ("What is best for bald patches?", "alopecia areata"),
    ("Does massage help swelling after breast cancer?", "lymphedema"),
]


@pytest.mark.parametrize(("typed", "medical"), LAY)
def test_lay_terms_reach_the_medical_concept(typed: str, medical: str) -> None:
    wanted = {t.id for t in V.lookup(medical)[:1]}
    assert wanted & {c.id for c in read(typed, vocabulary=V).concepts}


@pytest.mark.parametrize(
    "typed",
    [
        "Does fetal growth restriction predict death?",
        "Is blood gas analysis needed?",
        "Is a double blind trial better?",
        "Does pulse oximetry help in sepsis?",
        "Is newborn screening useful?",
        "Does methotrexate treat a hydatidiform mole?",
        "Does giant cell arteritis need steroids?",
    ],
)
def test_words_of_other_meaning_stay(typed: str) -> None:
    assert not [a for a in read(typed, vocabulary=V).assumptions if a.what == "lay term"]


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("what helps loose motions", "diarrhea"),
        ("exercise for swollen ankles", "edema"),
        ("does quinine help muscle spasms in ALS", "muscle cramps"),
        ("aspirin after mini strokes", "transient ischemic attacks"),
    ],
)
def test_a_name_stands_in_the_plural_only_where_the_literature_has_one(typed: str, read_as: str) -> None:
    assert read_as in [a.to.lower() for a in read(typed, vocabulary=V).assumptions]
