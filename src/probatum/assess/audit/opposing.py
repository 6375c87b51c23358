"""The passage of the sources that says the opposite of a sentence, where none says the same."""

from __future__ import annotations

from collections.abc import Callable

from probatum.assess.audit.case import Cited
from probatum.assess.audit.source import Source, Unit


def opposing(case: Cited, judged: Callable[[Source, Unit], bool | None]) -> Unit | None:
    """The first sentence of its own findings that a source puts the other way (`judged` says False); None where one
    puts it the same way (True), or none either way."""
    against: Unit | None = None
    for source in case.sources:
        for unit in source.units:
            if unit.row or not unit.own:
                continue
            found = judged(source, unit)
            if found is True:
                return None
            if found is False and against is None:
                against = unit
    return against
