"""Published minimal important differences, each with its source; the user's own (`--mid`) comes before them.

Only values that were read in the abstract of the source named stand here. A value holds for its instrument and its
people: elsewhere nothing is said. Estimates of such differences vary with their method and with how ill people are
(Olsen et al. 2018, doi:10.1016/j.jclinepi.2018.05.007), so they decide on words and on steps of imprecision, never on a
finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """What people of one kind notice on one instrument."""

    instrument: str
    """As a regular expression over the name of an outcome."""
    people: str
    """As a regular expression over the words that say who was studied."""
    value: float
    unit: str
    source: str

    def fits(self, outcome: str, unit: str, people: str) -> bool:
        """True when it is about this outcome, printed in this unit (or in none), of these people."""
        same_unit = not unit or not self.unit or unit.casefold().startswith(self.unit.casefold())
        return bool(
            same_unit
            and re.search(self.instrument, outcome, re.IGNORECASE)
            and re.search(self.people, people, re.IGNORECASE)
        )


SURGERY = r"\b(?:surg\w+|post-?operative\w*|operations?|anaesthe\w+|anesthe\w+)\b"
LUNGS = r"\b(?:COPD|chronic obstructive|pulmonary|respiratory|lung|interstitial|bronchi\w+|asthma)\b"
HEART = r"\b(?:heart failure|cardiac|cardiomyopathy|coronary|HFrEF|HFpEF)\b"
WALK = r"\b(?:6|six)[- ]?min(?:ute)?s?[- ]walk\w*|\b6MW[DT]\b"

KNOWN: tuple[Difference, ...] = (
    Difference(r"\bpain\b.*\b(?:VAS|visual analogu?e)", SURGERY, 9.9, "mm", "Myles 2017, doi:10.1093/bja/aew466"),
    Difference(WALK, LUNGS, 25, "m", "Daynes 2025, doi:10.1183/16000617.0198-2024"),
    Difference(WALK, HEART, 23, "m", "Daynes 2025, doi:10.1183/16000617.0198-2024"),
    Difference(r"\bincremental shuttle walk|\bISWT\b", LUNGS, 48, "m", "Daynes 2025, doi:10.1183/16000617.0198-2024"),
    Difference(r"\bincremental shuttle walk|\bISWT\b", HEART, 70, "m", "Daynes 2025, doi:10.1183/16000617.0198-2024"),
    Difference(r"\bclinical COPD questionnaire|\bCCQ\b", LUNGS, 0.4, "", "Kocks 2006, doi:10.1186/1465-9921-7-62"),
    Difference(r"\bKCCQ\b|\bKansas City", HEART, 5, "", "Spertus 2025, doi:10.1016/j.jchf.2025.102587"),
    Difference(r"\bLeicester cough|\bLCQ\b", LUNGS, 1.3, "", "Rebelo 2020, doi:10.2147/COPD.S219480"),
)


def published(outcome: str, units: Iterable[str], people: str) -> Difference | None:
    """The published difference for an outcome in any of these units, of these people; None where none is known."""
    told = tuple(units) or ("",)
    return next((d for d in KNOWN for unit in told if d.fits(outcome, unit, people)), None)
