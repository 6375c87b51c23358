"""How long a treatment was given and how often, where a sentence names no dose of it: against what the source says."""

from __future__ import annotations

import re

from probatum.assess.audit import arms, figures, keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion
from probatum.assess.audit.source import Unit
from probatum.model import Fault, SectionRole
from probatum.text import doses
from probatum.text.expressions import expression

LABELLED = expression(r"\b(?:age|aged|day|week|month|year|grade|stage|phase|step)s?\s\Z", re.IGNORECASE)
"""What stands before a number that counts nothing: `week 12`."""


def otherwise(case: Cited) -> Opinion | None:
    """A course, a span or a spacing that the source tells otherwise; None where it does not."""
    return _course(case) or _lasted(case) or _spacing(case)


_SHORT = frozenset(("minutes", "hours", "seconds"))
_COURSE = expression(
    r"(?:\b(?:for|over|during|lasted|lasting|of)\s(?:up to |a total of |the first )?|[\u00d7x]\s?)\Z", re.IGNORECASE
)
_GIVEN_WORDS = (
    r"\b(?:got|given|gave|receiv\w+|took|taken|continued|treat\w+|appl(?:y|ied)|instill\w+|used?|course|therapy"
    r"|inject\w+|swallow\w+|put on"
    r"|administ\w+|dos(?:ed|es?|ing)|infus\w+|inhal\w+|supplement\w*)\b"
)
_GIVEN = expression(_GIVEN_WORDS, re.IGNORECASE)
_TREATED = expression(rf"{_GIVEN_WORDS}|[\u00d7x]\s?[0-9]+\s?(?:d|days?|wks?|weeks?|h)\b", re.IGNORECASE)
_OBSERVED = expression(r"\b(?:follow\w*|observ\w*|monitor\w*|recruit\w*|review\w*|within|after|until|diar\w+)\b", re.I)


def _course(case: Cited) -> Opinion | None:
    """How long a treatment was given, where the source says another time of it and this one of none."""
    if not _GIVEN.search(case.text) or _OBSERVED.search(case.text):
        return None
    for claim in case.figures:
        said = claim.kind == "duration" and not claim.part and _COURSE.search(case.text[: claim.start])
        if not said or case.is_dose(claim):
            continue
        there: list[tuple[Unit, Claimed]] = []
        held = False
        for source in case.sources:
            named = {k for a in case.arms if not a.control for k in a.words} or arms.names(source) - arms.CONTROLS
            for unit in source.units:
                fits = unit.own and not unit.row and named & source.expanded(unit) and _TREATED.search(unit.text)
                held = held or (_GIVEN.search(unit.text) is not None and _lasting(unit, claim))
                for found in figures.claimed(unit.text) if fits and _planned(unit) else ():
                    alike = (found.unit in _SHORT) == (claim.unit in _SHORT)  # a session of 45 minutes is no course
                    if found.kind == "duration" and alike and _COURSE.search(unit.text[: found.start]):
                        there.append((unit, found))
        if there and not held:
            unit, found = there[0]
            return Opinion(
                Fault.DOSE, f"the source gives it for {found.text}, not {claim.text}", (unit.span,), found.text
            )
    return None


_LASTED = expression(r"\b(?:lasted|ran for|went on for|continued for|(?:was|were) (?:kept up|continued) for)\b", re.I)


def _lasted(case: Cited) -> Opinion | None:
    """How long something lasted, where the sentences of the source on it tell other spans of time alone."""
    said = _LASTED.search(case.text)
    told = [c for c in case.figures if c.kind == "duration" and said is not None and c.start >= said.end()]
    what = keys.of(case.text[: said.start()]) & case.wanted if said is not None else frozenset()
    if not told or not what or len(case.sources) != 1:
        return None
    source = case.sources[0]
    near = [u for u in source.units if u.own and not u.row and what <= source.expanded(u)]
    spans = [(u, f) for u in near for f in figures.claimed(u.text) if f.kind == "duration"]
    if not spans or any(_lasting(u, c) for u in near for c in told):
        return None
    unit, found = spans[0]
    reason = f"the source says {found.text} of it, not {told[0].text}"
    return Opinion(Fault.DOSE, reason, (unit.span,), found.text)


def _lasting(unit: Unit, claim: Claimed) -> bool:
    """True when a unit has the span of time, and not only the day or week of that number."""
    found = [f for f in unit.figures if figures.meets(claim, f, unit.text)]
    return any(LABELLED.search(unit.text[max(0, f.start - 12) : f.start]) is None for f in found)


_EVERY = expression(
    r"\b(?:every|each) (?:\w+ )?(?:hour|day|week|month)s?\b|\b(?:once|twice|thrice|(?:two|three|four|[2-6]) times)"
    r" (?:a|per|each|every|/) ?(?:day|week|month|year)\b|\b(?:once|twice|three times|four times)[- ](?:daily"
    r"|weekly|monthly)\b"
    r"|\b(?:daily|nightly|weekly|monthly)\b",
    re.IGNORECASE,
)


def _spacing(case: Cited) -> Opinion | None:
    """How often a treatment was given, where the sentence names no dose: `infusions every two weeks`."""
    said = _EVERY.search(case.text)
    if case.doses or case.results or said is None or not _GIVEN.search(case.text) or _OBSERVED.search(case.text):
        return None
    mine = doses.frequencies(said.group())
    there: list[tuple[Unit, float, str]] = []
    for source in case.sources:
        named = {k for a in case.arms if not a.control for k in a.words}
        for unit in source.units:
            fits = unit.own and not unit.row and _planned(unit) and (not named or named & source.expanded(unit))
            for found in _EVERY.finditer(unit.text) if fits else ():
                if named or _GIVEN.search(unit.text):
                    there += [(unit, times, found.group()) for times in doses.frequencies(found.group())]
    if not mine or not there or any(abs(t - m) < 0.02 * m for _, t, _ in there for m in mine):
        return None
    unit, _, told = there[0]
    return Opinion(
        Fault.DOSE, f"the source says \u201c{told}\u201d, not \u201c{said.group()}\u201d", (unit.span,), told
    )


def _planned(unit: Unit) -> bool:
    return unit.role is SectionRole.METHODS or unit.section.startswith(("abstract", "title"))
