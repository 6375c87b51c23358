"""Units of measure as sources write them, and the one form each is brought to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.text.expressions import expression

MASS: Final = {
    "kg": "kg kilogram kilograms kilogramme kilogrammes",
    "g": "g gram grams gramme grammes gm",
    "mg": "mg mgs milligram milligrams milligramme milligrammes",
    "μg": "μg ug mcg microg microgram micrograms microgramme microgrammes",
    "ng": "ng nanogram nanograms",
    "pg": "pg picogram picograms",
}
VOLUME: Final = {
    "L": "L l litre litres liter liters",
    "dL": "dL dl",
    "mL": "mL ml mls cc millilitre millilitres milliliter milliliters",
    "μL": "μL μl uL ul",
    "drops": "drop drops gtt",
}
ACTIVITY: Final = {
    "IU": "IU iu I.U. I.E. IE UI international\\sunits international\\sunit",
    "units": "U unit units",
    "MU": "MU",
    "Gy": "Gy cGy",
    "mmol": "mmol mM millimoles millimole",
    "μmol": "μmol umol μM micromoles",
    "nmol": "nmol nM",
    "pmol": "pmol",
    "mol": "mol",
    "mEq": "mEq meq",
    "MBq": "MBq",
    "PFU": "PFU pfu CFU cfu",
}
FORMS: Final = {
    "tablets": "tablet tablets",
    "capsules": "capsule capsules",
    "puffs": "puff puffs inhalation inhalations actuation actuations",
    "sachets": "sachet sachets",
    "sprays": "spray sprays",
    "patches": "patch patches",
    "ampoules": "ampoule ampoules vial vials",
}
TIME: Final = {
    "seconds": "second seconds sec secs s",
    "minutes": "minute minutes min mins",
    "hours": "hour hours hr hrs h",
    "days": "day days d",
    "weeks": "week weeks wk wks w",
    "months": "month months mo mos",
    "years": "year years yr yrs y",
    "decades": "decade decades",
}
PEOPLE: Final = {
    "patients": "patient patients participant participants people person persons subject subjects individual "
    "individuals "
    "volunteer volunteers respondent respondents recipients cases case",
    "adults": "adult adults",
    "children": "child children",
    "women": "woman women females female",
    "men": "man men males male",
    "infants": "infant infants neonate neonates newborns babies",
    "controls": "control controls",
    "users": "users",
    "pairs": "pairs couples",
}
THINGS: Final = {
    "studies": "study studies article articles papers publications",
    "trials": "trial trials RCT RCTs",
    "reviews": "reviews review",
    "events": "event events episodes episode",
    "deaths": "death deaths",
    "centres": "centre centres center centers sites hospitals practices",
    "arms": "arm arms",
    "groups": "group groups",
    "visits": "visits visit sessions session",
    "doses": "doses dose",
    "points": "point points",
    "items": "items item",
    "eyes": "eyes eye",
    "teeth": "teeth",
    "knees": "knees",
    "samples": "samples sample specimens",
    "mice": "mice",
    "rats": "rats",
}
OTHER: Final = {
    "%": "% percent per\\scent",
    "percentage points": "percentage\\spoints percentage\\spoint",
    "mmHg": "mmHg mm\\sHg",
    "cmH2O": "cmH2O cm\\sH2O",
    "kPa": "kPa",
    "cm": "cm centimetres centimeters",
    "mm": "mm millimetres millimeters",
    "μm": "μm",
    "nm": "nm",
    "m": "m metres meters",
    "km": "km",
    "cells": "cells",
    "copies": "copies",
    "kcal": "kcal",
    "kJ": "kJ",
    "°C": "°C",
    "Hz": "Hz",
    "bpm": "bpm beats/min beats",
    "ms": "ms msec",
    "mV": "mV",
    "W": "W watts",
    "fold": "fold -fold folds",
    "times": "times",
    "SD": "SDs",
    "mmol/mol": "mmol/mol",
    "letters": "letters",
    "logMAR": "logMAR",
}

KIND: Final[dict[str, str]] = {}
"""Normal unit -> kind of quantity: dose, percent, duration, count or number."""
_FORMS: Final[dict[str, str]] = {}
_LOWER: Final[dict[str, str]] = {}
for _table, _kind in (
    (MASS, "dose"),
    (VOLUME, "dose"),
    (ACTIVITY, "dose"),
    (FORMS, "dose"),
    (TIME, "duration"),
    (PEOPLE, "count"),
    (THINGS, "count"),
    (OTHER, "number"),
):
    for _normal, _written in _table.items():
        KIND[_normal] = _kind
        for _form in _written.split():
            _plain = _form.replace("\\s", " ")
            _FORMS[_plain] = _normal
            if len(_plain) > 2:
                _LOWER[_plain.lower()] = _normal
KIND["%"] = "percent"
KIND["points"] = KIND["items"] = KIND["doses"] = KIND["letters"] = "number"

_ALL: Final = sorted(_FORMS, key=len, reverse=True)
_COUNTED: Final = {f for table in (PEOPLE, THINGS) for written in table.values() for f in written.split()}
_MEASURES: Final = [re.escape(f).replace("\\ ", r"\s") for f in _ALL if f not in _COUNTED]
_TIMES: Final = "|".join(sorted((f for w in TIME.values() for f in w.split()), key=len, reverse=True))
_DENOMINATOR: Final = (
    rf"kg|m2|m\^2|1\.73\s?m\^?2|{_TIMES}|dL|dl|mL|ml|L|l|μL|μl|uL|mm3|mm\^3|g|mg|mol|mmol|cm2|cm\^2|person-years?"
    rf"|patient-years?"
    "|dose|eye|puff|tablet|injection"
)
UNIT: Final = expression(
    rf"(?:\s?|-)(?P<unit>{'|'.join(_MEASURES)})(?![A-Za-z0-9°%]|-[a-z]*ase\b)"
    rf"(?P<per>(?:\s?/\s?(?:{_DENOMINATOR})(?![A-Za-z])){{0,3}})"
    rf"(?P<by>(?:\s(?:per|a|an|each|every)\s(?:kg|m2|{_TIMES}|kilogram|litre|liter|dose|eye)(?![A-Za-z])){{0,2}})"
    rf"(?P<daily>(?:\s|/)(?:daily|weekly|monthly|hourly)\b)?"
)
"""A unit right after its number: group unit, then what it is per."""
COUNTED: Final = expression(
    r"(?:-|\s)(?:(?!(?:and|or|of|to|in|with|from|for|by|v|vs|versus|were|was|at|on|the|than|had|who|per|as|is|are"
    r"|but|if|a|an)\b)"
    rf"[A-Za-z][\w'-]{{0,24}}\s){{0,3}}?(?P<unit>{'|'.join(sorted(_COUNTED, key=len, reverse=True))})\b(?!-)"
)
"""A counted noun with up to three adjectives before it."""
RATE: Final = expression(
    r"\s?(?:/\s?(?P<slash>day|d|week|wk|month|mo|year|yr|hour|h|min|night)|\s(?:a|per|each)\s(?P<word>day|week"
    r"|month|year|hour|night|minute))\b"
)
"""A bare rate: `3.5 a day`, `5.3/day`."""


@lru_cache(maxsize=4096)
def normal(unit: str) -> str:
    """The one form of a unit as written; the unit itself when it is not known."""
    bare = re.sub(r"\s+", " ", unit)
    return _FORMS.get(bare) or _LOWER.get(bare.lower()) or bare


def denominator(unit: str) -> str:
    """The one form of what a unit is per: `day`, `kg`, `mL`."""
    bare = unit.strip()
    if bare.replace("^", "").replace(" ", "") in ("m2", "1.73m2", "mm3", "cm2"):
        return bare.replace("^", "").replace(" ", "").replace("1.73m2", "1.73 m2")
    known = normal(bare)
    return known[:-1] if known in TIME else {"kilogram": "kg", "litre": "L", "liter": "L"}.get(bare, known)


def compound(found: re.Match[str]) -> str:
    """The unit of a UNIT match: `mg/kg/day` for `mg per kg daily`."""
    parts = [normal(found["unit"])]
    parts += [denominator(p) for p in found["per"].split("/") if p.strip()]
    parts += [denominator(w.split(None, 1)[1]) for w in re.findall(r"(?:per|an|a|each|every)\s\w+", found["by"])]
    daily = (found["daily"] or "").strip(" /")
    if daily and parts[0] not in TIME:
        parts.append({"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour"}[daily])
    return "/".join(parts)
