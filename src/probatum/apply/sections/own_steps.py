"""Own steps: for patients and carers what they do themselves: what to tell, how it is taken, when to call, what else to
ask. Nothing is begun, changed or stopped alone by them.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.labels import listed, missed, starting, stopping
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient, standings
from probatum.apply.quoted import lead_passage
from probatum.apply.sections import (
    beginning,
    borne_by_a_child,
    excluding,
    guided,
    halts,
    labelled_dose,
    lowering,
    refusing,
    reviewing,
    timing,
    unlabelled_dose,
    watched,
)
from probatum.apply.sections.excluding import Row, said, spans
from probatum.apply.together import beside_each_other, beside_limits
from probatum.model import DirectiveAction, Intent, Kind, Span
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

MOST: Final = 3
LONGEST: Final = 45
"""Words of a direction that a plain step holds."""
_TOGETHER: Final = DirectiveAction.INTERACTION
_SLOWLY: Final = caseless(r"\b(?:gradual\w*|abrupt\w*|sudden\w*|slowly)\b(?! (?:loss|fall|rise|death|onset))")


def barred(steps: Steps, context: Context) -> bool:
    """What is done where a label or guideline is against it for somebody like that; False where none is."""
    row = halts.barred(context) or halts.of_exception(context)
    if row is None:
        return False
    drug = standings.of_rows([row], context) if len(context.named) > 1 else starting.drug(context)
    why = wording.lower(row[1].text.rstrip(". "))
    why = listed.case_said(why) if row[1].action is DirectiveAction.CONTRAINDICATED else why
    text = f"{why} ({source_name(row[0])})"
    if standings.standing_of(row[1], context) is standings.STOPPED:
        _stopped(steps, drug, text, row[1].span)
        return True
    if standings.standing_of(row[1], context) is standings.AGAINST and drug != starting.drug(context):
        _say_taken(steps, context)  # what is advised against of one alone leaves what is taken beside the other
    if drug.lower() in {name.lower() for name in context.question.patient.drugs}:
        now = f"Call the doctor or pharmacist today, before the next dose of {drug}: {text}"
        steps.step(now, Kind.DIRECTIVE, (row[1].span,))
        steps.step(_instead(context), Kind.NAVIGATION)
        return True
    steps.step(f"Do not begin {drug} before a doctor or pharmacist has agreed: {text}", Kind.DIRECTIVE, (row[1].span,))
    if row[1].action is DirectiveAction.NOT_RECOMMENDED and _PREVENTS.search(row[1].text):
        _of_prevention(steps, drug)
        return True
    steps.step(
        f"If {drug} {wording.now(drug)} taken already, call the doctor or pharmacist today, before the next dose",
        Kind.NAVIGATION,
    )
    steps.step(_instead(context), Kind.NAVIGATION)
    return True


_PREVENTS: Final = caseless(r"\bprevent(?:s|ion|ing|ive)?\b")


def _of_prevention(steps: Steps, drug: str) -> None:
    """What is done where a guideline is against keeping something away with it: nobody is in danger today, and nothing
    need stand in its place."""
    steps.step(
        f"If {drug} {wording.now(drug)} taken already, do not stop it alone: ask soon whether it is to go on, and "
        "whether it is taken for another reason",
        Kind.NAVIGATION,
    )
    steps.step("Ask the doctor what else lowers the risk", Kind.NAVIGATION)


def _stopped(steps: Steps, drug: str, text: str, span: Span) -> None:
    """What is done where what was measured is such that a label has the treatment stopped."""
    steps.step(
        f"Call the doctor or the clinic that checks it now; take no {drug} before you have spoken with them: {text}",
        Kind.DIRECTIVE,
        (span,),
    )
    steps.step(
        "Call the emergency number if there is any bleeding, a fall or blow, a fit, fainting, a sudden bad headache, or"
        " you feel very unwell",
        Kind.NAVIGATION,
    )
    steps.step(
        f"Ask when it is measured again, when and how much {drug} to take after that, and what made it go off",
        Kind.NAVIGATION,
    )


def say(steps: Steps, context: Context) -> None:
    """What to tell, how it is taken, what is checked, when to call, what to ask if it does not help."""
    drug, taken = starting.drug(context), starting.taken(context)
    if missed.asks(context.question.read):
        _missed(steps, context)
        return
    lowering.own(steps, context)
    if not taken and refusing.unhelpful(context):
        steps.step(
            f"Ask the doctor before you begin {drug}: no study here shows that it helps with this", Kind.NAVIGATION
        )
        steps.step(_instead(context), Kind.NAVIGATION)
        return
    if taken and refusing.unhelpful(context):
        steps.step(
            f"Ask the doctor whether {drug} should go on: no study here shows that it helps with this", Kind.NAVIGATION
        )
    starts = context.question.intent in beginning.STARTED
    if (
        not starts
        and (passage := lead_passage.lead(context)) is not None
        and len(passage.span.quote) <= beginning.LONGEST
    ):
        found = " ".join(passage.span.quote.split())
        steps.step(f"Show the doctor or pharmacist what was found: \u201c{found}\u201d", Kind.QUOTED, (passage.span,))
    guide = guided.Guide(context)
    if rows := _short(guide.whom):
        steps.step(f"Ask the doctor whether this was thought of: {said(rows)}", Kind.DIRECTIVE, spans(rows))
    if not taken:
        _say_taken(steps, context)
    if not taken and for_a_child(context):
        steps.step(_asked_first(drug, context), Kind.NAVIGATION)
    if not taken and starts:
        _tell(steps, context)
        timing.say_plain(steps, context)
    chosen = bool(context.classes) or beginning.chosen_by_guideline(context)
    advised = _short(unlabelled_dose.advised(context)) if chosen else []
    if not taken and starts and not advised and (rows := _short(guided.general(guide))):
        steps.step(f"Ask the doctor about this advice: {said(rows)}", Kind.DIRECTIVE, spans(rows))
    if advised and not taken:
        steps.step(
            f"Take it only as it was prescribed; the guideline says: {said(advised)}", Kind.DIRECTIVE, spans(advised)
        )
    elif not taken and starts and not for_a_child(context) and (row := _dosed(context)) is not None:
        told = [own for own in standings.lowered(context) if own[0] is row[0]][:1] or [
            row
        ]  # the usual one is none here
        steps.step(f"Take it only as it was prescribed; the label says: {said(told)}", Kind.DIRECTIVE, spans(told))
    first = labelled_dose.first_dose(context)
    if first is not None and (limits := _short(list(beside_limits.rows(context)))) and first not in limits:
        steps.step(f"Beside what is taken already there is a limit: {said(limits)}", Kind.DIRECTIVE, spans(limits))
    once = reviewing.once(context)
    if rows := _short(watched.during(context, once=once)):
        steps.step(f"Have this checked: {said(rows)}", Kind.DIRECTIVE, spans(rows))
    if rows := _short(guide.again or guide.ends):
        steps.step(f"See that it is looked at again: {said(rows)}", Kind.DIRECTIVE, spans(rows))
    ends = [row for row in watched.ends(context, once=once) if not watched.LIMIT.search(row[1].text)]
    if rows := _short(ends):
        steps.step(
            f"Call the doctor at once, or the emergency number if it is severe, when this happens: {said(rows)}",
            Kind.DIRECTIVE,
            spans(rows),
        )
    slow = [row for row in stopping.rows(context) if _SLOWLY.search(row[1].text)]
    slow = [row for row in slow if row[1].action is DirectiveAction.STOP][:1]
    if slow and not once:
        steps.step(f"Do not stop it by yourself: {said(slow)}", Kind.DIRECTIVE, spans(slow))
    if steps.number and starts and context.question.intent is Intent.PREVENTION:
        steps.step("Ask the doctor what else lowers the risk", Kind.NAVIGATION)  # nobody notices that it helps
    elif steps.number and starts:
        steps.step(f"If it does not help, or is not tolerated: {_ask(context)}", Kind.NAVIGATION)


def _asked_first(drug: str, context: Context) -> str:
    """Who is asked before a first dose that reaches a child, too: where a source is content with it, they are told of
    the child; else nothing is taken before they agree."""
    name = _BARE.sub("", drug)
    if borne_by_a_child.allowed(context):
        whose = "breast-feed" if context.question.patient.breastfeeding else "are pregnant"
        return f"Before the first dose of {name}, tell the doctor, midwife or pharmacist that you {whose}"
    return f"Take no {name} before a doctor, midwife or pharmacist who knows of this has agreed"


_BARE: Final = caseless(r"^an? ")


def for_a_child(context: Context) -> bool:
    """Whether what is taken reaches a child besides: then the usual dose is no step."""
    patient = context.question.patient
    return patient.pregnancy not in ("", "not pregnant") or patient.breastfeeding


def _dosed(context: Context) -> Row | None:
    """The dose with which the label begins, where it is short enough for a step."""
    row = labelled_dose.first_dose(context)
    return row if row is not None and len(row[1].text.split()) <= LONGEST else None


def _kinds(context: Context) -> set[str]:
    """The classes of what is asked about and taken."""
    names = {*context.drugs, *(drug.lower() for drug in context.question.patient.drugs), *context.classes}
    parts = {part for name in names for part in name.replace(" and ", "/").split("/")}
    return {kind for name in (*names, *parts) for kind in (name, *classes_of(name.strip()))}


def _missed(steps: Steps, context: Context) -> None:
    """What is done about a dose that was missed, by somebody who takes the medicine: nothing of how it is begun."""
    unless = "unless a doctor or pharmacist tells you otherwise"
    if {"combined oral contraceptives", "hormonal contraceptive agents"} & {*map(str.lower, _kinds(context))}:
        # Of a pill that was forgotten the last one is taken, though two fall on one day: no rule of other medicines.
        steps.step("Ask a pharmacist or doctor today what to do about the missed pills and until when", Kind.NAVIGATION)
        return
    if missed.gap(context.question.read):  # what is done about one dose is no word on many
        _after_a_gap(steps, context)
    elif rows := _short(missed.rows(context)):
        steps.step(f"Do with the missed dose what the label says: {said(rows)}", Kind.DIRECTIVE, spans(rows))
        steps.step(f"Take no two doses at once, {unless}", Kind.NAVIGATION)
    else:
        steps.step(
            "Ask a pharmacist or doctor today whether the missed dose is still taken or left out", Kind.NAVIGATION
        )
        steps.step(f"Take no two doses at once, and take the next one at its usual time, {unless}", Kind.NAVIGATION)
    ends = [row for row in watched.ends(context, once=False) if not watched.LIMIT.search(row[1].text)]
    if rows := _short(ends):
        steps.step(
            f"Call the doctor at once, or the emergency number if it is severe, when this happens: {said(rows)}",
            Kind.DIRECTIVE,
            spans(rows),
        )
    steps.step("If doses are missed more often, ask what could help with that", Kind.NAVIGATION)


def run_out(steps: Steps, context: Context) -> None:
    """What is done where there is none left: more of it today, and nothing taken twice afterwards."""
    text = "Call a pharmacist or doctor today: say what has run out, since when, and what is felt since"
    steps.step(text, Kind.NAVIGATION)
    if rows := _short(stopping.sudden(context))[:1]:
        steps.step(f"Say that this holds for it: {said(rows)}", Kind.DIRECTIVE, spans(rows))
    steps.step("Ask how it is taken again, and at which dose; take no two doses at once", Kind.NAVIGATION)
    steps.step("Ask how it can be ordered earlier next time", Kind.NAVIGATION)


def _after_a_gap(steps: Steps, context: Context) -> None:
    """What is done after days or weeks without it: the dose may have to be lower than before."""
    if rows := _short(missed.after_a_gap(context)):
        steps.step(f"Take it again as the label says: {said(rows)}", Kind.DIRECTIVE, spans(rows))
        return
    text = "Ask the prescriber or a pharmacist today how it is started again, and take no dose before that"
    steps.step(text, Kind.NAVIGATION)


def _with_taken(context: Context) -> list[Row]:
    """What labels say of what is asked about beside what the patient takes."""
    own = [row for row in for_patient.told(context) if row[1].action is _TOGETHER]
    taken = [drug for drug in for_patient.but_asked(context).drugs if drug.lower() not in context.drugs]
    beside = beside_each_other.together(context) if taken else ()
    named = [row for row in beside if any(wording.stands_in(d, f"{row[1].drug} {row[1].text}".lower()) for d in taken)]
    return list({item.span: (appraisal, item) for appraisal, item in (*own, *named)}.values())


def _say_taken(steps: Steps, context: Context) -> None:
    if pairs := _short(_with_taken(context)):
        steps.step(
            f"Ask a doctor or pharmacist before the first dose, because of what is taken already: {said(pairs)}",
            Kind.DIRECTIVE,
            spans(pairs),
        )


def _tell(steps: Steps, context: Context) -> None:
    """What the doctor or pharmacist has to know before: what forbids it, and what does not go beside it."""
    patient = context.question.patient
    own = [row for row in for_patient.barred(context) if row[1].action is DirectiveAction.CONTRAINDICATED]
    rows = [row for row in context.directives(DirectiveAction.CONTRAINDICATED) if row not in own]
    rows = [row for row in rows if not fitting.of_others(row[1].text, patient)]
    rows = _short([*own, *rows])
    if rows:
        told = excluding.said(excluding.present(rows))
        steps.step(
            f"Before the first dose, tell the doctor or pharmacist if any of this is so: {told}",
            Kind.DIRECTIVE,
            spans(rows),
        )


def _short(rows: list[Row]) -> list[Row]:
    return [row for row in rows if len(row[1].text.split()) <= LONGEST][:MOST]


def _instead(context: Context) -> str:
    return f"Ask the doctor or pharmacist what may be used in its place{_named(context)}"


def _ask(context: Context) -> str:
    return f"talk to the doctor about what else there is{_named(context)}"


def _named(context: Context) -> str:
    """`, such as baclofen`, where an option is named that nothing rules out here."""
    if context.beside:
        return ""  # what helps in the illness that bars it is nothing in its place
    if context.question.intent is Intent.PREVENTION and for_patient.barred(context):
        return ""  # nor is what helps the people who may get what is to be prevented
    where = halts.elsewhere(context)
    name = where.rpartition("such as ")[2] if "such as " in where else where.removeprefix("weigh ")
    return f", such as {name}" if name and name != where else ""
