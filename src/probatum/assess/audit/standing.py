"""Whether a sentence takes a stand on what to do, and whether it is for or against it.

Three closed sets of words decide, not the words of any one way of advising: who speaks (a person, an order, what ought
to be, or a word of praise or blame), what sets aside (`leave out`, `pointless`, `comes last`), and what turns that
round (`no reason to leave it out`). A stand in which nothing sets aside is for what it names.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

VERBS: Final = (
    r"(?:offer|start|begin|use|give|add|prefer|consider|choose|take|prescribe|initiate|try|reserve|keep|combine|advise"
    r"|suggest|recommend|abandon|replace|withhold|avoid|stop|stick|stay|go|put|hang|reach|favou?r|discuss|continue|drop"
    r"|switch|opt|want|see|vaccinate|immuni[sz]e|treat|refer|send|teach|screen|operate|inject|apply|wear|open|pick)"
)
ADVICE: Final = expression(
    rf"\A(?:\W*(?:if|when|in|for|after|unless|on balance|at)\b[^,]{{0,120}},\s*)?(?:please\s+)?(?:do not|don't|never"
    rf"|{VERBS})\b"
    rf"|\b(?:must|should|ought|we (?:would|therefore|thus|hence|do not|never|now|still|also)? ?(?:not )?{VERBS}"
    r"|prefer(?:red|ence|able)?|recommend(?:ed|s)?|(?:is|are) (?:advised|advisable|indicated)|first choice"
    r"|first[- ]line"
    r"|need(?:s|ed)? (?:not|no)\b|(?:nobody|no[- ]one)\b[^.;]{0,60}\bneeds?|comes? (?:first|last)"
    r"|contra-?indicated|(?:our|my) (?:first|next|choice|view|advice|preferred)|has no place|no place for)\b",
    re.IGNORECASE,
)
"""Advice outright: all that is read of a sentence which cites something."""
_SPEAKS: Final = expression(
    r"\b(?:we|I|our|my|must|should|ought|would|had better|needs?|has to|have to|(?:is|are)(?: not| never)? to (?:be"
    r"|have|get)|nobody"
    r"|no[- ]one|everybody|everyone|every|never|always|(?:is|are) (?:not|no)|something to)\b",
    re.IGNORECASE,
)
"""A person speaks, or it is said what ought to be, or of everybody."""
_ORDER: Final = expression(
    r"\A\W*(?:please |then |first,? )?(?!(?:In|On|At|Of|For|With|From|By|After|Before|During|Under|Over|Most|Half|Both"
    r"|All|Each|Every|Only|Such|Since|While|When|Where|That|This|These|Those|Its?|They|There|And|But|As|Among|Between"
    r"|Than|Unlike|Like|Not|Nor|Neither|Either|Without|Within|To|Here|Across|Against|About|Per|Via)\b)"
    r"[A-Z][a-z]{1,11}\s(?:(?:out|off|back|up|down|on|with|in|away|straight|early|at)\s)?"
    r"(?:(?:the|an?|every|each|all|any|either|no|your|their|patients|people|women|men|children|adults|both"
    r"|[0-9]{1,4})\b)",
)
"""An order: a verb at the start, with what it is done to behind it."""
_PRAISE: Final = (
    r"good|best|better|wise|sensible|reasonable|right|fine|worth(?:while)?|worthy|deserv\w+|earn(?:s|ed)?|place|role"
    r"|choice|mainstay|standard|cornerstone|suits?|suited|suitable|helps?|profits?|acceptable|enough|needed|required"
    r"|called for|point (?:in|to)|sense|reason (?:to|for)|indispensable|essential|necessary"
    r"|safe|useful|valuable|makes sense|belongs?|first|preferabl[ey]|default|welcome|advisable|indicated|goes on|go on"
    r"|beneficial|attractive|appealing|ideal|appropriate|sound|adequate|recommended|preferred|tried|kept|business"
    r"|stays?|partner|option|part|covered|preceded|accompanied|gets?|receives?|goes home|leaves? with|(?:on|off) the"
    r" (?:table|menu|list)|dose of choice"
)
_SETS_ASIDE: Final = (
    r"avoid\w*|withh[eo]ld\w*|h[eo]ld(?:s|ing)? (?:\w+ ){0,3}?back|hold off|stop(?:s|ped|ping)?|ceas\w+|discontinu\w+"
    r"|omit\w*|skip\w*|abandon\w*|drop(?:s|ped|ping)?|refrain\w*|forgo\w*|forbidden|banned|shun\w*|reject\w*"
    r"|(?:den(?:y|ied)|deprived?)"
    r"|(?:leav(?:e|es|ing)|left|cut|cuts|ruled?|rules|struck|taken?|dropped) (?:[\w-]+ ){0,4}?(?:out|off|aside)"
    r"|(?:keep|keeps|kept|stay|stays|steer|steers) (?:[\w-]+ ){0,4}?(?:off|away|apart|clear|out|from)"
    r"|dispens(?:e|ed) with|(?:do|does|did|manage|manages|managed) (?:\w+ )?without|give up|decides? against|advise\w*"
    r" against|recommend\w* against|advice against|warn\w* against|argu\w+ against|speaks? against|turn(?:ed)? down"
    r"|contra-?indicated|unsuitable|inappropriate|unwise|unnecessary|needless|useless|pointless|superfluous|redundant"
    r"|harmful|dangerous|hazardous|unsafe|risky|futile|worthless|worst|mistakes?|mistaken|error|folly"
    r"|(?:poor|bad|wrong)(?= (?:\w+ )?(?:choice|idea|drug|step|option|start|thing|partner|treatment|practice|move"
    r"|medicine|remedy|way)\b)|(?:is|are|seems?) (?:a |the )?(?:wrong|bad|poor)"
    r"|obsolete|wasted|delay\w*|postpon\w*|defer\w*|inferior|inadvisable|undesirable|out of (?:place|the question"
    r"|favou?r)|outdated|a waste"
    r"|(?:the|our|my) last (?:thing|choice|drug|step|option|place)|comes? last|last resort|(?:very )?little (?:use"
    r"|point|sense|place|reason|value|to gain|of|role|need|case)|fast(?:ed|ing)"
)
_DENIES: Final = (
    r"(?:not|\w+n't|never|nobody|no[- ]one|none|neither|nor|nothing|hardly|scarcely|no longer|rather than"
    r"|no(?! (?:later|more|less|matter|doubt|sooner|fewer|other)))"
)
_NOT_DENIED: Final = expression(
    r"\bnot (?:only|just|merely|until|least)\b|\bwhether or not\b|\bif not\b|\bwhy not\b|\bwithout (?:delay|exception"
    r"|fail|hesitation)\b|\b(?:with or|or) without\b|\bnot (?:yet )?(?:respond\w*|improv\w*|toler\w*|help\w*"
    r"|settl\w*)\b",
    re.IGNORECASE,
)
_ASIDE: Final = expression(rf"\b(?P<denied>{_DENIES} (?:[\w'-]+ ){{0,4}}?)?(?P<aside>{_SETS_ASIDE})\b", re.IGNORECASE)
_DENIAL: Final = expression(rf"\b{_DENIES}\b", re.IGNORECASE)
_FAVOURS: Final = expression(rf"\b(?:{VERBS}(?:ed|d|n|s|ing)?|giv(?:en|ing)|tak(?:en|ing)|us(?:ing)|{_PRAISE})\b", re.I)
_VALUES: Final = expression(rf"\b(?:{_PRAISE}|{_SETS_ASIDE})\b", re.IGNORECASE)
_WAVERS: Final = expression(
    r"\b(?:cautio\w*|careful\w*|wary|hesita\w*|reluctan\w*|doubt\w*|unsure|uncertain\w*|unclear|depend(?:s|ing)?"
    r"|whether|weigh\w*|perhaps|might|could|we (?:know|found|find|searched|looked|compared|included)|searched|evidence"
    r"|reviewed|this (?:article|page|text|review|summary|answer)|trials? (?:has|have|is|are|was|were))\b",
    re.IGNORECASE,
)
"""Beside these no side is taken, or the evidence and the text are spoken of."""
_SUBORDINATE: Final = expression(
    r"\b(?:if|when|unless|until|because|since|although|though|while|whereas|once|as long as|so that|who|whom|whose"
    r"|which|where)\b[^,;:]*",
    re.IGNORECASE,
)
_BOUND: Final = expression(
    r"\b(?:exceed\w*|repeat\w*|prolong\w*|extend\w*|continu(?:e|ed|es|ing)|go (?:beyond|above|over)|more than"
    r"|longer than|less than"
    r"|fewer than|above [0-9]|over [0-9]|beyond [0-9]|below [0-9]|crush\w*|chew\w*|mix\w*|suddenly|abruptly|drive"
    r"|driving)\b",
    re.IGNORECASE,
)
"""What sets a bound to something, or tells how it is taken, is not against it."""
_UNTIL: Final = expression(rf"\b(?:{_SETS_ASIDE})(?: [\w-]+){{0,6}} (?:until|unless)\b", re.IGNORECASE)
"""What is held back until something has failed comes later."""
_CLAUSE: Final = expression(r"[,;:]\s|\s(?:and|but)\s", re.IGNORECASE)
_RATHER: Final = expression(
    r"\b(?:rather than|instead of|in preference to|ahead of|in place of|, not)\b.*", re.I | re.S
)


def takes(text: str, *, cites: bool) -> bool:
    """True where a sentence advises; where it cites nothing, also where it takes a stand in any words."""
    if ADVICE.search(text):
        return True
    if cites or _WAVERS.search(text):
        return False
    return any(p.search(text) for p in (_SPEAKS, _ORDER, _VALUES))


def matter(text: str) -> str:
    """What a sentence says beside the words in which it takes its stand."""
    return _FAVOURS.sub(" ", _ASIDE.sub(" ", _SPEAKS.sub(" ", text)))


def way(text: str) -> str:
    """`for` or `against`; empty where it sets a bound. The first part that praises, orders or sets aside decides."""
    if _UNTIL.search(text):
        return "for"
    bare = _NOT_DENIED.sub(" ", _RATHER.sub(" ", _SUBORDINATE.sub(" ", text)))
    if _DENIAL.search(bare) and _BOUND.search(bare):
        return ""
    for part in _CLAUSE.split(bare):
        if _against(part):
            return "against"
        if _FAVOURS.search(part):
            return "for"
    return "for"


def _against(part: str) -> bool:
    """True where something is set aside and nothing turns that round, or where something is denied."""
    found = list(_ASIDE.finditer(part))
    if any(m["denied"] is None for m in found):
        return True
    return _DENIAL.search(_ASIDE.sub(" ", part)) is not None
