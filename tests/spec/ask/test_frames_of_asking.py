"""How a question is put decides whom it is about, what is given and what kind of question it is."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "intervention", "outcome"),
    [
        ("should my dad stop his statin at 82", "statin", ""),
        ("does my son need antibiotics for an ear infection", "antibiotics", ""),
        ("can my daughter take melatonin for sleep", "melatonin", "sleep"),
        ("should my wife keep taking sertraline", "sertraline", ""),
        ("what can my mother take for back pain if she is on apixaban", "", "back pain"),
        ("what should I do for a headache", "", "headache"),
    ],
)
def test_somebody_is_neither_treatment_nor_outcome(typed: str, intervention: str, outcome: str) -> None:
    asked = read(typed)
    assert (asked.intervention, asked.outcome) == (intervention, outcome)


@pytest.mark.parametrize(
    ("typed", "population", "one", "other"),
    [
        ("Which is better for gout, febuxostat or allopurinol?", "people with gout", "febuxostat", "allopurinol"),
        ("which drug works best for gout - febuxostat or allopurinol", "people with gout", "febuxostat", "allopurinol"),
        ("Which is better, febuxostat or allopurinol, for gout?", "people with gout", "febuxostat", "allopurinol"),
        ("For gout, is febuxostat or allopurinol better?", "people with gout", "febuxostat", "allopurinol"),
        ("In gout should I use febuxostat or allopurinol", "people with gout", "febuxostat", "allopurinol"),
        ("For gout, febuxostat or allopurinol?", "people with gout", "febuxostat", "allopurinol"),
        (
            "In adults with gout which is better, febuxostat or allopurinol?",
            "adults with gout",
            "febuxostat",
            "allopurinol",
        ),
    ],
)
def test_which_of_two_in_any_order(typed: str, population: str, one: str, other: str) -> None:
    asked = read(typed)
    assert (asked.population, asked.intervention, asked.comparator) == (population, one, other)


@pytest.mark.parametrize(
    ("typed", "intent", "population", "intervention", "comparator"),
    [
        (
            "Balanced crystalloids or saline for critically ill adults?",
            Intent.THERAPY,
            "critically ill adults",
            "balanced crystalloids",
            "saline",
        ),
        (
            "How accurate are fungal antigens for invasive candidiasis?",
            Intent.DIAGNOSIS,
            "people with invasive candidiasis",
            "fungal antigens",
            "",
        ),
        (
            "Is febuxostat safe for the heart compared with allopurinol in gout?",
            Intent.HARM,
            "people with gout",
            "febuxostat",
            "allopurinol",
        ),
        (
            "Does stopping smoking after a diagnosis of early lung cancer improve survival?",
            Intent.THERAPY,
            "people with early lung cancer",
            "smoking cessation",
            "",
        ),
        (
            "What is the outlook after hip fracture for walking alone?",
            Intent.PROGNOSIS,
            "people with hip fracture",
            "",
            "",
        ),
        ("Is tranexamic acid safe in cardiac surgery?", Intent.HARM, "cardiac surgery", "tranexamic acid", ""),
    ],
)
def test_the_parts_of_a_question(
    typed: str, intent: Intent, population: str, intervention: str, comparator: str
) -> None:
    asked = read(typed)
    got = (asked.intent, asked.population, asked.intervention, asked.comparator)
    assert got == (intent, population, intervention, comparator)


@pytest.mark.parametrize(
    ("typed", "population"),
    [
        ("Does aspirin prevent heart attacks?", ""),
        ("Does warfarin lower the risk of stroke?", ""),
        ("Is colchicine effective for gout?", "people with gout"),
    ],
)
def test_nobody_has_yet_what_is_to_be_prevented(typed: str, population: str) -> None:
    assert read(typed).population == population


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("how do SSRIs affect sleep", "sleep"),
        ("How does kidney failure affect the gabapentin dose?", ""),
        ("how does alcohol affect you on metronidazole", ""),
    ],
)
def test_how_something_acts_on_something_names_an_outcome(typed: str, outcome: str) -> None:
    assert read(typed).outcome == outcome


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        (
            "Should beta-blockers be continued after myocardial infarction with preserved ejection fraction?",
            "beta blocker",
        ),
        ("Should statins be continued in dementia with reduced life expectancy?", "statin"),
        ("Should aspirin be added to reduce stroke?", "aspirin"),
    ],
)
def test_a_treatment_is_named_without_its_verb(typed: str, given: str) -> None:
    assert read(typed).intervention == given
