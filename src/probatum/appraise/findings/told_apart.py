"""Two groups told apart behind what is said of them: `X was alike: 56 in A vs 46 in B`, `more in A than B had Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import clauses, items, outcome, predicates
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.layouts import Group, Part, part_at, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import Direction
from probatum.text.expressions import caseless

_ARM: Final = r"[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,60}?"
_AFTER_ARM: Final = r"(?=\s?[,;.(\[]|\s?$|\s(?:at|after|during|within)\s|\sⓉ)"
_VS: Final = r",?\s(?:vs?\.?|versus|and|(?:as\s)?compared\s(?:with|to))\s"
_WAY: Final = r"(?P<way>higher|greater|longer|larger|more|lower|smaller|shorter|less|fewer)"
_LOWER: Final = re.compile(r"lower|smaller|shorter|less|fewer", re.IGNORECASE)
_SAID: Final = caseless(
    rf"(?P<np>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{{3,80}}?)\s(?:was|were)\s(?:not\s)?(?:\w+ly\s)*(?:similar|comparable|different|{_WAY})\s?[:(]\s?"
    rf"(?P<v1>Ⓥ+)\s(?:in|for|with)\s(?:the\s)?(?P<a>{_ARM}){_VS}(?P<v2>Ⓥ+)\s(?:in|for|with)\s(?:the\s)?(?P<b>{_ARM}){_AFTER_ARM}"
)
_CHOSE: Final = caseless(
    rf"(?:^|[;,]\s|\bthat\s)(?:significantly\s)?(?P<way>more|fewer)\s(?:{PEOPLE})\s(?:in|on|with|given|receiving)\s(?:the\s)?"
    rf"(?P<a>{_ARM})\s(?:than|(?:as\s)?compared\s(?:with|to))\s(?:those\s)?(?:(?:in|on|with|given|receiving)\s)?(?:the\s)?"
    r"(?P<b>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,50}?(?:\s(?:group|arm))?)(?P<deed>\s[a-z]{3,}ed\s|\s(?:had|chose|were|took|got|underwent)\s)"
    r"(?P<rest>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,60}?)\s?[:(\[]\s?(?P<v1>Ⓥ+),?\s(?:vs?\.?|versus)\s(?P<v2>Ⓥ+)"
)
_OFTEN: Final = caseless(
    r"(?P<a>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{3,60}?)(?P<deed>\s[a-z]{3,}ed\s)(?P<rest>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,60}?)\s(?:\w+ly\s)?"
    r"(?P<way>more|less)\s(?:often|frequently)\sthan\s(?:did\s)?(?:the\s)?(?P<b>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,60}?)\s?[\[(]\s?"
    r"(?P<v1>Ⓥ+),?\s(?:vs?\.?|versus)\s(?P<v2>Ⓥ+)"
)


def read(sentence: Sentence, used: set[int]) -> Iterator[tuple[Group, str]]:
    """Pairs of such figures with what they are of; only where the figures go the way that the words say."""
    for form in (_SAID, _CHOSE, _OFTEN):
        for match in form.finditer(sentence.masked):
            starts = (match.start("v1"), match.start("v2"))
            said = match.groupdict()
            if "np" in said:
                begin = clauses.skip_lead(sentence.masked, match.start("np"), match.end("np"))
                name = outcome.phrase(sentence, begin, match.end("np"))
            else:
                name = predicates.named(sentence, match.start("deed"), match.end("rest"))
            first = match.span("a")
            if form is _OFTEN:
                begin = clauses.skip_lead(sentence.masked, *first)
                first = (begin, first[1])
            if set(starts) & used or not name or outcome.has_verb(sentence.masked[slice(*first)]):
                continue
            made = _parts(sentence, match.span(), (first, match.span("b")), starts, said.get("way"))
            if made:
                yield (made, sentence.value(starts[1]).end), name


def _parts(
    sentence: Sentence, place: Place, arms: tuple[Place, Place], starts: tuple[int, int], way: str | None
) -> list[Part]:
    """Both arms with their figures; nothing where these go against the words."""
    parts = [part_at(sentence, *place, arm, at) for arm, at in zip(arms, starts, strict=True)]
    known = [part for part in parts if part is not None]
    told = None if way is None else Direction.LOWER if _LOWER.match(way) else Direction.HIGHER
    return known if sound(sentence, parts) and items.agrees(sentence, known, told) else []
