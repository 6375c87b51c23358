"""How many people (and, for a review, studies): the figure that the record itself gives, never a sum.

People randomised come before people enrolled, and those before people merely mentioned: CONSORT 2010, item 13
(doi:10.1136/bmj.c332) asks for the number randomly assigned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from probatum.appraise.numbers import NUMBER, whole
from probatum.model import Design, Record, SectionKind, SectionRole, SourceSection, Span
from probatum.text.expressions import expression

NOUN = (
    r"(?:patients?|participants?|subjects?|volunteers?|adults?|women|men|children|infants?|neonates?|newborns?|babies"
    r"|people|persons?|individuals?|adolescents?|pairs|couples|boys|girls|students?|residents?|respondents?|mothers?"
    r"|households?|families|survivors?|outpatients?|inpatients?|veterans?|nurses|physicians|smokers|users|players"
    r"|athletes"
    r"|recipients?|cases|controls|eyes|pregnancies|twins|workers|carers|caregivers|donors|clients|members|candidates"
    r"|undergraduates|parents|practitioners|employees|seniors|diabetics|asthmatics|youths?|enrollees|preschoolers"
    r"|schoolchildren|toddlers|doctors|males"
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
OF_PEOPLE = expression(rf"\s+{ADJECTIVES}{NOUN}\b", re.IGNORECASE)
OF_STUDIES = expression(rf"\s+{ADJECTIVES}{STUDY_NOUN}\b", re.IGNORECASE)
TOTAL_IN_BRACKETS = expression(rf"\((?:total )?[nN] ?= ?(?P<n>{NUMBER})(?: {NOUN})?\)")
ANOTHER_SIZE = expression(r"\b[nN] ?= ?[0-9]")
"""A second size in one sentence: both are arms."""

CHANCE = r"(?:randomly|randomi[sz]\w+|at random|random order)"
NOT_COUNTED = expression(
    r"\b(?:screened|assessed for eligibility"
    r"|were (?:wom[ae]n|m[ae]n|females?|males?|boys|girls)(?= and\b)"
    r"|approached|invited|eligible|excluded|withdr\w+|dropped out|lost to"
    r"|declined|refused|per"
    r" (?:1,?000|100)|discontinued|died|needed to treat|responded|relapsed|at least one|completed|failed|improved"
    r"|experienced"
    r"|reported)\b",
    re.IGNORECASE,
)
"""Words after a count that make it another count."""
OF_THE_WHOLE = expression(
    r"(?:\b(?:of|in|and|or|only|but|while|vs\.?|versus|than|least|every|for) (?:the |these |all )?"
    r"|\bage[sd]? (?:of )?|, )$",
    re.IGNORECASE,
)

PART_OF = expression(rf"(?:{NUMBER}|%\)?)(?: \([^)]{{1,20}}\))? (?:of|out of)(?: the| these| all)? $", re.IGNORECASE)
"""`18 of 54 women`: the count is the whole of a part, which may be one arm."""
BEFORE_A_YEAR = expression(r"\b(?:in|since|from|to)\s$")
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
    rf"|^[^.;]{{0,80}}?, (?:only )?{NUMBER} (?:\w+ ){{0,3}}w(?:ere|as) (?:\w+ly )?(?:enrol|random|included"
    rf"|assign|allocat|recruit)",
    re.IGNORECASE,
)
"""`From 605 participants, follow-up was available for 498`: the first count is not the one followed."""
GROUP_OF = expression(r"\bgroups?(?: \w+ing)? of(?: the)?\s*$", re.IGNORECASE)
OTHERS = expression(r"\b(?:controls|donors|volunteers|healthy [\w-]+(?: [\w-]+)?)\s*$", re.IGNORECASE)
"""People who stand beside the patients: of two such counts neither is the size of the study."""
AS_CONTROL = expression(
    r"^[^.;]{0,90}?\b(?:as|for|formed|served as) (?:an? |the )?(?:[\w-]+ )?(?:control|comparison|reference)s?"
    r"(?: group)?\b",
    re.IGNORECASE,
)
OWN_COHORT = expression(
    r"\b(?:our own (?:cohort|patients)|own (?:cohort|data|patients)"
    r"|combined (?:the |our |these )?(?:\w+ )?results with (?:those|the|data)"
    r"|we first (?:detected|measured|examined))\b",
    re.IGNORECASE,
)
"""A synthesis that also tells of people of its own: which of its results are about whom is not said by a count."""

Tier = tuple[re.Pattern[str] | None, re.Pattern[str] | None]
"""What must stand before the count and what after it, within its sentence."""


def _before(pattern: str) -> re.Pattern[str]:
    return expression(rf"(?:{pattern})\s*$", re.IGNORECASE)


def _after(pattern: str) -> re.Pattern[str]:
    return expression(pattern, re.IGNORECASE)


TAKEN = (
    r"(?:enrol\w+|recruit\w+|includ\w+|stud(?:ied|y)|treat\w+|enter\w+"
    r"|(?:evaluat|assess)\w+\b(?! for (?:the |possible )?(?:eligib|inclus))|examin\w+|follow\w+|survey\w+"
    r"|interview\w+"
    r"|analy[sz]\w+|investigat\w+|involv\w+|compris\w+|review\w+|measured|tested|identified|received"
    r"|underwent"
    r"|participated|took part|given|selected|admitted|divided|monitored|allocated|assigned|matched)"
)
WERE = r"(?:were|was|have been|had been|who|are)"
RANDOMISED: tuple[Tier, ...] = (
    (None, _after(rf"^[^;]{{0,220}}?\b{CHANCE}")),
    (_before(rf"\b{CHANCE}(?: assign\w*| allocat\w*| divid\w*| into)?(?: a total of| all| the)?"), None),
    (
        _before(
            rf"\b{CHANCE}\b[^;]{{0,120}}\b(?:trial|study|design|manner|fashion)\b[^;]{{0,60}}\b(?:of|in|involving"
            rf"|with|among|enrol\w+|on|includ\w+)\b(?: a total of)?"
        ),
        None,
    ),
)
ENROLLED: tuple[Tier, ...] = (
    (_before(r"\b(?:total of|altogether|in all,?)"), None),
    (
        None,
        _after(
            rf"^[^;.]{{0,100}}?\b(?:{WERE}\b(?: \w+ly| all| then)? {TAKEN}|participated|took part|entered|underwent"
            rf"|received)\b"
        ),
    ),
    (_before(rf"\b{TAKEN}(?: a total of| all| in| on| up)?"), None),
)
MENTIONED: tuple[Tier, ...] = (
    (
        _before(
            r"\b(?:in|of|for|from|on|among|with|involving)(?: an? (?:total|cohort|group|sample|series"
            r"|population) of| all| the)?"
        ),
        None,
    ),
    (_before(r"^|:"), None),
)
INCLUDED: tuple[Tier, ...] = (
    (
        _before(
            rf"\b{STUDY_NOUN}\b[^;]{{0,80}}?(?:\(|,|\b(?:with|involving|includ\w+|compris\w+|enrol\w+"
            rf"|randomi[sz]ing|recruit\w+|in|of|total\w*|and|contribut\w+|on|from|covering)\b)"
            r"(?: ?with| involving)?(?: a (?:combined )?total of| a total| about| approximately| over| more than"
            r"| data from)?"
        ),
        None,
    ),
    (
        _before(r"\b(?:total of|in all,?|overall,?|together|comprising|involving|including|enrolled|randomi[sz]ed)"),
        None,
    ),
    (None, _after(rf"^[^;.]{{0,60}}?\b{WERE} {TAKEN}")),
)
STUDIES: tuple[Tier, ...] = (
    (
        None,
        _after(
            r"^[^;.]{0,60}?\b(?:(?:were |was |are )?(?:\w+ly )?(?:included|met|fulfilled|satisfied|eligible"
            r"|selected|involving|with|compris\w+|enrol\w+|recruit\w+"
            r"|reporting|contribut\w+|report|provided))\b|^ ?\("
        ),
    ),
    (_before(r"\b(?:included|identified|analy[sz]ed|found|selected|from|of|in)(?: a total of| data from| the)?"), None),
)
NOT_INCLUDED = expression(
    r"\b(?:citations|screened|potentially|yielded|retrieved|excluded|full[- ]text|duplicates)\b", re.IGNORECASE
)

OF_SOME = expression(
    rf"\bof (?:the |these )?{NUMBER} [^.;]{{1,80}}?, (?P<n>{NUMBER}) [^.;]{{0,100}}?"
    r"(?:randomly|randomi[sz]ed|were (?:enrolled|allocated|assigned|included))\b",
    re.IGNORECASE,
)
"""`Of 922 who consented, 698 were randomised`: the second figure is the size."""


OPENS = expression(r"^\s*(?:(?:RESULTS|Results|FINDINGS|Findings): ?)?(?:In|Among|For)(?: the)? $")
OF_A_KIND = expression(r"^ ?(?:with|without|aged|who|whose|older|younger|over|under)\b", re.IGNORECASE)
RESULTS = expression(r"\b(?:RESULTS|Results|FINDINGS|Findings):")

ENROLLED_ACTUALLY = expression(r"^Enrollment: (?P<n>\d{1,9}) \(actual\)$", re.MULTILINE)


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


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    left = max(0, start - 260)
    cuts = [m.end() for m in SENTENCE_END.finditer(text, left, start)]
    cut = SENTENCE_END.search(text, end, min(len(text), end + 260))
    return text[cuts[-1] if cuts else left : start], text[end : cut.start() if cut else min(len(text), end + 260)]


def _candidates(sections: list[SourceSection], noun: re.Pattern[str], smallest: int) -> Iterator[Candidate]:
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
                    and BEFORE_A_YEAR.search(text, max(0, match.start() - 8), match.start())
                )
            ):
                continue
            if AMONG.search(text, max(0, match.start() - 12), match.start()):
                continue
            before, after = _around(text, match.start(), named.end())
            number = Number(value, section, match.start("n"), match.end("n"))
            after = WHO_THEY_ARE.sub("", after)
            yield Candidate(number, before, after, named.group())


def best(
    candidates: Sequence[Candidate], tiers: tuple[Tier, ...], veto: re.Pattern[str], part: re.Pattern[str] | None = None
) -> Number | None:
    """The first count that a tier speaks for, unless the words behind it veto it or make it one arm's."""
    for before, after in tiers:
        for candidate in candidates:
            if POOL.search(candidate.before) or LEFT.search(candidate.after):
                continue
            if part and part.search(candidate.before) and (before is None or not before.search(candidate.before)):
                continue
            if before and not before.search(candidate.before):
                continue
            reached = after.search(candidate.after) if after else None
            if after and reached is None:
                continue
            near = candidate.after[: reached.end()] if reached else candidate.after[:45]
            if not veto.search(near) and not _one_arm(candidate):
                return candidate.number
    return None


