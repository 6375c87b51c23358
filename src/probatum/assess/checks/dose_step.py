"""Does a dose step change the dose, the way it says?"""

from __future__ import annotations

import re

from probatum.assess.case import Case
from probatum.assess.registry import Answer, check
from probatum.model import Verdict
from probatum.text.expressions import expression

_DOSE = (
    r"(?P<{0}>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?)\s?(?P<{0}_unit>mg|g|\u03bcg|\u00b5g|mcg|IU|units?|mL|drops?|tablets?|puffs?)?"
    r"(?:/\w+)?(?:\s(?:a|per) day|\s(?:once|twice|three times) (?:a day|daily)|\sdaily)?"
)
_STEP = expression(
    rf"\b(?:(?P<up>increas\w*|rais\w*|step(?:ped|ping)? up|titrat\w* up\w*|up-titrat\w*|escalat\w*|doubl\w*)"
    rf"|(?P<down>reduc\w*|lower\w*|decreas\w*|step(?:ped|ping)? down|taper\w*|halv\w*)|(?P<any>chang\w*|switch\w*"
    rf"|titrat\w*))\b"
    rf"[^.;]{{0,60}}?\bfrom {_DOSE.format('a')} to {_DOSE.format('b')}",
    re.IGNORECASE,
)
_ADVICE = expression(
    rf"\b(?:start|begin|give|take)\w*\b[^.;]{{0,60}}?{_DOSE.format('a')}[^.;]{{0,100}}?\b(?:(?P<up>step up|increase"
    rf"|raise|titrate up)|(?P<down>step down|reduce|lower|taper)|(?P<any>(?!x)x))"
    rf"\b[^.;0-9]{{0,30}}? to {_DOSE.format('b')}",
    re.IGNORECASE,
)


@check(
    name="dose step",
    purpose="A step in the dose changes it, and up goes up: `increase from 10 mg to 10 mg` is no step.",
    source="Rule: a dose step must change the dose. Needs no source.",
)
def dose_step(case: Case) -> Answer:
    """Contradicted when a dose step is empty or goes the other way."""
    asked = False
    for text in case.texts:
        if " to " not in text:
            continue
        for found in (*_STEP.finditer(text), *_ADVICE.finditer(text)):
            if (found["a_unit"] or found["b_unit"]) is None or (found["a_unit"] or found["b_unit"]) != (
                found["b_unit"] or found["a_unit"]
            ):
                continue
            asked = True
            before, after = (float(found[name].replace(",", "")) for name in ("a", "b"))
            if before == after or (found["up"] and after < before) or (found["down"] and after > before):
                return Verdict.CONTRADICTED, "the dose step is empty or goes the other way"
    return (Verdict.SUPPORTED, "dose steps go where they say") if asked else None
