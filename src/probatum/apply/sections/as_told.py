"""As told: the path that is composed of what the answer tells already, where no other path was found.

Advice of a guideline comes first, then what was found, each with whom it leads to, then what rules it out. Every step
is a statement of the answer with its own supports, and so as sure as that; who reads it is told what to do with it and
where to turn when it cannot be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from probatum.apply import selection, wording
from probatum.apply.choices import approved, options, rivals
from probatum.apply.context import Context
from probatum.apply.drafting import NEAREST, Draft
from probatum.apply.effects import effect_of, leading, worse_off
from probatum.apply.evidence import borderline, given, tried
from probatum.apply.numbering import Steps
from probatum.apply.quoted import answering, lead_passage, passages
from probatum.apply.sections import between, excluding, halts, reviewing, taken_beside
from probatum.apply.sections.algorithm import NO_PATH
from probatum.apply.sections.excluding import Row
from probatum.model import Appraisal, DirectiveAction, Intent, Kind, RecordKind, Section, Statement
from probatum.text import aspects, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

MOST_ADVICE: Final = 2
_WAITS_NOT: Final = caseless(
    r"\b(?:sep(?:sis|tic)|shock|ketoacidosis|anaphyla\w+|status epilepticus|cardiac arrest|adrenal crisis"
    r"|resuscitat\w+)\b"
)
"""What cannot wait for a specialist to say which of two is better."""
MOST_FOUND: Final = 2
_NO_PATH: Final = (Intent.MECHANISM, Intent.PROGNOSIS, Intent.DIAGNOSIS, Intent.INTERACTION)
_ASIDE: Final = caseless(r"(?:this is of \w+|the doses?|studied|label doses?|doses?)\b")
_FOUND: Final = (Kind.FINDING, Kind.QUOTED, Kind.POOLED, Kind.CALCULATED)
_BARS: Final = (DirectiveAction.CONTRAINDICATED,)


def filled(body: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections, with such a path where the algorithm has none; as they are in danger, and where nothing is to be
    chosen."""
    question = context.question
    if question.danger or question.intent in _NO_PATH or context.combined or approved.asked(question):
        return tuple(body)
    if not (answering.wants_advice(context) or chooses(context)):
        none = {"algorithm": NO_PATH}
        return tuple(
            msgspec.structs.replace(one, statements=(), empty=none[one.id]) if one.id in none and thin(one) else one
            for one in body
        )
    return tuple(_filled(one, body, context) if one.id == "algorithm" and thin(one) else one for one in body)


_NO_END: Final = (
    "Not told here: no source that was found says whether it is stopped or goes on; ask the prescriber now."
)
"""What takes the place of a path where the end of a medicine is asked for: what a study found of giving it is none."""
_DONE: Final = ("treatment", "prevention", "living with it")
"""Sides of an illness that tell what is done for it."""


def chooses(context: Context) -> bool:
    """Whether something is to be chosen: what a thing is, how it comes about, or whether it is there at all leads to no
    step, however much a source says of it."""
    question = context.question
    if context.treatable and not passages.is_told(question, treatable=True):
        return True
    aspect = aspects.asked(question.read)
    open_one = selection.is_open(question) or lead_passage.unknown(question)
    if not (context.treatable or selection.is_open(question)) and _BRINGS_ON.search(question.read):
        return False  # what brings on an illness is nothing to be given
    return aspect in _DONE or (not aspect and (open_one or bool(context.drugs)))


_BRINGS_ON: Final = caseless(
    r"\b(?:causes?|caused by|risks?|lead(?:s|ing)? to|linked|associat\w+|(?:raise|increase|trigger|worsen|bring)s?)\b"
)


def thin(section: Section) -> bool:
    """Whether a path has no step that rests on a source and gives no branch to take."""
    steps = [one for one in section.statements if one.id[-1].isdigit()]
    return len(steps) == len(section.statements) < 2 and not any(one.kind.asserts for one in steps)