def _one_arm(candidate: Candidate) -> bool:
    """Whether the words behind a count make it one arm's; not where smaller parts of it follow (`(189 to A`)."""
    if ONE_ARM.search(candidate.after[:140]) is None:
        return False
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
    return tuple(_candidates(parts_read(record, body), OF_PEOPLE, 2))


UNCOUNTED = (Design.LABEL, Design.GUIDELINE, Design.REVIEW, Design.IN_VITRO, Design.ANIMAL, Design.CASE_REPORT)
"""Designs in which a count of people, if there is one, is not the size of a study."""


def count(record: Record, design: Design, *, body: bool = True) -> Number | None:
    """People randomised, else enrolled, else studied; for a review people included. None when none is given."""
    if design in UNCOUNTED:
        return None
    if design is Design.REGISTRY:
        return _enrolled(record)
    sections = parts_read(record, body)
    people = counted(record, body)
    if design.synthesis:
        return None if _own_cohort(sections) else best(people, INCLUDED, NOT_INCLUDED) or _bracketed(sections)
    if not design.randomised and _beside(people):
        return None
    tiers = RANDOMISED + ENROLLED if design.randomised else ENROLLED
    for part in _front_and_body(sections):
        if design.randomised and (some := _of_some(part)):
            return some
        found = best([c for c in people if c.number.section in part], tiers, NOT_COUNTED) or _bracketed(part)
        if found is not None:
            return found
    return _mentioned(people)


