"""How many people (and, for a review, studies): the figure that the record itself gives, never a sum.

People randomised come before people enrolled, and those before people merely mentioned: CONSORT 2010, item 13
(doi:10.1136/bmj.c332) asks for the number randomly assigned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from probatum.appraise.counting import (
    ANOTHER_SIZE,
    NOUN,
    OF_STUDIES,
    ONE_ARM,
    POOL,
    STUDY_NOUN,
    TOTAL_IN_BRACKETS,
    Candidate,
    Number,
    Tier,
    after,
    around,
    before,
    best,
    counted,
    counts,
    parts_read,
)
from probatum.appraise.numbers import NUMBER, whole
from probatum.model import Design, Record, SectionKind, SectionRole, SourceSection
from probatum.text.expressions import expression

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
    (None, after(rf"^[^;]{{0,220}}?\b{CHANCE}")),
    (before(rf"\b{CHANCE}(?: assign\w*| allocat\w*| divid\w*| into)?(?: a total of| all| the)?"), None),
    (
        before(
            rf"\b{CHANCE}\b[^;]{{0,120}}\b(?:trial|study|design|manner|fashion)\b[^;]{{0,60}}\b(?:of|in|involving"
            rf"|with|among|enrol\w+|on|includ\w+)\b(?: a total of)?"
        ),
        None,
    ),
)
ENROLLED: tuple[Tier, ...] = (
    (before(r"\b(?:total of|altogether|in all,?)"), None),
    (
        None,
        after(
            rf"^[^;.]{{0,150}}?\b(?:{WERE}\b(?: \w+ly| all| then)? {TAKEN}|participated|took part|entered|underwent"
            rf"|received)\b"
        ),
    ),
    (before(rf"\b{TAKEN}(?: a total of| all| in| on| up)?"), None),
)
MENTIONED: tuple[Tier, ...] = (
    (
        before(
            r"\b(?:in|of|for|from|on|among|with|involving)(?: an? (?:total|cohort|group|sample|series"
            r"|population) of| all| the)?"
        ),
        None,
    ),
    (before(r"^|:"), None),
)
INCLUDED: tuple[Tier, ...] = (
    (
        before(
            rf"\b{STUDY_NOUN}\b[^;]{{0,80}}?(?:\(|,|\b(?:with|involving|includ\w+|compris\w+|enrol\w+"
            rf"|randomi[sz]ing|recruit\w+|in|of|total\w*|and|contribut\w+|on|from|covering)\b)"
            r"(?: ?with| involving)?(?: a (?:combined )?total of| a total| about| approximately| over| more than"
            r"| data from)?"
        ),
        None,
    ),
    (
        before(r"\b(?:total of|in all,?|overall,?|together|comprising|involving|including|enrolled|randomi[sz]ed)"),
        None,
    ),
    (None, after(rf"^ (?:from|in|across) (?:a total of )?{NUMBER} (?:[\w-]+ ){{0,4}}{STUDY_NOUN}\b")),
    (None, after(rf"^[^;.]{{0,60}}?\b{WERE} {TAKEN}")),
)
STUDIES: tuple[Tier, ...] = (
    (
        None,
        after(
            r"^[^;.]{0,60}?\b(?:(?:were |was |are )?(?:\w+ly )?(?:included|met|fulfilled|satisfied|eligible"
            r"|selected|involving|with|compris\w+|enrol\w+|recruit\w+"
            r"|reporting|contribut\w+|report|provided))\b|^ ?\("
        ),
    ),
    (before(r"\b(?:included|identified|analy[sz]ed|found|selected|from|of|in)(?: a total of| data from| the)?"), None),
)
CRITERION = expression(
    r"\((?:more|greater|fewer|less) than\s*$|\b(?:at least|a minimum of|minimum|no (?:fewer|less) than)\s*$|[<>≥≤]\s?$",
    re.IGNORECASE,
)
"""Words before a count that make it what studies had to have: `case series (more than 20 patients)`."""
LISTED = expression(
    rf"^ ?\)?,? (?:and |versus |vs\.? |plus )?{NUMBER} (?:of|in) [^.;()]{{1,60}}?\([\d,]{{1,9}}\)"
    rf"|^[^.;()]{{0,30}} (?:and|versus|vs\.?|plus) {NUMBER} (?:[\w-]+ ){{0,3}}(?:\w{{2,6}}-)?{NOUN}\b",
    re.IGNORECASE,
)
"""Words behind a count that make it one of several: `475 users and 1925 non-users`, `18 of one test (2810), 46 of`."""
SECOND_PART = expression(rf"\b{NOUN} (?:and|versus|vs\.?|plus)\s*$", re.IGNORECASE)
SECOND_STUDIES = expression(rf"\b{STUDY_NOUN}(?: \([^()]{{0,160}}\))?,? (?:and|plus)\s*$", re.IGNORECASE)
"""Words before a count that make it the second of two parts."""
PART_OF_STUDIES = expression(
    rf"^(?: \([^()]{{0,160}}\))?,? (?:and|plus) {NUMBER} (?:[\w-]+ ){{0,4}}{STUDY_NOUN}\b", re.IGNORECASE
)
"""Words behind a count of studies that make it those of one design: `5 case-control studies and 11 cohort studies`."""
NOT_INCLUDED = expression(
    r"\b(?:citations|screened|potentially|yielded|retrieved|excluded|full[- ]text|duplicates)\b", re.IGNORECASE
)

SIEVED = expression(
    rf"\b(?:out of|of|from) (?:the |a total of )?{NUMBER} (?:[\w-]+ ){{0,3}}?(?:records|citations|abstracts|hits"
    rf"|{STUDY_NOUN})\b[^.;,()]{{0,90}}, (?:only )?(?P<n>{NUMBER})(?: [\w-]+){{0,3}}?"
    r" (?:met|fulfilled|satisfied|(?:were|was) (?:(?!potentially)\w+ly )?(?:included|suitable|eligible|selected"
    r"|analy[sz]ed))\b",
    re.IGNORECASE,
)
"""`Of the 229 studies identified, 6 were suitable`: the second figure counts those included."""
EXCLUDED = expression(r"\b(?:excluded|irrelevant|included)\b[^,]*,", re.IGNORECASE)
"""A whole that was left out, or that is the included studies themselves, of which the second figure counts a part."""
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


UNCOUNTED = (Design.LABEL, Design.GUIDELINE, Design.REVIEW, Design.IN_VITRO, Design.ANIMAL, Design.CASE_REPORT)
"""Designs in which a count of people, if there is one, is not the size of a study."""


FEWEST_ALLOTTED = 4
"""Fewer people than this are not allotted to groups by chance: the figure counts arms or doses."""
FEWEST_MENTIONED = 10
"""Fewer people than this are a size only where they are said to have been enrolled or randomised."""


def _nowhere(number: Number) -> bool:
    return False


def count(
    record: Record, design: Design, *, body: bool = True, apart: Callable[[Number], bool] = _nowhere
) -> Number | None:
    """People randomised, else enrolled, else studied; for a review people included. None when none is given.

    `body` also reads a full text, without its introduction and discussion; what stands `apart` counts others.
    """
    found = _counted(record, design, body, apart)
    few = found is not None and found.value < FEWEST_ALLOTTED
    return None if few and design not in (Design.CASE_SERIES, Design.REGISTRY) else found


def _counted(record: Record, design: Design, body: bool, apart: Callable[[Number], bool]) -> Number | None:
    if design in UNCOUNTED:
        return None
    if design is Design.REGISTRY:
        return _enrolled(record)
    sections = parts_read(record, body)
    people = [c for c in counted(record, body) if not apart(c.number)]
    if design.synthesis:
        if _own_cohort(sections):
            return None
        return best([c for c in people if not _one_of_several(c)], INCLUDED, NOT_INCLUDED) or _bracketed(sections)
    if not design.randomised and _beside(people):
        return None
    if (own := _of_the_analysis(record, sections)) is not None:
        return own
    tiers = RANDOMISED + ENROLLED if design.randomised else ENROLLED
    for part in _front_and_body(sections):
        if design.randomised and (some := _of_some(part)):
            return some
        found = best([c for c in people if c.number.section in part], tiers, NOT_COUNTED) or _bracketed(part)
        if found is not None:
            return found
    return _mentioned(people)


ANALYSIS_OF = expression(
    r"\b(?:exploratory|secondary|post[- ]?hoc|subgroup|ancillary|further|additional|pre-?specified|sub|re)"
    r"[- ]?analys[ei]s\b",
    re.IGNORECASE,
)
OWN_ANALYSIS = expression(
    rf"\b(?:this|our|the present|the) (?:[\w-]+ ){{0,3}}analys[ei]s (?:of|in|included|comprised|was of|covered)"
    rf" (?:data (?:of|from|on) )?(?P<n>{NUMBER}) (?:[\w-]+ ){{0,2}}{NOUN}\b",
    re.IGNORECASE,
)


def of_arms(record: Record, sizes: Sequence[int | None]) -> Number | None:
    """The count of an abstract that all arms together hold, where no words say whom it counts: `368 adults ... got A
    (n = 180) or B (n = 188)`. None where an arm has no size, or no count is their sum."""
    known = [n for n in sizes if n]
    if len(known) < 2 or len(known) < len(sizes):
        return None
    return next((c.number for c in counted(record, False) if c.number.value == sum(known)), None)


def _of_the_analysis(record: Record, sections: Sequence[SourceSection]) -> Number | None:
    """People of a report that is titled as an analysis of a trial and counts its own: those that the trial randomised
    are not those of its results."""
    if ANALYSIS_OF.search(record.title) is None:
        return None
    for section in sections:
        match = OWN_ANALYSIS.search(section.text) if section.kind is SectionKind.ABSTRACT else None
        value = whole(match["n"]) if match else None
        if match and value and value > 1:
            return Number(value, section, match.start("n"), match.end("n"))
    return None


def _one_of_several(candidate: Candidate) -> bool:
    """Whether a count of a review's people is what its studies had to have, or one of several parts of them."""
    return bool(
        CRITERION.search(candidate.before) or LISTED.search(candidate.after) or SECOND_PART.search(candidate.before)
    )


