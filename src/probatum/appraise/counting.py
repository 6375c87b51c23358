"""Counts of people or of studies in a record's words: where each stands, and which of them a rule speaks for.

A rule is a `Tier`: what must stand before a count and what after it. `people` and `analysed` say which tiers tell how
many were studied, and in which order they are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from probatum.appraise.numbers import NUMBER, whole
from probatum.model import Record, SectionKind, SectionRole, SourceSection, Span
from probatum.text.expressions import expression

NOUN = (
    r"(?:patients?|participants?|subjects?|volunteers?|adults?|women|men|children|infants?|neonates?|newborns?|babies"
    r"|people|persons?|individuals?|adolescents?|pairs|couples|boys|girls|students?|residents?|respondents?|mothers?"
    r"|households?|families|survivors?|outpatients?|inpatients?|veterans?|nurses|physicians|smokers|users|players"
    r"|athletes"
    r"|recipients?|cases|controls|eyes|pregnancies|twins|workers|carers|caregivers|donors|clients|members|candidates"
    r"|undergraduates|parents|practitioners|employees|seniors|diabetics|asthmatics|youths?|enrollees|preschoolers"
    r"|schoolchildren|toddlers|doctors|males|shoulders|knees|hips|limbs|feet|ears"
    r"|females)"
)
STUDY_NOUN = r"(?:trials?|stud(?:y|ies)|rcts?|articles?|papers|cohorts|publications|reports)"
ADJECTIVES = (
    r"(?:(?!and\b|or\b|of\b|with\b|were\b|was\b|who\b|in\b|to\b|had\b|\d|cent(?:er|re)s?\b|sites?\b|hospitals?\b"
    r"|clinics?\b"
    r"|weeks?\b|months?\b|days?\b|years?\b|mg\b)[\w'/%+-]+,? |type (?:1|2|II?) |\([^)]{1,30}\) ){0,6}?"
)
FIGURE = expression(rf"(?<![\w.,<>/±+-])(?<!n=)(?<!n = )(?P<n>{NUMBER})(?=\s|\))(?! ?%)", re.IGNORECASE)
"""A whole number that stands alone: no decimal, percentage, range or bracketed arm size."""
OF_PEOPLE = expression(rf"\s{{1,4}}+{ADJECTIVES}{NOUN}\b", re.IGNORECASE)
_OTHER_NOUN = rf"(?:{NOUN}|from|assessed|screened|identified|full)"
NO_NOUN_BETWEEN = rf"(?!(?:(?!{STUDY_NOUN}\b)[\w-]+,? ){{0,4}}?{_OTHER_NOUN}\b[^.;()]{{0,60}}?{STUDY_NOUN}\b)"
OF_STUDIES = expression(rf"\s{{1,4}}+{NO_NOUN_BETWEEN}{ADJECTIVES}{STUDY_NOUN}\b", re.IGNORECASE)
"""No other things may stand between the count and the studies: `956 patients from seven studies` counts seven."""
TOTAL_IN_BRACKETS = expression(rf"\((?:total )?[nN] ?= ?(?P<n>{NUMBER})(?: {NOUN})?\)")
ANOTHER_SIZE = expression(r"\b[nN] ?= ?[0-9]")
"""A second size in one sentence: both are arms."""

PART_OF = expression(rf"(?:{NUMBER}|%\)?)(?: \([^)]{{1,20}}\))? (?:of|out of)(?: the| these| all)? $", re.IGNORECASE)
"""`18 of 54 women`: the count is the whole of a part, which may be one arm."""
BEFORE_A_YEAR = expression(
    r"(?:\b(?:in|since|from|to|until|till|through|before|after|between|year)"
    r"|\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|spring|summer|autumn|winter)\.?(?: \d{1,2}(?:st|nd|rd|th)?,?)?)\s$",
    re.IGNORECASE,
)
"""Words before a number that make it a year: `until November 2020 for randomised trials`."""
AMONG = expression(r"\bamong the $", re.IGNORECASE)
"""`Among the 299 who took a dose`: an analysis set."""
ONE_ARM = expression(
    rf"^ ?\(\d+(?:\.\d+)? ?%|^[^;.]{{0,60}}\bto (?:the )?(?:[\w-]+ ){{1,3}}(?:group|arm)\b|^\) or\b|\b(?:in|to|per"
    rf"|into) (?:each|every|both)\b|\bper (?:group|arm)\b"
    rf"|^[^;.]{{0,40}}\bin the [\w-]+(?: [\w-]+)? (?:group|arm)\b"
    rf"|(?:,| and| while| but|;) ?(?:and |the )?(?:other |remaining )?{NUMBER}(?: \(?[\w-]+\)?){{0,3}}? (?:to"
    rf"|received|in the|underwent|on|were"
    r" (?:given|treated|randomi|assigned|allocated)|had)\b",
    re.IGNORECASE,
)
"""Words after a count that make it the size of one arm."""

OF_EACH = expression(
    rf"(?:\b(?:with |of )?|[;,(] ?)(?:[nN] ?= ?)?{NUMBER} (?:[\w-]+ )?(?:in|to|per|into|for) (?:each(?: \w+)?"
    rf"|every|(?:group|arm)\b)",
    re.IGNORECASE,
)
"""`40 patients with 20 in each group`: the size of an arm behind the size of all."""
PLANNED_SIZE = expression(
    r"\b(?:sample size (?:of|was|is|calculation)|target(?:ed)? (?:[\w-]+ ){0,3}of|planned|(?:to|will|would) "
    r"(?:enrol|enroll|recruit|include)|requir\w+|needed|aim\w* (?:to|for)|estimat\w+)"
    r"(?: that)?(?: (?:at least|a total of|about|approximately|up to))*\s*$",
    re.IGNORECASE,
)
"""Words before a count of people who are wanted, and were not studied."""
UNBRACKETED = expression(rf"(?P<n>{NUMBER})(?: [\w-]+){{0,2}}? (?:to|in|received|on|underwent)\b", re.IGNORECASE)
PART = expression(rf"\([nN] ?= ?(?P<n>\d+)\)|\((?P<m>{NUMBER}) (?:\w+ )?(?:to|in|received)\b", re.IGNORECASE)
"""The size of one arm, in brackets behind the size of all."""
WHO_THEY_ARE = expression(
    r"^ ?\((?=[^()]*\b(?:age|aged|years?|yrs|females?|males?|women|men|boys|girls|mean|median|range)\b)[^()"
    r"]{3,100}\)",
    re.IGNORECASE,
)
"""`40 children (median age 0.6 years; range 0 to 10)`: what they were like, before what was done to them."""

POOL = expression(
    r"\b(?:selected|identified|chosen|drawn|sampled)\b[^.;]{0,90}\b(?:from|among|out of)\b"
    r"(?: an?| the)?(?: (?:larger |whole |entire )?(?:total|cohort|pool|population|database|series|group|sample)"
    r" of)?\s*$"
    r"|\b(?:nested|embedded)\b[^.;]{0,80}$"
    r"|\bwithin (?:an?|the) (?:[\w-]+ ){0,3}(?:cohort|trial|study|population|sample) of\s*$"
    r"|\b(?:parent|larger|original|underlying|source) (?:[\w-]+ ){0,2}(?:cohort|trial|study|population|sample)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Words before a count that make it the pool people came from: the results are not about all of them."""
