"""Signals of bias: what a report says on the questions that a judgement of bias asks, one file a domain.

Trials by the domains of RoB 2 (Sterne et al. 2019, doi:10.1136/bmj.l4898), systematic reviews by items of AMSTAR 2
(Shea et al. 2017, doi:10.1136/bmj.j4008), studies of accuracy by QUADAS-2 (Whiting et al. 2011,
doi:10.7326/0003-4819-155-8-201110180-00009). A signal says what is written and where. No overall judgement is made:
that is a person's (`A_PERSON_JUDGES` is said wherever signals are shown).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from probatum.appraise.bias import accuracy, deviations, measurement, missing, randomisation, reporting, reviews
from probatum.appraise.bias._asking import Report
from probatum.model import BiasSignal, Design, Record, Study

__all__ = ["TOOLS", "signals", "tool"]

Asked = Callable[[Report], tuple[BiasSignal, ...]]

TOOLS: Final = MappingProxyType(
    {
        "RoB 2": (
            randomisation.signals,
            deviations.signals,
            missing.signals,
            measurement.signals,
            reporting.signals,
        ),
        "AMSTAR 2": (reviews.signals,),
        "QUADAS-2": (accuracy.signals,),
    }
)
"""Tool -> its domains in order."""


def tool(design: Design) -> str:
    """The tool whose questions fit a design; empty where none of them does."""
    if design.synthesis:
        return "AMSTAR 2"
    if design is Design.ACCURACY:
        return "QUADAS-2"
    return "RoB 2" if design.randomised else ""


@lru_cache(maxsize=128)
def signals(record: Record, study: Study, registry: Record | None = None) -> tuple[BiasSignal, ...]:
    """The signals of one report, in the order of the tool; empty for designs that none of the tools is made for.

    `registry` is the registry entry of the same trial where the library has it. Pure; raises nothing for odd text.
    """
    report = Report(record, study, registry)
    domains: tuple[Asked, ...] = TOOLS.get(tool(study.design), ())
    return tuple(signal for asked in domains for signal in asked(report))
