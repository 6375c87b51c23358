"""What opens and closes a question without being a part of it.

`is there any point in giving X to Y`, `what's the evidence for X in Y`, `X for Y how long after onset`: what
stands around says what is wanted of X and Y. They are blanked, so that the places of the rest stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

_GIVE: Final = r"(?:giv(?:e|ing)|us(?:e|ing)|tak(?:e|ing)|try(?:ing)?|prescrib(?:e|ing)|start(?:ing)?|offer(?:ing)?)"
_LEADS: Final = expression(
    r"^\W*(?:(?:so|hi|hello|please|ok|just wondering|quick question|question)\b[\s,:;-]*)*"
    rf"(?:(?:what(?:['’]s| is| are)|is there|are there|any|have we|do we have) (?:the |any |some |still "
    rf"|a )*(?:current |best "
    r"|good |latest |recent |strong )*(?:evidence|point|sense|benefit|guidance|data|trials?|studies|thoughts"
    rf")\b(?: base)?(?: (?:for|on|of|in|to|about|behind|that|from)\b)?(?: {_GIVE}\b)?"
    rf"|is it (?:worth|worthwhile|sensible|reasonable|any use)(?: to)? {_GIVE}"
    r"|(?:what(?:['’]?s| is)?(?: the)? )?(?:(?:onset|speed) of (?:its )?(?:action|effects?|benefits?|response|relief)"
    r"|time to (?:onset|effect|benefit|response|relief)) (?:of|for|with|after)"
    r"|(?:how long|when|how soon|how often|at what point) (?:should|do|can|must|would) (?:i|we|you|one) (?:treat"
    r"|manage)"
    r"|what to (?:give|use|prescribe|take|do|offer)(?: for| about| with)?"
    r"|(?:how (?:long|soon|fast|quickly)|when) (?:does it|will it|do they|would it|should it) (?:take|be) (?:for"
    r"|until|till|before)"
    r"|(?:what(?:['’]?s| is| are)?(?: the)? )?(?:outlook|prognosis|life expectancy|survival(?: rates?)?)(?: like)?"
    r" (?:for|of|with|in)"
    r"|what (?:else |really |actually )*(?:works|helps|can help|might help|is (?:best|good)) (?:(?:best"
    r"|well) )?(?:for|against|in|with)"
    r"|(?:what|which|how) (?:should|do|can|would|could) (?:i|we|you|one) (?:give|use|prescribe|offer|treat|manage"
    r"|do)(?: for"
    r"|about|with)?)(?=\s)",
    re.IGNORECASE,
)
_SPEAKER: Final = expression(
    r"^\W*(?:(?:a|an|i'?m an?|i am an?|as an?) )?(?:(?:ward|med|medical|student|stu|nursing|junior|senior|community"
    r"|hospital|practice|district|mental health|ED|ENT|ITU|ICU|A&E|surgical|psych|GP|new|care home|final year"
    r"|\d(?:st|nd|rd|th) year) ){0,3}(?:student|nurse|pharm(?:acist)?|doctor|doc|GP|SHO|reg(?:istrar)?|trainee|locum"
    r"|paramedic|midwife|physio|carer|consultant|intern|resident|HCA|F[12]|FY[12]|CT[123]|ST\d|stu)"
    r"(?: here)?\s*(?:[:,]|\s[-\u2013])\s",
    re.IGNORECASE,
)
"""Who asks, said before the question: `med student: ...`, `ward pharm - ...`."""
_TAIL: Final = expression(
    r"[\s,;:.?-]+(?:how (?:long|much|many|good|soon|fast|often|well|effective|safe|strong|early|late)\b[^?]*"
    r"|(?:what|which) (?:dose|strength|duration|is the evidence|should i do)\b[^?]*"
    r"|(?:and |the )?(?:timing|duration|evidence|options?|guidelines?|guidance|yes or no|is it safe|safe|ok(?:ay)?"
    r"|needed|(?:is |are )?(?:\d+|one|two|three|a single) (?:doses?|days?|weeks?) (?:enough|ok|okay|sufficient)"
    r"|necessary|worth it|any (?:good|use|benefit|evidence|role|point)|does it (?:work|help)|helpful|useful|recommended"
    r"|what(?:['’]s| is) (?:best|the evidence|recommended)|treat(?:ment)?|thoughts|advice|first[- ]line"
    r"|(?:long[- ]term )?(?:risks?|harms?|dangers?|side[- ]effects?|safety)))\W*$",
    re.IGNORECASE,
)
"""What is wanted, said behind: its words are read by `intent`."""
_TAKES_EFFECT: Final = expression(
    r"\s+(?:(?:to|will|does|do|starts?|begins?|fully) )*(?:work(?:s|ing)?|kicks? in|kicking in|act|help(?:s|ing)?"
    r"|takes? (?:full )?effect"
    r"|be(?:come)? effective|start(?:s|ed)?|settle)(?: (?:fully|properly|at all|yet|on \w+))?(?=\s*(?:$|[?.,]| (?:in"
    r"|for|on|with|after)\b))",
    re.IGNORECASE,
)
"""`how long does it take for A to work`: what stands behind A."""
_HOW_LONG: Final = expression(r"^\W*(?:how (?:long|soon|fast|quickly)|when) ", re.IGNORECASE)
_ALLERGIC: Final = expression(
    r"[\s,;.]+(?:(?:but|and|a|who(?:'s| is)?|with|in|an?|is|he|she|i'?m|am) ){0,6}(?:allergic to [\w-]+(?: [\w-]+)?"
    r"|(?:pen|penicillins?|nsaids?|aspirin|sulf\w+|cephalosporins?|codeine|opioids?|latex|contrast|statins?"
    r"|macrolides?)"
    r" allerg(?:y|ic))\W*$",
    re.IGNORECASE,
)
"""What somebody does not bear, said behind: it is read by `patient`."""
_BLAMED: Final = expression(
    r"[\s,;.]+(?:(?:because|since|as|cos|coz|cause) )?(?:it'?s|it is|they'?re|they are|it|they) "
    r"(?:only |just |really )?"
    r"(?:making|makes?|giving|gives?|causing|upsetting|upsets?|leaving|leaves?) (?:me|him|her|them|us) [^?.]*$",
    re.IGNORECASE,
)
"""What a medicine is blamed for, said behind the question: `... its making me tired`. It is read as a complaint."""
_OF_PATIENT: Final = expression(
    r"[\s,;.]+(?:(?:and|but|if|when|as|since|because) )*(?:i'?m|i am|you'?re|you are|he'?s|he is|she'?s|she is|they'?re"
    r"|they are|someone is|somebody is) (?:(?:a|an|only|now|also|otherwise|not|already|about|nearly|over|under|very|fit"
    r"|and|generally) )*(?:\d{1,3}(?! ?(?:mg|mcg|kg|%|ml))\b|healthy|well|overweight|obese|pregnant|breast-?feeding"
    r"|diabetic|asthmatic|elderly|old|young|frail|vegan|vegetarian|male|female|smoker)\b[^?.]*$",
    re.IGNORECASE,
)
"""What is told of the patient behind the question: `... im 66 and healthy`. It is read by `patient` and as illness."""
_ASKED: Final = expression(
    r"(?:[,;.:]|\s[-–])\s*(?:so )?(?:what|which|how|can|could|should|is|are|does|do|would)\s"
    r"(?:(?:can|should|do|does|is|he|she"
    r"|they|i|we"
    r"|it|this|that|her|him|them|still|best|safe|safely|next|now|to|be|have|take|give|given|use|offer|start|try|get"
    r"|need"
    r"|treated|treat|managed|options?|for|with|about|good|advice|antibiotics?|drugs?|treatments?|medicines?|tablets?"
    r"|agents?|one|abx|first|first[- ]line)\b\s?)+$",
    re.IGNORECASE,
)
"""A question of pronouns behind a story: `..., what can she have`."""
_OPENS: Final = expression(
    r"^\W*(?:is|are|was|were|do|does|did|can|could|should|would|will|may|might|must|has|have|what|which|who|whom"
    r"|why|how"
    r"|when|where)\b",
    re.IGNORECASE,
)
"""Openings of a question: what stands at its end is a part of it."""
_LEFT: Final = expression(r"\w{3,}")


def blanked(text: str) -> str:
    """The text, as long as it was, with its asides blanked; as it is where nothing else would be left."""
    speaker = _SPEAKER.match(text)
    if speaker and _LEFT.search(text[speaker.end() :]):
        text = " " * speaker.end() + text[speaker.end() :]
    lead = _LEADS.match(text)
    made = " " * lead.end() + text[lead.end() :] if lead else text
    effect = _TAKES_EFFECT.search(made) if lead and _HOW_LONG.match(text) else None
    if effect and _LEFT.search(made[: effect.start()]):
        made = made[: effect.start()] + " " * (effect.end() - effect.start()) + made[effect.end() :]
    blamed = _BLAMED.search(made)
    if blamed and _LEFT.search(made[: blamed.start()]):
        made = made[: blamed.start()] + " " * (len(made) - blamed.start())
    allergic = _ALLERGIC.search(made)
    if allergic and _LEFT.search(made[: allergic.start()]):
        made = made[: allergic.start()] + " " * (len(made) - allergic.start())
    told = _OF_PATIENT.search(made)
    if told and _LEFT.search(made[: told.start()]):
        made = made[: told.start()] + " " * (len(made) - told.start())
    tail = None if _OPENS.match(text) else (_ASKED.search(made) or _TAIL.search(made))
    if tail and _LEFT.search(made[: tail.start()]):
        made = made[: tail.start()] + " " * (len(made) - tail.start())
    return made if _LEFT.search(made) else text
