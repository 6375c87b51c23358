"""Small words: joining, capitals, arms, figures, p values and intervals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from probatum.model import ArmResult, Calculation, Concept, Direction, Figure, Finding, Interval, Measure, PValue
from probatum.text import statistics
from probatum.text.expressions import expression
from probatum.vocabulary.normal import name_key

_PEOPLE: Final = expression(
    r"^(the )?(patients?|participants?|people|subjects?|children|women|men|adults|infants|those|controls|individuals)",
    re.IGNORECASE,
)
_OF_PEOPLE: Final = expression(
    r"[- ](?:patients|participants|people|subjects|children|women|men|adults|infants|smokers)$"
)
_GROUP: Final = expression(r"\b(group|arm|cohort|groups|arms)$", re.IGNORECASE)
_ACRONYM: Final = expression(r"^[A-Z0-9][A-Za-z0-9-]*[A-Z0-9]")
_EPONYM: Final = expression(
    r"(?!(?:Patient|Child|Women|Men|People|Mother|Father|Carer|Doctor|Nurse|Today|World|Year)\b)[A-Z]\w+['’]s\s"
)
DEFAULT_ALPHA: Final = 0.05
DAYS: Final = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
"""Days of a unit of time."""


def upper(text: str) -> str:
    """First letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """First letter in lower case unless the first word is an acronym, a single capital or an eponym (`Bell's`)."""
    first = text.split(" ", 1)[0]
    if _ACRONYM.match(first) or _EPONYM.match(text) or (len(first) == 1 and first not in "AI"):
        return text
    return text[:1].lower() + text[1:]


