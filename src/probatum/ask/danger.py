"""Danger: emergencies, overdoses and thoughts of self-harm are named before anything else is answered."""

from __future__ import annotations

import re
from typing import Final

_SELF_HARM: Final = re.compile(
    r"\b(?:kill(?:ing)? (?:myself|my ?self|himself|herself|themselves)|suicid(?:e|al) (?:method|pill|plan|note)s?|"
    r"(?:commit|attempt)(?:ting)? suicide"
    r"(?! (?:rates?|risk|prevention))|(?:i am|i'm|im|feel(?:ing)?|she is|he is) suicidal|"
    r"end(?:ing)? (?:it all|my (?:own )?life|everything)|take my (?:own )?life|"
    r"want(?:ed)? to die|wish i (?:was|were) dead|better off dead|don'?t want to (?:live|be alive)|no reason to live|"
    r"(?:hurt|harm|cut|cutting|hurting|harming) myself|painless(?:ly)? (?:way to )?(?:die|death)|easiest way to die|"
    r"how (?:much|many)\b.{0,60}\b(?:to (?:die|kill|overdose|od)|(?:is|are|would be) (?:lethal|fatal|deadly)|(?:will|"
    r"would|can|could) kill)|"
    r"(?:lethal|fatal|deadly) (?:dose|amount|overdose) of|(?:dose|amount) of [\w -]{3,40} (?:is|that is|would be) "
    r"(?:lethal|fatal|deadly)|"
    r"never wake up|(?:pills|tablets|dose|drug|medicine)s? [^.?!]{0,40}to sleep forever)\b",
    re.IGNORECASE,
)
_STUDY: Final = re.compile(
    r"\b(?:LD50|in (?:rats|mice|animals)|risk factors?|incidence|prevalence|rates? of|cohort|trial|trends?|mortality "
    r"rates?)\b",
    re.IGNORECASE,
)
_PERSONAL: Final = re.compile(
    r"\b(?:i|i'm|im|i've|ive|me|my|mine|he|she|his|her|we|our|us|you|mum|mom|dad|baby|son|daughter|wife|husband|"
    r"partner|child|toddler|kid|grandma|grandmother|grandfather|father|mother|friend)\b",
    re.IGNORECASE,
)
_TOOK: Final = re.compile(
    r"\b(?:overdos(?:e|ed|ing)|od'?ed|took|taken|take|swallow(?:ed)?|ate|ingested|drank|given|"
    r"gave)\b[^.?!]{0,50}\b(?:too (?:much|many)|"
    r"whole (?:bottle|pack|box|packet)|entire (?:bottle|pack|box)|bottle of|by mistake|accidentally|double (?:the |"
    r"my )?dose|twice the dose|"
    r"(?:1[0-9]|[2-9][0-9]|\d{3,}) (?:tablets|pills|capsules|paracetamol|ibuprofen|aspirin|tylenol)|"
    # forty mexiletine tablets, but neither tablets of 40 mg nor tablets for 40 days
    r"(?:1[0-9]|[2-9][0-9]|\d{3,}|twenty|thirty|forty|fifty|sixty|a hundred) (?:of )?"
    r"(?:(?:my|the|his|her|those|these|our) )?"
    r"(?!(?:mg|mcg|ug|micrograms?|milligrams?|g|ml|units?|iu|days?|weeks?|months?|years?|"
    r"hours?|minutes?|times?|percent)\b)(?:[\w-]+ ){0,2}(?:tablets|pills|capsules|tabs|caps))\b|"
    r"\b(?:i|he|she|we|child|toddler|baby|son|daughter|friend|mother|father|wife|"
    r"husband)\b[^.?!]{0,30}\b(?:overdosed|took an overdose|has overdosed|od'?ed)\b|"
    r"\b(?:accidentally|mistakenly) (?:took|swallowed|ate|drank|double|gave)\b|"
    r"\b(?:drank|swallowed|ate) (?:some |the )?(?:bleach|antifreeze|detergent|battery|batteries|poison|pesticide|"
    r"drain cleaner|lamp oil)\b",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(
    r"\b(?:chest (?:pain|pressure|tightness)|crushing|(?:can'?t|cannot|can not|unable to|struggling to|hard to) "
    r"breathe|not breathing|"
    r"stopped breathing|chok(?:ing|ed)|turn(?:ing|ed|s)? blue|unconscious|unresponsive|won'?t wake|passed out|"
    r"collapsed|"
    r"face (?:is )?droop(?:ing|y|ed|s)?|facial paralysis|slurred speech|slurring|sudden(?:ly)? (?:numb|weak|blind|"
    r"lost)\w*|worst headache|"
    r"thunderclap|throat (?:is )?(?:closing|swelling|swollen shut)|tongue (?:is )?swelling|anaphyla\w+|cough(?:ing|"
    r"ed) up blood|"
    r"vomit(?:ing|ed) blood|throwing up blood|bleeding (?:heavily|a lot|that won'?t stop)|won'?t stop bleeding|"
    r"severe bleeding|"
    r"having (?:a )?(?:heart attack|stroke|seizure)|seizure (?:that )?(?:won'?t|has not|hasn'?t) stop|"
    r"stiff neck and fever|severe (?:chest|abdominal) pain|meningitis rash)\b",
    re.IGNORECASE,
)
_NOW: Final = re.compile(
    r"\b(?:now|right now|today|tonight|just|suddenly|since (?:this )?(?:morning|yesterday|last night)|an hour|hours?|"
    r"minutes?|"
    r"going on|getting worse|help|what (?:should|do|can) (?:i|we)|i have|i am having|i'm having|im having|"
    r"(?:he|she) (?:is|has)|is having|should i (?:go|call)|i can'?t|"
    r"my [\w-]+(?: [\w-]+){0,3} (?:is|isn'?t|has|can'?t|cannot|won'?t|keeps|started|stopped|turned|collapsed))\b",
    re.IGNORECASE,
)


def read_danger(text: str) -> str:
    """`self-harm`, `overdose`, `emergency` or an empty string.

    Only words about somebody here and now count: a study of chest pain is no emergency, and how an overdose is treated
    is a doctor's question.
    """
    if _SELF_HARM.search(text) and not _STUDY.search(text):
        return "self-harm"
    personal = bool(_PERSONAL.search(text))
    if personal and _TOOK.search(text):
        return "overdose"
    if personal and _SIGNS.search(text) and _NOW.search(text):
        return "emergency"
    return ""
