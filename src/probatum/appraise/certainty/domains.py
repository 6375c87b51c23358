"""The GRADE domains, one function each: a body of evidence in, steps with reasons out.

Every reason is one sentence with its figures, ready to be printed. Thresholds that GRADE gives as rules of thumb are
constants here, with their source.
"""

from __future__ import annotations

import re

from probatum.appraise.certainty.body import Body, differs, in_words, majority
from probatum.appraise.certainty.precision import RATIOS, crosses
from probatum.appraise.reading import sentences
from probatum.model import (
    CertaintyStep,
    Design,
    Direction,
    Domain,
    Finding,
    Fit,
    Level,
    Question,
    SectionKind,
    Study,
)

LARGE = (0.5, 2.0)
"""Relative effects that are large (Guyatt et al. 2011, GRADE 9, doi:10.1016/j.jclinepi.2011.06.004)."""
HETEROGENEITY = 50
"""I-squared in percent that may be substantial (Cochrane Handbook, chapter 10.10.2)."""
I_SQUARED = re.compile(
    r"\bI(?:2|²|\(2\)|-squared| squared| 2)\s*(?:=|of|was|:)\s*(?P<v>\d{1,3}(?:\.\d+)?) ?%", re.IGNORECASE
)
SMALL_STUDIES = re.compile(
    r"\b(?:funnel plot[^.;]{0,40}(?:asymmetr\w+|suggest\w+)|publication bias (?:was|is|seems|appears) (?:likely"
    r"|suspected|detected|evident|present|possible|strongly)"
    r"|(?:evidence|indication|risk|suspicion) of publication bias|small-study effects? (?:was|were) (?:found"
    r"|detected|present))",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:no|without|not|little|absence of)\b[^.;]{0,30}$", re.IGNORECASE)


def initial(body: Body) -> tuple[Level, CertaintyStep]:
    """High for randomised trials and their syntheses, low for observation."""
    count = len(body.studies)
    number = in_words(count).capitalize()
    spans = tuple(s.design_span for s in body.studies if s.design_span)[:4]
    if body.rank == "synthesis":
        study = body.studies[0]
        if not _of_trials(study):
            return Level.LOW, CertaintyStep(
                Domain.START, 0, "A review of studies that were not all randomised starts at low.", spans
            )
        size = f" ({study.n_studies} studies)" if study.n_studies else ""
        reason = f"A systematic review of randomised trials{size} starts at high."
        return Level.HIGH, CertaintyStep(Domain.START, 0, reason, spans)
    if body.rank == "trials":
        said = "One randomised trial starts" if count == 1 else f"{number} randomised trials start"
        return Level.HIGH, CertaintyStep(Domain.START, 0, f"{said} at high.", spans)
    names = sorted({str(s.design.value) for s in body.studies})
    said = f"One study ({names[0]}) starts" if count == 1 else f"{number} studies without random allocation start"
    return Level.LOW, CertaintyStep(Domain.START, 0, f"{said} at low.", spans)


def _of_trials(study: Study) -> bool:
    """True when a review says that its studies were randomised."""
    record = study.design_span.source if study.design_span else None
    if record is None:
        return True
    text = " ".join(
        s.text for s in record.sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.BODY)
    )[:20_000]
    trials = len(re.findall(r"\brandomi[sz]ed\b|\bRCTs?\b|\bcontrolled trials?\b", text, re.IGNORECASE))
    observed = len(
        re.findall(r"\bobservational\b|\bcohort\b|\bcase-control\b|\bnon-?randomi[sz]ed\b", text, re.IGNORECASE)
    )
    return trials > observed


# --- inconsistency


