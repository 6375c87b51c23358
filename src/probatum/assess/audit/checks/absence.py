"""Is a lack of evidence told as evidence of a lack?"""

from __future__ import annotations

import re

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Fault
from probatum.text.expressions import expression

_NOTHING = expression(
    r"\b(?:no|not|none|never|neither|without|lack of|absence of|non-?significan\w*|insignifican\w*|similar"
    r"|comparable|zero|nobody|p\s?[=>]\s?0?\.[1-9])\b",
    re.IGNORECASE,
)
_THEREFORE = expression(
    r"\b(?:so|therefore|thus|hence|which (?:shows?|proves?|means?|establishes|demonstrates|confirms|implies"
    r"|indicates|tells? us)|tells? us|(?:shows?|proves?|establish(?:es)?|confirms?) (?:that )?(?:the |it |both "
    r"|these |them )|showing|proving|confirming|establishing"
    r"|demonstrating|meaning|consequently|because|since|as (?=no\b|none\b|there)|as a result|it follows"
    r"|in consequence|accordingly|this "
    r"(?:shows|proves|means"
    r"|establishes|confirms)|and is therefore|that is|i\.e\.)\b",
    re.IGNORECASE,
)
_SINCE = expression(r"\A\W*(?:as|since|because|given that|seeing that)\b[^,]{5,160},", re.IGNORECASE)
_LACK = expression(
    r"\b(?:(?:has|have|had|carr(?:y|ies)|poses?|bears?|is of|with) no (?:\w+ ){0,3}?(?:effects?|risks?|harms?"
    r"|influence|impact|side[- ]effects?|toxicity|danger|benefit|value|role)"
    r"|(?:carr(?:y|ies)|poses?|bears?|brings?|adds?) no (?:\w+ ){0,3}?(?:hazards?|peril|threat|price|penalty|cost)"
    r"|ha(?:s|ve) (?:no|nothing to do with) (?:\w+ )?(?:bearing|sway|say|part)|is nothing to (?:fear|worry about)"
    r"|(?:to be|are|is) (?:\w+ )?(?:identical|interchangeable|equivalent|harmless)"
    r"|ha(?:s|ve) (?:exactly |precisely |just )?the (?:very |same |very same ){0,1}(?:activity|action|effects?|efficacy"
    r"|safety|effectiveness|potency) (?:of|as)(?= (?:an? |the )?(?:placebo|control|sham|water|saline|no\b))"
    r"|(?:does|do) not (?:affect|cause|harm|raise|increase|alter|change|work|help)|(?:is|are) (?:entirely "
    r"|completely |perfectly |equally |just as )?(?:safe|harmless|risk-free|identical|"
    r"ineffective|useless|equivalent|interchangeable|equally effective|the same)"
    r"|(?:do|does|works?) (?:just|exactly|quite|every bit|fully) as (?:well|much|good)\b(?! (?:in|on|for)\b)"
    r"|(?:is|are) (?:just |exactly |every bit )?as (?:safe|effective|harmless|good) as|free (?:of|from) (?:\w+ "
    r"){0,2}(?:risk|harm|side[- ]effects?)|without (?:any )?(?:risk|side[- ]effects?|harm)"
    r"|no (?:\w+ ){0,2}(?:effect|risk) (?:on|of|for|whatsoever|at all)|can(?:not| never|'t) (?:possibly )?(?:cause"
    r"|harm|affect"
    r"|influence|change|alter|improve|help|reduce|raise|lower|worsen|shift|matter)|ha(?:s|ve) none\b|there (?:is"
    r"|are) none\b"
    r"|(?:has|have|with) no (?:\w+ )?(?:drawbacks?|downsides?|disadvantages?|price|cost|catch)"
    r"|does nothing (?:for|to|about|against)|plays? no (?:\w+ )?(?:part|role)|(?:is|are) (?:pointless|futile"
    r"|worthless|powerless"
    r"|irrelevant|immaterial|without (?:value|merit|worth|use))"
    r"|(?<!to )(?:rules? out|ruled out)(?! (?:chance|luck|coincidence))"
    r"|excludes? (?:a|any) (?:risk|harm|effect))\b",
    re.IGNORECASE,
)
_FLAT = expression(
    r"\b(?:(?:is|are|was|were) not an? (?:\w+ )?(?:risk|danger|hazard|threat|problem|concern|worry)\b"
    r"|leaves? (?:[\w-]+ ){1,6}?(?:untouched|unaffected|unchanged|unaltered|as (?:it|they) (?:is|was|are|were))"
    r"|(?:cannot|can never|could not possibly|can't) (?:do|cause|bring|mean|lead to|give|raise|add) (?:\w+ ){0,2}?"
    r"(?:harm|damage|risk|trouble|injury|side[- ]effects?)"
    r"|(?:is|are) (?:entirely |quite |wholly )?(?:without|free of|devoid of) (?:an? |any )?(?:\w+ ){0,2}?"
    r"(?:effects?|risks?|harms?|influence|danger|hazards?|impact|benefit)"
    r"|(?:adds?|brings?|carr(?:y|ies)|poses?|holds?|bears?) (?:no|not the least) (?:\w+ ){0,3}?"
    r"(?:risk|danger|harm|hazard)s?"
    r"|(?:has|have) no (?:\w+ ){0,3}?(?:say|sway|bearing|influence|effect|impact) (?:on|in|over)"
    r"|(?:do|does) (?:nothing|no harm)(?: at all)? (?:to|for)|makes? no (?:odds|difference) (?:to|which|whether|what)"
    r"|need (?:not|never) (?:be )?(?:worr|fear)\w*|nothing to (?:worry|fear))",
    re.IGNORECASE,
)
"""A lack told flatly, as a law: what a trial did not find is told so with `was`, `were seen`, `was detected`."""
_GIVEN = expression(
    r"\A\W*(?:with|as|since|because|given)\b[^.;]{5,160},|\b(?:in consequence|accordingly|consequently|means?"
    r"|shows?|so|therefore|hence|thus|proves?|implies"
    r"|tells? us)\b",
    re.IGNORECASE,
)

