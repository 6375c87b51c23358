"""Fitting: whether the words of a label or guideline speak of the patient that is asked about.

Kidney function in figures is set beside stages by KDIGO 2012 (doi:10.1038/kisup.2012.73): severe below 30, moderate 30
to 59, mild 60 to 89 mL/min. Where a figure, a trimester or an age is not told, every direction for such people counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from probatum.apply import criteria
from probatum.apply.kinship import kin
from probatum.model import Patient
from probatum.text import ages, ancestry, body, gestation, livers, measured, people, words
from probatum.text.ages import Range
from probatum.text.expressions import caseless, expression
from probatum.vocabulary import traits

PREGNANT: Final = expression(
    r"pregnan|(?<!venous )(?<!vascular )malformation|birth defect|before birth"
    r"|\bf(?:o)?etus|\bf(?:o)?etal|teratogen|trimester|unborn|gestation",
    re.IGNORECASE,
)
FEEDING: Final = expression(r"breast-?\s?feed|breast milk|lactat|nursing|human milk", re.IGNORECASE)
YOUNG: Final = expression(
    r"pa?ediatric|\bchild(?:ren)?\b|\binfants?\b|neonat|newborn|adolescen|toddler"
    r"|(?<!for )\b(?:below|under|younger than) (?:the age of )?(?:(?:[1-9]|1[0-8]) years\b|\d{1,2} months of age)",
    re.IGNORECASE,
)
OLD: Final = expression(
    r"geriatric|elderly|older (?:people|patients|adults)|\b(?:65|75) years"
    r"|\b(?:6[05]|[78][05]) years (?:of age )?(?:or|and) (?:more|older|over|above)"
    r"|\bage[ds]? (?:over |above |older than |at least )?(?:6[05]|[78][05])\b"
    r"|\b(?:older than|over|above)(?: the age of)? (?:6[05]|[78][05]) years\b",
    re.IGNORECASE,
)
KIDNEY: Final = expression(people.KIDNEY, re.IGNORECASE)
LIVER: Final = expression(people.LIVER, re.IGNORECASE)
SPECIAL: Final = (PREGNANT, FEEDING, YOUNG, OLD, KIDNEY, LIVER, criteria.CREATININE, criteria.LIST)
"""Words of people who need other directions than most."""
ALLERGY: Final = expression(r"allerg|hypersensitiv|anaphyla", re.IGNORECASE)
_CHILDBEARING: Final = expression(
    r"\b(?:wom[ae]n|females?) (?:of (?:child|reproductive)|(?:who|that) (?:may|can|could) (?:become|get) pregnant)"
    r"|\b(?:effective|reliable|highly effective) contraception\b",
    re.IGNORECASE,
)
FERTILE: Final = Range(12.0, 50.0)
"""Years in which a woman may become pregnant, as labels count them."""
_THIRDS: Final = (
    (expression(r"\b(?:first|1st|early)\b[^.;]{0,20}(?:trimester|pregnancy)", re.IGNORECASE), (0, 13)),
    (expression(r"\b(?:second|2nd)\b[^.;]{0,20}trimester", re.IGNORECASE), (13, 28)),
    (expression(r"\b(?:third|3rd|last|late)\b[^.;]{0,20}(?:trimester|pregnancy)", re.IGNORECASE), (28, 45)),
    (expression(r"\b(?:second|latter|last) half of (?:a |the )?pregnancy", re.IGNORECASE), (20, 45)),
    (expression(r"\bat term\b|\b(?:during|in) labou?r\b", re.IGNORECASE), (37, 45)),
)
"""Parts of pregnancy as labels name them, in weeks."""
_NUMBER: Final = expression(r"\d+(?:\.\d+)?")
_BELOW: Final = expression(
    r"(?:below|under|less than|lower than|<|≤|younger than|up to)\s*(?:or equal to\s*)?(\d+(?:\.\d+)?)", re.IGNORECASE
)
_BETWEEN: Final = expression(
    r"(\d+(?:\.\d+)?)\s*(?:to|-|–|and)\s*(?:(below|under|less than|<)\s*)?(\d+(?:\.\d+)?)", re.IGNORECASE
)
_ABOVE: Final = expression(r"(?:above|over|at least|from|older than|≥|>)\s*(\d+(?:\.\d+)?)", re.IGNORECASE)
_OF_PEOPLE: Final = (
    r"(\d+(?:\.\d+)?)(?: ?(?:years?|m[lL](?: ?/ ?min)?(?: ?/ ?1\.73 ?m(?:2|²)?)?))?(?: old)? (?:or|and) "
)
_OR_MORE: Final = expression(_OF_PEOPLE + r"(?:more|above|over|older|greater|higher)\b", re.IGNORECASE)
"""`10 years or more`, `60 ml/min/1.73 m2 or more`; an amount of a drug is no limit of the patient."""
_OR_LESS: Final = expression(_OF_PEOPLE + r"(?:less|below|under|younger|lower)\b", re.IGNORECASE)
_STAGES: Final = {
    "1": (90.0, 200.0),
    "2": (60.0, 89.0),
    "3": (30.0, 59.0),
    "3a": (45.0, 59.0),
    "3b": (30.0, 44.0),
    "4": (15.0, 29.0),
    "5": (0.0, 14.0),
}
_SEVERITY: Final = {
    "severe": (0.0, 29.0),
    "advanced": (0.0, 29.0),
    "moderate": (30.0, 59.0),
    "mild": (60.0, 89.0),
    "end": (0.0, 14.0),
}
_TRIMESTER: Final = expression(r"\b(first|1st|second|2nd|third|3rd) trimester", re.IGNORECASE)
_WEEKS: Final = {
    "first": (0, 13),
    "1st": (0, 13),
    "second": (14, 27),
    "2nd": (14, 27),
    "third": (28, 45),
    "3rd": (28, 45),
}
_UNITS: Final = {"day": 1 / 365, "week": 1 / 52, "month": 1 / 12, "year": 1.0}
_GROUPS: Final = {
    "newborn": (0.0, 0.076),
    "infant": (0.0, 0.99),
    "toddler": (1.0, 3.9),
    "child": (0.0, 17.9),
    "adolescent": (10.0, 17.9),
}
"""The ages that words for a patient stand for, as the question says it read them: an infant is under 1 year."""
CHILD_YEARS: Final = 18.0
_YOUNG_GROUPS: Final = (
    (expression(r"neonat|newborn", re.IGNORECASE), (0.0, 0.08)),
    (expression(r"\binfants?\b", re.IGNORECASE), (0.0, 2.0)),
    (expression(r"toddler", re.IGNORECASE), (1.0, 4.0)),
    (expression(r"adolescen", re.IGNORECASE), (10.0, 17.9)),
    (expression(r"pa?ediatric|\bchild(?:ren)?\b", re.IGNORECASE), (0.0, 17.9)),
)
"""The ages that words of the young stand for where a text names no figures."""
_OLD_YEARS: Final = 65.0
_LATE_YEARS: Final = 60.0
"""From here on an age in a direction is one of old people."""


_HEAVIEST: Final = ((9.0, 0.25), (11.0, 0.5), (13.3, 1.0), (17.1, 2.0))
"""Kilograms above which hardly a child is of that age in years or less: three standard deviations above the median of
boys (WHO Child Growth Standards, 2006, weight-for-age)."""


@lru_cache(maxsize=256)
def age(patient: Patient) -> Range | None:
    """Age in years; None where it is not told or only as a word that is no group of the young. A child of whom no age
    is told is older than its weight leaves room for."""
    if not patient.age:
        return None
    if patient.age in _GROUPS:
        low, high = _GROUPS[patient.age]
        weight = kilograms(patient) or 0.0
        least = max((years for limit, years in _HEAVIEST if weight > limit), default=low)
        return Range(min(max(low, least), high), high)
    if patient.age == "older adult":
        return Range(_OLD_YEARS, 120.0)
    if patient.age == "adult":
        return Range(CHILD_YEARS, 120.0)
    found = re.search(r"(\d+(?:\.\d+)?)\s*(day|week|month|year)?", patient.age)
    if found is None:
        return None
    years = float(found[1]) * _UNITS[found[2] or "year"]
    if re.search(r"over|above|older", patient.age):
        return Range(years, 120.0)
    if re.search(r"under|below|younger", patient.age):
        return Range(0.0, years)
    return Range(years, years)


def may_conceive(patient: Patient) -> bool:
    """Whether the patient is a woman of an age to become pregnant, and is not told to be so."""
    years = age(patient)
    return patient.sex == "female" and not patient.pregnancy and years is not None and FERTILE.meets(years)


def weeks_pregnant(patient: Patient) -> Range | None:
    """Weeks of pregnancy; None where they are not told."""
    told = patient.pregnancy
    found = re.search(r"(\d{1,2}) weeks?", told)
    if found:
        return Range(float(found[1]), float(found[1]))
    third = _TRIMESTER.search(told)
    return Range(*_WEEKS[third[1].lower()]) if third else None


_STAGE: Final = expression(r"(?:\bstage|\bCKD|\bG(?=3[ab]|[1245]\b))\s*(?:stage\s*)?(3[ab]|[1-5])\b", re.IGNORECASE)
"""A stage of chronic kidney disease: `stage 3b`, `CKD3b`, `CKD G4`."""


@lru_cache(maxsize=4096)
def filtration(told: str) -> Range | None:
    """Kidney function in mL/min from words about it: a figure, a stage of CKD, a severity, dialysis; else None."""
    figures = [float(n) for n in _NUMBER.findall(_STAGE.sub("", told))]
    if re.search(r"GFR|clearance|CrCl|CLcr|function", told, re.IGNORECASE) and figures:
        low = re.search(r"<|below|under|less", told)
        return Range(0.0 if low else min(figures), max(figures))
    if stage := _STAGE.search(told):
        return Range(*_STAGES[stage[1].lower()])
    if re.search(r"dialysis", told, re.IGNORECASE):
        return Range(0.0, 14.0)
    named = next((bounds for word, bounds in _SEVERITY.items() if word in told.lower()), None)
    return Range(*named) if named else None


def bounds(text: str) -> Range | None:
    """The figures that a direction names as limits: `below 30`, `30 to 45`, `from 10`; None where there are none."""
    between = _BETWEEN.search(text)
    if between:
        return Range(float(between[1]), float(between[3]) - (0.01 if between[2] else 0.0))
    below, above = _BELOW.search(text), _ABOVE.search(text) or _OR_MORE.search(text)
    if below and above and float(above[1]) < float(below[1]):  # `above 50 and up to 95`
        return Range(float(above[1]) + 0.01, float(below[1]))
    if below:
        return Range(0.0, float(below[1]) - 0.01)
    if at_most := _OR_LESS.search(text):
        return Range(0.0, float(at_most[1]))
    return Range(float(above[1]), 1000.0) if above else None


@lru_cache(maxsize=8192)
def speaks_of(text: str, patient: Patient, conditions: tuple[tuple[str, ...], ...] = ()) -> bool:
    """Whether a direction is for such a patient. `conditions`: the illnesses told, each with its names.

    A text that names special people must name these; one that names none must name an illness, an allergen or a drug of
    theirs.
    """
    beyond = measured.within(text, patient.values)
    if beyond is not None:
        return beyond
    counted = criteria.judged(text, told(patient))
    if counted is not None:
        return counted.fits is True or undecided(text, patient)
    if _DIALYSED.match(text) and not (patient.kidney and _that_kidney(text, patient)):
        return False
    if _CHILDBEARING.search(text) and (patient.pregnancy or may_conceive(patient)):
        return True
    of_mothers = PREGNANT.search(text) or FEEDING.search(text)  # whose unborn or breast-fed child is told of as well
    named = [fits for sort, fits in _SORTS if sort.search(text) and not (of_mothers and sort is YOUNG)]
    if named:
        return any(fits(text, patient) for fits in named) and (not _WHO_TAKE.search(text) or takes(text, patient) != "")
    taken = takes(text, patient) != "" and not ALLERGY.search(text)  # to take a drug is no allergy to it
    said = _REMEDY.sub(" ", text)  # a fever reducer is no fever
    if ALLERGY.search(text):  # to be allergic to one thing is no allergy to another
        conditions = tuple(names for names in conditions if not ALLERGIC.fullmatch(names[0]))
    return allergic(text, patient) or taken or any(_names(said, names) for names in conditions)


ALLERGIC: Final = caseless(r"(?:[\w-]+ ){0,2}(?:hypersensitivit(?:y|ies)|allerg(?:y|ies)|allergic reactions?)")


_REMEDY: Final = caseless(r"\b[\w-]{3,20} (?:reliever|reducer|killer|remedy|remedies)s?\b")


@lru_cache(maxsize=256)
def told(patient: Patient) -> criteria.Told:
    """Age, weight and creatinine as far as they are told in figures."""
    own, found = age(patient), re.match(r"(\d+(?:\.\d+)?) (umol|mg)", patient.creatinine)
    years = own.low if own is not None and own.low == own.high else None
    if found is None:
        return criteria.Told(years, kilograms(patient))
    value, micromoles = float(found[1]), found[2] == "umol"
    creatinine = value / body.MICROMOLES if micromoles else value
    return criteria.Told(years, kilograms(patient), creatinine, value if micromoles else None)


_DIALYSED: Final = caseless(r"^[^,;]{0,60}\b(?:dialysis|ha?emodialysis|end-stage)\b[^,;]{0,60},")
"""A direction that opens with people on dialysis is for nobody else, whatever age or weight it goes on to name."""


def undecided(text: str, patient: Patient) -> bool:
    """Whether a direction for those who meet so many criteria may be for this patient: some are met, or what is told of
    kidneys or age bears on them, and whether enough are met depends on what is not told."""
    counted = criteria.judged(text, told(patient))
    if counted is None or counted.fits is not None:
        return False
    return any(item.met for item in counted.items) or _bears(counted, patient)


def partly_met(text: str, patient: Patient) -> bool:
    """Whether a direction for those who meet so many criteria names one that the patient is told to meet."""
    counted = criteria.judged(text, told(patient))
    return counted is not None and any(item.met for item in counted.items)


def _bears(counted: criteria.Judged, patient: Patient) -> bool:
    """Whether kidneys that are not healthy make a creatinine likely that counts, or an age that others count."""
    years, own = age(patient), filtration(patient.kidney)
    poor = bool(patient.kidney) and (own is None or own.low < _HEALTHY.low)
    of_blood = any(item.name == "serum creatinine" and item.met is None for item in counted.items)
    return (poor and of_blood) or (years is not None and years.low >= _OLD_YEARS)


def of_organ(illness: str, patient: Patient) -> bool:
    """Whether an illness is that of the kidneys or liver which the patient is told to have."""
    return bool((patient.kidney and KIDNEY.search(illness)) or (patient.liver and LIVER.search(illness)))


def _that_liver(text: str, patient: Patient) -> bool:
    """Whether a direction is for a liver as poor as the patient's; where either tells no class it may be."""
    meant, own = livers.classes(text), livers.classes(patient.liver)
    return not meant or not own or bool(meant & own)


