"""What one study found of an outcome, as clauses with the lead that names it, and which sentences these leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.apply import designs
from probatum.apply.drafting import source_name, standing_said
from probatum.apply.evidence import own_trial
from probatum.apply.evidence import standing as placing
from probatum.apply.evidence.clauses import Clause, together
from probatum.apply.plainly import plain as plainly
from probatum.model import Appraisal, Finding, Measure, RecordKind, Span
from probatum.text.expressions import expression


def told(
    appraisal: Appraisal,
    findings: Sequence[Finding],
    *,
    most: int = 3,
    again: bool = False,
    intervals: bool = True,
    opening: str = "",
) -> tuple[tuple[Clause, ...], str, str, tuple[Span, ...]]:
    """Clauses of one study with the lead that names its design, as (clauses, text, plain, spans).

    `again` shortens the lead of a study that was named before; `intervals` says when none is reported; with `opening`,
    as in `Quinine (low certainty`, the study is named briefly in the brackets that it opens.
    """
    clauses = together(findings, appraisal.study.alpha)[:most]
    if not clauses:
        return (), "", "", ()
    several = bool(appraisal.study.further)
    appraisal = own_trial.appraised(appraisal, (f.sentence for f in findings))
    if opening:
        return _listed(appraisal, clauses, opening)
    again = again and not several  # what was named before may be the other of them
    lead, lead_spans = designs.again(appraisal.study) if again else designs.lead(appraisal.study)
    opened = f"{source_name(appraisal)}:" if appraisal.record.kind is RecordKind.LABEL else f"in {lead},"
    text = f"{opened} {'; '.join(c.text for c in clauses)}"
    plain = f"{opened} {'; '.join(c.plain for c in clauses)}"
    if appraisal.record.kind is not RecordKind.LABEL:
        named = plainly.opening(appraisal.study, again=again, did=plainly.FOUND)
        plain = f"{'; '.join(c.plain for c in clauses)}; {named}"
    spans = [s for c in clauses for s in c.spans] + list(lead_spans)
    if intervals and all(_lacks_interval(c.finding) for c in clauses):
        text += "; no interval is reported"
    placed, shows = _placed(appraisal, clauses)
    spans += shows
    for said in filter(None, (placed, standing_said(appraisal))):
        text += f"; {said}"
    return clauses, text, plain, tuple(dict.fromkeys(spans))


def _placed(appraisal: Appraisal, clauses: Sequence[Clause]) -> tuple[str, tuple[Span, ...]]:
    """How the results stand in their trial, where all of them stand alike: `a secondary outcome`."""
    told_so = {placing.said(c.finding, appraisal.study) for c in clauses}
    return next(iter(told_so)) if len(told_so) == 1 else ("", ())


def _listed(
    appraisal: Appraisal, clauses: tuple[Clause, ...], opening: str
) -> tuple[tuple[Clause, ...], str, str, tuple[Span, ...]]:
    """`Quinine (low certainty; randomised trial, 7 people): cramps fell by 48%`: one study in a list of options."""
    brief, spans = designs.brief(appraisal.study)
    mark = "; " if "(" in opening else " ("
    said = standing_said(appraisal)
    text = f"{opening}{mark}{brief}): {'; '.join(c.text for c in clauses)}{f'; {said}' if said else ''}"
    easy = plainly.opening(appraisal.study, duration=False, did=plainly.FOUND)
    closed = f"{opening})" if "(" in opening else opening
    plain = f"{closed}: {'; '.join(c.plain for c in clauses)}; {easy}"
    return clauses, text, plain, tuple(dict.fromkeys([*(s for c in clauses for s in c.spans), *spans]))


_NUMBER = expression(r"\d+(?:[.,·]\d+)*")

LONGEST_QUOTE = 400


def incomplete(clauses: Sequence[Clause]) -> tuple[Span, ...]:
    """Sentences of which the clauses leave out a figure, or the part of the trial that they are of: these are quoted
    instead, so that nothing is lost."""
    shown: dict[Span, str] = {}
    for made in clauses:
        for span in made.sentences:
            shown[span] = f"{shown.get(span, '')} {made.text}"
    return tuple(
        span
        for span, text in shown.items()
        if len(span) <= LONGEST_QUOTE
        and (_PART.match(span.quote) or set(_NUMBER.findall(span.quote)) - set(_NUMBER.findall(text)))
    )


_PART: Final = expression(
    r"(?:in|during|with|by) (?:an?|the)?\s?(?:[\w-]+ )?(?:extended|extension|maintenance|continuation|continued|run-in"
    r"|per[- ]protocol|post[- ]hoc|subgroup|sensitivity|as-treated)\b[^,]{0,60},",
    re.IGNORECASE,
)
"""What a sentence opens with that is of a part of its trial, or of a part of its people."""


def figure_start(finding: Finding) -> int:
    """Where the finding's first figure stands in its section."""
    figures = [f for a in finding.arms for f in (a.value, a.events) if f] + [f for f in (finding.estimate,) if f]
    return min((f.span.start for f in figures), default=finding.sentence.start)


def _lacks_interval(finding: Finding) -> bool:
    figures = finding.measure not in (Measure.COUNT, Measure.NNT, Measure.CORRELATION, Measure.P_ONLY)
    return finding.interval is None and figures
