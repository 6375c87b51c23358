"""Numbers with their units: doses, percentages, counts, n/N, durations and ranges, with offsets into the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import msgspec

from probatum.text import numerals, units
from probatum.text.expressions import expression
from probatum.text.figures import Draft, join, share_units
from probatum.text.normal import Folded, fold


class Quantity(msgspec.Struct, frozen=True):
    """A number with what it counts or measures. Offsets count in the text as given.

    `kind` is one of dose, percent, count, fraction, duration, range, number; or one of the sorts that measure nothing:
    p, level (of an interval), spread (behind a plus-minus sign), year, ratio (`1:1`), label (`type 2`, `Table 3`).
    """

    start: int
    end: int
    """With the unit."""
    value: float
    """The number; the low end of a range; the numerator of a fraction (0.5 for `half`)."""
    value_text: str
    """As printed, without unit: `1,200`, `.04`, `eighteen`."""
    unit: str
    """Normal form (`mg`, `mg/day`, `%`, `weeks`, `patients`), or empty."""
    kind: str
    text: str
    high: float | None = None
    """The high end of a range."""
    denominator: float | None = None
    """N of n/N."""
    number_start: int = -1
    number_end: int = -1
    word: bool = False
    """True when the number is written as a word."""

    @property
    def numbers(self) -> tuple[float, ...]:
        """Every number it holds."""
        return tuple(n for n in (self.value, self.high, self.denominator) if n is not None)


_DIGITS: Final = expression(
    r"[0-9](?:[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[0-9]*)(?:\.[0-9]+)?"
    "|[\u00bd\u00bc\u00be\u2153\u2154]"
)
_AFTER: Final = expression(
    r"(?P<power>\s?[x\u00d7]\s?10\s?\^\s?-?[0-9]{1,2})?(?P<half>[\u00bd\u00bc\u00be\u2153\u2154])?"
    r"(?P<scale>\s(?:million|billion|thousand)\b)?(?P<fold>-?\s?fold\b)?"
)
_GLYPHS: Final = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75, "\u2153": 1 / 3, "\u2154": 2 / 3}
_SCALES: Final = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_LABELS: Final = frozenset(
    re.split(
        " ",
        "type phase grade stage class level table tables figure figures fig figs box appendix ref refs reference "
        "section "
        "chapter step part version vol volume no number item question group arm cohort day week month category "
        "supplement "
        "supplementary equation eq model protocol visit period cycle lead omega factor interleukin serotype genotype "
        "chromosome exon codon sars-cov covid pp",
    )
)
_TIME_LABEL: Final = {"day": "days", "week": "weeks", "month": "months"}
_P_BEFORE: Final = expression(
    r"(?<![A-Za-z])[Pp](?:'?s)?[\s-]{0,2}(?:values?)?(?:[\s_-]?\(?(?:for\s)?(?:interaction|trend|heterogeneity"
    r"|non-?inferiority|int|het)\)?)?"
    r"\s?(?:(?:of|was|is|were|less than|greater than)\s?)?(?:[=<>\u2264\u2265]{1,2}|of|was|is|less than"
    r"|greater than)?\s?\Z"
)
_CITED: Final = expression(r"\[\s?[0-9]{1,3}(?:\s?[,;-]\s?[0-9]{1,3}){0,20}\s?\]")
_NO_CITATION: Final = expression(r"(?:\bCI|\bC\.I\.|interval|IQR|range|[Rr]ange|[0-9=%:,]|median|mean)\s?\Z")
_IDENTIFIER: Final = expression(
    r"\b(?:PMID|PMCID|PMC|NCT|ISRCTN|doi|DOI|EudraCT|CRD|ISBN|LOINC|CAS|EC)\s?[:#]?\s?[0-9][\w./()-]*"
    r"|\b10\.[0-9]{4,9}/\S+"
    r"|https?://\S+|\b(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}\b|\b(?:19|20)[0-9]{2}-[0-9]{6}-[0-9]{2}\b"
)
_MAY_IDENTIFY: Final = expression(
    r"PM(?:ID|C)|NCT|ISRCTN|doi|DOI|EudraCT|CRD|ISBN|LOINC|CAS|EC|10\.|http|[0-9]{4}-[0-9]{2}"
)
_YEAR: Final = expression(r"(?:19|20)[0-9]{2}\Z")
_CI_AFTER: Final = expression(
    r"[\s-]{0,2}(?:two-sided\s|Bayesian\s)?(?:C\.?I\b|Cr\.?I\b|confidence|credib|CL\b|c\.i\.|limits of agreement"
    r"|prediction)"
)
_RANGE_AFTER: Final = expression(r" ?[(\[] ?-?[0-9.]+ ?(?:-|\u2013|,|to|\+) ?-?[0-9.]+ ?[)\]]")
_LEVELS: Final = ("90", "95", "99")
"""Shares that name an interval where one follows in brackets, and no word does: `OR 0.64; 95% (0.26-1.54)`."""
_N_BEFORE: Final = expression(r"(?<![A-Za-z])[nN]\s?=\s?\Z")
_RATIO_AFTER: Final = expression(r"\s?:\s?[0-9]")
_RATIO_BEFORE: Final = expression(r"[0-9]\s?:\s?\Z")
_THIN: Final = expression(r"(?<![0-9.,])([0-9]{1,3})((?:[\u2009\u202f\u00a0][0-9]{3})+)(?![0-9])")
_GROUPED: Final = expression(r"[0-9] [0-9]{3}")
_PLAIN: Final = expression(
    r"(?<![0-9.,/-])(?<![0-9] )([0-9]{1,3})((?: [0-9]{3})+)(?![0-9]|[.,/-][0-9]| [0-9]|[ -]?(?:mg|g|kg|\u03bcg"
    r"|\u00b5g|mcg|m[lL]|IU|%|x\b))"
)
"""Thousands with an ordinary blank, which some journals print; not two numbers in a row, not `5 100 mg tablets`."""

_ROUND: Final = expression(r"(?<![0-9.,/-])(?<![0-9] )([1-9][0-9]{0,2})((?: 000)+)(?= ?(?:IU|units|mg|g|ml|mL)\b)")
"""Whole thousands before a unit: `40 000 IU`; nobody takes 40 tablets of 0 IU."""


SENTENCE_CHARACTERS: Final = 2000
"""Texts of at most so many characters are sentences, which many readers ask about."""


def read(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text, in order, not overlapping. Linear in the length of the text.

    Identifiers, citation numbers and digits inside names (COX-2, HbA1c) are left out. Units pass back along a list
    (`300 and 900 mg/day`). `from 5.3 to 3.5` is two quantities; `2 to 12 weeks` is one range; `18 of 20` one fraction.
    """
    return _read_again(text) if len(text) <= SENTENCE_CHARACTERS else _read(text)


