"""In whom, or with what, a risk is higher: `a higher risk of X was seen in A Ⓑ and B Ⓑ`, `A Ⓑ had a lower risk of X`.

Each member of the list is somebody, or something, that goes with the outcome; the outcome is what there is a risk of.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import outcome
from probatum.appraise.findings.roles import Kind, Role, way_of
from probatum.text.expressions import expression

_CHANCE: Final = (
    r"(?:relative\s)?(?:risks?|odds|hazards?|chances?|likelihood|probability|incidence|prevalence|rates?)\s(?:of|for)"
)
_MUCH: Final = (
    r"(?:(?:an?|the|also|statistically|significantly|significant|markedly|substantially|slightly|considerably|much|"
    r"consistently|only|[\w.]+-fold|[\w.]+\stimes)\s){0,5}"
)
_WAY: Final = r"(?P<way>higher|lower|increased|reduced|greater|decreased|elevated)"
_OF: Final = r"(?P<y>[^ⒷⓋⓅⒸⓂⓇ;:,()]{3,90}?)"
_WHO: Final = r"(?P<np>(?!(?:both|all|each|either|the\stwo)\s)[^ⒷⓋⓅⒸⓂⓇ;:]{3,120}?)"
_SEEN_IN: Final = expression(
    rf"^(?:there\s(?:was|were)\s)?{_MUCH}{_WAY}\s{_CHANCE}\s{_OF}(?:\s(?:was|were)\s(?:also\s|only\s)?(?:observed|seen|found|noted|"
    rf"reported|recorded|detected|present))?\s(?:in|among|for|with)\s(?:the\s|those\swith\s)?{_WHO}$",
    re.IGNORECASE,
)
"""`a higher risk of X was seen in A Ⓑ`."""
_WAS_IN: Final = expression(
    rf"^(?:the\s)?{_CHANCE}\s{_OF}\s(?:(?:was|were|is|are)\s{_MUCH}{_WAY}|(?P<verb>increased|decreased|rose|fell))\s"
    rf"(?:in|among|for|with)\s(?:the\s|those\swith\s)?{_WHO}$",
    re.IGNORECASE,
)
"""`the risk of X was higher in A Ⓑ and B Ⓑ`, `the risk of X rose with A Ⓑ`."""
_HAD: Final = expression(
    rf",?\s(?:also\s)?(?:had|have|has|showed|carried|conferred|were at|was at|are at|is at)\s(?P<no>no\s)?{_MUCH}"
    rf"{_WAY}\s{_CHANCE}\s{_OF}(?=\s?[,;.\[(Ⓑⓠ]|\s?$|\s(?:than|(?:as\s|when\s)?compared|versus|relative to|"
    r"in comparison|and|but|during|after|at|within|over)\s)",
    re.IGNORECASE,
)
"""`A Ⓑ had a higher risk of X than`."""
_WITH: Final = expression(
    r"(?:increasing|decreasing|higher|lower|older|younger|greater|longer|shorter|more|less|each|every|advanced|"
    r"presence of|history of|use of|absence of)\b",
    re.IGNORECASE,
)
"""What goes with a risk and is nobody: a single one is read so, too; a single group is held to another."""
_WHO_DID: Final = expression(r"\b(?:who|whose|that)\s", re.IGNORECASE)
_HELD: Final = expression(r"\b(?:than|compared|versus|vs|relative to|between)\b", re.IGNORECASE)


def read(signs: str, start: int, first: int, last: int, stop: int) -> Role | None:
    """The role of the cells from `first` to `last`, where they stand behind those whose risk it is."""
    lead = signs[start:first].rstrip()
    had = _HAD.match(signs, last, stop)
    if had is not None and lead and not outcome.has_verb(_who_cut(lead)):
        way = None if had["no"] else way_of(had["way"])
        return Role(Kind.FACTOR, (start, first), way, target=had.span("y"))
    match = _SEEN_IN.match(lead) or _WAS_IN.match(lead)
    if match is None or outcome.has_verb(match["y"]) or outcome.has_verb(_who_cut(match["np"])):
        return None
    if _WHO_DID.search(match["np"]):
        return None  # `those who called X good Ⓑ or very good Ⓑ`: the later ones are half of what they did
    several = signs[first:last].strip("Ⓑ") != ""
    if not (several or _WITH.match(match["np"])) or _HELD.search(match["np"]):
        return None
    way = way_of(match["way"] or match.groupdict().get("verb") or "")
    member = (start + match.start("np"), start + match.end("np"))
    return Role(Kind.FACTOR, member, way, target=(start + match.start("y"), start + match.end("y")))


def _who_cut(words: str) -> str:
    """Words without the verb of `who had X`."""
    return re.sub(r"\b(?:who|that)\s(?:\w+ly\s)?\w+\s", "", words)
