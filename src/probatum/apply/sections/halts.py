"""Halts: where a path ends before a first dose, since a label forbids the treatment or guidelines are against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, titling, wording
from probatum.apply.choices import guidance, noted_value, options, suiting, urgent
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.labels import advised_beside, first_aid, starting
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient, illnesses, standings
from probatum.apply.quoted import lead_passage
from probatum.apply.replies import danger
from probatum.apply.sections import at_once, dose_rows, guided_overdose, meanwhile, overdosed, reacted_to, turning
from probatum.apply.together import beside_each_other, limits_apart, other_takers
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, RecordKind, Role, Span
from probatum.text import doses as amounts
from probatum.text import words
from probatum.text.expressions import caseless, expression

_PARTLY: Final = expression(r"\b(?:except|unless)\b", re.IGNORECASE)
"""A contraindication that does not hold for everybody."""


MOST: Final = 2


def elsewhere(context: Context, because: Sequence[tuple[Appraisal, Directive]] = ()) -> str:
    """Where a branch leads that leaves the treatment, `because` of directions that another may share."""
    return turning.elsewhere(context, because)


def antidote(steps: Steps, context: Context) -> bool:
    """For professionals: the antidote by its label, with when and how much of it; False where no label is of one."""
    found = next(iter(overdosed.antidotes(context)), None)
    if found is None:
        return False
    appraisal, items = found
    name = wording.lower(items[0].drug)
    rows = [(appraisal, item) for item in items[1:] if item.action is DirectiveAction.MONITOR]
    doses = [(appraisal, item) for item in items[1:] if item.action is DirectiveAction.DOSE]
    steps.step("Call a poison centre now, and treat what threatens life first", Kind.NAVIGATION)
    guided_overdose.steps_of(steps, context)
    if any(name in s.text.lower() and amounts.read(s.text) for s in steps.draft.statements):
        doses = []  # one regimen is a step: read one after the other, two of them are given twice
    if guided_overdose.is_late(context):
        rows, doses = [], []
    for lead, part in (("Check", rows), (f"Give {name} as its label says", doses)):
        if part:
            said = "; ".join(wording.lower(item.text.rstrip(". ")) for _, item in part)
            text, spans = f"{lead}: {said} ({source_name(appraisal)})", tuple(item.span for _, item in part)
            steps.step(text, Kind.DIRECTIVE, spans)
    steps.branch("a", f"Whether {name} is indicated is not clear: ask the poison centre before going on; stop here")
    steps.branch("b", "It is: give it, watch the patient, and stop when the poison centre agrees")
    return True


def dangerous(steps: Steps, context: Context) -> bool:
    """The path of an overdose, and of a dose or a pair of medicines that the warning at the top rules out; False where
    there is none."""
    if danger.too_much(context.question) and not context.reader.plain and antidote(steps, context):
        return True
    if danger.too_much(context.question):
        steps.step("Call a poison centre or the local emergency number now; take no more of it", Kind.NAVIGATION)
        steps.branch("a", "Drowsy or unwell in any way: call the emergency number, and stop reading here")
        steps.branch("b", "Well: do what the poison centre says, and stop reading here")
        return True
    if context.question.danger == "doubled":
        taken = context.question.sign
        steps.step(f"Take no more of {taken}; ask a pharmacist today when the next dose is due", Kind.NAVIGATION)
        steps.branch("a", "Unwell in any way, or more was taken: call a poison centre or the emergency number now")
        steps.branch("b", "Well: do what the pharmacist says, and stop reading here")
        return True
    if danger.brought(context.question):
        reacted_to.path(steps, context)
        return True
    if context.question.danger == "emergency":
        steps.step(danger.named(context.question), Kind.NAVIGATION)
        if first_aid.rows(context):
            steps.branch("a", "Help is not there yet: call, do what they say, and go on")
            steps.branch("b", "It is over, or in professional care: go on")
            return first_aid.step(steps, context)
        if urgent.rows(context):
            steps.branch("a", "Help is not there yet: call, do what they say, and go on")
            steps.branch("b", "It is over, or in professional care: go on")
            if not context.reader.plain:  # what may be the cause is held back whatever is done at once
                meanwhile.no_more(steps, context)
            return at_once.steps_of(steps, context)
        steps.branch("a", "It is happening now: call, do what they say, and stop reading here")
        steps.branch(
            "b", "It is over, or in professional care: speak with the doctor in charge before anything is given"
        )
        if not context.reader.plain:  # who takes it is told by whom they call
            meanwhile.say(steps, context)
        return True
    if context.question.danger != "dose" or not danger.named(context.question):
        return False
    rows = beside_each_other.together(context)[:MOST]
    told = "Give nothing of what is asked about before the warning at the top is cleared up"
    said = "; ".join(f"{wording.lower(item.text.rstrip('. '))} ({source_name(a)})" for a, item in rows)
    spans = tuple(item.span for _, item in rows)
    steps.step(f"{told}: {said}" if rows else told, Kind.DIRECTIVE if rows else Kind.NAVIGATION, spans)
    steps.branch("a", "It was given or taken already: call a poison centre or the local emergency number now")
    steps.branch("b", "It was not: speak with the prescriber or a pharmacist, and choose another treatment or dose")
    return True


_DENIES: Final = caseless(
    r"\b(?:unlikely to|(?:is|was|are|were) (?:not|no more) (?:effective|superior|better|more effective|beneficial)"
    r"|ineffective|no (?:clear |significant |additional |useful )?(?:benefit|effect|difference|advantage)"
    r"|(?:did|does|do) not (?:\w+ ){0,2}(?:reduce|improve|prevent|lower|shorten|relieve|increase|help|benefit))\b"
)
_YET: Final = caseless(r"\b(?:but|although|however|whereas|while)\b(?!.{0,60}\b(?:unknown|uncertain|unclear)\b)")


_BETWEEN: Final = caseless(
    r"\bno (?:\w+ ){0,3}?(?:differences?|advantages?)\b"
    r"|\b(?:is|was|are|were) (?:not|no more) (?:\w+ly )?(?:superior|better|more effective|inferior)\b"
)
"""What one of two treatments lacks against the other: where both are asked about it speaks against neither."""


def _choice(context: Context) -> bool:
    """Whether the question is between treatments, none of which is a dummy."""
    return len(context.named) > 1 or bool(compared(context))


_LEAVES_OPEN: Final = caseless(
    r"\b(?:effects? of [^.;]{3,60} (?:is|are|was|were|remains?) (?:very |highly |largely )?"
    r"(?:uncertain|unclear|unknown)"
    r"|no usable data|insufficient evidence|not enough evidence)\b"
)
"""A conclusion that an effect is not known: nothing to start a treatment on."""


def denied(steps: Steps, context: Context) -> bool:
    """The path where the best source's own conclusion, which is all that is told, denies an effect; False elsewhere."""
    passage = lead_passage.lead(context)
    if passage is None or passage.appraisal.directness.note:
        return False
    said = passage.span.quote
    denied_ = _BETWEEN.sub(" ", said) if _choice(context) else said
    found = _DENIES.search(denied_)
    against = found is not None and not _YET.search(said) and not of_another(denied_[: found.start()], context)
    if not against and not _LEAVES_OPEN.search(said):
        return False
    drug = starting.drug(context)
    told = "speaks against" if against else "leaves open what comes of"
    steps.step(f"What is quoted above {told} {drug}: do not start {drug} for that on this evidence", Kind.NAVIGATION)
    steps.branch("a", f"Something is still wanted: {elsewhere(context)}")
    already = f"{wording.upper(drug)} {wording.now(drug)} taken already"
    steps.branch("b", f"{already}, or there is another use: ask the prescriber about that use")
    return True


