"""Does something go along with more or less, better or worse of what it goes along with in the source?"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.assess.audit import keys
from probatum.assess.audit.case import FILLER, HEDGED, Cited
from probatum.assess.audit.comparing import OPPOSITE
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.opposing import opposing
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text import sentences
from probatum.text.expressions import expression

_WITH: Final = expression(
    r"\b(?:associated|correlat\w+|linked|related|tied|coupled|(?:went|goes|go|going|came|comes) (?:along |together "
    r"|hand in hand"
    r" )?|predict\w*|marker of|predictor of|sign of|led to|leads to|meant|means)\s?(?:with |to |for |of |by )?",
    re.IGNORECASE,
)
_KIND: Final = expression(
    r"\b(?:(?P<good>better|improved|favou?rable|good|superior)|(?P<bad>worse|poor(?:er)?|unfavou?rable|adverse"
    r"|inferior|impaired)"
    r"|(?P<up>higher|increased|more|greater|longer|raised|elevated)|(?P<down>lower|reduced|decreased|fewer|less"
    r"|shorter))\s"
    r"(?P<what>(?:[\w-]+\s){0,3}[\w-]+)",
    re.IGNORECASE,
)
_LACKING: Final = expression(r"\b(?:non-|lack of )(?P<what>[a-z]{4,20})", re.IGNORECASE)


class _Link(NamedTuple):
    way: str
    what: frozenset[str]
    """Keys of what it is linked with."""
    about: frozenset[str]
    """Keys of what is linked."""


@probe(
    name="linked",
    order=127,
    purpose="What goes along with better or worse, more or less of something does so in the source.",
    source="Rule: an association the other way is another one.",
)
def linked(case: Cited) -> Opinion | None:
    """Contradicted where the source links the same two the other way, and nowhere this way."""
    if not case.sources or case.denies or HEDGED.search(case.text):
        return None
    mine = _read(case.text)
    if mine is None:
        return None
    against = opposing(
        case, lambda source, unit: None if unit.role is SectionRole.METHODS else _same(mine, unit, source)
    )
    if against is None:
        return None
    return Opinion(Fault.DIRECTION, "the source links them the other way", (against.span,), against.raw[:200])


def _read(text: str) -> _Link | None:
    """The only link that a text tells with a direction."""
    found = list(_WITH.finditer(text))
    if len(found) != 1:
        return None
    about = keys.of(text[: found[0].start()]) - keys.GENERIC - FILLER - _WAYS
    lack = _LACKING.match(text, found[0].end())
    if lack is not None and about:
        return _Link("lack", keys.of(lack["what"]), about)
    kind = _KIND.search(text, found[0].end(), found[0].end() + _REACH)
    if kind is None or kind.start() - found[0].end() > _NEAR:
        return None
    way = next(k for k in ("good", "bad", "up", "down") if kind[k])
    what = keys.of(kind["what"]) - keys.GENERIC
    return _Link(way, what, about) if what and about else None


_REACH: Final = 80
_NEAR: Final = 12
_WAYS: Final = keys.table("high low higher lower more less increase expression level")


def _same(mine: _Link, unit: Unit, source: Source) -> bool | None:
    """True where a clause links the two as the sentence does, False where it does the other way."""
    for start, end in sentences.clauses(unit.text) or ((0, len(unit.text)),):
        there = _read(unit.text[start:end])
        if there is None:
            continue
        spelt = there.about.union(*(source.long_forms.get(k, frozenset()) for k in there.about))
        if not mine.what & there.what or 2 * len(mine.about & spelt) < len(mine.about):
            continue
        if there.way == "lack" or mine.way == "lack":
            return there.way == mine.way or not {there.way, mine.way} & {"good", "up"}
        if (mine.way in ("good", "bad")) != (there.way in ("good", "bad")):
            continue
        return there.way == mine.way if there.way in (mine.way, OPPOSITE[mine.way]) else None
    return None
