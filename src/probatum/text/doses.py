"""Doses: amount, unit, how often, by which route, and what that makes in a day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import msgspec

from probatum.text import quantities
from probatum.text.expressions import expression
from probatum.text.normal import fold
from probatum.text.units import ACTIVITY, FORMS, MASS

_DOSED: Final = frozenset({*MASS, *ACTIVITY, *FORMS, "mL", "L", "drops", "%"})
_TIMES: Final = {
    "once": 1, "one": 1, "twice": 2, "two": 2, "thrice": 3, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8,
}  # fmt: skip
_PERIOD: Final = {"day": 1.0, "daily": 1.0, "d": 1.0, "24 h": 1.0, "night": 1.0, "week": 1 / 7, "weekly": 1 / 7,
                  "fortnight": 1 / 14,
                  "month": 1 / 30, "monthly": 1 / 30, "year": 1 / 365, "yearly": 1 / 365}  # fmt: skip
_LATIN: Final = {
    "bid": 2, "bd": 2, "tid": 3, "tds": 3, "qid": 4, "qds": 4, "qd": 1, "od": 1, "om": 1, "on": 1,
    "qhs": 1, "hs": 1, "qam": 1,
    "qpm": 1, "qod": 0.5, "qw": 1 / 7, "q2w": 1 / 14, "q3w": 1 / 21, "q4w": 1 / 28, "tiw": 3 / 7, "biw": 2 / 7,
}  # fmt: skip
_FREQUENCY: Final = expression(
    r"""
    (?P<fewest>(?:one|two|three|[1-5])\ ?(?:to|or|-|\u2013)\ ?)?
    (?P<times>once|twice|thrice|(?:one|two|three|four|five|six|seven|eight|[1-9])(?:\ times|\ doses|x|\u00d7|\ x)?)
      [\s-]{0,2} (?:(?:a|per|each|every|/)\s?)? (?P<period>daily|day|d\b|night|weekly|week|monthly|month|yearly|year
          |24\ h)(?!s\b)
  | (?P<latin>(?:b\.?\s?i\.?\s?d|t\.?\s?i\.?\s?d|q\.?\s?i\.?\s?d|b\.?d|t\.?d\.?s|q\.?d\.?s|q\.?d|o\.?d|q\.?o\.?d
      |q\.?h\.?s|q[234]?w|tiw|biw|qam|qpm)\b\.?)
  | q\.?\s?(?P<qh>[0-9]{1,2})\s?(?:h|hr|hrs|hours)\b
  | (?P<hourly>[0-9]{1,2}|four|six|eight|twelve)[\s-](?:hourly|hrly)\b
  | (?:every|each)\s(?P<each>other|second|alternate|third|[0-9]{1,2}|two|three|four|six|eight|twelve)?\s?[-]?
      (?P<unit>hours?|hrs?|h|days?|d|weeks?|wks?|months?|morning|evening|night)\b
  | (?:on\s)?(?P<alternate>alternate\sdays?)
  | (?:(?:a|per)\s|/\s?)(?P<per>day|d|week|wk|month|year|night)\b
  | (?P<single>daily|nightly|weekly|fortnightly|biweekly|monthly|yearly|at\sbedtime|at\snight|in\sthe\smorning)\b
  | (?P<once>(?:as\sa\s)?single\s(?:oral\s|intravenous\s)?(?:dose|bolus|infusion|injection)|once(?!\s?-?(?:daily
      |weekly|a|per)))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SINGLE: Final = {
    "daily": 1.0, "nightly": 1.0, "weekly": 1 / 7, "fortnightly": 1 / 14, "biweekly": 1 / 14,
    "monthly": 1 / 30, "yearly": 1 / 365,
}  # fmt: skip
_ROUTES: Final = {
    "oral": r"oral(?:ly)?|by mouth|p\.?o\.?|per os",
    "intravenous": r"intravenous(?:ly)?|i\.?v\.?",
    "subcutaneous": r"subcutaneous(?:ly)?|s\.?c\.?|subq",
    "intramuscular": r"intramuscular(?:ly)?|i\.?m\.?",
    "topical": r"topical(?:ly)?",
    "inhaled": r"inhal(?:ed|ation)|nebuli[sz]ed",
    "intranasal": r"intranasal(?:ly)?|nasal(?:ly)?",
    "sublingual": r"sublingual(?:ly)?|buccal",
    "rectal": r"rectal(?:ly)?",
    "vaginal": r"vaginal(?:ly)?|intravaginal(?:ly)?",
    "transdermal": r"transdermal(?:ly)?",
    "intrathecal": r"intrathecal(?:ly)?",
    "epidural": r"epidural(?:ly)?",
    "intravitreal": r"intravitreal(?:ly)?",
    "intra-articular": r"intra-?articular(?:ly)?",
}
_ROUTE: Final = expression("|".join(rf"(?P<{n.replace('-', '_')}>\b(?:{p})(?!\w))" for n, p in _ROUTES.items()), re.I)
_BEFORE: Final = expression(
    r"(?P<times>once|twice|thrice|three times|four times)[\s-](?P<period>daily|weekly|monthly|a day"
    r"|a week)\s(?:[\w-]{1,25}\s){0,3}\Z",
    re.I,
)