def _that_creatinine(text: str, patient: Patient) -> bool:
    own = told(patient).creatinine
    return own is not None and criteria.within(text, own) is not False


_WHO_TAKE: Final = caseless(
    r"\b(?:impairment|disease|failure|insufficiency|dysfunction|years?|older|elderly|children|adults|women|people"
    r"|patients) (?:who (?:also )?(?:take|use|receive)|taking|receiving|on|treated with)\b(?! dialysis| ha?emodialysis"
    r"| (?:it|this|them)\b)"
)
"""People and a medicine that they take: both must hold."""


def of_some(text: str) -> bool:
    """Whether a direction opens with the people whom alone it concerns: `in kidney disease`, `people with asthma`."""
    return _OF_SOME.match(text) is not None


_OF_SOME: Final = caseless(
    r"in (?:people|patients|those|children|women|pregnancy|kidney|renal|liver|hepatic)\b"
    r"|(?:people|patients|those|children|women|adults) (?:with|who|on|of|aged)\b"
)


@lru_cache(maxsize=8192)
def special(text: str) -> bool:
    """Whether a text names people who need other directions than most."""
    return any(pattern.search(text) for pattern in SPECIAL)


def _in_that_third(text: str, patient: Patient) -> bool:
    weeks = weeks_pregnant(patient)
    if weeks is None:
        return True
    # `for pregnant women, A; it should be avoided at term` is for all of them till then.
    return any(_in_third(clause, weeks) for clause in text.split("; ") if PREGNANT.search(clause))


