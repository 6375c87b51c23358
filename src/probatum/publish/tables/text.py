"""`text`: the summary of findings and the evidence table for a terminal or a plain file, as lists that wrap."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from probatum.apply import Context
from probatum.apply.evidence.outcomes import Told
from probatum.model import Appraisal
from probatum.publish.page import visible
from probatum.publish.tables.rows import address
from probatum.publish.tables.summary import SummaryRow, label, marks, result_words, summary

WIDTH = 100


def render(context: Context) -> str:
    """Question, summary, evidence, search."""
    return "\n".join(_lines(context)) + "\n"


def _lines(context: Context) -> Iterator[str]:
    yield from wrap(f"Evidence: {context.question.read or context.question.typed}")
    yield from wrap(context.searched + ".")
    yield from ("", "SUMMARY OF FINDINGS", "")
    found = summary(context)
    if not found:
        yield from (*wrap("No finding of a study that answers the question could be read."), "")
    for row in found:
        yield from _outcome(row)
    yield from ("EVIDENCE TABLE", "")
    with_findings = [a for a in context.appraisals if a.findings]
    for appraisal in with_findings:
        yield from _study(appraisal)
    if not with_findings:
        yield from wrap("No findings.")
    yield from wrap("Read by rules and small models from the sources' own words: a person must check what is used.")


def _outcome(row: SummaryRow) -> Iterator[str]:
    certainty = f"certainty {row.certainty}" if row.certainty else "not graded"
    people = f"{row.people:,} people" if row.people is not None else "people not reported"
    studies = "1 study" if row.studies == 1 else f"{row.studies} studies"
    yield from wrap(f"{row.outcome}: {certainty} ({studies}, {people}; {', '.join(row.designs)})")
    yield from wrap(row.statement, "  ")
    if row.plain != row.statement:
        yield from wrap(f"In plain words: {row.plain}", "  ")
    if row.pooled:
        yield from wrap(row.pooled, "  = ", "    ")
    for result in row.results:
        yield from wrap(result, "  - ", "    ")
    for reason in row.reasons:
        yield from wrap(f"{reason.domain} ({reason.change:+d}): {reason.reason}", "  * ", "    ")
    yield ""


def _study(appraisal: Appraisal) -> Iterator[str]:
    study = appraisal.study
    size = f"n = {study.n:,}" if study.n is not None else "n not reported"
    note = f"; {appraisal.directness.note}" if appraisal.directness.note else ""
    yield from wrap(f"{label(appraisal.record)} ({appraisal.record.id}): {study.design.value}, {size}{note}")
    for finding in appraisal.findings:
        told = result_words(Told(appraisal, finding)).split(": ", 1)[1]
        said = marks(finding)
        name = (finding.outcome or "outcome not named") + (f" [{said}]" if said else "")
        yield from wrap(f"{name}: {told}", "  - ", "    ")
        for problem in finding.problems:
            yield from wrap(f"does not hold: {problem}", "    ! ", "      ")
        yield from wrap(address(finding.sentence), "    @ ", "      ")
    yield ""


def wrap(words: str, first: str = "", then: str | None = None) -> list[str]:
    """Words in lines of WIDTH characters: the first begins with `first`, the others with `then`, else as the first."""
    indent = first if then is None else then
    flat = " ".join(visible(words).split())
    return textwrap.wrap(flat, WIDTH, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False) or [first]
