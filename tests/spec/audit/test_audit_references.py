"""What entries of a reference list turn out to be."""

from __future__ import annotations

import pytest
from audit_cases import OTHER_TITLE, TITLE, Shelf, first, other, report, trial

from probatum.assess.audit.document import Entry
from probatum.assess.audit.resolving import resolve
from probatum.model import Fault, RecordStatus, ReferenceState, Verdict

ENTRIES = [
    (f"Moran P. {TITLE}. Invented J. 2015. PMID: 9000001", "found", "pmid:9000001"),
    (f"Moran P. {TITLE}. Invented J. 2015.", "found", "pmid:9000001"),
    (f"Quist A. {OTHER_TITLE}. 2018. doi:10.5555/9000002", "found", "pmid:9000002"),
    ("Falk R. Five years of zerafine at home. 2019. PMID: 9000002", "identifier of another paper", "pmid:9000002"),
    ("Falk R. Five years of zerafine at home. 2019. PMID: 12345678", "cannot be traced", ""),
    ("Falk R. Five years of zerafine at home. 2019. PMID: 31234567", "not in the library", ""),
    ("Falk R. Five years of zerafine at home. 2019.", "not in the library", ""),
]


@pytest.mark.parametrize(("text", "state", "record"), ENTRIES)
def test_an_entry_is_held_to_the_paper_its_identifier_leads_to(text: str, state: str, record: str) -> None:
    made = resolve([Entry(1, text)], Shelf(trial(), other()))[1].reference
    assert (made.state.value, made.record) == (state, record)


def test_an_entry_that_names_nothing_stands_out_among_entries_that_are_found() -> None:
    states = {r.number: r.state for r in report("It fell [1].").references}
    assert states[4] is ReferenceState.UNTRACEABLE


def test_what_rests_on_a_reference_that_does_not_exist_is_not_in_source() -> None:
    made = first("Zerafine keeps cramps away for five years [3].")
    assert (made.verdict, made.category) == (Verdict.NOT_IN_SOURCE, Fault.FABRICATED)


def test_what_rests_on_a_retracted_source_says_so() -> None:
    made = report("Cramps were fewer with zerafine [1].", records=(trial(RecordStatus.RETRACTED), other()))
    assert made.sentences[0].verdict is Verdict.RETRACTED


def test_a_text_without_a_list_says_so_and_uses_what_it_cites_in_place() -> None:
    made = report("Cramps were fewer with zerafine than with placebo (PMID: 9000001).", references="")
    assert made.sentences[0].verdict is Verdict.SUPPORTED
    assert "no reference list" in made.notes[0]


def test_a_source_that_is_not_held_leaves_the_sentence_unchecked() -> None:
    made = report("Pain fell by half (PMID: 31234567).", references="")
    assert made.sentences[0].verdict is Verdict.NOT_CHECKED
