"""Off the point: sentences near in words that tell nothing of what is weighed.

Where a treatment is weighed, a study that only mentions it, and one that reports nothing of the outcome asked about,
hold many of the question's words and answer none of it. What they say may stand as the nearest that was found, and
never as the answer.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.quoted import to_the_point
from probatum.apply.quoted.choosing import names_outcome, on_outcome, spelled
from probatum.apply.quoted.quotable import allows
from probatum.model import Appraisal, Concept, Design, Fit, Intent, RecordKind, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless

_WEIGHED: Final = (Intent.THERAPY, Intent.PREVENTION)
_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY, RecordKind.BOOK)


def off(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a sentence of a study is off the point of a question that weighs a treatment."""
    question = context.question
    if question.intent is Intent.PROGNOSIS and not question.having(Role.INTERVENTION):
        return _of_one_alone(context, appraisal, span)
    if not context.treatable or question.intent not in _WEIGHED or appraisal.record.kind in _DOCUMENTS:
        return False
    return (
        _only_mentions(context, appraisal, span)
        or _of_what_is_missing(context, span)
        or _shows_nothing(appraisal, span)
        or _of_one_side(context, appraisal, span)
        or _of_no_such_outcome(context, appraisal, span)
    )


def _of_what_is_missing(context: Context, span: Span) -> bool:
    """Whether a sentence says what its paper does not report, and that is no outcome that was asked about."""
    if _REPORTS_NO.match(span.quote) is None:
        return False
    return not (context.outcome and on_outcome(context, span, figures=False))


_REPORTS_NO: Final = caseless(
    r"^\W*the (?:abstract|article|paper|publication|report|text|summary|copy)\b[^.;,]{0,60}?"
    r"\b(?:(?:gives?|reports?|tells?|shows?|contains?|states?|provides?) no|(?:does|did) not (?:report|give|say))\b"
)


def _of_one_side(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether it is asked which of two is better, and a sentence with its title names only one of them, or neither."""
    asked = [c for c in context.question.having(Role.COMPARATOR) if c.semantic or _OPERATING.fullmatch(c.label)]
    if not asked or not context.question.having(Role.INTERVENTION):
        return False
    both = f"{appraisal.record.title} {span.quote}"
    given = context.names_intervention(both) or to_the_point.names_concept(context, span, Role.INTERVENTION)
    said = spelled(span) | words.stems(appraisal.record.title)
    names = [n for c in asked for n in map(words.stems, c.names)]
    other = any(n and n <= said for n in names) or (
        _is_surgery(asked) and _SURGERY.search(" ".join((both, *said))) is not None
    )
    return not (given and other)


def _is_surgery(asked: list[Concept]) -> bool:
    return any(_OPERATING.fullmatch(c.label) is not None for c in asked)


_OPERATING: Final = caseless(r"surgery|operations?|surgical treatment|surgical procedures?(?:, operative)?")
_SURGERY: Final = caseless(r"\b(?:\w+(?:ectom|plast|otom|ostom)\w{1,3}|surg\w+|operat(?:ion|ive)\w*)\b")


def _of_one_alone(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether people with two illnesses are asked about, and a sentence with its title speaks of one of them alone."""
    ill = [c for c in context.question.having(Role.POPULATION) if c.id and c.semantic == "condition"]
    said = spelled(span) | words.stems(appraisal.record.title)
    named = [any(stems and stems <= said for stems in map(words.stems, c.names)) for c in ill]
    return len(ill) > 1 and not all(named)


def _only_mentions(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether neither the study was made of the treatment, nor the sentence or its title names it."""
    if context.names_intervention(span.quote):
        return False
    if any(made.what == "class" for made in context.question.assumptions):
        return True  # of what was asked as its class the sentence itself has to speak
    if appraisal.directness.intervention.fit is Fit.DIRECT:
        return False
    titled = context.names_intervention(appraisal.record.title)
    return not titled and not to_the_point.names_concept(context, span, Role.INTERVENTION)


def _shows_nothing(appraisal: Appraisal, span: Span) -> bool:
    """Whether a study that compared no treatment says neither what one did nor counts anybody (`is then trapped in the
    cell`, `has become available`), or counts how often one was prescribed: nothing of that shows whether it helps."""
    study = appraisal.study.design
    if study.randomised or study.synthesis or study in _TRIED or span not in appraisal.results:
        return False
    if study is Design.CROSS_SECTIONAL and _IN_USE.search(f"{appraisal.record.title} {span.quote}"):
        return True
    return not (to_the_point.judges(span) or _COUNTS.search(span.quote) or allows(span))


_TRIED: Final = (Design.NON_RANDOMISED, Design.SINGLE_ARM, Design.GUIDELINE)
_COUNTS: Final = caseless(
    r"\d ?%|\d[.·]\d|\b\d+ (?:of|/|out of) (?:the )?\d|\bp ?[<=>]|\b(?:all|most|none|half|majority)\b"
)
_IN_USE: Final = caseless(
    r"\b(?:prescri(?:b|pt)\w*|dispens\w+|treatment (?:shift\w*|patterns?)|(?:use|usage|uptake|utili[sz]ation) of"
    r"|(?:drug|antibiotic|medication) (?:use|usage|utili[sz]ation))\b"
)
"""What is counted is how often a medicine is given."""


_LESS: Final = caseless(
    r"\b(?:reduc|prevent|lower|decreas|cut|avoid|protect|increas|rais|caus|affect|improv|rate|risk|incidence)\w*"
)
_VAGUE: Final = caseless(
    r"outcomes?|survival|mortality|deaths?|safety|efficacy|effectiveness|benefits?|risks?|prognosis|complications?"
    r"|function|results?|quality of life|(?:adverse|side) effects?"
)
"""Outcomes that almost any study has under some other name."""


def _of_no_such_outcome(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether an outcome is asked about of which neither the sentence nor its study has a word."""
    outcomes = context.question.having(Role.OUTCOME)
    if not context.outcome or not names_outcome(context) or any(_VAGUE.fullmatch(c.label) for c in outcomes):
        return False
    if all(c.semantic == "condition" for c in outcomes) and not _LESS.search(context.question.read):
        return False  # an illness that syntax took for an outcome is whom it is given to
    if appraisal.directness.outcome.fit in (Fit.DIRECT, Fit.RELATED) or on_outcome(context, span, figures=False):
        return False
    return not to_the_point.of_the_ill(context, appraisal)