_DIFFERENCE: Final = expression(
    r"\s(?:lower|higher|less|more|fewer|greater|smaller)\b(?! (?:often|frequently|than (?:once|twice)))", re.I
)
"""Behind an amount that is by how much something was less or more: that is a result, and no dose."""


class Dose(msgspec.Struct, frozen=True):
    """A dose where it stands. Offsets count in the text as given; `text` runs to the end of the frequency."""

    start: int
    end: int
    amount: float
    unit: str
    """Of the amount alone: `mg`, `IU`, `tablets`."""
    text: str
    high: float | None = None
    """The upper amount, for a range of doses."""
    frequency_per_day: float | None = None
    """Times a day; 1/7 for weekly; None when it is not said."""
    route: str = ""
    per_kg: bool = False
    per_m2: bool = False
    daily_total: float | None = None
    """Amount times frequency, per kg or m2 where the amount is; None without a frequency."""
    single: bool = False
    """True for a single dose."""
    varies: bool = False
    """True where how often is told as a range, of which `frequency_per_day` is the upper end."""

    @property
    def key(self) -> tuple[float, str, float | None]:
        """Amount, unit and frequency: what two texts must agree on."""
        frequency = self.frequency_per_day
        return self.amount, self.unit, None if frequency is None else round(frequency, 6)


def read(text: str) -> tuple[Dose, ...]:
    """All doses of a text, in order. A concentration (`mg/dL`, `g/L`) is no dose."""
    return _read_again(text) if len(text) <= quantities.SENTENCE_CHARACTERS else _read(text)


def _read(text: str) -> tuple[Dose, ...]:
    found = [q for q in quantities.read(text) if q.kind in ("dose", "range") and q.unit.split("/")[0] in _DOSED]
    return tuple(made for i, q in enumerate(found) if (made := _dose(text, q, _limit(text, found, i))))


_read_again = lru_cache(maxsize=4096)(_read)


def frequency(text: str) -> float | None:
    """Times a day of a phrase such as `twice daily`, `b.i.d.`, `every 8 hours`; None when it is none."""
    found = _FREQUENCY.match(fold(text).text.strip())
    return None if found is None else _per_day(found)


def frequencies(text: str) -> tuple[float, ...]:
    """Every frequency named in a text, times a day."""
    return tuple(v for found in _FREQUENCY.finditer(fold(text).text) if (v := _per_day(found)) is not None)


def _limit(text: str, found: list[quantities.Quantity], i: int) -> int:
    return min(found[i + 1].start if i + 1 < len(found) else len(text), found[i].end + 80)


