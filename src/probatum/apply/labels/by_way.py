"""By way: the doses of a label by the way of giving that the question names, and that none is held where none is.

What is swallowed is no dose for a vein: a label of capsules answers nobody who asks how fast an injection is given.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind
from probatum.text import doses, routes
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
_APART: Final = ("vein", "muscle", "skin", "mouth", "spine")
"""Ways of which the dose of one is none of another."""
_RATE: Final = caseless(r"\b(?:how (?:fast|quick\w*|slow\w*|long)|rate|infus\w+|loading|dos(?:e|es|ing|age))\b")


def kept(rows: list[Row], context: Context) -> list[Row]:
    """The doses without those by another way than the one asked about."""
    way = routes.asked(context.question)
    if way not in _APART:
        return rows
    known = {label.record.id for label in context.labels if way in _ways(label)}
    return [row for row in rows if row[0].record.id in known and _by(row[1].text, way)]


def advised(rows: list[Row], context: Context) -> list[Row]:
    """The doses that guidelines recommend without those that they tell by another way alone."""
    way = routes.asked(context.question)
    return rows if way not in _APART else [row for row in rows if _by(row[1].text, way)]


def another(text: str, context: Context) -> bool:
    """Whether a sentence tells amounts by other ways alone, where the dose by one way is asked."""
    way = routes.asked(context.question)
    asks = context.question.intent is Intent.DOSING or _RATE.search(context.question.read) is not None
    return way in _APART and asks and bool(doses.read(text)) and not _by(text, way)


def elsewhere(text: str, context: Context) -> bool:
    """Whether advice names other ways alone than the one that is asked about: iron by mouth, of intravenous iron."""
    way = routes.asked(context.question)
    return way in _APART and not _by(text, way)


def _by(text: str, way: str) -> bool:
    told = {one for one, *_ in routes.ways(text)}
    return not told or way in told


def _ways(label: Appraisal) -> set[str]:
    """The ways that a label gives doses by or names in its title; `injection` is into a vein or a muscle."""
    given = (d.text for d in label.directives if d.action in (DirectiveAction.DOSE, DirectiveAction.INDICATED))
    told = {one for text in (label.record.title, *given) for one, *_ in routes.ways(text)}
    return told | ({"vein", "muscle"} if _NEEDLE.search(label.record.title) else set())


_NEEDLE: Final = caseless(r"\b(?:inject|infus)\w*")


def silent(context: Context) -> str:
    """That no label held gives the medicine by that way, where its dose or rate is asked; empty elsewhere."""
    way = routes.asked(context.question)
    asks = context.question.intent is Intent.DOSING or _RATE.search(context.question.read) is not None
    if way not in _APART or not asks or not context.labels or context.question.danger or context.combined:
        return ""
    if any(way in _ways(label) for label in context.labels) or any(_names(a, way) for a in context.answering):
        return ""
    if any(_names(guideline, way, context) for guideline in context.guidelines):
        return ""
    return f"no label or guideline that is held gives a dose of {wording.join(context.named)} {routes.NAMES[way]}"


def _names(source: Appraisal, way: str, context: Context | None = None) -> bool:
    """Whether a source tells of that way; of a guideline where it has a dose of the medicine, not of an antidote."""
    texts = [section.text for section in source.record.evidence_sections]
    if context is not None:
        own = (d.text for d in source.directives if context.names_intervention(_TOO_MUCH.sub(" ", d.text)))
        texts = [text for text in own if doses.read(text)]
    return any(one == way for text in texts for one, *_ in routes.ways(text))


_TOO_MUCH: Final = caseless(r"[\w-]+ (?:overdos\w+|poisoning|toxicity|level)\b")


def lead(draft: Draft, context: Context) -> None:
    """That in front of the short answer."""
    if said := silent(context):
        made = Draft(draft.id, "")
        text = f"{said}; the dose by another way is none for this one"
        made.add(text, Kind.ABSENCE, plain=f"{said}. A dose by another way is not one for this. Ask a pharmacist")
        draft.open_with(made.statements)
