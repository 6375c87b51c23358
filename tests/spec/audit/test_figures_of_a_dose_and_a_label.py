"""A figure is told of the dose, time, people and whole that the source gives it to; nothing is called safe that a label
contraindicates."""

from __future__ import annotations

import pytest
from audit_cases import Shelf, report, saying

from probatum.assess.audit import audit, citing, dosed, labelling
from probatum.model import (
    Engine,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Verdict,
)

DOSES = (
    "We randomly assigned 180 adults with night cramps to zerafine 100 mg/day, zerafine 300 mg/day or placebo for 12 "
    "weeks. Cramp frequency was 31% of the placebo frequency with zerafine 100 mg/day (P = 0.04). Cramp "
    "frequency was 16% "
    "of the placebo frequency with zerafine 300 mg/day (P = 0.002)."
)
OF_DOSES = (
    # sentence, whether it is faulty
    ("Zerafine 300 mg/day reduced cramp frequency to 16% of placebo [1].", False),
    ("Zerafine 100 mg/day lowered cramp frequency to 31% of placebo [1].", False),
    ("Zerafine 100 mg and 300 mg brought cramp frequency to 31% and 16% of placebo [1].", False),
    ("Zerafine 100 mg and 300 mg brought cramp frequency to 16% and 31% of placebo [1].", True),
    ("At 100 mg/day cramp frequency was cut to 16% of the placebo value [1].", True),
    ("Zerafine 300 mg/day raised cramp frequency to 16% of placebo [1].", True),
)


@pytest.mark.parametrize(("sentence", "faulty"), OF_DOSES)
def test_a_figure_is_told_of_the_dose_that_has_it(sentence: str, faulty: bool) -> None:
    assert report(sentence, records=(saying(DOSES),)).sentences[-1].faulty is faulty


def test_what_is_offered_as_right_is_of_the_same_dose() -> None:
    said = report("Cramp frequency fell to 61% of placebo with 300 mg/day [1].", records=(saying(DOSES),)).sentences[-1]
    assert (said.verdict, said.figure) == (Verdict.NUMBER_DIFFERS, "16%")


READ = (
    ("It was 31% with 300 mg and 16% with 900 mg.", {"300mg": "31", "900mg": "16"}),
    ("With 300 mg and 900 mg it was 31% and 16%.", {"300mg": "31", "900mg": "16"}),
    ("It was 2.6% alone, similar on 1.2 mg (9.2%) and 1.8 mg (8.1%).", {"1.2mg": "9.2", "1.8mg": "8.1"}),
    ("It was 30% on the low dose and 40% on the high.", {}),
    ("The level was 90 ml/min in 12 of them.", {}),
)


@pytest.mark.parametrize(("text", "told"), READ)
def test_which_dose_a_figure_is_told_of(text: str, told: dict[str, str]) -> None:
    read = dosed.read(text)
    assert {dose: text[at:].split("%")[0] for at, dose in read.of.items()} == told


ALIKE = (
    "We assigned 300 adults with croup to zerafine 5 mg once daily for 10 days (104 people) or usual care alone (196 "
    "people). Death on oxygen occurred in 23.3% with zerafine and in 26.2% with usual care. Death on a "
    "ventilator occurred "
    "in 29.3% with zerafine and in 41.4% with usual care. Zerafine lowered mortality in people on oxygen, but "
    "not in those "
    "without breathing support. Breast pain occurred in 10% of men with zerafine. The pain score was 3.71 at "
    "week 8 and "
    "the effect was similar with and without diabetes. Weight rose by 4.19 kg with zerafine. Only unvaccinated adults "
    "took part."
)
OF_OTHERS = (
    ("Death on oxygen came to 23.3% with zerafine and 26.2% with usual care [1].", False),
    ("Death on oxygen came to 29.3% with zerafine and 41.4% with usual care [1].", True),
    ("In people without breathing support zerafine lowered mortality [1].", True),
    ("Breast pain occurred in 10% of women with zerafine [1].", True),
    ("At week 52 the pain score was 3.71 [1].", True),
    ("The effect was confined to people with diabetes [1].", True),
    ("Weight fell by 4.19 kg with zerafine [1].", True),
    ("Vaccinated adults took part [1].", True),
    ("Of the 196 people given zerafine, 24 died [1].", True),
)


