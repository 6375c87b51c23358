"""How directly a record bears on a question: question and record in, matches, relevance and one clause out."""

from __future__ import annotations

import pytest
from appraise_records import labelled, make

from probatum.appraise import directness, study
from probatum.model import About, Concept, Directness, Fit, Question, Record, RecordKind, Role
from probatum.text import words

ATAXIA = Concept(
    text="Friedreich ataxia",
    label="Friedreich ataxia",
    role=Role.POPULATION,
    semantic="condition",
    synonyms=("frda",),
    near=("multiple sclerosis",),
    broader=("spinocerebellar degenerations",),
)
DRUG = Concept(text="quinine", label="quinine", role=Role.INTERVENTION, semantic="drug", synonyms=("quinine sulfate",))
CRAMP = Concept(
    text="cramps",
    label="muscle cramp",
    role=Role.OUTCOME,
    semantic="symptom",
    synonyms=("cramp",),
    near=("spasticity",),
)
QUESTION = Question(
    typed="quinine for cramps in Friedreich ataxia?",
    read="quinine for cramps in Friedreich ataxia (FRDA)?",
    concepts=(DRUG, CRAMP, ATAXIA),
    terms=("quinine", "cramps", "friedreich", "ataxia"),
)


def judge(title: str, abstract: str = "", question: Question = QUESTION, **fields: object) -> Directness:
    record = make(abstract, title=title, **fields)
    return directness.judge(question, record, study.read(record))


@pytest.mark.parametrize(
    ("title", "abstract", "about", "relevant", "note"),
    [
        ("Quinine for cramps in Friedreich ataxia: a randomised trial.", "", "question", True, ""),
        ("Quinine sulphate for muscle cramps in people with Friedreich's ataxia.", "", "question", True, ""),
        (
            "A trial of quinine.",
            "METHODS: Adults with FRDA took quinine. RESULTS: Cramp was rarer.",
            "question",
            True,
            "",
        ),
        # same population and outcome, other intervention
        ("Baclofen for cramps in Friedreich ataxia: a randomised trial.", "", "alternative", True, ""),
        # other population
        (
            "Quinine in multiple sclerosis: a randomised trial.",
            "RESULTS: Cramp was rarer.",
            "safety",
            True,
            "in multiple sclerosis, not FRDA",
        ),
        (
            "Quinine in malaria.",
            "BACKGROUND: It is used for cramps in Friedreich ataxia.",
            "safety",
            True,
            "in malaria, not FRDA",
        ),
        (
            "Magnesium for muscle cramps: a randomised trial.",
            "",
            "alternative",
            True,
            "in muscle cramps of any cause, not in FRDA alone",
        ),
        # near outcome
        ("Quinine for spasticity in Friedreich ataxia.", "", "question", True, "spasticity, not cramps"),
        # natural history
        ("Natural history of cramps in Friedreich ataxia.", "", "background", True, ""),
        # nothing to do with it
        ("Sleep in asthma: a cohort study.", "", "none", False, ""),
        ("Cramps in cirrhosis: a randomised trial of taurine.", "", "none", False, ""),
        ("Ataxia telangiectasia and cancer.", "", "none", False, ""),
        # species
        (
            "Quinine in a mouse model of Friedreich ataxia.",
            "Cramps were measured in mice.",
            "question",
            True,
            "animal study",
        ),
    ],
)
def test_what_a_record_has_to_do_with_the_question(
    title: str, abstract: str, about: str, relevant: bool, note: str
) -> None:
    got = judge(title, abstract)
    assert (got.about, got.relevant, got.note) == (about, relevant, note)


def test_a_background_mention_does_not_make_a_population_direct() -> None:
    got = judge(
        "Quinine in malaria.", "BACKGROUND: Quinine helps in Friedreich ataxia. METHODS: Adults with malaria took part."
    )
    assert got.population.fit is Fit.OTHER
    assert got.population.words == "malaria"


def test_spans_hold_the_words() -> None:
    got = judge("Quinine for cramps in Friedreich ataxia.")
    for element in (got.population, got.intervention, got.outcome):
        assert ", ".join(s.quote for s in element.spans) == element.words