def join(parts: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    items = [p for p in parts if p]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


_LETTERED: Final = re.compile(r"\b([Vv]itamin|[Pp]enicillin|[Hh]epatitis) ([b-ekgv])(?=\d{0,2}\b)(?!\w\w)")
"""Names that end with a letter, which is a capital: `vitamin D3`."""


def sentence(text: str) -> str:
    """One sentence: capital first, one full stop last, no doubled blanks."""
    flat = _LETTERED.sub(lambda m: f"{m[1]} {m[2].upper()}", re.sub(r"\s+", " ", text).strip().rstrip(" .;,"))
    closed = flat if flat.endswith(("?", "!", ".”", "?”")) else flat + "."
    return upper(closed)


def with_arm(arm: str, *, counted: bool = False) -> str:
    """`with mexiletine`, `in patients with diabetes`, `in the control group`; after a count of people `of patients`."""
    name = re.sub(r"^(in|with|on|for|among|of) ", "", arm.strip())
    if re.match(r"(?:before|after|at|baseline)\b", name, re.IGNORECASE):
        return f"at {name}" if name.lower().startswith("baseline") else name
    link = "of" if counted else "in"
    if _PEOPLE.match(name) or _OF_PEOPLE.search(name):
        return f"{link} {name}"
    if _GROUP.search(name):
        return f"{link} {name}" if name.lower().startswith("the ") else f"{link} the {name}"
    return f"with {name}"


def of_people(arm: str) -> bool:
    """Whether an arm is called by its people: `children on A`, `treated women`."""
    return bool(_PEOPLE.match(arm) or _OF_PEOPLE.search(arm))


def singular(noun: str) -> str:
    """The head of a plural noun phrase without its `s`; others as they are."""
    match = re.match(r"^(.*?)(\w+?)s(\b(?: (?:of|in|with|at)\b.*)?)$", noun)
    if not match or be(noun) == "was":
        return noun
    return f"{match[1]}{match[2]}{match[3]}"


_EVENT: Final = expression(
    r"^(?:an? )?(?P<before>(?:(?!an? )[\w-]+ ){0,5})"
    r"(?P<head>event|exacerbation|fracture|attack|episode|complication|infection"
    r"|seizure|relapse|recurrence|hospitali[sz]ation|admission|fall|visit)(?= (?:of|at|in|with|for|on|per|by|over"
    r"|during|within|after|from|to|due|leading|requiring)\b|$)",
    re.IGNORECASE,
)


def several(noun: str) -> str:
    """`a first cardiovascular event` becomes `first cardiovascular events`: what a treatment prevents, in general."""
    return _EVENT.sub(r"\g<before>\g<head>s", noun)


def definite(noun: str) -> str:
    """`change in X` becomes `the change in X`, `event` becomes `events`; other noun phrases stay."""
    noun = several(_COMPARED.sub("", noun))
    return f"the {noun}" if re.match(r"(change|decline|difference|rate|number|time|proportion)\b", noun) else noun


_COMPARED: Final = expression(r"^(?:higher|lower|greater|shorter|longer|fewer|more|less) (?=\w)", re.IGNORECASE)
"""A comparative before an outcome is the effect, and not its name: `higher NYHA class` is not `higher higher`."""
_CHANGE: Final = expression(
    r"^(?:the )?(?:(?:mean|average|absolute|relative|percent(?:age)?) )*changes? (?:from baseline )?(?:in"
    r"|of) (?=\w)",
    re.IGNORECASE,
)


def itself(noun: str) -> str:
    """`the change in body weight` becomes `body weight`: what a drug lowers is the weight and not its change."""
    return _CHANGE.sub("", _COMPARED.sub("", noun))


def bare(noun: str) -> str:
    """The noun phrase without `the` or `a`."""
    return re.sub(r"^(the|a|an) ", "", noun, flags=re.IGNORECASE)


_HEAD: Final = expression(
    r" (?:of|at|in|with|for|on|per|by|over|during|within|after|between|from|to|due|leading|causing|requiring)\b|[(,]"
)
"""What ends the head of a noun phrase."""


_ONE_ILLNESS: Final = frozenset(("diabetes", "scabies", "rabies", "herpes", "measles", "mumps", "caries", "ascites"))
"""Names of illnesses that end as plurals do."""


def be(noun: str) -> str:
    """`was` or `were`, by the head of the noun phrase."""
    head = _HEAD.split(noun, maxsplit=1)[0].strip()
    last = head.rsplit(" ", 1)[-1]
    word = last.lower()
    one = (
        word in _ONE_ILLNESS or word.endswith(("ss", "us", "is", "itis", "osis")) or (last.isupper() and len(last) > 1)
    )
    plural = (word.endswith("s") and not one) or " and " in head
    return "were" if plural or word in ("people", "children", "data", "women", "men") else "was"


def now(noun: str) -> str:
    """`is` or `are`, by the head of the noun phrase."""
    return "are" if be(noun) == "were" else "is"


def article(noun: str) -> str:
    """The noun with `a` or `an`."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def people(n: int) -> str:
    """`1 person`, `60 people`, `20,211 people`."""
    return "1 person" if n == 1 else f"{n:,} people"


_CALLED_AFTER: Final = expression(r"^(?P<who>[^\W\d_]{3,30})'?s (?P<what>[^|]{3,60})\|(?P=who) (?P=what)$")
"""What was typed, `bells palsy`, beside the heading `bell palsy`: an illness called after somebody."""


def spelled(concept: Concept) -> str:
    """The name of a concept, in the reader's own words where they wrote that very name (`haemorrhage`), or where its
    label is the plural of a heading and they wrote another name of it (`diabetic kidney disease`); one called after
    somebody with the apostrophe that was left out (`Bell's palsy`)."""
    if eponym := _CALLED_AFTER.match(f"{concept.text}|{concept.label}".lower()):
        return f"{eponym['who'].capitalize()}'s {eponym['what']}"
    own = name_key(concept.text)
    heading = be(concept.label) == "were" and be(concept.text) == "was" and " " in concept.text
    same = own == name_key(concept.label) or (heading and own in map(name_key, concept.synonyms))
    if same and not concept.label.islower() and concept.text.lower() == concept.label.lower():
        return concept.label  # a name with a capital of its own: `Alzheimer disease`
    return lower(concept.text) if same else concept.label


def with_unit(figure: Figure, unit: str) -> str:
    """`31%`, `5.3 per day`, `12 mm`."""
    if not unit:
        return lower(figure.text)
    if unit != "%":
        return f"{figure.text} {unit}"
    if figure.text[:1].isalpha():  # a share that its source spells: `eighty percent`
        return f"{lower(figure.text)} percent"
    return f"{figure.text}%{' per year' if yearly(figure) else ''}"


_YEARLY: Final = expression(
    r"%?(?:(?: (?:with|in|for) [^.;,()%]{1,40})? (?:and|or|to|v|vs|versus)\.? [-+]?\d+(?:\.\d+)?%)?"
    r"(?: (?:per|a|each) (?:year|annum)| ?/ ?(?:year|yr|y))\b",
    re.IGNORECASE,
)
"""What stands behind a percentage that is counted by the year, its own or the pair's (`1.3% and 1.6% per year`)."""


def yearly(figure: Figure) -> bool:
    """Whether a source gives a percentage by the year: people of every 100 in a year, and not people of every 100."""
    return _YEARLY.match(figure.span.source_section.text, figure.span.end) is not None


_PURE: Final = (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO)


def estimate(finding: Finding) -> str:
    """The estimate with its unit: `1.2%`; a ratio has none, whatever unit its arms are given in."""
    if finding.estimate is None:
        return ""
    return with_unit(finding.estimate, "" if finding.measure in _PURE else finding.unit)


def interval_words(interval: Interval | None) -> str:
    """`95% CI 0.6 to 0.9`."""
    if interval is None:
        return ""
    level = f"{interval.level:g}% CI" if interval.level else "interval"
    return f"{level} {interval.low.text} to {interval.high.text}"


def p_words(p: PValue | None) -> str:
    """The p value as printed, with its kind when it is not a comparison between groups."""
    if p is None:
        return ""
    return f"{p.text} for {p.kind}" if p.kind in ("interaction", "trend", "non-inferiority") else p.text


def judged(finding: Finding, alpha: float | None) -> str:
    """What is said when a result did not reach significance; empty when it did or nothing can be judged."""
    if finding.significant is None and finding.direction is Direction.NONE_DETECTED:
        return "no significant difference"
    if finding.significant is not False:
        return ""
    level = alpha or DEFAULT_ALPHA
    if finding.p is not None and statistics.judge(finding.p.relation, finding.p.figure.value, level) is True:
        return "not significant by the rule of its trial"  # as its report says
    text = "not significant" if finding.p is None else f"not significant at {level:g}"
    if finding.claimed == "significant":
        text += ", although the source lists it as significant"
    return text


def chance(finding: Finding) -> str:
    """What p and interval mean in plain words; empty when there is nothing to judge by."""
    if finding.significant is None:
        return "no clear difference" if finding.direction is Direction.NONE_DETECTED else ""
    return "chance alone hardly explains this" if finding.significant else "this could be chance"


def brackets(*parts: str) -> str:
    """The parts that are not empty, in brackets with a blank before, else empty."""
    inside = "; ".join(p for p in parts if p)
    return f" ({inside})" if inside else ""


def arm_value(arm: ArmResult, unit: str) -> str:
    """`31% (12 of 39)`, `5.3 (SD 1.2) per day`; a number in words (`Six`) without its capital."""
    counted = f"{lower(arm.events.text)} of {arm.denominator.text}" if arm.events and arm.denominator else ""
    if arm.denominator and not arm.events and unit == "%":
        counted = f"of {arm.denominator.text}"
    if arm.value is None:
        return counted or (lower(arm.events.text) if arm.events else "")
    spread = ""
    if arm.spread:
        spread = f" ({arm.spread_kind} {arm.spread.text})" if arm.spread_kind else f" ({arm.spread.text})"
    if counted and arm.events is not None and arm.events.text == arm.value.text:
        return counted
    shown = with_unit(arm.value, unit)
    if spread and unit and unit != "%":
        shown = f"{arm.value.text}{spread} {unit}"
    else:
        shown += spread
    return f"{shown} ({counted})" if counted else shown


def total(numbers: Iterable[int]) -> tuple[int, tuple[Calculation, ...]]:
    """A sum of people with the calculation that shows it; no calculation for a single number."""
    items = list(numbers)
    result = sum(items)
    if len(items) < 2:
        return result, ()
    return result, (Calculation(expression=" + ".join(map(str, items)), result=str(result)),)


def count(items: Sequence[object]) -> tuple[Calculation, ...]:
    """The calculation that counts sources one by one."""
    if len(items) < 2:
        return ()
    return (Calculation(expression=" + ".join(["1"] * len(items)), result=str(len(items))),)


def stands_in(name: str, title: str) -> bool:
    """Whether a title holds a name as words of its own: the label of atorvastatin is not one of `statin`."""
    at = title.find(name)
    while at >= 0:
        end = at + len(name)
        if not title[max(at - 1, 0) : at].isalnum() and not title[end : end + 1].isalnum():
            return True
        at = title.find(name, at + 1)
    return False
