"""Which drugs an arm holds, where the record says so: in the arm's own name, or where it explains that name.

`triple therapy (A 30 mg, B 1 g and C 500 mg)` holds three, and what it did is no effect of one of them. Where a record
does not say what an arm got, its `drugs` stay empty: nothing is guessed from the other arm or from the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.model import ArmResult, Finding, Record, SectionKind
from probatum.text.expressions import expression

_BARE: Final = expression(r"\s(?:groups?|arms?|patients|recipients|regimens?)$", re.IGNORECASE)
_LIST: Final = r"[^()\[\].;]{3,200}"
_GOT: Final = (
    r"(?:\s?\([^()]{1,30}\))?\s(?:(?:was|were)\s)?(?:received|given|treated with|got|took|consisted of|comprised|"
    r"containing|contained|consisting of)\s"
)
_OTHERS: Final = expression(
    r",?\s(?:and|while|whereas|but)\s(?:the\s|those\s|patients\s)?[\w\s-]{0,30}?\b(?:group|arm)\b"
)
"""Where what the next group got begins."""
_NOTHING: Final = expression(r"\b(?:placebo|sham|no|without|untreated|control)\b", re.IGNORECASE)
_MOST: Final = 24
"""Arm names of a record that are looked up."""


def held(record: Record, found: Sequence[Finding]) -> list[Finding]:
    """The findings with the drugs of their arms."""
    names = list(dict.fromkeys(arm.arm for one in found for arm in one.arms if arm.arm))[:_MOST]
    drugs = {name: tuple(dict.fromkeys(_drugs(record, name))) for name in names}
    if not any(drugs.values()):
        return list(found)
    return [msgspec.structs.replace(one, arms=tuple(_with(arm, drugs) for arm in one.arms)) for one in found]


def _with(arm: ArmResult, drugs: dict[str, tuple[str, ...]]) -> ArmResult:
    own = drugs.get(arm.arm, ())
    return msgspec.structs.replace(arm, drugs=own) if own else arm


def _drugs(record: Record, name: str) -> Iterator[str]:
    if _NOTHING.search(name):
        return
    known = vocabulary.load()
    yield from (m.term.label for m in known.find(name) if m.term.semantic == "drug")
    bare = _BARE.sub("", name)
    if len(bare) < 2 or name.lower() in ("comparison group", "patients"):
        return
    own = re.compile(rf"(?<![\w-]){re.escape(bare)}", re.IGNORECASE)
    for section in record.sections:
        if section.kind not in (SectionKind.TITLE, SectionKind.ABSTRACT):
            continue
        for match in _explained(own, section.text):
            said = match["a"] or _OTHERS.split(match["b"], maxsplit=1)[0]
            yield from (m.term.label for m in known.find(said) if m.term.semantic == "drug")


_EXPLAINED: Final = expression(
    r"(?:\s(?!(?:and|or|versus|vs|than)\b)[\w-]+){0,6}?"
    rf"(?:\s?[(\[](?P<a>{_LIST})[)\]]|{_GOT}(?P<b>{_LIST}))",
    re.IGNORECASE,
)


def _explained(own: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What stands behind a name and says what it is. The name is looked for by itself, since one expression of both
    would have to be compiled for every name."""
    at = 0
    while (name := own.search(text, at)) is not None:
        behind = _EXPLAINED.match(text, name.end())
        if behind is not None:
            yield behind
        at = behind.end() if behind is not None else name.start() + 1
