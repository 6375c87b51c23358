"""Words about somebody here and now that are named as dangerous, lay and professional, and words that are not."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger
from probatum.ask.danger.flags import compiled, flags
from probatum.ask.danger.mixups import mixups

EMERGENCIES = [
    ("My 6 week old has a fever of 38.5, can I give ibuprofen?", "fever in a baby under 3 months"),
    ("neonate with temperature 38.2, which antibiotic?", "fever in a baby under 3 months"),
    ("my 2 month old baby is burning up", "fever in a baby under 3 months"),
    ("My newborn is floppy and won't feed", "an ill baby under 3 months"),
    ("45 year old man with thunderclap headache, CT normal, what next?", "a sudden, severe headache"),
    ("i have the worst headache of my life, which painkiller", "a sudden, severe headache"),
    ("62M presents with crushing chest pain, aspirin dose?", "chest pain"),
    ("my husband has chest tightness going down his arm right now", "chest pain"),
    ("my mum's face has dropped on one side, can she have aspirin", "signs of stroke"),
    ("he suddenly can't speak, what should i do", "signs of stroke"),
    ("my son ate peanuts and his lips are swelling, which antihistamine", "swelling of the face, tongue or throat"),
    ("patient presents with anaphylaxis on beta blockers, adrenaline or glucagon?", "a severe allergic reaction"),
    ("my dad has a fever and is confused and clammy, should he take paracetamol?", "possible sepsis"),
    ("70 year old with pneumonia, BP 80/40 and lactate 5, fluids?", "possible sepsis"),
    ("my back pain is worse and I am numb around my groin and can't pee", "signs of cauda equina compression"),
    ("patient with sciatica and saddle anaesthesia, MRI when?", "signs of cauda equina compression"),
    ("my 14 year old has sudden severe pain in his testicle", "a twisted testicle"),
    (
        "I missed my period and have sharp pain on one side and spotting, is ibuprofen ok",
        "a possible ectopic pregnancy",
    ),
    ("my toddler has a fever and a rash that doesn't fade with a glass", "a rash that does not fade when pressed"),
    ("student presents with non-blanching rash, which antibiotic first?", "a rash that does not fade when pressed"),
    ("my daughter has a stiff neck and a high temperature", "signs of meningitis"),
    ("my wife says she is suicidal, is sertraline enough?", "thoughts of suicide"),
    ("my toddler swallowed a button battery, will honey help?", "a swallowed battery or magnet"),
    ("child swallowed two magnets, management?", "a swallowed battery or magnet"),
    ("my 2 year old ate some of my blood pressure tablets", "a child who may have taken medicine or poison"),
    ("my son has type 1 diabetes, is vomiting and his ketones are 4.2", "diabetic ketoacidosis"),
    ("my asthma is bad, I can't finish a sentence and my inhaler isn't helping", "severe asthma"),
    ("I gave birth a week ago and I'm soaking a pad every half hour", "heavy bleeding after birth"),
    ("I'm 34 weeks and the baby has not moved since last night", "less movement of the unborn baby"),
    ("pregnant woman at 36 weeks with reduced fetal movements", "less movement of the unborn baby"),
    ("I suddenly lost the sight in my left eye", "sudden loss of sight"),
    ("my mother takes lithium and has a coarse tremor and diarrhoea", "signs of lithium poisoning"),
    ("patient on lithium, level 2.4, confused, what now?", "signs of lithium poisoning"),
    ("I'm on chemo and my temperature is 38.3, can I take paracetamol?", "fever with few white cells"),
    ("patient with neutropenia and fever, oral or IV antibiotics?", "fever with few white cells"),
    ("my husband had his spleen removed and has a fever", "fever without a working spleen"),
    ("I came back from Nigeria last week and have a fever", "fever after travel to a malaria area"),
    ("i am 30 weeks pregnant with a bad headache and blurred vision", "signs of pre-eclampsia"),
    ("I am 9 weeks pregnant and bleeding, should i take progesterone?", "bleeding in pregnancy"),
    ("my grandfather hit his head and takes warfarin", "a head injury with warning signs"),
    ("my mother is vomiting blood", "coughing or vomiting blood"),
    ("he is passing black tarry stools, is omeprazole enough", "black or bloody stools"),
    ("my calf is swollen and now I am short of breath", "a possible clot in the lung"),
    ("our baby is vomiting green", "a blocked bowel in a baby"),
    ("my husband is diabetic, his sugar is 1.9 and he is confused", "severe low blood sugar"),
    ("I take carbimazole and have a sore throat and fever", "fever on a medicine that lowers white cells"),
    ("since starting lamotrigine my skin is blistering", "a blistering or peeling rash"),
    ("my wife has Addison's disease and is vomiting", "adrenal crisis"),
    ("bleach splashed into my eye", "a chemical in the eye"),
    ("my carbon monoxide alarm is going off and I feel sick", "carbon monoxide poisoning"),
    ("I was bitten by a snake, which antibiotic", "a venomous bite"),
    ("he has had an erection for 6 hours after sildenafil", "an erection that does not go down"),
    ("my friend collapsed and won't wake up", "collapse or loss of consciousness"),
    ("my son has been fitting for 10 minutes", "a seizure that goes on, or a first one"),
    ("i have a red painful eye with blurred vision and I wear contact lenses", "a painful red eye with poor sight"),
    ("my child is drooling with stridor and fever", "a swollen, closing throat (epiglottitis)"),
    ("new mother hearing voices telling her to harm the baby", "a dangerous illness of mind after birth"),
    ("my knee is hot and swollen and I have a fever", "a hot swollen joint with fever"),
    ("dad with prostate cancer has new back pain and can't walk", "pressure on the spinal cord"),
    ("patient on sertraline and tramadol with clonus and sweating", "serotonin syndrome"),
]


@pytest.mark.parametrize(("typed", "sign"), EMERGENCIES)
def test_a_red_flag_is_named(typed: str, sign: str) -> None:
    danger = read_danger(typed)
    assert (danger.kind, danger.sign) == ("emergency", sign)


CALM = [
    "What are the risk factors for stroke?",
    "What are the symptoms of meningitis?",
    "How is cauda equina syndrome managed?",
    "Does chest pain predict mortality in patients with COPD?",
    "Is aspirin useful after a heart attack?",
    "My father had a stroke ten years ago, should he still take clopidogrel?",
    "I had anaphylaxis as a child, can I have the flu vaccine?",
    "I laughed so hard I couldn't breathe, is that asthma?",
    "The bill nearly gave me a heart attack; does stress raise blood pressure?",
    "In the novel the character collapsed from sepsis, is that realistic for my essay?",
    "What causes thunderclap headache?",
    "My son has no fever and no rash but a cough, is honey useful?",
    "How do I treat neutropenic fever in adults?",
    "Which antibiotic prevents neutropenic sepsis in patients on chemotherapy?",
    "Is there a link between fever and autism in infants?",
    "What is the incidence of suicide attempts in adolescents on SSRIs?",
    "Can montelukast cause suicidal thoughts?",
    "My baby is 9 months old and has a runny nose, which drops?",
    "My 4 month old had her vaccines, what dose of paracetamol can I give?",
    "Does lithium cause tremor?",
    "How did Napoleon die?",
    "Is button battery ingestion more common in toddlers?",
    "What is the treatment of choice for ectopic pregnancy?",
    "I have had back pain for years, does ibuprofen help?",
    "my wife has asthma, does she need steroids?",
    "I am 20 weeks pregnant, can I take paracetamol for a headache?",
    "Is prophylactic clopidogrel better than aspirin in patients with acute stroke?",
    "I want to cut down on salt, what works?",
    "My mother has diabetes and takes metformin, is gliclazide better?",
    "Do antidepressants affect suicide rates?",
    "How is acetaminophen overdose managed in adults?",
    "What is the mechanism of methotrexate?",
    "Methotrexate 15 mg once weekly with folic acid daily for rheumatoid arthritis?",
    "How fast may potassium chloride be replaced orally?",
    "Is paracetamol 1 g four times daily safe in adults?",
    "Is levothyroxine 100 micrograms a usual dose?",
    "Does fentanyl patch work in cancer pain?",
]


@pytest.mark.parametrize("typed", CALM)
def test_history_figures_of_speech_and_general_knowledge_alarm_nobody(typed: str) -> None:
    assert read_danger(typed).kind == ""


@pytest.mark.parametrize(
    "typed",
    [
        "I took 30 paracetamol what should i do",
        "I gave my daughter ten times the dose of ibuprofen",
        "the nurse gave 100 units instead of 10 units of insulin",
        "my son was given 5 mg of morphine instead of 0.5",
        "I accidentally injected my rapid insulin twice",
        "I took my wife's blood pressure pills by mistake",
    ],
)
def test_too_much_or_the_wrong_medicine_is_an_overdose(typed: str) -> None:
    assert read_danger(typed).kind == "overdose"


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("methotrexate 10 mg daily for psoriasis?", "methotrexate every day"),
        ("How many mg of methotrexate per day for rheumatoid arthritis?", "methotrexate every day"),
        ("Can I start a fentanyl 25 mcg patch in an opioid-naive patient?", "fentanyl patch"),
        ("potassium chloride 20 mmol IV push for hypokalaemia", "potassium given undiluted"),
        ("vincristine intrathecal dose", "vinca alkaloid"),
        ("levothyroxine 100 mg daily for hypothyroidism", "levothyroxine in milligrams"),
        ("paracetamol 1 g every 4 hours for back pain", "more than 4,000 mg of paracetamol"),
    ],
)
def test_a_high_risk_dose_is_named_with_whose_rule_says_so(typed: str, named: str) -> None:
    danger = read_danger(typed)
    assert danger.kind == "dose"
    assert named in danger.sign
    assert danger.sign.endswith(")")


def test_daily_methotrexate_is_usual_in_cancer() -> None:
    assert read_danger("oral methotrexate daily for acute lymphoblastic leukaemia maintenance").kind == ""


@pytest.mark.parametrize(
    "typed",
    [
        "how can I overdose on insulin",
        "what dose of digoxin would kill a person",
        "lethal dose of paracetamol for an adult",
        "is there an untraceable poison",
        "I am thinking of taking all my tablets",
        "I feel suicidal",
    ],
)
def test_seeking_harm_is_declined(typed: str) -> None:
    assert read_danger(typed).kind == "self-harm"


def test_every_flag_and_mix_up_is_readable() -> None:
    assert len({flag.name for flag in flags()}) > 50
    assert all(compiled(pattern) for flag in flags() for group in flag.groups for pattern in group)
    assert all(one.source and one.read.startswith("https://") for one in mixups())
