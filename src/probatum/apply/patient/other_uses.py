"""Other uses: what a label limits for a use, or advises for people, that nobody asks about: it bars nothing here."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply.context import Context
from probatum.apply.evidence.outcomes import PREVENTS
from probatum.apply.patient import illnesses
from probatum.model import Directive, DirectiveAction, Intent, Role
from probatum.text import words
from probatum.text.expressions import expression

_PURPOSE: Final = expression(
    r"\b(?:for|to (?:improve|treat|control|manage|reduce|lower|prevent)|(?:in|for) the (?:treatment|prevention) of)\b"
    r"(?! (?:use|(?:people|patients|adults|children|infants|women|men|those|persons|anyone)\b|at least|more|up to|\d))"
    r"(?P<what>[^.;,()]{3,80})",
    re.IGNORECASE,
)
"""What a direction says the drug is given for; people are no purpose."""
_USED_IN: Final = expression(
    r"\b(?:used|given|taken|recommended|started|begun) in (?P<what>[^.;,()]{3,80})", re.IGNORECASE
)
"""In which illness it is given, where that illness is one of the label's uses."""


def for_other_use(text: str, context: Context) -> bool:
    """Whether a limit names the use it is for (`not recommended for glucose control ...`), and that is another
    indication of the label than the one asked about: it says nothing against this one."""
    if _for_what_nobody_asks(text, context):
        return True
    rows = [d for _, d in context.directives(DirectiveAction.INDICATED)]
    wider = words.stems(context.wider_use)
    meant = [context.indicated_for_this(d) or (bool(wider) and wider <= words.stems(d.text)) for d in rows]
    this = [d.text for d, own in zip(rows, meant, strict=True) if own]
    others = [d.text for d, own in zip(rows, meant, strict=True) if not own]
    found = _PURPOSE.search(text) or _USED_IN.search(text)
    if not this or not others or found is None:
        return False
    asked, elsewhere = words.stems(" ".join(this)), words.stems(" ".join(others))
    named = words.stems(found["what"]) - words.stems(" ".join(context.drugs))
    concepts = (*context.question.having(Role.POPULATION), *context.question.having(Role.OUTCOME))
    own = frozenset().union(*map(words.stems, (*(c.label for c in concepts), *context.question.patient.conditions)))
    return bool(named & (elsewhere - asked)) and not named & (asked - elsewhere) and not named & own


_NOT_FOR: Final = expression(
    r"\bnot (?:be )?(?:used|given|taken|recommended|approved|indicated) (?:for|to treat) (?P<what>[^.;]{3,80})",
    re.IGNORECASE,
)


def _for_what_nobody_asks(text: str, context: Context) -> bool:
    """`should not be used for obesity`: nothing but illnesses of which the question names none, nor one that is a kind
    of it."""
    found = _NOT_FOR.search(text)
    if found is None:
        return False
    kinds = ("condition", "symptom")
    named = [m.term for m in vocabulary.load().find(found["what"]) if m.term.semantic in kinds]
    asked = [c for c in context.question.concepts if c.semantic in kinds]
    labels = {n.lower() for c in asked for n in (c.label, *c.broader)}
    wider = {n.lower() for term in named for n in term.broader}
    own = {c.label.lower() for c in asked}
    return bool(named) and bool(own) and not any(t.label.lower() in labels for t in named) and not own & wider


_AGAINST: Final = expression(
    r"\bagainst [^.;]{2,80}?\bto (?:prevent|treat|reduce|lower|control|improve) (?P<what>[^.;,()]{3,60}?)"
    r"(?= in\b| among\b|[.;,()]|$)",
    re.IGNORECASE,
)
"""Advice against something and what it would be taken for: `against zorbinol to prevent falls`."""


def for_other_aim(text: str, context: Context) -> bool:
    """Whether advice is against taking something for an aim, and it is asked about for another: what does not prevent
    falls may prevent fractures."""
    found = _AGAINST.search(text) or (None if _keeps_away(context) else _AGAINST_PREVENTING.search(text))
    asked = [c for c in context.question.concepts if c.role in (Role.OUTCOME, Role.POPULATION) and c.semantic]
    if found is None or not asked:
        return False
    aim = words.stems(found["what"])
    return not any(own & aim for c in asked for own in map(words.stems, (*c.names, *c.broader[:2])))


