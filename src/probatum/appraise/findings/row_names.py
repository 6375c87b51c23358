"""What a label of a table names: its outcome without how the figures are printed, and its unit."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import expression

_DEMOGRAPHIC: Final = expression(
    r"^\s*(?:(?:fe)?males?|men|women|age|sex|gender|race|white|black|weight(?! (?:loss|gain|change))|height|BMI|body "
    r"mass|smok|"
    r"married|education|employ|mean age|history of|previous|prior|duration of (?:disease|diabetes|illness|"
    r"symptoms))\b",
    re.IGNORECASE,
)
_PRINTED: Final = expression(
    r"[\s,;:]+(?:LS |adjusted )?(?:means?|medians?)\s?(?:±\s?\w+|[\[(]\s?±?\s?(?:SDs?|SEM?|IQR|range|"
    r"s\.d\.|\d\d ?% ?CI)\s?[\])])\s*$",
    re.IGNORECASE,
)
"""`, mean (SD)` behind the name of an outcome."""
_BEFORE: Final = expression(r"^\s*(?:pre-?operative|base-?line|pre-?treatment|pre-?test|initial)\b", re.IGNORECASE)
"""A row of what was before treatment."""
_ORDINAL: Final = expression(r"^(?:first|second|third|fourth|last|overall)\s", re.IGNORECASE)


def outcome_of(raw: str, sentence: Sentence) -> str:
    """The outcome that a label names, without how its figures are printed; empty for what people were like."""
    raw = _PRINTED.sub("", raw)
    raw = re.sub(
        r",?(?<![A-Za-z])\s?[\[(]?(?<![A-Za-z])(?:n|no\.?|"
        r"number)\s?[\[(,]?\s?%[\])]{0,2}",
        "",
        raw,
        flags=re.IGNORECASE,
    )
    if _DEMOGRAPHIC.match(raw) or re.match(
        r"\s*(?:means?|medians?|range|yes|no|total|n)\s*(?:[(\[,±].*)?$", raw, re.IGNORECASE
    ):
        return ""
    bare = re.sub(
        r"\s?[\[(,:][^()\[\]]*(?:%|\bSD\b|\bSE\b|mean|median|/|range|±|\bn\b|\bno\b|mg|kg|mm|days?|\bmin\b|\bs\b|"
        r"\bsec|hours?|"
        r"years?|score|cm|ml|mL|\bh\b|weeks?|months?|IQR|CI|\bg\b|[kK]cal|\bIU\b|\bU\b|mEq|mmol|ng|[µμ]g|degrees?|"
        r"beats)[^()\[\]]*[\])]?$",
        "",
        raw,
    )
    if _BEFORE.match(bare):
        return ""
    told = outcome.tidy(bare.strip(" *†‡§ᵃᵇᶜᵈ"), sentence)
    ordinal = _ORDINAL.match(bare.strip())
    return f"{ordinal[0].lower()}{told}" if told and ordinal and not _ORDINAL.match(told) else told


def unit_of(raw: str) -> str:
    """The unit in the brackets at the end of a label; empty where it names none."""
    match = re.search(
        r"[(\[,]\s?(?P<unit>days?|hours?|h|s|sec|min(?:utes)?|weeks?|months?|mm ?Hg|mmHg|kg|g|cm|mm|ml|mL|"
        r"points?|mg/d[lL]|mmol/[lL]|g/d[lL]|g/L|kg/m2)\s?[)\]]?(?:,? (?:mean|median).*)?$",
        raw.strip(),
    )
    return match["unit"] if match else ""