def _filled(section: Section, body: Sequence[Section], context: Context) -> Section:
    told = {one.id: one.statements for one in body}
    own = context.reader.plain
    steps = Steps(Draft("algorithm", section.title))
    short = [one for one in told.get("bottom_line", ()) if one.kind.asserts]
    dosed = bool(context.drugs) and context.question.intent is Intent.DOSING
    advised = _advice(short if dosed else (*short, *told.get("alternatives", ())), context)  # nothing is to be chosen
    if advised:
        _advised(steps, advised, context)
    found = [one for one in short if one.kind in _FOUND and not _ASIDE.match(one.text)]
    found = [one for one in found if any(span.source.kind is not RecordKind.LABEL for span in one.supports)]
    found = [one for one in found if not set(one.supports) <= set(excluding.spans(advised))]
    found = [one for one in found if not one.text.lower().startswith(NEAREST)][:MOST_FOUND]
    _chosen(steps, found, context)
    rows = _bars(short, context)
    if rows and found:  # of what advice names its own label tells
        limits = excluding.said(excluding.present(rows))
        lead = "Tell the doctor or pharmacist if any of this is so" if own else "Before it is given, rule out"
        steps.step(f"{lead}: {limits}", Kind.DIRECTIVE, excluding.spans(rows))
    if context.treatable and steps.number and not own:
        reviewing.review(steps, context)
    if not advised and not found:
        return section
    if not advised and (context.ends or context.halts):
        return msgspec.structs.replace(section, statements=(), empty=_NO_END)
    if not advised and not chooses(context):
        return msgspec.structs.replace(section, statements=(), empty=NO_PATH)
    steps.close()
    made = steps.draft.section(section.empty)
    return msgspec.structs.replace(made, statements=tuple(_shown(one) for one in made.statements)) if own else made


def _shown(statement: Statement) -> Statement:
    """A step that those see who take a treatment or care for somebody."""
    return msgspec.structs.replace(statement, level=0)


def _advised(steps: Steps, advised: Sequence[Row], context: Context) -> None:
    """What a guideline advises, and what of it this patient cannot have or has to mind."""
    own = context.reader.plain
    lead = "First choice by the guideline" if _CHOICE.search(advised[0][1].text) else "By the guideline"
    lead = "Ask the doctor about this advice" if own else lead
    steps.step(f"{lead}: {excluding.said(advised)}", Kind.DIRECTIVE, excluding.spans(advised))
    rows = _for_patient(advised, context)
    if rows:
        said = excluding.said(excluding.of_somebody(rows))
        lead = "Show the doctor or pharmacist this as well" if own else "Of these mind for this patient"
        steps.step(f"{lead}: {said}", Kind.DIRECTIVE, excluding.spans(rows))
    if rows and not own:
        steps.branch("a", "One of them is left: give it as its own label says; go on")
        steps.branch("b", "None is left: ask a specialist")


_CHOICE: Final = caseless(r"\bfirst\b")


def _chosen(steps: Steps, found: Sequence[Statement], context: Context) -> None:
    """What was found, as the ground of a choice; behind the last of it where each answer leads."""
    others = bool(found) and _of_others(found[0], context)
    lead = "Known only indirectly" if others else "Choose by what was found"
    lead = "Ask the doctor about this" if context.reader.plain else lead
    short = not context.reader.plain  # whoever reads a plain page has its steps retold in few words
    if short and found and not others and _is_long(found[0]):
        steps.step(f"{lead}, as the short answer quotes it", Kind.NAVIGATION)
    for statement in found:
        if not (short and _is_long(statement)) or (others and statement is found[0]):
            _told(steps, "Mind as well" if statement is not found[0] else lead, statement)
    if not found or context.reader.plain:
        return
    pair, other = between.pair(context), halts.elsewhere(context)
    names = [name for one in found if (name := _treated(one, context))]
    if pair is not None:
        steps.branch("a", f"{wording.upper(pair.better)} can be had, and the patient wants it: choose it; go on")
        steps.branch("b", f"Not so: weigh {pair.other}")
    elif any(worse_off(g, e, context) for g in leading(context) if (e := effect_of(g, context)) is not None) or any(
        _AGAINST.search(one.text) or borderline.REACHES in one.text for one in found
    ):
        steps.branch("a", f"Nothing else calls for it: do not start it on this evidence; {other}")
        steps.branch("b", "It is taken already, or has another use: ask the prescriber about that use")
    elif all(_IN_VAIN.search(one.text) for one in found[:1]):
        steps.branch("a", f"Something is wanted all the same: {other}")
        steps.branch("b", "Nothing more is wanted: leave it at that; stop here")
    elif others and _WAITS_NOT.search(context.question.read):
        steps.branch("a", "It is thought to hold here as well: choose so, without delay; go on")
        steps.branch("b", "It is not, or nobody can say: hold up nothing that is needed now; give what is at hand")
    elif others:
        steps.branch("a", "It is thought to hold here as well: ask a specialist before anything is given; go on")
        steps.branch("b", f"It is not: do not act on it; {other}")
    elif _of_risk(found[0], context):
        steps.branch(
            "a", "It is needed, or taken already: weigh this against what it is for with the prescriber; go on"
        )
        steps.branch("b", "It is not needed: do not start it; stop here")
    else:
        if context.drugs:
            names = []
        further = [name for name in names if not words.stems(name) & words.stems(names[0])]
        if further and other.startswith(("ask ", "refer ")):
            other = f"weigh {further[0]}"
        what = wording.upper(names[0]) if names else "It"
        steps.branch("a", f"{what} can be had, and the patient wants it: do as was done there; go on")
        steps.branch("b", f"It cannot, or it was tried without success: {other}")


