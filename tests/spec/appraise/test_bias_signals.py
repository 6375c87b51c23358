"""Signals of bias: what a report says on each signalling question, and that a person must judge."""

from __future__ import annotations

import pytest
from appraise_records import make, methods

from probatum.appraise import bias, study
from probatum.model import (
    A_PERSON_JUDGES,
    BiasSignal,
    Cell,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SignalAnswer,
    SourceSection,
)

TRIAL = "Adults were randomised to drugamine or placebo."


def signals(text: str, registry: Record | None = None) -> dict[str, BiasSignal]:
    """The signals of an invented trial report with these methods, by name."""
    record = make("A randomised controlled trial of drugamine in 100 adults.", sections=(methods(text),))
    return {s.key: s for s in bias.signals(record, study.read(record), registry)}


def answer(text: str, key: str) -> str:
    return signals(text)[key].answer.value


@pytest.mark.parametrize(
    ("methods", "answer_"),
    [
        ("A computer-generated list of random numbers was used to allocate people.", "yes"),
        ("Randomisation was done in permuted blocks of four.", "yes"),
        ("People were allocated by tossing a coin.", "yes"),
        ("Groups were formed by minimisation for age and sex.", "yes"),
        ("Randomisation was stratified by centre.", "probably yes"),
        ("People were allocated alternately to the two groups.", "no"),
        ("People were randomised by date of birth.", "no"),
        ("Adults were randomised to drugamine or placebo.", "not reported"),
        ("People were randomly assigned to a computer game or to a book.", "not reported"),
        ("Wards were selected by random numbers; people were then allocated.", "not reported"),
        ("A nerve block was given to those allocated to surgery.", "not reported"),
    ],
)
def test_sequence(methods: str, answer_: str) -> None:
    assert answer(methods, "sequence") == answer_


@pytest.mark.parametrize(
    ("methods", "answer_"),
    [
        ("Allocations were kept in sealed opaque envelopes.", "yes"),
        ("Allocation was done by telephone from a central office.", "yes"),
        ("The hospital pharmacy kept the randomisation code.", "yes"),
        ("Allocations were kept in sealed envelopes.", "probably yes"),
        ("Allocation was concealed from those who enrolled people.", "probably yes"),
        ("Randomisation was done by an independent statistician.", "probably yes"),
        ("Allocation was not concealed.", "no"),
        ("People were randomly assigned to web-based tailored advice.", "not reported"),
        (TRIAL, "not reported"),
    ],
)
def test_concealment(methods: str, answer_: str) -> None:
    assert answer(methods, "concealment") == answer_


@pytest.mark.parametrize(
    ("methods", "answer_"),
    [
        ("The groups were similar at baseline.", "yes"),
        ("There were no significant differences in baseline characteristics between the groups.", "yes"),
        ("Baseline characteristics were balanced between groups except for age.", "probably yes"),
        ("Pain was significantly worse at baseline in the drugamine group.", "probably no"),
        ("Baseline data of completers and drop-outs did not differ between groups.", "not reported"),
        ("We tested whether baseline pain differed.", "not reported"),
    ],
)
def test_baseline(methods: str, answer_: str) -> None:
    assert answer(methods, "baseline") == answer_


@pytest.mark.parametrize(
    ("methods", "participants", "carers", "assessors"),
    [
        ("It was a double-blind trial.", "probably yes", "probably yes", "probably yes"),
        ("It was an open-label trial.", "no", "no", "probably no"),
        ("Patients and nurses were blinded to treatment.", "yes", "yes", "not reported"),
        ("An open-label trial with blinded outcome assessors.", "no", "no", "yes"),
        ("Participants could not be blinded.", "no", "not reported", "not reported"),
        ("Blinding of participants was not possible.", "no", "not reported", "not reported"),
        ("Scans were read by a radiologist who was unaware of the treatment.", "not reported", "not reported", "yes"),
        ("A double-blind trial with an open-label extension.", "not reported", "not reported", "not reported"),
        ("A matching placebo was given.", "probably yes", "not reported", "not reported"),
        ("Previous trials were not double-blind.", "not reported", "not reported", "not reported"),
        (TRIAL, "not reported", "not reported", "not reported"),
    ],
)
def test_blinding(methods: str, participants: str, carers: str, assessors: str) -> None:
    got = signals(methods)
    names = ("participants blinded", "carers blinded", "assessors blinded")
    assert [got[n].answer.value for n in names] == [participants, carers, assessors]


@pytest.mark.parametrize(
    ("methods", "answer_"),
    [
        ("Analysis was by intention to treat.", "yes"),
        ("The modified intention-to-treat population was used.", "probably yes"),
        ("All randomised patients were included in the analysis.", "probably yes"),
        ("Ten people were excluded from the final analysis.", "probably no"),
        ("Nobody with missing data was not excluded from the analysis.", "not reported"),
        ("Only a per-protocol analysis was done.", "no"),
        (TRIAL, "not reported"),
    ],
)
def test_intention_to_treat(methods: str, answer_: str) -> None:
    assert answer(methods, "intention to treat") == answer_


