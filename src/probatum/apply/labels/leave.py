"""Leave: whether somebody with an illness may have a medicine that is not to treat it, said in the first words.

`No`, `not as a rule`, `only with care` or `nothing against it stands in its label`, with what the label says of that
very illness; the medicine's own use is not weighed, nor what it does to people without the illness.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.children import undosed
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, quote
from probatum.apply.evidence import named_harm
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import advised_beside
from probatum.apply.labels.verdicts import (
    AVOID,
    CARE,
    DOSED,
    MEMBERS_CARE,
    MEMBERS_NEVER,
    NEVER,
    SAYS,
    SOME,
    Verdict,
    turned,
)
from probatum.apply.patient import akin, bars, beside, by_allergy, for_patient, itself, standings
from probatum.apply.quoted.salience import sentences_in
from probatum.apply.together import beside_each_other, other_takers, over_limit
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Intent, Role, Span
from probatum.text import halting, words
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
MOST: Final = 2


def say(draft: Draft, context: Context) -> bool:
    """What the label says of the patient's illness, with the verdict before it; that it says nothing, where it does.

    False where no illness of the question is beside what is treated.
    """
    if not (context.beside or of_organ(context) or by_allergy.asked(context)):
        return False
    if of_organ(context) and not for_patient.barred(context) and over_limit.found(context):
        return False  # that the dose which is asked about is too much stands in the place of a yes
    bars_ = for_patient.barred(context)
    if of_organ(context) and bars_ and not any(bars.names_organ(d, context.question.patient) for _, d in bars_):
        return False  # what else bars it stands alone
    if undosed.silent(context):
        return False
    before = len(draft)
    verdict, rows = told(context)
    said = {span for one in draft.statements for span in one.supports}
    if rows and all(item.span in said for _, item in rows):
        return False  # below an alarm it was told already
    if verdict is not None:
        names = standings.of_rows(rows, context)
        by = _by_what(rows, context)
        says = verdict is CARE and context.halts and halting.ends(rows[0][1].text)
        verdict = SAYS if says else turned(verdict, context.halts)
        two = choices(context.question) or any(c.semantic == "drug" for c in context.question.having(Role.COMPARATOR))
        if verdict is DOSED and two:  # which of two is no question that is answered by yes
            lead = f"{context.named[0]} at the dose for such a patient"
            verdict = Verdict(lead, f"{context.named[0]} has its own dose for such a person")
        directives(draft, rows, f"{verdict.lead.format(names)}{by}", f"{verdict.plain.format(names)}{by}")
    elif (advised := advised_beside.against(context)) is not None:
        names = wording.join(for_patient.treatments(context))
        directives(draft, [advised.row], AVOID.lead.format(names), AVOID.plain.format(names))
    elif by_allergy.asked(context):
        by_allergy.say(draft, context)
    elif alone(context) and not named_harm.rows(context) and not _named(draft, context):
        _nothing(draft, context)
    return len(draft) > before


def _by_what(rows: Sequence[Row], context: Context) -> str:
    """That an illness is a kind or a sign of what the label names, where it does not name the illness itself."""
    text = f"{rows[0][1].population} {rows[0][1].text}"
    if bars.names_organ(rows[0][1], context.question.patient):
        return ""
    own = [c for c in context.beside if akin.kinship(text, c.label) is akin.Kin.SAME]
    if not own or any(akin.names_it(text, c.label) for c in own):
        return ""
    return f", as {wording.spelled(own[0])} is a kind or a sign of this"


def alone(context: Context) -> bool:
    """Whether every illness of the question is beside what is treated, so that no effect is asked about."""
    return (bool(context.beside) and context.by_organ) or of_organ(context) or by_allergy.asked(context)


def of_organ(context: Context) -> bool:
    """Whether it is asked if somebody whose kidneys or liver are poor may have a medicine, and nothing else of it."""
    question = context.question
    ill = any(c.semantic in ("condition", "symptom") for c in question.concepts)
    asks = beside.asks(question.read) or (len(question.read.split()) <= TERSE and not _QUESTION.search(question.read))
    asks = asks and question.intent in (Intent.THERAPY, Intent.HARM)
    told = question.patient.kidney or question.patient.liver
    if question.patient.drugs and beside_each_other.together(context):
        return False  # what it does with what is taken is asked as well
    return bool(
        told and asks and context.labels and not (ill or context.outcome or context.combined or context.classes)
    )


TERSE: Final = 7
"""Words of a question that names a medicine and the patient's organs and nothing else."""
_QUESTION: Final = caseless(r"\b(?:what|which|how|when|why|does|do|vs|versus|or|effects?|work\w*|help\w*|evidence)\b")


