"""Words that the formats of a report share."""

from __future__ import annotations

from typing import Final

from probatum.model import AuditedSentence, Fault, ReferenceState, Report, Severity, Span, Verdict

FAULTS: Final = {
    Fault.NUMBER: "figure differs from the source",
    Fault.DOSE: "dose, unit or frequency differs from the source",
    Fault.DIRECTION: "the effect goes the other way",
    Fault.NEGATION: "a difference that was not found is told as found",
    Fault.SIGNIFICANCE: "significance misstated",
    Fault.ARM: "figures given to the wrong arms",
    Fault.POPULATION: "other people than those studied",
    Fault.OUTCOME: "another outcome than the source's",
    Fault.DENOMINATOR: "set against the wrong total",
    Fault.DOSE_STEP: "dose step empty or contradictory",
    Fault.OVERCLAIM: "more certainty than the source carries",
    Fault.ABSENCE: "absence of evidence told as absence of effect",
    Fault.FABRICATED: "citation does not exist or belongs to another paper",
    Fault.MISATTRIBUTED: "stands in another source than the one cited",
    Fault.CONTRADICTION: "contradicts another sentence",
    Fault.APPLICABILITY: "source about other people or another illness",
}
SEVERITIES: Final = {
    Severity.SEVERE: "severe: could harm",
    Severity.MODERATE: "moderate: could mislead",
    Severity.MINOR: "minor",
    Severity.NONE: "",
}


def label(sentence: AuditedSentence) -> str:
    """The verdict, with the fault in words where it has a category."""
    if sentence.category is None:
        return sentence.verdict.value
    return f"{sentence.verdict.value}: {FAULTS[sentence.category]}"


def card(report: Report) -> tuple[tuple[str, str], ...]:
    """The score card as pairs of name and value."""
    score = report.score
    share = "no sentence asserts anything" if score.share_supported is None else f"{100 * score.share_supported:.0f} %"
    return (
        (
            "Supported by what is cited",
            f"{score.supported} of {score.asserting} sentences that assert something ({share})",
        ),
        ("Contradicted, or other figures or people", str(score.contradicted)),
        ("Not in the source", str(score.not_in_source)),
        ("Partly supported, or source withdrawn", str(score.other_faults)),
        ("Not checked", str(score.not_checked)),
        ("Severe faults", str(score.severe)),
        ("References not found or not what they say", f"{score.unresolved} of {len(report.references)}"),
    )


def place(span: Span) -> str:
    """Where a span stands: record, section, page."""
    heading = span.source_section.heading or span.section
    page = f", p. {span.page}" if span.page else ""
    return f"{span.record}, {heading}{page}"


def quote(span: Span, longest: int = 400) -> str:
    """The span's characters on one line, cut where they are long."""
    flat = " ".join(span.quote.replace("\t", " | ").split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "\u2026"


def headline(report: Report) -> str:
    """The result in one sentence."""
    faults = len(report.faults)
    if not report.sentences:
        return "There was nothing to audit."
    if not faults:
        return "No fault was found. What was not checked is not known to be right."
    return f"{faults} of {len(report.sentences)} sentences have a fault, {report.score.severe} of them severe."


def good(state: ReferenceState) -> bool:
    """True for a reference that was found and stands."""
    return state is ReferenceState.FOUND


def tone(sentence: AuditedSentence) -> str:
    """good, bad or open: how a sentence is coloured."""
    if sentence.verdict is Verdict.SUPPORTED:
        return "good"
    return "open" if sentence.verdict is Verdict.NOT_CHECKED else "bad"
