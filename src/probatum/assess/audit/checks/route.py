"""Was it given the way the sentence says: by mouth, into a vein, on the skin?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text import sentences
from probatum.text.expressions import expression

_ROUTES: Final = expression(
    r"\b(?:(?P<mouth>oral(?:ly)?|by mouth|swallow\w*|per os|tablets?|capsules?|caplets?|pills?|syrup|lozenges?)"
    r"|(?P<vein>intravenous(?:ly)?|i\.?v\.?(?![a-z])|into (?:a|the) veins?|by vein|drip)"
    r"|(?P<muscle>intramuscular(?:ly)?|into (?:a|the) muscles?)"
    r"|(?P<skin>subcutaneous(?:ly)?|under the skin)"
    r"|(?P<surface>topical(?:ly)?|creams?|ointments?|lotions?|rubbed (?:in|on)\w*|patch(?:es)?|transdermal(?:ly)?)"
    r"|(?P<vagina>vaginal(?:ly)?|pessar(?:y|ies)|intravaginal(?:ly)?|into the vagina)"
    r"|(?P<rectum>rectal(?:ly)?|suppositor(?:y|ies)|enemas?|into the rectum)"
    r"|(?P<nose>intranasal(?:ly)?|nasal(?:ly)?|nose drops?|into the nose|up the nose)"
    r"|(?P<lung>inhal\w+|nebuli[sz]\w+|puffs?|breathed in)"
    r"|(?P<tongue>sublingual(?:ly)?|buccal(?:ly)?|under the tongue)"
    r"|(?P<spine>intrathecal(?:ly)?|epidural(?:ly)?|spinal(?:ly)?|caudal(?:ly)?)"
    r"|(?P<eye>eye ?drops?|intravitreal(?:ly)?|into the eyes?)"
    r"|(?P<joint>intra-?articular(?:ly)?|into the (?:joint|knee)))\b",
    re.IGNORECASE,
)
_GIVEN: Final = expression(
    r"\b(?:got|given|gave|receiv\w+|took|taken|appl(?:y|ied)|instill\w+|swallow\w*|inject\w+|administ\w+|infus\w+"
    r"|inhal\w+"
    r"|consist\w*|was|were|came|supplement\w*|dos(?:e|ed|es|ing)|treat\w*|with|of|or|versus|compar\w*)\b",
    re.IGNORECASE,
)
_BESIDES: Final = expression(
    r"\b(?:rescue|contracepti\w*|anticoagula\w*|fluids?|intake|hygiene|cavity|mucos\w*|thrush|ulcers?|cancer"
    r"|surgery|delivery"
    r"|birth|bleeding|examination|exam|swab|access|line|anesthe\w*|anaesthe\w*|block|candid\w*|congestion|polyps?"
    r"|cord)\b",
    re.IGNORECASE,
)
"""What `oral`, `vaginal` and `nasal` are said of besides treatments, or where another way is told beside."""
_NEAR: Final = 60


@probe(
    name="route",
    order=81,
    purpose="A treatment was given the way the sentence says: by mouth, into a vein or muscle, on the skin, in the "
    "vagina, by inhaling.",
    source="ISMP. Guidelines for safe medication use: the right route (2021)",
)
def route(case: Cited) -> Opinion | None:
    """Number differs (dose) when passages that name the treatment tell another way of giving it, and none this one."""
    if not case.sources or not _GIVEN.search(case.text):
        return None
    for arm in (a for a in case.arms if not a.control and a.words):
        mine = {way for way, at in _ways(case.text) if _nearest(case, at) is arm}
        if len(mine) != 1:
            continue
        told = [(u, way) for s in case.sources for u, way in _there(s, arm)]
        ways = {way for _, way in told}
        whole = {w for s in case.sources for u in s.units for w, _ in _ways(u.text)}
        if ways and not mine & (ways | whole):
            unit, way = told[0]
            said = next(iter(mine))
            return Opinion(
                Fault.DOSE,
                f"the source tells another way of giving {arm.name}: {_NAMES[way]}, not {_NAMES[said]}",
                (unit.span,),
            )
    return None


_NAMES: Final = {
    "mouth": "by mouth", "vein": "into a vein", "muscle": "into a muscle", "skin": "under the skin",
    "surface": "on the skin",
    "vagina": "in the vagina", "rectum": "in the rectum", "nose": "into the nose", "lung": "inhaled",
    "tongue": "under the tongue", "spine": "beside the spinal cord", "eye": "into the eye", "joint": "into a joint",
}  # fmt: skip


def _ways(text: str) -> Iterator[tuple[str, int]]:
    for found in _ROUTES.finditer(text):
        if not _BESIDES.search(text[found.end() : found.end() + 16]):
            yield found.lastgroup or "", found.start()


def _nearest(case: Cited, place: int) -> Arm | None:
    """The treatment that a way of giving is told of: the last named before it, else the next behind it."""
    near = [a for a in case.arms if a.words and not a.control and abs(a.start - place) <= _NEAR]
    before = [a for a in near if a.start <= place]
    return before[-1] if before else near[0] if near else None


def _there(source: Source, arm: Arm) -> Iterator[tuple[Unit, str]]:
    for unit in source.units:
        if unit.row or not unit.own or not arm.words & unit.keys:
            continue
        for start, end in sentences.clauses(unit.text) or ((0, len(unit.text)),):
            clause = unit.text[start:end]
            if any(word in clause.lower() for word in _stems(arm)):
                yield from ((unit, way) for way, _ in _ways(clause))


def _stems(arm: Arm) -> list[str]:
    return [word[:_STEM] for word in arm.words if len(word) >= _STEM]


_STEM: Final = 5
