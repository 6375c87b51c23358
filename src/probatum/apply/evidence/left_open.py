"""Unknown: what the studies that answer leave open for this very question: its people, its time, the size of its
effect, its harms. Each is read out of the texts that are held, and said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.effects import effect_of, studied_in
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.model import Appraisal, Finding, Fit, Kind, Measure, Role, SectionKind, SectionRole, Span
from probatum.text.expressions import caseless

_RATIOS: Final = (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO)
MOST_GROUPS: Final = 4
"""Outcomes among which one with a wide interval is looked for."""
OLD: Final = 75.0
"""Age in years from which a trial has to speak of such people by themselves."""
_AGES: Final = caseless(r"\b(?:aged?|older|elderly|years or (?:more|older)|years of age|child\w*|infants?)\b")


def people(draft: Draft, context: Context, studies: Sequence[Appraisal]) -> None:
    """Of whom of those asked about no study tells: other ages, poor organs, pregnancy, a further illness."""
    patient, texts = context.question.patient, [text(a) for a in studies]
    for told, signs in (
        (patient.kidney, ("kidney", "renal", "egfr", "creatinine")),
        (patient.liver, ("liver", "hepat", "cirrhosis")),
        ("a pregnancy" if patient.pregnancy else "", ("pregnan", "trimester", "gestation")),
        ("a child at the breast" if patient.breastfeeding else "", ("breast", "lactat", "nursing")),
    ):
        if told and not any(sign in one for sign in signs for one in texts):
            draft.add(f"no included study tells its results for people with {told}", Kind.ABSENCE)
    if not _age(draft, context, studies):
        _unstudied(draft, context)


def _age(draft: Draft, context: Context, studies: Sequence[Appraisal]) -> bool:
    """That the patient is of an age which the trials left out, or of which they tell nothing by itself."""
    years = fitting.age(context.question.patient)
    if years is None:
        return False
    limits = [(a.study.age, _LIMITS.search(a.study.age.value)) for a in studies if a.study.age is not None]
    known = [(told, found) for told, found in limits if found is not None]
    if known and len(known) == len(studies) and not any(_within(found, years.low, years.high) for _, found in known):
        said = wording.join([wording.lower(told.value) for told, _ in known[:2]])
        spans = [told.span for told, _ in known[:2]]
        draft.add(f"the studies took people {said}, and this patient is of another age", Kind.ABSENCE, spans)
        return True
    if years.low >= OLD and not any(_AGES.search(text(a)) for a in studies):
        draft.add("the texts held of the studies tell nothing of people of this age by themselves", Kind.ABSENCE)
        return True
    return False


_LIMITS: Final = caseless(
    r"\b(?P<low>\d{1,3})(?: years?)? (?:to|-) (?P<high>\d{1,3}) years\b"
    r"|\b(?P<least>\d{1,3}) years (?:or|and) (?:more|older|over|above)\b"
)


def _within(found: re.Match[str], low: float, high: float) -> bool:
    least = float(found["low"] or found["least"])
    return high >= least and (found["high"] is None or low <= float(found["high"]))


def _unstudied(draft: Draft, context: Context) -> None:
    """A further illness of the people asked about in which what leads was not studied."""
    for group in context.groups[:1]:
        _, unstudied = studied_in(group, context) if effect_of(group, context) is not None else ("", "")
        if unstudied and not _told_by_measure(unstudied, group, context):
            draft.add(f"no included study was made in {unstudied}", Kind.ABSENCE)


def _told_by_measure(unstudied: str, group: OutcomeGroup, context: Context) -> bool:
    """Whether that illness is the one that is treated, and every study took people in by it without its name: by an
    ejection fraction of 35 % or less for systolic heart failure."""
    first = context.question.having(Role.POPULATION)[:1]
    direct = (i.appraisal.directness for i in group.items)
    return any(wording.spelled(c) == unstudied for c in first) and all(
        d.population.fit is Fit.DIRECT and d.population.spans and not d.note for d in direct
    )


def sizes(draft: Draft, context: Context) -> None:
    """An outcome of which the interval leaves both benefit and harm open."""
    for group in context.groups[:MOST_GROUPS]:
        effect = effect_of(group, context)
        if effect is None or effect.direction != "none":
            continue
        wide = next((f for i in group.items if _holds_both(f := i.finding)), None)
        if wide is not None and wide.interval is not None:
            said = wording.interval_words(wide.interval)
            text_ = f"on {wording.definite(group.name)} the interval ({said}) leaves both benefit and harm possible"
            draft.add(text_, Kind.FINDING, (wide.sentence,))
            return


def _holds_both(finding: Finding) -> bool:
    """Whether an interval of a ratio runs from an effect that would matter to one that would matter the other way."""
    if finding.interval is None or finding.measure not in _RATIOS:
        return False
    return finding.interval.low.value <= APPRECIABLE[0] and finding.interval.high.value >= APPRECIABLE[1]


APPRECIABLE: Final = (0.9, 1.1)
"""Ratios from which less and more would matter."""


def untried(draft: Draft, context: Context, studies: Sequence[Appraisal]) -> None:
    """That no study sets the treatment against another one: its texts name no other drug."""
    if not context.drug_like or not context.therapeutic or context.question.having(Role.COMPARATOR):
        return
    if len(context.named) > 1 or context.classes:
        return
    sides = (arm for a in studies for f in a.findings if len(f.arms) > 1 for arm in f.arms[1:])
    if any(not arm.control for arm in sides) or any(_names_another(a, context) for a in studies):
        return
    draft.add(f"no included study sets {context.named[0]} against another treatment", Kind.ABSENCE)


def _names_another(appraisal: Appraisal, context: Context) -> bool:
    """Whether the text of a study names a drug or a procedure besides the one asked about, placebo left aside."""
    found = vocabulary.load().find(f"{appraisal.record.title}. {text(appraisal)}")
    named = {m.term.label for m in found if m.term.semantic in ("drug", "procedure")}
    return any(not _BLANK.search(n) and not context.names_intervention(n) for n in named)


_BLANK: Final = caseless(r"\b(?:placebos?|sham|vehicle|saline|random\w*)\b")


def indirect(draft: Draft, studies: Sequence[Appraisal]) -> None:
    """That treatments were set against each other across trials and not within them."""
    for appraisal in studies[:2]:
        for section in appraisal.record.evidence_sections:
            if _INDIRECT.search(section.text):
                said = "not all of these treatments were set against each other in one trial"
                draft.add(f"{said}: some are compared indirectly", Kind.ABSENCE)
                return


_INDIRECT: Final = caseless(
    r"\b(?:(?:comparisons? between \w+ are |network meta-)?indirect(?: comparisons?)?\b|network meta-analys[ei]s"
    r"|mixed-treatment comparison)"
)


_AMOUNTS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
}  # fmt: skip
_TIME: Final = (
    rf"(?:(?P<n>\d{{1,4}}(?:\.\d)?|{'|'.join(_AMOUNTS)})[- ](?P<unit>day|week|month|year)s?\b"
    r"(?![- ](?:old|of age|before|earlier|after onset))|(?P<of>day|week|month|year) (?P<nth>\d{1,4})\b)"
)
_FOLLOWED: Final = caseless(
    r"\b(?:follow(?:ed|-up| up)\b[^.;]{0,40}?|at|over|by|for|within) (?:up to )?(?:an? )?(?:median |mean )?(?:of )?"
    rf"{_TIME}"
)
_TOLD_IN: Final = (SectionRole.METHODS, SectionRole.RESULTS, SectionRole.CONCLUSIONS)


def time(draft: Draft, context: Context, studies: Sequence[Appraisal]) -> None:
    """The longest time over which a study of those that answer tells results: what comes later is open."""
    if not context.treatable:
        return
    # Of the outcome asked about: how another was followed for longer leaves this one open.
    leading = {id_ for g in context.groups if g.asked for id_ in g.records}
    studies = [a for a in studies if a.record.id in leading] or studies
    told = [one for a in studies for one in _times(a)]
    if not told:
        return
    days, said, span = max(told, key=lambda one: one[0])
    if days < max(map(_named, studies), default=0.0):
        return  # a longer time is named, of which it is not known what it is
    draft.add(f"no included study tells results beyond {said}", Kind.ABSENCE, (span,))


def _named(appraisal: Appraisal) -> float:
    """The longest time in days that title and abstract name, ages left aside."""
    kept = (SectionKind.TITLE, SectionKind.ABSTRACT)
    texts = [s.text for s in appraisal.record.sections if s.kind in kept]
    found = [(text_, m) for text_ in texts for m in _ALONE.finditer(text_)]
    return max(
        (d for text_, m in found if (d := _days(m)) <= LONGEST and not _OF_AGE.search(text_[: m.start()])), default=0.0
    )


LONGEST: Final = 25 * 365.25
"""Days from which a time is an age: no trial ran so long."""
_OF_AGE: Final = caseless(r"\b(?:aged?|ages|older than|younger than|mean age[^.;]{0,20})\W+(?:\w+\W+){0,2}$")


def _times(appraisal: Appraisal) -> Iterator[tuple[float, str, Span]]:
    """Times over which a study followed people or at which it tells results, in days, with their words."""
    if appraisal.study.duration is not None and (found := _ALONE.search(appraisal.study.duration.value)):
        yield _days(found), wording.lower(appraisal.study.duration.value), appraisal.study.duration.span
    for section in appraisal.record.sections:
        if section.kind is not SectionKind.ABSTRACT or section.role not in _TOLD_IN:
            continue
        for found in _FOLLOWED.finditer(section.text):
            if _days(found) > LONGEST:
                continue
            start = found.start("n") if found["n"] else found.start("of")
            yield (
                _days(found),
                found.string[start : found.end()],
                Span(appraisal.record, section.id, start, found.end()),
            )


_ALONE: Final = caseless(_TIME)


def _days(found: re.Match[str]) -> float:
    number = (found["n"] or found["nth"]).lower()
    return (_AMOUNTS.get(number) or float(number)) * wording.DAYS[(found["unit"] or found["of"]).lower()]


def text(appraisal: Appraisal) -> str:
    """All that is held of a study, in lower case."""
    return " ".join(s.text for s in appraisal.record.evidence_sections).lower()