def _front_and_body(sections: Sequence[SourceSection]) -> tuple[list[SourceSection], list[SourceSection]]:
    """Abstract and title, which count the people of the study itself, then the body, which counts parts of them too."""
    body = [s for s in sections if s.kind is SectionKind.BODY]
    return [s for s in sections if s.kind is not SectionKind.BODY], body


def _mentioned(people: Sequence[Candidate]) -> Number | None:
    """People that are merely mentioned; none where a part of them seems larger."""
    parts = [c.number.value for c in people if _some(c)]
    found = best([c for c in people if not _some(c)], MENTIONED, NOT_COUNTED, OF_THE_WHOLE)
    return None if found is None or max(parts, default=0) > found.value else found


def _some(candidate: Candidate) -> bool:
    """`In 448 people with diabetes, ...` among the results may be a part of those studied."""
    if not (OPENS.match(candidate.before) and OF_A_KIND.match(candidate.after)):
        return False
    section, start = candidate.number.section, candidate.number.start
    return section.role is SectionRole.RESULTS or RESULTS.search(section.text, 0, start) is not None


def _enrolled(record: Record) -> Number | None:
    """The enrollment that a registry entry gives as actual. One that is expected has not been studied."""
    for section in record.sections:
        match = ENROLLED_ACTUALLY.search(section.text) if section.code == "design" else None
        if match:
            return Number(int(match["n"]), section, match.start("n"), match.end("n"))
    return None


