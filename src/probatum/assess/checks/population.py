"""Are the people of the statement the people of the source?"""

from __future__ import annotations

import re
from functools import lru_cache

from probatum.assess.case import Case
from probatum.assess.registry import Answer, check
from probatum.model import Verdict
from probatum.text.expressions import expression

_GROUPS = (
    (
        "children",
        r"child(?:ren|hood)?|p(?:a)?ediatric\w*|infants?|toddlers?|adolescen\w*|neonat\w*|newborns?|boys?|girls?"
        r"|school\w*|youth|teen\w*",
    ),
    ("infants", r"infants?|neonat\w*|newborns?|bab(?:y|ies)|preterm|premature"),
    (
        "women",
        r"wom[ae]n|females?|pregnan\w*|postmenopaus\w*|maternal|girls?|mothers?|menopaus\w*|gyn\w*|obstetric\w*"
        r"|breast\w*",
    ),
    ("men", r"m[ae]n|males?|boys?|prostat\w*|erectile|fathers?|veterans?"),
    (
        "pregnant women",
        r"pregnan\w*|gestation\w*|antenatal|prenatal|obstetric\w*|maternal|labou?r|trimester|preeclampsia|partum"
        r"|f(?:o)?etal",
    ),
    ("animals", r"mice|mouse|rats?|rabbits?|dogs?|pigs?|monkeys?|animals?|murine|zebrafish|sheep"),
    ("healthy volunteers", r"healthy|volunteers?"),
    ("older people", r"old(?:er)?|elderly|aged|geriatric\w*|ag(?:e|ing)|seniors?"),
)
_SAID = {
    "children": expression(r"\bin (?:\w+ ){0,2}(?:children|adolescents|toddlers)\b|\bp(?:a)?ediatric\b", re.I),
    "infants": expression(r"\bin (?:\w+ ){0,2}(?:infants|neonates|newborns|babies)\b", re.I),
    "women": expression(r"\b(?:in|among|of) (?:\w+ ){0,2}women\b", re.I),
    "men": expression(r"\b(?:in|among|of) (?:\w+ ){0,2}men\b", re.I),
    "pregnant women": expression(r"\bpregnant\b", re.I),
    "animals": expression(r"\b(?:mice|rats|rabbits|animals)\b", re.I),
    "healthy volunteers": expression(r"\bhealthy (?:volunteers|people|adults|participants|subjects)\b", re.I),
    "older people": expression(r"\b(?:elderly|older (?:people|adults|patients|women|men))\b", re.I),
}
DENIED = expression(
    r"\bnot (?:studied |tested |tried )?in (?:\w+ ){0,2}\w+"
    r"|(?<=, )not (?:healthy|older|pregnant) (?:people|volunteers|adults|women|men)\b",
    re.I,
)
"""People of whom a sentence says that its source is not about them: `in adults, not in children`, `in stroke, not
healthy people`."""
_FOUND = {name: expression(rf"\b(?:{pattern})\b", re.I) for name, pattern in _GROUPS}


@check(
    name="population",
    purpose="Children, women, men, pregnant women, animals or volunteers named in the statement are in its sources.",
    source="Guyatt GH, et al. GRADE guidelines 8: indirectness (2011), doi:10.1016/j.jclinepi.2011.04.014",
)
def population(case: Case) -> Answer:
    """Population differs when a group is named that the cited sections and titles never speak of."""
    if not case.statement.supports:
        return None
    asked = False
    for text in (DENIED.sub("", given) for given in case.texts):
        for name, said in _SAID.items():
            if said.search(text):
                asked = True
                if not any(_speaks(name, source) for source in case.context):
                    return Verdict.POPULATION_DIFFERS, f"the sources do not speak of {name}"
    return (Verdict.SUPPORTED, "the people named are in the sources") if asked else None


@lru_cache(maxsize=4096)
def _speaks(name: str, text: str) -> bool:
    return _FOUND[name].search(text) is not None
