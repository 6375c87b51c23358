"""Whether a medicine is stopped for a value or a state: the answer follows the verb, and the label's sentence leads."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _short(library: Library, question: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")
    said = [s.text for s in answer.section("bottom_line").statements]
    return [one for one in said if not one.startswith("Critical value")]  # which stands before any answer


STOPPED = [
    "metformin eGFR 28 stop?",
    "should I stop metformin with eGFR 28",
    "do we need to withhold metformin, eGFR 22",
    "hold metformin for eGFR 25?",
    "should metformin be stopped, eGFR 28",
    "should I stop metformin with eGFR 28 or continue",
    "spironolactone K 6.2 hold?",
    "finerenone K 5.8 stop?",
    "enoxaparin platelets 60 stop?",
    "should I stop citalopram, QTc 510",
    "valproate ALT 5x ULN, do I stop it?",
    "rivaroxaban AKI stop?",
]


@pytest.mark.parametrize("question", STOPPED)
def test_what_is_forbidden_is_stopped(starter_library: Library, question: str) -> None:
    short = _short(starter_library, question)
    assert (
        short[0].startswith(("Yes", "As a rule, yes", "Stop", "Lower the dose or stop", "Contraindicated"))
        or "stopped" in short[0]
    ), short
    assert not any(line.startswith(("No:", "No ", "Not as a rule", "Yes, at the dose")) for line in short), short


GOES_ON = [
    "ok to continue metformin eGFR 28?",
    "continue metformin eGFR 28",
    "can we carry on with metformin, eGFR 25?",
    "ok to continue spironolactone with K 6.2",
    "keep taking metformin with eGFR 25?",
    "can I start metformin with eGFR 25",
]


@pytest.mark.parametrize("question", GOES_ON)
def test_what_is_forbidden_does_not_go_on(starter_library: Library, question: str) -> None:
    assert _short(starter_library, question)[0].startswith("No: ")


TOLD = [
    ("methotrexate WCC 2.1 stop?", "withheld or stopped"),
    ("should we withhold methotrexate, neutrophils 0.9", "withheld or stopped"),
    ("methotrexate ALT 5x stop?", "withheld or stopped"),
    ("lisinopril K 6.3 stop?", "potassium"),
    ("should I stop lisinopril, potassium 5.9", "potassium"),
    ("atorvastatin ALT 4x stop?", "stopped when transaminases rise to 3 times"),
    ("should I stop atorvastatin, CK raised", "creatine kinase"),
    ("simvastatin CK 2000 stop?", "stopped when myopathy"),
    ("amiodarone TSH 0.01 stop?", "thyroid dysfunction"),
    ("stop amiodarone, thyroid function abnormal?", "thyroid dysfunction"),
    ("hold lithium, level 2.1?", "lithium toxicity"),
    ("sertraline Na 124 stop?", "stopped if it causes symptoms"),
    ("carbamazepine WCC 2.0 stop?", "bone marrow depression"),
    ("naproxen ALT 5x stop?", "should be stopped when signs of it appear"),
    ("ciprofloxacin tendon pain stop?", "first sign of pain, swelling or rupture"),
    ("lamotrigine rash stop?", "first sign of rash"),
    ("canagliflozin ketoacidosis stop?", "should be stopped"),
    ("should we stop dapagliflozin, ketones 4", "stopped if it is suspected"),
    ("hold metformin for eGFR 40?", "benefit and risk of going on should be weighed"),
    ("apixaban 24h before op stop?", "48 hours before surgery"),
    ("hold clopidogrel pre op?", "5 days before surgery"),
    ("dapagliflozin eGFR 18 stop?", "may continue 10 mg"),
    ("72F on spironolactone, K 5.9. Hold or continue?", "Lower the dose or stop it"),
    ("zolpidem sleepwalking stop?", "must be stopped at once"),
    ("colchicine eGFR 20 stop", "Not for that alone: there is a dose for such a patient"),
    ("stop ibuprofen in AKI?", "does not say that it is stopped"),
    ("stop naproxen in AKI?", "in advanced kidney disease, naproxen should be avoided"),
]


def test_beside_an_alarm_it_is_held_back(starter_library: Library) -> None:
    short = _short(starter_library, "lithium level 1.8 tremor stop?")
    assert "signs of lithium poisoning" in short[0], short
    assert "No more of it is given" in short[1] and "should be stopped when they appear" in short[1], short


@pytest.mark.parametrize(("question", "words"), TOLD)
def test_the_sentence_of_the_label_leads(starter_library: Library, question: str, words: str) -> None:
    short = _short(starter_library, question)
    assert words in short[0], short
    assert not any("off-label" in line or "No study of this use" in line for line in short), short


def test_that_no_label_says_when_it_is_stopped_is_said(starter_library: Library) -> None:
    short = _short(starter_library, "dabigatran stop before op CrCl 40")
    assert "no label of dabigatran" in short[0] and not short[0].startswith("Yes"), short
    short = _short(starter_library, "lisinopril K 6.3 stop?")
    assert any("no label of lisinopril" in line.lower() for line in short), short


def test_a_dose_for_such_kidneys_is_no_yes_to_stopping(starter_library: Library) -> None:
    short = _short(starter_library, "gabapentin eGFR 40 stop?")
    assert short[0].startswith("Not for that alone") and "200 mg to 700 mg" in short[0], short


HOW = [
    ("stopping pregabalin 300mg bd how fast", "over at least 1 week"),
    ("how do I come off pregabalin", "over at least 1 week"),
    ("stopping gabapentin how fast", "over at least 1 week"),
    ("taper gabapentin", "over at least 1 week"),
    ("lamotrigine stop how fast", "over at least 2 weeks"),
    ("bisoprolol withdraw how", "reduced slowly"),
    ("how quickly can metoprolol be withdrawn", "over 1 to 2 weeks"),
    ("how do I come off sertraline", "stopped step by step over weeks or months"),
    ("tapering prednisone how fast", "reduced gradually"),
    ("how to wean citalopram", "stopped step by step over weeks or months"),
    ("denosumab stopping after 3 yrs what happens", "vertebral fractures can occur after denosumab is stopped"),
    ("what happens if I stop clopidogrel early", "raises the risk of cardiovascular events"),
    ("what happens when topiramate is stopped suddenly", "seizures may increase"),
    ("when can I stop alendronate", "after 3 to 5 years"),
    ("can we stop alendronate after 5 years", "after 3 to 5 years"),
    ("should I stop sertraline, I feel better", "not be stopped abruptly"),
]


@pytest.mark.parametrize(("question", "words"), HOW)
def test_how_it_ends_and_what_comes_of_it_leads(starter_library: Library, question: str, words: str) -> None:
    short = _short(starter_library, question)
    assert words in short[0], short
    assert not any("at once" in line for line in short), short


def test_a_patient_is_warned_first_and_then_told(starter_library: Library) -> None:
    short = _short(starter_library, "how do I come off pregabalin", "patient")
    assert "Nobody should stop pregabalin" in short[0] and "over at least 1 week" in short[1], short


@pytest.mark.parametrize("reader", ["doctor", "patient"])
def test_that_nobody_stops_alone_is_not_withheld(starter_library: Library, reader: str) -> None:
    answer = probatum.answer("is it ok to stop bisoprolol", library=starter_library, reader=reader, as_of="2026-11-29")
    short = [s.text for s in answer.section("bottom_line").statements]
    assert any("Nobody should stop bisoprolol" in line for line in short), short
    assert not [w for w in answer.warnings if w.code == "withheld"]


LEFT = [
    ("does tranexamic acid stop bleeding after surgery", "yes, stop it"),
    ("does metformin stop working over time", "stopp"),
    ("how long before effects of sertraline stop", "yes, stop"),
    ("can I take gabapentin with eGFR 40", "not for that alone"),
    ("metformin dose with eGFR 50", "stop it"),
    ("is metformin safe in heart failure", "stop it"),
    ("dapagliflozin for heart failure with eGFR 30", "stop it"),
    ("does stopping smoking reduce mortality", "label of"),
    ("can colchicine stop a gout attack", "stop it"),
    ("should falls stop me anticoagulating her with apixaban", "stop it"),
    ("is apixaban better than warfarin in atrial fibrillation", "stop it"),
]


@pytest.mark.parametrize(("question", "words"), LEFT)
def test_who_asks_something_else_is_told_no_end(starter_library: Library, question: str, words: str) -> None:
    short = _short(starter_library, question)
    assert short and not any(words in line.lower() for line in short), short


EFFECTS = [
    ("does atorvastatin reduce major cardiovascular events", "reduces"),
    ("does denosumab prevent vertebral fractures", "reduces new vertebral fractures"),
    ("spironolactone for resistant hypertension", "spironolactone"),
]


@pytest.mark.parametrize(("question", "words"), EFFECTS)
def test_an_effect_still_leads(starter_library: Library, question: str, words: str) -> None:
    assert words in _short(starter_library, question)[0].lower()


def test_the_title_and_the_path_are_of_an_end(starter_library: Library) -> None:
    answer = probatum.answer("lisinopril K 6.3 stop?", library=starter_library, as_of="2026-11-29")
    assert answer.title == "Stopping lisinopril"
    assert not any("go on" in s.text and "It does not" in s.text for s in answer.section("algorithm").statements)
    answer = probatum.answer(
        "my kidney function is 28, should I stop metformin", library=starter_library, as_of="2026-11-29"
    )
    assert not any("continue" in s.text for s in answer.section("algorithm").statements)


@pytest.mark.parametrize("question", ["spironolactone K 5.7, stop?", "should we hold spironolactone, potassium 5.9"])
def test_no_first_word_is_firmer_than_the_label(starter_library: Library, question: str) -> None:
    short = _short(starter_library, question)
    assert short[0].startswith("Lower the dose or stop it: spironolactone is contraindicated for this patient"), short
    assert "the dose should be reduced or spironolactone stopped" in short[1], short


def test_where_the_label_has_one_way_the_word_is_as_firm(starter_library: Library) -> None:
    assert _short(starter_library, "metformin eGFR 22 stop?")[0].startswith("Yes, stop it")
