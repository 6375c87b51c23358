"""Part: a further question of the same text, answered in a section of its own after the bottom line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence.by_share import SHARE
from probatum.apply.patient import for_patient
from probatum.apply.quoted import by_part, matters
from probatum.apply.sections import bottom_line, dosing
from probatum.model import Intent, Kind, Question, Section, Statement
from probatum.text.expressions import caseless

RATED: Final = "This is of "
"""How a grade begins that is given to the sentence before it."""

SECTION: Final = "part_"
"""How the names of these sections begin."""
ALSO: Final = "Also asked: "
"""How their titles begin."""


class Asked(NamedTuple):
    """A further question of the same text: its own words, how it was read, and whether it leans on the first."""

    clause: str
    question: Question
    aside: bool


def asked(context: Context, one: Asked) -> Context:
    """The context of a further question, with its own words."""
    return msgspec.structs.replace(context, clause=one.clause, aside=one.aside)


def compose(context: Context, number: int, before: Sequence[Section], whole: Context) -> Section:
    """The bottom line of the further question, under its own words; for a dose those of the dosing section besides.

    What sections before it say is not said again. Where the sources of it or of the `whole` text have the sentence that
    tells just this part, that is the answer, and what a rewritten question would bring is left aside.
    """
    title = f"{ALSO}{wording.upper(context.question.read.strip())}"
    earlier = [one for section in before for one in section.statements]
    if (own := _told(context, number, whole, earlier)) is not None:
        return own
    draft = Draft(f"{SECTION}{number}", title)
    first = bottom_line.compose(context)
    sections = [first, dosing.compose(context)] if context.question.intent is Intent.DOSING else [first]
    told: set[object] = set()
    said = {one.text for one in earlier}
    directed = {span for one in earlier if one.kind is Kind.DIRECTIVE for span in one.supports}
    directed = set() if context.question.intent is Intent.DOSING else directed
    skipped = False
    again: list[Statement] = []
    for section in sections:
        for one in section.statements:
            if one.kind is Kind.DIRECTIVE and one.supports and set(one.supports) <= directed and one.text not in said:
                again.append(one)
                skipped = True
                continue
            if one.layer or one.text in said or (one.supports and set(one.supports) <= told):
                skipped = True
                continue
            if skipped and one.text.startswith(RATED):
                continue  # a grade of what is not said here
            skipped = False
            told.update(one.supports)
            _add(draft, one)
    if not draft.statements and again:
        _add(draft, again[0])  # told above in other words, and nothing else answers
    if (held := _held(draft, context, number, earlier, whole)) is not None:
        return held
    if _all_told(draft, first):
        draft.add(ABOVE.lower(), Kind.NAVIGATION)
    return draft.section(first.empty or f"{context.searched}: nothing found.")


_BARRED: Final = caseless(
    r"\bis (?:contraindicated|advised against) for this p|^(?:not to be taken|to be avoided) together\b"
)
_OWN: Final = (Intent.DOSING, Intent.HARM, Intent.INTERACTION)
"""Kinds of questions whose composers tell just what is asked, in words of their own."""


def _held(draft: Draft, context: Context, number: int, earlier: Sequence[Statement], whole: Context) -> Section | None:
    """The section of a part that leans on the first question and that nothing composed tells: the sentence that does,
    else that none was found. What a rewritten question brought, sharing a word with the part, is no answer to it."""
    clause = by_part.of_clause(context.clause, whole) if context.clause else None
    if clause is None or clause.doses:
        return None
    if any(_BARRED.search(s.text) for s in draft.statements):
        return None  # that it must not be given here answers whatever else was asked of it
    if any(by_part.tells(s.text, clause, context, whole) for s in draft.statements if s.kind.asserts):
        return None
    title = f"{ALSO}{wording.upper(context.clause.strip())}"
    made = Draft(f"{SECTION}{number}", title)
    one = by_part.best(clause, context, whole) if clause.things else None
    if one is not None:
        by_part.tell(made, one)
        return made.section("")
    if any(by_part.tells(s.text, clause, context, whole) for s in earlier if s.kind.asserts):
        made.add(ABOVE.lower(), Kind.NAVIGATION)
        return made.section("")
    named = clause.new and any(by_part.names(n, s.text) for n in clause.given for s in draft.statements)
    if (context.question.intent in _OWN and not clause.new) or not (context.aside or (clause.new and not named)):
        return None
    if told_in(context.clause, earlier):
        made.add(ABOVE.lower(), Kind.NAVIGATION)
    else:
        made.add(NOTHING, Kind.ABSENCE)
    return made.section("")


NOTHING: Final = "on this no source that was found here says anything"
ABOVE: Final = "What answers this is told above"
_TOLD_BY: Final = (
    (
        caseless(r"\bhow (?:long|many (?:days|weeks|months))\b|\bduration\b"),
        caseless(r"\bfor (?:up to |at least )?\d+(?: to \d+)? (?:days?|weeks?|months?|years?)\b"),
    ),
    (
        caseless(
            r"\b(?:failure|miss(?:ed)?|event|error|recurrence|complication|death) rates?\b|\bhow many (?:are|were)\b"
        ),
        SHARE,
    ),
    (
        caseless(r"\bhow often\b[^?]{0,40}\b(?:check|measur|test|monitor)\w*"),
        caseless(r"\b(?:every|daily|weekly|monthly|often|closely|regularly)\b"),
    ),
    (
        caseless(r"\bhow\b[^?]{0,40}\b(?:raised?|increased?|titrat\w+|stepped up|built up)\b"),
        caseless(r"\b(?:raised|increased)\b[^.;]{0,60}\b(?:by|to|each|every|steps?|after)\b"),
    ),
    (
        caseless(r"\bhow\b[^?]{0,40}\b(?:taper\w*|lowered|reduced|weaned|stepped down|stopped)\b"),
        caseless(
            r"\bthen \d[^.;]*\bthen\b[^.;]*\d|\b(?:reduced|lowered) (?:gradually|by|to)\b|\bless (?:each|every)\b"
        ),
    ),
)
"""What asks for a length, a share, checks or a change of the dose, and what tells one."""


def settled(section: Section, short: Section) -> Section:
    """A part that nothing in it answers, saying that the short answer, as it came to be, tells it; what bars a medicine
    for this patient stays."""
    clause = section.title.removeprefix(ALSO)
    own = any(asks.search(clause) and told.search(s.text) for asks, told in _TOLD_BY for s in section.statements)
    if own or not section.statements or not told_in(clause, short.statements):
        return section
    draft = Draft(section.id, section.title)
    draft.put(tuple(s for s in section.statements if _BARRED.search(s.text)))
    draft.add(ABOVE.lower(), Kind.NAVIGATION)
    return draft.section(section.empty)


def told_in(clause: str, statements: Sequence[Statement]) -> bool:
    """Whether the short answer tells what a clause asks for: whoever asks `and how long?` reads of 5 days there."""
    short = [s for s in statements if s.id.startswith("bottom_line") and s.kind.asserts and not s.directness]
    return any(asks.search(clause) and told.search(s.text) for asks, told in _TOLD_BY for s in short)


def _add(draft: Draft, one: Statement) -> None:
    """A statement of another section, said here."""
    draft.add(
        one.text.rstrip("."),
        one.kind,
        one.supports,
        plain=one.plain.rstrip("."),
        calculation=one.calculation,
        level=one.level,
    )


def _all_told(draft: Draft, first: Section) -> bool:
    """Whether an answer was found, and sections before have told all of it."""
    return not draft.statements and any(s.kind.asserts for s in first.statements)


def _told(context: Context, number: int, whole: Context, earlier: Sequence[Statement]) -> Section | None:
    """The section of a part that one sentence tells; None where none does, or the part is a question by itself."""
    clause = by_part.of_clause(context.clause, whole) if context.clause else None
    if clause is None or not (context.aside or clause.matter or _names_new(clause, whole)):
        return None
    if for_patient.barred(context):
        return None  # what this patient must not have is told as that
    one = by_part.best(clause, context, whole)
    if one is None and not (clause.matter and _unknown_instead(clause, context)):
        return None  # what is composed is held against the part
    draft = Draft(f"{SECTION}{number}", f"{ALSO}{wording.upper(context.clause.strip())}")
    if one is not None:
        by_part.tell(draft, one)
    elif told_in(context.clause, earlier):
        draft.add(ABOVE.lower(), Kind.NAVIGATION)
    else:
        draft.add(NOTHING, Kind.ABSENCE)
    return draft.section("")


def _names_new(part: by_part.Part, whole: Context) -> bool:
    """Whether a part names something given that the first question did not: a sentence that names it answers."""
    return part.new and not part.effects and not any(whole.names_intervention(name) for name in part.given)


def _unknown_instead(part: by_part.Part, context: Context) -> bool:
    """Whether it is asked what may be given instead, and nothing but labels speaks for any treatment."""
    return part.matter is matters.INSTEAD and not any(o.studies or o.advice for o in context.shortlist)


def together(context: Context, beside: Sequence[Context]) -> Context:
    """A context whose records are those of all the questions, for the list of references."""
    known = {a.record.id for a in context.appraisals}
    more = {
        a.record.id: a
        for other in beside
        for a in (*other.further, *other.option_labels, *other.appraisals)
        if a.record.id not in known
    }
    return msgspec.structs.replace(context, appraisals=(*context.appraisals, *more.values())) if more else context