def _front_and_body(sections: Sequence[SourceSection]) -> tuple[list[SourceSection], list[SourceSection]]:
    """Abstract and title, which count the people of the study itself, then the body, which counts parts of them too."""
    body = [s for s in sections if s.kind is SectionKind.BODY]
    return [s for s in sections if s.kind is not SectionKind.BODY], body


def _mentioned(people: Sequence[Candidate]) -> Number | None:
    """People that are merely mentioned; none where a part of them seems larger."""
    parts = [c.number.value for c in people if _some(c)]
    found = best([c for c in people if not _some(c)], MENTIONED, NOT_COUNTED, OF_THE_WHOLE)
    return None if found is None or max(parts, default=FEWEST_MENTIONED) > found.value else found


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
        rest = around(section.text, match.start(), match.end())[1][:140] if match else ""
        if match and value and value > 1 and not ONE_ARM.search(rest):
            return Number(value, section, match.start("n"), match.end("n"))
    return None


def _bracketed(sections: list[SourceSection]) -> Number | None:
    """`(N = 60)`: a total when it stands alone in its sentence."""
    for section in sections:
        for match in TOTAL_IN_BRACKETS.finditer(section.text):
            before, after = around(section.text, match.start(), match.end())
            if ANOTHER_SIZE.search(before + after) is None:
                value = whole(match["n"])
                if value is not None and value > 1:
                    return Number(value, section, match.start("n"), match.end("n"))
    return None


def studies(record: Record, design: Design) -> Number | None:
    """Studies included in a systematic review."""
    if not design.synthesis or _own_cohort(parts_read(record, False)):
        return None
    sections = parts_read(record, False)
    sieved = ((section, match) for section in sections for match in SIEVED.finditer(section.text))
    for section, match in sieved:
        if (value := whole(match["n"])) is not None and not EXCLUDED.search(match.group()):
            return Number(value, section, match.start("n"), match.end("n"))
    found = counts(sections, OF_STUDIES, 1)
    whole_ = [c for c in found if not PART_OF_STUDIES.search(c.after) and not SECOND_STUDIES.search(c.before)]
    return best(whole_, STUDIES, NOT_INCLUDED)
