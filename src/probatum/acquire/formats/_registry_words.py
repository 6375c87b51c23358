"""The registry's own words: codes of the v2 JSON as its pages print them, and dates as it writes them."""

from __future__ import annotations

from typing import Final

from probatum.acquire.formats import _terms
from probatum.text.expressions import expression

_CODE: Final = expression(r"[A-Z][A-Z0-9_]+\Z")
_PRINTED: Final = {
    "NA": "Not Applicable",
    "EARLY_PHASE1": "Early Phase 1",
    "PHASE1": "Phase 1",
    "PHASE2": "Phase 2",
    "PHASE3": "Phase 3",
    "PHASE4": "Phase 4",
    "NON_RANDOMIZED": "Non-Randomized",
    "SINGLE_GROUP": "Single Group Assignment",
    "PARALLEL": "Parallel Assignment",
    "CROSSOVER": "Crossover Assignment",
    "FACTORIAL": "Factorial Assignment",
    "SEQUENTIAL": "Sequential Assignment",
    "CASE_CONTROL": "Case-Control",
    "CASE_ONLY": "Case-Only",
    "CASE_CROSSOVER": "Case-Crossover",
    "CROSS_SECTIONAL": "Cross-Sectional",
    "ACTIVE_NOT_RECRUITING": "Active, not recruiting",
    "NOT_YET_RECRUITING": "Not yet recruiting",
    "ENROLLING_BY_INVITATION": "Enrolling by invitation",
    "UNKNOWN": "Unknown status",
    "NON_PROBABILITY_SAMPLE": "Non-Probability Sample",
    "COUNT_OF_PARTICIPANTS": "Count of Participants",
    "COUNT_OF_UNITS": "Count of Units",
    "STANDARD_ERROR_OF_MEAN": "Standard Error of the Mean",
    "INTER_QUARTILE_RANGE": "Inter-Quartile Range",
    "ONE_SIDED": "1-Sided",
    "TWO_SIDED": "2-Sided",
    "NON_INFERIORITY": "Non-Inferiority",
    "NON_INFERIORITY_OR_EQUIVALENCE": "Non-Inferiority or Equivalence",
    "NON_INFERIORITY_OR_EQUIVALENCE_LEGACY": "Non-Inferiority or Equivalence",
    "SUPERIORITY_OR_OTHER": "Superiority or Other",
    "SUPERIORITY_OR_OTHER_LEGACY": "Superiority or Other",
    "OTHER_PRE_SPECIFIED": "Other Pre-specified",
    "POST_HOC": "Post-Hoc",
    "SYSTEMATIC_ASSESSMENT": "Systematic Assessment",
    "NON_SYSTEMATIC_ASSESSMENT": "Non-systematic Assessment",
    "EUDRACT_NUMBER": "EudraCT Number",
    "CTIS": "CTIS",
    "NIH": "NIH",
    "FED": "FED",
}
_MASKING: Final = {"NONE": "None (Open Label)"}
_DATE: Final = expression(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)|([A-Z][a-z]+)(?: (\d{1,2}),)? (\d{4})\Z)")


def printed(code: str) -> str:
    """A code of the v2 JSON as the registry's pages print it; words stay as they stand.

    Codes that are not known are written with capitals at the beginning of words: `LEAST_SQUARES_MEAN`.
    """
    if code in _PRINTED:
        return _PRINTED[code]
    return " ".join(word.capitalize() for word in code.split("_")) if _CODE.match(code) else code


def masked(masking: str, who: tuple[str, ...]) -> str:
    """Masking with those who are masked: `Double (Participant, Investigator)`."""
    named = ", ".join(printed(one) for one in who)
    text = _MASKING.get(masking) or printed(masking)
    return f"{text} ({named})" if text and named and "(" not in text else text or named


def iso(date: str) -> str:
    """ISO 8601 of a date as the registry writes it: `2017-06-05`, `2013-01`, `November 27, 2017`, `July 2001`."""
    found = _DATE.match(date.strip())
    if found is None:
        return ""
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[4], found[5])
    return _terms.iso_date(_terms.year_in(year), month or "", day or "")


def dated(date: str, sort: str) -> str:
    """A date with whether it is actual or expected: `2013-01 (actual)`."""
    return f"{date} ({printed(sort).lower()})" if date and sort else date


_ESCAPE: Final = expression(r"\\([!-/:-@\[-`{-~])")


def unmarked(text: str) -> str:
    r"""Markdown's escapes undone, as the v2 JSON encodes them: `\>= 18` is `>= 18`. Nothing else is touched."""
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


_ESCAPED: Final = expression(r"\\(?=[!-/:-@\[-`{-~])")


def marked(text: str) -> str:
    r"""Plain text as `unmarked` would have been given it: a backslash that is meant is escaped."""
    return _ESCAPED.sub(r"\\\\", text) if "\\" in text else text
