"""A reference list is known by its entries, whatever its heading is called and however its numbers are written."""

from __future__ import annotations

import pytest

from probatum.assess.audit import document

BODY = "# Two creams\n\nA cream helped (1). Another did not (2).\n\n## {heading}\n\n{first}\n\n{second}\n"
FIRST = "Alder B, Birch C. A cream for dry skin. J Skin. 2011;3:12-19. PMID 11111111."
SECOND = "Cedar D. Another cream. Derm Lett 2014;9(2):44-49. doi 10.1234/derm/2014(09)07"


@pytest.mark.parametrize(
    ("heading", "marks"),
    [
        ("Where this information comes from", ("(1)", "(2)")),
        ("Papers", ("\u00b9", "\u00b2")),
        ("What we read", ("Ref. 1:", "Ref. 2:")),
        ("Evidence", ("1.", "2.")),
        ("References", ("[1]", "[2]")),
    ],
)
def test_entries_are_read(heading: str, marks: tuple[str, str]) -> None:
    first, second = f"{marks[0]} {FIRST}", f"{marks[1]} {SECOND}"
    read = document.read(BODY.format(heading=heading, first=first, second=second))
    assert [(e.number, e.text[:5]) for e in read.entries] == [(1, "Alder"), (2, "Cedar")]
    assert len(read.pieces) == 1


def test_numbered_advice_is_no_reference_list() -> None:
    read = document.read("# Plan\n\n## What to do\n\n1. Start in 2024 with the cream.\n2. Stop it after 2 weeks.\n")
    assert read.entries == ()
    assert len(read.pieces) == 2
