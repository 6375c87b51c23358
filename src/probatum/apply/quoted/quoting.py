"""Quoting: the bottom line where no effect can be computed: the passage that leads, its figures and how sure it is."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.designs import several as several_designs
from probatum.apply.drafting import Draft, quote
from probatum.apply.effects import leading
from probatum.apply.evidence import main_result
from probatum.apply.evidence.studied import evidence_size
from probatum.apply.naming import SAYS
from probatum.apply.plainly import plain
from probatum.apply.quoted import lead_passage, standing_out
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.passages import Passage, verb_of
from probatum.apply.quoted.quotable import quotable, told_in
from probatum.apply.replies import polar
from probatum.apply.wording import article, count, join
from probatum.model import Appraisal, Certainty, Design, Intent, Kind, Role, Span
from probatum.text import aspects, words
from probatum.text.expressions import expression

MOST_WORDS: Final = 130
"""Words of the bottom line up to which a result is quoted beside its conclusion."""
SHORT: Final = 75
"""The same where guidelines have their say beside the study."""
BESIDE_LABELS: Final = 95
"""The same where labels alone do, which stand whole under safety."""
_DIGIT: Final = expression(r"\d[.·]\d|\d ?%|\d of \d")
ENOUGH: Final = 45
"""Words of the bottom line from which the reasons of a certainty are left to the evidence."""
WHOLE: Final = 0.7
"""Share of the question that a passage must hold to be read as its yes or no."""
_NOT_PEOPLE: Final = (Design.ANIMAL, Design.IN_VITRO)
_TIME: Final = expression(r"\b\d+(?:\.\d+)? ?(?:to \d+(?:\.\d+)? )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b")
_BEHIND: Final = 60
"""Characters between the treatment and its time."""


def timed(draft: Draft, context: Context) -> bool:
    """Quote, where a time is asked for, the first conclusion or result that sets the treatment beside a time.

    False where none does; then nothing was written.
    """
    for appraisal in context.answering:
        for span in (*appraisal.conclusions, *appraisal.results):
            named = [m.start() for m in _TIME.finditer(span.quote)]
            if named and quotable(span) and context.names_intervention(span.quote[: named[0] + _BEHIND]):
                quote(draft, appraisal, span, "concludes" if span in appraisal.conclusions else "reports")
                if (given := graded(context, appraisal, span)) is not None:
                    rated(draft, given, appraisal, span)
                return True
    return False


def conclude(draft: Draft, context: Context, *, reasons: bool = True) -> bool:
    """Quote the passage to the point, `yes` or `no` before it where that was asked, and how sure it is.

    False where no source is to the point; then nothing was written.
    """
    passage = lead_passage.lead(context)
    if passage is None or fitting.of_others(passage.span.quote, context.question.patient):
        return False
    appraisal, verb = passage.appraisal, verb_of(passage)
    if context.treatable and appraisal.study.design in _NOT_PEOPLE:
        nearest = f"no study in people was found; what is nearest is {article(appraisal.study.design.value)}"
        draft.add(nearest, Kind.ABSENCE)
    given = _certainty(context, passage) if verb != SAYS else None
    answer = (
        polar.of_passage(context, passage.span, given.level if given else None) if _settles(context, passage) else ""
    )
    quote(draft, appraisal, passage.span, verb, opening=answer)
    if given is not None:
        rated(draft, given, appraisal, passage.span, reasons=reasons)
    difference(draft, appraisal, passage.span)
    _figures(draft, context, appraisal, passage.span)
    return True


def _figures(draft: Draft, context: Context, appraisal: Appraisal, said: Span) -> None:
    """The result that a conclusion without a figure rests on: a claim without its size is half an answer."""
    figured = _DIGIT.search(said.quote) and any(main_result.within(s, said) for s in appraisal.results)
    asks_else = aspects.asked(context.question.read) in standing_out.IN_WORDS and not context.treatable
    own = any(main_result.within(s, said) for s in (*appraisal.results, *appraisal.conclusions))
    if figured or not own or context.question.intent is Intent.MECHANISM or asks_else:
        return
    one = standing_out.found(context)
    of_it = standing_out.figures(one, said) if one is not None and one.appraisal is appraisal else None
    span = of_it or main_result.of(appraisal, context, said)
    most = SHORT if context.guidelines else BESIDE_LABELS if context.labels else MOST_WORDS  # there is more to say
    if span is not None and len(span.quote.split()) + draft.words < most:
        quote(draft, appraisal, span, again=True)


def difference(draft: Draft, appraisal: Appraisal, said: Span) -> None:
    """The sentence behind a quoted result that says whether the difference was one: values of two groups without it
    are half a result."""
    every = [one.span for one in told_in(appraisal.record) if one.span.section == said.section]
    after = next((span for span in every if span.start >= said.end), None)
    if after is not None and _DIFFERENCE.match(after.quote) and _JUDGED.search(said.quote) is None:
        quote(draft, appraisal, after, again=True)


_DIFFERENCE: Final = expression(
    r"^\W*(?:the|this|these|that|those|such) (?:[\w-]+ ){0,2}?differences?\b", re.IGNORECASE
)
_JUDGED: Final = expression(r"\bp ?[<=>≤]|\bsignifican\w+|\bCI\b|confidence interval", re.IGNORECASE)


def _settles(context: Context, passage: Passage) -> bool:
    """Whether a passage speaks of all that was asked, so that a word may be read from it."""
    drugs = [c for c in context.question.concepts if c.semantic in ("drug", "procedure", "test")]
    said = spelled(passage.span) | words.stems(passage.appraisal.record.title)
    named = all(any(n and n <= said for n in map(words.stems, (c.text, c.label, *c.synonyms))) for c in drugs)
    concluded = any(passage.span.start == s.start for s in passage.appraisal.conclusions) or context.treatable
    return named and concluded and passage.share >= WHOLE and not aspects.asked(context.question.read)


def _certainty(context: Context, passage: Passage) -> Certainty | None:
    """How sure the source's own answer is; none for what something is or how it works, which no grade is made for."""
    question = context.question
    of_people = any(c.semantic in ("condition", "symptom") or c.role is Role.POPULATION for c in question.concepts)
    if aspects.asked(question.read) or not (context.treatable or of_people):
        return None
    return graded(context, passage.appraisal, passage.span)


