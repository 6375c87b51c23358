"""Is a source about other people or another illness offered without a word about it?"""

from __future__ import annotations

from probatum.assess.audit import keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.model import Fault

LITTLE = 0.25
"""Share of the title's subject that a source must be about."""


@probe(
    name="applicability",
    order=85,
    purpose="A source on another illness or another kind of patient than the text's own is used only with a word "
    "about it.",
    source="Guyatt GH, et al. GRADE guidelines 8: indirectness (2011), doi:10.1016/j.jclinepi.2011.04.014",
)
def applicability(case: Cited) -> Opinion | None:
    """Population differs when the source is about nothing of the text's subject and the sentence does not say whom
    it studied."""
    topic = case.whole.topic
    if not topic or len(case.sources) != 1 or len(case.whole.sources) < 2:
        return None
    source = case.sources[0]
    common = _common(case)
    if not common or _about(source, common) > LITTLE:
        return None
    own = keys.of(source.record.title) - keys.GENERIC
    foreign = own - common - frozenset().union(*(a.words for a in case.arms), frozenset())
    if foreign & case.keys:
        said = foreign & case.keys
        if _tells(source, said):
            return None
    return Opinion(
        Fault.APPLICABILITY,
        f"the source is about something else than the text, and the sentence does not say so: "
        f"\u201c{source.record.title}\u201d",
        tuple(u.span for u in source.units[:1]),
    )


def _common(case: Cited) -> frozenset[str]:
    """Words of the title's subject that most other sources are about: the illness and the people, not single drugs."""
    others = [s for s in case.whole.sources if s is not case.sources[0]]
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    return frozenset(k for k in case.whole.topic - named if sum(k in s.about for s in others) * 2 > len(others))


def _about(source: Source, common: frozenset[str]) -> float:
    return len(common & source.about) / len(common)


def _tells(source: Source, said: frozenset[str]) -> bool:
    """True when the sentence names a word of the people or the illness studied."""
    return len(said) >= 2
