"""How directly a record bears on a question: question and record in, matches, relevance and one clause out."""

from __future__ import annotations

import msgspec
import pytest
from appraise_records import labelled, make

from probatum.appraise import directness, study
from probatum.model import About, Assumption, Concept, Directness, Fit, Question, Record, RecordKind, RecordStatus, Role
from probatum.text import words
from probatum.text.abbreviations import definitions

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
            "question",
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


INFARCT = Concept(text="heart attack", label="myocardial infarction", role=Role.POPULATION, semantic="condition")


@pytest.mark.parametrize(
    ("title", "abstract", "about", "note"),
    [
        (
            "Quinine in cardiovascular diseases: a randomised trial",
            "RESULTS: Those with an earlier myocardial infarction lived longer.",
            About.QUESTION,
            "in cardiovascular diseases as a whole, not in myocardial infarction alone",
        ),
        (  # a whole branch of medicine, and the illness is nowhere named
            "Quinine in cardiovascular diseases: a randomised trial",
            "",
            About.SAFETY,
            "in cardiovascular diseases as a whole, not in myocardial infarction alone",
        ),
        (  # the next wider illness
            "Quinine in heart diseases: a randomised trial",
            "",
            About.QUESTION,
            "in heart diseases as a whole, not in myocardial infarction alone",
        ),
        (
            "Quinine in coronary stenosis: a randomised trial",
            "METHODS: Adults with coronary stenosis and an earlier myocardial infarction were given quinine.",
            About.QUESTION,
            "in coronary stenosis, not myocardial infarction",
        ),
        ("Quinine in malaria: a randomised trial", "", About.SAFETY, "in malaria, not myocardial infarction"),
    ],
)
def test_a_wider_illness_or_one_taken_in_with_it_is_indirect(
    title: str, abstract: str, about: About, note: str
) -> None:
    got = judge(title, abstract, question=ask("quinine after a heart attack", DRUG, INFARCT))
    assert (got.about, got.note) == (about, note)


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


def test_the_same_drug_and_outcome_in_wider_people_is_an_indirect_answer() -> None:
    got = judge("Quinine for muscle cramps: a systematic review.", "We searched MEDLINE. 23 trials were included.")
    assert (got.about, got.relevant) == (About.QUESTION, True)
    assert got.note == "in muscle cramps of any cause, not in FRDA alone"
    old = judge("Quinine for muscle cramps: a systematic review.", status=RecordStatus.SUPERSEDED)
    assert old.about is About.SAFETY
    other = judge("Quinine in malaria.", "METHODS: Adults with malaria took quinine. RESULTS: Cramps were rarer.")
    assert other.about is About.SAFETY


@pytest.mark.parametrize(
    ("abstract", "population", "intervention"),
    [
        ("Baclofen was tested in Friedreich ataxia. No trial of quinine was found.", Fit.DIRECT, Fit.UNSTATED),
        ("Twenty trials were found in ataxia; none was a trial of quinine.", Fit.UNSTATED, Fit.UNSTATED),
        ("This review is silent on quinine in Friedreich ataxia.", Fit.UNSTATED, Fit.UNSTATED),
        ("Quinine is not named.", Fit.UNSTATED, Fit.UNSTATED),
        ("No trial of quinine in people with Friedreich ataxia was found.", Fit.UNSTATED, Fit.UNSTATED),
        ("We studied quinine in adults without Friedreich ataxia.", Fit.UNSTATED, Fit.DIRECT),
        # a result that was not found is a result
        ("There was no evidence that quinine helps in Friedreich ataxia.", Fit.DIRECT, Fit.DIRECT),
        ("Quinine did not reduce cramps in Friedreich ataxia.", Fit.DIRECT, Fit.DIRECT),
        ("No difference between quinine and placebo was seen in Friedreich ataxia.", Fit.DIRECT, Fit.DIRECT),
        ("No study of cost was found, but quinine helped in Friedreich ataxia.", Fit.DIRECT, Fit.DIRECT),
    ],
)
def test_what_is_named_as_not_studied_fits_nothing(abstract: str, population: Fit, intervention: Fit) -> None:
    got = judge("A report.", f"RESULTS: {abstract}")
    assert (got.population.fit, got.intervention.fit) == (population, intervention)


