"""How many of what a figure is told by, which of two times has more, who is set against controls, a group's number."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.model import Fault, Record, Verdict

CRITERIA = saying(
    "We randomly assigned 404 women to zerafine cream or placebo. Using two diagnostic criteria, 75.0% of women were "
    "cured with zerafine and 18.0% with placebo. Using five diagnostic criteria, 18.5% of women were cured with "
    "zerafine "
    "and 1.6% with placebo. Recurrences were seen in 6% at 6 weeks and in 14% at 28 weeks."
)
SINGING = saying(
    "We randomly assigned 28 adults to singing classes or to a control group. Breath hold time increased in the "
    "control "
    "group relative to the singing group, -0.3 (6.9) sec vs. +5.3 (5.7) sec (p = 0.03). Walking distance increased in "
    "the singing group compared to the control group."
)
NUMBERED = saying(
    "Women in group 1 received zerafine and those in group 2 received compression. Response was better for the local "
    "injection than for compression (40% (6/15) vs. 20% (3/15) 1 week after treatment; and 73% (n = 11/15) vs. 13% "
    "(2/15) 12 weeks after treatment)."
)
LISTED = saying(
    "Each dose of YIC held either 30 or 60 \u00b5g of antigen. Harms were seen in 3.6% with 30 \u00b5g YIC and 5.1% "
    "with "
    "placebo."
)
RASH = saying(
    "In 276 adults given zerafine, any rash was associated with significantly longer overall survival than no rash. "
    "Lower "
    "levels at entry were significantly associated with a higher response rate when brelomab was added to "
    "chemotherapy. "
    "69% on zerafine had skin toxicity of grade 2 versus 63% on placebo (P = n.s.). There was an increased focus "
    "(p = 0.022) with zerafine compared with placebo, which was combined with no effects on fatigue scores."
)
SENTENCES = (
    # record, sentence, category of the fault, or None where it is supported
    (CRITERIA, "Judged by all five criteria, 75% were cured with zerafine cream [1].", Fault.NUMBER),
    (CRITERIA, "Judged by two criteria, 75% were cured with zerafine cream [1].", None),
    (CRITERIA, "Judged by all five criteria, 18.5% were cured with zerafine cream [1].", None),
    (CRITERIA, "Recurrences had become rarer by 28 weeks than they were at six weeks [1].", Fault.DIRECTION),
    (CRITERIA, "Recurrences were more frequent at 28 weeks than at six weeks [1].", None),
    (SINGING, "Singers could hold their breath longer than controls [1].", Fault.DIRECTION),
    (SINGING, "Singers increased their walking distance more than controls [1].", None),
    (NUMBERED, "At twelve weeks 11 of 15 women had responded to zerafine and 2 of 15 to compression [1].", None),
    (LISTED, "Harms were seen in 3.6% with 30 mg YIC and 5.1% with placebo [1].", Fault.DOSE),
    (LISTED, "Harms were seen in 3.6% with 30 \u00b5g YIC and 5.1% with placebo [1].", None),
    (
        RASH,
        "In 276 adults given zerafine, any rash was associated with significantly longer progression-free survival "
        "than "
        "no rash [1].",
        Fault.OUTCOME,
    ),
    (
        RASH,
        "Lower levels at entry were significantly associated with a higher remission when brelomab was added to "
        "chemotherapy [1].",
        Fault.OUTCOME,
    ),
    (
        RASH,
        "Lower levels at entry were significantly associated with a higher rate of response when brelomab was added to "
        "chemotherapy [1].",
        None,
    ),
    (
        RASH,
        "In adults, skin toxicity of grade 2 was seen in 69% on zerafine and 63% on placebo (a significant "
        "difference); "
        "longer overall survival came with rash [1].",
        Fault.NEGATION,
    ),
    (
        RASH,
        "In adults, skin toxicity of grade 2 was seen in 69% on zerafine and 63% on placebo (no significant "
        "difference); "
        "longer overall survival came with rash [1].",
        None,
    ),
    (
        RASH,
        "There was an increased focus (p = 0.022) with zerafine compared with placebo, which was combined with no "
        "effects "
        "on fatigue scores [1].",
        None,
    ),
    (CRITERIA, "The cream reliably rids women of vaginosis [1].", Fault.OVERCLAIM),
    (CRITERIA, "With zerafine 75% of women were cured by two criteria [1].", None),
)


@pytest.mark.parametrize(("record", "sentence", "category"), SENTENCES)
def test_counts_courses_and_controls(record: Record, sentence: str, category: Fault | None) -> None:
    told = report(sentence, records=(record,)).sentences[-1]
    assert told.category is category, told.reasons
    if category is None:
        assert told.verdict is Verdict.SUPPORTED, told.reasons


NEEDLES = saying(
    "We randomly assigned 84 adults with heel pain to real or sham needling. At six weeks significant effects "
    "favored real "
    "needling over sham needling for heel pain (mean difference -14.4 mm, 95% CI -23.5 to -5.2). Adhesion molecules "
    "ended "
    "at 38.2 ng/ml with real needling. Stiffness decreased from 66.5 \u00b1 16.4 mm to 43.2 \u00b1 20.7 mm with real "
    "needling."
)


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("Heel pain fell by 14.4 cm more with real needling [1].", Fault.DOSE),
        ("Heel pain fell by 14.4 mm more with real needling [1].", None),
        ("Adhesion molecules ended at 38.2 pg/ml with real needling [1].", Fault.DOSE),
        ("Adhesion molecules ended at 38.2 ng/ml with real needling [1].", None),
        ("Heel pain had improved more with sham than with real needling [1].", Fault.DIRECTION),
        ("Heel pain had improved more with real than with sham needling [1].", None),
        ("Stiffness decreased from 66.5 \u00b1 16.4 mm to 43.2 \u00b1 20.7 mm with real needling [1].", None),
        ("Decrease the dose from 16.4 mg to 20.7 mg [1].", Fault.DOSE_STEP),
    ],
)
def test_units_of_results_and_what_is_favoured(sentence: str, category: Fault | None) -> None:
    told = report(sentence, records=(NEEDLES,)).sentences[-1]
    assert told.category is category, told.reasons
