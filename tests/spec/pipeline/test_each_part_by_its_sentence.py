"""A part of a question is told by the sentence that tells just that, wherever in the sources it stands."""

from __future__ import annotations

import pytest
from medicines import guideline, label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, Verdict

RECORDS = [
    label(
        "digoxin",
        uses="Digoxin is indicated for mild to moderate heart failure in adults. ",
        dose="The usual dose of digoxin is 125 micrograms daily. ",
        care="Nausea and disturbed vision are signs of digoxin toxicity. ",
    ),
    label(
        "amiodarone",
        country="GB",
        uses="Amiodarone is indicated for severe arrhythmias. ",
        **{"with": "Amiodarone raises the level of digoxin; the dose of digoxin should be halved. "},
    ),
    label(
        "methotrexate",
        uses="Methotrexate is indicated for adults with rheumatoid arthritis. ",
        **{"with": "Methotrexate with trimethoprim/sulfamethoxazole raises the risk of bone marrow suppression. "},
    ),
    label("trimethoprim", uses="Trimethoprim is indicated for cystitis in adults. "),
    guideline(
        "pair",
        "Reminder: methotrexate and trimethoprim",
        "Methotrexate with trimethoprim should be avoided, because fatal marrow suppression has been reported.",
    ),
    guideline(
        "af",
        "Atrial fibrillation: management",
        "A risk of falls alone is no reason to withhold an anticoagulant in atrial fibrillation. "
        "In atrial fibrillation, offer an anticoagulant to people at risk of stroke.",
    ),
    label(
        "apixaban",
        uses="Apixaban is indicated for nonvalvular atrial fibrillation. ",
        dose="The dose is 5 mg twice daily. ",
    ),
    report(
        31,
        "Zonisamide for essential tremor: a randomized trial",
        methods="We randomised 90 adults with essential tremor to zonisamide 200 mg daily or placebo for 10 weeks.",
        results="Tremor was lower with zonisamide than with placebo (mean difference -2.1, 95% CI -3.0 to -1.2; p = "
        "0.001). After treatment had ended, tremor was the same with zonisamide and with placebo.",
        conclusions="Zonisamide lowered tremor.",
    ),
    label("zonisamide", uses="Zonisamide is indicated for partial seizures in adults. "),
]


@pytest.fixture(scope="module")
def held(library_of: LibraryOf) -> Library:
    return library_of(RECORDS)


def answered(typed: str, held: Library) -> Answer:
    made = pipeline.answer(typed, library=held, as_of="2026-11-26")
    assert all(
        s.verdict is Verdict.SUPPORTED for section in made.sections for s in section.statements if s.kind.asserts
    )
    return made


def short(made: Answer) -> str:
    own = (s for s in made.sections if s.id == "bottom_line" or s.id.startswith("part_"))
    return " ".join(st.text for section in own for st in section.statements)


def test_the_dose_of_what_is_taken_is_told_by_the_label_of_the_other(held: Library) -> None:
    typed = "A man who takes digoxin is starting amiodarone. What should happen to the digoxin dose?"
    assert "the dose of digoxin should be halved" in short(answered(typed, held))


def test_signs_of_toxicity_are_those_of_the_medicine_taken(held: Library) -> None:
    typed = (
        "A man takes digoxin and is starting amiodarone. Is that safe, and what signs of toxicity should we watch for?"
    )
    assert "disturbed vision are signs of digoxin toxicity" in short(answered(typed, held))


def test_a_feared_thing_is_told_of_by_the_guideline(held: Library) -> None:
    typed = (
        "Woman of 84 with atrial fibrillation. Should her falls stop me anticoagulating her, and what dose of apixaban?"
    )
    made = answered(typed, held)
    assert "a risk of falls alone is no reason" in short(made).lower()
    assert "tells a dose" not in short(made)
    assert not made.question.danger


def test_what_lasts_is_told_of_the_time_after_the_end(held: Library) -> None:
    made = answered("Does zonisamide help essential tremor, and does the benefit last once it is stopped?", held)
    assert "After treatment had ended" in short(made)


def test_the_gravest_word_on_the_very_pair_leads(held: Library) -> None:
    typed = (
        "A woman takes methotrexate for rheumatoid arthritis and comes with a prescription for trimethoprim for "
        "cystitis. Can I hand it out?"
    )
    told = short(answered(typed, held))
    assert "should be avoided" in told
    assert "trimethoprim/sulfamethoxazole" not in told.split("should be avoided")[0]


def test_what_nothing_tells_leaves_a_line(held: Library) -> None:
    made = answered("Does zonisamide help essential tremor, and can it be repeated?", held)
    assert "no source" in " ".join(s.text.lower() for s in made.section("part_2").statements)