LEFT = expression(
    r"^[^.;]{0,60}?\b(?:were|was) available (?:for|in)\b|^[^.;]{0,60}?\b(?:remained|were left)\b"
    rf"|^[^.;]{{0,80}}? and (?:only )?{NUMBER} (?:patients |participants |subjects |of (?:them|these) )?w(?:ere|as)"
    r" (?:\w+ly )?(?:random|assign|allocat)"
    rf"|^[^.;]{{0,80}}?, (?:only )?{NUMBER} (?:\w+ ){{0,3}}w(?:ere|as) (?:\w+ly )?(?:enrol|random|included"
    rf"|assign|allocat|recruit)",
    re.IGNORECASE,
)
"""`From 605 participants, follow-up was available for 498`: the first count is not the one followed."""

Tier = tuple[re.Pattern[str] | None, re.Pattern[str] | None]
"""What must stand before the count and what after it, within its sentence."""


def before(pattern: str) -> re.Pattern[str]:
    """Words that must end right before a count; case does not matter."""
    return expression(rf"(?:{pattern})\s*$", re.IGNORECASE)


def after(pattern: str) -> re.Pattern[str]:
    """Words that must follow a count and its noun; case does not matter."""
    return expression(pattern, re.IGNORECASE)


class Number(NamedTuple):
    """A count and where it stands."""

    value: int
    section: SourceSection
    start: int
    end: int

    def span(self, record: Record) -> Span:
        """Its characters."""
        return Span(record, self.section.id, self.start, self.end)