def _is_long(statement: Statement) -> bool:
    """Whether a quotation is too long to be said twice."""
    return statement.kind is Kind.QUOTED and len(statement.text.split()) > LONGEST


LONGEST: Final = 24
"""Words of a quotation that a step repeats."""


def _of_others(statement: Statement, context: Context) -> bool:
    """Whether what leads is of other people, another illness or another aim than was asked about: nobody is to do as
    was done there."""
    if statement.directness or "(indirect: " in statement.text:
        return True
    records = {span.record for span in statement.supports}
    return any(a.record.id in records and a.directness.note for a in context.answering)


def _of_risk(statement: Statement, context: Context) -> bool:
    """Whether what leads is what goes wrong with something, where just that is asked: it is no ground to give it."""
    question = context.question
    asked = question.intent in (Intent.HARM, Intent.PROGNOSIS) or bool(question.patient.pregnancy)
    return asked and _RISKS.search(statement.text) is not None


_RISKS: Final = caseless(
    r"\bassociat\w+\b[^.;]{0,120}\brisks?\b|\b(?:increas|rais|higher|greater|elevat)\w*\b[^.;]{0,30}\b(?:risks?|odds|incidence)\b"
)
_IN_VAIN: Final = caseless(
    r"\bno (?:\w+ )?(?:effect|difference|benefit|efficacy)\b|\bdid not (?!differ)\b|\bineffective\b"
    r"|\b(?:was|were) not effective\b"
    r"|\bneither\b[^.;]{2,80}\bnor\b[^.;]{2,60}\b(?:demonstrat|show|improv|reduc|effect|efficac)\w*|\bfailed to\b"
)


_AGAINST: Final = caseless(r"\bmore (?:risk|harm)s? than (?:benefit|good)|\boutweigh\w* (?:the |any )?benefit")
"""A conclusion against what was tried."""


def _told(steps: Steps, lead: str, statement: Statement) -> None:
    """A step that is a statement of the answer, with all that it rests on."""
    steps.number += 1
    said = f"{lead}: {wording.lower(statement.text)}"
    easy = f"{lead}: {wording.lower(statement.plain)}" if statement.plain else ""
    made = msgspec.structs.replace(statement, id=f"algorithm.{steps.number}", text=said, plain=easy, level=1, layer=0)
    steps.draft.put([*steps.draft.statements, made])


def _treated(statement: Statement, context: Context) -> str:
    """The treatment that did better in the study on which a statement rests, as that tells it; empty where it has no
    name."""
    if (found := _BETTER.search(statement.text)) is not None:
        return found["what"]
    records = {span.record for span in statement.supports}
    for appraisal in context.answering:
        if appraisal.record.id in records:
            return tried.better(appraisal.findings) or given.treatment(appraisal)
    return ""


_BETTER: Final = caseless(r"\bmore (?:frequent|often|effective)(?: with)? (?P<what>[a-z][\w -]{2,40}?) than (?:with )?")


def _for_patient(advised: Sequence[Row], context: Context) -> list[Row]:
    """What labels say to this patient of what a guideline names: what rules one out, else what is minded with it."""
    names = [name for _, item in advised for name in options.named(item)]
    each = [m for name in names for m in (name, *members(name))][:MOST_MEMBERS]
    out = [row for name in each if (row := rivals.barred(name, context)) is not None]
    minded = [row for name in each for row in rivals.told(name, context)]
    own = {row[1].span: row for row in (*out, *minded) if len(row[1].text.split()) <= taken_beside.SHORT}
    return list(own.values())[:MOST_MINDED]


MOST_MEMBERS: Final = 30
MOST_MINDED: Final = 3


def _advice(statements: Iterable[Statement], context: Context) -> list[Row]:
    """The recommendations for something that statements rest on, as directions with their sources."""
    held = {span for one in statements if one.kind is Kind.DIRECTIVE for span in one.supports}
    rows = [
        (a, d)
        for a in _sources(context)
        if a.record.kind is RecordKind.GUIDELINE
        for d in a.directives
        if d.action is DirectiveAction.RECOMMENDED and d.span in held
    ]
    return rows[:MOST_ADVICE]


def _bars(statements: Iterable[Statement], context: Context) -> list[Row]:
    held = {span for one in statements if one.kind is Kind.DIRECTIVE for span in one.supports}
    rows = [(a, d) for a in _sources(context) for d in a.directives if d.action in _BARS and d.span in held]
    return rows[: excluding.MOST_NAMED]


def _sources(context: Context) -> tuple[Appraisal, ...]:
    return tuple({a.record.id: a for a in (*context.appraisals, *context.further)}.values())