_DETECTED = expression(r"\bdetect(?:ed|s)?\b", re.IGNORECASE)


@probe(
    name="absence",
    order=70,
    purpose="A difference that is not significant, or an event that was not seen, is not told as no effect, no "
    "risk, safe or identical.",
    source="Altman DG, Bland JM. Absence of evidence is not evidence of absence (1995), doi:10.1136/bmj.311.7003.485",
)
def absence(case: Cited) -> Opinion | None:
    """Partly supported when the sentence infers a lack from a result that was not significant or events not seen."""
    flat = _FLAT.search(case.text)
    if flat and case.sources and _GIVEN.search(case.text) and not _said(case, flat):
        told = f"\u201c{flat.group()}\u201d does not follow from what was not found, or found in few"
        return Opinion(Fault.ABSENCE, told, tuple(a.unit.span for _, a in case.best[:1]))
    lack = _LACK.search(case.text)
    if lack is None:
        return None
    rest = case.text[: lack.start()] + " " + case.text[lack.end() :]
    follows = _THEREFORE.search(case.text) or _SINCE.search(case.text)
    nothing = _NOTHING.search(rest) is not None or any(i.low < 1 < i.high or i.low < 0 < i.high for i in case.intervals)
    inferred = follows is not None and nothing
    stands = any(lack.group().lower() in a.unit.lower for _, a in case.best[:6])
    if stands or not (inferred or case.sources):
        return None
    if not inferred and re.search(r"\bnon-?inferior|\bequivalen", " ".join(a.unit.lower for _, a in case.best[:3])):
        return None
    told = (
        f"\u201c{lack.group()}\u201d does not follow from a result that was not significant or from events "
        f"that were not seen"
    )
    if not inferred:
        if _DETECTED.search(case.text):
            return None  # `no effect was detected` says no more than that
        told = f"\u201c{lack.group()}\u201d is said of what the source only did not find"
        if not any(_NOTHING.search(a.unit.text) for _, a in case.best[:3]):
            return None
    return Opinion(Fault.ABSENCE, told, tuple(a.unit.span for _, a in case.best[:1]))


def _said(case: Cited, told: re.Match[str]) -> bool:
    """True where the source says it in these words."""
    return any(told.group().lower() in a.unit.lower for _, a in case.best[:6])
