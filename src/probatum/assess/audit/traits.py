"""What a text says of how and on whom a study was done, by closed lists whose values shut each other out.

A trait is heard in the sentence under audit and in what its record says of the study itself: title, abstract and
methods, without the sentences that say who could not take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text.expressions import expression


class Trait(NamedTuple):
    """One matter on which a study is one thing and not another."""

    name: str
    fault: Fault
    values: Mapping[str, re.Pattern[str]]
    holds: Mapping[str, frozenset[str]] = {}
    """Value -> values that are kinds of it: a hospital has wards for intensive care."""


def _trait(name: str, fault: Fault, values: Mapping[str, str], holds: Mapping[str, str] | None = None) -> Trait:
    listed = {value: expression(rf"\b(?:{pattern})\b", re.IGNORECASE) for value, pattern in values.items()}
    return Trait(name, fault, listed, {k: frozenset(v.split(", ")) for k, v in (holds or {}).items()})


TRAITS: Final = (
    _trait(
        "setting",
        Fault.POPULATION,
        {
            "primary care": r"primary[- ](?:health ?)?care|general[- ]practi\w+|family (?:practice|medicine"
            r"|physician)\w*|GPs?",
            "intensive care": r"intensive[- ]care|ICUs?|critical care|critically ill",
            "emergency department": r"emergency (?:department|room|unit|ward|medical service)s?|pre-?hospital"
            r"|ambulances?",
            "hospital": r"(?:in|at|from|of) (?!admission|attendance)(?:[\w'-]+ ){0,5}hospitals?|(?:hospital"
            r"|inpatient|in-patient|"
            r"detoxification|surgical|medical|psychiatric|orthop\w+|p(?:a)?ediatric) (?:ward|setting|department|unit)s?"
            r"|hospitali[sz]ed|inpatients?|in-patients?",
            "outpatient clinic": r"out-?patients?|ambulatory (?:patients|care|clinic)|day[- ](?:care|case|surgery)",
            "care home": r"(?:nursing|care|residential|retirement) homes?|long-term care",
            "school": r"(?:primary|secondary|elementary|high|nursery)?[- ]?school ?children|in (?:\w+ ){0,3}schools?",
            "community": r"community[- ]dwelling|living at home|in the community|free-living|home[- ]based",
            "prison": r"prison\w*|incarcerated|jails?",
        },
        {
            "hospital": "intensive care, emergency department, outpatient clinic",
            "outpatient clinic": "hospital, community, primary care",
            "community": "primary care, school, care home",
            "primary care": "community, outpatient clinic",
        },
    ),
    _trait(
        "earlier births",
        Fault.POPULATION,
        {
            "first pregnancy": r"first pregnanc\w+|primigravid\w*|nullipar\w*|primipar\w*|first[- ]time mothers",
            "a birth before": r"previous (?:preterm |spontaneous |live )*(?:births?|pregnanc\w+|deliver\w+)"
            r"|multipar\w*|multigravid\w*"
            r"|history of (?:spontaneous )?preterm",
        },
    ),
    _trait(
        "way of birth",
        Fault.POPULATION,
        {
            "caesarean section": r"c(?:a)?esar(?:e|i)an\w*(?: section| delivery)?",
            "vaginal birth": r"vaginal(?:ly)? (?:birth|deliver\w+)|deliver\w* vaginal\w*|vaginal deliver\w+"
            r"|spontaneous birth",
        },
    ),
    _trait(
        "part of pregnancy",
        Fault.POPULATION,
        {
            "early pregnancy": r"first trimester|early pregnancy|(?:before|less than|under|at|<) ?(?:1[0-9]|20) weeks",
            "late pregnancy": r"third trimester|last (?:trimester|three months of pregnancy)|late pregnancy|near term"
            r"|(?:from|after|at|>) ?(?:2[89]|3[0-9]|4[01]) weeks",
            "after birth": r"postpartum women|after (?:the )?(?:birth|delivery)|breast-?feeding women",
        },
    ),
    _trait(
        "stage of cancer",
        Fault.POPULATION,
        {
            "removed": r"(?:complete(?:ly)?|after|curative(?:ly)?) (?:removal|resect\w+|removed|excision)"
            r"|adjuvant (?:treatment|therapy)"
            r"|resected|localised|localized|in remission",
            "advanced": r"advanced|metasta\w+|unresectable|inoperable|stage I(?:II|V)b?(?: or I?V)?|not"
            r" amenable to (?:\w+ )?surgery",
        },
    ),
    _trait(
        "course",
        Fault.POPULATION,
        {
            "relapsing-remitting": r"relapsing[- ]remitting|RRMS",
            "progressive": r"(?:primary|secondary)[- ]progressive|progressive (?:multiple sclerosis|MS)|SPMS|PPMS",
        },
    ),
    _trait(
        "centres",
        Fault.POPULATION,
        {
            "one centre": r"single[- ](?:cent(?:er|re)|site|institution)|monocent\w+|one (?:hospital|cent(?:er"
            r"|re)|clinic|site)",
            "several centres": r"multi-?cent(?:er|re|ric)\w*|(?:[2-9]|[1-9][0-9]{1,2}|two|three|four|five|six"
            r"|seven|eight|nine"
            r"|ten|eleven|twelve|several) (?:\w+ ){0,3}(?:cent(?:er|re)s|hospitals|sites|clinics|practices"
            r"|institutions)",
        },
    ),
    _trait(
        "plan",
        Fault.NEGATION,
        {
            "crossover": r"cross-?over",
            "parallel groups": r"parallel[- ]?(?:group|arm|design)\w*|parallel",
        },
    ),
    _trait(
        "looking back or ahead",
        Fault.NEGATION,
        {"retrospective": r"retrospective(?:ly)?|chart review|case records", "prospective": r"prospective(?:ly)?"},
    ),
)
_EXCLUDES: Final = expression(r"\bexclu\w+|\bnot eligible|\bineligible|\bcriteria for exclusion", re.IGNORECASE)
_LONGEST: Final = 1_500


def values(text: str, trait: Trait) -> dict[str, str]:
    """The values of a trait that a text tells, each with its words."""
    found = ((value, pattern.search(text[:_LONGEST])) for value, pattern in trait.values.items())
    return {value: match.group() for value, match in found if match is not None}


@lru_cache(maxsize=512)
def told(source: Source, number: int) -> Mapping[str, tuple[Unit, str]]:
    """The values of the trait of that number that a record tells of its own study, each with where and its words."""
    made: dict[str, tuple[Unit, str]] = {}
    for unit in _own(source):
        for value, words in values(unit.text, TRAITS[number]).items():
            made.setdefault(value, (unit, words))
    return made


def fits(trait: Trait, mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """True when a value told is one of the record's, or a kind of it, or it of one."""
    held = set(theirs)
    return any(value in held or trait.holds.get(value, frozenset()) & held for value in mine)


def _own(source: Source) -> list[Unit]:
    return [
        u
        for u in source.units
        if not u.row
        and (u.section.startswith(("title", "abstract")) or u.role is SectionRole.METHODS)
        and not _EXCLUDES.search(u.text)
    ]
