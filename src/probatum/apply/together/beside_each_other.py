"""Beside each other: drugs that a question names or that are taken, of which the label of one names another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directive
from probatum.apply.evidence.arms import choices
from probatum.apply.labels.ingredients import names_class, names_it
from probatum.apply.once import once
from probatum.apply.together import limited, pairs, stances
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Patient
from probatum.text import salts
from probatum.text.expressions import caseless

_NEVER: Final = caseless(r"\bcontra-?indicated\b|\b(?:must|do) not (?:be )?(?:used?|given?|taken?|combined?)\b")
_AVOID: Final = caseless(r"\bavoid\w*|\bnot (?:be )?(?:recommended|used|given|taken|combined)\b")
_WANTED: Final = (DirectiveAction.CONTRAINDICATED, DirectiveAction.INTERACTION)
_NOTICED: Final = (*_WANTED, DirectiveAction.NOT_RECOMMENDED)


def say(draft: Draft, context: Context) -> None:
    """For two drugs at once: what the label of the one says of the other, before anything else. Where one of the two is
    to be chosen nobody means to give both, and the safety section tells it."""
    if choices(context.question) and context.question.intent is not Intent.INTERACTION:
        return
    for appraisal, item in together(context):
        met = {d for d in asked(context) - {item.drug.lower()} if not salts.is_about(item.drug, d)}
        others = [d for d in met if names_it(d, _text(item)) or _of_kind(d, item, context)]
        others += [d for d in _classes(item, context) if d not in others]
        lead = f"{wording.upper(item.drug.lower())} with {wording.join(sorted(others))}"
        if _forbids(item):  # the words of a contraindication name who and what, and not that it is one
            stands = pairs.standing(item, context)
            directive(draft, appraisal, item, f"{lead}, {stands.lead}", f"{lead}: {stands.plain}")
        else:
            directive(draft, appraisal, item, lead)


def _of_kind(drug: str, item: Directive, context: Context) -> bool:
    """Whether a direction means a medicine that is taken by its kind (`ACE inhibitors`): its reader has to see that."""
    taken = [d for d in context.question.patient.drugs if d.lower() == drug]
    return bool(taken) and bool(fitting.takes(_text(item), Patient(drugs=tuple(taken))))


def of_taken(drug: str, context: Context) -> bool:
    """Whether what is said of a medicine that is taken beside the one asked about is told."""
    return any(drug.lower() in (item.drug.lower(), *_others(item, asked(context))) for _, item in together(context))


def _forbids(item: Directive) -> bool:
    return item.action is DirectiveAction.CONTRAINDICATED


@once
def together(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """Directives of one of the drugs asked about that name another of them, and what a regulator or guideline says of
    two of them: the gravest first, and what is said of a drug by itself before what is said of its combinations."""
    drugs = asked(context)
    found: list[tuple[Appraisal, Directive]] = []
    for appraisal in (*context.labels, *context.other_labels):
        for item in appraisal.directives:
            if item.action not in _WANTED:
                continue
            if (item.drug.lower() in drugs and _others(item, drugs)) or _classes(item, context):
                found.append((appraisal, item))
    alone = [row for row in (*_noticed(context), *found) if _by_itself(row[1], drugs)]
    joined = [row for row in found if row not in alone]
    grave = min((_order(item) for _, item in alone), default=9)
    # What is said of a combination adds nothing beside a graver word on the drug itself.
    kept = [*alone, *(row for row in joined if _order(row[1]) < grave or grave == _CARE)]
    return tuple(sorted(kept, key=lambda row: _order(row[1])))


def shadowed(item: Directive, context: Context) -> bool:
    """Whether a direction is on a combination with a drug of which, by itself, something graver is told."""
    drugs = asked(context)
    if item.action not in _WANTED or not _others(item, drugs) or _by_itself(item, drugs):
        return False
    return any(_by_itself(other, drugs) and _order(other) < _order(item) for _, other in together(context))


_LESS: Final = 2
_CARE: Final = 3


def _order(item: Directive) -> int:
    """How grave a direction on two drugs is: never, to be avoided, only with less of one, with care."""
    if item.action is DirectiveAction.CONTRAINDICATED or _NEVER.search(item.text):
        return 0
    if _AVOID.search(item.text) and not limited.by_amount(item.text):
        return 1
    return _LESS if limited.to_a_limit(item.text) or limited.to_less(item.text) else _CARE


def cautioned(context: Context) -> bool:
    """Whether all that is said of two drugs is to be weighed: neither forbids the other, nor wants it avoided."""
    return all(_order(item) == _CARE for _, item in together(context))


def never_together(context: Context) -> tuple[str, ...]:
    """The two medicines of which a dose together is asked though the label of one rules the other out for everybody: no
    dose of either is an answer. Empty where they may meet, or more is asked about than the two."""
    if context.question.intent is not Intent.DOSING or choices(context.question):
        return ()
    for _, item in together(context):
        pair = {item.drug.lower(), *_others(item, asked(context))}
        whole = len(pair) > 1 and {*context.drugs} <= pair
        if _forbids(item) and whole and pairs.standing(item, context) is stances.NEVER:
            return tuple(sorted(pair))
    return ()


def _others(item: Directive, drugs: set[str]) -> set[str]:
    return {d for d in drugs - {item.drug.lower()} if names_it(d, _text(item))}


def _classes(item: Directive, context: Context) -> list[str]:
    """The classes asked about beside a medicine of which its label speaks; that of `lithium carbonate` is lithium's."""
    classes = [name.lower() for name in context.classes]
    single = [drug for drug in context.drugs if drug.lower() not in classes]
    if not any(drug.lower() == item.drug.lower() or salts.is_about(item.drug, drug) for drug in single):
        return []
    return [name for name in classes if names_class(name, _text(item))]


def _text(item: Directive) -> str:
    """What a direction says and whom it names beside the drug, without what the drug itself contains."""
    aside = " ".join(found[0] for found in fitting.OTHERWISE.finditer(item.text)).lower()
    other = (name for name in item.other.split(", ") if name and name.lower() not in aside)
    return f"{fitting.OTHERWISE.sub(' ', item.text)} {', '.join(other)}".lower()


def _by_itself(item: Directive, drugs: set[str]) -> bool:
    """Whether a direction names one of the others not only as a part of a combination (`zorbinol/gravel`)."""
    text = _text(item)
    others = _others(item, drugs)
    return any(re.search(rf"(?<![/\w]){re.escape(d)}(?![/\w])", text) or not wording.stands_in(d, text) for d in others)


def _noticed(context: Context) -> Iterator[tuple[Appraisal, Directive]]:
    """The first that each guideline or notice of a regulator says of two of them, one of which is asked about."""
    drugs = asked(context)
    for appraisal in context.guidelines:
        for item in appraisal.directives:
            named = {d for d in drugs if names_it(d, f"{item.drug} {item.text}".lower())}
            if item.action in _NOTICED and len(named) > 1 and named & set(context.drugs):
                yield appraisal, item
                break


def asked(context: Context) -> set[str]:
    """The drugs asked about and those taken; where it is asked whether they go together, every drug that is named."""
    named = {*context.drugs, *(d.lower() for d in context.question.patient.drugs)}
    if context.question.intent is Intent.INTERACTION:
        named |= {c.label.lower() for c in context.question.concepts if c.semantic == "drug"}
    # A kind beside one of it (`insulin`, `insulin glargine`) is no other medicine.
    return {one for one in named if not any(one != other and wording.stands_in(one, other) for other in named)}
