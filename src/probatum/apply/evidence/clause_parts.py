"""The parts of a clause on a finding: when it was seen, between whom, by which verb and which way."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.model import ArmResult, Direction, Finding, Measure
from probatum.text.expressions import expression


class Style(msgspec.Struct, frozen=True):
    """How a finding is told: by which level p is judged, and whether in plain words."""

    alpha: float | None = None
    plain: bool = False


def when(finding: Finding) -> str:
    """` at 12 weeks`, with the blank before it; empty where the outcome says it or nothing is known."""
    return (
        f" {wording.lower(finding.timepoint)}" if finding.timepoint and finding.timepoint not in finding.outcome else ""
    )


def than_other(finding: Finding) -> str:
    """`with A than with B`, from the arms."""
    if len(finding.arms) >= 2:
        return f"{wording.with_arm(finding.arms[0].arm)} than {wording.with_arm(finding.arms[1].arm)}"
    if len(finding.arms) == 1 and finding.comparator:
        return f"{wording.with_arm(finding.arms[0].arm)} than {wording.with_arm(finding.comparator)}"
    return wording.with_arm(finding.arms[0].arm) if finding.arms else ""


def versus(finding: Finding) -> str:
    """`with A compared with B`, from the arms; empty when they are not named."""
    names = [a.arm for a in finding.arms] + ([finding.comparator] if finding.comparator else [])
    names = list(dict.fromkeys(n for n in names if n))
    return f"{wording.with_arm(names[0])} compared {_to(names[1])}" if len(names) >= 2 else ""


def _to(arm: str) -> str:
    """`with placebo`, `with patients without it`: of what is compared, `with` stands before people too."""
    return f"with {wording.with_arm(arm).partition(' ')[2]}"


def told_value(arm: ArmResult, finding: Finding) -> str:
    """The figure of an arm in the unit of its finding."""
    return wording.arm_value(arm, finding.unit)


def sized(finding: Finding) -> bool:
    """Whether a difference can be said as `15 points lower`: a direction or a value, two sides and no minus sign."""
    return bool(which_way(finding) and finding.estimate and finding.estimate.value > 0 and than_other(finding))


def which_way(finding: Finding) -> str:
    """`lower` or `higher`; of a scale that may go either way `better` or `worse`, as the source has it."""
    if finding.direction in (Direction.LOWER, Direction.HIGHER):
        return finding.direction.value
    unsaid = finding.direction is Direction.UNCLEAR
    return {"benefit": "better", "harm": "worse"}.get(finding.favours, "") if unsaid else ""


A_NUMBER: Final = expression(r"(?:the )?(?:total )?number of\b", re.IGNORECASE)
"""An outcome that is itself a count: it `was` so many."""

_OF_PEOPLE: Final = (
    Measure.RISK_RATIO,
    Measure.ODDS_RATIO,
    Measure.HAZARD_RATIO,
    Measure.RATE_RATIO,
    Measure.RISK_DIFFERENCE,
)


def occurred(finding: Finding, style: Style) -> str:
    """The verb before the figures of two arms with their estimate: people are counted (`occurred in`, in plain words
    `was seen in`), anything else `was`. Shares of people are what the measures of risk compare."""
    be = wording.be(finding.outcome)
    if _of_share(finding) or "survival" in finding.outcome.lower():
        return be
    counted = all(a.events is not None for a in finding.arms)
    if style.plain:
        shares = finding.measure in _OF_PEOPLE and finding.unit == "%"
        return f"{be} seen in" if counted or shares else be
    return "occurred in" if counted else be


def people_counted(finding: Finding) -> bool:
    """A percentage of people is `seen in`, a percentage of something else `was`."""
    return finding.measure is Measure.PERCENTAGE and not _of_share(finding) and finding.unit == "%"


def _of_share(finding: Finding) -> bool:
    """Whether an outcome is itself a share of people."""
    return any(w in finding.outcome.lower() for w in ("rate", "percentage", "proportion", "share", "incidence"))


A_CHANGE: Final = expression(
    r"(?:the )?(?:\w+ ){0,2}(?:change|fall|rise|decline|increase|decrease|reduction|improvement|loss|gain)\b",
    re.IGNORECASE,
)
"""An outcome that is itself a change: it `was` so much, it did not `fall by` so much."""


def verb_of_change(finding: Finding) -> str:
    """`fell`, `rose`, or `changed` where a figure has a sign of its own or no way is told."""
    signed = [a.value.value for a in finding.arms if a.value is not None and a.baseline is None]
    if any(v < 0 for v in signed):  # `fell by -6.9` would turn the direction round
        return "changed"
    return {Direction.LOWER: "fell", Direction.HIGHER: "rose"}.get(finding.direction, "changed")
