"""Does the source as a whole tell the effect that the sentence tells?"""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise import effects
from probatum.assess.audit import claiming, relating
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.side import given
from probatum.assess.audit.checks.tendency import weighed
from probatum.assess.audit.claiming import DIFFERS, NONE, Claim
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Direction, Fault
from probatum.text import statistics
from probatum.text.expressions import expression

OPPOSITE, NOTHING, SOMETHING = 0.65, 0.9, 0.75
"""Probabilities from which the model is heard: against a direction, against a difference, against a denial. On a grid
of such bounds over questions of Evidence Inference that it was not fitted on, it contradicted true answers in at most
8 %, 4 % and 3 %."""
_COMPARED = 2
"""Figures with which a sentence, and their difference behind them, shows itself what it tells."""
_WRONG = {"up": Direction.LOWER, "down": Direction.HIGHER}
_TOLD = {Direction.LOWER: "lower", Direction.HIGHER: "higher", Direction.NONE_DETECTED: "not detectably different"}


@probe(
    name="effect",
    order=132,
    purpose="The effect a sentence tells (which way, a difference or none) is the one that the whole source is read "
    "to tell.",
    source="Lehman E, et al. Inferring which medical treatments work from reports of clinical trials (2019), "
    "doi:10.18653/v1/N19-1371",
    by="model effect_direction",
)
def effect(case: Cited) -> Opinion | None:
    """Contradicted when the model of effects reads the contrary out of the cited record with enough certainty."""
    shown = len([c for c in case.results if c.kind in ("percent", "count", "number") and not c.part]) > _COMPARED
    claim = claiming.read(case) if len(case.sources) == 1 and not shown else None
    if claim is None:
        return None
    if _shown(case) or (not claim.second and _BY.search(case.text)):
        return None
    found = claiming.told(case.sources[0], claim)
    fault = _fault(claim, found)
    if fault is Fault.NEGATION and claim.way != NONE and any(statistics.judge(m.relation, m.value) for m in case.p):
        return None  # its own p value, which `significance` judges, says that there is a difference
    if fault is None:
        return None
    against = f" than with {claim.second}" if claim.second and found.direction is not Direction.NONE_DETECTED else ""
    told = f"the source is read as {_TOLD[found.direction]} with {claim.first}{against}"
    return Opinion(fault, told, found.evidence[:2])


_BY: Final = expression(
    r"\b(?:down|up|fell|rose|dropped|climbed|declined|gained|lost|improved|eased)\b[^.;]{0,20}?\bby (?:about "
    r"|around |some "
    r"|roughly |nearly |almost )?(?:an? |[0-9]|one|two|three|four|five|six|seven|eight|nine|ten)",
    re.IGNORECASE,
)
"""`It came down by nine points`: a change in time, told of one group."""


def _shown(case: Cited) -> bool:
    """True when the sentence's own figures, or units on the same matter and none against, show what its words tell."""
    source = case.sources[0]
    text = relating.plain(case.text)
    told = relating.read(text, source)
    if len(told) != 1:
        return False
    bound = {c.group: c.claim.value for c in given(case, source)}
    first, second = bound.get(told[0].first), bound.get(told[0].second)
    if first is not None and second is not None and told[0].way in ("up", "down"):
        return (first > second) == (told[0].way == "up")
    agree, against = weighed(case, source, told[0])
    return bool(agree) and not against


def _fault(claim: Claim, found: effects.Effect) -> Fault | None:
    if found.direction is _WRONG.get(claim.way) and found.probability >= OPPOSITE:
        return Fault.DIRECTION
    none = found.direction is Direction.NONE_DETECTED
    if claim.way in ("up", "down", DIFFERS) and none and found.probability >= NOTHING:
        return Fault.NEGATION
    return Fault.NEGATION if claim.way == NONE and not none and found.probability >= SOMETHING else None
