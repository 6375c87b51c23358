"""How a drug was given: salt, route, frequency and duration, as the sentence of its arm says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.appraise.numbers import NUMBER
from probatum.model import Arm
from probatum.text import doses
from probatum.text.doses import Dose
from probatum.text.expressions import expression

SALTS: Final = expression(
    r"(?:hydrochloride|hcl|dihydrochloride|(?:di)?sodium|potassium|calcium|magnesium|(?:bi)?sul(?:f|ph)ate"
    r"|maleate|malate"
    r"|mes[yi]late|(?:bi)?tartrate|citrate|acetate|(?:di)?phosphate|(?:hemi)?fumarate|succinate|bes[yi]late"
    r"|(?:hydro)?bromide"
    r"|chloride|(?:mono|di)?nitrate|gluconate|lactate|(?:di)?propionate|furoate|valerate|pamoate|tosylate"
    r"|xinafoate|oxalate"
    r"|decanoate|palmitate|etabonate|trometamol|tromethamine|nicotinate|stearate|benzoate|salicylate|carbonate"
    r"|(?:di|tri)hydrate"
    r"|meglumine)",
    re.IGNORECASE,
)
"""Acids and bases with which drugs form salts, and esters, as INN and USAN name them."""
ROUTES: Final = (
    ("oral", r"oral(?:ly)?|by mouth|per os|p\.o\."),
    ("intravenous", r"intravenous(?:ly)?|i\.v\.|IV|into (?:a|the) vein"),
    ("subcutaneous", r"subcutaneous(?:ly)?|s\.c\.|under the skin"),
    ("intramuscular", r"intramuscular(?:ly)?|i\.m\.|into (?:a|the) muscle"),
    ("topical", r"topical(?:ly)?"),
    ("inhaled", r"inhaled|inhalation|by inhaler|nebuli[sz]ed"),
    ("intranasal", r"intranasal(?:ly)?|into the nose"),
    ("sublingual", r"sublingual(?:ly)?|under the tongue"),
    ("rectal", r"rectal(?:ly)?"),
    ("vaginal", r"vaginal(?:ly)?|intravaginal(?:ly)?"),
    ("transdermal", r"transdermal(?:ly)?"),
    ("intrathecal", r"intrathecal(?:ly)?|into the spine"),
    ("epidural", r"epidural(?:ly)?"),
    ("intravitreal", r"intravitreal(?:ly)?"),
    ("intra-articular", r"intra-?articular(?:ly)?"),
)
ROUTE: Final = expression(
    "|".join(rf"(?P<r{i}>\b(?:{words})(?!\w))" for i, (_, words) in enumerate(ROUTES)), re.IGNORECASE
)
AMOUNT: Final = expression(r"[\d.,\s–-]+(?:to [\d.,]+\s*)?[^\s,(\d]+")
LASTING: Final = expression(
    rf"[,;]? ?(?:each |both |all |daily |given |administered )?(?:for|over|during)(?: up to| at least| an?| the"
    rf"| a total of)*"
    rf" (?P<v>(?:{NUMBER})(?:[- ]?(?:to|or|–|-)[- ]?(?:{NUMBER}))?[- ](?:days?|weeks?|wks?|months?|years?|hours?))\b",
    re.IGNORECASE,
)


def salt(drug: str) -> str:
    """The salt or ester in a drug's name, behind its first word: `omadrol hydrochloride` -> `hydrochloride`."""
    words = [word.strip("(),") for word in drug.split()[1:]]
    return " ".join(word for word in words if SALTS.fullmatch(word))


def route(words: str, dose: Dose | None) -> str:
    """The route that an arm's words name; empty when they name none or two."""
    found = {ROUTES[int((match.lastgroup or "r0")[1:])][0] for match in ROUTE.finditer(words)}
    if len(found) == 1:
        return found.pop()
    return dose.route if dose and not found else ""


def frequency(dose: Dose | None) -> str:
    """How often, in the source's words: `150 mg orally twice daily` -> `twice daily`."""
    if dose is None or dose.frequency_per_day is None:
        return ""
    amount = AMOUNT.match(dose.text)
    rest = dose.text[amount.end() if amount else 0 :].strip(" ,(")
    words = rest.split()
    for i in range(len(words)):
        if doses.frequency(" ".join(words[i:])) is not None:
            return " ".join(words[i:]).strip(" ,)")
    return ""


def lasting(text: str, end: int, arms: Sequence[Arm]) -> tuple[Arm, ...]:
    """The arms with the duration that stands where their list ends: it holds for all of them."""
    match = LASTING.match(text, end)
    if match is None:
        return tuple(arms)
    return tuple(msgspec.structs.replace(arm, duration=match["v"]) for arm in arms)
