"""In which country somebody asks, so that the right numbers to call are named. Never guessed from what was studied."""

from __future__ import annotations

import re
from typing import Final

from probatum.errors import ProbatumError
from probatum.text.expressions import expression

_NAMES: Final[dict[str, str]] = {
    "US": r"United States(?: of America)?|USA|U\.S\.A?\.?|US|America",
    "GB": r"United Kingdom|UK|U\.K\.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland",
    "IE": r"Ireland|Republic of Ireland|Éire",
    "CA": r"Canada",
    "AU": r"Australia",
    "NZ": r"New Zealand|Aotearoa|NZ",
    "DE": r"Germany|Deutschland",
    "AT": r"Austria",
    "CH": r"Switzerland",
    "FR": r"France",
    "BE": r"Belgium",
    "NL": r"(?:the )?Netherlands|Holland",
    "ES": r"Spain",
    "PT": r"Portugal",
    "IT": r"Italy",
    "SE": r"Sweden",
    "NO": r"Norway",
    "DK": r"Denmark",
    "FI": r"Finland",
    "PL": r"Poland",
    "IN": r"India",
    "ZA": r"South Africa",
}
_BY_NAME: Final = {code: expression(rf"(?:{names})", re.IGNORECASE) for code, names in _NAMES.items()}
_LIVES: Final = expression(
    r"\b(?:live|living|based|here|am|i'm|im|are|we're|calling|writing) in (?:the )?"
    r"(?:" + "|".join(f"(?P<{code}>{names})" for code, names in _NAMES.items()) + r")(?!\w)",
    re.IGNORECASE,
)
_CODE: Final = expression(r"[A-Za-z]{2}")
_LOCALE: Final = expression(r"^[a-z]{2,3}_([A-Z]{2})\b")


def read_country(text: str) -> str:
    """The ISO code of the country in which the asker says to be: `I live in Norway`; empty where none is told."""
    found = _LIVES.search(text)
    return found.lastgroup or "" if found else ""


def country_code(named: str) -> str:
    """The ISO code of a country named by code or name; empty for an empty one. Raises ProbatumError P414."""
    named = named.strip()
    if not named:
        return ""
    for code, names in _BY_NAME.items():
        if names.fullmatch(named):
            return code
    if _CODE.fullmatch(named):
        return {"UK": "GB"}.get(named.upper(), named.upper())
    raise ProbatumError("P414", country=named, known=", ".join(sorted(_NAMES)))


def of_locale(locale: str) -> str:
    """The country of a locale's name: `GB` of `en_GB.UTF-8`; empty for `C` and the like."""
    found = _LOCALE.match(locale)
    return found[1] if found else ""
