"""Is the number of people who took part the source's?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Figure
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.model import Fault
from probatum.text.expressions import expression

_TOOK_PART: Final = expression(
    r"(?:\b(?:trial|study|series|report|analysis|cohort|review|crossover)\s?(?:\(|,\s)|\b(?:only|among|with)\s)"
    r"(?P<count>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,8})\s(?:people|participants|patients|adults|children|women|men)"
    r"(?=[,;)]|\stook part|\sand no interval|\s?\.?\s?\Z)"
    r"|\b(?:enrol\w{0,5}|recruit\w{0,3}|randomi[sz]\w{0,5}|included|took in)\s"
    r"(?P<taken>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,8})\s"
    r"(?:\w{1,20}\s)?(?:people|participants|patients|adults|children|women|men)\b",
    re.IGNORECASE,
)
"""How a sentence tells the size of a study: `a randomised trial (402 people)`, `the trial enrolled 402 adults`."""
_PEOPLE: Final = expression(
    r"\b(?:patients?|participants?|subjects?|people|persons?|individuals?|volunteers?|adults?|children|infants?|wom[ae]n"
    r"|m[ae]n|girls|boys|cases?|employees|students|smokers|neonates|newborns|mothers|pregnan\w{0,5}|eyes|enrol\w{0,5}"
    r"|recruit\w{0,3}|randomi[sz]\w{0,5}|included|completed|assigned|allocated|analy[sz]ed|treated|animals|rats|mice)\b",
    re.IGNORECASE,
)
_TAKEN: Final = (
    r"(?:participat\w{0,5}|took part|enrol\w{0,5}|recruit\w{0,3}|randomi[sz]\w{0,5}|included?|complet\w{0,3}"
    r"|assigned|allocated|analy[sz]\w{0,4}|eligible|studied)"
)
_TOTAL_BEFORE: Final = expression(
    rf"\b(?:{_TAKEN}|total|sample|all)\s(?:of\s|the\s|all\s|in\s|size\s|was\s){{0,3}}\Z", re.IGNORECASE
)
_TOTAL_BEHIND: Final = expression(rf"(?:\s[\w/-]{{1,20}}){{0,7}}\s{_TAKEN}\b", re.IGNORECASE)
"""What stands before or behind the size of a study or of those analysed, as against one of its groups."""
_MEASURED: Final = expression(
    r"\s?(?:\u00b1|\+/-|%|/|per ?cent\b)|[\s-]?(?:(?:second|minute|hour|day|week|month|year)s?|m?g|kg|[cm]?m|ml|bpm"
    r"|mmHg)\b",
    re.IGNORECASE,
)
"""What stands behind a number that is no count."""
_SIZE: Final = expression(r"\b[nN]\s?=\s?\Z")
REACH: Final = 60
"""Characters about a number within which a word for people makes it a count of them."""


@probe(
    name="people",
    order=96,
    purpose="The number of people who took part is read out of the source, or stands there as a number of people.",
    source="Moher D, et al. CONSORT 2010, items 13 and 16, doi:10.1136/bmj.c869",
)
def people(case: Cited) -> Opinion | None:
    """Number differs for a size of the study that the cited record gives nowhere as one of people."""
    if len(case.sources) != 1:
        return None
    source = case.sources[0]
    for found in _TOOK_PART.finditer(case.text):
        count = int((found["count"] or found["taken"]).replace(",", ""))
        sizes = _read(source)
        if count in sizes or (3 * count > 2 * max(sizes, default=0) and _counted(source, count)):
            continue
        right = f"{max(sizes):,}" if sizes else ""
        told = f"the source gives {right} people, not {count:,}" if right else f"the source counts no {count:,} people"
        return Opinion(Fault.NUMBER, told, (), right)
    return None


def _read(source: Source) -> frozenset[int]:
    """The sizes of the study as they are read out of the record: of its abstract, of all of it, of those analysed."""
    told = (source.people, source.study.n, source.study.n_analysed)
    return frozenset(n for n in told if n is not None)


def _counted(source: Source, count: int) -> bool:
    """True when a unit gives the number as one of people (of all of them, where the size of the study is known), or
    its groups, two or three, come to it. Two thirds of a study and less are no size of it: so small are its groups."""
    known = bool(_read(source))
    for unit in source.units:
        sizes: list[float] = []
        for figure in (*unit.figures, *unit.head_figures):
            inside = figure in unit.figures
            sized = inside and _SIZE.search(unit.text[max(0, figure.start - 6) : figure.start]) is not None
            if sized or (unit.row and not inside):
                sizes.append(figure.value)
            counted = not figure.places and not (inside and _MEASURED.match(unit.text, figure.end))
            counted = counted and figure.value == count
            if counted and (sized or not inside or _so_many(unit.text, figure, known=known)):
                return True
        if any(abs(sum(sizes[:n]) - count) < 1 for n in (2, 3) if len(sizes) >= n):
            return True
    return False


def _so_many(text: str, figure: Figure, *, known: bool) -> bool:
    """True when people are spoken of beside a figure; where the size of the study is known, as all of them."""
    before, behind = text[max(0, figure.start - REACH) : figure.start], text[figure.end : figure.end + REACH]
    if _PEOPLE.search(before + behind) is None:
        return False
    return not known or _TOTAL_BEFORE.search(before) is not None or _TOTAL_BEHIND.match(behind) is not None
