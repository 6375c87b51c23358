"""Unborn: what is told of an unborn child leads where a pregnancy is told, and so does that nothing held speaks of it.

What a treatment does in others, told alone or first, would be taken for leave to give it.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.patient import bars, for_patient, standings
from probatum.model import Kind, Patient, Section
from probatum.text.expressions import expression


def led(section: Section, context: Context) -> Section:
    """The short answer with that in front, but behind an alarm and what bars the treatment."""
    missing = standings.untold(context)
    if not missing or not context.drug_like or context.combined or context.question.danger:
        return section
    told = [_ASIDE.sub("", one.text) for one in section.statements]
    states = _states(context.question.patient)
    if all(any(state.search(text) for text in told) for state in states) and not for_patient.to_come(context):
        return section
    draft = Draft(section.id, section.title)
    draft.add(missing, Kind.ABSENCE)
    opens = [s for s in section.statements if s.kind is Kind.NAVIGATION]
    rest = [s for s in section.statements if s.kind is not Kind.NAVIGATION]
    made = enumerate((*opens, *draft.statements, *rest), 1)
    numbered = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in made)
    return msgspec.structs.replace(section, statements=tuple(numbered), empty="")


def warned(section: Section, context: Context) -> Section:
    """The short answer with the grave warning on an unborn child in front of what was found in others, behind an alarm
    and what bars the treatment altogether."""
    if not context.question.patient.pregnancy or context.question.danger or for_patient.barred(context):
        return section
    grave = {item.span for _, item in for_patient.told(context) if bars.harms_unborn(item)}
    first = [s for s in section.statements if grave & set(s.supports)]
    opens = [s for s in section.statements if s.kind is Kind.NAVIGATION]
    if not first:
        return section
    rest = [s for s in section.statements if s not in first and s not in opens]
    numbered = enumerate((*opens, *first, *rest), 1)
    made = tuple(msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in numbered)
    return msgspec.structs.replace(section, statements=made)


_ASIDE: Final = expression(r"\((?:indirect|not studied in)[^)]{0,300}\)")
"""What says that others were studied says nothing of the child."""


def _states(patient: Patient) -> list[re.Pattern[str]]:
    """Words for each state that is told: what is barred in pregnancy says nothing of milk."""
    return [_PREGNANT] * bool(patient.pregnancy) + [_FEEDING] * patient.breastfeeding


_PREGNANT: Final = expression(fitting.PREGNANT.pattern, re.IGNORECASE)
_FEEDING: Final = expression(fitting.FEEDING.pattern, re.IGNORECASE)
