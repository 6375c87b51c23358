"""Publication bias: results that exist and were not published would change the picture.

Guyatt et al. 2011, GRADE guidelines 5, doi:10.1016/j.jclinepi.2011.01.011. Egger's test says something from ten studies
on (Sterne et al. 2011, doi:10.1136/bmj.d4002).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from probatum.appraise.certainty.beside import Beside, Pooling
from probatum.appraise.certainty.body import Body, in_words
from probatum.appraise.reading import sentences
from probatum.model import CertaintyStep, Domain, LinkKind, Record, RecordKind, Span, Study
from probatum.text.expressions import expression

ENOUGH_STUDIES = 10
ASYMMETRY = 0.1
"""p of Egger's test below which a funnel is asymmetrical (Egger et al. 1997, doi:10.1136/bmj.315.7109.629)."""
SMALL = 100
"""Fewer people than this make a small trial."""
LATE = 2
"""Years after its end in which a trial should have been published."""
A_QUARTER = 0.25
"""Unpublished people, as a share of those published, that could change the picture."""
SMALL_STUDIES = expression(
    r"\b(?:funnel plot[^.;]{0,40}(?:asymmetr\w+|suggest\w+)|publication bias (?:was|is|seems|appears) (?:likely"
    r"|suspected|detected|evident|present|possible|strongly)"
    r"|(?:evidence|indication|risk|suspicion) of publication bias|small-study effects? (?:was|were) (?:found"
    r"|detected|present))",
    re.IGNORECASE,
)
DENIED = expression(r"\b(?:no|without|not|little|absence of)\b[^.;]{0,30}$", re.IGNORECASE)
INDUSTRY = expression(
    r"\b(?:Inc|Ltd|LLC|GmbH|AG|Corp(?:oration)?|Pharma\w*|Laboratories|Therapeutics|Biotech\w*|Biosciences?|manufacturers?"
    r"|industry|company)\b"
)


def publication_bias(body: Body, beside: Beside) -> list[CertaintyStep]:
    """One step down at most, for the surest of the reasons."""
    for made in (_suspected(body), _asymmetric(body, beside.pooled), _missing(body, beside), _small_and_paid(body)):
        if made is not None:
            return [CertaintyStep(Domain.PUBLICATION_BIAS, -1, *made)]
    return []


Made = tuple[str, tuple[Span, ...]]


def _suspected(body: Body) -> Made | None:
    """A source itself suspects it."""
    for finding in body.findings:
        for sentence in sentences(finding.sentence.source):
            match = SMALL_STUDIES.search(sentence.text)
            if match and not DENIED.search(sentence.text[: match.start()]):
                return "The source suspects that unfavourable studies were not published.", (sentence.span(),)
    return None


def _asymmetric(body: Body, pooled: Pooling | None) -> Made | None:
    """At least ten studies, and small ones show more than large ones."""
    if pooled is None or pooled.egger_p is None or len(pooled.studies) < ENOUGH_STUDIES:
        return None
    if pooled.egger_p >= ASYMMETRY:
        return None
    said = f"Small studies show other effects than large ones (Egger's test, {len(pooled.studies)} studies"
    return f"{said}, p = {pooled.egger_p:.2g}).", body.spans()


def _missing(body: Body, beside: Beside) -> Made | None:
    """Trials that ended long ago, have no report in the library, and would add many people."""
    held = [(entry, enrolled(entry)) for entry in beside.unpublished]
    lacking = sum(people for _, people in held)
    if not held or not body.people or lacking < A_QUARTER * body.people:
        return None
    one = len(held) == 1
    trials = "One registered trial" if one else f"{in_words(len(held)).capitalize()} registered trials"
    spans = tuple(Span(entry, entry.sections[0].id, 0, len(entry.sections[0].text)) for entry, _ in held[:4])
    named = "it" if one else "them"
    return f"{trials} with {lacking} people ended long ago, and no report that names {named} was found.", spans


def _small_and_paid(body: Body) -> Made | None:
    """Nothing but small trials, all of them paid for by industry."""
    studies = body.studies
    if len(studies) < 2 or not all(_small(s) and _paid(s) for s in studies):
        return None
    return "All trials are small and paid for by industry.", tuple(s.funding.span for s in studies if s.funding)[:4]


def _small(study: Study) -> bool:
    return study.n is not None and study.n < SMALL


def _paid(study: Study) -> bool:
    return study.funding is not None and bool(INDUSTRY.search(study.funding.value))


# --- registered trials without a report

COMPLETED = expression(r"^Overall status: (?:Completed|Terminated)$", re.MULTILINE)
ENDED = expression(r"^(?:Primary completion|Completion) date: (?P<d>\d{4})(?:-\d\d){0,2}", re.MULTILINE)
POSTED = expression(r"^Has results: Yes$", re.MULTILINE)
ENROLLED = expression(r"^Enrollment: (?P<n>\d{1,7}) \(actual\)$", re.MULTILINE)


def enrolled(entry: Record) -> int:
    """People who entered a registered trial; 0 where the entry does not say how many did."""
    match = next((m for s in entry.sections if (m := ENROLLED.search(s.text))), None)
    return int(match["n"]) if match else 0


def unpublished(entries: Iterable[Record], reports: Iterable[Record], as_of: str) -> tuple[Record, ...]:
    """Registry entries of trials that ended at least two years before `as_of` (ISO date) without a report or results.

    A report is a link of the entry to a publication, results in the registry itself, or a record among `reports` that
    names the registration number anywhere in its text or links.
    """
    year = datetime.date.fromisoformat(as_of).year
    told = tuple(reports)
    return tuple(
        entry
        for entry in entries
        if entry.kind is RecordKind.REGISTRY_ENTRY and _ended(entry, year) and not _reported(entry, told)
    )


def _ended(entry: Record, year: int) -> bool:
    status = "\n".join(s.text for s in entry.sections if s.id == "status")
    ended = ENDED.search(status)
    return bool(COMPLETED.search(status) and not POSTED.search(status) and ended and int(ended["d"]) + LATE < year)


def _reported(entry: Record, reports: tuple[Record, ...]) -> bool:
    if any(link.kind is LinkKind.PUBLICATION for link in entry.links):
        return True
    numbers = {i.value for i in entry.identifiers}
    return any(_names(report, numbers) for report in reports if report.id != entry.id)


def _names(report: Record, numbers: set[str]) -> bool:
    linked = {link.identifier.value for link in report.links if link.identifier}
    return bool(linked & numbers) or any(number in s.text for s in report.sections for number in numbers)
