"""Details that tell who somebody is, found in text, so that they can be kept from leaving the machine.

The kinds follow the identifiers of the HIPAA Safe Harbor method (45 CFR 164.514(b)(2)), as far as they occur in typed
questions: names, places smaller than a state, dates but the year, ages over 89, numbers of telephones, records,
accounts and insurance, addresses on the net. It errs towards finding too much.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

PATIENT: Final = "the patient"
"""What stands for a person in a text from which details were removed."""


class Detail(NamedTuple):
    """Characters `start` to `end` of a text and what they look like: `a name`, `a date`."""

    start: int
    end: int
    kind: str


class Rule(NamedTuple):
    """One kind of detail: how it looks, and what else must hold of it. Group 1, if any, is the detail."""

    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = lambda words: True
    firm: bool = False
    """True when it cannot be meant as part of a literature query."""


_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_UNIT: Final = r"(?:mg|mcg|µg|ug|ml|kg|%|g\b|mm|bpm|units?|times|hours?|weeks?|doses?|percent|/)"
_NAME: Final = r"[A-Z][\w'’-]+"
_INITIAL: Final = r"[A-Z]\.?(?!\w)"
_TITLE: Final = r"(?:Mr|Mrs|MRS|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Sir|Rev|Sister|Nurse|Matron)"
_OLD: Final = r"\d{1,3}[ -]?(?:years?|yrs?|months?|y/?o)[ -]old"
_RELATIVE: Final = (
    r"(?:mother|father|mum|mom|mam|dad|parents?|sister|brother|wife|husband|partner|son|daughter|child|kids?|baby|"
    r"aunt(?:ie)?|uncle|grand(?:mother|father|ma|pa|mum|dad|son|daughter)|nan|gran|granny|cousin|niece|nephew|"
    r"friend|neighbou?r|boss|colleague|girlfriend|boyfriend|fianc[eé]e?|(?:step|in-law )\w+|patient)"
)
_STREET: Final = (
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|crescent|way|place|square|boulevard|blvd|terrace|"
    r"gardens|grove|row|hill)"
)
_HOUSE: Final = (
    r"(?:hospital|clinic|infirmary|medical cent(?:er|re)|health cent(?:er|re)|hospice|nursing home|care home|"
    r"nhs (?:foundation )?trust)"
)
_RECORD: Final = (
    r"(?:mrn|medical record|record|hospital|patient|nhs|chi|ssn|social security|medicare|medicaid|insurance|policy|"
    r"member(?:ship)?|account|passport|licen[cs]e|case|chart|national insurance)"
)


def _digits(words: str) -> str:
    return "".join(c for c in words if c.isdigit())


def nhs_number(words: str) -> bool:
    """True for ten digits whose last is their check digit (modulus 11): NHS Data Dictionary, NHS NUMBER."""
    digits = _digits(words)
    if len(digits) != 10:
        return False
    check = 11 - sum(int(d) * (10 - at) for at, d in enumerate(digits[:9])) % 11
    return check != 10 and check % 11 == int(digits[9])


def social_security_number(words: str) -> bool:
    """True for nine digits that the US Social Security Administration may have issued (20 CFR 422.103)."""
    digits = _digits(words)
    area, group, serial = digits[:3], digits[3:5], digits[5:]
    return len(digits) == 9 and area not in ("000", "666") and area < "900" and group != "00" and serial != "0000"


def _telephone(words: str) -> bool:
    return 7 <= len(_digits(words)) <= 15


def _rule(
    kind: str,
    pattern: str,
    holds: Callable[[str], bool] = lambda words: True,
    *,
    firm: bool = False,
    case: bool = False,
) -> Rule:
    return Rule(kind, re.compile(pattern, 0 if case else re.IGNORECASE), holds, firm)


RULES: Final = (
    _rule("an e-mail address", r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", firm=True),
    _rule("a web address", r"\b(?:https?://|www\.)\S{1,200}", firm=True),
    _rule("an NHS number", r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b", nhs_number, firm=True),
    _rule("a social security number", r"\b\d{3}-\d{2}-\d{4}\b", social_security_number, firm=True),
    _rule(
        "a record number",
        rf"\b{_RECORD}(?: (?:security|insurance|record))?(?: ?(?:number|no|num|id|nr)\b\.?)?\W{{0,3}}"
        r"((?=[\w/-]*\d)[A-Z]{0,3}[\d/-]{4,}[A-Z]?)\b",
        firm=True,
    ),
    _rule("a telephone number", r"(?<![\w/.])(?:\+|00)\d[\d ().-]{6,20}\d\b", _telephone, firm=True),
    _rule(
        "a telephone number",
        r"(?<![\w/.-])\(?\d{3,5}\)?[ .-]\d{3,4}[ .-]?\d{3,4}\b(?![/-]\d)",
        _telephone,
        firm=True,
    ),
    _rule(
        "a date of birth",
        r"\b(?:born|d\.?o\.?b\.?|date of birth|birthday)\b(?:\W+(?:on|in|is))?\W{0,3}[\w/.-]*\d[\w/.-]*",
    ),
    _rule("a date", rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}(?!\w),?(?:[ -]+(?:19|20)?\d\d\b)?"),
    _rule("a date", rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? (?:19|20)\d\d\b)?(?! ?{_UNIT})"),
    _rule("a date", rf"\b{_MONTH},? (?:19|20)\d\d\b"),
    _rule("a date", r"\b(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])\b"),
    _rule("a date", r"\b(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)?\d\d\b"),
    _rule("an age over 89", r"\b(?:9\d|1[01]\d)[ -]?(?:years?|yrs?|y/?o)\b(?:[ -]?old)?"),
    _rule("an age over 89", rf"\b(?:aged?|is|am|turned|turns|she's|he's)(?: of)? (?:9\d|1[01]\d)\b(?! ?{_UNIT})"),
    _rule("an age over 89", r"(?<=[a-z]), ?(?:9\d|1[01]\d)(?=,)"),
    _rule("a name", rf"\b{_TITLE}\b\.?(?: {_NAME}| {_INITIAL})(?:[ -](?:{_NAME}|{_INITIAL}))*", case=True),
    _rule("a name", r"\b(?:mr|mrs|mx)\b\.? [a-z][\w'’-]+", case=True),
    _rule("a name", rf"\b(?i:my name is|(?:i am|i'm|he is|she is) called|name:) ({_NAME}(?: {_NAME})*)", case=True),
    _rule("a person", rf"\b(?:my|our|his|her|their)(?: \w+)?(?:[ -]{_OLD})? {_RELATIVE}\b"),
    _rule("an address", rf"\b\d{{1,5}}[a-z]?,? (?:[A-Z][\w'’-]+ ){{1,3}}(?i:{_STREET})\b", case=True),
    _rule("a postcode", r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", case=True),
    _rule("a postcode", r"\b(?:[A-Z]{2}|zip(?: code)?:?) \d{5}(?:-\d{4})?\b", case=True),
    _rule("a hospital", rf"\b(?:{_NAME}\.? |St\.? ){{1,4}}(?i:{_HOUSE})\b(?: (?:of|in|at) {_NAME})?", case=True),
    _rule("a number", r"(?<![\w.,/-])(?<!pmid )(?<!pmid: )(?<!pmid:)\d{6,}(?![\w.,]*\d)", firm=True),
)
"""In the order in which they take their words."""


def find(text: str, *, firm: bool = False) -> tuple[Detail, ...]:
    """Details that may tell who somebody is, in order, without overlaps; `firm`: those of firm rules alone."""
    found: list[Detail] = []
    for rule in RULES:
        if firm and not rule.firm:
            continue
        for match in rule.pattern.finditer(text):
            group = 1 if match.re.groups and match[1] else 0
            start, end = match.span(group)
            if rule.holds(match[group]) and not any(d.start < end and start < d.end for d in found):
                found.append(Detail(start, end, rule.kind))
    return tuple(sorted(found))


def remove(text: str, *, firm: bool = False) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text without such details, and what was taken out: (words, kind), in order.

    A person becomes "the patient", so that the sentence can still be read.
    """
    parts: list[str] = []
    taken: list[tuple[str, str]] = []
    at = 0
    for detail in find(text, firm=firm):
        parts += [text[at : detail.start], PATIENT if detail.kind in ("a name", "a person") else ""]
        taken.append((text[detail.start : detail.end].strip(" ,"), detail.kind))
        at = detail.end
    parts.append(text[at:])
    if not taken:
        return text, ()
    kept = " ".join(" ".join(parts).split())
    kept = re.sub(r"(?: ?,)+(?= ?[,.?!;])| (?=[,.?!;])", "", kept)
    return re.sub(rf"\b{PATIENT}(?:,? {PATIENT})+\b", PATIENT, kept), tuple(taken)
