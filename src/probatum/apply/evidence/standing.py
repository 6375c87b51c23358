"""Standing: what a result is in its own trial: the outcome it was planned for, a part of that, another one, or an
afterthought; and the name of a primary outcome that its result sentence leaves out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import msgspec

from probatum.apply.evidence import likeness
from probatum.model import Appraisal, Finding, OutcomeRole, Record, SectionKind, SectionRole, Span, Study
from probatum.text.expressions import expression

UNNAMED: Final = expression(
    r"^(?:(?:the )?(?:rate|risk|incidence|occurrence|frequency|number) of )?"
    r"(?:the |this |first |co-)*(?:composite )?primary (?:composite |efficacy |combined |study |safety )*"
    r"(?:outcome|end ?point)s?(?: events?| measures?| variables?)?(?P<when>\b.*)?$",
    re.IGNORECASE,
)
"""An outcome that its sentence calls by its place alone: a reader learns nothing from that."""
_POST_HOC: Final = expression(
    r"\b(?:post[- ]hoc|exploratory (?:\w+ )?analys[ei]s|secondary analysis of)\b", re.IGNORECASE
)
_SUBGROUP: Final = expression(r"\bsub-?groups?\b|\bsubsets?\b", re.IGNORECASE)
_OWN: Final = {
    OutcomeRole.SECONDARY: "secondary",
    OutcomeRole.SUBGROUP: "subgroup",
    OutcomeRole.POST_HOC: "post hoc",
}
MOST_WORDS: Final = 22
"""Words of a primary outcome that still are a name."""
SAID: Final = {
    "component": "a part of the primary outcome",
    "secondary": "a secondary outcome",
    "subgroup": "a subgroup result",
    "post hoc": "from a post hoc analysis",
}
"""What is said of a result that is not the one its trial was planned for."""


def of(finding: Finding, study: Study) -> str:
    """`primary`, `component` (of a composite), `secondary`, `subgroup`, `post hoc`; empty where it cannot be told."""
    record = finding.sentence.source
    if afterthought(record) is not None:
        return "post hoc"
    if finding.outcome_role in _OWN:
        return _OWN[finding.outcome_role]
    if _SUBGROUP.search(finding.sentence.quote):
        return "subgroup"
    if study.primary_outcome is None:
        return "primary" if finding.outcome_role is OutcomeRole.PRIMARY else ""
    own = likeness.key(finding.outcome)
    if any(own.subject == likeness.key(name).subject for name in _firsts(study.primary_outcome.value)):
        return "primary"  # whichever side of it was measured
    first = likeness.key(study.primary_outcome.value)
    every = _ALL_CAUSES.search(finding.outcome) and not _ALL_CAUSES.search(study.primary_outcome.value)
    if own.subject and own.subject <= first.subject and not every:
        return "component" if first.composite else "primary"
    return "primary" if finding.outcome_role is OutcomeRole.PRIMARY else ""


_ALL_CAUSES: Final = expression(r"\b(?:any|all)[- ]causes?\b|\b(?:overall|total) mortality\b", re.IGNORECASE)
"""Deaths of every kind: no part of an outcome that counts those from some causes."""


def _firsts(named: str) -> tuple[str, ...]:
    """The primary outcomes of a trial that names several: `A, and B or C` are two where A is no list itself."""
    one, between, other = named.partition(", and ")
    return (named, one, other) if between and "," not in one else (named,)


@lru_cache(maxsize=512)
def afterthought(record: Record) -> Span | None:
    """The words by which a record calls itself an analysis that was not planned: in its title, or where it says what it
    set out to do."""
    for section in record.sections:
        title = section.kind is SectionKind.TITLE
        aim = section.kind is SectionKind.ABSTRACT and section.role is SectionRole.OBJECTIVE
        found = _POST_HOC.search(section.text) if title or aim else None
        if found is not None:
            return Span(record, section.id, found.start(), found.end())
    return None


_PLACE: Final = expression(r",? (?:an?|the) (?:secondary|primary|exploratory) (?:outcome|endpoint)$", re.IGNORECASE)


_COUNTED: Final = expression(
    r"^(?:the )?(?:overall )?(?:prevalence|incidence|rates?|risk|proportion|frequency|occurrence|likelihood|odds)"
    r"(?: rates?)? of (?:(?:the|an?) )?(?=[a-z])(?!(?:change|decline|increase|decrease|growth|progression|fall|rise"
    r"|primary|first|this|patients|people|participants|women|men|children)\b)",
    re.IGNORECASE,
)
"""How an outcome was counted, before what was counted."""
_CUT: Final = expression(r"(?:^|\s)(?:the )?(?:rates?|risk|incidence|prevalence|number|proportion) of$", re.IGNORECASE)
"""A name of which only the beginning was read."""


def named(finding: Finding, study: Study) -> Finding:
    """The finding by the name of its primary outcome, where its sentence only says `the primary outcome`; without how
    the outcome stands, where its name says it too."""
    found = UNNAMED.match(finding.outcome.strip())
    if found is None and (bare := _COUNTED.sub("", _PLACE.sub("", finding.outcome))) != finding.outcome and bare:
        return msgspec.structs.replace(finding, outcome=bare)
    first = study.primary_outcome
    if found is None or first is None or UNNAMED.match(first.value) or len(first.value.split()) > MOST_WORDS:
        return finding
    return msgspec.structs.replace(finding, outcome=first.value, spans=(*finding.spans, first.span))


def planned(finding: Finding, appraisal: Appraisal) -> str:
    """How a result stands in its trial (`of`); where the report names no primary outcome, what it tells first is
    what the trial was made for, as reports are to be written (CONSORT 2010, item 17a, doi:10.1136/bmj.c869)."""
    study = appraisal.study
    found = of(finding, study)
    if found or study.primary_outcome is not None or not study.design.randomised:
        return found
    named_so = any(f.outcome_role is OutcomeRole.PRIMARY for f in appraisal.findings)
    return "primary" if not named_so and place(finding, appraisal) == 0 else ""


def place(finding: Finding, appraisal: Appraisal) -> int:
    """How many other outcomes its report tells before this one, harms left out."""
    at = {section.id: n for n, section in enumerate(appraisal.record.sections)}

    def stands(one: Finding) -> tuple[int, int]:
        return at.get(one.sentence.section, len(at)), one.sentence.start

    before = (f for f in appraisal.findings if not f.harm and stands(f) < stands(finding))
    return len({f.outcome for f in before} - {finding.outcome})


def unnamed(outcome: str) -> bool:
    """Whether an outcome is called by its place in the trial alone."""
    return bool(UNNAMED.match(outcome.strip())) or cut(outcome)


def cut(outcome: str) -> bool:
    """Whether only the beginning of an outcome's name was read: `the rate of`."""
    return bool(_CUT.search(outcome.strip()))


def said(finding: Finding, study: Study) -> tuple[str, tuple[Span, ...]]:
    """`a secondary outcome`, with what shows it; empty for a primary outcome and where nothing is known."""
    place = of(finding, study)
    words = SAID.get(place, "")
    spans: tuple[Span, ...] = ()
    if place == "post hoc" and (span := afterthought(finding.sentence.source)) is not None:
        spans = (span,)
    elif place == "component" and study.primary_outcome is not None:
        spans = (study.primary_outcome.span,)
    return words, spans
