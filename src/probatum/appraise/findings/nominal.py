"""What a verb is called as a noun: `was used` gives `use of`, `was eliminated` gives `elimination of`."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import expression

_TABLE: Final = {
    "abolished": "abolition of",
    "administered": "use of",
    "affected": "involvement of",
    "ceased": "cessation of",
    "changed": "change in",
    "completed": "completion of",
    "continued": "continuation of",
    "controlled": "control of",
    "corrected": "correction of",
    "cured": "cure of",
    "decreased": "decrease in",
    "delayed": "delay of",
    "disappeared": "disappearance of",
    "discontinued": "discontinuation of",
    "enlarged": "enlargement of",
    "excised": "excision of",
    "failed": "failure of",
    "given": "use of",
    "healed": "healing of",
    "implemented": "use of",
    "improved": "improvement in",
    "increased": "increase in",
    "initiated": "initiation of",
    "interrupted": "interruption of",
    "involved": "involvement of",
    "lost": "loss of",
    "maintained": "maintenance of",
    "needed": "need for",
    "normalised": "normalisation of",
    "normalized": "normalization of",
    "omitted": "omission of",
    "ordered": "ordering of",
    "persisted": "persistence of",
    "placed": "placement of",
    "prescribed": "prescription of",
    "preserved": "preservation of",
    "prevented": "prevention of",
    "prolonged": "prolongation of",
    "provided": "provision of",
    "reduced": "reduction in",
    "regressed": "regression of",
    "removed": "removal of",
    "repeated": "repetition of",
    "replaced": "replacement of",
    "required": "need for",
    "resolved": "resolution of",
    "restored": "restoration of",
    "retained": "retention of",
    "reversed": "reversal of",
    "started": "start of",
    "stopped": "discontinuation of",
    "successful": "success of",
    "suppressed": "suppression of",
    "taken": "use of",
    "tried": "use of",
    "unchanged": "no change in",
    "used": "use of",
    "withdrawn": "withdrawal of",
    "withheld": "withholding of",
    "worsened": "worsening of",
}
_BY_RULE: Final = expression(r"(?P<stem>[a-z]{3,}(?:at|is|iz|ifi))ed")
_CONDUCT: Final = expression(
    r"allocated|anticipated|associated|calculated|collated|complicated|correlated|dated|demonstrated|estimated|evaluated|"
    r"hypothesi[sz]ed|indicated|investigated|located|populated|randomi[sz]ed|rated|related|separated|situated|"
    r"speculated|stated|stratified|summari[sz]ed|treated|validated|verified|analy[sz]ed|categori[sz]ed|advised|"
    r"supervised|classified|identified|specified|criticised|comprised|surprised|recogni[sz]ed|hospitali[sz]ed"
)
"""How a study was done, or what it saw: no event, or one that is called otherwise."""
_ENDINGS: Final = {"at": "ation of", "is": "isation of", "iz": "ization of", "ifi": "ification of"}


def of(verb: str) -> str:
    """The noun of a past participle with the preposition behind it; empty where none is known."""
    low = verb.lower()
    known = _TABLE.get(low)
    if known is not None:
        return known
    match = _BY_RULE.fullmatch(low)
    if match is None or _CONDUCT.fullmatch(low):
        return ""
    ending = next(e for e in ("ifi", "at", "is", "iz") if match["stem"].endswith(e))
    return match["stem"].removesuffix(ending) + _ENDINGS[ending]
