"""A prescription of two medicines, each for its own illness: whether they go together is all that is asked of it."""

from __future__ import annotations

import pytest

from probatum import vocabulary
from probatum.ask import read
from probatum.ask.between.meeting import meeting
from probatum.model import Intent


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Rx methotrexate 10mg weekly rheumatoid arthritis + trimethoprim for cystitis. Dispense?", True),
        ("Rx: clarithromycin + simvastatin. Ok to dispense?", True),
        ("warfarin for atrial fibrillation + metronidazole for dental abscess", True),
        ("sertraline for depression and tramadol for back pain, ok?", True),
        ("levothyroxine for hypothyroidism, calcium for osteoporosis", True),
        ("metformin 1g bd + empagliflozin for type 2 diabetes", False),  # two for one illness
        ("amoxicillin for otitis or ibuprofen for pain", False),  # a choice
        ("ibuprofen for headache and sumatriptan for migraine, which is better", False),
        ("does metformin help obesity and aspirin help headache", False),
        ("how long is amoxicillin for otitis and prednisolone for asthma given", False),
    ],
)
def test_each_for_its_own_illness(text: str, asked: bool) -> None:
    met = meeting(text, vocabulary.load())
    assert bool(met is not None and met.asked) is asked


def test_both_are_asked_about_and_neither_is_weighed_for_an_illness() -> None:
    question = read("Rx methotrexate 10mg weekly RA + trimethoprim for UTI, 71F. Dispense?")
    assert question.intent is Intent.INTERACTION
    assert question.intervention == "methotrexate and trimethoprim"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("simvastatin 40 + amlodipine 10, what to do", True),
        ("atorvastatin 80 and clarithromycin 7 days", True),
        ("simvastatin 40 + amlodipine 10 for angina", False),
        ("atorvastatin 80 and clarithromycin for pneumonia for 7 days", False),
    ],
)
def test_a_bare_pair_with_amounts_or_a_time(text: str, asked: bool) -> None:
    met = meeting(text, vocabulary.load())
    assert bool(met is not None and met.asked) is asked


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("trimethoprim eGFR 20 on ramipril spironolactone", ("ramipril", "spironolactone")),
        ("I am on ticagrelor and take aspirin 300 mg, is that ok", ()),  # both, so that neither is the new one
        ("on warfarin clarithromycin ok?", ("warfarin",)),
        ("on clarithromycin - colchicine ok?", ("clarithromycin",)),
        ("on warfarin, clarithromycin ok?", ("warfarin",)),
    ],
)
def test_what_stands_bare_on_a_list_of_what_is_taken(text: str, taken: tuple[str, ...]) -> None:
    met = meeting(text, vocabulary.load())
    assert met is not None and met.labels("taken") == taken


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("pt on digoxin 125 mcg being started on amiodarone, need to change dig dose?", "amiodarone"),
        ("patient takes sertraline, tramadol was added, should the dose be reduced?", "tramadol"),
        ("on lithium, started ramipril - do I need to lower the lithium dose?", "ramipril"),
    ],
)
def test_a_dose_that_may_change_for_a_second_medicine_is_asked_of_the_two(text: str, wanted: str) -> None:
    met = meeting(text, vocabulary.load())
    assert met is not None and met.asked and wanted in met.labels("wanted")


@pytest.mark.parametrize(
    "text",
    [
        "what dose of amiodarone in somebody on digoxin",
        "on ramipril and spironolactone, reduce the dose with eGFR 25?",
        "takes digoxin, should the dose be changed in kidney disease",
    ],
)
def test_a_dose_is_asked_by_itself_where_nothing_is_begun(text: str) -> None:
    met = meeting(text, vocabulary.load())
    assert met is None or not met.asked


def test_a_medicine_is_asked_about_once() -> None:
    question = read("gout flare, eGFR 28, on clarithromycin for chest infection - colchicine ok?")
    assert question.intervention == "colchicine"
