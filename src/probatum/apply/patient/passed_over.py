"""Passed over: of treatments between which is to be chosen the one that harms an unborn child, told first.

Where the patient may become pregnant and the path leaves one of the choices out for what its label says of a child, a
reader who stops at the short answer has to be told so, too.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import starting
from probatum.apply.patient import bars, for_patient, standings
from probatum.apply.sections import excluding
from probatum.model import Kind, Role, Section


def untold(section: Section, context: Context) -> Section:
    """The short answer with what nothing held tells of, in the pregnancy or breast-feeding that is told: of one of two
    something is, and that would pass for both."""
    question = context.question
    own = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    if question.danger or len(own) < 2 or not choices(question):
        return section
    lacking = {c: standings.untold(starting.alone(context, c, own)) for c in own}
    told = [text for text in lacking.values() if text]
    if not told or len(told) == len(own):
        return section
    draft = Draft(section.id, section.title)
    draft.put(section.statements)
    for text in told:
        if not any(text.lower() in s.text.lower() for s in section.statements):
            draft.add(text, Kind.ABSENCE, kept=True)
    return msgspec.structs.replace(section, statements=draft.statements, empty="")


def led(section: Section, context: Context) -> Section:
    """The short answer with that in front, behind an alarm and a result that compares the choices; what it told of the
    same warning gives way to it."""
    question = context.question
    if question.danger or not choices(question):
        return section
    one, passed = starting.narrowed(context)
    rows = [row for row in passed if bars.harms_unborn(row[1])]
    barred = {item.span for _, item in for_patient.barred(context)}
    if not rows or len(rows) < len(passed) or any(item.span in barred for _, item in rows):
        return section  # what rules a choice out altogether is told as such
    names = list(dict.fromkeys(_named(row, context) for row in rows))
    left = wording.lower(starting.drug(one))
    draft = Draft(section.id, section.title)
    who = "" if question.patient.pregnancy else ", of childbearing age,"
    named = starting.named_in(one)
    text = f"for this patient{who} {left} before {wording.join(names)}: {excluding.said(rows)}"
    if not named:  # no source names what is left, so nothing is said of it
        text = f"leave out {wording.join(names)} for this patient: {excluding.said(rows)}"
    spans = (*excluding.spans(rows), *named)
    easy = text.replace("this patient, of childbearing age,", "somebody of childbearing age")
    draft.add(text, Kind.DIRECTIVE, spans, plain=easy, kept=True)
    told = {span for s in draft.statements for span in s.supports}
    leads = [s for s in section.statements if s.kind is Kind.NAVIGATION]
    opens = [s for s in leads if not s.text.startswith(LEFT)]  # which are left is told by what comes before what
    rest = [s for s in section.statements if s not in leads and not (s.supports and set(s.supports) <= told)]
    answered = bool(rest) and rest[0].kind in _COMPARED and not any(s.kind is Kind.ABSENCE for s in rest)
    head, tail = (rest[:1], rest[1:]) if answered else ([], rest)
    made = enumerate((*opens, *head, *draft.statements, *tail), 1)
    numbered = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in made)
    return msgspec.structs.replace(section, statements=tuple(numbered), empty="")


LEFT: Final = "Of the choices asked about"
"""The opening of the line that tells which of several choices no label rules out."""
_COMPARED: Final = (Kind.FINDING, Kind.POOLED)
"""What compares the choices leads, and the warning follows it."""


def _named(row: excluding.Row, context: Context) -> str:
    """The name under which the treatment was asked about, where the label's own is another."""
    asked = (name.lower() for name in context.named)
    return next((name for name in asked if name in row[1].text.lower()), row[1].drug.lower())
