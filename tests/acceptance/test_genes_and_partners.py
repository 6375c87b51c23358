"""What decides for this very patient leads: a gene, a partner medicine, the illness that the words tell."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.text import genes


def told(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


GENES = [
    ("allopurinol korean HLA-B5801 positive", "HLA-B*58:01 allele raises the risk"),
    ("allopurinol HLA-B*5801 positive korean man gout", "HLA-B*58:01 allele raises the risk"),
    ("carbamazepine thai HLA-B*1502 positive, ok?", "HLA-B*1502"),
    ("clopidogrel CYP2C19 poor metaboliser stent", "less effect on platelets"),
]


@pytest.mark.parametrize(("question", "words"), GENES)
def test_a_gene_that_is_told_leads(starter_library: Library, question: str, words: str) -> None:
    first = told(starter_library, question)[0]
    assert first.startswith("On the gene variant told of") and words in first


@pytest.mark.parametrize("written", ["HLA-B*58:01", "HLA-B5801", "HLA B*5801", "hla-b 58:01"])
def test_one_allele_however_it_is_written(written: str) -> None:
    assert genes.carried(f"allopurinol {written} positive") == {"HLAB5801"}


def test_an_enzyme_alone_tells_nothing_of_the_patient() -> None:
    assert genes.carried("does clarithromycin inhibit CYP3A4?") == frozenset()
    assert genes.carried("codeine in a CYP2D6 poor metaboliser") == {"CYP2D6"}


def test_a_dose_without_the_partner_is_said_to_be_so(starter_library: Library) -> None:
    short = told(starter_library, "lamotrigine + valproate how to start")
    assert any(
        "only for people who do not take the other medicine" in text and "without valproate" in text for text in short
    )
    assert not any(text.startswith("Label dose (US label of divalproex)") for text in short)


def test_what_bars_a_pair_leaves_no_yes(starter_library: Library) -> None:
    short = told(starter_library, "paxlovid on simvastatin, eGFR 40")
    assert "not to be taken together" in short[0] or "contraindicated" in short[0]
    assert not any(text.startswith("Yes") or "names no limit" in text for text in short)


def test_why_a_newborn_is_spared_is_no_illness_of_the_patient(starter_library: Library) -> None:
    short = told(starter_library, "G6PD deficiency nitrofurantoin uti")
    assert "pregnancy at term" not in short[0]


READ = [
    ("tranexamic acid after birth bleeding", "postpartum haemorrhage"),
    ("ear ache 18 month old bilateral, antibiotics?", "in both ears, benefit more from an antibiotic"),
]


@pytest.mark.parametrize(("question", "words"), READ)
def test_whom_the_words_tell_of(starter_library: Library, question: str, words: str) -> None:
    assert words in " ".join(told(starter_library, question))


def test_what_something_was_seen_on_is_no_outcome(starter_library: Library) -> None:
    short = told(starter_library, "appendicitis antibiotics instead of surgery, appendicolith on CT")
    assert not any("effect of antibiotics on" in text for text in short)


def test_a_missed_dose_that_nothing_tells_of_brings_no_rise(starter_library: Library) -> None:
    short = told(starter_library, "missed 2 days of clozapine")
    assert any("clozapine is started again after doses of several days" in text for text in short)
    assert not any("raised by" in text for text in short)
