"""Is a difference claimed that the source did not detect, or denied that it found?"""

from __future__ import annotations

import re

from probatum.assess.audit import relating, showing
from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.checks.significance import _DENIED
from probatum.assess.audit.checks.tendency import weighed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text import statistics
from probatum.text.expressions import expression

NEAR = 0.2
_DIFFER = expression(
    r"\b(?:differ(?:ed|s)?|different|differences?|chang(?:ed|es?)|affected|altered|influenced|depend(?:ed|s)|varied"
    r"|mattered)\b",
    re.IGNORECASE,
)
_DETECTED = expression(
    r"\b(?:an? |the )(?:effect|benefit|difference)s? (?:of|in|between)\b[^.;]{0,160}\b(?:was|were) "
    r"(?:detected|seen|found|observed|shown)\b",
    re.IGNORECASE,
)
"""Says that there was one, whatever figures its outcome names."""
NO_CONTRAST = expression(
    r"\bwithin[- ](?:group|arm|subject)s?\b|\b(?:purpose|aim|objective)s? of\b"
    r"|\bto (?:determine|assess|evaluate|examine|investigate|test) (?:if|whether)\b",
    re.IGNORECASE,
)
"""A change within one group, and what a study set out to see, are no difference between groups."""
_PEOPLE = frozenset(("people", "patients", "participants", "adults", "children", "women", "men"))
_SIGNIFICANT = expression(r"(?<!clinically )\bsignificant(?:ly)?\b|\bsuperior\b", re.IGNORECASE)
"""What is clinically significant (`bleeding`, `insomnia`) was tested against nothing."""


@probe(
    name="negation",
    order=110,
    purpose="`Did not differ` is not told as `differed`, nor `not significant` as `significant`, nor the other "
    "way round.",
    source="Chapman WW, et al. NegEx (2001), doi:10.1006/jbin.2001.1029",
)
def negation(case: Cited) -> Opinion | None:
    """Contradicted when the units of the source on the same matter all say the contrary of it."""
    denied = _DENIED.search(case.affirmed) is not None or statistics.claims_significance(case.text) == "not significant"
    told = [c for c in case.results if c.unit not in _PEOPLE]
    detected = _DETECTED.search(case.text) is not None or (not told and _DIFFER.search(case.text) is not None)
    claims = detected or _SIGNIFICANT.search(case.text) is not None
    if denied or case.grades or case.denies or case.p or NO_CONTRAST.search(case.text):
        return None
    judged = _judged(case) if claims or _sets_apart(case) else []
    against = sum(not said for _, said in judged)
    if not judged or judged[0][1] or against <= 2 * (len(judged) - against):
        return None
    if not claims and (against < len(judged) or _so_told(case)):
        return None
    differs = _DIFFER.search(case.text) is not None and not case.compared
    category = Fault.NEGATION if differs or not claims else Fault.SIGNIFICANCE
    return Opinion(
        category,
        "the source detected no significant difference",
        tuple(u.span for u, _ in judged[:2]),
        judged[0][0].raw if not judged[0][0].row else "",
    )


def _sets_apart(case: Cited) -> bool:
    """True when a sentence without result figures puts one treatment above another, and does not hedge it."""
    if case.results or HEDGED.search(case.text):
        return False
    return bool(case.compared) or any(relating.read(relating.plain(case.text), s) for s in case.sources)


def _so_told(case: Cited) -> bool:
    """True when a unit puts the treatments above one another, significantly or not: which way is for others to
    judge."""
    return any(
        told.way and any(weighed(case, source, told))
        for source in case.sources
        for told in relating.read(relating.plain(case.text), source)
    )


def _names(source: Source, unit: Unit, named: list[Arm]) -> bool:
    """True when a unit names both treatments, or one of them and all groups."""
    held = source.expanded(unit)
    count = sum(bool(held & a.words) for a in named)
    return count == len(named) or (
        count > 0 and re.search(r"\b(?:groups|arms|treatments|both)\b", unit.lower) is not None
    )


def _judged(case: Cited) -> list[tuple[Unit, bool]]:
    """The units on the same matter that say whether there is a difference: those near the best fit."""
    made: list[tuple[Unit, bool, float]] = []
    times = [c for c in case.figures if c.kind == "duration"]
    for source, found in case.best:
        if (
            not found.unit.own
            or found.words < NEAR
            or 2 * len(case.topic & source.expanded(found.unit)) < len(case.topic)
        ):
            continue
        if (
            times
            and not any(c in found.met for c in times)
            and any(c in f.met for c in times for _, f in case.best[:3])
        ):
            continue
        if found.unit.row and not case.topic & found.unit.label:
            continue  # the heading of the table alone names it, and so it does for every row
        named = [a for a in case.treatments if a.words]
        if len(named) == 2 and not found.unit.row and not _names(source, found.unit, named):
            continue
        said = showing.different(case, found.unit)
        if said is not None:
            made.append((found.unit, said, found.score))
    top = made[0][2] if made else 0.0
    return [(u, said) for u, said, score in made if score >= 0.82 * top][:4]
