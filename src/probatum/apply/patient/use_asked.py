"""Use asked: the illness for which a treatment is asked about, and not one that the patient only has besides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from probatum.apply import fitting
from probatum.apply.once import once
from probatum.apply.patient import beside
from probatum.model import DirectiveAction, Intent, Role
from probatum.text import words
from probatum.text.expressions import expression

if TYPE_CHECKING:
    from probatum.apply.context import Context

_HARM: Final = expression(r"\b(?:adverse|side[- ]effects?|complications?)\b", re.IGNORECASE)


@once
def use(context: Context) -> str:
    """The use asked about, `muscle cramps in amyotrophic lateral sclerosis`; empty when no illness was named."""
    if not any(c.semantic in ("condition", "symptom") for c in context.question.concepts):
        return ""
    if context.question.danger in ("overdose", "doubled") or context.by_organ:
        return ""  # what is felt after too much is no use, nor is an organ by which a dose is fitted
    if context.ends or context.halts or beside.only_measured(context):
        return ""  # what is told is why it is to be stopped, and not what it is for
    if context.question.intent in (Intent.HARM, Intent.INTERACTION):
        ill = any(c.semantic == "condition" for c in context.question.having(Role.POPULATION))
        suffered = _HARM.search(context.population) or not ill  # a harm or complaint that is asked about is no use
        return "" if suffered else context.population
    apart = not {words.stem(w) for w in words.content(context.outcome)} <= {
        words.stem(w) for w in words.content(context.population)
    }
    # `women at high risk` are whom it is to be kept from, and no illness.
    apart = apart and not (_AT_RISK.search(context.population) and not context.question.having(Role.POPULATION))
    if context.outcome and context.population and context.population not in context.outcome and apart:
        return f"{context.outcome} in {context.population}"
    return context.outcome or context.population


_AT_RISK: Final = expression(r"\bat (?:[\w-]+ ){0,3}risk\b", re.IGNORECASE)
_MAY: Final = expression(
    r"^\W*(?:can|may|could|is|are|should)\b[^?.]{0,60}?"
    r"\b(?:used?|given?|taken?|safe|ok(?:ay)?|allowed|have) ?(?:\w+ )?(?:in|with|by|for)\b",
    re.IGNORECASE,
)
_FITTED: Final = (Intent.DOSING, Intent.HARM, Intent.INTERACTION)
"""Kinds of question in which kidneys or liver are the patient's, and not what is treated."""


def by_organ(context: Context) -> bool:
    """Whether no illness told of is to be treated: each is the patient's own, or that of kidneys or liver by which
    a dose is fitted to them, and no label of what is asked about is for it."""
    parts = (Role.POPULATION, Role.OUTCOME)
    ill = [c for c in context.question.concepts if c.role in parts and c.semantic in ("condition", "symptom")]
    if context.labels and ill and all(c in context.beside or beside.feared(c, context) for c in ill):
        return True
    organs = all(fitting.of_organ(c.label, context.question.patient) for c in ill)
    asked = context.question.intent in _FITTED or _MAY.match(context.question.read) is not None
    fitted = bool(ill) and organs and asked and bool(context.drugs)
    rows = context.directives(DirectiveAction.INDICATED)
    return fitted and not any(context.indicated_for_this(d) for _, d in rows)
