"""Offering: how the options of an open question are told: the best first, each in one sentence, and by name what is not
to be used for this patient, with the reason.

Where one of them was proposed the answer is written about that one, and these are the others.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.choices import as_if, rivals, telling, vetting
from probatum.apply.choices.option import Option
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.evidence import tried
from probatum.apply.labels import by_value
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.selection import is_proposed
from probatum.model import DirectiveAction, Kind, Span
from probatum.vocabulary.classes import members

MOST: Final = 3
"""Options that are told; more than a reader chooses between say nothing of which is best."""
MOST_BARRED: Final = 3


def lead(draft: Draft, context: Context, most: int) -> None:
    """What may be given, the best first; then what is not to be."""
    ranked = sorted(fit(context), key=lambda option: _behind(option, context))
    for option in ranked[: min(most, MOST)]:
        if _behind(option, context):  # what a label wants kept from such people is told with that, or not at all
            telling.say_label(draft, option.drugs[0], context)
            continue
        _told(draft, option, context)
        for drug in option.drugs[:1]:
            by_value.directed(draft, vetting.at_value(drug, context)[:1])
    barred(draft, context)


def _behind(option: Option, context: Context) -> bool:
    """Whether labels set all that is given of an option behind the others for such a patient."""
    return bool(option.drugs) and all(rivals.set_behind(drug, context) is not None for drug in option.drugs)


def others(draft: Draft, context: Context) -> None:
    """The options besides the one that the answer is about, each with what its label says of such a patient."""
    advised = {id(item) for o in context.shortlist if _is_asked(o, context) for _, item in o.advice}
    for option in fit(context)[: MOST - bool(advised or is_proposed(context.question))]:
        fresh = tuple(row for row in option.advice if id(row[1]) not in advised)
        option = msgspec.structs.replace(option, advice=fresh, use=None)  # its label is told next
        _told(draft, option, context)
        for drug in option.drugs[: int(not option.contested)]:  # how sources disagree on it stands there already
            telling.say_label(draft, drug, context)
        _beside(draft, option, context)
    barred(draft, context)


def beside(draft: Draft, context: Context) -> None:
    """What labels say of the option that the answer is about and a medicine that is taken, and what else they want
    minded in such a patient: it was chosen in spite of that."""
    for option in context.shortlist:
        if _is_asked(option, context):
            _beside(draft, option, context)


def chosen(draft: Draft, context: Context) -> None:
    """Which of what is advised is left, where no study chose it: what the labels that are held do not rule out."""
    for option in context.shortlist:
        if members(option.name):
            continue  # of a class that is no choice
        if not any(as_if.labels(name, context) for name in (option.name, *option.drugs)):
            continue  # of what has no label none could rule it out
        if _is_asked(option, context) and option.name in context.drugs and option.advice and not option.studies:
            text = f"{_NONE_RULES_OUT} {option.name} for this patient"
            draft.add(text, Kind.NAVIGATION)
            return


_NONE_RULES_OUT: Final = "of what is advised, no label that is held rules out"


def behind_advice(draft: Draft) -> None:
    """The advice before what is left of it, where that stands first."""
    first, *rest = draft.statements or (None,)
    if first is not None and rest and first.text.lower().startswith(_NONE_RULES_OUT):
        draft.put((rest[0], first, *rest[1:]))


def fit(context: Context) -> tuple[Option, ...]:
    """The options that nothing rules out, without the one that the answer is about."""
    return tuple(o for o in context.shortlist if o.fit and not _is_asked(o, context))


def _is_asked(option: Option, context: Context) -> bool:
    given = {drug for o in context.shortlist if o.name in context.drugs for drug in o.drugs}
    if given & set(option.drugs):
        return True  # a wider class of it, or one of it
    own = {ingredient(name) or name for name in (option.name, *option.drugs)}
    asked = {ingredient(name) or name for name in context.drugs}
    held = {ingredient(m) or m.casefold() for name in context.drugs for m in members(name)}
    return bool(own & asked) or (bool(held) and own <= held)


def _name(option: Option) -> str:
    """A class with the members that may be given."""
    given = [drug for drug in option.drugs if drug != option.name]
    return f"{option.name} ({wording.join(given[:3])})" if given else option.name


def _told(draft: Draft, option: Option, context: Context) -> None:
    """One sentence on what speaks for an option: its surest study, else the guideline, else the label."""
    before, level = len(draft), option.level.value if option.level is not None else ""
    for appraisal in option.studies:
        tried.tell(draft, context, appraisal, level, called=_name(option))
        if len(draft) > before:
            return
    if option.advice:
        directives(draft, option.advice[:1], "Guideline", "A guideline says")
    elif option.use is not None:
        said, span = telling.use(option.use[0], context)
        draft.add(f"{option.name} ({source_name(option.use[0])}): {said}", Kind.DIRECTIVE, (span,))


def barred(draft: Draft, context: Context, most: int = MOST_BARRED) -> None:
    """What sources name for the illness and labels rule out for this patient, each with the reason."""
    for option in [o for o in context.shortlist if not o.fit and not _is_asked(o, context)][:most]:
        appraisal, item = option.bars[0]
        offers = f", which a guideline offers ({source_name(option.advice[0][0])})," if option.advice else ""
        spans: tuple[Span, ...] = (item.span, *(advised.span for _, advised in option.advice[:1]))
        sure = item.action is DirectiveAction.CONTRAINDICATED
        said = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
        if vetting.of_taken((appraisal, item), context):
            taken = item.drug.lower()
            why = (
                f"since {taken} is taken, which is contraindicated {said}"
                if sure
                else f"since {taken} is taken: {said}"
            )
            text, spans = f"not to be used: {option.name}, {why}", (item.span,)
        else:
            verb = wording.now(option.name) if members(option.name) else "is"
            text = f"{option.name}{offers} {verb} {'contraindicated' if sure else 'advised against'} for this patient"
            text += f": {said}"
        draft.add(text, Kind.DIRECTIVE, spans, plain=text.replace("contraindicated", "not allowed"))


def _beside(draft: Draft, option: Option, context: Context) -> None:
    """What a label says of an option and a medicine that is taken, unless it stands there already."""
    told = {span for one in draft.statements for span in one.supports}
    for appraisal, item in option.beside[:1]:
        if item.span not in told:
            lead = "beside what is taken"
            if vetting.of_taken((appraisal, item), context):
                lead = f"with {item.drug.lower()}, which is taken"
            text = f"{lead} ({source_name(appraisal)}): {wording.lower(item.text.rstrip('. '))}"
            draft.add(text, Kind.DIRECTIVE, (item.span,))
