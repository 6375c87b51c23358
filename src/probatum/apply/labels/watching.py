"""Watching: what labels say is to be checked, where the question asks that."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence import effect_asked
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text import watching, words
from probatum.text.expressions import caseless

MOST: Final = 3
"""Checks that are told where nothing else is asked."""


def rows(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """What is to be checked, those directions first that name more of the question's words; empty where nothing of the
    kind is asked."""
    if not watching.asks(context.question.typed):
        return ()
    asked = words.stems(context.question.typed) - words.stems(" ".join(context.named))
    often = _OFTEN.search(context.question.typed) is not None

    def order(row: tuple[Appraisal, Directive]) -> tuple[bool, bool, int]:
        untimed = often and _EVERY.search(row[1].text) is None
        limited = row[1].text.lower().startswith(("in ", "with ")) and fitting.special(row[1].text)
        of_some = limited and not fitting.speaks_of(row[1].text, context.question.patient)
        return untimed, of_some, -len(asked & words.stems(row[1].text))

    every = [*context.directives(DirectiveAction.MONITOR)]
    graver = context.directives(DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION)
    every = every or [row for row in graver if _CHECKED.search(row[1].text) and not fitting.of_some(row[1].text)]
    ordered = sorted(every, key=order)
    if not watching.asks_why(context.question.typed):
        return tuple(ordered)
    why = [row for row in graver if row not in ordered and _is_reason(row[1].text, asked)]
    return (*ordered[:1], *why, *ordered[1:])


def _is_reason(text: str, asked: frozenset[str]) -> bool:
    """Whether a warning is why something is checked: it asks for checks itself, or names the organ that is asked
    about (`thyroid` in `hypothyroidism`)."""
    low = text.lower()
    return _CHECKED.search(text) is not None or any(len(stem) >= _ORGAN and stem in low for stem in asked)


_ORGAN: Final = 5
"""Letters of a stem that is looked for within longer words."""


_CHECKED: Final = caseless(r"\b(?:must|should) be (?:\w+ )?(?:measured|monitored|checked|tested|watched)\b")
"""A check that a warning asks for."""
_OFTEN: Final = caseless(r"\b(?:how (?:often|frequent\w*|many times)|when|how soon|interval)\b")
_EVERY: Final = caseless(
    r"\b(?:every|each) (?:\d|\w+ (?:days?|weeks?|months?|years?))|\b(?:daily|weekly|monthly|yearly|annually|once a)\b"
    r"|\b(?:after|within|at) \d+ (?:to \d+ )?(?:days?|weeks?|months?)"
)
"""A time at which something is checked."""


def alone(context: Context) -> bool:
    """Whether checks are asked about, and neither a dose nor what the treatment does besides."""
    return watching.asks_alone(context.question.typed) and not effect_asked.asked(context)


def say(draft: Draft, context: Context) -> bool:
    """The first of them, once, and more where nothing else is asked; False where there is none to say."""
    found = rows(context)
    if found and any(found[0][1].span in s.supports for s in draft.statements):
        return True
    directives(draft, found[: MOST if alone(context) else 1], "Checks", "What is checked")
    return bool(found)
