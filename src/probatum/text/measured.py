"""Measured: what was found in blood or at the heart, as people tell it, and the limits that labels set in it.

`potassium 5.4`, `K+ 6.1`, `INR 6`, `plts 40`, `ALT 3x ULN`. A value beyond what is usual is a state with a name
(hyperkalaemia), by the limits that labels and guidelines use; a limit that a text sets in figures (`potassium above
5.0 mmol/l`) is held against the value itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.text.expressions import caseless, expression
from probatum.text.results import AGE

_IS: Final = (
    r"(?: ?(?:levels?|counts?|is|are|was|were|has|have|fallen|fell|dropped|risen|rose|gone|down|up|came|back|as|to|of"
    r"|at|only|now|today|=|:|>|<)){0,5} ?"
)
_LIMIT: Final = (
    r"(?: (?:is|are|was|falls?|rises?|count|level|value|interval)){0,2} "
    r"(?:(?P<above>above|over|more than|greater than|exceed(?:s|ing)?)|(?P<below>below|under|less than|lower than)) "
    r"(?P<limit>\d+(?:\.\d+)?)"
)


class Measure(NamedTuple):
    """One thing that is measured."""

    name: str
    told: re.Pattern[str]
    """How people tell it, with its figure."""
    named: re.Pattern[str]
    """How a limit of it is set."""
    low: tuple[float, str] = (0.0, "")
    """Below which value it is a state, and the state's name."""
    high: tuple[float, str] = (0.0, "")
    """Above which value it is one."""
    worded: re.Pattern[str] | None = None
    """How a text names a value above the state's limit without a figure."""
    cells: float = 0.0
    """A figure from which on it is told in single cells, in place of thousands."""


_CALCIUM: Final = rf"(?<!onised )(?<!onized )(?:\b[Cc]alcium|\bC[aA](?:\+\+|2\+)?(?=[ :=])){_IS}"
_NO_DOSE: Final = r"(?![\d.]*\d| ?(?:mg\b(?! ?/)|g\b|mcg|tab|week|day|hour|kg|ml\b|%))"
_PRESSURE: Final = r"\b(?:BP|blood pressure|b\.p\.)"

