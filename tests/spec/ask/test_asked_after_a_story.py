"""What is asked about after a story is what the asking clause names, and not what the story told of."""

from __future__ import annotations

import pytest

from probatum.ask import read

STORIES = (
    ("63 yr old, COPD, QT 480 on last ECG. Azithromycin reasonable three times a week?", "azithromycin", ""),
    ("After an inferior MI, echo shows a clot in the ventricle. Can I use rivaroxaban rather than warfarin?",
     "rivaroxaban", "warfarin"),
    ("pulmonary hypertension on tadalafil 40 + macitentan, still breathless. switch to riociguat or add it?",
     "riociguat", ""),
    ("hepatitis, not paracetamol, in the liver unit. Does IV acetylcysteine improve survival? Same in children",
     "IV acetylcysteine", ""),
    ("gran has COPD, her spirometry was 45 percent. The doctor mentioned roflumilast for flares. is it worth it",
     "roflumilast", ""),
    ("Still's disease not lupus: any trial of anakinra?", "anakinra", ""),
)  # fmt: skip


@pytest.mark.parametrize(("typed", "asked", "against"), STORIES)
def test_the_asking_clause_names_what_is_asked_about(typed: str, asked: str, against: str) -> None:
    question = read(typed)
    assert question.intervention == asked
    assert question.comparator == against


SUBJECTS = (
    ("Bridging with ventricular assist devices. Are they an alternative to transplantation?", "transplantation"),
    ("Stapled colectomy in Crohn's disease: are abscesses contraindications?", "contraindications"),
)


@pytest.mark.parametrize(("typed", "other"), SUBJECTS)
def test_a_subject_before_a_colon_and_what_is_compared_are_not_asked_about(typed: str, other: str) -> None:
    assert read(typed).intervention != other


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (
            "colchicine or naproxen, which one has the better evidence for gout and which is safer at 80",
            "colchicine or naproxen",
        ),
        ("lady with gout, hot toe, not sleeping. What does NICE want me to try first and what next if it fails?", ""),
    ],
)
def test_a_clause_that_only_asks_which_names_no_treatment(typed: str, asked: str) -> None:
    question = read(typed)
    assert question.intervention == asked
    assert "gout" in question.population


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mobitz II on the ECG, metoprolol ok?", "second-degree AV block"),
        ("metoprolol in complete heart block", "third-degree AV block"),
    ],
)
def test_a_heart_block_is_read_by_its_degree(typed: str, meant: str) -> None:
    assert meant in read(typed).read.replace("Second", "second")


def test_a_part_that_runs_over_a_bracket_or_sentence_is_the_drug_in_it() -> None:
    question = read("They want gran (80, AF, trips a lot) on Xarelto instead of warfarin. Good idea?")
    assert (question.intervention, question.comparator) == ("rivaroxaban", "warfarin")


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("dad (79, AF) on apixaban?", "79 years"),
        ("my lad (7, nut allergic): epipen?", "7 years"),
        ("woman (80 mg daily) on a statin", ""),
    ],
)
def test_an_age_in_brackets_is_the_persons(typed: str, age: str) -> None:
    assert read(typed).patient.age == age


@pytest.mark.parametrize(
    ("typed", "asked", "outcome"),
    [
        ("risk of bleeding with apixaban in cancer", "apixaban", "bleeding"),
        ("should I take metformin every day?", "metformin", ""),
        ("I smoke a lot and I'm on sertraline for panic. Does smoking matter", "sertraline", ""),
    ],
)
def test_parts_end_where_their_words_do(typed: str, asked: str, outcome: str) -> None:
    question = read(typed)
    assert question.intervention == asked
    assert outcome in question.outcome
    assert ". " not in question.outcome


def test_doses_stand_between_the_drugs_that_are_taken() -> None:
    question = read("PAH on tadalafil 40 mg od + macitentan 10 mg, still breathless. switch to riociguat?")
    assert question.patient.drugs == ("tadalafil", "macitentan")
    assert question.intervention == "riociguat"