def inconsistency(body: Body) -> list[CertaintyStep]:
    """Down when studies disagree in direction or significance, or a pooled result is heterogeneous."""
    if body.rank == "synthesis":
        return _heterogeneity(body)
    verdicts = {s.record: _verdict(body.of(s.record)) for s in body.studies}
    lower = [r for r, v in verdicts.items() if v == (Direction.LOWER, True)]
    higher = [r for r, v in verdicts.items() if v == (Direction.HIGHER, True)]
    if lower and higher:
        reason = (
            f"Studies contradict each other: {in_words(len(lower))} found less and {in_words(len(higher))} found more."
        )
        return [CertaintyStep(Domain.INCONSISTENCY, -2, reason, body.spans(*lower, *higher))]
    shown = lower or higher
    way = Direction.LOWER if lower else Direction.HIGHER
    against = [r for r, (d, sure) in verdicts.items() if sure is False and d is not way]
    if shown and against:
        found, not_found = in_words(len(shown)).capitalize(), in_words(len(against))
        reason = f"{found} of the {in_words(len(verdicts))} studies found an effect and {not_found} did not."
        return [CertaintyStep(Domain.INCONSISTENCY, -1, reason, body.spans(*shown, *against))]
    return []


def _verdict(findings: tuple[Finding, ...]) -> tuple[Direction, bool | None]:
    """What a study says as a whole: its significant findings before the others."""
    sure = [f for f in findings if f.significant]
    if sure:
        return sure[0].direction, True
    tested = [f for f in findings if f.significant is False]
    if tested:
        return tested[0].direction, False
    return (findings[0].direction, None) if findings else (Direction.UNCLEAR, None)


def _heterogeneity(body: Body) -> list[CertaintyStep]:
    for finding in body.findings:
        match = I_SQUARED.search(finding.sentence.quote)
        if match and float(match["v"]) >= HETEROGENEITY:
            reason = f"The pooled studies differ more than chance explains (I2 = {match['v']} %)."
            return [CertaintyStep(Domain.INCONSISTENCY, -1, reason, (finding.sentence.inner(*match.span()),))]
    return []


# --- indirectness


def indirectness(body: Body, question: Question) -> list[CertaintyStep]:
    """Down when population, intervention or outcome differ from the question's; twice for two or for animals."""
    differing = [row for row in body.rows if differs(row)]
    studies = list({row[0].record: row[0] for row in differing}.values())
    if not differing or not majority(body, studies):
        return []
    _, _, directness = differing[0]
    spans = tuple(s for part in (directness.population, directness.outcome) for s in part.spans)[:4]
    if any(s.design in (Design.ANIMAL, Design.IN_VITRO) for s in studies):
        return [CertaintyStep(Domain.INDIRECTNESS, -2, "It was not studied in people.", spans)]
    parts = sum(part.fit in (Fit.OTHER, Fit.RELATED) for part in (directness.population, directness.outcome))
    note = directness.note or "the intervention differs from the one asked about"
    return [CertaintyStep(Domain.INDIRECTNESS, -2 if parts > 1 else -1, f"The evidence is indirect: {note}.", spans)]


# --- publication bias and large effects


def publication_bias(body: Body) -> list[CertaintyStep]:
    """Down only when a source itself suspects it."""
    for finding in body.findings:
        for sentence in sentences(finding.sentence.source):
            match = SMALL_STUDIES.search(sentence.text)
            if match and not DENIED.search(sentence.text[: match.start()]):
                reason = "The source suspects that unfavourable studies were not published."
                return [CertaintyStep(Domain.PUBLICATION_BIAS, -1, reason, (sentence.span(),))]
    return []


def large_effect(body: Body) -> list[CertaintyStep]:
    """Up one for an observational relative effect of 2 or more (0.5 or less) whose interval excludes no effect."""
    for finding in body.findings:
        if finding.measure not in RATIOS or finding.estimate is None or finding.interval is None:
            continue
        value = finding.estimate.value
        if (value <= LARGE[0] or value >= LARGE[1]) and not crosses(finding, finding.interval):
            reason = f"The effect is large ({finding.measure.value} {finding.estimate.text})."
            return [CertaintyStep(Domain.LARGE_EFFECT, 1, reason, (finding.estimate.span,))]
    return []
