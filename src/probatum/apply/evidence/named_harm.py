"""Named harm: what labels say of the very harm that a question names, whatever they call it.

`risk of low sodium with A` is answered by what the label of A says of low sodium, before what is common with A or
grave.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.labels import suspected
from probatum.apply.once import once
from probatum.apply.patient import akin, beside
from probatum.apply.quoted.salience import sentences_in
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Intent, Kind, Role, Span, Statement
from probatum.text import falling, lacking, of_organs
from probatum.text.expressions import caseless
from probatum.vocabulary import noticed

Row = tuple[Appraisal, Directive]

_GIVEN: Final = ("drug", "procedure", "test")
_ORDER: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CAUTION,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.STOP,
    DirectiveAction.MONITOR,
    DirectiveAction.ADVERSE_EFFECT,
    DirectiveAction.INTERACTION,
    DirectiveAction.CONTRAINDICATED,
)


@once
def rows(context: Context) -> tuple[Row, ...]:
    """What the labels asked about say of the harm: first what is on it, then warnings, then lists."""
    harms = _asked(context)
    if not harms or context.combined:
        return ()
    found = [row for row in context.directives(*_ORDER) if any(names(row[1].text, one, context) for one in harms)]
    found = [
        row for row in found if not (row[1].action is DirectiveAction.CONTRAINDICATED and _narrowed(row[1], harms))
    ]
    patient = context.question.patient
    if not (patient.breastfeeding or patient.pregnancy not in ("", "not pregnant")):
        found = [
            row for row in found if not _OF_A_CHILD.search(row[1].text)
        ]  # what befalls a child befalls nobody here

    def order(row: Row) -> tuple[bool, int]:
        raised = _RAISES.search(row[1].text)
        first = raised["what"] if raised is not None else _ASIDE.split(row[1].text)[0]
        return not any(names(first, one, context) for one in harms), _ORDER.index(row[1].action)

    return tuple(sorted(found, key=order))


def _narrowed(item: Directive, harms: Sequence[Concept]) -> bool:
    """Whether a contraindication is of the complaint on one occasion: pain around an operation is no sore knee."""
    return any(
        m[0].lower().startswith(name.lower())
        for m in _ON_OCCASION.finditer(item.text)
        for c in harms
        for name in c.names
    )


_ON_OCCASION: Final = caseless(
    r"\b[\w-]{3,30}(?: [\w-]{3,30})? (?:around|during|after|from|due to|in the setting of) (?!any\b)[\w-]+"
    r"|\bpain (?:relie(?:f|vers?)|killers?)\b"
)


_OF_A_CHILD: Final = caseless(r"\b(?:breast-?fed|newborns?|neonat\w+|unborn|fetus|foetus|fetal|breast milk)\b")
_RAISES: Final = caseless(r"\b(?:rais|increas)\w+ (?:the |a )?(?:risks?|rates?) of (?P<what>[^,;.]{3,80})")
"""What a direction is on, whatever stands before: `long use of A with B raises the risk of C`."""
_ASIDE: Final = caseless(r";|,? \b(?:if|when|which|unless|after|with)\b")
"""Where a direction goes on to what holds besides: a harm that is named behind it is not what the direction is on."""


def say(draft: Draft, context: Context) -> bool:
    """What the labels say of it first; whether there is anything."""
    said = {span for one in draft.statements for span in one.supports}
    fresh = [row for row in rows(context) if row[1].span not in said][:1]
    if fresh and fresh[0][1].action is DirectiveAction.CONTRAINDICATED:  # it is worse for who has it already
        directives(
            draft, fresh, "contraindicated in those who have or had it", "it must not be used by who has or had it"
        )
    else:
        boxed = bool(fresh) and fresh[0][1].action is DirectiveAction.BOXED_WARNING
        lead, easy = "on the harm asked about", "on what you ask"
        lead, easy = (f"{lead}, a boxed warning", f"{easy}, the strongest kind of warning") if boxed else (lead, easy)
        directives(draft, fresh, lead, easy)
    return bool(fresh)


def felt(context: Context) -> list[Concept]:
    """The complaints of which a question asks as a harm."""
    if context.question.intent is not Intent.HARM:
        return []
    return [c for c in context.question.having(Role.OUTCOME) if c.semantic in ("symptom", "condition")]


def called(complaint: Concept) -> str:
    """A complaint as a noun, in the words that were typed where these are one."""
    typed = complaint.text.lower()
    adjective = _ADJECTIVE.match(typed) or complaint.label.endswith("ness")
    return wording.spelled(complaint) if adjective or not typed else typed


_ADJECTIVE: Final = caseless(
    r"(?:feel\w*|felt|be|being|get|go|have|can\w*|am|is|put|gain\w*)\b|\w+ed$|\w+y$|(?:sick|tired|faint)$"
)


def say_unlisted(draft: Draft, context: Context) -> bool:
    """The sentence of a label that tells a complaint which is asked of as a harm, else that no label that is held lists
    it: what else it lists is no answer."""
    question, own = context.question, felt(context)
    if not context.labels or context.combined or context.classes or not own:
        return False
    if question.danger or question.comparator or rows(context) or any(c in context.beside for c in own):
        return False
    if (told := _told(own, context)) is not None:
        label, span = told
        draft.add(f"{source_name(label)}: \u201c{' '.join(span.quote.split())}\u201d", Kind.QUOTED, (span,))
        return True
    what, ill = wording.join(context.named), wording.join([called(c) for c in own])
    draft.add(
        f"{ill} was not found among the harms that the label of {what} lists, which does not rule it out",
        Kind.ABSENCE,
        plain=f"we did not find {ill} among the harms that the official label of {what} lists. This does not rule it "
        "out",
    )
    return True


def _told(complaints: Sequence[Concept], context: Context) -> tuple[Appraisal, Span] | None:
    """The sentence of a label, no direction, that tells that such a harm may come of the medicine."""
    for label in context.labels:
        for one in sentences_in(label.record):
            text = one.span.quote
            if _OCCURS.search(text) and any(_by_name(text, c, context) for c in complaints):
                return label, one.span
    return None


_OCCURS: Final = caseless(r"\b(?:may|can|might|could) (?:occur|follow|happen|appear|develop)\b|\bhas been reported\b")


def say_counted(draft: Draft, context: Context, counted: Sequence[Statement]) -> None:
    """How many had it in each arm, from the first of the statements that tells it."""
    for one in counted:
        if one.kind in _EFFECTS and on_it(one.text, context):
            draft.add(
                one.text.rstrip("."),
                one.kind,
                one.supports,
                plain=one.plain.rstrip("."),
                calculation=one.calculation,
                level=one.level,
            )
            return


def on_it(text: str, context: Context) -> bool:
    """Whether a text is on the harm that is asked about; True where none is, or no label names it."""
    return not rows(context) or any(_by_name(text, one, context) for one in _asked(context))


def led(made: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The statements in the order that a named harm asks for: how many had it, what the label says of it, the rest, and
    no list of what else is common."""
    told = rows(context)
    if not told:
        return tuple(made)
    spans = {item.span for _, item in told}
    danger = [s for s in made if s.kind is Kind.NAVIGATION and not s.supports]
    left = [s for s in made if s not in danger and not (_LISTS.match(s.text) and not spans & set(s.supports))]
    counted = [s for s in left if s.kind in _EFFECTS and any(_by_name(s.text, one, context) for one in _asked(context))]
    warned = [s for s in left if s not in counted and spans & set(s.supports) and _ON.match(s.text)]
    ordered = [*danger, *counted, *warned, *(s for s in left if s not in counted and s not in warned)]
    section = made[0].id.rpartition(".")[0] if made else ""
    return tuple(msgspec.structs.replace(s, id=f"{section}.{n}") for n, s in enumerate(ordered, 1))


