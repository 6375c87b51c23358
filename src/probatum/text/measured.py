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


_CALCIUM: Final = (
    rf"(?<!onised )(?<!onized )(?:\b[Cc]alcium|\b[Hh]yp(?:er|o)calca?emia|\bC[aA](?:\+\+|2\+)?(?=[ :=])){_IS}"
)
_NO_DOSE: Final = r"(?![\d.]*\d| ?(?:mg\b(?! ?/)|g\b|mcg|tab|week|day|hour|kg|ml\b|%))"
_PRESSURE: Final = r"\b(?:BP|blood pressure|b\.p\.)"

_NEVER: Final = expression(r"(?!)")
"""For what labels set no limit in."""
_SUGAR: Final = rf"\b(?:glucose|(?:blood )?sugars?|BSL|BGL|CBG|BM){_IS}"
_NO_SUGAR: Final = (
    r"(?![\d.]*\d| ?(?:%|-|mg\b(?! ?(?:/|%))|g\b|grams?|kg|ml\b|units?|iu\b|tab|tea|spoon|tsp|lump|cube|sachet|drink"
    r"|time|x\b|am\b|pm\b|hour|hr|min|day|week|month|year))"
)
_GLUCOSE: Final = (
    Measure(
        "glucose",
        caseless(
            rf"{_SUGAR}(\d{{1,2}}(?:\.\d{{1,2}})?(?= ?mmol)|(?:1\d|2[0-6]|\d)(?:\.\d{{1,2}})?)"
            rf"{_NO_SUGAR}(?! ?mg)"
        ),
        caseless(rf"\bglucose{_LIMIT}(?= ?mmol)"),
        (3.9, "hypoglycemia"),  # level 1 of the International Hypoglycaemia Study Group, doi:10.2337/dc16-2215
    ),
    Measure(
        "glucose in mg/dl",
        caseless(rf"{_SUGAR}(\d{{1,4}}(?= ?mg ?(?:/ ?dl|%))|[7-9]\d|1?\d{{3}}){_NO_SUGAR}(?! ?mmol)"),
        caseless(rf"\bglucose{_LIMIT}(?= ?mg ?/ ?dl)"),
        (70.0, "hypoglycemia"),
    ),
    Measure(
        "glucose of either unit",
        caseless(rf"{_SUGAR}((?:2[7-9]|[3-6]\d)(?:\.\d)?){_NO_SUGAR}(?! ?m(?:mol|g))"),
        _NEVER,
    ),
)
"""A glucose without a unit below 27 is read in mmol/L, one of 70 and more in mg/dL; between them it may be either."""
_BLOOD: Final = rf"(?<!(?i:glycated) )(?<!(?i:glycosylated) )(?:\b[Hh][Bb]\b|\b[Hh]a?emoglobin\b){_IS}"
"""Glycated haemoglobin tells of sugar, and has another unit."""
_NO_BLOOD: Final = r"(?![\d.]*\d| ?(?:%|mg|mmol|units?|day|week|month|year))"
_HAEMOGLOBIN: Final = (
    Measure("haemoglobin", expression(rf"{_BLOOD}([3-9]\d|1\d\d|2[0-4]\d){_NO_BLOOD}(?! ?g ?/ ?d[lL])"), _NEVER),
    Measure(
        "haemoglobin in g/dl",
        expression(rf"{_BLOOD}((?:1\d|2[0-4]|\d)(?:\.\d)?){_NO_BLOOD}(?! ?g ?/ ?[lL])"),
        _NEVER,
    ),
)
_MASS: Final = r"(?:mg|mcg|ug|\u00b5g|\u03bcg|micrograms?) ?(?:/|per) ?m?l(?:it\w+)?\b"
_LEVELS: Final = (
    ("lithium level", "lithium", r"(?:mmol|meq)", r"(?!)", 1.5),
    ("digoxin level", "digoxin", r"(?:ng|mcg|ug|\u00b5g|\u03bcg|micrograms?) ?(?:/|per) ?m?l", r"nmol", 2.5),
    ("digoxin level in nmol/l", "digoxin", r"nmol", r"(?! ?nmol)", 3.0),
    ("phenytoin level in mg/l", "phenytoin", _MASS, rf"(?! ?{_MASS})", 40.0),
    ("carbamazepine level in mg/l", "carbamazepine", _MASS, rf"(?! ?{_MASS})", 20.0),
    ("valproate level in mg/l", r"(?:valpro(?:ate|ic acid)|sodium valproate)", _MASS, rf"(?! ?{_MASS})", 200.0),
    ("theophylline level in mg/l", "(?:theo|amino)phylline", _MASS, rf"(?! ?{_MASS})", 20.0),
)
"""Medicines whose level is told: the unit, what may not follow, and above what it is toxic (see `critical`)."""