def of_another(before: str, context: Context) -> bool:
    """Whether what stands before a denial makes it one of another treatment (`A was not superior to B`, and B is asked
    about): that speaks for the one asked about rather than against it."""
    who = _CLAUSE.split(before)[-1]
    drugs = [m.term.label for m in vocabulary.load().find(who) if m.term.semantic == "drug"]
    return bool(drugs) and not context.names_intervention(who)


_CLAUSE: Final = caseless(r"[;.:] |, (?:and|but|while|whereas) ")


def forbidden(steps: Steps, context: Context) -> bool:
    """The path of a patient whom a label forbids the treatment; False where none does."""
    out = barred(context)
    if out is None:
        return False
    sure = out[1].action is DirectiveAction.CONTRAINDICATED
    drug = standings.of_rows([out], context) if len(context.named) > 1 else starting.drug(context)
    said = f"{wording.lower(out[1].text.rstrip('. '))} ({source_name(out[0])})"
    if standings.standing_of(out[1], context) is standings.STOPPED:
        _stopped(steps, drug, said, out[1].span)
        return True
    if not sure and (other := _for_it(out, context)) is not None:
        text = (
            f"Sources disagree on {drug}: {wording.lower(other[1].text.rstrip('. '))} ({source_name(other[0])}); {said}"
        )
        steps.step(text, Kind.DIRECTIVE, (other[1].span, out[1].span))
        steps.branch("a", f"What is feared weighs more for this patient: {elsewhere(context)}")
        steps.branch("b", "What is hoped for does: go on")
        return False
    if (apart := limits_apart.found(context)) is not None and apart.bar[1].span == out[1].span:
        steps.step(f"Sources disagree on {drug}: {apart.text}", Kind.DIRECTIVE, apart.spans)
        steps.branch("a", f"The limit of the label is kept to: do not start; {elsewhere(context, [out])}")
        steps.branch("b", "That of the guideline is: give it as is said there, and continue")
        return True
    stands = "contraindicated" if sure else "advised against"
    if noted_value.asked(context.question) and starting.taken(context):
        lead = f"Before the next dose of {drug}, which is taken, speak with the prescriber: it is {stands} here"
        steps.step(f"{lead}: {said}", Kind.DIRECTIVE, (out[1].span,))
        steps.branch("a", f"Another treatment is wanted: {_instead(out, context)}")
        steps.branch("b", "It goes on all the same: say why, and measure again before the next dose")
        return True
    steps.step(f"Do not start {drug}, which is {stands} here: {said}", Kind.DIRECTIVE, (out[1].span,))
    steps.branch("a", f"A treatment is wanted: {_instead(out, context)}")
    weighed = "speak with the prescriber" if sure else "ask the prescriber whether its benefit outweighs that,"
    steps.branch("b", f"It is taken already: {weighed} before the next dose")
    return True


