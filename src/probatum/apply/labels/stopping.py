"""Stopping: what labels say of ending a treatment, where the question asks how or when that is done."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.effects import leading
from probatum.apply.evidence import arms
from probatum.apply.labels import ended, kin, tapering, told_or_not
from probatum.apply.patient import for_patient
from probatum.apply.quoted.admitting import meet
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Role
from probatum.text import ending, words
from probatum.text.expressions import caseless

MOST: Final = 2
_SLOWLY: Final = caseless(r"\b(?:abrupt\w*|sudden\w*|gradual\w*|taper\w*|slow\w*|small steps|withdrawal)\b")
_LESS: Final = caseless(
    r"\b(?:taper\w*|small steps|withdrawal|wean\w*)\b"
    r"|\b(?:reduc\w+|lower\w*|decreas\w+|less)\b[^.;]{0,40}\b(?:abrupt\w*|sudden\w*|gradual\w*|slow\w*)\b"
    r"|\b(?:gradual\w*|slow\w*)\b[^.;]{0,20}\b(?:reduc\w+|lower\w*|decreas\w+)\b"
)
"""Words of giving less and less; a dose that is raised slowly ends nothing."""
_ENDS: Final = caseless(r"\b(?:stop(?:ped|ping)?|discontinu\w+|withdr[ae]w\w*|withheld|interrupted)\b")
_AFTER: Final = caseless(
    r"\b(?:after|when|on|following|upon|once|if|as soon as)\b[^.;,]{0,50}\b(?:stopp(?:ed|ing)|discontinu\w+"
    r"|withdr[ae]w\w*)"
    r"|\b(?:stopping|stopped|discontinu\w+|withdrawal)\b[^.;]{0,30}\b(?:abrupt|sudden|gradual|slow|step|taper)|\btaper"
)
"""What becomes of a patient with whom it was ended, and how it is."""
_OF_ENDING: Final = caseless(
    r"^\W*(?:\w+ ){0,2}(?:stopping|discontinu(?:ing|ation)|withdrawal)\b[^.;]{0,60}\b(?:rais|increas|cause|lead|follow)"
    r"|\b(?:after|when) [^.;]{0,40}\b(?:stopped|stopping|discontinued) (?:abruptly|suddenly|early)"
)
"""A boxed warning of what comes of an end."""
_ACTIONS: Final = (DirectiveAction.STOP, DirectiveAction.DOSE, DirectiveAction.CAUTION)


def asked(context: Context) -> bool:
    """Whether the question is how or when something that is known as a drug is ended."""
    return context.drug_like and context.ends


def rows(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What labels direct on ending the treatment: how, before on which occasions; those that share most words first."""
    wanted = words.stems(context.question.read) - words.stems(" ".join(context.named))
    boxed = [row for row in _directed(context, DirectiveAction.BOXED_WARNING) if _OF_ENDING.search(row[1].text)]
    found = boxed + [
        row for row in _directed(context, *_ACTIONS) if _LESS.search(row[1].text) or _ENDS.search(row[1].text)
    ]
    if not context.labels:  # why one member is stopped says nothing of the class; how it is ended does
        found = [row for row in found if row in boxed or _SLOWLY.search(row[1].text)]

    own = [one.span for one in ended.told(context)]

    def order(row: tuple[Appraisal, Directive]) -> tuple[bool, bool, int, bool]:
        text = row[1].text
        told_ = not any(meet(row[1].span, span) for span in own)
        if row in boxed:
            return told_, False, -len(wanted) - 1, False
        return told_, _AFTER.search(text) is None, -len(wanted & words.stems(text)), _SLOWLY.search(text) is None

    return sorted(found, key=order)


def _directed(context: Context, *actions: DirectiveAction) -> list[tuple[Appraisal, Directive]]:
    """What labels direct: of a class that has none of its own, those of the members that speak in its place."""
    return [row for one in (context, *kin.held(context)) for row in one.directives(*actions)]


