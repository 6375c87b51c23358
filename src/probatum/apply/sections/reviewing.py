"""Reviewing: the steps of a path after its first dose: whether it helps, when it ends, when it is given again."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import guidance
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.effects import effect_of, leading, people
from probatum.apply.evidence import harm_order
from probatum.apply.evidence.clauses import Clause, clause
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.labels import starting, stopping
from probatum.apply.numbering import Steps
from probatum.apply.patient import complaint, uses
from probatum.apply.sections import dose_rows, excluding, halts, labelled_dose, unlabelled_dose, watched
from probatum.model import Appraisal, Arm, DirectiveAction, Intent, Kind, Span
from probatum.text import sentences
from probatum.text.expressions import caseless, expression
from probatum.vocabulary.classes import classes_of

_TIME: Final = expression(
    r" (?:at|within|after|over|by|from|through|until|up to|on) (?:(?:day|week|month|year)s? )?\d.*$"
    r"| \d+ (?:days?|weeks?|months?|years?) after .*$"
)
"""The time at which a trial measured an outcome: a visit has its own."""


ON: Final = "go on"


EVENT: Final = expression(
    r"\b(?:deaths?|mortality|died|survival|events?|infarctions?|strokes?|fractures?|hospital\w*|admissions?|failure"
    r"|progression|recurren\w*|exacerbations?|relapses?|bleeding|ha?emorrhage|thrombo\w*|incidence|retention|delirium)\b",
    re.IGNORECASE,
)
"""Outcomes that happen or do not: in one person nobody sees whether a treatment prevented them."""


_LENGTH: Final = caseless(r"\bhow long\b|\bfor how many\b|\b(?:duration|course)\b|\bhow many (?:days|weeks)\b")
"""Words that ask for the length of a course, and not how soon it is begun."""
LONGEST_COURSE: Final = 31.0
"""Days within which one looks whether a course has helped."""


def review(steps: Steps, context: Context) -> None:
    """Whether it helps, where a visit can show that and a source says when it was looked at: at the time at which it
    was measured, else at the length of the shortest study."""
    if context.asks_time and _LENGTH.search(context.question.read):  # a course ends, though it helped
        if rows := again(context):
            steps.step(f"At the end of it: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
        elif (told := _repeated(context)) is not None:
            said = " ".join(told.quote.split()).rstrip(". ")
            steps.step(f"At the end of it: “{said}”", Kind.QUOTED, (told,))
        return
    shown = _shown(context)
    if shown is None:
        return
    name = _TIME.sub("", shown.name)
    if (measured := _TIME.search(shown.name)) is not None:
        if once(context) and _days(measured[0]) > LONGEST_COURSE:
            return
        at, spans = measured[0].strip(), (shown.items[0].finding.sentence,)
        steps.step(f"Review {name} {at}, when it was measured in the trial", Kind.FINDING, spans)
        _by_effect(steps, context)
        return
    known = {i.finding.record for i in shown.items}
    timed = sorted((a for a in context.answering if a.study.duration and a.record.id in known), key=_length)
    if timed and once(context) and _length(timed[0]) > LONGEST_COURSE:
        return  # what a trial looked at after months is no sign that one dose has helped
    if timed and (duration := timed[0].study.duration) is not None:
        text = f"Review {name} after {wording.lower(duration.value)}, as in the shortest study"
        steps.step(text, Kind.FINDING, (duration.span, *(i.finding.sentence for i in shown.items[:1])))
        _by_effect(steps, context)


def close(steps: Steps, context: Context) -> None:
    """Where a path would end at its dose: whether it helps, and what follows then. Only where a visit can show that,
    and the dose can be changed, or another treatment is named."""
    if hidden(context):
        return
    raised = next((s.id.rpartition(".")[2] for s in steps.draft.statements if s.text.startswith("Later: ")), "")
    other = halts.elsewhere(context)
    if not other.startswith("weigh ") and not raised:
        return
    does, fails = "It does", "It does not"
    if (told := _when(steps)) is not None:
        steps.step(f"Look whether it helps {told[0]}, when the label changes the dose", Kind.DIRECTIVE, told[1])
    elif (ran := _as_long_as(context)) is not None:
        length = wording.lower(ran.quote).removeprefix("for ").removeprefix("over ")
        steps.step(f"Review it after {length}, as in the shortest study", Kind.FINDING, (ran,))
        does, fails = "Better", "No better"
    else:
        steps.step("Look whether it helps, at a time agreed before", Kind.NAVIGATION)
    steps.branch("a", f"{does}: {ends(context)}")
    first = f"change the dose as step {raised} says, and look again; if that fails, " if raised else ""
    steps.branch("b", f"{fails}: {first}{how(context)}, and {other}")


def hidden(context: Context) -> bool:
    """Whether nobody sees in one person what it does, since it prevents something."""
    names = (context.use, context.outcome, *(g.name for g in leading(context)))
    return unlabelled_dose.kept_away(context) or any(EVENT.search(n) for n in names if n) or _keeps_away(context)


def _when(steps: Steps) -> tuple[str, tuple[Span, ...]] | None:
    """The time after which a step on the dose changes it: what it does can be judged then."""
    for one in steps.draft.statements:
        found = _CHANGED.search(one.text) if one.text.startswith(_DOSES) else None
        if found is not None:
            return found["time"], one.supports
    return None


_DOSES: Final = ("Dose ", "Dose:", "Later: ", "Choose one")
_CHANGED: Final = caseless(
    r"\b(?:raised|increased|doubled|changed)\b[^.;]{0,40}? "
    r"(?P<time>after (?:at least )?\d{1,2}(?: to \d{1,2})? (?:days|weeks))\b"
)


def _as_long_as(context: Context) -> Span | None:
    """How long the shortest trial that answers ran, where that is weeks or months and no course of some days is given:
    what it did was seen by then."""
    if once(context):
        return None
    ran = sorted((a for a in context.answering if a.study.duration and a.study.design.randomised), key=_length)
    fit = [a.study.duration.span for a in ran if a.study.duration and LEAST_RUN <= _length(a) <= LONGEST_RUN]
    return next((span for span in fit if _RAN.fullmatch(span.quote.strip())), None)


LEAST_RUN: Final = 14.0
LONGEST_RUN: Final = 190.0
"""Days of a trial by which something may be judged in one person."""
_RAN: Final = caseless(r"(?:(?:for|over) )?\d{1,3} (?:weeks|months)")


def _keeps_away(context: Context) -> bool:
    """Whether all that a label has of this among its uses is to lower a risk: of a clot that does not come."""
    uses_ = [d.text for _, d in context.directives(DirectiveAction.INDICATED) if context.indicated_for_this(d)]
    return bool(uses_) and all(_RISK.search(text) for text in uses_)


_RISK: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|(?:lower|reduce) the risks?)\b")


def again(context: Context) -> list[excluding.Row]:
    """What labels and guidelines say of a second course, or of looking again where the first did not help."""
    patient = context.question.patient
    rows = [*guidance.of_this(context), *context.directives(*_REPEATED)]
    rows = [row for row in rows if _AGAIN.search(row[1].text) and not fitting.of_others(row[1].text, patient)]
    return [row for row in rows if not uses.for_another_use(row[1], context)][:1]


def _repeated(context: Context) -> Span | None:
    """A label's sentence on a second course with its day, that is no direction which was read."""
    for appraisal in context.labels:
        for section in appraisal.record.evidence_sections:
            for start, end in sentences.split(section.text[:20_000]):
                span = Span(appraisal.record, section.id, start, end)
                if _AGAIN.search(span.quote) and _DAY.search(span.quote) and len(span.quote.split()) <= MOST_WORDS:
                    return span
    return None


