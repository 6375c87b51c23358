"""What the types of Crossref's updates say of the document they update. An erratum is never a retraction.

The types are those of Crossref's documentation, "Registering updates" (addendum, clarification, correction,
corrigendum, erratum, expression_of_concern, new_edition, new_version, partial_retraction, removal, retraction,
withdrawal).
"""

from __future__ import annotations

from typing import Final

from probatum.acquire.formats._terms import LINKS
from probatum.model import RecordStatus

_RETRACTION: Final = ("RetractionIn", "RetractionOf")
_ERRATUM: Final = ("ErratumIn", "ErratumFor")
_UPDATE: Final = ("UpdateIn", "UpdateOf")
_SORTS: Final[dict[str, tuple[str, str]]] = {
    "retraction": _RETRACTION,
    "withdrawal": _RETRACTION,
    "removal": _RETRACTION,
    "partial retraction": ("PartialRetractionIn", "PartialRetractionOf"),
    "expression of concern": ("ExpressionOfConcernIn", "ExpressionOfConcernFor"),
    "correction": _ERRATUM,
    "corrigendum": _ERRATUM,
    "erratum": _ERRATUM,
    "addendum": _ERRATUM,
    "clarification": _ERRATUM,
    "new version": _UPDATE,
    "new edition": _UPDATE,
}
"""Type of update -> PubMed's names of that link, from the document updated and from the update. An article that was
withdrawn or removed can be relied on no more than a retracted one. A retraction that was itself taken back
(reinstatement) has no name at PubMed and says nothing here."""


def sorts(update: str) -> tuple[str, str] | None:
    """PubMed's names (`RetractionIn`, `RetractionOf`) of an update of this type; None for an unknown type."""
    return _SORTS.get(" ".join(update.lower().replace("-", " ").replace("_", " ").split()))


def standing(update: str) -> RecordStatus | None:
    """What an update of this type says of the document it updates; None for a type that says nothing of it."""
    names = sorts(update)
    return LINKS[names[0]][1] if names else None
