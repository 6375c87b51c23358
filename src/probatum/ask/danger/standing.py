"""Whether what is found in a message is told of somebody: not denied, no subject of a question, not past.

What is past is heeded where that does not matter.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

PERSON: Final = expression(
    r"\b(?:i|i'm|im|i've|ive|me|my|mine|he|she|his|her|him|he's|she's|our|mum|mom|dad|baby|son|daughter|wife|husband|"
    r"partner|child|toddler|kid|grandma|grandmother|grandfather|father|mother|friend|mate|teenager|sister|brother"
    r"|sis|bro|uncle|aunt(?:ie|y)?|nephew|niece|cousin|neighbou?r|colleague|boyfriend|girlfriend|bloke|lady|guy"
    r"|old man|pt)\b",
    re.IGNORECASE,
)


ANYBODY: Final = expression(r"\b(?:i|we|our|us|you|me)\b", re.IGNORECASE)


CASE: Final = expression(
    r"\bpresent(?:s|ed|ing)\b(?! (?:evidence|study|trial))|\b(?:this|my|our|the|a) patient\b|\b(?:came|brought|comes"
    r"|rushed) in(?:to)?\b"
    r"|\b\d{1,3}[- ]?(?:years?|yrs?|months?|weeks?|wks?|days?)[- ]?(?:old|pregnant)\b(?! (?:men|women|patients"
    r"|children|adults|people|girls|boys|infants))|\b\d{1,3} ?(?:yo|y/o|[MF])\b"
    r"|\b(?:patient|resident|client) (?:on|with|has|is|who|found|collapsed|fainted)\b"
    r"|\bpregnant (?:woman|patient)\b|^[\w-]+ (?:patient|pt)(?=[,:;])"
    r"|^(?:patient|pt|baby|newborn|neonate|toddler|child|infant|man|woman)\b"
    r"|\b(?:RR|resps?) \d{1,2}(?![\d.%]| ?(?:\(|for|of|in|with|95|CI))"
    r"|\b(?:HR|pulse|heart rate)(?: (?:is|of|was|at|now))? \d{2,3}(?![\d.%])",
    re.IGNORECASE,
)


NOW: Final = expression(
    r"\b(?:now|right now|today|tonight|this (?:morning|afternoon|evening)|just|suddenly"
    r"|think (?:i|he|she|my \w+)(?: have| has| am| is|'ve|'s|'m|ve|m)? (?:had|having)"
    r"|since (?:this )?(?:morning|yesterday|last night)|an hour|hours?|minutes?|mins?|"
    r"going on|getting worse|help (?:me|us|please|now)(?! (?:to )?(?:decide|choose|"
    r"understand|weigh|pick|explain|work out))|please help"
    r"|what (?:should|do|can) (?:i|we)|i have|i am having|i'm having|im having|"
    r"(?:he|she) (?:is|has)|is having|should i (?:go|call)|i can'?t|came in|brought in|arrives?|with acute|"
    r"my [\w-]+(?: [\w-]+){0,3} (?:is|isn'?t|has|can'?t|cannot|won'?t|keeps|started|stopped|turned|collapsed)|"
    r"present(?:s|ed|ing)|year[- ]old\b.{0,40}\bwith)\b",
    re.IGNORECASE,
)


_AT_ONCE: Final = expression(
    r"\b(?:right now|now|today|tonight|this (?:morning|evening)|(?:an|half an|few|couple of|\d{1,2})"
    r" ?(?:h|hrs?|hours?) ago"
    r"|(?:minutes|mins) ago|happening)\b",
    re.IGNORECASE,
)


FIGURE: Final = expression(
    r"\blaugh\w* (?:so|until|till)\b|\b(?:nearly|almost|gave (?:me|him|her)) (?:had )?an? heart attack\b|\bwhen i "
    r"saw the (?:price|bill)\b"
    r"|\b(?:in|for|from|about) (?:a|an|the|my|this|his|her) (?:movie|film|novel|story|book|song|show|series|game"
    r"|essay|exam|script|play|assignment"
    r"|presentation|class|poem)\b|\bmetaphor\w*\b|\bfigure of speech\b|\bcharacter (?:in|who)\b|\bhomework\b"
    r"|\b(?:hypothetical|theoretical)ly\b",
    re.IGNORECASE,
)


_DENIED: Final = expression(
    r"\b(?:no|not|without|denies|denied|never|nor|rule[ds]? out|absence of|free of|hasn'?t (?:had )?(?:any|a)"
    r"|doesn'?t have|don'?t have)\s+"
    r"(?:(?!but\b|and\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


_PAST: Final = expression(
    r"\b(?:history of|previous|prior|past|after (?:a|an|his|her|my|the)|since (?:a|an|his|her|my|the)|died (?:of"
    r"|from)|recover\w* from"
    r"|survived|survivors? of|used to (?:have|get)"
    r"|(?:if|who|someone|somebody|patient|people|person|once|though|although)(?: (?:i|we|you|he|she|they|my \w+))?"
    r"(?: (?:ha(?:ve|s|d)|'ve|'s)|'ve|'s) (?:ever |already |previously |once |also )?had(?: an?)?)\s+"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


_REACTED: Final = expression(
    r"^[\w ,-]{0,30}?\b(?:with|on|from|to|after|taking|when i took) (?:\w+ )?[\w-]+\W{1,3}"
    r"(?:so |and |but )?(?:can|may|could|should|is|are|would|what|which)\b",
    re.IGNORECASE,
)
"""`had swelling of the face with A, can I take B`: what came of one medicine, told where another is asked about."""


_HAD_SOME: Final = expression(
    r"(?<!has )(?<!have )(?<!'ve )(?<!\bive )(?<!'s )(?<!just )\b(?:had|got|developed) (?:(?!and\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


_HAD: Final = expression(
    r"(?<!has )(?<!have )(?<!'ve )(?<!just )\bhad an?\s+(?:(?!and\b)[\w-]+\s+){0,2}$", re.IGNORECASE
)
"""What was had is past, unless the message speaks of now."""


_PAST_AFTER: Final = expression(
    r"^[\w -]{0,40}?\b(?:(?:years?|months?|decades?) ago|last (?:year|month|summer|winter)|in (?:19|20)\d\d|once|as a "
    r"(?:child|kid|baby)|when (?:i|he|she) was"
    r"|at (?:age (?:of )?)?\d{1,2}(?![\d.:]| ?(?:weeks?|wks?|days?|months?|%|am\b|pm\b|o'clock|mg|ml|kg))"
    r"|then,? but (?:\w+ ){0,3}(?:fine|ok|okay|well|better)|survivor|(?:has )?resolved|got better|last time"
    r"|(?:with|in|during|after) (?:my|her|a|the) (?:very )?(?:first|last|previous|earlier|other|prior)"
    r"(?! (?:(?:\d+|few|couple of|two|three) )?(?:hours?|days?|nights?|weeks?|hrs?|minutes?))|history"
    r"|when (?:i|he|she) (?:jogs?|runs?|climbs?|exercises?))\b",
    re.IGNORECASE,
)


_ABOUT: Final = expression(
    r"\b(?:risk factors?|risks?|chances?|incidence|prevalence|prevent\w*|causes?|caused|symptoms?|definition"
    r"|mechanism|treat\w*|manag\w*|diagnos\w*"
    r"|therapy|prophyla\w*|fear|afraid|worried about|screen\w*|mean(?:s|ing)?|prognosis|make[s]?|lead(?:s|ing)? to"
    r"|linked to|trigger\w*|drugs?|plan|action"
    r"|increase\w*|avoid\w*|cuts?|reduc\w+|lowers?|halv\w+|(?<!non )(?<!non-)stop)\s+"
    r"(?:(?!my|his|her|our|their|with an?\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


GENERAL: Final = expression(
    r"^\W*(?:what|which|how|is|are|does|do|did|can|could|should|would|will|may|why|when|where|who|has|have|any"
    r"|best|risk\w*"
    r"|causes?|symptoms?|signs|prevent\w*|treat\w*|manag\w*|diagnos\w*|effects?|efficacy|safety|role|dos\w+|history"
    r"|comparison|therapy|prognosis|evidence)\b|\b(?:in|for|of|among) (?:\w+ ){0,2}(?:patients|adults|children"
    r"|women|men"
    r"|people|infants|trials?|studies|pregnancy|COPD)\b|:\s(?:when|what|how|which|does|do|is|are|should|can)\b"
    r"|\b(?:trials?|studies|versus|vs|guidelines?)\b",
    re.IGNORECASE,
)
"""Words of questions about a matter, and not about somebody."""


SMALL: Final = expression(
    r"\b(?:and|with|all|the|on|an?|is|are|while|then|got|full|there'?s|looks?|looking)\b", re.IGNORECASE
)
"""Small words of a sentence; a few names in a row are a search."""


TOLD_NOW: Final = expression(
    r"\b(?:can'?t|unable to|won'?t|isn'?t|doesn'?t|hasn'?t|not stopping|slipped|pouring|gushing"
    r"|spurting|soaked|been|keeps?|going|getting|gone|since|ago|now|today"
    r"|tonight|sudden(?:[- ]onset)?(?! (?:[\w-]+ )?(?:deaths?|arrests?|deaf\w*|unexpected))"
    r"|yesterday|last night|this morning|all of a sudden|suddenly|feels?|hurts?|agony|whole|bad(?:ly)?"
    r"|(?:fever|temp(?:erature)?)(?: (?:of|is|was|at))? ?\d+|shivering"
    r"|poo|pee|belly|dizzy|help|just|ate|took|swallowed|drank|fell|broke|bit|bitten|came on|stuck|sprayed"
    r"|splashed|sharp"
    r"|after (?:starting|taking|drinking|eating|giving|a|an|my|the|viagra)|for \d+ (?:hours?|minutes?|days?)"
    r"|at \d+ weeks"
    r"|(?:come|came|coming) (?:out|up) in|swelling up|swollen up|blown up"
    r"|with a|had (?:my|his|her)|vomiting|bleeding|and (?:faint|blood|seeing|fever))\b",
    re.IGNORECASE,
)
"""Words of somebody who tells what is going on."""


_EVENT: Final = expression(
    r"\b(?:n?stemi|mi|(?:acute )?(?:myocardial )?infarct(?:ion|s)?|heart attacks?|strokes?|tias?"
    r"|transient ischa?emic attacks?|cardiac arrest|pulmonary embol\w+|anaphyla\w+)$",
    re.IGNORECASE,
)
"""What comes on in an hour and is over, so that one of weeks ago is history; a complaint that began then goes on."""
_WEEKS_AGO: Final = expression(
    r"^(?:(?!\b(?:start(?:ed|ing)|began|since|still|again|ongoing|wors\w+)\b)[\w /-]){0,30}?"
    r"\b(?:\d{1,2}|two|three|four|six|eight|few|several|couple of)(?: ?(?:weeks?|wks?|months?|mths?|years?|yrs?)"
    r"|/(?:52|12)) ago\b",
    re.IGNORECASE,
)


def told(pattern: re.Pattern[str], text: str, *, past: bool = False) -> bool:
    """Whether a pattern is found, neither denied, nor past (where that matters), nor the subject of a question."""
    return any(stands(text, found.start(), found.end(), past=past) for found in pattern.finditer(text))


def stands(text: str, start: int, end: int, *, past: bool) -> bool:
    """Whether what is found is told of somebody; not denied, no subject of a question, and past only where it may."""
    before = _HALF.sub("", re.split(r"[.?!;:]", text[max(0, start - 60) : start])[-1])
    behind = text[end : end + 60]
    if _DENIED.search(before) or (not past and (_PAST.search(before) or _PAST_AFTER.search(behind))):
        return False
    if not past and _EVENT.search(text[start:end]) and _WEEKS_AGO.search(behind):
        return False
    if _AS_TOPIC.match(text, end) is not None:
        return False
    at_once = _AT_ONCE.search(text) is not None
    if not past and not at_once and _HAD_SOME.search(before) and _REACTED.match(text[end : end + 80]):
        return False
    return at_once or not (_ABOUT.search(before) or (not past and _HAD.search(before)))


_AS_TOPIC: Final = expression(
    r"[ -](?:risks?|downsides?|rates?|chances?|costs?|price|harms?|concerns?|scores?|side effects?|complications?)\b",
    re.IGNORECASE,
)
"""What stands behind a sign that is weighed and not seen: `is there a bleeding downside`."""


_HALF: Final = expression(r"(?<!\w)[\w-]+-$")
"""The first half of a word with a hyphen, whose second was found: `pre-` of `pre-eclampsia`."""
