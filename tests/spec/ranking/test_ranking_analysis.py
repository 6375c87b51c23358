"""The terms of a text: what counts as the same word, what as a related one, and what stays apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.acquire.ranking.analysis import LONGEST, parts, terms
from probatum.acquire.ranking.roots import root

Bounded = Callable[[Callable[[str], object], str, float], None]

TERMS = [
    # text, its terms: a word's stem first, then its root where that is another
    ("The patients had cramps", ["patient", "cramp"]),
    ("metastases", ["metastasis", "metast"]),
    ("metastatic", ["metastatic", "metast"]),
    ("oedema of the haemoglobin", ["edema", "hemoglobin"]),
    ("Crohn's disease", ["crohn", "disease", "diseas"]),
    ("Sjögren", ["sjogren"]),
    ("IL-2", ["il2", "il", "2"]),
    ("IL2", ["il2"]),
    ("IL\u20112", ["il2", "il", "2"]),
    ("COVID-19", ["covid19", "covid", "19"]),
    ("COVID19", ["covid19", "covid"]),
    ("TNF-α", ["tnfalpha", "tnf", "alpha"]),
    ("TNFα", ["tnfalpha", "tnf", "alpha"]),
    ("β2-agonist", ["beta2agonist", "beta2", "beta", "agonist"]),
    ("anti-TNF", ["antitnf", "anti", "tnf"]),
    ("5 μg", ["5", "ug"]),
    ("10mg", ["10", "mg"]),
    ("10 mg", ["10", "mg"]),
    ("1,000 and 0.05", ["1000", "0.05"]),
    ("type II and type 2", ["type", "2", "ii", "type", "2"]),
    ("phase I", ["phase", "1"]),
    ("vitamin A. A study", ["vitamin", "a", "study"]),
    ("hepatitis A", ["hepatitis", "hepat", "a"]),
    ("WHO", ["who"]),
    ("who", []),
    ("KRAS", ["kras", "kra"]),
    ("TP53", ["tp53"]),
    ("p53", ["p53"]),
    ("the of and", []),
    ("", []),
    ("\u00ad\u200b", []),
]


@pytest.mark.parametrize(("text", "found"), TERMS)
def test_terms_of_a_text(text: str, found: list[str]) -> None:
    assert terms(text) == found


ALIKE = [
    ("peri-sinusoidal", "perisinusoidal"),
    ("follow-up", "followup"),
    ("IL-2", "IL2"),
    ("TNF-α", "TNFalpha"),
    ("tumour", "tumors"),
    ("stage IV", "stage 4"),
    ("diagnostic", "diagnosis"),
    ("inhibitor", "inhibition"),
    ("obese", "obesity"),
    ("vaccinated", "vaccine"),
    ("ischaemia", "ischemic"),
    ("pregnant", "pregnancy"),
    ("KRAS", "kras"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_is_written_or_derived_otherwise_shares_a_term(one: str, other: str) -> None:
    assert set(terms(one)) & set(terms(other))


APART = [
    ("organ", "organization"),
    ("organ", "organism"),
    ("universal", "university"),
    ("policy", "police"),
    ("experiment", "experience"),
    ("general", "generation"),
    ("severe", "several"),
    ("positive", "position"),
    ("active", "action"),
    ("IL2", "IL6"),
    ("hepatitis B", "vitamin D"),
    ("hypertension", "hypotension"),
    ("WHO", "who"),
    ("glucose", "glucosamine"),
    ("morphine", "morphology"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_distinct_words_share_no_term(one: str, other: str) -> None:
    assert not set(terms(one)) & set(terms(other))


PARTS = [
    ("anti-TNF therapy", False, [("anti",), ("tnf",), ("therapy", "therap")]),
    ("anti-TNF therapy", True, [("antitnf",), ("therapy", "therap")]),
    ("Crohn's disease", True, [("crohn",), ("disease", "diseas")]),
    ("type II", False, [("type",), ("2", "ii")]),
]


@pytest.mark.parametrize(("text", "whole", "found"), PARTS)
def test_a_compound_in_its_parts_or_as_a_whole(text: str, whole: bool, found: list[tuple[str, ...]]) -> None:
    assert parts(text, whole) == found


@given(st.text())
def test_a_term_holds_no_blank_and_is_never_cut(text: str) -> None:
    found = terms(text)
    assert all(term and len(term.split()) == 1 for term in found)
    assert all(term == term.lower() or not term.isascii() for term in found)


@given(st.text(max_size=60))
def test_terms_are_found_whatever_stands_around(text: str) -> None:
    assert terms(f"zebra, {text}")[0] == "zebra"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=LONGEST))
def test_a_root_begins_the_word_and_is_not_short(word: str) -> None:
    made = root(word)
    assert made == word or (word[:4] == made[:4] and len(made) >= 5)


HUGE = ["1." * 200_000, "a-" * 200_000, "x" * 400_000, "αβ" * 200_000, "IV " * 100_000, "1,1" * 100_000 + "a"]


@pytest.mark.parametrize("text", HUGE, ids=["points", "hyphens", "letters", "Greek", "numerals", "commas"])
def test_a_hostile_text_is_read_in_bounded_time(bounded: Bounded, text: str) -> None:
    assert len(terms(f"zebra {text}")) <= len(text)
    bounded(terms, text, 10)