def test_abbreviations_are_matched_in_capitals_only() -> None:
    concept = Concept(text="ALS", label="ALS", role=Role.POPULATION, semantic="condition")
    question = Question(typed="ALS", read="ALS", concepts=(concept,), terms=("als",))
    assert judge("Pain in ALS.", question=question).population.fit is Fit.DIRECT
    assert judge("Als ob: a philosophy.", question=question).population.fit is Fit.UNSTATED


def label(text: str) -> Record:
    return make(
        title="Quinidine tablets: prescribing information",
        kind=RecordKind.LABEL,
        sections=labelled(("34073-7", "Drug interactions", text)),
    )


def test_a_label_of_the_drug_is_safety_and_so_is_one_that_warns_of_it() -> None:
    own = judge("Quinine capsules: prescribing information", kind=RecordKind.LABEL)
    assert (own.about, own.relevant, own.note) == ("safety", True, "")
    other = label("Quinine raises the level of quinidine.")
    assert directness.judge(QUESTION, other, study.read(other)).about is About.SAFETY
    unrelated = label("Digoxin levels rise.")
    assert not directness.judge(QUESTION, unrelated, study.read(unrelated)).relevant


@pytest.mark.parametrize(
    ("title", "relevant"),
    [
        ("Lace plant leaves and mitochondria in programmed death.", True),
        ("Mitochondria in muscle.", False),
        ("Leaves of tea.", False),
    ],
)
def test_a_question_without_concepts_goes_by_its_terms(title: str, relevant: bool) -> None:
    read = "do mitochondria remodel lace plant leaves?"
    question = Question(typed=read, read=read, terms=tuple(words.content(read)))
    got = judge(title, question=question)
    assert got.relevant is relevant
    assert 0 <= got.covers <= 1


def ask(read: str, *concepts: Concept) -> Question:
    return Question(typed=read, read=read, concepts=concepts, terms=tuple(words.content(read)))


CANCER = Concept(text="cancer", label="neoplasms", role=Role.POPULATION, semantic="condition", synonyms=("cancer",))


def test_a_kind_of_the_condition_is_direct() -> None:
    got = judge("Exercise in people with rectal neoplasms.", question=ask("exercise in cancer", CANCER))
    assert got.population.fit is Fit.DIRECT


def test_a_lone_vague_outcome_makes_no_record_relevant() -> None:
    outcome = Concept(text="survival", label="survival", role=Role.OUTCOME)
    question = ask("does taurine prolong survival in Friedreich ataxia", DRUG, outcome, ATAXIA)
    assert not judge("Survival with magnesium: a randomised trial.", question=question).relevant


def test_nearly_all_words_answer_whatever_their_roles_but_never_without_the_drug() -> None:
    read = "is early oral intake after keyhole surgery safe"
    phrase = Concept(text="early oral intake", label="early oral intake", role=Role.INTERVENTION)
    held = "Adults had early intake by mouth, safe oral feeding after keyhole surgery."
    assert judge("Feeding.", held, question=ask(read, phrase)).about is About.QUESTION
    drug = ask("quinine for early oral intake after keyhole surgery safe", DRUG)
    assert judge("Feeding.", held, question=drug).about is not About.QUESTION


def test_an_abstract_without_headings_is_read_too() -> None:
    got = judge("", "We gave quinine to adults with Friedreich ataxia. Cramps were rarer.")
    assert (got.about, got.intervention.fit, got.outcome.fit) == (About.QUESTION, Fit.DIRECT, Fit.DIRECT)


def test_an_aim_told_in_the_background_is_an_aim() -> None:
    got = judge("", "BACKGROUND: We aimed to test quinine in Friedreich ataxia. RESULTS: Cramps were rarer.")
    assert (got.about, got.intervention.fit) == (About.QUESTION, Fit.DIRECT)


def test_covers_is_the_weighted_share_of_terms_found() -> None:
    assert judge("Quinine for cramps in Friedreich ataxia.").covers == 1.0
    assert 0 < judge("Quinine in malaria.").covers < 0.6
    assert judge("Sleep.").covers == 0.0
