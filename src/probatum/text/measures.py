"""Measures: what is measured in blood or at the heart, how people tell it, and how sources set limits in it.

A figure is read with the unit that it has or, where none is told, with the one that so high or low a figure must have.
`text.measured` reads texts by these.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import caseless, expression

_IS: Final = (
    r"(?: ?(?:levels?|counts?|is|are|was|were|has|have|fallen|fell|dropped|risen|rose|gone|down|up|came|back|as|to|of"
    r"|at|only|now|today|averag\w+|=|:|>|<)){0,5} ?"
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
    times: float = 1.0
    """By what a figure of another unit is multiplied."""


_CALCIUM: Final = (
    rf"(?<!onised )(?<!onized )(?:\b[Cc]alcium|\b[Hh]yp(?:er|o)calca?emia|\bC[aA](?:\+\+|2\+)?(?=[ :=])){_IS}"
)
_NO_DOSE: Final = r"(?![\d.]*\d| ?(?:mg\b(?! ?/)|g\b|mcg|tab|week|day|hour|kg|ml\b|%))"
_PRESSURE: Final = r"\b(?:BP|blood pressure|b\.p\.)"

_NEVER: Final = expression(r"(?!)")
"""For what labels set no limit in."""
_SUGAR: Final = rf"\b(?:glucose|(?:blood )?sugars?|BSL|BGL|CBG|BM){_IS}"
_NO_SUGAR: Final = (
    r"(?![\d.]*\d| ?(?:%|- ?\d|mg\b(?! ?(?:/|%))|g\b|grams?|kg|ml\b|units?|iu\b|tab|tea|spoon|tsp|lump|cube|sachet"
    r"|drink|time|x\b|am\b|pm\b|hour|hr|min|day|week|month|year))"
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
    beyond = r"(?:(?:should|must) not )?(?P<above>exceed|be above|above|over)"
    limit = caseless(rf"\bserum {drug} {beyond} (?P<limit>{figure})(?! ?{other})")
    named = _NEVER if "in nmol" in name else limit
    return Measure(name, told, named, high=(toxic, f"{name.split()[0]} toxicity"))


_OPEN: Final = (
    r"(?: (?:is|are|was|falls?|rises?|levels?|value|stays?|usually|still|cholesterol)){0,3} "
    r"(?:(?P<above>above|over|more than|greater than)|(?P<below>below|under|less than|lower than)) "
    r"(?P<limit>\d+(?:\.\d+)?)"
)
_NO_AMOUNT: Final = (
    r"(?![\d.]*\d| ?(?:- ?\d|mg\b(?! ?/)|g\b|m?cg\b(?! ?/)|micrograms?\b(?! ?/)|tab|units?|iu\b|i\.u|day|week|month"
    r"|year|hour|x\b|times))"
)


def _kept(name: str, called: str, figure: str, unit: str = "", no: str = "(?!)", times: float = 1.0) -> Measure:
    """A test whose value labels give no name of a state: `figure` as high as it may be, `no` what may not follow it,
    `unit` what follows a limit."""
    told = rf"(?<![\w-])(?:{called})(?![\w-])(?: \([^)]{{1,20}}\))?{_IS}({figure}){_NO_AMOUNT}(?! ?(?:{no}))"
    return Measure(name, caseless(told), caseless(rf"\b(?:{called}){_OPEN}(?={unit})"), times=times)


_GLYCATED: Final = r"Hb ?A1c|A1c|glyc(?:ated|osylated) ha?emoglobin"
_URATE: Final = r"(?:serum )?(?:urate|uric acid)"
_LDL: Final = r"LDL(?:-?c\b)?(?: cholesterol)?|low[- ]density lipoprotein(?: cholesterol)?"
_CLOTHED: Final = r"(?:25[- ]?(?:OH|hydroxy)[- ]?)?(?:vitamin|vit\.?) ?D[23]?"
_MG_DL: Final = r"mg ?(?:/ ?dl|%)"
_KEPT: Final = (
    _kept("HbA1c", _GLYCATED, r"[2-9]\d|1\d\d", " ?mmol", "%|percent|\\.\\d"),
    _kept("HbA1c in %", _GLYCATED, r"(?:[4-9]|1\d)(?:\.\d{1,2})?", " ?(?:%|percent)", "mmol"),
    _kept("TSH", r"TSH|thyrotropin|thyroid[- ]stimulating hormone", r"\d{1,3}(?:\.\d{1,3})?", "", "%|times"),
    _kept("urate", _URATE, r"[1-9]\d\d", "", _MG_DL),
    _kept("urate", _URATE, r"0\.[1-9]\d{0,2}", "(?!)", _MG_DL, 1000.0),
    _kept("urate in mg/dl", _URATE, r"\d{1,2}(?:\.\d)?", f" ?{_MG_DL}", "[\u00b5\u03bcu]?mol|micro"),
    _kept("LDL", _LDL, r"\d(?:\.\d{1,2})?", "(?! ?mg)", "mg|%"),
    _kept("LDL in mg/dl", _LDL, r"[2-9]\d|[1-4]\d\d", f" ?{_MG_DL}", "mmol|%"),
    _kept("ferritin", r"(?:serum )?ferritin", r"\d{1,5}", "", "%"),
    _kept(
        "vitamin D", _CLOTHED, r"\d{1,3}(?=(?:\.\d)? ?nmol)|(?:[5-9]|[1-9]\d{1,2})(?!\d)(?:\.\d)?", " ?nmol", "ng|a "
    ),
    _kept("CRP", r"(?:hs-?)?CRP|C-reactive protein", r"\d{1,3}(?:\.\d)?", "", "%"),
    _kept("oxygen saturation", r"Sp?O2|sats?|oxygen saturations?|saturations?", r"[4-9]\d|100", "%", "mmol|ng|ug|mg"),
)
"""Tests by whose value a treatment goes, which is no state that a label names."""


MEASURES: Final[tuple[Measure, ...]] = (
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
    *_KEPT,
)
