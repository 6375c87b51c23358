"""Switching: how one medicine is changed for another, where the question asks how; else that no label tells it.

What either does in trials is no answer to that, and a gap or an overlap that nobody wrote down is never made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import changed_by
from probatum.apply.once import once
from probatum.apply.quoted import by_part
from probatum.apply.quoted.salience import Salient
from probatum.apply.together import replacing
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Patient
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
MOST: Final = 2
_VERB: Final = r"(?:switch|chang|convert|swap|transition|cross[- ]?titrat|bridg)(?:e|ed|es|ing|ting|ping)?"
_HOW: Final = caseless(
    rf"\bhow\b[^.?;]{{0,40}}\b{_VERB}\b|\b{_VERB}\b[^.?;]{{3,60}}\bhow\b"
    rf"|\b{_VERB}\b[^.?;]{{3,80}}\bwhen\b[^.?;]{{0,20}}\bstart"
    rf"|\b{_VERB}\b[^.?;]{{3,80}}\b(?:when|wh(?:at|ich) day|how (?:soon|long)|first dose|gap|wash-?out|overlap)\b"
    rf"|\b(?:[\w/-]+) to (?:[\w/-]+) {_VERB}\b[^.?;]{{0,20}}\bhow\b"
    rf"|^\W*(?:\d+\W*[mf]\W*)?{_VERB}\b[^.?;,]{{0,25}}\bfrom\b[^.?;]{{3,40}}"
    r"\b(?:to|onto) (?:[\w/-]+ ?){1,2}(?:,[^?;]*)?\W*$"
    r"|^\W*(?:switch|chang|convert|swapp|transition)ing [\w/-]+ (?:to|onto) (?:[\w/-]+ ?){1,2}(?:,[^?;]*)?\W*$"
    rf"|\b(?:when|how soon|how long)\b[^.?;]{{0,60}}\b(?:after|before|between)\b[^.?;]{{0,30}}\b(?:{_VERB}|stopping)\b"
)
_BARE: Final = caseless(
    r"^\W*(?:switch(?:ing)?|chang(?:e|ing)|convert(?:ing)?|swap(?:ping)?) (?:from )?[\w/-]+ (?:to|onto|for)"
    r" [\w/-]+(?:,[^?;]*)?\W*$"
)
"""A change alone (`switch A to B`): how it is made, where that is told; whether it is worth it, where it is not."""
_TELLS: Final = caseless(
    r"\b(?:switch(?:ed|ing)?|converting|transferred|chang(?:e|ed|ing) (?:\w+ ){0,3}?(?:from|to))\b"
    r"|\bwithin \d+ (?:hours|days) of\b"
)
"""Words of a label on the change from one medicine to another."""


def asked(context: Context) -> bool:
    """Whether it is asked how a medicine that is taken is changed for the one asked about."""
    if not (context.drug_like and replacing.names(context)):
        return False
    read = context.question.read
    if _HOW.search(read) is not None:
        return True
    return _BARE.search(read) is not None and bool(guided(context) or rows(context))


@once
def guided(context: Context) -> tuple[Salient, ...]:
    """What guidelines say of the change."""
    found = (
        one for old in replacing.names(context) for new in context.drugs for one in changed_by.told(old, new, context)
    )
    return tuple({one.span: one for one in found}.values())[: changed_by.MOST]


def say(draft: Draft, context: Context) -> bool:
    """What guidelines and the labels of the two say of such a change, else that none does; False where it is not
    asked."""
    if not asked(context):
        return False
    for one in guided(context):
        by_part.tell(draft, one)
    found = rows(context)[:MOST]
    if found:
        never = [row for row in found if row[1].action is DirectiveAction.CONTRAINDICATED]
        lead = "Changing from one to the other"
        directives(draft, never, f"{lead}, contraindicated", f"{lead}, what must not be done")
        directives(draft, [row for row in found if row not in never], lead, lead)
    if found or guided(context):
        return True
    old, new = wording.join(list(replacing.names(context))), wording.join(list(context.named))
    draft.add(
        f"no label or guideline that is held tells how {old} is changed for {new}: neither how long to wait nor "
        "whether both overlap",
        Kind.NAVIGATION,
        plain=f"nothing that we hold tells how to change from {old} to {new}. Do not do it on your own. Ask the "
        "prescriber or a pharmacist on which day one ends and the other begins",
    )
    return True


@once
def rows(context: Context) -> tuple[Row, ...]:
    """What the labels of the two say of the change, each direction once."""
    return tuple({row[1].span: row for row in _rows(context)}.values())


def _rows(context: Context) -> Iterator[Row]:
    """Directions on a change in the labels of either that name the other, or its class; none of the way back."""
    for old in replacing.names(context):
        for new in context.drugs:
            own = ((label, old) for label in context.labels)
            for label, other in (*own, *((label, new) for label in as_if.labels(old, context))):
                for item in label.directives:
                    named = _TELLS.search(item.text) and _names(item.text, other, context.question.patient)
                    if named and leads(item.text, old, new, context.question.patient):
                        yield label, item


def leads(text: str, old: str, new: str, patient: Patient) -> bool:
    """Whether a direction is not of another change than that from the old one to the new."""
    way = _WAY.search(text)
    if any(_names(but["what"], old, patient) for but in _BUT.finditer(text)):
        return False  # `from another anticoagulant (not warfarin)`
    return way is None or (_names(way["old"], old, patient) and _names(way["new"], new, patient))


def _names(text: str, drug: str, patient: Patient) -> bool:
    """Whether words name a medicine or its class."""
    return bool(fitting.takes(text, msgspec.structs.replace(patient, drugs=(drug,), allergies=())))


_BUT: Final = caseless(r"\((?:not|other than|except(?: for)?) (?P<what>[^)]{3,40})\)")
_WAY: Final = caseless(r"\bfrom (?!or\b)(?P<old>[^,;.]{2,60}?) to (?!or\b)(?P<new>[^,;.]{2,60})")
"""From which to which a direction tells."""
