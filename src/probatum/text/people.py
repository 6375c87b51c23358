"""People whom the directions of labels single out: by age, pregnancy, and how kidneys and liver work."""

from __future__ import annotations

import re

from probatum.text.expressions import expression

_HARMED = "".join(
    rf"(?<!\b{verb}{the})"
    for verb in ("harm", "harms", "harmed", "damage", "damages", "damaged", "injure", "injured")
    for the in (" ", " the ")
)
KIDNEY = (
    rf"(?<!ad)renal|{_HARMED}(?<!polycystic )kidney(?! stones?\b|(?:, heart or lung)? transplant)|creatinine clearance"
    r"|glomerular filtration|\be?GFR\b|\bCrCl\b|dialysis"
)
"""Words of how kidneys work; kidneys that a medicine harms (`drugs that harm the kidneys`), stones and transplants are
no such state."""
LIVER = r"hepatic|\bliver|cirrho|child-pugh"
MOTHERS = expression(
    r"\b(?:pregnan\w+|obstetric\w*|antenatal|prenatal|(?:pre-?)?eclamp\w+|preterm|ca?esarean|childbirth|gestational"
    r"|post-?partum|in labou?r)\b",
    re.IGNORECASE,
)
"""Words by which a title says that it is on pregnancy or birth."""
YOUNG = expression(
    r"\b(?:child(?:ren|hood)?|p(?:a?e)diatric\w*|infants?|neonat\w+|newborns?|toddlers?|adolescents?|teenagers?|boys"
    r"|girls|schoolchildren|youths?|preschool\w*)\b",
    re.IGNORECASE,
)
"""Words by which a study tells that the young took part."""
PEOPLE = (
    (r"pregnan|fetus|foetus|fetal|teratogen|women of child", "pregnancy"),
    (r"breast-?feed|breast milk|lactat|nursing|human milk", "breastfeeding"),
    (r"pa?ediatric|children|infants|neonat|adolescent", "children"),
    (r"geriatric|elderly|older (?:people|patients|adults)|65 years", "older people"),
    (KIDNEY, "kidney disease"),
    (LIVER, "liver disease"),
    (r"poor metaboli[sz]er|extensive metaboli[sz]er", "metabolisers"),
)
_PEOPLE = tuple((expression(pattern, re.IGNORECASE), name) for pattern, name in PEOPLE)


def people_in(text: str) -> str:
    """The special population a text names, or an empty string."""
    return next((name for pattern, name in _PEOPLE if pattern.search(text)), "")
