"""Denying: the path where the conclusion that is quoted speaks for one treatment and against the one asked about.

`Prednisolone raised recovery; aciclovir did not` is no word for aciclovir, though it tells of a recovery that was
raised: of a sentence with several treatments only the clauses that name the one asked about are its own.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.labels import starting
from probatum.apply.numbering import Steps
from probatum.apply.quoted import lead_passage
from probatum.apply.sections import halts
from probatum.model import Kind
from probatum.text.expressions import caseless

_PARTS: Final = caseless(r";|,? (?:but|whereas|while|although|and)\b")
_DENIED: Final = caseless(
    r"\b(?:did|does|do|has|have|was|were) not\s*[.,]?\s*$|\bnot (?:by|with) [\w /-]{3,40}[.,]?\s*$"
    r"|\b(?:no|not) (?:better|more effective|superior)\b|\b(?:brought|had|showed|gave) no\b"
    r"|\bshould not be (?:used|given)\b"
    r"|\b(?:did|does|do) not (?:\w+ ){0,2}(?:reduce|improve|prevent|lower|shorten|relieve|raise|help|benefit)\b"
)
_OPEN: Final = caseless(
    r"\bno firm conclusions?\b|\bno (?:\w+ ){1,4}(?:met|reached|fulfilled) the criteri(?:on|a)\b"
    r"|\bconclusions? (?:cannot|could not) be drawn\b"
)


def denied(text: str, context: Context) -> bool:
    """Whether the clauses of a sentence that name what is asked about all deny that it does anything."""
    own = [part for part in _PARTS.split(text) if context.names_intervention(part)]
    found = [(part, _DENIED.search(part)) for part in own]
    return bool(own) and all(m is not None and not halts.of_another(part[: m.start()], context) for part, m in found)


def say(steps: Steps, context: Context) -> bool:
    """The path where that is so of the conclusion that leads, or where it says that none is possible; False
    elsewhere."""
    passage = lead_passage.lead(context)
    if passage is None or passage.appraisal.directness.note:
        return False
    against = denied(passage.span.quote, context)
    if not against and not _OPEN.search(passage.span.quote):
        return False
    drug = starting.drug(context)
    told = f"What is quoted above {'speaks against' if against else 'leaves open what comes of'} {drug}"
    steps.step(f"{told}: do not start {drug} for that on this evidence", Kind.NAVIGATION)
    steps.branch("a", f"Something is still wanted: {halts.elsewhere(context)}")
    already = f"{wording.upper(drug)} {wording.now(drug)} taken already"
    steps.branch("b", f"{already}, or there is another use: ask the prescriber about that use")
    return True