def _own_cohort(sections: list[SourceSection]) -> bool:
    return any(OWN_COHORT.search(s.text) for s in sections if s.kind is SectionKind.ABSTRACT)


def _beside(people: Sequence[Candidate]) -> bool:
    """True when counts of different people stand side by side: patients and controls, patients and donors."""
    abstract = [c for c in people if c.number.section.kind is SectionKind.ABSTRACT and not POOL.search(c.before)]
    if len([c for c in abstract if GROUP_OF.search(c.before)]) > 1:
        return True
    others = [c for c in abstract if OTHERS.search(c.noun) or AS_CONTROL.search(c.after)]
    return bool(others) and len(abstract) > len(others)


def _of_some(sections: list[SourceSection]) -> Number | None:
    for section in sections:
        match = OF_SOME.search(section.text)
        value = whole(match["n"]) if match else None
        rest = _around(section.text, match.start(), match.end())[1][:140] if match else ""
        if match and value and value > 1 and not ONE_ARM.search(rest):
            return Number(value, section, match.start("n"), match.end("n"))
    return None


def _bracketed(sections: list[SourceSection]) -> Number | None:
    """`(N = 60)`: a total when it stands alone in its sentence."""
    for section in sections:
        for match in TOTAL_IN_BRACKETS.finditer(section.text):
            before, after = _around(section.text, match.start(), match.end())
            if ANOTHER_SIZE.search(before + after) is None:
                value = whole(match["n"])
                if value is not None and value > 1:
                    return Number(value, section, match.start("n"), match.end("n"))
    return None


def studies(record: Record, design: Design) -> Number | None:
    """Studies included in a systematic review."""
    if not design.synthesis or _own_cohort(parts_read(record, False)):
        return None
    return best(list(_candidates(parts_read(record, False), OF_STUDIES, 1)), STUDIES, NOT_INCLUDED)
