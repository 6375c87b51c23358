"""Studied: how much evidence there is, `2 randomised trials, 80 people`, with its arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.apply import designs, wording
from probatum.model import Calculation, Span, Study


def evidence_size(studies: Sequence[Study]) -> tuple[str, tuple[Calculation, ...], tuple[Span, ...]]:
    """`2 randomised trials, 80 people` with its arithmetic and spans."""
    sized = [s for s in studies if s.n and s.n_span]
    text = designs.several(studies)
    calculation = wording.count(studies)
    spans = [s.design_span for s in studies if s.design_span] + [s.n_span for s in sized if s.n_span]
    spans += [s.n_studies_span for s in studies if s.n_studies_span]
    if sized and len(sized) == len(studies) and not any(s.design.synthesis for s in sized):
        people, added = wording.total(s.n or 0 for s in sized)
        text += f", {wording.people(people)}"
        calculation += added
    return text, calculation, tuple(spans)
