"""Who tells that a treatment did not serve is told the next one first, and neither the same nor the first choice."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Intent

EMERGENCIES = (
    (
        "postpartum haemorrhage, still bleeding after oxytocin, what next",
        "second choices are ergometrine",
        "carboprost is",
    ),
    (
        "status epilepticus, 2 doses of lorazepam given, still fitting",
        "the dose of levetiracetam",
        "valproate 40 mg/kg",
    ),
    ("SVT, adenosine 18 mg failed", "the second choice is verapamil", "verapamil is 5 mg to 10 mg"),
    ("K 6.8, ECG changes, calcium given, what next", "soluble insulin 10 units", "nebulised salbutamol"),
    ("bradycardia, atropine 3 mg no effect", "the second choice is adrenaline", "isoprenaline or pacing"),
    ("eclampsia, magnesium given, fits again", "a further 2 g to 4 g of magnesium", "a further 2 g to 4 g"),
)
ELSE = (
    ("GAD, sertraline failed, what next", "another SSRI or an SNRI"),
    ("OCD, fluoxetine 60 mg for 12 weeks no response", "clomipramine"),
    ("muscle cramps in MND, quinine did not help", "considering baclofen as the second choice"),
    ("UC flare on oral mesalazine not settling", "that aminosalicylates do not settle"),
    ("hypertension on amlodipine still 165/95, next step", "Step 2"),
    ("gestational diabetes, metformin not controlling sugars", "NICE recommends insulin"),
    ("what after oral vancomycin failed in C diff", "fidaxomicin 200 mg"),
    ("bipolar mania, haloperidol and olanzapine failed", "When a second antipsychotic does not work"),
    ("mania, olanzapine not working", "When the first antipsychotic does not work"),
    ("hypertension on ramipril and amlodipine, still 168/98", "Step 3"),
    ("angina on bisoprolol still symptomatic, add what", "the other of the 2 or both together"),
    ("plantar fasciitis, 6 weeks of stretching not helping", "shockwave therapy is the next step"),
    ("neuropathic pain, duloxetine not tolerated", "changing to another"),
    ("gout, naproxen and colchicine not helping", "a corticosteroid injection"),
    ("GORD, omeprazole 20 mg not controlling", "an H2 receptor antagonist"),
    ("T2DM on metformin, HbA1c 68, add what", "together with an SGLT2 inhibitor"),
    ("HFrEF on ramipril and bisoprolol, still symptomatic", "a mineralocorticoid receptor antagonist and an SGLT2"),
    ("endometriosis pain, ibuprofen 3 months no help, next", "a hormonal treatment"),
    ("scabies still itchy 2 weeks after permethrin", "no sign by itself that the treatment failed"),
    ("scabies, permethrin failed twice, new burrows", "malathion"),
)
NO_STEP = (
    # An anticoagulant slows no heart, and eases nothing that an antibiotic did not.
    ("AF on bisoprolol, rate still 130", "In the United Kingdom, NICE recommends a direct-acting"),
    ("otitis media, amoxicillin 3 days not better", "paracetamol or ibuprofen for pain"),
)


def _answer(library: Library, question: str) -> Answer:
    return probatum.answer(question, library=library, as_of="2026-11-30")


def _told(answer: Answer, section: str) -> list[str]:
    return [s.text for s in answer.section(section).statements if "critical value" not in s.text.lower()]


@pytest.mark.parametrize(("question", "first", "also"), EMERGENCIES)
def test_the_next_step_of_an_emergency_leads(starter_library: Library, question: str, first: str, also: str) -> None:
    answer = _answer(starter_library, question)
    lead = [line for line in _told(answer, "bottom_line") if "This may be an emergency" not in line]
    assert first in lead[0], lead
    assert also in " ".join(lead)
    assert first in "\n".join(_told(answer, "algorithm"))


@pytest.mark.parametrize(("question", "first"), ELSE)
def test_the_next_step_leads_elsewhere(starter_library: Library, question: str, first: str) -> None:
    answer = _answer(starter_library, question)
    assert first in _told(answer, "bottom_line")[0]
    assert first in _told(answer, "algorithm")[0]


def test_what_was_given_twice_is_not_given_again(starter_library: Library) -> None:
    answer = _answer(starter_library, "status epilepticus, 2 doses of lorazepam given, still fitting")
    assert not any("buccal midazolam" in line or "rectal diazepam" in line for line in _told(answer, "bottom_line"))


def test_what_was_given_once_may_be_repeated(starter_library: Library) -> None:
    answer = _answer(starter_library, "anaphylaxis, IM adrenaline 5 min ago, not better")
    lead = [line for line in _told(answer, "bottom_line") if "This may be an emergency" not in line]
    assert "repeating intramuscular adrenaline" in lead[0]


def test_a_step_for_two_failures_is_none_behind_one(starter_library: Library) -> None:
    answer = _answer(starter_library, "mania on olanzapine, not settling")
    first = _told(answer, "bottom_line")[0]
    assert "When the first antipsychotic does not work" in first


def test_the_first_choice_leads_where_nothing_was_tried(starter_library: Library) -> None:
    answer = _answer(starter_library, "postpartum haemorrhage, what to give")
    lead = " ".join(_told(answer, "bottom_line"))
    assert "oxytocin 5 units" in lead


def test_nobody_is_sent_on_to_what_did_not_serve(starter_library: Library) -> None:
    answer = _answer(starter_library, "acute gout flare, colchicine has not helped, next?")
    assert not any("weigh colchicine" in line for line in _told(answer, "algorithm"))


@pytest.mark.parametrize(("question", "wrong"), NO_STEP)
def test_what_is_of_another_aim_is_no_next_step(starter_library: Library, question: str, wrong: str) -> None:
    answer = _answer(starter_library, question)
    assert not any(wrong in line for line in _told(answer, "algorithm"))


@pytest.mark.parametrize(
    "question",
    [
        "severe asthma, salbutamol and steroids not holding",
        "acute asthma despite salbutamol and prednisolone",
    ],
)
def test_two_that_did_not_serve_are_no_pair_to_be_weighed(starter_library: Library, question: str) -> None:
    answer = _answer(starter_library, question)
    told = "\n".join(_told(answer, "bottom_line"))
    assert answer.question.intent is Intent.THERAPY
    assert "ipratropium 0.5 mg is added" in told and "magnesium sulfate is 2 g" in told
    assert "advised against" not in told and "Caution" not in told
    assert not any(line.startswith("Do not start") for line in _told(answer, "algorithm"))


def test_two_that_are_put_together_are(starter_library: Library) -> None:
    assert _answer(starter_library, "salbutamol and steroids in asthma").question.intent is Intent.INTERACTION
