"""Acute care: what a guideline has given in the attack or exacerbation asked about, before single trials of it.

Trials of a long illness mostly keep attacks away, and what is given in one stands in a guideline's sentence.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import barred_here, same_aim
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.labels import guided_words
from probatum.apply.labels.guided_words import BY_NAME, named
from probatum.apply.once import once
from probatum.apply.quoted import by_part
from probatum.apply.quoted.salience import Salient
from probatum.apply.selection import is_open, is_proposed
from probatum.apply.together import making_way
from probatum.model import Intent, Role
from probatum.text import recurring, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

MOST: Final = 2
_ADULTS: Final = caseless(r"\badults?\b")
_ACUTE: Final = caseless(r"\b(?:acute|exacerbations?|attacks?)\b")
_GIVES: Final = caseless(r"\b(?:is|are) (?:given|added)\b|\bthe dose of [^.;,]{3,40} is\b|\bthe first choice is\b")
_WEIGHS: Final = caseless(
    r"\b(?:evidence|trials?|stud(?:y|ies)|versus|vs|compared|better|effective\w*|reduces?|prevent\w*|works?|improves?"
    r"|mortality|safe|need(?:ed|s)?|necessary|wait|harms?|side effects?)\b"
)
"""Words that ask what was found, and not what is given."""


@once
def told(context: Context) -> tuple[Salient, ...]:
    """The sentences that have something given in just such an attack: of what is named, where something is."""
    question = context.question
    if question.intent not in (Intent.THERAPY, Intent.DOSING) or question.danger or _WEIGHS.search(question.read):
        return ()
    if any("acute" in name.lower() for c in question.having(Role.POPULATION) for name in (c.text, c.label)):
        return ()  # an illness that is always acute has no attacks
    if question.having(Role.OUTCOME):
        return ()  # what it does to that is asked, and not what is given
    if (
        not _ACUTE.search(question.read)
        or recurring.goes_on(question.typed)
        or making_way.alone(question).having(Role.COMPARATOR)
        or question.patient.allergies
    ):
        return ()
    ill = [own for c in question.having(Role.POPULATION) for n in c.names if (own := words.stems(n))]
    gone = barred_here.had_not(context)
    found = [
        one
        for one in guided_words.sentences(context, _GIVES)
        if (_ACUTE.search(one.span.quote) or _under_acute(one))
        and not barred_here.gives_only(one.span.quote, gone)
        and any(own <= one.stems for own in ill)
        and fitting.of_age(one.span.quote, question.patient)
        and not (whom.is_child(question.patient) and _ADULTS.search(one.span.quote))
        and not same_aim.another_degree(one.span.quote, context)
        and _of_it(one.span.quote, context)
    ]
    asked = words.stems(question.read)
    grown = not whom.is_child(question.patient)  # how children are treated stands behind, where none is told of

    def place(one: Salient) -> tuple[bool, bool, bool, int]:
        """Adults first, then attacks of no kind that nobody told of, what is given first, what is nearest."""
        text = one.span.quote
        kind = _OF_A_KIND.search(text) is not None and not _OF_A_KIND.search(question.read)
        return grown and bool(fitting.YOUNG.search(text)), kind, not _FIRST.search(text), -len(asked & one.stems)

    found.sort(key=place)
    graver = [one for one in found if _GRAVE.search(one.span.quote) and not _GRAVE.search(question.read)]
    if len(graver) == len(found):
        return ()  # what is given in the gravest attacks alone is not what an attack is treated with
    return tuple(found[:MOST])


def _under_acute(one: Salient) -> bool:
    """Whether a sentence stands under a heading on the acute treatment: the dose there is that for an attack."""
    headings = (s.heading or "" for s in one.appraisal.record.sections if s.id == one.span.section)
    return any(_TREATMENT.search(heading) for heading in headings)


_TREATMENT: Final = caseless(r"\b(?:acute (?:treatment|attacks?|care|management)|treatment of (?:an |the )?attacks?)\b")
_GRAVE: Final = caseless(r"\b(?:severe|life-threatening|near-fatal)\b")


def of_attack(context: Context) -> bool:
    """Whether an attack is asked about, with no treatment named, and a guideline tells what is given in one."""
    return is_open(context.question) and bool(told(context))


def first_in_attack(text: str) -> bool:
    """Whether advice calls something the first choice in an attack, an exacerbation or the acute form of an illness."""
    return _ACUTE.search(text) is not None and _FIRST.search(text) is not None


_FIRST: Final = caseless(r"\b(?:first[- ](?:choice|line)|given first)\b")
_OF_A_KIND: Final = caseless(r"\b(?:infective|bacterial|viral|allergic)\b")


def _of_it(text: str, context: Context) -> bool:
    """Whether a sentence is of the medicine that is named, or of a member of the class; of any, where none is."""
    if is_proposed(context.question) or is_open(context.question):
        return True
    given = {m.term.label.casefold() for m in vocabulary.load().find(text)}
    of_class = {m.casefold() for name in context.named for m in members(name)}
    return bool(given & of_class) or any(named(text, drug) == BY_NAME for drug in context.named)


def lead(draft: Draft, context: Context) -> None:
    """That stands first, once."""
    if not told(context):
        return
    led = Draft(draft.id, "")
    for one in told(context):
        by_part.tell(led, one)
    spans = {span for made in led.statements for span in made.supports}
    draft.put(tuple(s for s in draft.statements if not spans & set(s.supports)))
    draft.open_with(led.statements)
