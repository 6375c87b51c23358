"""A registry entry as a study: every value from the field in which the registry keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise import interests, regimen
from probatum.appraise.arms import CONTROL, per_day
from probatum.appraise.people import ENROLLED_ACTUALLY
from probatum.appraise.seen import cut, tight
from probatum.model import Arm, Cell, Design, Record, Sourced, SourceSection, Span, Study
from probatum.text import doses
from probatum.text.expressions import expression

MOST: Final = 500
"""Characters of a criterion or a list that are taken."""
FIELD: Final = expression(r"^(?P<label>[A-Z][A-Za-z' -]{2,40}): (?P<v>.+)$", re.MULTILINE)
MASKED: Final = (
    ("participants", r"Participant|Subject"),
    ("care providers", r"Care ?Provider|Caregiver"),
    ("investigators", r"Investigator"),
    ("outcome assessors", r"Outcomes? ?Assessor"),
)
"""Whom the registry names as masked -> the names of `blinded`."""
CRITERIA: Final = expression(
    r"inclusion criteria:?\s*(?P<in>.*?)(?=\n\s*(?:key )?exclusion criteria"
    r"|\Z)(?:\s*(?:key )?exclusion criteria:?\s*(?P<out>.*))?",
    re.IGNORECASE | re.DOTALL,
)
NOT_GIVEN: Final = expression(r"^(?:N/?A|Not (?:Applicable|Provided)|None|Unknown)\.?$", re.IGNORECASE)


def read(record: Record) -> Study:
    """What the entry registers: design, masking, arms, who can take part, where, and who pays."""
    masking = _field(record, "design", "Masking")
    enrolled = _enrolled(record)
    inclusion, exclusion = _criteria(record)
    return Study(
        record=record.id,
        design=Design.REGISTRY,
        n=int(enrolled.quote) if enrolled else None,
        n_span=enrolled,
        blinding=masking,
        phase=_field(record, "design", "Phase"),
        allocation=_field(record, "design", "Allocation"),
        arms=tuple(_arms(record)),
        population=_whole(record, "conditions"),
        duration=_field(record, "design", "Target duration"),
        registration=_other_number(record),
        funding=_field(record, "sponsor", "Sponsor"),
        primary_outcome=next(_cells(record, "registered:primary", 0), None),
        blinded=tuple(_blinded(masking)),
        countries=tuple(_lines(record, "countries")),
        age=_ages(record),
        sex=_field(record, "people", "Sex"),
        inclusion=inclusion,
        exclusion=exclusion,
    )


def _other_number(record: Record) -> Sourced | None:
    """A number of another registry. Its own is the identifier; any further NCT number is another trial's."""
    found = interests.registration(record)
    return None if found is None or found.value.upper().startswith("NCT") else found


def _section(record: Record, code: str) -> SourceSection | None:
    return next((section for section in record.sections if section.code == code), None)


def _field(record: Record, code: str, label: str) -> Sourced | None:
    """The value of a field that stands on a line of its own; None when it is said not to apply."""
    section = _section(record, code)
    for match in FIELD.finditer(section.text) if section else ():
        if match["label"] == label and not NOT_GIVEN.match(match["v"]):
            return Sourced(match["v"], Span(record, section.id, *match.span("v")))  # type: ignore[union-attr]
    return None


def _whole(record: Record, code: str) -> Sourced | None:
    section = _section(record, code)
    if section is None:
        return None
    start, end = tight(section.text, 0, len(section.text))
    if end <= start:
        return None
    span = cut(Span(record, section.id, start, end), MOST)
    return Sourced("; ".join(span.quote.splitlines()), span)


def _lines(record: Record, code: str) -> Iterator[Sourced]:
    section = _section(record, code)
    for match in re.finditer(r"[^\n]+", section.text) if section else ():
        yield Sourced(match[0], Span(record, section.id, *match.span()))  # type: ignore[union-attr]


def _enrolled(record: Record) -> Span | None:
    section = _section(record, "design")
    match = ENROLLED_ACTUALLY.search(section.text) if section else None
    return Span(record, section.id, *match.span("n")) if section and match else None


def _blinded(masking: Sourced | None) -> Iterator[Sourced]:
    for name, words in MASKED if masking else ():
        match = re.search(words, masking.value)  # type: ignore[union-attr]
        if match:
            yield Sourced(name, masking.span.inner(*match.span()))  # type: ignore[union-attr]


def _ages(record: Record) -> Sourced | None:
    """Both limits where both are given: they stand on neighbouring lines."""
    least, most = _field(record, "people", "Minimum age"), _field(record, "people", "Maximum age")
    if least and most:
        whole = Span(least.span.source, least.span.section, least.span.start, most.span.end)
        return Sourced(f"{least.value} to {most.value}", whole)
    if least:
        return Sourced(f"{least.value} or older", least.span)
    return Sourced(f"{most.value} or younger", most.span) if most else None


def _criteria(record: Record) -> tuple[Sourced | None, Sourced | None]:
    section = _section(record, "eligibility")
    match = CRITERIA.search(section.text) if section else None
    if section is None or match is None:
        return None, None
    found: list[Sourced | None] = []
    for group in ("in", "out"):
        start, end = tight(section.text, *match.span(group)) if match[group] else (0, 0)
        span = cut(Span(record, section.id, start, end), MOST) if end > start else None
        found.append(Sourced(span.quote, span) if span else None)
    return found[0], found[1]


def _rows(section: SourceSection) -> Iterator[dict[int, Cell]]:
    """The rows of a table below its head, by column."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in section.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    yield from (row for number, row in sorted(rows.items()) if number > 0)


def _cells(record: Record, code: str, column: int) -> Iterator[Sourced]:
    section = _section(record, code)
    for row in _rows(section) if section else ():
        cell = row.get(column)
        if section and cell and cell.end > cell.start:
            yield Sourced(section.text[cell.start : cell.end], Span(record, section.id, cell.start, cell.end))


def _arms(record: Record) -> Iterator[Arm]:
    """The arms with the dose that their label or description gives; a drug as the registry names it."""
    section = _section(record, "arms")
    for row in _rows(section) if section else ():
        texts = {column: section.text[cell.start : cell.end] for column, cell in row.items()}  # type: ignore[union-attr]
        name = texts.get(0, "")
        if section is None or not name:
            continue
        drug = re.match(r"(?:Drug|Biological|Dietary Supplement): ([^;]+)(?:;|$)", texts.get(2, ""))
        alone = drug[1] if drug and ";" not in texts.get(2, "") else ""
        control = "Placebo" in texts.get(1, "") or "No Intervention" in texts.get(1, "") or bool(CONTROL.search(name))
        said = " ".join(texts.get(i, "") for i in (0, 3))
        given = doses.read(said)
        dose = given[0] if given and len({one.key for one in given}) == 1 and not control else None
        yield Arm(
            name=name,
            span=Span(record, section.id, row[0].start, row[max(row)].end),
            drug="" if control else alone,
            dose=dose.text.strip(" ,") if dose else "",
            dose_per_day=per_day(dose),
            control=control,
            salt=regimen.salt(alone),
            route=regimen.route(said, dose),
            frequency=regimen.frequency(dose),
        )
