"""What marks a citation asserts nothing; a text on several matters is about each of them."""

from __future__ import annotations

import pytest
from audit_cases import Shelf, other, trial

from probatum.assess.audit import audit, document, parting
from probatum.model import Engine, Fault


def plain(text: str) -> list[str]:
    return [s.plain for s in parting.parted(document.read(f"# Cramps\n\n{text}\n"))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Cramps were fewer (PMID 9000001).", "Cramps were fewer ."),
        ("Cramps were fewer (PMID: 9000001; PMC9000001).", "Cramps were fewer ."),
        ("Cramps were fewer [pmid:9000001].", "Cramps were fewer ."),
        ("Cramps were fewer (doi:10.5555/made-up).", "Cramps were fewer ."),
        ("Registered (ClinicalTrials.gov identifier: NCT01234567) early.", "Registered early."),
        ("Cramps fell (p = 0.03; PMID: 9000001).", "Cramps fell (p = 0.03; )."),
        # what is no citation stays
        ("Cramps a week, mean (SD), were 2 (1).", "Cramps a week, mean (SD), were 2 (1)."),
        ("The no 5 and the doi are words () here.", "The no 5 and the doi are words () here."),
    ],
)
def test_the_kind_of_an_identifier_is_read_with_it(text: str, read: str) -> None:
    assert plain(text) == [read]


def test_offsets_stay_where_they_were() -> None:
    told = document.read("# Cramps\n\nCramps were fewer (PMID: 9000001). Sleep did not differ (PMID 9000001).\n")
    assert [told.text[s.start : s.end] for s in parting.parted(told)] == [
        "Cramps were fewer (PMID: 9000001).",
        "Sleep did not differ (PMID 9000001).",
    ]


CLEARED = "Skin clearance was reached by 61% on brelomab and 8% on placebo (PMID 9000002)."


@pytest.mark.parametrize(
    ("title", "heading", "gap"),
    [
        ("Zerafine for night cramps", "Evidence", True),
        ("Zerafine for night cramps", "Brelomab", True),
        ("Night cramps and psoriasis: two questions of a clinic", "Psoriasis", False),
        ("Night cramps and sleep", "Evidence", True),
    ],
)
def test_a_heading_that_is_a_matter_of_the_title_is_what_its_sentences_are_about(
    title: str, heading: str, gap: bool
) -> None:
    made = audit(f"# {title}\n\n## {heading}\n\n{CLEARED}\n", Shelf(trial(), other()), Engine("0", "0")).sentences[-1]
    assert (made.category is Fault.APPLICABILITY) is gap
