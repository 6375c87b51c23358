"""Pair checks: what labels want watched of the harm that two medicines do together, where none names both in a check.

`A with B may cause severe bradycardia` is watched as the label of B wants bradycardia watched.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.together import pairs
from probatum.model import DirectiveAction

_ILL: Final = ("condition", "symptom")


def of_the_harm(context: Context) -> list[pairs.Row]:
    """Checks of the labels of the two that name a harm of theirs together, those first that name more of them."""
    feared = frozenset[str]().union(*(_harms(item.text) for _, item in pairs.rows(context)))
    every = [(a, d) for name in pairs.asked(context) for a in pairs.labels_of(context, name) for d in a.directives]
    rows = [row for row in every if row[1].action is DirectiveAction.MONITOR and not fitting.of_some(row[1].text)]
    named = [(len(feared & _harms(item.text)), (appraisal, item)) for appraisal, item in rows]
    return [row for shared, row in sorted(named, key=lambda one: -one[0]) if shared]


def _harms(text: str) -> frozenset[str]:
    return frozenset(m.term.label.lower() for m in vocabulary.load().find(text) if m.term.semantic in _ILL)
