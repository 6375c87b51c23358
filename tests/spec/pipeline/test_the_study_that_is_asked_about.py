"""In a library of abstracts the study that was asked about answers, by the sentence of it that tells."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.appraise import telling
from probatum.model import Answer, Identifier, Kind, Record, RecordKind, SectionKind, SectionRole, SourceSection


def running(number: int, title: str, text: str) -> Record:
    """A report whose abstract has no headings."""
    key = Identifier("pmid", str(99_100_000 + number))
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("abstract.1", SectionKind.ABSTRACT, text),
    )
    return Record.build(id=str(key), identifiers=(key,), kind=RecordKind.ARTICLE, title=title, sections=sections)


DIARY = running(
    1,
    "Reliability of peak flow diaries kept at home by people with asthma",
    "Diaries of peak flow are widely used in asthma. Little is known about the reliability of diaries that people with "
    "asthma keep at home. We studied 120 adults with asthma who wrote a diary of peak flow at home for three months. "
    "Diary entries were compared with the readings that the meter had stored. Of the diary entries 64% agreed with the "
    "stored readings, and 22% had no stored reading at all. We conclude that diaries of peak flow kept at home by "
    "people with asthma are unreliable.",
)
OTHER = report(
    2,
    "Peak flow after salbutamol in asthma: a randomised trial",
    methods="In this trial 90 adults with asthma were randomised to salbutamol or placebo.",
    results="Peak flow rose by 61 L/min with salbutamol and by 8 L/min with placebo (p < 0.001).",
    conclusions="In adults with asthma salbutamol raised peak flow.",
)
DRY = report(
    3,
    "Atropine with ketamine for children who are sedated: a randomised trial",
    background="Ketamine is often given for minor procedures.",
    methods="We randomised 84 children who were sedated with intramuscular ketamine to atropine or placebo.",
    results="Hypersalivation was seen in 12% of the atropine group and in 31% of the placebo group "
    "(odds ratio 0.30, 95% CI 0.10 to 0.92).",
    conclusions="Atropine as an adjunct to intramuscular ketamine sedation in children reduces hypersalivation.",
)
AGED = report(
    4,
    "Gametocytes after artemether-lumefantrine or dihydroartemisinin-piperaquine in children with malaria",
    methods="In this trial 150 children with malaria were randomised.",
    results="Carriage of gametocytes did not differ between older and younger children. Persistence of gametocytes was "
    "significantly longer with dihydroartemisinin-piperaquine than with artemether-lumefantrine (p = 0.01).",
    conclusions="The effect on gametocytes should be studied further.",
)
TESTS = report(
    5,
    "Microscopy and the rapid test for malaria beside PCR: a diagnostic accuracy study",
    methods="We examined 900 people with both tests and PCR.",
    results="The sensitivity of microscopy was 43% and the specificity of microscopy was 99%.",
    conclusions="Microscopy misses malaria.",
    kind="",
)
OWN_TEST = report(
    6,
    "Accuracy of calprotectin and a stool signature for inflammatory bowel disease: a diagnostic accuracy study",
    methods="We examined 200 people.",
    results="The sensitivity of this signature was 81% and the specificity of this signature was 97%.",
    conclusions="The signature told inflammatory bowel disease from other illness.",
    kind="",
)


RASH = report(
    7,
    "Velour cream or doxycycline before panitumumab: a randomised trial",
    background="Skin rash is common with panitumumab. Creams to prevent it have been little studied.",
    methods="We randomised 88 people with colorectal cancer who were given panitumumab to erythromycin ointment or "
    "doxycycline.",
    results="In the erythromycin arm 33% stopped the ointment early. Skin rash of grade 2 or more was seen in 69% with "
    "erythromycin and in 63% with doxycycline (p = 0.55).",
    conclusions="Erythromycin ointment is no alternative to doxycycline for preventing skin rash from panitumumab.",
)
PILLS = report(
    8,
    "Phenylpropanolamine and the risk of haemorrhagic stroke",
    methods="This case-control study recruited 702 people with haemorrhagic stroke and 1376 controls.",
    results="In men no higher risk of haemorrhagic stroke was seen with phenylpropanolamine. In women the odds ratio "
    "of haemorrhagic stroke with phenylpropanolamine was 16.6 (95% CI 1.5 to 182).",
    conclusions="Phenylpropanolamine is a risk factor for haemorrhagic stroke in women.",
    kind="",
)


@pytest.fixture
def shelf(library_of: LibraryOf) -> Library:
    return library_of([DIARY, OTHER, DRY, AGED, TESTS, OWN_TEST, RASH, PILLS])


def asked(typed: str, shelf: Library) -> Answer:
    return pipeline.answer(typed, library=shelf, as_of="2026-11-22")


def lead(answer: Answer) -> str:
    return next(s.text for s in answer.section("bottom_line").statements if s.kind.asserts)


def test_a_sentence_that_finds_is_worth_more_than_one_that_asks() -> None:
    told = telling.read("Are diaries of peak flow kept at home by people with asthma reliable?", DIARY)
    best, last = told.sentences[0], told.sentences[-1]
    assert best.role in (SectionRole.RESULTS, SectionRole.CONCLUSIONS)
    assert "unreliable" in best.span.quote or "64%" in best.span.quote
    assert last.role not in (SectionRole.RESULTS, SectionRole.CONCLUSIONS)


def test_where_a_number_is_asked_for_a_sentence_without_one_loses() -> None:
    told = telling.read("How many entries of peak flow diaries agree with the readings of the meter?", DIARY)
    assert "64%" in told.sentences[0].span.quote


def test_what_is_told_of_the_other_sex_or_age_alone_is_worth_less() -> None:
    people = ("In adults with asthma 40% had wheeze at night.", "In children with asthma 40% had wheeze at night.")
    record = running(9, "Wheeze at night in asthma", " ".join(people))
    worth = {
        s.span.quote: s.worth for s in telling.read("How many children with asthma wheeze at night?", record).sentences
    }
    assert worth[people[1]] > worth[people[0]] + 1


def test_an_abstract_without_words_tells_nothing() -> None:
    assert telling.read("Does it help?", running(10, "A title", "")).sentences == ()


def test_the_study_asked_about_answers_what_no_reader_of_effects_knows(shelf: Library) -> None:
    answer = asked("Can people with asthma be relied on to keep a diary of peak flow at home?", shelf)
    said = lead(answer)
    assert "unreliable" in said or "64%" in said
    assert "salbutamol" not in said


def test_a_procedure_named_besides_does_not_silence_the_trial_of_just_this(shelf: Library) -> None:
    answer = asked("Should atropine be given with ketamine when a child is sedated for a minor procedure?", shelf)
    told = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "reduces hypersalivation" in told and "31%" in told


def test_the_comparison_that_is_asked_leads_before_one_by_age(shelf: Library) -> None:
    answer = asked(
        "In children with malaria, do gametocytes persist longer with dihydroartemisinin-piperaquine than with "
        "artemether-lumefantrine?",
        shelf,
    )
    assert "older and younger" not in lead(answer)


def test_no_probability_is_worked_out_from_the_accuracy_of_another_test(shelf: Library) -> None:
    for typed in (
        "How accurate is the rapid test for malaria?",
        "How accurate is calprotectin for inflammatory bowel disease?",
    ):
        assert all(s.kind is not Kind.CALCULATED for s in asked(typed, shelf).statements)


def test_what_a_trial_concludes_of_both_leads_before_who_stopped(shelf: Library) -> None:
    typed = "Is erythromycin ointment as good as doxycycline for preventing the skin rash from panitumumab?"
    said = [s.text for s in asked(typed, shelf).section("bottom_line").statements]
    assert "no alternative" in said[0] or "69%" in said[0]  # and no source is said to be silent on it


def test_what_was_found_in_men_alone_leads_no_answer_for_a_woman(shelf: Library) -> None:
    said = lead(asked("Does phenylpropanolamine cause haemorrhagic stroke in a young woman?", shelf))
    assert "In men no" not in said


def test_statements_of_the_short_answer_are_numbered_as_they_stand(shelf: Library) -> None:
    for typed in (
        "Can people with asthma be relied on to keep a diary of peak flow at home?",
        "asthma diary reliability",
    ):
        answer = asked(typed, shelf)
        ids = [s.id for s in answer.section("bottom_line").statements]
        assert len(set(ids)) == len(ids)
