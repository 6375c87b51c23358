"""Proposing: where a question names an illness and no treatment, the treatment that the surest evidence speaks for;
where no study tells of one, that which a label is for.

The answer is then written about that treatment, with its doses, dangers and path; the others stand beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.apply.choices import acute_care, approved, as_if, barred_here, of_a_kind, urgent
from probatum.apply.choices.option import Option
from probatum.apply.context import Context
from probatum.apply.together import making_way
from probatum.model import DirectiveAction, Intent, Role
from probatum.text import words
from probatum.text.expressions import caseless


class Proposal(NamedTuple):
    """A treatment, and why the answer is written about it; both empty where there is none."""

    treatment: str = ""
    why: str = ""


_SUREST: Final = (
    "no treatment is named: the surest evidence in this library is on this one, others stand under alternatives"
)
_ADVISED: Final = (
    "no treatment is named: of those that a guideline in this library recommends, the surest evidence is on this one; "
    "others stand under alternatives"
)
_ONLY_ADVISED: Final = (
    "no treatment is named: a guideline in this library recommends this one, and nothing here rules it out; others "
    "stand under alternatives"
)
_ONE_OF_KIND: Final = "of the kind that is asked for this one alone has a label in this library that is for this"
_LABELLED: Final = "no treatment is named, and no study in this library speaks for one: a label is for this"


def proposed(context: Context) -> Proposal:
    """The first of the options that suit the patient; none where the question names a treatment, or where nothing is
    shown to help such people and no guideline recommends anything."""
    gone = barred_here.had_not(context)
    free = [o for o in context.shortlist if o.fit and not o.unsaid and not gone & _parts(o)]
    if not free or context.question.danger == "emergency":  # nobody chooses a treatment while help is called for
        return Proposal()
    if urgent.rows(context):
        return Proposal()  # what is done at once is told in its order
    if approved.asked(context.question):
        return Proposal()  # which there are is asked, and not what the best of them does
    if acute_care.of_attack(context):  # what keeps attacks away is not what is given in one
        free = [o for o in free if any(acute_care.first_in_attack(d.text) for _, d in o.advice)]
        if not free:
            return Proposal()
    if making_way.left(context.question):  # what keeps it away takes the place of nothing that treats it
        free = [o for o in free if not _keeps_away(o, context)]
        if not free or any(_beside_left(o, context) for o in free):
            return Proposal()
    if any(o.advice for o in free):  # what a guideline advises stands before what one advises against
        free = [o for o in free if not _against(o, context)] or free
    best = free[0]
    if best.studies and not best.indirect:
        return Proposal(best.name, _ADVISED if best.advice and not best.contested else _SUREST)
    if best.advice:
        return Proposal(_dosed(best, free, context).name, _ONLY_ADVISED)
    if of_a_kind.kind(context.question):
        return Proposal(best.name, _ONE_OF_KIND) if len(free) == 1 and best.use and not best.beside else Proposal()
    if any(o.studies or o.advice for o in context.shortlist):
        return Proposal()
    name = _labelled(free, context)
    return Proposal(name, _LABELLED) if name else Proposal()


def _parts(option: Option) -> set[str]:
    """The medicines of an option, with each of those that it holds together."""
    return {part for name in (option.name, *option.drugs) for part in (name.lower(), *name.lower().split(" and "))}


def _keeps_away(option: Option, context: Context) -> bool:
    """Whether all that is advised of an option is to prevent, where it is not prevention that is asked for."""
    told = [item.text for _, item in option.advice]
    asked = context.question.intent is Intent.PREVENTION or _PREVENTS.search(context.question.read)
    return bool(told) and not option.studies and not asked and all(_TO_PREVENT.match(text) for text in told)


def _beside_left(option: Option, context: Context) -> bool:
    """Whether advice gives an option only together with what makes way (`A, B and C together`): those are to be given
    besides, and none of them in its place."""
    gone = making_way.left(context.question)
    told = [item.text for _, item in option.advice]
    joint = [text for text in told if gone & barred_here.named(text) and _TOGETHER.search(text)]
    return bool(told) and len(joint) == len(told)


_TOGETHER: Final = caseless(r"\btogether\b|(?:\ban? [\w -]{3,60}?, ){2}")
"""Words of advice that has several given at once: `A and B together`, `an A, a B, a C and a D`."""
_TO_PREVENT: Final = caseless(r"\W*(?:to prevent|for (?:the )?(?:prevention|prophylaxis) of)\b")
_PREVENTS: Final = caseless(r"\b(?:prevent\w*|prophyla\w*)\b")


def _against(option: Option, context: Context) -> bool:
    """Whether guidelines advise against a medicine that an option which none advises holds."""
    named = {m.term.label.lower() for m in vocabulary.load().find(option.name) if m.term.semantic == "drug"}
    named |= {drug.lower() for drug in option.drugs}
    barred = (d for a in context.guidelines for d in a.directives if d.action is DirectiveAction.NOT_RECOMMENDED)
    return not option.advice and any(
        m.term.label.lower() in named for d in barred for m in vocabulary.load().find(d.text) if d.drug
    )


def _dosed(best: Option, free: Sequence[Option], context: Context) -> Option:
    """Of the options that one sentence of advice names side by side the first of which a dose or a label is held: what
    nobody can say how to give begins no path."""
    mine = best.advice[0][1].span
    alike = [o for o in free if o.advice and o.advice[0][1].span == mine and not o.studies]
    return next((o for o in alike if _has_dose(o, context)), best)


def _has_dose(option: Option, context: Context) -> bool:
    dosed = (d for a in context.guidelines for d in a.directives if d.action is DirectiveAction.DOSE)
    names = {option.name.lower(), *(drug.lower() for drug in option.drugs)}
    return any(d.drug.lower() in names for d in dosed) or any(as_if.labels(name, context) for name in names)


def _labelled(free: Sequence[Option], context: Context) -> str:
    """Of options of which labels alone tell, the one whose use has most of the question's words (`gout flares`, and not
    `gout`); empty where several have, for then nothing chooses."""
    ill = context.question.having(Role.OUTCOME) or context.question.having(Role.POPULATION)
    beside = (c for c in context.question.concepts if c not in ill)
    asked = words.stems(context.question.read) - words.stems(" ".join(f"{c.text} {c.label}" for c in beside))
    found = {o.name: len(asked & words.stems(o.use[1].text)) for o in free if o.use is not None and not o.beside}
    most = max(found.values(), default=0)
    first = [name for name, met in found.items() if met == most]
    return first[0] if len(first) == 1 else ""
