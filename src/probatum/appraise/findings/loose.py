"""Two names with a figure each, where words and figures agree on which is higher: they need not be groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum.appraise.findings import clauses, items, outcome
from probatum.appraise.findings.beside import WHOM
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.layouts import Group, part_at, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Direction
from probatum.text.expressions import expression

_MORE: Final = r"higher|greater|longer|larger"
_LESS: Final = r"lower|smaller|shorter|less"
_LOOSE: Final = expression(
    rf"(?<![\w-])(?:in|for|with|among|on|by|of|after|under|following)\s(?:the\s|"
    rf"an?\s)?(?P<a1>{WHOM})\s?[\[(]\s?(?:(?:mean|median)[\s,:]*)?"
    rf"(?P<v1>Ⓥ++)[^()\[\]Ⓥ]{{0,40}}[\])],?\s(?:(?:was|were)\s(?:[a-z]+ly\s)?(?P<way>{_MORE}|{_LESS})\s(?=than\s|compared\s))?"
    rf"(?:than|(?:as\s|when\s)?compared (?:with|to)|versus|"
    rf"vs\.?)\s(?:(?:that|those)\s)?"
    rf"(?:(?:in|for|with|among|on|by|of|after|under|following)\s)?(?:the\s|"
    rf"an?\s)?(?P<a2>{WHOM})\s?[\[(]\s?(?:(?:mean|median)[\s,:]*)?"
    rf"(?P<v2>Ⓥ+)[^()\[\]Ⓥ]{{0,60}}[\])]",
    re.IGNORECASE,
)
"""`greater for X (30.4) than for Y (27.8)`: names that need not look like groups: figures and words must agree."""


_SET_OFF: Final = expression(
    rf"(?<![\w-])(?:in|for|with|among|on)\s(?:the\s)?(?P<a1>{WHOM}),\s(?:with\s|at\s)?(?:an?\s)?(?:(?:mean|median|average)\s)?(?:of\s)?"
    rf"(?P<v1>Ⓥ++),?\s(?:versus|vs\.?|(?:as\s)?compared (?:with|to)|and)\s(?P<v2>Ⓥ++)\s(?:in|for|with|among|on)\s"
    rf"(?:the\s)?(?P<a2>{WHOM})(?=\s?[,;:.()\[\]]|\s?$|\sⓉ)",
    re.IGNORECASE,
)
"""`lower in X, 3.2% vs. 7.7% in Y`."""


def read(sentence: Sentence, used: set[int], named: Sequence[Named]) -> Iterator[tuple[Group, str]]:
    """Two names with a bracket each, where the words say which is higher and the figures agree."""
    for match in (*_LOOSE.finditer(sentence.masked), *_SET_OFF.finditer(sentence.masked)):
        starts = (match.start("v1"), match.start("v2"))
        if set(starts) & used:
            continue
        parts = [
            part_at(sentence, match.start(), match.end(), match.span(a), at)
            for a, at in zip(("a1", "a2"), starts, strict=True)
        ]
        start = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, match.start()), match.start())
        name, way = items.said(sentence, start, match.start(), named)
        said = match.groupdict().get("way")
        if said and not outcome.has_verb(sentence.masked[start : match.start()]):
            name = outcome.phrase(sentence, start, match.start())
            way = Direction.HIGHER if re.fullmatch(_MORE, said, re.IGNORECASE) else Direction.LOWER
        known = [part for part in parts if part is not None]
        if name and way is not None and sound(sentence, parts, sure=True) and items.agrees(sentence, known, way):
            yield (known, sentence.value(starts[1]).end), name