MOST_WORDS: Final = 40
_DAY: Final = caseless(r"\b(?:after|within|in) (?:\d{1,2}|one|two) (?:to \d{1,2} )?(?:days?|weeks?)\b")
_REPEATED: Final = (DirectiveAction.DOSE, DirectiveAction.MONITOR, DirectiveAction.CAUTION)
_AGAIN: Final = caseless(
    r"\b(?:second|further|repeat(?:ed)?) (?:treatment|application|course|dose)\b|\b(?:reassess\w*|assessed again)\b"
    r"|\b(?:repeated|applied again|treated again)\b"
)


def _shown(context: Context) -> OutcomeGroup | None:
    """The outcome that a visit can look at; none where it is an event, for nobody sees in one person whether that was
    prevented."""
    shown = next((g for g in context.groups if g.asked and effect_of(g, context)), None)
    if shown is None and context.drug_like and not context.use:
        return None  # no illness was told: what studies saw in one says nothing of this patient's
    if shown is None and not context.outcome:
        shown = next((g for g in context.groups if effect_of(g, context) and not people.foreign(g, context)), None)
    if shown is None or EVENT.search(shown.name) or unlabelled_dose.kept_away(context):
        return None
    return None if complaint.is_another(_TIME.sub("", shown.name), context.question) else shown


