"""Level changed: a medicine whose level in the blood another one changes, and what its own label says of that level.

`B raises serum A` leaves what to do unsaid. How the level of A is measured, which one is desired and by which signs too
much of it is known stand in the label of A, in other places; a level that the question tells is held against the range.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.once import once
from probatum.apply.quoted.salience import sentences_in
from probatum.apply.together import pairs
from probatum.model import Appraisal, Calculation, Directive, DirectiveAction, Kind, Span
from probatum.text import watching
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
_LEVEL: Final = r"(?:(?:serum|plasma|blood) |(?:levels?|concentrations?) of ){name}\b"
_CHANGES: Final = rf"\b(?:rais|increas|lower|reduc|decreas)\w* (?:the )?{_LEVEL}"
_OF_LEVEL: Final = rf"\b{_LEVEL}|\b{{name}} (?:levels?|concentrations?)\b"
_SIGNS: Final = r"\bsigns of {name} toxicity\b"
_MEASURED: Final = caseless(r"\b(?:should|must) be (?:\w+ )?(?:measured|monitored|checked)\b")
_DESIRED: Final = caseless(
    r"\b(?:desirable|desired|target|therapeutic)\b[^.;]{0,60}? (?P<low>\d+(?:\.\d+)?) to (?P<high>\d+(?:\.\d+)?)"
    r" (?P<unit>[a-zA-Z]+/[a-zA-Z]+)"
)


@once
def names(context: Context) -> tuple[str, ...]:
    """The medicines that are put together of which a label says that another of them changes the level."""
    texts = [item.text for _, item in pairs.rows(context)] if context.combined else []
    return tuple(name for name in context.combined if any(_says(_CHANGES, name, text) for text in texts))


def _says(pattern: str, name: str, text: str) -> bool:
    return re.search(pattern.format(name=re.escape(name)), text, re.IGNORECASE) is not None


def checks(context: Context) -> list[Row]:
    """How the level of such a medicine is measured, as its label says it of everybody."""
    found = _own(context, _OF_LEVEL, (DirectiveAction.MONITOR,))
    return [row for row in found if _MEASURED.search(row[1].text)]


def signs(context: Context) -> list[Row]:
    """By which signs too much of it is known."""
    return _own(context, _SIGNS, (DirectiveAction.STOP, DirectiveAction.CAUTION))


def _own(context: Context, pattern: str, actions: tuple[DirectiveAction, ...]) -> list[Row]:
    patient = context.question.patient
    return [
        (appraisal, item)
        for name in names(context)
        for appraisal in pairs.labels_of(context, name)
        for item in appraisal.directives
        if item.action in actions and _says(pattern, name, item.text) and not fitting.of_others(item.text, patient)
    ]


class Desired(NamedTuple):
    """The level of a medicine that its label wants, and where that stands."""

    name: str
    low: str
    high: str
    unit: str
    appraisal: Appraisal
    span: Span


def desired(context: Context) -> Desired | None:
    """The first range of such a level that a label of the medicine names."""
    for name in names(context):
        for appraisal in pairs.labels_of(context, name):
            for told in sentences_in(appraisal.record):
                text = told.span.quote
                found = _DESIRED.search(text) if _says(_OF_LEVEL, name, text) else None
                if found is not None:
                    return Desired(name, found["low"], found["high"], found["unit"], appraisal, told.span)
    return None


def say(draft: Draft, context: Context) -> None:
    """What is done about the level: how the one told stands to the desired range, how it, or what else the two call
    for, is checked, by which signs too much is known."""
    wanted, measured = desired(context), checks(context)[:1]
    if wanted is not None:
        _say_range(draft, wanted, context)
    if measured and not watching.asks(context.question.read):  # who asks what is checked wants it all
        directives(draft, measured, "Checks", "What is checked")
    else:
        pairs.say_checks(draft, context, 1)
    directives(draft, signs(context)[:1], "Signs of too much", "Signs of too much")


def _for_whom(said: str) -> str:
    """For what use a label wants the level, as the end of a sentence that tells the range already."""
    found = _FOR_WHOM.match(said)
    return f" {wording.lower(found['whom'])}" if found is not None else f": {wording.lower(said)}"


_FOR_WHOM: Final = caseless(r"(?P<whom>(?:in|for|during) [^,;]{3,80}), ")


def _say_range(draft: Draft, wanted: Desired, context: Context) -> None:
    """The range, with where the level that is told lies."""
    told = next((v for v in context.question.patient.values if v.rpartition(" ")[0] == f"{wanted.name} level"), "")
    span, source = f"{wanted.low} to {wanted.high} {wanted.unit}", source_name(wanted.appraisal)
    said = " ".join(wanted.span.quote.rstrip(". ").split())
    if not told:
        text = f"level to be kept ({source}): {wording.lower(said)}"
        draft.add(text, Kind.DIRECTIVE, (wanted.span,))
        return
    value = told.rpartition(" ")[2]
    low, high, at = float(wanted.low), float(wanted.high), float(value)
    where = "over" if at > high else "under" if at < low else "so far within"
    pairs_ = ((at, high),) if at > high else ((low, at),) if at < low else ((at, low), (high, at))
    sums = tuple(Calculation(f"{a:g} - {b:g}", f"{a - b:.3g}", wanted.unit) for a, b in pairs_)
    draft.add(
        f"{told}, as told, is {where} the {span} wanted ({source}){_for_whom(said)}",
        Kind.CALCULATED,
        (wanted.span,),
        calculation=sums,
    )
