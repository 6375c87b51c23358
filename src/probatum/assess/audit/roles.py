"""Words in which a text names the groups of a trial by their roles: controls, whoever got the drug, the trial group."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

CONTROL: Final = expression(
    r"\b(?:controls?|control (?:group|arm|patients|subjects)|comparators?|comparison (?:group|arm)|untreated"
    r"|no (?:intervention|treatment))\b(?! of|led|s? for)",
    re.IGNORECASE,
)
ACTIVE: Final = expression(
    r"\b(?:(?:on|with|given|taking|took|receiving|received|got|under|by|for) the (?:study |trial |active |test )?"
    r"(?:drug|medicine|medication|supplement|vaccine|preparation|compound|remedy|herb|intervention)"
    r"|(?:on|with|given|taking|took|receiving|received|got|under|by|for|from|after) the (?:new |added "
    r"|extra )?(?:vitamin"
    r"|bacteri(?:um|a)|probiotic|extract|oil|cream|gel|spray|capsules?|tablets?|pills?|injections?|programme"
    r"|program|course"
    r"|classes|lessons|app|device|procedure|therapy|treatment|factor|hormone|mineral|agent|antibiotic|active one"
    r"|real thing)"
    r"|(?:the )?(?:active|intervention|experimental|verum) (?:treatment|drug|arm|group|therapy|medication)"
    r"|the (?:treated|experimental) (?:group|arm|patients|children|women|men))\b",
    re.IGNORECASE,
)
"""Words for whoever got what a trial with one control tries."""
TRIED: Final = expression(
    r"\b(?:trial|treatment|study|experimental|intervention|test|observation|treated|active|case)s? (?:group|arm)s?\b"
    r"|\bin the (?:intervention|experimental)(?= (?:and|versus|vs|compared)\b|\s?[,;.(])",
    re.IGNORECASE,
)
COMPARED: Final = expression(
    r"\b(?:control|comparison|comparator|placebo|usual[- ]care|standard[- ]care|untreated) (?:group|arm)s?\b",
    re.IGNORECASE,
)
AS_CONTROL: Final = expression(
    r"\b(?P<what>[A-Za-z][\w-]{2,24}(?: [a-z][\w-]{2,24}){0,2}) (?:was|were) (?:chosen|used|selected|given"
    r"|offered|taken|designated|regarded|defined|(?:to )?serv(?:e|ed|ing)) as (?:an? |the )?"
    r"(?:active |attention |sham )?(?:control"
    r"|comparator|comparison)s?\b|\b(?P<whom>[A-Za-z][\w-]{2,24}(?: [a-z][\w-]{2,24}){0,2}) served as (?:an? |the )?"
    r"(?:active |attention )?(?:control|comparator|comparison)s?\b",
)
"""What a trial says that its controls had: `a wristband was chosen as control`."""
KEPT_DOWN: Final = expression(
    r"\b(?:gly[ck]a?emic|glucose|sugar|pain|pressure|symptoms?|disease|infection|seizures?|weight|asthma|lipids?"
    r"|quality|birth"
    r"|metabolic|diabetes|rate|tumou?r|local|postural|motor|impulse|bladder|anxiety|emesis|bleeding|fever|cough"
    r"|malaria|vector"
    r"|anger|ventricular|rhythm)\scontrol\Z",
    re.IGNORECASE,
)
"""`Pain control` is an outcome, and no group."""