def _level(name: str, drug: str, unit: str, other: str, toxic: float) -> Measure:
    """A figure behind the name of a medicine that has the unit of a level or is called a level: any other is a dose."""
    figure, called = r"\d{1,3}(?:\.\d{1,2})?", r"(?:(?:serum|blood|plasma|trough) )?(?:levels?|conc(?:entration)?s?)"
    link = r"[ ,:;]{1,2}(?:(?:and|my|his|her|the|with|a) ){0,2}"
    marked = rf"(?=serum {drug}\b|{drug}{link}{called}\b|{drug}\W\D{{0,20}}{figure} ?{unit})"
    dose = rf"(?![\d.]*\d| ?(?:{other}|-|mg\b(?! ?/)|g\b|m?cg\b(?! ?/)|tab|time|week|day|hour|month|kg|ml\b|%))"
    told = caseless(rf"(?<!\w){marked}(?:serum )?{drug}(?:{link}{called})?{_IS}({figure}){dose}")
    limit = caseless(rf"\bserum {drug} (?:should|must) not (?P<above>exceed|be above) (?P<limit>{figure})")
    named = _NEVER if "in nmol" in name else limit
    return Measure(name, told, named, high=(toxic, f"{name.split()[0]} toxicity"))


_MEASURES: Final = (
    Measure(
        "potassium",
        expression(
            rf"(?:\b[Pp]otassium|\b[Hh]yp(?:er|o)kala?emia|\bK\+?){_IS}(\d(?:\.\d{{1,2}})?)"
            r"(?![\d.]*\d| ?(?:mg|g\b|tab|week|day))"
        ),
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
        expression(rf"(?:\b[Ss]odium|\b[Hh]yp(?:er|o)natra?emia|\bNa\+?){_IS}(1[0-9]{{2}})\b(?! ?(?:mg|g\b))"),
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
        caseless(rf"\bINR{_IS}(\d{{1,2}}(?:\.\d{{1,2}})?)\b(?! ?(?:to|-) ?\d)"),
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
    *_GLUCOSE,
    *_HAEMOGLOBIN,
    *(_level(*one) for one in _LEVELS),
    Measure(
        "QTc", caseless(rf"\bQTc?{_IS}(\d{{3}})\b"), caseless(rf"\bQTc?{_LIMIT}"), high=(479.0, "long QT syndrome")
    ),
)


_AGE: Final = caseless(AGE)


def values(text: str) -> tuple[str, ...]:
    """What was measured, `potassium 5.4`, each once; counts in thousands."""
    found: list[str] = []
    for measure in _MEASURES:
        figures = (_now(measure, m, text) for m in measure.told.finditer(text) if not _AGE.match(text, m.start(1)))
        if told := next((figure for figure in figures if figure), ""):
            value = float(told)
            value = value / 1000.0 if measure.cells and value >= measure.cells else value
            one = f"{measure.name} {value:g}"
            if not (named := states((one,))) or not set(named) <= set(states(tuple(found))):  # told by another figure
                found.append(one)
    return tuple(found)


def together(told_: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """Values that were read, with those of other measures that stand in the text as typed: a test's short name may
    have been taken for a slip."""
    names = {one.rpartition(" ")[0] for one in told_}
    return (*told_, *(one for one in values(typed) if one.rpartition(" ")[0] not in names))


def past(name: str, text: str) -> bool:
    """Whether a text tells a value of that measure that is over or aimed at, and none that is there now."""
    every = [(m, one) for one in _MEASURES if one.name == name for m in one.told.finditer(text)]
    return bool(every) and not any(_now(one, m, text) for m, one in every)


def _now(measure: Measure, found: re.Match[str], text: str) -> str:
    """The figure that holds now: the later one where one is told (`6.3, now 4.2`); empty for what is past alone, and
    for one that is aimed at or that bounds a range."""
    before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() :]
    if _AIMED.search(before) or _OF_RANGE.match(after):
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
    of 5 to 8`); None where it is for none that was told."""
    beyond = within(text, told)
    ranges = [
        float(found["from"]) <= value <= float(found["to"])
        for measure, value in _own(told)
        if not measure.cells
        for found in _RANGE.finditer(text)
        if found["what"].lower() == measure.name.lower()
    ]
    return beyond if not ranges else any(ranges) or bool(beyond)


_RANGE: Final = caseless(
    r"\b(?:with|at|if|when) (?:an? |the )?(?P<what>[a-z][\w ]{1,30}?) (?:is )?(?:of |between |from )?"
    r"(?P<from>\d{1,3}(?:\.\d+)?) ?(?:to|and|[-–]) ?(?P<to>\d{1,3}(?:\.\d+)?)\b"
)


def sets_limit(text: str) -> bool:
    """Whether a text speaks of what was measured beyond a limit, told in figures or in words."""
    return any(m.named.search(text) or (m.worded is not None and m.worded.search(text)) for m in _MEASURES)


def _own(told: tuple[str, ...]) -> Iterator[tuple[Measure, float]]:
    for one in told:
        name, _, value = one.rpartition(" ")
        yield from ((measure, float(value)) for measure in _MEASURES if measure.name == name)
