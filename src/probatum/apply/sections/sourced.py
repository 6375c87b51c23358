"""Sourced: the path where no treatment is named or chosen, and sources say what is to be done: what a test result
means, what a guideline advises at which score, when it looks again.

Of a guideline that grades its advice by a score (`with a score of 2 or 3`) the grade of the patient is told where the
question names it, else all grades as branches.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import designs, fitting, wording
from probatum.apply.choices import barred_here, elsewhere, options, vetting
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.evidence import main_result
from probatum.apply.fitting import spared
from probatum.apply.fitting.sorts import FEEDING
from probatum.apply.naming import is_page
from probatum.apply.numbering import Steps
from probatum.apply.patient import illnesses
from probatum.apply.quoted.salience import Salient
from probatum.apply.sections import testing
from probatum.apply.sections.excluding import Row, said, spans
from probatum.apply.together import making_way
from probatum.model import DirectiveAction, Intent, Kind, Patient, Role, Span
from probatum.text import aspects
from probatum.text.expressions import caseless

MOST: Final = 3
LONGEST_FIRST: Final = 80
"""Words of the first of them."""
LONGEST: Final = 50
"""Words of a sentence that a step holds."""
ADVICE: Final = 0.9
"""How probably a guideline's sentence must tell what is wanted."""
_SCORE: Final = caseless(
    r"^with an? (?P<what>[\w-]{2,40} score) of (?P<is>\d{1,3}(?: (?:or|to) \d{1,3})?(?: or more)?)\b"
)
_NUMBER: Final = caseless(r"\d{1,3}")
_ASKED_SCORE: Final = caseless(r"\b(?P<what>[\w-]{2,40}) (?:score )?(?:of |is |= ?)?(?P<is>\d{1,3})\b")
_AGAIN: Final = caseless(r"\b(?:reassess\w*|look(?:ed)? at again|worsens?)\b")
_TEST: Final = caseless(
    r"\b(?:confirms?|rules? (?:\w+ )?out|ruled out|diagnos\w+|sensitiv\w+|specificity|cut-?off|positive|negative)\b"
)
"""Words by which a sentence tells what a test shows."""
_ASKS_TEST: Final = caseless(r"\b(?:confirms?|rul\w+ (?:\w+ )?out|diagnos\w+|excludes?)\b")
_GUIDES: Final = caseless(
    r"\b(?:to (?:guide|decide)|guid(?:ed|ing)|decid\w+ (?:on|about|whether)|(?:test|testing|measure|check) before)\b"
)
"""Words of a question on what a test decides."""
_ADVISES: Final = (DirectiveAction.RECOMMENDED, DirectiveAction.NOT_RECOMMENDED, DirectiveAction.MONITOR)


def of_test(context: Context) -> bool:
    """Whether it is asked what a test shows."""
    side = aspects.asked(context.question.read)
    if aspects.has_parts(side) and side != "tests":
        return False  # what one notices of an illness, or what becomes of people, is no test
    if context.question.intent is Intent.DIAGNOSIS:
        return True
    asked = context.question.having(Role.INTERVENTION)
    if _GUIDES.search(context.question.read) and any(c.semantic == "test" for c in context.question.concepts):
        return True
    if not asked and _ASKS_TEST.search(context.question.read):
        return True
    return bool(asked) and all(c.semantic == "test" for c in asked)


def say(steps: Steps, context: Context) -> bool:
    """The path; False where no source has a step."""
    if of_test(context):
        return _tested(steps, context)
    rows = _advice(context)
    if context.drugs:  # of what is named, and of nothing that is given for something else
        rows = [row for row in rows if context.names_intervention(row[1].text)]
    graded = by_score(steps, context)
    rows = _of_their_state(_led([row for row in rows if row not in graded], context), context)
    out = barred_here.had_not(context)
    rows = [row for row in rows if not barred_here.gives_only(row[1].text, out)]
    rows = [row for row in rows if not making_way.gives_it(row[1].text, context.question)]
    first = [row for row in rows if not _AGAIN.search(row[1].text)][: MOST - bool(graded)]
    for row in first:
        steps.step(wording.upper(said([row])), Kind.DIRECTIVE, spans([row]))
    for row in [row for row in rows if _AGAIN.search(row[1].text)][:1]:
        steps.step(f"Look again: {said([row])}", Kind.DIRECTIVE, spans([row]))
    return steps.number > 0