def _in_third(text: str, weeks: Range) -> bool:
    parts = _parts(text)
    return not parts or any(part.meets(weeks) for part in parts)


def _parts(text: str) -> list[Range]:
    """The weeks of pregnancy for which a direction is: its figures, else the parts of pregnancy that it names."""
    figures = gestation.limits(text)
    return [figures] if figures is not None else [Range(*span) for pattern, span in _THIRDS if pattern.search(text)]


def later_in_pregnancy(text: str, patient: Patient) -> bool:
    """Whether a direction begins to hold further on in the pregnancy that is told: it is none yet."""
    weeks = weeks_pregnant(patient)
    parts = _parts(text) if weeks is not None and PREGNANT.search(text) else []
    return weeks is not None and bool(parts) and all(part.low > weeks.high for part in parts)


def begins_in(text: str) -> float:
    """The week of pregnancy in which a direction begins to hold."""
    return min((part.low for part in _parts(text)), default=0.0)


def _young(text: str, patient: Patient) -> bool:
    own = age(patient)
    if own is None or own.low >= CHILD_YEARS:
        return False
    limit = ages.limits(text)
    if limit is not None and len(_BANDS.findall(text)) < MANY:
        return own.meets(limit)
    named = [Range(*years) for pattern, years in _YOUNG_GROUPS if pattern.search(text)]
    return any(own.meets(years) for years in named)