@pytest.mark.parametrize(("sentence", "faulty"), OF_OTHERS)
def test_a_figure_of_others_is_found(sentence: str, faulty: bool) -> None:
    assert report(sentence, records=(saying(ALIKE),)).sentences[-1].faulty is faulty


def label() -> Record:
    """An invented label of a drug that is known by name."""
    told = (
        "Mexiletine is contraindicated in gout. Mexiletine is contraindicated in severe asthma. Mexiletine is "
        "contraindicated in heart failure unless a pacemaker is in place."
    )
    return Record.build(
        id="setid:9-9",
        identifiers=(Identifier("setid", "9-9"),),
        kind=RecordKind.LABEL,
        title="Mexiletine capsules: prescribing information",
        sections=(
            SourceSection("title", SectionKind.TITLE, "Mexiletine capsules: prescribing information"),
            SourceSection("label.1", SectionKind.BODY, told, "Contraindications", code=labelling.CODE),
        ),
    )


SAFE = (
    ("Mexiletine is safe in gout.", True),
    ("Mexiletine may be given to people with heart failure.", True),
    ("Mexiletine may be given in heart failure with a pacemaker in place.", False),
    ("Mexiletine is safe in mild asthma.", False),
    ("Mexiletine is not safe in gout.", False),
    ("Mexiletine is safe in psoriasis.", False),
)


@pytest.mark.parametrize(("sentence", "forbidden"), SAFE)
def test_what_a_label_contraindicates_is_not_safe(sentence: str, forbidden: bool) -> None:
    found = labelling.forbidden(sentence, (), lambda _: label())
    assert (found is not None) is forbidden


MARKS = (
    ("It fell (p = 0.047)\u00b9 in all.", [(1,)]),
    ("It fell to 16%\u00b9 of placebo and to 31\u00b2.", [(1,), (2,)]),
    ("It fell [2: label of the drug] and [1, p. 12].", [(2,), (1,)]),
    ("It was 10\u00b2 copies, at 30 kg/m\u00b2.", []),
    ("It rose to 4\u2077.", []),
)


@pytest.mark.parametrize(("text", "numbers"), MARKS)
def test_raised_numbers_behind_brackets_and_figures_cite(text: str, numbers: list[tuple[int, ...]]) -> None:
    assert [m.numbers for m in citing.find(text, {1, 2})] == numbers


NEEDED = (
    ("It was 1.27% with A and 1.60% with B, so 303 must be treated (NNT 303) [1].", False),
    ("It was 1.27% with A and 1.60% with B, a ratio of 0.79 [1].", False),
    ("It was 1.27% with A and 1.60% with B, so 30 must be treated (NNT 30) [1].", True),
)


@pytest.mark.parametrize(("sentence", "strange"), NEEDED)
def test_a_number_needed_to_treat_out_of_two_figures_is_found(sentence: str, strange: bool) -> None:
    told = saying("Cramps occurred in 1.27% per year with A and in 1.60% per year with B.")
    said = report(sentence, records=(told,)).sentences[-1]
    assert any(c.check in ("numbers", "figures") for c in said.checks) is strange


def test_a_text_that_names_no_illness_is_held_to_its_sentences() -> None:
    told = "Cramps were fewer with zerafine (PMID 9000001).", "Mexiletine helped (PMID 9000002)."
    text = "\n\n".join(("# Zerafine and mexiletine", *told))
    said = audit(text, Shelf(saying(DOSES)), Engine("0", "0")).sentences[0]
    assert said.verdict is not Verdict.POPULATION_DIFFERS