def _led(rows: list[Row], context: Context) -> list[Row]:
    """The advice, behind that with which the short answer opens where none is named: without it the path would begin
    with what is for others (`whose asthma is not controlled`)."""
    if not rows or context.treatable or context.question.intent is not Intent.THERAPY:
        return rows
    lead = [row for row in options.recommended(context)[:1] if len(row[1].text.split()) <= LONGEST_FIRST]
    return [*lead, *(row for row in rows if row not in lead)]


def _advice(context: Context) -> list[Row]:
    """What guidelines on the question direct, as far as it most probably tells what is wanted, in that order."""
    held = {a.record.id for a in context.guidelines}
    rows: list[Row] = []
    for one in context.salient:
        if one.appraisal.record.id not in held or one.worth < ADVICE:
            continue
        items = (d for d in one.appraisal.directives if d.action in _ADVISES and _within(d.span, one))
        rows += [(one.appraisal, item) for item in items]
    patient = context.question.patient
    rows = [row for row in rows if not fitting.of_others(row[1].text, patient)]
    rows = [row for row in rows if not elsewhere.of_babies(row[1].text, context)]
    rows = [row for row in rows if not spared.shuts_out(row[1].text, patient)]
    rows = [row for row in rows if not _of_somebody_else(row[1].text, patient) and not _off_the_illness(row, context)]
    rows = [row for row in rows if len(row[1].text.split()) <= LONGEST]
    lead = {row[0].record.id for row in rows[:1]}
    again = [
        (a, d)
        for a in context.guidelines
        if a.record.id in lead
        for d in a.directives
        if d.action in _ADVISES and not d.drug and _AGAIN.search(d.text)
    ]
    return list({(a.record.id, d.text): (a, d) for a, d in (*rows, *again[:1])}.values())


def _of_their_state(rows: list[Row], context: Context) -> list[Row]:
    """The advice without what it gives whose every medicine labels rule out for the patient; for somebody who is
    pregnant or feeds a child, where a guideline has some of its own for her, none of what it has others given."""
    patient = context.question.patient
    states = [
        sort for holds, sort in ((patient.pregnancy, fitting.PREGNANT), (patient.breastfeeding, FEEDING)) if holds
    ]
    own = {a.record.id for a, d in rows if any(sort.search(d.text) for sort in states)}

    def stays(row: Row) -> bool:
        given = barred_here.named(row[1].text) if row[1].action is DirectiveAction.RECOMMENDED else frozenset()
        if not given or any(sort.search(row[1].text) for sort in states):
            return True
        return row[0].record.id not in own and not all(vetting.bars(name, context) for name in given)

    return [row for row in rows if stays(row)]


def _off_the_illness(row: Row, context: Context) -> bool:
    """Whether advice is against something in a state that is told and names no illness of the question: NSAIDs in a
    pregnancy are none where its hypertension is to be treated."""
    ill = [c for c in context.question.concepts if c.semantic in ("condition", "symptom")]
    ill = [c for c in ill if not fitting.PREGNANT.search(c.label)]
    against = row[1].action is DirectiveAction.NOT_RECOMMENDED
    return against and bool(ill) and not illnesses.meant(f"{row[0].record.title} {row[1].text}", ill)


def _of_somebody_else(text: str, patient: Patient) -> bool:
    """Whether advice is for those without the allergy that is told of, or in a pregnancy that is not."""
    if patient.allergies and _NO_ALLERGY.search(text):
        return True
    return not patient.pregnancy and bool(_IN_PREGNANCY.search(text)) and not fitting.YOUNG.search(text)


_NO_ALLERGY: Final = caseless(r"\b(?:no|without)(?: an?)? (?:\w+ ){0,2}allerg\w+")
_IN_PREGNANCY: Final = caseless(r"\b(?:in pregnancy|for pregnant women|pregnant women with)\b")


