"""What the authors conclude, apart from the numbers: benefit, harm, no difference or uncertain, and how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.appraise.reading import Sentence
from probatum.model import Claim, SectionKind, SectionRole
from probatum.text.expressions import expression

CONCLUDES = expression(
    r"\b(?:we conclude|in conclusion|conclusion|these (?:results|data|findings) (?:suggest|show|indicate"
    r"|demonstrate|support|do not)|our (?:results|data|"
    r"findings) (?:suggest|show|indicate|demonstrate|support)|this (?:study|trial|review) (?:shows?|suggests?"
    r"|demonstrates?|provides?|found)|the authors conclude)\b",
    re.IGNORECASE,
)
HEDGE = expression(
    r"\b(?:may|might|could|appears?|seems?|suggests?|possibl[ey]|potential(?:ly)?|likely|probabl[ey]|preliminary"
    r"|further (?:\w+ )?(?:trials?|stud|research)|larger"
    r" (?:trials?|stud)|needs? (?:to be )?confirm\w*|promising)\b",
    re.IGNORECASE,
)
UNCERTAIN = expression(
    r"\b(?:insufficient|inconclusive|uncertain(?:ty)?|unclear|not enough|no (?:firm|definite|clear) conclusions?"
    r"|lack of (?:\w+ )?evidence|little evidence"
    r"|cannot be (?:recommended or|determined|excluded)|inadequate evidence|limited evidence"
    r"|no (?:randomi[sz]ed )?evidence)\b",
    re.IGNORECASE,
)
_EFFECT = (
    r"(?:differ\w*|superior\w*|inferior|effect\w*|affect\w*|efficac\w+|improv\w+|reduc\w+|decreas\w+|increas\w+|lower\w*"
    r"|higher|greater|longer|shorter|fewer|worse|benefi\w+|better|associat\w+|correlat\w+|relat(?:ed|ion|ionships?)"
    r"|alter\w*|slow\w*|prevent\w*|change[sd]?|enhance\w*|influenc\w+|impact\w*|advantages?|gains?|modif\w+|predict\w*"
    r"|significan\w+)"
)
"""Beginnings of words for an effect, or for a difference."""
NO_DIFFERENCE = expression(
    rf"\b(?:no (?:(?!adverse|side|toxic|serious|harm)[\w-]+ ){{0,4}}{_EFFECT}"
    r"|no (?:[\w-]+ ){0,3}evidence (?:of|that|for|to support)"
    rf"|(?:was|were|is|are|did|does|do|has|have|had|could|can|would|may|be) ?not (?:[\w-]+ ){{0,5}}{_EFFECT}"
    r"|(?:did|does|do|could|can) ?not (?:[\w-]+ ){0,2}(?:show|demonstrate|confirm|support|reveal|confer|offer|provide"
    r"|produce|yield|result in|lead to|meet|reach|achieve|justify|translate|favou?r|add)"
    r"|(?:was|were|been) not (?:[\w-]+ ){0,2}(?:met|reached|achieved|confirmed|shown|demonstrated|supported|found"
    r"|observed|seen|established)"
    r"|ineffective|unaffected|unchanged|unaltered|indistinguishable|similar(?:ly)?|equal(?:ly)?|equivalent|comparabl[ey]"
    r"|as (?:effective|safe|well tolerated) as|non-?inferior\w*|non-?significant(?:ly)?|no (?:better|worse|more|less)"
    r"|fail(?:ed|s)? to|neither|lack(?:s|ed)? (?:of )?(?:[\w-]+ ){0,2}(?:benefit|effect\w*|efficacy|superiority))\b",
    re.IGNORECASE,
)
BESIDES = expression(
    r"\bNCT ?\d{6,}|\bISRCTN|clinicaltrials\.gov|clinicaltrialsregister|\btrial regist"
    r"|\bregist(?:ered|ration) (?:at|with|in|number)|\b(?:funded|funding|supported|sponsored) by\b|\bfunding\b[:.]"
    r"|https?://|\bwww\.|\u00a9|\(c\) ?\d{4}|copyright|all rights reserved"
    r"|\bdisclosure|level of evidence|evidence level|\bidentifier\b",
    re.IGNORECASE,
)
"""What closes an abstract and concludes nothing: registration, funding, rights."""
SHORT = 300
"""Characters of a sentence that may be nothing else."""


def beside(text: str) -> bool:
    """True for a sentence that tells of registration, funding or rights and of nothing found."""
    return len(text) <= SHORT and BESIDES.search(text) is not None


HARM = expression(
    r"\b(?:harm(?:s|ful|ed)?|worsen(?:s|ed|ing)?|poorly tolerated|(?:increase[sd]?|higher|more|greater"
    r"|excess) (?:\w+ ){0,4}(?:mortality|deaths?|adverse|side effects?"
    r"|bleeding|haemorrhage|hemorrhage|toxicity|complications?|risk of)|not (?:safe|recommended)"
    r"|should (?:not be used|be avoided)|(?<!no )(?<!without )(?<!any )(?<!nor )(?:serious|severe) (?:adverse|side))\b",
    re.IGNORECASE,
)
BENEFIT = expression(
    r"\b(?:effective(?:ly|ness)?|efficacious|improve[sd]?|improv(?:ing|ements?)|reduce[sd]?|reduc(?:ing|tions?)"
    r"|decrease[sd]?|lower(?:s|ed)?|superior|better|beneficial|benefits?"
    r"|prevent(?:s|ed)?|fewer|shorten(?:s|ed)?|relieve[sd]?|alleviate[sd]?|safe|well[- ]tolerated|useful"
    r"|prolong(?:s|ed)?|help(?:s|ed|ful)?)\b",
    re.IGNORECASE,
)


def find(sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """The authors' conclusions, at most five sentences; those of a plain abstract by their opening words."""
    abstract = [s for s in sentences if s.section.kind is SectionKind.ABSTRACT]
    concluding = [s for s in abstract if s.role is SectionRole.CONCLUSIONS]
    if not concluding:
        concluding = [s for s in abstract if CONCLUDES.search(s.text)]
    if not concluding and abstract and any(s.role is SectionRole.NONE for s in abstract[-1:]):
        concluding = abstract[-1:]
    claims = (_claim(s) for s in concluding)
    return tuple(c for c in claims if len(c.span) > 8)[:5]


