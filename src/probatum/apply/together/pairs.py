"""Pairs: two medicines that a question puts together, and what the labels of either say of the other or its class.

Where no label says anything, that is said with whose labels the library lacks: silence is not safety. What the label of
another medicine of the same class says is told as just that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence.arms import choices
from probatum.apply.labels.ingredients import names_it
from probatum.apply.labels.kinship import kin
from probatum.apply.once import once, once_for
from probatum.apply.patient import itself
from probatum.apply.together import brought, combining, in_some, kind_named, limited, spaced
from probatum.apply.together.stances import (
    APART,
    AVOID,
    CARE,
    LIMITED,
    LOWERED,
    NEVER,
    OPEN,
    ORDER,
    SOME,
    SOME_AVOID,
    Said,
)
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Patient, RecordKind, Role
from probatum.text import watching
from probatum.text.expressions import caseless, expression
from probatum.vocabulary import traits
from probatum.vocabulary.classes import classes_of, members

Row = tuple[Appraisal, Directive]

_WARNS: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.INTERACTION,
    DirectiveAction.CAUTION,
    DirectiveAction.DOSE,
)
MOST: Final = 3
WIDEST: Final = 30
"""Members of a class that is narrow enough for what the label of one says to be near to another."""
_NEVER: Final = expression(r"\b(?:contra-?indicated|(?:must|do) not (?:be )?(?:used?|given?|taken?|combined?))\b")
_AVOID: Final = expression(
    r"\b(?:avoid\w*|not (?:be )?(?:recommended|used|given|taken|started|combined)|should not(?! (?:\w+ )?exceed\b))\b"
)
"""A limit of the dose beside another medicine forbids neither."""
_HARMLESS: Final = expression(
    r"\b(?:no (?:\w+ ){0,3}(?:effect|interaction|change|adjustment|precautions)|does not|did not|without"
    r"|need not (?:be )?(?:changed?|adjust\w*))\b"
)
_ANOTHER: Final = expression(
    r"\b(?:an)?other (?:\w+ )?(?:drugs?|medicines?|products?)\b|\bconcomitant\b|\btaken? together\b"
)
"""Checks that a label wants whenever some other medicine comes or goes."""


def asked(context: Context) -> tuple[str, ...]:
    """The medicines that are put together; empty unless the question is one of interaction and names two or more."""
    names = combining.together(context.question)
    # A kind beside one of it (`insulin`, `insulin glargine`) is no pair.
    own = tuple(n for n in names if not any(n != o and wording.stands_in(n.lower(), o.lower()) for o in names))
    return own if len(own) > 1 else ()


def say(draft: Draft, context: Context) -> None:
    """What labels say of the two together, else that none does; nothing where nothing of the kind is asked."""
    names = asked(context)
    if not names:
        return
    found = rows(context)[:MOST]
    say_brought(draft, context)
    for stands in ORDER:
        directives(draft, [r for r in found if standing(r[1], context) is stands], stands.lead, stands.plain)
    named = " ".join(r[1].text for r in found).lower()
    every = dict.fromkeys(name for r in found if (name := _meant(r[1], context)))
    if meant := [name for name in every if not wording.stands_in(name.lower(), named) or len(every) > 1]:
        several = "are not named there, but are of the kinds meant"
        is_one = several if len(meant) > 1 else "is not named there, but is one of those meant"
        draft.add(f"{wording.join(meant)} {is_one}", Kind.NAVIGATION)
    if found:
        return
    lacking = [name for name in names if not labels_of(context, name)]
    bare = f"; it holds no label of {wording.join(lacking, 'or')}" if lacking else ""
    both = wording.join(names)
    does = [f"what {trait} ({name})" for name in names for trait in traits.traits_of(name)[:MOST_TRAITS]]
    sought = (
        f"; looked for by name, by class and as {wording.join(does)}" if does else "; looked for by name and by class"
    )
    draft.add(
        f"no label in the library tells of {both} together{sought}{bare}; this does not mean that it is safe",
        Kind.ABSENCE,
        plain=f"we found no label that tells of {both} together. This does not mean that it is safe. "
        "Ask your pharmacist or doctor before you take both",
    )
    for _, row in of_class(context)[:1]:
        # Which class it is stays unsaid: a label need not name its own, nor that medicine.
        told = f"{row[1].drug.lower()}, a medicine of the same class"
        directives(draft, [row], f"nearest is {told}", f"What is nearest is about {told}")


def say_brought(draft: Draft, context: Context) -> None:
    """What forbids the one in a state that the other brings about."""
    told = {span for one in draft.statements for span in one.supports}
    rows_ = [row for row in brought.rows(context) if row[1].span not in told]
    lead = "With the drugs taken, contraindicated until this is ruled out"
    directives(draft, rows_, lead, "With the medicines taken, it must not be used until this is ruled out")


def say_checks(draft: Draft, context: Context, most: int) -> None:
    """What a label wants checked when the other, or any other medicine, is started or stopped."""
    asked_for = watching.asks(context.question.read)
    most += int(asked_for)
    told_ = {span for one in draft.statements for span in one.supports}
    rows_ = [row for row in checks(context) if row[1].span not in told_][:most]
    if not rows_ and asked_for:  # what is checked of the one that the other changes
        changed = {appraisal.record.id for appraisal, _ in rows(context)}
        every = [(a, d) for name in asked(context) for a in labels_of(context, name) for d in a.directives]
        rows_ = [r for r in every if r[1].action is DirectiveAction.MONITOR and r[0].record.id in changed][:most]
    directives(draft, rows_, "Checks", "What is checked")


def say_graver(draft: Draft, context: Context) -> None:
    """All that labels say of the two together, then the boxed warnings of each."""
    say_brought(draft, context)
    for stands in ORDER:
        directives(draft, [r for r in rows(context) if standing(r[1], context) is stands], stands.lead, stands.plain)
    own = [a for name in asked(context) for a in labels_of(context, name)]
    boxed = [(a, d) for a in dict.fromkeys(own) for d in a.directives if d.action is DirectiveAction.BOXED_WARNING]
    boxed = [r for r in boxed if not _of_some_others(r[1], context)]
    directives(draft, boxed, "Boxed warning", "Boxed warning, the strongest kind", first=2)
    patient = context.question.patient
    never = [(a, d) for a in dict.fromkeys(own) for d in a.directives if d.action is DirectiveAction.CONTRAINDICATED]
    never = [r for r in never if r not in brought.rows(context)]
    told = {span for one in draft.statements for span in one.supports}
    never = [r for r in never if not itself.alone(r[1].text, r[1].drug)]
    # What is forbidden together with still other medicines, and no state of the patient, is of those.
    never = [r for r in never if r[1].span not in told and not _of_others_taken(r[1], context)]
    never = [r for r in never if not (_of_some_others(r[1], context) or fitting.of_others(r[1].text, patient))]
    directives(draft, never, "Contraindicated", "Must not be used", first=MOST)


def _of_others_taken(item: Directive, context: Context) -> bool:
    """Whether a contraindication is of other medicines alone, none of which is taken (`with A and B`)."""
    named = [m.term.label.lower() for m in vocabulary.load().find(item.text) if m.term.semantic == "drug"]
    taken = {name.lower() for name in (*context.combined, *context.question.patient.drugs)}
    return bool(named) and not taken & set(named) and _WITH.match(item.text) is not None


_WITH: Final = caseless(r"^(?:together |in combination )?with\b")


def _of_some_others(item: Directive, context: Context) -> bool:
    """Whether a warning is of people whom the question does not tell of: the young, the unborn."""
    young = any(sort.search(item.text) for sort in (fitting.PREGNANT, fitting.FEEDING, fitting.YOUNG))
    return young and not fitting.speaks_of(item.text, msgspec.structs.replace(context.question.patient, drugs=()))


@once
def rows(context: Context) -> tuple[Row, ...]:
    """Directions of the label of one that name another, or its class, the gravest first."""
    # A reaction to the one alone is nothing of the two.
    found = [row for row in told(context, asked(context)) if not _REACTION.match(row[1].text)]

    def order(row: Row) -> tuple[int, bool, bool]:
        # How far apart stands before that they are taken apart; what is said of the two as such before what a caution
        # names beside other things (`drug or alcohol abuse`).
        stands = standing(row[1], context)
        vague = stands is APART and not spaced.exact(row[1].text)
        return ORDER.index(stands), vague, row[1].action is DirectiveAction.CAUTION

    return tuple(sorted(found, key=order))


def _meant(item: Directive, context: Context) -> str:
    """The other medicine, where a direction means it by what it does alone (`drugs that prolong the QT interval`)."""
    others = _taking(context, _others(context, item.drug))
    if any(fitting.names_one(item.text, ((d, *kin(d)),)) for d in others.drugs):
        return ""
    return next((wording.lower(d) for d in _others(context, item.drug) if traits.told(item.text, d)), "")


_REACTION: Final = expression(
    r"(?:known |serious |severe )?(?:hypersensitivity|allergy) to [^;,]{3,60}$", re.IGNORECASE
)
MOST_TRAITS: Final = 2
"""Things that a medicine does of which it is said that they were looked for."""
_OF_THEM: Final = expression(r"\b(?:with|to) (?:them|these|it|either)\b|\b(?:together|combination)\b")


def standing(item: Directive, context: Context) -> Said:
    """How a direction stands to the two together: by that clause of it which names the other."""
    patient = _taking(context, _others(context, item.drug))
    parts = item.text.split("; ")
    at = next((n for n, part in enumerate(parts) if fitting.takes(part, patient)), -1)
    # What follows and speaks of `them` is of the same medicines.
    text = "; ".join((parts[at], *filter(_OF_THEM.search, parts[at + 1 :]))) if at >= 0 else item.text
    if item.action is DirectiveAction.CONTRAINDICATED or _NEVER.search(text):
        return SOME if _of_some(text, context) else NEVER
    if _AVOID.search(text) and not limited.by_amount(text):
        return SOME_AVOID if _of_some(text, context) else AVOID
    if limited.to_a_limit(text) and item.action is not DirectiveAction.DOSE:
        return LIMITED
    if limited.to_less(text) or limited.to_less(next(iter(parts[at + 1 :]), "")):  # `...; the dose of A reduced`
        return LOWERED
    if spaced.told("; ".join(parts[max(at, 0) :])):
        return APART
    return OPEN if _HARMLESS.search(text) else CARE


def _of_some(text: str, context: Context) -> bool:
    """Whether a limit of the two is for some people alone, of whom the patient is none that we know of."""
    ours = fitting.speaks_of(text, msgspec.structs.replace(context.question.patient, drugs=(), allergies=()))
    others = fitting.special(text) and not (ours or _of_organ(text, context.question.patient))
    return others or in_some.open_in(text, context)


def _of_organ(text: str, patient: Patient) -> bool:
    """Whether the people whom a limit names have kidneys or a liver like the patient's, whatever else they take."""
    told = (patient.kidney and fitting.KIDNEY.search(text)) or (patient.liver and fitting.LIVER.search(text))
    return bool(told) and fitting.certain(text, patient)


