"""What a sentence says of an effect: which treatment is set against which, on what, and which way it lies.

Comparisons that name both treatments are read by `comparing`. Where one is named alone (`falls were rarer with A`,
`A improved sleep`), the other is what its trial compared it with.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.appraise import effects
from probatum.appraise.effects import Asked
from probatum.assess.audit import comparing, keys
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.source import Source
from probatum.text import statistics
from probatum.text.expressions import expression

NONE: Final = "none"
DIFFERS: Final = "differs"
_DENIED: Final = expression(
    r"\b(?:did not|no (?:\w+ ){0,2}(?:difference|effect|benefit|advantage|change)|similar\w*|comparable|alike"
    r"|(?:was|were|are|about|much|nearly|almost) the same|equal\w*|unchanged|unaffected|made no difference"
    r"|(?<!twice )(?<!half )(?<!times )as (?:often|frequent\w*|likely|effective|common|rare(?:ly)?"
    r"|safe|well|good|long|high"
    r"|low|much)\b[^.;]{0,60}?\bas"
    r"|not (?:\w+ )?(?:differ\w*|significan\w*|affected|altered|better|superior|worse))\b",
    re.IGNORECASE,
)
_DIFFERED: Final = expression(
    r"\b(?:differ(?:ed|s)?|significant(?:ly)? (?:difference|different)|affected(?! (?:about |some "
    r"|around |nearly )?[0-9])|altered|influenced|work(?:s|ed)"
    r"|effective|benefit(?:s|ed)?|helped)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = expression(
    r"\b(?:more|less|fewer|higher|lower|greater|smaller|longer|shorter|rarer|commoner|faster|slower|quicker|oftener)\b",
    re.IGNORECASE,
)
_BEFORE: Final = expression(
    r"\b(?:baseline|before (?:treatment|the)|from [0-9.]+ ?(?:%|\w+)? to|over time|at entry|at the start|within "
    r"(?:each|both|the)|both (?:groups|arms|drugs|treatments)|either (?:group|arm|drug)|all (?:groups|arms))\b",
    re.IGNORECASE,
)
"""Words of a change within a group, which compares nothing."""
_SPEED: Final = {
    **dict.fromkeys(("faster", "quicker", "sooner", "earlier"), "down"),
    **dict.fromkeys(("slower", "later"), "up"),
}
"""Words of speed, and which way they move the time that something takes."""
_SET_AGAINST: Final = expression(
    r"\b(?:than|versus|vs\.?|compared (?:with|to)|against|both|each|respectively)\b", re.IGNORECASE
)
"""Words of a comparison: where they stand and no comparison was read, the one named treatment is not all there is."""
_CHANGED: Final = expression(
    r"\b(?:fell|fall|drop\w*|reduc\w*|declin\w*|decreas\w*|lowered|improv\w*|chang\w*|rose|rise|increas\w*|cut"
    r"|gain\w*|lost)\b",
    re.IGNORECASE,
)
_WHEN: Final = expression(
    r"\b(?:by |at |after |in |within )?(?:(?:day|week|month|year)s? [0-9]{1,3}"
    r"|(?:[0-9]{1,3}|one|two|three|four|six|twelve)[- ](?:hour|day|week|month|year)s?)\b",
    re.IGNORECASE,
)


class Claim(NamedTuple):
    """An effect as a sentence tells it. `second` is empty where only one treatment is named."""

    first: str
    second: str
    way: str
    """up, down, NONE, or DIFFERS (some difference, or a benefit whose measure may go up or down)."""
    outcome: str
    """The words for what is measured, with the time point."""


def read(case: Cited) -> Claim | None:
    """The claim of a sentence; None where it makes none, several, or one within a group."""
    named = case.treatments
    if (
        case.grades
        or HEDGED.search(case.text)
        or _BEFORE.search(case.text)
        or not 1 <= len(named) <= 2
        or not _measured(case)
    ):
        return None
    if case.results and _CHANGED.search(case.text):
        return None  # `fell by 17 with A, by 8 with B`: the figures tell the change, and not what was reached
    if _DENIED.search(case.affirmed) or statistics.claims_significance(case.affirmed) == "not significant":
        return Claim(_name(case, 0), _name(case, 1), NONE, outcome(case))
    if case.denies:
        return None
    if len(case.compared) == 1:
        found = case.compared[0]
        way = found.way if found.way in ("up", "down") else DIFFERS
        return _timed(case, Claim(_name(case, found.first), _name(case, found.second), way, outcome(case)))
    return None if case.compared or _SET_AGAINST.search(case.text) else _alone(case)


@lru_cache(maxsize=512)
def told(source: Source, claim: Claim) -> effects.Effect:
    """What the model of effects reads in a whole source of what is claimed; kept for whoever asks next."""
    return effects.read(source.record, Asked(claim.first, claim.second, claim.outcome))


def _alone(case: Cited) -> Claim | None:
    """A claim that names one treatment and no other, or both without setting one against the other."""
    ways = {w for m in comparing.WORD.finditer(case.text) if (w := m.lastgroup or "")}
    sides = {"down" if w == "less" else w for w in ways}
    active = next((n for n, arm in enumerate(case.treatments) if not arm.control), None)
    if active is None:
        return None
    if len(case.treatments) == 1 and len(sides) == 1 and sides <= {"up", "down"} and _RELATIVE.search(case.text):
        return _timed(case, Claim(_name(case, active), "", sides.pop(), outcome(case)))
    if len(sides) == 1 or _DIFFERED.search(case.text):
        other = next((n for n in range(len(case.treatments)) if n != active), None)
        return Claim(_name(case, active), _name(case, other), DIFFERS, outcome(case))
    return None


def _timed(case: Cited, claim: Claim) -> Claim:
    """`Faster` told of the time it takes: less of it."""
    said = next((way for word, way in _SPEED.items() if re.search(rf"\b{word}\b", case.lower)), "")
    return claim._replace(way=said, outcome=f"{claim.outcome} time") if said else claim


def _name(case: Cited, number: int | None) -> str:
    if number is None or number >= len(case.treatments):
        return ""
    arm = case.treatments[number]
    return f"{arm.name} {arm.dose}".strip()


_EVENTS: Final = keys.table("adverse event side effect rate response")


def _measured(case: Cited) -> frozenset[str]:
    """Keys of what is measured, also where only generic words tell it: `adverse events`."""
    return case.topic or case.keys & _EVENTS


def outcome(case: Cited) -> str:
    """The words of a sentence for what is measured, in their order, and its time points."""
    wanted = _measured(case)
    told = [case.text[w.start : w.end] for w in keys.read(case.text) if w.key in wanted]
    return " ".join((*told, *(m.group() for m in _WHEN.finditer(case.text))))[:300]