_MEASURES: Final = (
    Measure(
        "potassium",
        expression(rf"(?:\b[Pp]otassium|\bK\+?){_IS}(\d(?:\.\d{{1,2}})?)(?![\d.]*\d| ?(?:mg|g\b|tab|week|day))"),
        caseless(rf"\bpotassium{_LIMIT}"),
        (3.5, "hypokalemia"),
        (5.0, "hyperkalemia"),
    ),
    Measure(
        "calcium",
        expression(rf"{_CALCIUM}([0-4]\.\d{{1,2}}){_NO_DOSE}"),
        caseless(rf"\bcalcium{_LIMIT}(?![\d.]*\d| ?mg)"),
        (2.1, "hypocalcemia"),
        (2.6, "hypercalcemia"),
    ),
    Measure(
        "calcium in mg/dl",
        expression(rf"{_CALCIUM}((?:[5-9]|1\d)(?:\.\d(?!\d)|(?= ?mg ?/ ?d[lL]))){_NO_DOSE}"),
        caseless(rf"\bcalcium{_LIMIT}(?= ?mg ?/ ?dl)"),
        (8.4, "hypocalcemia"),
        (10.5, "hypercalcemia"),
    ),
    Measure(
        "systolic pressure",
        caseless(rf"(?:{_PRESSURE}|\bsystolic(?: (?:blood )?pressure)?|\bSBP){_IS}(\d{{2,3}})\b(?! ?mg)"),
        caseless(rf"\bsystolic (?:blood )?pressure{_LIMIT}"),
        high=(179.0, "uncontrolled hypertension"),
    ),
    Measure(
        "diastolic pressure",
        caseless(
            rf"(?:{_PRESSURE}{_IS}\d{{2,3}} ?(?:/|over) ?|\bdiastolic(?: (?:blood )?pressure)?{_IS})"
            r"(\d{2,3})\b(?! ?mg)"
        ),
        caseless(rf"\bdiastolic (?:blood )?pressure{_LIMIT}"),
        high=(109.0, "uncontrolled hypertension"),
    ),
    Measure(
        "sodium",
        expression(rf"(?:\b[Ss]odium|\bNa\+?){_IS}(1[0-9]{{2}})\b(?! ?(?:mg|g\b))"),
        caseless(rf"\bsodium{_LIMIT}"),
        (135.0, "hyponatremia"),
        (145.0, "hypernatremia"),
    ),
    Measure(
        "magnesium",
        expression(rf"(?:\b[Mm]agnesium|\bMg\+?){_IS}(0\.\d{{1,2}})(?! ?(?:mg|g\b|tab))"),
        caseless(rf"\bmagnesium{_LIMIT}"),
        (0.7, "hypomagnesemia"),
    ),
    Measure(
        "platelets",
        caseless(rf"\b(?:platelets?|plts?|plt count){_IS}(\d{{1,6}})\b(?! ?(?:mg|units?))"),
        caseless(rf"\bplatelets?{_LIMIT}"),
        (100.0, "thrombocytopenia"),
        cells=1000.0,
    ),
    Measure(
        "neutrophils",
        caseless(rf"\b(?:neutrophils?|ANC|neuts?){_IS}(\d{{1,4}}(?:\.\d{{1,2}})?)\b"),
        caseless(rf"\bneutrophils?{_LIMIT}"),
        (1.5, "neutropenia"),
        cells=100.0,
    ),
    Measure(
        "INR",
        expression(rf"\bINR{_IS}(\d{{1,2}}(?:\.\d{{1,2}})?)\b(?! ?(?:to|-) ?\d)"),
        expression(rf"\bINR{_LIMIT}"),
        high=(4.5, "excessive INR"),  # from where ACCP 2012 speaks of how a raised one is managed
        worded=expression(r"\b(?:[Ee]xcessive|[Ss]upratherapeutic|[Ee]xcessively (?:high|raised)) INR\b"),
    ),
    Measure(
        "aminotransferases",
        caseless(r"\b(?:ALT|AST|LFTs?|transaminases?|liver enzymes?)(?: [\w:]{1,9}){0,2} (\d{1,2}) ?(?:x|times)"),
        caseless(rf"\b(?:aminotransferases|transaminases|liver enzymes|ALT|AST){_LIMIT}(?= times)"),
    ),
    Measure(
        "heart rate",
        caseless(rf"\b(?:heart rate|HR|pulse(?: rate)?){_IS}(\d{{2,3}})\b"),
        caseless(rf"\bheart rate{_LIMIT}"),
        (50.0, "bradycardia"),
    ),
    Measure(
        "QTc", caseless(rf"\bQTc?{_IS}(\d{{3}})\b"), caseless(rf"\bQTc?{_LIMIT}"), high=(479.0, "long QT syndrome")
    ),
)


_AGE: Final = caseless(AGE)


def values(text: str) -> tuple[str, ...]:
    """What was measured, `potassium 5.4`, each once; counts in thousands."""
    found: list[str] = []
    for measure in _MEASURES:
        if told := next((m for m in measure.told.finditer(text) if not _AGE.match(text, m.start(1))), None):
            value = float(told[1])
            value = value / 1000.0 if measure.cells and value >= measure.cells else value
            one = f"{measure.name} {value:g}"
            if not (named := states((one,))) or not set(named) <= set(states(tuple(found))):  # told by another figure
                found.append(one)
    return tuple(found)


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


def sets_limit(text: str) -> bool:
    """Whether a text speaks of what was measured beyond a limit, told in figures or in words."""
    return any(m.named.search(text) or (m.worded is not None and m.worded.search(text)) for m in _MEASURES)


def _own(told: tuple[str, ...]) -> Iterator[tuple[Measure, float]]:
    for one in told:
        name, _, value = one.rpartition(" ")
        yield from ((measure, float(value)) for measure in _MEASURES if measure.name == name)
