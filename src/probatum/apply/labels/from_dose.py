"""From a dose on: what a label says of a medicine from so much of it on, beside the dose that the question tells.

`A at 200 mg daily or more may weaken B` leaves whoever takes 100 mg to find out alone on which side that is. No such
sentence says that less of it does nothing, and that is told too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.quoted.admitting import meet
from probatum.apply.together import limited, over_limit
from probatum.model import Appraisal, Calculation, Directive, DirectiveAction, Kind
from probatum.text import limits
from probatum.text.expressions import caseless

_UNIT: Final = r"(?P<unit>mg|mcg|micrograms?|g)"
_FROM: Final = (
    caseless(rf"\bat (?P<amount>\d+(?:\.\d+)?) ?{_UNIT}(?P<day> (?:daily|a day|per day))? or more\b"),
    caseless(rf"\b(?:above|more than|over) (?P<amount>\d+(?:\.\d+)?) ?{_UNIT}(?P<day> (?:daily|a day|per day))"),
)
_ACTIONS: Final = (DirectiveAction.INTERACTION, DirectiveAction.CAUTION, DirectiveAction.CONTRAINDICATED)
_AMOUNT: Final = caseless(r"\d ?(?:mg|mcg|micrograms?|g)\b")
_NO_EFFECT: Final = caseless(
    r"\b(?:not (?:been )?(?:studied|shown)|no (?:better|additional|more)|maximum|exceed|rais\w+|ris\w+|increas\w+"
    r"|higher)\b"
)
"""What is no effect from so much on; and what rises, of which `below` and `less` would be read as the contrary."""


def say(draft: Draft, context: Context) -> None:
    """On which side of it the dose is that is told, for what stands in the short answer already."""
    told = over_limit.told(context)
    for appraisal, item in _rows(draft, context) if told else ():
        for one in told:
            if _said(draft, one, appraisal, item):
                return


def _rows(draft: Draft, context: Context) -> Iterator[tuple[Appraisal, Directive]]:
    """The directions that the short answer tells of so much of a medicine on."""
    spans = [span for one in draft.statements for span in one.supports]
    every = {a.record.id: a for a in (*context.labels, *context.option_labels, *context.other_labels)}
    for appraisal in every.values():
        for item in appraisal.directives:
            fits = item.action in _ACTIONS and not limited.to_a_limit(item.text) and not _NO_EFFECT.search(item.text)
            if fits and any(meet(item.span, span) for span in spans):
                yield appraisal, item


def _said(draft: Draft, one: over_limit.Told, appraisal: Appraisal, item: Directive) -> bool:
    """The comparison in a sentence with its sum; False where the direction has no such amount of that medicine."""
    found = next((m for pattern in _FROM if (m := pattern.search(item.text))), None)
    named = found is not None and item.text[: found.start()].lower().rstrip().endswith(one.drug)
    named = named and len(_AMOUNT.findall(item.text)) == 1  # what is said of less stands in the sentence itself
    if found is None or not named or found["unit"].lower() not in limits.FACTORS or one.unit not in limits.FACTORS:
        return False
    at = float(found["amount"])
    own = one.amount * limits.FACTORS[one.unit] / limits.FACTORS[found["unit"].lower()]
    from_it = "or more" in found[0].lower()
    reached = own >= at if from_it else own > at
    limit = f"{at:g} {found['unit']}{found['day'] or ''}"
    if reached:
        said = (
            f"{one.drug} {one.text} is {'as much as that or more' if from_it else 'more than that'}: this holds for it"
        )
    else:
        side = "below" if own < at else "at"
        said = f"{one.drug} {one.text} is {side} the {limit} named there; whether less does so as well is not said"
    sums = (*one.sums, Calculation(f"{at:g} - {own:g}", f"{at - own:g}", found["unit"]))
    draft.add(f"{said} ({source_name(appraisal)})", Kind.CALCULATED, (item.span,), calculation=sums)
    return True