_BANDS: Final = caseless(r"\b\d+ (?:to \d+ )?(?:months|years)\b")
MANY: Final = 4
"""Ages from which a direction is a table of doses for children of every age."""
GROWN_TOO: Final = expression(
    r"\badults and (?:children|adolescents)\b(?: (?:over|above|older than|of|aged) (?:more than )?\d+ years)?",
    re.IGNORECASE,
)
"""Grown-ups among whom children are counted: an amount for both is one for them."""


def of_children_alone(text: str, patient: Patient) -> bool:
    """Whether a direction is for children and the patient is known to be none; an unborn child is the mother's."""
    own = age(patient)
    grown = own is not None and own.low >= CHILD_YEARS
    return (
        grown
        and bool(YOUNG.search(text))
        and not GROWN_TOO.search(text)
        and not PREGNANT.search(text)
        and not FEEDING.search(text)
    )


_LAST_YEAR: Final = 55.0
"""Age from which nothing that is told of pregnancy concerns a woman."""


def of_others(text: str, patient: Patient) -> bool:
    """Whether a direction is for people whom the patient cannot be: the pregnant and their children, or children."""
    years = age(patient)
    none = patient.sex == "male" or (years is not None and years.low >= _LAST_YEAR)
    mothers = PREGNANT.search(text) or FEEDING.search(text)
    return (none and bool(mothers)) or of_children_alone(text, patient)


