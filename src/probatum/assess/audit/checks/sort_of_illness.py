"""Is a result told of one sort of an illness, or of people kept out, that its source did not study?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.assess.audit import keys
from probatum.assess.audit.case import FILLER, NEGATED, Cited
from probatum.assess.audit.checks.applicability import LOOSE
from probatum.assess.audit.checks.transfer import SHUT, SUBGROUP, told_of
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.model import Fault, SectionRole
from probatum.text.expressions import expression


@probe(
    name="sort of illness",
    order=98,
    purpose="What is told of one type of an illness, or of people with something, rests on a source that studied that "
    "type and did not keep such people out.",
    source="Guyatt GH, et al. GRADE guidelines 8: indirectness (2011), doi:10.1016/j.jclinepi.2011.04.014",
)
def sort_of_illness(case: Cited) -> Opinion | None:
    """Population differs where the source names other types of the illness alone, or names what the people have only
    to keep them out."""
    if len(case.sources) != 1 or SUBGROUP.search(case.text):
        return None
    source = case.sources[0]
    opening = _OPENING.match(case.text)
    for whom in (*((opening["led"],) if opening else ()), *told_of(case)):
        if NEGATED.search(whom):
            continue
        if _of_other_type(whom, source):
            return Opinion(
                Fault.APPLICABILITY, f"the source studied another type than that of \u201c{whom.strip()}\u201d"
            )
        if _kept_out(whom, source):
            return Opinion(Fault.APPLICABILITY, f"the source kept out \u201c{whom.strip()}\u201d")
    return None


_OPENING: Final = expression(r"\A\W*(?:in|for|among|with)\s(?P<led>(?:[a-z]+\s){0,4}type[- ]\w+\s\w+)", re.IGNORECASE)
"""What a sentence opens with that names a type, whether or not a comma follows."""
_ONE: Final = r"(?:[1-9]|I{1,3}|IV|[A-E])"
_TYPE: Final = expression(
    r"\b(?P<word>[Tt]ypes?|[Gg]enotypes?|[Hh]epatitis|[Ii]nfluenza)[- ]"
    rf"(?P<sorts>{_ONE}(?:\s?(?:,|/|&|-|\u2013|and|or|to)"
    rf"\s?(?:[Tt]ypes? )?{_ONE}){{0,4}})\b(?![.,][0-9]|\serror)(?:\s(?P<of>[A-Za-z]{{3,20}}))?"
)
"""One sort of an illness of which there are several: `type 1 diabetes`, `hepatitis B`; or several: `types 1 and 2`."""
_EACH: Final = expression(rf"\b{_ONE}\b")
_ROMAN: Final = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_UNTYPED: Final = frozenset(("hepatitis", "influenza"))
"""Words that are the illness themselves, whatever stands behind."""
_Sort = tuple[str, str, frozenset[str]]


def _sorts(text: str) -> frozenset[_Sort]:
    """Word, sort and illness."""
    made = set()
    for found in _TYPE.finditer(text):
        word = found["word"].lower().removesuffix("s") if found["word"].lower() != "hepatitis" else "hepatitis"
        of = frozenset[str]() if word in _UNTYPED else keys.of(found["of"] or "")
        made |= {(word, _ROMAN.get(m.group(), m.group()), of) for m in _EACH.finditer(found["sorts"])}
    return frozenset(made)


@lru_cache(maxsize=256)
def _sorts_of(source: Source) -> frozenset[_Sort]:
    """The sorts of illnesses that a record names anywhere, but for where people were kept out."""
    told = (u for u in source.units if not SHUT.search(u.text))
    return _sorts(source.record.title).union(*(_sorts(u.text) for u in told))


def _of_other_type(whom: str, source: Source) -> bool:
    """True where they have one sort of an illness, and the record names other sorts of it alone."""
    for word, sort, of in _sorts(whom):
        held = [h for h in _sorts_of(source) if h[0] == word]
        if any(h[2] == of for h in held) and not any(h[1] == sort for h in held) and (of or word in _UNTYPED):
            return True
    return False


_HAVING: Final = expression(r"\b(?:with|who have|having)\s(?P<what>[^,.;()]{4,60})", re.IGNORECASE)


def _kept_out(whom: str, source: Source) -> bool:
    """True where what they have stands in the record only where people were kept out for it."""
    having = _HAVING.search(whom)
    told = keys.of(having["what"]) - keys.GENERIC - LOOSE - FILLER if having else frozenset()
    return bool(told) and any(_only_shut(source, key) for key in told)


@lru_cache(maxsize=1024)
def _only_shut(source: Source, key: str) -> bool:
    units = [u for u in source.units if u.own and u.role is not SectionRole.BACKGROUND and key in u.keys]
    return key not in source.about and bool(units) and all(SHUT.search(u.text) for u in units)
