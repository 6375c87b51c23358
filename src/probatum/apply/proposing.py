"""Proposing: where a question names an illness and no treatment, the treatment that the surest evidence speaks for.

The answer is then written about that treatment, with its doses, dangers and path; the others stand beside it.
"""

from __future__ import annotations

from probatum.apply.context import Context
from probatum.apply.sections.alternatives import better, of_some, studied, treatment
from probatum.apply.selection import of_illness
from probatum.model import Appraisal, Level, RecordStatus
from probatum.text import words


def proposed(context: Context) -> str:
    """Name of the treatment of the best study in which one helped; empty where the question names one or an outcome, or
    nothing is shown to help."""
    if not of_illness(context.question):
        return ""
    certain = {record: graded.level for record, graded in context.alternatives}
    helped = [
        a
        for a in studied(context)
        if a.record.status is not RecordStatus.SUPERSEDED and _helped(a, context.question.read)
    ]
    if not helped:
        return ""
    best = min(helped, key=lambda a: _place(a, certain.get(a.record.id)))
    return better(best.findings) or treatment(best)


def _helped(appraisal: Appraisal, asked: str) -> bool:
    """Whether a study tells a benefit of the treatment that it is about, in people like those asked about."""
    name = words.stems(better(appraisal.findings) or treatment(appraisal))
    if not name or appraisal.directness.note or of_some(appraisal, asked):
        return False
    shown = [
        f for f in appraisal.findings if f.favours == "benefit" and not f.harm and not f.problems and f.significant
    ]
    return any(f.arms and not f.arms[0].control and name & words.stems(f.arms[0].arm) for f in shown)


def _place(appraisal: Appraisal, level: Level | None) -> tuple[int, int, int, str]:
    """Certainty, then design, then how new it is."""
    sure = list(Level).index(level) if level is not None else len(Level)
    design = 0 if appraisal.study.design.synthesis else 1 if appraisal.study.design.randomised else 2
    return (sure, design, -(appraisal.record.year or 0), appraisal.record.id)
