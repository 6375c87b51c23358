"""People who got it against others: `X was higher in patients who took A than in those who did not (9% v 5%)`.

Those who did not are called `people without` it; where only they are named, the other figure is of those who did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import clauses, items, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.layouts import Group, Part, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import Direction
from probatum.text.expressions import caseless

_WHOM: Final = rf"(?:(?:the\s)?(?:[\w-]+\s)?(?:{PEOPLE}|those))"
_GOT: Final = (
    r"(?:had\s(?:received|taken|used|undergone)|received|took|used|underwent|"
    r"were\s(?:given|treated\swith|taking|receiving))"
)
_NOT: Final = r"(?:did\snot(?:\s(?:receive|take|get|use|undergo))?|had\snot|were\snot)"
_X: Final = r"(?P<x>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,60}?)"
_NP: Final = r"(?P<np>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{3,80}?)"
_WAY: Final = (
    r"(?P<way>higher|greater|longer|larger|more\s(?:frequent|common)|lower|smaller|shorter|less\s(?:frequent|common))"
)
_THAN: Final = r",?\s(?:than|(?:when\s|as\s)?compared\s(?:with|to)|versus|vs\.?)\s(?:(?:in|with|for|among)\s)?"
_PAIR: Final = r"\s?[\[(]\s?(?:means?\s|medians?\s)?(?P<v1>Ⓥ+)[^()\[\]ⓋⓂ;]{0,12}?\s(?:vs?\.?|versus)\s(?P<v2>Ⓥ+)"
_IS: Final = r"\s(?:was|were|is|are)\s(?:\w+ly\s|also\s)*"
_IN: Final = r"\s(?:in|among|for)\s"
_FORMS: Final = tuple(
    caseless(pattern)
    for pattern in (
        rf"{_NP}{_IS}{_WAY}{_IN}{_WHOM}\swho\s{_GOT}\s{_X}{_THAN}{_WHOM}\swho\s{_NOT}(?:\s[^ⓋⓅⒸⓂⓇ,;:()\[\]]{{2,60}}?)?{_PAIR}",
        rf"{_NP}{_IS}{_WAY}{_IN}{_WHOM}\swho\s(?P<not>did\snot\s(?:receive|take|get|use|undergo))\s{_X}{_PAIR}",
        rf"{_WHOM}\swho\s{_GOT}\s{_X}\shad\s(?:an?\s)?(?:\w+ly\s)*{_WAY}\s{_NP}{_THAN}{_WHOM}\swho\s{_NOT}"
        rf"(?:\s[^ⓋⓅⒸⓂⓇ,;:()\[\]]{{2,60}}?)?{_PAIR}",
    )
)
_LOW: Final = re.compile(r"lower|smaller|shorter|less", re.IGNORECASE)


def read(sentence: Sentence, used: set[int]) -> Iterator[tuple[Group, str]]:
    """Pairs of such figures with what they are of; only where the figures go the way that the words say."""
    for form in _FORMS:
        for match in form.finditer(sentence.masked):
            starts = (match.start("v1"), match.start("v2"))
            begin = clauses.skip_lead(sentence.masked, match.start("np"), match.end("np"))
            name = outcome.phrase(sentence, begin, match.end("np"))
            got = arm_names.clean(sentence.text[slice(*match.span("x"))], sentence.context)
            if set(starts) & used or not name or not arm_names.valid(got, match["x"]):
                continue
            names = (got, f"people without {got}")
            names = names[::-1] if match.groupdict().get("not") else names
            parts = [_part(sentence, match.span(), match.span("x"), n, at) for n, at in zip(names, starts, strict=True)]
            way = Direction.LOWER if _LOW.match(match["way"]) else Direction.HIGHER
            if sound(sentence, parts, sure=True) and items.agrees(sentence, parts, way):
                yield (parts, sentence.value(starts[1]).end), name


def _part(sentence: Sentence, place: Place, arm: Place, name: str, at: int) -> Part:
    return Part(*place, name, arm, sentence.value(at))