def _dose(text: str, quantity: quantities.Quantity, limit: int) -> Dose | None:
    parts = quantity.unit.split("/")
    rest = parts[1:]
    if any(
        p in ("mL", "L", "dL", "μL", "mol", "mmol", "mm3", "min", "minute", "hour", "second", "g", "mg") for p in rest
    ):
        return None
    if parts[0] == "%" or (parts[0] in ("kg", "mmol", "μmol", "nmol", "pmol", "L") and not rest):
        return None
    if _DIFFERENCE.match(text, quantity.end):
        return None
    times, end, single, varies = _after(text, quantity, limit)
    for period in ("day", "week", "month", "year"):
        if period in rest:
            times, end = _PERIOD[period], quantity.end
    if times is None and not single:
        before = _BEFORE.search(fold(text[max(0, quantity.start - 60) : quantity.start]).text)
        if before is not None:
            count = _TIMES[before["times"].split()[0].lower()]
            times = count * _PERIOD[before["period"].split()[-1].lower()]
    around = fold(text[max(0, quantity.start - 30) : min(len(text), max(end, quantity.end) + 25)]).text
    route = _ROUTE.search(around)
    total = None if times is None else quantity.value * times
    return Dose(
        quantity.start, end, quantity.value, parts[0], text[quantity.start : end], quantity.high, times,
        (route.lastgroup or "").replace("_", "-") if route else "", "kg" in rest, "m2" in rest, total, single, varies,
    )  # fmt: skip


def _after(text: str, quantity: quantities.Quantity, limit: int) -> tuple[float | None, int, bool, bool]:
    """Frequency behind the amount, where the phrase ends, whether it is a single dose, and whether it is a range."""
    folded = fold(text[quantity.end : limit])
    at = 0
    for _ in range(5):
        found = _FREQUENCY.match(folded.text, at + (len(folded.text[at:]) - len(folded.text[at:].lstrip(" ,(-"))))
        if found is not None:
            _, end = folded.span(found.start(), found.end())
            return _per_day(found), quantity.end + end, found["once"] is not None, found["fewest"] is not None
        filler = _STEP.match(folded.text, at)
        if filler is None:
            break
        at = filler.end()
    return None, quantity.end, False, False


_STEP: Final = expression(
    r"[\s,(]{0,3}(?!(?:and|or|to|v|vs|versus|than|for|in|with|then|followed|was|were|plus|if"
    r"|when)\b)[A-Za-z][\w-]{0,25}\)?(?=[\s,(]|/\s?(?:day|d|week|wk|night|month)\b)",
    re.I,
)


def _per_day(found: re.Match[str]) -> float | None:
    if found["times"]:
        word = re.match(r"[A-Za-z]+|[0-9]+", found["times"])
        head = word.group().lower() if word else "one"
        count = int(head) if head.isdigit() else _TIMES[head]
        return count * _PERIOD[found["period"].lower()]
    if found["latin"]:
        return float(_LATIN[re.sub(r"[^a-z0-9]", "", found["latin"].lower())])
    if found["qh"] or found["hourly"]:
        raw = (found["qh"] or found["hourly"]).lower()
        hours = int(raw) if raw.isdigit() else {"four": 4, "six": 6, "eight": 8, "twelve": 12}[raw]
        return 24 / hours if hours else None
    if found["unit"]:
        return _every(found["each"], found["unit"].lower())
    if found["alternate"]:
        return 0.5
    if found["per"]:
        return _PERIOD[{"wk": "week"}.get(found["per"].lower(), found["per"].lower())]
    if found["single"]:
        return _SINGLE.get(found["single"].lower(), 1.0)
    return None


def _every(each: str | None, unit: str) -> float | None:
    word = (each or "1").lower()
    names = {
        "other": 2,
        "second": 2,
        "alternate": 2,
        "third": 3,
        "two": 2,
        "three": 3,
        "four": 4,
        "six": 6,
        "eight": 8,
        "twelve": 12,
    }
    count = int(word) if word.isdigit() else names[word]
    if count == 0:
        return None
    if unit.startswith("h"):
        return 24 / count
    if unit.startswith("w"):
        return 1 / (7 * count)
    if unit.startswith("month"):
        return 1 / (30 * count)
    return 1 / count
