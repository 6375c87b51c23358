"""Figures in the making: which numbers beside each other are one range, one fraction, or a list with one unit."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

_JOIN_RANGE: Final = expression(r"\s?(?:-|to|\.\.\.|through)\s?\Z")

_JOIN_AND: Final = expression(
    r"(?:\s?(?:,|/|;)\s?(?:and\s|or\s|&\s)?|\s(?:and|or|to|v|vs\.?|versus|against|compared with|&|plus)\s|\s?-\s?"
    r"|\s?\u00b1\s?)\Z"
)

_OF: Final = expression(r"(?:\s(?:out\s)?of(?:\s(?:the|all|these|every))?\s|\sin(?:\severy)?\s|\s?/\s?)\Z")


class Draft:
    """A quantity in the making; offsets in the folded text."""

    __slots__ = ("denominator", "end", "high", "kind", "number_end", "start", "text", "unit", "value", "whole", "word")

    def __init__(self, start: int, end: int, value: float, text: str, word: bool, whole: bool) -> None:
        self.start, self.end, self.number_end = start, end, end
        self.value, self.text, self.word, self.whole = value, text, word, whole
        self.unit, self.kind = "", "number"
        self.high: float | None = None
        self.denominator: float | None = None

    def order(self) -> int:
        """Where it begins, to sort by."""
        return self.start


def share_units(text: str, drafts: list[Draft]) -> None:
    """Give the unit of the last figure of a list to those before it: `300 and 900 mg/day`."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if left.unit or not right.unit or left.kind not in ("number", "year") or right.kind in ("p", "level"):
            continue
        between = text[left.end : right.start]
        if len(between) > 16 or not (_JOIN_AND.match(between) or _JOIN_RANGE.match(between)):
            continue
        if right.unit in ("fold", "times") or (left.kind == "year" and right.kind != "count"):
            continue
        left.unit = right.unit
        left.kind = right.kind if right.kind not in ("spread", "label") else "number"


def join(text: str, drafts: list[Draft]) -> list[Draft]:
    """The figures in order, those of one fraction (`18 of 20`) or range (`2 to 12 weeks`) made one."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        if last is not None and 0 < draft.start - last.number_end <= 20:
            between = text[last.number_end : draft.start]
            if _is_fraction(text, last, draft, between):
                last.kind, last.denominator, last.end = "fraction", draft.value, draft.end
                last.unit = draft.unit if draft.unit != "%" else ""
                continue
            if _is_range(text, last, draft, text[last.end : draft.start]):
                if _is_change(text, last):
                    made.append(draft)
                    continue
                years = last.kind == "year" and draft.kind == "year"
                last.kind, last.high, last.end = "year" if years else "range", draft.value, draft.end
                last.unit = last.unit or draft.unit
                continue
        made.append(draft)
    return made


def _is_fraction(text: str, left: Draft, right: Draft, between: str) -> bool:
    if left.denominator is not None or left.high is not None or not (left.whole and right.whole):
        return False
    if left.kind in ("p", "level", "spread", "label", "percent", "dose", "duration") and left.unit != right.unit:
        return False
    if (
        not _OF.match(between)
        or left.value < 0
        or right.value < max(1.0, left.value)
        or right.kind in ("percent", "level", "p", "label")
    ):
        return False
    if " in" in between and right.kind == "year":
        return False
    if right.kind in ("dose", "duration") or (right.kind == "year" and "/" in between):
        return False
    return not ("/" in between and (text[right.end : right.end + 1] == "/" or text[left.start - 1 : left.start] == "/"))


def _is_range(text: str, left: Draft, right: Draft, between: str) -> bool:
    if left.kind in ("p", "level", "spread") or right.kind in ("p", "level", "spread") or left.high is not None:
        return False
    if left.denominator is not None or right.value <= left.value:
        return False
    if left.unit and right.unit and left.unit != right.unit:
        return False
    if _JOIN_RANGE.match(between) is not None:
        return True
    return between == " and " and re.search(r"\bbetween\s\Z", text[max(0, left.start - 9) : left.start]) is not None


def _is_change(text: str, left: Draft) -> bool:
    return (
        re.search(
            r"\bfrom(?:\s(?:a|about|around|approximately|baseline|mean|median|of)){0,3}\s\Z",
            text[max(0, left.start - 40) : left.start],
        )
        is not None
    )
