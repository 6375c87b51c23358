"""Member doses: of a class that is asked about, the doses on the labels of its members, each as that one's own."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import by_way, kin
from probatum.apply.patient import for_patient, uses
from probatum.apply.sections import dose_rows

MOST: Final = 2
"""Doses of one label in the short answer."""


def lead(draft: Draft, context: Context) -> bool:
    """The doses of the first members whose labels are held, for such a patient; False where none gives one, or where a
    guideline doses the class itself."""
    if (
        not context.classes
        or dose_rows.guideline_doses(context)
        or by_way.silent(context)
        or dose_rows.none_told(context)
    ):
        return False
    before = len(draft)
    for one in kin.held(context):
        if for_patient.barred(one) or one.off_label:
            continue
        rows = uses.of_the_illness(uses.suited(dose_rows.label_doses(one), one), one)
        own = [row for row in rows if row in for_patient.told(one)] or rows
        directives(draft, own[:MOST], f"Dose of {one.named[0]}, one of them", f"Dose of {one.named[0]}, one of them")
    return len(draft) > before
