"""Given on: by which way a trial gave its dose, and how it went on after the first, in its own words.

An amount alone is no dose that can be given: `1 g` lacks the vein it goes into, and that a second may follow.
"""

from __future__ import annotations

from typing import Final

from probatum.model import Appraisal, Arm, SectionRole, Span
from probatum.text import sentences
from probatum.text.expressions import caseless

_FURTHER: Final = caseless(
    r"\b(?:second|third|further|additional|another|repeat(?:ed)?|next|subsequent|maintenance|rescue|top-up|extra|same)"
    r" (?:\d[\d.]* ?\w{1,5} )?(?:doses?|bolus(?:es)?|infusions?|injections?|tablets?|capsules?|courses?)\b"
    r"|\b(?:doses?|infusions?|injections?|treatment|it|which) (?:was|were|could|might|may|can|had to)(?: then)?(?: be)?"
    r" (?:repeated|raised|increased|doubled|titrated|lowered|reduced|halved|adjusted|tapered|escalated|uptitrated)\b"
)
"""How sources tell of the doses after the first."""
_COUNTS: Final = caseless(
    r"\b(?:allocated|assigned|randomi[sz]ed|outcomes?|endpoints?|reported|placebo|patients|participants) "
    r"|\bcompared\b|\d%"
)
"""Words of a sentence on who got what or what came of it: it directs nothing."""
_CLAUSE: Final = caseless(r"[^;]*")
BEHIND: Final = 2
"""Sentences behind that on the dose in which it is looked for."""
LONGEST: Final = 30
"""Words of a clause that is quoted beside a dose."""
_SAID: Final = {"oral": "by mouth"}
_WAYS: Final = caseless(
    r"\b(?:oral|by mouth|intra\w+|subcutaneous|topical|inhale[dr]|inhalation|nebuli[sz]ed|sublingual|rectal|vaginal"
    r"|vein|transdermal|epidural|skin|muscle|nose|tongue|spine|i\.v\.|iv)"
)


def way(arm: Arm) -> str:
    """` (intravenous)`; empty where the dose has its way already, or none is told."""
    return "" if not arm.route or _WAYS.search(arm.dose) else f" ({_SAID.get(arm.route, arm.route)})"


def further(appraisal: Appraisal, arm: Arm) -> Span | None:
    """The clause of the trial's methods that tells of a dose after the first: in the sentence on the arm behind it, or
    in the next ones. None where it tells of none, or already in the arm's own dose."""
    section = arm.span.source_section
    if section.role not in (SectionRole.METHODS, SectionRole.NONE):
        return None
    behind = [(a, b) for a, b in sentences.split(section.text) if b > arm.span.end][: BEHIND + 1]
    for start, end in behind[1:] if behind and behind[0][0] <= arm.span.start else behind:
        found = _CLAUSE.match(section.text, start, end)
        said = Span(appraisal.record, section.id, start, found.end() if found else end)
        held = said.quote.strip()
        if _FURTHER.search(held) and not _COUNTS.search(held) and len(held.split()) <= LONGEST:
            return said
    return None


def quoted(span: Span) -> str:
    """Its words in quotation marks, without a full stop."""
    return f"“{' '.join(span.quote.split()).rstrip('. ')}”"