def graded(context: Context, appraisal: Appraisal, said: Span) -> Certainty | None:
    """The grade of the outcome that leads, where the sentence is on it, else that of its source as a whole: the former
    stands below with its reasons, and an answer has one grade of one thing."""
    leads = [g for g in leading(context) if appraisal.record.id in g.records and g.certainty]
    stems = words.stems(said.quote)
    told = [g.certainty for g in leads if g.asked or words.stems(g.name) & stems]
    if not told and context.outcome and said in appraisal.results:
        return None  # how sure a source is as a whole says nothing of one result of another outcome
    return told[0] if told else dict(context.overall).get(appraisal.record.id)


def rated(draft: Draft, given: Certainty, appraisal: Appraisal, said: Span, *, reasons: bool = True) -> None:
    """The certainty, what it rests on, and for what it was rated down; the reasons stand with the evidence. Where there
    is no room for them the level alone: the source's own lead tells its design and size."""
    if _GRADED.search(said.quote):
        return  # the source's own grade of it is quoted
    level = given.level.value
    if not reasons:
        designs, sums = several_designs((appraisal.study,)), count((appraisal.study,))
        draft.add(
            f"this is of {level} certainty ({designs})",
            Kind.FINDING,
            [said],
            calculation=sums,
            plain=sure(level, designs),
        )
        return
    sized, calculation, spans = evidence_size((appraisal.study,))
    down = list(dict.fromkeys(step.domain.value for step in given.steps if step.change < 0))
    why = f"; rated down for {join(down)}" if down and draft.words < ENOUGH else ""
    text = f"this is of {level} certainty ({sized}{why})"
    draft.add(text, Kind.FINDING, [*spans, said], calculation=calculation, plain=sure(level, sized))


_GRADED: Final = expression(
    r"\b(?:very[- ]low|low|moderate|high)[- ](?:certainty|confidence)\b|\bGRADE\b"
    r"|\b(?:certainty|confidence)\b[^.;]{0,40}\b(?:very[- ]low|low|moderate|high)\b",
    re.IGNORECASE,
)


def sure(level: str, sized: str) -> str:
    """Certainty and what it rests on, in plain words."""
    rests = f"it rests on {sized}" if sized else ""
    return f"{plain.sure(level)}{'. I' + rests[1:] if rests else ''}" if level else rests