def _instead(out: tuple[Appraisal, Directive], context: Context) -> str:
    """Where the path leads instead: first to what the very advice names that is against the treatment."""
    beside = advised_beside.against(context)
    if beside is None or beside.row != out:
        return elsewhere(context, [out])
    names = wording.join(beside.instead, "or")
    return f"weigh {names}" if names else elsewhere(context, [beside.clause])


def _stopped(steps: Steps, drug: str, said: str, span: Span) -> None:
    """The path where what was measured lies beyond a limit at which a label has the treatment stopped: nothing is begun
    in its place before that is mended."""
    steps.step(f"At what was measured, {drug} is stopped: {said}", Kind.DIRECTIVE, (span,))
    steps.branch("a", "It is taken: do so now, and speak with the doctor in charge; measure again before any dose")
    steps.branch("b", "It is not taken: do not start it; look for the cause, and measure again")


def _for_it(out: tuple[Appraisal, Directive], context: Context) -> tuple[Appraisal, Directive] | None:
    """What another guideline recommends of the very treatment and illness, where one is against it."""
    if out[1].action is not DirectiveAction.NOT_RECOMMENDED or other_takers.pair_of(out[1]):
        return None  # advice on one in an illness speaks for no two together
    rows = (r for r in guidance.rows(context) if r[0].record.id != out[0].record.id)
    rows = (r for r in rows if r[1].action is DirectiveAction.RECOMMENDED and not _last_resort(r[1].text))
    rows = (r for r in rows if not illnesses.of_others(r[1].text, context.question))
    if suiting.for_state_named(out[1], context):  # what is advised for everybody is no word for her pregnancy
        rows = (r for r in rows if suiting.for_state_named(r[1], context))
    if fitting.KIDNEY.search(out[1].text) and context.question.patient.kidney:
        rows = (r for r in rows if fitting.KIDNEY.search(r[1].text))  # nor is it one for kidneys like the patient's
    against = _ill(out[1].text) & {c.label.lower() for c in context.question.concepts}
    rows = (r for r in rows if not against or against & _ill(r[1].text))  # advice on something else speaks for nothing
    return next((row for row in rows), None)


def _ill(text: str) -> set[str]:
    found = vocabulary.load().find(text)
    return {m.term.label.lower() for m in found if m.term.semantic in ("condition", "symptom")}


def _last_resort(text: str) -> bool:
    """Whether advice keeps a treatment to those whom nothing else helps: that speaks for it in nobody else."""
    return options.second(text) or _NOTHING_ELSE.search(text) is not None


_NOTHING_ELSE: Final = caseless(
    r"\bonly (?:for|in|if|when|where|after|as)\b|\blast (?:resort|choice|line)\b"
    r"|\b(?:no|nothing) (?:other|else)\b|\bwhen (?:all )?(?:other|else)\b"
)


