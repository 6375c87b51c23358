"""By gene: what labels say of a gene variant that the question tells of the patient, before anything else of them."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import DirectiveAction, Kind
from probatum.text import ancestry, genes

MOST: Final = 2
_ORDER: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.NOT_RECOMMENDED,
    DirectiveAction.CAUTION,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.DOSE,
    DirectiveAction.MONITOR,
    DirectiveAction.INTERACTION,
)


def say(draft: Draft, context: Context) -> int:
    """The directions of the labels that name it, the gravest first, else that none does; how many sentences."""
    carried = genes.carried(context.question.typed)
    if not carried or not context.labels:
        return 0
    before = len(draft)
    every = ((a, d) for a in context.labels for d in a.directives if d.action in _ORDER)
    rows = [row for row in every if carried & genes.named(row[1].text)]
    rows.sort(key=lambda row: _ORDER.index(row[1].action))
    directives(draft, rows[:MOST], "On the gene variant told of", "On the gene that you told of")
    if not rows and not context.beside:
        names = wording.join(context.named)
        text = f"no label of {names} that is held speaks of that gene variant; this does not mean that it is safe"
        easy = (
            f"we found no label of {names} that speaks of that gene. This does not mean that it is safe. "
            "Ask your doctor or pharmacist"
        )
        draft.add(text, Kind.ABSENCE, plain=easy)
    return len(draft) - before


def say_of_people(draft: Draft, context: Context) -> int:
    """The boxed warning of a gene that is frequent in the people from whom the patient comes, before a guideline says
    that it is the first choice; how many sentences."""
    before, patient = len(draft), context.question.patient
    rows = [
        row
        for row in context.directives(DirectiveAction.BOXED_WARNING)
        if ancestry.meant(row[1].text, patient.ancestry)
    ]
    directives(draft, rows[:1], "Boxed warning for this patient", "Boxed warning for this person")
    return len(draft) - before
