"""Are words in quotation marks the source's own?"""

from __future__ import annotations

from rapidfuzz import fuzz

from probatum.assess.audit.case import QUOTED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import flat
from probatum.model import Severity, Verdict
from probatum.text.expressions import expression

_CUT = expression(r"\s*(?:\[?\.\.\.\]?)\s*")
SIMILAR = 85.0
"""Partial ratio (0 to 100) from which words are called similar to the source's."""


@probe(
    name="quotation",
    order=30,
    purpose="Words in quotation marks (three at least) stand so in the source; those that are only similar are marked.",
    source="Jergas H, Baethge C. Quotation accuracy in medical journal articles (2015), doi:10.7717/peerj.1364",
)
def quotation(case: Cited) -> Opinion | None:
    """Not in source for a quotation that stands nowhere, partly supported for one that is only similar."""
    if not case.sources:
        return None
    quotes = [p for q in QUOTED.findall(case.text) for p in _CUT.split(q) if len(p.split()) >= 3]
    for quote in quotes:
        wanted = flat(quote)
        texts = [(s, u, flat(u.text)) for s in case.sources for u in s.units]
        if any(wanted in s.flat for s in case.sources) or wanted in " ".join(text for _, _, text in texts):
            continue
        near = max(texts, key=lambda t: fuzz.partial_ratio(wanted, t[2]), default=None)
        if near is not None and fuzz.partial_ratio(wanted, near[2]) >= SIMILAR:
            told = "the quotation is not word for word the source's"
            return Opinion(None, told, (near[1].span,), near[1].raw, Verdict.PARTLY, Severity.MINOR)
        return Opinion(
            None, "the quoted words stand nowhere in the source", (), "", Verdict.NOT_IN_SOURCE, Severity.MODERATE
        )
    return None
