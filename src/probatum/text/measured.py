"""Measured: what was found in blood or at the heart, as people tell it, and the limits that labels set in it.

`potassium 5.4`, `K+ 6.1`, `INR 6`, `plts 40`, `ALT 3x ULN`. A value beyond what is usual is a state with a name
(hyperkalaemia), by the limits that labels and guidelines use; a limit that a text sets in figures (`potassium above
5.0 mmol/l`) is held against the value itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from probatum.text.expressions import caseless
from probatum.text.measures import MEASURES, Measure
from probatum.text.results import AGE

_AGE: Final = caseless(AGE)


def values(text: str) -> tuple[str, ...]:
    """What was measured, `potassium 5.4`, each once; counts in thousands."""
    found: list[str] = []
    for measure in MEASURES:
        figures = (_now(measure, m, text) for m in measure.told.finditer(text) if not _AGE.match(text, m.start(1)))
        if told := next((figure for figure in figures if figure), ""):
            value = float(told) * measure.times
            value = value / 1000.0 if measure.cells and value >= measure.cells else value
            one = f"{measure.name} {value:g}"
            if not (named := states((one,))) or not set(named) <= set(states(tuple(found))):  # told by another figure
                found.append(one)
    return tuple(found)


def spans(text: str) -> Iterator[tuple[str, str]]:
    """The values that hold now, each with the words that tell it."""
    for measure in MEASURES:
        for found in measure.told.finditer(text):
            one = values(found[0])
            if one and one[0] in values(text):
                yield one[0], found[0]


def together(told_: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """Values that were read, with those of other measures that stand in the text as typed: a test's short name may
    have been taken for a slip."""
    names = {one.rpartition(" ")[0] for one in told_}
    return (*told_, *(one for one in values(typed) if one.rpartition(" ")[0] not in names))


def past(name: str, text: str) -> bool:
    """Whether a text tells a value of that measure that is over or aimed at, and none that is there now."""
    every = [(m, one) for one in MEASURES if one.name == name for m in one.told.finditer(text)]
    return bool(every) and not any(_now(one, m, text) for m, one in every)


def _now(measure: Measure, found: re.Match[str], text: str) -> str:
    """The figure that holds now: the later one where one is told (`6.3, now 4.2`); empty for what is past alone, and
    for one that is aimed at or that bounds a range."""
    before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() :]
    if _AIMED.search(before) or _OF_RANGE.match(after) or _in_fluid(measure, before, after):
        return ""
    if (later := _LATER.match(after)) is not None:
        again = measure.told.match(text[found.start() : found.start(1)] + after[later.start(1) :])
        if again is not None:
            return str(again[1])
    return "" if _WAS_BEFORE.search(before) or _LONG_AGO.match(after) else str(found[1])


_AIMED: Final = caseless(
    r"\b(?:targets?|goals?|aim(?:s|ed|ing)?|ranges?|desired|keep(?:ing)?|maintain\w*|normal|thresholds?|cut-?offs?)\b"
    r"[^,.;?!\d]{0,20}$"
)
_FLUID: Final = (
    r"(?:(?:ascitic|peritoneal|pleural|synovial|joint|cerebrospinal|pericardial|PD|dialysis)(?: fluid| tap| aspirate"
    r"| effluent)?|CSF|LP|lumbar puncture|dialysate|(?:knee |joint )?aspirate|effusion|urin(?:e|ary)|sputum)"
)
_IN_FLUID: Final = caseless(
    rf"\b{_FLUID}(?: (?:sample|count|total|corrected|shows?|showed|results?|has|had|of|the|is|was))*[ :=]{{0,2}}$"
)
_FLUID_BEHIND: Final = caseless(rf"(?: ?/\w{{1,4}})?,? (?:in|on|from|of) (?:the |his |her |an? )?{_FLUID}\b")
_CELLS_IN_ASCITES: Final = caseless(r"\b(?:ascites|ascitic|SBP|peritonitis)(?: (?:with|and|count|total))*[ :=]{0,2}$")
"""What is counted right behind the name of a fluid was counted in it."""


def _in_fluid(measure: Measure, before: str, after: str) -> bool:
    """Whether a figure was found in a fluid other than blood, in which other limits hold: `CSF glucose 1.9`, `ascites
    neutrophils 400`."""
    cells = bool(measure.cells) and _CELLS_IN_ASCITES.search(before) is not None
    return cells or _IN_FLUID.search(before) is not None or _FLUID_BEHIND.match(after) is not None


_OF_RANGE: Final = caseless(r"(?:[-\u2013]\d| (?:targets?|goals?|ranges?)\b)")
_LONG_AGO: Final = caseless(
    r"[^,.;?!\d]{0,12}\b(?:last (?:year|month|spring|summer|autumn|winter)|previously|in the past|in (?:19|20)\d\d"
    r"|(?:\d+|a|an|one|two|three|few|several|some|many) (?:years?|months?) ago)\b"
)
_WAS_BEFORE: Final = caseless(
    r"\b(?:previous(?:ly)?|prior|historic\w*|history of|past|used to have|last (?:year|month)(?:'s)?)\b[^,.;?!]{0,15}$"
)
_LATER: Final = caseless(
    r"[^.;?!\d]{0,30}?(?:\b(?:now|today|currently|repeat(?:ed)?|rechecked|latest|down to|up to|back to)\b|->|\u2192)"
    r"[ :,]{0,2}(?:(?:it'?s|it|is|was|at|to|back|down|up|only|normal|fine|a|again)\b[ ,]{0,2}){0,4}(\d)"
)


def states(told: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the states that such values are: `hyperkalemia`."""
    named: list[str] = []
    for measure, value in _own(told):
        (low, below), (high, above) = measure.low, measure.high
        if below and value < low:
            named.append(below)
        if above and value > high:
            named.append(above)
    return tuple(named)


