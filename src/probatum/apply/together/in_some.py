"""In some: limits of two medicines that hold in people with an illness alone, and whether the patient is told to have
it.

`in people with any left ventricular dysfunction, A with B should be avoided` forbids the two to nobody else: it has to
be asked first.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.patient import akin
from probatum.model import Directive, DirectiveAction, Role
from probatum.text import words
from probatum.text.expressions import caseless

_WHO: Final = caseless(
    r"\b(?:in|by|for) (?:people|patients|those|adults|women|men) (?:with|who have)(?: an?| any)? (?P<what>[^,;.]{3,80})"
)


def of_another_illness(text: str, context: Context) -> bool:
    """Whether a limit that names poor kidneys or a poor liver is for people with an illness of their own that the
    question does not tell of: `for chronic kidney disease in people with polycystic kidneys` bars nobody else."""
    found = _WHO.search(text)
    if found is None or fitting.KIDNEY.search(found["what"]) or fitting.LIVER.search(found["what"]):
        return False
    return bool(fitting.KIDNEY.search(text) or fitting.LIVER.search(text)) and _untold(found["what"], context)


def of_a_kind(text: str, context: Context) -> bool:
    """Whether a limit is for an illness with another of which the question does not tell (`in atrial fibrillation with
    an accessory pathway, such as in Wolff-Parkinson-White syndrome`): it bars nobody who has the first alone."""
    found = _WITH_ONE.search(text)
    if found is None or _untold(found["ill"], context) or not _untold(found["what"], context):
        return False
    return not words.stems(found["what"]) & words.stems(
        context.question.read
    )  # told in other words than it is known by


_WITH_ONE: Final = caseless(
    r"^in (?P<ill>[^,;.]{3,60}?) with (?!or without)(?:an? )?(?P<what>[^,;.]{3,60}(?:,? \(?such as in [^,;.)]{3,60})?)"
)


def open_in(text: str, context: Context) -> bool:
    """Whether a limit is for people with an illness that the question does not tell of."""
    found = _WHO.search(text)
    if found is None:
        return False
    return _untold(found["what"], context)


def _untold(what: str, context: Context) -> bool:
    """Whether illnesses are named of which the question tells none."""
    ill = [m.term for m in vocabulary.load().find(what) if m.term.semantic == "condition"]
    question = context.question
    own = {c.label for c in question.concepts if c.semantic == "condition"} | set(question.patient.conditions)
    return bool(ill) and not any(akin.kinship(what, name) is akin.Kin.SAME for name in own)


def of_one_member(item: Directive, context: Context) -> bool:
    """Whether a label says what one kind is not for (insulin glargine), and just that is asked about of which it is a
    kind (insulin), of which another that has no such limit may be the very treatment."""
    own = ingredient(item.drug)
    if item.action is not DirectiveAction.NOT_RECOMMENDED or not own:
        return False
    asked = [n.lower() for c in context.question.having(Role.INTERVENTION) for n in (c.text, c.label)]
    if own in asked or not any(own.startswith(f"{name} ") or own.endswith(f" {name}") for name in asked):
        return False
    others = (a.directives for a in context.labels if own not in {ingredient(d.drug) for d in a.directives})
    return any(all(d.action is not DirectiveAction.NOT_RECOMMENDED for d in directives) for directives in others)
