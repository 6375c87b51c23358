"""Leave: whether somebody with an illness may have a medicine that is not to treat it, said in the first words.

`No`, `not as a rule`, `only with care` or `nothing against it stands in its label`, with what the label says of that very
illness; the medicine's own use is not weighed, nor what it does to people without the illness.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum.apply import beside, fitting, for_patient, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Kind

Row = tuple[Appraisal, Directive]
MOST: Final = 2


class Verdict(NamedTuple):
    """What is said first, to professionals and in plain words; `{}` stands for the medicine."""

    lead: str
    plain: str


NEVER: Final = Verdict("no: {} is contraindicated for this patient", "no: {} must not be used in this person")
AVOID: Final = Verdict(
    "not as a rule: {} is advised against for this patient",
    "not unless a doctor says so: {} is not advised for this person",
)
SOME: Final = Verdict(
    "that depends: {} is contraindicated in some such patients",
    "that depends. {} must not be used in some people with this. Ask your doctor or pharmacist whether you are one",
)
CARE: Final = Verdict("only with care", "only with care, after asking a doctor or pharmacist")
DOSED: Final = Verdict("yes, at the dose for such a patient", "yes, at the dose that is meant for such a person")


def say(draft: Draft, context: Context) -> bool:
    """What the label says of the patient's illness, with the verdict before it; that it says nothing, where it does.

    False where no illness of the question is beside what is treated.
    """
    if not context.beside:
        return False
    before = len(draft)
    verdict, rows = told(context)
    if verdict is not None:
        names = wording.join(for_patient.treatments(context))
        directives(draft, rows, verdict.lead.format(names), verdict.plain.format(names))
    elif alone(context):
        _nothing(draft, context)
    return len(draft) > before


def alone(context: Context) -> bool:
    """Whether every illness of the question is beside what is treated, so that no effect is asked about."""
    return bool(context.beside) and context.by_organ


def told(context: Context) -> tuple[Verdict | None, list[Row]]:
    """The verdict, with the directions that bear it; the gravest first."""
    barred = [row for row in for_patient.barred(context) if _of_illness(row[1], context)]
    never = [row for row in barred if row[1].action is DirectiveAction.CONTRAINDICATED]
    if barred:
        return (NEVER, never[:MOST]) if never else (AVOID, barred[:1])
    others = [row for row in for_patient.told(context) if _of_illness(row[1], context)]
    some = [row for row in others if row[1].action is DirectiveAction.CONTRAINDICATED]
    kinds = [row for row in _limits(context) if beside.in_some(row[1].text, context)]
    never_in_kinds = [row for row in kinds if row[1].action is DirectiveAction.CONTRAINDICATED]
    if some or never_in_kinds:
        return SOME, [*some, *never_in_kinds][:MOST]
    careful = [row for row in others if row[1].action in beside.LIMITS]
    if careful or kinds:
        return CARE, sorted([*careful, *kinds], key=_rank)[:1]
    dosed = [row for row in others if row[1].action is DirectiveAction.DOSE]
    return (DOSED, dosed[:1]) if dosed else (None, [])


def _rank(row: Row) -> int:
    """What tells how such people are treated stands before what says only that the medicine may bring the illness on."""
    return int(row[1].action is DirectiveAction.BOXED_WARNING)


def _limits(context: Context) -> list[Row]:
    return list(context.directives(*beside.LIMITS))


def _of_illness(item: Directive, context: Context) -> bool:
    """Whether a direction is on an illness that the patient has beside what is treated."""
    text = f"{item.population} {item.text}"
    if beside.in_such(text, context) or for_patient.names_organ(item, context.question.patient):
        return True
    named: Sequence[Concept] = context.beside
    names = tuple((c.label, c.text, *c.synonyms) for c in named)
    return fitting.names_one(item.text, names)


def _nothing(draft: Draft, context: Context) -> None:
    """That the label held names no limit for such a patient."""
    names = wording.join(for_patient.treatments(context))
    ill = wording.join(list(dict.fromkeys(wording.spelled(c) for c in context.beside)))
    draft.add(
        f"the label of {names} that is held here names no limit in {ill}; this does not mean that it is safe",
        Kind.ABSENCE,
        plain=f"the official label of {names} that we hold says nothing against it in {ill}. This does not mean that it "
        "is safe. Ask your pharmacist or doctor before you take it",
    )
