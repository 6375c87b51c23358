"""Is something called safe that a label of the library contraindicates?"""

from __future__ import annotations

from probatum.assess.audit import labelling
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Fault, Severity


@probe(
    name="contraindicated",
    order=60,
    purpose="Nothing is called safe, or said to be allowed, that the label of the drug contraindicates, whether the "
    "text "
    "cites the label or not.",
    source="European Commission. A guideline on summary of product characteristics, section 4.3 (2009)",
)
def contraindicated(case: Cited) -> Opinion | None:
    """Contradicted where the label of a drug that the sentence names contraindicates what the sentence calls safe."""
    found = labelling.forbidden(case.text, case.sources, case.whole.label)
    if found is None:
        return None
    told = f"the label contraindicates it: \u201c{found.span.quote.strip()}\u201d"
    return Opinion(Fault.NEGATION, told, (found.span,), severity=Severity.SEVERE)
