"""Premise: what a question takes for granted and its sources deny, said before anything else.

`which antibiotic for a cold` takes it that one is to be given, where a guideline advises against it; `what dose of Y
cures Z` that Y works, where no effect was detected. Nothing is said that no guideline or finding of the library says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import elsewhere
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.effects import effect_of
from probatum.apply.evidence.effect_words import effect_words
from probatum.apply.evidence.outcomes import graded_studies
from probatum.apply.evidence.studied import evidence_size
from probatum.apply.patient import bars, for_patient
from probatum.apply.selection import is_proposed
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Role
from probatum.text import words
from probatum.text.expressions import expression
from probatum.text.undoing import UNDONE

_GRANTED: Final = expression(
    r"^(?:and |so |but )?(?:(?:what|which) (?!is\b|are\b|evidence\b|studies\b|causes?\b)|how (?:long|much|often|many"
    r"|soon)\b|when (?:should|can|do)"
    r"|how (?:do|should|can) (?:i|we|you) (?:give|start|use|take)|(?:best|right|recommended|usual|first[- ](?:line"
    r"|choice)) )"
    r"|\bdos(?:e|es|age|ing)\b|\bcontinu\w+|\bhow long\b|\bcure[sd]?\b|\bwhy (?:does|do)\b",
    re.IGNORECASE,
)
"""Wordings that ask which, how much or how long, and so take it that the treatment is given."""


def say(draft: Draft, context: Context) -> None:
    """A guideline's advice against it, else that no effect was detected, where the treatment is taken as given."""
    if not context.treatable or is_proposed(context.question) or not _GRANTED.search(context.question.read):
        return
    names = wording.join(context.named)
    be = "are" if len(context.named) > 1 or names.endswith("s") else "is"
    against = list(_against(context))[:1]
    directives(
        draft,
        against,
        f"the question takes for granted that {names} {be} given, but the guideline advises against it",
        f"the question takes it as given that {names} is used. The guideline advises against it",
    )
    if not against:
        _undetected(draft, context)


def _against(context: Context) -> Iterator[tuple[Appraisal, Directive]]:
    """Advice against what is asked about, in the illness asked about, but for that which is about such a patient."""
    own = {item.span for _, item in for_patient.barred(context)}
    illnesses = [c.names for c in context.question.concepts if c.role in _ILL and c.semantic]
    for appraisal in context.guidelines:
        for item in appraisal.directives:
            against = item.action is DirectiveAction.NOT_RECOMMENDED and not bars.only_alone(item, context)
            if not against or not context.names_intervention(UNDONE.sub(" ", item.text)):
                continue
            apart = (elsewhere.for_others, elsewhere.of_a_degree, elsewhere.of_some, elsewhere.of_a_sort)
            if any(only(item.text, context) for only in apart) or _of_untold(item.text, context.question.typed):
                continue
            if item.span in own or (_KEEPS_AWAY.search(item.text) and not _KEEPS_AWAY.search(context.question.read)):
                continue  # what is not to keep it away may well be given in it
            said = f"{item.text} {item.condition}"
            if any(_named(said, names) for names in illnesses) and _for_everybody(item, context):
                yield appraisal, item


_KEEPS_AWAY: Final = expression(r"\b(?:to )?prevent\w*\b|\bprophyla\w+", re.IGNORECASE)
_ILL: Final = (Role.POPULATION, Role.OUTCOME)


_LACKS: Final = expression(r"\bthat (?:has|have|is|are) not (?P<what>[^,.;]{3,60}?)(?=, | and |[.;]|$)", re.IGNORECASE)
_DENIES: Final = expression(r"\b(?:no|not|never|nor|without|un\w+|intact)\b|n['\u2019]?t\b", re.IGNORECASE)


def _of_untold(text: str, typed: str) -> bool:
    """Whether advice is for an illness that has not gone so far (`a bite that has not broken the skin`), and the
    question does not say that it has not."""
    found = _LACKS.search(text)
    if found is None:
        return False
    return _DENIES.search(typed) is None or not words.stems(found["what"]) & words.stems(typed)


def _named(text: str, names: tuple[str, ...]) -> bool:
    said = words.stems(text)
    return any(own and own <= said for own in (words.stems(name) for name in names))


def _for_everybody(item: Directive, context: Context) -> bool:
    """Whether the advice names no special people, or grown-ups besides them, or the patient asked about."""
    adults = re.search(r"\b(?:adults?|everyone|anybody|people)\b", item.text, re.IGNORECASE)
    return not fitting.special(item.text) or bool(adults) or fitting.speaks_of(item.text, context.question.patient)


def _undetected(draft: Draft, context: Context) -> None:
    """That no effect was detected, where the question asks for a dose or how long and no outcome moved."""
    asked = context.question.intent is Intent.DOSING or re.search(r"\bcure", context.question.read, re.IGNORECASE)
    people = context.population
    if not asked or not people:
        return
    effects = [(group, effect_of(group, context)) for group in context.groups]
    told = [(group, effect) for group, effect in effects if effect is not None]
    # That it did no better than another treatment does not deny that it works.
    if not told or any(effect.direction != "none" or effect.stand.other for _, effect in told):
        return
    names = wording.join(context.named)
    group, effect = told[0]
    sized, calculation, spans = evidence_size(graded_studies(group))
    said = effect_words(effect, group, context)
    draft.add(
        f"the question takes for granted that {names} works; {said.text} ({sized})",
        Kind.FINDING,
        [*effect.spans, *spans],
        plain=f"the question takes it as given that {names} works. {wording.upper(said.plain)}. It rests on {sized}",
        calculation=calculation,
    )
