"""Is a phrase of the source repeated with one name, dose, time or unit put for another?"""

from __future__ import annotations

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.phrases import changed
from probatum.assess.audit.repeating import Repeated
from probatum.assess.audit.turning import renamed
from probatum.assess.audit.working import worked_out


@probe(
    name="phrase",
    order=107,
    purpose="A phrase of the source is repeated with the name, kind of people, dose, time and unit that stand in it.",
    source="Jergas H, Baethge C. Quotation accuracy in medical journal articles (2015), doi:10.7717/peerj.1364",
)
def phrase(case: Cited) -> Opinion | None:
    """A fault when all sentences of the source that hold a phrase have something else of the same sort in one place."""
    if len(case.sources) != 1 or case.crowded:
        return None
    for found in changed(case, case.sources[0]):
        changes = [None if _reckoned(case, repeat) else renamed(case, repeat) for repeat in found]
        if all(changes) and (first := changes[0]) is not None:
            told = f"the source says \u201c{first.old}\u201d where the sentence says \u201c{first.new}\u201d"
            return Opinion(first.category, told, (found[0].unit.span,), first.old)
    return None


def _reckoned(case: Cited, repeat: Repeated) -> bool:
    """True for a number that is worked out of those of the source's sentence: 25 mg in total for 15 and 10 mg."""
    start = repeat.edits[0].new[0].start
    claim = next((c for c in case.figures if c.start <= start < c.end), None)
    return claim is not None and bool(worked_out(case, claim, [repeat.unit]))
