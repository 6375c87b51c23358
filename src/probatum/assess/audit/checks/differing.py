"""Is a difference told, in whatever words, of which every passage of the source on it says that there was none?"""

from __future__ import annotations

import re
from math import fsum
from typing import Final

from probatum.assess.audit import keys, showing
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.checks.negation import _NO_CONTRAST
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text import statistics
from probatum.text.expressions import expression

_DIFFERS: Final = expression(
    r"\b(?:differed|(?:was|were) (?:still |also |clearly |quite )?(?:different|separable|distinct|unlike)"
    r"|set(?:s)? (?:\w+ ){0,4}apart|told (?:\w+ ){0,3}apart|distinguish\w*|separated|diverged|parted company"
    r"|to (?:a |an )?(?:different|differing|varying|unequal) (?:extent|degree)|came apart|depended on"
    r"|varied (?:with|by|between)"
    r"|mattered|made a difference)\b",
    re.IGNORECASE,
)
_BETWEEN: Final = expression(
    r"\b(?:between|among|in) (?:the |all |these |both )?(?:two |three |four )?[\w-]{3,30}(?: (?:groups?|arms?"
    r"|drugs?))?\b"
    r"|\b(?:the |these )?(?:two|three|four) [\w-]{3,30}\b",
    re.IGNORECASE,
)
"""What names the groups that are set apart."""
_NONE: Final = expression(
    r"\bno(?:t|r)? (?:[\w-]+ ){0,5}differen\w*|\bdid not differ\b|\bwithout (?:\w+ ){0,3}difference\b"
    r"|\bsimilar(?:ly)?\b"
    r"|\bcomparable\b|\bequal(?:ly)?\b|\bidentical\b|\bthe same\b|\bnot (?:\w+ ){0,2}significan\w*"
    r"|\bnon-?significan\w*",
    re.IGNORECASE,
)
_SOME: Final = expression(
    r"\b(?:significant(?:ly)?|differed|more|less|fewer|higher|lower|longer|shorter|greater|better|worse|reduced"
    r"|increased)\b",
    re.IGNORECASE,
)
_UNPROVED: Final = expression(
    r"\b(?:more|less|fewer|higher|lower|longer|shorter|greater|better|worse|rarer|commoner),?\s"
    r"(?:but|though|although|albeit|yet|however)\s(?:[a-z]+\s){0,3}?(?:not|never|non-?)\s?(?:[a-z]+\s)?significan\w*",
    re.IGNORECASE,
)
"""`somewhat lower but not significantly`: no difference that was shown."""
_ON: Final = 0.55
"""Share of the weight of what is measured that a passage must hold to be on it."""
_OWN: Final = keys.table(
    "also just still again when change use extent degree different apart set told made came group arm"
)


@probe(
    name="differing",
    order=111,
    purpose="Groups are told apart on an outcome, in whatever words, only where a passage of the source on it does not "
    "say that they did not differ.",
    source="Chapman WW, et al. NegEx (2001), doi:10.1006/jbin.2001.1029",
)
def differing(case: Cited) -> Opinion | None:
    """Contradicted when the passages on the same matter deny a difference and none tells one."""
    if (
        not _DIFFERS.search(case.affirmed)
        or _NO_CONTRAST.search(case.text)
        or case.denies
        or HEDGED.search(case.text)
        or case.p
        or case.results
    ):
        return None
    against: list[Unit] = []
    closest, some = 0.0, 0.0
    for source in case.sources:
        topic = _topic(case, source)
        for unit in source.units if topic else ():
            share = _share(source, unit, topic) if unit.own and unit.role is not SectionRole.METHODS else 0.0
            said = _says(case, unit) if share >= _ON else None
            if said is True:
                some = max(some, share)
            elif said is False:
                against.append(unit)
                closest = max(closest, share)
    if not against or (some and closest < some + _CLOSER):
        return None
    return Opinion(Fault.NEGATION, "the source tells no difference in it", tuple(u.span for u in against[:2]), "")


def _topic(case: Cited, source: Source) -> dict[str, float]:
    bare = _BETWEEN.sub(" ", _DIFFERS.sub(" ", case.affirmed))
    named = frozenset().union(*(a.words for a in case.treatments), frozenset())
    wanted = keys.of(bare) - keys.GENERIC - _OWN - named
    return {k: source.weight(k) for k in wanted if k in source.keys}


_CLOSER: Final = 0.2
"""By how much more of the matter a passage that denies must hold than one that tells a difference in something."""


def _share(source: Source, unit: Unit, topic: dict[str, float]) -> float:
    held = unit.label if unit.row else source.expanded(unit)
    return fsum(w for k, w in topic.items() if k in held) / fsum(topic.values())


def _says(case: Cited, unit: Unit) -> bool | None:
    """True where a passage tells a difference, False where it denies one, None where it does neither."""
    if unit.row:
        return showing.different(case, unit)
    if _UNPROVED.search(unit.text):
        return False
    none = _NONE.search(unit.text) is not None or statistics.claims_significance(unit.text) == "not significant"
    some = _SOME.search(_NONE.sub(" ", unit.text)) is not None
    if none == some:
        return True if none else None  # it tells of both: which is whose is not read here
    return some