def told(context: Context) -> tuple[Verdict | None, list[Row]]:
    """The verdict, with the directions that bear it; the gravest first."""
    if context.by_members and not for_patient.barred(context):
        rows = [row for row in _limits(context) if _of_illness(row[1], context) and not _of_others(row[1], context)]
        never = [row for row in rows if row[1].action is DirectiveAction.CONTRAINDICATED]
        return (MEMBERS_NEVER, never[:MOST]) if never else (MEMBERS_CARE, rows[:1]) if rows else (None, [])
    barred = [row for row in for_patient.barred(context) if _of_illness(row[1], context)]
    if context.halts:  # what is not to be begun may go on
        barred = [row for row in barred if halting.OF_STARTING.search(row[1].text) is None]
    never = [row for row in barred if row[1].action is DirectiveAction.CONTRAINDICATED]
    if barred:
        return (NEVER, never[:MOST]) if never else (AVOID, barred[:1])
    others = [row for row in for_patient.told(context) if _of_illness(row[1], context)]
    some = [row for row in others if row[1].action is DirectiveAction.CONTRAINDICATED]
    kinds = [row for row in _limits(context) if beside.in_some(row[1].text, context)]
    kinds = [row for row in kinds if not other_takers.with_another(row[1].text, context)]
    never_in_kinds = [row for row in kinds if row[1].action is DirectiveAction.CONTRAINDICATED]
    if some or never_in_kinds:
        return SOME, [*some, *never_in_kinds][:MOST]
    if named := of_occasion(context):
        return CARE, named[:1]
    dosed = [row for row in others if row[1].action is DirectiveAction.DOSE and not bars.of_its_takers(row[1])]
    careful = [row for row in others if row[1].action in (*beside.LIMITS, *_HOW)]
    against = [row for row in dosed if bars.FORBIDS.search(row[1].text) and not standings.dosed_in(row[1])]
    if against:  # a limit among the doses is none; of a choice it is on one of them alone
        return (MEMBERS_CARE if len(context.drugs) > 1 else CARE), against[:1]
    ends = [row for row in context.directives(DirectiveAction.STOP) if beside.in_such(row[1].text, context)]
    if dosed and not any(row[1].action in beside.LIMITS for row in careful):
        # Of a choice the dose of one is no yes to each.
        return (MEMBERS_CARE if len(context.drugs) > 1 else DOSED), sorted(dosed, key=_rank)[:1]
    if careful or kinds:
        amounts = [row for row in dosed if standings.dosed_in(row[1])]  # how much stands before why
        return CARE, [*sorted(amounts, key=_rank)[:1], *sorted([*careful, *kinds], key=_rank)[:1]]
    return (CARE, ends[:1]) if ends else (None, [])


def _of_others(item: Directive, context: Context) -> bool:
    """Whether a limit of a member is for kidneys that the patient has not: one above a clearance of 95 is none of who
    has a poor one."""
    patient = context.question.patient
    kidneys = bool(patient.kidney) and fitting.KIDNEY.search(item.text) is not None
    return kidneys and not fitting.that_kidney(item.text, patient)


def of_occasion(context: Context) -> list[Row]:
    """Directions on what to do at what the question names besides the medicine and the patient's organs (`and CT
    contrast`): the occasion for which it is asked decides, and not what holds at all times."""
    question = context.question
    if not of_organ(context):
        return []
    known = [c.text for c in question.concepts] + [*context.named, question.patient.kidney, question.patient.liver]
    said = words.stems(question.read) - words.stems(" ".join(known)) - _GENERAL
    rows = context.directives(DirectiveAction.STOP, DirectiveAction.MONITOR, *beside.LIMITS, *_HOW) if said else ()
    rows = tuple(row for row in rows if _DIRECTS.search(row[1].text) and for_patient.concerned(row[1], context))
    return [row for row in rows if said & words.stems(row[1].text)]