SERUM = Concept(text="serum", label="serum", role=Role.INTERVENTION)
LEPTIN = Concept(text="leptin", label="leptin", role=Role.INTERVENTION)


@pytest.mark.parametrize(
    ("title", "fit"),
    [
        ("Serum leptin levels in lung cancer.", Fit.DIRECT),
        ("Leptin in lung cancer.", Fit.DIRECT),
        ("Serum levels of pembrolizumab in lung cancer.", Fit.OTHER),
        ("Serum cytokines in lung cancer.", Fit.UNSTATED),
    ],
)
def test_a_part_of_the_intervention_does_not_stand_for_the_whole(title: str, fit: Fit) -> None:
    question = ask("are serum leptin levels prognostic in lung cancer", SERUM, LEPTIN)
    question = msgspec.structs.replace(question, intervention="serum leptin levels")
    assert judge(title, question=question).intervention.fit is fit


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("infants of very low birth weight (VLBW) were", (("VLBW", "very low birth weight"),)),
        ("Ischemic preconditioning (IP) and reperfusion", (("IP", "Ischemic preconditioning"),)),
        ("odds ratios (ORs) rose", (("OR", "odds ratio"),)),
        ("in 60 people (N = 60)", ()),
        ("as we said (Smith)", ()),
        ("a plain dose (XQZ)", ()),
    ],
)
def test_definitions_of_abbreviations(text: str, pairs: tuple[tuple[str, str], ...]) -> None:
    got = definitions(text)
    assert tuple((s, long.removesuffix("s")) for s, long in got) == pairs


LIGHT = "does quinine help very low birth weight infants"
TYPED = Assumption(what="abbreviation", from_="VLBW", to="very low birth weight", why="usual meaning")


@pytest.mark.parametrize(
    ("assumptions", "abstract"),
    [
        ((TYPED,), "VLBW infants took quinine, a help."),
        ((), "Some infants took quinine, a help. Those of very low birth weight (VLBW) did well."),
        ((), "Quinine is of help to very-low-birth-weight infants."),
    ],
)
def test_an_abbreviation_counts_as_its_expansion(assumptions: tuple[Assumption, ...], abstract: str) -> None:
    question = msgspec.structs.replace(ask(LIGHT, DRUG), assumptions=assumptions)
    assert judge("A study.", abstract, question=question).covers == 1.0


def test_a_defined_abbreviation_is_a_name_in_that_record() -> None:
    got = judge("A trial.", "BACKGROUND: Friedreich ataxia (FA) is rare. METHODS: Adults with FA took quinine.")
    assert (got.population.fit, got.about) == (Fit.DIRECT, About.QUESTION)


def test_bare_numbers_and_halves_of_compounds() -> None:
    question = ask("quinine 370 cramps long-lasting", DRUG)
    assert judge("Quinine for cramps.", "N=370.", question=question).covers < 1
    assert judge("Quinine for lasting cramps, long known.", question=question).covers == 1.0


def test_harms_of_one_member_in_another_illness_are_not_told_of_a_class() -> None:
    title, abstract = (
        "Amoxicillin for pneumonia: a randomised trial.",
        "METHODS: Adults with pneumonia took amoxicillin.",
    )
    ill = Concept(text="cystitis", label="cystitis", role=Role.POPULATION, semantic="condition")
    whole = Concept("antibiotics", "antibiotic", Role.INTERVENTION, "drug", synonyms=("amoxicillin",))
    one = msgspec.structs.replace(whole, text="amoxicillin", label="amoxicillin", synonyms=())
    assert judge(title, abstract, ask("amoxicillin for cystitis?", one, ill)).about is About.SAFETY
    assert judge(title, abstract, ask("antibiotics for cystitis?", whole, ill)).about is About.NONE


def test_a_class_alone_is_not_answered_by_one_member_in_some_illness() -> None:
    label = "antihypertensive agents"
    drugs = Concept(
        text=label, label=label, role=Role.INTERVENTION, semantic="drug", synonyms=("antihypertensives", "enalapril")
    )
    question = ask("do antihypertensives help", drugs)
    methods = "METHODS: 900 patients with heart failure were randomised to {} or placebo."
    assert judge("Enalapril: a randomised trial", methods.format("enalapril"), question=question).about is About.NONE
    named = judge("Antihypertensives: a randomised trial", methods.format("antihypertensives"), question=question)
    assert named.about is About.QUESTION
