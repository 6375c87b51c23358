"""The older full-studies JSON under the names of the v2 JSON.

Both are written from the same data definitions. The older one names a field by its element as well
(`OutcomeMeasureTimeFrame` is `timeFrame` of an outcome measure) and wraps each list
(`{"ArmGroupList": {"ArmGroup": [...]}}` is `armGroups`).
"""

from __future__ import annotations

from typing import Final

from probatum.acquire.formats._registry_words import marked
from probatum.text.expressions import expression

_ELEMENT: Final = expression(
    r"(?:SecondaryId|Org(?:StudyId)?|LeadSponsor|Collaborator|Enrollment|ArmGroup|(?:Condition|Intervention)Mesh"
    r"|Intervention|(?:Primary|Secondary|Other)Outcome|Location|Reference|LimitationsAndCaveats|Design"
    r"|Flow(?:Group|Period|Milestone|Achievement|DropWithdraw|Reason)?"
    r"|(?:Baseline|Outcome)(?:Class)?(?:DenomCount|Denom|Group|Category|Measurement|Measure(?:Denom(?:Count)?)?"
    r"|Analysis)?"
    r"|EventGroup|(?:Serious|Other)Event(?:Stats)?|Events)(?=[A-Z])"
)
_FIRST: Final = expression(r"[A-Z]+(?=[A-Z][a-z]|$)|[A-Z]")
_WHOLE: Final = ("Module", "Section", "Struct", "Info", "Browse")
"""Endings of names that hold parts, and bear no element's name."""
_SINGLE: Final = {
    "DesignMaskingInfo": "maskingInfo",
    "OrgStudyId": "id",
    "SecondaryId": "id",
    "Gender": "sex",
}
_PLURAL: Final = {
    "NCTIdAlias": "nctIdAliases",
    "DesignWhoMasked": "whoMasked",
    "BaselineClass": "classes",
    "OutcomeClass": "classes",
    "BaselineCategory": "categories",
    "OutcomeCategory": "categories",
    "OutcomeMeasure": "outcomeMeasures",
    "OutcomeAnalysis": "analyses",
    "SeriousEventStats": "stats",
    "OtherEventStats": "stats",
    "ConditionMesh": "meshes",
    "InterventionMesh": "meshes",
}


def converted(value: object) -> object:
    """The value with every name as the v2 JSON has it. Lists and objects of names nobody knows are carried along."""
    if isinstance(value, str):
        return marked(value)
    if isinstance(value, list):
        return [converted(one) for one in value]
    return dict(_member(key, one) for key, one in value.items()) if isinstance(value, dict) else value


def _member(key: str, value: object) -> tuple[str, object]:
    if isinstance(value, dict):
        if key.endswith("List") and len(value) == 1:
            [(inner, found)] = value.items()
            return _PLURAL.get(inner) or f"{_short(inner)}s", converted(found)
        if key.endswith("DateStruct"):
            stem = key.removesuffix("Struct")
            dates = {"date": value.get(stem), "type": value.get(f"{stem}Type")}
            return _short(key), {name: converted(found) for name, found in dates.items()}
    return _short(key), converted(value)


def _short(name: str) -> str:
    if name in _SINGLE:
        return _SINGLE[name]
    bare = name if name.endswith(_WHOLE) else _ELEMENT.sub("", name, count=1) if _ELEMENT.match(name) else name
    return _FIRST.sub(lambda match: match[0].lower(), bare, count=1) if _FIRST.match(bare) else bare