def certain(text: str, patient: Patient) -> bool:
    """Whether what is told of kidneys and age lies within the limits that a direction names: `kidney disease` of no
    stage may or may not be below 30 mL/min."""
    pairs: list[tuple[Range | None, Range | None]] = []
    if KIDNEY.search(text) and patient.kidney:
        pairs.append((filtration(patient.kidney), _kidney_limit(text)))
    if YOUNG.search(text) and patient.age:
        pairs.append((age(patient), ages.limits(text)))
    return all(
        limit is None or (own is not None and limit.low <= own.low and own.high <= limit.high) for own, limit in pairs
    )


@lru_cache(maxsize=2048)
def _kidney_limit(text: str) -> Range | None:
    measured = re.search(r"(?:GFR|clearance|CrCl)(?:[^.;]|\.(?=\d)){0,60}", text, re.IGNORECASE)
    if measured is None:
        return filtration(_ABOVE_ALL.sub("", text))
    limit = bounds(measured[0])
    return Range(0.0, limit.high) if limit is not None and _POORER.search(text) else limit


_POORER: Final = caseless(
    r"\b(?:further|more|still)\b[^.;]{0,20}\b(?:when|with|where|if)\b[^.;]{0,30}\b(?:poorer|worse|lower)\b"
)
"""What holds for the kidneys named, and all the more for poorer ones."""


