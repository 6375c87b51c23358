"""Where the library holds no label of a medicine, what that of another of its class says of such a patient is told as
just that, and what is nearest is told to patients too."""

from __future__ import annotations

import pytest
from medicines import label, trial
from reports import LibraryOf

from probatum.acquire.library import Library
from probatum.pipeline import answer

TITLE = "Erenumab versus topiramate: a multicentre, parallel-group, noninferiority trial of calcitonin antagonism"
ABSTRACT = (
    "METHODS: In this randomised double-blind trial 600 adults with migraine received erenumab or topiramate. "
    "RESULTS: Headache days fell by 4.1 with erenumab and by 2.9 with topiramate (p = 0.01). "
    "CONCLUSIONS: In migraine, erenumab was tolerated better than topiramate."
)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of(
        [
            label(
                "lisinopril",
                boxed="Lisinopril can injure the unborn baby and should be stopped as soon as pregnancy is detected.",
                uses="Lisinopril is indicated for hypertension.",
                dose="The dose of lisinopril is 10 mg once daily.",
            ),
            label(
                "risperidone",
                boxed="Older people with dementia treated with risperidone have a higher risk of death.",
                uses="Risperidone is indicated for schizophrenia.",
            ),
            trial(31, TITLE, ABSTRACT),
        ]
    )


KIN = [
    ("I take ramipril and I am pregnant, is it ok?", "lisinopril, a medicine of the same class", "pregnancy"),
    ("Can olanzapine calm my mother with dementia?", "risperidone, a medicine of the same class", "risk of death"),
]


@pytest.mark.parametrize(("question", "who", "what"), KIN)
@pytest.mark.parametrize("reader", ["doctor", "carer"])
def test_the_label_of_kin_warns(library: Library, question: str, who: str, what: str, reader: str) -> None:
    made = answer(question, library=library, reader=reader)
    told = next(s for s in made.section("bottom_line").statements if who in s.text)
    assert what in told.text
    assert who in (told.plain or told.text)
    assert "10 mg" not in " ".join(s.text for s in made.section("bottom_line").statements)
    assert not [w for w in made.warnings if w.code == "withheld"]


def test_kin_is_not_told_of_other_people(library: Library) -> None:
    made = answer("Does ramipril help a man with hypertension?", library=library)
    assert "lisinopril" not in " ".join(s.text for s in made.section("bottom_line").statements)


def test_a_patient_is_told_what_is_nearest(library: Library) -> None:
    made = answer("Does propranolol prevent migraine better than erenumab?", library=library, reader="patient")
    shown = [s for s in made.statements if not s.level and "erenumab" in (s.plain or s.text).lower()]
    assert shown
