"""Safety: regulatory status, off-label use, boxed warnings, contraindications, cautions, interactions."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directive, directives, source_name
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Section

_LEADS: Final[tuple[tuple[DirectiveAction, str, str, int], ...]] = (
    (DirectiveAction.BOXED_WARNING, "Boxed warning", "Strongest kind of safety warning (boxed warning)", 6),
    (DirectiveAction.CONTRAINDICATED, "Contraindicated", "Must not be used (contraindicated)", 12),
    (DirectiveAction.CAUTION, "Caution", "Needs care", 8),
    (DirectiveAction.INTERACTION, "Interactions", "Other medicines and habits that matter (interactions)", 14),
    (DirectiveAction.SPECIAL_POPULATION, "Special populations", "Pregnancy, breast-feeding, children and others", 4),
)
"""Action, lead, plain lead and the most that is shown of it (boxed warnings and contraindications first)."""


_ENZYME: Final = re.compile(r"\bCYP\d[A-Z]\d{1,2}\b")


def compose(context: Context) -> Section:
    """From label records only; without one it says that the library holds no label."""
    draft = Draft("safety", "Safety")
    if not context.drug_like:
        return draft.section(
            f"{context.searched}: no drug that the vocabulary knows is asked about, so no label was found."
        )
    _status(draft, context)
    for action, lead, plain, most in _LEADS:
        directives(draft, context.directives(action)[:most], lead, plain)
    _elsewhere(draft, context)
    _shared_enzymes(draft, context)
    names = wording.join(context.drugs)
    return draft.section(f"{context.searched} for labels of {names}: no label in the library.")


def _status(draft: Draft, context: Context) -> None:
    """What each country's label is for, and that this use is off-label where it is not named."""
    done: set[str] = set()
    rows = context.directives(DirectiveAction.INDICATED) or context.directives(DirectiveAction.STATUS)
    for appraisal, item in sorted(rows, key=lambda row: not context.indicated_for_this(row[1])):
        if appraisal.record.id in done:
            continue
        done.add(appraisal.record.id)
        where = source_name(appraisal)
        text = f"regulatory status: the {where} is for {_indication(item)}"
        if context.use and not context.indicated_for_this(item):
            text += f"; {context.use} is not among its indications, so this use is off-label"
        easy = text.replace("regulatory status", "approval").replace(
            "this use is off-label", "it is not approved for this"
        )
        draft.add(text, Kind.DIRECTIVE, (item.span,), plain=easy)


def _indication(item: Directive) -> str:
    """The indication without the words that introduce it."""
    text = item.text.rstrip(". ")
    lowered = text.lower()
    for lead in (
        "is indicated for ",
        "indicated for ",
        "is indicated in ",
        "indicated in ",
        "approved for ",
        "licensed for ",
    ):
        if lead in lowered:
            return wording.lower(text[lowered.index(lead) + len(lead) :])
    return wording.lower(text)


def _elsewhere(draft: Draft, context: Context) -> None:
    """What labels of other drugs say about this one."""
    for appraisal in context.other_labels:
        for item in appraisal.directives:
            if item.action is DirectiveAction.INTERACTION and _mentions(item, appraisal, context):
                directive(draft, appraisal, item, f"Interaction ({item.drug or appraisal.record.title})")


def _shared_enzymes(draft: Draft, context: Context) -> None:
    """Usual drugs of the population that depend on the same enzyme as the drug asked about, from both labels' words."""
    own = {e: d for _, d in context.directives(DirectiveAction.INTERACTION) for e in _ENZYME.findall(d.span.quote)}
    for appraisal in context.other_labels:
        usual = any(
            d.action is DirectiveAction.INDICATED and context.indicated_for_this(d) for d in appraisal.directives
        )
        for item in appraisal.directives:
            shared = [e for e in _ENZYME.findall(item.span.quote) if e in own]
            if usual and shared and item.action is DirectiveAction.INTERACTION:
                pair = f"{item.drug or appraisal.record.title} and {context.drugs[0]}"
                lead = f"Interaction ({pair}: both labels name {shared[0]})"
                text = f"{lead}: {wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
                draft.add(text, Kind.DIRECTIVE, (item.span, own[shared[0]].span))
                break


def _mentions(item: Directive, appraisal: Appraisal, context: Context) -> bool:
    text = f"{item.text} {item.other}".lower()
    return any(drug in text for drug in context.drugs)
