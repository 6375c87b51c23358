"""Is non-inferiority told as shown, or as missed, where the source says the contrary?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Unit
from probatum.model import Fault, SectionRole
from probatum.text import statistics
from probatum.text.expressions import caseless

_NAMED: Final = caseless(r"\bnon-?\s?inferior(?:ity)?\b")
_MISSED: Final = caseless(
    r"\b(?:not|never|fail(?:s|ed|ing|ure)?|miss(?:ed|es|ing)?|cannot|without|neither|no|lack\w*|fell short|falls short"
    r"|short of|outside|exceed(?:ed|s)|cross(?:ed|es)|beyond|rejected)(?:\s[\w-]+){0,5}\snon-?\s?inferior(?:ity)?\b"
    r"|\w{2,8}n't(?:\s[\w-]+){0,5}\snon-?\s?inferior(?:ity)?\b"
    r"|\bnon-?\s?inferior(?:ity)?\b[^.;]{0,50}?\b(?:(?:not|never) (?:\w+ ){0,2}(?:shown|met|proven|proved|established"
    r"|demonstrated|confirmed|reached|achieved|satisfied)|missed|failed|fell short|unproven|unmet|inconclusive|rejected"
    r"|exceeded|crossed|lacking)\b"
)
_SHOWN: Final = caseless(
    r"\b(?:was|were|is|are|proved|proven|as|deemed|found|judged|being) (?:\w+ ){0,2}non-?\s?inferior\b|\b(?:met|meets"
    r"|showed|shown|shows|confirmed|demonstrated|established|achieved|reached|satisfied|proved|proven|passed|declared"
    r"|concluded|within|held|fulfilled)\b"
)
_ASKED: Final = caseless(r"\b(?:asked|aim\w*|whether|hypothes\w*|designed|if)\b")
_HEDGED: Final = caseless(r"\b(?:may|might|could(?! not)|possibly|probably|perhaps|suggest\w*|unclear|uncertain)\b")
_PLAN: Final = frozenset((SectionRole.BACKGROUND, SectionRole.METHODS, SectionRole.OBJECTIVE))


def told(text: str) -> bool | None:
    """True where non-inferiority is told as shown, False as missed; None where it is not told of, or only planned."""
    if not _NAMED.search(text) or _ASKED.search(text) or _HEDGED.search(text):
        return None
    if _MISSED.search(text):
        return False
    return True if _SHOWN.search(text) else None


@probe(
    name="noninferior",
    order=61,
    purpose="Non-inferiority is told as shown only where the source says so, and as missed only where it was.",
    source="Piaggio G, et al. Reporting of noninferiority and equivalence randomized trials (2012), "
    "doi:10.1001/jama.2012.87802",
)
def noninferior(case: Cited) -> Opinion | None:
    """Contradicted where all that the source says of non-inferiority is the contrary."""
    if len(case.sources) != 1 or case.grades:
        return None
    mine = told(case.affirmed)
    theirs = [(u, said) for u in case.sources[0].units if (said := _said(u)) is not None] if mine is not None else []
    if not theirs or any(said is mine for _, said in theirs):
        return None
    unit = theirs[0][0]
    shown = "missed" if mine else "shown"
    return Opinion(Fault.SIGNIFICANCE, f"the source tells non-inferiority as {shown}", (unit.span,), unit.raw)


def _said(unit: Unit) -> bool | None:
    if unit.row or not unit.own or not _NAMED.search(unit.text) or (unit.role in _PLAN and not unit.p):
        return None  # a passage with a p value tells a result, whatever part it was taken for
    said = told(unit.text)
    if said is None:
        judged = {statistics.judge(m.relation, m.value) for m in unit.p} - {None}
        return judged.pop() if len(judged) == 1 else None
    return said
