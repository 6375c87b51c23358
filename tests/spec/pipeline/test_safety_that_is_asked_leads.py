"""Asked whether one medicine is safer than another, what harms were counted leads; aims and background lead nothing."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import ask, pipeline
from probatum.model import Intent

TRIAL = report(
    1,
    "Safety and efficacy of tanezumab versus naproxen in knee osteoarthritis: a randomised trial",
    methods="In this double-blind randomised trial, 2,000 adults with knee osteoarthritis were given tanezumab 5 mg or "
    "naproxen.",
    results="Joint safety events were more frequent with tanezumab than with naproxen (7.1% v 1.5%; p < 0.001). Pain "
    "at week 16 was lower with tanezumab than with naproxen (p = 0.02).",
    conclusions="Pain in knee osteoarthritis improved more with tanezumab than with naproxen. Tanezumab led to more "
    "joint safety events than naproxen in knee osteoarthritis.",
)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Is tanezumab safer than naproxen for knee osteoarthritis?", Intent.HARM),
        ("Tanezumab or naproxen for knee osteoarthritis, which is safer?", Intent.HARM),
        ("Are SSRIs any safer than tricyclics in the elderly?", Intent.HARM),
        ("Is tanezumab better than naproxen for knee osteoarthritis?", Intent.THERAPY),
        ("How effective is tanezumab, and is it safer than naproxen?", Intent.THERAPY),
    ],
)
def test_what_is_asked(question: str, intent: Intent) -> None:
    assert ask.read(question).intent is intent


def test_what_harm_was_counted_leads_and_is_concluded(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Is tanezumab safer than naproxen for knee osteoarthritis?", library=library_of((TRIAL,)))
    first = answer.section("bottom_line").statements[0].text
    assert "joint safety events" in first.lower()
    assert "pain" not in " ".join(s.text.lower() for s in answer.section("conclusion").statements)


def test_of_what_helps_more_the_effect_leads_as_before(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Is tanezumab better than naproxen for knee osteoarthritis?", library=library_of((TRIAL,)))
    assert "pain" in answer.section("bottom_line").statements[0].text.lower()


OF_AIM = report(
    2,
    "Oral misoprostol or oxytocin after birth: a randomised trial",
    objective="To compare oral misoprostol 400 microg with intramuscular oxytocin 10 IU after birth.",
    methods="In this randomised trial, 400 women received oral misoprostol 400 microg or intramuscular oxytocin 10 IU.",
    results="Blood loss was similar with misoprostol and oxytocin (p = 0.54).",
    conclusions="Oral misoprostol was as good as oxytocin after birth.",
)


def test_a_dose_is_told_by_what_was_given_and_not_by_the_aim(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Misoprostol or oxytocin for blood loss after birth?", library=library_of((OF_AIM,)))
    assert "To compare" not in " ".join(s.text for s in answer.statements)


def test_what_was_known_before_a_study_leads_nothing(library_of: LibraryOf) -> None:
    review = report(
        3,
        "Melatonin to prevent delirium after surgery: a systematic review and meta-analysis",
        kind="Systematic Review",
        background="Studies of melatonin for the prevention of delirium have produced inconsistent findings.",
        methods="We included 9 randomised trials with 1,452 people who had surgery.",
        results="Delirium was seen in 23.8% with melatonin and 24.4% with placebo (risk ratio 0.93, 95% CI 0.70 to "
        "1.24).",
        conclusions="Melatonin may not prevent delirium after surgery.",
    )
    answer = pipeline.answer("Does melatonin prevent delirium after surgery?", library=library_of((review,)))
    assert "inconsistent" not in " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "Melatonin may not prevent" in " ".join(s.text for s in answer.section("bottom_line").statements)


def test_of_a_test_its_figures_lead(library_of: LibraryOf) -> None:
    accuracy = report(
        4,
        "Accuracy of a rapid assay of lymph node samples for tuberculosis: a diagnostic accuracy study",
        kind="Evaluation Study",
        methods="We compared the rapid assay with histopathology in 67 adults with suspected tuberculosis.",
        results="The rapid assay had a sensitivity of 82.6% and a specificity of 85% for tuberculosis. The lymph nodes "
        "of tuberculosis were mostly in the cervical region.",
        conclusions="A rapid assay is fairly accurate for tuberculosis of lymph nodes.",
    )
    answer = pipeline.answer(
        "How accurate is a rapid assay of lymph nodes for tuberculosis?", library=library_of((accuracy,))
    )
    told = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "cervical" not in told and "82.6%" in told


NEAR = report(
    5,
    "Thymectomy in myasthenia gravis: a cohort study",
    kind="Observational Study",
    methods="We followed 100 adults with myasthenia gravis after thymectomy.",
    results="Weakness grew less in 60 of 100 people.",
    conclusions="Thymectomy may lessen weakness in myasthenia gravis.",
)
FAR = report(
    6,
    "Botulinum toxin for spasticity in multiple sclerosis: a randomised trial",
    methods="In this randomised trial, 74 adults with multiple sclerosis were given botulinum toxin or placebo.",
    results="Weakness was seen in 14% with botulinum toxin and in 16% with placebo.",
    conclusions="Botulinum toxin eased spasticity in multiple sclerosis.",
)


def test_what_is_nearest_shares_the_treatment_or_the_illness(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Pyridostigmine for weakness in myasthenia gravis", library=library_of((NEAR, FAR)))
    told = " ".join(s.text for s in answer.section("evidence").statements)
    assert "Thymectomy" in told and "Botulinum" not in told


def test_a_material_that_holds_a_medicine_is_near_to_nothing(library_of: LibraryOf) -> None:
    material = report(
        7,
        "Vancomycin-functionalised porous framework with antibacterial activity",
        kind="Journal Article",
        results="A framework modified with vancomycin is presented. It kills staphylococci under light.",
    )
    of_people = report(
        8,
        "Dosing of vancomycin in children: a review",
        kind="Review",
        results="Vancomycin is measured in many children, and the area under the curve guides its dose.",
    )
    question = "Fidaxomicin vs oral vancomycin: which has fewer recurrences of C. diff?"
    answer = pipeline.answer(question, library=library_of((material, of_people)))
    told = " ".join(s.text for s in answer.section("evidence").statements)
    assert "framework" not in told
