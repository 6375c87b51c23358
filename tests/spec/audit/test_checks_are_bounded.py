"""Every check of an audit ends: in steps that are counted, never by the clock, and what was not checked is told so."""

from __future__ import annotations

from time import process_time

import pytest

from probatum.assess.audit import audit, steps
from probatum.model import Engine, Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection, Verdict

SECONDS = 60.0
"""Processor time that the text below may take."""


@pytest.mark.parametrize(
    ("most", "inside", "spent", "raises"),
    [(10, 10, 7, False), (10, 10, 11, True), (5, 10, 7, True), (10, 5, 7, True)],
)
def test_bounds_nest(most: int, inside: int, spent: int, raises: bool) -> None:
    def inner(_: None) -> int | None:
        steps.spend(spent)
        return steps.left()

    def outer(_: None) -> int | None:
        steps.within(inside, inner, None)
        return steps.left()

    if raises:
        with pytest.raises(steps.TooLong):
            steps.within(most, outer, None)
    else:
        assert steps.within(most, outer, None) == most - spent
    assert steps.left() is None


class Shelf:
    """Records that are as long as records may be, full of figures that nearly fit."""

    def __init__(self, count: int) -> None:
        self.records = {f"pmid:{n}": _long(n) for n in range(9_000_100, 9_000_100 + count)}

    def get(self, identifier: str) -> Record | None:
        """The record of an identifier."""
        return self.records.get(identifier)

    def search(self, text: str, limit: int) -> list[Record]:
        """All of them."""
        return list(self.records.values())[:limit]


def _long(number: int) -> Record:
    title = f"Zerafine for night cramps in adults: trial {number}"
    text = " ".join(
        f"Cramps with zerafine and placebo in group {k} fell by {k % 97}.{k % 9}% and {k % 89}.{k % 7}% (95% CI "
        f"{k % 9}.1 to {k % 9 + 3}.2) over {k % 50} weeks in {k % 400} of {k % 400 + 50} patients."
        for k in range(2_500)
    )
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("body.1", SectionKind.BODY, text, "Results", SectionRole.RESULTS),
    )
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=sections,
        format="test",
    )


def test_a_text_that_takes_too_long_is_told_as_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "CHECK", 200_000)
    shelf = Shelf(2)
    figures = ", ".join(f"{i}.{i % 9}% of {i + 3} of {i + 460} patients at {i} weeks" for i in range(13, 40))
    listed = "\n".join(f"{n}. {r.title}. PMID: {r.id[5:]}" for n, r in enumerate(shelf.records.values(), 1))
    text = f"# Cramps\n\nCramps fell by {figures} with zerafine [1-2].\n\n## References\n\n{listed}\n"
    begun = process_time()
    made = audit(text, shelf, Engine("0", "0"))
    assert process_time() - begun < SECONDS
    assert made.sentences[0].verdict is not Verdict.SUPPORTED
    assert any("too long to be checked" in c.reason for c in made.sentences[0].checks)
    assert audit(text, shelf, Engine("0", "0")) == made


def test_a_text_whose_steps_are_spent_is_still_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "TEXT", 10)
    shelf = Shelf(1)
    record = next(iter(shelf.records.values()))
    listed = f"1. {record.title}. PMID: {record.id[5:]}"
    text = f"# Cramps\n\nCramps fell by 12.5% [1]. They rose [1].\n\n## References\n\n{listed}\n"
    made = audit(text, shelf, Engine("0", "0"))
    assert [s.verdict for s in made.sentences] == [Verdict.NOT_CHECKED] * 2