def checks(context: Context) -> list[Row]:
    """Directions to check something that name another of them, or speak of other medicines; the nearest first."""
    found: list[tuple[bool, Row]] = []
    for name in asked(context):
        others = _taking(context, [other for other in asked(context) if other != name])
        for appraisal in labels_of(context, name):
            for item in appraisal.directives:
                if item.action is not DirectiveAction.MONITOR:
                    continue
                named = bool(fitting.takes(item.text, others))
                if named or _ANOTHER.search(item.text):
                    found.append((not named, (appraisal, item)))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def of_class(context: Context) -> list[tuple[str, Row]]:
    """What the label of another medicine of the same narrow class says: (the class, the direction)."""
    found: list[tuple[str, Row]] = []
    both = frozenset().union(*map(_parts, asked(context)))  # what one of the two says of itself is nothing of a fellow
    for name in asked(context):
        others = _taking(context, [other for other in asked(context) if other != name])
        for class_ in narrow(name):
            # A fellow of both is warned of beside the other as one of its own kind, which the first is not.
            alike = {kind for other in others.drugs for kind in classes_of(other) if len(members(kind)) <= WIDEST}
            for fellow in (m for m in members(class_) if not (_parts(m) & both or set(classes_of(m)) & alike)):
                for appraisal in labels_of(context, fellow):
                    warns = (d for d in appraisal.directives if d.action in _WARNS and d.drug.lower() == fellow.lower())
                    found += [(class_, (appraisal, d)) for d in warns if others.drugs and _names(d, others)]
    return found


