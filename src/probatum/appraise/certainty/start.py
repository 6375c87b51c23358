"""Where a body of evidence starts: high for randomised trials and their syntheses, low for observation.

Balshem et al. 2011, GRADE guidelines 3, doi:10.1016/j.jclinepi.2010.07.015.
"""

from __future__ import annotations

import re

from probatum.appraise.certainty.body import Body, in_words
from probatum.model import CertaintyStep, Domain, Level, SectionKind, Study

READ = 20_000
"""Characters of a review in which its designs are counted."""


def initial(body: Body) -> tuple[Level, CertaintyStep]:
    """The level at the start, and the step that says why."""
    count = len(body.studies)
    number = in_words(count).capitalize()
    spans = tuple(s.design_span for s in body.studies if s.design_span)[:4]
    if body.rank == "synthesis":
        study = body.studies[0]
        if not of_trials(study):
            reason = "A review of studies that were not all randomised starts at low."
            return Level.LOW, CertaintyStep(Domain.START, 0, reason, spans)
        size = f" ({study.n_studies} studies)" if study.n_studies else ""
        reason = f"A systematic review of randomised trials{size} starts at high."
        return Level.HIGH, CertaintyStep(Domain.START, 0, reason, spans)
    if body.rank == "trials":
        said = "One randomised trial starts" if count == 1 else f"{number} randomised trials start"
        return Level.HIGH, CertaintyStep(Domain.START, 0, f"{said} at high.", spans)
    names = sorted({str(s.design.value) for s in body.studies})
    said = f"One study ({names[0]}) starts" if count == 1 else f"{number} studies without random allocation start"
    return Level.LOW, CertaintyStep(Domain.START, 0, f"{said} at low.", spans)


def of_trials(study: Study) -> bool:
    """True when a review says that its studies were randomised."""
    record = study.design_span.source if study.design_span else None
    if record is None:
        return True
    kinds = (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.BODY)
    text = " ".join(s.text for s in record.sections if s.kind in kinds)[:READ]
    trials = len(re.findall(r"\brandomi[sz]ed\b|\bRCTs?\b|\bcontrolled trials?\b", text, re.IGNORECASE))
    watched = r"\bobservational\b|\bcohort\b|\bcase-control\b|\bnon-?randomi[sz]ed\b"
    return trials > len(re.findall(watched, text, re.IGNORECASE))