@pytest.mark.parametrize(
    ("results", "answer_", "sentence"),
    [
        ("Of the 100 adults, 97 completed the trial.", "yes", "97 of 100 people are in the result (97 %)."),
        ("92 of 100 adults completed the follow-up.", "probably yes", "92 of 100 people are in the result (92 %)."),
        (
            "In all 15 of 100 adults were lost to follow-up.",
            "probably no",
            "15 of 100 people were lost (85 % are left).",
        ),
        ("The drop-out rate was 28%.", "no", "The outcome is known for 72 % of the people."),
        ("Three people withdrew.", "yes", "97 of 100 people are in the result (97 %)."),
        ("No patients were lost to follow-up.", "yes", "Nobody was lost."),
        ("The sample size allowed for a drop-out rate of 20%.", "not reported", ""),
        ("12% of the placebo group were lost to follow-up.", "not reported", ""),
        ("Five of 12 people who withdrew had pain.", "not reported", ""),
    ],
)
def test_missing_data(results: str, answer_: str, sentence: str) -> None:
    got = signals(results)["data complete"]
    assert got.answer.value == answer_
    assert not sentence or got.sentence == sentence


@pytest.mark.parametrize(
    ("results", "answer_"),
    [
        ("Nine (18%) people in the drugamine group and 3 (6%) in the placebo group were lost to follow-up.", "no"),
        ("Four people in the drugamine group and 5 in the placebo group dropped out.", "yes"),
        ("Drop-out rates were similar in both groups.", "probably yes"),
        ("Drop-outs due to AEs were similar in both groups.", "not reported"),
        (TRIAL, "not reported"),
    ],
)
def test_lost_alike(results: str, answer_: str) -> None:
    assert answer(results, "lost alike") == answer_


@pytest.mark.parametrize(
    ("methods", "answer_"),
    [
        ("Missing values were filled by multiple imputation.", "yes"),
        ("A linear mixed-effects model was used.", "probably yes"),
        ("People lost were counted as treatment failures; missing outcomes were imputed so.", "probably yes"),
        ("The last observation was carried forward.", "probably no"),
        ("Missing data were excluded.", "probably no"),
        (TRIAL, "not reported"),
    ],
)
def test_missing_data_handled(methods: str, answer_: str) -> None:
    assert answer(methods, "missing data handled") == answer_


@pytest.mark.parametrize(
    ("methods", "answer_"),
    [
        ("The primary outcome was mortality.", "probably yes"),
        ("The primary outcome was pain.", "probably no"),
        ("The primary outcome was return to work.", "not reported"),
    ],
)
def test_objective_outcome(methods: str, answer_: str) -> None:
    assert answer(methods, "objective outcome") == answer_


@pytest.mark.parametrize(
    ("methods", "registered", "plan"),
    [
        ("The trial was registered (NCT01234567).", "probably yes", "not reported"),
        ("The trial was retrospectively registered (NCT01234567).", "no", "not reported"),
        ("It was prospectively registered. The protocol has been published.", "yes", "yes"),
        (TRIAL, "not reported", "not reported"),
    ],
)
def test_selective_reporting(methods: str, registered: str, plan: str) -> None:
    got = signals(methods)
    assert [got[n].answer.value for n in ("registered beforehand", "plan published")] == [registered, plan]


def entry(primary: str, secondary: str = "sleep", posted: str = "2015-02-01") -> Record:
    """An invented registry entry."""

    def outcomes(code: str, measure: str) -> SourceSection:
        head = "Measure"
        cells = (Cell(0, 0, 0, 7, True), Cell(1, 0, 8, 8 + len(measure)))
        return SourceSection(code.replace(":", "."), SectionKind.TABLE, f"{head}\n{measure}", code=code, cells=cells)

    status = f"Start date: 2015-06-01 (actual)\nFirst posted: {posted} (estimated)"
    return make(
        "A trial of drugamine.",
        kind=RecordKind.REGISTRY_ENTRY,
        identifier="nct:NCT01234567",
        sections=(
            SourceSection("status", SectionKind.BODY, status),
            outcomes("registered:primary", primary),
            outcomes("registered:secondary", secondary),
        ),
    )


@pytest.mark.parametrize(
    ("primary", "secondary", "answer_"),
    [
        ("Walking speed at 12 weeks", "Sleep", "probably yes"),
        ("Number of cramps", "Walking speed", "no"),
        ("Number of cramps", "Sleep", "probably no"),
    ],
)
def test_the_primary_outcome_is_compared_with_the_registry(primary: str, secondary: str, answer_: str) -> None:
    got = signals("The primary outcome was walking speed.", entry(primary, secondary))["primary outcome as registered"]
    assert got.answer.value == answer_
    assert {s.record for s in got.spans} == {"pmid:1", "nct:NCT01234567"}


def test_without_a_registry_entry_nothing_is_said_of_it() -> None:
    got = signals("The primary outcome was walking speed.")["primary outcome as registered"]
    assert (got.answer, got.spans) == (SignalAnswer.NOT_REPORTED, ())