def _read(text: str) -> tuple[Quantity, ...]:
    grouped = _ROUND.sub(_comma, _PLAIN.sub(_comma_unless_label, text)) if _GROUPED.search(text) else text
    folded = fold(grouped if text.isascii() else _THIN.sub(_comma, grouped))
    drafts = _drafts(folded.text)
    share_units(folded.text, drafts)
    return tuple(_finish(text, folded, draft) for draft in join(folded.text, drafts))


_read_again = lru_cache(maxsize=4096)(_read)


def _comma_unless_label(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 20) : found.start()]
    return found.group() if _label_name(before) else _comma(found)


def _comma(found: re.Match[str]) -> str:
    """`1 200` as `1,200`: the same length, so offsets stay true."""
    return found[1] + re.sub(r"[^0-9]", ",", found[2])


def _drafts(text: str) -> list[Draft]:
    barred = [found.span() for found in _IDENTIFIER.finditer(text)] if _MAY_IDENTIFY.search(text) else []
    if "[" in text:
        cited = (f for f in _CITED.finditer(text))
        barred += [f.span() for f in cited if not _NO_CITATION.search(text[max(0, f.start() - 12) : f.start()])]
        barred.sort()
    made: list[Draft] = []
    for found in _DIGITS.finditer(text):
        if made and found.start() < made[-1].number_end:
            continue
        draft = _in_digits(text, found)
        if draft is not None:
            made.append(draft)
    made += [_in_words(found) for found in numerals.SPELT.finditer(text)]
    made.sort(key=Draft.order)
    if barred:
        made = _outside(made, barred)
    for draft in made:
        if draft.kind == "number" and draft.unit != "fold":
            _context(text, draft)
    return made


def _outside(drafts: list[Draft], barred: list[tuple[int, int]]) -> list[Draft]:
    made = []
    bar = 0
    for draft in drafts:
        while bar < len(barred) and barred[bar][1] <= draft.start:
            bar += 1
        if bar == len(barred) or barred[bar][0] > draft.start:
            made.append(draft)
    return made


def _in_digits(text: str, found: re.Match[str]) -> Draft | None:
    start, end = found.span()
    before = text[start - 1 : start]
    if before == "." and found.group() not in _GLYPHS and not text[start - 2 : start - 1].isalnum():
        start -= 1
        before = text[start - 1 : start]
    elif before in ("\u00bd", "\u00bc", "\u00be"):
        return None
    if text[end : end + 1] == "^":
        return None
    if before and (before.isalnum() or before in "_.^" or (before == "-" and text[start - 2 : start - 1].isalpha())):
        return None
    negative = False
    if before in ("-", "+") or (before == " " and text[start - 2 : start - 1] in ("-", "+")):
        sign = start - 1 - (before == " ")
        ahead = text[max(0, sign - 2) : sign]
        if _free_sign(ahead, before == " "):
            negative, start = text[sign] == "-", sign
    if text[start] == "." and "." in found.group():
        return None  # `.0.6`: a slip of print; which point is meant is not said
    after = _AFTER.match(text, end)
    value, whole = _digit_value(found.group() if text[start] != "." else "." + found.group(), after)
    end = after.end() if after else end
    if end < len(text) and (text[end].isalpha() or text[end] == "_") and not units.UNIT.match(text, end):
        return None
    draft = Draft(start, end, -value if negative else value, text[start:end], False, whole)
    if after and after["fold"]:
        draft.unit, draft.number_end = "fold", after.start("fold")
    elif _RATIO_AFTER.match(text, end) or _RATIO_BEFORE.search(text[max(0, start - 3) : start]):
        draft.kind = "ratio"
    return draft