def advised_against(steps: Steps, context: Context) -> bool:
    """The path where guidelines are against the treatment for such a patient and none is for it; False elsewhere."""
    found = guidance.against(context)
    if found is None:
        return False
    appraisal, item = found
    said = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
    steps.step(f"A guideline is against it: {said}", Kind.DIRECTIVE, (item.span,))
    # Of what the advice is against the others of its class are nothing to turn to.
    steps.branch("a", f"It is not taken yet: do not start; {turning.elsewhere(context, whole=True)}")
    steps.branch("b", "It is taken already: weigh with the prescriber whether to go on, and do not stop it alone")
    return True


def unsaid(steps: Steps, context: Context) -> bool:
    """The path where no source says whether it may be used in the pregnancy or breast-feeding asked about; False where
    one does, or nothing of the kind is asked, or of a class what advice leaves to such a patient is named."""
    missing = standings.untold(context)
    if not missing or (context.classes and dose_rows.guideline_doses(context)):
        return False
    steps.step(
        f"{wording.upper(missing)}: ask a pharmacist or a specialist service before it is given", Kind.NAVIGATION
    )
    steps.branch("a", f"They advise against it: {elsewhere(context)}")
    steps.branch("b", "They advise it: continue with the dose and the checks that they name")
    return True


def barred(context: Context) -> tuple[Appraisal, Directive] | None:
    """What rules the treatment out for the patient asked about and for everybody like that, contraindications first."""
    rows = [row for row in for_patient.barred(context) if _holds(row[1].text, context)]
    ended = (row for row in rows if standings.standing_of(row[1], context) is standings.STOPPED)
    found = next(ended, next(iter(rows), None))  # that it is stopped comes before that it is not begun
    beside = advised_beside.against(context)
    return found or _of_the_unborn(context) or (beside.row if beside is not None else None)


def excepted(steps: Steps, context: Context) -> None:
    """Before anything else what a label forbids such a patient but for an exception: whether that holds is judged, and
    never passed over."""
    label = of_exception(context)
    if label is None or starting.taken(context):
        return
    appraisal, item = label
    said = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
    steps.step(f"Weigh with the prescriber whether the exception holds: {said}", Kind.DIRECTIVE, (item.span,))
    drug = item.drug.lower() or starting.drug(context)
    steps.branch("a", f"It does not, or it is not clear: do not use {drug}; {turning.elsewhere(context, (label,))}")
    steps.branch("b", "It does: go on")


def of_exception(context: Context) -> tuple[Appraisal, Directive] | None:
    """What a label forbids such a patient but for an exception of which the question tells nothing."""
    rows = (row for row in for_patient.barred(context) if row[0].record.kind is RecordKind.LABEL)
    return next((row for row in rows if not _holds(row[1].text, context)), None)


def _holds(text: str, context: Context) -> bool:
    """Whether a bar has no exception, or one of people of whom the question does not say that the patient is."""
    exception = _PARTLY.search(text)
    if exception is None:
        return True
    told = words.stems(context.question.read)
    return exception[0].lower() == "except" and not words.stems(text[exception.end() :]) & told - _WOMEN


_WOMEN: Final = words.stems("women woman men man people patients with in who have a the pregnancy pregnant")


def compared(context: Context) -> str:
    """The treatment that what is asked about is compared with; empty where that is a dummy, no treatment, or none."""
    held = context.question.having(Role.COMPARATOR)
    named = (c for c in held if c.semantic in ("drug", "procedure") or c.id or turning.asked_against(c.text, context))
    other = next(named, None)
    if other is None or INERT.search(other.label):
        return ""
    whole = context.question.comparator
    given = other.semantic in ("drug", "procedure") or other.text.lower() not in whole.lower()
    return wording.lower(other.text if given else whole)  # `standard blood-pressure control`, not `blood-pressure`


INERT: Final = turning.INERT


def names(context: Context) -> str:
    """What is asked about, as what is not to be used: classes as several, and nothing that the patient is allergic to,
    which is ruled out by that."""
    barred = {name.lower() for name in context.question.patient.allergies}
    held = [name for name in context.named if name.lower() not in barred] or list(context.named)
    return wording.join([titling.several_of(name) for name in held], "or")


AVOIDS: Final = caseless(r"\b(?:avoid\w*|not (?:be )?(?:recommended|used|given|taken)|contra-?indicated)\b")
"""Words by which a label keeps something from people."""


def _of_the_unborn(context: Context) -> tuple[Appraisal, Directive] | None:
    """What a label says is to be avoided in the part of pregnancy that the question tells of."""
    if fitting.weeks_pregnant(context.question.patient) is None:
        return None
    rows = (row for row in for_patient.told(context) if fitting.PREGNANT.search(row[1].text))
    return next((row for row in rows if AVOIDS.search(row[1].text)), None)