@pytest.mark.parametrize(("posted", "answer_"), [("2015-02-01", "yes"), ("2016-02-01", "no")])
def test_the_registry_says_whether_it_came_first(posted: str, answer_: str) -> None:
    assert signals(TRIAL, entry("cramps", posted=posted))["registered beforehand"].answer.value == answer_


REVIEW = "We searched {}. Nine randomised trials involving 900 people were included in this systematic review. {}"


@pytest.mark.parametrize(
    ("databases", "more", "key", "answer_"),
    [
        ("MEDLINE and Embase and the reference lists of reviews", "", "comprehensive search", "yes"),
        ("MEDLINE and Embase", "", "comprehensive search", "probably yes"),
        ("MEDLINE", "", "comprehensive search", "probably no"),
        ("MEDLINE", "Two authors extracted data independently.", "in duplicate", "yes"),
        ("MEDLINE", "One author extracted the data.", "in duplicate", "no"),
        ("MEDLINE", "Risk of bias was assessed.", "bias assessed", "yes"),
        ("MEDLINE", "Funnel plots were drawn.", "publication bias considered", "yes"),
        ("MEDLINE", "Heterogeneity was small.", "heterogeneity discussed", "yes"),
        ("MEDLINE", "The protocol was registered in PROSPERO.", "protocol", "yes"),
        ("MEDLINE", "Six of the included trials were funded by industry.", "funding of studies", "yes"),
        ("MEDLINE", "", "protocol", "not reported"),
        ("MEDLINE", "CONCLUSIONS: It helps. PROSPERO (CRD42018105856).", "protocol", "yes"),
        ("MEDLINE", "Meta-analysis was precluded by heterogeneity.", "heterogeneity discussed", "yes"),
        ("MEDLINE", "The PEDro score was good.", "bias assessed", "yes"),
        ("MEDLINE", "We took out the test assessment, findings and quality of life.", "bias assessed", "not reported"),
    ],
)
def test_reviews(databases: str, more: str, key: str, answer_: str) -> None:
    record = make(REVIEW.format(databases, more), title="Drugamine for cramps: a systematic review.")
    got = {s.key: s for s in bias.signals(record, study.read(record))}
    assert (got[key].tool, got[key].answer.value) == ("AMSTAR 2", answer_)


ACCURACY = "Diagnostic accuracy of the crampometer. Sensitivity was 90% and specificity 80%. {}"


@pytest.mark.parametrize(
    ("more", "key", "answer_"),
    [
        ("Consecutive patients were enrolled.", "consecutive", "yes"),
        ("A convenience sample was used.", "consecutive", "probably no"),
        ("They came to three consecutive visits.", "consecutive", "not reported"),
        ("The device found all patients with cramps.", "consecutive", "not reported"),
        ("All patients who came with cramps were included.", "consecutive", "yes"),
        ("Lesions were rated with pathology as the reference.", "reference standard named", "yes"),
        ("Readers were blinded to the results of biopsy.", "index test blinded", "yes"),
        ("The optimal cut-off was taken from the curve.", "threshold set beforehand", "no"),
        ("Biopsy was the reference standard.", "reference standard named", "yes"),
        ("All patients underwent biopsy.", "all had the reference standard", "yes"),
        ("", "all had the reference standard", "not reported"),
    ],
)
def test_accuracy(more: str, key: str, answer_: str) -> None:
    record = make(ACCURACY.format(more), title="Diagnostic accuracy of the crampometer: a diagnostic accuracy study.")
    got = {s.key: s for s in bias.signals(record, study.read(record))}
    assert (got[key].tool, got[key].answer.value) == ("QUADAS-2", answer_)


def test_every_answer_but_silence_rests_on_characters() -> None:
    got = signals("A double-blind trial. Allocations were kept in sealed opaque envelopes.")
    assert all(s.spans for s in got.values() if s.answer is not SignalAnswer.NOT_REPORTED)
    assert got["concealment"].spans[0].quote == "opaque envelopes"


def test_no_overall_judgement_is_made() -> None:
    assert "must be judged by a person" in A_PERSON_JUDGES
    assert "overall" not in {s.key for s in signals(TRIAL).values()}


def test_other_designs_have_no_tool() -> None:
    record = make("We describe a patient who took drugamine.", title="Cramps after drugamine: a case report.")
    assert bias.signals(record, study.read(record)) == ()


def test_what_a_discussion_says_for_a_result_is_not_taken_for_this_trial() -> None:
    said = SourceSection("body.1", SectionKind.BODY, "Allocation was concealed.", "Discussion", SectionRole.CONCLUSIONS)
    own = SourceSection("body.2", SectionKind.BODY, "Allocation was not concealed.", "Limits", SectionRole.CONCLUSIONS)
    for section, expected in ((said, "not reported"), (own, "no")):
        record = make("A randomised controlled trial of drugamine in 100 adults.", sections=(section,))
        got = {s.key: s.answer.value for s in bias.signals(record, study.read(record))}
        assert got["concealment"] == expected


def test_neither_masked_is_read_as_not_masked() -> None:
    got = signals("Neither caregivers nor outcome assessors were masked to treatment allocation.")
    assert got["assessors blinded"].answer is SignalAnswer.NO