def reviewed(context: Context) -> bool:
    """Whether a review step follows the visit."""
    scratch = Steps(Draft("algorithm", ""))
    review(scratch, context)
    return bool(scratch.number)


def _by_effect(steps: Steps, context: Context) -> None:
    """What follows from whether it helped."""
    steps.branch("a", f"Better: {'the course ends there, stop' if once(context) else 'continue'}")
    ends = f"No better: {how(context)}, and {halts.elsewhere(context)}"
    # A course is not raised, nor a dose beyond that of the label with which the path began.
    fixed = (
        once(context) or labelled_dose.first_dose(context) or not any(effect_of(g, context) for g in leading(context))
    )
    higher = [] if fixed else [(arm, _not_borne(context, arm)) for arm in starting.higher(context)]
    spans: tuple[Span, ...] = ()
    letter = "b"
    if borne := [arm for arm, worse in higher if worse is None]:
        raised = f"raise it in steps, at most to {_amount(borne[-1], context)}, the highest that was studied"
        raised = raised if len(borne) == len(higher) else f"{raised} and borne"
        text = f"More effect wanted and well tolerated: {raised}; no better on that: stop"
        steps.branch("b", text, Kind.FINDING, (borne[-1].span,))
        letter = "c"
    for arm, worse in higher[-1:]:
        if worse is not None:
            ends = f"{ends}; do not raise it to {_amount(arm, context)}: {worse.text}"
            spans = (*worse.spans, arm.span)
    steps.branch(letter, ends, Kind.FINDING if spans else Kind.NAVIGATION, spans)


def _amount(arm: Arm, context: Context) -> str:
    name = starting.drug(context)
    return f"{name} {starting.amount(arm, name)}"


def _not_borne(context: Context, top: Arm) -> Clause | None:
    """That more people stopped on the highest dose than without it, where a trial found so by a test."""
    name = starting.drug(context)
    for appraisal, finding in context.harms():
        if harm_order.made_stop(finding) and harm_order.of_dose(finding, top, name):
            return clause(finding, appraisal.study.alpha)
    return None


_COURSE: Final = ("antibiotic", "antifungal agents", "antiviral agents")
"""Classes of what is given until an infection is over."""
_ONCE: Final = caseless(
    r"\bonce\b(?! (?:daily|a |each|every|per|weekly|monthly|nightly|or))"
    r"|\b(?:single|once only|as one dose|one dose|bolus|given once|at the first sign)\b"
    r"|\bover \d+ (?:to \d+ )?minutes\b"
    r"|\bfor (?:\d+|three|five|seven|ten)(?: to \d+)? days?\b(?!,? then)"
)
"""A dose that is given once, or a course that ends by itself."""
_ON_AND_ON: Final = caseless(
    r"\bthen\b[^.;]{0,40}\b(?:daily|weekly|every \d+)\b|\b(?:weekly|monthly|every \d+ (?:weeks|months))\b"
    r"|\b(?:long-term|maintenance|raised)\b"
)


_DAILY: Final = caseless(
    r"\b(?:daily|a day|per day|weekly|a week|nightly|at night|every (?:day|night|morning|evening))\b"
)


