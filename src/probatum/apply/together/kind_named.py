"""Kind named: what a label says that its medicine is, where no class of that name is known.

`A, a combined oral contraceptive, is indicated` makes A one of the oral contraceptives that somebody takes.
"""

from __future__ import annotations

from typing import Final

from probatum.model import Appraisal, DirectiveAction
from probatum.text import words
from probatum.text.expressions import caseless

_APPOSED: Final = caseless(r", an? (?P<kind>[^,;.]{3,60}), (?:is|are) indicated\b")


def is_one(appraisal: Appraisal, name: str) -> bool:
    """Whether a label says of its medicine that it is one of those that `name` is the kind of."""
    uses = (d.text for d in appraisal.directives if d.action is DirectiveAction.INDICATED)
    found = (_APPOSED.search(text) for text in uses)
    return any(m is not None and words.stems(name) <= words.stems(m["kind"]) for m in found)
