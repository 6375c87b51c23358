"""Too much taken or given, and questions that seek harm."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

SELF_HARM: Final = expression(
    r"\b(?:kill(?:ing)? (?:myself|my ?self|himself|herself|themselves)|suicid(?:e|al) (?:method|pill)s?|"
    r"(?:commit|attempt)(?:ting)? suicide"
    r"(?! (?:rates?|risk|prevention))|(?:i am|i'm|im|i feel|feel(?:ing)?) (?:\w+ )?suicidal|"
    r"end(?:ing)? (?:it all|my (?:own )?life|everything)|take my (?:own )?life|"
    r"(?:don'?t|do not) want to be (?:here|around)(?: any ?more)?\b(?! (?:for|on|when|at|in)\b)|"
    r"how (?:many|much) [^.?!]{0,30}\b(?:pills?|tablets?|insulin|morphine|paracetamol)\b[^.?!]{0,20}\b(?:would"
    r"|will|to) do it|can'?t go on (?:any ?more|like this|living)|"
    r"no point (?:in )?(?:living|going on|being (?:here|alive))|better (?:off )?without me|end things\b(?! with)|"
    r"want (?:it|this|everything|the pain) (?:all )?to (?:end|be over) for (?:good|ever)|"
    r"(?:hang(?:ing)?|shoot(?:ing)?|drown(?:ing)?) myself|can'?t do this any ?more\b[^.?!]{0,40}\b(?:rope|pills"
    r"|tablets|gun|bridge|knife)|"
    r"(?:have|got|bought) (?:a |the )?(?:rope|gun|noose|pills) (?:ready|and)|slit(?:ting)? my wrists?|"
    r"(?:had enough of|tired of|sick of) (?:my )?(?:life|living|being alive)|want to be (?:gone|dead)"
    r"|nothing left (?:for me|to live)|"
    r"jump(?:ing)? (?:off|from) (?:a|the) (?:bridge|roof|building|cliff|balcony)|(?:in front of|under) (?:a"
    r"|the) (?:train|bus)|"
    r"(?:tablets|pills|meds) (?:all )?(?:lined|saved|stashed) up|(?:goodbye|suicide) (?:note|letter)"
    r"|don'?t deserve to live|"
    r"want(?:ed)? to die\b(?! my)|wish i (?:was|were) dead|better off dead|don'?t want to (?:live|be alive)"
    r"|no reason to live|"
    r"(?:hurt|harm|cut|cutting|hurting|harming) myself|painless(?:ly)? (?:way to )?(?:die|death)|easiest way to die|"
    r"how (?:much|many)\b.{0,60}\b(?:to (?:die|kill|overdose|od)|(?:is|are|would be) (?:lethal|fatal|deadly)|(?:will|"
    r"would|can|could) kill)|"
    r"how (?:do|can|could|would|to) (?:i |you |one |someone )?(?:overdose|od|die)\b|overdose on purpose|"
    r"(?:untraceable|undetectable) (?:poison|drug|way)|how to poison|poison (?:my|him|her|someone)\b|"
    r"(?:what|how much) [^.?!]{0,40}\b(?:will|would|could) (?:definitely )?kill (?:a person|someone|me|him|her|you)|"
    r"(?:lethal|fatal|deadly) (?:dose|amount|overdose) (?:of|for)|(?:dose|amount) of [\w -]{3,40} (?:is|that is"
    r"|would "
    r"be) (?:lethal|fatal|deadly)|"
    r"(?:take|taking) all (?:of )?my (?:pills|tablets|meds|medication|medicines?)|(?:never|not"
    r"|don'?t want to) wake up|"
    r"(?:pills|tablets|dose|drug|medicine)s? [^.?!]{0,40}to sleep forever)\b",
    re.IGNORECASE,
)
STUDY: Final = expression(
    r"\b(?:LD50|in (?:rats|mice|animals)|risk factors?|incidence|prevalence|rates? of|cohort|trial|trends?|mortality "
    r"rates?|surgery|an(?:a?)esthe\w+)\b",
    re.IGNORECASE,
)
_COUNT: Final = r"(?:1[0-9]|[2-9][0-9]|\d{3,}|twenty|thirty|forty|fifty|sixty|a hundred)"
_TOOK: Final = expression(
    r"\b(?:overdos(?:e|ed|ing)|od'?ed|took|taken|take|swallow(?:ed)?|ate|ingested|drank|given|injected|"
    r"gave)\b[^.?!]{0,50}\b(?:too (?:much|many)|"
    r"whole (?:bottle|pack|box|packet)|entire (?:bottle|pack|box)|bottle of|by mistake|accidentally|double (?:the |"
    rf"my )?dose|twice the dose|(?:double|twice) (?:my|his|her|the) \w+|all of (?:them|it)\b|the (?:whole )?lot\b|"
    r"(?:a (?:load|lot|bunch|handful|ton)|loads|lots|handfuls) of (?:my |his |her )?(?:\w+ )?(?:tablets|pills"
    r"|paracetamol"
    r"|ibuprofen|aspirin|tylenol|panadol|codeine|meds|medicines?|medication|antidepressants?|insulin|morphine"
    r"|tramadol)|"
    rf"{_COUNT} (?:of )?(?:my |his |her )?(?:paracetamol|ibuprofen|aspirin|tylenol|panadol|nurofen|advil|codeine"
    r"|co-?codamol|sleeping|xanax|valium|benadryl|panadeine|calpol|aleve|naproxen|tramadol|antidepressants?)|"
    # forty mexiletine tablets, but neither tablets of 40 mg nor tablets for 40 days
    rf"{_COUNT} (?:of )?"
    r"(?:(?:my|the|his|her|those|these|our) )?"
    r"(?!(?:mg|mcg|ug|micrograms?|milligrams?|g|ml|units?|iu|days?|weeks?|months?|years?|"
    r"hours?|minutes?|times?|percent)\b)(?:[\w-]+ ){0,2}(?:tablets|pills|capsules|tabs|caps))\b|"
    r"\b(?:i|he|she|we|child|toddler|baby|son|daughter|friend|mother|father|wife|"
    r"husband)\b[^.?!]{0,30}\b(?:overdosed|took an overdose|has overdosed|od'?ed)\b|"
    r"\b(?:accidentally|mistakenly) (?:took|swallowed|ate|drank|double|gave|injected)\b|"
    r"\b(?:drank|swallowed|ate) (?:some |the )?(?:bleach|antifreeze|detergent|battery|batteries|poison|pesticide|"
    r"(?:drain|toilet|oven|floor) cleaner|lamp oil|weed ?killer|slug pellets|white spirit|petrol|rat poison|turps"
    r"|meths|methanol)\b|"
    r"\b(?:took|taken|gave|given|swallowed|had) (?:(?:my|his|her|the) )?(?:\w+(?:'s)? ){0,2}(?:someone|somebody) "
    r"else'?s\b|"
    r"\b(?:took|swallowed|ate|given|gave|got into) (?:(?:some|a few|one|two|\d+) (?:of )?)?(?:my|his|her|their|the) "
    r"(?:\w+ )?"
    r"(?:mum|mom|dad|wife|husband|grandma|grandad|grandpa|grandmother|grandfather|brother|sister|partner"
    r"|neighbou?r)'?s "
    r"(?:\w+ ){0,3}(?:tablets?|pills?|medicines?|medication|meds)\b",
    re.IGNORECASE,
)
_TENFOLD: Final = expression(
    r"\b(?:ten|10|hundred|100|several|many)[- ]?(?:fold|times|x)\b[^.?!]{0,40}\bdos(?:e|es|age)\b|"
    r"\bdos(?:e|es|age)\b[^.?!]{0,40}\b(?:ten|10|hundred|100)[- ]?(?:fold|times|x)\b",
    re.IGNORECASE,
)
_INSTEAD: Final = expression(
    r"\b(?P<given>\d+(?:\.\d+)?) ?(?P<unit>mg|mcg|micrograms?|g|ml|units?|tablets?|puffs?)\b[^.?!]{0,40}"
    r"\b(?:instead of|rather than|in place of|not)\b[^.?!\d]{0,20}(?P<meant>\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
TIMES_TOO_MUCH: Final = 2.0
"""An amount so many times what was meant is treated as an overdose until a poison centre says otherwise."""
_GIVEN: Final = expression(r"\b(?:took|taken|gave|given|injected|administered|received|swallowed|had)\b", re.IGNORECASE)


def taken_too_much(text: str) -> bool:
    """Whether words about somebody say that too much, or the wrong thing, was taken or given."""
    return bool(_TOOK.search(text)) or wrong_amount(text)


def wrong_amount(text: str) -> bool:
    """Whether an amount was given that is twice what was meant, or more; questions of studies aside."""
    if not _GIVEN.search(text) or STUDY.search(text):
        return False
    pairs = ((float(m["given"]), float(m["meant"])) for m in _INSTEAD.finditer(text))
    return bool(_TENFOLD.search(text)) or any(meant and given / meant >= TIMES_TOO_MUCH for given, meant in pairs)
