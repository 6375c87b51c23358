"""Dose words: the words of a sentence that tell a dose, with the drug before them and how long it was given behind."""

from __future__ import annotations

from typing import Final

from probatum.apply import designs, wording
from probatum.apply.context import Context
from probatum.apply.labels import own_dose, starting
from probatum.apply.numbering import Steps
from probatum.model import Kind, Role, Span
from probatum.text import doses, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members


def say(steps: Steps, context: Context, span: Span) -> bool:
    """Those words of a sentence that tell the dose, as a step; False where it has none that stand alone."""
    part = _part(span, context)
    if part is None:
        return False
    appraisal = next(a for a in context.answering if a.record.id == part.record)
    if own_dose.unproven(appraisal) or not own_dose.told(span.quote, context):
        return False  # the dose of another treatment, a result, or what nobody would begin
    if appraisal.directness.note:
        return False  # what others were given, or for something else, is no step here
    named = context.names_intervention(part.quote)
    if named and len(doses.read(part.quote)) > 1 and doses.read(part.quote)[0].start == 0:
        return False  # `24 mg with zorbinol 3 mg`: the first is the dose of something else
    if context.classes and not called_so(part.quote, context) and not _of_the_one_tried(part.quote, context):
        return False  # the dose of one member is none of its class
    drug = "" if named else f"{starting.drug(context)} "
    lead, spans_ = designs.lead(appraisal.study)
    steps.step(f"Dose as in {lead}: {drug}\u201c{part.quote}\u201d", Kind.QUOTED, (part, *spans_))
    return True


def called_so(text: str, context: Context) -> bool:
    """Whether a class is called by the name of the drug that was given: `penicillin`."""
    held = words.stems(text)
    return any(words.stems(c.text) <= held for c in context.question.having(Role.INTERVENTION))


def _of_the_one_tried(text: str, context: Context) -> bool:
    """Whether words name the one member of a class that the studies which answer name at all, where its dose is asked
    for, or the class was to be chosen before another treatment: by its own name its dose is told, and of no other
    member."""
    if not (context.asks_dose or context.question.having(Role.COMPARATOR)):
        return False
    kinds = {m.lower() for name in context.classes for m in members(name)}
    texts = [s.text.lower() for a in context.answering for s in a.record.evidence_sections]
    given = [name for name in kinds if any(wording.stands_in(name, one) for one in texts)]
    return len(given) == 1 and wording.stands_in(given[0], text.lower())


def _part(span: Span, context: Context) -> Span | None:
    """The words of a sentence that tell the dose, with the drug where it stands just before and with how long it was
    given where that stands behind it; None where the sentence is short, or tells several."""
    said = span.quote
    read = doses.read(said)
    if len(said.split()) <= MOST_QUOTED or not read:
        return None
    first, last = read[0].start, read[-1].end
    if len(read) > MOST_DOSES or last - first > LONGEST:
        return None
    before = [m.start() for m in _WORD.finditer(said, 0, first)][-MOST_BEFORE:]
    first = next((at for at in reversed(before) if context.names_intervention(said[at:first])), first)
    behind = _HOW_LONG.match(said, last)
    last = behind.end() if behind else last
    if said[first:last].count("(") > said[first:last].count(")"):
        last, first = (last + 1, first) if said[last : last + 1] == ")" else (last, said.index("(", first) + 1)
    return Span(span.source, span.section, span.start + first, span.start + last)


LONGEST: Final = 160
"""Characters from the first dose to the last."""
MOST_QUOTED: Final = 18
MOST_DOSES: Final = 2
MOST_BEFORE: Final = 4
_WORD: Final = caseless(r"[\w-]{2,40}")
_HOW_LONG: Final = caseless(
    r",? (?:or \w+ )?(?:for|over) (?:\d{1,3}|\w{3,9}) (?:minutes?|hours?|days?|weeks?|months?|years?)"
    r"(?: or for (?:\d{1,3}|\w{3,9}) (?:days?|weeks?|months?|years?))?"
)
