"""A medicine beside one that is taken: whether they go together is asked, in any order and for any reason between."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent

MEET = (
    # typed, what is wanted, what is taken
    ("I'm on phenytoin, my ear is infected, can I take ciprofloxacin", "ciprofloxacin", ("phenytoin",)),
    ("is it alright to have naproxen with my ramipril", "naproxen", ("ramipril",)),
    ("he takes azathioprine, the pharmacist gave him allopurinol", "allopurinol", ("azathioprine",)),
    ("can a woman taking lamotrigine be given valproate", "valproate", ("lamotrigine",)),
    ("my aunt is on verapamil and they have started her on atenolol, is that safe", "atenolol", ("verapamil",)),
    ("would fluoxetine be a problem for somebody on tamoxifen", "fluoxetine", ("tamoxifen",)),
    ("are antacids ok while taking ciprofloxacin", "antacids", ("ciprofloxacin",)),
)
ALIKE = (
    "verapamil and bisoprolol together?",
    "linezolid with citalopram, any issue",
    "can you mix codeine and alcohol",
)
APART = (
    # one is to be chosen, or given for more effect, or what helps is asked
    ("is apixaban better than warfarin in atrial fibrillation", Intent.THERAPY),
    ("does adding ezetimibe to atorvastatin reduce heart attacks", Intent.THERAPY),
    ("on metformin, hba1c still 70, should I switch to gliclazide", Intent.THERAPY),
    ("what dose of enoxaparin for somebody on aspirin", Intent.DOSING),
)


@pytest.mark.parametrize(("typed", "wanted", "taken"), MEET)
def test_one_is_wanted_beside_one_that_is_taken(typed: str, wanted: str, taken: tuple[str, ...]) -> None:
    question = read(typed)
    assert (question.intent, question.intervention, question.patient.drugs) == (Intent.INTERACTION, wanted, taken)


@pytest.mark.parametrize("typed", ALIKE)
def test_two_alike_are_both_asked_about(typed: str) -> None:
    question = read(typed)
    assert question.intent is Intent.INTERACTION
    assert question.patient.drugs == ()
    assert len([c for c in question.concepts if c.semantic == "drug"]) == 2


@pytest.mark.parametrize(("typed", "intent"), APART)
def test_a_choice_and_more_effect_are_no_meeting(typed: str, intent: Intent) -> None:
    assert read(typed).intent is intent


TAKES = (
    # typed, what is taken, what is asked about
    (
        "on ramipril, furosemide, sac/val and bisoprolol, which drug is missing",
        ("ramipril", "furosemide", "bisoprolol"),
        "",
    ),
    ("she takes warfarin, the locum gave her celecoxib, how much can she take", ("warfarin",), "celecoxib"),
    ("should my aunt take calcium for her bones", (), "calcium"),
    ("is it worth taking zinc for a cold", (), "zinc"),
    ("not on insulin, is gliclazide enough for type 2 diabetes", (), "gliclazide"),
)


@pytest.mark.parametrize(("typed", "taken", "asked"), TAKES)
def test_what_is_taken_is_told_from_what_is_asked(typed: str, taken: tuple[str, ...], asked: str) -> None:
    question = read(typed)
    assert question.patient.drugs == taken
    assert asked in question.intervention


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("copd fev1 40%, is roflumilast worth adding", "roflumilast"),
        ("normal ECG and troponin 4, aspirin anyway?", "aspirin"),
    ],
)
def test_a_test_that_is_told_with_its_result_is_not_asked_about(typed: str, given: str) -> None:
    assert read(typed).intervention == given


def test_a_combined_pill_is_not_taken_with_the_other_choice() -> None:
    asked = read("34F migraine with aura, wants the pill. combined or progestogen only?")
    assert asked.intent is not Intent.INTERACTION
    assert read("can ramipril and ibuprofen be combined?").intent is Intent.INTERACTION
