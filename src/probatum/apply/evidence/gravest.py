"""Gravest: the harm of the leading trials that a busy reader must not miss, with the figures of both arms; and the
outcome asked about where its source counts both arms and reports no test."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence import arms, harm_order, sizing
from probatum.apply.evidence.outcomes import OutcomeGroup, Told
from probatum.apply.study_clauses import told
from probatum.model import DirectiveAction, Finding, Intent, Kind, RecordKind
from probatum.text import words
from probatum.text.expressions import expression

GRAVE: Final = expression(
    r"\b(?:serious|severe|fatal|life[- ]threatening|major (?:or [\w -]{3,40} )?(?:bleed|ha?emorrh)\w*|intra(?:cranial"
    r"|cerebral)|ha?emorrh\w+|bleed\w*|hypogly\w+|ketoacidosis|hyperkal\w+|hyponatr\w+|amputat\w+|anaphyla\w+"
    r"|angio-?o?edema|suicid\w*|pancreatitis|perforation|sepsis|(?:heart|renal|kidney|liver|respiratory) failure"
    r"|kidney injury|hepat\w+|arrhythmi\w*|torsades?|embolism|thrombos[ie]s|stroke|infarction|fractures?|falls?|syncope"
    r"|hypotension|seizures?|cancers?|neutropeni\w+|agranulocyt\w+|deaf\w*|hearing)\b",
    re.IGNORECASE,
)
"""Harms that are grave by their name: they kill, disable, or bring people to hospital (ICH E2A)."""
_WARNS: Final = (DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION, DirectiveAction.CONTRAINDICATED)
_NO_HARM: Final = words.stems(
    "risk rate major minor serious severe event adverse people patient leading discontinuation"
)


def say(draft: Draft, context: Context, groups: Sequence[OutcomeGroup], *, stops: bool = True) -> None:
    """The gravest harm of the studies that the effects were told from: the worst kind first, then what differed or the
    label of the drug warns of, last that more people stopped (where `stops` allows it); nothing where none is reported
    of both arms."""
    if context.question.intent in (Intent.HARM, Intent.INTERACTION) or not groups:
        return
    records = {item.finding.record for group in groups for item in group.items}
    shown = {span for s in draft.statements for span in s.supports}
    rows = [
        (appraisal, finding)
        for appraisal, finding in context.harms()
        if finding.record in records
        and finding.sentence not in shown
        and _of_both(finding)
        and not _alike(finding)
        and (stops or _grave(finding))
    ]
    ranked = sorted((key, n) for n, (_, finding) in enumerate(rows) if (key := _order(finding, context)) is not None)
    if not ranked:
        return
    appraisal, finding = rows[ranked[0][1]]
    clauses, _, _, spans = told(appraisal, [finding], again=True, intervals=False)
    name = "less harm" if _fewer(finding, context) and finding.significant else "harm"
    for clause in clauses[:1]:
        brief = _brief(finding) or clause.text
        text = f"{name}: {brief}" if _grave(finding) or brief is clause.text else f"stopping: {brief}"
        draft.add(text, Kind.FINDING, spans, plain=f"{name}: {clause.plain}")


_WORST: Final = expression(
    r"\b(?:major|serious|severe|fatal|life[- ]threatening|symptomatic|intracranial)\b", re.IGNORECASE
)


def _fewer(finding: Finding, context: Context) -> bool:
    """Whether there was less of a harm with what was asked about than with what it was compared with."""
    values = [a.value.value if a.value is not None else None for a in finding.arms]
    if len(values) != 2 or values[0] is None or values[1] is None:
        return False
    own, other = reversed(values) if arms.stand(finding, context.question).turned else values
    return bool(own is not None and other is not None and own < other)


def _order(finding: Finding, context: Context) -> tuple[bool, bool, bool] | None:
    """What it did more of first, then the worst kind, then what differed; None for what is neither grave, nor made more
    people stop, nor is told apart by a test or a label."""
    if not _grave(finding):
        return (False, True, True) if harm_order.made_stop(finding) else None
    worst = finding.serious or _WORST.search(finding.outcome) is not None
    if not (worst or finding.significant or _warned(finding, context)):
        return None
    fewer = _fewer(finding, context)
    if fewer and finding.significant is None:
        return None  # fewer, and nobody tested it: neither a harm nor its absence
    return fewer and bool(finding.significant), not worst, not finding.significant


def _grave(finding: Finding) -> bool:
    return finding.serious or GRAVE.search(finding.outcome) is not None


def _brief(finding: Finding) -> str:
    """`major bleeding, 11.6% with A and 11.2% with B (no difference detected)`: a busy reader's share of the clause."""
    told_ = [(arm, wording.arm_value(arm, finding.unit)) for arm in finding.arms]
    if finding.significant is None or not all(value and arm.arm for arm, value in told_):
        return ""
    values = wording.join([f"{value} {wording.with_arm(arm.arm)}" for arm, value in told_])
    judged = wording.p_words(finding.p) or wording.interval_words(finding.interval)
    by = sizing.ratio(finding)  # every reader is told it, plain words as how many times as often
    name = f"{finding.outcome}, " if _grave(finding) else ""
    told_as = (by or judged,) if finding.significant else (by, _NO_DIFFERENCE)
    return f"{name}{values}{wording.brackets('; '.join(filter(None, told_as)))}"


_NO_DIFFERENCE: Final = "no difference detected"


def _warned(finding: Finding, context: Context) -> bool:
    """Whether a label of the drug warns of a grave harm."""
    own = words.stems(finding.outcome) - _NO_HARM
    items = (d for a, d in context.directives(*_WARNS) if a.record.kind is RecordKind.LABEL)
    return bool(GRAVE.search(finding.outcome)) and any(own & words.stems(d.text) for d in items)


def _of_both(finding: Finding) -> bool:
    """Whether a finding tells what both arms came to."""
    return len(finding.arms) == 2 and all(a.value is not None or a.events is not None for a in finding.arms)


def _alike(finding: Finding) -> bool:
    """Whether both arms came to the very same: `harm: 2.7% and 2.7%` tells of no harm."""
    values = [a.value.text for a in finding.arms if a.value is not None]
    return len(values) == 2 and values[0] == values[1] and not finding.significant


def untested(draft: Draft, context: Context) -> None:
    """What both arms came to in the outcome asked about, where its trial tells no test of it: no effect is concluded,
    but what answers the question by its name is not left out for what only counts it among others."""
    found = next((item for item in _asked(context) if _of_both(item.finding)), None)
    if found is None:
        return
    appraisal, finding = found.appraisal, found.finding
    clauses, _, _, spans = told(appraisal, [finding], intervals=False)
    for clause in clauses[:1]:
        said = "its source reports no test of the difference"
        draft.add(f"{clause.text}; {said}", Kind.FINDING, spans, plain=f"{clause.plain}; {said}")


def _asked(context: Context) -> Sequence[Told]:
    """The results of the outcome asked about by its very name, where nothing is judged of any of them."""
    group = next(iter(context.groups), None)
    if group is None or not group.asked or not context.outcome:
        return ()
    untold = all(i.finding.significant is None and not i.finding.claimed for i in group.items)
    return group.items if untold else ()
