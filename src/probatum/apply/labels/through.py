"""Through: the medicine by which a class or a procedure that a question names (`thrombolysis`) is given.

What its label says of this patient, and of what is taken, is no less true where nobody typed its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.choices import as_if, rivals
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.labels import caution
from probatum.apply.together import pairs
from probatum.model import DirectiveAction, Kind, Statement

MOST: Final = 1
"""Medicines of which it is told."""


def lead(draft: Draft, context: Context) -> None:
    """Ahead of what was found with them: what their labels say against them in this patient, and what bars them."""
    if context.drug_like or not context.question.patient.drugs or context.question.danger:
        return  # an alarm is what comes first
    ahead = Draft(f"{draft.id}.ahead", draft.title)
    for name in _named(draft, context)[:MOST]:
        barred, behind = rivals.barred(name, context), rivals.set_behind(name, context)
        row = barred or behind
        if row is None:
            continue
        sure = row[1].action is DirectiveAction.CONTRAINDICATED
        how = ("contraindicated for this patient" if sure else "advised against for this patient") if barred else ""
        easy = ("must not be used in this person" if sure else "is not advised for this person") if barred else ""
        said = f"({source_name(row[0])}): {wording.lower(row[1].text.rstrip('. '))}"
        text = f"{name} is {how} {said}" if barred else f"{name} with the drugs taken {said}"
        plain = f"{name} {easy} {said}" if barred else f"{name} with the medicines taken {said}"
        ahead.add(text, Kind.DIRECTIVE, (row[1].span,), plain=plain)
        if not barred:
            pairs.say_brought(ahead, as_if.asked(name, context))
            ahead.put((*ahead.statements, *_limits(name, context)))
    draft.open_with(ahead.statements)


def _limits(name: str, context: Context) -> Iterator[Statement]:
    """What bars it, under its own name."""
    limits = Draft("limits", "")
    caution.say(limits, as_if.asked(name, context))
    for one in limits.statements:
        yield msgspec.structs.replace(one, text=_of(name, one.text), plain=_of(name, one.plain))


def _of(name: str, text: str) -> str:
    return f"{wording.upper(name)} is {wording.lower(text)}" if text.startswith("Contraindicated") else text


def _named(draft: Draft, context: Context) -> list[str]:
    """Medicines that what was found names and a label is held of, without those that are taken."""
    taken = {d.lower() for d in context.question.patient.drugs}
    found = (m.term for s in draft.statements for m in vocabulary.load().find(s.text) if m.term.semantic == "drug")
    names = dict.fromkeys(t.label for t in found if t.label.lower() not in taken)
    return [name for name in names if as_if.labels(name, context)]