def told(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What labels say of the time after an end, and how it is ended: nothing of what it is ended for."""
    return [row for row in rows(context) if _AFTER.search(row[1].text)]


def how(context: Context) -> str:
    """How a path ends a treatment: at once, or step by step where a label warns against a sudden end."""
    return "stop it step by step" if sudden(context) else "stop"


def sudden(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What labels say against a sudden end."""
    rows_ = _directed(context, *_ACTIONS, DirectiveAction.BOXED_WARNING)
    return [row for row in rows_ if _SUDDENLY.search(row[1].text)]


_SUDDENLY: Final = caseless(
    r"\b(?:stop|discontinu|withdr[ae]w|interrupt|end)\w*\b[^.;]{0,40}\b(?:abrupt|sudden)(?:ly)?\b"
    r"(?! (?:loss|fall|rise|death|onset))"
    r"|\b(?:abrupt|sudden)(?:ly)? (?:stop|discontinu|withdraw|interrupt|cessation|end)\w*"
)
"""A sudden end; a sudden loss of sight is none."""


def asks_way(context: Context) -> bool:
    """Whether it is asked how something is ended or what comes of that, and not for which reason."""
    read = context.question.read
    return ending.asks_how(read) or ending.asks_after(read)


def beside_the_way(text: str, context: Context) -> bool:
    """Whether it is asked how a medicine is stopped and a text tells what it is stopped for, or how many did so."""
    if (
        not asked(context)
        or not (asks_way(context) or tapering.asked(context))
        or context.question.having(Role.POPULATION)
    ):
        return False
    return ended.GRADUAL.search(text) is None and ended.COMES.search(text) is None


def say(draft: Draft, context: Context) -> bool:
    """The first of them, or that no label tells it; False where nothing of the kind is asked."""
    if not asked(context):
        return False
    found, led = rows(context), tapering.say(draft, context)
    if not (found or led) and (context.question.danger or for_patient.barred(context) or for_patient.told(context)):
        return False  # for whom it is ruled out says when it is ended
    if own := len(ended.told(context)):
        found = found[:own]  # what it has to be stopped for says nothing of how it is done
    elif led or asks_way(context):
        found = [row for row in found if _AFTER.search(row[1].text) or _SLOWLY.search(row[1].text)]
    elif ending.asks_leave(context.question.read):
        found = [row for row in found if not _of_harm(row[1].text, context)]
    if not found and (led or weighed(context)):
        return led  # what comes of going without it was told
    names = wording.join(context.named)
    if not found and context.reader.plain and not context.question.danger and just(context):
        draft.add(_NOT_ALONE.format(names), Kind.NAVIGATION)
    lacking = f"no source of the library tells how {names} {wording.now(names)} stopped"
    told_or_not.say(draft, found[:MOST], "Stopping", "When it is stopped", lacking=lacking)
    return True


def just(context: Context) -> bool:
    """Whether somebody asks if a treatment may just end, and tells of no illness in which that is weighed."""
    ill = any(c.semantic in ("condition", "symptom") for c in context.question.concepts)
    return asked(context) and not ill and ending.asks_leave(context.question.read)


_NOT_ALONE: Final = "do not stop {} on your own. Talk to the doctor who gave it first"
_FOR_HARM: Final = caseless(
    r"\b(?:stopped|discontinued|withdrawn|withheld|interrupted)\b[^.;]{0,40}?\b(?:if|when|at|as soon as|in case"
    r"|unless)\b"
    r"|\b(?:can occur|reported|occurs?)\b[^.;]{0,80}[,;][^.;]{0,20}\b(?:stopped|discontinued)\b"
)


def _of_harm(text: str, context: Context) -> bool:
    """Whether a direction has it stopped at a harm of which the question tells nothing: no answer to whether it may
    just end."""
    if not _FOR_HARM.search(text) or _AFTER.search(text) or _SLOWLY.search(text):
        return False
    told_ = words.stems(context.question.read) - words.stems(" ".join(context.named)) - _USUAL
    return not told_ & words.stems(text)


_USUAL: Final = words.stems("i my take taking stop stopped just want can should safe if it when at any one be is")


def for_nothing(context: Context) -> bool:
    """Whether a treatment may end with nothing in its place: just that is asked, and no other treatment is sought."""
    return weighed(context) and _INSTEAD.search(context.question.typed) is None


_INSTEAD: Final = caseless(
    r"\b(?:instead|alternativ\w+|something else|anything else|another|other (?:drug|medicine|option|treatment)s?"
    r"|switch\w*|replac\w+|swap\w*|change (?:it )?to)\b"
)


def weighed(context: Context) -> bool:
    """Whether it is asked if a treatment may end in an illness in which trials set it against going without: they
    answer that, before how it is ended does. What it does beside another treatment says nothing of its end."""
    if asks_way(context) or not (context.groups and asked(context)):
        return False
    first = [item.finding for group in leading(context)[:1] for item in group.items]
    without = any(arms.inactive(side) for finding in first for side in arms.sides(finding))
    return without and any(c.semantic == "condition" for c in context.question.having(Role.POPULATION))