_AGAINST_PREVENTING: Final = expression(
    r"\bagainst [^.;]{2,80}?\bfor (?:the )?(?:primary )?prevention of (?P<what>[^.;,()]{3,60}?)"
    r"(?= in\b| among\b|[.;,()]|$)",
    re.IGNORECASE,
)
"""Advice against preventing something with it, which says nothing to who takes it for what is there already."""


def _keeps_away(context: Context) -> bool:
    return context.question.intent is Intent.PREVENTION or PREVENTS.search(context.question.read) is not None


_FOR_USE: Final = expression(
    r"\bnot recommended (?:for|to) (?P<what>(?!people|patients|use|adults|children|those)[^.;,]{3,60}?)"
    r"(?= (?:with|in|at|below|when|if)\b|[.;,]|$)",
    re.IGNORECASE,
)
"""A limit of one use: `not recommended for glucose control with an eGFR below 30`."""
_KIDNEYS: Final = expression(r"\bCKD(?=\b|\d)|\bchronic kidney disease\b", re.IGNORECASE)


def of_one_use(item: Directive, context: Context) -> bool:
    """Whether a limit is of one use of a medicine whose label has another use that this patient is told to have, too:
    what no longer lowers glucose may still protect the kidneys that are told of."""
    found = _FOR_USE.search(item.text)
    if found is None:
        return False
    held = {a.record.id: a for a in (*context.labels, *context.option_labels, *context.appraisals)}
    label = held.get(item.record)
    if label is None:
        return False
    uses = [d.text for d in label.directives if d.action is DirectiveAction.INDICATED]
    return any(_has(use, context) and not _has(found["what"], context) for use in uses)


def _has(text: str, context: Context) -> bool:
    """Whether a text names an illness that the patient has besides the one that is to be treated."""
    question = context.question
    treated = {c.label.lower() for c in question.having(Role.POPULATION)}
    told = {n.lower() for n in question.patient.conditions} - (treated if len(treated) < 2 else set())
    told |= treated if len(treated) > 1 else set()
    named = {m.term.label.lower() for m in vocabulary.load().find(text) if m.term.semantic == "condition"}
    kidneys = _KIDNEYS.search(text) and _KIDNEYS.search(f"{question.patient.kidney} {question.read}")
    return bool(named & told) or bool(kidneys)


_AIM_IN: Final = expression(
    r"\b(?:to (?:prevent|treat|reduce|lower|control)|(?:prevention|treatment|prophylaxis) of)\b[^.;]{2,160}?"
    r"\b(?:in|among)\s(?P<whom>[^.;,]{3,80})",
    re.IGNORECASE,
)
"""Advice that names an aim and in whom: `to prevent stroke in atrial fibrillation`."""


def in_others(text: str, context: Context) -> bool:
    """Whether advice is for people with an illness that this patient is not told to have: what it aims at is no mark of
    them."""
    found = _AIM_IN.search(text)
    if found is None:
        return False
    ill = {m.term.label.lower() for m in vocabulary.load().find(found["whom"]) if m.term.semantic == "condition"}
    told = {n.lower() for c in context.question.concepts for n in (c.label, *c.broader[:1])}
    told |= {n.lower() for n in context.question.patient.conditions}
    return bool(ill) and not ill & told


_OPENS_WITH: Final = expression(r"(?:in|for|with|after|during) (?P<whom>[^,;.]{3,80}),", re.IGNORECASE)


def advised_in_others(item: Directive, context: Context) -> bool:
    """Whether advice of a guideline opens with an illness that this patient is not told to have, nor a kind of it: what
    is advised against in low back pain is not so for every pain."""
    guided = any(item.record == appraisal.record.id for appraisal in context.guidelines)
    found = _OPENS_WITH.match(item.text) if guided else None
    if found is None:
        return False
    lasting = _LASTING.search(found["whom"]) and not _LASTING.search(
        f"{context.question.typed} {context.question.read}"
    )
    return bool(lasting) or illnesses.untold(found["whom"], context.question)


_LASTING: Final = expression(
    r"\b(?:chronic|long[- ](?:term|standing|lasting)|for (?:months|years)|persistent)\b", re.IGNORECASE
)
