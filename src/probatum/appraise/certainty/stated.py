"""The grade that a review gives its own result: who read the full texts has judged what a report cannot show.

GRADE leaves the judgement to whoever assessed the studies (Balshem 2011, doi:10.1016/j.jclinepi.2010.07.015); what is
left to judge is whether that evidence is direct for the question.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.certainty.body import Body
from probatum.model import CertaintyStep, Domain, Finding, Level, Span
from probatum.text.expressions import expression

_LEVELS: Final = r"very[- ]low|low|moderate|high"
_OF: Final = r"(?:certainty|quality|confidence|strength)"
_GRADE: Final = expression(
    rf"\b(?:(?:low|moderate|high) to )?(?P<level>{_LEVELS})[- ]{_OF}(?: (?:of )?(?:the )?evidence)?\b"
    rf"|\b{_OF}(?: (?:of|in) (?:the )?evidence)?"
    r"(?: (?:was|is|were)(?: (?:rated|graded|judged|assessed)(?: as| to be)?)?|:)?"
    rf" (?P<after>{_LEVELS})\b"
    rf"|\bGRADE(?: ?= ?|[:, ]| rating[: ]|[- ]assessed[: ]){{1,3}}(?P<named>{_LEVELS})\b",
    re.IGNORECASE,
)
"""`low-certainty evidence`, `certainty of evidence: low`, `GRADE: low`. `Quality` counts beside evidence alone; of
`moderate to low` the last."""


def stated(body: Body) -> tuple[Level, CertaintyStep] | None:
    """The level that a review states in the sentence of its result, with the step that says so; None where it states
    none, or several and it is open which is meant."""
    if body.rank != "synthesis":
        return None
    for finding in body.findings:
        if (said := _of(finding)) is not None:
            level, words = said
            reason = f"The review itself grades this result {level.value}."
            return level, CertaintyStep(Domain.START, 0, reason, (words,))
    return None


def _of(finding: Finding) -> tuple[Level, Span] | None:
    """The grade in the sentence of a finding: the only one, else the first behind its own figure."""
    sentence = finding.sentence
    found = [m for m in _GRADE.finditer(sentence.quote) if _grades(m, sentence.quote)]
    if len({_level(m) for m in found}) > 1:
        figures = (finding.estimate, finding.interval.high if finding.interval else None)
        spans = [f.span for f in figures if f is not None]
        ends = [s.end - sentence.start for s in spans if s.section == sentence.section]
        found = [m for m in found if ends and m.start() >= max(ends)]
    return (_level(found[0]), sentence.inner(*found[0].span())) if found else None


def _grades(found: re.Match[str], text: str) -> bool:
    """Whether it is evidence that is graded: `low quality trials` and `quality was high` grade something else."""
    said = found[0].lower()
    sure = "certainty" in said or "confidence" in said
    return sure or "evidence" in said or "grade" in text[: found.end()].lower()


def _level(found: re.Match[str]) -> Level:
    return Level(re.sub(r"[- ]+", " ", next(g for g in found.groups() if g).lower()))
