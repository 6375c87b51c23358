"""Is a treatment said not to have beaten its control, where the source shows that it did?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import groups, keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.telling import NO_DIFFERENCE
from probatum.model import Fault
from probatum.text import statistics
from probatum.text.expressions import caseless

_CONTROL: Final = r"(?P<control>placebo|sham|dummy|control|usual care)"
_UNBEATEN: Final = caseless(
    r"\b(?:neither|no|none of|not|never|failed to|did nothing)\b[^.;,]{0,60}?\b(?:beat|beaten|outdid|outdo|outdone"
    r"|outperform(?:ed|s)?|surpass(?:ed|es)?|exceed(?:ed|s)?|better than|superior to|more effective than|improve on"
    rf"|do better than) (?:the )?{_CONTROL}\b"
)
_DENIES: Final = caseless(r"\b(?:no better|not better|no more|did not|was not|were not|not superior|nor)\b")
MATTER: Final = 0.5
"""Share of the weight of what is measured that a finding must hold."""
SIGNIFICANT: Final = 0.05


@probe(
    name="unbeaten",
    order=109,
    purpose="A treatment that the source shows to be better than its control is not said to have failed to beat it.",
    source="Rule: a denial of a result that the source found is the contrary of it.",
)
def unbeaten(case: Cited) -> Opinion | None:
    """Contradicted where every finding on the matter against that control is significant, and none denies it."""
    said = _UNBEATEN.search(case.text)
    if said is None or len(case.sources) != 1:
        return None
    source = case.sources[0]
    found = [u for u in source.units if not u.row and u.own and said["control"].lower() in u.lower]
    if any(_DENIES.search(u.text) or NO_DIFFERENCE.search(u.text) for u in found):
        return None
    tests = [(u, [_chance(p) for p in statistics.read_p(u.text)]) for u in found if _on(case, source, u)]
    tests = [(u, values) for u, values in tests if values]
    if not tests or any(value >= SIGNIFICANT for _, values in tests for value in values):
        return None
    return Opinion(Fault.NEGATION, "the source found that it was better", tuple(u.span for u, _ in tests[:2]))


def _chance(told: statistics.PMention) -> float:
    """The p value; 1 for one that is only said to be above something."""
    return 1.0 if told.value is None or told.relation.startswith(">") else told.value


def _on(case: Cited, source: Source, unit: Unit) -> bool:
    named = frozenset().union(*(g.whole | g.own for g in groups.of(source)), frozenset())
    topic = {k: source.weight(k) for k in case.keys - named - keys.GENERIC if k in source.keys}
    held = source.expanded(unit)
    return sum(w for k, w in sorted(topic.items()) if k in held) >= MATTER * sum(w for _, w in sorted(topic.items()))
