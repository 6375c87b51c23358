"""Standing first: the short answer led by the study that was asked about, where something else would lead it.

What other composers tell stays where it says as much: an effect with its size of that very study, or of several. A
sentence of another study, one of the same that tells less, and that nothing was found make way.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.apply.evidence import likeness
from probatum.apply.quoted import quoting, standing_out
from probatum.apply.quoted.passages import Passage, verb_of
from probatum.apply.quoted.standing_out import Found
from probatum.apply.selection import is_open
from probatum.model import Kind, RecordKind, Section, Statement
from probatum.text import outcome_asked, words

SIZED: Final = 1.0
"""What the best sentence must be worth beyond that where an effect with its size and certainty leads."""
SIZED_SO: Final = 4.0
"""The same of an effect on the outcome that is asked about, and where none is named."""
WORDS: Final = 110
"""Words of the short answer up to which what it told before is kept."""
_STUDIES: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.BOOK, RecordKind.REGISTRY_ENTRY)


def led(section: Section, context: Context) -> Section:
    """The short answer with the study that was asked about before everything else, where that tells more."""
    one = standing_out.found(context)
    if one is None or not _is_of_studies(section):
        return section
    told = [s for s in section.statements if s.kind.asserts and s.supports and s.kind is not Kind.ABSENCE]
    if told and (is_open(context.question) or not _tells_more(told[0], context)):
        return section
    draft = Draft(section.id, section.title)
    draft.put([s for s in section.statements if s.kind is Kind.NAVIGATION])
    _say(draft, one, context)
    if context.combined:  # that no label tells of them together stays: it does not mean that they are safe
        draft.put([*draft.statements, *(s for s in section.statements if s.kind is Kind.ABSENCE)])
    _keep(draft, one, told)
    made = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(draft.statements, 1))
    return msgspec.structs.replace(section, statements=tuple(made), empty="")


def _is_of_studies(section: Section) -> bool:
    """Whether what a section tells rests on studies alone."""
    spans = [span for s in section.statements for span in s.supports]
    directed = any(s.kind is Kind.DIRECTIVE for s in section.statements)
    return not directed and all(span.source.kind not in _STUDIES for span in spans)


def _tells_more(lead: Statement, context: Context) -> bool:
    """Whether the study tells more than the statement that leads."""
    records = {span.record for span in lead.supports}
    if len(records) > 1:
        return False  # several studies together say more than one
    sized = 0.0
    if lead.kind in (Kind.FINDING, Kind.POOLED, Kind.CALCULATED):
        # An effect with its size on the very outcome says more than any sentence; one on another outcome less.
        sized = SIZED if _of_another(lead, context) else SIZED_SO
    # What an effect is told from stands first among its supports; the others tell of its study and its certainty.
    told = lead.supports[:1] if sized else lead.supports
    return standing_out.outdoes(context, records.pop(), told, sized)


def _of_another(lead: Statement, context: Context) -> bool:
    """Whether it is asked of an outcome by its name, and what leads does not name most of that."""
    asked = words.stems(outcome_asked.read(context.question.read)) - likeness.GENERIC
    return bool(asked) and 2 * len(asked & words.stems(lead.text)) < len(asked)


def _say(draft: Draft, one: Found, context: Context) -> None:
    """The sentence that tells, how sure it is, and the figures that it rests on."""
    span = one.told[0].span
    quote(draft, one.appraisal, span, verb_of(Passage(one.appraisal, span, 0.0)))
    if (given := quoting.graded(context, one.appraisal, span)) is not None and context.treatable:
        quoting.rated(draft, given, one.appraisal, span)
    quoting.difference(draft, one.appraisal, span)
    if (figured := standing_out.figures(one, span)) is not None:
        quote(draft, one.appraisal, figured, again=True)


def _keep(draft: Draft, one: Found, told: list[Statement]) -> None:
    """What was told before of the same study as an effect with its size, while there is room."""
    own = one.appraisal.record.id
    for s in told:
        of_it = s.kind is Kind.FINDING and {span.record for span in s.supports} == {own}
        worths = [w for span in s.supports if (w := one.worth(span)) is not None]
        fits = draft.words + len(s.text.split()) <= WORDS and max(worths, default=standing_out.ELSEWHERE) > 0
        if of_it and fits and not s.text.startswith("This is of"):
            draft.put([*draft.statements, s])