def fellows(context: Context) -> tuple[str, ...]:
    """The other medicines of the narrow classes of those that are put together."""
    own = {name.lower() for name in asked(context)}
    every = (m.lower() for name in asked(context) for class_ in narrow(name) for m in members(class_))
    return tuple(dict.fromkeys(m for m in (*every, *of_kinds(asked(context))) if m not in own))


def of_kinds(names: Sequence[str]) -> tuple[str, ...]:
    """The first members of those that are classes."""
    return tuple(m.lower() for name in names for m in members(name)[:MOST_OF_KIND])


MOST_OF_KIND: Final = 40
"""Members of a class that is put together with something, whose labels are looked for."""


def _taking(context: Context, names: Sequence[str]) -> Patient:
    """Somebody who takes those medicines, under each of their names."""
    own = {c.label: (c.label, c.text, *c.synonyms) for c in context.question.concepts}
    return Patient(drugs=tuple(dict.fromkeys(each for name in names for each in own.get(name, (name,)))))


def narrow(name: str) -> list[str]:
    """The smallest class of a medicine, where it is narrow enough for what is said of one to be near to another."""
    return [class_ for class_ in classes_of(name) if len(members(class_)) <= WIDEST][:1]


def _names(item: Directive, others: Patient) -> bool:
    """Whether a direction names one of them itself: what is said of a class, told of another class, is too far."""
    low = item.text.lower()
    return any(names_it(drug.lower(), low) for drug in others.drugs)