def once(context: Context) -> bool:
    """Whether what is given ends by itself, by its class, by the label's dose for this or by that of the studies."""
    if any(label in _COURSE for drug in context.named for label in (drug.lower(), *classes_of(drug))):
        return not unlabelled_dose.kept_away(context)
    if course(context):
        return True
    advised = unlabelled_dose.advised(context) if context.classes else []  # of a class, the member that is chosen
    if any(_ONCE.search(item.text) and not _ON_AND_ON.search(item.text) for _, item in advised):
        return True
    if (row := labelled_dose.first_dose(context)) is not None:
        return bool(_ONCE.search(row[1].text)) and not _ON_AND_ON.search(row[1].text)
    arms = [arm for _, arm, _ in starting.doses(context)[:1] if not _DAILY.search(arm.dose)]
    return bool(arms) and (not arms[0].dose_per_day or bool(_ONCE.search(_around(arms[0].span))))


def ends(context: Context) -> str:
    """How the path goes on where all is well: a course is finished, after one dose nothing is due, the rest goes on."""
    if not once(context):
        return "continue"
    lasting = course(context) or any(label in _COURSE for drug in context.named for label in classes_of(drug))
    return "finish the course, then stop" if lasting else "no more of it is due"


def course(context: Context) -> bool:
    """Whether what is given is a course of some days, by what labels and guidelines say of its dose for this."""
    if unlabelled_dose.kept_away(context) or not context.drug_like:
        return False
    every = (*dose_rows.guideline_doses(context), *dose_rows.label_doses(context))
    told = [item.text for _, item in every if not uses.for_another_use(item, context)]
    if _OF_DAYS.search(context.question.typed):  # of the length of a course, which the trial that leads gave
        told += [s.text for a in context.answering[:1] for s in a.record.evidence_sections]
    return any(map(_DAYS.search, told)) and not any(map(_ON_AND_ON.search, told))


_DAYS: Final = caseless(
    r"\bfor (?:\d{1,2}|three|five|seven|ten|fourteen)(?: (?:to|or) \d{1,2})?[- ]days?\b"
    r"(?!,? then| (?:before|after|apart))"
    r"|\b(?:\d{1,2}|three|five|seven|ten)[- ]day course\b"
)
"""The days of a course."""
_OF_DAYS: Final = caseless(r"\bdays\b|\bcourse\b")


def _around(span: Span) -> str:
    text = span.source_section.text
    return text[max(0, span.start - 60) : span.end + 60]


def _length(appraisal: Appraisal) -> float:
    return _days(appraisal.study.duration.value if appraisal.study.duration else "")


def _days(from_text: str) -> float:
    """The days of a time in words; very many where it tells none."""
    number = next((float(w) for w in from_text.replace("-", " ").split() if w.replace(".", "", 1).isdigit()), 1e6)
    return number * next((days for unit, days in wording.DAYS.items() if unit in from_text), 1.0)


def visit(steps: Steps, context: Context, *, goes_on: bool = False) -> int:
    """What is checked while it is taken, and at what it is stopped; gives the number of the step before the next.
    `goes_on`: a step follows that looks whether it helps."""
    ended = once(context)
    on = goes_on or (context.question.intent not in _ASKED_OF_HARM and reviewed(context))
    then = ON if on else ends(context) if ended else "continue"
    done = bool(_DONE.search(" ".join(context.named)))
    return watched.say(steps, context, once=ended, done=done, then=then, how=how(context))


def how(context: Context) -> str:
    """How it is stopped: what ends by itself, or is taken when it is needed, is no more given."""
    needed = any(_AS_NEEDED.search(item.text) for _, item in dose_rows.label_doses(context))
    return "stop" if once(context) or needed else stopping.how(context)


_AS_NEEDED: Final = caseless(
    r"\b(?:as|when|if) needed\b|\bas required\b|\bbefore sexual\b|\bat the (?:first sign|onset)\b"
)
_DONE: Final = caseless(r"\w(?:ectomy|plasty|otomy)\b|\b(?:surgery|surgical|operation|repair|manoeuvre|ablation)\b")
"""What is done once and for all."""


_ASKED_OF_HARM: Final = (Intent.HARM, Intent.INTERACTION)
