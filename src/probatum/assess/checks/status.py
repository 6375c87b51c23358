"""Does a source still stand?"""

from __future__ import annotations

import re

from probatum.assess.case import Case
from probatum.assess.registry import Answer, check
from probatum.model import NOT_EVIDENCE, RecordStatus, Verdict
from probatum.text.expressions import expression

_SAYS = {
    RecordStatus.RETRACTED: expression(r"\bretract", re.IGNORECASE),
    RecordStatus.RETRACTION_NOTICE: expression(r"\bretract", re.IGNORECASE),
    RecordStatus.WITHDRAWN: expression(r"\bwithdr[ae]w", re.IGNORECASE),
    RecordStatus.SUPERSEDED: expression(r"\bsupersed|\bearlier version|\bolder version|\breplaced\b", re.IGNORECASE),
    RecordStatus.CONCERN: expression(r"\bconcern", re.IGNORECASE),
}
_VERDICT = {
    RecordStatus.RETRACTED: Verdict.RETRACTED,
    RecordStatus.RETRACTION_NOTICE: Verdict.RETRACTED,
    RecordStatus.WITHDRAWN: Verdict.RETRACTED,
    RecordStatus.SUPERSEDED: Verdict.SUPERSEDED,
    RecordStatus.CONCERN: Verdict.PARTLY,
}


@check(
    name="status",
    purpose="No source is retracted, withdrawn or superseded without a word about it; an erratum is no retraction.",
    source="Committee on Publication Ethics, Retraction guidelines (2019), doi:10.24318/cope.2019.1.4",
)
def status(case: Case) -> Answer:
    """The gravest standing among the records cited."""
    if not case.records:
        return None
    order = (*NOT_EVIDENCE, RecordStatus.SUPERSEDED, RecordStatus.CONCERN)
    for standing in order:
        held = [r.id for r in case.records if r.status is standing]
        if held and not _SAYS[standing].search(case.statement.text):
            name = "under an expression of concern" if standing is RecordStatus.CONCERN else standing.value
            return _VERDICT[standing], f"{', '.join(held)} is {name} and the statement does not say so"
    return Verdict.SUPPORTED, "no source is retracted or superseded without a word about it"