def _doses(item: Directive, others: Patient) -> bool:
    """Whether a dose is for people who take one of them: it is named, and not as what they do not take."""
    return _names(item, others) and not _NOT_TAKEN.search(item.text)


_NOT_TAKEN: Final = expression(r"\b(?:no|not|without)\b")


def _takes(item: Directive, others: Patient) -> bool:
    return bool(fitting.takes(item.text, others))


def _others(context: Context, drug: str) -> tuple[str, ...]:
    own = _parts(drug)
    return tuple(name for name in asked(context) if not own & _parts(name))


@once_for
def labels_of(context: Context, name: str) -> tuple[Appraisal, ...]:
    """Labels of a medicine, those of a combination with it included, and those of what a combination is made of."""
    every = {a.record.id: a for a in (*context.appraisals, *context.option_labels)}
    held = [a for a in every.values() if a.record.kind is RecordKind.LABEL]
    parts = _parts(name) | frozenset(m.lower() for m in members(name)[:MOST_OF_KIND])
    own = [a for a in held if any(parts & _parts(drug) for drug in {d.drug for d in a.directives if d.drug})]
    return tuple(own or [a for a in held if kind_named.is_one(a, name)])


@lru_cache(maxsize=4096)
def _parts(name: str) -> frozenset[str]:
    """A medicine and the drugs it is made of, in lower case."""
    known = vocabulary.load()
    return frozenset({name.lower(), *(base.lower() for base in known.base_of(name))})


def told(context: Context, names: tuple[str, ...]) -> Iterator[Row]:
    """Directions of the label of one that name another, or its class; nothing of two between which is chosen."""
    chosen = {c.label for c in context.question.having(Role.INTERVENTION)} if choices(context.question) else set()
    seen: set[tuple[str, str]] = set()
    for name in names:
        for appraisal in labels_of(context, name):
            own = frozenset().union(*(_parts(d.drug) for d in appraisal.directives if d.drug))
            # The parts of a combination are no pair, nor is a medicine and its kind.
            far = (o for o in names if o != name and not own & (_parts(o) | frozenset(map(str.lower, members(o)))))
            others = _taking(context, [o for o in far if not {o, name} <= chosen])
            for item in appraisal.directives:
                key = (appraisal.record.id, item.text)
                meant = _doses if item.action is DirectiveAction.DOSE else _takes
                if item.action in _WARNS and key not in seen and meant(item, others) and not _allergy(item, others):
                    seen.add(key)
                    yield appraisal, item
            if not seen:  # that it is watched or stopped beside the other is told where nothing else is
                watched = (d for d in appraisal.directives if d.action in _HANDLES and _takes(d, others))
                yield from ((appraisal, item) for item in watched if not _allergy(item, others))
    yield from _noticed(context, names)


_HANDLES: Final = (DirectiveAction.MONITOR, DirectiveAction.STOP)


_ALLERGY: Final = caseless(
    r"\b(?:hypersensitivity|allerg\w+|anaphyla\w+|reactions?) (?:reactions? )?(?:to|from) [^;.]{1,160}?"
    r"(?= with\b| together\b| within\b|[;.]|$)"
)


def _allergy(item: Directive, others: Patient) -> bool:
    """Whether another medicine stands only as what an allergy is to: that bars neither beside the other."""
    return _ALLERGY.search(item.text) is not None and not fitting.takes(_ALLERGY.sub(" ", item.text), others)


def _noticed(context: Context, names: tuple[str, ...]) -> Iterator[Row]:
    """What guidelines and notices of regulators say of two of them by name."""
    for appraisal in context.guidelines:
        for item in appraisal.directives:
            if item.action not in (*_WARNS, DirectiveAction.NOT_RECOMMENDED):
                continue
            if sum(_names(item, _taking(context, (name,))) for name in names) > 1:
                yield appraisal, item