def _within(span: Span, one: Salient) -> bool:
    return span.section == one.span.section and one.span.start <= span.start < one.span.end


def _graded(rows: Sequence[Row], context: Context) -> list[Row]:
    """The advice of one score, in the order of its grades; where the question names the patient's, that alone."""
    graded = [(found, row) for row in rows if (found := _SCORE.match(row[1].text)) is not None]
    if not graded:
        return []
    what = graded[0][0]["what"].lower()
    own = sorted(((f["is"], row) for f, row in graded if f["what"].lower() == what), key=lambda p: _lowest(p[0]))
    asked = {
        int(found["is"])
        for found in _ASKED_SCORE.finditer(context.question.read)
        if found["what"].lower() in (what, what.removesuffix(" score"))
    }
    fit = [row for grade, row in own if asked & _values(grade)]
    return fit or [row for _, row in own]


def _lowest(grade: str) -> int:
    return min(int(n) for n in _NUMBER.findall(grade))


def _values(grade: str) -> set[int]:
    """The points of a grade: `2 or 3`, `0 to 2`, `4 or more`."""
    numbers = sorted(int(n) for n in _NUMBER.findall(grade))
    top = numbers[0] + 20 if grade.endswith("more") else numbers[-1]
    return set(range(numbers[0], min(top, numbers[0] + 20) + 1))


def by_score(steps: Steps, context: Context) -> list[Row]:
    """The step of advice that is graded by a score, and what it rests on; none where no guideline grades it."""
    graded = _graded(_advice(context), context)
    if graded:
        _told_by_score(steps, graded)
    return graded


def _told_by_score(steps: Steps, graded: Sequence[Row]) -> None:
    if len(graded) == 1:
        steps.step(wording.upper(said(graded)), Kind.DIRECTIVE, spans(graded))
        return
    found = _SCORE.match(graded[0][1].text)
    what = found["what"] if found is not None else "score"
    steps.step(f"Go by the {what} ({source_name(graded[0][0])})", Kind.NAVIGATION)
    for letter, (_, item) in zip("abcd", graded, strict=False):
        match = _SCORE.match(item.text)
        grade, rest = (match["is"], item.text[match.end() :].lstrip(" ,")) if match is not None else ("", item.text)
        text = f"{wording.upper(f'{what} {grade}')}: {rest.rstrip('. ')}; then go on"
        steps.branch(letter, text, Kind.DIRECTIVE, (item.span,))


def _tested(steps: Steps, context: Context) -> bool:
    """What a test shows: what a guideline says of its result, else how it was read in the study, what became of those
    whom it cleared, and how often it is right."""
    for row in [row for row in _advice(context) if _TEST.search(row[1].text)][:MOST]:
        steps.step(wording.upper(said([row])), Kind.DIRECTIVE, spans([row]))
    if not steps.number:
        testing.say(steps, context)
    if steps.number:
        return True
    held = {a.record.id for a in context.answering}
    told = [s for s in context.salient if s.appraisal.record.id in held and s.worth >= FINDING]
    told = [s for s in told if _TEST.search(s.span.quote) and len(s.span.quote.split()) <= LONGEST]
    told = [s for s in told if not is_page(s.appraisal.record)]  # a page on an illness has examined nobody
    told = [s for s in told if main_result.measured(s.span)] or told[:1]  # a test is gone by with its figures
    told.sort(key=lambda s: _CUT.search(s.span.quote) is None)
    for one in told[: MOST - 1]:
        lead, lead_spans = designs.lead(one.appraisal.study)
        words_ = " ".join(one.span.quote.split())
        again = one.appraisal is told[0].appraisal and one is not told[0]
        what = "Hold the result against the cut-off" if _CUT.search(one.span.quote) else "Judge the test by its figures"
        what = what if main_result.measured(one.span) else "Go by what was found"
        steps.step(f"{what} ({'the same study' if again else lead}): “{words_}”", Kind.QUOTED, (one.span, *lead_spans))
    return steps.number > 0


FINDING: Final = 0.6
"""How salient a sentence on a test is at least."""
_CUT: Final = caseless(r"\bcut-? ?offs?\b|\bthresholds?\b")
