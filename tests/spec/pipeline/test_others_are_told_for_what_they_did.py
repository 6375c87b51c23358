"""Another treatment is told of by what it did itself; harm is told of what was given, and not of what came with it."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.apply import wording
from probatum.apply.evidence.given import cleaned
from probatum.model import ArmResult, Figure, Record, Span

ASKED = report(
    1,
    "Ixekizumab for plaque psoriasis: a randomised trial",
    methods="In this double-blind randomised trial, 420 adults with plaque psoriasis were given ixekizumab or placebo.",
    results="Clear skin at week 12 was seen in 38% with ixekizumab and in 2% with placebo (p < 0.001).",
    conclusions="Ixekizumab cleared the skin of people with plaque psoriasis.",
)


def _section(library: Library, question: str, section: str) -> str:
    return " ".join(s.text for s in pipeline.answer(question, library=library).section(section).statements)


def _beside(library_of: LibraryOf, other: Record) -> str:
    return _section(library_of((ASKED, other)), "Ixekizumab for plaque psoriasis", "alternatives")


def test_a_figure_that_is_set_against_nothing_tells_of_no_other_treatment(library_of: LibraryOf) -> None:
    bare = report(
        2,
        "Apremilast for plaque psoriasis in daily practice: a cohort study",
        kind="Observational Study",
        methods="We followed 93 adults with plaque psoriasis who took apremilast.",
        results="The median time on apremilast was 8.0 months.",
        conclusions="Apremilast is a useful treatment of plaque psoriasis in daily practice.",
    )
    told = _beside(library_of, bare)
    assert "8.0 months" not in told and "Apremilast is a useful treatment" in told


def test_people_who_were_set_apart_are_no_arms_of_a_treatment(library_of: LibraryOf) -> None:
    other = report(
        3,
        "Methotrexate for plaque psoriasis: a randomised trial",
        methods="In this randomised trial, 64 adults with plaque psoriasis were given methotrexate or placebo.",
        results="No difference in psoriasis severity was detected between smokers and ex-smokers.",
        conclusions="Skin biopsies of smokers with psoriasis are like those of others.",
    )
    assert "smokers" not in _beside(library_of, other)


def test_what_was_compared_is_told_as_before(library_of: LibraryOf) -> None:
    other = report(
        4,
        "Methotrexate for plaque psoriasis: a randomised trial",
        methods="In this randomised trial, 364 adults with plaque psoriasis were given methotrexate or placebo.",
        results="Clear skin at week 12 was seen in 18% with methotrexate and in 3% with placebo (p = 0.002).",
        conclusions="Methotrexate cleared psoriasis.",
    )
    assert "18% with methotrexate and 3% with placebo" in _beside(library_of, other)


def test_what_is_added_to_the_treatment_takes_not_its_place(library_of: LibraryOf) -> None:
    other = report(
        5,
        "Biologics combined with methotrexate for psoriasis: a systematic review and meta-analysis",
        kind="Systematic Review",
        methods="We searched for randomised trials in people with plaque psoriasis and included 15 studies.",
        results="Skin clearance was more frequent with the combination (risk ratio 1.10, 95% CI 1.01 to 1.20).",
        conclusions="Biologics plus methotrexate cleared plaque psoriasis better than biologics alone.",
    )
    assert "Methotrexate:" not in _beside(library_of, other)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("apremilast 10, 20", "apremilast"),
        ("naproxen 500 mg twice daily", "naproxen"),
        ("switch to sitagliptin", "sitagliptin"),
        ("Se [selenium", "selenium"),
        ("zinc (20 mg", "zinc"),
        ("placebo", ""),
        ("placebo (empty capsules)", ""),
        ("omega 3", "omega 3"),
        ("vitamin B12", "vitamin B12"),
        ("vitamin D3 (cholecalciferol)", "vitamin D3 (cholecalciferol)"),
        ("nerve block using the landmark technique as told by others", "nerve block"),
    ],
)
def test_the_name_of_an_arm_is_that_of_its_treatment(name: str, bare: str) -> None:
    assert cleaned(name) == bare


OF_ANTIBIOTICS = report(
    6,
    "Probiotics to prevent diarrhoea in people who take antibiotics: a randomised trial",
    methods="In this double-blind randomised trial, 600 adults who took antibiotics were given probiotics or placebo.",
    results="Diarrhoea was seen in 8% with probiotics and in 17% with placebo (p = 0.001). Withdrawn consent was seen "
    "in 6 of 300 with probiotics and 5 of 300 with placebo.",
    conclusions="Probiotics prevented diarrhoea in people who took antibiotics.",
)
OF_RADIATION = report(
    7,
    "Selenium to prevent diarrhoea during radiotherapy: a randomised trial",
    methods="In this randomised trial, 80 women who had radiotherapy were given selenium or placebo.",
    results="Diarrhoea was seen in 20% with selenium and in 44% with placebo (p = 0.04).",
    conclusions="Selenium prevented diarrhoea during radiotherapy.",
)


def test_the_same_complaint_of_another_cause_has_no_alternatives(library_of: LibraryOf) -> None:
    library = library_of((OF_ANTIBIOTICS, OF_RADIATION))
    assert (
        "selenium"
        not in _section(library, "do probiotics stop diarrhoea when you are on antibiotics", "alternatives").lower()
    )
    assert "selenium" in _section(library, "do probiotics prevent diarrhoea", "alternatives").lower()


def test_who_took_back_consent_came_to_no_harm(library_of: LibraryOf) -> None:
    library = library_of((OF_ANTIBIOTICS,))
    told = _section(library, "Do probiotics prevent diarrhoea with antibiotics?", "adverse_effects")
    assert "consent" not in told.lower()


ASTHMA = report(
    8,
    "Dexamethasone for asthma attacks in children: a randomised trial",
    methods="In this randomised trial, 500 children with an asthma attack were given dexamethasone or prednisolone.",
    results="Relapse within 10 days was seen in 7% with dexamethasone and in 7% with prednisolone (p = 0.90).",
    conclusions="Dexamethasone was as good as prednisolone for an asthma attack in children.",
)
MYELOMA = report(
    9,
    "Daratumumab plus dexamethasone versus dexamethasone alone in multiple myeloma: a randomised trial",
    methods="In this open-label randomised trial, 300 adults with multiple myeloma were given daratumumab plus "
    "dexamethasone or dexamethasone alone.",
    results="Adverse events were neutropenia in 68% with daratumumab plus dexamethasone and 51% with dexamethasone "
    "(p = 0.003).",
    conclusions="Daratumumab plus dexamethasone delayed progression of multiple myeloma.",
)
BLEED = report(
    10,
    "Dexamethasone after subarachnoid haemorrhage: a randomised trial",
    methods="In this randomised trial, 200 adults with subarachnoid haemorrhage were given dexamethasone (DXM) or "
    "placebo.",
    results="Hyperglycaemia as an adverse event was seen in 31% in the L-DXM group and 15% in the placebo group "
    "(p = 0.01).",
    conclusions="Dexamethasone did not help after subarachnoid haemorrhage.",
)
QUESTION = "Dexamethasone for an asthma attack in a child?"


def test_harm_of_what_was_added_is_none_of_what_all_got(library_of: LibraryOf) -> None:
    library = library_of((ASTHMA, MYELOMA))
    assert "neutropenia" not in _section(library, QUESTION, "adverse_effects").lower()


def test_harm_in_other_people_is_told_as_theirs(library_of: LibraryOf) -> None:
    library = library_of((ASTHMA, BLEED))
    told = pipeline.answer(QUESTION, library=library).section("adverse_effects").statements
    shown = [s for s in told if "hyperglyc" in s.text.lower()]
    assert shown and all("subarachnoid" in s.directness for s in shown)
    path = pipeline.answer(QUESTION, library=library).section("algorithm").statements
    assert all("subarachnoid" in s.directness for s in path if "hyperglyc" in s.text.lower())


def test_harm_in_such_people_makes_a_step_as_before(library_of: LibraryOf) -> None:
    harmed = report(
        11,
        "Harms of dexamethasone in asthma attacks of children: a randomised trial",
        methods="In this randomised trial, 400 children with an asthma attack were given dexamethasone or placebo.",
        results="Relapse was seen in 8% with dexamethasone and in 20% with placebo (p = 0.001). The adverse event "
        "hyperglycaemia was more frequent with dexamethasone than with placebo (31% v 15%; p = 0.01).",
        conclusions="Dexamethasone prevented relapse of an asthma attack in children.",
    )
    assert "hyperglyc" in _section(library_of((harmed,)), QUESTION, "adverse_effects").lower()
    assert "hyperglyc" in _section(library_of((harmed,)), QUESTION, "algorithm")


def test_what_befell_those_who_were_left_out_is_no_harm(library_of: LibraryOf) -> None:
    left_out = report(
        12,
        "Rizatriptan for migraine: a randomised trial",
        methods="In this randomised trial, 670 adults with migraine were given rizatriptan or placebo.",
        results="Pain relief at 2 hours was seen in 68% with rizatriptan and in 44% with placebo (p < 0.001). The "
        "excluded population had a greater frequency of vomiting (22.6% vs. 14.3%) as an adverse event.",
        conclusions="Rizatriptan relieved migraine.",
    )
    told = _section(library_of((left_out,)), "Rizatriptan for migraine?", "adverse_effects")
    assert "excluded population" not in told and "vomiting" not in told


@pytest.mark.parametrize(("text", "shown"), [("Six", "six of 300"), ("6", "6 of 300")])
def test_a_number_in_words_that_opens_its_sentence_has_no_capital_within_another(text: str, shown: str) -> None:
    span = Span(OF_ANTIBIOTICS, "title", 0, 1)
    arm = ArmResult("probiotics", events=Figure(6.0, text, span), denominator=Figure(300.0, "300", span))
    assert wording.arm_value(arm, "") == shown
