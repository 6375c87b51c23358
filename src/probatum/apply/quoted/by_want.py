"""By want: each thing that a question wants to know, told by the sentence of a source that tells just that.

`Will he end up with surgery by 1 year and 5 years` is answered by who had surgery within a year, not by another outcome
of the same trial, and of five years it is said that no source here goes so far. What the bottom line tells already is
not told again, and a want that nothing answers leaves a line, so that no part of a question vanishes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, quote
from probatum.apply.evidence import effect_asked, named_harm
from probatum.apply.patient import for_patient, uses
from probatum.apply.quoted import by_part, matters, quoting
from probatum.apply.quoted.quotable import does, quotable, told_in
from probatum.apply.replies.left_out import LEFT_OUT, LIMIT
from probatum.apply.sections import dosing
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Section, Span, Statement
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary import wants as wanting
from probatum.vocabulary.wants import Want

_DAYS: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_TIME: Final = caseless(
    r"\b(?P<n>\d+(?:\.\d+)?|one|two|three|four|five|six|ten|twelve)[ -]?"
    r"(?P<unit>hour|hr|day|week|wk|month|mth|year|yr)s?\b"
)
_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
_SHORT: Final = {"hr": "hour", "wk": "week", "mth": "month", "yr": "year"}
_LASTS: Final = caseless(
    r"\b(?:for|up to|no longer than) (?:(?:up to|at least|about|the first|a (?:total|maximum) of) )?"
    r"\d+(?:\.\d+)?(?:[ -](?:to|or|and)[ -]\d+)?[ -]?(?:days?|weeks?|months?|years?)\b"
    r"|\b\d+[ -](?:day|week|month|year)s? (?:course|of treatment)|\bcourses? of \d+|\blifelong|\bindefinite\w*"
    r"|\bshortest (?:time|duration|period)|\bstop\w*\b[^.;]{0,40}\bafter \d"
)
_AMOUNT: Final = caseless(r"\b\d+(?:\.\d+)? ?(?:mg|micrograms?|mcg|g|units?|ml)\b(?! ?/ ?(?:dl|l\b))")
_DIGIT: Final = caseless(r"\d")
_SOURCES: Final = 8


class Told(NamedTuple):
    """A sentence that tells an outcome asked for, how well, and the times that it tells."""

    appraisal: Appraisal
    span: Span
    score: float
    days: frozenset[float]


def say(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """A line for each want that the draft does not tell; returns those that tell an outcome asked for, which lead."""
    leads: list[Statement] = []
    if not any(s.kind.asserts and not LIMIT.match(s.text) for s in draft.statements):
        return ()  # where nothing was answered, the question is put again with fewer words
    barred = bool(for_patient.barred(context))
    of_taken = any(part.doses for part, _ in by_part.answers(context))  # the dose of what is taken, and of nothing else
    for want in wanted(context):
        before = len(draft)
        if want.kind == wanting.OUTCOME:
            _outcome(draft, context, want)
            leads += [s for s in draft.statements[before:] if s.kind is not Kind.ABSENCE]
        elif want.kind == wanting.COURSE:
            _course(draft, context)
        elif want.kind == wanting.ONSET:
            _onset(draft, context)
        elif want.kind == wanting.SIZE and not any(s.kind in _SAYS for s in draft.statements):
            _size(draft, context)
        elif (
            want.kind == wanting.DOSE
            and not (barred or of_taken)
            and not any(_AMOUNT.search(s.text) for s in draft.statements)
        ):
            _dose(draft, context)
    return tuple(leads)


def wanted(context: Context) -> tuple[Want, ...]:
    """What the question wants in all its words: one that was put again with fewer still wants what it wanted."""
    question = context.question
    if question.danger in ("overdose", "self-harm") or context.combined:
        return ()
    short = any(a.what in ("shortened", "split", LEFT_OUT) for a in question.assumptions)
    several = any(a.what == "split" for a in question.assumptions)
    return wanting.wants(msgspec.structs.replace(question, read=question.typed) if short else question, several=several)


def _size(draft: Draft, context: Context) -> None:
    """What it does, where the draft tells doses or limits alone: what leads, else what a source that answers found."""
    if quoting.conclude(draft, context, reasons=False):
        return
    for appraisal in context.answering[:_SOURCES]:
        for span in (*appraisal.results, *appraisal.conclusions):
            if does(span) and _DIGIT.search(span.quote) and quotable(span) and context.names_intervention(span.quote):
                quote(draft, appraisal, span, "concludes" if span in appraisal.conclusions else "reports")
                return


def _outcome(draft: Draft, context: Context, want: Want) -> None:
    """The sentence that tells an outcome, at the time asked for where one is; and which times nothing reaches."""
    times = _days(want.clause)
    if not times and any(_tells(s.text, want) for s in draft.statements):
        return
    found = sorted(_telling(context, want, times), key=lambda t: -t.score)
    best = next((t for t in found if not times or t.days & times), found[0] if found else None)
    if best is None and not times and _directed(draft, context, want):
        return
    if best is None and named_harm.rows(context):
        return  # the label does, whatever it calls it
    if best is None:
        draft.add(f"on {want.words} no source that was found here says anything", Kind.ABSENCE)
        return
    if not any(best.span in s.supports for s in draft.statements):
        quote(draft, best.appraisal, best.span, "concludes" if best.span in best.appraisal.conclusions else "reports")
    missing = sorted(times - frozenset().union(*(t.days for t in found)))
    if times and missing:
        said = wording.join([_named(day) for day in missing])
        draft.add(f"no source that was found here tells of {want.words} at {said}", Kind.ABSENCE)


_LIMITS: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.CAUTION,
    DirectiveAction.MONITOR,
)


def _directed(draft: Draft, context: Context, want: Want) -> bool:
    """What the label says of it, where no study tells it."""
    rows = [row for row in context.directives(*_LIMITS) if _tells(row[1].text, want)]
    directives(draft, rows[:1], f"On {want.words}", f"On {want.words}")
    return bool(rows)


def _telling(context: Context, want: Want, times: frozenset[float]) -> Iterator[Told]:
    for rank, appraisal in enumerate(context.answering[:_SOURCES]):
        result = {*appraisal.results, *appraisal.conclusions}
        for said in told_in(appraisal.record):
            text = said.span.quote
            if said.span not in result or not _tells(text, want) or not quotable(said.span):
                continue
            days = _days(text)
            score = 3 * bool(days & times) + bool(_DIGIT.search(text)) + context.names_intervention(text) - 0.1 * rank
            yield Told(appraisal, said.span, score, days)


def _tells(text: str, want: Want) -> bool:
    """Whether a text holds what is wanted: all its words, and an operation of any name where one is meant."""
    said = words.stems(text)
    if not all(wanting.kin(stem) & said for stem in want.stems):
        return False
    return not want.procedure or _OPERATION.search(text) is not None


_OPERATION: Final = caseless(
    r"\b(?:had|have|having|under(?:went|go\w*)|need\w*|requir\w+|received|spared|without|no|to|rate of)\b[^.;]{0,40}"
    r"\b(?:surg\w+|operat(?:ed|ion)\w*|\w+ectom(?:y|ies))\b"
)
"""That somebody was operated on: the name of an arm tells nothing of it."""


def _days(text: str) -> frozenset[float]:
    """The times that a text names, in days rounded so that 12 months are a year."""
    made = set()
    for found in _TIME.finditer(text):
        number = _NUMBERS.get(found["n"].lower()) or float(found["n"])
        unit = found["unit"].lower()
        days = number * _DAYS[_SHORT.get(unit, unit)]
        made.add(float(round(days / 365) * 365) if days > 300 else round(days, 1))
    return frozenset(made)


def _named(days: float) -> str:
    years = days / 365
    if years >= 1:
        return f"{years:g} year{'s' if years > 1 else ''}"
    return f"{days:g} days"


def _course(draft: Draft, context: Context) -> None:
    """How long it is given, of a guideline, a label, or as it was studied; else that no source tells it."""
    if any(_LASTS.search(s.text) and s.kind is Kind.DIRECTIVE for s in draft.statements):
        return
    if for_patient.barred(context):
        return  # how long others take what this patient may not have is no answer
    if matters.LEFT_ON.asked.search(context.question.typed):
        return  # how long it stays on is no course of treatment
    if any(one and matters.COURSE.asked.search(part.clause) for part, one in by_part.answers(context)):
        return  # how long it stays on the skin is told with the other parts
    if not context.use and (told := by_part.course(context)) is not None:
        by_part.tell(draft, told)
        return
    for lead, easy, rows in (
        ("How long (guideline)", "How long", _advice(context)),
        ("How long", "How long", () if context.off_label else context.directives(*_ENDS)),
    ):
        fit = [row for row in rows if _LASTS.search(row[1].text) and for_patient.concerned(row[1], context)]
        fit = [row for row in fit if not uses.for_another_use(row[1], context)]
        fit.sort(key=lambda row: row[1].action is not DirectiveAction.STOP)
        if fit:
            directives(draft, fit[:1], lead, easy)
            return
    if (told := by_part.course(context)) is not None:
        by_part.tell(draft, told)
        return
    span = next(
        (
            (a, s)
            for a in context.answering[:_SOURCES]
            for s in (*a.conclusions, *a.results)
            if _GIVEN.search(s.quote) and quotable(s) and context.names_intervention(s.quote)
        ),
        None,
    )
    if span is not None:
        quote(draft, span[0], span[1], "reports")
        return
    who = wording.join(list(context.named)) or "it"
    draft.add(f"no source that was found here tells how long {who} is given for this", Kind.ABSENCE)


_ENDS: Final = (DirectiveAction.DOSE, DirectiveAction.STOP)
_GIVEN: Final = caseless(
    r"\bfor \d+ (?:days?|weeks?|months?|years?)\b|\b\d+[ -](?:day|week|month)s? (?:course|of treatment)"
)


def _advice(context: Context) -> list[tuple[Appraisal, Directive]]:
    return [
        (a, d)
        for a in context.guidelines
        for d in a.directives
        if context.names_intervention(d.text) or d.drug.lower() in context.drugs
    ]


def _onset(draft: Draft, context: Context) -> None:
    """After which time something was seen, of the sources that answer; else that none tells it."""
    if any(_AFTER.search(s.text) and s.kind in _SAYS and not s.text.startswith("Studied") for s in draft.statements):
        return
    for appraisal in context.answering[:_SOURCES]:
        for span in (*appraisal.conclusions, *appraisal.results):
            if _AFTER.search(span.quote) and quotable(span) and context.names_intervention(span.quote):
                quote(draft, appraisal, span, "concludes" if span in appraisal.conclusions else "reports")
                return
    draft.add("no source that was found here tells how soon it works", Kind.ABSENCE)


_AFTER: Final = caseless(
    r"\b(?:within|after|by|at|from|in) (?:the first )?(?:\d+(?:\.\d+)?|one|two|three|four|six|twelve) "
    r"(?:minutes?|hours?|days?|weeks?|months?)\b"
)


def _dose(draft: Draft, context: Context) -> None:
    """The first dose of the dosing section; else the sentence of a source that tells the amount that was given."""
    made: Section = dosing.compose(context)
    first = next((s for s in made.statements if _AMOUNT.search(s.text) and s.supports), None)
    if first is not None:
        draft.add(
            first.text.rstrip("."),
            first.kind,
            first.supports,
            plain=first.plain.rstrip("."),
            calculation=first.calculation,
        )
        return
    for appraisal in context.answering[:_SOURCES]:
        for said in told_in(appraisal.record):
            if _AMOUNT.search(said.span.quote) and quotable(said.span) and context.names_intervention(said.span.quote):
                quote(draft, appraisal, said.span, "reports")
                return
    if not any(a.what == "split" for a in context.question.assumptions):  # else the part that asks for it has its say
        who = wording.join(list(context.named)) or "it"
        draft.add(f"no source that was found here tells a dose of {who} for this", Kind.ABSENCE)


def led(made: Sequence[Statement], leads: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The statements with those that tell an outcome asked for before every other effect; where it is not asked how
    well something works, effects that nobody asked for are left to the evidence."""
    if not leads:
        return tuple(made)
    ids = {one.id for one in leads}
    first = [s for s in made if s.kind is Kind.NAVIGATION]
    rest = [s for s in made if s.id not in ids and s.kind is not Kind.NAVIGATION]
    asks = effect_asked.WORDS.search(context.question.read)
    if not (asks or _SIZES.search(context.question.read) or any(w.kind == wanting.SIZE for w in wanted(context))):
        rest = [s for s in rest if s.kind not in _EFFECTS]
    ordered = (*first, *leads, *rest)
    section = made[0].id.rpartition(".")[0]
    return tuple(msgspec.structs.replace(s, id=f"{section}.{n}") for n, s in enumerate(ordered, 1))


_SIZES: Final = caseless(r"\b(?:better|best|works?|helps?|effective\w*|should|worth|benefits?|any good)\b")
_SAYS: Final = (Kind.FINDING, Kind.POOLED, Kind.QUOTED)
_EFFECTS: Final = (Kind.FINDING, Kind.POOLED)