_ABOVE_ALL: Final = caseless(
    r",? (?:above all|especially|particularly|in particular|including|such as) [^.;,]{0,20}dialysis"
)
"""The gravest of those of whom a direction speaks: it holds for the others, too."""


_WEIGHED: Final = expression(
    r"\b(?:below|under|above|over|less than|more than|from) \d+(?:\.\d+)? ?kg\b|(?<!/)\b\d+(?:\.\d+)? ?kg or "
    r"(?:less|more|below|above)"
    r"|\bweigh(?:t|ing|s)?(?: is| of)?\b[^.;,]{0,20}?\d+(?:\.\d+)? ?kg(?: or (?:less|more|below|above))?"
    r"|\bweigh\w*\b[^.;,]{0,12}\b(?:below|under|less than|above|over|more than)\b[^.;,]{0,8}\d+ ?kg",
    re.IGNORECASE,
)
"""A limit of body weight; an amount for each kilogram is none."""


def kilograms(patient: Patient) -> float | None:
    """Body weight in kg; None where it is not told."""
    return body.kilograms(patient.weight)


def _that_weight(text: str, patient: Patient) -> bool:
    """Whether the weight told lies within the limit that a direction names."""
    own, found = kilograms(patient), _WEIGHED.search(text)
    if own is None or found is None or of_children_alone(text, patient):
        return False
    said = found[0].lower()
    limit = float(_NUMBER.findall(said)[-1])
    if re.search(r"or less|less than|below|under", said):
        return own <= limit
    return own >= limit if re.search(r"more|above|over|from", said) else own == limit


def of_another_weight(text: str, patient: Patient) -> bool:
    """Whether a direction is for people of a weight that is not the one told."""
    return kilograms(patient) is not None and bool(_WEIGHED.search(text)) and not _that_weight(text, patient)


def of_age(text: str, patient: Patient) -> bool:
    """Whether what a direction says of ages leaves room for the patient; True where either tells none."""
    own, limit = age(patient), ages.limits(text)
    return own is None or limit is None or own.meets(limit)


def _old(text: str, patient: Patient) -> bool:
    """Whether the patient is of the age that a direction names, or old where it names none."""
    own, limit = age(patient), ages.limits(text)
    if own is None or (limit is not None and limit.low >= _LATE_YEARS and not own.meets(limit)):
        return False
    return own.low >= (_LATE_YEARS if limit is not None else _OLD_YEARS)


def _that_kidney(text: str, patient: Patient) -> bool:
    """With figures on both sides they must meet; `severe` and the like stand for figures. Of a direction in several
    clauses with figures of their own it is enough that one holds."""
    own = filtration(patient.kidney)
    if own is None and _DIALYSED.match(text):  # most people with an ill kidney of no told stage are on no dialysis
        return _FAILED.search(patient.kidney) is not None
    if own is not None and (limits := _limits_of(text)):
        return any(own.meets(limit) for limit in limits)
    if own is not None and own.low < _HEALTHY.low and any(_of_any_stage(clause) for clause in text.split("; ")):
        return True
    limit = _kidney_limit(text)
    if own is None and limit is not None and patient.kidney:
        return not _HEALTHY.meets(limit)  # of ill kidneys without a figure nothing holds that is for healthy ones
    if own is None or limit is None:
        return own is None or own.low < _HEALTHY.low or not _IMPAIRED.search(text)
    return own.meets(limit)


_FAILED: Final = caseless(r"\bfail\w*|\bend[- ]stage|dialys|\bESR[DF]\b|transplant")


def _limits_of(text: str) -> list[Range]:
    """The limits of kidney function in the clauses of a direction, where more than one has such: `below 50 ml/min the
    dose is lowered; with a clearance below 10 it is 500 mg`."""
    found = [bounds(clause) for clause in text.split("; ") if _PER_MINUTE.search(clause) or "clearance" in clause]
    limits = [limit for limit in found if limit is not None]
    return limits if len(limits) > 1 else []


