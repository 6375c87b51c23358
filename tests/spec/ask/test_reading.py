"""What is made of a question: corrections said, parts found, danger named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.ask import read
from probatum.errors import ProbatumError
from probatum.model import Intent, Patient, Question, Role


def changes(question: Question, what: str) -> list[tuple[str, str]]:
    return [(a.from_, a.to) for a in question.assumptions if a.what == what]


def test_a_whole_question() -> None:
    q = read(
        "What is the role of Mexilitine in treating muscle spasms in patients with Amyotrophic Lateral Sclerosis (ALS)?"
    )
    assert (
        q.read
        == "What is the role of mexiletine in treating muscle cramps in patients with amyotrophic lateral sclerosis?"
    )
    assert changes(q, "spelling") == [("Mexilitine", "mexiletine")]
    assert changes(q, "near concept") == [("muscle spasms", "muscle cramps")]
    assert changes(q, "abbreviation") == [("ALS", "amyotrophic lateral sclerosis")]
    near = next(a for a in q.assumptions if a.what == "near concept")
    assert "spasticity" in near.why
    assert "fasciculation" in near.why
    assert "an adult" in changes(q, "patient")[0][1]
    assert (q.intervention, q.outcome) == ("mexiletine", "muscle cramps")
    assert q.population == "patients with amyotrophic lateral sclerosis"
    assert q.intent is Intent.THERAPY
    assert [c.label for c in q.having(Role.INTERVENTION)] == ["mexiletine"]
    assert q.choices == ()
    assert q.danger == ""


# --- spelling

CORRECTED = [
    ("Does allopurinal affect gout?", "allopurinal", "allopurinol"),
    ("warfrin for atrial fibrillation", "Warfrin", "warfarin"),
    ("What is menigitis?", "menigitis", "meningitis"),
    ("Do hemmroids heal?", "hemmroids", "hemorrhoids"),
    ("metformin for type 2 diabetis", "diabetis", "diabetes"),
    ("hydroxizine for itching", "Hydroxizine", "hydroxyzine"),
]


@pytest.mark.parametrize(("typed", "wrong", "right"), CORRECTED)
def test_spelling(typed: str, wrong: str, right: str) -> None:
    assert changes(read(typed), "spelling") == [(wrong, right)]


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        ("hydralyzine for blood pressure", {"hydralazine", "hydroxyzine"}),
        ("Is vinbristine toxic to nerves?", {"vinblastine", "vincristine"}),
    ],
)
def test_two_plausible_drugs_are_asked_about(typed: str, options: set[str]) -> None:
    question = read(typed)
    assert question.choices
    assert options <= set(question.choices[0].options)
    assert changes(question, "spelling") == []


@pytest.mark.parametrize(
    "drug", ["hydroxyzine", "hydralazine", "vinblastine", "vincristine", "clonidine", "klonopin", "Celebrex"]
)
def test_a_drug_that_is_spelt_right_is_never_changed(drug: str) -> None:
    question = read(f"Is {drug} safe in older adults?")
    assert changes(question, "spelling") == []
    assert question.choices == ()


@pytest.mark.parametrize(
    "typed",
    [
        "Is there anything okay to eat with cheap socks on?",
        "Does the Panton-Valentine leukocidin matter?",
        "Does Dr Schmickler from Oberursel treat pain?",
        "Is nucleos(t)ide analogue therapy effective?",
        "What does the protein asporin do?",
        "Is hyperlipoproteinaemic mouse serum useful?",
    ],
)
def test_words_that_are_no_misspellings(typed: str) -> None:
    assert changes(read(typed), "spelling") == []


def test_a_word_of_the_library_is_not_misspelt() -> None:
    assert changes(read("Does mexilitine help?"), "spelling")
    assert not changes(read("Does mexilitine help?", library_knows=lambda word: word == "mexilitine"), "spelling")


# --- abbreviations


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("Does riluzole slow ALS?", "amyotrophic lateral sclerosis"),
        ("Does ALS by ambulance crews improve survival of cardiac arrest?", "advanced life support"),
        ("interferon for MS", "multiple sclerosis"),
        ("Is heparin indicated in PE with dyspnea?", "pulmonary embolism"),
        ("dapoxetine for PE", "premature ejaculation"),
        ("Is advanced life support (ALS) better than basic life support?", "advanced life support"),
        ("levodopa in pd with tremor", "Parkinson disease"),
        ("take it at pd with tea", ""),
    ],
)
def test_abbreviations(typed: str, meaning: str) -> None:
    assert [to for _, to in changes(read(typed), "abbreviation")] == ([meaning] if meaning else [])


def test_the_library_decides_between_meanings() -> None:
    def count(names: object) -> int:
        return 9 if "mitral stenosis" in names else 0  # type: ignore[operator]

    assert changes(read("Does digoxin help in MS?", library_count=count), "abbreviation") == [("MS", "mitral stenosis")]


@pytest.mark.parametrize(
    "typed", ["Do US high school students smoke?", "Is IT useful in the UK?", "Who should decide?"]
)
def test_not_abbreviations(typed: str) -> None:
    assert changes(read(typed), "abbreviation") == []


# --- lay words, near concepts, brands


@pytest.mark.parametrize(
    ("typed", "lay", "medical"),
    [
        ("What helps high blood pressure?", "high blood pressure", "hypertension"),
        ("aspirin after a heart attack", "heart attack", "myocardial infarction"),
        ("Is a water pill safe?", "water pill", "diuretic"),
        ("What treats shingles?", "shingles", "herpes zoster"),
    ],
)
def test_lay_words(typed: str, lay: str, medical: str) -> None:
    assert changes(read(typed), "lay term") == [(lay, medical)]


@pytest.mark.parametrize(
    ("typed", "concept"),
    [
        ("mexiletine for muscle spasms", "muscle cramp"),
        ("baclofen for muscle spasms in multiple sclerosis", "muscle spasticity"),
        ("cyclobenzaprine for muscle spasms with low back pain", "spasm"),
        ("Does the Epley maneuver help dizziness?", "vertigo"),
    ],
)
def test_vague_words_are_decided_by_what_stands_beside_them(typed: str, concept: str) -> None:
    assert concept in [c.label for c in read(typed).concepts]


def test_the_library_decides_between_near_concepts() -> None:
    def count(names: object) -> int:
        return 5 if "muscle spasticity" in names else 0  # type: ignore[operator]

    question = read("tizanidine for muscle spasms", library_count=count)
    assert changes(question, "near concept")[0][1].startswith("muscle spasticity")


def test_near_concepts_travel_with_the_concept() -> None:
    cramp = next(c for c in read("quinine for muscle cramps").concepts if c.label == "muscle cramp")
    assert "fasciculation" in cramp.near


def test_brands() -> None:
    question = read("Is Coumadin safe with Tylenol?")
    assert changes(question, "brand") == [("Coumadin", "warfarin"), ("Tylenol", "acetaminophen")]
    assert question.intent is Intent.INTERACTION


# --- parts

PARTS = [
    (
        "Does metformin reduce mortality in patients with heart failure?",
        "patients with heart failure",
        "metformin",
        "",
        "mortality",
    ),
    (
        "What is the effect of exercise on quality of life in heart failure?",
        "people with heart failure",
        "exercise",
        "",
        "quality of life",
    ),
    ("Is apixaban better than warfarin for stroke prevention?", "", "apixaban", "warfarin", "stroke prevention"),
    ("apixaban versus warfarin in older adults", "older adults", "apixaban", "warfarin", ""),
    ("Association between vitamin D and depression in pregnant women", "pregnant women", "vitamin D", "", "depression"),
    ("metformin for type 2 diabetes", "people with type 2 diabetes", "metformin", "", ""),
    ("Does early palliative care predict longer survival?", "", "early palliative care", "", "longer survival"),
    ("Screening mammography: is it worthwhile?", "", "screening mammography", "", ""),
    (
        "Is serum lactate associated with mortality in children with sepsis?",
        "children with sepsis",
        "serum lactate",
        "",
        "mortality",
    ),
]


@pytest.mark.parametrize(("typed", "population", "intervention", "comparator", "outcome"), PARTS)
def test_parts(typed: str, population: str, intervention: str, comparator: str, outcome: str) -> None:
    q = read(typed)
    assert q.intervention.lower() == intervention.lower()
    assert q.comparator == comparator
    if population:
        assert q.population == population
    if outcome:
        assert q.outcome == outcome


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("Does metformin reduce mortality?", Intent.THERAPY),
        ("What is the maximum dose of ibuprofen?", Intent.DOSING),
        ("What are the side effects of amiodarone?", Intent.HARM),
        ("is zoloft ok in pregnancy", Intent.HARM),
        ("celebrex dose", Intent.DOSING),
        ("Does clarithromycin interact with simvastatin?", Intent.INTERACTION),
        ("Can I take ibuprofen with warfarin?", Intent.INTERACTION),
        ("How accurate is troponin for the diagnosis of myocardial infarction?", Intent.DIAGNOSIS),
        ("Does lactate predict death?", Intent.PROGNOSIS),
        ("Does aspirin prevent pre-eclampsia?", Intent.PREVENTION),
        ("What is the mechanism of action of digoxin?", Intent.MECHANISM),
    ],
)
def test_intent(typed: str, intent: Intent) -> None:
    assert read(typed).intent is intent


def test_terms_are_content_words() -> None:
    assert read("Does metformin reduce the risk of COVID-19?").terms == ("metformin", "reduce", "risk", "covid-19")
    assert read("Why not?").terms == ("why", "not")


# --- patient and danger


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("Is ibuprofen safe for a 78-year-old?", "age", "78 years"),
        ("my mum is 78, can she take naproxen?", "age", "78 years"),
        ("amoxicillin in children", "age", "child"),
        ("Is sertraline safe in the second trimester?", "pregnancy", "second trimester"),
        ("Can I use loratadine while breastfeeding?", "breastfeeding", True),
        ("metformin with an eGFR of 28", "kidney", "eGFR of 28"),
        ("Is paracetamol safe in cirrhosis?", "liver", "cirrhosis"),
        ("gentamicin for a man of 92 kg", "weight", "92 kg"),
        ("I am taking warfarin, is garlic safe?", "drugs", ("warfarin",)),
        ("I am allergic to penicillin, which antibiotic?", "allergies", ("penicillins",)),
    ],
)
def test_patient(typed: str, field: str, value: object) -> None:
    assert getattr(read(typed).patient, field) == value


def test_what_is_given_beside_the_question_goes_first() -> None:
    q = read(
        "Is ibuprofen safe for a child?", patient=Patient(age="81 years", kidney="CKD stage 4"), intent=Intent.DOSING
    )
    assert (q.patient.age, q.patient.kidney, q.intent) == ("81 years", "CKD stage 4", Intent.DOSING)


@pytest.mark.parametrize(
    ("typed", "danger"),
    [
        ("I have crushing chest pain right now, should I take aspirin?", "emergency"),
        ("my dad's face is drooping and he has slurred speech, what should I do", "emergency"),
        ("I took 30 paracetamol what should i do", "overdose"),
        ("My toddler swallowed a bottle of iron tablets", "overdose"),
        ("my dad took 40 mexiletine tablets, what now", "overdose"),
        ("i took 30 of my metoprolol tablets", "overdose"),
        ("she swallowed thirty of the tablets", "overdose"),
        ("My friend swallowed 25 blood pressure pills", "overdose"),
        ("I take 40 mg tablets of furosemide, is that safe?", ""),
        ("I have taken it for 30 days with water pills", ""),
        ("how many sleeping pills would be fatal", "self-harm"),
        ("What is the lethal dose of acetaminophen?", "self-harm"),
        ("I want to die", "self-harm"),
        ("thinking about ending my life", "self-harm"),
        ("my baby has a fever of 40 and is not breathing well", "emergency"),
        ("My 3 year old is choking", "emergency"),
        ("my wife has asthma, does she need steroids?", ""),
        ("Does chest pain predict mortality in patients with COPD?", ""),
        ("How is acetaminophen overdose managed in adults?", ""),
        ("Do antidepressants affect suicide rates?", ""),
        ("Is aspirin useful after a heart attack?", ""),
    ],
)
def test_danger(typed: str, danger: str) -> None:
    assert read(typed).danger == danger


def test_a_drug_short_of_its_last_letter_is_corrected_though_the_library_has_its_stem() -> None:
    q = read("Mexiletin for cramps", library_knows=lambda word: True)
    assert q.intervention == "mexiletine"
    assert [(a.from_, a.to) for a in q.assumptions if a.what == "spelling"] == [("Mexiletin", "mexiletine")]


# --- untidy and hostile input


def test_shouting_and_a_missing_question_mark() -> None:
    q = read("WHAT IS THE ROLE OF MEXILETINE IN ALS")
    assert q.read == "What is the role of mexiletine in amyotrophic lateral sclerosis"


@pytest.mark.parametrize("typed", ["", "   ", "?!...", "\x00\x07", "12345", "\u200b\u200b"])
def test_no_words(typed: str) -> None:
    with pytest.raises(ProbatumError, match="P402"):
        read(typed)


def test_too_long() -> None:
    with pytest.raises(ProbatumError, match=r"P401.*4,000"):
        read("why " * 2000)


@pytest.mark.parametrize(
    "typed",
    [
        "Ist Ibuprofen in der Schwangerschaft sicher?",
        "Is \x00\x1bibuprofen\u202e safe\u200b?",
        "(" * 500 + "aspirin",
        "a-" * 1500,
        "in patients with " * 200,
        "the effect of the effect of " * 100 + "on",
        "x" * 3999,
        "aspirin " * 400,
    ],
)
def test_strange_input_is_read_as_far_as_possible(typed: str) -> None:
    assert read(typed).terms


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_a_code(typed: str) -> None:
    try:
        question = read(typed)
    except ProbatumError as error:
        assert error.code in ("P401", "P402", "P417", "P422")
    else:
        assert question.terms
        assert question == read(typed)
