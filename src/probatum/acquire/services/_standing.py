"""What the types of updates say of the document they update. An erratum is never a retraction.

Types: Crossref's list of update types, https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/
(addendum, clarification, correction, corrigendum, erratum, expression_of_concern, new_edition, new_version,
partial_retraction, removal, retraction, withdrawal).
"""

from __future__ import annotations

from typing import Final

from probatum.model import RecordStatus

_TYPES: Final[dict[str, RecordStatus]] = {
    "retraction": RecordStatus.RETRACTED,
    "withdrawal": RecordStatus.RETRACTED,
    "removal": RecordStatus.RETRACTED,
    "partial_retraction": RecordStatus.CONCERN,
    "expression_of_concern": RecordStatus.CONCERN,
    "correction": RecordStatus.CORRECTED,
    "corrigendum": RecordStatus.CORRECTED,
    "erratum": RecordStatus.CORRECTED,
    "addendum": RecordStatus.CORRECTED,
    "clarification": RecordStatus.CORRECTED,
    "new_version": RecordStatus.SUPERSEDED,
    "new_edition": RecordStatus.SUPERSEDED,
}
"""An article that was withdrawn or removed can be relied on no more than a retracted one. Of a partial retraction some
results stand: it warns, as a concern does. A retraction that was itself taken back (`reinstatement`) says nothing here.
"""


def standing(update: str) -> RecordStatus | None:
    """What an update of this type says; None for a type that says nothing of reliability, or an unknown one."""
    return _TYPES.get("_".join(update.lower().replace("-", " ").replace("_", " ").split()))
