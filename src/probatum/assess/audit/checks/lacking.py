"""Is a figure given to a treatment that the source gives to those who went without it, or the other way round?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import keys
from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed, meets
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Unit
from probatum.model import Fault
from probatum.text.expressions import caseless

_WITHOUT: Final = (
    r"(?:without(?: any)?|with no|not (?:given|on|taking|receiving|treated with|using|assigned to)|no|who did not"
    r" (?:take|receive|get|have|use)|on no|off)"
)
_WITH: Final = (
    r"(?:with|on|given|taking|receiving|treated with|using|after|under|for|who (?:took|received|got|had|used)|in)"
)
_GROUP: Final = caseless(
    rf"\b(?:(?P<without>{_WITHOUT})|(?P<with>{_WITH}))\s(?:the\s|those\s|people\s|patients\s|added\s|adding\s){{0,2}}\Z"
)
"""What stands right before the name of a treatment that a group has, or has not."""
_APART: Final = caseless(r"[;.]\s|,\s(?:while|whereas|but)\s|\s(?:and|against|versus|vs\.?|compared with|than)\s")


@probe(
    name="lacking",
    order=99,
    purpose="A figure of those who went without a treatment is not given to those who had it.",
    source="Rule: right figures in the wrong arms say the opposite of the result.",
)
def lacking(case: Cited) -> Opinion | None:
    """Contradicted where every passage that has a figure gives it to those without the treatment that the sentence
    gives it to, or the other way round."""
    if len(case.sources) != 1:
        return None
    source = case.sources[0]
    for claim in case.results:
        if claim.part:
            continue
        for arm in {a.words: a for a in case.arms if a.words and not a.control}.values():
            mine = _has(case.text, claim.start, claim.end, arm)
            if mine is None:
                continue
            told = [(u, has) for u in source.units if (has := _there(u, claim, arm)) is not None]
            if told and all(has is not mine for _, has in told):
                group = f"without {arm.name}" if mine else f"with {arm.name}"
                return Opinion(
                    Fault.ARM, f"the source gives {claim.text} to those {group}", (told[0][0].span,), told[0][0].raw
                )
    return None


def _there(unit: Unit, claim: Claimed, arm: Arm) -> bool | None:
    """Whether a passage gives the figure to those with the treatment; None where it does not say, or says both."""
    if unit.row or not arm.words <= unit.keys:
        return None
    made = {_has(unit.text, f.start, f.end, arm) for f in unit.figures if meets(claim, f, unit.text)}
    return made.pop() if len(made) == 1 else None


def _has(text: str, start: int, end: int, arm: Arm) -> bool | None:
    """Whether the group that a figure is told of, behind it up to the next figure's words or else before it, has the
    treatment."""
    cut = _APART.search(text, end)
    behind = text[end : cut.start() if cut else len(text)]
    found = _group(behind, arm)
    if found is not None:
        return found
    cuts = [m.end() for m in _APART.finditer(text, 0, start)]
    return _group(text[cuts[-1] if cuts else 0 : start], arm)


def _group(part: str, arm: Arm) -> bool | None:
    told = {
        bool(m["with"])
        for w in keys.read(part)
        if w.key in arm.words and (m := _GROUP.search(part, max(0, w.start - 40), w.start))
    }
    return told.pop() if len(told) == 1 else None