_EFFECTS: Final = (Kind.FINDING, Kind.POOLED, Kind.CALCULATED)
_LISTS: Final = caseless(r"listed \(")
_ON: Final = caseless(
    r"(?:on the harm asked about(?:, a boxed warning)?|contraindicated in those who have or had it) \("
)


def _asked(context: Context) -> list[Concept]:
    """The harms that a question names: what it fears of the medicine, and the outcome of a question of harm."""
    named = context.question.having(Role.OUTCOME) if context.question.intent is Intent.HARM else ()
    both = (*context.question.having(Role.POPULATION), *context.question.having(Role.OUTCOME))
    fears = [c for c in both if c not in named and beside.feared(c, context)]
    named = tuple(c for c in named if c.id and c.semantic not in _GIVEN and c not in context.beside)
    if context.question.comparator:  # which of two keeps an illness away that both are for is no harm of either
        named = tuple(c for c in named if not beside.is_treated(c, context))
    return [*named, *fears, *(c for c in suspected.complaints(context.question) if c not in (*named, *fears))]


def only_had(context: Context) -> bool:
    """Whether no harm is named but illnesses that the people have."""
    return all(had(c, context.question.typed) for c in _asked(context))


def had(illness: Concept, typed: str) -> bool:
    """Whether a question of harm names an illness as that of the people: `harms of A in gout`, `A gout harms?`."""
    told = re.escape(illness.text)
    return caseless(rf"{_IN}{told}\b|\b{told}\W{{0,3}}(?:harms?|dangers?|downsides?)\b").search(typed) is not None


_IN: Final = r"\bin (?:an? |the |my )?(?:\w+ (?:with|who ha(?:s|ve)) )?(?:\w+ )?"


def names(text: str, harm: Concept, context: Context) -> bool:
    """Whether a text names a harm, one that is a kind of it, the words in which it was typed, or the harm of which it
    is noticed."""
    if _by_name(text, harm, context) or noticed.told_in(text, harm.label):
        return True
    return lacking.told_in(text, harm.label) or of_organs.told_in(text, harm.broader, harm.label)


def _by_name(text: str, harm: Concept, context: Context) -> bool:
    """Whether a text names the harm itself: how many bled does not count how many had a nosebleed."""
    typed = (a.from_ for a in context.question.assumptions if harm.label.lower() in a.to.lower() and a.from_)
    names = (harm.label, harm.text, *harm.synonyms, *typed, *falling.ways(harm.label))
    if fitting.names_one(text, (names,)):
        return True
    return akin.names_it(text, harm.label) or akin.kinship(text, harm.label) is akin.Kin.KIND_OF_IT
