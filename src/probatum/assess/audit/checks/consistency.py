"""Does the sentence contradict another sentence of the same text?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.assess.audit import advising, arms, keys, retelling, steps
from probatum.assess.audit.arms import CONTROLS
from probatum.assess.audit.case import Cited, Whole
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.parting import Said
from probatum.model import Fault
from probatum.text.expressions import expression


@probe(
    name="consistency",
    order=140,
    purpose="No two sentences of the text advise the opposite: for and against one thing, one before the other and the "
    "other before the one, for everybody and only for some.",
    source="Rule: a text that contradicts itself is wrong in one place at least. Needs no source.",
)
def consistency(case: Cited) -> Opinion | None:
    """Contradicted when an earlier sentence advises for what this one advises against, or the other way round."""
    own = _advice(case.said)
    if own is None:
        return _retold(case)
    treatments = _treatments(case.whole)
    for other in case.whole.sentences:
        if other.n >= case.said.n:
            break
        theirs = _advice(other)
        named = treatments | _drugs(case.said.plain) | (_things(case.said.plain) & _things(other.plain))
        if theirs is not None and advising.opposed(own, theirs, named, case.whole.topic):
            return Opinion(Fault.CONTRADICTION, f"it contradicts sentence {other.n}: \u201c{_short(other)}\u201d")
    return None


def _advice(said: Said) -> advising.Advice | None:
    """The advice of a sentence; what it calls `the two` or `them` its heading names."""
    made = advising.read(said.plain, cites=bool(said.marks))
    if made is None or said.marks or not _MEANT.search(said.plain) or _drugs(said.plain):
        return made
    return made._replace(subject=made.subject | keys.of(said.section) - keys.GENERIC - advising.EMPTY)


_MEANT: Final = expression(r"\b(?:the two|them|they|it|both|either|these)\b", re.IGNORECASE)


def _retold(case: Cited) -> Opinion | None:
    """What a text tells again without a citation, otherwise than it told it with one."""
    if case.references:
        return None
    for other in case.whole.marked:
        steps.spend(_STEPS)
        if other.n != case.said.n and retelling.opposed(case.said.plain, other.plain):
            return Opinion(Fault.CONTRADICTION, f"it contradicts sentence {other.n}: \u201c{_short(other)}\u201d")
    return None


def _treatments(whole: Whole) -> frozenset[str]:
    """Keys of the words that name the treatments of a text's sources."""
    return frozenset().union(*(arms.names(source) for source in whole.sources)) - CONTROLS


@lru_cache(maxsize=1024)
def _things(text: str) -> frozenset[str]:
    """Keys of the substances, procedures and devices that a text names: MeSH trees D, E and J."""
    made: set[str] = set()
    for mention in vocabulary.current().find(text):
        if mention.term.semantic in _GIVEN or any(tree[:1] in "DEJ" for tree in mention.term.trees):
            made |= keys.of(text[mention.start : mention.end])
            made.add(mention.term.id)
    return frozenset(made - keys.GENERIC - advising.EMPTY)


_GIVEN: Final = frozenset(("drug", "procedure"))


def _drugs(text: str) -> frozenset[str]:
    return frozenset().union(*(arm.words for arm in arms.read(text))) - keys.GENERIC


def _short(said: Said) -> str:
    return said.plain if len(said.plain) <= _SHORT else said.plain[: _SHORT - 3] + "\u2026"


_SHORT = 120
_STEPS: Final = 200
"""What it takes to hold one sentence against another."""
