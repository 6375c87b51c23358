"""Is the strength of a preparation (`a 2% gel`, `lidocaine 2%`) one that the source prints of it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.assess.audit import keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Unit
from probatum.model import Fault
from probatum.text.expressions import expression

_BEFORE: Final = expression(
    r"(?<![0-9.,/-])(?P<share>[0-9]{1,2}(?:\.[0-9]{1,3})?)\s?%\s(?P<what>[A-Za-z][A-Za-z-]{3,30})"
    r"(?P<next> [a-z-]{4,30})"
    r"?"
)
"""`4% zorbinol cream`."""
_BEHIND: Final = expression(
    r"\b(?P<what>[A-Za-z][A-Za-z-]{4,30})\s(?P<share>[0-9]{1,2}(?:\.[0-9]{1,3})?)\s?%(?=\s(?:gel|cream|ointment|solution"
    r"|drops?|spray|lotion|mouthwash|rinse|paste|shampoo|foam)\b)",
    re.IGNORECASE,
)
"""`zorbinol 4% cream`."""
_RESULT: Final = expression(
    r"\b(?:risk|chance|rate|increase|decrease|reduction|rise|fall|drop|change|difference|more|less|fewer|lower|higher"
    r"|response|improvement|patients|people|participants|women|men|children|adults|those|confidence|were|was|with|had"
    r"|loss|gain|than|versus|from|after|weight|better|worse|relative|absolute|mortality|survival|power)\b",
    re.IGNORECASE,
)
"""A percentage before these is a result."""


_CHANGE: Final = expression(
    r" (?:risk|chance|rate|increase|decrease|reduction|rise|fall|drop|change|difference|loss|gain|response|improvement"
    r"|survival|mortality)\b",
    re.IGNORECASE,
)
"""Two words behind it these make it one, too: `4% absolute reduction`."""


class _Strength(NamedTuple):
    share: float
    what: frozenset[str]
    told: str


@probe(
    name="strength",
    order=79,
    purpose="The strength in percent of a preparation is one that the source prints beside the same name, where it "
    "prints any there.",
    source="ISMP. List of error-prone abbreviations, symbols and dose designations (2021)",
)
def strength(case: Cited) -> Opinion | None:
    """Number differs (dose) where the source prints other strengths alone beside the name."""
    for mine in _strengths(case.text):
        there: list[tuple[Unit, _Strength]] = []
        for source in case.sources:
            for unit in source.units:
                there += [(unit, s) for s in _strengths(unit.raw) if s.what & mine.what]
        if there and all(abs(s.share - mine.share) > _SAME for _, s in there):
            unit, right = there[0]
            return Opinion(Fault.DOSE, f"the source gives {right.told}, not {mine.told}", (unit.span,), right.told)
    return None


_SAME: Final = 1e-9


def _strengths(text: str) -> Iterator[_Strength]:
    if "%" not in text:
        return
    for pattern in (_BEFORE, _BEHIND):
        for found in pattern.finditer(text):
            if _RESULT.search(found["what"]) or _CHANGE.match(found.groupdict().get("next") or ""):
                continue
            what = keys.of(found["what"]) - keys.GENERIC
            if what:
                yield _Strength(float(found["share"]), what, found.group())
