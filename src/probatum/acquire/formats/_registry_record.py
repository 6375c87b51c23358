"""A registered trial written out as a `Record`: what was registered, then what was reported.

The `code` of a section says what it holds, so that a later step reads fields and not prose:

    title:official          the official title
    summary                 brief summary (the record's abstract)
    description             detailed description
    conditions              conditions, one a line
    status                  overall status, why stopped, dates; `Name: value`, one a line
    design                  study type, phase, allocation, model, masking and who is masked, purpose, enrollment with
                            `(actual)` or `(estimated)`; `Name: value`, one a line
    arms                    table: arm, type, interventions, description
    interventions           table: intervention, type, description, arms, other names
    registered:primary      table: measure, description, time frame, as registered (also :secondary, :other); no result
    people                  sex, ages, healthy volunteers, sampling; `Name: value`, one a line
    eligibility             eligibility criteria
    flow                    table for each period: step (STARTED, COMPLETED, `Not completed: REASON`), figure, groups
    flow:notes              recruitment and pre-assignment details
    baseline                table: measure, class, category, figure, groups
    outcome:primary         table for each outcome measure reported (also :secondary, :other, :post-hoc). Rows of one
                            cell say title, type, time frame, population, parameter, dispersion, unit; then come class,
                            category, figure, groups, with the numbers analyzed before the measurements
    analysis                table for each analysis, section `outcome.N.analysis.M`: name and value, one fact a row
                            (groups, type of test, margin, p value, method, parameter, value, level, sides, limits)
    events:serious          table: term, organ system, vocabulary, assessment, notes, and for each group three columns:
                            affected, at risk, events (also :other, and :deaths for all-cause mortality)
    events:notes            time frame, frequency threshold, description
    limitations             limitations and caveats
    sponsor                 sponsor and collaborators
    ids                     other numbers of the trial
    countries               countries
    references              publications that the entry names

The date is that of the last update posted, since that is when the entry came to say what it says; else that of the
results, of the first posting, or of the last update submitted. A trial that was stopped is a current entry, and says
why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from probatum.acquire.formats import _identity, _terms
from probatum.acquire.formats._base import RECORD_BYTES
from probatum.acquire.formats._registry import Outcome, Reference, Trial
from probatum.acquire.formats._registry_results import sections as result_sections
from probatum.acquire.formats._registry_results import size
from probatum.acquire.formats._registry_table import Table, TooLargeError
from probatum.acquire.formats._registry_words import iso
from probatum.acquire.formats._text import squeeze
from probatum.model import Identifier, Link, LinkKind, Record, RecordKind, SectionKind, SectionRole, SourceSection
from probatum.text.expressions import expression

MOST_CELLS: Final = 1_000_000
"""Most table cells in one record; the largest real ones have some ten thousand."""

REGISTRY: Final = "ClinicalTrials.gov"

_FORMS: Final = (
    ("eudract", expression(r"(?:EudraCT\s*+(?:number|no\.?)?\s*+:?\s*+)?((?:19|20)\d\d-\d{6}-\d\d)\Z", re.IGNORECASE)),
    ("isrctn", expression(r"(ISRCTN\s?\d{8})\Z", re.IGNORECASE)),
    ("ctis", expression(r"(20\d\d-5\d{5}-\d\d-\d\d)\Z")),
    ("drks", expression(r"(DRKS\d{8})\Z", re.IGNORECASE)),
    ("actrn", expression(r"(ACTRN\d{14})\Z", re.IGNORECASE)),
    ("chictr", expression(r"(ChiCTR(?:-[A-Za-z]+-)?\d{8,10})\Z")),
    ("jrct", expression(r"(jRCT[a-z]?\d{9,10})\Z")),
    ("ctri", expression(r"(CTRI/\d{4}/\d{2,3}/\d{6})\Z")),
)
"""Numbers of other registries that their form makes certain."""
_REPORTS: Final = frozenset({"result", "derived"})


def record(trial: Trial, name: str, origin: str) -> Record:
    """The record of a trial; `name` is that of the format it was read with.

    Raises TooLargeError where its tables would have more than MOST_CELLS cells or its text more than RECORD_BYTES
    characters.
    """
    if size(trial.results) > MOST_CELLS:
        raise TooLargeError
    date = iso(trial.updated)
    title = squeeze(trial.title or trial.official_title)
    identifiers = _identity.gather(_identifiers(trial))
    return Record.build(
        id=str(identifiers[0]),
        identifiers=identifiers,
        kind=RecordKind.REGISTRY_ENTRY,
        title=title,
        sections=tuple(_bounded(_sections(trial, title))),
        authors=(squeeze(trial.sponsor),) if trial.sponsor else (),
        journal=REGISTRY,
        year=_terms.year_in(date),
        date=date,
        mesh=_once(trial.mesh),
        keywords=_once((*trial.conditions, *trial.keywords)),
        links=tuple(_links(trial.references)),
        format=name,
        origin=origin,
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in map(squeeze, words) if word))


def _bounded(sections: Iterable[SourceSection]) -> Iterator[SourceSection]:
    taken = 0
    for section in sections:
        taken += len(section.text) + len(section.heading)
        if taken > RECORD_BYTES:
            raise TooLargeError
        yield section


def _identifiers(trial: Trial) -> Iterator[Identifier | None]:
    yield _identity.nct(trial.nct)
    for alias in trial.aliases:
        yield _identity.nct(alias)
    for number in (trial.organization_id, *(other.id for other in trial.other_ids)):
        for namespace, form in _FORMS:
            found = form.match(number.strip())
            if found:
                yield _identity.other(namespace, found[1])


def _links(references: Iterable[Reference]) -> Iterator[Link]:
    """Papers that report the trial. Background is not about it."""
    for reference in references:
        if reference.type in _REPORTS and reference.pmid:
            identifier = _identity.pmid(reference.pmid)
            if identifier:
                yield Link(LinkKind.PUBLICATION, identifier, reference.type)


def _sections(trial: Trial, title: str) -> Iterator[SourceSection]:
    yield from _prose("title", SectionKind.TITLE, title)
    official = squeeze(trial.official_title)
    if official != title:
        yield from _prose("title.official", SectionKind.TITLE, official, "Official title", "title:official")
    yield from _prose(
        "abstract", SectionKind.ABSTRACT, trial.summary, "Brief summary", "summary", SectionRole.OBJECTIVE
    )
    yield from _prose(
        "description", SectionKind.BODY, trial.description, "Detailed description", "description", SectionRole.METHODS
    )
    yield from _prose("conditions", SectionKind.BODY, "\n".join(_once(trial.conditions)), "Conditions", "conditions")
    yield from _prose("status", SectionKind.BODY, _pairs(trial.status), "Status", "status")
    yield from _prose("design", SectionKind.BODY, _pairs(trial.design), "Design", "design", SectionRole.METHODS)
    yield from _given(trial)
    for name, outcomes in (("primary", trial.primary), ("secondary", trial.secondary), ("other", trial.other)):
        yield from _registered(name, outcomes)
    yield from _prose("people", SectionKind.BODY, _pairs(trial.people), "Who can take part", "people")
    yield from _prose("eligibility", SectionKind.BODY, trial.criteria, "Eligibility criteria", "eligibility")
    yield from result_sections(trial.results)
    yield from _around(trial)


def _prose(
    name: str, kind: SectionKind, text: str, heading: str = "", code: str = "", role: SectionRole = SectionRole.NONE
) -> Iterator[SourceSection]:
    if text.strip():
        yield SourceSection(name, kind, text, heading, role, code)


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"{label}: {value}" for label, value in pairs if value)


def _tabled(name: str, heading: str, code: str, labels: Sequence[str], rows: Sequence[Sequence[str]]) -> SourceSection:
    table = Table()
    table.add(labels, headers=len(labels))
    for row in rows:
        table.add(row, headers=1)
    cells = tuple(table.cells)
    return SourceSection(name, SectionKind.TABLE, table.text, heading, SectionRole.METHODS, code, cells=cells)


def _given(trial: Trial) -> Iterator[SourceSection]:
    """Arms with what they were given, and interventions with the arms that were given them."""
    if trial.arms:
        arms = [(one.label, one.type, "; ".join(one.interventions), one.description) for one in trial.arms]
        labels = ("Arm", "Type", "Interventions", "Description")
        yield _tabled("arms", "Arms", "arms", labels, arms)
    if trial.interventions:
        given = [
            (one.name, one.type, one.description, "; ".join(one.arms), "; ".join(one.other_names))
            for one in trial.interventions
        ]
        columns = ("Intervention", "Type", "Description", "Arms", "Other names")
        yield _tabled("interventions", "Interventions", "interventions", columns, given)


def _registered(name: str, outcomes: Sequence[Outcome]) -> Iterator[SourceSection]:
    if outcomes:
        rows = [(one.measure, one.description, one.time_frame) for one in outcomes]
        heading = f"{name.capitalize()} outcomes as registered"
        labels = ("Measure", "Description", "Time frame")
        yield _tabled(f"registered.{name}", heading, f"registered:{name}", labels, rows)


def _around(trial: Trial) -> Iterator[SourceSection]:
    """What goes with the entry and is no evidence."""
    sponsor = [("Sponsor", f"{trial.sponsor} ({trial.sponsor_class})" if trial.sponsor_class else trial.sponsor)]
    sponsor += [("Collaborator", name) for name in trial.collaborators]
    yield from _prose("sponsor", SectionKind.OTHER, _pairs(sponsor), "Sponsor and collaborators", "sponsor")
    numbers = [("Organization's number", trial.organization_id), ("Acronym", trial.acronym)]
    numbers += [
        (one.type or "Other number", " ".join((one.id, f"({one.domain})" * bool(one.domain))).strip())
        for one in trial.other_ids
        if one.id
    ]
    yield from _prose("ids", SectionKind.OTHER, _pairs(numbers), "Other numbers", "ids")
    yield from _prose("countries", SectionKind.OTHER, "\n".join(_once(trial.countries)), "Countries", "countries")
    cited = [f"{one.type}: {squeeze(one.citation)}" if one.type else squeeze(one.citation) for one in trial.references]
    cited = [f"{line} PMID {one.pmid}" if one.pmid else line for line, one in zip(cited, trial.references, strict=True)]
    yield from _prose("references", SectionKind.REFERENCES, "\n".join(cited), "References", "references")
