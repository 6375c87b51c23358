"""In words: what a question names of a limit though no list knows it as an illness, and whom a limit leaves out."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.patient import abilities, beside
from probatum.model import Directive, DirectiveAction
from probatum.text import words
from probatum.text.expressions import expression

_NAMED: Final = 0.6
"""Share of the words of a contraindication that a question has to hold to name it."""


def is_named(item: Directive, context: Context) -> bool:
    """Whether the question names what a label forbids the drug in, or wants it not used in (`a mechanical heart
    valve`), though no list knows it as an illness: at least two of its words, and most of them."""
    text = _EXCEPT.sub(" ", item.text)
    if item.action in _LIMITS and abilities.lacked(text, context.question.typed):
        return True
    whom = _NOT_IN.search(text)
    if item.action is not DirectiveAction.CONTRAINDICATED and (whom is None or fitting.special(item.text)):
        return False
    if fitting.ALLERGY.search(text) and not fitting.ALLERGY.search(context.question.typed):
        return False  # that a label names its own medicines beside an allergy to them names nobody who has one
    drugs = words.stems(" ".join((*context.drugs, item.drug)))
    drugs |= _feared(context)
    asked = words.stems(f"{context.question.read} {context.question.typed}") - drugs
    least = _NAMED if item.action is DirectiveAction.CONTRAINDICATED else _NAMED_IN
    parts = [whom["whom"]] if whom else [text, *_APART.split(text)]  # each of a list bars by itself
    every = (words.stems(part) - drugs - _USUAL for part in parts)
    # One type of an illness is not the other, though most of its words are.
    every = (told for told in every if all(stem in asked for stem in told if stem.isdigit()))
    return any(len(told & asked) >= 2 and len(told & asked) >= least * len(told) for told in every)


_APART: Final = expression(r",? (?:and|or) in | and (?:acute|severe) ")


_LIMITS: Final = (DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED)


def _feared(context: Context) -> frozenset[str]:
    """The words of illnesses that the medicine may bring: that they are named tells of nobody who has them."""
    read = context.question.read
    fears = (c for c in context.question.concepts if beside.feared(c, context))
    fears = (
        c for c in fears if re.search(rf"(?i)\b(?:with|has|have) (?:[\w-]+ ){{0,2}}{re.escape(c.text)}", read) is None
    )
    return words.stems(" ".join(name for c in fears for name in (c.text, c.label)))


_EXCEPT: Final = expression(r"\bexcept(?:ing)?\b(?P<whom>[^.;]{3,90})", re.IGNORECASE)
"""Whom a limit leaves out: it does not bar them, and does not name them as those whom it bars."""


def excepted(item: Directive, context: Context) -> bool:
    """Whether the question names those whom a limit leaves out."""
    found = _EXCEPT.search(item.text)
    if found is None:
        return False
    told = words.stems(found["whom"]) - _USUAL - words.stems("women men in for with a")
    shared = told & words.stems(f"{context.question.read} {context.question.typed}")
    return len(shared) >= 2 and len(shared) >= _NAMED * len(told)


_NAMED_IN: Final = 0.7
"""The same of what is but not recommended: a mechanical valve is no bioprosthetic one."""
_USUAL: Final = words.stems("contraindicated people patients adults history known use other")
_NOT_IN: Final = expression(
    r"\b(?:not (?:be )?(?:recommended|used|given)|avoided|contra-?indicated) in (?:people|patients|adults|those) "
    r"(?:with|who have) (?:an? )?(?P<whom>[^.;,]{3,80})",
    re.IGNORECASE,
)
"""In whom a label wants a medicine not used, in words that no list need know."""