def _of_any_stage(clause: str) -> bool:
    """Whether a clause speaks of poor kidneys of any degree: `the dose need not be changed in kidney impairment`."""
    return bool(_IMPAIRED.search(clause)) and _DEGREE.search(clause) is None


_DEGREE: Final = caseless(r"\d|\b(?:mild|moderate|severe|end-stage|dialysis|advanced|stage)\b")
_PER_MINUTE: Final = caseless(r"\b\d+ ?ml ?/ ?min")


_IMPAIRED: Final = caseless(r"\b(?:renal|kidney) (?:impairment|disease|failure|insufficiency|dysfunction)\b")


_HEALTHY: Final = Range(90.0, 120.0)


def of_healthy_kidneys(text: str) -> bool:
    """Whether what a direction says of the kidneys holds for healthy ones; True where it says nothing."""
    limit = _kidney_limit(text)
    return not KIDNEY.search(text) if limit is None else _HEALTHY.meets(limit)


def allergic(text: str, patient: Patient) -> bool:
    """Whether a direction about allergy names what the patient is allergic to, or its class."""
    return bool(ALLERGY.search(text)) and any(_names(text, (a, *kin(a))) for a in patient.allergies)


@lru_cache(maxsize=4096)
def takes(text: str, patient: Patient) -> str:
    """The drug taken that a direction names, itself, by its class or by what it does; empty for none."""
    bare = OTHERWISE.sub(" ", text)
    return names_taken(text, patient) or next((drug for drug in patient.drugs if traits.told(bare, drug)), "")


def names_taken(text: str, patient: Patient) -> str:
    """The drug taken that a direction names, itself or by its class; empty for none."""
    text = _WITHOUT.sub(" ", OTHERWISE.sub(" ", text))
    return next((drug for drug in patient.drugs if _names(text, (drug, *kin(drug)))), "")


def goes_without(text: str, patient: Patient) -> bool:
    """Whether a direction is for people without a medicine that the patient takes."""
    found = _WITHOUT.search(text)
    return found is not None and any(_names(found[0], (drug, *kin(drug))) for drug in patient.drugs)


_WITHOUT: Final = caseless(r"\b(?:without|no|not taking) [^.,;]{3,60}")
OTHERWISE: Final = caseless(
    r"\b(?:\w+ (?:acid )?deficienc(?:y|ies)|deficienc(?:y|ies) of \w+(?: acid)?)\b"
    r"|,? (?:because|since|as) (?:it|they|the [\w -]{3,40}?) contains? [^;.,]{1,80}"
)
"""A substance that is lacking, which is an illness (`folate deficiency` is not folic acid), and one that the medicine
itself contains: neither is taken."""


def names_one(text: str, conditions: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a text names one of these illnesses, each given with its names."""
    return any(_names(text, names) for names in conditions)


@lru_cache(maxsize=8192)
def _names(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text holds all words of one of the names, or the plain words for it: of hypokalaemia low potassium."""
    said = words.stems(text)
    if any(one and one <= said for one in map(words.stems, names)):
        return True
    simple = [name for one in names for name in measured.plain(one)]
    return bool(simple) and any(words.stems(one) <= words.stems(measured.OF_OTHERS.sub(" ", text)) for one in simple)


_SORTS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Patient], bool]], ...]] = (
    (PREGNANT, lambda text, patient: bool(patient.pregnancy) and _in_that_third(text, patient)),
    (FEEDING, lambda _, patient: patient.breastfeeding),
    (YOUNG, _young),
    (OLD, _old),
    (ancestry.NAMED, lambda text, patient: ancestry.meant(text, patient.ancestry)),
    (KIDNEY, lambda text, patient: bool(patient.kidney) and _that_kidney(text, patient)),
    (LIVER, lambda text, patient: bool(patient.liver) and _that_liver(text, patient)),
    (_WEIGHED, _that_weight),
    (criteria.CREATININE, _that_creatinine),
)
"""The sorts of special people by the words that name them, and whether the patient is of those of a text."""
