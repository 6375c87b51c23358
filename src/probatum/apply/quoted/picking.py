"""Picking: which salient sentences an article tells, and which of them the short answer lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from probatum.apply.context import Context
from probatum.apply.evidence import harm_order, named_harm
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import stopping, while_ill
from probatum.apply.once import once
from probatum.apply.quoted import off_the_point, salience, standing_out, to_the_point
from probatum.apply.quoted.admitting import admits, harm, leads, meet
from probatum.apply.quoted.answering import relates
from probatum.apply.quoted.passages import is_told
from probatum.apply.quoted.salience import Salient
from probatum.apply.quoted.wanted import Wanted
from probatum.model import Intent, Kind, RecordKind, Section, Span, Statement
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary import wants

MOST: Final = 9
"""Salient sentences that an article tells."""
LEADING: Final = 3
"""Those among them that may stand in the short answer."""
LONGEST: Final = 50
"""Words of a sentence that may."""
LEAST: Final = 0.55
"""Worth from which a sentence is told at all."""
SURE: Final = 0.7
"""Worth from which one takes the place of what was composed."""
INDIRECT: Final = 2
"""How many sentences are told of sources that are on others than were asked about."""
_SHARE: Final = 0.6
"""Share of a sentence's figures that tells it."""
_SAME: Final = 0.6
"""Share of the stems of a sentence without figures that says the same."""
_FIGURE: Final = caseless(r"\d+(?:[.,\u00b7]\d+)*")
NOTHING: Final = caseless(
    r"\bno (?:source that answers this question|included study (?:reports|tells this of)|study of this use was found)\b"
)
"""How it is said that nothing answers at all."""
_SAYS_SO: Final = (Kind.ABSENCE, Kind.DIRECTIVE)
"""What says so: nothing that was found, or a label that does not name the use that is asked about."""


@once
def picks(context: Context) -> tuple[Salient, ...]:
    """The salient sentences that an article should tell, each saying something new."""
    admitted = [one for one in context.salient if one.worth >= LEAST and admits(one, context)]
    if standing_out.found(context) is not None:  # what its abstract says before its results answers nothing
        admitted = [one for one in admitted if not standing_out.tells_nothing(context, one.span)]
        admitted = [one for one in admitted if not standing_out.lacks(context, one.appraisal.record)]
    return tuple(_direct(salience.varied(admitted, MOST, LEAST)))


def _direct(every: Iterable[Salient]) -> Iterator[Salient]:
    """The same with no more than so many that are of other people or another treatment, and these the surest."""
    indirect = 0
    for one in every:
        if one.appraisal.directness.note:
            indirect += 1
            if indirect > INDIRECT or one.worth < SURE:
                continue
        yield one


_HARMS: Final = caseless(
    r"^\W*(?:what (?:are|is) )?(?:the )?(?:harms?|side[- ]effects?|adverse \w+|downsides?) (?:of|with)\b"
)


def lacking(section: Section, context: Context) -> list[Salient]:
    """The most salient sentences that may lead and that the short answer does not tell."""
    first = islice((one for one in picks(context) if leads(one, context) and _wanted(one, context)), LEADING)
    found = [one for one in first if len(one.span.quote.split()) <= LONGEST and not told(one, section.statements)]
    found = [one for one in found if named_harm.on_it(one.span.quote, context)]
    found = [one for one in found if not off_the_point.off(context, one.appraisal, one.span)]
    found = [one for one in found if relates(context, one.appraisal, one.span)]
    found = [one for one in found if _of_the_treatment(one, context) and of_the_thing(one, context)]
    if harm_order.alone(context.question) or _HARMS.search(context.question.read):
        found = [one for one in found if harm(one, context)]  # what it does for the illness is no harm of it
    if felt := named_harm.felt(context):  # what it did for others is no answer to what is felt on it
        quotes = [(one, one.span.quote) for one in found]
        found = [o for o, text in quotes if harm(o, context) or any(named_harm.names(text, c, context) for c in felt)]
    found = [one for one in found if not stopping.beside_the_way(one.span.quote, context)]
    found = [one for one in found if not while_ill.of_no_treatment(one.span.quote, context)]
    weighs = context.question.intent in (Intent.THERAPY, Intent.PREVENTION)
    if weighs and choices(context.question) and not context.answering:
        # What one label says of everybody chooses between nothing.
        found = [one for one in found if one.appraisal.record.kind is not RecordKind.LABEL]
    taken = [drug for drug in context.question.patient.drugs if not (felt and drug.lower() in context.drugs)]
    if (weighs or felt) and not (taken or context.combined):
        # What it does with other medicines is no answer of somebody who is not said to take any.
        found = [one for one in found if salience.part(one.span) != "interaction"]
    nothing = weighs and all(s.kind is Kind.ABSENCE for s in section.statements)
    if nothing or any(s.kind in _SAYS_SO and NOTHING.search(s.text) for s in section.statements):
        # Where nothing answers, what a label says of everybody is no answer either.
        found = [one for one in found if one.appraisal.record.kind is not RecordKind.LABEL]
    return found


def _of_the_treatment(one: Salient, context: Context) -> bool:
    """Whether a study's sentence names the medicine that is weighed or judges an effect: what was only measured in
    those who took it (`the lung's median dose`) tells nothing of it."""
    if one.appraisal.record.kind is not RecordKind.ARTICLE or not (context.treatable and context.drug_like):
        return True
    return context.names_intervention(one.span.quote) or to_the_point.judges(one.span)


def of_the_thing(one: Salient, context: Context) -> bool:
    """Whether a source names what is to be told in words, by the rarest of them: `zorbin` of `what does zorbin do in
    gout`, of which a page on gout tells nothing."""
    if one.appraisal.record.kind is not RecordKind.ARTICLE or not is_told(
        context.question, treatable=context.treatable
    ):
        return True
    wanted = Wanted.of(context.question)
    return bool(wanted.chief & wanted.held(one.stems | words.stems(one.appraisal.record.title)))


def _wanted(one: Salient, context: Context) -> bool:
    """Whether a sentence tells one of the outcomes that are asked for apart, where several things are."""
    asked = wants.wants(context.question)
    return not asked or any(want.stems and want.stems <= one.stems for want in asked)


def told(one: Salient, statements: Sequence[Statement]) -> bool:
    """Whether statements tell a sentence: it is quoted, or most of its figures stand in what rests on it."""
    resting = [s for s in statements if any(meet(span, one.span) for span in s.supports)]
    if any(s.kind is Kind.QUOTED and s.supports[0].start <= one.span.start for s in resting if _own(s, one.span)):
        return True
    figures = set(_FIGURE.findall(one.span.quote))
    said = {figure for s in resting for figure in _FIGURE.findall(s.text)}
    if resting:
        return len(figures & said) >= _SHARE * len(figures)
    # What holds no figure is told where another source's sentence says nearly the same.
    return not figures and any(len(one.stems & words.stems(s.text)) >= _SAME * len(one.stems) for s in statements)


def _own(statement: Statement, span: Span) -> bool:
    first = statement.supports[0]
    return meet(first, span) and first.end >= span.end
