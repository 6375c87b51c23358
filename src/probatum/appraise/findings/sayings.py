"""What people said: `stated that they did not smoke` gives `stating that they did not smoke`."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

_VERBS: Final = (
    r"(?:stated|declared|reported|indicated|said|believed|thought|agreed|felt|claimed|admitted|acknowledged|predicted|"
    r"answered|responded|expected|disagreed)"
)
SAID: Final = expression(
    rf"(?:also\s|further\s|strongly\s)?(?P<verb>{_VERBS})\s(?:that\s|(?=(?:they|he|she)\s|their\s(?:[\w-]+\s){{1,4}}(?:was|were|is|are|had|has|did|would)\s))"
    r"(?P<what>[^ⓋⓅⒸⓂⓇⓃ;,.:()\[\]]{8,140}?)"
    r"(?P<end>\s?[;,.:(\[]|\s?$|\s(?:and|but|while|whereas)\s(?:only\s|another\s|just\s)?(?:Ⓥ|more than|"
    r"fewer|less than)|\s(?:whereas|but|versus|compared)\s)",
    re.IGNORECASE,
)
"""A verb of saying with its clause, which holds no figure."""
_IRREGULAR: Final = {
    "said": "saying",
    "thought": "thinking",
    "felt": "feeling",
    "agreed": "agreeing",
    "disagreed": "disagreeing",
}
NAMED: Final = expression(
    r"(?:stat|declar|report|indicat|say|believ|think|agree|feel|claim|admitt|acknowledg|predict|answer|respond|expect|"
    r"disagree)ing that\s",
    re.IGNORECASE,
)
"""How the name of a saying begins."""
_LONGEST: Final = 18
"""Words of a clause that is told whole."""


def of(said: re.Match[str], what: str) -> str:
    """The saying as a noun phrase; empty where its clause is too long, cut off, or holds one thing to another.

    `what` is the clause as it is printed.
    """
    verb = said["verb"].lower()
    made = _IRREGULAR.get(verb) or f"{verb[:-2]}ing"
    what = _CUT.sub("", " ".join(what.split()))
    bad = len(what.split()) > _LONGEST or _OF_OTHERS.search(what) or _OPEN.search(what)
    return "" if bad else f"{made} that {what}"


_CUT: Final = expression(r"(?:,?\s(?:and|or|but|while|whereas|only|just))+$", re.IGNORECASE)
"""What leads to the next figure."""
_OPEN: Final = expression(r"\s(?:to|of|in|by|for|at|with|from|on|the|an?|than|about|dropped|increased)$", re.IGNORECASE)
"""A clause whose end was a figure."""
_OF_OTHERS: Final = expression(
    r"\b(?:respectively|compared|versus|than|both groups|the (?:former|latter))\b", re.IGNORECASE
)
