"""Limits apart: a label bars a medicine at the patient's kidney function, and a guideline advises it there.

Each sets a limit in figures. Neither is told as if it were the only one, for who reads one alone takes it for settled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.apply import fitting, wording
from probatum.apply.choices import guidance, suiting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.once import once
from probatum.apply.patient import for_patient
from probatum.apply.patient.akin import Kin, kinship
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Role, Span
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]


class Apart(NamedTuple):
    """What bars the medicine, and what advises it all the same."""

    bar: Row
    advice: Row

    @property
    def text(self) -> str:
        """Both in their own words, each with its source."""
        return "; ".join(map(_told, (self.advice, self.bar)))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that both rest on."""
        return self.advice[1].span, self.bar[1].span


def _told(row: Row) -> str:
    """What a source directs, in its own words, with its name."""
    return f"{wording.lower(row[1].text.rstrip('. '))} ({source_name(row[0])})"


@once
def found(context: Context) -> Apart | None:
    """The first such pair; None where the kidneys are told by no figure, or sources do not part on them."""
    own = fitting.filtration(context.question.patient.kidney)
    if own is None:
        return None
    for bar in for_patient.barred(context):
        label = bar[1]
        by_kidneys = label.action is DirectiveAction.CONTRAINDICATED and fitting.KIDNEY.search(label.text)
        if not by_kidneys or fitting.bounds(label.text) is None or fitting.takes(label.text, context.question.patient):
            continue
        for advice in _advice(label.drug, context):
            part = _part_on(label.drug, advice[1])
            limit = fitting.bounds(part) if fitting.KIDNEY.search(part) else None
            if limit is not None and limit.low <= own.low and own.high <= limit.high:
                return Apart(bar, advice)
    return None


def say(draft: Draft, context: Context) -> None:
    """That sources part on the medicine at such a kidney function, with both."""
    if (apart := found(context)) is not None:
        lead = f"sources disagree on {apart.bar[1].drug} for kidneys like these"
        easy = f"{lead}; ask a doctor or pharmacist"
        stands = {span for one in draft.statements for span in one.supports}
        # Where the bar stands before, its words need not be said again.
        said = f"{_told(apart.advice)}, against that label" if apart.bar[1].span in stands else apart.text
        draft.add(f"{lead}: {said}", Kind.DIRECTIVE, apart.spans, plain=f"{easy}: {said}")


def _advice(drug: str, context: Context) -> Iterator[Row]:
    """What guidelines recommend of a medicine for the illness asked about or a kind of it, for such a patient."""
    yield from guidance.rows(context)
    ill = [c.label for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    for appraisal in context.guidelines:
        for item in appraisal.directives:
            said = f"{appraisal.record.title}: {item.text}"
            near = any(kinship(said, label) is not Kin.NONE for label in ill)
            if near and wording.stands_in(drug, item.text.lower()) and suiting.suits(item, context):
                yield appraisal, item


def _part_on(drug: str, item: Directive) -> str:
    """What a recommendation says of one of the medicines that it names: up to the next."""
    if item.action is not DirectiveAction.RECOMMENDED:
        return ""
    at = re.search(rf"(?i)\b{re.escape(drug)}\b", item.text) if drug else None
    return _NEXT.split(item.text[at.start() :], maxsplit=1)[0] if at is not None else ""


_NEXT: Final = caseless(r", (?:or|and) (?=[a-z]{4,})|; ")