_DIRECTS: Final = caseless(r"\b(?:should|must|not recommended|avoid\w*|contra-?indicated)\b")
_GENERAL: Final = words.stems(
    "can may take taking use give given start stop hold dose safe ok patient people eGFR GFR CrCl creatinine clearance"
    " kidney renal liver hepatic function impairment impaired failure disease poor low reduced with and in on for"
    " used be is it should still prescribe prescribed avoid avoided allowed continue adjust right wrong good bad last"
    " down stage ckd chronic ml min somebody someone person people adult man woman years old whose when has have had"
    " been come gone new started going tablets tablet medicine drug doctor gp dispense rx"
)
"""Words of any such question, by which no occasion is told."""
_HOW: Final = (DirectiveAction.SPECIAL_POPULATION, DirectiveAction.MONITOR)
"""How people with poor kidneys or a poor liver are treated."""
_OPENS: Final = caseless(
    r"(?:[\w-]+ ){0,4}(?:should|must)\b[^.;]{0,60}\b(?:in|with|after|by)\b|(?:in|with|after|for|people|patients)\b"
)
"""Begins with the people whom it concerns, or says in whom care is taken."""


def _rank(row: Row) -> tuple[bool, bool]:
    """What tells how such people are treated stands before what says only that it may bring the illness on."""
    return row[1].action is DirectiveAction.BOXED_WARNING, _OPENS.match(row[1].text) is None


def _limits(context: Context) -> list[Row]:
    return list(context.directives(*beside.LIMITS))


def _of_illness(item: Directive, context: Context) -> bool:
    """Whether a direction is on an illness that the patient has beside what is treated."""
    text = _WHY.sub("", f"{item.population} {item.text}")
    if beside.in_such(text, context) or bars.names_organ(item, context.question.patient):
        return True
    if fitting.allergic(text, context.question.patient):
        return True
    named: Sequence[Concept] = context.beside
    names = tuple((c.label, c.text, *c.synonyms) for c in named)
    return fitting.names_one(text, names)


_WHY: Final = caseless(r",? because of [^,;.]{3,80}? in (?:the |an? )?(?:newborns?|fetus|foetus|babies|infants?)\b")
"""What a limit spares others than the patient: no illness that it is of."""


def _elsewhere(context: Context) -> list[Row]:
    """What the label says of other kidneys or another liver than the patient's, or of some with such."""
    if context.beside:
        return []
    patient = context.question.patient
    own = context.directives(*beside.LIMITS, DirectiveAction.DOSE, *_HOW, DirectiveAction.STOP)
    every = [row for row in own if bars.names_organ(row[1], patient)]
    return sorted(every, key=lambda row: row[1].action is not DirectiveAction.DOSE)[:MOST]


def _named(draft: Draft, context: Context) -> bool:
    """The sentence of the label that names such an illness in other ways than as a limit; whether there is one."""
    for label in context.labels:
        meant = (item for item in label.directives if item.action is DirectiveAction.INDICATED)
        uses = [item.span for item in meant if not beside.leaves_out(item.text)]
        for told_ in sentences_in(label.record):
            text = told_.span.quote
            near = beside.in_such(text, context) or beside.in_some(text, context)
            if near and not any(_within(use, told_.span) for use in uses):
                quote(draft, label, told_.span, "says", opening="what is told of it")
                return True
    return False


def _within(one: Span, other: Span) -> bool:
    return one.section == other.section and one.start < other.end and other.start < one.end


def _nothing(draft: Draft, context: Context) -> None:
    """That the label held names no limit for such a patient, with what it does forbid, else with what it is for."""
    names = wording.join(for_patient.treatments(context))
    if rows := _elsewhere(context):
        lead = f"the label of {names} names no limit that reaches what is told; it says"
        easy = f"the label of {names} says this of such people, which may not reach as far as what you told"
        directives(draft, rows, lead, f"{easy}. Ask a pharmacist or doctor")
        return
    named = list(dict.fromkeys(wording.spelled(c) for c in context.beside))
    ill = wording.join(named) or "poor kidneys or a poor liver"
    own = [row for row in context.directives(DirectiveAction.CONTRAINDICATED) if row[0] is context.labels[0]]
    own = [row for row in own if not itself.ITSELF.search(row[1].text)][:MOST] or own[:1]
    rows = own or list(context.directives(DirectiveAction.INDICATED))[:1]
    what, easy = ("contraindicated", "it must not be used") if own else ("it is for", "it is for this")
    directives(
        draft,
        rows,
        f"the label of {names} names no limit in {ill}, which does not mean that it is safe; {what}",
        f"the official label of {names} says nothing against it in {ill}. This does not mean that it is safe. Ask a "
        f"pharmacist or doctor. What the label does say is that {easy}",
    )