def _claim(sentence: Sentence) -> Claim:
    said = strength(sentence.text)
    hedged = HEDGE.search(sentence.text) is not None
    return Claim(span=sentence.span(), direction=direction(sentence.text), hedged=hedged, strength=said)


ADVISES = expression(
    r"\b(?:should(?! be (?:interpreted|confirmed|investigated|studied|evaluated|tested|explored|considered with))"
    r"|we recommend|is recommended|are recommended|can be recommended|must be|is (?:indicated|warranted)"
    r"|first[- ]line|treatment of choice)\b",
    re.IGNORECASE,
)
ASKS_FOR_STUDY = expression(
    r"\b(?:further|future|larger|more|additional) (?:\w+ ){0,3}(?:trials?|stud(?:y|ies)|research)\b", re.IGNORECASE
)


def strength(text: str) -> str:
    """How strongly a concluding sentence speaks: `advises` (what should be done), `hedged` or `firm`.

    A call for further studies advises nothing.
    """
    if ADVISES.search(text) and not ASKS_FOR_STUDY.search(text):
        return "advises"
    return "hedged" if HEDGE.search(text) else "firm"


def direction(text: str) -> str:
    """Which way a concluding sentence points: uncertain, no difference, harm, benefit; empty when it does not say."""
    if UNCERTAIN.search(text):
        return "uncertain"
    if NO_DIFFERENCE.search(text):
        return "no difference"
    if HARM.search(text):
        return "harm"
    return "benefit" if BENEFIT.search(text) else ""