def _free_sign(ahead: str, blank: bool) -> bool:
    """True when the sign behind `ahead` belongs to the number: `x -2`, `(-2`, `=-2`; not `5-2`, `5 - 2` or `A -2 B`."""
    if not ahead or ahead[-1] in "([{=<>,;:/~":
        return True
    return ahead[-1].isspace() and not blank


def _digit_value(digits: str, after: re.Match[str] | None) -> tuple[float, bool]:
    if digits in _GLYPHS:
        return _GLYPHS[digits], False
    value = float(digits.replace(",", ""))
    if after is None:
        return value, "." not in digits
    if after["half"]:
        value += _GLYPHS[after["half"]]
    if after["power"]:
        value *= 10.0 ** int(after["power"].split("^")[1].replace(" ", ""))
    if after["scale"]:
        value *= _SCALES[after["scale"].strip()]
    return value, "." not in digits and not after["half"]


def _in_words(found: re.Match[str]) -> Draft:
    start, end = found.span()
    draft = Draft(start, end, numerals.value(found), found.group(), True, found["part"] is None)
    if found["times"]:
        draft.unit, draft.number_end = "fold", found.end("times")
    elif found["part"]:
        draft.kind = "fraction"
    return draft


def _context(text: str, draft: Draft) -> None:
    before = text[max(0, draft.start - 40) : draft.start]
    if draft.unit == "fold":
        return
    bare = before.rstrip()
    last = bare[-1:]
    if not draft.word and 0 <= draft.value <= 1 and _P_BEFORE.search(before):
        draft.kind = "p"
        return
    if last == "\u00b1":
        draft.kind = "spread"
    name = _label_name(before) if draft.whole and draft.value >= 0 and (last.isalpha() or last in "-(.") else ""
    if name:
        draft.kind = "duration" if name in _TIME_LABEL else "label"
        draft.unit = _TIME_LABEL.get(name, "")
        if not units.UNIT.match(text, draft.end) or draft.unit:
            return
        draft.kind = "number"
    _unit(text, draft, last == "=" and _N_BEFORE.search(before) is not None)


def _label_name(before: str) -> str:
    """The word before a number when the number is its label (`type`, `Table`, `week`), else empty."""
    bare = before[:-1] if before[-1:] in (" ", "-", "(") else before
    bare = bare[:-1] if bare[-1:] == " " and before[-1:] == "(" else bare
    pieces = bare.rsplit(None, 1) if bare and not bare[-1].isspace() else ()
    word = pieces[-1].lower().lstrip("([\"'").rstrip(".") if pieces else ""
    return word if word in _LABELS else ""


def _unit(text: str, draft: Draft, counted: bool) -> None:
    kind = draft.kind
    found = None if draft.kind == "fraction" else units.UNIT.match(text, draft.end)
    if found is not None and not (
        draft.word and found["unit"] in ("m", "s", "h", "g", "l", "L", "U", "W", "d", "w", "y")
    ):
        draft.unit, draft.end = units.compound(found), found.end()
        draft.kind = units.KIND.get(draft.unit.split("/")[0], "number")
        level = text[draft.start : draft.number_end] in _LEVELS and _RANGE_AFTER.match(text, draft.end)
        if draft.unit == "%" and (level or _CI_AFTER.match(text, draft.end)):
            draft.kind = "level"
    elif counted:
        draft.kind, draft.unit = "count", "patients"
    elif (found := units.RATE.match(text, draft.end)) is not None:
        draft.unit, draft.end = "/" + units.denominator(found["slash"] or found["word"]), found.end()
    elif draft.kind != "fraction" and _YEAR.match(text[draft.start : draft.number_end]):
        found = units.COUNTED.match(text, draft.end)
        draft.kind = "year" if found is None else "count"
        draft.unit = "" if found is None else units.normal(found["unit"])
    elif draft.kind != "fraction" and (found := units.COUNTED.match(text, draft.end)) is not None and draft.whole:
        draft.unit, draft.end = units.normal(found["unit"]), found.end()
        draft.kind = units.KIND.get(draft.unit, "count")
    if kind == "spread":
        draft.kind = kind


def _finish(text: str, folded: Folded, draft: Draft) -> Quantity:
    start, end = folded.span(draft.start, draft.end)
    number_start, number_end = folded.span(draft.start, draft.number_end)
    if draft.kind == "number" and draft.unit:
        draft.kind = units.KIND.get(draft.unit.split("/")[0], "number")
    return Quantity(
        start, end, draft.value, text[number_start:number_end], draft.unit, draft.kind, text[start:end],
        draft.high, draft.denominator, number_start, number_end, draft.word,
    )  # fmt: skip
