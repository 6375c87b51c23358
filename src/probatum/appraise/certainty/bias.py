"""Risk of bias: what abstracts tell of blinding, control, the outcome's place in the plan, and people lost.

GRADE guidelines 4 (Guyatt et al. 2011, doi:10.1016/j.jclinepi.2010.07.017).
"""

from __future__ import annotations

import re

from probatum.appraise.certainty.body import Body, Reason, in_words, joined, majority
from probatum.appraise.reading import sentences
from probatum.model import CertaintyStep, Design, Domain, Finding, OutcomeRole, Study
from probatum.text import words

ATTRITION = 20
"""Percentage lost from which attrition is serious."""
OBJECTIVE = re.compile(r"\b(?:mortality|deaths?|died|survival|survived|stillbirth|birth ?weight)\b", re.IGNORECASE)
"""Outcomes that do not depend on who knows the treatment."""

LOST = re.compile(
    r"(?P<share>\d{1,2}(?:\.\d+)?) ?%[^.;]{0,60}?\b(?:lost to follow-?up|dropped out|drop-?outs?|attrition"
    r"|did not complete|withdrew)\b"
    r"|\b(?:lost to follow-?up|dropped out|drop-?out rate|attrition)\b[^.;]{0,30}?(?P<rate>\d{1,2}(?:\.\d+)?) ?%",
    re.IGNORECASE,
)


def risk_of_bias(body: Body, outcome: str) -> list[CertaintyStep]:
    """One step down for what may have biased the result: blinding, no control, a secondary outcome, attrition."""
    reasons: list[Reason] = []
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
            joined([r for r, _ in reasons]),
            tuple(s for _, spans in reasons for s in spans)[:5],
        )
    ]


def _uncontrolled(body: Body) -> list[Reason]:
    bare = [s for s in body.studies if s.design in (Design.SINGLE_ARM, Design.CASE_SERIES, Design.CASE_REPORT)]
    if not bare:
        return []
    spans = tuple(s.design_span for s in bare if s.design_span)
    return [("there was no control group", spans)]


def _unblinded(body: Body, outcome: str) -> list[Reason]:
    if body.rank != "trials" or OBJECTIVE.search(outcome):
        return []
    total = len(body.studies)
    made = []
    for value, said in (("open-label", "not blinded"), ("single-blind", "only single-blind")):
        which = [s for s in body.studies if s.blinding and s.blinding.value == value]
        if which and majority(body, which):
            made.append(
                (
                    _share(len(which), total, f"was {said}", f"were {said}"),
                    tuple(s.blinding.span for s in which if s.blinding),
                )
            )
    silent = [s for s in body.studies if s.blinding is None]
    if silent and not made and majority(body, silent):
        made.append((_share(len(silent), total, "does not say who was blinded", "do not say who was blinded"), ()))
    return made


def _share(part: int, total: int, one: str, many: str) -> str:
    if total == 1:
        return f"the trial {one}"
    if part == total:
        return f"both trials {many}" if total == 2 else f"all {in_words(total)} trials {many}"
    return f"{in_words(part)} of the {in_words(total)} trials {one if part == 1 else many}"


def _secondary(body: Body) -> list[Reason]:
    """A result that was not what the study was planned to show: secondary, post hoc, or beside a named primary."""
    which = [s for s in body.studies if _lesser(s, body.of(s.record))]
    if not which:
        return []
    role = body.of(which[0].record)[0].outcome_role
    names = {OutcomeRole.SUBGROUP: "a subgroup result", OutcomeRole.POST_HOC: "a post hoc outcome"}
    total = len(body.studies)
    where = "" if total == 1 else f" in {in_words(len(which))} of the {in_words(total)} trials"
    where = " in both trials" if len(which) == total == 2 else where
    said = [s.primary_outcome.span for s in which if s.primary_outcome]
    spans = (*said, *(x for s in which for x in body.spans(s.record)[:1]))
    return [(f"this was only {names.get(role, 'a secondary outcome')}{where}", spans[:3])]


LESSER = (OutcomeRole.SECONDARY, OutcomeRole.POST_HOC, OutcomeRole.SUBGROUP)


def _lesser(study: Study, findings: tuple[Finding, ...]) -> bool:
    if not findings or any(f.outcome_role is OutcomeRole.PRIMARY for f in findings):
        return False
    if any(f.outcome_role in LESSER for f in findings):
        return all(f.outcome_role in (*LESSER, OutcomeRole.UNSTATED) for f in findings)
    if study.primary_outcome is None:
        return False
    primary = words.stems(study.primary_outcome.value)
    return not any(words.stems(f.outcome) & primary for f in findings)


def _attrition(body: Body) -> list[Reason]:
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
