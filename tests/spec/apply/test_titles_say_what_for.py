"""A title says what is given, for what and in whom, in words that fit; where that says nothing, the question stands."""

from __future__ import annotations

import pytest

from probatum.apply import titling
from probatum.apply.context import Context
from probatum.ask import read
from probatum.model import Reader, SearchAccount

TITLES = [
    ("Does mexiletine reduce muscle cramps in ALS?", "Mexiletine for muscle cramps in amyotrophic lateral sclerosis"),
    (
        "Would adding spironolactone reduce death in my man with heart failure?",
        "Spironolactone and death in heart failure",
    ),
    ("Does simvastatin cause muscle pain?", "Simvastatin and myalgia"),
    ("keep getting cellulitis, does penicillin stop it coming back", "Penicillin to prevent recurrence of cellulitis"),
    (
        "Why must sildenafil and nitrates not be taken together?",
        "Why must sildenafil and nitrates not be taken together?",
    ),
    ("which antibiotic for cystitis, she is pregnant", "Antibiotics for cystitis in pregnancy"),
    ("I'm breastfeeding, is ibuprofen ok for back pain?", "Ibuprofen for back pain while breast-feeding"),
    ("My mum with Alzheimers is to have risperidone, does it help?", "Risperidone for Alzheimer disease"),
    ("Is tirzepatide better than semaglutide for weight loss?", "Tirzepatide or semaglutide: weight loss"),
    ("Can melatonin prevent delirium after an operation?", "Melatonin for delirium after an operation"),
    ("What are the side effects of propofol for sedation during endoscopy?", "Propofol and sedation during endoscopy"),
    (
        "Does levothyroxine lower the risk of stroke or heart attack in over 65s with a mildly raised TSH?",
        "Levothyroxine for stroke or myocardial infarction",
    ),
    (
        "Does lixisenatide lower HbA1c in type 2 diabetes with kidney impairment?",
        "Lixisenatide and glycated hemoglobin in type 2 diabetes with kidney impairment",
    ),
    (
        "71-year-old with a small supraspinatus tear, no trauma: repair it or physio only?",
        "71-year-old with a small supraspinatus tear, no trauma: repair it or physiotherapy only?",
    ),
    ("I took valproate while pregnant, will my baby have spina bifida?", "Valproate in pregnancy and spina bifida"),
    ("topiramate or cinnarizine for preventing migraine in a 9 year old?", "Topiramate or cinnarizine for migraine"),
    ("Should the falls stop me anticoagulating her? She has atrial fibrillation.", "atrial fibrillation"),
]


def titled(typed: str) -> str:
    search = SearchAccount(library="l", queries=(), considered=0, included=(), excluded=(), as_of="2026-01-01")
    return titling.title(Context(read(typed), Reader.DOCTOR, (), (), search))


@pytest.mark.parametrize(("typed", "title"), TITLES)
def test_a_title_is_one(typed: str, title: str) -> None:
    made = titled(typed)
    assert made == title or (title.islower() and title in made)


def test_a_question_that_lost_its_mark_gets_it_back() -> None:
    assert titling.title_of(read("What serum urate confirms gout")).endswith("?")


def test_classes_are_named_as_several_and_medicines_as_one() -> None:
    assert [titling.several_of(n) for n in ("antibiotic", "statins", "intravenous iron", "mexiletine")] == [
        "antibiotics",
        "statins",
        "intravenous iron",
        "mexiletine",
    ]
