"""The GRADE domains, one function each: a body of evidence in, steps with reasons out.

Every reason is one sentence with its figures, ready to be printed. Thresholds that GRADE gives as rules of thumb are
constants here, with their source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from probatum.appraise.certainty.body import Body, Row
from probatum.appraise.reading import sentences
from probatum.model import (
    About,
    CertaintyStep,
    Design,
    Direction,
    Domain,
    Finding,
    Fit,
    Interval,
    Level,
    Measure,
    OutcomeRole,
    Question,
    SectionKind,
    Span,
    Study,
)

PEOPLE_NEEDED = 400
"""Rule of thumb for a continuous outcome (Guyatt et al. 2011, GRADE 6, doi:10.1016/j.jclinepi.2011.01.012)."""
EVENTS_NEEDED = 300
"""Rule of thumb for a dichotomous outcome (ibid.)."""
FEW = 100
TINY = 30
"""Fewer people than this say next to nothing (Zeng et al. 2022, GRADE 34, doi:10.1016/j.jclinepi.2022.07.014)."""
APPRECIABLE = (0.75, 1.25)
"""Relative effects beyond which benefit or harm is appreciable (GRADE 6)."""
LARGE = (0.5, 2.0)
"""Relative effects that are large (Guyatt et al. 2011, GRADE 9, doi:10.1016/j.jclinepi.2011.06.004)."""
ATTRITION = 20
"""Percentage lost from which attrition is serious."""
HETEROGENEITY = 50
"""I-squared in percent that may be substantial (Cochrane Handbook, chapter 10.10.2)."""
RATIOS = (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO)
OBJECTIVE = re.compile(r"\b(?:mortality|deaths?|died|survival|survived|stillbirth|birth ?weight)\b", re.IGNORECASE)
"""Outcomes that do not depend on who knows the treatment."""

LOST = re.compile(
    r"(?P<share>\d{1,2}(?:\.\d+)?) ?%[^.;]{0,60}?\b(?:lost to follow-?up|dropped out|drop-?outs?|attrition"
    r"|did not complete|withdrew)\b"
    r"|\b(?:lost to follow-?up|dropped out|drop-?out rate|attrition)\b[^.;]{0,30}?(?P<rate>\d{1,2}(?:\.\d+)?) ?%",
    re.IGNORECASE,
)
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
    spans = tuple(s.design_span for s in body.studies if s.design_span)[:4]
    if body.rank == "synthesis":
        study = body.studies[0]
        if not _of_trials(study):
            return Level.LOW, CertaintyStep(
                Domain.START, 0, "A review of studies that were not all randomised starts at low.", spans
            )
        trials = f" of {study.n_studies} trials" if study.n_studies else ""
        return Level.HIGH, CertaintyStep(
            Domain.START,
            0,
            f"A systematic review{trials} that were randomised starts at high.".replace(
                "review that were randomised", "review of randomised trials"
            ),
            spans,
        )
    if body.rank == "trials":
        said = "One randomised trial starts" if count == 1 else f"{count} randomised trials start"
        return Level.HIGH, CertaintyStep(Domain.START, 0, f"{said} at high.", spans)
    names = sorted({str(s.design.value) for s in body.studies})
    said = f"One study ({names[0]}) starts" if count == 1 else f"{count} studies without random allocation start"
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


def risk_of_bias(body: Body, outcome: str) -> list[CertaintyStep]:
    """One step down for what may have biased the result: blinding, no control, a secondary outcome, attrition."""
    reasons: list[tuple[str, tuple[Span, ...]]] = []
    if body.rank != "synthesis":
        reasons += _uncontrolled(body) or _unblinded(body, outcome)
        reasons += _secondary(body)
        reasons += _attrition(body)
    if not reasons:
        return []
    change = -2 if body.rank == "trials" and len(reasons) > 2 else -1
    return [
        CertaintyStep(
            Domain.RISK_OF_BIAS,
            change,
            _joined(r for r, _ in reasons),
            tuple(s for _, spans in reasons for s in spans)[:5],
        )
    ]


def _joined(reasons: Iterable[str]) -> str:
    kept = list(reasons)
    text = kept[0] if len(kept) == 1 else ", ".join(kept[:-1]) + ", and " + kept[-1]
    return text[0].upper() + text[1:] + "."


def _uncontrolled(body: Body) -> list[tuple[str, tuple[Span, ...]]]:
    bare = [s for s in body.studies if s.design in (Design.SINGLE_ARM, Design.CASE_SERIES, Design.CASE_REPORT)]
    if not bare:
        return []
    spans = tuple(s.design_span for s in bare if s.design_span)
    return [("there was no control group", spans)]


def _unblinded(body: Body, outcome: str) -> list[tuple[str, tuple[Span, ...]]]:
    if body.rank != "trials" or OBJECTIVE.search(outcome):
        return []
    total = len(body.studies)
    made = []
    for value, words in (("open-label", "not blinded"), ("single-blind", "only single-blind")):
        which = [s for s in body.studies if s.blinding and s.blinding.value == value]
        if which and _majority(body, which):
            made.append(
                (
                    _share(len(which), total, f"was {words}", f"were {words}"),
                    tuple(s.blinding.span for s in which if s.blinding),
                )
            )
    silent = [s for s in body.studies if s.blinding is None]
    if silent and not made and _majority(body, silent):
        made.append((_share(len(silent), total, "does not say who was blinded", "do not say who was blinded"), ()))
    return made


def _share(part: int, total: int, one: str, many: str) -> str:
    if total == 1:
        return f"the trial {one}"
    if part == total:
        return f"both trials {many}" if total == 2 else f"all {total} trials {many}"
    return f"{part} of the {total} trials {one if part == 1 else many}"


def _majority(body: Body, which: list[Study]) -> bool:
    """True when those studies hold at least half the people (or, where sizes are unknown, half the studies)."""
    if all(s.n for s in body.studies):
        return 2 * sum(s.n or 0 for s in which) >= sum(s.n or 0 for s in body.studies)
    return 2 * len(which) >= len(body.studies)


def _secondary(body: Body) -> list[tuple[str, tuple[Span, ...]]]:
    lesser = (OutcomeRole.SECONDARY, OutcomeRole.POST_HOC, OutcomeRole.SUBGROUP)
    which = [s for s in body.studies if (f := body.of(s.record)) and all(x.outcome_role in lesser for x in f)]
    if not which:
        return []
    role = body.of(which[0].record)[0].outcome_role
    name = {OutcomeRole.SUBGROUP: "a subgroup result", OutcomeRole.POST_HOC: "a post hoc outcome"}.get(
        role, "a secondary outcome"
    )
    spans = tuple(
        x
        for s in which
        for x in (s.primary_outcome.span if s.primary_outcome else None, *body.spans(s.record)[:1])
        if x
    )
    total = len(body.studies)
    where = (
        ""
        if total == 1
        else " in both trials"
        if len(which) == total == 2
        else f" in {len(which)} of the {total} trials"
    )
    return [(f"this was only {name}{where}", spans[:3])]


def _attrition(body: Body) -> list[tuple[str, tuple[Span, ...]]]:
    for study in body.studies:
        finding = body.of(study.record)[0]
        for sentence in sentences(finding.sentence.source):
            match = LOST.search(sentence.text)
            share = float(match["share"] or match["rate"]) if match else 0.0
            if match and share >= ATTRITION:
                return [
                    (
                        f"{share:g} % were lost from a trial" if len(body.studies) > 1 else f"{share:g} % were lost",
                        (sentence.span(*match.span()),),
                    )
                ]
    return []


# --- inconsistency


def inconsistency(body: Body) -> list[CertaintyStep]:
    """Down when studies disagree in direction or significance, or a pooled result is heterogeneous."""
    if body.rank == "synthesis":
        return _heterogeneity(body)
    verdicts = {s.record: _verdict(body.of(s.record)) for s in body.studies}
    lower = [r for r, v in verdicts.items() if v == (Direction.LOWER, True)]
    higher = [r for r, v in verdicts.items() if v == (Direction.HIGHER, True)]
    if lower and higher:
        reason = f"Studies contradict each other: {len(lower)} found less and {len(higher)} found more."
        return [CertaintyStep(Domain.INCONSISTENCY, -2, reason, body.spans(*lower, *higher))]
    shown = lower or higher
    way = Direction.LOWER if lower else Direction.HIGHER
    against = [r for r, (d, sure) in verdicts.items() if sure is False and d is not way]
    if shown and against:
        found, not_found = _count(len(shown)), _count(len(against)).lower()
        reason = f"{found} of the {len(verdicts)} studies found an effect and {not_found} did not."
        return [CertaintyStep(Domain.INCONSISTENCY, -1, reason, body.spans(*shown, *against))]
    return []


def _count(number: int) -> str:
    return "One" if number == 1 else str(number)


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
    differing = [row for row in body.rows if _differs(row)]
    studies = list({row[0].record: row[0] for row in differing}.values())
    if not differing or not _majority(body, studies):
        return []
    _, _, directness = differing[0]
    spans = tuple(s for part in (directness.population, directness.outcome) for s in part.spans)[:4]
    if any(s.design in (Design.ANIMAL, Design.IN_VITRO) for s in studies):
        return [CertaintyStep(Domain.INDIRECTNESS, -2, "It was not studied in people.", spans)]
    parts = sum(part.fit in (Fit.OTHER, Fit.RELATED) for part in (directness.population, directness.outcome))
    note = directness.note or "the intervention differs from the one asked about"
    return [CertaintyStep(Domain.INDIRECTNESS, -2 if parts > 1 else -1, f"The evidence is indirect: {note}.", spans)]


def _differs(row: Row) -> bool:
    study, _, directness = row
    if study.design in (Design.ANIMAL, Design.IN_VITRO):
        return True
    related = directness.intervention.fit is Fit.RELATED and directness.about is About.QUESTION
    other = any(p.fit in (Fit.OTHER, Fit.RELATED) for p in (directness.population, directness.outcome))
    return other or related or bool(directness.note)


# --- imprecision


def imprecision(body: Body) -> list[CertaintyStep]:
    """Down for few people or events, for an interval that holds both benefit and harm, or for no interval at all."""
    intervals = [f.interval for f in body.findings if f.interval]
    none = not any(f.significant for f in body.findings) and any(f.significant is False for f in body.findings)
    reasons = [r for r in (_size(body), _wide(body, none), "" if intervals else "no interval is reported") if r]
    small, few = _small(body), (body.weight or 0) < FEW
    if _spread(body) > 1:
        change = -2
    elif small:
        change = -2 if (body.weight or PEOPLE_NEEDED) < TINY or (few and none) else -1
    else:
        change = -1 if _spread(body) == 1 or (none and not intervals) or (not intervals and body.people is None) else 0
    if not change:
        return []
    steps = [CertaintyStep(Domain.IMPRECISION, change, _joined(reasons), _figures(body))]
    if (body.weight or PEOPLE_NEEDED) < TINY and not intervals:
        extreme = f"With {body.people} people and no interval almost any size of effect remains possible."
        steps.append(CertaintyStep(Domain.IMPRECISION, -1, extreme, _figures(body)))
    return steps


def _figures(body: Body) -> tuple[Span, ...]:
    return tuple(s.n_span for s in body.studies if s.n_span)[:4] or body.spans()


def _small(body: Body) -> bool:
    if body.events is not None and body.weight is not None:
        return body.events < EVENTS_NEEDED
    return body.weight is not None and body.weight < PEOPLE_NEEDED


def _size(body: Body) -> str:
    if body.people is None:
        return "how many people took part is not reported"
    if not _small(body):
        return ""
    if body.events is not None:
        return f"there were only {body.events} events among {body.people} people"
    among = "" if len(body.studies) == 1 else " in all"
    return f"only {body.people} people took part{among}"


def _wide(body: Body, none: bool) -> str:
    crossing = next((f for f in body.findings if f.interval and _crosses(f, f.interval)), None)
    if crossing and crossing.interval and none:
        low, high = crossing.interval.low.text, crossing.interval.high.text
        return f"the interval runs from {low} to {high} and holds no effect"
    if none:
        values = [f.p.text for f in body.findings if f.p and f.significant is False]
        return f"no effect was detected ({values[0]})" if values else "no effect was detected"
    return ""


def _crosses(finding: Finding, interval: Interval) -> bool:
    null = 1.0 if finding.measure in RATIOS else 0.0
    if finding.measure not in (*RATIOS, Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.RISK_DIFFERENCE, Measure.CHANGE):
        return False
    return interval.low.value <= null <= interval.high.value


def _spread(body: Body) -> int:
    """0: narrow; 1: holds no effect and appreciable benefit or harm; 2: holds both. The narrowest interval counts."""
    worst = 2
    judged = False
    for finding in body.findings:
        interval = finding.interval
        if interval is None or finding.measure not in RATIOS:
            continue
        judged = True
        low, high = interval.low.value <= APPRECIABLE[0], interval.high.value >= APPRECIABLE[1]
        worst = min(worst, int(low) + int(high) if _crosses(finding, interval) else 0)
    return worst if judged else 0


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
        if (value <= LARGE[0] or value >= LARGE[1]) and not _crosses(finding, finding.interval):
            reason = f"The effect is large ({finding.measure.value} {finding.estimate.text})."
            return [CertaintyStep(Domain.LARGE_EFFECT, 1, reason, (finding.estimate.span,))]
    return []
