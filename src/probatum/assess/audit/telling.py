"""Words that tell how strongly a sentence speaks, and what kind of sentence it is."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression


def _any(words: str) -> re.Pattern[str]:
    """Any of some words and endings, as whole words, in any case."""
    return expression(rf"\b(?:{words})\b", re.IGNORECASE)


STRONG: Final = _any(
    r"pro(?:ve[nsd]?|ves|of)|cures?|curative|guarantee[sd]?|certain(?:ly|ty)?|definit\w+|conclusive\w*|establish\w*"
    r"|settle[sd]?|demonstrates? that|always|never|undoubtedly|beyond (?:any )?doubt|clearly|without doubt|no doubt"
    r"|all patients|every (?:patient|child|adult|woman|man|one)|everyone|everybody|eradicat\w*|eliminat\w*|abolish\w*"
    r"|prevents?|causes?|caused|best|ideal|standard of care|must|should|ensures?|reliably|invariably|only"
)
"""Proof, cure, necessity, and no exception."""
SAFE: Final = _any(
    r"safe(?:ly|ty)?|harmless|no (?:risk|harm|danger|side|effect|adverse|influence|role|impact|place|benefit)"
    r"|free (?:of|from)|risk-free|without (?:risk|side|harm|any)|useless|ineffective|makes? no difference|identical"
    r"|(?:does|do) not (?:work|help|affect|matter)|equivalent|equally|interchangeab\w*|cannot|well tolerated"
    r"|irrelevant|same"
)
"""Nothing happens."""
HENCE: Final = _any(
    r"so|therefore|thus|hence|which (?:proves|shows|means|demonstrates|rules)|since|because|as (?:there|the|no|it)"
    r"|consequently|meaning that|showing that|proving|this (?:proves|shows|means|settles|rules)"
)
"""A conclusion is drawn."""
PRIMARY: Final = _any(r"primary|main|principal")
PEOPLE: Final = _any(
    r"adults?|child(?:ren)?|infants?|neonat\w+|newborns?|babies|adolescents?|teenage\w+|elderly|older|women|men|boys"
    r"|girls|pregnan\w+|outpatients?|inpatients?|hospital\w*|volunteers?|healthy|postmenopausal|premenopausal"
    r"|people with|patients with|participants were|were (?:recruited|enrolled|included|admitted)|recruited|enrolled"
    r"|took part|population|subjects"
)
APPLIED: Final = _any(r"such|these|also|likewise|option|applies|apply|similarly|our|here|too|further|can be expected")
"""A source is offered as applicable."""
ALL: Final = _any(r"all|every|each|any|only|none|no one|nobody|whole|entire\w*|exclusively")
CONDUCT: Final = _any(
    r"blind\w*|open-label|open label|mask\w*|unaware|random\w*|cent(?:re|er)s?|multicent\w*|single-cent\w*|funded"
    r"|sponsor\w*|placebo-controlled|crossover|parallel|intention|follow\w*|stopped|design\w*|allocat\w*|phase"
)
"""How a study was done."""
DOSED: Final = _any(
    r"mg|mcg|g|ml|IU|units?|tablets?|capsules?|drops?|daily|twice|once|times a day|hourly|every|dose[ds]?|orally"
    r"|by mouth|intraven\w*|infus\w*|inject\w*|hours?|minutes?|days?|weeks?"
)
PRESENT: Final = _any(
    r"is|are|has|have|works?|improves?|reduces?|increases?|lowers?|raises?|shortens?|helps?|protects?|carr(?:y|ies)"
    r"|does|do"
)
"""It is told as a truth in general and not as what one study saw."""
NO_DIFFERENCE: Final = _any(
    r"no (?:\w+ ){0,3}(?:differen|effect|change|benefit)\w*|not (?:\w+ ){0,2}(?:differ|significan|chang|affect)\w*"
    r"|similar\w*|comparable|alike|the same|equal\w*|unchanged|non-?significant\w*|(?:did|was|were) not"
)
IMPERATIVE: Final = expression(
    r"\A\W*(?:(?:if|when|before|after|in|for|at|once|unless|with|during"
    r"|on)\b[^,]{0,140},\s*)?(?:please\s+)?(?:also\s+|then\s+|always\s+|do not\s+|don't\s+|never\s+)?"
    r"(?:ask|offer|start|begin|use|give|add|prefer|consider|choose|take|prescribe|initiate|continue|avoid|stop"
    r"|switch|try|reserve|keep|withhold|combine|advise|review|check|recheck|measure|monitor"
    r"|repeat|refer|discuss|assess|reassess|look|watch|tell|warn|explain|make|see|seek|call|reduce|increase"
    r"|adjust|titrate|step|schedule|arrange|document|counsel|encourage|weigh|inform|confirm"
    r"|test|screen|follow|record|note|plan|ensure|obtain|order|involve|support|remind|talk|do)\b",
    re.IGNORECASE,
)
"""What a reader is told to do."""
