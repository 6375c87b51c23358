"""Each asserting part of a sentence is looked for by itself: names and people must be named by the source, a writer's
own words need not, and figures may be worked out of numbers that stand apart (an invented trial)."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import renaming
from probatum.assess.audit.reckoning import sizes
from probatum.assess.audit.source import source
from probatum.model import Fault, Verdict

TEXT = (
    "We randomly assigned 90 adults with chronic kidney disease and leg cramps in two hospitals to zerafine (n = "
    "45) or placebo (n = 45) for 12 weeks. Hypotension was seen in 9 patients on zerafine. Fluid lost in the "
    "first day was 480 ml in the placebo group. It was 330 ml in those who received zerafine. Hospital stay was "
    "5.25 hours with zerafine and 6.75 hours with placebo. Body weight at the end was 71.2 kg with zerafine and "
    "70.8 kg with placebo. 81 patients completed the study. Zerafine 40 mg was infused on days 1, 8 and 15. "
    "Vitamin Q 50 000 IU was given to all. The P value by log rank test = .4619. Dryness of the mouth was rare. "
    "Participants in the zerafine and the placebo group slept 6.4 and 5.9 hours, respectively."
)


def judged(sentence: str) -> tuple[Verdict, Fault | None]:
    made = report(sentence, records=(saying(TEXT, "Outcome\tZerafine (n = 45)\tPlacebo (n = 45)\nCramp\t3\t5"),))
    return made.sentences[-1].verdict, made.sentences[-1].category


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("Asthma was seen in 9 patients on zerafine [1].", Fault.POPULATION),
        ("Adolescents took part in the study of zerafine as well [1].", Fault.POPULATION),
        ("Smokers made up part of the sample given zerafine [1].", Fault.POPULATION),
    ],
)
def test_a_named_part_that_no_source_names_is_not_in_the_source(sentence: str, category: Fault) -> None:
    found, named = judged(sentence)
    assert found not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)
    assert named is category


@pytest.mark.parametrize(
    "sentence",
    [
        "Low blood pressure befell 9 patients on zerafine [1].",  # another name
        "Patients with kidney disease and cramps got zerafine or placebo [1].",
        "Fluid loss on the first day was 150 mL less with zerafine than with placebo [1].",  # of two sentences
        "With zerafine people left the hospital 90 minutes earlier [1].",  # of hours
        "At the end patients on zerafine were 400 g heavier than those on placebo [1].",  # of kilograms
        "Of the 90 adults with cramps who were randomised, 9 (10%) did not finish [1].",
        "Thus 120 mg of zerafine were infused in all [1].",
        "Everybody was handed 50,000 IU of vitamin Q [1].",
        "The log rank test of zerafine against placebo gave p = 0.46 [1].",
        "Mouth dryness cropped up hardly at all on zerafine [1].",
    ],
)
def test_true_parts_in_a_writer_s_own_words_raise_no_alarm(sentence: str) -> None:
    found, _ = judged(sentence)
    assert found in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)


@pytest.mark.parametrize(
    "sentence",
    [
        "Fluid loss on the first day was 190 mL less with zerafine than with placebo [1].",
        "With zerafine people left the hospital 70 minutes earlier [1].",
        "Thus 400 mg of zerafine were infused in all [1].",  # ten times is a slip
        "Everybody was handed 500,000 IU of vitamin Q [1].",
        "Those on placebo slept 6.4 hours and those on zerafine 5.9 hours [1].",  # order of a list
    ],
)
def test_false_figures_are_found(sentence: str) -> None:
    found, _ = judged(sentence)
    assert found not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)


def test_a_concept_is_called_by_the_source_s_name_where_the_source_lacks_the_words() -> None:
    held = source(saying("Dyspnea was rare with zerafine. Headache was common."))
    assert renaming.renamed("Breathlessness was rare.", (held,)) == "Dyspnea was rare."
    assert renaming.renamed("Headache was rare.", (held,)) == "Headache was rare."
    assert renaming.renamed("Breathlessness was rare.", ()) == "Breathlessness was rare."


def test_sizes_are_counts_of_people() -> None:
    held = source(saying(TEXT))
    assert {90.0, 45.0, 81.0} <= sizes(held)
    assert not {12.0, 480.0, 6.4} & sizes(held)
