"""Begun: of a class that is asked about the member whose dose the path has, which is no alternative to itself."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.apply.choices import guidance, options
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.sections import dose_rows
from probatum.model import Appraisal, Directive

Row = tuple[Appraisal, Directive]


def advice(context: Context) -> Sequence[Row]:
    """The advice whose dose a path of a class gives: that for people of the patient's sex before others."""
    rows = dose_rows.guideline_doses(context) if context.classes else ()
    return sorted(rows, key=lambda row: not sexes.names(row[1].text, context.question.patient))[:1]


@once
def names(context: Context) -> frozenset[str]:
    """What that advice names, and the one member that is advised of a class."""
    found = {name for row in advice(context) for name in options.named(row[1])}
    for _, item in guidance.rows(context)[:1] if context.classes else ():
        found |= set(options.named(item)) if len(options.named(item)) == 1 else set()
    return frozenset(found)