_PLAIN: Final = {
    "hypokalemia": ("low potassium", "potassium depletion"),
    "hyperkalemia": ("high potassium", "raised serum potassium", "elevated potassium"),
    "hyponatremia": ("low sodium", "sodium depletion"),
    "hypomagnesemia": ("low magnesium",),
    "hypocalcemia": ("low calcium",),
    "hypercalcemia": ("high calcium", "raised serum calcium"),
    "long qt syndrome": ("qt prolongation", "prolonged qt", "long qt"),
    "thrombocytopenia": ("low platelets", "low platelet count"),
    "neutropenia": ("low neutrophils",),
}
"""How labels name such states in plain words."""
_BROUGHT: Final = {
    "hypokalemia": caseless(r"\b(?:lower|loss|deplet|wast)\w*\b[^.;]{0,20}\bpotassium|\bpotassium\b[^.;]{0,20}\bloss"),
    "hyperkalemia": caseless(
        r"\b(?:rais|increas|elevat)\w*\b[^.;]{0,20}\bpotassium|\bpotassium (?:may|can|could) rise"
    ),
    "hyponatremia": caseless(r"\b(?:low(?:er)?\w*|SIADH)\b[^.;]{0,20}\bsodium|\bSIADH\b"),
    "long qt syndrome": caseless(r"\bprolong\w*\b[^.;]{0,20}\bQT|\bQT\w*\b[^.;]{0,20}\bprolong|\btorsades?"),
    "bradycardia": caseless(r"\bbradycardia|\bslow\w*\b[^.;]{0,20}\bheart"),
    "thrombocytopenia": caseless(r"\bthrombocytop\w+|\bplatelets?\b[^.;]{0,20}\b(?:fall|low|counts?)"),
    "neutropenia": caseless(r"\bneutrop\w+|\bagranulocyt\w+|\bblood counts?\b"),
}
"""How labels say that a medicine brings such a state about."""


def plain(name: str) -> tuple[str, ...]:
    """The plain words for a state: of `hypokalemia` low potassium."""
    return _PLAIN.get(name.casefold().replace("aemia", "emia").replace("kalæ", "kale"), ())


def brought(text: str, told: tuple[str, ...], *, by_others: bool = False) -> bool:
    """Whether a text says that a medicine brings about the state that such values are, or (`by_others`) that others
    do with which it is not to be given."""
    said = text if by_others else OF_OTHERS.sub(" ", text)
    signs = (_BROUGHT.get(state.casefold()) for state in states(told))
    return any(sign is not None and sign.search(said) for sign in signs)


OF_OTHERS: Final = caseless(
    r"\b(?:drugs?|medicines?|agents?|antibiotics?) (?:that|which)\b[^,;.]*|\b(?:because|since|as) they\b[^;.]*"
)
"""What other medicines do."""


def watched(text: str, told: tuple[str, ...]) -> bool:
    """Whether a text names what was measured (`potassium should be monitored`)."""
    return any(re.search(rf"(?i)\b{re.escape(measure.name)}\b", text) for measure, _ in _own(told))