class Candidate(NamedTuple):
    """A count with the words of its sentence before it and after its noun."""

    number: Number
    before: str
    after: str
    noun: str = ""


SENTENCE_END = expression(r"[.?!;]\s+(?=[A-Z0-9(])|\n")


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a stretch in its sentence, at most 260 characters of each."""
    left = max(0, start - 260)
    cuts = [m.end() for m in SENTENCE_END.finditer(text, left, start)]
    cut = SENTENCE_END.search(text, end, min(len(text), end + 260))
    return text[cuts[-1] if cuts else left : start], text[end : cut.start() if cut else min(len(text), end + 260)]


def counts(sections: Sequence[SourceSection], noun: re.Pattern[str], smallest: int) -> Iterator[Candidate]:
    """Every whole number from `smallest` on with that noun behind it, but years, analysis sets and wholes of a part."""
    for section in sections:
        text = section.text
        for match in FIGURE.finditer(text):
            value = whole(match["n"])
            if value is None or value < smallest:
                continue
            named = noun.match(text, match.end())
            if (
                named is None
                or PART_OF.search(text, max(0, match.start() - 40), match.start())
                or (
                    1900 <= value <= 2100
                    and match["n"].isdigit()
                    and BEFORE_A_YEAR.search(text, max(0, match.start() - 20), match.start())
                )
            ):
                continue
            if AMONG.search(text, max(0, match.start() - 12), match.start()):
                continue
            lead, tail = around(text, match.start(), named.end())
            if PLANNED_SIZE.search(lead):
                continue
            number = Number(value, section, match.start("n"), match.end("n"))
            yield Candidate(number, lead, WHO_THEY_ARE.sub("", tail), named.group())


def best(
    found: Sequence[Candidate], tiers: tuple[Tier, ...], veto: re.Pattern[str], part: re.Pattern[str] | None = None
) -> Number | None:
    """The first count that a tier speaks for, unless the words behind it veto it or make it one arm's."""
    for lead, tail in tiers:
        for candidate in found:
            if POOL.search(candidate.before) or LEFT.search(candidate.after):
                continue
            if part and part.search(candidate.before) and (lead is None or not lead.search(candidate.before)):
                continue
            if lead and not lead.search(candidate.before):
                continue
            reached = tail.search(candidate.after) if tail else None
            if tail and reached is None:
                continue
            near = candidate.after[: reached.end()] if reached else candidate.after[:45]
            if not veto.search(near) and not _one_arm(candidate):
                return candidate.number
    return None


def _one_arm(candidate: Candidate) -> bool:
    """Whether the words behind a count make it one arm's; not where smaller parts of it follow (`(189 to A`)."""
    behind = OF_EACH.sub(" ", candidate.after)
    if ONE_ARM.search(behind[:140]) is None:
        return False
    named = [n for m in UNBRACKETED.finditer(behind[:200]) if (n := whole(m["n"])) is not None]
    if len(named) > 1 and sum(named) == candidate.number.value:
        return False  # `80 were randomised, 46 to A and 34 to B`
    parts = [n for m in PART.finditer(candidate.after) if (n := whole(m["n"] or m["m"])) is not None]
    return not parts or max(parts) >= candidate.number.value or sum(parts) > candidate.number.value


_OF_OTHERS = (SectionRole.BACKGROUND, SectionRole.CONCLUSIONS)


def parts_read(record: Record, body: bool) -> list[SourceSection]:
    """The sections in which people are counted: abstract, title, and where it is wanted the body, without its
    introduction and discussion, which tell of other studies."""
    kinds = [SectionKind.ABSTRACT, SectionKind.TITLE]
    if body or record.summary:
        kinds.append(SectionKind.BODY)
    told = [s for kind in kinds for s in record.sections if s.kind is kind and len(s.text) < 40_000]
    return [s for s in told if not (s.kind is SectionKind.BODY and s.role in _OF_OTHERS)]


@lru_cache(maxsize=4)
def counted(record: Record, body: bool) -> tuple[Candidate, ...]:
    """Every count of people, found once for all that is asked of them."""
    return tuple(counts(parts_read(record, body), OF_PEOPLE, 2))
