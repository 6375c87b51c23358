"""Signs of spin: where the authors' claims go beyond their numbers, judged against the study's own level.

The kinds follow Boutron 2010 (doi:10.1001/jama.2010.651). A signal is a sign and no verdict: a person must judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probatum.model import Claim, Direction, Finding, Measure, OutcomeRole, SpinKind, SpinSignal, Study
from probatum.text import words
from probatum.text.expressions import expression

LEVEL = 0.05
"""Two-sided level where the study fixed none."""
APART = (OutcomeRole.SECONDARY, OutcomeRole.SUBGROUP, OutcomeRole.POST_HOC)
ALONE = frozenset({Measure.MEAN, Measure.MEDIAN, Measure.PERCENTAGE, Measure.COUNT, Measure.CHANGE, Measure.P_ONLY})
"""Measures that compare groups only where two arms, an estimate or a p between groups stand beside them."""


def spin(study: Study, findings: Sequence[Finding]) -> tuple[SpinSignal, ...]:
    """The signals of one report, in the order of `SpinKind`; none where claims and numbers agree, or none were read."""
    good = [c for c in study.claims if c.direction == "benefit"]
    return (
        *_significance(study, findings),
        *_primary(good, findings),
        *_secondary(good, findings),
        *_within(study, good, findings),
    )


def _significance(study: Study, findings: Sequence[Finding]) -> Iterator[SpinSignal]:
    level = LEVEL if study.alpha is None else study.alpha
    whose = "two-sided 0.05" if study.alpha is None else f"the study's level of {level:g}"
    for finding in findings:
        if finding.claimed == "significant" and finding.significant is False:
            shown = finding.p.text if finding.p is not None else "the interval"
            spans = (finding.sentence,) if study.alpha_span is None else (finding.sentence, study.alpha_span)
            yield SpinSignal(
                SpinKind.SIGNIFICANCE,
                f"The sentence calls {finding.outcome or 'a result'} significant, but {shown} does not reach {whose}.",
                spans,
            )


def _of_role(findings: Sequence[Finding], *roles: OutcomeRole) -> list[Finding]:
    return [f for f in findings if f.outcome_role in roles and not f.harm]


def _missed(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of the primary outcome, where all that could be judged missed the level; empty otherwise."""
    judged = [f for f in _of_role(findings, OutcomeRole.PRIMARY) if f.significant is not None]
    return judged if judged and not any(f.significant for f in judged) else []


def _primary(good: Sequence[Claim], findings: Sequence[Finding]) -> Iterator[SpinSignal]:
    missed = _missed(findings)
    if missed and good and not _aims_at_equality(missed) and not _names(good[0], missed[0]):
        shown = f" ({missed[0].p.text})" if missed[0].p is not None else ""
        yield SpinSignal(
            SpinKind.PRIMARY,
            f"The conclusion speaks of benefit, but no difference was detected in the primary outcome,"
            f" {missed[0].outcome}{shown}.",
            (good[0].span, missed[0].sentence),
        )


EQUALITY = expression(r"\bnon-?inferior|\bequivalen", re.IGNORECASE)


def _aims_at_equality(findings: Sequence[Finding]) -> bool:
    """True of non-inferiority and equivalence: there no difference is what was hoped for, and no miss."""
    return any(
        f.margin or EQUALITY.search(f.sentence.quote) or EQUALITY.search(f.sentence.source.title) for f in findings
    )


def _secondary(good: Sequence[Claim], findings: Sequence[Finding]) -> Iterator[SpinSignal]:
    """The first claim of benefit names an outcome that is not the primary one, which it leaves out."""
    primary = _of_role(findings, OutcomeRole.PRIMARY)
    if not good or not primary or any(_names(good[0], f) for f in primary):
        return
    led = [f for f in _of_role(findings, *APART) if f.significant and _names(good[0], f)]
    if led:
        where = f" in {led[0].population}" if led[0].population else ""
        yield SpinSignal(
            SpinKind.SECONDARY,
            f"The conclusion leads with a {led[0].outcome_role.value} result, {led[0].outcome}{where}, and does not"
            f" name the primary outcome, {primary[0].outcome}.",
            (good[0].span, led[0].sentence, primary[0].sentence),
        )


def _names(claim: Claim, finding: Finding) -> bool:
    """True when the claim holds all content words of the outcome."""
    wanted = words.stems(finding.outcome)
    return bool(wanted) and wanted <= words.stems(claim.span.quote)


def _within(study: Study, good: Sequence[Claim], findings: Sequence[Finding]) -> Iterator[SpinSignal]:
    """Benefit concluded in a study of several arms in which only changes from the start were tested."""
    controlled = study.design.randomised or len(study.arms) > 1
    own = [f for f in findings if _change(f) and f.significant is not None]
    if controlled and good and own and not any(_between(f) for f in findings):
        yield SpinSignal(
            SpinKind.WITHIN,
            "The conclusion speaks of benefit, but only changes within a group were tested, and no test between the"
            " groups was found.",
            (good[0].span, own[0].sentence),
        )


def _change(finding: Finding) -> bool:
    """True for a test of one group against its own start."""
    within = finding.p is not None and finding.p.kind == "within"
    return within or (finding.measure is Measure.CHANGE and len(finding.arms) < 2 and finding.p is not None)


def _between(finding: Finding) -> bool:
    """True for a comparison between groups: an estimate with an interval or p, or a p not of one group alone."""
    if _change(finding):
        return False
    if finding.estimate is not None and (finding.interval is not None or finding.p is not None):
        return True
    told = finding.p is not None or finding.direction is Direction.NONE_DETECTED
    return told and (finding.measure not in ALONE or len(finding.arms) > 1 or finding.measure is Measure.P_ONLY)
