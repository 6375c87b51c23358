"""Halted: whether a medicine is stopped or goes on at a value or in a state, told by what its label says of just that.

What bars the medicine leads, with the word that answers the verb that was asked with; then the sentences of the label
on the value, on the organ it is of or on what is felt, those first that say when the medicine is stopped. Where none
says that, this is told, too.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.apply import fitting, wording
from probatum.apply.choices import advised
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import by_value, leave, verdicts
from probatum.apply.once import once
from probatum.apply.patient import akin, for_patient, sexes, standings
from probatum.apply.quoted import by_part
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, part, sentences_in
from probatum.apply.together import other_takers
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Kind, Role
from probatum.text import halting, measured, tested, words
from probatum.text.expressions import caseless
from probatum.text.halting import Way
from probatum.text.tested import Tested

Row = tuple[Appraisal, Directive]
LONGEST: Final = 22
"""Words of a question that asks one thing."""
MOST: Final = 2
_BARS: Final = caseless(r"\bcontra-?indicated\b|\b(?:should|must) be avoided\b|\bshould not (?:be )?exceed\b")
_CEILING: Final = caseless(r"\b(?:should|must) not exceed\b")
_HARMS: Final = caseless(r"\b(?:can|may|could|occurs?|occurred|caused?|reported)\b")
_WATCHED: Final = caseless(r"\b(?:monitored|measured|checked)\b")
_BESIDE: Final = caseless(r"\bwho (?:also )?(?:takes?|are taking|use)\b(?! (?:it|this|them)\b)")
_TOO_MUCH: Final = caseless(r"\boverdos\w*")
_BESIDES: Final = caseless(
    r"\b(?:reduc\w+|improv\w+|prevent\w*|outcomes?|mortality|survival|evidence|trials?|stud(?:y|ies)|benefits?|worth"
    r"|vs|versus|better|dose|instead|restart\w*|how|why|which|compared)\b|\bwhen (?:to|should|can|do|does)\b"
)
"""Words that ask for something else besides."""
_ENOUGH: Final = 1.0


class _Topic(NamedTuple):
    """What is told of somebody, for which it is asked whether the medicine is stopped."""

    test: Tested | None
    names: tuple[frozenset[str], ...]
    label: str = ""

    def met(self, text: str, stems: frozenset[str]) -> bool:
        """Whether a sentence is of it."""
        if self.test is not None:
            return tested.tells(text, self.test)
        same = bool(self.label) and akin.kinship(text, self.label) is akin.Kin.SAME
        return same or any(name <= stems for name in self.names)


def alone(context: Context) -> bool:
    """Whether just this is asked, and a label tells of it."""
    question = context.question
    if not context.halts or question.danger not in ("", "stopping") or context.combined or context.by_members:
        return False
    if question.patient.pregnancy or question.patient.breastfeeding:
        return False  # what it does to the child decides that, and is named first
    typed = question.typed
    if len(typed.split()) > LONGEST or _BESIDES.search(typed) or question.having(Role.COMPARATOR):
        return False
    if not topics(context):
        return False
    of_organ = all(topic.test is not None and topic.test.organ for topic in topics(context))
    if bars(context) or any(not of_organ or _decides(one) for one in told(context)):
        return True
    if told(context) or context.halts is Way.GO_ON or not context.labels:
        return False
    # What it does to others is no answer to whether it is stopped for what was measured.
    return any(topic.test is not None for topic in topics(context)) and leave.told(context)[0] is None


def _decides(one: Salient) -> bool:
    """Whether a sentence says that the medicine is stopped or must not be used."""
    return halting.ends(one.span.quote) or _BARS.search(one.span.quote) is not None


@once
def bars(context: Context) -> tuple[Row, ...]:
    """What rules the medicine out for such a patient, and not only its beginning."""
    rows = (row for row in for_patient.barred(context) if halting.OF_STARTING.search(row[1].text) is None)
    return tuple(rows)


@once
def told(context: Context) -> tuple[Salient, ...]:
    """The sentences of the labels that tell of what is told of the patient, those on an end first."""
    found = topics(context)
    made: list[tuple[float, int, Salient]] = []
    for source in context.labels:
        for one in sentences_in(source.record):
            stems = words.stems(one.span.quote)
            met = [topic for topic in found if topic.met(one.span.quote, stems)]
            if not met or not quotable(one.span) or not _of_patient(one.span.quote, context, met):
                continue
            salient = Salient(source, one.span, 1.0, stems)
            worth = _worth(salient, met, context)
            made.append((worth, -len(made), salient))
    made.sort(key=lambda row: row[:2], reverse=True)
    top = made[0][0] if made else 0.0
    if top < _ENOUGH:
        return ()
    return tuple(one for worth, _, one in made if worth >= max(_ENOUGH, top - 2.5))[:MOST]


def _worth(one: Salient, met: list[_Topic], context: Context) -> float:
    """How well a sentence tells whether the medicine goes on; a limit in figures that is met tells it best."""
    text, kind, patient = one.span.quote, part(one.span), context.question.patient
    ends = halting.ends(text)
    within = measured.within(text, patient.values)
    if kind in ("use", "interaction") or within is False or _BESIDE.search(text):
        return 0.0  # what it is for, and what others bring
    if not ends and (
        halting.OF_STARTING.search(text) or _TOO_MUCH.search(text) or other_takers.with_another(text, context)
    ):
        return 0.0  # whom it is not begun in, what too much does, and what holds beside another medicine
    bounded = patient.kidney and fitting.bounds(text) is not None and fitting.speaks_of(text, patient)
    named = max(
        3.0 * ends, 2.0 * bool(_BARS.search(text)), 1.5 * bool(_HARMS.search(text)), bool(_WATCHED.search(text))
    )
    beside = 1.0 * (kind == "dose" and not ends) + 1.0 * (kind == "harm")
    ceiling = not ends and _CEILING.search(text) is not None  # what a value is not to reach says not what is done then
    return named + (0.5 if ceiling else 3.0) * bool(within) + 1.5 * bool(bounded) + 0.7 * (len(met) - 1) - beside


def _of_patient(text: str, context: Context, met: list[_Topic]) -> bool:
    """Whether a sentence is not of other people: of mothers, of children, or of other kidneys."""
    patient = context.question.patient
    if not (patient.pregnancy or patient.breastfeeding) and (
        fitting.PREGNANT.search(text) or fitting.FEEDING.search(text)
    ):
        return False
    if not sexes.fits(text, patient) or fitting.of_children_alone(text, patient):
        return False
    if all(topic.test is not None and topic.test.organ for topic in met) and fitting.filtration(patient.kidney):
        return fitting.bounds(text) is None or fitting.speaks_of(text, patient)
    return True


@once
def topics(context: Context) -> tuple[_Topic, ...]:
    """What is told of the patient: what was measured, what is felt, and illnesses that the medicine is not for."""
    question = context.question
    said = f"{question.typed} {' '.join(measured.states(question.patient.values))}"
    found = [_Topic(one, ()) for one in tested.asked(said)]
    own = (c for c in question.concepts if c.role not in (Role.INTERVENTION, Role.COMPARATOR))
    for concept in own:
        seen = any(topic.test is not None and topic.test.asked.search(concept.text) for topic in found)
        if seen or concept.semantic not in ("condition", "symptom", "") or _treated(concept, context):
            continue
        names = tuple(n for name in concept.names if (n := words.stems(name)))
        found.append(_Topic(None, names, concept.label if concept.semantic else ""))
    return tuple(found)


def _treated(concept: Concept, context: Context) -> bool:
    """Whether a label is for an illness: that it is there is no reason to stop."""
    meant = [words.stems(d.text) for _, d in context.directives(DirectiveAction.INDICATED)]
    names = [words.stems(name) for name in concept.names]
    return any(name and name <= said for name in names for said in meant)


def say(draft: Draft, context: Context) -> None:
    """What bars the medicine, with the word that answers; what the label tells of it; that it tells no end."""
    rows, opened = bars(context), len(draft)
    texts = (*(item.text for _, item in rows), *(one.span.quote for one in told(context)))
    two = any(halting.two_ways(text) for text in texts)
    held = {item.drug.lower() for label in context.labels for item in label.directives}
    every = for_patient.treatments(context)
    name = wording.join([one for one in every if one.lower() in held] or list(every))
    for standing, verdict in _VERDICTS:
        own = [row for row in rows if standings.standing_of(row[1], context) is standing][:MOST]
        if own and len(draft) == opened:
            lead = verdicts.turned(verdict, context.halts, two=two)
            directives(draft, own, lead.lead.format(name), lead.plain.format(name))
    guided = () if rows else advised.ends(context)
    for row in guided:
        directives(draft, [row], "Guideline", "Advice to doctors")
    for one in advised.courses(context) if guided else ():
        _tell(draft, one)
    silent = (
        not (rows or guided or told(context))
        and by_value.say(draft, context)
        and draft.statements[-1].kind is Kind.ABSENCE
    )
    spans = [s for one in draft.statements for s in one.supports]
    ends = bool(rows or guided)
    for one in told(context)[: 1 if rows else MOST]:
        ends = ends or _decides(one)
        if not any(meet(span, one.span) for span in spans):
            _tell(draft, one)
    if not (ends or silent):
        draft.add(
            f"no label of {name} that is held says whether it is stopped for this, which does not mean that it is safe "
            "to go on",
            Kind.ABSENCE,
            plain=f"we found no label of {name} that says whether it is stopped for this. This does not mean that "
            "it is safe to go on. Ask your doctor or pharmacist before the next dose",
        )


def _tell(draft: Draft, one: Salient) -> None:
    """One sentence more; a contraindication as such, so that it is told once."""
    never = [
        (one.appraisal, item)
        for item in one.appraisal.directives
        if item.action is DirectiveAction.CONTRAINDICATED and meet(item.span, one.span)
    ]
    directives(draft, never, "Contraindicated", "Must not be used")
    if not never:
        by_part.tell(draft, one)


_VERDICTS: Final = (
    (standings.BARRED, verdicts.NEVER),
    (standings.STOPPED, verdicts.BEYOND),
    (standings.AGAINST, verdicts.AVOID),
)
