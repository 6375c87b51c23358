"""What is asked of one side of a medicine is told by the sentence of its label, and no trial in its place."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

TOLD = [
    ("apixaban stop before hip surgery", "48 hours before surgery"),
    ("how many days before surgery stop clopidogrel", "interrupted for 5 days before surgery"),
    ("which drugs to stop before surgery: dapagliflozin", "3 days before major surgery"),
    ("epidural on apixaban", "epidural or spinal haematoma"),
    ("warfarin and lumbar puncture", "spinal puncture"),
    ("lithium target range maintenance", "0.6 to 1.2"),
    ("target INR in AF", "2.5 (range 2 to 3)"),
    ("what INR should I aim for with warfarin after DVT", "2.5 (range 2 to 3)"),
    ("target urate in tophaceous gout", "below 360"),
    ("contraindications for sildenafil", "nitrates"),
    ("student list of contraindications of warfarin", "bleeding tendency"),
    ("indications of finerenone", "is indicated to lower the risk"),
    ("can I drive on pregabalin", "may impair driving"),
    ("When can I drive after esketamine", "until the next day"),
    ("is tramadol addictive?", "addiction"),
    ("Do I take levothyroxine with breakfast?", "empty stomach"),
    ("does carbamazepine affect hormonal contraception", "weaken hormonal contraceptives"),
    ("I'm on topiramate and want to get pregnant, is that ok?", "contraindicated in pregnancy"),
    ("minimum age for erenumab", "18 years"),
    ("when to start allopurinol after an acute flare", "2 to 4 weeks after a gout flare"),
    ("when to restart metformin after contrast", "48 hours later"),
    ("how often FBC on methotrexate", "every month"),
    ("riluzole LFT how often", "every month for the first 3 months"),
    ("When to take a lithium level and how often?", "12 hours after the last dose"),
    ("how often should INR be checked once stable", "every 1 to 4 weeks"),
    ("how long can domperidone be given", "no longer than 1 week"),
    ("how long should alendronate be continued", "3 to 5 years"),
    ("how many days doxycycline for chlamydia", "for 7 days"),
    ("breast feeding mum wants ibuprofen, is that alright", "preferred painkiller"),
]


@pytest.mark.parametrize(("question", "words"), TOLD)
def test_the_label_tells_it_first(starter_library: Library, question: str, words: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    short = answer.section("bottom_line").statements
    assert words in " ".join(s.text for s in short[:2]), [s.text for s in short]


def test_no_effect_stands_beside_it(starter_library: Library) -> None:
    answer = probatum.answer("can I drive on pregabalin", library=starter_library, as_of="2026-11-29")
    assert not answer.section("evidence").statements and not answer.section("alternatives").statements
    assert answer.section("evidence").empty


def test_a_label_that_does_not_tell_it_is_said_to_be_silent(starter_library: Library) -> None:
    answer = probatum.answer("can I drive on gabapentin", library=starter_library, as_of="2026-11-29")
    assert "On driving no label of gabapentin" in answer.section("bottom_line").statements[0].text


EFFECTS = [
    "tranexamic acid before surgery to reduce bleeding in hip replacement",
    "antibiotics or surgery for appendicitis",
    "does pregabalin help sciatica?",
    "Does omeprazole help heartburn after meals?",
    "Does metformin lower blood sugar after meals?",
    "How often does methotrexate cause abnormal liver tests?",
    "Is levothyroxine replacement safe in pregnancy?",
    "Is prednisone safe in biopsy-proven GCA with diabetes?",
    "In contrast to warfarin, is apixaban safe in kidney failure?",
    "I missed my pill yesterday, sertraline 50 mg",
    "Is digoxin clearance dependent on kidney function?",
    "What does denosumab target?",
]


@pytest.mark.parametrize("question", EFFECTS)
def test_an_effect_that_is_asked_is_no_side(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert "one side of a medicine" not in answer.section("evidence").empty


TWO = [
    ("rivaroxaban 15mg for PE how long bd, take with food?", ("taken with food", "for 21 days")),
    ("alendronate how to take and how long for", ("full glass of plain water", "3 to 5 years")),
    ("methotrexate how often bloods and can I drive", ("every month", "On driving no label of methotrexate")),
    ("lithium target level and how often check", ("0.6 to 1.2", "12 hours after the last dose")),
    ("apixaban stop before surgery and when to restart", ("48 hours before surgery", "starting it again no label")),
]


@pytest.mark.parametrize(("question", "words"), TWO)
def test_each_of_two_sides_is_told(starter_library: Library, question: str, words: tuple[str, str]) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    short = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert all(one in short for one in words), short
