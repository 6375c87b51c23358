"""Own sentence: a sentence of a source put behind others of a section: a direction of a label as one, else quoted, said
whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply.drafting import Draft, directives, quote, source_name
from probatum.apply.plainly.retelling import retold
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted.passages import Passage, verb_of
from probatum.apply.quoted.salience import Salient
from probatum.model import Directive, DirectiveAction, Kind, RecordKind, Statement
from probatum.text.expressions import caseless

_LEADS: Final = {
    DirectiveAction.CONTRAINDICATED: ("Contraindicated", "Must not be used"),
    DirectiveAction.NOT_RECOMMENDED: ("Not recommended", "Not recommended"),
    DirectiveAction.BOXED_WARNING: ("Boxed warning", "Boxed warning, the strongest kind"),
    DirectiveAction.INTERACTION: ("Interactions", "With other medicines"),
    DirectiveAction.DOSE: ("Dose", "Dose"),
    DirectiveAction.CAUTION: ("Caution", "Needs care"),
    DirectiveAction.MONITOR: ("To be monitored", "Checks"),
    DirectiveAction.SPECIAL_POPULATION: ("Special populations", "For some people"),
}
_GIVES: Final = caseless(r"\b(?:is|are) (?:added|given|started|begun|repeated)\b")
"""What is to be given is no caution, however grave the illness in which it is."""


def quoted(before: Sequence[Statement], section: str, title: str, one: Salient) -> tuple[Statement, ...]:
    """A sentence behind others of a section: a direction of a label as one, else quoted, said whose it is."""
    draft = Draft(section, title)
    draft.put(before)
    appraisal, span = one.appraisal, one.span
    if (item := _directive(one)) is not None:
        directives(draft, ((appraisal, item),), *_LEADS[item.action])
    elif appraisal.record.kind in (RecordKind.LABEL, RecordKind.GUIDELINE):
        said = " ".join(span.quote.split())
        named = source_name(appraisal)
        easy = f"{named}: {retold(said)}"
        draft.add(f"{named}: “{said}”", Kind.QUOTED, (span,), plain=easy, directness=appraisal.directness.note)
    else:
        last = before[-1] if before else None
        again = last is not None and bool(last.supports) and last.supports[0].record == span.record
        quote(draft, appraisal, span, verb_of(Passage(appraisal, span, one.worth)), again=again)
    return draft.statements[len(before) :]


def _directive(one: Salient) -> Directive | None:
    """The direction that a sentence is, where the label's reader has read it as one."""
    found = (d for d in one.appraisal.directives if meet(d.span, one.span) and d.action in _LEADS)
    if one.appraisal.record.kind is RecordKind.GUIDELINE and _GIVES.search(one.span.quote):
        found = (d for d in found if d.action is not DirectiveAction.CAUTION)
    return next((d for d in found if len(d.span.quote) >= 0.7 * len(one.span.quote)), None)