def of_another_cause(text: str) -> bool:
    """Whether a text names a state with what it came from (`heparin-induced thrombocytopenia`): a value tells no
    cause."""
    return _CAUSED.search(text) is not None


_CAUSED: Final = caseless(r"\b(?:[\w-]{1,24}-induced|immune(?:-mediated)?)\b")


def within(text: str, told: tuple[str, ...]) -> bool | None:
    """Whether a value lies beyond a limit that a text sets in figures; None where it sets none in what is told."""
    met: list[bool] = []
    for measure, value in _own(told):
        for found in measure.named.finditer(text):
            limit = float(found["limit"])
            limit = limit / 1000.0 if measure.cells and limit >= measure.cells else limit
            met.append(value > limit if found["above"] else value < limit)
        if measure.worded is not None and measure.worded.search(text):
            met.append(value > measure.high[0])
    return any(met) if met else None


def fits(text: str, told: tuple[str, ...]) -> bool | None:
    """Whether what is advised at a value is for a value that was told: beyond its limit, or in its range (`with an INR
    of 5 to 8`, `potassium of 6.0 or more`); None where it is for none that was told."""
    text = _named_again(text, told)
    beyond = within(text, told)
    ranges = [
        met
        for measure, value in _own(told)
        if not measure.cells
        for met in (*_in_ranges(measure.name, value, text), *_past_limits(measure.name, value, text))
    ]
    return beyond if not ranges else any(ranges) or bool(beyond)


def _named_again(text: str, told: tuple[str, ...]) -> str:
    """The text with the one measure that was told in the place of `one`: `a calcium of 3.0 to 3.5 needs treatment, and
    one below 3.0 does not`."""
    names = {measure.name for measure, _ in _own(told)}
    name = next(iter(names), "")
    at = text.lower().find(name.lower()) if len(names) == 1 else -1
    return text if at < 0 else text[:at] + _ANOTHER.sub(rf"\g<1> a {name}", text[at:])


_ANOTHER: Final = caseless(r"\b(and|but|or) (?:one|a level|a value)(?= (?:of|above|below|over|under|from|at)\b)")


def _in_ranges(name: str, value: float, text: str) -> Iterator[bool]:
    """Whether a value lies in each range of its measure that a text tells."""
    if " in " not in name:
        for found in _of(name)[0].finditer(text):
            yield float(found["from"]) <= value <= float(found["to"])


def _past_limits(name: str, value: float, text: str) -> Iterator[bool]:
    """Whether a value is each limit of its measure, or lies beyond it, that is told with the limit itself."""
    for found in _of(name)[1].finditer(text):
        limit = float(found["limit"])
        yield value >= limit if found["more"] else value <= limit


@lru_cache(maxsize=64)
def _of(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How ranges of a measure are told, and limits with `or more`."""
    base, _, unit = name.partition(" in ")
    lead = rf"\b(?<!until )(?<!until the )(?<!target ){re.escape(base)}(?: levels?| counts?)?[ (]{_BETWEEN}"
    figure = r"\d{1,3}(?:\.\d+)?"
    other = rf"[^.;]{{0,24}}?(?P<limit>{figure}) ?{re.escape(unit)}\)?" if unit else rf"(?P<limit>{figure})(?! ?%)"
    last = r"(?: [a-z][\w/]{0,9})?(?: \([^)]{1,20}\))? or (?:(?P<more>more|above|higher|over)|less|below|lower)\b"
    measured_in = r"(?: ?[a-z][\w/]{1,9})?"
    return caseless(rf"{lead}(?P<from>{figure}){measured_in} ?(?:to|and|[-\u2013]) ?(?P<to>{figure})\b"), caseless(
        lead + other + last
    )


_BETWEEN: Final = r"(?:(?:is|of|at|between|from|reaches|rises to|falls to) ){0,2}"


def sets_limit(text: str) -> bool:
    """Whether a text speaks of what was measured beyond a limit, told in figures or in words."""
    return any(m.named.search(text) or (m.worded is not None and m.worded.search(text)) for m in MEASURES)


def _own(told: tuple[str, ...]) -> Iterator[tuple[Measure, float]]:
    for one in told:
        name, _, value = one.rpartition(" ")
        yield from ((measure, float(value)) for measure in MEASURES if measure.name == name)
